"""What the documentation says is so: its commands and examples run, its links lead somewhere, its site builds."""

from __future__ import annotations

import gzip
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import etle_guard

ROOT = Path(__file__).resolve().parents[1]
READMES = [ROOT / "README.md", ROOT / "README.id.md"]
PAGES = [*READMES, ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))]
GENERATED = {"rules.md", "facts.md", "accuracy.md", "contributing.md"}
RUN = ("check", "scan", "variants", "rules")  # the others train and export, which their own tests do


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


# The example of docs/own-names.md needs the table beside it; tests/test_own_names.py runs it.
PYTHON = [(path, code) for path in PAGES for code in blocks(path, "python") if "own_rulebook" not in code]
COMMANDS = sorted({
    command.strip() for path in [*READMES, ROOT / "docs" / "stream.md"] for block in blocks(path, "sh")
    for line in block.splitlines() for command in re.sub(r"\s#.*", "", line).split("&&")
    if re.search(rf"etle-guard ({'|'.join(RUN)})\b", command)
})  # fmt: skip


@pytest.mark.parametrize("path, code", PYTHON, ids=[f"{path.name}-{place}" for place, (path, _) in enumerate(PYTHON)])
def test_python_examples_run(path: Path, code: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr


def test_comments_of_the_readme_tell_what_is_printed() -> None:
    for path in READMES:
        for line in blocks(path, "python")[0].splitlines():
            if match := re.fullmatch(r"print\((verdict\..*)\)\s+# (.*)", line):
                text = "Denda tilang Anda belum dibayar. Lunasi di kejaksean.cc/id"
                verdict = etle_guard.check(text, sender="+62 813-1234-5678")
                assert str(eval(match[1], {"verdict": verdict})) == match[2]  # noqa: S307 - our own README


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run(command: str, tmp_path: Path) -> None:
    (tmp_path / "messages.jsonl").write_text('{"text": "Denda tilang: kejaksean.cc/id"}\n')
    (tmp_path / "hosts.txt.gz").write_bytes(gzip.compress(b"example.org\nkejaksean.cc\n"))
    line = command.replace(".venv/bin/etle-guard", "etle-guard").replace(
        "etle-guard", f"{shlex.quote(sys.executable)} -m etle_guard"
    )

    done = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, check=False, timeout=120)  # noqa: S602

    assert done.returncode in (0, 1), done.stderr.decode()
    assert b"Usage" not in done.stderr


def test_there_is_something_to_try() -> None:
    assert len(PYTHON) >= 5 and len(COMMANDS) >= 8


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_inside_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if "://" not in target and target not in GENERATED:
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_message_that_is_followed_gets_the_findings_that_the_page_says() -> None:
    page = (ROOT / "docs" / "verdict.md").read_text(encoding="utf-8")
    told = {rule: int(points) for rule, points in re.findall(r"^\| `([\w.-]+)` \| (\d+) \|", page, re.MULTILINE)}
    verdict = etle_guard.check(re.search(r"^> (.*)$", page, re.MULTILINE)[1])

    assert told == {one.rule: one.points for one in verdict.evidence if one.points >= 10}


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    """Links and pages are checked strictly; what is generated is there; no page asks another server for anything."""
    if shutil.which("mkdocs") is None:
        pytest.fail("mkdocs is not installed: pip install -e '.[test]'")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert {"index.html", "try.html", "accuracy.html"} <= {path.name for path in tmp_path.iterdir()}
    assert "host.imitates" in (tmp_path / "rules.html").read_text(encoding="utf-8")
    for path in tmp_path.glob("*.html"):
        loads = re.findall(r'(?:src|rel="stylesheet" href)="(https?:[^"]+)"', path.read_text(encoding="utf-8"))
        assert loads == [], path.name
