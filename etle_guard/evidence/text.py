"""What the text model says, as one witness among the others."""

from __future__ import annotations

from collections.abc import Iterator

from etle_guard.evidence.finding import finding
from etle_guard.evidence.host import leads_elsewhere
from etle_guard.evidence.notice import account_to_pay, asked_for
from etle_guard.lookalike.targets import is_cheap
from etle_guard.nouns import Evidence
from etle_guard.parse.message import Parsed
from etle_guard.rulebook import Rulebook

_STRONG, _SURE_OF_OTHER = 2, 3  # bands of the margin
_MOST_WORDS = 4
_PRESSING = frozenset(
    {"fine", "unpaid", "violation", "threat", "final", "pay", "transfer", "account", "bank", "card", "pin", "identity",
     "vehicle", "refund", "fill"}
)  # fmt: skip
_IS_IT_REAL = "is-it-real"
_SECRETS = frozenset({"otp", "pin", "card"})
_DEMANDING = frozenset({"pay", "transfer", "otp", "card", "pin", "identity", "install", "personal-account", "prize"})
_TELLING = frozenset(
    {"unpaid", "threat", "deadline", "final", "pay", "transfer", "otp", "card", "pin", "password", "identity", "click",
     "open", "install", "download", "personal-account", "refund", "relief", "prize"}
)  # fmt: skip


def text_evidence(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """What the message is about, what it wants, and whether its words are hidden."""
    reading = parsed.reading
    if reading.about_ticket:
        yield finding(rulebook, "text.ticket")
    if parsed.is_report:
        yield finding(rulebook, "text.report")
        if any(hit.concept == _IS_IT_REAL for hit in reading.concepts):
            yield finding(rulebook, "text.asks")
    if reading.topic == "scam":
        yield from _scam(parsed, rulebook)
    if parsed.hides_letters and (reading.about_ticket or reading.topic == "scam"):
        yield finding(rulebook, "text.obfuscated", None, None, count=str(reading.obfuscation))


def _telling_words(parsed: Parsed) -> list[str]:
    """What a person recognises as pressure or demand, as written, in the order of the text."""
    text = parsed.message.text
    hits = [hit for hit in parsed.reading.concepts if hit.concept in _TELLING and not hit.negated]
    return list(dict.fromkeys(text[hit.start : hit.end] for hit in hits))[:_MOST_WORDS]


def _demands_something(parsed: Parsed) -> bool:
    """Whether the text asks for money, a code, papers, or for something to be opened."""
    return any(hit.concept in _DEMANDING and not hit.negated for hit in parsed.reading.concepts)


def _scam(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    reading = parsed.reading
    words = ", ".join(f"“{words}”" for words in _telling_words(parsed))
    if reading.about_ticket and reading.strength > 0:
        rule = "text.scam-strong" if reading.strength >= _STRONG else "text.scam"
        yield finding(rulebook, rule, None, None, words=words)
    elif not reading.about_ticket and _is_other_scam(parsed, rulebook):
        yield finding(rulebook, "text.other-scam", None, None, words=words)


def _is_other_scam(parsed: Parsed, rulebook: Rulebook) -> bool:
    """Whether a text without a ticket is surely a scam, or likely one that asks for a secret, money or a click."""
    strength = parsed.reading.strength
    if strength >= _SURE_OF_OTHER and _demands_something(parsed):
        return True
    hits = [hit for hit in parsed.reading.concepts if not hit.negated]
    wants = asked_for(_SECRETS, hits) is not None or account_to_pay(hits, parsed.message.text) is not None
    elsewhere = [link for link in parsed.links if leads_elsewhere(link, rulebook)]
    cheap = any(is_cheap(link.host, rulebook.targets) for link in elsewhere)
    presses = bool(elsewhere) and any(hit.concept in _PRESSING for hit in hits)
    return cheap or (strength > 0 and (wants or presses))
