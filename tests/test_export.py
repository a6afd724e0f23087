"""What is committed for the extension equals a fresh export, byte for byte; zips are reproducible."""

import json
import zipfile
from pathlib import Path

import pytest

from etle_guard.errors import InputError
from etle_guard.pack import build_extension, export
from etle_guard.rulebook import model_path

ROOT = Path(__file__).parents[1]


def test_committed_export_is_fresh(tmp_path):
    for path in export(tmp_path, model_path()):
        assert path.read_bytes() == (ROOT / "extension/data" / path.name).read_bytes(), (
            f"run etle-guard export: {path.name}"
        )


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
    assert {"manifest.json", "data/rulebook.json", "data/model.json", "core/guard.js"} <= set(names)
    assert path.stat().st_size <= 240_000  # the aim is 200,000; the suffix list takes 40,000 of it


def test_folder_without_manifest_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"manifest\.json"):
        build_extension(tmp_path, tmp_path / "out")


def test_write_into_a_file_is_a_clear_error(tmp_path):
    (tmp_path / "out").write_text("a file, no folder")
    with pytest.raises(InputError, match="cannot be written"):
        export(tmp_path / "out", model_path())
