"""What people read around a verdict, in both languages, and which findings they are told."""

from __future__ import annotations

from collections.abc import Mapping

from etle_guard.nouns import Level, Verdict

_MOST_REASONS = 6

SIGNS: Mapping[Level, str] = {Level.CLEAR: "○", Level.CAUTION: "⚠", Level.DANGER: "⛔"}
WORDS: Mapping[str, Mapping[object, str]] = {
    "id": {
        Level.CLEAR: "Tidak ada tanda penipuan yang kami kenal",
        Level.CAUTION: "Waspada",
        Level.DANGER: "BERBAHAYA",
        "why": "Mengapa",
        "do": "Yang perlu dilakukan",
        "links": "Tautan",
        "opens": "membuka",
        "imitates": "meniru",
        "incomplete": "Belum diperiksa penuh: sebagian pesan tidak bisa dibaca.",
        "no_promise": "Ini bukan jaminan. Bila ragu, tanyakan langsung ke kantor polisi.",
    },
    "en": {
        Level.CLEAR: "No sign of fraud that we know",
        Level.CAUTION: "Beware",
        Level.DANGER: "DANGER",
        "why": "Why",
        "do": "What to do",
        "links": "Links",
        "opens": "opens",
        "imitates": "imitates",
        "incomplete": "Not fully checked: part of the message could not be read.",
        "no_promise": "This is no guarantee. If in doubt, ask at a police station.",
    },
}


def reasons(verdict: Verdict, lang: str) -> dict[str, str]:
    """The sentences that people are told, each with the rule that says it: the heaviest findings first.

    Those of no weight are told only where nothing weighs.
    """
    heard = [one for one in verdict.evidence if verdict.level > Level.CLEAR or not one.card.quiet]
    shown = [one for one in heard if one.points > 0] or [one for one in heard if one.card.kind in ("host", "sender")]
    told = {visible(one.reason(lang)): one.rule for one in shown}
    return dict(list(told.items())[:_MOST_REASONS])


def visible(text: str) -> str:
    """Control and direction characters shown as marks, so that a message cannot write over what we say."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
