"""What is protected against imitation, as data: names, words, and what helps to tell a stranger from an owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from etle_guard.nouns import Host
from etle_guard.parse.text import FoldTable

SURE, RESEMBLES = 40, 30


@dataclass(frozen=True, slots=True)
class Brand:
    """A protected word: what it adds to a score, how many typing errors count, the official host behind it.

    ``kind`` tells whose word it is: ``authority`` or ``ticket``.
    """

    word: str
    kind: str
    weight: int
    edits: int
    target: str
    skeleton: str


@dataclass(frozen=True, slots=True)
class Name:
    """A protected host: as written, squashed, and the squashed label that imitators register; skeletons of both."""

    host: str
    squashed: str
    label: str
    squashed_skeleton: str
    label_skeleton: str


@dataclass(frozen=True, slots=True)
class Targets:
    """What is protected and what helps to tell: words, names, context words, cheap and free suffixes."""

    names: tuple[Name, ...]
    brands: tuple[Brand, ...]
    act: frozenset[str]
    about: frozenset[str]
    ordinary: frozenset[str]
    known: frozenset[str]
    kinds: Mapping[str, str]
    cheap: frozenset[str]
    free: frozenset[str]
    restricted: frozenset[str]
    fold: FoldTable


@dataclass(frozen=True, slots=True)
class Likeness:
    """How strongly a host looks like an official one (``SURE`` and more, ``RESEMBLES``), which, and by what trick."""

    score: int
    target: str
    trick: str
    matched: str


def own_labels(labels: list[str], host: Host) -> list[str]:
    """The labels that the registrant chose: all but the public suffix (without a known one, all but the last)."""
    count = host.suffix.count(".") + 1
    return labels[:-count] if len(labels) > count else labels


def at_home(host: Host) -> bool:
    """Whether the host stands under Indonesia's own suffixes, where registrants are known by name."""
    return host.suffix == "id" or host.suffix.endswith(".id")


def near(text: str, word: str, limit: int) -> int | None:
    """Optimal string alignment distance up to ``limit``; None beyond it."""
    if abs(len(text) - len(word)) > limit:
        return None
    distance = OSA.distance(text, word, score_cutoff=limit)
    return distance if distance <= limit else None
