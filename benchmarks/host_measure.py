"""Runs every detector over the same hosts and counts: what it catches, what it alarms falsely, how fast it is."""

from __future__ import annotations

import gzip
import statistics
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from host_detectors import Detector, Rule
from host_positives import Positive, Protected

_REPEATS = 3
_TURN = 500
# A host that carries one of these words may be anybody's, an imitation too: nobody has labelled it.
_TELLING = ("kejaksaan", "korlantas", "ditlantas", "etilang", "polisi")
_TELLING_LABELS = frozenset(("etle", "tilang", "polri", "kejari", "kejagung"))


@dataclass(frozen=True)
class Alarms:
    """False alarms in one file; ``unlabelled`` are alarms on hosts that carry one of our words as text."""

    total: int
    false: int
    unlabelled: int


@dataclass(frozen=True)
class Result:
    """What one detector did."""

    detector: Detector
    caught: frozenset[str]
    official: int
    alarms: Mapping[str, Alarms]
    speed: float
    ratio: float

    def recall(self, positives: Iterable[Positive]) -> float:
        """The share of these hosts that it caught."""
        hits = [one.host in self.caught for one in positives]
        return sum(hits) / len(hits) if hits else 0.0


def read_hosts(path: Path) -> list[str]:
    """One host a line, plain or .gz; empty lines and lines that begin with # do not count."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    lines = (line.strip().lower() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def measure(
    rows: Sequence[Detector],
    positives: Sequence[Positive],
    benign: Mapping[str, Sequence[str]],
    protected: Protected,
    timed: Sequence[str],
) -> list[Result]:
    """Every detector over the same hosts; ``timed`` is what the speed is taken on."""
    hosts = sorted({one.host for one in positives})
    speeds = time_all(rows, timed)
    floor = next(place for place, row in enumerate(rows) if not row.judges)
    return [
        Result(
            detector=row,
            caught=frozenset(host for host in hosts if row.flags(host)),
            official=sum(map(row.flags, protected.official)),
            alarms={name: count_alarms(row.flags, lines, protected) for name, lines in benign.items()},
            speed=statistics.median(taken),
            ratio=statistics.median(own / best for own, best in zip(taken, speeds[floor], strict=True)),
        )
        for row, taken in zip(rows, speeds, strict=True)
    ]


def count_alarms(flags: Rule, hosts: Sequence[str], protected: Protected) -> Alarms:
    """Alarms on hosts that are benign, those apart that nobody has labelled."""
    flagged = [host for host in hosts if flags(host)]
    unlabelled = sum(carries_word(host) or protected.is_listed(host) for host in flagged)
    return Alarms(len(hosts), len(flagged) - unlabelled, unlabelled)


def carries_word(host: str) -> bool:
    """Whether a host carries a rare word of the authorities as text, or a short one as a whole word."""
    return any(word in host for word in _TELLING) or not _TELLING_LABELS.isdisjoint(host.replace("-", ".").split("."))


def time_all(rows: Sequence[Detector], hosts: Sequence[str]) -> list[list[float]]:
    """Hosts per second of each detector, once per repeat, each on hosts not seen before; the first is warm-up."""
    parts = [hosts[place :: _REPEATS + 1] for place in range(_REPEATS + 1)]
    runs = [_speeds(rows, part) for part in parts]
    return [list(taken) for taken in zip(*runs[1:], strict=True)]


def _speeds(rows: Sequence[Detector], hosts: Sequence[str]) -> list[float]:
    """One repeat: processor time, in short turns, so that other work on the machine slows all of them alike."""
    spent = [0.0] * len(rows)
    for start in range(0, len(hosts), _TURN):
        turn = hosts[start : start + _TURN]
        for place, row in enumerate(rows):
            spent[place] += _seconds(row.flags, turn)
    return [len(hosts) / max(seconds, 1e-9) for seconds in spent]


def _seconds(flags: Rule, hosts: Sequence[str]) -> float:
    begin = time.process_time()
    for host in hosts:
        flags(host)
    return time.process_time() - begin
