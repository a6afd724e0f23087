"""Take pictures of the pages on which the extension is installed: `python tests/browser/install_pictures.py FOLDER`."""

from __future__ import annotations

import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from bidi import open_firefox  # noqa: E402  (the folder is added above)
from chromium import open_chromium  # noqa: E402
from conftest import EXTENSION  # noqa: E402
from PIL import Image  # noqa: E402
from server import start_server  # noqa: E402

ABOVE_PATHS = (0, 60, 1000, 305)  # what follows names folders of this machine


def main(folder: pathlib.Path) -> None:
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        server, port = start_server(pathlib.Path(scratch))
        profile = pathlib.Path(scratch) / "profile"
        with open_chromium(playwright, EXTENSION, port, profile, "en") as context:
            page = context.new_page()
            page.set_viewport_size({"width": 900, "height": 360})
            page.goto("chrome://extensions")
            page.locator("#devMode").click()
            page.wait_for_timeout(1000)
            page.screenshot(path=folder / "install-chrome.png")
        with open_firefox(EXTENSION, port, "en") as firefox:
            firefox.go("about:debugging#/runtime/this-firefox")
            firefox.until("document.body.textContent.includes('etle_guard')")
            firefox.picture(folder / "install-firefox.png")
        with Image.open(folder / "install-firefox.png") as whole:
            whole.crop(ABOVE_PATHS).save(folder / "install-firefox.png")
        server.shutdown()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
