"""The extension's sources: what the linters, the manifest and the tables of words have to say."""

from __future__ import annotations

import json
import pathlib
import re
import shutil
import subprocess
from typing import Any

import pytest
from conftest import EXTENSION, ROOT

from etle_guard.tables import read_tables

BIN = ROOT / "node_modules" / ".bin"
MANIFEST: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text())
# Each warning that stays, with its reason.
EXPLAINED = {
    # One manifest serves both browsers: Chromium reads service_worker, Firefox reads scripts beside it.
    "BACKGROUND_SERVICE_WORKER_IGNORED",
}
WHATSAPP = EXTENSION / "page" / "whatsapp.js"


def tool(name: str) -> str:
    path = BIN / name
    if not path.exists():
        pytest.skip(f"{name} is not installed: run npm ci")
    return str(path)


def sources() -> list[pathlib.Path]:
    return sorted(path for folder in ("page", "ui") for path in (EXTENSION / folder).glob("*.js"))


def test_the_store_linter_finds_no_error_and_only_explained_warnings() -> None:
    command = [tool("web-ext"), "lint", "--source-dir", str(EXTENSION), "--output", "json", "--no-config-discovery"]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    assert found["errors"] == []
    assert {one["code"] for one in found["warnings"]} <= EXPLAINED


def test_types_are_right_in_every_script() -> None:
    command = [tool("tsc"), "-p", str(ROOT / "extension" / "tsconfig.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0


def test_the_manifest_asks_for_storage_and_one_page_only() -> None:
    assert MANIFEST["permissions"] == ["storage"]
    assert [script["matches"] for script in MANIFEST["content_scripts"]] == [["https://web.whatsapp.com/*"]]
    assert not {"host_permissions", "optional_permissions", "web_accessible_resources"} & MANIFEST.keys()


def test_the_policy_of_its_pages_lets_nothing_out() -> None:
    policy = MANIFEST["content_security_policy"]["extension_pages"]
    assert "default-src 'none'" in policy
    assert re.search(r"https?:|\*|unsafe", policy) is None


def test_every_script_of_the_manifest_exists_and_every_page_script_is_in_it() -> None:
    listed = [path for script in MANIFEST["content_scripts"] for path in script["js"]]
    assert [path for path in listed if not (EXTENSION / path).is_file()] == []
    found = [path for folder in ("core", "page") for path in (EXTENSION / folder).rglob("*.js")]
    present = {path.relative_to(EXTENSION).as_posix() for path in found}
    assert present - set(listed) == set()


def words() -> dict[str, dict[str, str]]:
    """The table of ui/words.js, as node reads it."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    code = "const fs = require('fs'), vm = require('vm'); const [path] = process.argv.slice(1);" + (
        "vm.runInThisContext(fs.readFileSync(path, 'utf8')); console.log(vm.runInThisContext('JSON.stringify(WORDS)'));"
    )
    command = ["node", "-e", code, str(EXTENSION / "ui" / "words.js")]
    table: dict[str, dict[str, str]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return table


def test_both_languages_have_the_same_words_with_the_same_gaps() -> None:
    table = words()
    assert table["id"].keys() == table["en"].keys()
    gaps = {lang: {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in table[lang].items()} for lang in table}
    assert gaps["id"] == gaps["en"]


def test_every_word_is_used_and_every_used_word_exists() -> None:
    text = "\n".join(path.read_text() for path in sources() if path.name != "words.js")
    pages = "\n".join(path.read_text() for path in (EXTENSION / "ui").glob("*.html"))
    health = (EXTENSION / "page" / "health.js").read_text()
    named = set(re.findall(r"(?:words|wordsIn\(\w+\)|show\(\))\.(\w+)", text))
    named |= set(re.findall(r'data-word"?(?:=|: )"(\w+)"', pages + text))
    states = set(re.findall(r'\["([a-z-]+)", \(', health)) - {"unchecked"} | {"unchecked_state", "no-tab", "no-access"}
    helps = {f"help-{name}" for name in re.findall(r'"([a-z-]+)"', re.search(r"HELP_SITUATIONS = (.*);", text)[1])}  # type: ignore[index]
    faces = set(re.findall(r'(?:name|heading): "(\w+)"', text))
    problems = set(re.findall(r'problem: "(\w+)"', text)) | set(re.findall(r'"(optionsShared|optionsBadHost)"', text))
    lists = set(re.findall(r'(?:title|hint|label): "(\w+)"', text))
    used = named | states | helps | faces - {"clear"} | problems | lists
    around = set(read_tables()["wordings"]["words"]["id"])  # shared with the terminal, which alone names links
    assert used - around == set(words()["id"])
    assert around - used == {"links", "host.imitates", "host.resembles", "host.name-in-path"}


def test_no_word_says_safe() -> None:
    for table in words().values():
        assert [text for text in table.values() if re.search(r"\b(aman|safe|safely)\b", text, re.IGNORECASE)] == []


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.name)
def test_text_goes_into_pages_as_text(path: pathlib.Path) -> None:
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    network = r"fetch\(|XMLHttpRequest|WebSocket|sendBeacon"
    assert re.findall(f"{markup}|{network}", path.read_text()) == []


@pytest.mark.parametrize("path", [one for one in sources() if one != WHATSAPP], ids=lambda path: path.name)
def test_only_one_file_knows_the_markup_of_whatsapp(path: pathlib.Path) -> None:
    text = path.read_text()
    if path.name == "health.js":  # builds one row of its own, to see whether it is read
        text = re.sub(r"function passesSelfTest.*?\n}\n", "", text, flags=re.DOTALL)
    known = r"#main|#pane|data-id|data-testid|data-icon|pre-plain|message-(?:in|out)|copyable|selectable"
    assert re.findall(known, text) == []


def test_no_script_is_long() -> None:
    tables = {"words.js", "whatsapp.js"}
    lengths = {path.name: len(path.read_text().splitlines()) for path in sources() if path.name not in tables}
    assert {name: length for name, length in lengths.items() if length > 200} == {}


def test_store_names_and_descriptions_fit() -> None:
    for language in ("id", "en"):
        messages = json.loads((EXTENSION / "_locales" / language / "messages.json").read_text())
        assert len(messages["name"]["message"]) <= 45
        assert len(messages["description"]["message"]) <= 132


def test_the_lock_file_names_no_registry() -> None:
    assert "resolved" not in (ROOT / "package-lock.json").read_text()
