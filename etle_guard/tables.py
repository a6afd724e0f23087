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
from etle_guard.shapes import SHAPES, check_rules, check_shape

DATA = Path(__file__).parent / "data"
FORMAT = 1
VERSION = "2026.11.25"
TABLES = ("rules", "combinations", "hosts", "words", "services", "files", "senders", "channels", "advice",
          "wordings")  # fmt: skip
GENERATED = ("host_map",)

# What the tables hold for people, and the exported files do not.
_TOLD = {
    "rules": {
        "rule": [{"title": "text", "title_id": "text", "why": "text", "wrong_when": "text", "source": "texts",
                  "date": "day", "example": "?map"}],
        "example": "map",
    },
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
    tables: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    for name in TABLES:
        tables[name] = _plain(_load(folder / f"{name}.toml", _parse_toml))
    for name in GENERATED:
        tables[name] = _load(folder / f"{name}.json", read_json)
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
        check_shape(row, SHAPES[name][key][0], f"{path.name}: {key}[{number}]")
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


def read_json(text: str) -> Any:
    """JSON as the standard has it: no NaN, no key twice. Raises ValueError."""
    return json.loads(text, parse_constant=_refuse, object_pairs_hook=_once)


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON, expected a number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"key {key} stands twice, expected once")
        found[key] = value
    return found


def _plain(value: Any) -> Any:
    """The same value with dates as ISO strings, as JSON will hold them."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def suffix_rules(path: Path) -> dict[str, str]:
    """The rules of a suffix list file, registries' own and private ones: first labels by what stands behind them.

    Their order is the one that packs best: short endings first, labels that end alike beside each other.
    """
    found: dict[str, list[str]] = {}
    for rule in _rules(_load_text(path)):
        first, _, behind = rule.partition(".")
        found.setdefault(behind, []).append(first)
    endings = sorted(found, key=lambda behind: (len(behind), behind))
    return {behind: " ".join(sorted(found[behind], key=_backwards)) for behind in endings}


def _backwards(label: str) -> str:
    return label[::-1]


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
    if tables.get("format") != FORMAT or isinstance(tables["format"], bool):
        raise RulebookError(f"tables: format is {tables.get('format')!r}, expected {FORMAT}")
    check_shape(tables.get("version"), SHAPES["version"], "tables: version")
    for name in (*TABLES, *GENERATED):
        file, table = f"{name}.{'json' if name in GENERATED else 'toml'}", tables.get(name)
        if not isinstance(table, Mapping):
            raise RulebookError(f"{file}: is a {type(table).__name__}, expected a table")
        for shapes in (SHAPES[name], _TOLD.get(name, {})):
            for key, shape in shapes.items():
                check_shape(table.get(key), shape, f"{file}: {key}")
    check_rules([row["id"] for row in tables["rules"]["rule"]], "rules.toml: rule")
