"""The same extension in Firefox: what differs between browsers is what is tested here."""

from __future__ import annotations

import contextlib
import pathlib
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from bidi import EXTENSION_ID, ORIGIN
from conftest import EXTENSION, MARKUPS, PROBE

PAGE = "https://web.whatsapp.com/"
HOST = "tilang-kejaksaan-contoh.top"
ESCAPE, ENTER = "\ue00c", "\ue007"
LEVELS = """[...document.querySelectorAll('etle-badge')].map(
    (one) => one.shadowRoot.querySelector('button').dataset.level)"""
MIXED = ["danger", "danger", "danger", "caution", "caution", "caution", "danger"]
ASKED = "document.querySelector('etle-dialog')?.shadowRoot.querySelector('dialog[open]') != null"
PANEL = "document.querySelector('etle-badge').shadowRoot.querySelector('.panel')"
BUTTON = "document.querySelector('etle-badge').shadowRoot.querySelector('button')"


def visit(firefox: Any, asked: str) -> None:
    firefox.go(f"{PAGE}?{asked}")
    firefox.until("document.querySelector('etle-live') !== null")


def marks(firefox: Any, count: int) -> list[str]:
    firefox.until(f"document.querySelectorAll('etle-badge').length === {count}")
    return list(firefox.evaluate(LEVELS))


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("linked", [0, 1])
def test_every_markup_gives_the_same_marks(firefox: Any, markup: str, linked: int) -> None:
    visit(firefox, f"chat=mixed&markup={markup}&linked={linked}")
    assert marks(firefox, 7) == MIXED


def test_the_owner_of_a_link_is_coloured(firefox: Any) -> None:
    visit(firefox, "chat=one")
    marks(firefox, 1)
    shown = """[...CSS.highlights.get('etle-guard-danger')].map(
        (one) => one.startContainer.data.slice(one.startOffset, one.endOffset))"""
    assert firefox.evaluate(shown) == [HOST]


def test_the_panel_names_the_real_host_and_what_to_do(firefox: Any) -> None:
    visit(firefox, "chat=one")
    marks(firefox, 1)
    firefox.click(BUTTON)
    text = firefox.until(f"{PANEL}?.textContent")
    assert HOST in text
    assert "tilang.kejaksaan.go.id" in text
    assert "Jangan balas dan jangan bayar." in text
    firefox.press(ESCAPE)
    firefox.until(f"{PANEL}.hidden")


def test_marks_come_back_when_rows_are_mounted_again(firefox: Any) -> None:
    visit(firefox, "chat=mixed")
    marks(firefox, 7)
    firefox.evaluate("fx.unmount()")
    marks(firefox, 0)
    firefox.evaluate("fx.remount()")
    assert marks(firefox, 7) == MIXED
    firefox.evaluate("fx.open('scam', 'Grup')")
    marks(firefox, 2)


def test_a_cut_off_message_is_not_fully_checked(firefox: Any) -> None:
    visit(firefox, "chat=long")
    assert marks(firefox, 1) == ["unchecked"]


def test_a_dangerous_link_is_held_by_mouse_and_by_key(firefox: Any) -> None:
    visit(firefox, "chat=one")
    marks(firefox, 1)
    firefox.click("document.querySelector('#main a')")
    firefox.until(ASKED)
    assert firefox.evaluate("document.querySelector('etle-dialog').shadowRoot.activeElement.textContent") == "Kembali"
    firefox.press(ESCAPE)
    firefox.until(f"!({ASKED})")
    firefox.evaluate("document.querySelector('#main a').focus()")
    firefox.press(ENTER)
    firefox.until(ASKED)
    assert firefox.evaluate("fx.clicks") == []


def test_open_anyway_lets_one_click_through(firefox: Any) -> None:
    visit(firefox, "chat=one")
    marks(firefox, 1)
    firefox.click("document.querySelector('#main a')")
    anyway = "document.querySelector('etle-dialog').shadowRoot.querySelector('button.quiet')"
    firefox.until(f"{ASKED} && !{anyway}.disabled")
    firefox.click(anyway)
    firefox.until("fx.clicks.length === 1")


@pytest.mark.parametrize("markup", MARKUPS)
def test_an_apk_is_held_by_mouse_and_by_key(firefox: Any, markup: str) -> None:
    visit(firefox, f"chat=scam&markup={markup}")
    marks(firefox, 2)
    firefox.click("document.querySelector('#main .file')")
    firefox.until(ASKED)
    firefox.press(ESCAPE)
    firefox.until(f"!({ASKED})")
    firefox.evaluate("document.querySelector('#main .file').focus()")
    firefox.press(ENTER)
    firefox.until(ASKED)
    assert firefox.evaluate("fx.files") == []


