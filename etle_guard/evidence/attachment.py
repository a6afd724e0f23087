"""What the attached files say: applications, programs, archives, disguises."""

from __future__ import annotations

from collections.abc import Iterator

from etle_guard.evidence.finding import finding
from etle_guard.evidence.pretext import has_pretext
from etle_guard.nouns import Attachment, Evidence
from etle_guard.parse.message import Parsed
from etle_guard.parse.report import is_contact
from etle_guard.parse.skeleton import ascii_lower
from etle_guard.rulebook import Rulebook

_RULES = {"apk": "file.app", "program": "file.program", "archive": "file.archive"}
_APP = "apk"
_WRAPPED = ".apk."
_HIDING = frozenset({"direction-override", "lookalike-extension", "many-spaces", "invisible-letters"})


def attachment_evidence(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """Everything about every attached file, in the order given."""
    for file in parsed.attachments:
        yield from file_evidence(file, parsed, rulebook)


def file_evidence(file: Attachment, parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """Everything about one file. An archive counts only under a pretext: offices pack honest files too.

    So does an application with another ending behind its own, which somebody is to take off.
    """
    danger = rulebook.files.classes.get(file.extension)
    wrapped = danger != _APP and _WRAPPED in ascii_lower(file.name)
    if danger is None and not wrapped:
        return
    pretext = _text_has_pretext(parsed) or has_pretext(file.words, rulebook)
    if wrapped and pretext:
        danger = _APP
    if danger is None or (danger == "archive" and not pretext):
        return
    yield finding(rulebook, _RULES[danger], None, file.name, file=file.name)
    if danger == _APP and pretext:
        yield finding(rulebook, "file.pretext", None, file.name)
    if danger == _APP and wrapped:
        yield finding(rulebook, "file.disguised", None, file.name, shown="." + file.extension, true="." + _APP)
    elif danger != "archive" and (file.shown_extension or _HIDING.intersection(file.tricks)):
        yield finding(rulebook, "file.disguised", None, file.name, shown=_shown(file), true="." + file.extension)


def _shown(file: Attachment) -> str:
    return "." + file.shown_extension if file.shown_extension else file.name


def _text_has_pretext(parsed: Parsed) -> bool:
    """Whether the message around the file speaks of tickets, parcels, invitations or bills as a scam would."""
    reading = parsed.reading
    reads_so = reading.topic == "scam" and not is_contact(parsed.sender, reading)
    return reading.about_ticket or reads_so or not reading.met.isdisjoint(_PRETEXTS)


_PRETEXTS = frozenset({"courier", "wedding", "pln", "bpjs", "tax", "bank"})
