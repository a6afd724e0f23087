"""Look-alike spellings folded to one plain form, so that ``etiIang`` and ``et1lang`` meet ``etilang``.

UTS #39 skeletons leave the ASCII tricks apart (0 and o, rn and m), so a small table of ours comes on top of the
Unicode one (``fold.json``).
"""

from __future__ import annotations

from etle_guard.parse.text import FoldTable, to_ascii_lookalike

_LOWER = {code: code + 32 for code in range(65, 91)}
_PAIRS = (("rn", "m"), ("nn", "m"), ("vv", "w"), ("cl", "d"))
_DIGITS = str.maketrans("01345789", "oleastbg")
_DIGITS_I = str.maketrans("01345789", "oieastbg")
_SKELETON = str.maketrans("01345789i", "oleastbgl")


def ascii_lower(text: str) -> str:
    """A to Z in lower case, every other letter as it is, so that no platform's Unicode table takes part."""
    return text.lower() if text.isascii() else text.translate(_LOWER)


def plain_letters(label: str, table: FoldTable) -> str:
    """A host label in the ASCII letters that it looks like (fold A)."""
    return label if label.isascii() else to_ascii_lookalike(label, table)


def skeleton(plain: str) -> str:
    """Fold B over plain letters: letter pairs, digits, and i as l. Only compare it with other skeletons."""
    for pair, letter in _PAIRS:
        plain = plain.replace(pair, letter)
    return plain.translate(_SKELETON)


def digit_readings(plain: str) -> tuple[str, ...]:
    """A word with its digits read as letters, 1 both as l and as i; nothing where it holds no digit or pair."""
    paired = plain
    for pair, letter in _PAIRS:
        paired = paired.replace(pair, letter)
    readings = {plain.translate(_DIGITS), plain.translate(_DIGITS_I), paired} - {plain}
    return tuple(sorted(readings))


def digits_as_letters(plain: str) -> str:
    """Plain letters with digits read as the letters that they stand for, 1 as i: ``5urat t1lang``."""
    return plain.translate(_DIGITS_I)


def squash(text: str) -> str:
    """Letters and digits without the dots and hyphens between them."""
    return text.replace("-", "").replace(".", "").replace("_", "")


def folded_squash(plain: str) -> str:
    """The skeleton of a host or label without its dots and hyphens; no pair is read across them."""
    return squash(skeleton(plain))
