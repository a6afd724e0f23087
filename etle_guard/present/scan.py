"""Hosts or URLs, one a line, to a stream of findings: constant memory, several cores, order kept."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from etle_guard.errors import InputError
from etle_guard.guard import judge_url
from etle_guard.nouns import Level, Verdict
from etle_guard.present.parallel import in_order, pieces, read_lines
from etle_guard.present.record import json_line
from etle_guard.quick import is_plainly_clear
from etle_guard.rulebook import default_rulebook, own_rulebook

_LONGEST = 64 * 1024  # bytes of one line; no host or URL is longer
_CLEAR = {"input": "", "host": "", "level": Level.CLEAR.label, "points": 0, "target": None, "rules": []}


@dataclass(frozen=True, slots=True)
class Scanned:
    """What came of some lines: the lines to print, complaints, and the worst level."""

    lines: tuple[str, ...]
    complaints: tuple[str, ...]
    worst: Level
    count: int


def scan_file(path: Path, everything: bool, jobs: int, own: Path | None = None) -> int:
    """Print a finding for every host that is not clear (all with ``everything``); return the exit code."""
    broken, worst = 0, Level.CLEAR
    with _opened(path) as file, _progress() as progress:
        task = progress.add_task(str(path), total=None)
        for done in scan_lines(_read(file, path), everything, jobs, own):
            sys.stdout.write("".join(line + "\n" for line in done.lines))
            for complaint in done.complaints:
                sys.stderr.write(f"etle-guard: {path}: {complaint}\n")
            broken += len(done.complaints)
            worst = max(worst, done.worst)
            progress.update(task, advance=done.count)
    sys.stdout.flush()
    if broken:
        sys.stderr.write(f"etle-guard: {path}: {broken} line(s) could not be read; the others were\n")
    return 2 if broken else 1 if worst > Level.CLEAR else 0


def scan_lines(lines: Iterable[bytes], everything: bool, jobs: int, own: Path | None = None) -> Iterator[Scanned]:
    """Judge lines piece by piece, in order: with one job in this process, else by several."""
    calls = ((chunk, first, everything, own) for first, chunk in pieces(lines))
    if jobs == 1:
        yield from (scan_chunk(*call) for call in calls)
    else:
        yield from in_order(scan_chunk, calls, jobs)


def scan_chunk(lines: list[bytes], first: int, everything: bool, own: Path | None = None) -> Scanned:
    """Judge some lines; ``first`` is the number of the first. Each process reads the tables once."""
    rulebook = default_rulebook() if own is None else own_rulebook(own)
    printed, complaints, worst = [], [], Level.CLEAR
    for number, raw in enumerate(lines, start=first):
        text = _decoded(raw)
        if text is None:
            complaints.append(f"line {number}: not valid UTF-8, or longer than {_LONGEST} bytes")
            continue
        if not text:
            continue
        if is_plainly_clear(text, rulebook):
            if everything:
                printed.append(json_line(_CLEAR | {"input": text, "host": text}))
            continue
        verdict = judge_url(text, rulebook)
        worst = max(worst, verdict.level)
        if everything or verdict.level > Level.CLEAR:
            printed.append(json_line(_finding(text, verdict)))
    return Scanned(tuple(printed), tuple(complaints), worst, len(lines))


def _decoded(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8").strip() if len(raw) <= _LONGEST else None
    except UnicodeDecodeError:
        return None


def _finding(text: str, verdict: Verdict) -> dict[str, object]:
    link = verdict.links[0]
    return {
        "input": text,
        "host": link.host,
        "level": verdict.level.label,
        "points": verdict.points,
        "target": link.target,
        "rules": [one.rule for one in verdict.evidence],
    }


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A file, a ``.gz`` file or standard input, as bytes. Raises InputError."""
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    try:
        file = gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    with file:
        yield cast(BinaryIO, file)


def _read(file: BinaryIO, path: Path) -> Iterator[bytes]:
    try:
        yield from read_lines(file, _LONGEST)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path}: cannot be read to its end: {error}") from error


@contextmanager
def _progress() -> Iterator[Progress]:
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:,.0f}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield progress
