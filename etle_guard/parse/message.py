"""A message taken apart: links, sender, files, and what the text model reads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etle_guard.limits import LONGEST_MESSAGE
from etle_guard.model.linear import Reading, read_text
from etle_guard.nouns import Attachment, Link, Message, Sender
from etle_guard.parse.attachments import parse_attachment
from etle_guard.parse.links import find_links
from etle_guard.parse.sender import parse_sender
from etle_guard.rulebook import Rulebook

_CLEARLY = 1  # band of the margin
_HIDDEN = 3  # hidden letters in one message: no honest sender produces so many (classifier measurements)
_EXPOSING = frozenset({"warning", "scam-word", "doubt", "never", "is-it-real"})
_STATING = _EXPOSING | {"quote", "reporting-verb"}
_REPORTING = _STATING | {"question"}
_DOUBTING = frozenset({"scam-word", "is-it-real", "doubt"})
_TELLING = frozenset({"first-person", "received", "message"})  # "dpt barusan": who tells of a fraud got it himself
_AROUND = _REPORTING - {"quote"}  # a quotation mark alone says nothing of what it encloses
_DEMANDING = frozenset({"otp", "pin", "card", "mothers-name", "transfer", "account", "install", "remote"})
_FORBIDDEN = frozenset({"open", "click", "install", "download", "send", "give", "fill", "pay", "transfer"})
_ASKED_FOR = frozenset({"pay", "transfer", "otp", "pin", "card", "remote"})
# Enough words between quotation marks to be a message; an apostrophe inside a word is none.
_QUOTE = re.compile(
    "\"[^\"\\n]{30,}\"|\u201c[^\u201c\u201d\\n]{30,}\u201d|(?<![A-Za-z0-9])'[^'\\n]{30,}'(?![A-Za-z0-9])"
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A message taken apart, and what the text model reads in it."""

    message: Message
    links: tuple[Link, ...]
    sender: Sender
    attachments: tuple[Attachment, ...]
    reading: Reading
    is_report: bool

    @property
    def hides_letters(self) -> bool:
        """Whether letters are disguised more often than by accident."""
        return self.reading.obfuscation >= _HIDDEN


def parse(message: Message, rulebook: Rulebook) -> Parsed:
    """Take a message apart. Never raises on hostile text; no links are looked for beyond ``LONGEST_MESSAGE``."""
    links = find_links(message.text[:LONGEST_MESSAGE], rulebook.links)
    files = tuple(parse_attachment(name, rulebook.fold, rulebook.files.harmless) for name in message.attachments)
    sender = parse_sender(message.sender)
    reading = read_text(message.text, rulebook.model, sender.text if sender.kind == "name" else "")
    return Parsed(message, links, sender, files, reading, _is_report(message.text, links, reading))


def parse_link(link: Link, rulebook: Rulebook) -> Parsed:
    """A link without a message around it."""
    return Parsed(Message(link.text), (link,), parse_sender(None), (), rulebook.silence, is_report=False)


def _is_report(text: str, links: tuple[Link, ...], reading: Reading) -> bool:
    """Whether the text speaks about a scam: the model says so, and some word of the text does.

    Or it quotes, and what stands around the quotation asks or warns and demands nothing; or a line of its own does.
    """
    met = {hit.concept for hit in reading.concepts}
    if met.isdisjoint(_REPORTING):
        return False
    if _is_read_so(met, links, reading) or _speaks_of_a_quote(text, reading) or (not links and _forbids(reading)):
        return True
    exposes = any(hit.concept in _EXPOSING and not hit.negated for hit in reading.concepts)
    is_shown = exposes and bool(links) and not any(link.live for link in links) and not _pays(links, reading)
    return is_shown or (bool(links) and _has_a_line_about(text, links, reading))


def _is_read_so(met: set[str], links: tuple[Link, ...], reading: Reading) -> bool:
    """Whether the model reads a report, or talk in which somebody tells of what he doubts.

    Beside a link a question mark alone makes no report, beside one to pay by neither do words such as "case".
    """
    pays = _pays(links, reading)
    exposes = any(hit.concept == "scam-word" and not hit.negated for hit in reading.concepts)
    if reading.topic == "other":
        return not pays and (exposes or _tells(reading, _DOUBTING))
    asks = _tells(reading, _DOUBTING | {"question"})
    wanted = _EXPOSING if pays else _STATING if links else _REPORTING
    said = not met.isdisjoint(wanted) or (asks and not pays)
    return reading.topic == "report" and said and (reading.strength >= _CLEARLY or exposes or asks)


def _forbids(reading: Reading) -> bool:
    """Whether somebody names a fraud, says what not to do, and asks for nothing: "jangan dibuka, itu maling"."""
    names = {hit.concept for hit in reading.concepts if not hit.negated}
    forbidden = {hit.concept for hit in reading.concepts if hit.negated}
    return "scam-word" in names | forbidden and not forbidden.isdisjoint(_FORBIDDEN) and names.isdisjoint(_ASKED_FOR)


def _pays(links: tuple[Link, ...], reading: Reading) -> bool:
    """Whether a word of paying stands beside a link."""
    return bool(links) and any(hit.concept == "pay" and not hit.negated for hit in reading.concepts)


def _tells(reading: Reading, wanted: frozenset[str]) -> bool:
    """Whether somebody speaks for himself, and of what is ``wanted``: a fraud, a doubt."""
    names = {hit.concept for hit in reading.concepts if not hit.negated}
    return not (names.isdisjoint(wanted) or names.isdisjoint(_TELLING))


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
        names = {hit.concept for hit in reading.concepts if start <= hit.start < end and not hit.negated}
        asks = names >= {"is-it-real", "question"} and "threat" not in names
        tells = "scam-word" in names and not names.isdisjoint(_TELLING)
        linked = any(link.span[0] < end and start < link.span[1] for link in read)
        if (asks or tells) and not linked and names.isdisjoint(_DEMANDING):
            return True
        start = end + 1
    return False
