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
_REPORTING = frozenset({"warning", "scam-word", "question", "doubt", "quote", "reporting-verb", "never"})
_AROUND = _REPORTING - {"quote"}  # a quotation mark alone says nothing of what it encloses
_DEMANDING = frozenset(
    {"otp", "pin", "card", "mothers-name", "transfer", "account", "personal-account", "install", "remote"}
)
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

    @property
    def is_report(self) -> bool:
        """Whether the text clearly speaks about a scam: the model says so, and some word of the text does.

        Or it quotes, and what stands around the quotation asks or warns and demands nothing.
        """
        reading = self.reading
        said = any(hit.concept in _REPORTING for hit in reading.concepts)
        return said and ((reading.topic == "report" and reading.strength >= _CLEARLY) or self._speaks_of_a_quote())

    def _speaks_of_a_quote(self) -> bool:
        quotes = [found.span() for found in _QUOTE.finditer(self.message.text)]
        around = {
            hit.concept for hit in self.reading.concepts if not any(start <= hit.start < end for start, end in quotes)
        }
        return bool(quotes) and not around.isdisjoint(_AROUND) and around.isdisjoint(_DEMANDING)

    @property
    def hides_letters(self) -> bool:
        """Whether letters are disguised more often than by accident."""
        return self.reading.obfuscation >= _HIDDEN


def parse(message: Message, rulebook: Rulebook) -> Parsed:
    """Take a message apart. Never raises on hostile text; no links are looked for beyond ``LONGEST_MESSAGE``."""
    return Parsed(
        message,
        find_links(message.text[:LONGEST_MESSAGE], rulebook.links),
        parse_sender(message.sender),
        tuple(parse_attachment(name, rulebook.fold, rulebook.files.harmless) for name in message.attachments),
        read_text(message.text, rulebook.model),
    )


def parse_link(link: Link, rulebook: Rulebook) -> Parsed:
    """A link without a message around it."""
    return Parsed(Message(link.text), (link,), parse_sender(None), (), rulebook.silence)
