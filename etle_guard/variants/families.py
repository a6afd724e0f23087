"""One small generator for each way to change a label; the usual names of these families are those of dnstwist.

A label is what stands before the public suffix, for instance ``etle-korlantas``. Every generator yields labels in
lower case, some of them with letters beyond ASCII, in an order of its own, likely ones first.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_LETTERS = string.ascii_lowercase
_VOWELS = "aeiou"
# The neighbours of a key on a QWERTY board.
_KEYS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "o",
    "a": "qsz", "s": "adwx", "d": "sfec", "f": "dgrv", "g": "fhtb", "h": "gjyn", "j": "hkum", "k": "jlim", "l": "ko",
    "z": "xa", "x": "zcs", "c": "xvd", "v": "cbf", "b": "vng", "n": "bmh", "m": "nj",
}  # fmt: skip
# ASCII letters and pairs that look alike in the fonts of chats.
_LOOKALIKES = {
    "o": ("0",), "l": ("1", "i"), "i": ("1", "l"), "e": ("3",), "a": ("4",), "s": ("5",), "t": ("7",), "b": ("8",),
    "g": ("9", "q"), "m": ("rn", "nn"), "w": ("vv",), "d": ("cl",), "q": ("g",), "u": ("v",),
}  # fmt: skip
# Letters of other alphabets, and letters with marks, that fonts draw like ours; the first is the best likeness.
_HOMOGLYPHS = {
    "a": "\u0430\u00e1\u1ea1", "c": "\u0441\u00e7", "d": "\u0501\u0111", "e": "\u0435\u00e9\u1eb9",
    "g": "\u0121\u011f", "h": "\u04bb", "i": "\u0456\u00ed\u0131", "j": "\u0458", "k": "\u043a\u0137",
    "l": "\u04cf\u0142\u013c", "m": "\u043c\u1e43", "n": "\u0578\u00f1\u1e47", "o": "\u043e\u03bf\u00f3",
    "p": "\u0440", "q": "\u051b", "r": "\u0433\u0157", "s": "\u0455\u015f", "t": "\u0442\u0163\u1e6d",
    "u": "\u057d\u00fa", "v": "\u03bd", "w": "\u051d", "x": "\u0445", "y": "\u0443\u00fd", "z": "\u017c",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Material:
    """What the generators work on: a label, and words that ask for something, likely ones first."""

    label: str
    keywords: Sequence[str]

    @property
    def parts(self) -> list[str]:
        """The words of the label, as its hyphens part them."""
        return [part for part in self.label.split("-") if part]


def appended(material: Material) -> Iterator[str]:
    """One letter more, the commonest change of all in 2025."""
    yield from (material.label + letter for letter in _LETTERS)


def omission(material: Material) -> Iterator[str]:
    """One letter less."""
    yield from (head + tail[1:] for head, tail in _cuts(material.label))


def repetition(material: Material) -> Iterator[str]:
    """One letter twice."""
    yield from (head + tail[0] + tail for head, tail in _cuts(material.label))


def transposition(material: Material) -> Iterator[str]:
    """Two neighbours in each other's place."""
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in _cuts(material.label) if len(tail) > 1)


def replacement(material: Material) -> Iterator[str]:
    """A neighbouring key."""
    for head, tail in _cuts(material.label):
        yield from (head + key + tail[1:] for key in _KEYS.get(tail[0], ""))


def insertion(material: Material) -> Iterator[str]:
    """A neighbouring key beside the right one."""
    for head, tail in _cuts(material.label):
        yield from (head + tail[0] + key + tail[1:] for key in _KEYS.get(tail[0], ""))


def vowel_swap(material: Material) -> Iterator[str]:
    """Another vowel."""
    for head, tail in _cuts(material.label):
        if tail[0] in _VOWELS:
            yield from (head + vowel + tail[1:] for vowel in _VOWELS)


def bitsquatting(material: Material) -> Iterator[str]:
    """One bit of one letter turned, as faulty memory does it."""
    for head, tail in _cuts(material.label):
        for bit in range(8):
            letter = chr(ord(tail[0]) ^ (1 << bit))
            if letter in _LETTERS or letter in string.digits:
                yield head + letter + tail[1:]


def lookalike(material: Material) -> Iterator[str]:
    """Digits and letter pairs that look like the letter."""
    for head, tail in _cuts(material.label):
        yield from (head + letters + tail[1:] for letters in _LOOKALIKES.get(tail[0], ()))


def homograph(material: Material) -> Iterator[str]:
    """One letter of another alphabet or with a mark, then all letters at once."""
    for head, tail in _cuts(material.label):
        yield from (head + letter + tail[1:] for letter in _HOMOGLYPHS.get(tail[0], ""))
    yield "".join(_HOMOGLYPHS.get(letter, letter)[0] for letter in material.label)


def keyword(material: Material) -> Iterator[str]:
    """The name beside a word that asks for something, with and without a hyphen."""
    for word in material.keywords:
        yield from (
            f"{material.label}-{word}",
            f"{word}-{material.label}",
            material.label + word,
            word + material.label,
        )


def hyphenation(material: Material) -> Iterator[str]:
    """A hyphen more, or one less."""
    yield from (head + "-" + tail for head, tail in _cuts(material.label) if head and "-" not in (head[-1], tail[0]))
    yield from (head + tail[1:] for head, tail in _cuts(material.label) if tail[0] == "-")


def word_swap(material: Material) -> Iterator[str]:
    """The words of the name in another order, with and without hyphens."""
    parts = material.parts
    for count in range(1, len(parts)):
        swapped = parts[count:] + parts[:count]
        yield from ("-".join(swapped), "".join(swapped))


def single_word(material: Material) -> Iterator[str]:
    """One word of the name alone or beside a word that asks for something: attackers imitate words, not whole names."""
    for part in material.parts if len(material.parts) > 1 else ():
        yield part
        yield from (f"{word}-{part}" for word in material.keywords)


def numbered(material: Material) -> Iterator[str]:
    """Digits behind the name."""
    yield from (material.label + str(number) for number in (*range(1, 10), 24, 123, 2026))


def other_ending(material: Material) -> Iterator[str]:
    """The same label under another public suffix, and with suffix words glued to it."""
    yield material.label
    yield from (f"{material.label}-{word}" for word in ("id", "go", "go-id", "com", "info"))
    yield from (material.label + word for word in ("id", "go", "goid", "com", "info"))


def _cuts(label: str) -> Iterator[tuple[str, str]]:
    """The label cut before each of its letters, the last ones first: people watch beginnings."""
    yield from ((label[:place], label[place:]) for place in reversed(range(len(label))))


# Every family with its weight: how often such hosts were met in the campaigns of 2025 and 2026 (rough counts from the
# sources of words.toml), typing errors of machines last.
FAMILIES: Mapping[str, tuple[int, Callable[[Material], Iterator[str]]]] = {
    "appended": (100, appended),
    "other-ending": (90, other_ending),
    "single-word": (80, single_word),
    "keyword": (75, keyword),
    "vowel-swap": (60, vowel_swap),
    "replacement": (55, replacement),
    "omission": (50, omission),
    "transposition": (45, transposition),
    "lookalike": (40, lookalike),
    "repetition": (35, repetition),
    "insertion": (30, insertion),
    "hyphenation": (25, hyphenation),
    "word-swap": (25, word_swap),
    "numbered": (20, numbered),
    "homograph": (10, homograph),
    "bitsquatting": (5, bitsquatting),
}
