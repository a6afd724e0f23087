"""The corpus: every line whole, every file described, and the shipped model has learnt it as it stands."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from etle_guard.model.weights import CLASSES
from etle_guard.rulebook import model_path, read_model
from etle_guard.training.corpus import read_corpus

CORPUS = Path(__file__).parents[1] / "models" / "corpus"
FILES = sorted(CORPUS.glob("*.jsonl"))
README = (CORPUS / "README.md").read_text(encoding="utf-8")
# A row holds these keys and no others, in this order; some may be empty, the rest never.
KEYS = ("id", "text", "sender", "attachments", "label", "kind", "template", "style", "language", "written_on")
MAY_BE_EMPTY = {"sender", "attachments"}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_has_the_keys_of_a_row_and_no_others(path: Path) -> None:
    for row in rows(path):
        assert tuple(row) == KEYS and all(row[key] for key in KEYS if key not in MAY_BE_EMPTY), row["id"]
        assert row["label"] in CLASSES, row["id"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_ids_are_the_file_and_a_number_that_counts_on(path: Path) -> None:
    found = [row["id"] for row in rows(path)]
    assert found == [f"{path.stem}-{number:04d}" for number in range(1, len(found) + 1)]


def test_the_readme_describes_every_file() -> None:
    assert {path.name for path in FILES} <= set(re.findall(r"^\| (\w+\.jsonl) \|", README, re.MULTILINE))


@pytest.mark.parametrize("label", CLASSES)
def test_the_readme_names_every_kind(label: str) -> None:
    told = re.search(rf"^\| {label} \| (.*) \|$", README, re.MULTILINE)[1]
    found = {row["kind"] for path in FILES for row in rows(path) if row["label"] == label}
    assert found - set(re.findall(r"`([\w-]+)`", told)) == set()


def test_the_shipped_model_has_learnt_the_corpus_as_it_stands() -> None:
    """A change of models/corpus is followed by ``etle-guard train`` and ``etle-guard export``."""
    assert read_model(model_path())["corpus_sha256"] == read_corpus(FILES).sha256, "run etle-guard train"
