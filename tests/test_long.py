"""Half a minute each of what benchmarks/long.py does for an hour."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

import long as long_run

SECONDS = 25


def test_a_stream_of_messages_grows_nothing_and_changes_nothing() -> None:
    """One process, fed for a while: memory as after the first rounds, the same answers in every round."""
    found = long_run.in_python(SECONDS)

    assert found["messages"] >= 4 * 2_000
    assert (found["changed"], found["errors"]) == (0, "")
    assert found["grown"] < long_run.GROWN_PYTHON


def test_a_page_that_scrolls_grows_nothing_and_changes_nothing() -> None:
    """Chromium, windows of mixed messages in and out: the same marks on the same rows at the end as at the start."""
    found = long_run.in_browser(SECONDS)

    assert found["errors"] == []
    assert found["levels"].count("-") < len(found["levels"]) == long_run.WINDOW
    assert found["grown"] < long_run.GROWN_PAGE
