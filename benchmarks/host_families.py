"""Hosts that imitate the official ones: dnstwist's permutations, and families of a structure that it does not make.

Everything here is generated, with a fixed seed; no host was observed. A host counts only where a stranger can register
it: nothing under suffixes for authorities, no official host, and no host of ``hosts.toml`` whose owner is unknown.
"""

from __future__ import annotations

import importlib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from host_words import BRANDS, DICTIONARY, EVERYDAY, NAMES, SUFFIXES, SWAPPED

DATA = Path(__file__).resolve().parent.parent / "etle_guard" / "data"
SEEDS = ("etle-korlantas.info", "etle-pmj.id", "tilang.kejaksaan.go.id", "konfirmasi-etle.polri.go.id")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CONSONANTS, _VOWELS = "bcdfghjklmnprstwyz", "aeiou"
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


@dataclass(frozen=True, slots=True)
class Positive:
    """A host that imitates: how it was made, from which official host (dnstwist), under what kind of suffix (ours)."""

    host: str
    group: str
    family: str
    seed: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Protected:
    """The official hosts, those that are imitated, and names that are no imitations or whose owner nobody published."""

    official: tuple[str, ...]
    imitated: tuple[str, ...]
    excluded: frozenset[str]
    restricted: tuple[str, ...]
    known: frozenset[str] = field(repr=False)

    def is_open(self, host: str) -> bool:
        """Whether a stranger can register ``host``, and it is known to be nobody's."""
        parents = host.split(".")
        listed = any(".".join(parents[place:]) in self.excluded for place in range(len(parents)))
        return not listed and not host.endswith(self.restricted)


def read_protected(folder: Path = DATA) -> Protected:
    """Read the official hosts, the suffixes for authorities, and every word that our tables know."""
    hosts, words, services = (tomllib.loads((folder / f"{name}.toml").read_text()) for name in _TABLES)
    listed = {row["host"] for key in ("official", "operated", "neighbour") for row in hosts[key]}
    return Protected(
        official=tuple(row["host"] for row in hosts["official"]),
        imitated=tuple(row["host"] for row in hosts["official"] if row["imitated"]),
        excluded=frozenset(listed),
        restricted=tuple("." + row["suffix"] for row in services["restricted_suffix"]),
        known=frozenset(_strings(words)),
    )


_TABLES = ("hosts", "words", "services")


def _strings(table: Any) -> Iterator[str]:
    """Every string in a table, however deep: more than the words, and so on the safe side."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        for value in table.values():
            yield from _strings(value)
    elif isinstance(table, list):
        for value in table:
            yield from _strings(value)


def dnstwist_positives(protected: Protected) -> list[Positive]:
    """What dnstwist (with the ``tld`` package, and our word lists) makes of the four sites, as far as it is open."""
    dnstwist: Any = importlib.import_module("dnstwist")
    importlib.import_module("tld")  # without it dnstwist takes polri.go.id for a name "go" under "id"
    made: dict[str, Positive] = {}
    for seed in SEEDS:
        fuzzer = dnstwist.Fuzzer(seed, dictionary=DICTIONARY, tld_dictionary=SWAPPED)
        fuzzer.generate()
        found = sorted((row["domain"], row["fuzzer"]) for row in fuzzer.domains)
        for host, family in found:
            if family != "*original" and protected.is_open(host):
                made.setdefault(f"{family} {host}", Positive(host, "dnstwist", family, seed))
    return list(made.values())


@dataclass(frozen=True)
class Material:
    """What a family draws from: chance, the official hosts and keywords that no table of ours holds."""

    random: Random
    official: tuple[str, ...]
    keywords: tuple[str, ...]
    context: tuple[str, ...] = ("bayar", "cek", "denda", "info", "konfirmasi", "online", "resmi", "surat")

    def invented(self) -> str:
        """A word that can be pronounced and means nothing: two or three syllables."""
        chance = self.random
        syllables = (chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(chance.choice((2, 3))))
        return "".join(syllables) + chance.choice(("", "n", "r", "s"))

    def either(self, *ways: str) -> str:
        """One of several."""
        return self.random.choice(ways)

    def beside(self, keyword: str, joint: str) -> str:
        """A brand word, or a whole name, with a keyword before or behind it."""
        pair = [self.either(*BRANDS, *NAMES), keyword]
        self.random.shuffle(pair)
        return joint.join(pair)

    def stem(self) -> str:
        """What letters and digits are appended to."""
        return self.either(*BRANDS, *NAMES, "e-tilang")


def structural_positives(protected: Protected, families: Families, count: int) -> list[Positive]:
    """Up to ``count`` different hosts of each family, the kinds of suffix in turn; families differ in their seed."""
    keywords = tuple(word for word in EVERYDAY if word not in protected.known)
    made: list[Positive] = []
    for family, make in families.items():
        material = Material(Random(f"hosts {family}"), protected.imitated, keywords)
        found: dict[str, Positive] = {}
        for attempt in range(count * 20):
            kind = list(SUFFIXES)[attempt % len(SUFFIXES)]
            host = f"{make(material)}.{material.either(*SUFFIXES[kind])}"
            if _is_host(host) and protected.is_open(host):
                found.setdefault(host, Positive(host, "structural", family, suffix=kind))
            if len(found) == count:
                break
        made.extend(found.values())
    return made


def _is_host(host: str) -> bool:
    return len(host) <= 253 and all(_LABEL.fullmatch(label) for label in host.split("."))


Families = dict[str, Callable[[Material], str]]


def macro(shares: Iterable[float]) -> float:
    """The mean over families, each counting the same however many hosts it has."""
    values = list(shares)
    return sum(values) / len(values) if values else 0.0
