"""Families of imitating hosts that dnstwist does not make: each a small generator of what stands before the suffix."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from host_words import BRANDS, CONTEXT, NAMES
from rapidfuzz.distance import OSA

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CONSONANTS, _VOWELS = "bcdfghjklmnprstwyz", "aeiou"
_SUFFIX_WORDS = {"id", "go", "info"}
_LONG = tuple(name for name in (*NAMES, *BRANDS) if len(name) >= 8)


@dataclass(frozen=True)
class Material:
    """What a family draws from: chance, the official hosts, and keywords that no table of ours holds."""

    chance: Random
    official: tuple[str, ...]
    everyday: tuple[str, ...]

    def one(self, *ways: str) -> str:
        """One of several."""
        return self.chance.choice(ways)

    def invented(self) -> str:
        """A word that can be pronounced and means nothing: two or three syllables."""
        count = self.chance.choice((2, 3))
        return "".join(self.one(*_CONSONANTS) + self.one(*_VOWELS) for _ in range(count)) + self.one("", "n", "r", "s")

    def stranger(self) -> str:
        """The name of a stranger's domain."""
        return self.one(self.invented(), self.one(*self.everyday) + self.one("", "-") + self.invented())

    def stem(self) -> str:
        """A brand word or a whole name, as it stands before appended letters and digits."""
        return self.one(*BRANDS, *NAMES, "e-tilang")


def embedded_host(draw: Material) -> str:
    """``etle-pmj.id.banuko``: a whole official host as a subdomain of a stranger's domain."""
    return f"{draw.one(*draw.official)}.{draw.stranger()}"


def embedded_with_dash(draw: Material) -> str:
    """``etle-pmj.id-banuko``: the same, joined to the stranger's label."""
    return f"{draw.one(*draw.official)}-{draw.stranger()}"


def embedded_name(draw: Material) -> str:
    """``etle-pmj.banuko``: the official labels without their suffix, below a stranger's domain."""
    labels = [label for label in draw.one(*draw.official).split(".") if label not in _SUFFIX_WORDS]
    return f"{'.'.join(labels)}.{draw.stranger()}"


def dash_for_dot(draw: Material) -> str:
    """``tilang-kejaksaan-go-id``: hyphens for the dots, sometimes with a label in front."""
    return _in_front(draw) + draw.one(*draw.official).replace(".", "-")


def dot_dropped(draw: Material) -> str:
    """``tilangkejaksaangoid``: no dots, with or without the hyphens."""
    host = draw.one(*draw.official).replace(".", "")
    return _in_front(draw) + draw.one(host, host.replace("-", ""))


def _in_front(draw: Material) -> str:
    return draw.one("", "", "www.", f"{draw.one(*draw.everyday)}.")


def swapped_words(draw: Material) -> str:
    """``korlantas-etle``: the words of a name in another order, with or without hyphens."""
    words = [word for word in re.split("[.-]", draw.one(*draw.official)) if word not in _SUFFIX_WORDS]
    words += [draw.one(*(word for word in BRANDS if word not in words))] if len(words) == 1 else []
    turned = words[1:] + words[:1] if len(words) == 2 else draw.chance.sample(words, len(words))
    return draw.one("-", "").join(turned)


def glued_words(draw: Material) -> str:
    """``cekkorlantas``: a brand word and another one, or a word that asks for something, without a joint."""
    brand = draw.one(*BRANDS)
    other = draw.one(*CONTEXT, *(word for word in BRANDS if word not in brand and brand not in word))
    return draw.one(brand + other, other + brand)


def _keyword(kind: Callable[[Material], str], joint: str) -> Callable[[Material], str]:
    def make(draw: Material) -> str:
        pair = [draw.one(*BRANDS, *NAMES), kind(draw)]
        draw.chance.shuffle(pair)
        return joint.join(pair)

    return make


def _everyday(draw: Material) -> str:
    return draw.one(*draw.everyday)


def appended_letters(count: int) -> Callable[[Material], str]:
    """``tilangkq``: letters without a meaning behind a stem."""
    return lambda draw: draw.stem() + "".join(draw.one(*_LETTERS) for _ in range(count))


def appended_digits(draw: Material) -> str:
    """``etle-pmj24``: one to four digits behind a stem."""
    return draw.stem() + draw.one("", "-") + str(draw.chance.randrange(10 ** draw.chance.randint(1, 4)))


def plural(draw: Material) -> str:
    """``tilangs``: an English plural of a word of a stem."""
    words = draw.stem().split("-")
    place = draw.chance.randrange(len(words))
    words[place] += "es" if words[place].endswith("s") else "s"
    return "-".join(words)


def two_edits(draw: Material) -> str:
    """``etle-kortantes``: two typing errors in a name of eight letters or more."""
    name = draw.one(*_LONG)
    for _ in range(2):
        place = draw.chance.randrange(len(name))
        head, tail = name[:place], name[place:]
        letter = draw.one(*_LETTERS)
        swapped = tail[1:2] + tail[:1] + tail[2:]
        name = draw.one(head + tail[1:], head + letter + tail, head + letter + tail[1:], head + swapped)
    return name if min(OSA.distance(name, known) for known in _LONG) == 2 else two_edits(draw)


FAMILIES: Mapping[str, Callable[[Material], str]] = {
    "embedded host": embedded_host,
    "embedded host, dash": embedded_with_dash,
    "embedded name": embedded_name,
    "dash for dot": dash_for_dot,
    "dot dropped": dot_dropped,
    "words swapped": swapped_words,
    "words glued": glued_words,
    "everyday keyword, hyphen": _keyword(_everyday, "-"),
    "everyday keyword, glued": _keyword(_everyday, ""),
    "invented keyword, hyphen": _keyword(Material.invented, "-"),
    "invented keyword, glued": _keyword(Material.invented, ""),
    "1 letter appended": appended_letters(1),
    "2 letters appended": appended_letters(2),
    "3 letters appended": appended_letters(3),
    "digits appended": appended_digits,
    "plural": plural,
    "two edits": two_edits,
}
