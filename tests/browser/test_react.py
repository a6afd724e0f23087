"""React redraws the chat under our marks, as WhatsApp Web does: it never minds them, and they follow what it draws."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from chromium import in_page_scripts, until
from conftest import EXTENSION, ROOT

PAGE = "https://web.whatsapp.com/"
MODULES = ROOT / "node_modules"
FILES = {
    "react": "react/cjs/react.{build}.js",
    "scheduler": "scheduler/cjs/scheduler.{build}.js",
    "react-dom": "react-dom/cjs/react-dom.{build}.js",
    "react-dom/client": "react-dom/cjs/react-dom-client.{build}.js",
}
LEVELS = {
    **dict.fromkeys(("ordinary", "wedding", "pdf", "reply"), ""),
    **dict.fromkeys(("scam", "bare", "apk", "forwarded"), "danger"),
    **dict.fromkeys(("doubt", "question"), "caution"),
    "long": "unchecked",
}
Rows = list[tuple[str, str]]  # the id of a message, which is its key in React, and which message it is
CHAT: Rows = [("1", "ordinary"), ("2", "scam"), ("3", "doubt"), ("4", "apk"), ("5", "wedding"), ("6", "bare")]
OTHER: Rows = [("11", "bare"), ("12", "reply"), ("13", "question"), ("14", "scam")]
IDLE = 600  # ms after which everything that the page did has been read and written
COLOURS = "[...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0)"
OWN = "document.querySelectorAll('etle-badge, etle-dialog, etle-bar, etle-live').length"


def answer(page: Any, address: str, script: str) -> None:
    page.route(address, lambda route: route.fulfill(content_type="text/javascript", body=script))


def serve_react(page: Any, build: str) -> None:
    """React's own files, each wrapped as a function, since browsers read no CommonJS."""
    for name, file in FILES.items():
        path = MODULES / file.format(build=build)
        if not path.exists():
            pytest.skip("React is not installed: run npm ci")
        head = f'(window.REACT_PARTS ??= {{}})["{name}"] = {{load(module, exports, require, process) {{'
        answer(page, f"{PAGE}react/{name.replace('/', '-')}.js", f"{head}\n{path.read_text()}\n}}}};")


