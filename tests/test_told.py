"""What people are told about a verdict: whole sentences that fit what was found, the same in both languages."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

import etle_guard
from etle_guard.pack import export
from etle_guard.present.words import reasons
from etle_guard.rulebook import model_path

ROOT = Path(__file__).parents[1]
BARE = "Selamat siang, ini surat tilang Anda"
CHAT = "Besok jadi futsal jam delapan? Jangan lewat jalan protokol, ada operasi tilang."
CODE = "Untuk membatalkan tilang, kirimkan kode OTP yang baru masuk ke nomor ini."
MONEY = "Tilang bisa damai Pak, transfer 250 ribu ke rekening 7712003344 atas nama Rudi."
LINK = "Denda tilang Anda belum dibayar. Lunasi hari ini di kejaksean.cc/id agar STNK tidak diblokir."
WARNING = "Awas penipuan! Beredar SMS tilang palsu dengan tautan kejaksean[.]cc, jangan diklik ya."
OFFICIAL = "Konfirmasi tilang: https://konfirmasi-etle.polri.go.id"
RESEMBLES = "cek polri-club.com"
MESSAGES = (BARE, CHAT, CODE, MONEY, LINK, WARNING, OFFICIAL, RESEMBLES)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_sentence_has_no_hole_where_no_word_is_told(lang: str) -> None:
    said = list(reasons(etle_guard.check(BARE), lang))
    assert said[0].endswith(("tilang.", "scams."))
    assert not [one for one in said if ": ." in one]


def test_a_clear_chat_is_not_told_what_a_notice_would_have() -> None:
    verdict = etle_guard.check(CHAT)
    assert verdict.level is etle_guard.Level.CLEAR
    assert [one.rule for one in verdict.evidence if one.rule.startswith("notice.no-")]
    assert not reasons(verdict, "id")


def test_a_doubtful_notice_is_told_what_it_lacks() -> None:
    assert "notice.no-plate" in reasons(etle_guard.check(BARE), "en").values()


def test_both_languages_tell_the_same(tmp_path: Path) -> None:
    export(tmp_path, model_path())
    command = ["node", str(ROOT / "tests" / "told.mjs"), str(tmp_path)]
    done = subprocess.run(command, input=json.dumps(MESSAGES).encode(), capture_output=True, check=True)
    assert json.loads(done.stdout) == [told(text, lang) for text in MESSAGES for lang in ("id", "en")]


def told(text: str, lang: str) -> dict[str, object]:
    verdict = etle_guard.check(text)
    return {"reasons": [one.reason(lang) for one in verdict.evidence], "advice": verdict.advice(lang)}
