"""Half a minute each of what benchmarks/long.py does for an hour: through Python, and through Chromium."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_a_long_run_grows_nothing_and_changes_nothing() -> None:
    """Its own process, which ends with 1 where memory grew, an answer changed, or an error was told."""
    done = subprocess.run(
        [sys.executable, "benchmarks/long.py", "--minutes", "0.4"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    messages, rows = (
        int(number.replace(",", "")) for number in re.findall(r": ([\d,]+) (?:messages|rows)", done.stdout)
    )
    assert messages >= 8_000 and rows >= 1_000, done.stdout
