"""Python against Node on made-up messages, whole records byte for byte. Run: python benchmarks/twins.py --cases 1000000

The messages come from the seeded grammar in tests/grammar.py. A difference is shrunk to a small message that still
differs, and written to the end of tests/golden/twins.jsonl, which the tests replay from then on.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from grammar import lines  # noqa: E402  (the folder is added above)

from etle_guard.present.stream import check_lines  # noqa: E402
from etle_guard.rulebook import default_rulebook  # noqa: E402

KEPT = ROOT / "tests" / "golden" / "twins.jsonl"
AT_ONCE = 20_000  # lines that one process of Node answers
Row = dict[str, Any]


def differing(given: Sequence[bytes]) -> list[int]:
    """The places of the lines that the two answer otherwise. Raises RuntimeError where Node gives up."""
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "replay.mjs")],
        input=b"".join(line + b"\n" for line in given), capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode()[-2000:])
    theirs = done.stdout.decode().split("\n")[:-1]
    ours = [answer for answer, _ in check_lines([line + b"\n" for line in given], default_rulebook())]
    answered = [place for place, line in enumerate(given) if line.strip(b" \t\r\n\x0b\x0c")]
    if not len(ours) == len(theirs) == len(answered):
        raise RuntimeError(f"{len(answered)} lines, {len(ours)} answers of Python, {len(theirs)} of Node")
    return [place for place, mine, other in zip(answered, ours, theirs, strict=True) if mine != other]


def shrunk(line: bytes) -> bytes:
    """A smaller line that still differs: less text, fewer files, no sender, no day. What is no message stays."""
    try:
        row: Row = json.loads(line)
    except ValueError:
        return line
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return line
    while True:
        tries = [json.dumps(smaller).encode() for smaller in smaller_rows(row)]
        found = differing(tries) if tries else []
        if not found:
            return json.dumps(row).encode()
        row = json.loads(tries[found[0]])


def smaller_rows(row: Row) -> Iterator[Row]:
    """Rows with something taken out, much first."""
    for key in ("sender", "sent_on", "attachments", "id"):
        if row.get(key):
            yield {name: value for name, value in row.items() if name != key}
    text = row["text"]
    width = len(text) // 2
    while width:
        yield from ({**row, "text": text[:at] + text[at + width :]} for at in range(0, len(text), width))
        width //= 2
    for place, name in enumerate(row.get("attachments") or ()):
        others = row["attachments"][:place], row["attachments"][place + 1 :]
        yield from (
            {**row, "attachments": [*others[0], name[:at] + name[at + 1 :], *others[1]]} for at in range(len(name))
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    begun, found = time.monotonic(), 0
    for start in range(0, asked.cases, AT_ONCE):
        given = list(lines(seed=asked.seed + start, count=min(AT_ONCE, asked.cases - start)))
        places = differing(given)
        found += len(places)
        for place in places[:3]:
            small = shrunk(given[place])
            with KEPT.open("ab") as kept:
                kept.write(small + b"\n")
            print(f"\ndiffers: {small!r}")
        print(f"\r{start + len(given):,} cases, {found} differ, {time.monotonic() - begun:.0f} s", end="", flush=True)
    print(f"\nseed {asked.seed}: {found} of {asked.cases:,} differ")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
