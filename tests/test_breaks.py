"""The faults that `benchmarks/breaks.py` puts into a copy still fit the code."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
BREAKS = tomllib.loads((ROOT / "benchmarks" / "breaks.toml").read_text(encoding="utf-8"))["break"]


@pytest.mark.parametrize("row", BREAKS, ids=[row["name"] for row in BREAKS])
def test_what_a_fault_replaces_stands_once_in_its_file(row: dict[str, Any]) -> None:
    assert (ROOT / row["file"]).read_text(encoding="utf-8").count(row["old"]) == 1
