"""Faults put into a copy of the code on purpose, and whether the tests notice. Run: python benchmarks/breaks.py [NAME…]

A test that cannot fail proves nothing. Each row of breaks.toml names a file, what is taken out of it, what is put there
instead, and the tests that have to turn red. The copy is made anew for every row; the checkout stays as it is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("etle_guard", "extension", "models", "tests", "benchmarks", "docs", "pyproject.toml", "package.json")


@dataclass(frozen=True, slots=True)
class Break:
    """A fault: in ``file``, ``old`` becomes ``new``; ``tests`` are paths and options of pytest."""

    name: str
    file: str
    old: str
    new: str
    tests: str


def read_breaks() -> list[Break]:
    """The rows of the table beside this file."""
    table = tomllib.loads((Path(__file__).parent / "breaks.toml").read_text(encoding="utf-8"))
    return [Break(**row) for row in table["break"]]


def is_noticed(fault: Break) -> bool:
    """Whether the named tests fail on a copy with the fault. Raises ValueError where the fault no longer fits."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch).resolve()
        for name in COPIED:
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy2)(source, copy / name)
        (copy / "node_modules").symlink_to(ROOT / "node_modules")
        broken = copy / fault.file
        text = broken.read_text(encoding="utf-8")
        if text.count(fault.old) < 1:
            raise ValueError(f"{fault.name}: {fault.file} does not hold {fault.old!r} any more")
        broken.write_text(text.replace(fault.old, fault.new), encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *fault.tests.split()]
        environment = {**os.environ, "PYTHONPATH": str(copy)}
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False, timeout=900)
        return done.returncode == 1


def main(names: list[str]) -> int:
    chosen = [fault for fault in read_breaks() if not names or any(name in fault.name for name in names)]
    missed = 0
    for fault in chosen:
        noticed = is_noticed(fault)
        missed += not noticed
        print(f"{'noticed' if noticed else 'MISSED ':8} {fault.name:44} {fault.tests}", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
