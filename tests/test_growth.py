"""No input costs more than its length: time on hostile strings of doubling length, in both languages.

Times are compared with each other, never with a clock: a quadratic step makes the last doubling cost four times as
much. A doubling that looks too dear is measured again, because a busy machine only adds.
"""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

import pytest

import etle_guard

ROOT = Path(__file__).resolve().parents[1]
SIZES = (32_000, 64_000, 128_000)  # code points
DEAREST = 3.0  # times, for a doubling; linear is 2, quadratic 4
TRIES = 4
# One regular expression, scanner or loop each that such a string could make look back again and again.
HOSTILE = {
    "one long word": "a",
    "dots": ".",
    "labels": "a.",
    "hyphens and dots": "a-.",
    "schemes": "http://",
    "scheme without slashes": "https:",
    "backslashes": "http:\\\\",
    "ats": "a@",
    "percent signs": "%41",
    "colons": ":8",
    "open brackets": "[.",
    "defanged dots": "[.]a",
    "spelt dots": " titik a",
    "spaced letters": "t i l a n g ",
    "quotation marks": '"',
    "curly quotation marks": "\u201ca",
    "apostrophes": "'a",
    "spaces": " ",
    "line ends": "\n",
    "broken hosts": "kejak\nsaan.\n",
    "digits": "1",
    "spaced digits": "1 ",
    "plates": "b 1234 xyz ",
    "combining marks": "a\u0301\u0323",
    "only combining marks": "\u0301",
    "zero width": "t\u200b",
    "direction signs": "\u202ea",
    "wide letters": "\uff54\uff49\uff4c",
    "emoji": "🚨",
    "lone surrogates": "\ud800",
    "punycode": "xn--a.",
    "one letter stretched": "bayaaaaaaaaaaaar ",
    "negations": "jangan bukan tidak ",
    "demands": "kirim kode OTP ke rekening 1234567890 atas nama ",
    "redirects": "?url=https://a.id/",
    "links": "https://tilang-kejaksaan.top/id ",
    "file names": "surat.pdf.apk/",
    "slashes": "/",
    "official and foreign": "etilang.polri.go.id.x.top ",
}


def _strings() -> dict[str, list[str]]:
    return {name: [(unit * (size // len(unit) + 1))[:size] for size in SIZES] for name, unit in HOSTILE.items()}


def _python_ms(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        etle_guard.check(text, attachments=[text[:100_000]], sender=text[:100_000])
        best = min(best, time.perf_counter() - start)
    return best * 1000


def _node_ms(named: dict[str, str]) -> dict[str, float]:
    given = "".join(json.dumps({"name": name, "text": text}) + "\n" for name, text in named.items())
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "growth.mjs")],
        input=given,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    return {row["name"]: row["ms"] for row in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length_only_in_python(name: str) -> None:
    """The last doubling of a hostile string costs little more than twice the time."""
    _, half, whole = _strings()[name]

    for _ in range(TRIES):
        ratio = _python_ms(whole) / max(_python_ms(half), 1.0)
        if ratio < DEAREST:
            break

    assert ratio < DEAREST, f"{name}: {ratio:.1f} times the time for twice the length"


def test_time_grows_with_length_only_in_javascript() -> None:
    """The same for the twins."""
    strings, dear = _strings(), {}
    wanted = set(strings)
    for _ in range(TRIES):
        named = {f"{name}|{place}": strings[name][place] for name in sorted(wanted) for place in (1, 2)}
        took = _node_ms(named)
        dear = {name: took[f"{name}|2"] / max(took[f"{name}|1"], 1.0) for name in wanted}
        wanted = {name for name, ratio in dear.items() if ratio >= DEAREST}
        if not wanted:
            break

    assert not wanted, {name: round(dear[name], 1) for name in wanted}


def test_what_is_not_read_is_said() -> None:
    """The model stops at 2,000 code points, and the verdict says so; links are found far beyond."""
    whole, longer = etle_guard.check("a " * 1000), etle_guard.check("a " * 1000 + "b")
    far = etle_guard.check("kata " * 100_000 + "tilang-kejaksaan.top/id")
    beyond = etle_guard.check(" " * 1024 * 1024 + "tilang-kejaksaan.top/id")

    assert (whole.complete, longer.complete) == (True, False)
    assert [link.host for link in far.links] == ["tilang-kejaksaan.top"] and not far.complete
    assert beyond.links == () and not beyond.complete
