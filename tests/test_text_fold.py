"""Folding: disguised words read as what they look like, and every folded character knows where it stood."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from etle_guard.parse.text import FoldTable, FoldTableError, fold, read_fold_table, to_ascii_lookalike

DATA = Path(__file__).parents[1] / "etle_guard" / "data" / "fold.json"


@pytest.fixture(scope="module")
def table() -> FoldTable:
    return read_fold_table(json.loads(DATA.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("TILANG", "tilang"),
        ("tіlаng", "tilang"),  # Cyrillic
        ("τιλang", "tilang"),  # Greek
        ("ｔｉｌａｎｇ", "tilang"),
        ("𝗧𝗶𝗹𝗮𝗻𝗴 𝓉𝒾𝓁𝒶𝓃ℊ", "tilang tilang"),
        ("ⓣⓘⓛⓐⓝⓖ 🅣🅘🅛🅐🅝🅖 🇹🇮🇱🇦🇳🇬", "tilang tilang tilang"),
        ("Ꭲꭵʟᴀɴɢ", "tilang"),
        ("t\u200bi\u00adl\u2060a\ufe0fn\u0336g", "tilang"),
        ("Çàfé Øresund Đakon", "cafe oresund dakon"),
        ("1️⃣ ① ½ № ٣", "1 1 1/2 no 3"),
        ("a‐b – c…", "a-b - c..."),
        ("a\tb\nc\r\n“d”", 'a b\nc \n"d"'),
        ("*tilang* _denda_ ~x~", " tilang   denda   x "),
        ("السلام", "      "),
        ("👍🏽", "~~"),
    ],
)
def test_disguised_words_read_as_what_they_look_like(table: FoldTable, written: str, read: str) -> None:
    assert fold(written, table).text == read


def test_every_folded_character_knows_where_it_stood(table: FoldTable) -> None:
    folded = fold("a\u200bb½🙏c", table)
    assert folded.text == "ab1/2~c"
    assert folded.origins == (0, 2, 3, 3, 3, 4, 5)


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("tilang", 0),
        ("t\u200bilang", 1),
        ("tіlаng", 2),
        ("kena tilang 👍🏽\ufe0f ok", 0),
        ("saé pisan, mangga atuh é", 0),
        ("السلام عليكم", 0),
        ("\u200etilang\u200f", 0),
    ],
)
def test_only_disguise_counts_as_disguise(table: FoldTable, written: str, count: int) -> None:
    assert fold(written, table).obfuscations == count


def test_what_stands_beyond_2000_code_points_is_not_read(table: FoldTable) -> None:
    assert fold("𝗮" * 2000, table).complete
    longer = fold("𝗮" * 2001, table)
    assert (len(longer.text), longer.complete) == (2000, False)
    assert not fold("a" * 2001, table).complete


def test_folded_text_is_ascii_whatever_comes_in(table: FoldTable) -> None:
    chance = random.Random(1)
    for _ in range(500):
        text = "".join(chr(chance.randrange(0x110000)) for _ in range(100))
        folded = fold(text, table)
        assert folded.text.isascii()
        assert not set(folded.text) & set("ABCDEFGHIJKLMNOPQRSTUVWXYZ_\r\t")
        assert len(folded.text) == len(folded.origins)
        assert list(folded.origins) == sorted(folded.origins)


def test_hidden_characters_never_change_the_folded_text(table: FoldTable) -> None:
    hidden = [point for point, whole in table.text.items() if whole == ""]
    assert len(hidden) > 4000
    assert all(fold(f"ti{chr(point)}lang", table).text == "tilang" for point in hidden)


def test_a_label_keeps_what_has_no_latin_look(table: FoldTable) -> None:
    assert to_ascii_lookalike("Kеjaksааn-中", table) == "kejaksaan-中"
    assert to_ascii_lookalike("kejaksဝan", table) == "kejaksoan"


def test_another_format_is_refused() -> None:
    with pytest.raises(FoldTableError, match="format is 2, expected 1"):
        read_fold_table({"format": 2})


def test_the_committed_table_is_what_its_maker_makes() -> None:
    pytest.importorskip("unicodedata2", reason="only the maker needs it")
    pytest.importorskip("confusable_homoglyphs", reason="only the maker needs it")
    from etle_guard.data import make_fold

    assert make_fold.table() == json.loads(DATA.read_text(encoding="utf-8"))
