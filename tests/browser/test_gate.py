"""Nothing dangerous opens before the person has answered: the gate, in Chromium."""

from __future__ import annotations

from typing import Any

import pytest
from chromium import marks, until, visit
from conftest import MARKUPS

HOST = "tilang-kejaksaan-contoh.top"
FOCUSED = "document.querySelector('etle-dialog')?.shadowRoot.activeElement?.textContent"


def dialog(page: Any) -> Any:
    page.locator("etle-dialog dialog").wait_for()
    return page.locator("etle-dialog dialog")


def no_dialog(page: Any) -> None:
    until(page, "document.querySelector('etle-dialog') === null")


def test_a_click_on_a_dangerous_link_is_held_and_back_has_the_focus(page: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    page.locator("#main a").click()
    assert HOST in dialog(page).inner_text()
    assert page.evaluate(FOCUSED) == "Kembali"
    page.keyboard.press("Enter")
    no_dialog(page)
    assert page.evaluate("fx.clicks") == []


def test_open_anyway_waits_and_lets_one_click_through(page: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    page.locator("#main a").click()
    anyway = dialog(page).get_by_role("button", name="Tetap buka")
    assert anyway.is_disabled()
    until(page, "!document.querySelector('etle-dialog').shadowRoot.querySelector('button.quiet').disabled", 4)
    anyway.click()
    until(page, "fx.clicks.length === 1")
    page.locator("#main a").click()
    dialog(page)
    assert len(page.evaluate("fx.clicks")) == 1


def test_middle_click_and_enter_are_held_too(page: Any, chromium: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    tabs = len(chromium.pages)
    page.locator("#main a").click(button="middle")
    dialog(page)
    page.keyboard.press("Escape")
    no_dialog(page)
    page.locator("#main a").focus()
    page.keyboard.press("Enter")
    dialog(page)
    assert len(chromium.pages) == tabs
    assert page.evaluate("fx.clicks") == []


def test_focus_returns_to_the_link_after_back(page: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    page.locator("#main a").focus()
    page.keyboard.press("Enter")
    dialog(page)
    page.keyboard.press("Escape")
    no_dialog(page)
    until(page, "document.activeElement.localName === 'a'")


def test_a_link_of_a_dangerous_message_is_held_though_its_host_is_unknown(page: Any) -> None:
    visit(page, chat="empty")
    page.evaluate("fx.append('demand')")
    marks(page, 1)
    page.locator("#main a").click()
    assert "layanan-bayar-contoh.top" in dialog(page).inner_text()


@pytest.mark.parametrize("markup", MARKUPS)
def test_an_apk_is_held_by_mouse_and_by_key(page: Any, markup: str) -> None:
    visit(page, chat="scam", markup=markup)
    marks(page, 2)
    tile = page.locator("#main .file")
    tile.click()
    assert "Surat_Tilang_ETLE.apk" in dialog(page).inner_text()
    page.keyboard.press("Escape")
    no_dialog(page)
    for key in ("Enter", " "):
        tile.focus()
        page.keyboard.press(key)
        dialog(page)
        page.keyboard.press("Escape")
        no_dialog(page)
    assert page.evaluate("fx.files") == []


@pytest.mark.parametrize("key", ["app", "disguised"])
def test_any_apk_is_held(page: Any, key: str) -> None:
    visit(page, chat="empty")
    page.evaluate(f"fx.append('{key}')")
    marks(page, 1)
    page.locator("#main .file").click()
    dialog(page)
    assert page.evaluate("fx.files") == []


def test_harmless_links_and_files_open_at_once(page: Any) -> None:
    visit(page, chat="harmless")
    page.wait_for_timeout(300)
    page.locator("#main a").first.click()
    page.locator("#main .file").click()
    assert page.evaluate("[fx.clicks.length, fx.files.length]") == [1, 1]


def test_a_preview_card_is_held_though_it_has_no_anchor(page: Any, chromium: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    page.evaluate(f"fx.card('https://{HOST}/id')")
    tabs = len(chromium.pages)
    page.locator("#card").click()
    dialog(page)
    assert len(chromium.pages) == tabs
    until(page, "!document.querySelector('etle-dialog').shadowRoot.querySelector('button.quiet').disabled", 4)
    with chromium.expect_page() as opened:
        page.locator("etle-dialog").get_by_role("button", name="Tetap buka").click()
    opened.value.close()


def test_a_preview_card_of_a_dangerous_message_is_held_though_its_host_is_unknown(page: Any, chromium: Any) -> None:
    visit(page, chat="empty")
    page.evaluate("fx.append('demand')")
    marks(page, 1)
    page.evaluate("fx.card('https://layanan-bayar-contoh.top/masuk')")
    page.locator("[data-testid=msg-container] >> nth=-1").locator("#card").or_(page.locator("#card")).first.click()
    dialog(page)
