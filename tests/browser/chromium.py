"""Chromium with the extension in it, and the few words in which the tests speak to it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pathlib
import time
from collections.abc import Iterator
from typing import Any

PAGE = "https://web.whatsapp.com/"


def extension_name(folder: pathlib.Path) -> str:
    """Chromium names an unpacked extension after its folder: 32 hex digits of its hash, written as `a` to `p`."""
    digits = hashlib.sha256(str(folder).encode()).hexdigest()[:32]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digits)


@contextlib.contextmanager
def open_chromium(
    playwright: Any, extension: pathlib.Path, port: int, profile: pathlib.Path, language: str = "id"
) -> Iterator[Any]:
    """A headless Chromium where web.whatsapp.com is 127.0.0.1:`port` and no other name exists."""
    arguments = [
        f"--disable-extensions-except={extension}",
        f"--load-extension={extension}",
        f"--host-resolver-rules=MAP web.whatsapp.com 127.0.0.1:{port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--ignore-certificate-errors",
        *(["--no-sandbox"] if os.geteuid() == 0 else []),  # the sandbox refuses root
    ]
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path="/usr/bin/chromium",
        headless=True,
        ignore_default_args=["--disable-extensions"],
        args=arguments,
        locale={"id": "id-ID", "en": "en-GB"}[language],  # navigator.language
        env={**os.environ, "LANGUAGE": language},  # the browser's own surface; needs chromium-l10n
    )
    try:
        yield context
    finally:
        context.close()


def open_ui(context: Any, extension_id: str, name: str) -> Any:
    """A page of the extension, `popup`, `options` or `help`, once it is ready."""
    page = context.new_page()
    page.goto(f"chrome-extension://{extension_id}/ui/{name}.html")
    page.locator("html[data-ready]").wait_for()
    return page


def in_page_scripts(page: Any, extension: pathlib.Path, expression: str) -> Any:
    """The value of an expression where our page scripts run, which the page itself cannot see."""
    protocol = page.context.new_cdp_session(page)
    worlds: list[dict[str, Any]] = []
    protocol.on("Runtime.executionContextCreated", lambda event: worlds.append(event["context"]))
    protocol.send("Runtime.enable")
    page.wait_for_timeout(50)
    ours = next(world["id"] for world in worlds if extension_name(extension) in world["origin"])
    run = {"expression": expression, "contextId": ours, "returnByValue": True, "awaitPromise": True}
    answer = protocol.send("Runtime.evaluate", run)
    protocol.detach()
    assert "exceptionDetails" not in answer, answer["exceptionDetails"]
    return answer["result"]["value"]


def visit(page: Any, **asked: object) -> None:
    """Open the imitated WhatsApp Web and wait until our page script has started."""
    page.goto(PAGE + "?" + "&".join(f"{key}={value}" for key, value in asked.items()))
    until(page, "document.querySelector('etle-live') !== null")


def until(page: Any, condition: str, seconds: float = 8) -> Any:
    """Wait for a JavaScript condition. Playwright's own waiting compiles code in the page, which its policy forbids."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := page.evaluate(condition):
            return value
        page.wait_for_timeout(30)
    raise AssertionError(f"never true: {condition}")


def marks(page: Any, count: int) -> list[str]:
    """Wait for `count` marks in the page and return what each says."""
    until(page, f"document.querySelectorAll('etle-badge').length === {count}")
    return [text.strip() for text in page.locator("etle-badge button.badge > span:last-child").all_text_contents()]
