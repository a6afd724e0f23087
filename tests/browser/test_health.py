"""The guard says that it works only where it does: health of the page, popup, help, in Chromium."""

from __future__ import annotations

import json
import pathlib
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from chromium import PAGE, extension_name, marks, open_chromium, open_ui, until, visit
from conftest import EXTENSION, MARKUPS

from etle_guard.nouns import day_in
from etle_guard.tables import VERSION

HOST = "tilang-kejaksaan-contoh.top"


ASK = """(async () => {
    for (const tab of await chrome.tabs.query({})) {
        const answer = await chrome.tabs.sendMessage(tab.id, {type: 'health?'}).catch(() => null);
        if (answer) return [answer.state, await chrome.action.getBadgeText({tabId: tab.id})];
    }
    return ['none', ''];
})()"""


@pytest.fixture(scope="module")
def inside(chromium: Any, extension_id: str) -> Iterator[Any]:
    """A page of the extension, from which the tests ask as the popup does."""
    page = open_ui(chromium, extension_id, "help")
    yield page
    page.close()


def reaches(inside: Any, wanted: str, seconds: float = 8) -> str:
    """Wait until the one WhatsApp page answers `wanted`; what the toolbar shows then."""
    for _ in range(int(seconds * 10)):
        state, _ = inside.evaluate(ASK)
        if state == wanted:
            inside.wait_for_timeout(100)
            return str(inside.evaluate(ASK)[1])
        inside.wait_for_timeout(100)
    raise AssertionError(f"{state}, not {wanted}")


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_page_that_is_read_is_working(page: Any, inside: Any, markup: str) -> None:
    visit(page, chat="mixed", markup=markup)
    assert reaches(inside, "working") == ""


def test_a_page_without_a_chat_is_not_called_working(page: Any, inside: Any) -> None:
    visit(page, chat="none")
    reaches(inside, "no-chat")


def test_rows_without_markers_are_read_and_called_degraded(page: Any, inside: Any) -> None:
    visit(page, chat="mixed", markup="unmarked")
    assert reaches(inside, "degraded") == "?"

    marks(page, 6)


def test_an_unknown_page_is_called_broken_on_the_page_and_on_the_toolbar(page: Any, inside: Any) -> None:
    visit(page, chat="mixed", markup="broken")
    assert reaches(inside, "broken") == "!"
    assert "TIDAK aktif" in page.locator("etle-bar .bar").inner_text()
    until(page, "document.querySelector('etle-live').shadowRoot.textContent.includes('TIDAK')")


def test_the_bar_can_be_closed_and_stays_closed(page: Any, inside: Any) -> None:
    visit(page, chat="mixed", markup="broken")
    reaches(inside, "broken")
    page.locator("etle-bar button").click()
    page.wait_for_timeout(2500)
    assert page.locator("etle-bar").count() == 0


def test_the_popup_says_how_the_page_is(page: Any, chromium: Any, inside: Any, extension_id: str) -> None:
    visit(page, chat="mixed")
    reaches(inside, "working")
    popup = open_ui(chromium, extension_id, "popup")
    assert popup.locator("#health").inner_text() == "Perlindungan aktif."
    popup.close()


def test_the_popup_says_when_no_page_is_checked(chromium: Any, extension_id: str) -> None:
    popup = open_ui(chromium, extension_id, "popup")
    assert "Tidak ada tab WhatsApp Web" in popup.locator("#health").inner_text()
    popup.close()


def test_the_popup_judges_a_pasted_message(chromium: Any, extension_id: str) -> None:
    popup = open_ui(chromium, extension_id, "popup")
    popup.fill("#message", f"Bayar denda tilang di https://{HOST}/id")
    popup.click("button.first")
    text = popup.locator("#result").inner_text()
    assert "Jangan dibuka" in text
    assert "tilang.kejaksaan.go.id" in text
    popup.close()


def test_the_popup_judges_a_file_name(chromium: Any, extension_id: str) -> None:
    popup = open_ui(chromium, extension_id, "popup")
    popup.locator("summary").click()
    popup.fill("#files", "Surat Tilang.apk")
    popup.click("button.first")
    assert "file.app" in popup.locator("#result").inner_text()
    popup.close()


def test_a_message_without_findings_is_never_called_safe(chromium: Any, extension_id: str) -> None:
    popup = open_ui(chromium, extension_id, "popup")
    popup.fill("#message", "Besok rapat jam tujuh ya")
    popup.click("button.first")
    text = popup.locator("#result").inner_text()
    assert "bukan jaminan" in text
    assert popup.locator("#warning").is_hidden()
    popup.close()


