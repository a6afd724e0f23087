"""A table of one's own: rows that protect other names, checked more strictly than ours, since nobody else looks at it.

A host or word that could not match anything would protect nothing, and let the genuine site be accused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from etle_guard.errors import RulebookError
from etle_guard.parse.suffix import Suffixes, split_suffix
from etle_guard.rows import check_rows
from etle_guard.shapes import SHAPES

Rows = list[dict[str, Any]]

# What a table of one's own may hold: the table that each list belongs to, what names a row, what it may leave out.
OWN_ROWS: Mapping[str, tuple[str, str, Mapping[str, Any]]] = {
    "official": ("hosts", "host", {"status": "own", "imitated": True}),
    "operated": ("hosts", "host", {}),
    "neighbour": ("hosts", "host", {"honest": True}),
    "brand": ("words", "word", {"kind": "authority", "weight": 35, "edits": 1}),
}
_TOLD = ("purpose_id", "purpose_en", "since", "until", "note", "note_id", "note_en", "source", "date")


def add_own_rows(tables: dict[str, Any], own: Mapping[str, Any], file: str, suffixes: Suffixes) -> None:
    """Put the rows of a file of one's own into freshly read tables; a host or word that they hold gives way.

    Raises RulebookError naming file, row, key, value and what was expected.
    """
    shared = frozenset(row["suffix"] for row in tables["services"]["free_host"])
    for key, rows in own.items():
        checked = _checked(key, rows, f"{file}: {key}")
        if key != "brand":
            _refuse_useless_hosts(checked, f"{file}: {key}", suffixes, shared)
        _put_rows(tables, key, checked)
    _put_rows(tables, "operated", own.get("official", []))  # below an own host only its owner creates names
    _refuse_lost_targets(own.get("brand", []), tables["hosts"]["official"], f"{file}: brand")


def _checked(key: str, rows: object, place: str) -> Rows:
    """The rows of one list, with what they leave out filled in."""
    if key not in OWN_ROWS:
        raise RulebookError(f"{place} is unknown, expected one of {', '.join(OWN_ROWS)}")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RulebookError(f"{place} is {rows!r}, expected rows written as [[{key}]]")
    name, first, defaults = OWN_ROWS[key]
    shape = SHAPES[name][key][0]
    for number, row in enumerate(rows):
        _refuse_unknown_keys(row, shape, f"{place}[{number}]")
    filled = [{**defaults, **row} for row in rows]
    check_rows(filled, shape, place)
    _refuse_twice(filled, first, place)
    return filled


def _refuse_unknown_keys(row: Mapping[str, Any], shape: Mapping[str, Any], place: str) -> None:
    for key in row:
        if key not in shape and key not in _TOLD:
            known = f"{', '.join(shape)} (and, told to people: {', '.join(_TOLD)})"
            raise RulebookError(f"{place}.{key} is unknown, expected one of {known}")


def _refuse_twice(rows: Rows, first: str, place: str) -> None:
    seen: set[str] = set()
    for number, row in enumerate(rows):
        if row[first] in seen:
            raise RulebookError(f"{place}[{number}].{first} is {row[first]!r} for a second time, expected it once")
        seen.add(row[first])


def _refuse_useless_hosts(rows: Rows, place: str, suffixes: Suffixes, shared: frozenset[str]) -> None:
    """Refuse ``www.``, which is tried anyway, and names below which anybody registers: all of them would be trusted."""
    for number, host in enumerate(row["host"] for row in rows):
        if host.startswith("www."):
            expected = f"{host.removeprefix('www.')!r}: www. is always tried as well"
        elif host in shared or split_suffix(host, suffixes)[0] == host:
            expected = "a name below it: strangers have sites there"
        else:
            continue
        raise RulebookError(f"{place}[{number}].host is {host!r}, expected {expected}")


def _refuse_lost_targets(brands: Rows, official: Rows, place: str) -> None:
    known = {row["host"] for row in official}
    for number, row in enumerate(brands):
        if row["target"] not in known:
            expected = "the host of an [[official]] row, yours or ours"
            raise RulebookError(f"{place}[{number}].target is {row['target']!r}, expected {expected}")


def _put_rows(tables: dict[str, Any], key: str, rows: Rows) -> None:
    name, first, _ = OWN_ROWS[key]
    given = {row[first] for row in rows}
    tables[name][key] = [row for row in tables[name][key] if row[first] not in given] + rows
