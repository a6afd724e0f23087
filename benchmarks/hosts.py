"""Compares etle_guard's verdicts on hosts with other detectors: recall, false alarms and speed, in one run.

    pip install dnstwist tld confusable_homoglyphs        # PyICU too, where it can be installed: better skeletons
    python benchmarks/hosts.py --benign popular.txt.gz --benign id.txt.gz

Writes a Markdown page to docs/benchmarks/hosts.md and prints it. Benign hosts come from files that the repository does
not hold, one host a line; the speed is taken on the first of them. Nothing of them but counts is written.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path

# What the run needs beyond etle_guard itself: the module, and the package that brings it.
_NEEDED = {
    "etle_guard": "--editable .",
    "dnstwist": "dnstwist",
    "tld": "tld",
    "confusable_homoglyphs": "confusable_homoglyphs",
}
_TIMED = 80_000
_QUICK_TIMED = 8_000
_PER_FAMILY = 300
_QUICK_PER_FAMILY = 60


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Compare etle_guard's verdicts on hosts with other detectors.")
    parser.add_argument(
        "--benign",
        type=Path,
        action="extend",
        nargs="+",
        default=[],
        metavar="FILE",
        help="benign hosts, one a line, .gz or plain; the first file is also what speed is taken on",
    )
    parser.add_argument("--out", type=Path, default=Path("docs/benchmarks/hosts.md"), help="where the page goes")
    parser.add_argument("--missed", type=Path, metavar="FILE", help="write the hosts that etle_guard missed here")
    parser.add_argument("--quick", action="store_true", help="fewer generated hosts, every tenth benign one")
    return parser.parse_args()  # fmt: skip


def main() -> int:
    """One run."""
    options = arguments()
    lacking = [package for module, package in _NEEDED.items() if importlib.util.find_spec(module) is None]
    if lacking:
        print(f"Not installed: {', '.join(lacking)}. Needed: pip install {' '.join(lacking)}", file=sys.stderr)
        return 2
    unreadable = [str(path) for path in options.benign if not path.is_file()]
    if unreadable:
        print(f"No such file: {', '.join(unreadable)}", file=sys.stderr)
        return 2
    run(options)
    return 0


def run(options: argparse.Namespace) -> None:
    """Make the hosts, let every detector judge them, write the page."""
    from host_detectors import detectors, label_targets
    from host_measure import measure, read_hosts
    from host_positives import all_positives, read_protected, thinned, unknown_words
    from host_report import Run, missed, page

    protected = read_protected()
    timed, step = (_QUICK_TIMED, 10) if options.quick else (_TIMED, 1)
    positives = all_positives(protected, _PER_FAMILY)
    positives = thinned(positives, _QUICK_PER_FAMILY) if options.quick else positives
    benign = {path.name.partition(".")[0]: read_hosts(path)[::step] for path in options.benign}
    name, hosts = next(iter(benign.items())) if benign else ("generated", [one.host for one in positives])
    results = measure(detectors(protected), positives, benign, protected, hosts[:timed])
    if options.missed:
        options.missed.write_text(missed(results[0], positives), encoding="utf-8")
    speed = f"{min(timed, len(hosts)):,} hosts ({name})"
    labels, keywords = label_targets(protected), len(unknown_words(protected))
    text = page(Run(command(options), results, positives, len(protected.official), speed, labels, keywords))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(text, encoding="utf-8")
    print(text)


def command(options: argparse.Namespace) -> str:
    """The command as anybody can repeat it: names of files without their folders."""
    files = [f"--benign {path.name}" for path in options.benign]
    return " ".join(["python benchmarks/hosts.py", *files, *(["--quick"] if options.quick else [])])


if __name__ == "__main__":
    sys.exit(main())