def test_a_preview_card_is_held_though_it_has_no_anchor(firefox: Any) -> None:
    visit(firefox, "chat=one")
    marks(firefox, 1)
    firefox.evaluate(f"fx.card('https://{HOST}/id')")
    tabs = firefox.tabs()
    firefox.click("document.getElementById('card')")
    firefox.until(ASKED)
    assert firefox.tabs() == tabs


def test_the_page_keeps_its_nodes_scripts_and_styles(firefox: Any) -> None:
    visit(firefox, "chat=mixed")
    marks(firefox, 7)
    assert firefox.evaluate("fx.counts()") == firefox.evaluate("fx.countsAtStart")
    assert firefox.evaluate("fx.own() === fx.start")


def test_an_unknown_page_is_called_broken(firefox: Any) -> None:
    visit(firefox, "chat=mixed&markup=broken")
    assert "TIDAK aktif" in firefox.until("document.querySelector('etle-bar')?.shadowRoot.textContent")


def open_ui(firefox: Any, name: str) -> None:
    firefox.go(f"{ORIGIN}/ui/{name}.html")
    firefox.until("document.documentElement.dataset.ready !== undefined")


def test_the_popup_judges_a_pasted_message(firefox: Any) -> None:
    open_ui(firefox, "popup")
    message = f"Bayar denda tilang di https://{HOST}/id"
    firefox.evaluate(f"document.getElementById('message').value = '{message}'")
    firefox.evaluate("document.querySelector('button.first').click()")
    assert "Jangan dibuka" in firefox.evaluate("document.getElementById('result').textContent")
    assert firefox.evaluate("document.documentElement.lang") == "id"


def test_access_to_the_page_is_known_to_the_popup(firefox: Any) -> None:
    open_ui(firefox, "popup")
    assert firefox.evaluate("document.getElementById('health').dataset.state") == "no-tab"


def test_settings_are_kept(firefox: Any) -> None:
    open_ui(firefox, "options")
    firefox.evaluate("document.getElementById('gate').click()")
    firefox.until("document.getElementById('said').textContent !== ''")
    open_ui(firefox, "options")
    assert firefox.evaluate("document.getElementById('gate').checked") is False
    firefox.evaluate("browser.storage.local.clear()")


def test_the_help_page_has_every_situation(firefox: Any) -> None:
    open_ui(firefox, "help")
    assert firefox.evaluate("document.querySelectorAll('h2').length") == 6


def test_broken_rules_leave_the_last_good_ones_at_work(firefox: Any, tmp_path: pathlib.Path) -> None:
    """An update that breaks the tables is told; what could be read before still judges."""
    kept = "browser.storage.local.get('lastGoodRelease').then((kept) => 'lastGoodRelease' in kept)"
    copy = pathlib.Path(shutil.copytree(EXTENSION, tmp_path / "extension"))
    rules = copy / "data" / "rulebook.json"
    rules.write_text(rules.read_text(encoding="utf-8").replace('"caution":40', '"caution":"40"'), encoding="utf-8")
    visit(firefox, "chat=scam")
    marks(firefox, 2)
    open_ui(firefox, "help")
    firefox.until(kept)
    firefox.go("about:blank")  # the extension's own pages go away with the old copy
    try:
        firefox.install(copy)
        firefox.go(f"{PAGE}?chat=scam")
        assert "aturan lama" in firefox.until("document.querySelector('etle-bar')?.shadowRoot.textContent")
        assert marks(firefox, 2) == ["danger", "danger"]
        open_ui(firefox, "popup")
        assert firefox.evaluate("document.getElementById('health').dataset.state") == "stale"
    finally:
        firefox.go("about:blank")
        firefox.install(EXTENSION)


@pytest.fixture
def reinstalled(firefox: Any) -> Iterator[pathlib.Path]:
    """The extension goes away and comes again while a page is open, as it does when it is updated."""
    visit(firefox, "chat=mixed")
    marks(firefox, 7)
    firefox.uninstall(EXTENSION_ID)
    firefox.install(EXTENSION)
    yield EXTENSION


def test_a_new_copy_takes_over_from_the_old_one(firefox: Any, reinstalled: pathlib.Path) -> None:
    firefox.until("document.querySelectorAll('etle-live').length === 1")
    firefox.until(f"{LEVELS}.join() === '{','.join(MIXED)}'")  # the old marks go and the new ones come meanwhile
    firefox.evaluate("fx.append('scam')")
    assert len(marks(firefox, 8)) == 8
    assert firefox.evaluate("document.querySelectorAll('etle-live').length") == 1


def test_the_proxy_would_see_what_leaves_the_browser(firefox: Any) -> None:
    """The session's end asserts that it saw nothing; here it is seen to see."""
    visit(firefox, "chat=one")
    marks(firefox, 1)
    assert firefox.asked == []
    with contextlib.suppress(RuntimeError):
        firefox.go(PROBE)
    assert firefox.asked[0] == f"GET {PROBE} HTTP/1.1"
