"""Words and what they mean: slips and disguises undone, affixes taken off, concepts and negations found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from etle_guard.model.tokens import Token, scan

NEGATION = "negation"
_NEGATES_WITHIN = 3  # words: "tidak pernah meminta OTP"
_VOWELS = "aiueo"
_SHORTEST_SKELETON = 3  # consonants: two match too much
_SHORTEST_STEM = 4
_LEET = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g"}

# Indonesian prefixes, formal and spoken, and the first letters that they swallow: me- + kirim = mengirim.
_PREFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("",)), ("di", ("",)), ("ter", ("",)), ("ber", ("",)), ("meng", ("", "k")), ("mem", ("", "p")),
    ("men", ("", "t")), ("meny", ("s",)), ("me", ("",)), ("peng", ("", "k")), ("pem", ("", "p")), ("pen", ("", "t")),
    ("peny", ("s",)), ("pe", ("",)), ("per", ("",)), ("memper", ("",)), ("diper", ("",)), ("ke", ("",)), ("se", ("",)),
    ("nge", ("",)), ("ng", ("", "k")), ("ny", ("s",)), ("n", ("t",)), ("m", ("p",)), ("ku", ("",)), ("ka", ("",)),
)  # fmt: skip
_SUFFIXES = ("", "nya", "lah", "kah", "kan", "in", "an", "i", "ku", "mu", "annya", "kannya", "inya", "kanlah", "ilah",
             "s", "ed", "ing")  # fmt: skip


# What follows the first word of a phrase, and the concepts that the phrase then gives.
Phrase = tuple[tuple[str, ...], tuple[int, ...]]


class Word(NamedTuple):
    """A word set right: its form, the listed word that it derives from (or ``""``), and whether it was disguised.

    ``phrases`` may begin with it, those by its form first, the longest first; ``negates`` says that it negates
    what follows.
    """

    form: str
    base: str
    disguised: bool
    phrases: tuple[Phrase, ...]
    negates: bool


class ConceptHit(NamedTuple):
    """A concept met in a text, in code points of the text as given; ``negated`` after a *jangan* or *tidak*."""

    concept: str
    start: int
    end: int
    negated: bool


class Hit(NamedTuple):
    """A concept by number, the words that carry it (first, and one past the last), and whether it is negated."""

    concept: int
    first: int
    last: int
    negated: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The concepts in a fixed order, and the ways to them.

    ``phrases`` gives for a first word the phrases that begin so, longest first, each with its concepts.
    ``skeletons`` gives for consonants the listed word that they belong to. ``negations`` negate what follows, be it
    alone or at the head of a longer phrase (*jangan klik*).
    """

    concepts: tuple[str, ...]
    phrases: Mapping[str, tuple[Phrase, ...]]
    words: frozenset[str]
    skeletons: Mapping[str, str]
    negations: frozenset[str]


def read_lexicon(concepts: Mapping[str, Sequence[str]]) -> Lexicon:
    """The lexicon of a model: concept name → words and phrases, in folded form."""
    names = tuple(sorted(concepts))
    found: dict[tuple[str, ...], list[int]] = {}
    for number, name in enumerate(names):
        for phrase in concepts[name]:
            found.setdefault(_phrase_words(phrase), []).append(number)
    words = frozenset(word for phrase in found for word in phrase)
    negations = frozenset(_phrase_words(phrase)[0] for phrase in concepts.get(NEGATION, ()))
    return Lexicon(names, _by_first_word(found), words, _skeletons(sorted(words)), negations)


def _phrase_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the scanner cuts them; capital letters stand for its special tokens."""
    words: list[str] = []
    for word in phrase.split(" "):
        words += [word] if word.isupper() else [token[0] for token in scan(word).tokens]
    return tuple(words)


def _by_first_word(found: Mapping[tuple[str, ...], list[int]]) -> dict[str, tuple[Phrase, ...]]:
    rows: dict[str, list[Phrase]] = {}
    for phrase in sorted(found, key=lambda words: (-len(words), words)):
        rows.setdefault(phrase[0], []).append((phrase[1:], tuple(found[phrase])))
    return {word: tuple(phrases) for word, phrases in rows.items()}


def _skeletons(words: Sequence[str]) -> dict[str, str]:
    """Consonants → the one listed word of five letters or more that has them and some vowels; none if there are two."""
    found: dict[str, str] = {}
    for word in words:
        skeleton = _consonants(word)
        if len(word) >= 5 and _SHORTEST_SKELETON <= len(skeleton) < len(word):
            found[skeleton] = "" if skeleton in found else word
    return {skeleton: word for skeleton, word in found.items() if word}


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in _VOWELS)


def set_right(piece: str, lexicon: Lexicon) -> Word:
    """A scanner's word with digits, stretched letters, dropped vowels and affixes undone."""
    form = piece if piece in lexicon.words else _without_digits(piece, lexicon)
    if form not in lexicon.words:
        form = _without_slips(form, lexicon)
    is_disguised = form.isalpha() and not piece.isalpha() and piece[-1:] != "2"
    base = _base(form, lexicon)
    phrases = lexicon.phrases.get(form, ()) + lexicon.phrases.get(base, ())
    return Word(form, base, is_disguised, phrases, form in lexicon.negations)


