"""Lines worked on by several processes: in pieces of bounded size, answered in their order."""

from __future__ import annotations

import signal
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, TypeVar

_MOST_LINES = 5_000  # that one process gets at a time
_MOST_BYTES = 1024 * 1024  # the same; one longer line is a piece by itself
_REST = 1024 * 1024  # bytes that are passed over at once where a line is too long

Result = TypeVar("Result")


def read_lines(file: BinaryIO, longest: int) -> Iterator[bytes]:
    """The lines of a file; of a longer one than ``longest`` bytes only the beginning, so that memory is bounded."""
    while line := file.readline(longest + 1):
        yield line
        while len(line) > longest and not line.endswith(b"\n"):
            rest = file.readline(_REST)
            if not rest or rest.endswith(b"\n"):
                break


def pieces(lines: Iterable[bytes], most_lines: int = _MOST_LINES) -> Iterator[tuple[int, list[bytes]]]:
    """Some lines at a time, with the number of the first; numbers count from 1."""
    first, held, size = 1, list[bytes](), 0
    for line in lines:
        held.append(line)
        size += len(line)
        if len(held) >= most_lines or size >= _MOST_BYTES:
            yield first, held
            first, held, size = first + len(held), [], 0
    if held:
        yield first, held


def in_order(work: Callable[..., Result], calls: Iterable[tuple[object, ...]], jobs: int) -> Iterator[Result]:
    """``work`` called with each row of arguments, by so many processes; results in the order of the calls."""
    from joblib import Parallel, delayed

    plan = {"return_as": "generator", "pre_dispatch": "2*n_jobs", "batch_size": 1, "initializer": _leave_ctrl_c_alone}
    results = Parallel(n_jobs=jobs, **plan)(delayed(work)(*call) for call in calls)
    try:
        for result in results:  # noqa: UP028 - "yield from" would tell whoever stops early of the unfinished calls
            yield result
    finally:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            results.close()


def _leave_ctrl_c_alone() -> None:
    """A terminal sends Ctrl-C to every process; only the one that prints should answer it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
