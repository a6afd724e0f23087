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
from etle_guard.own import add_own_rows
from etle_guard.parse.suffix import make_suffixes
from etle_guard.parsed import read_parsed, table_of
from etle_guard.rows import check_rows
from etle_guard.shapes import SHAPES, check_rules, check_shape

DATA = Path(__file__).parent / "data"
FORMAT = 1
VERSION = "2026.11.25"
TABLES = ("rules", "combinations", "hosts", "words", "services", "files", "senders", "channels", "advice",
          "wordings")  # fmt: skip
GENERATED = ("host_map",)

# What the tables hold for people, and the exported files do not.
_SEEN = {"source": "texts", "date": "day"}
_CARD = {"title": "text", "title_id": "text", "why": "text", "wrong_when": "text", **_SEEN, "example": "?map"}
_TOLD: Mapping[str, Any] = {
    "rules": {"rule": [_CARD], "example": "map"},
    "hosts": {key: [_SEEN] for key in ("official", "operated", "neighbour", "misprint", "well_known")},
    "words": {"brand": [_SEEN]},
}


def read_tables(folder: Path = DATA, own: Path | None = None) -> dict[str, Any]:
    """Read every table of a folder, then the rows of ``own``. Raises RulebookError naming file, key and value.

    ``own`` holds ``[[official]]``, ``[[operated]]``, ``[[neighbour]]`` and ``[[brand]]`` rows as in ``hosts.toml`` and
    ``words.toml``: names and words that somebody else wants protected (etle_guard/own.py).
    """
    tables: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    parsed = read_parsed(folder)
    for name in TABLES:
        tables[name] = _read_table(folder / f"{name}.toml", parsed)
    for name in GENERATED:
        tables[name] = _load(folder / f"{name}.json", read_json)
    check_tables(tables)
    if own is not None:
        rows = _load(own, parse_toml)
        add_own_rows(tables, rows, own.name, make_suffixes(DATA / "suffixes.txt"))
    return tables


def _read_table(path: Path, parsed: Mapping[str, Any]) -> dict[str, Any]:
    return _load(path, lambda text: table_of(parsed, path.name, text) or parse_toml(text))


def parse_toml(text: str) -> Any:
    """TOML as JSON will hold it, dates as ISO strings. Raises ValueError."""
    return _plain(tomllib.loads(text))


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
        told = _TOLD.get(name, {})
        for key, shape in {**told, **SHAPES[name]}.items():
            if isinstance(shape, list):
                check_rows(table.get(key), {**shape[0], **told.get(key, [{}])[0]}, f"{file}: {key}")
            else:
                check_shape(table.get(key), shape, f"{file}: {key}")
    check_rules([row["id"] for row in tables["rules"]["rule"]], "rules.toml: rule")
