"""How the code is built: lengths of files and functions, comments, twins, tests; docs/structure.md cites it.

    python benchmarks/structure.py

Lines are non-blank ones; a function counts from its signature, its docstring left out (in JavaScript: functions that
stand by themselves). "Code" leaves out docstrings and comments as well.
"""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON, SCRIPTS = ROOT / "etle_guard", ROOT / "extension"
_BLOCK = re.compile(r"/\*.*?\*/", re.DOTALL)
_FUNCTION = re.compile(r"^(?:async )?function\*? \w+.*?^}", re.MULTILINE | re.DOTALL)


def main() -> None:
    """Print every figure in a line of its own."""
    python, core = sorted(PYTHON.rglob("*.py")), sorted((SCRIPTS / "core").rglob("*.js"))
    scripts = [path for folder in ("core", "page", "ui") for path in sorted((SCRIPTS / folder).rglob("*.js"))]
    tests = [*ROOT.glob("tests/*.py"), *ROOT.glob("tests/browser/*.py"), *ROOT.glob("tests/**/*.mjs")]
    for name, paths, functions in (("Python", python, _python_functions), ("JavaScript", scripts, _script_functions)):
        print(f"{name}: {len(paths)} files of {_spread(map(_lines, map(_read, paths)))} lines")
        print(f"{name}: functions of {_spread(size for path in paths for size in functions(_read(path)))} lines")
    texts = [_read(path) for path in python]
    whole, coded = sum(map(_lines, texts)), sum(_lines(_code(text)) for text in texts)
    comments = sum(len(re.findall(r"^\s*#", text, re.MULTILINE)) for text in texts)
    print(f"Python: {comments / whole:.1%} comments, {(whole - coded - comments) / whole:.1%} docstrings")
    ratios = sorted(_twin_ratio(path) for path in core)
    print(
        f"twins, JavaScript to Python in code: median {statistics.median(ratios):.2f}, whole {_whole_ratio(core):.2f}"
    )
    inside = sum(0.8 <= ratio <= 1.25 for ratio in ratios)
    print(f"twins within 0.8 and 1.25: {inside} of {len(ratios)}")
    every = coded + sum(_lines(_script_code(_read(path))) for path in scripts)
    tested = sum(_lines(_code(_read(path)) if path.suffix == ".py" else _script_code(_read(path))) for path in tests)
    print(f"tests: {tested} lines of code to {every} tested, {tested / every:.2f}")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _lines(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip())


def _spread(sizes: Iterable[int]) -> str:
    """Median, ninth decile and most."""
    found = sorted(sizes)
    return f"{statistics.median(found):.0f} · {found[len(found) * 9 // 10]} · {found[-1]}"


def _python_functions(text: str) -> list[int]:
    lines = text.splitlines()
    return [_body_lines(node, lines) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]


def _body_lines(node: ast.FunctionDef, lines: Sequence[str]) -> int:
    told = node.body[0] if ast.get_docstring(node) is not None else None
    docs = range(told.lineno, (told.end_lineno or 0) + 1) if told else ()
    return sum(1 for number in range(node.lineno, (node.end_lineno or 0) + 1)
               if number not in docs and lines[number - 1].strip())  # fmt: skip


def _script_functions(text: str) -> list[int]:
    return [_lines(found) for found in _FUNCTION.findall(text)]


def _code(text: str) -> str:
    """Python without comments and docstrings."""
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines[node.lineno - 1 : node.end_lineno] = [""] * ((node.end_lineno or 0) - node.lineno + 1)
    return "\n".join(line for line in lines if not line.lstrip().startswith("#"))


def _script_code(text: str) -> str:
    return "\n".join(line for line in _BLOCK.sub("", text).splitlines() if not line.strip().startswith("//"))


def _sizes(script: Path) -> tuple[int, int]:
    twin = PYTHON / script.relative_to(SCRIPTS / "core").with_suffix(".py")
    return _lines(_script_code(_read(script))), _lines(_code(_read(twin)))


def _twin_ratio(script: Path) -> float:
    theirs, ours = _sizes(script)
    return theirs / ours


def _whole_ratio(scripts: Sequence[Path]) -> float:
    return sum(_sizes(path)[0] for path in scripts) / sum(_sizes(path)[1] for path in scripts)


if __name__ == "__main__":
    main()
