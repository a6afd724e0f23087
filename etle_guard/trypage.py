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
    """Write ``try.html`` into ``out`` from the page, its script and its style in ``sources``. Raises InputError."""
    path = out / "try.html"
    write_whole(path, page(extension, sources).encode("utf-8"))
    return path


def page(extension: Path, sources: Path) -> str:
    """The page as text. Its policy allows this one script and style by their hashes, its own icon, and no request."""
    script = _script(extension, sources)
    style = _read(extension / "ui" / "ui.css") + _read(sources / "page.css")
    allowed = f"script-src {_hash(script)}; style-src {_hash(style)}; img-src data:"
    policy = f"default-src 'none'; {allowed}; form-action 'none'"
    icon = "data:image/svg+xml;base64," + _base64(_read(extension / "icons" / "icon.svg").encode())
    filled = _read(sources / "page.html").replace("{{policy}}", policy).replace("{{icon}}", icon)
    return filled.replace("{{style}}", style).replace("{{scripts}}", script)


def _script(extension: Path, sources: Path) -> str:
    listed = json.loads(_read(extension / "manifest.json"))["content_scripts"][0]["js"]
    scripts = [name for name in listed if name.startswith("core/") or name in _UI]
    data = {name: json.loads(_read(extension / "data" / f"{name}.json")) for name in ("rulebook", "model")}
    parts = [_read(extension / name) for name in scripts]
    parts += [f"const DATA = {json.dumps(data)};", _read(sources / "page.js")]
    return "\n".join(parts).replace("</", "<\\/").replace("<!--", "<\\!--")


def _hash(text: str) -> str:
    return f"'sha256-{_base64(hashlib.sha256(text.encode()).digest())}'"


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
