"""The tables as they lie on disk: read, checked for shape, and put into one plain mapping that JSON can hold.

The same mapping is exported for the extension, so both languages build their rule book from the same values.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from etle_guard.errors import RulebookError

DATA = Path(__file__).parent / "data"
VERSION = "2026.11.23"
TABLES = ("rules", "combinations", "hosts", "words", "services", "files", "senders", "channels", "advice")
GENERATED = ("fold", "host_map")

# The lists that a table must hold, and what every row of them must have: key → type.
_HOST = {"host": str, "operator": str}
SHAPES: Mapping[str, Mapping[str, Mapping[str, type]]] = {
    "rules": {"rule": {"id": str, "kind": str, "title": str, "why": str, "points": int, "wrong_when": str,
                       "source": list, "date": str, "says": dict},
              "trick": {"id": str, "says": dict}},
    "combinations": {"silence": {"id": str, "when": list, "unless": list, "kinds": list, "rules": list,
                                 "defanged_links": bool},
                     "cap": {"id": str, "when": list, "unless": list, "level": str}},
    "hosts": {"official": {**_HOST, "status": str, "imitated": bool}, "neighbour": {"host": str},
              "operated": _HOST, "misprint": {"host": str}, "well_known": {"host": str}},
    "words": {"brand": {"word": str, "kind": str, "weight": int, "edits": int, "target": str}},
    "services": {"shortener": {"host": str}, "free_host": {"suffix": str}, "cheap_suffix": {"suffix": str},
                 "restricted_suffix": {"suffix": str}, "redirect_parameter": {"name": str}},
    "files": {"dangerous": {"extension": str, "points_class": str}, "pretext": {"word": str, "pretext": str},
              "harmless": {"extension": str}},
    "senders": {"number": {"number": str, "period": list}, "name": {"name": str, "status": str}},
    "channels": {"event": {"date": str, "summary_id": str, "summary_en": str}},
    "advice": {"step": {"situation": str, "order": int, "id": str, "en": str}},
}  # fmt: skip

# What a table of one's own may hold: the table that each list belongs to, what names a row, what it may leave out.
OWN_ROWS: Mapping[str, tuple[str, str, Mapping[str, Any]]] = {
    "official": ("hosts", "host", {"status": "own", "imitated": True}),
    "operated": ("hosts", "host", {}),
    "neighbour": ("hosts", "host", {}),
    "brand": ("words", "word", {"kind": "authority", "weight": 35, "edits": 1}),
}


def read_tables(folder: Path = DATA, own: Path | None = None) -> dict[str, Any]:
    """Read every table of a folder, then the rows of ``own``. Raises RulebookError naming file, key and value.

    ``own`` holds ``[[official]]``, ``[[operated]]``, ``[[neighbour]]`` and ``[[brand]]`` rows as in ``hosts.toml`` and
    ``words.toml``: names and words that somebody else wants protected. ``OWN_ROWS`` fills in what a row leaves out.
    """
    tables: dict[str, Any] = {"format": 1, "version": VERSION}
    for name in TABLES:
        tables[name] = _plain(_load(folder / f"{name}.toml", _parse_toml))
    for name in GENERATED:
        tables[name] = _load(folder / f"{name}.json", json.loads)
    check_tables(tables)
    if own is not None:
        _add_own_rows(tables, own)
    return tables


def _add_own_rows(tables: dict[str, Any], path: Path) -> None:
    """Put the rows of a file of one's own into freshly read tables; a host or word that they hold gives way."""
    own = _plain(_load(path, _parse_toml))
    for key, rows in own.items():
        if key not in OWN_ROWS:
            raise RulebookError(f"{path.name}: {key} is unknown, expected one of {', '.join(OWN_ROWS)}")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise RulebookError(f"{path.name}: {key} is {rows!r}, expected rows written as [[{key}]]")
        _put_rows(tables, key, rows, path)
    _put_rows(tables, "operated", own.get("official", []), path)  # below an own host only its owner creates names


def _put_rows(tables: dict[str, Any], key: str, rows: list[dict[str, Any]], path: Path) -> None:
    name, first, defaults = OWN_ROWS[key]
    filled = [{**defaults, **row} for row in rows]
    for number, row in enumerate(filled):
        _check_row(f"{path.name}: {key}[{number}]", row, SHAPES[name][key])
    given = {row[first] for row in filled}
    tables[name][key] = [row for row in tables[name][key] if row[first] not in given] + filled


def _parse_toml(text: str) -> dict[str, Any]:
    return tomllib.loads(text)


def _load(path: Path, parse: Callable[[str], Any]) -> dict[str, Any]:
    try:
        found = parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise RulebookError(f"{path.name}: cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise RulebookError(f"{path.name}: is a {type(found).__name__}, expected a table")
    return found


def _plain(value: Any) -> Any:
    """The same value with dates as ISO strings, as JSON will hold them."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def suffix_rules(path: Path) -> dict[str, str]:
    """The rules of a suffix list file, registries' own and private ones: first labels by what stands behind them."""
    found: dict[str, list[str]] = {}
    for rule in _rules(_load_text(path)):
        first, _, behind = rule.partition(".")
        found.setdefault(behind, []).append(first)
    return {behind: " ".join(labels) for behind, labels in found.items()}


def _load_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RulebookError(f"{path.name}: cannot be read: {error}") from error


def _rules(text: str) -> Iterator[str]:
    for line in text.splitlines():
        rule = line.split(maxsplit=1)[0] if line.strip() else ""
        if rule and not rule.startswith("//"):
            yield rule


def check_tables(tables: Mapping[str, Any]) -> None:
    """Check the shape of every table. Raises RulebookError naming file, row, key and value."""
    for name, lists in SHAPES.items():
        for key, shape in lists.items():
            rows = tables[name].get(key)
            if not isinstance(rows, list):
                raise RulebookError(f"{name}.toml: {key} is {rows!r}, expected a list of rows")
            for number, row in enumerate(rows):
                _check_row(f"{name}.toml: {key}[{number}]", row, shape)


def _check_row(place: str, row: Any, shape: Mapping[str, type]) -> None:
    if not isinstance(row, dict):
        raise RulebookError(f"{place} is {row!r}, expected a table")
    for key, kind in shape.items():
        value = row.get(key)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise RulebookError(f"{place}.{key} is {value!r}, expected {kind.__name__}")
