"""What the person may choose takes effect at once, on every open page, in Chromium."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator
from typing import Any

import pytest
from chromium import marks, open_ui, until, visit

HOST = "tilang-kejaksaan-contoh.top"
STRANGER = "+62 823-3334-1001"


@pytest.fixture
def settings(chromium: Any, extension_id: str) -> Iterator[Any]:
    """The settings page; what a test changes is forgotten afterwards."""
    page = open_ui(chromium, extension_id, "options")
    yield page
    page.evaluate("chrome.storage.local.clear()")
    page.close()


def said(settings: Any) -> str:
    until(settings, "document.getElementById('said').textContent !== ''")
    return str(settings.locator("#said").inner_text())


def test_the_language_can_differ_from_the_browser(page: Any, settings: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    settings.select_option("#language", "en")
    until(settings, "document.documentElement.lang === 'en'")
    assert settings.locator("h1").inner_text() == "etle_guard settings"
    until(page, "document.querySelector('etle-badge')?.shadowRoot.textContent.includes('Dangerous')")


def test_without_the_gate_marks_stay_and_clicks_pass(page: Any, settings: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    settings.uncheck("#gate")
    until(settings, "document.getElementById('said').textContent !== ''")
    page.wait_for_timeout(200)
    page.locator("#main a").click()
    until(page, "fx.clicks.length === 1")
    marks(page, 1)


def test_a_trusted_host_and_what_lies_under_it_are_left_out(page: Any, settings: Any) -> None:
    visit(page, chat="empty")
    page.evaluate("fx.append('report'), fx.append('bare')")
    marks(page, 2)
    settings.fill("#trusted", f"https://{HOST.upper()}/id")
    settings.click("[data-list=trusted] form button")
    until(settings, f"document.querySelector('[data-list=trusted] ul').textContent.includes('{HOST}')")
    marks(page, 1)
    settings.get_by_role("button", name="Hapus").click()
    marks(page, 2)


@pytest.mark.parametrize("typed", ["co.id", "bit.ly", "contoh", "  ", "a@b.com", "1.2.3.4"])
def test_what_many_share_or_nobody_owns_cannot_be_trusted(settings: Any, typed: str) -> None:
    settings.fill("#trusted", typed)
    settings.click("[data-list=trusted] form button")
    until(settings, "document.getElementById('said').textContent !== ''")
    assert settings.locator("[data-list=trusted] li").count() == 0


def test_only_danger_is_marked_where_the_person_wants_it_so(page: Any, settings: Any) -> None:
    visit(page, chat="empty")
    page.evaluate("fx.append('doubt'), fx.append('report'), fx.append('scam')")
    marks(page, 3)
    settings.select_option("#sensitivity", "danger")
    said(settings)
    marks(page, 2)  # the warning keeps its mark: its link is dangerous
    settings.select_option("#sensitivity", "all")
    marks(page, 3)


def test_a_message_that_is_not_fully_checked_is_marked_whatever_is_chosen(page: Any, settings: Any) -> None:
    visit(page, chat="long")
    marks(page, 1)
    settings.select_option("#sensitivity", "danger")
    said(settings)
    marks(page, 1)


@pytest.mark.parametrize("typed", [STRANGER, "0823 3334 1001"])
def test_a_trusted_sender_is_spared_doubt_but_not_danger(page: Any, settings: Any, typed: str) -> None:
    visit(page, chat="empty")
    page.evaluate("fx.append('doubt'), fx.append('scam')")
    marks(page, 2)
    settings.fill("#senders", typed)
    settings.click("[data-list=senders] form button")
    until(settings, "document.querySelector('[data-list=senders] ul').textContent.includes('+6282333341001')")
    marks(page, 1)


@pytest.mark.parametrize("typed", ["", "~ Budi", "~Budi"])
def test_what_a_stranger_calls_himself_cannot_be_trusted(settings: Any, typed: str) -> None:
    settings.fill("#senders", typed)
    settings.click("[data-list=senders] form button")
    said(settings)
    assert settings.locator("[data-list=senders] li").count() == 0


def kept(settings: Any, path: pathlib.Path, content: object) -> str:
    """What the page says after it was given a settings file."""
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    settings.set_input_files("#file", path)
    return said(settings)


def test_settings_go_to_a_file_and_come_back(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.fill("#trusted", "kantor-contoh.co.id")
    settings.click("[data-list=trusted] form button")
    said(settings)
    settings.select_option("#language", "en")
    until(settings, "document.documentElement.lang === 'en'")
    with settings.expect_download() as download:
        settings.click("#save")
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    settings.evaluate("chrome.storage.local.clear()")
    settings.reload()
    until(settings, "document.documentElement.dataset.ready === ''")
    assert settings.locator("[data-list=trusted] li").count() == 0
    settings.set_input_files("#file", path)
    until(settings, "document.documentElement.lang === 'en'")
    assert "kantor-contoh.co.id" in settings.locator("[data-list=trusted]").inner_text()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("{", "JSON"),
        ([], "etle_guard_settings"),
        ({"etle_guard_settings": 2}, "etle_guard_settings = 2"),
        ({"etle_guard_settings": 1, "language": "jv"}, 'language = "jv"'),
        ({"etle_guard_settings": 1, "trusted": ["bit.ly"]}, "trusted: bit.ly"),
        ({"etle_guard_settings": 1, "senders": ["~ Budi"]}, "senders: ~ Budi"),
        ({"etle_guard_settings": 1, "gate": False, "contact": "x"}, "contact"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_changes_nothing(
    settings: Any, tmp_path: pathlib.Path, content: object, named: str
) -> None:
    before = settings.evaluate("chrome.storage.local.get()")
    told = kept(settings, tmp_path / "etle-guard.json", content)
    assert named in told
    assert "etle-guard.json" in told
    assert settings.evaluate("chrome.storage.local.get()") == before
