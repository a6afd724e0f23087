"""A long run: mixed messages through the extension in Chromium and through ``check --jsonl`` in Python.

    python benchmarks/long.py --minutes 60

Both must end as they began: no growth of memory, no error, the same verdicts for the same messages. ``scripts/test``
runs it for half a minute each. Exit code 1 where something grew or changed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests" / "browser")]

WARM = 3  # rounds before anything is measured: they fill what is kept on purpose
GROWN_PAGE, GROWN_PYTHON = 10.0, 8.0  # MB that may come and go
PATIENCE = 80  # looks at a window without marks
WINDOW = 60  # rows that the page shows at a time


def mixed(count: int) -> list[str]:
    """Messages of every kind, so many of them different."""
    rows = [json.loads(line) for path in sorted((ROOT / "models/corpus").glob("*.jsonl")) for line in path.open()]
    return [f"{rows[place * 7 % len(rows)]['text']} {place}" for place in range(count)]


def in_python(seconds: float) -> dict[str, Any]:
    """Feed one process for so long; its memory after the first rounds and at the end, and what changed."""
    lines = [json.dumps({"id": place, "text": text}) + "\n" for place, text in enumerate(mixed(2_000))]
    process = subprocess.Popen(
        [sys.executable, "-m", "etle_guard", "check", "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert process.stdin and process.stdout and process.stderr
    rounds, first, before, changed = 0, [""], 0.0, 0
    end = time.monotonic() + seconds
    while time.monotonic() < end or rounds <= WARM:
        answers = []
        for start in range(0, len(lines), 20):  # few at a time, so that neither pipe fills while the other waits
            process.stdin.writelines(lines[start : start + 20])
            process.stdin.flush()
            answers += [process.stdout.readline() for _ in range(20)]
        rounds += 1
        first = answers if rounds == 1 else first
        changed += answers != first
        before = resident(process.pid) if rounds == WARM else before
    after = resident(process.pid)
    process.stdin.close()
    said = process.stderr.read()
    process.wait()
    return {"messages": rounds * len(lines), "grown": after - before, "changed": changed, "errors": said}


def resident(pid: int) -> float:
    """Megabytes of memory of a process (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1000


def in_browser(seconds: float) -> dict[str, Any]:
    """Scroll mixed messages through the page for so long; memory, verdicts and errors at the end."""
    from chromium import open_chromium, visit
    from playwright.sync_api import sync_playwright
    from server import start_server

    from extension import EXTENSION, REPLACE, heap, put

    server, port = start_server(Path(tempfile.mkdtemp()))
    errors: list[str] = []
    with (
        sync_playwright() as playwright,
        open_chromium(playwright, EXTENSION, port, Path(tempfile.mkdtemp())) as context,
    ):
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
        visit(page, chat="empty")
        texts = mixed(3_000)
        put(page, texts)
        page.evaluate(REPLACE)
        first, before, rounds, start = "", 0.0, 0, 0
        end = time.monotonic() + seconds
        while time.monotonic() < end or rounds <= WARM:
            for _ in range(10):
                show(page, start % (len(texts) - WINDOW))
                start += WINDOW
            levels = show(page, 0)
            rounds += 1
            first = levels if rounds == 1 else first
            if levels != first:
                errors.append(f"round {rounds}: {levels} instead of {first}")
            before = heap(page) if rounds == WARM else before
        page.evaluate("fx.replace([])")
        page.wait_for_timeout(500)
        found = {"rounds": rounds, "rows": start, "grown": heap(page) - before, "errors": errors, "levels": first}
    server.shutdown()
    return found


def show(page: Any, start: int) -> str:
    """Put a window of rows into the page, wait for quiet, and give the level of every row's mark."""
    page.evaluate(f"fx.replace(CHATS.bench.slice({start}, {start + WINDOW}))")
    last, steady, tries = None, 0, 0
    while steady < 3 or (not set(str(last)) & set("cd") and tries < PATIENCE):  # a busy machine marks later
        page.wait_for_timeout(60)
        tries += 1
        levels = page.evaluate(
            """() => [...document.querySelector('[role="application"]').children].map((row) =>
                row.querySelector('etle-badge')?.shadowRoot.querySelector('button').dataset.level[0] ?? '-').join('')"""
        )
        steady = steady + 1 if levels == last else 0
        last = levels
    return str(last)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    seconds = parser.parse_args().minutes * 60
    python, browser = in_python(seconds), in_browser(seconds)
    print(
        f"Python: {python['messages']:,} messages, memory {python['grown']:+.1f} MB, {python['changed']} rounds changed"
    )
    print(f"Browser: {browser['rows']:,} rows, memory {browser['grown']:+.1f} MB, {len(browser['errors'])} errors")
    for error in [python["errors"], *browser["errors"]]:
        if error:
            print(error)
    sound = not (python["errors"] or browser["errors"] or python["changed"])
    return 0 if sound and python["grown"] < GROWN_PYTHON and browser["grown"] < GROWN_PAGE else 1


if __name__ == "__main__":
    sys.exit(main())
