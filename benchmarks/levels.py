"""Levels against those of careful experts, on messages that other hands wrote.

    python benchmarks/levels.py [--misses] [--out docs/benchmarks/levels.md]

``levels/README.md`` tells how the sets came about and what each scored before anything was changed for it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import etle_guard
from etle_guard import Level, Verdict

ROOT = Path(__file__).parents[1]
SETS = ROOT / "benchmarks" / "levels"
HEAD = """\
| set | messages | level or above | not clear, shown as clear | danger, less is right | flagged, clear is right |
| --- | --: | --: | --: | --: | --: |"""


def main() -> None:
    """Judge every set, print the table, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print every message whose level differs")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks" / "levels.md")
    options = parser.parse_args()
    found = {path.stem: judged(path) for path in sorted(SETS.glob("*.jsonl"))}
    if options.misses:
        for rows in found.values():
            print(*(_miss(row, verdict) for row, verdict in rows if _expected(row) != verdict.level), sep="\n")
    page = report(found)
    print(page)
    options.out.write_text(page, encoding="utf-8")


def judged(path: Path) -> list[tuple[dict[str, Any], Verdict]]:
    """Every message of a set with its verdict."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(row, _verdict(row)) for row in rows]


def _verdict(row: dict[str, Any]) -> Verdict:
    sent = date.fromisoformat(row["sent_on"]) if row["sent_on"] else None
    return etle_guard.check(row["text"], sender=row["sender"], attachments=row["attachments"], sent_on=sent)


def _expected(row: dict[str, Any]) -> Level:
    return Level[str(row["expect"]).upper()]


def _miss(row: dict[str, Any], verdict: Verdict) -> str:
    reasons = ", ".join(f"{one.rule} {one.points}" for one in verdict.evidence if one.points)
    return f"{row['id']}: {row['expect']} expected, {verdict.level.label} given ({reasons})\n    {row['text']!r:.300}"


def report(found: dict[str, list[tuple[dict[str, Any], Verdict]]]) -> str:
    """The page: one row a set, and the sums of scams and of honest messages."""
    found = dict(found)
    for kind in ("scams", "honest"):
        found[f"all {kind}"] = [pair for name, pairs in found.items() if name.startswith(kind) for pair in pairs]
    rows = [_row(name, pairs) for name, pairs in found.items()]
    first = "## What" + (SETS / "README.md").read_text(encoding="utf-8").partition("## What")[2]
    return f"""# Levels: what a careful expert says

- Date: {datetime.now(UTC).date()}
- Command: `python benchmarks/levels.py`
- Sets: `benchmarks/levels/`, where a README tells who wrote them. All have been looked at since they were first scored,
  so this table tells how far the program has come, not how it does on messages that it has never met.

{HEAD}
{chr(10).join(rows)}

{first}"""


def _row(name: str, pairs: list[tuple[dict[str, Any], Verdict]]) -> str:
    counts: Counter[str] = Counter()
    for row, verdict in pairs:
        expected, given = _expected(row), verdict.level
        counts["enough"] += given >= expected
        counts["hidden"] += given == Level.CLEAR < expected
        counts["danger"] += given == Level.DANGER > expected
        counts["flagged"] += given > Level.CLEAR == expected
        counts["clear"] += expected == Level.CLEAR
    share = f"{counts['enough']} ({counts['enough'] / len(pairs):.1%})"
    flagged = f"{counts['flagged']} of {counts['clear']}" if counts["clear"] else "–"
    return f"| {name} | {len(pairs)} | {share} | {counts['hidden']} | {counts['danger']} | {flagged} |"


if __name__ == "__main__":
    main()
