"""The rows of a table that a person writes: one error names the row and everything that it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from etle_guard.errors import RulebookError
from etle_guard.shapes import check_shape, told_kind

_NAMES = ("host", "word", "id", "suffix", "extension", "number", "name", "concept")  # what people know a row by


def check_rows(rows: object, shape: Mapping[str, Any], place: str) -> None:
    """Raise RulebookError naming place, row, key and what was expected, unless every row has the shape."""
    if not isinstance(rows, list):
        check_shape(rows, [shape], place)
        return
    for number, row in enumerate(rows):
        _refuse_gaps(row, shape, f"{place}[{number}]")
        try:
            check_shape(row, shape, f"{place}[{number}]")
        except RulebookError as error:
            raise RulebookError(f"{error}{_row_name(row, str(error))}") from None


def _refuse_gaps(row: object, shape: Mapping[str, Any], place: str) -> None:
    if isinstance(row, Mapping):
        gaps = [key for key, kind in shape.items() if row.get(key) is None and _is_needed(kind)]
        if gaps:
            lacks = ", ".join(f"{key} ({told_kind(shape[key])})" for key in gaps)
            raise RulebookError(f"{place} lacks {lacks}{_row_name(row)}")


def _is_needed(kind: object) -> bool:
    return not (isinstance(kind, str) and kind.startswith("?"))


def _row_name(row: object, told: str = "") -> str:
    """What people know a row by, unless they were told already."""
    held = row if isinstance(row, Mapping) else {}
    name = next((held[key] for key in _NAMES if isinstance(held.get(key), str)), "")
    return f", in the row of {name}" if name and name not in told else ""
