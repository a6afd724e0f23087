"""The text model: integer sums over buckets, logits against ``other``, one reading. The same bits in both languages.

No scikit-learn, no NumPy: ``models/text.json`` is the model, and this is all that reads it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from etle_guard.model.features import (
    Features,
    FeatureTable,
    WordFacts,
    filled_buckets,
    make_feature_table,
    read_features,
    read_hits,
)
from etle_guard.model.lexicon import ConceptHit, Hit, read_lexicon
from etle_guard.model.weights import CLASSES, ModelError, Weights, expect, read_weights, unpacked
from etle_guard.parse.text import Folded, FoldTable, fold, read_fold_table
from etle_guard.shapes import SHAPES, check_shape

__all__ = ["ConceptHit", "ModelError", "Reading", "TextModel", "load_model", "read_text"]

_SCAM = "scam"
_OTHER = "other"
_SHORT = "short"
_CLEARLY = 2  # band of the margin
# What clearly reads as a scam is about a ticket with less: a word of tickets, and none of another pretext.
_OF_TICKETS = frozenset({"police", "prosecutor", "traffic", "violation", "court", "fine", "papers", "plate"})
_OF_OTHERS = frozenset({"courier", "wedding", "pln", "bpjs", "library", "prize", "promo"})
_MOST_CALLED = 5  # files and links whose names are read
_BETWEEN_WORDS = re.compile("[^A-Za-z0-9]+")
_MOST_WORDS = 6  # words that an explanation names
_UNICODE_FOLD_FORMAT = 1

# Rows of concepts, of which one must be met whole, and concepts of which none may be met then.
Gate = tuple[tuple[frozenset[int], frozenset[int]], ...]


@dataclass(frozen=True, slots=True)
class TextModel:
    """Everything that reading a text takes: folding, lexicon, the rows that make a text be about a ticket, weights."""

    fold: FoldTable
    features: FeatureTable
    gate: Gate
    weights: Weights


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says, by itself.

    ``topic`` is ``scam``, ``report`` (warns, reports or asks about a scam), ``other``, or ``short`` (too few words).
    ``margin`` is by how much the logit of the topic exceeds the next; ``strength`` its band, 0 (unsure) to 3.
    ``met`` holds the names of ``concepts``; ``said`` are those that are not negated, ``stated`` their names.
    ``sender`` holds the concepts in the sender's name, such as "police" of "Pak Sinaga Polres".
    ``ranked`` are the classes with the greatest logit and the next, ``facts`` the words that were met.
    ``obfuscation`` counts disguises; ``complete`` is false if the text is longer than what is read.
    """

    topic: str
    about_ticket: bool
    logits: tuple[float, float, float]
    margin: float
    strength: int
    concepts: tuple[ConceptHit, ...]
    met: frozenset[str]
    said: tuple[ConceptHit, ...]
    stated: frozenset[str]
    sender: frozenset[str]
    ranked: tuple[int, int]
    facts: Sequence[WordFacts]
    obfuscation: int
    complete: bool

    @property
    def may_be_scam(self) -> bool:
        """Whether it reads as a scam, is too short to tell, or is something else by a margin that is not clear."""
        scam = self.ranked[1] == CLASSES.index(_SCAM) and self.strength < _CLEARLY
        return self.topic in (_SCAM, _SHORT) or (self.topic == _OTHER and scam)

    @property
    def words(self) -> tuple[tuple[str, int], ...]:
        """The words that speak most for the topic, with their integer weights; worked out when somebody asks."""
        return () if self.topic in (_SHORT, _OTHER) else _speaking_words(self.facts, *self.ranked)


def load_model(data: Mapping[str, Any]) -> TextModel:
    """The model of a parsed ``text.json``. Raises ModelError naming key, value and what was expected."""
    weights = read_weights(data)
    lexicon = read_lexicon(_words(data, "concepts"), _words(data, "spellings"))
    features = make_feature_table(lexicon, weights.words)
    return TextModel(_fold_table(data), features, _gate(data, lexicon.concepts), weights)


def read_text(text: str, model: TextModel, sender: str = "", called: Sequence[str] = ()) -> Reading:
    """Read a text. Any string will do; what is no Indonesian gives few concepts and a small margin.

    What the ``sender`` calls himself, and what its files and links are ``called``, helps to tell whether the text is
    about a ticket, and nothing else.
    """
    folded = fold(text, model.fold)
    features = read_features(folded.text, model.features)
    titles = _met_in(sender, model) if sender else ()
    about_ticket = _names_ticket([*features.hits, *titles], called, model)
    logits = _logits(features, model.weights, about_ticket)
    first, second = sorted(range(len(CLASSES)), key=lambda place: (-logits[place], place))[:2]
    margin = logits[first] - logits[second]
    is_short = _count_words(features) < model.weights.least_words
    topic = _SHORT if is_short else CLASSES[first]
    strength = 0 if is_short else sum([margin >= band for band in model.weights.bands])
    concepts = _concept_hits(features, folded, model)
    met = frozenset([hit.concept for hit in concepts])
    hints = topic == _SCAM and strength >= _CLEARLY and not met.isdisjoint(_OF_TICKETS) and met.isdisjoint(_OF_OTHERS)
    said = tuple([hit for hit in concepts if not hit.negated])
    return Reading(
        topic=topic,
        about_ticket=about_ticket or hints,
        logits=logits,
        margin=margin,
        strength=strength,
        concepts=concepts,
        met=met,
        said=said,
        stated=frozenset([hit.concept for hit in said]),
        sender=frozenset(model.features.lexicon.concepts[hit.concept] for hit in titles),
        ranked=(first, second),
        facts=features.words,
        obfuscation=folded.obfuscations + features.disguises,
        complete=folded.complete,
    )


