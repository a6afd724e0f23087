"""A quick look that lets most hosts pass: what it lets pass resembles nothing protected, what it keeps may.

Nearly every host of the world holds no protected word and lies far from every one. The sieve asks the questions of
``names`` and ``words`` more loosely and over the whole host, so that nothing need be parsed for an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from etle_guard.lookalike.distance import near
from etle_guard.lookalike.labels import label_tokens
from etle_guard.parse.skeleton import skeleton, squash

_Neighbourhood = Mapping[int, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a host must not hold, and for each length what a part of it must not be near, with how many edits."""

    held: re.Pattern[str]
    near: _Neighbourhood


def make_sieve(held: Iterable[str], close: Iterable[tuple[str, int]]) -> Sieve:
    """``held``: squashed forms, plain and folded; ``close``: skeletons and how many edits away they still count."""
    texts = sorted(set(held) - {""})
    lengths: dict[int, set[tuple[str, int]]] = {}
    for text, limit in close:
        for length in range(len(text) - limit, len(text) + limit + 1):
            lengths.setdefault(length, set()).add((text, limit))
    pattern = re.compile("|".join(map(re.escape, texts)) if texts else "(?!)")
    return Sieve(pattern, {length: tuple(sorted(rows)) for length, rows in lengths.items()})


def may_resemble(host: str, sieve: Sieve) -> bool:
    """Whether a host in lower-case ASCII may resemble anything protected; False is certain, True is a guess."""
    folded = skeleton(host)
    if sieve.held.search(squash(folded)) or (folded != host and sieve.held.search(squash(host))):
        return True
    hyphenated = "-" in host or "_" in host
    if _any_near(_parts(folded, hyphenated), sieve.near):
        return True
    return hyphenated and _any_near([skeleton(part) for part in label_tokens(host.split("."))], sieve.near)


def _parts(folded: str, hyphenated: bool) -> list[str]:
    """Every label, and every row of labels from the first on, without hyphens."""
    parts = folded.split(".")
    if hyphenated:
        parts = [squash(part) for part in parts]
    row = parts[0]
    for label in parts[1:-1]:
        row += label
        parts.append(row)
    return parts


def _any_near(parts: list[str], neighbourhood: _Neighbourhood) -> bool:
    for part in parts:
        for word, limit in neighbourhood.get(len(part), ()):
            if near(part, word, limit) is not None:
                return True
    return False