@pytest.fixture
def drawn(page: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The imitated page as React draws it. From beginning to end React and the page mind nothing.

    The development build minds more than the production build, which WhatsApp has: it warns as well as throws.
    """
    serve_react(page, getattr(request, "param", "development"))
    page.goto(PAGE + "react.html")
    until(page, "document.querySelector('etle-live') !== null")
    show(page, "Ibu RT", CHAT)
    settle(page, CHAT)
    yield page
    assert page.evaluate("fx.faults") == []


def show(page: Any, name: str, rows: Rows) -> None:
    page.evaluate(f"fx.open({json.dumps(name)}, {json.dumps(rows)})")


def settle(page: Any, rows: Rows) -> None:
    """The page shows these messages as React was told, each with the one mark that it deserves, or none."""
    wanted = json.dumps([LEVELS[key] for _, key in rows])
    until(page, f"fx.marks().join() === {wanted}.join()")
    assert page.evaluate("fx.isAsTold()")


def rest(page: Any, rows: Rows) -> None:
    """The same, and it stays like that."""
    settle(page, rows)
    page.wait_for_timeout(IDLE)
    settle(page, rows)


# --- what React draws is shown and marked -----------------------------------------------------------------------------


@pytest.mark.parametrize("drawing", ["fx.again()", "fx.like(['2', '4'])", "fx.like([])"])
def test_drawing_the_same_message_again_leaves_its_mark_alone(drawn: Any, drawing: str) -> None:
    """A reaction comes after our mark in the bubble and goes again; the message stays what it was."""
    drawn.evaluate("fx.like(['2'])")
    rest(drawn, CHAT)
    drawn.evaluate("window.before = [...document.querySelectorAll('etle-badge')]")
    drawn.evaluate(drawing)
    rest(drawn, CHAT)
    assert drawn.evaluate("before.every((badge, index) => badge === document.querySelectorAll('etle-badge')[index])")


def test_marks_go_along_when_rows_change_places(drawn: Any) -> None:
    dice = random.Random(7)
    for _ in range(5):
        rows = dice.sample(CHAT, len(CHAT))
        drawn.evaluate(f"fx.order({[one for one, _ in rows]})")
        settle(drawn, rows)
    rest(drawn, rows)


@pytest.mark.parametrize("drawn", ["production", "development"], indirect=True)
@pytest.mark.parametrize("harmless", ["ordinary", "pdf"])
def test_a_text_edited_in_place_gains_and_loses_its_mark(drawn: Any, harmless: str) -> None:
    for key in [harmless, "scam", harmless, "apk", harmless, "question", harmless]:
        drawn.evaluate(f"fx.edit('2', '{key}')")
        settle(drawn, [(one, key if one == "2" else old) for one, old in CHAT])
    assert drawn.evaluate(COLOURS) == 2  # of the two other links


def test_a_plain_text_edited_in_place_gains_and_loses_its_mark(drawn: Any) -> None:
    """Without links React puts the new text into the text node that is there."""
    drawn.evaluate("fx.link(false)")
    for key in ["ordinary", "scam", "wedding", "bare"]:
        drawn.evaluate(f"fx.edit('2', '{key}')")
        settle(drawn, [(one, key if one == "2" else old) for one, old in CHAT])


def test_marks_come_back_with_rows_that_were_far_from_the_window(drawn: Any) -> None:
    for _ in range(3):
        drawn.evaluate("fx.hide(['1', '2', '3', '4'])")
        assert drawn.evaluate("fx.marks()") == ["", "", "", "", "", "danger"]
        drawn.wait_for_timeout(IDLE)
        drawn.evaluate("fx.hide([])")
        settle(drawn, CHAT)


def test_marks_come_back_with_rows_that_nobody_saw_go(drawn: Any) -> None:
    for _ in range(3):
        assert drawn.evaluate("fx.hide(['2', '4']), fx.hide([]), fx.marks()") == ["", "", "caution", "", "", "danger"]
        settle(drawn, CHAT)


def test_marks_come_back_with_a_row_that_was_removed(drawn: Any) -> None:
    for place in (0, 3, 5):
        drawn.evaluate("fx.remove('2')")
        rows = [row for row in CHAT if row[0] != "2"]
        settle(drawn, rows)
        drawn.evaluate(f"fx.put({place}, '2', 'scam')")
        settle(drawn, [*rows[:place], ("2", "scam"), *rows[place:]])


def test_a_row_leaves_under_an_open_panel(drawn: Any) -> None:
    for _ in range(3):
        drawn.locator("etle-badge button.badge").first.click()
        drawn.locator("etle-badge .panel").first.wait_for()
        drawn.evaluate("fx.remove('2')")
        drawn.evaluate("fx.put(1, '2', 'scam')")
        settle(drawn, CHAT)
    assert drawn.locator("etle-badge .panel").count() == 0


def test_a_row_leaves_under_the_question(drawn: Any) -> None:
    drawn.locator("#main a").first.click()
    drawn.locator("etle-dialog dialog").wait_for()
    drawn.evaluate("fx.remove('2')")
    drawn.wait_for_timeout(IDLE)
    assert drawn.locator("etle-dialog dialog").is_visible()
    drawn.keyboard.press("Escape")
    until(drawn, "document.querySelector('etle-dialog') === null")
    settle(drawn, [row for row in CHAT if row[0] != "2"])


def test_react_hears_a_click_in_a_marked_row(drawn: Any) -> None:
    drawn.evaluate("fx.put(6, '7', 'long')")
    settle(drawn, [*CHAT, ("7", "long")])
    drawn.evaluate("fx.more('7')")
    until(drawn, "fx.marks().at(-1) === 'danger'")
    assert drawn.evaluate("fx.isAsTold(['7'])")


def test_chats_are_switched_to_and_fro(drawn: Any) -> None:
    for _ in range(4):
        show(drawn, "Grup warga", OTHER)
        settle(drawn, OTHER)
        show(drawn, "Ibu RT", CHAT)
        settle(drawn, CHAT)
    rest(drawn, CHAT)


def test_a_chat_is_closed_and_opened_again(drawn: Any) -> None:
    for _ in range(3):
        drawn.evaluate("fx.close()")
        drawn.wait_for_timeout(100)
        assert drawn.evaluate(OWN) == 1  # the live region
        show(drawn, "Ibu RT", CHAT)
        settle(drawn, CHAT)


def test_the_whole_application_leaves_and_comes_again(drawn: Any) -> None:
    for _ in range(3):
        drawn.evaluate("fx.unmount()")
        assert drawn.evaluate("document.getElementById('app').childNodes.length") == 0
        show(drawn, "Ibu RT", CHAT)
        settle(drawn, CHAT)


def step(dice: random.Random, rows: Rows) -> tuple[str, Rows]:
    """One thing that a person or WhatsApp does, and the rows that are there afterwards."""
    kind = dice.choices(["edit", "put", "remove", "order", "like", "open"], [40, 20, 15, 10, 10, 1])[0]
    one, key, place = str(dice.randint(1, 12)), dice.choice(list(LEVELS)), dice.randint(0, len(rows))
    others = [row for row in rows if row[0] != one]
    shuffled = dice.sample(rows, len(rows))
    steps: dict[str, tuple[str, Rows]] = {
        "edit": (f"fx.edit('{one}', '{key}')", [(old, key if old == one else was) for old, was in rows]),
        "put": (f"fx.put({place}, '{one}', '{key}')", [*others[:place], (one, key), *others[place:]]),
        "remove": (f"fx.remove('{one}')", others),
        "order": (f"fx.order({[old for old, _ in shuffled]})", shuffled),
        "like": (f"fx.like(['{one}'])", rows),
        "open": (f"fx.open('Chat {one}', {json.dumps(CHAT)})", CHAT),
    }
    return steps[kind]


@pytest.mark.parametrize("drawn", ["production", "development"], indirect=True)
@pytest.mark.parametrize("seed", [1, 2])
def test_two_hundred_steps_end_in_the_right_marks(drawn: Any, seed: int) -> None:
    """Steps follow each other so quickly that some meet marks that are just being written."""
    dice, rows = random.Random(seed), CHAT
    for _ in range(50):
        steps = []
        for _ in range(4):
            taken, rows = step(dice, rows)
            steps.append(taken)
        drawn.evaluate("; ".join(steps))
        drawn.wait_for_timeout(dice.choice([0, 5, 20, 60]))
    rest(drawn, rows)


# --- nothing piles up -------------------------------------------------------------------------------------------------


def turn_over(page: Any) -> None:
    """Everything that the tests above do, once."""
    for taken in ["fx.edit('2', 'wedding')", "fx.edit('2', 'scam')", "fx.remove('4')", "fx.put(3, '4', 'apk')"]:
        page.evaluate(taken)
        page.wait_for_timeout(20)
    show(page, "Grup warga", OTHER)
    settle(page, OTHER)
    page.evaluate("fx.unmount()")
    show(page, "Ibu RT", CHAT)
    settle(page, CHAT)


def nodes_alive(page: Any) -> int:
    protocol = page.context.new_cdp_session(page)
    for _ in range(2):
        protocol.send("HeapProfiler.collectGarbage")
    count = int(protocol.send("Memory.getDOMCounters")["nodes"])
    protocol.detach()
    return count


def test_our_nodes_do_not_pile_up(drawn: Any) -> None:
    for _ in range(8):
        turn_over(drawn)
    rest(drawn, CHAT)
    assert drawn.evaluate(OWN) == 4 + 1  # four marks and the live region
    assert drawn.evaluate(COLOURS) == 3
    assert in_page_scripts(drawn, EXTENSION, "_paintLive.size") == 4


def test_rows_that_are_gone_are_forgotten(drawn: Any) -> None:
    """A turn makes some 900 nodes; of the last one React itself keeps a few."""
    for _ in range(3):
        turn_over(drawn)
    before = nodes_alive(drawn)
    for _ in range(6):
        turn_over(drawn)
    assert nodes_alive(drawn) - before < 300


# --- React would tell -------------------------------------------------------------------------------------------------


def test_react_would_mind_a_wrapped_link(page: Any) -> None:
    """What an extension must not do: the tests above would notice, were a mark put around a node of React's."""
    serve_react(page, "production")
    page.goto(PAGE + "react.html")
    show(page, "Ibu RT", CHAT)
    page.evaluate("""(() => {
        const link = document.querySelector('#main a');
        const around = document.createElement('b');
        link.replaceWith(around);
        around.append(link);
    })()""")
    assert not page.evaluate("fx.isAsTold()")
    page.evaluate("fx.edit('2', 'ordinary')")
    assert any("removeChild" in fault for fault in page.evaluate("fx.faults"))
