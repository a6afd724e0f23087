"""What is written is written whole or not at all: killed, out of space or refused, the old files stay as they were."""

from __future__ import annotations

import errno
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest

from etle_guard.errors import InputError
from etle_guard.pack import write_whole

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = {
    "export": ["export", "--out"],
    "build-extension": ["build-extension", "--out"],
}


def test_whoever_reads_the_old_file_reads_all_of_it(tmp_path: Path) -> None:
    """The new file takes the place of the old one; it is never written over it."""
    path = tmp_path / "rules.json"
    path.write_bytes(b"old" * 1000)
    with path.open("rb") as reader:
        assert reader.read(10) == b"oldoldoldo"
        write_whole(path, b"new" * 2000)
        assert b"oldoldoldo" + reader.read() == b"old" * 1000
    assert path.read_bytes() == b"new" * 2000


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rules.json"
    path.write_bytes(b"old")
    real = tempfile.NamedTemporaryFile

    def full(*given: Any, **named: Any) -> Any:
        file = real(*given, **named)

        class Full:
            name = file.name

            def __enter__(self) -> Full:
                return self

            def __exit__(self, *_: object) -> None:
                file.close()

            def write(self, content: bytes) -> None:
                file.write(content[: len(content) // 2])
                raise OSError(errno.ENOSPC, "No space left on device")

        return Full()

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    with pytest.raises(InputError, match=r"rules\.json: cannot be written: No space left on device"):
        write_whole(path, b"new" * 100)
    assert [one.name for one in tmp_path.iterdir()] == ["rules.json"]
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("command", COMMANDS)
def test_killed_at_any_moment_the_files_are_old_or_new(command: str, tmp_path: Path) -> None:
    """The first run is let through; of the others each is killed a little later than it may take, or earlier."""
    run = [sys.executable, "-m", "etle_guard", *COMMANDS[command], str(tmp_path)]
    begun = time.monotonic()
    subprocess.run(run, cwd=ROOT, check=True, capture_output=True)
    took = time.monotonic() - begun
    whole = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert whole
    dice = random.Random(5)
    for _ in range(6):
        process = subprocess.Popen(run, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.3, 1.05) * took)
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = {path.name: path.read_bytes() for path in tmp_path.iterdir() if not path.name.startswith(".")}
        assert left == whole


def test_a_stream_of_writes_never_shows_half_a_file(tmp_path: Path) -> None:
    """Somebody reads all the time while a file is written again and again: what is read is always one of both."""
    path = tmp_path / "model.json"
    texts = [json.dumps({"weights": letter * 400_000}).encode() for letter in "ab"]
    write_whole(path, texts[0])
    writer = (
        "import sys, json, pathlib; from etle_guard.pack import write_whole;"
        "texts = [json.dumps({'weights': letter * 400_000}).encode() for letter in 'ab'];"
        "[write_whole(pathlib.Path(sys.argv[1]), texts[n % 2]) for n in range(300)]"
    )
    process = subprocess.Popen([sys.executable, "-c", writer, str(path)], cwd=ROOT)
    seen = set()
    while process.poll() is None:
        seen.add(path.read_bytes())
    assert process.returncode == 0
    assert seen <= set(texts) and len(seen) == 2
