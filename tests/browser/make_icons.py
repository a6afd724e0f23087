"""Make the PNG icons from extension/icons/icon.svg again, with the Chromium that the tests use."""

from __future__ import annotations

import os
import pathlib

ICONS = pathlib.Path(__file__).resolve().parent.parent.parent / "extension" / "icons"

if __name__ == "__main__":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        for size in (16, 32, 48, 128):
            page = browser.new_page(viewport={"width": size, "height": size})
            svg = (ICONS / "icon.svg").read_text().replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)
            page.set_content(f"<style>html,body{{margin:0}}svg{{display:block}}</style>{svg}")
            page.screenshot(path=ICONS / f"{size}.png", omit_background=True)
        browser.close()
