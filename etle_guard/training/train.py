"""Labelled messages to a model file. The JSON is the model; the joblib file is for people who work in scikit-learn."""

from __future__ import annotations

import hashlib
import io
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from etle_guard.errors import InputError
from etle_guard.model.weights import CLASSES, FORMAT, GREATEST, ZERO
from etle_guard.pack import write_whole
from etle_guard.training.card import card_text
from etle_guard.training.compare import changes, figures_beside
from etle_guard.training.corpus import Corpus, Naming, read_corpus
from etle_guard.training.evaluate import STRICTNESS, cross_validate
from etle_guard.training.padding import with_padding
from etle_guard.training.pipeline import LEAN, WORDS, Reader, make_pipeline, one_thread, read_tables

BANDS = (0.5, 1.5, 3.0)  # margins in logits; chosen on counts, not as probabilities (see CARD.md)
LEAST_WORDS = 4  # "surat tilang (1).pdf" tells nothing by itself
_SEED = 1
_STEP = 0.5  # logits; a coarser step changes messages, a finer one makes the file larger
_LEAST = 2  # steps; smaller weights are noise, and a good part of the file


def train(
    corpus_paths: Sequence[Path],
    out: Path,
    progress: Callable[[str], object] = lambda _: None,
    naming: Naming | None = None,
    added: Sequence[Path] = (),
) -> None:
    """Train on labelled messages and write ``text.json``, ``text.joblib`` and ``CARD.md`` into a folder.

    ``added`` are further files, which are not the project's own; the card counts them apart. Raises InputError where
    the corpus is not as expected, before anything is written.
    """
    corpus = read_corpus([*corpus_paths, *added], naming)
    tables = read_tables()
    progress(f"Corpus: {len(corpus.examples)} messages from {len(corpus.templates())} templates")
    evaluation = cross_validate(corpus, tables, progress)
    progress("Training on the whole corpus")
    pipeline = fit(corpus, tables)
    fitted = _joblib_bytes(pipeline)
    model = model_data(pipeline, tables, corpus, hashlib.sha256(fitted).hexdigest())
    for line in (*changes(out / "text.json", model, corpus), *figures_beside(out / "CARD.md", evaluation)):
        progress(line)
    write_whole(out / "text.joblib", fitted)
    write_whole(out / "text.json", (json.dumps(model, ensure_ascii=True, separators=(",", ":")) + "\n").encode("ascii"))
    write_whole(out / "CARD.md", card_text(model, corpus, evaluation, added).encode("utf-8"))
    progress(f"Wrote text.json, text.joblib and CARD.md into {out}")


def fit(corpus: Corpus, tables: Mapping[str, Any]) -> Pipeline:
    """The pipeline, fitted to every message of a corpus, and to half of them once more with chat around."""
    pipeline = make_pipeline(tables, STRICTNESS, _SEED)
    read = Reader(tables)
    on_topic = [read.is_about_ticket(read.features(example.text)) for example in corpus.examples]
    examples = with_padding(corpus.examples, on_topic)
    with one_thread():
        pipeline.fit([example.text for example in examples], [example.label for example in examples])
    if len(pipeline.classes_) != len(CLASSES):
        raise InputError(f"the corpus holds {', '.join(pipeline.classes_)}, expected all of {', '.join(CLASSES)}")
    _weigh_against_other(pipeline.named_steps["classify"])
    return pipeline


def _weigh_against_other(regression: LogisticRegression) -> None:
    """Take the row of ``other`` from all three, which changes no probability, and leave small differences out."""
    other = list(regression.classes_).index(CLASSES[-1])
    regression.coef_ -= regression.coef_[other].copy()
    regression.intercept_ -= regression.intercept_[other].copy()
    regression.coef_[np.abs(regression.coef_) < (_LEAST - 0.5) * _scale(regression)] = 0


def _scale(regression: LogisticRegression) -> float:
    """What one step of a weight is worth. Where all weights are small, as they are of few messages, steps are finer."""
    return min(_STEP, float(np.abs(regression.coef_).max()) / GREATEST)


def model_data(pipeline: Pipeline, tables: Mapping[str, Any], corpus: Corpus, joblib_sha256: str) -> dict[str, Any]:
    """The content of ``text.json``: weights in steps of one scale, and the tables that they were trained with."""
    regression = pipeline.named_steps["classify"]
    order = [list(regression.classes_).index(name) for name in CLASSES[:-1]]
    scale = _scale(regression)
    steps = np.clip(np.rint(regression.coef_[order] / scale), -GREATEST, GREATEST).astype(np.int8)
    blocks = {"words": [row[:WORDS].tobytes() for row in steps], "concepts": [row[WORDS:].tobytes() for row in steps]}
    digest = hashlib.sha256(b"".join(row for rows in blocks.values() for row in rows)).hexdigest()
    return {
        "generated_by": "etle-guard train",
        "format": FORMAT,
        "trained_on": datetime.now(UTC).date().isoformat(),
        "corpus_sha256": corpus.sha256,
        "corpus_messages": len(corpus.examples),
        "corpus_templates": len(corpus.templates()),
        "corpus_labels": dict(sorted(Counter(example.label for example in corpus.examples).items())),
        "joblib_sha256": joblib_sha256,
        "classes": list(CLASSES),
        "scale": scale,
        "biases": [float(regression.intercept_[place]) for place in order],
        "lean": LEAN,
        "bands": list(BANDS),
        "least_words": LEAST_WORDS,
        "weights_sha256": digest,
        "weights": {name: [written(memoryview(row).cast("b")) for row in rows] for name, rows in blocks.items()},
        **tables,
    }


def written(steps: Sequence[int]) -> str:
    """A row of weights as it stands in a model file; each from ``-GREATEST`` to ``GREATEST``."""
    return "".join(chr(ZERO + step) for step in steps)


def _joblib_bytes(pipeline: Pipeline) -> bytes:
    buffer = io.BytesIO()
    joblib.dump(pipeline, buffer, compress=("zlib", 9))
    return buffer.getvalue()
