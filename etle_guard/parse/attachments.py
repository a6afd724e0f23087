"""A file name as a phone would treat it: the extension that counts, and what the name pretends to be."""

from __future__ import annotations

import re

from etle_guard.nouns import Attachment
from etle_guard.parse.skeleton import ascii_lower
from etle_guard.parse.text import FoldTable, to_ascii_lookalike

# Characters that change how a name is shown, or show nothing at all: direction marks, zero-width, soft hyphen.
_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0"
)
_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES = frozenset(
    " \t\n\r\x0b\x0c\x00\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_DOTS = "\u2024\ufe52\uff0e\u3002\uff61"
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")
_MANY_SPACES = 3
_LONGEST_EXTENSION = 8


def parse_attachment(name: str, fold: FoldTable, harmless: frozenset[str]) -> Attachment:
    """Read a file name: the last extension is the true one, an innocent one before it is only shown."""
    tricks: list[str] = []
    clean = _visible(name, tricks)
    plain = to_ascii_lookalike(clean, fold)
    stem, extension = _cut_extension(plain)
    if extension and extension not in ascii_lower(clean):
        tricks.append("lookalike-extension")
    inner, shown = _cut_extension(stem.rstrip(" "))
    if stem.endswith(" " * _MANY_SPACES):
        tricks.append("many-spaces")
    if shown not in harmless:
        inner, shown = stem, ""
    return Attachment(name, extension, shown, _words(inner), tuple(tricks))


def _visible(name: str, tricks: list[str]) -> str:
    """The name without what cannot be seen, dots and spaces in one form, nothing after the extension."""
    if any(letter in _DIRECTION for letter in name):
        tricks.append(
            "direction-override" if "\u202e" in name or "\u202d" in name or "\u2067" in name else "direction-mark"
        )
    if any(letter in _INVISIBLE for letter in name):
        tricks.append("invisible-letters")
    kept = [letter for letter in name if letter not in _INVISIBLE and letter not in _DIRECTION]
    text = "".join("." if letter in _DOTS else " " if letter in _SPACES else letter for letter in kept)
    trimmed = text.rstrip(" .")
    if trimmed.endswith(")") and trimmed[-3:-2] == "(" and "0" <= trimmed[-2] <= "9":
        trimmed = trimmed[:-3].rstrip(" ")
    return trimmed


def _cut_extension(name: str) -> tuple[str, str]:
    stem, dot, extension = name.rpartition(".")
    extension = extension.strip(" ")
    plain = extension.isascii() and extension.isalnum()
    if not dot or not plain or len(extension) > _LONGEST_EXTENSION:
        return name, ""
    return stem, extension


def _words(stem: str) -> str:
    """Letters and digits with single spaces between, a space at each end, so that ``' tilang '`` finds a whole word."""
    return " " + " ".join(part for part in _BETWEEN_WORDS.split(stem) if part) + " "
