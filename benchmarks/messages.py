"""How long one message takes, in one run: Python, JavaScript, and the fitted scikit-learn pipeline.

    pip install -e '.[train]'
    python benchmarks/messages.py [--out docs/benchmarks/messages.md]

Messages are the golden ones of ``tests/golden/messages.jsonl``. Each is taken several times and its shortest time
counts (a busy machine only adds); p50 and p99 are over messages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import joblib

import etle_guard
from etle_guard.model.linear import read_text
from etle_guard.rulebook import default_rulebook

ROOT = Path(__file__).parents[1]
ROUNDS = 7
STARTS = 7


def main() -> None:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks" / "messages.md")
    options = parser.parse_args()
    messages = [json.loads(line) for line in _golden().read_text(encoding="utf-8").splitlines()]
    page = report(messages)
    print(page)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(page, encoding="utf-8")


def _golden() -> Path:
    return ROOT / "tests" / "golden" / "messages.jsonl"


def report(messages: Sequence[dict[str, Any]]) -> str:
    """The page: one table of times, one of starts and sizes."""
    times = python_times(messages) | node_times()
    own = percentile(times["Python, text part"], 50)
    rows = "\n".join(
        f"| {name} | {percentile(found, 50):,.0f} | {percentile(found, 99):,.0f} | {percentile(found, 50) / own:.2f} |"
        for name, found in times.items()
    )
    ours, floor = (
        start("import etle_guard; etle_guard.check('x')"),
        start("import tldextract; tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)('a.b.id')"),
    )
    size = len(gzip.compress((ROOT / "models" / "text.json").read_bytes(), 9))
    return f"""# Messages: how long one takes

- Date: {datetime.now(UTC).date()}
- Command: `python benchmarks/messages.py`
- Python {platform.python_version()}, Node {_node_version()}, {platform.machine()}, {os.cpu_count()} CPUs
- {len(messages)} golden messages; the shortest of {ROUNDS} times each

| what | p50, µs | p99, µs | x Python's text part |
| --- | --: | --: | --: |
{rows}

- Import and first verdict: {ours:.0f} ms, {ours / floor:.2f} x import and first call of tldextract ({floor:.0f} ms;
  medians of {STARTS} starts with compiled modules).
- The model with its tables (`models/text.json`), gzip: {size / 1000:.1f} kB.
"""


def python_times(messages: Sequence[dict[str, Any]]) -> dict[str, list[float]]:
    """Microseconds for each message: the whole check, the text part, and the pipeline one message at a time."""
    model = default_rulebook().model
    pipeline = joblib.load(ROOT / "models" / "text.joblib")  # our own file, made beside text.json
    texts = [row["text"] for row in messages]
    return {
        "Python, whole check": best(messages, check_row, ROUNDS),
        "Python, text part": best(texts, lambda text: read_text(text, model), ROUNDS),
        "scikit-learn pipeline, one at a time": best(texts, lambda text: pipeline.predict([text]), 2),
        "scikit-learn pipeline, all in one batch": [in_batch(lambda: pipeline.predict(texts)) / len(texts)]
        * len(texts),
    }


def check_row(row: dict[str, Any]) -> object:
    """A golden message through the front door."""
    return etle_guard.check(row["text"], sender=row.get("sender"), attachments=row.get("attachments", ()))


def best(values: Sequence[Any], run: Callable[[Any], object], rounds: int) -> list[float]:
    """The shortest time of each value, in microseconds."""
    found = [float("inf")] * len(values)
    for _ in range(rounds):
        for place, value in enumerate(values):
            begin = time.perf_counter()
            run(value)
            found[place] = min(found[place], (time.perf_counter() - begin) * 1e6)
    return found


def in_batch(run: Callable[[], object]) -> float:
    """The shorter of two times of everything at once, in microseconds."""
    return min(best([None], lambda _: run(), 2))


def node_times() -> dict[str, list[float]]:
    """The same for the extension's core, in Node."""
    script = ROOT / "benchmarks" / "messages.mjs"
    done = subprocess.run(["node", script], input=_golden().read_bytes(), capture_output=True, check=True)
    found = json.loads(done.stdout)
    return {"Node, whole check": found["check"], "Node, text part": found["text"]}


def _node_version() -> str:
    return subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()


def start(code: str) -> float:
    """Milliseconds from an empty process to the end of ``code``, less those of an empty process: a median.

    Modules are compiled once and kept, as they are where packages are installed.
    """
    with tempfile.TemporaryDirectory() as kept:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": kept}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        _process(code, environment)
        times = [_process(code, environment) for _ in range(STARTS)]
        return _median(times) - _median([_process("", environment) for _ in range(STARTS)])


def _process(code: str, environment: Mapping[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    return (time.perf_counter() - begin) * 1e3


def _median(values: list[float]) -> float:
    return percentile(values, 50)


def percentile(values: Sequence[float], share: int) -> float:
    """The value below which ``share`` of a hundred lie."""
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


if __name__ == "__main__":
    main()
