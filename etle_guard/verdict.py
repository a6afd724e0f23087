"""The verdict: integer points, the few combination rules, a level. Thresholds and rows come from combinations.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from etle_guard.nouns import Evidence, Level, Link, LinkVerdict, Verdict
from etle_guard.parse.message import Parsed
from etle_guard.rulebook import Combinations, Rulebook

_TO_OPEN = frozenset({"notice.app", "notice.assembles"})  # what is yet to be put together is to be opened, too
_KNOWN = frozenset({"host.official", "host.operated", "host.ordinary"})


def weigh(parsed: Parsed, evidence: list[Evidence], rulebook: Rulebook) -> Verdict:
    """Weigh what was found. The points of a silenced finding are 0, so that points always add up."""
    table = rulebook.combinations
    found = frozenset([one.rule for one in evidence])
    heard = _silenced(evidence, found, parsed, table)
    points = sum(one.points for one in heard)
    level = min([_level(points, table), *(_cap(row) for row in table.caps if _applies(row, found))])
    by_link = _by_link(evidence, len(parsed.links))
    links = tuple(_link_verdict(link, mine, table) for link, mine in zip(parsed.links, by_link, strict=True))
    return Verdict(
        level=level,
        points=points,
        topic=parsed.reading.topic,
        complete=parsed.reading.complete and all(link.host.kind != "unreadable" for link in parsed.links),
        links=links,
        evidence=tuple(sorted(heard, key=_order)),
        met=found.union(_traits(parsed, found, links, by_link), _stance(level, found)),
        counsel=rulebook.counsel,
    )


def _order(one: Evidence) -> tuple[int, str, tuple[int, int], str]:
    return (-one.points, one.rule, one.span or (-1, -1), one.subject or "")


def _applies(row: Mapping[str, Any], found: frozenset[str]) -> bool:
    return found.issuperset(row["when"]) and found.isdisjoint(row["unless"])


def _cap(row: Mapping[str, Any]) -> Level:
    return Level[row["level"].upper()]


def _level(points: int, table: Combinations) -> Level:
    if points >= table.danger:
        return Level.DANGER
    return Level.CAUTION if points >= table.caution else Level.CLEAR


def _silenced(evidence: list[Evidence], found: frozenset[str], parsed: Parsed, table: Combinations) -> list[Evidence]:
    rows = [row for row in table.silences if _applies(row, found)]
    if not rows:
        return evidence
    return [replace(one, points=0) if any(_is_silent(one, row, parsed) for row in rows) else one for one in evidence]


def _is_silent(one: Evidence, row: Mapping[str, Any], parsed: Parsed) -> bool:
    if one.card.kind in row["kinds"] or one.rule in row["rules"]:
        return True
    return bool(row["defanged_links"]) and one.link is not None and not parsed.links[one.link].live


def _by_link(evidence: Iterable[Evidence], count: int) -> list[list[Evidence]]:
    """The findings on each link, in one walk: a hostile message holds a hundred thousand of both."""
    found: list[list[Evidence]] = [[] for _ in range(count)]
    for one in evidence:
        if one.link is not None:
            found[one.link].append(one)
    return found


def _link_verdict(link: Link, mine: list[Evidence], table: Combinations) -> LinkVerdict:
    """A link keeps its own level, whatever the message around it says."""
    like = next((one for one in mine if "target" in one.detail), None)
    readable = link.host.kind != "unreadable"
    return LinkVerdict(
        text=link.text,
        span=link.span,
        host=link.host.ascii if readable else None,
        level=_level(sum(one.points for one in mine), table),
        target=None if like is None else like.detail["target"],
        registrable=(link.host.registrable or link.host.ascii) if readable else None,
        likeness=None if like is None else like.rule,
    )


def _traits(
    parsed: Parsed, found: frozenset[str], links: Sequence[LinkVerdict], by_link: Iterable[list[Evidence]]
) -> tuple[str, ...]:
    """What headings and advice ask beside rules: whether there is something to open, and a dangerous link."""
    worst = max([link.level for link in links], default=Level.CLEAR)
    is_strange = any(_KNOWN.isdisjoint([one.rule for one in mine]) for mine in by_link)
    is_asked = not _TO_OPEN.isdisjoint(found)
    opens = ("opens",) if worst > Level.CLEAR or is_strange or is_asked or parsed.attachments else ()
    return (*opens, "dangerous-link") if worst is Level.DANGER else opens


def _stance(level: Level, found: frozenset[str]) -> tuple[str, ...]:
    """Whether the message is dangerous itself, or only speaks of a fraud: its sender is then nobody to block."""
    if level is Level.DANGER:
        return ("danger",)
    return ("speaks-of-fraud",) if "text.report" in found else ()