def test_the_warning_to_copy_names_no_host_that_can_be_clicked(chromium: Any, extension_id: str) -> None:
    chromium.grant_permissions(["clipboard-read", "clipboard-write"])
    popup = open_ui(chromium, extension_id, "popup")
    popup.fill("#message", f"Bayar denda tilang di https://www.{HOST}/id")
    popup.click("button.first")
    popup.click("#copy")
    until(popup, "document.getElementById('copied').textContent !== ''")
    warning = popup.evaluate("document.getElementById('manual').value")
    assert HOST not in warning
    assert HOST.replace(".", "[.]") in warning
    assert "Tersalin" in popup.locator("#copied").inner_text()
    popup.close()


def test_the_popup_says_of_what_day_rules_and_model_are(chromium: Any, extension_id: str) -> None:
    popup = open_ui(chromium, extension_id, "popup")
    model = json.loads((EXTENSION / "data" / "model.json").read_text(encoding="utf-8"))
    count = f"{model['corpus_messages']:,}".replace(",", ".")
    assert popup.locator("#version").inner_text() == f"Aturan {VERSION}. Model {model['trained_on']}, {count} pesan"
    popup.close()


def test_the_help_page_tells_what_to_do_in_each_situation(chromium: Any, extension_id: str) -> None:
    page = open_ui(chromium, extension_id, "help")
    assert page.locator("h2").count() == 6
    assert "Putuskan data seluler" in page.locator("#installed-apk + ol").inner_text()
    assert f"Keterangan per {day_in(VERSION.replace('.', '-'), 'id')}." in page.locator("#steps").inner_text()
    page.close()


def test_a_copy_left_behind_by_an_update_keeps_marking_and_asks_for_a_reload(
    playwright: Any, port: int, tmp_path: pathlib.Path
) -> None:
    with open_chromium(playwright, EXTENSION, port, tmp_path) as context:
        page = context.new_page()
        visit(page, chat="group")
        marks(page, 1)
        inside = open_ui(context, extension_name(EXTENSION), "help")
        inside.evaluate("setTimeout(() => chrome.runtime.reload(), 50)")
        page.locator("etle-bar .bar").wait_for(timeout=10_000)
        assert "Muat ulang" in page.locator("etle-bar .bar").inner_text()
        page.evaluate("fx.append('scam')")
        marks(page, 2)
        page.locator("#main a").first.click()
        page.locator("etle-dialog dialog").wait_for()


@pytest.fixture
def damaged(tmp_path: pathlib.Path) -> pathlib.Path:
    """A copy of the extension whose rule book has a format that this release does not read."""
    copy = tmp_path / "extension"
    shutil.copytree(EXTENSION, copy)
    (copy / "data" / "rulebook.json").write_text('{"format": 999}')
    return copy


def test_without_rules_nothing_is_called_clear(
    playwright: Any, port: int, damaged: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    with open_chromium(playwright, damaged, port, tmp_path / "profile") as context:
        page = context.new_page()
        page.goto(PAGE + "?chat=scam")
        page.locator("etle-bar .bar").wait_for(timeout=10_000)
        assert "TIDAK dicek" in page.locator("etle-bar .bar").inner_text()
        popup = open_ui(context, extension_name(damaged), "popup")
        assert popup.locator("#health").get_attribute("data-state") == "unchecked"
        popup.fill("#message", "Besok rapat jam tujuh ya")
        popup.click("button.first")
        assert popup.locator("#result").inner_text() == popup.locator("#health").inner_text()


def test_broken_rules_leave_the_last_good_ones_at_work(playwright: Any, port: int, tmp_path: pathlib.Path) -> None:
    """An update that breaks the tables is told; what could be read before still judges."""
    copy, profile = tmp_path / "extension", tmp_path / "profile"
    shutil.copytree(EXTENSION, copy)
    with open_chromium(playwright, copy, port, profile) as context:
        page = context.new_page()
        visit(page, chat="scam")
        page.locator("etle-badge").first.wait_for()
        inside = open_ui(context, extension_name(copy), "help")
        until(inside, "chrome.storage.local.get('lastGoodRelease').then((kept) => 'lastGoodRelease' in kept)")
    whole = (copy / "data" / "rulebook.json").read_text(encoding="utf-8")
    (copy / "data" / "rulebook.json").write_text(whole.replace('"caution":40', '"caution":"40"'), encoding="utf-8")
    with open_chromium(playwright, copy, port, profile) as context:
        page = context.new_page()
        page.goto(PAGE + "?chat=scam")
        page.locator("etle-bar .bar").wait_for(timeout=10_000)
        page.locator("etle-badge").first.wait_for()
        assert "aturan lama" in page.locator("etle-bar .bar").inner_text()
        popup = open_ui(context, extension_name(copy), "popup")
        assert popup.locator("#health").get_attribute("data-state") == "stale"
        popup.fill("#message", f"Bayar denda tilang di https://{HOST}/id")
        popup.click("button.first")
        assert "Jangan dibuka" in popup.locator("#result").inner_text()
