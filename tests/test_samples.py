"""The imitated WhatsApp Web loads every month's markup, so that no sample lies beside it unseen."""

import re
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
MARKUP = sorted(path.name for path in (SAMPLES / "markup").glob("*.js"))


def test_the_page_loads_every_markup_once() -> None:
    loaded = re.findall(r'<script src="/markup/([^"]+)">', (SAMPLES / "index.html").read_text(encoding="utf-8"))
    assert sorted(loaded) == MARKUP


def test_the_page_shows_the_newest_month_where_none_is_asked_for() -> None:
    newest = max(name for name in MARKUP if name.startswith("2")).removesuffix(".js")
    assert f'asked.get("markup") ?? "{newest}"' in (SAMPLES / "words.js").read_text(encoding="utf-8")
