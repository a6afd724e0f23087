"""What the model looks at in a text: hashed words and letter groups, and hashed concepts in their order.

Two blocks of buckets. Repeating a word changes nothing:

- words: every word that is met, with its base and its groups of three to five letters; neighbouring words;
- concepts: every concept, the first, the last, how long the text is, and pairs in their order within twelve words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from etle_guard.limits import MOST_MEMORISED
from etle_guard.model.lexicon import Hit, Lexicon, Word, find_concepts
from etle_guard.model.spelling import join_syllables, set_right
from etle_guard.model.tokens import Token, scan

WORD_BITS = 12
CONCEPT_BITS = 12
_WORD_MASK = (1 << WORD_BITS) - 1
_CONCEPT_MASK = (1 << CONCEPT_BITS) - 1
_FNV_START, _FNV_PRIME, _32_BITS = 0x811C9DC5, 0x01000193, 0xFFFFFFFF  # FNV-1a, 32 bits (draft-eastlake-fnv)
_SHORTEST_GROUP, _LONGEST_GROUP = 3, 5
_PAIR_WITHIN = 12  # words
_ORDINARY = 5  # characters a word, the space included; a text of shorter ones may have been cut into syllables
_LENGTHS = (6, 12, 24, 48, 96)  # words; where one length class ends

Key = TypeVar("Key")
Value = TypeVar("Value")


class WordFacts(NamedTuple):
    """A word set right, its hash, the buckets that it fills by itself, and the sum of their packed weights."""

    word: Word
    code: int
    buckets: tuple[int, ...]
    weight: int


class Features(NamedTuple):
    """A text as the model sees it.

    ``words`` holds every word once, ``pairs`` and ``concepts`` every bucket of neighbours and of concepts once.
    """

    tokens: Sequence[Token]
    hits: Sequence[Hit]
    words: Sequence[WordFacts]
    pairs: set[int]
    concepts: set[int]
    disguises: int


class Known(dict[Key, Value]):
    """What was worked out before, to save time; what is new is worked out when it is looked up."""

    def __init__(self, learn: Callable[[Key], Value]) -> None:
        super().__init__()
        self._learn = learn

    def __missing__(self, key: Key) -> Value:
        if len(self) >= MOST_MEMORISED:
            self.clear()
        self[key] = found = self._learn(key)
        return found


@dataclass(frozen=True, slots=True)
class FeatureTable:
    """The lexicon, buckets of its concepts, and facts about words and pairs of concepts.

    ``met`` holds two entries for every concept (met, negated), ``first`` and ``last`` one; ``lengths`` one for every
    length class. A pair is ``first * len(met) + second``.
    """

    lexicon: Lexicon
    met: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    lengths: tuple[int, ...]
    words: Known[str, WordFacts]
    pairs: Known[int, int]


def make_feature_table(lexicon: Lexicon, weights: Sequence[int] = (0,) * (1 << WORD_BITS)) -> FeatureTable:
    """The buckets of a lexicon's concepts. Without weights, as in training, words weigh nothing."""
    codes = tuple(hashed(sign + name) for name in lexicon.concepts for sign in "cn")
    return FeatureTable(
        lexicon,
        met=tuple(_bucket(code, _CONCEPT_MASK) for code in codes),
        first=tuple(_concept_bucket("f" + name) for name in lexicon.concepts),
        last=tuple(_concept_bucket("e" + name) for name in lexicon.concepts),
        lengths=tuple(_concept_bucket("l" + str(place)) for place in range(len(_LENGTHS) + 1)),
        words=Known(lambda piece: _facts(piece, lexicon, weights)),
        pairs=Known(lambda pair: _bucket(_pair(*(codes[part] for part in divmod(pair, len(codes)))), _CONCEPT_MASK)),
    )