def _without_digits(piece: str, lexicon: Lexicon) -> str:
    """t1lang → tilang, kendaraan2 → kendaraan; other numbers inside words become one ``0``."""
    if piece.isalpha() or piece.isdigit():
        return piece
    runs = _digit_runs(piece)
    if piece[-1] == "2" and piece[:-1].isalpha() and len(piece) > _SHORTEST_STEM:
        return piece[:-1]
    read = "".join(_LEET.get(sign, sign) for sign in piece)
    digits = sum(sign.isdigit() for sign in piece)
    is_inside = piece[0].isalpha() and piece[-1].isalpha()
    if read in lexicon.words or _base(read, lexicon):
        return read
    if read.isalpha() and digits <= 2 * runs and (runs > 1 or (is_inside and digits == 1 and len(piece) > 3)):
        return read
    return _numbers_as_zero(piece)


def _digit_runs(piece: str) -> int:
    return sum(sign.isdigit() and not before.isdigit() for before, sign in zip("a" + piece, piece, strict=False))


def _numbers_as_zero(piece: str) -> str:
    letters: list[str] = []
    for sign in piece:
        if not sign.isdigit():
            letters.append(sign)
        elif not letters or letters[-1] != "0":
            letters.append("0")
    return "".join(letters)


def _without_slips(form: str, lexicon: Lexicon) -> str:
    """baaayar → bayar, tlng → tilang."""
    squeezed = _squeezed(form, 3)
    if squeezed in lexicon.words:
        return squeezed
    plain = _squeezed(squeezed, 2)
    if plain in lexicon.words:
        return plain
    if len(squeezed) >= _SHORTEST_SKELETON and _consonants(squeezed) == squeezed:
        return lexicon.skeletons.get(squeezed, squeezed)
    return squeezed


def _squeezed(word: str, least: int) -> str:
    """Every run of at least so many equal letters as one letter; digits stay."""
    letters: list[str] = []
    index = 0
    while index < len(word):
        end = index
        while end < len(word) and word[end] == word[index]:
            end += 1
        is_run = end - index >= least and word[index].isalpha()
        letters.append(word[index] if is_run else word[index:end])
        index = end
    return "".join(letters)


def _base(form: str, lexicon: Lexicon) -> str:
    """The listed word under affixes: dibayarkan → bayar, penipuan → tipu; ``""`` if there is none."""
    if form in lexicon.phrases or len(form) <= _SHORTEST_STEM:
        return ""
    for prefix, swallowed in _PREFIXES:
        if not form.startswith(prefix):
            continue
        for suffix in _SUFFIXES:
            if form.endswith(suffix):
                stem = form[len(prefix) : len(form) - len(suffix)]
                for letter in swallowed:
                    if len(letter + stem) >= _SHORTEST_STEM and letter + stem in lexicon.phrases:
                        return letter + stem
    return ""


def find_concepts(words: Sequence[Word], tokens: Sequence[Token]) -> list[Hit]:
    """Concepts in the order of the text. The longest phrase wins, and its words give nothing else."""
    hits: list[Hit] = []
    negated_until = -1
    index = 0
    while index < len(words):
        _, _, _, phrases, negates = words[index]
        if tokens[index][3]:
            negated_until = -1
        last = index + 1
        for rest, concepts in phrases:
            if not rest or _continues(words, index + 1, rest):
                last += len(rest)
                for concept in concepts:
                    hits.append(Hit(concept, index, last, index <= negated_until))
                break
        if negates:
            negated_until = last - 1 + _NEGATES_WITHIN
        index = last
    return hits


def _continues(words: Sequence[Word], index: int, rest: Sequence[str]) -> bool:
    """Whether the words from here on are those of a phrase, as they stand or without affixes."""
    if index + len(rest) > len(words):
        return False
    return all(part in (word.form, word.base) for part, word in zip(rest, words[index:], strict=False))
