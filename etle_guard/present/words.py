"""The sign of each face of a verdict, and which findings people are told."""

from __future__ import annotations

from collections.abc import Mapping

from etle_guard.nouns import Level, Verdict

_MOST_REASONS = 6
_HEADS = "text.report"  # weighs nothing, and yet turns heading and advice

SIGNS: Mapping[str, str] = {"clear": "○", "unchecked": "◐", "caution": "⚠", "danger": "⛔"}


def reasons(verdict: Verdict, lang: str) -> dict[str, str]:
    """The sentences that people are told, each with the rule that says it: the heaviest findings first.

    Those of no weight are told only where nothing weighs.
    """
    heard = [one for one in verdict.evidence if verdict.level > Level.CLEAR or not one.card.quiet]
    shown = [one for one in heard if one.points > 0] or [one for one in heard if one.card.kind in ("host", "sender")]
    told = {visible(one.reason(lang)): one.rule for one in shown}
    return dict(list(told.items())[:_MOST_REASONS])


def tone(verdict: Verdict) -> str:
    """The face whose colour fits: no message is green that holds a link to beware of."""
    return (
        "caution"
        if verdict.face == "clear" and any(link.level > Level.CLEAR for link in verdict.links)
        else verdict.face
    )


def rules_line(verdict: Verdict, told: Mapping[str, str], words: Mapping[str, str]) -> str:
    """The rules behind heading and reasons, by name, if any: whoever reports a false alarm needs them."""
    heard = [*told.values(), *(one.rule for one in verdict.evidence if one.rule == _HEADS)]
    return f"{words['rules']}: {', '.join(dict.fromkeys(heard))}" if heard else ""


def visible(text: str) -> str:
    """Control and direction characters shown as marks, so that a message cannot write over what we say."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
