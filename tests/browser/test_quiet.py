"""What WhatsApp Web does not notice, what leaves the browser (nothing), and what it costs, in Chromium."""

from __future__ import annotations

from typing import Any

import pytest
from chromium import in_page_scripts, marks, visit
from conftest import EXTENSION, MARKUPS


def open_panel(page: Any, index: int = 0) -> Any:
    page.locator("etle-badge button.badge").nth(index).click()
    return page.locator("etle-badge").nth(index).locator(".panel")


def dialog(page: Any) -> Any:
    page.locator("etle-dialog dialog").wait_for()
    return page.locator("etle-dialog dialog")


@pytest.mark.parametrize("markup", MARKUPS)
def test_the_nodes_of_the_page_stay_as_they_were(page: Any, markup: str) -> None:
    visit(page, chat="mixed", markup=markup)
    marks(page, 7)
    open_panel(page)
    assert page.evaluate("fx.own() === fx.start")


def test_the_page_has_as_many_scripts_styles_and_links_as_before(page: Any) -> None:
    visit(page, chat="mixed")
    marks(page, 7)
    page.locator("#main a").nth(0).click()
    dialog(page)
    assert page.evaluate("fx.counts()") == page.evaluate("fx.countsAtStart")


def test_nothing_is_asked_of_the_network(page: Any, chromium: Any) -> None:
    asked: list[str] = []
    chromium.on("request", lambda request: asked.append(request.url))
    visit(page, chat="mixed")
    marks(page, 7)
    open_panel(page)
    page.locator("#main a").first.click()
    dialog(page)
    own = ("https://web.whatsapp.com/", "chrome-extension://", "data:")
    outside = [url for url in asked if not url.startswith(own)]
    assert outside == []


def test_the_page_cannot_see_the_core(page: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    assert page.evaluate("[typeof judge, typeof WHATSAPP, typeof chrome?.runtime]") == ["undefined"] * 3


# --- what is known of the page --------------------------------------------------------------------------------------


@pytest.mark.parametrize("markup", MARKUPS)
def test_every_marker_stands_in_the_sample_that_its_row_names(page: Any, markup: str) -> None:
    visit(page, chat="all", markup=markup)
    if markup != "2024":
        page.evaluate("document.querySelector('[data-virtualized]').dataset.virtualized = 'true'")
    absent = f"""Object.values(WHATSAPP).flat().filter((row) => row.sample === '{markup}')
        .map((row) => row.css).filter((css) => !document.querySelector(css))"""
    assert in_page_scripts(page, EXTENSION, absent) == []


def test_every_row_of_the_table_names_a_sample_that_is_tested(page: Any) -> None:
    visit(page, chat="empty")
    samples = in_page_scripts(page, EXTENSION, "Object.values(WHATSAPP).flat().map((row) => row.sample)")
    assert set(samples) <= set(MARKUPS)


READ = "rowsAround(document.body, openChat()).map(readRow)"


@pytest.mark.parametrize("markup", MARKUPS)
def test_sender_and_day_are_read_from_the_stamp(page: Any, markup: str) -> None:
    visit(page, chat="empty", markup=markup)
    page.evaluate("fx.append('scam'), fx.append('reply')")
    read = in_page_scripts(page, EXTENSION, f"{READ}.slice(-2).map((one) => [one.sender, one.sentOn, one.sent])")
    assert read == [["+62 823-3334-1001", "2026-11-23", False], ["Saya", "2026-11-23", True]]


@pytest.mark.parametrize(
    ("language", "stamp", "day"),
    [
        ("en", "10:11, 11/23/2026", "2026-11-23"),
        ("en", "23/11/2026, 10:11", "2026-11-23"),
        ("id", "10.11, 5/2/2026", "2026-02-05"),
        ("en", "10:11 AM, 5/2/2026", None),
        ("en", "10:11, 4/4/2026", "2026-04-04"),
        ("id", "10.11, 31/2/2026", None),
        ("en", "nothing", None),
    ],
)
def test_a_day_is_read_only_where_it_is_certain(page: Any, language: str, stamp: str, day: str | None) -> None:
    visit(page, chat="one")
    page.evaluate(f"document.documentElement.lang = '{language}'")
    text = f"document.querySelector('[data-pre-plain-text]').dataset.prePlainText = '[{stamp}] Ibu RT: '"
    page.evaluate(text)
    assert in_page_scripts(page, EXTENSION, f"{READ}.at(-1).sentOn") == day


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('Unduh "Surat.apk"', "Surat.apk"),
        ('Download "a.b (1).pdf"', "a.b (1).pdf"),
        ("Ver “Surat Tilang.apk”", "Surat Tilang.apk"),
        ("Surat.apk", "Surat.apk"),
        ("Unduh", "Surat_Tilang_ETLE.apk"),  # the name that the tile shows
    ],
)
def test_the_name_of_a_file_is_read_whatever_the_verb(page: Any, title: str, name: str) -> None:
    visit(page, chat="scam")
    page.evaluate(f"document.querySelector('.file').title = {title!r}")
    assert in_page_scripts(page, EXTENSION, f"{READ}.at(-1).files") == [name]


# --- speed ------------------------------------------------------------------------------------------------------------


def script_seconds(protocol: Any) -> float:
    metrics = protocol.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "ScriptDuration"))


def test_a_long_chat_is_read_in_slices(page: Any) -> None:
    """2,000 rows cost about 0.2 s of script on one core of 2026; five times that is left for busy machines."""
    visit(page, chat="group")
    marks(page, 1)
    protocol = page.context.new_cdp_session(page)
    protocol.send("Performance.enable")
    before = script_seconds(protocol)
    page.evaluate("fx.fill(2000)")
    page.evaluate("fx.append('scam')")
    marks(page, 2)
    page.wait_for_timeout(1500)
    assert script_seconds(protocol) - before < 1.0
