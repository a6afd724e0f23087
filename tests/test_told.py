"""What people are told about a verdict: whole sentences that fit what was found, the same in both languages."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

import etle_guard
from etle_guard.nouns import day_in
from etle_guard.pack import export
from etle_guard.present.page import page
from etle_guard.present.terminal import show
from etle_guard.present.words import reasons
from etle_guard.rulebook import default_rulebook, model_path

ROOT = Path(__file__).parents[1]
BARE = "Selamat siang, ini surat tilang Anda"
CHAT = "Besok jadi futsal jam delapan? Jangan lewat jalan protokol, ada operasi tilang."
CODE = "Untuk membatalkan tilang, kirimkan kode OTP yang baru masuk ke nomor ini."
MONEY = "Tilang bisa damai Pak, transfer 250 ribu ke rekening 7712003344 atas nama Rudi."
LINK = "Denda tilang Anda belum dibayar. Lunasi hari ini di kejaksean.cc/id agar STNK tidak diblokir."
WARNING = "Awas penipuan! Beredar SMS tilang palsu dengan tautan kejaksean[.]cc, jangan diklik ya."
LIVE_WARNING = "Hati-hati, beredar SMS palsu soal denda tilang dengan link kejaksean.cc/id. Jangan diklik!"
ABOUT = "This message warns of a fraud or asks about one."
OFFICIAL = "Konfirmasi tilang: https://konfirmasi-etle.polri.go.id"
RESEMBLES = "cek polri-club.com"
MESSAGES = (BARE, CHAT, CODE, MONEY, LINK, WARNING, LIVE_WARNING, OFFICIAL, RESEMBLES)


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


@pytest.mark.parametrize(
    "text, headline, first",
    [
        (CODE, "Do not give the code", "Give no code"),
        (MONEY, "Do not pay", "Send no money"),
        (LINK, "Do not open this", "Do not open the link"),
        (f"{CODE} Atau isi di kejaksean.cc/id", "Do not open this", "Do not open the link"),
        (f"{CODE} {OFFICIAL}", "Do not give the code", "Give no code"),
        (BARE, "Check first, do not trust it yet", "Do not reply"),
        (CHAT, "No sign of fraud was found", "Check for yourself"),
        (WARNING, "This message warns of a fraud. The link in it is dangerous", "Check for yourself"),
        (f'Ini asli nggak sih? "{LINK}"', f"{ABOUT} The link in it is dangerous", "Do not open the link"),
        (LIVE_WARNING, f"{ABOUT} The link in it is dangerous", "Do not open the link"),
    ],
)
def test_headline_and_first_step_fit_what_was_found(text: str, headline: str, first: str) -> None:
    verdict = etle_guard.check(text)
    assert verdict.headline("en").endswith(headline)
    assert verdict.advice("en")[0].startswith(first)


@pytest.mark.parametrize(
    "text, attachments, told, not_told",
    [
        (LIVE_WARNING, (), ["leave the link out"], ["reply", "report", "block", "Ask the sender"]),
        (LIVE_WARNING, ("Surat Tilang.apk",), ["reply", "then block"], ["leave the link out", "Ask the sender"]),
        (BARE, (), ["reply", "Ask the sender by a number that you already know"], ["report", "block"]),
        (LINK, (), ["reply", "then block"], ["Ask the sender", "leave the link out"]),
    ],
)
def test_only_who_sent_a_dangerous_message_is_to_be_blocked(
    text: str, attachments: tuple[str, ...], told: list[str], not_told: list[str]
) -> None:
    said = " ".join(etle_guard.check(text, attachments=attachments).advice("en"))
    assert [one for one in told if one not in said] == [one for one in not_told if one in said] == []


def test_the_rule_behind_the_heading_of_a_warning_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    show(etle_guard.check(LIVE_WARNING), "en", default_rulebook().words["en"])
    assert "Rules: host.imitates, text.report" in capsys.readouterr().out


def test_a_clear_message_that_could_not_be_read_whole_says_so() -> None:
    assert etle_guard.check("halo " * 1000).headline("id").startswith("Belum dicek penuh")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_level_has_one_name(lang: str) -> None:
    book = default_rulebook()
    for heading in book.counsel.headings:
        assert heading.says[lang].startswith(book.words[lang].get(heading.level, "") + "."[: heading.level != "clear"])


def test_headings_name_what_can_be_found_and_end_without_condition() -> None:
    book = default_rulebook()
    known = {*book.cards, "opens", "dangerous-link", "danger", "speaks-of-fraud"}
    headings = book.counsel.headings
    rows = {level: [one for one in headings if one.level == level] for level in ("clear", "caution", "danger")}
    assert all(known.issuperset(one.when + one.unless) for one in headings)
    assert all(not found[-1].when + found[-1].unless for found in rows.values())
    assert all(known.issuperset(step.when + step.unless) for steps in book.counsel.steps.values() for step in steps)


def test_a_page_about_a_warning_is_not_green_and_takes_no_link_apart_twice() -> None:
    shown = page(etle_guard.check(WARNING), etle_guard.Message(WARNING), "id", default_rulebook())
    assert '<h1 class="caution">○ Pesan ini memperingatkan penipuan.' in shown
    assert "kejaksean[.]cc" in shown and "[[" not in shown


def test_days_are_told_as_people_say_them() -> None:
    verdict = etle_guard.check(OFFICIAL, sender="0823-3334-3250")
    said = {lang: " ".join(one.reason(lang) for one in verdict.evidence) for lang in ("id", "en")}
    assert "sejak 9 Mei 2024" in said["id"] and "since 9 May 2024" in said["en"]
    assert day_in("2026-12-01", "id") == "1 Desember 2026" and day_in("", "en") == "" and day_in("?", "en") == "?"


@pytest.mark.parametrize("lang, verb", [("id", "mirip dengan"), ("en", "resembles")])
def test_the_link_line_has_the_verb_of_the_reason(lang: str, verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    show(etle_guard.check(RESEMBLES), lang, default_rulebook().words[lang])
    printed = " ".join(capsys.readouterr().out.replace("│", " ").split())
    assert printed.count(f"{verb} konfirmasi-etle.polri.go.id") == 2
    assert "Rules: host.resembles" in printed or "Aturan: host.resembles" in printed


def test_both_languages_tell_the_same(tmp_path: Path) -> None:
    export(tmp_path, model_path())
    command = ["node", str(ROOT / "tests" / "told.mjs"), str(tmp_path)]
    done = subprocess.run(command, input=json.dumps(MESSAGES).encode(), capture_output=True, check=True)
    assert json.loads(done.stdout) == [told(text, lang) for text in MESSAGES for lang in ("id", "en")]


def told(text: str, lang: str) -> dict[str, object]:
    verdict = etle_guard.check(text)
    reasons = [one.reason(lang) for one in verdict.evidence]
    likeness = [link.likeness for link in verdict.links]
    return {
        "headline": verdict.headline(lang),
        "reasons": reasons,
        "advice": verdict.advice(lang),
        "likeness": likeness,
    }
