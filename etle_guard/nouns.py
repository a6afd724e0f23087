"""The nouns of the street: what a message is, what is found in it, and what is said about it.

Every value is frozen. Spans are half-open ranges of code points in the text as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from etle_guard.counsel import NO_COUNSEL, Counsel

Span = tuple[int, int]


class Level(IntEnum):
    """How much a person should beware; ordered, so that the worst of several is their maximum."""

    CLEAR = 0
    CAUTION = 1
    DANGER = 2

    @property
    def label(self) -> str:
        """The level as it stands in a record: ``clear``, ``caution`` or ``danger``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Message:
    """What a person received. Nothing in it is trusted."""

    text: str
    sender: str | None = None
    attachments: tuple[str, ...] = ()
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Host:
    """A host as a browser would open it.

    ``kind`` is ``name``, ``ipv4``, ``ipv6`` or ``unreadable`` (a browser would refuse it; ``ascii`` is then empty).
    ``tricks`` are stable codes for each disguise that was removed on the way, in the order of their removal.
    """

    ascii: str
    display: str
    kind: str
    suffix: str
    registrable: str | None
    tricks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link found in a text: where it stands, and its parts as a browser would split them."""

    text: str
    span: Span
    scheme: str
    userinfo: str
    host: Host
    port: str
    rest: str
    live: bool = True
    tricks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """Who seems to have sent a message. ``kind``: ``indonesian``, ``foreign``, ``short-code``, ``name``, ``none``."""

    text: str
    kind: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file name: its true extension, the one that it pretends to have, and its words in folded form."""

    name: str
    extension: str
    shown_extension: str
    words: str
    tricks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleCard:
    """The identity card of a rule: what it looks for, what it weighs, when it is wrong, what a person reads.

    ``how`` holds, for each trick of an imitation, the words that stand for ``{how}`` in the sentence; ``bare`` what is
    said where a gap of the sentence would stay empty; ``quiet`` rules are no reason where the level is clear;
    ``example`` fills every gap of the sentences.
    """

    id: str
    kind: str
    title: Mapping[str, str]
    why: str
    points: int
    source: tuple[str, ...]
    date: date
    wrong_when: str
    says: Mapping[str, str]
    how: Mapping[str, Mapping[str, str]] = field(repr=False, compare=False)
    bare: Mapping[str, str | None] = field(default_factory=dict)
    quiet: bool = False
    example: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One finding of one rule: what it weighs, where it stands, what it is about.

    ``detail`` fills the sentence of the rule's card; ``link`` is the index of the link that it speaks of, if any.
    """

    rule: str
    points: int
    span: Span | None
    subject: str | None
    detail: Mapping[str, str]
    link: int | None
    card: RuleCard = field(repr=False, compare=False)

    def reason(self, lang: str = "id") -> str:
        """One plain sentence for the person, in ``id`` or ``en``."""
        how = self.card.how.get(self.detail.get("trick", ""))
        bare = self.card.bare.get(lang) if "" in self.detail.values() else None
        says = self.card.says[lang] if bare is None else bare
        detail = {key: day_in(value, lang) if key == "since" else value for key, value in self.detail.items()}
        return fill(says if how is None else says.replace("{how}", how[lang]), detail)


@dataclass(frozen=True, slots=True)
class LinkVerdict:
    """What is said of one link: the host that really opens and, if it imitates one, the official host.

    ``likeness`` is the rule that found ``target``.
    """

    text: str
    span: Span
    host: str | None
    level: Level
    target: str | None
    registrable: str | None
    likeness: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer: a level, the points behind it, and everything that was found.

    ``met`` holds the rules and traits that headings and advice ask; ``counsel`` has their sentences.
    """

    level: Level
    points: int
    topic: str
    complete: bool
    links: tuple[LinkVerdict, ...]
    evidence: tuple[Evidence, ...]
    met: frozenset[str] = field(repr=False, compare=False, default=frozenset())
    counsel: Counsel = field(repr=False, compare=False, default=NO_COUNSEL)

    @property
    def face(self) -> str:
        """The level as people see it: what is clear as far as it could be read is ``unchecked``."""
        return "unchecked" if self.level is Level.CLEAR and not self.complete else self.level.label

    def headline(self, lang: str = "id") -> str:
        """What stands above everything else, in ``id`` or ``en``."""
        heading = self.counsel.heading(self.face, self.met)
        return "" if heading is None else heading.says[lang]

    def advice(self, lang: str = "id") -> list[str]:
        """What to do now, one sentence each, in ``id`` or ``en``."""
        steps = self.counsel.advice(self.met, is_clear=self.level is Level.CLEAR)
        return [step.says[lang] for step in steps]


_MONTHS: Mapping[str, str] = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}


def day_in(day: str, lang: str) -> str:
    """``2026-11-05`` as ``5 November 2026``, in ``id`` or ``en``; anything else as it stands."""
    year, month, number = [*day.split("-"), "", ""][:3]
    name = dict(enumerate(_MONTHS[lang].split(), start=1)).get(int(month) if month.isdecimal() else 0)
    return day if name is None else f"{number.lstrip('0')} {name} {year}"


def fill(template: str, detail: Mapping[str, str]) -> str:
    """Put the values of ``detail`` in place of ``{key}``, once each, so that a value cannot bring in another.

    What cannot be seen or turns the direction of writing is shown as U+FFFD: a value cannot rewrite the sentence.
    """
    head, *pieces = template.split("{")
    return head + "".join(_fill_piece(piece, detail) for piece in pieces)


def _fill_piece(piece: str, detail: Mapping[str, str]) -> str:
    key, brace, tail = piece.partition("}")
    return f"{seen(detail.get(key, ''))}{tail}" if brace else "{" + piece


# Controls, soft hyphens, fillers, zero-width and direction signs, surrogates, tags.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)


def seen(text: str) -> str:
    """A text from a message as it may stand in a sentence of ours."""
    return _UNSEEN.sub("\ufffd", text)
