"""Messages made to break out, to hide, or to hang: they are marked, shown as plain words, and nothing else happens."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from chromium import until, visit

HOST = "tilang-kejaksaan-contoh.top"
LINK = f"https://{HOST}/id"
DEMAND = f"Segera bayar denda tilang Anda di {LINK}"
MARKUP = '<img src=x onerror="fx.broken=1"></div></div><script>fx.broken=1</script><etle-badge></etle-badge>'
BIDI = "\u202e\u2066\u2067\u200f"
STACK = "\u0338\u0310\u20d2\u0489"

# name → what the message is, beside its sender: a text or a file name.
MESSAGES: dict[str, dict[str, str]] = {
    "markup": {"text": f"{MARKUP} {DEMAND} {MARKUP}"},
    "markup in the link": {"text": f"Denda tilang: https://{HOST}/<img%20src=x%20onerror=fx.broken=1>?<b>"},
    "markup in the file's name": {"file": f"Surat Tilang {MARKUP}.apk", "size": "1 MB"},
    "directions": {"text": f"{BIDI} {DEMAND} {BIDI}" * 3},
    "directions in the file's name": {"file": f"Surat_Tilang{BIDI}fdp.apk", "size": "1 MB"},
    "60,000 characters": {"text": f"{DEMAND} " + "panjang sekali " * 4000},
    "one word of 60,000 characters": {"text": f"{DEMAND} " + "A" * 60_000},
    "500 links": {"text": " ".join(f"https://tilang-{n}.{HOST}/{n}" for n in range(500)) + " bayar denda tilang"},
    "1,000 combining marks": {"text": f"{DEMAND} e" + STACK * 250},
    "combining marks in the link": {"text": f"Denda tilang: {HOST}/{STACK * 250}"},
    "NUL, surrogates, private letters": {"text": f"\u0000\ud800 {DEMAND} \udfff\ue000\u0007"},
    "template braces": {"text": "{host} {target} ${fx.broken=1} %s {{7*7}} " + DEMAND},
}
SAFE = """(() => ({
    broken: fx.broken ?? 0,
    images: document.querySelectorAll('#app img, etle-badge img').length,
    scripts: document.scripts.length,
    marks: document.querySelectorAll('etle-badge').length,
    inside: [...document.querySelectorAll('etle-badge')].flatMap(
        (one) => [...one.shadowRoot.querySelectorAll('img, script, iframe, object, a, style, link, svg')]).length,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
}))()"""
PANEL = "document.querySelector('etle-badge')?.shadowRoot.querySelector('.panel')"


def put(message: dict[str, str]) -> str:
    """JavaScript that opens a chat with one message; its text comes as JSON, so that nothing is lost on the way."""
    whole = json.dumps({"from": "+62 823-3334-1001", **message})
    return f"(MESSAGES.hostile = {whole}, CHATS.hostile = ['hostile'], fx.open('hostile'), true)"


def check(name: str, evaluate: Callable[[str], Any], wait: Callable[[str], Any]) -> str:
    """Put the message, wait for its one mark, open the panel; the text of the panel."""
    before = evaluate(SAFE)
    evaluate(put(MESSAGES[name]))
    wait("document.querySelectorAll('etle-badge').length === 1")
    level = evaluate("document.querySelector('etle-badge').shadowRoot.querySelector('button').dataset.level")
    assert level == "danger"
    evaluate("document.querySelector('etle-badge').shadowRoot.querySelector('button').click()")
    wait(f"{PANEL} != null")
    after = evaluate(SAFE)
    assert after == {**before, "marks": 1, "inside": 0}
    assert evaluate(f"{PANEL}.scrollWidth <= {PANEL}.clientWidth + 1"), "the panel is read without scrolling sideways"
    return str(evaluate(f"{PANEL}.textContent"))


@pytest.mark.parametrize("name", MESSAGES)
def test_in_chromium(page: Any, name: str) -> None:
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    visit(page, chat="empty")
    text = check(name, page.evaluate, lambda condition: until(page, condition))
    assert said == []
    assert "undefined" not in text and "[object" not in text
    if "directions" in name:
        assert not set(BIDI) & set(text.replace("\u2068", "").replace("\u2069", ""))


def test_in_firefox(firefox: Any) -> None:
    firefox.go("https://web.whatsapp.com/?chat=empty")
    firefox.until("document.querySelector('etle-live') !== null")
    for name in MESSAGES:
        check(name, firefox.evaluate, firefox.until)


@pytest.mark.parametrize("name", ["60,000 characters", "one word of 60,000 characters"])
def test_what_is_too_long_is_said_to_be_read_in_part(page: Any, name: str) -> None:
    visit(page, chat="empty")
    assert "Belum dicek penuh" in check(name, page.evaluate, lambda condition: until(page, condition))


def test_a_long_text_without_a_sign_is_not_called_fine(page: Any) -> None:
    visit(page, chat="empty")
    page.evaluate(put({"text": "kabar warga hari ini " * 3000}))
    level = "document.querySelector('etle-badge')?.shadowRoot.querySelector('button').dataset.level"
    until(page, f"{level} === 'unchecked'")
