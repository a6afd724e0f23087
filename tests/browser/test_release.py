"""The zip that people install, where scripts are joined: it marks, and its pages open, in both browsers."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from bidi import open_firefox
from chromium import extension_name, marks, open_chromium, open_ui, visit
from conftest import EXTENSION

from etle_guard.pack import build_extension

MIXED = ["danger", "danger", "danger", "caution", "caution", "caution", "danger"]
LEVELS = """[...document.querySelectorAll('etle-badge')].map(
    (one) => one.shadowRoot.querySelector('button').dataset.level)"""


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The unpacked zip of each browser."""
    out = tmp_path_factory.mktemp("release")
    folders = {}
    for path in build_extension(EXTENSION, out):
        browser = path.stem.rsplit("-", 1)[1]
        folders[browser] = out / browser
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folders[browser])
    return folders


def test_in_chromium(playwright: Any, port: int, released: dict[str, Path], tmp_path: Path) -> None:
    with open_chromium(playwright, released["chromium"], port, tmp_path) as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        visit(page, chat="mixed")
        assert len(marks(page, 7)) == 7
        popup = open_ui(context, extension_name(released["chromium"]), "popup")
        popup.locator("#message").fill("Denda tilang Anda: kejaksaan-tilang.top/id")
        popup.locator("#form button").click()
        popup.locator("#result [data-level=danger]").wait_for()
        for name in ("options", "help"):
            open_ui(context, extension_name(released["chromium"]), name)
        assert errors == []


def test_in_firefox(port: int, firefox: Any, released: dict[str, Path]) -> None:
    del firefox  # skips where there is no Firefox
    with open_firefox(released["firefox"], port) as browser:
        browser.go("https://web.whatsapp.com/?chat=mixed")
        browser.until("document.querySelectorAll('etle-badge').length === 7")
        assert list(browser.evaluate(LEVELS)) == MIXED
