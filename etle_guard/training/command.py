"""What ``etle-guard train`` and ``evaluate`` do at a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from rich.console import Console

from etle_guard.errors import InputError
from etle_guard.training.corpus import Naming
from etle_guard.training.evaluate import evaluate as run_evaluate
from etle_guard.training.report import write_report
from etle_guard.training.train import train as run_train

_OWN_CORPUS = Path("models/corpus")


def train(corpora: Sequence[Path], out: Path, columns: Mapping[str, str], labels: Mapping[str, str]) -> None:
    """Train on the project's corpus and the given ones, and say where the model was written."""
    console = Console(stderr=True, highlight=False)
    progress = partial(console.print, markup=False)
    run_train(_paths(corpora), out, progress=progress, naming=Naming(columns, labels), added=corpora)
    console.print(f"Next: etle-guard export --model {out / 'text.json'}")


def evaluate(
    files: Sequence[Path],
    report: Path | None,
    model: Path | None,
    columns: Mapping[str, str],
    labels: Mapping[str, str],
) -> None:
    """Print figures by class and kind; with ``report``, write the page with plots too."""
    progress = partial(Console(stderr=True, highlight=False).print, markup=False)
    result = run_evaluate(list(files) or _paths(), model, progress, Naming(columns, labels))
    Console(highlight=False).print(result.text, markup=False)
    if report is not None:
        Console(stderr=True, highlight=False).print(f"Report: {write_report(result, report)}")


def _paths(corpora: Sequence[Path] = ()) -> list[Path]:
    """The project's own corpus, file by file; it may be missing only where others are given."""
    ours = sorted(_OWN_CORPUS.glob("*.jsonl"))
    if not ours and not corpora:
        raise InputError(f"{_OWN_CORPUS}: holds no *.jsonl, expected the corpus; run in a checkout or give --corpus")
    return ours