def _names_ticket(hits: Sequence[Hit], called: Sequence[str], model: TextModel) -> bool:
    """Whether the concepts tell of a ticket, or do so beside what files and links are called."""
    is_named = _is_about_ticket(hits, model.gate)
    if is_named or not called:
        return is_named
    names = _BETWEEN_WORDS.sub(" ", " ".join(called[:_MOST_CALLED]))
    return _is_about_ticket([*hits, *_met_in(names, model)], model.gate)


def _met_in(text: str, model: TextModel) -> Sequence[Hit]:
    return read_hits(fold(text, model.fold).text, model.features)


def _logits(features: Features, weights: Weights, about_ticket: bool) -> tuple[float, float, float]:
    """Bias, plus each block's integer sum over the root of its size: the one order of operations in both languages.

    Weights are against the class ``other``, whose logit is 0; the lean towards scam comes last.
    """
    of_pairs = sum(map(weights.words.__getitem__, features.pairs))
    words = unpacked(sum([fact[3] for fact in features.words]) + of_pairs)
    concepts = unpacked(sum(map(weights.concepts.__getitem__, features.concepts)))
    of_words = weights.scale / sqrt(filled_buckets(features) or 1)
    of_concepts = weights.scale / sqrt(len(features.concepts) or 1)
    scam, report = (
        bias + word * of_words + concept * of_concepts
        for bias, word, concept in zip(weights.biases, words, concepts, strict=True)
    )
    return scam + weights.lean if about_ticket else scam, report, 0.0


def _count_words(features: Features) -> int:
    """Tokens that are words, not links, numbers or signs."""
    return sum([token[0] >= "a" for token in features.tokens])


def _is_about_ticket(hits: Sequence[Hit], gate: Gate) -> bool:
    met = {hit[0] for hit in hits}
    return any(wanted <= met and unwanted.isdisjoint(met) for wanted, unwanted in gate)


def _concept_hits(features: Features, folded: Folded, model: TextModel) -> tuple[ConceptHit, ...]:
    names, tokens, origins = model.features.lexicon.concepts, features.tokens, folded.origins
    return tuple([
        ConceptHit(names[concept], origins[tokens[first][1]], origins[tokens[last - 1][2] - 1] + 1, negated)
        for concept, first, last, negated in features.hits
    ])  # fmt: skip


def _speaking_words(facts: Sequence[WordFacts], first: int, second: int) -> tuple[tuple[str, int], ...]:
    """The words whose own buckets and concepts raise the topic most over the next one; the greatest first."""
    found: dict[str, int] = {}
    for word, _, _, weight in facts:
        if word.form[0] >= "a":
            sums = (*unpacked(weight), 0)
            found[word.form] = sums[first] - sums[second]
    ranked = sorted(((word, weight) for word, weight in found.items() if weight > 0), key=lambda row: (-row[1], row[0]))
    return tuple(ranked[:_MOST_WORDS])


def _words(data: Mapping[str, Any], key: str) -> Mapping[str, str]:
    table = data.get(key)
    if not isinstance(table, Mapping) or not table:
        raise ModelError(f"model: {key} is {table!r:.60}, expected a table of words parted by commas")
    for name, words in table.items():
        if not isinstance(words, str) or not all(words.split(",")):
            raise ModelError(f"model: {key}.{name} is {words!r:.60}, expected words parted by commas")
    return table


def _gate(data: Mapping[str, Any], concepts: tuple[str, ...]) -> Gate:
    rows = data.get("gate")
    if not isinstance(rows, list) or not rows:
        raise ModelError(f"model: gate is {rows!r:.60}, expected rows of concepts")
    return tuple((_gate_row(row, "all", concepts), _gate_row(row, "none", concepts)) for row in rows)


def _gate_row(row: object, key: str, concepts: tuple[str, ...]) -> frozenset[int]:
    names: Any = row.get(key) if isinstance(row, Mapping) else None
    is_known = isinstance(names, list) and all(isinstance(name, str) and name in concepts for name in names)
    if not is_known or (key == "all" and not names):
        raise ModelError(f"model: gate has {row!r:.60}, expected names of concepts under all and none")
    return frozenset(concepts.index(name) for name in names)


def _fold_table(data: Mapping[str, Any]) -> FoldTable:
    table = data.get("fold")
    if not isinstance(table, Mapping):
        raise ModelError(f"model: fold is {table!r:.60}, expected a folding table")
    expect("fold.format", table.get("format"), _UNICODE_FOLD_FORMAT)
    check_shape(table, SHAPES["fold"], "model: fold")
    return read_fold_table(table)
