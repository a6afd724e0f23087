"""The model as scikit-learn sees it: texts to a sparse matrix, by the code that reads messages, then a regression."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped,unused-ignore]
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped,unused-ignore]

from etle_guard.model.features import CONCEPT_BITS, WORD_BITS, Features, make_feature_table, read_features
from etle_guard.model.lexicon import read_lexicon
from etle_guard.parse.text import fold, read_fold_table

_DATA = Path(__file__).parents[1] / "data"
WORDS, CONCEPTS = 1 << WORD_BITS, 1 << CONCEPT_BITS
TOLERANCE = 1e-8  # a looser one changes one weight in twenty by a step (classifier measurements)
MOST_ITERATIONS = 5000
LEAN = 0.8  # logits towards scam where a text is about a ticket; chosen on the messages of benchmarks/levels


def read_tables() -> dict[str, Any]:
    """The folding table and the lexicon, as a model file holds them."""
    lexicon = tomllib.loads((_DATA / "concepts.toml").read_text(encoding="utf-8"))
    return {
        "concepts": {row["concept"]: ",".join(row["words"]) for row in lexicon["concept"]},
        "spellings": {row["word"]: ",".join(row["written"]) for row in lexicon["spelling"]},
        "gate": [{"all": row["all"], "none": row["none"]} for row in lexicon["gate"]],
        "fold": json.loads((_DATA / "fold.json").read_text(encoding="utf-8")),
    }


class Reader:
    """Reads texts as the runtime does, up to the features."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._fold = read_fold_table(tables["fold"])
        self._table = make_feature_table(read_lexicon(tables["concepts"], tables["spellings"]))
        self._gate = [(frozenset(row["all"]), frozenset(row["none"])) for row in tables["gate"]]

    def features(self, text: str) -> Features:
        """Tokens, concepts and buckets of a text."""
        return read_features(fold(text, self._fold).text, self._table)

    def concepts(self, features: Features) -> tuple[str, ...]:
        """The names of the concepts that were met; negated ones with ``not-``."""
        names = self._table.lexicon.concepts
        return tuple(("not-" if hit.negated else "") + names[hit.concept] for hit in features.hits)

    def is_about_ticket(self, features: Features) -> bool:
        """Whether a row of the gate is met."""
        met = {self._table.lexicon.concepts[hit.concept] for hit in features.hits}
        return any(wanted <= met and unwanted.isdisjoint(met) for wanted, unwanted in self._gate)


class TextFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Texts as rows of two blocks, each of length one: words first, then concepts.

    ``tables`` holds ``fold``, ``concepts``, ``spellings`` and ``gate`` as they stand in a model file.
    """

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.tables = tables

    def fit(self, texts: Sequence[str], labels: Sequence[str] | None = None) -> TextFeatures:
        """Nothing is learnt here."""
        return self

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """One row for each text."""
        reader = Reader(self.tables)
        return matrix([reader.features(text) for text in texts])


def matrix(features: Sequence[Features]) -> csr_matrix:
    """A sparse row for each reading: every filling of a bucket weighs one over the root of its block's fillings."""
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for each in features:
        words = sorted([bucket for fact in each.words for bucket in fact.buckets] + list(each.pairs))
        concepts = sorted(each.concepts)
        columns += words + [WORDS + bucket for bucket in concepts]
        values += [(len(words) or 1) ** -0.5] * len(words) + [(len(concepts) or 1) ** -0.5] * len(concepts)
        ends.append(len(columns))
    found = csr_matrix((np.array(values), np.array(columns), np.array(ends)), shape=(len(features), WORDS + CONCEPTS))
    found.sum_duplicates()
    return found


def make_pipeline(tables: Mapping[str, Any], strictness: float, seed: int) -> Pipeline:
    """Features, then a multinomial regression that weighs every class alike."""
    return Pipeline([("features", TextFeatures(tables)), ("classify", make_regression(strictness, seed))])


def make_regression(strictness: float, seed: int) -> LogisticRegression:
    """``strictness`` is scikit-learn's C: the greater, the closer it fits."""
    return LogisticRegression(
        C=strictness, tol=TOLERANCE, max_iter=MOST_ITERATIONS, class_weight="balanced", random_state=seed
    )


def one_thread() -> threadpool_limits:
    """Within it, NumPy works in one thread: sums keep their order, and small matrices are ten times quicker."""
    return threadpool_limits(limits=1)
