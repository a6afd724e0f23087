"""The extension in Chromium, on an imitated WhatsApp Web: what a person sees, and what the page does not."""

from __future__ import annotations

import re
from typing import Any

import pytest
from chromium import marks, until, visit
from conftest import MARKUPS

DANGER, CAUTION, UNCHECKED = "Berbahaya", "Hati-hati", "Belum dicek penuh"
MIXED = [DANGER, DANGER, DANGER, CAUTION, CAUTION, CAUTION, DANGER]
HOST = "tilang-kejaksaan-contoh.top"


def open_panel(page: Any, index: int = 0) -> Any:
    page.locator("etle-badge button.badge").nth(index).click()
    return page.locator("etle-badge").nth(index).locator(".panel")


def highlighted(page: Any, level: str) -> list[str]:
    """The coloured parts of the page. A highlight belongs to the document, so the page can be asked."""
    return list(
        page.evaluate(
            f"""[...(CSS.highlights.get('etle-guard-{level}') ?? [])].map((range) => {{
                const live = new Range();
                live.setStart(range.startContainer, range.startOffset);
                live.setEnd(range.endContainer, range.endOffset);
                return live.toString();
            }})"""
        )
    )


# --- marks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("markup", MARKUPS)
def test_every_markup_gives_the_same_marks(page: Any, markup: str) -> None:
    visit(page, chat="mixed", markup=markup)
    assert marks(page, 7) == MIXED


@pytest.mark.parametrize("markup", MARKUPS)
def test_links_of_an_unknown_sender_are_plain_text_and_marked(page: Any, markup: str) -> None:
    visit(page, chat="mixed", markup=markup, linked=0)
    assert marks(page, 7) == MIXED
    assert page.locator("#app a").count() == 0
    assert highlighted(page, "danger").count(HOST) == 4


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_harmless_chat_stays_as_it_is(page: Any, markup: str) -> None:
    visit(page, chat="harmless", markup=markup)
    page.evaluate("fx.append('scam')")
    assert marks(page, 1) == [DANGER]
    assert highlighted(page, "danger") == [HOST]


def test_only_the_owner_of_a_link_is_coloured(page: Any) -> None:
    visit(page, chat="empty")
    page.evaluate("fx.append('disguise')")
    marks(page, 1)
    assert highlighted(page, "danger") == ["bayar-contoh.top"]


def test_emoji_in_images_do_not_move_the_colour(page: Any) -> None:
    visit(page, chat="empty")
    page.evaluate("fx.append('emoji')")
    marks(page, 1)
    assert highlighted(page, "danger") == [HOST]


def test_a_link_that_shows_another_address_is_judged_by_what_opens(page: Any) -> None:
    visit(page, chat="empty")
    page.evaluate("fx.append('hidden')")
    assert marks(page, 1) == [DANGER]
    assert HOST in open_panel(page).inner_text()


def test_a_quoted_fraud_is_not_held_against_the_person_who_asks(page: Any) -> None:
    visit(page, chat="empty")
    page.evaluate("fx.append('question')")
    assert marks(page, 1) == [CAUTION]
    assert "dikutip" in open_panel(page).inner_text()


def test_a_warning_is_caution_but_its_link_is_dangerous(page: Any) -> None:
    visit(page, chat="empty")
    page.evaluate("fx.append('report')")
    assert marks(page, 1) == [CAUTION]
    assert highlighted(page, "danger") == [HOST]


def test_own_messages_are_marked_quietly(page: Any) -> None:
    visit(page, chat="empty")
    page.evaluate("fx.append('forwarded')")
    marks(page, 1)
    assert page.locator("etle-badge button.badge").get_attribute("data-quiet") == ""
    assert "Anda kirim" in open_panel(page).inner_text()


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_cut_off_message_says_that_it_is_not_fully_checked(page: Any, markup: str) -> None:
    visit(page, chat="long", markup=markup)
    assert marks(page, 1) == [UNCHECKED]
    assert "Baca selengkapnya" in open_panel(page).inner_text()


