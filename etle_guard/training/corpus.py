"""Labelled messages: read strictly from JSONL or CSV, and split by template, never by row.

A template is a wording; its rows differ in names, amounts and slips. Rows of one template on both sides of a split
would let a model pass by remembering.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from etle_guard.errors import InputError
from etle_guard.model.weights import CLASSES

_FEWEST_TEMPLATES = 20
_FEWEST_CLASSES = 2
_REQUIRED = ("text", "label")
_OPTIONAL = {"id": "", "kind": "unsorted", "template": "", "language": "id"}
_NEAR = 0.85  # share of word triples in common, from which two messages are the same wording


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled message and where it stands."""

    text: str
    label: str
    kind: str
    template: str
    language: str
    place: str


@dataclass(frozen=True, slots=True)
class Naming:
    """What other people call things: our column → theirs, their label → ours. Our own names always hold as well."""

    columns: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    def renamed(self, row: dict[str, Any]) -> dict[str, Any]:
        """A row under our names."""
        theirs = {ours: row[column] for ours, column in self.columns.items() if column in row}
        found = {**row, **theirs}
        label = found.get("label")
        return {**found, "label": self.labels.get(label, label)} if isinstance(label, str) else found


@dataclass(frozen=True, slots=True)
class Corpus:
    """Examples in the order of their files, and the SHA-256 of what the model can learn from them."""

    examples: tuple[Example, ...]
    sha256: str

    def templates(self) -> list[str]:
        """Every template, in order of appearance."""
        return list(dict.fromkeys(example.template for example in self.examples))


def read_corpus(paths: Sequence[Path], naming: Naming | None = None, *, to_split: bool = True) -> Corpus:
    """Read files of labelled messages. Raises InputError naming file, line, value and what was expected.

    A row needs ``text`` and ``label``; without ``template`` every row is a template of its own, except that messages
    that are nearly the same share one. A corpus that is not ``to_split`` may be small, of one label, or hold a wording
    under two templates.
    """
    examples = [example for path in paths for example in _read_file(path, naming or Naming())]
    if not examples:
        raise InputError(f"{_names(paths)}: holds no message, expected some, labelled {', '.join(CLASSES)}")
    grouped = _with_templates(examples)
    if to_split:
        _refuse_unsplittable(grouped, paths)
    return Corpus(tuple(grouped), _digest(grouped))


def folds(corpus: Corpus, count: int, seed: int = 1) -> list[tuple[list[int], list[int]]]:
    """Row numbers to train on and to test on, ``count`` times; the templates of every kind are dealt out evenly."""
    chance = random.Random(seed)  # noqa: S311  a shuffle, no secret
    by_kind: dict[tuple[str, str], list[str]] = {}
    for example in corpus.examples:
        templates = by_kind.setdefault((example.label, example.kind), [])
        if example.template not in templates:
            templates.append(example.template)
    place: dict[str, int] = {}
    for kind in sorted(by_kind):
        chance.shuffle(by_kind[kind])
        for template in by_kind[kind]:
            place.setdefault(template, len(place) % count)
    held = [place[example.template] for example in corpus.examples]
    rows = range(len(held))
    return [
        ([row for row in rows if held[row] != fold], [row for row in rows if held[row] == fold])
        for fold in range(count)
    ]


def _read_file(path: Path, naming: Naming) -> Iterator[Example]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    rows = _csv_rows(text, path, naming) if path.suffix.lower() == ".csv" else _json_rows(text, path)
    for line, row in rows:
        yield _example(naming.renamed(row), f"{path}:{line}", naming)


