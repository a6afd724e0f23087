"""What stands above a verdict, and what to do now: sentences of the tables, chosen when somebody asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Advice:
    """One sentence of what to do, in each language, told where all of ``when`` was found and none of ``unless``."""

    situation: str
    says: Mapping[str, str]
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a verdict of a level, in each language."""

    level: str
    when: tuple[str, ...]
    unless: tuple[str, ...]
    says: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Counsel:
    """Every heading, and every step by its situation. ``met`` are the rules and traits that were found."""

    steps: Mapping[str, tuple[Advice, ...]] = field(default_factory=dict)
    headings: tuple[Heading, ...] = ()

    def heading(self, face: str, met: frozenset[str]) -> Heading | None:
        """The first heading of a level as people see it (``clear``, ``caution``, ``danger``, ``unchecked``)."""
        return next((one for one in self.headings if one.level == face and _fits(one, met)), None)

    def advice(self, met: frozenset[str], *, is_clear: bool) -> tuple[Advice, ...]:
        """On receipt where there is something to beware of; how to check where it is about a ticket."""
        if not is_clear:
            return tuple(step for step in self.steps.get("received", ()) if _fits(step, met))
        about_ticket = "text.ticket" in met or "host.official" in met
        return self.steps.get("verify", ()) if about_ticket else ()


def make_counsel(steps: Sequence[Mapping[str, Any]], headings: Sequence[Mapping[str, Any]]) -> Counsel:
    """Counsel from the rows of ``advice.toml`` and of ``wordings.toml``."""
    by_situation: dict[str, list[Advice]] = {}
    for row in sorted(steps, key=lambda one: int(one["order"])):
        when, unless = (tuple(row.get(key) or ()) for key in ("when", "unless"))
        by_situation.setdefault(row["situation"], []).append(Advice(row["situation"], _says(row), when, unless))
    frozen = MappingProxyType({situation: tuple(found) for situation, found in by_situation.items()})
    return Counsel(frozen, tuple(map(_heading, headings)))


def _heading(row: Mapping[str, Any]) -> Heading:
    return Heading(row["level"], tuple(row["when"]), tuple(row["unless"]), _says(row))


def _says(row: Mapping[str, Any]) -> Mapping[str, str]:
    return MappingProxyType({"id": row["id"], "en": row["en"]})


def _fits(one: Advice | Heading, met: frozenset[str]) -> bool:
    return met.issuperset(one.when) and met.isdisjoint(one.unless)


NO_COUNSEL = Counsel()
