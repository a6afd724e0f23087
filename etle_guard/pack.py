"""Tables and weights as JSON for the extension, and the extension as zips. Same input, same bytes."""

from __future__ import annotations

import itertools
import json
import re
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from etle_guard.errors import InputError
from etle_guard.parsed import NAME, parsed_text
from etle_guard.rulebook import make_rulebook, read_model
from etle_guard.shapes import SHAPES
from etle_guard.tables import DATA, FORMAT, TABLES, parse_toml, read_tables, suffix_rules

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold: the same archive on any day
_JSDOC = re.compile(r"^[ ]*/\*\*((?:(?!\*/).)*)\*/[ ]*\n", re.DOTALL | re.MULTILINE)  # that fills lines of its own
_TAG = re.compile(r"@(?:param|returns|type|typedef|template|this)\b")
_NOT_SHIPPED = frozenset({"tsconfig.json", "package.json", "PERMISSIONS.md", "icon.svg"})


def export(out: Path, model: Path, own: Path | None = None) -> list[Path]:
    """Write ``rulebook.json`` and ``model.json`` to ``out``. Raises EtleGuardError before anything is written."""
    tables, weights = read_tables(own=own), read_model(model)
    make_rulebook(tables, weights)  # refuses what could not be read back
    slim = {"generated_by": "etle-guard export", "format": FORMAT, **_slim(tables, SHAPES)}
    slim["suffixes"] = suffix_rules(DATA / "suffixes.txt")  # Python's own way to them is tldextract
    written = [(out / "rulebook.json", slim), (out / "model.json", {"generated_by": "etle-guard export", **weights})]
    for path, value in written:
        write_whole(path, (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode())
    return [path for path, _ in written]


def write_parsed(folder: Path) -> Path:
    """Write the tables of a folder as they are parsed, which saves time at every start. Raises InputError."""
    names = tuple(f"{name}.toml" for name in TABLES)
    write_whole(folder / NAME, parsed_text(folder, names, parse_toml).encode())
    return folder / NAME


def _slim(value: Any, shape: Any) -> Any:
    """What the shape names, and no more: reasoning, sources and dates stay in the tables and on `etle-guard rules`."""
    if isinstance(shape, Mapping):
        return {key: _slim(value[key], inner) for key, inner in shape.items() if key in value}
    return [_slim(row, shape[0]) for row in value] if isinstance(shape, list) else value


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: to a temporary one beside it, then in its place. Raises InputError."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            temporary = Path(file.name)
            file.write(content)
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def build_extension(source: Path, out: Path) -> list[Path]:
    """Pack the extension for Chromium and for Firefox. Raises InputError where ``source`` holds no manifest.

    The scripts of the manifest's list are joined by folder, in its order and without types: one file packs better than
    fifty. A folder's scripts therefore have to stand together in the list.
    """
    manifest = source / "manifest.json"
    if not manifest.is_file():
        raise InputError(f"{manifest}: is missing, expected the extension's sources")
    parsed = json.loads(manifest.read_text(encoding="utf-8"))
    files = {path.relative_to(source).as_posix(): path for path in source.rglob("*") if _is_shipped(path, source)}
    contents = _with_scripts_joined({name: path.read_bytes() for name, path in files.items()}, parsed)
    targets = [out / f"etle-guard-{parsed['version']}-{browser}.zip" for browser in ("chromium", "firefox")]
    for target in targets:
        write_whole(target, _zip(contents))
    return targets


def _with_scripts_joined(contents: dict[str, bytes], manifest: dict[str, Any]) -> dict[str, bytes]:
    """``core/all.js`` for everything listed under ``core/``, and so on; what is not listed stays as it is."""
    listed = manifest["content_scripts"][0]["js"]
    folders = {folder: list(names) for folder, names in itertools.groupby(listed, _top_folder)}
    if sum(map(len, folders.values())) != len(listed):
        raise InputError(
            "manifest.json: content_scripts.js mixes the scripts of folders, expected each folder's together"
        )
    joined = {
        f"{folder}/all.js": b"".join(_without_types(contents[name]) for name in names)
        for folder, names in folders.items()
    }
    manifest["content_scripts"][0]["js"] = list(joined)
    rest = {name: content for name, content in contents.items() if name not in listed}
    return {**rest, **joined, "manifest.json": json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n"}


def _without_types(script: bytes) -> bytes:
    """A script without the types in its comments, a fifth of its size; what is said in words stays."""
    return _JSDOC.sub(_words_of, script.decode()).encode()


def _words_of(block: re.Match[str]) -> str:
    tag = _TAG.search(block[1])
    if tag is None:
        return block[0]
    words = block[1][: tag.start()].rstrip(" *\n")
    end = "\n */\n" if "\n" in words else " */\n"
    return f"/**{words}{end}" if words else ""


def _top_folder(name: str) -> str:
    return name.partition("/")[0]


def _is_shipped(path: Path, source: Path) -> bool:
    inside = path.relative_to(source)
    return path.is_file() and inside.name not in _NOT_SHIPPED and not any(part.startswith(".") for part in inside.parts)


def _zip(contents: Mapping[str, bytes]) -> bytes:
    with tempfile.TemporaryFile() as buffer:
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, content in sorted(contents.items()):
                info = zipfile.ZipInfo(name, _EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system, info.external_attr = 3, 0o644 << 16
                archive.writestr(info, content)
        buffer.seek(0)
        return buffer.read()
