"""What people install: a wheel and an sdist, the same bytes twice, at work in an empty environment."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: object, cwd: Path) -> str:
    """Run with nothing of the checkout on the path; what it printed."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An sdist, and the wheel that is built from it."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", out, ROOT, cwd=out)
    return next(out.glob("*.whl")), next(out.glob("*.tar.gz"))


def test_the_wheel_is_the_same_bytes_from_the_checkout_and_from_the_sdist(
    built: tuple[Path, Path], tmp_path: Path
) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT, cwd=tmp_path)

    again = next(tmp_path.glob("*.whl"))

    assert again.name == built[0].name
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(built[0].read_bytes()).digest()


def test_the_wheel_holds_tables_weights_and_types_and_nothing_of_the_tests(built: tuple[Path, Path]) -> None:
    names = zipfile.ZipFile(built[0]).namelist()

    assert {"etle_guard/data/text.json", "etle_guard/data/rules.toml", "etle_guard/py.typed"} <= set(names)
    assert not [name for name in names if name.startswith("tests") or name.endswith((".joblib", ".jsonl"))]


def interpreters() -> dict[str, Path]:
    """Every Python from 3.11 to 3.14 that can be found here, by version; the running one always."""
    found = {f"{sys.version_info[0]}.{sys.version_info[1]}": Path(sys.executable)}
    for minor in range(11, 15):
        named = [shutil.which(f"python3.{minor}")]
        named += sorted(map(str, Path.home().glob(f".pyenv/versions/3.{minor}.*/bin/python")), reverse=True)
        for path in filter(None, named):
            told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
            if told.returncode == 0 and told.stdout.startswith(f"Python 3.{minor}."):
                found.setdefault(f"3.{minor}", Path(path))
    return found


PYTHONS = interpreters()


@pytest.mark.parametrize("version", PYTHONS)
def test_the_wheel_works_in_an_empty_environment(built: tuple[Path, Path], tmp_path: Path, version: str) -> None:
    run(PYTHONS[version], "-m", "venv", tmp_path / "env", cwd=tmp_path)
    python = tmp_path / "env" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", built[0], cwd=tmp_path)

    told = run(python, "-m", "etle_guard", "check", "Denda tilang: kejaksean.cc/id", "--json", cwd=tmp_path)
    where = run(python, "-c", "import etle_guard; print(etle_guard.__file__)", cwd=tmp_path)
    modules = run(
        python, "-c", "import etle_guard, sys; etle_guard.check('x'); print('sklearn' in sys.modules)", cwd=tmp_path
    )

    assert '"level":"danger"' in told
    assert str(tmp_path) in where
    assert modules == "False\n"
