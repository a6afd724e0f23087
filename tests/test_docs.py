"""What the documentation says is so: its commands and examples run, its links lead somewhere, its site builds."""

from __future__ import annotations

import gzip
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import etle_guard
from etle_guard.cli import cli
from etle_guard.rulebook import Rulebook, default_rulebook, make_rulebook
from etle_guard.tables import read_tables

ROOT = Path(__file__).resolve().parents[1]
READMES = [ROOT / "README.md", ROOT / "README.id.md"]
PAGES = [*READMES, ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))]
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


@pytest.mark.parametrize("command", cli.commands)
def test_every_command_is_named_in_a_document(command: str) -> None:
    read = "".join(
        path.read_text(encoding="utf-8") for path in PAGES if path.name not in ("README.id.md", "CONTRIBUTING.md")
    )
    assert re.search(rf"etle-guard {command}\b", read)


def test_there_is_something_to_try() -> None:
    assert len(PYTHON) >= 5 and len(COMMANDS) >= 8


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_inside_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_first_page_leads_to_every_page() -> None:
    docs = ROOT / "docs"
    linked = re.findall(r"\]\(([^)#\s]+)\)", (docs / "index.md").read_text(encoding="utf-8"))
    assert {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} - {"index.md"} <= set(linked)


def test_the_tree_names_what_is_there() -> None:
    tree = re.search(r"^```\n(.*?)^```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.M | re.S)[1]
    packages = {path.parent.name for path in (ROOT / "etle_guard").glob("*/__init__.py")}
    assert all((ROOT / name).exists() for name in re.findall(r"^(\S+)", tree, re.MULTILINE))
    assert packages <= set(re.findall(r"(\w+)/", tree))


def test_the_hooks_before_a_commit_run_tests_and_programs_that_are_there() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    for path, test in re.findall(r"^ +(tests/\S+)::(\w+)$", hooks, re.MULTILINE):
        assert f"def {test}(" in (ROOT / path).read_text(encoding="utf-8"), test
    entries = re.findall(r"entry: (?:>-\s+)?(\S+)", hooks)
    assert len(entries) == hooks.count("entry:") and all(
        one.startswith((".venv/bin/", "node_modules/")) for one in entries
    )


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_a_readme_tells_how_to_report_a_false_alarm(path: Path) -> None:
    section = path.read_text(encoding="utf-8").partition("Salah tandai?")[2].partition("\n## ")[0]
    lang = "id" if path.name == "README.id.md" else "en"
    words = (ROOT / "extension" / "ui" / "words.js").read_text(encoding="utf-8").partition("\n  en: {")
    settings = dict(re.findall(r'^ +(\w+): "(.*)",$', words[2] if lang == "en" else words[0], re.MULTILINE))
    assert "(.github/ISSUE_TEMPLATE)" in section
    assert f"→ {settings['optionsTrusted']}*" in section and f"→ {settings['optionsSenders']}*" in section


def test_the_page_on_structure_names_tests_that_are_there() -> None:
    page = (ROOT / "docs" / "structure.md").read_text(encoding="utf-8")
    for file, names in re.findall(r"`((?:browser/)?test_\w+\.py)`(?: \(([^)]*)\))?", page):
        tests = (ROOT / "tests" / file).read_text(encoding="utf-8")
        assert [name for name in re.findall(r"`(\w+)`", names) if f"def test_{name}" not in tests] == [], file


def test_what_is_to_be_installed_can_be_installed() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for path in PAGES:
        for named in re.findall(r"(?:\.|etle-guard)\[([\w,]+)\]'", path.read_text(encoding="utf-8")):
            assert set(named.split(",")) <= extras.keys(), path.name


def test_the_message_that_is_followed_gets_the_findings_that_the_page_says() -> None:
    page = (ROOT / "docs" / "verdict.md").read_text(encoding="utf-8")
    told = {rule: int(points) for rule, points in re.findall(r"^\| `([\w.-]+)` \| (\d+) \|", page, re.MULTILINE)}
    verdict = etle_guard.check(re.search(r"^> (.*)$", page, re.MULTILINE)[1])

    assert told == {one.rule: one.points for one in verdict.evidence if one.points >= 10}


def test_training_changes_what_the_page_says() -> None:
    """docs/training.md: twenty messages change the topic, and a word in the lexicon the level too."""
    pytest.importorskip("sklearn", reason="training is an extra")
    page = (ROOT / "docs" / "training.md").read_text(encoding="utf-8")
    scam, honest = re.search(r'"(Klampis .*)"', page)[1], re.search(r'^"(Besok .*?)"', page, re.MULTILINE)[1]
    told = re.findall(r"^\| .* \| `(\w+)` \| (\w+)", page, re.MULTILINE)

    seen = [[etle_guard.check(text, rulebook=book) for text in (scam, honest)] for book in rulebooks_of_the_example()]

    assert [(of_scam.topic, of_scam.level.label) for of_scam, _ in seen] == told
    assert {(of_honest.topic, of_honest.level.label) for _, of_honest in seen} == {("other", "clear")}


def rulebooks_of_the_example() -> list[Rulebook]:
    """As shipped, trained with docs/klampis.csv, and trained with its word in the lexicon as well."""
    from etle_guard.training.corpus import Naming, read_corpus
    from etle_guard.training.pipeline import read_tables as read_lexicon
    from etle_guard.training.train import fit, model_data

    naming = Naming({"text": "isi", "label": "kategori"}, {"spam": "scam", "peringatan": "report", "ham": "other"})
    files = [*sorted((ROOT / "models" / "corpus").glob("*.jsonl")), ROOT / "docs" / "klampis.csv"]
    corpus, lexicon = read_corpus(files, naming), read_lexicon()
    concepts = lexicon["concepts"]
    with_word = {**lexicon, "concepts": {**concepts, "ticket": f"klampis,{concepts['ticket']}"}}
    trained = [model_data(fit(corpus, tables), tables, corpus, "") for tables in (lexicon, with_word)]
    return [default_rulebook(), *(make_rulebook(read_tables(), model) for model in trained)]


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
