"""The page where anyone pastes a message: one file that holds the extension's core and tables, and asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

from etle_guard.errors import InputError
from etle_guard.pack import write_whole

# What of the extension's own pages it takes, in the manifest's order.
_UI = ("ui/words.js", "ui/i18n.js", "ui/checker.js", "ui/element.js", "ui/compare.js", "ui/style.js", "ui/view.js")


def build_try_page(extension: Path, sources: Path, out: Path) -> Path:
    """Write ``try.html`` into ``out`` from ``page.html`` and ``page.js`` in ``sources``. Raises InputError."""
    path = out / "try.html"
    write_whole(path, page(extension, sources).encode("utf-8"))
    return path


def page(extension: Path, sources: Path) -> str:
    """The page as text. Its policy allows this one script and style by their hashes, and no request."""
    listed = json.loads(_read(extension / "manifest.json"))["content_scripts"][0]["js"]
    scripts = [name for name in listed if name.startswith("core/") or name in _UI]
    data = {name: json.loads(_read(extension / "data" / f"{name}.json")) for name in ("rulebook", "model")}
    parts = [_read(extension / name) for name in scripts]
    parts += [f"const DATA = {json.dumps(data)};", _read(sources / "page.js")]
    script = "\n".join(parts).replace("</", "<\\/").replace("<!--", "<\\!--")
    style = _read(extension / "ui" / "ui.css")
    policy = f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; form-action 'none'"
    filled = _read(sources / "page.html").replace("{{policy}}", policy)
    return filled.replace("{{style}}", style).replace("{{scripts}}", script)


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
