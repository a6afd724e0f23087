"""The text model for people who work in scikit-learn: fit it on your own messages, or put it into a pipeline.

It reads texts as the shipped model does (folding, concepts, hashed letter groups) and weighs them by a multinomial
regression. It knows nothing of links, files and senders: for a verdict on a message use ``etle_guard.check``.

>>> from etle_guard.sklearn import TicketScamClassifier
>>> texts = ["Denda tilang Anda belum dibayar, klik tautan ini", "Awas penipuan tilang", "Besok jadi futsal?"]
>>> TicketScamClassifier().fit(texts, ["scam", "report", "other"]).predict(["klik tautan ini, bayar denda tilang"])
array(['scam'], dtype='<U6')
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted, column_or_1d

from etle_guard.training.evaluate import STRICTNESS
from etle_guard.training.pipeline import make_pipeline, one_thread, read_tables

__all__ = ["TicketScamClassifier"]


class TicketScamClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Texts to labels of your own choice; two or more of them.

    ``strictness`` is scikit-learn's C: the greater, the closer it fits. ``seed`` seeds the solver. After ``fit``,
    ``classes_`` holds the labels in their order, and ``pipeline_`` the fitted pipeline.
    """

    def __init__(self, strictness: float = STRICTNESS, seed: int = 1) -> None:
        self.strictness = strictness
        self.seed = seed

    def fit(self, X: Iterable[str], y: ArrayLike) -> TicketScamClassifier:  # noqa: N803 - scikit-learn's name
        """Learn from texts and their labels. Raises ValueError or TypeError, as scikit-learn does."""
        texts, labels = _texts(X), column_or_1d(np.asarray(y), warn=True)
        if len(texts) != len(labels):
            raise ValueError(f"X holds {len(texts)} texts and y {len(labels)} labels, expected as many")
        if len(set(labels.tolist())) < 2:
            raise ValueError(f"y holds {len(set(labels.tolist()))} class(es), expected 2 or more")
        pipeline = make_pipeline(read_tables(), self.strictness, self.seed)
        with one_thread():
            self.pipeline_ = pipeline.fit(texts, labels)
        self.classes_ = self.pipeline_.classes_
        return self

    def predict(self, X: Iterable[str]) -> NDArray[Any]:  # noqa: N803
        """The likeliest label of each text; shape (texts,)."""
        check_is_fitted(self)
        found: NDArray[Any] = self.pipeline_.predict(_texts(X))
        return found

    def predict_proba(self, X: Iterable[str]) -> NDArray[np.float64]:  # noqa: N803
        """How likely each label is, by the regression; not calibrated. Shape (texts, classes)."""
        check_is_fitted(self)
        found: NDArray[np.float64] = self.pipeline_.predict_proba(_texts(X))
        return found

    def decision_function(self, X: Iterable[str]) -> NDArray[np.float64]:  # noqa: N803
        """Logits; shape (texts, classes), or (texts,) where there are two classes."""
        check_is_fitted(self)
        found: NDArray[np.float64] = self.pipeline_.decision_function(_texts(X))
        return found

    def __sklearn_tags__(self) -> Any:
        """Texts, one for each sample: no matrix."""
        tags = super().__sklearn_tags__()
        tags.input_tags.one_d_array = True
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        return tags


def _texts(given: Iterable[str]) -> Sequence[str]:
    if isinstance(given, str):
        raise ValueError("X is one string, expected a sequence of texts")
    texts = list(given)
    for number, text in enumerate(texts):
        if not isinstance(text, str):
            raise TypeError(f"X[{number}] is {text!r:.60}, expected str")
    return [str(text) for text in texts]
