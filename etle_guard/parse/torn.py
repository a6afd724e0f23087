"""Links torn apart: by a space after every letter, or by ends of lines inside one with a scheme."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_FEWEST = 8  # single letters that make a link; shorter rows are initials and lists
_SIGNS = frozenset(".:/-")  # of a link, besides letters and digits
_AFTER = frozenset(" \n,;!?)")  # may follow a row of single letters
_ROW = re.compile(r"(?: [a-z0-9.:/-]){6} ")
_SCHEMES = ("http://", "https://", "hxxp://", "hxxps://")


def may_be_torn(lower: str) -> bool:
    """A quick look, so that ordinary messages are not walked letter by letter."""
    return _ROW.search(lower) is not None or ("\n" in lower and "://" in lower)


def torn_places(lower: str, top_level: Collection[str]) -> frozenset[int]:
    """The places of the spaces and ends of lines that stand inside a link, in text of small letters."""
    return frozenset([*_in_spelt_links(lower, top_level), *_in_broken_links(lower)])


def _in_spelt_links(lower: str, top_level: Collection[str]) -> Iterator[int]:
    """The spaces of ``c o n t o h . c c``."""
    end = 0
    for start, letter in enumerate(lower):
        if start < end or not _is_sign(letter) or (start > 0 and lower[start - 1] not in " \n"):
            continue
        end = _row_end(lower, start)
        if end - start >= 2 * _FEWEST - 1 and _is_link(lower[start:end:2], top_level):
            yield from range(start + 1, end, 2)


def _row_end(lower: str, start: int) -> int:
    """Where a row of single letters with one space between them ends."""
    end = start + 1
    while lower[end : end + 1] == " " and end + 1 < len(lower) and _is_sign(lower[end + 1]):
        if end + 2 < len(lower) and lower[end + 2] not in _AFTER:
            break
        end += 2
    return end


def _is_link(written: str, top_level: Collection[str]) -> bool:
    host = written.removeprefix("https://").removeprefix("http://").partition("/")[0]
    name, dot, last = host.rpartition(".")
    return name != "" and dot != "" and last in top_level


def _in_broken_links(lower: str) -> Iterator[int]:
    """The ends of lines of a link with a scheme whose line ends before the host or its path does."""
    start = 0
    for index, letter in enumerate(lower):
        if letter == "\n" and _goes_on(lower, index) and lower.startswith(_SCHEMES, start):
            yield index
        elif letter in " \n":
            start = index + 1


def _goes_on(lower: str, index: int) -> bool:
    """Whether a link goes on behind the end of a line: after ``//`` or a hyphen, or with a dot or a slash."""
    before, after, next_one = lower[index - 1 : index], lower[index + 1 : index + 2], lower[index + 2 : index + 3]
    if after in ("/", "."):
        return _is_letter(before) and _is_letter(next_one)
    return _is_letter(after) and (before == "-" or lower[max(0, index - 2) : index] == "//")


def _is_sign(letter: str) -> bool:
    return _is_letter(letter) or letter in _SIGNS


def _is_letter(letter: str) -> bool:
    return "a" <= letter <= "z" or "0" <= letter <= "9"
