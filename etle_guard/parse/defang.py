"""Disguised dots, colons and slashes put back: ``contoh[.]cc``, ``contoh titik cc``, ``hxxps``.

A host may also be torn apart by a space or a line break (``contoh. cc/id``), or have lines drawn through its letters.

People who warn write links so that they cannot be tapped; scammers do it so that filters miss them. Either way the
host behind has to be read. Each letter remembers the place it came from.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from etle_guard.parse.skeleton import ascii_lower
from etle_guard.parse.torn import may_be_torn, torn_places

# What is written instead of a character; longer forms first. Case does not matter.
_SIGNS = (
    ("[titik]", "."), ("(titik)", "."), ("{titik}", "."), ("[dot]", "."), ("(dot)", "."), ("{dot}", "."),
    ("[.]", "."), ("(.)", "."), ("{.}", "."), ("[,]", "."), ("[://]", "://"), ("[:]", ":"), ("[/]", "/"),
)  # fmt: skip
_WORDS = ((" titik ", "."), (" dot ", "."), (" . ", "."), (" garis miring ", "/"), (" slash ", "/"))
_MOST_LABELS = 8  # of a host spelt out in words
_LONGEST_LOOK = 80  # letters back, for a host that stands whole
_LINES = frozenset("\u0305\u0332\u0333\u0335\u0336\u0337\u0338")  # combining lines over, under and through a letter
_OPENERS = frozenset(sign[0] for sign, _ in _SIGNS)
# A quick look, so that ordinary messages are not walked letter by letter.
_QUICK = re.compile(
    r"[\[({](?:titik|dot|[.,:/]|://)[\])}]|[ \n]\.[a-z0-9-]+/|\.[ \n][a-z0-9-]+/"
    r"| (?:titik|dot|\.|garis miring|slash) |[\u0305\u0332\u0333\u0335-\u0338]"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text with disguises undone: letter ``i`` came from ``starts[i]:ends[i]``; ``changed`` are the places undone."""

    letters: str
    starts: Sequence[int]
    ends: Sequence[int]
    changed: frozenset[int]


def defang(text: str, top_level: Collection[str]) -> Plain:
    """Undo the disguises of links in a text; a word such as *titik* only where a top-level domain follows it."""
    lower = ascii_lower(text)
    torn = torn_places(lower, top_level) if may_be_torn(lower) else frozenset()
    if not torn and _QUICK.search(lower) is None:
        return Plain(text, range(len(text)), range(1, len(text) + 1), frozenset())
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    changed: set[int] = set()
    index = 0
    while index < len(text):
        width, put = (1, "") if index in torn else _disguise_at(lower, index, letters, top_level)
        if width:
            if letters and letters[-1] == " " and text[index] not in " \n":
                letters.pop(), starts.pop(), ends.pop()
            changed.update(range(len(letters), len(letters) + len(put)))
        else:
            width, put = 1, text[index]
        for letter in put:
            letters.append(letter)
            starts.append(index)
            ends.append(index + width)
        index += width
    return Plain("".join(letters), tuple(starts), tuple(ends), frozenset(changed))


def _disguise_at(lower: str, index: int, before: list[str], top_level: Collection[str]) -> tuple[int, str]:
    """The width of the disguise that begins here and what it stands for; width 0 where none does."""
    letter = lower[index]
    if letter in _OPENERS:
        for sign, put in _SIGNS:
            if lower.startswith(sign, index):
                end = index + len(sign)
                follows = lower[end : end + 2]
                return len(sign) + (len(follows) == 2 and follows[0] == " " and _is_label_letter(follows[1])), put
    elif letter in _LINES or (letter in " \n" and before and _is_gap_in_host(lower, index, before[-1], top_level)):
        return 1, ""
    elif letter == " " and before and _is_label_letter(before[-1]):
        for word, put in _WORDS:
            if lower.startswith(word, index) and (put == "/" or _ends_in_top_level(lower, index, word, top_level)):
                return len(word), put
    return 0, ""


def _ends_in_top_level(lower: str, index: int, word: str, top_level: Collection[str]) -> bool:
    """Whether labels with the same word between them (``contoh titik co titik id``) end in a top-level domain.

    What stands whole before the word is left alone: in ``contoh.cc/id . Si bapa`` a sentence begins.
    """
    if _is_whole(lower, index, top_level):
        return False
    for _ in range(_MOST_LABELS):
        label = _label_at(lower, index + len(word))
        index += len(word) + len(label)
        if label == "" or not lower.startswith(word, index):
            return label in top_level
    return False


def _is_whole(lower: str, end: int, top_level: Collection[str]) -> bool:
    """Whether a host with its top-level domain ends here, or a path behind one."""
    start = end
    while start > 0 and end - start < _LONGEST_LOOK and lower[start - 1] not in " \n":
        start -= 1
    host = lower[start:end].rpartition("//")[2].partition("/")[0]
    _, dot, last = host.rpartition(".")
    return dot != "" and last in top_level


def _is_gap_in_host(lower: str, index: int, before: str, top_level: Collection[str]) -> bool:
    """A space or line break beside the last dot of a host with a path: ``contoh. cc/id``, ``contoh . cc/id``."""
    after = index + 1
    if before != "." and (not _is_label_letter(before) or lower[after : after + 1] != "."):
        return False
    start = after if before == "." else after + 1
    start += before != "." and lower[start : start + 1] == " "
    label = _label_at(lower, start)
    end = start + len(label)
    return label in top_level and lower[end : end + 1] == "/"


def _label_at(lower: str, index: int) -> str:
    end = index
    while end < len(lower) and end - index < 24 and _is_label_letter(lower[end]):
        end += 1
    return lower[index:end]


def _is_label_letter(letter: str) -> bool:
    return "a" <= letter <= "z" or "0" <= letter <= "9" or "A" <= letter <= "Z" or letter == "-"
