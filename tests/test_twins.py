"""Both languages say the same: same files, same names in the same order, same bytes for the same message."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import pytest
from grammar import altered_names, hosts, lines

from etle_guard.guard import judge_url
from etle_guard.pack import export
from etle_guard.parse.host import parse_host
from etle_guard.present.record import json_line, record
from etle_guard.present.stream import check_lines
from etle_guard.rulebook import default_rulebook, model_path

ROOT = Path(__file__).parents[1]
PYTHON, CORE = ROOT / "etle_guard", ROOT / "extension" / "core"
# What has a twin; the rest reads files, prints, or trains.
TWINNED = ("limits.py", "shapes.py", "counsel.py", "nouns.py", "rulebook.py", "verdict.py", "quick.py", "guard.py",
           "parse/*.py", "lookalike/*.py", "evidence/*.py", "model/*.py", "present/record.py",
           "present/stream.py")  # fmt: skip
# A name that would be too plain in the one scope that all scripts share.
RENAMED = {"expect": "expectModel"}
# Names in one language only, each with its reason.
ONLY_PYTHON = {
    **dict.fromkeys(("default_rulebook", "own_rulebook", "model_path", "read_model"), "reads files"),
    "told_kind": "tells a person who writes a table what is missing",
    "packed": "Python sums three classes in one integer, for speed", "unpacked": "as packed",
}  # fmt: skip
ONLY_JAVASCRIPT = {
    "loadRulebook": "takes the exported files", "levelLabel": "Level.label in Python",
    "levelOf": "Level[name] in Python", "headline": "Verdict.headline in Python",
    "reason": "Evidence.reason in Python", "advice": "Verdict.advice in Python",
    "counselHeading": "Counsel.heading in Python", "counselAdvice": "Counsel.advice in Python",
    **dict.fromkeys(("scalarValue", "isAscii", "codePoints", "cut", "codePointCount", "compareText", "partition",
                     "rpartition", "stripStart", "stripEnd", "isBlank", "holdsAny", "namesOf"), "built into Python"),
}  # fmt: skip
# Private functions of Python whose twin has another name or stands in place, because JavaScript says it in one word.
WITHOUT_TWIN = frozenset({
    "_any_near", "_fits", "_fold_beyond_ascii", "_is_allowed", "_is_day", "_is_digit", "_is_surrogate", "_is_texts",
    "_is_whole", "_letter_groups", "_mapping", "_refuse_constant", "_says", "_weight",
})  # fmt: skip
# What a sentence shows as U+FFFD, at the edges of each range and beside them.
UNSEEN = [chr(code) for low, high in ((0, 31), (127, 159), (173, 173), (847, 847), (1564, 1564), (0x115f, 0x1160),
          (0x17b4, 0x17b5), (0x180e, 0x180e), (0x200b, 0x200f), (0x2028, 0x202e), (0x2060, 0x206f), (0x3164, 0x3164),
          (0xfeff, 0xfeff), (0xffa0, 0xffa0), (0xfff0, 0xfffb), (0xd800, 0xdfff), (0xe0000, 0xe0fff))
          for code in (low - 1, low, high, high + 1) if code >= 0]  # fmt: skip
MODULES = sorted(path.relative_to(PYTHON) for row in TWINNED for path in PYTHON.glob(row) if path.name != "__init__.py")


def test_every_file_has_its_twin() -> None:
    """A file without a partner of the same name in the same folder is an error."""
    scripts = sorted(path.relative_to(CORE) for path in CORE.rglob("*.js"))

    assert [path.with_suffix(".js") for path in MODULES] == scripts


def test_the_manifest_loads_every_core_script_once() -> None:
    """Classic scripts share one scope, so a file that the manifest forgets is missed at run time only."""
    manifest = json.loads((ROOT / "extension" / "manifest.json").read_text(encoding="utf-8"))
    loaded = [script for part in manifest["content_scripts"] for script in part["js"] if script.startswith("core/")]

    assert sorted(loaded) == sorted(f"core/{path.with_suffix('.js').as_posix()}" for path in MODULES)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_public_functions_have_the_same_names_in_the_same_order(module: Path) -> None:
    """What is public in one language is public in the other, in its casing."""
    ours, theirs = _functions(module)

    assert [name for name in theirs if name not in ONLY_JAVASCRIPT and not name.startswith("_")] == [
        _camel(name) for name in ours if name not in ONLY_PYTHON and not name.startswith("_")
    ]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_private_functions_stand_where_their_twins_stand(module: Path) -> None:
    """``_is_digit`` of demand.py is ``_demandIsDigit``: its file before its name, as all scripts share one scope."""
    ours, theirs = _functions(module)
    found = {name: _twin_of(name, module.stem, theirs) for name in ours}
    common = [twin for twin in found.values() if twin]

    assert [name for name in theirs if name in common] == common
    assert {name for name, twin in found.items() if not twin} <= WITHOUT_TWIN | ONLY_PYTHON.keys()


def _functions(module: Path) -> tuple[list[str], list[str]]:
    tree = ast.parse((PYTHON / module).read_text(encoding="utf-8"))
    script = (CORE / module.with_suffix(".js")).read_text(encoding="utf-8")
    ours = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    return ours, re.findall(r"^function\*? (\w+)", script, re.MULTILINE)


def _twin_of(name: str, stem: str, theirs: list[str]) -> str | None:
    if not name.startswith("_"):
        return _camel(name) if _camel(name) in theirs else None
    named = (name, f"_{stem}{name}", f"_{stem}_rule{name}")
    return next((twin for twin in ("_" + _camel(one[1:]) for one in named) if twin in theirs), None)


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return RENAMED.get(name, first + "".join(part.capitalize() for part in others))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables and weights as they are now; whether extension/data holds them too is another test's question."""
    folder = tmp_path_factory.mktemp("exported")
    export(folder, model_path())
    return folder


