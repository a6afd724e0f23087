"""What is protected against imitation, as data: names, words, and what helps to tell a stranger from an owner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etle_guard.lookalike.distance import edit_limit
from etle_guard.lookalike.sieve import Sieve, make_sieve
from etle_guard.nouns import Host
from etle_guard.parse.suffix import parents
from etle_guard.parse.text import FoldTable

SURE, RESEMBLES = 40, 30
LONG_WORD = 7  # words from this length on bear a second typing error below a cheap suffix
RARE_WORD = 8  # words from this length on stand nowhere by chance (etilang does: ketilang)


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
    """A protected host, its folded and squashed form, and the label that imitators register with its skeleton."""

    host: str
    squashed: str
    label: str
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
    sieve: Sieve


@dataclass(frozen=True, slots=True)
class Likeness:
    """How strongly a host looks like an official one (``SURE`` and more, ``RESEMBLES``), which, and by what trick."""

    score: int
    target: str
    trick: str
    matched: str


def word_edits(brand: Brand, cheap: bool) -> int:
    """How many typing errors count: the brand's own number, a second one below a cheap suffix if the word is long."""
    return brand.edits + (cheap and brand.edits == 1 and len(brand.word) >= LONG_WORD)


def is_cheap(host: Host, targets: Targets) -> bool:
    """Whether strangers register below the host's suffix for little or nothing."""
    if host.suffix in targets.cheap or host.suffix in targets.free:
        return True
    return any(parent in targets.free for parent in parents(host.ascii))


def sieve_for(names: Sequence[Name], brands: Sequence[Brand]) -> Sieve:
    """The sieve that keeps every host that may resemble one of these."""
    held = [form for brand in brands for form in (brand.word, brand.skeleton)]
    held += [form for name in names for form in (name.squashed, name.label_skeleton)]
    close = [(brand.skeleton, word_edits(brand, True)) for brand in brands if brand.edits]
    close += [(name.label_skeleton, edit_limit(len(name.label))) for name in names if name.label]
    return make_sieve(held, close)
