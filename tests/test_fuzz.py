"""The fuzzer's corpus is replayed, and gone on from for a while; benchmarks/fuzz.py goes on for as long as wanted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RUNS = {"parse": 1_500, "skeleton": 20_000, "tokens": 3_000, "rulebook": 60, "model": 300}

pytest.importorskip("atheris", reason="atheris has no wheel for this platform")


@pytest.mark.parametrize("target", RUNS)
def test_no_input_raises_or_hangs(target: str) -> None:
    """Coverage-guided from the kept corpus; libFuzzer exits with 77 at a crash, 70 at a time-out."""
    corpus = ROOT / "tests" / "fuzz" / target
    assert any(corpus.iterdir())

    done = subprocess.run(
        [sys.executable, "benchmarks/fuzz.py", target, "--runs", str(RUNS[target]), "--seconds", "60"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr[-3000:]
    assert "seed corpus: files:" in done.stderr
