"""Everybody can use it: axe finds nothing, names are spoken, keys suffice, forced colours and narrow windows hold."""

from __future__ import annotations

import json
from typing import Any

import pytest
from chromium import marks, open_ui, until, visit
from conftest import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
HOST = "tilang-kejaksaan-contoh.top"
PANEL = "document.querySelector('etle-badge').shadowRoot.querySelector('.panel')"
# Elements whose text is wider than they are and cannot be scrolled to.
CUT_OFF_IN = """(root) => [...root.querySelectorAll('*')].filter((one) => one.scrollWidth > one.clientWidth + 1
    && one.clientWidth > 0 && !['auto', 'scroll', 'visible'].includes(getComputedStyle(one).overflowX)
    || one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 80))"""
CUT_OFF = f"({CUT_OFF_IN})(document)"
# Elements with a transition or an animation, in shadow roots too.
MOVING = """(roots) => [...roots].flatMap((root) => [root, ...(root.shadowRoot ?? root).querySelectorAll('*')])
    .filter((one) => { const style = getComputedStyle(one);
        return style.animationName !== 'none' || style.transitionDuration.split(', ').some((time) => time !== '0s'); })
    .map((one) => one.outerHTML.slice(0, 80))"""


def axe(page: Any, scope: str = "document") -> list[Any]:
    """What axe-core finds. It runs in a world of its own, since the policies of the pages allow no injected script."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: run npm ci")
    protocol = page.context.new_cdp_session(page)
    frame = protocol.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = protocol.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "axe"})["executionContextId"]
    protocol.send("Runtime.evaluate", {"expression": AXE.read_text(), "contextId": world})
    found = "r.violations.map(v => [v.id, v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary)])"
    expression = f"axe.run({scope}).then(r => JSON.stringify({found}))"
    run = {"expression": expression, "contextId": world, "awaitPromise": True, "returnByValue": True}
    return list(json.loads(protocol.send("Runtime.evaluate", run)["result"]["value"]))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_panels_pass_axe(page: Any, scheme: str) -> None:
    visit(page, chat="mixed", dark=int(scheme == "dark"))
    marks(page, 7)
    for index in range(7):
        page.locator("etle-badge button.badge").nth(index).click()
    assert axe(page, "{include: [['etle-badge'], ['etle-live']]}") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_question_passes_axe(page: Any, scheme: str) -> None:
    visit(page, chat="scam", dark=int(scheme == "dark"))
    marks(page, 2)
    page.locator("#main a").click()
    page.locator("etle-dialog dialog").wait_for()
    assert axe(page, "{include: [['etle-dialog']]}") == []
    until(page, "!document.querySelector('etle-dialog').shadowRoot.querySelector('button.quiet').disabled", 4)
    assert axe(page, "{include: [['etle-dialog']]}") == []


def test_the_bar_passes_axe(page: Any) -> None:
    visit(page, markup="broken")
    page.locator("etle-bar .bar").wait_for(timeout=8000)
    assert axe(page, "{include: [['etle-bar']]}") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["popup", "options", "help"])
def test_pages_of_the_extension_pass_axe(chromium: Any, extension_id: str, name: str, scheme: str) -> None:
    page = open_ui(chromium, extension_id, name)
    page.emulate_media(color_scheme=scheme)
    if name == "popup":
        page.fill("#message", f"Bayar denda tilang di https://{HOST}/id")
        page.click("button.first")
        page.locator("summary").click()
    if name == "options":
        page.fill("#trusted", "kantor-saya.co.id")
        page.click("[data-list=trusted] form button")
        page.locator("[data-list=trusted] li").wait_for()
    assert axe(page) == []
    page.evaluate("chrome.storage.local.clear()")
    page.close()


def test_axe_would_notice(chromium: Any, extension_id: str) -> None:
    page = open_ui(chromium, extension_id, "help")
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert [rule for rule, _ in axe(page)] == ["label"]
    page.close()


def test_a_mark_is_a_button_with_a_name_and_a_state(page: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    button = page.get_by_role("button", name="Berbahaya", expanded=False)
    button.click()
    assert page.get_by_role("button", name="Berbahaya", expanded=True).count() == 1
    assert page.get_by_role("group", name="Jangan dibuka").count() == 1


def test_the_question_is_answered_by_keys_alone(page: Any) -> None:
    visit(page, chat="one")
    marks(page, 1)
    page.locator("#main a").focus()
    page.keyboard.press("Enter")
    page.locator("etle-dialog dialog").wait_for()
    until(page, "!document.querySelector('etle-dialog').shadowRoot.querySelector('button.quiet').disabled", 4)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(page, "fx.clicks.length === 1")


@pytest.mark.parametrize("width", [320, 1600])
def test_nothing_sticks_out_of_a_narrow_or_wide_window(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    visit(page, chat="scam")
    marks(page, 2)
    page.locator("etle-badge button.badge").first.click()
    assert page.locator(".scroller").evaluate("(list) => list.scrollWidth <= list.clientWidth")
    page.locator("#main a").click()
    box = page.locator("etle-dialog dialog").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("name", ["popup", "options", "help"])
def test_pages_of_the_extension_fit_into_a_narrow_window(chromium: Any, extension_id: str, name: str) -> None:
    page = open_ui(chromium, extension_id, name)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_forced_colours_keep_the_frame_of_a_mark(page: Any) -> None:
    page.emulate_media(forced_colors="active")
    visit(page, chat="one")
    marks(page, 1)
    style = "getComputedStyle(document.querySelector('etle-badge').shadowRoot.querySelector('button'))"
    assert page.evaluate(f"{style}.borderTopWidth") == "2px"


@pytest.mark.parametrize("name", ["popup", "options", "help"])
def test_pages_of_the_extension_can_be_read_at_twice_the_size(chromium: Any, extension_id: str, name: str) -> None:
    """A window of 1280 by 1024 at 200 % has room for half as much; everything wraps, nothing is cut off."""
    page = open_ui(chromium, extension_id, name)
    page.set_viewport_size({"width": 640, "height": 512})
    assert page.evaluate(CUT_OFF) == []
    page.set_viewport_size({"width": 320, "height": 256})
    assert page.evaluate(CUT_OFF) == []
    page.close()


def test_panel_and_question_can_be_read_at_twice_the_size(page: Any) -> None:
    page.set_viewport_size({"width": 640, "height": 400})
    visit(page, chat="scam")
    marks(page, 2)
    page.locator("etle-badge button.badge").first.click()
    assert page.evaluate(f"(() => {{ const root = {PANEL}; return ({CUT_OFF_IN})(root); }})()") == []
    page.locator("#main a").click()
    page.locator("etle-dialog dialog").wait_for()
    box = page.locator("etle-dialog dialog").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 640
    assert box["y"] >= 0 and box["y"] + box["height"] <= 400, "what does not fit scrolls inside"
    page.keyboard.press("Escape")


def test_nothing_of_ours_moves(page: Any, chromium: Any, extension_id: str) -> None:
    """Without motion there is none to reduce."""
    visit(page, chat="scam")
    marks(page, 2)
    page.locator("etle-badge button.badge").first.click()
    page.locator("#main a").click()
    page.locator("etle-dialog dialog").wait_for()
    assert page.evaluate(f"({MOVING})(document.querySelectorAll('etle-badge, etle-dialog, etle-live'))") == []
    for name in ("popup", "options", "help"):
        own = open_ui(chromium, extension_id, name)
        assert own.evaluate(f"({MOVING})([document.body])") == []
        own.close()
