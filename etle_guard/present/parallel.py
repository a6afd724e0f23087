"""Lines worked on by several processes: in pieces of bounded size, answered in their order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import BinaryIO, TypeVar

_MOST_LINES = 5_000  # that one process gets at a time
_MOST_BYTES = 1024 * 1024  # the same; one longer line is a piece by itself
_REST = 1024 * 1024  # bytes that are passed over at once where a line is too long
_START = "fork" if sys.platform == "linux" else "spawn"  # a fork has the tables already, and this program no threads

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
    """``work`` called with each row of arguments, by so many processes; results in the order of the calls.

    At most two calls for each process wait, so that memory is bounded. Whoever stops early ends the processes too.
    """
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context(_START), initializer=_obey_parent)
    waiting: deque[Future[Result]] = deque()
    try:
        for call in calls:
            waiting.append(pool.submit(work, *call))
            if len(waiting) >= 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _obey_parent() -> None:
    """A terminal sends Ctrl-C to every process; only the one that prints should answer it, and none outlive that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
