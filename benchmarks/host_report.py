"""The results as Markdown: the detectors side by side, then recall for each family, site and kind of suffix."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from statistics import fmean

from host_measure import Alarms, Result
from host_positives import Positive

_PACKAGES = ("etle-guard", "tldextract", "rapidfuzz", "dnstwist", "tld", "pyicu", "confusable_homoglyphs")
GROUPS = ("dnstwist", "structural")
_READING = """
- **Recall** is the share of imitating hosts that a detector marks; a *mean* is over families, each counting the same
  however many hosts it has. All hosts are generated; none was observed. Hosts that only authorities can register,
  official hosts, and hosts whose owner nobody published are left out.
- **False alarms** are marked hosts of the benign lists, with their rate per million. Marked hosts that carry a word
  of the authorities as text are given apart as *unlabelled*: nobody has judged whether they imitate.
- **Hosts/s** is one process on benign hosts, the median of three repeats after a warm-up, each on hosts not seen
  before; **x tldextract** compares with tldextract alone in the same repeat.
- What strikes attackers as natural differs from what a generator makes: these figures compare detectors, they do not
  foretell what share of next year's hosts will be caught.
"""


@dataclass(frozen=True)
class Run:
    """Everything that the page tells about one run."""

    command: str
    results: Sequence[Result]
    positives: Sequence[Positive]
    official: int
    timed: int


def page(run: Run) -> str:
    """The whole Markdown page."""
    by_site = [one for one in run.positives if one.group == "dnstwist"]
    by_suffix = [one for one in run.positives if one.group == "structural"]
    return "\n".join([
        "# Hosts: what is caught, what is alarmed falsely, how fast\n",
        *_conditions(run),
        "\n## Detectors side by side\n",
        *_summary(run),
        "\n## How to read this",
        _READING,
        *(f"- *{row.detector.name}*: {row.detector.what}." for row in run.results),
        *(line for group in GROUPS for line in _recalls(run.results, group, _of_group(run.positives, group), _family)),
        *_recalls(run.results, "dnstwist, by imitated site", by_site, _source),
        *_recalls(run.results, "structural, by kind of suffix", by_suffix, _source),
        "",
    ])  # fmt: skip


def _conditions(run: Run) -> list[str]:
    versions = [f"{name} {version}" for name in _PACKAGES if (version := _version(name))]
    return [
        f"- Date: {datetime.now(UTC).date().isoformat()}",
        f"- Command: `{run.command}`",
        f"- Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs",
        f"- Packages: {', '.join(versions)}",
        f"- Speed taken on {run.timed:,} hosts",
    ]


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _summary(run: Run) -> list[str]:
    files = list(run.results[0].alarms)
    totals = run.results[0].alarms
    head = ["Detector", *(f"Recall, {group} (mean)" for group in GROUPS), "Recall, all families (mean)"]
    head += [f"Alarms on {run.official} official hosts"]
    head += [f"False alarms, {name} ({totals[name].total:,} hosts)" for name in files] + ["Hosts/s", "x tldextract"]
    rows = [
        [row.detector.name, *_judged(run, row, files), f"{row.speed:,.0f}", f"{row.ratio:.2f}"] for row in run.results
    ]
    return _table(head, rows)


def _judged(run: Run, row: Result, files: Sequence[str]) -> list[str]:
    if not row.detector.judges:
        return ["-"] * (len(GROUPS) + 2 + len(files))
    means = [macro(row, _of_group(run.positives, group)) for group in GROUPS] + [macro(row, run.positives)]
    return [*(f"{mean:.3f}" for mean in means), str(row.official), *(_alarms(row.alarms[name]) for name in files)]


def _alarms(alarms: Alarms) -> str:
    rate = f"{alarms.false:,} ({alarms.false / max(alarms.total, 1) * 1e6:,.0f} ppm)"
    return f"{rate} + {alarms.unlabelled} unlabelled" if alarms.unlabelled else rate


def macro(row: Result, positives: Iterable[Positive]) -> float:
    """The mean recall over families, each counting the same."""
    return fmean(row.recall(members) for members in group_by(positives, _family).values())


def group_by(positives: Iterable[Positive], key: Callable[[Positive], str]) -> Mapping[str, list[Positive]]:
    """The hosts of each family (or whatever ``key`` tells), in the order of their first host."""
    groups: dict[str, list[Positive]] = {}
    for one in positives:
        groups.setdefault(key(one), []).append(one)
    return groups


def missed(result: Result, positives: Iterable[Positive]) -> str:
    """What a detector did not catch, family by family, for those who improve it."""
    lines: list[str] = []
    for family, members in group_by(positives, lambda one: f"{one.group}: {one.family}").items():
        left = [one for one in members if one.host not in result.caught]
        lines += [f"# {family}: {len(left)} of {len(members)} missed", *(one.host for one in left), ""]
    return "\n".join(lines)


def _recalls(
    results: Sequence[Result], title: str, positives: Sequence[Positive], key: Callable[[Positive], str]
) -> list[str]:
    judging = [row for row in results if row.detector.judges]
    groups = group_by(positives, key)
    rows = [[name, f"{len(own):,}", *(f"{row.recall(own):.3f}" for row in judging)] for name, own in groups.items()]
    means = [f"{fmean(row.recall(own) for own in groups.values()):.3f}" for row in judging]
    head = [title.partition("by ")[2].capitalize() or "Family", "Hosts", *(row.detector.name for row in judging)]
    return [f"\n## Recall: {title}\n", *_table(head, [*rows, ["**mean**", f"{len(positives):,}", *means]])]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    rule = ["---", *("--:" for _ in head[1:])]
    return [f"| {' | '.join(cells)} |" for cells in (head, rule, *rows)]


def _of_group(positives: Iterable[Positive], group: str) -> list[Positive]:
    return [one for one in positives if one.group == group]


def _family(one: Positive) -> str:
    return one.family


def _source(one: Positive) -> str:
    return one.source
