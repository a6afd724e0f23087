"""The page where anyone pastes a message: from a file, without a request, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ROOT

from etle_guard.trypage import page as fresh_page

LEVELS = ["danger", "danger", "danger", "danger", "danger", "clear", "clear", "caution", "danger", "clear"]


@pytest.fixture(scope="module", params=["light", "dark"])
def tried(playwright: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 360, "height": 640}, locale="id-ID", color_scheme=request.param)
    page.asked = []
    page.on("request", lambda one: page.asked.append(one.url))
    page.goto((ROOT / "docs" / "try.html").as_uri())
    page.locator("html[data-ready]").wait_for()
    yield page
    browser.close()


def test_the_committed_page_is_fresh() -> None:
    """Run etle-guard build-try-page after an export."""
    assert (ROOT / "docs" / "try.html").read_text(encoding="utf-8") == fresh_page(ROOT / "extension", ROOT / "docs/try")


def test_ten_examples_get_the_levels_that_they_show(tried: Any) -> None:
    buttons = tried.locator("#examples button")
    found = []
    for place in range(buttons.count()):
        buttons.nth(place).click()
        found.append(tried.locator("#result .view").get_attribute("data-level"))
    assert found == LEVELS


def test_a_pasted_message_is_judged_in_both_languages(tried: Any) -> None:
    tried.fill("#message", "Denda tilang: https://tilang-kejaksaan-contoh.top/id <img src=x onerror=alert(1)>")
    tried.click("button.first")
    assert "Jangan dibuka" in tried.locator("#result").inner_text()
    tried.click("#lang")
    assert "tilang.kejaksaan.go.id" in tried.locator("#result").inner_text()
    assert tried.locator("#result #heading").inner_text().endswith("Do not open this")
    assert tried.locator("#result img").count() == 0
    tried.click("#lang")


@pytest.mark.parametrize(
    "text, said",
    [
        ("Konfirmasi di https://konfirmasi-etle.polri.go.id", "tercatat sebagai situs Korlantas Polri"),
        ("Awas penipuan tilang, jangan klik kejaksean[.]cc", "Tautan di dalamnya berbahaya"),
        ("cek polri-club.com", "Mirip dengan"),
    ],
)
def test_what_is_found_is_told_where_the_terminal_tells_it(tried: Any, text: str, said: str) -> None:
    tried.fill("#message", text)
    tried.click("button.first")
    assert said in tried.locator("#result").inner_text()


def test_nothing_pasted_is_asked_for(tried: Any) -> None:
    for field in ("#message", "#sender", "#files"):
        tried.fill(field, "")
    tried.click("button.first")
    assert tried.locator("#result .view").count() == 0
    assert "Isi dulu" in tried.locator("#result").inner_text()


def test_it_fits_a_phone_and_asks_for_nothing(tried: Any) -> None:
    assert tried.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [url for url in tried.asked if not url.startswith("file:")] == []
    assert len(tried.asked) == 1


def test_the_same_in_firefox(firefox: Any) -> None:
    """The fixture of this Firefox fails if anything is asked of another host."""
    firefox.go((ROOT / "docs" / "try.html").as_uri())
    firefox.until("document.documentElement.hasAttribute('data-ready')")
    found = []
    for place in range(len(LEVELS)):
        firefox.click(f"document.querySelectorAll('#examples button')[{place}]")
        found.append(firefox.until("document.querySelector('#result .view')?.dataset.level"))
    assert found == LEVELS
    firefox.evaluate(
        "document.querySelector('#message').value = 'Denda tilang: https://tilang-kejaksaan-contoh.top/id'"
    )
    firefox.click("document.querySelector('button.first')")
    firefox.until("document.querySelector('#result').textContent.includes('tilang.kejaksaan.go.id')")
