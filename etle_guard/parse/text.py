"""Folded text: what a message reads as in plain ASCII, and where each folded character came from.

No platform Unicode table takes part (`lower`, `normalize` and their like differ between Python and browsers, and
between their releases); ``data/fold.json`` decides, the same in both twins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etle_guard.errors import RulebookError
from etle_guard.limits import READ_BY_MODEL

_FORMAT = 1
_POINTS = 0x110000  # code points that Unicode has

# ASCII characters that become a space: WhatsApp markup and what frames a link. The ends of lines stay.
_PARTING = "*<>_`|~"

# Arrows, signs, dingbats, emoji: what they fold to, which no ASCII character does.
SYMBOL = "~"
_SYMBOLS = ((0x2190, 0x2BFF), (0x1F000, 0x1FAFF))

# Latin-1, Latin Extended-A and -B, and Latin Extended Additional: letters that languages are written in.
_LATIN = ((0x80, 0x24F), (0x1E00, 0x1EFF))


class FoldTableError(RulebookError):
    """The folding table is not one that this release can read."""


@dataclass(frozen=True)
class FoldTable:
    """What characters read as. ``text`` serves running text, ``label`` the labels of hosts; ``""`` shows nothing."""

    unicode: str
    ascii: str
    text: Mapping[int, str]
    label: Mapping[int, str]


@dataclass(frozen=True)
class Folded:
    """Lower-case ASCII; ``origins[i]`` is the index, in code points of the original, of what became ``text[i]``.

    ``obfuscations`` counts characters hidden inside words or standing for a letter that they are not.
    ``complete`` is false if the message is longer than 2,000 code points, of which the rest is not read.
    """

    text: str
    origins: Sequence[int]
    obfuscations: int
    complete: bool


def read_fold_table(data: Mapping[str, Any]) -> FoldTable:
    """The content of ``fold.json`` as a table. Raises FoldTableError if this release does not read its format."""
    if data.get("format") != _FORMAT:
        raise FoldTableError(f"fold.json: format is {data.get('format')!r}, expected {_FORMAT}")
    text = dict.fromkeys(_dropped(data["dropped"]), "")
    text.update(_letters(data["letters"], data["no_entry"]))
    text.update({int(point, 16): letters for point, letters in data["strings"].items()})
    rare = _letters(data["rare"], data["no_entry"])
    return FoldTable(data["unicode"], _ascii_line(), text, {**text, **rare})


def fold(text: str, table: FoldTable) -> Folded:
    """Fold a message to ASCII; what has no Latin look becomes a space."""
    complete = len(text) <= READ_BY_MODEL
    read = text if complete else text[:READ_BY_MODEL]
    if read.isascii():
        return Folded(read.translate(table.ascii), range(len(read)), 0, complete)
    return _fold_beyond_ascii(read, table, complete)


def to_ascii_lookalike(text: str, table: FoldTable) -> str:
    """A host label in the ASCII letters that it looks like; characters without a Latin look stay as they are."""
    return "".join(c.lower() if c.isascii() else table.label.get(ord(c), c) for c in text)


def _fold_beyond_ascii(text: str, table: FoldTable, complete: bool) -> Folded:
    letters: list[str] = []
    origins: list[int] = []
    obfuscations = 0
    hidden = 0  # characters that show nothing, since the last letter
    for index, character in enumerate(text):
        point = ord(character)
        if point < 128:
            letters.append(table.ascii[point])
            origins.append(index)
        else:
            found = table.text.get(point)
            whole = _unknown(point) if found is None else found
            if whole == "":
                hidden += 1
                continue
            letters.append(whole)
            origins += [index] * len(whole)
            obfuscations += _is_disguise(point, whole)
        if hidden:
            obfuscations += hidden if _is_inside_word(letters) else 0
            hidden = 0
    return Folded("".join(letters), tuple(origins), obfuscations, complete)


def _unknown(point: int) -> str:
    """What has no Latin look parts words; a symbol leaves a trace, since it may stand between the letters of one."""
    return SYMBOL if any(first <= point <= last for first, last in _SYMBOLS) else " "


def _is_inside_word(letters: list[str]) -> bool:
    """Whether the last two entries are letters or digits, so that what stood between them was hidden in a word."""
    return len(letters) > 1 and _is_word_letter(letters[-2]) and _is_word_letter(letters[-1])


def _is_disguise(point: int, whole: str) -> bool:
    """Whether a character stands for a letter that it is not; accented letters are honest (Sundanese é)."""
    return "a" <= whole <= "z" and not any(first <= point <= last for first, last in _LATIN)


def _is_word_letter(letters: str) -> bool:
    last = letters[-1]
    return "a" <= last <= "z" or "0" <= last <= "9"


def _ascii_line() -> str:
    """What each of the 128 ASCII characters becomes, by its code."""
    shown = {10, *range(32, 127)}
    kept = "".join(chr(point) if point in shown and chr(point) not in _PARTING else " " for point in range(128))
    return kept[:65] + kept[97:123] + kept[91:]


def _dropped(flat: list[int]) -> list[int]:
    points: list[int] = []
    end = 0
    for distance, length in zip(flat[::2], flat[1::2], strict=True):
        _expect_point(end + distance + length, "dropped")
        points += range(end + distance, end + distance + length)
        end += distance + length
    return points


def _expect_point(end: int, key: str) -> None:
    if end > _POINTS:
        raise FoldTableError(f"fold.json: {key} reaches code point {end:x}, expected at most {_POINTS:x}")


def _letters(flat: list[Any], no_entry: str) -> dict[int, str]:
    entries: dict[int, str] = {}
    end = 0
    for distance, letters in zip(flat[::2], flat[1::2], strict=True):
        start = end + distance
        _expect_point(start + len(letters), "letters")
        entries.update({start + i: letter for i, letter in enumerate(letters) if letter != no_entry})
        end = start + len(letters)
    return entries
