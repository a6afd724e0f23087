"""How well a model does on wordings that it never saw, counted by class and by kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from sklearn.linear_model import LogisticRegression

from etle_guard.errors import InputError
from etle_guard.model.linear import TextModel, load_model, read_text
from etle_guard.model.weights import CLASSES
from etle_guard.training.corpus import Corpus, Example, Naming, folds, read_corpus
from etle_guard.training.padding import with_padding
from etle_guard.training.pipeline import LEAN, Reader, make_regression, matrix, one_thread, read_tables

STRICTNESS = 10.0  # scikit-learn's C; counts hardly change from 3 to 30
_FOLDS = 5
_SEED = 1
_CONFIDENCE = 1.96  # standard deviations: 95 %


@dataclass(frozen=True, slots=True)
class Judged:
    """A message, the logits that it got from a model that did not see its template, and what was read in it."""

    example: Example
    logits: tuple[float, ...]
    about_ticket: bool
    concepts: tuple[str, ...]

    @property
    def predicted(self) -> str:
        """The class with the greatest logit."""
        return CLASSES[self.logits.index(max(self.logits))]

    @property
    def margin(self) -> float:
        """By how much the greatest logit exceeds the next."""
        last = sorted(self.logits)
        return last[-1] - last[-2]


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a total, with its Wilson interval."""

    count: int
    total: int

    def interval(self) -> tuple[float, float]:
        """Where the true share lies, with 95 % confidence (Wilson 1927); everything if nothing was counted."""
        if self.total == 0:
            return 0.0, 1.0
        share, square = self.count / self.total, _CONFIDENCE**2
        middle = share + square / (2 * self.total)
        half = _CONFIDENCE * sqrt(share * (1 - share) / self.total + square / (4 * self.total**2))
        whole = 1 + square / self.total
        return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)

    def __str__(self) -> str:
        low, high = self.interval()
        share = f"{self.count / self.total:.3f}" if self.total else "–"
        return f"{self.count} of {self.total} = {share} [{low:.3f}–{high:.3f}]"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every message judged, and how."""

    method: str
    judged: tuple[Judged, ...]

    def confusion(self, label: str, predicted: str) -> int:
        """How many messages of a class were taken for another (or for itself)."""
        return sum(each.example.label == label and each.predicted == predicted for each in self.judged)

    def recall(self, label: str) -> Share:
        """Of a class's messages, those that were recognised."""
        return Share(self.confusion(label, label), sum(self.confusion(label, other) for other in CLASSES))

    def precision(self, label: str) -> Share:
        """Of the messages taken for a class, those that are of it."""
        return Share(self.confusion(label, label), sum(self.confusion(other, label) for other in CLASSES))

    def kinds(self) -> list[tuple[str, str, Share]]:
        """Label, kind, and the share of its messages that were recognised; by label, then kind."""
        names = sorted({(each.example.label, each.example.kind) for each in self.judged})
        return [(label, kind, self._share_of(label, kind)) for label, kind in names]

    def errors(self) -> list[Judged]:
        """What was misjudged, the surest mistake first."""
        wrong = [each for each in self.judged if each.predicted != each.example.label]
        return sorted(wrong, key=lambda each: (-each.margin, each.example.place))

    def false_alarms(self) -> Share:
        """Of honest messages about tickets, those taken for scams: the mistake that costs most."""
        honest = [each for each in self.judged if each.example.label != "scam" and each.about_ticket]
        return Share(sum(each.predicted == "scam" for each in honest), len(honest))

    def _share_of(self, label: str, kind: str) -> Share:
        ours = [each for each in self.judged if (each.example.label, each.example.kind) == (label, kind)]
        return Share(sum(each.predicted == label for each in ours), len(ours))

    @property
    def text(self) -> str:
        """The figures as plain text."""
        return "\n".join([self.method, "", *_class_lines(self), "", *_kind_lines(self), "", *_error_lines(self)])


