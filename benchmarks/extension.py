"""What the extension costs in Chromium: script time, longest stretch of it, time to a mark, memory.

Run: python benchmarks/extension.py. Rows are built by tests/samples as WhatsApp Web of September 2026 builds them.
"Ours" is what the browser's trace says was spent in scripts of the extension.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from chromium import in_page_scripts, open_chromium, until, visit  # noqa: E402
from server import start_server  # noqa: E402

EXTENSION = ROOT / "extension"
SCAM_EVERY = 100  # rows: a chat is hardly ever full of scams
QUIET = 400  # ms without a task of ours after which a measurement ends
CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"]
CALLS = frozenset({"FunctionCall", "EvaluateScript", "FireIdleCallback", "RunMicrotasks"})


def texts(count: int) -> list[str]:
    """So many different messages, one in a hundred a scam."""
    rows = [json.loads(line) for path in sorted((ROOT / "models/corpus").glob("*.jsonl")) for line in path.open()]
    ordinary = [row["text"] for row in rows if row["label"] == "other"]
    scams = [row["text"] for row in rows if row["label"] == "scam"]
    chosen = (scams if n % SCAM_EVERY == 0 else ordinary for n in range(count))
    return [f"{pool[n % len(pool)]} {n}" for n, pool in enumerate(chosen)]


def two_texts(count: int) -> list[str]:
    """A scam and a harmless message by turns: half of the rows get a mark, and nothing is judged twice."""
    scam = "Denda tilang Anda belum dibayar, lunasi di tilang-kejaksaan-contoh.top/id"
    pair = (scam, "Terima kasih, sampai besok ya")
    return [pair[n % 2] for n in range(count)]


def put(page: Any, rows: list[str]) -> None:
    """Tell the page which messages the chat named `bench` holds; nothing is drawn yet."""
    page.evaluate(
        """(rows) => {
            CHATS.bench = rows.map((_, n) => `b${n}`);
            rows.forEach((text, n) => { MESSAGES[`b${n}`] = { from: '+62 823-3334-1001', text }; });
        }""",
        rows,
    )


class Trace:
    """The browser's own record of what ran on the page's main thread."""

    def __init__(self, page: Any) -> None:
        self._protocol = page.context.new_cdp_session(page)
        self._events: list[dict[str, Any]] = []
        self._is_whole = False
        self._protocol.on("Tracing.dataCollected", lambda told: self._events.extend(told["value"]))
        self._protocol.on("Tracing.tracingComplete", lambda _: setattr(self, "_is_whole", True))
        self._page = page

    def __enter__(self) -> Trace:
        self._protocol.send("Tracing.start", {"traceConfig": {"includedCategories": CATEGORIES}})
        return self

    def __exit__(self, *_: object) -> None:
        self._protocol.send("Tracing.end")
        while not self._is_whole:
            self._page.wait_for_timeout(50)
        self._protocol.detach()

    def ours(self) -> float:
        """Milliseconds in scripts of the extension; a call inside a call counts once."""
        return sum(length for _, length, _ in self._outermost()) / 1000

    def longest(self) -> float:
        """Milliseconds of the longest stretch of ours without a turn for the page."""
        return max((length for _, length, _ in self._outermost()), default=0) / 1000

    def _outermost(self) -> Iterator[tuple[int, int, int]]:
        last = -1
        for event in sorted(self._events, key=lambda one: (one.get("ts", 0), -one.get("dur", 0))):
            if event.get("ph") != "X" or event.get("name") not in CALLS:
                continue
            url = str(event.get("args", {}).get("data", {}).get("url", ""))
            if url.startswith("chrome-extension://") and event["ts"] >= last:
                last = event["ts"] + event.get("dur", 0)
                yield event["ts"], event.get("dur", 0), event["tid"]


def open_rows(page: Any, rows: list[str], marked: int, slower: int = 1) -> Trace:
    """Open a chat of these rows while the extension works, and wait until so many marks stand and all is read."""
    visit(page, chat="empty")
    put(page, rows)
    protocol = page.context.new_cdp_session(page)
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    with Trace(page) as trace:
        page.evaluate("fx.open('bench')")
        until(page, f"document.querySelectorAll('etle-badge').length >= {marked}", seconds=120)
        page.wait_for_timeout(1500 * slower)
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    protocol.detach()
    return trace


def to_badge(page: Any, times: int) -> list[float]:
    """Milliseconds from the arrival of a message in the page to its mark."""
    visit(page, chat="harmless")
    page.wait_for_timeout(QUIET)
    found = []
    for _ in range(times):
        found.append(
            page.evaluate(
                """() => new Promise((resolve) => {
                    const before = document.querySelectorAll('etle-badge').length;
                    const start = performance.now();
                    const watch = new MutationObserver(() => {
                        if (document.querySelectorAll('etle-badge').length === before) return;
                        watch.disconnect();
                        resolve(performance.now() - start);
                    });
                    watch.observe(document.body, { childList: true, subtree: true });
                    fx.append('scam');
                })"""
            )
        )
        page.wait_for_timeout(60)
    return found


def heap(page: Any) -> float:
    """Megabytes of JavaScript in the page's process after two collections, all worlds together."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("Performance.enable")
    for _ in range(2):
        protocol.send("HeapProfiler.collectGarbage")
    metrics = {one["name"]: one["value"] for one in protocol.send("Performance.getMetrics")["metrics"]}
    protocol.detach()
    return float(metrics["JSHeapUsedSize"]) / 1e6


