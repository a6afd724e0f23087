"""The kinds of bubble that WhatsApp Web has besides plain text, in every markup: what is marked, held back, let be."""

from __future__ import annotations

import json
from typing import Any

import pytest
from chromium import in_page_scripts, until, visit
from conftest import EXTENSION, MARKUPS

# chat → the messages that get a mark, and which; every other message of the chat gets none (tests/samples/exhibits.js).
MARKED: dict[str, dict[str, str]] = {
    "neighbours": {"scam": "danger", "apk": "danger", "question": "caution"},
    "forwards": {"passedOn": "danger", "passedFile": "danger", "chain": "unchecked"},
    "albums": {"album": "danger", "photo": "danger"},
    "captions": {"letter": "danger", "decoy": "danger", "cutLetter": "unchecked"},
    "business": {"template": "caution", "collector": "danger"},
    "lure": {"scam": "danger"},
    "previews": {"preview": "danger", "masked": "danger"},
    "quotes": {"answer": "danger", "question": "caution", "questionFile": "danger"},
    "shapes": {"bold": "danger", "split": "danger", "listed": "danger", "mono": "danger"},
    "silent": {"scam": "danger"},
    "own": {"forwarded": "danger", "ownQuestion": "caution", "apk": "danger"},
}
# Texts that are cut where "Read more" stands, and what the whole of them is.
WHOLE = {"forwards": ("chain", "danger"), "captions": ("cutLetter", "danger")}
SETTLED = 600  # ms after which everything has been read and written
DIALOG = "document.querySelector('etle-dialog')?.shadowRoot.querySelector('dialog[open]') != null"
READ = "rowsAround(document.body, openChat()).map(readRow)"


def same(chat: str, marked: dict[str, str]) -> str:
    """A JavaScript condition: the marks of the open chat are these, and the page's own nodes are as they were."""
    sort = "(one) => JSON.stringify(Object.entries(one).sort())"
    return f"({sort})(fx.levels()) === ({sort})({json.dumps(marked)}) && fx.own() === fx.start"


@pytest.mark.parametrize(("lang", "linked"), [("id", 1), ("id", 0), ("ar", 1)])
@pytest.mark.parametrize("markup", MARKUPS)
def test_every_kind_of_bubble_in_chromium(page: Any, markup: str, lang: str, linked: int) -> None:
    visit(page, chat="empty", markup=markup, lang=lang, linked=linked)
    for chat, marked in MARKED.items():
        page.evaluate(f"fx.open('{chat}')")
        until(page, same(chat, marked))
    page.wait_for_timeout(SETTLED)
    assert page.evaluate(same(chat, marked)), "no mark comes later"


@pytest.mark.parametrize("markup", MARKUPS)
def test_every_kind_of_bubble_in_firefox(firefox: Any, markup: str) -> None:
    firefox.go(f"https://web.whatsapp.com/?chat=empty&markup={markup}")
    firefox.until("document.querySelector('etle-live') !== null")
    for chat, marked in MARKED.items():
        firefox.evaluate(f"(fx.open('{chat}'), true)")
        firefox.until(same(chat, marked))


@pytest.mark.parametrize("markup", MARKUPS)
def test_marks_come_no_further_than_their_messages(page: Any, markup: str) -> None:
    """What must stay without a mark is looked at when everything has had its time."""
    visit(page, chat="empty", markup=markup)
    for chat in ("silent", "previews", "albums"):
        page.evaluate(f"fx.open('{chat}')")
        page.wait_for_timeout(SETTLED)
        assert page.evaluate(same(chat, MARKED[chat])), chat


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("chat", WHOLE)
def test_reading_on_shows_what_was_cut(page: Any, markup: str, chat: str) -> None:
    key, level = WHOLE[chat]
    visit(page, chat=chat, markup=markup)
    until(page, f"fx.levels().{key} === 'unchecked'")
    page.evaluate(f"fx.in('{key}', '.read-more-button').click()")
    until(page, f"fx.levels().{key} === '{level}'")


@pytest.mark.parametrize("markup", MARKUPS)
def test_cards_and_buttons_of_dangerous_messages_are_held_back(page: Any, markup: str) -> None:
    """A card or button has no address in the page; WhatsApp clicks a hidden link, and that is where the gate stands."""
    visit(page, chat="empty", markup=markup)
    for chat, key in (("lure", "lure"), ("previews", "preview"), ("previews", "masked"), ("business", "template")):
        page.evaluate(f"fx.open('{chat}')")
        until(page, same(chat, MARKED[chat]))
        page.evaluate(f"fx.in('{key}', '.opens').id = 'opens'")
        page.locator("#opens").click()
        until(page, DIALOG)
        assert page.evaluate("fx.opened") == [], key
        page.keyboard.press("Escape")
        until(page, f"!({DIALOG})")


@pytest.mark.parametrize("markup", MARKUPS)
def test_what_is_harmless_opens_at_once(page: Any, markup: str) -> None:
    visit(page, chat="business", markup=markup)
    until(page, same("business", MARKED["business"]))
    page.evaluate("fx.in('courier', '.opens').id = 'opens'")
    page.locator("#opens").click()
    assert page.evaluate("fx.opened") == ["https://github.com/contoh/proyek"]
    page.evaluate("fx.in('template', '[data-acts]').click()")
    page.evaluate("fx.open('albums')")
    until(page, same("albums", MARKED["albums"]))
    page.evaluate("fx.in('album', '.picture').click()")
    assert page.evaluate("fx.acts") == ["picture"]
    assert not page.evaluate(DIALOG)


@pytest.mark.parametrize("markup", MARKUPS)
def test_who_wrote_is_read_in_groups_and_from_right_to_left(page: Any, markup: str) -> None:
    """Strangers in a group stand with number or own name; direction signs do not belong to either."""
    visit(page, chat="neighbours", markup=markup)
    texts = f"{READ}.filter((one) => !one.sent && one.text.text && one.anchors.length)"
    read = in_page_scripts(page, EXTENSION, f"{texts}.map((one) => one.sender)")
    assert set(read) <= {"+62 823-3334-1001", "~ Warga"}
    visit(page, chat="scam", markup=markup, lang="ar")
    kinds = in_page_scripts(page, EXTENSION, f"{texts}.map((one) => parseSender(one.sender).number)")
    assert set(kinds) == {"+6282333341001"}


@pytest.mark.parametrize("markup", MARKUPS)
def test_panel_and_dialog_stay_in_the_window_from_right_to_left(page: Any, markup: str) -> None:
    page.set_viewport_size({"width": 700, "height": 600})
    visit(page, chat="one", markup=markup, lang="ar")
    page.locator("etle-badge button.badge").click()
    panel = page.locator("etle-badge .panel").bounding_box()
    page.locator("#main a").first.click()
    dialog = page.locator("etle-dialog dialog").bounding_box()
    for box in (panel, dialog):
        assert box["x"] >= 0 and box["x"] + box["width"] <= 700
