"""Whether a text speaks about a scam: warns of one, reports one, or asks whether a message is one."""

from __future__ import annotations

import re
from collections.abc import Set

from etle_guard.model.linear import Reading
from etle_guard.nouns import Link, Sender

OFFICES = frozenset({"police", "prosecutor", "court", "traffic", "ticket"})  # in a sender's name
_CLEARLY, _SURELY, _BEYOND_DOUBT = 1, 2, 3  # bands of the margin
_EXPOSING = frozenset({"warning", "scam-word", "doubt", "never", "is-it-real"})
_STATING = _EXPOSING | {"quote", "reporting-verb"}
_REPORTING = _STATING | {"question"}
_DOUBTING = frozenset({"scam-word", "is-it-real", "doubt"})
_TELLING = frozenset({"first-person", "received", "message"})  # "dpt barusan": who tells of a fraud got it himself
_AROUND = _REPORTING - {"quote"}  # a quotation mark alone says nothing of what it encloses
_DEMANDING = frozenset({"otp", "pin", "card", "mothers-name", "transfer", "account", "install", "remote"})
_NAMED = frozenset({"scam-word", "doubt"})
_ASKED = frozenset({"is-it-real", "question"})
_NAMING = frozenset({"scam-word", "never"})
_FORBIDDEN = frozenset({"open", "click", "install", "download", "send", "give", "fill", "pay", "transfer", "apk"})
_ASKED_FOR = frozenset({"pay", "transfer", "otp", "pin", "card", "remote"})
# Enough words between quotation marks to be a message; an apostrophe inside a word is none.
_QUOTE = re.compile(
    "\"[^\"\\n]{30,}\"|\u201c[^\u201c\u201d\\n]{30,}\u201d|(?<![A-Za-z0-9])'[^'\\n]{30,}'(?![A-Za-z0-9])"
)


def is_report(text: str, links: tuple[Link, ...], reading: Reading, sender: Sender) -> bool:
    """Whether the text speaks about a scam: the model says so, and some word of the text does.

    Or it quotes, and what stands around the quotation asks or warns and demands nothing; or a line of its own does.
    Who stands in the address book and warns of a link or doubts it speaks about it, too.
    """
    if reading.met.isdisjoint(_REPORTING):
        return False
    if links and is_contact(sender, reading) and (reading.topic == "report" or _doubts(reading.stated)):
        return True
    if _is_read_so(links, reading) or _speaks_of_a_quote(text, reading):
        return True
    if not links:
        return _forbids(reading)
    said = reading.stated
    is_shown = not (any(link.live for link in links) or said.isdisjoint(_EXPOSING) or "pay" in said)
    return is_shown or _has_a_line_about(text, links, reading)


def _doubts(said: Set[str]) -> bool:
    """Whether somebody names a fraud, doubts, or asks whether it is genuine."""
    return not said.isdisjoint(_NAMED) or said >= _ASKED


def is_contact(sender: Sender, reading: Reading) -> bool:
    """Whether the sender has a name that speaks for no office: a contact, not an "Admin ETLE"."""
    return sender.kind == "name" and reading.sender.isdisjoint(OFFICES)


def _is_read_so(links: tuple[Link, ...], reading: Reading) -> bool:
    """Whether the model reads a report, or talk in which somebody tells of what he doubts.

    What the model surely reads is one, unless it pays by a link. Else a question mark alone makes no report beside a
    link, beside one to pay by neither do words such as "case", unless the model is beyond doubt; and nothing that
    demands codes or a transfer is one by a question or a quotation alone. A link in a text that is not about tickets is
    told of where a fraud is named and the model is unsure.
    """
    said = reading.stated
    pays = bool(links) and "pay" in said
    exposes = "scam-word" in said
    is_unsure = not reading.about_ticket and reading.strength < _SURELY
    if reading.topic == "other":
        return not pays and (exposes or _tells(said, _DOUBTING))
    if reading.topic != "report":
        return reading.topic == "scam" and is_unsure and not pays and bool(links) and _exposes(said)
    if not pays and reading.strength >= _BEYOND_DOUBT:
        return True
    if said.isdisjoint(_EXPOSING) and not said.isdisjoint(_DEMANDING):
        return False
    asks = _tells(said, _DOUBTING | {"question"})
    wanted = _EXPOSING if pays and reading.strength < _BEYOND_DOUBT else _STATING if links else _REPORTING
    is_said = not reading.met.isdisjoint(wanted) or (asks and not pays)
    is_sure = not pays and reading.strength >= _SURELY
    return is_sure or (is_said and (reading.strength >= _CLEARLY or exposes or asks))


def _exposes(said: Set[str]) -> bool:
    """Whether a fraud is named, or somebody tells of one that he met."""
    return "scam-word" in said or _tells(said, _EXPOSING)


def _tells(said: Set[str], wanted: frozenset[str]) -> bool:
    """Whether somebody speaks for himself, and of what is ``wanted``: a fraud, a doubt."""
    return not (said.isdisjoint(wanted) or said.isdisjoint(_TELLING))


def _forbids(reading: Reading) -> bool:
    """Whether somebody names a fraud or what an office never does, says what not to do, and asks for nothing.

    Not where the model surely reads a scam: "tidak membalas = mengaku".
    """
    if reading.topic == "scam" and reading.strength >= _SURELY:
        return False
    forbidden = {hit.concept for hit in reading.concepts if hit.negated}
    is_asking = not reading.stated.isdisjoint(_ASKED_FOR)
    return not (reading.met.isdisjoint(_NAMING) or forbidden.isdisjoint(_FORBIDDEN) or is_asking)


def _speaks_of_a_quote(text: str, reading: Reading) -> bool:
    quotes = [found.span() for found in _QUOTE.finditer(text)]
    if not quotes:
        return False
    around = {hit.concept for hit in reading.concepts if not any(start <= hit.start < end for start, end in quotes)}
    return not around.isdisjoint(_AROUND) and around.isdisjoint(_DEMANDING)


def _has_a_line_about(text: str, links: tuple[Link, ...], reading: Reading) -> bool:
    """Whether a line without a link asks whether the rest is genuine, or tells of a fraud that the writer met."""
    last = max(hit.end for hit in reading.concepts)  # beyond it a hostile message may go on for long
    read = [link for link in links if link.span[0] <= last]
    start = 0
    for line in text[:last].split("\n"):
        end = start + len(line)
        said = {hit.concept for hit in reading.said if start <= hit.start < end}
        is_linked = any(link.span[0] < end and start < link.span[1] for link in read)
        if _speaks_about_the_rest(said) and not is_linked:
            return True
        start = end + 1
    return False


def _speaks_about_the_rest(said: Set[str]) -> bool:
    asks = said >= {"is-it-real", "question"} and "threat" not in said
    tells = "scam-word" in said and not said.isdisjoint(_TELLING)
    return (asks or tells) and said.isdisjoint(_DEMANDING)
