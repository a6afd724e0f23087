"""The tables, parsed before: TOML takes a tenth of the time that an import takes, JSON a hundredth.

``data/parsed.json`` holds every table beside the SHA-256 of the file that it was parsed from, and a table counts only
while that file is still the same. So it can be old, never wrong: whoever edits a table is heard at once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

NAME = "parsed.json"


def read_parsed(folder: Path) -> Mapping[str, Any]:
    """What was parsed before, by file name; nothing where it is missing or broken, since the tables say it all."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def table_of(parsed: Mapping[str, Any], name: str, text: str) -> dict[str, Any] | None:
    """The table of a file as it was parsed before, if the file is still the same."""
    row = parsed.get(name)
    if not isinstance(row, Mapping) or row.get("sha256") != _digest(text) or not isinstance(row.get("table"), dict):
        return None
    return dict(row["table"])


def parsed_text(folder: Path, names: tuple[str, ...], parse: Callable[[str], Any]) -> str:
    """The content of ``parsed.json`` for the files of a folder."""
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    rows = {name: {"sha256": _digest(text), "table": parse(text)} for name, text in texts.items()}
    made = {"generated_by": "etle-guard export", **rows}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
