"""Spoilt tables and models: refused by name, or judged by alike, in both languages; never a crash in a message.

Places are drawn at random from the exported files, so every column gets its turn over time; the seed is fixed.
"""

from __future__ import annotations

import copy
import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from etle_guard.errors import EtleGuardError
from etle_guard.pack import export
from etle_guard.present.stream import check_lines
from etle_guard.rulebook import make_rulebook, model_path, read_model
from etle_guard.shapes import RULES, SHAPES
from etle_guard.tables import check_tables, read_tables

ROOT = Path(__file__).resolve().parents[1]
CASES = 240
GONE = object()
NESTED: Any = []
for _ in range(200):
    NESTED = [NESTED]
VALUES = [None, True, "", "?", "\ud800", -1, 0, 0.5, 10**9, 2**53, 1e300, [], {}, ["?"], [0], {"id": 5}, NESTED, GONE]
NOT_CHECKED = frozenset({"generated_by", "suffixes", "date"})  # told to people, or the extension's own way
MESSAGES = [
    {"text": "Surat tilang ETLE: bayar denda di tilang-kejaksaan.top/id sebelum diblokir", "sender": "081234567890"},
    {"text": "Silakan buka", "attachments": ["Surat Tilang-1.0.apk"], "sender": "082333343250"},
    {"text": "besok futsal jam 8 ya, lapangan biasa di https://maps.app.goo.gl/x"},
    {"text": "Kirim kode OTP ke nomor ini, konfirmasi di etilang.polri.go.id@contoh.cc ｅｔｌｅ．info"},
]


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every table, row and cell; of long lists of plain values a few."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in list(value.items())[:80]:
            if key not in NOT_CHECKED:
                yield from _places(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value[:3]):
            yield from _places(inner, (*path, number))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    export(folder, model_path())
    return folder


@pytest.fixture(scope="module")
def cases(exported: Path) -> list[tuple[str, tuple[Any, ...], Any]]:
    rng = random.Random(20261124)
    drawn = []
    for file in ("rulebook", "model"):
        places = list(_places(json.loads((exported / f"{file}.json").read_text(encoding="utf-8"))))
        kinds: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
        for path in places:
            kinds.setdefault(tuple(key for key in path if isinstance(key, str))[:3], []).append(path)
        for _ in range(CASES if file == "rulebook" else CASES // 3):
            path = rng.choice(kinds[rng.choice(sorted(kinds))])
            drawn.append((file, path, rng.choice(VALUES)))
    return drawn


def _spoil(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy along the path with one place changed or taken out."""
    changed = copy.copy(data)
    key = path[0]
    if len(path) > 1:
        changed[key] = _spoil(data[key], path[1:], value)
    elif value is GONE:
        del changed[key]
    else:
        changed[key] = value
    return changed


def _python(cases: list[tuple[str, tuple[Any, ...], Any]]) -> Iterator[dict[str, Any]]:
    data = {"rulebook": read_tables(), "model": read_model(model_path())}
    lines = [json.dumps(message).encode() for message in MESSAGES]
    for file, path, value in cases:
        spoilt = data | {file: _spoil(data[file], path, value)}
        try:
            check_tables(spoilt["rulebook"])
            rulebook = make_rulebook(spoilt["rulebook"], spoilt["model"])
        except EtleGuardError as error:
            yield {"refused": str(error)}
            continue
        yield {"records": [[line, level and level.value] for line, level in check_lines(lines, rulebook)]}


def _javascript(
    cases: list[tuple[str, tuple[Any, ...], Any]], exported: Path, folder: Path
) -> Iterator[dict[str, Any]]:
    messages = folder / "messages.jsonl"
    messages.write_text("".join(json.dumps(message) + "\n" for message in MESSAGES))
    given = ""
    for file, path, value in cases:
        row = {"file": file, "path": path} | ({} if value is GONE else {"value": value})
        given += json.dumps(row) + "\n"
    done = subprocess.run(
        ["node", str(ROOT / "tests/spoil.mjs"), str(exported), str(messages)],
        input=given, capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    return map(json.loads, done.stdout.splitlines())


def test_both_languages_refuse_the_same_and_neither_crashes(
    cases: list[tuple[str, tuple[Any, ...], Any]], exported: Path, tmp_path: Path
) -> None:
    """Of every spoilt file: the same records from both, or a refusal by both that names the place."""
    bad, refused = [], 0
    for case, ours, theirs in zip(cases, _python(cases), _javascript(cases, exported, tmp_path), strict=True):
        refused += "refused" in ours
        if list(ours) != list(theirs) or ours.get("records") != theirs.get("records"):
            bad.append(f"{case}: Python {str(ours)[:200]}, JavaScript {str(theirs)[:200]}")

    assert not bad, f"{len(bad)} of {len(cases)}:\n" + "\n".join(bad[:20])
    assert refused > len(cases) / 3


def test_a_refusal_names_file_key_and_value(exported: Path, tmp_path: Path) -> None:
    """In the words that a maintainer needs."""
    case = [("rulebook", ("hosts", "official", 2, "host"), 5)]

    (ours,), (theirs,) = _python(case), _javascript(case, exported, tmp_path)

    assert ours == {"refused": "hosts.toml: official[2].host is 5, expected a host such as etle-contoh.id"}
    assert theirs == {"refused": "rulebook.json.hosts.official[2].host is 5, expected a host such as etle-contoh.id"}


def test_shapes_are_the_same_in_both_languages() -> None:
    """The table of shapes and the list of rules."""
    script = (
        "import('./tests/core.mjs').then(({ loadCore }) => { loadCore(); "
        "console.log(require('vm').runInThisContext('JSON.stringify([SHAPES, RULES])')); })"
    )
    done = subprocess.run(["node", "-e", script], cwd=ROOT, capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == [SHAPES, list(RULES)]


def test_every_rule_that_a_witness_names_is_asked_for() -> None:
    """``RULES`` holds what stands in the witnesses' code, so that no card can be missing unseen."""
    sources = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "etle_guard" / "evidence").glob("*.py"))]
    tables = {row["id"] for row in read_tables()["rules"]["rule"]}

    assert set(RULES) == tables
    unnamed = [name for name in RULES if not (_built(name) or any(f'"{name}"' in source for source in sources))]
    assert not unnamed, f"no witness names {unnamed}"


def _built(name: str) -> bool:
    """Rules whose names the code puts together."""
    return name.startswith(("notice.no-", "file."))


@pytest.mark.parametrize(
    "content, said",
    [
        ('{"format": 1, "format": 1}', "format stands twice"),
        ('{"format": NaN}', "NaN"),
        ('{"format": 1e999}', "format is inf"),
        ('{"format": 1', "cannot be read"),
        ('["format"]', "expected"),
        ("[" * 100_000, "cannot be read"),
    ],
)
def test_json_that_is_not_plain_is_refused(tmp_path: Path, content: str, said: str) -> None:
    """Duplicate keys, NaN, infinity, half a file, deep nesting."""
    path = tmp_path / "text.json"
    path.write_text(content)

    with pytest.raises(EtleGuardError) as error:
        make_rulebook(read_tables(), read_model(path))

    assert said in str(error.value)