COUNT = """(globalThis.judged = 0, ((old) => {
    checkMessage = (...given) => { globalThis.judged += 1; return old(...given); };
})(checkMessage), 1)"""
REPLACE = """() => {
    fx.replace = (keys) => {
        shown.clear(); // the imitated page lets go of its rows, so that what stays is ours
        document.querySelector('[role="application"]').replaceChildren(...keys.map(buildRow));
    };
}"""
SCROLL = """async (window_size) => {
    const keys = CHATS.bench, list = document.querySelector('[role="application"]');
    for (let at = 0; at < keys.length; at += window_size) {
        fx.replace(keys.slice(at, at + window_size));
        await new Promise((resolve) => setTimeout(resolve, 120));
    }
}"""


def scrolled(page: Any, count: int, window: int) -> tuple[float, float, int]:
    """Megabytes before and after so many rows went through a window of rows, and how many messages were judged."""
    visit(page, chat="empty")
    put(page, texts(count))
    in_page_scripts(page, EXTENSION, COUNT)
    page.evaluate(REPLACE)
    page.evaluate(SCROLL, window)  # the first walk fills what is kept on purpose
    page.evaluate("fx.replace([])")
    page.wait_for_timeout(1000)
    before, judged = heap(page), in_page_scripts(page, EXTENSION, "judged")
    page.evaluate(SCROLL, window)
    page.evaluate("fx.replace([])")
    page.wait_for_timeout(1000)
    return before, heap(page), judged


def main() -> None:
    from playwright.sync_api import sync_playwright

    server, port = start_server(Path(tempfile.mkdtemp()))
    rows: list[tuple[str, str, str]] = []
    profile = Path(tempfile.mkdtemp())
    with sync_playwright() as playwright, open_chromium(playwright, EXTENSION, port, profile) as context:
        page = context.new_page()
        normal = open_rows(page, two_texts(2000), 1000)
        rows.append(("2,000 rows, half of them marked: ours", f"{normal.ours():.0f} ms", "150 ms"))
        rows.append(("  longest stretch", f"{normal.longest():.0f} ms", "50 ms"))
        slow = open_rows(page, two_texts(200), 100, slower=6)
        rows.append(("200 rows, half marked, a sixth of the speed: ours", f"{slow.ours():.0f} ms", "1,000 ms"))
        rows.append(("  longest stretch", f"{slow.longest():.0f} ms", "100 ms"))
        varied = open_rows(page, texts(2000), 10)
        rows.append(("2,000 different rows, 1 % scams: ours", f"{varied.ours():.0f} ms", ""))
        rows.append(("  longest stretch", f"{varied.longest():.0f} ms", ""))
        took = to_badge(page, 30)
        rows.append(("new message to mark, median", f"{statistics.median(took):.0f} ms", "50 ms"))
        before, after, judged = scrolled(page, 10_000, 100)
        rows.append(("10,000 rows twice through a window, memory", f"{after - before:+.1f} MB", "10 MB"))
        rows.append(("10,000 rows through a window, judged", f"{judged:,}", "10,000"))
    server.shutdown()
    print(f"{'what':<52}{'measured':>12}{'asked, at most':>16}")
    for what, measured, asked in rows:
        print(f"{what:<52}{measured:>12}{asked:>16}")


if __name__ == "__main__":
    main()
