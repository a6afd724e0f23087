"""Take pictures of what a person sees, for eyes to judge: `python tests/browser/pictures.py FOLDER`.

Closed marks, open panel, question, popup, settings, help; in light and dark, Indonesian and English.
"""

from __future__ import annotations

import itertools
import pathlib
import sys
import tempfile
from typing import Any

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from chromium import extension_name, marks, open_chromium, until, visit  # noqa: E402  (the folder is added above)
from conftest import EXTENSION  # noqa: E402
from server import start_server  # noqa: E402

SCHEMES, LANGUAGES = ("light", "dark"), ("id", "en")
MESSAGE = (
    "Pemberitahuan ETLE: kendaraan Anda melanggar. Segera bayar denda tilang di https://tilang-kejaksaan-contoh.top/id"
)


def take(context: Any, folder: pathlib.Path, scheme: str, language: str) -> None:
    origin = f"chrome-extension://{extension_name(EXTENSION)}/ui"
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{origin}/options.html")
    page.locator("html[data-ready]").wait_for()
    page.select_option("#language", language)
    until(page, f"document.documentElement.lang === '{language}'")
    take_chat(page, folder, scheme, language)
    take_pages(page, origin, folder, f"{language}-{scheme}")
    page.close()


def take_chat(page: Any, folder: pathlib.Path, scheme: str, language: str) -> None:
    name = f"{language}-{scheme}"
    page.set_viewport_size({"width": 1100, "height": 1500})
    visit(page, chat="mixed", dark=int(scheme == "dark"))
    marks(page, 7)
    page.screenshot(path=folder / f"chat-{name}.png")
    page.locator("etle-badge button.badge").nth(0).click()
    page.locator("etle-badge button.badge").nth(1).click()
    page.locator("#main [role=application] > [role=row]").nth(1).scroll_into_view_if_needed()
    page.screenshot(path=folder / f"panel-{name}.png")
    page.set_viewport_size({"width": 900, "height": 640})
    page.locator("#main a").first.click()
    until(page, "!document.querySelector('etle-dialog').shadowRoot.querySelector('button.quiet').disabled", 4)
    page.screenshot(path=folder / f"question-{name}.png")


def take_pages(page: Any, origin: str, folder: pathlib.Path, name: str) -> None:
    for which, width in {"popup": 416, "options": 760, "help": 760}.items():
        page.set_viewport_size({"width": width, "height": 600})
        page.goto(f"{origin}/{which}.html")
        page.locator("html[data-ready]").wait_for()
        if which == "popup":
            page.fill("#message", MESSAGE)
            page.click("button.first")
        page.screenshot(path=folder / f"{which}-{name}.png", full_page=True)


def main(folder: pathlib.Path) -> None:
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        server, port = start_server(pathlib.Path(scratch))
        with open_chromium(playwright, EXTENSION, port, pathlib.Path(scratch) / "profile") as context:
            for scheme, language in itertools.product(SCHEMES, LANGUAGES):
                take(context, folder, scheme, language)
        server.shutdown()
    print(*sorted(path.name for path in folder.iterdir()), sep="\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
