"""Letters without spaces cut into known words: ``cekdenda`` is ``cek`` and ``denda``."""

from __future__ import annotations

_LONGEST = 63  # letters of one label


def segments(text: str, known: frozenset[str]) -> list[str] | None:
    """``text`` as a row of known words and digits, the longest first from the left; None where there is no such row."""
    if len(text) > _LONGEST:
        return None
    rows: list[list[str] | None] = [[]] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(end):
            row = rows[start]
            if row is not None and (text[start:end] in known or _is_digit(text[start:end])):
                rows[end] = [*row, text[start:end]]
                break
    return rows[-1]


def _is_digit(text: str) -> bool:
    return len(text) == 1 and "0" <= text <= "9"
