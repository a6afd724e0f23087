"""Golden and made-up messages inside the real extension of both browsers: the same bytes as Python's."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from bidi import ORIGIN, open_firefox
from chromium import open_ui
from conftest import EXTENSION, ROOT

from etle_guard.present.stream import check_lines
from etle_guard.rulebook import default_rulebook

sys.path.insert(0, str(ROOT / "tests"))

from grammar import lines

AT_ONCE = 500  # lines in one question to the browser
ANSWERED = """(async (lines) => {
    const { rulebook } = await startChecker();
    const bytes = (line) => Uint8Array.from(line, (sign) => sign.charCodeAt(0));
    return lines.map((line, place) => answer(bytes(line), place + 1, rulebook)[0]);
})"""


def vectors() -> list[bytes]:
    """Every golden message, what once differed, and two thousand of the grammar's lines that are not blank."""
    golden = [
        (ROOT / "tests" / "golden" / name).read_bytes().splitlines() for name in ("messages.jsonl", "twins.jsonl")
    ]
    made = [line for line in lines(seed=11, count=2000) if line.strip()]
    return [*golden[0], *golden[1], *made]


def compare(evaluate: Callable[[str], Any]) -> None:
    given = vectors()
    for start in range(0, len(given), AT_ONCE):
        part = given[start : start + AT_ONCE]
        ours = [text for text, _ in check_lines([line + b"\n" for line in part], default_rulebook())]
        theirs = evaluate(f"{ANSWERED}({json.dumps([line.decode('latin-1') for line in part])})")
        assert theirs == ours


def test_in_chromium(chromium: Any, extension_id: str) -> None:
    page = open_ui(chromium, extension_id, "popup")
    compare(page.evaluate)
    page.close()


def test_in_firefox(firefox: Any, port: int) -> None:
    """In a Firefox of its own: where the extension was installed anew, its pages have another address."""
    del firefox  # skips where there is no Firefox
    with open_firefox(EXTENSION, port) as browser:
        browser.go(f"{ORIGIN}/ui/popup.html")
        browser.until("document.querySelector('html[data-ready]') !== null")
        compare(browser.evaluate)
