"""Words and what they mean: the lexicon, and the concepts and negations that are found with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from etle_guard.errors import RulebookError
from etle_guard.model.tokens import Token, scan

NEGATION = "negation"
_NEGATES_WITHIN = 3  # words: "tidak pernah meminta OTP"
_DENYING = frozenset({"bukan"})  # denies the next word only: "bukan Anda, kirimkan OTP"
_OR = frozenset({"atau", "ataupun", "maupun", "or"})  # after what is negated, negates what follows too
_OR_REACHES = 2  # words: "jangan berikan kode OTP atau PIN"
_VOWELS = "aiueo"
_SHORTEST_SKELETON = 3  # consonants: two match too much

# What follows the first word of a phrase, and the concepts that the phrase then gives.
Phrase = tuple[tuple[str, ...], tuple[int, ...]]


class Word(NamedTuple):
    """A word set right: its form, the listed word that it derives from (or ``""``), and whether it was disguised.

    ``phrases`` may begin with it, those by its form first, the longest first; ``negates`` says how many words after
    it it negates.
    """

    form: str
    base: str
    disguised: bool
    phrases: tuple[Phrase, ...]
    negates: int


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

    ``phrases`` gives for a first word the phrases that begin so, longest first, each with its concepts; ``lone`` are
    the words that are a phrase by themselves.
    ``skeletons`` gives for consonants the listed words that they belong to. ``negations`` negate what follows, be it
    alone or at the head of a longer phrase (*jangan klik*). ``spellings`` gives the standard word for what is written
    in chats and said in neighbouring languages (*tdk*, *ora*: *tidak*).
    """

    concepts: tuple[str, ...]
    phrases: Mapping[str, tuple[Phrase, ...]]
    lone: frozenset[str]
    words: frozenset[str]
    skeletons: Mapping[str, Sequence[str]]
    negations: frozenset[str]
    spellings: Mapping[str, str]


def read_lexicon(concepts: Mapping[str, str], spellings: Mapping[str, str]) -> Lexicon:
    """The lexicon of a model: words and phrases by concept, and what is written for a standard word.

    All in folded form, parted by commas. Raises RulebookError.
    """
    names = tuple(sorted(concepts))
    found: dict[tuple[str, ...], list[int]] = {}
    for number, name in enumerate(names):
        for phrase in concepts[name].split(","):
            words = _phrase_words(phrase) if all(" " <= sign <= "~" for sign in phrase) else ()
            if not words:
                raise RulebookError(f"model: concepts.{name} holds {phrase!r}, expected words")
            found.setdefault(words, []).append(number)
    written = {form: word for word in sorted(spellings) for form in spellings[word].split(",")}
    listed = frozenset(word for phrase in found for word in phrase).union(written)
    lone = frozenset(phrase[0] for phrase in found if len(phrase) == 1)
    negations = frozenset(word for word in lone if NEGATION in {names[number] for number in found[word,]})
    return Lexicon(names, _by_first_word(found), lone, listed, _skeletons(sorted(lone)), negations, written)


def _phrase_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the scanner cuts them: letters stay one word, capital ones are its special tokens."""
    words: list[str] = []
    for word in phrase.split(" "):
        words += [word] if word.isascii() and word.isalpha() else [token[0] for token in scan(word).tokens]
    return tuple(words)


def _by_first_word(found: Mapping[tuple[str, ...], list[int]]) -> dict[str, tuple[Phrase, ...]]:
    rows: dict[str, list[Phrase]] = {}
    for phrase in sorted(found, key=lambda words: (-len(words), words)):
        rows.setdefault(phrase[0], []).append((phrase[1:], tuple(found[phrase])))
    return {word: tuple(phrases) for word, phrases in rows.items()}


def _skeletons(words: Sequence[str]) -> dict[str, list[str]]:
    """Consonants → the words of five letters or more that have them and some vowels."""
    found: dict[str, list[str]] = {}
    for word in words:
        skeleton = consonants(word)
        if len(word) >= 5 and _SHORTEST_SKELETON <= len(skeleton) < len(word):
            found.setdefault(skeleton, []).append(word)
    return found


def consonants(word: str) -> str:
    """A word without its vowels."""
    return "".join(letter for letter in word if letter not in _VOWELS)


def find_concepts(words: Sequence[Word], tokens: Sequence[Token]) -> list[Hit]:
    """Concepts in the order of the text. The longest phrase wins, and its words give nothing else."""
    hits: list[Hit] = []
    negated_until = -1
    index, end = 0, len(words)
    while index < end:
        form, base, _, phrases, negates = words[index]
        if negated_until >= index and tokens[index][3]:
            negated_until = -1
        last = index + 1
        if hits and hits[-1][2] == index and hits[-1][3] and (form in _OR or base in _OR):
            negated_until = max(negated_until, index + _OR_REACHES)
        if phrases:
            form, base = words[last][:2] if last < end else ("", "")
            for rest, concepts in phrases:  # most phrases end with a look at the next word
                if not rest or ((rest[0] == form or rest[0] == base) and _continues(words, last, rest)):
                    last += len(rest)
                    hits += [Hit(concept, index, last, index <= negated_until) for concept in concepts]
                    break
            if negates:
                negated_until = last - 1 + negates
        index = last
    return hits


def reach_of(word: str, lexicon: Lexicon) -> int:
    """How many words a word in its standard form negates: none, the next one (*bukan*), or three."""
    if word in _DENYING:
        return 1
    return _NEGATES_WITHIN if word in lexicon.negations else 0


def _continues(words: Sequence[Word], index: int, rest: Sequence[str]) -> bool:
    """Whether the words from here on are those of a phrase, as they stand or without affixes."""
    if index + len(rest) > len(words):
        return False
    for place, part in enumerate(rest, index):
        word = words[place]
        if part != word.form and part != word.base:
            return False
    return True
