"""The page where anyone pastes a message: from a file, without a request, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from chromium import until
from conftest import ROOT
from test_access import axe

LEVELS = ["danger"] * 6 + ["clear", "clear", "caution", "clear"]
SCAM = "Denda tilang: https://tilang-kejaksaan-contoh.top/id"
FOCUSED = "document.activeElement.id"
# Whether the top of the answer, and at least its heading, is in sight.
IN_SIGHT = """(() => { const [view, heading] = ['.view', '#heading'].map((one) =>
    document.querySelector('#result ' + one).getBoundingClientRect());
    return view.top >= 0 && heading.bottom <= innerHeight; })()"""
# The sizes of letters in what is shown of a kind.
SIZES = """(kind) => [...document.querySelectorAll(kind)].filter((one) => one.checkVisibility())
    .map((one) => parseFloat(getComputedStyle(one).fontSize))"""


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


def empty(page: Any) -> None:
    for field in ("#message", "#sender", "#files"):
        page.locator(field).evaluate("(one) => { one.value = ''; }")
    page.click("button.first")


def test_an_empty_message_is_asked_for_at_its_field(tried: Any) -> None:
    empty(tried)
    assert tried.locator("#result .view").count() == 0
    assert tried.locator("#missing").inner_text() == "Isi dulu pesannya."
    assert tried.locator("#message").get_attribute("aria-describedby") == "missing"
    assert tried.locator("#message").get_attribute("aria-invalid") == "true"
    assert tried.evaluate(FOCUSED) == "message"
    tried.fill("#message", SCAM)
    assert not tried.locator("#missing").is_visible()
    assert tried.locator("#message").get_attribute("aria-invalid") == "false"


def test_the_answer_comes_into_sight_and_has_the_focus(tried: Any) -> None:
    tried.fill("#message", SCAM)
    tried.evaluate("scrollTo(0, 0)")
    tried.click("button.first")
    until(tried, IN_SIGHT)
    assert tried.evaluate(FOCUSED) == "heading"


def test_who_wants_no_motion_sees_the_answer_at_once(tried: Any) -> None:
    tried.emulate_media(reduced_motion="reduce")
    tried.fill("#message", SCAM)
    clicked = "scrollTo(0, 0), document.querySelector('button.first').click()"
    assert tried.evaluate(f"({clicked}, {IN_SIGHT})")
    tried.emulate_media(reduced_motion="null")


def test_an_answer_does_not_stay_beside_another_message(tried: Any) -> None:
    tried.fill("#message", SCAM)
    tried.click("button.first")
    tried.fill("#message", "Besok jadi futsal?")
    assert tried.locator("#result .view").count() == 0


def test_the_verdict_is_the_largest_and_nothing_is_tiny(tried: Any) -> None:
    tried.locator("#examples button").first.click()
    assert tried.evaluate(SIZES, "#heading") == [22]
    assert min(tried.evaluate(SIZES, "body *")) >= 13
    assert tried.evaluate(SIZES, "#form :is(textarea, input)") == [16, 16, 16]  # iPhones zoom into smaller ones


def test_the_chosen_example_is_marked_until_something_is_typed(tried: Any) -> None:
    tried.locator("#scam button").nth(1).click()
    assert tried.locator("#examples [aria-pressed=true]").all_inner_texts() == ["Berkas APK"]
    assert tried.locator("#more").get_attribute("open") is not None
    tried.fill("#sender", "")
    assert tried.locator("#examples [aria-pressed=true]").count() == 0


def test_a_clear_answer_has_its_sign_and_warns_of_nothing(tried: Any) -> None:
    tried.locator("#honest button").first.click()
    assert tried.locator("#heading").inner_text().startswith("○")
    assert tried.locator("#copy").count() == 0
    colours = "(one) => [getComputedStyle(one).borderLeftColor, getComputedStyle(one).getPropertyValue('--caution')]"
    edge, caution = tried.locator("#result .note").evaluate(colours)
    assert edge != "rgb({}, {}, {})".format(*bytes.fromhex(caution.strip(" #")))


def test_everything_is_said_in_the_language_chosen(tried: Any) -> None:
    texts = {}
    for _ in range(2):
        shown = tried.locator("#examples button, #steps summary, main h2:not(#heading), main h3, label")
        texts[tried.evaluate("document.documentElement.lang")] = [tried.title(), *shown.all_text_contents()]
        tried.click("#lang")
    same = {"Coba etle_guard", *texts["id"]} & set(texts["en"])
    assert (texts["en"][0], same) == ("Try etle_guard", set())


def test_who_clicked_already_finds_what_to_do(tried: Any) -> None:
    tried.locator("#steps summary").first.click()
    assert "Putuskan data seluler" in tried.locator("#steps").inner_text()
    tried.click("#lang")
    assert "Cut mobile data" in tried.locator("#steps").inner_text()  # and it stays open
    tried.click("#lang")


def test_a_warning_can_be_copied_or_else_read(tried: Any) -> None:
    tried.fill("#message", SCAM)
    tried.click("button.first")
    tried.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
    tried.click("#copy")
    assert "Tersalin" in tried.locator("#copied").inner_text()
    assert "tilang-kejaksaan-contoh[.]top" in tried.evaluate("window.copied")
    tried.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    tried.click("#copy")
    assert tried.locator("#copied + textarea").input_value() == tried.evaluate("window.copied")


def test_form_and_answer_are_both_in_sight_on_a_desk(tried: Any) -> None:
    tried.set_viewport_size({"width": 1200, "height": 800})
    tried.locator("#examples button").first.click()
    until(tried, IN_SIGHT)
    form, view = tried.locator("#form").bounding_box(), tried.locator("#result .view").bounding_box()
    tried.set_viewport_size({"width": 360, "height": 640})
    assert form["x"] + form["width"] < view["x"]
    assert 0 <= form["y"] < 400 and view["y"] + view["height"] <= 800


def test_every_state_passes_axe(tried: Any) -> None:
    empty(tried)
    assert axe(tried) == []
    for place in (0, 8, 9):
        tried.locator("#examples button").nth(place).click()
        assert axe(tried) == []


def test_it_fits_a_phone_and_asks_for_nothing(tried: Any) -> None:
    assert tried.evaluate("document.documentElement.scrollWidth <= innerWidth")
    asked = [url for url in tried.asked if not url.startswith("data:")]
    assert asked == [(ROOT / "docs" / "try.html").as_uri()]


def test_the_same_in_firefox(firefox: Any) -> None:
    """The fixture of this Firefox fails if anything is asked of another host."""
    firefox.go((ROOT / "docs" / "try.html").as_uri())
    firefox.until("document.documentElement.hasAttribute('data-ready')")
    found = []
    for place in range(len(LEVELS)):
        firefox.click(f"document.querySelectorAll('#examples button')[{place}]")
        found.append(firefox.until("document.querySelector('#result .view')?.dataset.level"))
    assert found == LEVELS
    firefox.evaluate(f"document.querySelector('#message').value = '{SCAM}'")
    firefox.click("document.querySelector('button.first')")
    firefox.until("document.querySelector('#result').textContent.includes('tilang.kejaksaan.go.id')")
    assert firefox.evaluate(FOCUSED) == "heading"
    firefox.until(IN_SIGHT)