def read_features(folded: str, table: FeatureTable) -> Features:
    """Tokens, words, concepts and buckets of folded text."""
    tokens, disguises = scan(folded)
    tokens, cut = join_syllables(tokens, table.lexicon) if len(folded) < _ORDINARY * len(tokens) else (tokens, 0)
    pieces = [token[0] for token in tokens]
    facts = list(map(table.words.__getitem__, pieces))
    words = [fact[0] for fact in facts]
    hits = find_concepts(words, tokens)
    disguises += cut + sum([word.disguised for word in words])
    once = list(dict(zip(pieces, facts, strict=True)).values())
    return Features(tokens, hits, once, _pair_buckets(facts), _concept_buckets(hits, len(facts), table), disguises)


def read_hits(folded: str, table: FeatureTable) -> Sequence[Hit]:
    """The concepts of folded text alone, for names that are not weighed."""
    tokens = scan(folded).tokens
    return find_concepts([table.words[token[0]].word for token in tokens], tokens)


def filled_buckets(features: Features) -> int:
    """How often a bucket of words is filled: by every word and by every pair."""
    return sum([len(fact[2]) for fact in features.words]) + len(features.pairs)


def hashed(text: str) -> int:
    """32-bit FNV-1a of ASCII text."""
    code = _FNV_START
    for sign in text:
        code = ((code ^ ord(sign)) * _FNV_PRIME) & _32_BITS
    return code


def _bucket(code: int, mask: int) -> int:
    return (code ^ (code >> 15)) & mask


def _concept_bucket(text: str) -> int:
    return _bucket(hashed(text), _CONCEPT_MASK)


def _pair(first: int, second: int) -> int:
    """The hash of two hashes in their order."""
    return ((first * _FNV_PRIME) & _32_BITS) ^ second


def _facts(piece: str, lexicon: Lexicon, weights: Sequence[int]) -> WordFacts:
    """Everything about a scanner's word."""
    word = set_right(piece, lexicon)
    code = hashed("w" + word.form)
    buckets = {_bucket(code, _WORD_MASK), *_letter_groups(f" {word.form} ")}
    if word.base:
        buckets.add(_bucket(hashed("w" + word.base), _WORD_MASK))
    return WordFacts(word, code, tuple(sorted(buckets)), sum(map(weights.__getitem__, buckets)))


def _letter_groups(padded: str) -> set[int]:
    """Buckets of every group of three to five letters, spaces at both ends included."""
    start = ((_FNV_START ^ ord("g")) * _FNV_PRIME) & _32_BITS
    buckets: set[int] = set()
    for first in range(len(padded) - _SHORTEST_GROUP + 1):
        code = start
        for length, sign in enumerate(padded[first : first + _LONGEST_GROUP], start=1):
            code = ((code ^ ord(sign)) * _FNV_PRIME) & _32_BITS
            if length >= _SHORTEST_GROUP:
                buckets.add(_bucket(code, _WORD_MASK))
    return buckets


def _pair_buckets(facts: Sequence[WordFacts]) -> set[int]:
    codes = [fact[1] for fact in facts]
    pairs = [((first * _FNV_PRIME) & _32_BITS) ^ second for first, second in zip([0, *codes], codes, strict=False)]
    return {(pair ^ (pair >> 15)) & _WORD_MASK for pair in pairs}


def _concept_buckets(hits: Sequence[Hit], length: int, table: FeatureTable) -> set[int]:
    buckets = {table.lengths[sum([length > limit for limit in _LENGTHS])]}
    if not hits:
        return buckets
    buckets.add(table.first[hits[0][0]])
    buckets.add(table.last[hits[-1][0]])
    symbols = [2 * concept + negated for concept, _, _, negated in hits]
    places = [hit[1] for hit in hits]
    buckets.update([table.met[symbol] for symbol in symbols])
    pairs, count = table.pairs, len(table.met)
    for index, place in enumerate(places):
        pair = symbols[index] * count
        end = bisect_right(places, place + _PAIR_WITHIN, index)
        for later in symbols[index + 1 : end]:
            buckets.add(pairs[pair + later])
    return buckets