def evaluate(
    corpus_paths: Sequence[Path],
    model: Path | None = None,
    progress: Callable[[str], object] = lambda _: None,
    naming: Naming | None = None,
) -> Evaluation:
    """Judge labelled messages: by cross-validation on their templates, or with a model file as it stands.

    Raises InputError where corpus or file is not as expected.
    """
    corpus = read_corpus(corpus_paths, naming, to_split=model is None)
    if model is None:
        return cross_validate(corpus, read_tables(), progress)
    progress(f"Judging {len(corpus.examples)} messages with {model}")
    read = load_model(_read_json(model))
    return Evaluation(f"{model.name} as it stands", tuple(_judge(example, read) for example in corpus.examples))


def cross_validate(corpus: Corpus, tables: Mapping[str, Any], progress: Callable[[str], object]) -> Evaluation:
    """Train five times on four fifths of the templates, and judge the messages of the others."""
    read = Reader(tables)
    features = [read.features(example.text) for example in corpus.examples]
    on_topic = [read.is_about_ticket(each) for each in features]
    logits: dict[int, tuple[float, ...]] = {}
    for number, (known, unseen) in enumerate(folds(corpus, _FOLDS), start=1):
        progress(f"Cross-validation {number} of {_FOLDS}")
        examples = with_padding([corpus.examples[row] for row in known], [on_topic[row] for row in known])
        regression = _fitted(examples, read)
        found = regression.decision_function(matrix([features[row] for row in unseen]))
        order = [list(regression.classes_).index(name) for name in CLASSES]
        found[:, order[0]] += [LEAN * on_topic[row] for row in unseen]
        logits.update(zip(unseen, (tuple(map(float, row)) for row in found[:, order]), strict=True))
    judged = [
        Judged(example, logits[row], on_topic[row], read.concepts(features[row]))
        for row, example in enumerate(corpus.examples)
    ]
    method = f"{_FOLDS}-fold cross-validation by template ({len(corpus.templates())} templates)"
    return Evaluation(method, tuple(judged))


def _fitted(examples: Sequence[Example], read: Reader) -> LogisticRegression:
    rows = matrix([read.features(example.text) for example in examples])
    with one_thread():
        regression = make_regression(STRICTNESS, _SEED).fit(rows, [example.label for example in examples])
    if len(regression.classes_) != len(CLASSES):
        missing = ", ".join(sorted(set(CLASSES) - set(regression.classes_)))
        raise InputError(f"the corpus holds too few templates labelled {missing} to be split in {_FOLDS}")
    return regression


def _judge(example: Example, model: TextModel) -> Judged:
    reading = read_text(example.text, model)
    concepts = tuple(f"not-{hit.concept}" if hit.negated else hit.concept for hit in reading.concepts)
    return Judged(example, reading.logits, reading.about_ticket, concepts)


def _read_json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise InputError(f"{path}: is a {type(found).__name__}, expected a model")
    return found


def _class_lines(evaluation: Evaluation) -> list[str]:
    lines = [f"{'label':8} {'precision':34} {'recall':34} taken for"]
    for label in CLASSES:
        taken = ", ".join(f"{other} {evaluation.confusion(label, other)}" for other in CLASSES)
        shares = f"{evaluation.precision(label)!s:34} {evaluation.recall(label)!s:34}"
        lines.append(f"{label:8} {shares} {taken}")
    return [*lines, "", f"Honest messages about tickets taken for scams: {evaluation.false_alarms()}"]


def _kind_lines(evaluation: Evaluation) -> list[str]:
    return ["recognised by kind"] + [f"{label:8} {kind:24} {share}" for label, kind, share in evaluation.kinds()]


def _error_lines(evaluation: Evaluation, most: int = 20) -> list[str]:
    lines = [f"surest mistakes (of {len(evaluation.errors())})"]
    for each in evaluation.errors()[:most]:
        example = each.example
        lines.append(
            f"{example.label} taken for {each.predicted} by {each.margin:.2f}, {example.kind}, {example.place}"
        )
        lines.append(f"    {' '.join(each.concepts)}")
    return lines
