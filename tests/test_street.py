"""The street runs one way: imports form layers, and the core touches no file, clock, network or scikit-learn."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import etle_guard

PACKAGE = Path(__file__).parents[1] / "etle_guard"
MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in PACKAGE.rglob("*.py")
}
# What may import nothing from outside but the modules of PURE; what is not named here is an edge.
CORE = ("parse", "model", "lookalike", "evidence", "limits", "nouns", "shapes", "verdict", "quick", "guard")
EDGES = {"etle_guard.parse.suffix": {"pathlib", "tldextract"}}
PURE = {"__future__", "base64", "bisect", "collections", "dataclasses", "datetime", "enum", "hashlib", "itertools",
        "math", "rapidfuzz", "re", "struct", "types", "typing", "functools", "binascii", "json"}  # fmt: skip


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def inner(path: Path) -> set[str]:
    return {name for name in imports(path) if name in MODULES}


def test_imports_have_no_cycle():
    """No module imports, directly or not, a module that imports it."""
    graph = {name: inner(path) - {"etle_guard"} for name, path in MODULES.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail, name])
        if name not in done:
            for other in graph[name] - {name}:
                visit(other, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("name", [name for name in MODULES if name.split(".")[1:2] and name.split(".")[1] in CORE])
def test_core_is_pure(name):
    """Between parse and verdict nothing opens files, asks the clock, or reaches the network."""
    outer = {one.split(".")[0] for one in imports(MODULES[name]) if not one.startswith("etle_guard")}
    assert outer <= PURE | EDGES.get(name, set())


def test_core_imports_nothing_that_comes_later():
    """The core knows neither presentation nor training nor the command."""
    for name, path in MODULES.items():
        if name.split(".")[1:2] and name.split(".")[1] in CORE:
            later = {
                one
                for one in inner(path)
                if one.startswith(("etle_guard.present", "etle_guard.training", "etle_guard.cli"))
            }
            assert not later, f"{name} imports {later}"


def test_check_loads_no_scikit_learn_numpy_or_joblib():
    """A verdict needs none of the training packages, and never unpickles."""
    code = (
        "import sys, etle_guard; etle_guard.check('Denda tilang: kejaksean.cc/id');"
        "print([m for m in ('sklearn', 'numpy', 'joblib', 'matplotlib', 'rich', 'click') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    loaded = out.strip()
    assert "sklearn" not in loaded and "numpy" not in loaded and "joblib" not in loaded
    assert "click" not in loaded and "rich" not in loaded


def test_rooms_are_small():
    """A file holds one noun: at most 240 lines; a function at most 45."""
    for name, path in MODULES.items():
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 240, name
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 45, f"{name}.{node.name}"


def test_rooms_of_the_twins_are_small():
    """Types stand in comments there, so a script of the core may have 340 lines; a function has at most 40."""
    for path in (PACKAGE.parent / "extension" / "core").rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 340, path.name
        for function in re.findall(r"^function\*? .*?^}", text, re.MULTILINE | re.DOTALL):
            assert len(function.splitlines()) <= 40, f"{path.name}: {function.partition('(')[0]}"


def test_a_file_name_cannot_turn_the_sentence_that_names_it_round():
    """Direction and control signs would rewrite the warning before the reader's eyes."""
    verdict = etle_guard.check("", attachments=["Surat_Tilang\u202e\u2066\x1b[2Jfdp.apk"])
    sentences = [one.reason(lang) for one in verdict.evidence for lang in ("id", "en")]
    assert any("Surat_Tilang\ufffd\ufffd\ufffd[2Jfdp.apk" in sentence for sentence in sentences)
    assert not any(sign in sentence for sentence in sentences for sign in "\u202e\u2066\x1b")
