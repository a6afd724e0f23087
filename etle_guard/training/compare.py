"""What a newly trained model reads otherwise than the one before."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from etle_guard.errors import EtleGuardError
from etle_guard.model.linear import TextModel, load_model, read_text
from etle_guard.training.corpus import Corpus, Example
from etle_guard.training.evaluate import Evaluation

_MOST_SHOWN = 8
_MOST_LETTERS = 72
# Where a card has its key figures: the line of false alarms, the recall in the row of scams.
_ALARMS = re.compile(r"^Honest messages about tickets taken for scams: (.*)\.$", re.MULTILINE)
_SCAMS = re.compile(r"^\| scam \| [^|]* \| ([^|]*) \|", re.MULTILINE)


def changes(path: Path, after: Mapping[str, Any], corpus: Corpus) -> Iterator[str]:
    """Lines for a person: how many messages are read otherwise than by the model at ``path``, and the first of each."""
    if not path.exists():
        yield "No model was there before."
        return
    try:
        before = load_model(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, EtleGuardError) as error:
        yield f"{path}: the model before could not be read, so that nothing is compared: {error}"
        return
    model = load_model(after)
    moved = [row for example in corpus.examples if (row := _moved(example, before, model)) is not None]
    better = [row for row in moved if row[2] == row[0].label]
    worse = [row for row in moved if row[1] == row[0].label]
    yield (
        f"Against the model before: {len(moved)} of {len(corpus.examples)} messages are read otherwise, "
        f"{len(better)} of them now as labelled, {len(worse)} no longer."
    )
    for name, rows in (("now as labelled", better), ("no longer", worse)):
        yield from (f"  {name}: {_line(*row)}" for row in rows[:_MOST_SHOWN])
        if len(rows) > _MOST_SHOWN:
            yield f"  {name}: and {len(rows) - _MOST_SHOWN} more"


def figures_beside(path: Path, evaluation: Evaluation) -> Iterator[str]:
    """The two figures to look at first, and what the card at ``path`` said of the model before."""
    card = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    for name, share, row in (
        ("Honest messages about tickets taken for scams", evaluation.false_alarms(), _ALARMS),
        ("Scams recognised", evaluation.recall("scam"), _SCAMS),
    ):
        before = row.search(card)
        yield f"{name}: {share}" + (f"; the card before said {before[1]}" if before else "")


def _moved(example: Example, before: TextModel, after: TextModel) -> tuple[Example, str, str] | None:
    was, now = read_text(example.text, before).topic, read_text(example.text, after).topic
    return None if was == now else (example, was, now)


def _line(example: Example, was: str, now: str) -> str:
    text = " ".join(example.text.split())
    shown = text if len(text) <= _MOST_LETTERS else text[:_MOST_LETTERS] + "…"
    return f"{example.place} {was} → {now}: {shown}"
