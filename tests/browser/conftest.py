"""What the browser tests share: the imitated WhatsApp Web, a Chromium and a Firefox with the extension in them.

`ETLE_GUARD_EXTENSION` names another folder to test, such as an unpacked release.
"""

from __future__ import annotations

import importlib.util
import os
import pathlib
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

EXTENSION = pathlib.Path(os.environ.get("ETLE_GUARD_EXTENSION", ROOT / "extension")).resolve()
OPENED = "https://tilang-kejaksaan-contoh.top/id"  # by a test that opens a dangerous link all the same
PROBE = "http://probe.example/"  # what a test asks for, to see that the proxy would tell
MARKUPS = sorted(path.stem for path in (HERE.parent / "samples" / "markup").glob("2*.js"))  # named after their months


def _missing(*programs: str, modules: tuple[str, ...] = ()) -> list[str]:
    absent = [name for name in programs if shutil.which(name) is None]
    return absent + [name for name in modules if importlib.util.find_spec(name) is None]


@pytest.fixture(scope="session")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    from server import start_server

    if absent := _missing("openssl"):
        pytest.skip(f"not installed: {absent}")
    server, port = start_server(tmp_path_factory.mktemp("tls"))
    yield port
    server.shutdown()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    if absent := _missing("chromium", modules=("playwright",)):
        pytest.skip(f"not installed: {absent}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Any, port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from chromium import open_chromium

    with open_chromium(playwright, EXTENSION, port, tmp_path_factory.mktemp("chromium")) as context:
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        yield context
    own = ("https://web.whatsapp.com/", "chrome-extension://", "data:", "blob:", OPENED)
    assert [url for url in asked if not url.startswith(own)] == []  # in all tests that this browser saw


@pytest.fixture(scope="session")
def extension_id() -> str:
    from chromium import extension_name

    return extension_name(EXTENSION)


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


@pytest.fixture(scope="session")
def firefox(port: int) -> Iterator[Any]:
    if absent := _missing("firefox-esr", modules=("websocket",)):
        pytest.skip(f"not installed: {absent}")
    from bidi import open_firefox
    from proxy import logging_proxy

    with logging_proxy() as proxy, open_firefox(EXTENSION, port, proxy=proxy.port) as browser:
        browser.asked = proxy.asked
        yield browser
    assert [line for line in proxy.asked if PROBE not in line] == []  # in all tests that this browser saw