def test_opening_read_more_checks_the_rest(page: Any) -> None:
    visit(page, chat="long")
    marks(page, 1)
    page.locator(".read-more-button").click()
    until(page, f"document.querySelector('etle-badge')?.shadowRoot.textContent.includes('{DANGER}')")


def test_a_row_without_direction_counts_as_received(page: Any) -> None:
    visit(page, chat="empty", markup="unmarked")
    page.evaluate("fx.append('scam')")
    assert marks(page, 1) == [DANGER]
    assert page.locator("etle-badge button.badge").get_attribute("data-quiet") is None


def test_messages_in_a_group_are_marked(page: Any) -> None:
    visit(page, chat="group")
    assert marks(page, 1) == [DANGER]


# --- panel ------------------------------------------------------------------------------------------------------------


def test_the_panel_names_the_real_host_the_imitated_one_and_what_to_do(page: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    panel = open_panel(page)
    text = panel.inner_text()
    assert "Jangan dibuka" in text
    assert panel.locator(".spelled").inner_text() == HOST
    assert "tilang.kejaksaan.go.id" in panel.locator("dl").inner_text()
    assert 1 <= panel.locator("ul li").count() <= 3
    assert "Jangan balas dan jangan bayar." in text
    assert "host.imitates" in text


def test_letters_that_the_official_host_lacks_are_marked(page: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    odd = open_panel(page).locator(".spelled mark").all_inner_texts()
    assert "-" in odd[0]
    assert "".join(odd) != HOST


def test_the_panel_opens_and_closes_by_keyboard(page: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    button = page.locator("etle-badge button.badge")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.localName") == "etle-badge"


def test_no_word_ever_says_safe(page: Any) -> None:
    visit(page, chat="mixed")
    marks(page, 7)
    for index in range(7):
        assert not re.search(r"\b(aman|safe)\b", open_panel(page, index).inner_text().lower())


# --- the page changes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("markup", MARKUPS[1:])
def test_marks_come_back_when_rows_are_mounted_again(page: Any, markup: str) -> None:
    visit(page, chat="mixed", markup=markup)
    marks(page, 7)
    page.evaluate("fx.unmount()")
    assert page.locator("etle-badge").count() == 0
    page.evaluate("fx.remount()")
    assert marks(page, 7) == MIXED


def test_colours_of_unmounted_rows_are_forgotten(page: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    page.evaluate("fx.unmount()")
    until(page, "(CSS.highlights.get('etle-guard-danger')?.size ?? 0) === 0")


def test_another_chat_is_read_when_it_opens(page: Any) -> None:
    visit(page, chat="mixed")
    marks(page, 7)
    page.evaluate("fx.open('scam', 'Grup warga')")
    assert marks(page, 2) == [DANGER, DANGER]


def test_a_new_message_is_marked_and_announced_once(page: Any) -> None:
    visit(page, chat="group")
    marks(page, 1)
    page.wait_for_timeout(1600)
    spoken = "document.querySelector('etle-live').shadowRoot.textContent"
    assert page.evaluate(spoken) == ""
    page.evaluate("fx.append('apk')")
    marks(page, 2)
    assert "berbahaya" in page.evaluate(spoken)
    page.evaluate("document.querySelector('etle-live').shadowRoot.querySelector('div').textContent = ''")
    page.evaluate("fx.unmount()")
    page.evaluate("fx.remount()")
    marks(page, 2)
    assert page.evaluate(spoken) == ""


def test_there_is_one_live_region(page: Any) -> None:
    visit(page, chat="mixed")
    marks(page, 7)
    assert page.locator("etle-live [aria-live=polite]").count() == 1


def test_marks_follow_the_page_from_light_to_dark(page: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    ground = "getComputedStyle(document.querySelector('etle-badge').shadowRoot.querySelector('button')).backgroundColor"
    light = page.evaluate(ground)
    page.evaluate("fx.dark(true)")
    until(page, f"({ground}) !== '{light}'")