def test_same_message_same_record(exported: Path) -> None:
    """Golden messages, hostile and ordinary ones, and lines that are none, give the same bytes.

    Cases that once differed are kept in twins.jsonl, where benchmarks/twins.py puts them.
    """
    given = [line + b"\n" for line in lines(seed=1, count=20_000)]
    for name in ("messages.jsonl", "twins.jsonl"):
        given += (ROOT / "tests" / "golden" / name).read_bytes().splitlines(keepends=True)
    ours = [answer for answer, _ in check_lines(given, default_rulebook())]

    _assert_same(ours, _node("replay.mjs", exported, b"".join(given)), given)


def test_same_host_same_reading(exported: Path) -> None:
    """Every host that the grammar can make is read alike: what opens, what is shown, where it is registered."""
    given, tables = list(hosts()), default_rulebook().links
    ours = [json_line(asdict(parse_host(host, tables.host_map, tables.suffixes))) for host in given]

    written = "".join(json.dumps(host) + "\n" for host in given).encode()

    _assert_same(ours, _node("hosts.mjs", exported, written), given)


def test_same_url_same_answer(exported: Path) -> None:
    """Records and sentences of single links: golden hosts, what was done to protected names, and what is no link."""
    golden = (ROOT / "tests" / "golden" / "hosts.jsonl").read_text(encoding="utf-8").splitlines()
    given = [json.loads(line)["url"] for line in golden]
    given += [*altered_names(seed=3, count=6000), *hosts(), "", " ", "x", "https://", "@", "a@", "\ud800.com"]
    given += [f"https://etilang.polri{sign}.go.id@contoh.top" for sign in UNSEEN]
    rulebook, ours = default_rulebook(), []
    for url in given:
        verdict = judge_url(url, rulebook)
        reasons = [one.reason(lang) for one in verdict.evidence for lang in ("id", "en")]
        ours.append(json_line({**record(verdict), "reasons": reasons}))

    written = "".join(json.dumps(url) + "\n" for url in given).encode()

    _assert_same(ours, _node("urls.mjs", exported, written), given)


def test_a_line_may_end_the_stream_without_its_newline(exported: Path) -> None:
    """The last line counts with or without its end, and a line cut into many pieces is one line."""
    whole = json.dumps({"id": 1, "text": "é😀" * 60_000}, ensure_ascii=False).encode()
    given = [b"\n", whole + b"\r\n", b"x" * (8 * 1024 * 1024 + 1) + b"\n", whole]

    ours = [answer for answer, _ in check_lines(given, default_rulebook())]

    _assert_same(ours, _node("replay.mjs", exported, b"".join(given)), given)


def _node(script: str, folder: Path, given: bytes) -> list[str]:
    command = ["node", str(ROOT / "tests" / script), str(folder)]
    done = subprocess.run(command, input=given, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().split("\n")[:-1]


def _assert_same(ours: list[str], theirs: list[str], given: Iterable[object]) -> None:
    differing = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
    assert not differing, f"{len(differing)} differ, first Python, then JavaScript:\n" + "\n".join(differing[0])
    assert len(ours) == len(theirs), f"{len(ours)} and {len(theirs)} answers to {sum(1 for _ in given)} lines"
