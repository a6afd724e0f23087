"""The results as Markdown: the detectors side by side, then recall for each family, site and kind of suffix."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from statistics import fmean

from host_measure import Alarms, Result
from host_positives import Positive

_PACKAGES = ("etle-guard", "tldextract", "rapidfuzz", "dnstwist", "tld", "pyicu", "confusable_homoglyphs")
GROUPS, APART = ("dnstwist", "structural"), "dnstwist, moved"
# The tables of recall: title, group, what a row stands for (an attribute of Positive), head of the first column.
_TABLES = (
    ("dnstwist, by fuzzer", "dnstwist", "family", "Family"),
    ("structural, by family", "structural", "family", "Family"),
    ("dnstwist's permutations of go.id sites, moved to open suffixes", APART, "family", "Family"),
    ("dnstwist, by imitated site", "dnstwist", "source", "Site"),
    ("moved permutations, by imitated site", APART, "source", "Site"),
    ("structural, by kind of suffix", "structural", "source", "Suffix"),
)
_READING = """
- **Recall** is the share of imitating hosts that a detector marks; a *mean* is over families, each counting the same
  however many hosts it has. All hosts are generated; none was observed. Hosts that only authorities can register,
  official hosts and those below them, and hosts whose owner nobody published are left out.
- **Moved** counts for itself, outside *all families*: dnstwist keeps the suffix while it changes letters, and nobody
  can register a typing error under go.id. Here the same labels stand under .com, .cc and .id. Those of `polri.go.id`
  are an outer mark: whoever alarms at every neighbour of a word of five letters alarms at `poki.com` too.
- **False alarms** are marked hosts of the benign lists, with their rate per million. Marked hosts that carry a word
  of the authorities as text are given apart as *unlabelled*: nobody has judged whether they imitate. For hosts that
  `hosts.toml` lists as neighbours, caution is what etle_guard means to say.
- **Hosts/s** is one process on benign hosts, in processor time, the median of three repeats after a warm-up, each on
  hosts not seen before; **x tldextract** compares with tldextract alone in the same repeat. A list, and rules that
  cut hosts at their dots, need no suffix list and can be faster.
- What a generator makes is not what attackers choose: these figures compare detectors with each other, they do not
  foretell what share of next year's hosts will be caught. The structural families are made by the authors of
  etle_guard; the keywords of four of them stand in none of its tables.
"""


@dataclass(frozen=True)
class Run:
    """Everything that the page tells about one run."""

    command: str
    results: Sequence[Result]
    positives: Sequence[Positive]
    official: int
    timed: str
    labels: Sequence[str]
    keywords: int


def page(run: Run) -> str:
    """The whole Markdown page."""
    return "\n".join([
        "# Hosts: what is caught, what is alarmed falsely, how fast\n",
        *_conditions(run),
        "\n## Detectors side by side\n",
        *_summary(run),
        "\n## How to read this",
        _READING,
        *(f"- *{row.detector.name}*: {row.detector.what}." for row in run.results),
        *(line for title, group, key, head in _TABLES for line in _recalls(run, title, group, key, head)),
        "",
    ])  # fmt: skip


def _conditions(run: Run) -> list[str]:
    versions = [f"{name} {version}" for name in _PACKAGES if (version := _version(name))]
    return [
        f"- Date: {datetime.now(UTC).date().isoformat()}",
        f"- Command: `{run.command}`",
        f"- Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs",
        f"- Packages: {', '.join(versions)}",
        f"- Speed taken on {run.timed}",
        f"- Labels that the rules of others protect: {', '.join(run.labels)}",
        f"- Everyday keywords that stand in no table of ours: {run.keywords}",
    ]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _summary(run: Run) -> list[str]:
    files = list(run.results[0].alarms)
    totals = run.results[0].alarms
    means = (*GROUPS, "all families", "moved")
    head = ["Detector", *(f"Recall, {name} (mean)" for name in means), f"Alarms on {run.official} official hosts"]
    head += [f"False alarms, {name} ({totals[name].total:,} hosts)" for name in files] + ["Hosts/s", "x tldextract"]
    rows = [
        [row.detector.name, *_judged(run, row, files), f"{row.speed:,.0f}", f"{row.ratio:.2f}"] for row in run.results
    ]
    return _table(head, rows)


def _judged(run: Run, row: Result, files: Sequence[str]) -> list[str]:
    if not row.detector.judges:
        return ["-"] * (len(GROUPS) + 3 + len(files))
    columns = (*((group,) for group in GROUPS), GROUPS, (APART,))
    means = [macro(row, _of_groups(run.positives, *groups)) for groups in columns]
    return [*(f"{mean:.3f}" for mean in means), str(row.official), *(_alarms(row.alarms[name]) for name in files)]


def _alarms(alarms: Alarms) -> str:
    rate = f"{alarms.false:,} ({alarms.false / max(alarms.total, 1) * 1e6:,.0f} ppm)"
    return f"{rate} + {alarms.unlabelled} unlabelled" if alarms.unlabelled else rate


def macro(row: Result, positives: Iterable[Positive]) -> float:
    """The mean recall over families, each counting the same."""
    return fmean(row.recall(members) for members in group_by(positives, "group", "family").values())


def group_by(positives: Iterable[Positive], *keys: str) -> Mapping[str, list[Positive]]:
    """The hosts of each family (or whatever attributes ``keys`` name), in the order of their first host."""
    groups: dict[str, list[Positive]] = {}
    for one in positives:
        groups.setdefault(": ".join(getattr(one, key) for key in keys), []).append(one)
    return groups


def missed(result: Result, positives: Iterable[Positive]) -> str:
    """What a detector did not catch, family by family, for those who improve it."""
    lines: list[str] = []
    for family, members in group_by(positives, "group", "family").items():
        left = [one for one in members if one.host not in result.caught]
        lines += [f"# {family}: {len(left)} of {len(members)} missed", *(one.host for one in left), ""]
    return "\n".join(lines)


def _recalls(run: Run, title: str, group: str, key: str, first: str) -> list[str]:
    judging = [row for row in run.results if row.detector.judges]
    positives = _of_groups(run.positives, group)
    groups = group_by(positives, key)
    rows = [[name, f"{len(own):,}", *(f"{row.recall(own):.3f}" for row in judging)] for name, own in groups.items()]
    means = [f"{fmean(row.recall(own) for own in groups.values()):.3f}" for row in judging]
    head = [first, "Hosts", *(row.detector.name for row in judging)]
    return [f"\n## Recall: {title}\n", *_table(head, [*rows, ["**mean**", f"{len(positives):,}", *means]])]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    rule = ["---", *("--:" for _ in head[1:])]
    return [f"| {' | '.join(cells)} |" for cells in (head, rule, *rows)]


def _of_groups(positives: Iterable[Positive], *groups: str) -> list[Positive]:
    return [one for one in positives if one.group in groups]
