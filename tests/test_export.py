"""What is committed for the extension equals a fresh export, byte for byte; zips are reproducible."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from etle_guard.cli import cli
from etle_guard.errors import InputError
from etle_guard.pack import build_extension, export, write_parsed
from etle_guard.parsed import NAME
from etle_guard.rulebook import model_path
from etle_guard.tables import DATA, TABLES, read_tables
from etle_guard.trypage import page

ROOT = Path(__file__).parents[1]


def test_committed_export_is_fresh(tmp_path):
    for path in export(tmp_path, model_path()):
        assert path.read_bytes() == (ROOT / "extension/data" / path.name).read_bytes(), (
            f"run etle-guard export: {path.name}"
        )


def test_tables_parsed_before_are_fresh(tmp_path):
    for name in TABLES:
        shutil.copy(DATA / f"{name}.toml", tmp_path)
    assert write_parsed(tmp_path).read_bytes() == (DATA / NAME).read_bytes(), "run etle-guard export: parsed.json"


@pytest.mark.parametrize(
    "parsed", [None, "{", "[]", '{"hosts.toml": 1}', '{"hosts.toml": {"sha256": "", "table": {}}}']
)
def test_a_table_that_was_edited_is_heard_whatever_was_parsed_before(tmp_path, parsed):
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    hosts = folder / "hosts.toml"
    hosts.write_text(hosts.read_text(encoding="utf-8").replace("Korlantas Polri", "Somebody"), encoding="utf-8")
    if parsed is not None:
        (folder / NAME).write_text(parsed, encoding="utf-8")
    assert "Somebody" in {row["operator"] for row in read_tables(folder)["hosts"]["official"]}


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_export_says_where_its_tables_are(elsewhere):
    done = CliRunner().invoke(cli, ["export", "--out", "out"])
    assert done.exit_code == 0 and done.output.startswith(f"tables read from {Path('etle_guard', 'data')}\n")


def test_export_does_not_take_the_tables_of_a_copy_for_those_that_are_edited(elsewhere):
    shutil.copytree(DATA, "etle_guard/data")
    done = CliRunner().invoke(cli, ["export", "--out", "out"])
    assert isinstance(done.exception, InputError) and "run pip install -e . first" in str(done.exception)
    assert not Path("out").exists()


def test_committed_try_page_is_fresh():
    """It carries core, interface, tables and weights, so a change of any of them makes it stale."""
    made = page(ROOT / "extension", ROOT / "docs" / "try")
    assert (ROOT / "docs" / "try.html").read_text(encoding="utf-8") == made, "run etle-guard build-try-page"


def test_export_says_who_made_it():
    for name in ("rulebook.json", "model.json"):
        assert next(iter(json.loads((ROOT / "extension/data" / name).read_text()))) == "generated_by"


def test_zips_are_the_same_bytes_twice(tmp_path):
    first = build_extension(ROOT / "extension", tmp_path / "a")
    second = build_extension(ROOT / "extension", tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert [path.name.rsplit("-", 1)[1] for path in first] == ["chromium.zip", "firefox.zip"]


def test_zip_holds_the_extension_and_stays_small(tmp_path):
    path = build_extension(ROOT / "extension", tmp_path)[0]
    names = zipfile.ZipFile(path).namelist()
    assert {
        "manifest.json",
        "NOTICE.txt",
        "data/rulebook.json",
        "data/model.json",
        "core/all.js",
        "ui/popup.js",
    } <= set(names)
    assert path.stat().st_size <= 200_000


def without_comments(script):
    """The lines that are no part of a comment with stars."""
    return [line for line in script.splitlines() if not line.lstrip().startswith(("/**", "*"))]


def test_zip_joins_the_listed_scripts_in_order_and_leaves_nothing_out_but_types(tmp_path):
    archive = zipfile.ZipFile(build_extension(ROOT / "extension", tmp_path)[0])
    manifest = json.loads(archive.read("manifest.json"))
    source = json.loads((ROOT / "extension/manifest.json").read_text(encoding="utf-8"))
    listed = source["content_scripts"][0]["js"]
    joined = manifest["content_scripts"][0]["js"]
    assert joined == ["core/all.js", "ui/all.js", "page/all.js"]
    given = b"".join((ROOT / "extension" / name).read_bytes() for name in listed).decode()
    shipped = b"".join(archive.read(name) for name in joined).decode()
    assert without_comments(shipped) == without_comments(given)
    assert given.count("@param") > 300 and "@param" not in shipped
    assert "spaces of `c o n t o h . c c`" in shipped
    manifest["content_scripts"][0]["js"] = listed
    assert manifest == source


def test_scripts_of_a_folder_must_stand_together(tmp_path):
    (tmp_path / "manifest.json").write_text(
        '{"version": "1", "content_scripts": [{"js": ["a/1.js", "b/1.js", "a/2.js"]}]}'
    )
    for name in ("a/1.js", "b/1.js", "a/2.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    with pytest.raises(InputError, match=r"manifest\.json: content_scripts\.js mixes"):
        build_extension(tmp_path, tmp_path / "out")


def test_folder_without_manifest_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"manifest\.json"):
        build_extension(tmp_path, tmp_path / "out")


def test_write_into_a_file_is_a_clear_error(tmp_path):
    (tmp_path / "out").write_text("a file, no folder")
    with pytest.raises(InputError, match="cannot be written"):
        export(tmp_path / "out", model_path())
