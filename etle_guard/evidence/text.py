"""What the text model says, as one witness among the others."""

from __future__ import annotations

from collections.abc import Iterator

from etle_guard.evidence.account import account_to_pay
from etle_guard.evidence.demand import asked_for, what_presses
from etle_guard.evidence.finding import finding
from etle_guard.evidence.host import leads_elsewhere, leads_on
from etle_guard.evidence.speaker import PRESSING
from etle_guard.lookalike.targets import is_cheap
from etle_guard.nouns import Evidence
from etle_guard.parse.message import Parsed
from etle_guard.parse.report import is_contact
from etle_guard.rulebook import Rulebook

_STRONG, _BEYOND_DOUBT = 2, 3  # bands of the margin
_BY_STRENGTH = ("text.scam-unsure", "text.scam", "text.scam-strong")
_MOST_WORDS = 4
_PRESSING = frozenset(
    {"fine", "unpaid", "violation", "threat", "final", "pay", "transfer", "account", "bank", "card", "pin", "identity",
     "vehicle", "refund", "fill"}
)  # fmt: skip
_IS_IT_REAL = "is-it-real"
_VOUCH = "vouch"
_AGAINST = frozenset({"scam-word", "doubt", "negation", "is-it-real", "lacking"})
_SENTENCE_ENDS = ".!?\n"
_SHORTLY = 50  # code points before a link in which it is called official
_SECRETS = frozenset({"otp", "pin", "card", "mothers-name"})
_DEMANDING = frozenset({"pay", "otp", "card", "pin", "identity", "personal-account", "prize"})
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
        if _IS_IT_REAL in reading.met:
            yield finding(rulebook, "text.asks")
        yield from _vouches(parsed, rulebook)
    if reading.topic == "scam" or not parsed.is_report:
        yield from _scam(parsed, rulebook)
    if parsed.hides_letters and (reading.about_ticket or reading.topic == "scam"):
        rule = "text.obfuscated-scam" if reading.topic == "scam" else "text.obfuscated"
        yield finding(rulebook, rule, None, None, count=str(reading.obfuscation))


def _vouches(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """A word such as "official" before a link that leads elsewhere, in its sentence, and no word of doubt beside it."""
    end = 0
    for index, link in enumerate(parsed.links):
        start, end = _sentence_start(parsed.message.text, end, link.span[0]), link.span[1]
        if not leads_elsewhere(link, rulebook):
            continue
        before = [hit for hit in parsed.reading.concepts if start <= hit.start < link.span[0]]
        if any(hit.concept == _VOUCH and not hit.negated for hit in before) and not any(
            hit.concept in _AGAINST for hit in before
        ):
            yield finding(rulebook, "text.vouches", link.span, link.host.ascii, index, host=link.host.ascii)


def _sentence_start(text: str, earliest: int, place: int) -> int:
    """Where the sentence of a place begins, not before ``earliest`` and not more than ``_SHORTLY`` before it."""
    start = max(earliest, place - _SHORTLY)
    return max(start, *(text.rfind(sign, start, place) + 1 for sign in _SENTENCE_ENDS))


def _telling_words(parsed: Parsed) -> list[str]:
    """What a person recognises as pressure or demand, as written, in the order of the text."""
    text = parsed.message.text
    hits = [hit for hit in parsed.reading.said if hit.concept in _TELLING]
    return list(dict.fromkeys(text[hit.start : hit.end] for hit in hits))[:_MOST_WORDS]


def _demands_something(parsed: Parsed) -> bool:
    """Whether the text asks for money, a code, papers, or for something to be opened."""
    return not parsed.reading.stated.isdisjoint(_DEMANDING)


def _scam(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """What the model hears; where it only may be a scam, somebody has to press, too."""
    rule = _scam_rule(parsed, rulebook)
    if rule is not None:
        yield finding(rulebook, rule, None, None, words=", ".join(f"“{words}”" for words in _telling_words(parsed)))


def _scam_rule(parsed: Parsed, rulebook: Rulebook) -> str | None:
    reading = parsed.reading
    strength = reading.strength if reading.topic == "scam" else 0
    if not reading.about_ticket:
        return "text.other-scam" if reading.may_be_scam and _is_other_scam(parsed, strength, rulebook) else None
    if reading.topic != "scam" and what_presses(parsed) is None:
        return None
    return _BY_STRENGTH[min(strength, _STRONG - _is_spared(parsed))]


def _is_spared(parsed: Parsed) -> bool:
    """Whether words alone are no reason to doubt a contact: he presses nobody, and the model is not beyond doubt."""
    reading = parsed.reading
    presses = reading.strength >= _BEYOND_DOUBT or not reading.stated.isdisjoint(PRESSING)
    return is_contact(parsed.sender, reading) and not presses


def _is_other_scam(parsed: Parsed, strength: int, rulebook: Rulebook) -> bool:
    """Whether a text without a ticket is surely a scam, or likely one that asks for a secret, money or a click."""
    if parsed.reading.topic == "short" or parsed.reading.strength > strength:
        return False
    if strength >= _BEYOND_DOUBT and _demands_something(parsed):
        return True
    hits = parsed.reading.said
    wants = asked_for(_SECRETS, hits) is not None or account_to_pay(parsed) is not None
    elsewhere = [link for link in parsed.links if leads_elsewhere(link, rulebook)]
    cheap = any(is_cheap(link.host, rulebook.targets) for link in elsewhere)
    presses = bool(elsewhere) and not parsed.reading.stated.isdisjoint(_PRESSING)
    hidden = any(leads_on(link, rulebook) for link in elsewhere)
    return (strength > 0 and (wants or (presses and hidden))) or (presses and (cheap or strength >= _STRONG))
