"""No pickle is ever opened by what people run, and what they run needs no training library."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "etle_guard" / "data"
TRAINING = ("joblib", "sklearn", "numpy", "scipy", "pickle")
BY_OTHERS = ("suffixes.txt", "host_map.json", "fold.json")
COMMANDS = {
    "check": ["check", "Denda tilang: kejaksean.cc/id"],
    "stream": ["check", "--jsonl", "{folder}/messages.jsonl"],
    "scan": ["scan", "{folder}/hosts.txt"],
    "export": ["export", "--model", "{folder}/text.json", "--out", "{folder}/data"],
    "build-extension": ["build-extension", "--out", "{folder}/zips"],
    "rules": ["rules"],
}


class Bomb:
    """Unpickled, it leaves a file behind."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.mark),)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "models" / "text.json", tmp_path)
    (tmp_path / "text.joblib").write_bytes(pickle.dumps(Bomb(tmp_path / "boom")))
    (tmp_path / "messages.jsonl").write_text('{"id": 1, "text": "Surat tilang Anda", "attachments": ["a.apk"]}\n')
    (tmp_path / "hosts.txt").write_text("kejaksean.cc\nexample.org\n")
    return tmp_path


def test_the_bomb_would_go_off(folder: Path) -> None:
    pickle.loads((folder / "text.joblib").read_bytes())  # noqa: S301  (ours)
    assert (folder / "boom").exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_opens_a_pickle_or_loads_a_training_library(name: str, folder: Path) -> None:
    """An import hook refuses the libraries; a poisoned text.joblib lies beside the model that is read."""
    refuse = (
        "import sys\n"
        "class Refuse:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name.partition('.')[0] in {TRAINING[:-1]!r}: raise AssertionError('loads ' + name)\n"
        "sys.meta_path.insert(0, Refuse())\n"
        "import pickle\n"
        "def load(*given, **named): raise AssertionError('unpickles')\n"
        "pickle.load = pickle.loads = pickle.Unpickler = load\n"
        "from etle_guard.cli import main\n"
        "main()\n"
    )
    given = [part.format(folder=folder) for part in COMMANDS[name]]
    done = subprocess.run([sys.executable, "-c", refuse, *given], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 1), done.stderr
    assert not (folder / "boom").exists()


def test_what_is_installed_for_tests_is_pinned_by_hash() -> None:
    """Every dependency of pyproject.toml stands in requirements-test.txt with a version and hashes."""
    pinned = re.findall(r"^([\w.-]+)==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", _requirements(), re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for rows in project["optional-dependencies"].values() for one in rows)]
    names = {re.match(r"[\w.-]+", one)[0].replace("_", "-").lower() for one in wanted} - {"etle-guard"}

    assert names <= {name.replace("_", "-").lower() for name in pinned}
    assert len(pinned) == len(re.findall(r"^[\w.-]+==", _requirements(), re.MULTILINE))
    assert "--require-hashes" in (ROOT / "scripts" / "test").read_text(encoding="utf-8")


def _requirements() -> str:
    return (ROOT / "requirements-test.txt").read_text(encoding="utf-8")


def test_data_of_others_is_what_its_page_says() -> None:
    """Whoever makes one of these files anew writes the digest that this test finds into SOURCES.md."""
    page = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| ([\w.]+) \| ([0-9a-f]{64}) \|", page, re.MULTILINE))

    assert told == {name: hashlib.sha256((DATA / name).read_bytes()).hexdigest() for name in BY_OTHERS}


def test_the_extension_names_whose_data_it_carries() -> None:
    notice = (ROOT / "extension" / "NOTICE.txt").read_text(encoding="utf-8")
    snapshot = re.search(r"VERSION: ([\d-]+)", (DATA / "suffixes.txt").read_text(encoding="utf-8"))[1]
    unicode = {json.loads((DATA / name).read_text(encoding="utf-8"))["unicode"].split(".")[0] for name in BY_OTHERS[1:]}

    assert f"Public Suffix List, {snapshot}, Mozilla Public License 2.0" in notice
    assert [f"Unicode {version}," in notice for version in unicode] == [True]