def _json_rows(text: str, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for line, content in enumerate(text.split("\n"), start=1):
        if not content.strip():
            continue
        try:
            row = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{path}:{line}: is no JSON ({error}), expected one object a line") from error
        if not isinstance(row, dict):
            raise InputError(f"{path}:{line}: is {content[:40]!r}, expected a JSON object")
        yield line, row


def _csv_rows(text: str, path: Path, naming: Naming) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    held = reader.fieldnames or ()
    missing = [key for key in _REQUIRED if key not in held and naming.columns.get(key) not in held]
    if missing:
        raise InputError(
            f"{path}:1: has columns {reader.fieldnames}, expected {', '.join(missing)} "
            f"among them, or --columns {missing[0]}=THEIRS"
        )
    try:
        for row in reader:
            yield reader.line_num, {key: value for key, value in row.items() if value}
    except csv.Error as error:
        raise InputError(f"{path}:{reader.line_num}: is no CSV: {error}") from error


def _example(row: dict[str, Any], place: str, naming: Naming) -> Example:
    for key in _REQUIRED:
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise InputError(f"{place}: {key} is {row.get(key)!r}, expected a text")
    if row["label"] not in CLASSES:
        expected = ", ".join(dict.fromkeys((*CLASSES, *naming.labels)))
        raise InputError(f"{place}: label is {row['label']!r}, expected one of {expected}")
    for key in _OPTIONAL:
        if not isinstance(row.get(key, ""), str):
            raise InputError(f"{place}: {key} is {row[key]!r}, expected a text")
    values = {key: row.get(key) or default for key, default in _OPTIONAL.items()}
    return Example(row["text"], row["label"], values["kind"], values["template"], values["language"], place)


def _refuse_unsplittable(examples: Sequence[Example], paths: Sequence[Path]) -> None:
    labels = sorted({example.label for example in examples})
    if len(labels) < _FEWEST_CLASSES:
        held, known = ", ".join(labels), ", ".join(CLASSES)
        raise InputError(f"{_names(paths)}: holds {held}, expected messages of at least two of {known}")
    _refuse_leaks(examples)
    found = len({example.template for example in examples})
    if found < _FEWEST_TEMPLATES:
        raise InputError(f"{_names(paths)}: holds {found} templates, expected at least {_FEWEST_TEMPLATES}")


def _with_templates(examples: Sequence[Example]) -> list[Example]:
    """Give every row without a template that of the first row that is nearly the same, or one of its own."""
    near = _NearIndex()
    grouped: list[Example] = []
    for example in examples:
        twin = near.find(example) if not example.template else None
        template = example.template or (twin.template if twin else f"own {example.place}")
        grouped.append(replace(example, template=template))
        near.add(grouped[-1])
    return grouped


def _refuse_leaks(examples: Sequence[Example]) -> None:
    """Raise InputError where nearly the same text stands under two templates: it would be on both sides of a split."""
    near = _NearIndex()
    for example in examples:
        twin = near.find(example)
        if twin is not None and twin.template != example.template:
            raise InputError(
                f"{example.place}: template is {example.template!r}, but the text is nearly that of {twin.place} "
                f"({twin.template!r}); expected one template for both"
            )
        near.add(example)


class _NearIndex:
    """Finds an earlier example with nearly the same word triples; equal texts always."""

    def __init__(self) -> None:
        self._by_triple: dict[tuple[str, ...], list[int]] = {}
        self._seen: list[tuple[Example, frozenset[tuple[str, ...]]]] = []

    def add(self, example: Example) -> None:
        triples = _triples(example.text)
        for triple in triples:
            self._by_triple.setdefault(triple, []).append(len(self._seen))
        self._seen.append((example, triples))

    def find(self, example: Example) -> Example | None:
        triples = _triples(example.text)
        shared: dict[int, int] = {}
        for triple in triples:
            for number in self._by_triple.get(triple, ()):
                shared[number] = shared.get(number, 0) + 1
        for number, count in sorted(shared.items()):
            other, theirs = self._seen[number]
            if count >= _NEAR * len(triples | theirs):
                return other
        return None


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    words = text.lower().split()
    if len(words) < 3:
        return frozenset({tuple(words)})
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _digest(examples: Sequence[Example]) -> str:
    rows = [[example.text, example.label, example.kind, example.template] for example in examples]
    return hashlib.sha256(json.dumps(rows, ensure_ascii=True, separators=(",", ":")).encode("ascii")).hexdigest()


def _names(paths: Sequence[Path]) -> str:
    return ", ".join(str(path) for path in paths) or "the corpus"
