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
    if sieve.held.search(squash(folded)) or sieve.held.search(squash(host)):
        return True
    if any(_is_near(part, sieve.near) for part in _parts(folded.split("."))):
        return True
    hyphenated = "-" in host or "_" in host
    return hyphenated and any(_is_near(skeleton(part), sieve.near) for part in label_tokens(host.split(".")))


def _parts(labels: list[str]) -> list[str]:
    """Every label, and every row of labels from the first on, without hyphens."""
    plain = [squash(label) for label in labels]
    return plain + ["".join(plain[:count]) for count in range(2, len(plain))]


def _is_near(text: str, neighbourhood: _Neighbourhood) -> bool:
    rows = neighbourhood.get(len(text))
    return rows is not None and any(near(text, word, limit) is not None for word, limit in rows)
