"""A message taken apart: links, sender, files, and what the text model reads."""

from __future__ import annotations

from dataclasses import dataclass

from etle_guard.limits import LONGEST_MESSAGE
from etle_guard.model.linear import Reading, read_text
from etle_guard.nouns import Attachment, Link, Message, Sender
from etle_guard.parse.attachments import parse_attachment
from etle_guard.parse.links import find_links
from etle_guard.parse.report import is_report
from etle_guard.parse.sender import parse_sender
from etle_guard.rulebook import Rulebook

_HIDDEN = 3  # hidden letters in one message: no honest sender produces so many (classifier measurements)


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
    named = sender.text if sender.kind == "name" else ""
    called = [*(file.words for file in files), *(link.host.ascii + link.rest for link in links)]
    reading = read_text(message.text, rulebook.model, named, called)
    return Parsed(message, links, sender, files, reading, is_report(message.text, links, reading, sender))


def parse_link(link: Link, rulebook: Rulebook) -> Parsed:
    """A link without a message around it."""
    return Parsed(Message(link.text), (link,), parse_sender(None), (), rulebook.silence, is_report=False)
