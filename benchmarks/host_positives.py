"""Hosts that imitate the official ones: dnstwist's permutations, and the structural families.

Everything here is generated, with fixed seeds; no host was observed. A host counts only where a stranger can register
it: none under a suffix for authorities, no official host, and none of ``hosts.toml`` whose owner nobody published.
"""

from __future__ import annotations

import importlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from host_structures import FAMILIES, Material
from host_words import DICTIONARY, EVERYDAY, SUFFIXES, SWAPPED

DATA = Path(__file__).resolve().parent.parent / "etle_guard" / "data"
SEEDS = ("etle-korlantas.info", "etle-pmj.id", "tilang.kejaksaan.go.id", "konfirmasi-etle.polri.go.id")
MOVED_SEEDS = ("kejaksaan.go.id", "tilang.kejaksaan.go.id", "polri.go.id", "konfirmasi-etle.polri.go.id")
MOVED_TO = ("com", "cc", "id")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


@dataclass(frozen=True, slots=True)
class Positive:
    """A host that imitates, and how it was made; ``source`` is the imitated site or the kind of suffix."""

    host: str
    group: str
    family: str
    source: str


@dataclass(frozen=True)
class Protected:
    """What ``etle_guard/data`` says: official hosts, imitated ones, all listed, suffixes for authorities, words."""

    official: tuple[str, ...]
    imitated: tuple[str, ...]
    listed: frozenset[str]
    restricted: tuple[str, ...]
    words: frozenset[str]

    def is_listed(self, host: str) -> bool:
        """Whether a host, or one that it stands below, is official or has an owner that nobody published."""
        labels = host.split(".")
        return not self.listed.isdisjoint(".".join(labels[place:]) for place in range(len(labels)))

    def is_open(self, host: str) -> bool:
        """Whether a stranger can register ``host``, as far as we know."""
        return not host.endswith(self.restricted) and not self.is_listed(host)


def read_protected(folder: Path = DATA) -> Protected:
    """Read the tables as files, not through etle_guard: the benchmark has its own idea of what they mean."""
    hosts, words, services = (
        tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in ("hosts", "words", "services")
    )
    return Protected(
        official=tuple(row["host"] for row in hosts["official"]),
        imitated=tuple(row["host"] for row in hosts["official"] if row["imitated"]),
        listed=frozenset(row["host"] for key in ("official", "operated", "neighbour") for row in hosts[key]),
        restricted=tuple("." + row["suffix"] for row in services["restricted_suffix"]),
        words=frozenset(_strings(words)),
    )


def _strings(table: Any) -> Iterator[str]:
    """Every string of a table, however deep."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict | list):
        for value in table.values() if isinstance(table, dict) else table:
            yield from _strings(value)


def permutations(seed: str) -> list[tuple[str, str]]:
    """What dnstwist makes of a site with word lists of ours: pairs of fuzzer and host, in a fixed order.

    Needs the ``tld`` package too: without it dnstwist reads polri.go.id as the name "go" under the suffix "id".
    """
    dnstwist: Any = importlib.import_module("dnstwist")
    fuzzer = dnstwist.Fuzzer(seed, dictionary=DICTIONARY, tld_dictionary=SWAPPED)
    fuzzer.generate()
    return sorted((row["fuzzer"], row["domain"]) for row in fuzzer.domains if row["fuzzer"] != "*original")


def dnstwist_positives(protected: Protected) -> list[Positive]:
    """The permutations of the four sites, as far as a stranger can register them."""
    made = (Positive(host, "dnstwist", family, seed) for seed in SEEDS for family, host in permutations(seed))
    return [one for one in made if protected.is_open(one.host)]


def moved_positives(protected: Protected) -> list[Positive]:
    """The permutations under go.id, where strangers cannot register any, under open suffixes in turn.

    dnstwist leaves the suffix alone while it changes letters, so that sites under go.id would have no typing errors.
    """
    made: list[Positive] = []
    for seed in MOVED_SEEDS:
        closed = [(family, host) for family, host in permutations(seed) if host.endswith(".go.id")]
        for place, (family, host) in enumerate(closed):
            moved = f"{host.removesuffix('.go.id')}.{MOVED_TO[place % len(MOVED_TO)]}"
            made.append(Positive(moved, "dnstwist, moved", family, seed))
    return [one for one in made if protected.is_open(one.host)]


def all_positives(protected: Protected, count: int) -> list[Positive]:
    """Every group, ``count`` hosts of each structural family."""
    return dnstwist_positives(protected) + structural_positives(protected, count) + moved_positives(protected)


def thinned(positives: list[Positive], count: int) -> list[Positive]:
    """About ``count`` hosts of each family, evenly taken: for quick runs."""
    families = sorted({(one.group, one.family) for one in positives})
    members = {key: [one for one in positives if (one.group, one.family) == key] for key in families}
    return [one for own in members.values() for one in own[:: max(1, len(own) // count)]]


def unknown_words(protected: Protected) -> tuple[str, ...]:
    """The everyday words that our tables do not hold."""
    return tuple(word for word in EVERYDAY if word not in protected.words)


def structural_positives(protected: Protected, count: int) -> list[Positive]:
    """Up to ``count`` different hosts of each family, the kinds of suffix in turn; every family has its own seed."""
    everyday = unknown_words(protected)
    made: list[Positive] = []
    for family, make in FAMILIES.items():
        draw = Material(Random(f"hosts: {family}"), protected.imitated, everyday)
        found: dict[str, Positive] = {}
        for attempt in range(count * 20):
            kind = list(SUFFIXES)[attempt % len(SUFFIXES)]
            host = f"{make(draw)}.{draw.one(*SUFFIXES[kind])}"
            if len(found) < count and _is_host(host) and protected.is_open(host):
                found.setdefault(host, Positive(host, "structural", family, kind))
        made += found.values()
    return made


def _is_host(host: str) -> bool:
    return len(host) <= 253 and all(_LABEL.fullmatch(label) for label in host.split("."))
