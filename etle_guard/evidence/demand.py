"""What no real ticket notice demands: codes, papers, money to somebody's account, an answer at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etle_guard.evidence.finding import finding
from etle_guard.evidence.host import leads_elsewhere
from etle_guard.evidence.speaker import CLEARLY_OTHER, PRESSING, STRANGERS, is_plain_talk, is_stranger
from etle_guard.lookalike.targets import is_cheap
from etle_guard.model.linear import ConceptHit
from etle_guard.nouns import Evidence
from etle_guard.parse.message import Parsed
from etle_guard.parse.skeleton import ascii_lower
from etle_guard.rulebook import Rulebook

_SECRETS = {
    "notice.secret": frozenset({"otp", "pin", "password", "card", "mothers-name"}),
    "notice.identity": frozenset({"identity"}),
}
_CODES = frozenset({"otp", "pin"})  # beside a ticket a stranger need not even ask for them
_TYPED = frozenset({"card", "password"})  # wanted only where there is a page, a file or somebody to send them to
_CHANNELS = frozenset({"send", "contact", "give", "apk"})
_URGING = PRESSING | {"deadline", "unpaid", "relief", "refund"}  # a bait presses too
_ANSWERING = frozenset({"contact", "send", "pay"})
_THREATENING = frozenset({"threat", "unpaid"})  # together they press whatever the model hears
_BRINGING = "bring"
_BY_LINK = frozenset({"pay", "fill", "confirm", "amount", "password", "refund"})
_PAY_BY_LINK = frozenset({"pay"})
_BY_CHEAP_LINK = _PAY_BY_LINK | {"fill", "confirm"}
_STATE = "go.id"  # nobody else can register there
_ADDRESSES = frozenset({"ipv4", "ipv6"})  # hosts without a name cost nothing either
_ASKING = frozenset({"send", "give", "pay", "fill", "confirm"})
_PAYING = frozenset({"pay", "transfer", "send", "amount"})
_ACCOUNTS = frozenset({"account", "personal-account"})
_OWNED = frozenset({"bank", "qris"})  # stand for an account where an owner is named after them
_OWNER = "personal-account"
_QRIS = "qris"
_BANK = "bank"
_REMOTE = "remote"
_CRYPTO = "crypto"  # money sent so has no number and does not come back
_ACCOUNT_DIGITS = 9
_BEFORE = 20  # code points before an account word in which its number may stand
_NEAR = 60  # code points between a demand and what it asks for, an account and its number or owner
_FAR = 100  # the same between a demand and what it asks for, where the text reads like a scam


def demand_evidence(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """Demands, wherever a message is about a ticket and no report."""
    reading = parsed.reading
    if not reading.about_ticket or parsed.is_report:
        return
    yield from _remote(parsed, rulebook)
    is_talk = is_plain_talk(parsed)
    if not is_talk:
        yield from _asked(parsed, rulebook)
    if not is_talk or reading.strength < CLEARLY_OTHER:
        yield from _by_link(parsed, rulebook)


def _asked(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """An OTP, PIN or card asked for; money to somebody's account; a photo of papers. Not where the text forbids it."""
    hits = parsed.reading.said
    has_channel = bool(parsed.links or parsed.attachments) or not parsed.reading.stated.isdisjoint(_CHANNELS)
    for rule, wanted in _SECRETS.items():
        within = _FAR if parsed.reading.topic == "scam" else _NEAR
        asked = asked_for(wanted if has_channel else wanted - _TYPED, hits, within)
        if asked is None and parsed.sender.kind in STRANGERS:
            asked = next((hit for hit in hits if hit.concept in wanted & _CODES), None)
        if asked is not None:
            yield _found(rule, asked, parsed, rulebook)
    is_doubted = parsed.reading.topic == "scam" or parsed.sender.kind in STRANGERS
    account = account_to_pay(parsed, is_doubted=is_doubted)
    if account is not None:
        yield _found("notice.transfer", account, parsed, rulebook)
    urging = what_presses(parsed)
    if urging is not None:
        yield _found("notice.presses", urging, parsed, rulebook)


def what_presses(parsed: Parsed) -> ConceptHit | None:
    """What a stranger presses with who wants an answer or money, in a text that may be a scam.

    So does a sender of whom nothing is known. Who asks to bring papers to a counter presses nobody.
    """
    reading = parsed.reading
    said = reading.stated
    if _BRINGING in said or not (is_stranger(parsed) or parsed.sender.kind == "none"):
        return None
    is_wanting = reading.may_be_scam and not said.isdisjoint(_ANSWERING)
    if not (is_wanting or said >= _THREATENING):
        return None
    return next((hit for hit in reading.said if hit.concept in _URGING), None)


def _by_link(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """To pay, fill in or confirm where nobody vouches for the link; for a cheap link or a stranger plain words do."""
    elsewhere = [link for link in parsed.links if leads_elsewhere(link, rulebook)]
    if not elsewhere:
        return
    cheap = any(is_cheap(link.host, rulebook.targets) or link.host.kind in _ADDRESSES for link in elsewhere)
    is_doubted = cheap or (is_stranger(parsed) and any(link.host.suffix != _STATE for link in elsewhere))
    sure = parsed.reading.topic == "scam" and parsed.reading.strength > 0
    wanted = _BY_LINK if sure else _BY_CHEAP_LINK if is_doubted else _PAY_BY_LINK
    hit = next((hit for hit in parsed.reading.said if hit.concept in wanted), None)
    if hit is None:
        return
    if sure or is_doubted or parsed.reading.topic == "short":
        yield _found("notice.pay-by-link", hit, parsed, rulebook)


def _remote(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """A shared screen or a linked device: no talk about a ticket needs either."""
    hit = next((hit for hit in parsed.reading.said if hit.concept == _REMOTE), None)
    if hit is not None:
        yield _found("notice.remote", hit, parsed, rulebook)


def asked_for(wanted: frozenset[str], hits: Sequence[ConceptHit], within: int = _NEAR) -> ConceptHit | None:
    """The first of the ``wanted`` concepts that a word of asking stands ``within`` so many code points of."""
    return next((hit for hit in hits if hit.concept in wanted and _is_asked_for(hit, hits, within)), None)


def _is_asked_for(hit: ConceptHit, hits: Sequence[ConceptHit], within: int) -> bool:
    """Whether a word of asking stands near, and none of bringing stands before: papers are shown at a counter."""
    if any(other.concept == _BRINGING and 0 <= hit.start - other.start <= within for other in hits):
        return False
    return any(other.concept in _ASKING and abs(other.start - hit.start) <= within for other in hits)


def account_to_pay(parsed: Parsed, *, is_doubted: bool = False) -> ConceptHit | None:
    """The account or wallet that money is to go to: with a number beside it, and no BRIVA.

    The name of a bank stands for an account where an owner is named after it or a transfer is asked for, and so does
    QRIS with an owner, which has no number. From whom is doubted, an account needs no word of paying, QRIS no owner.
    """
    text, hits, said = parsed.message.text, parsed.reading.said, parsed.reading.stated
    if said.isdisjoint(_PAYING) and not said.issuperset(_ACCOUNTS) and not is_doubted:
        return None
    owned = [hit.start for hit in hits if hit.concept == _OWNER]
    for hit in hits:
        near = text[max(0, hit.start - _BEFORE) : hit.end + _NEAR]
        is_owned = hit.concept in _OWNED and any(0 < start - hit.end <= _NEAR for start in owned)
        is_owned = is_owned or (hit.concept == _BANK and "transfer" in said) or (hit.concept == _QRIS and is_doubted)
        is_account = (hit.concept in _ACCOUNTS or is_owned) and _has_long_number(near)
        if (is_account or hit.concept == _CRYPTO or (is_owned and hit.concept == _QRIS)) and "briva" not in ascii_lower(
            near
        ):
            return hit
    return None


def _has_long_number(text: str) -> bool:
    """Nine digits or more, with single spaces, dots or hyphens between them."""
    digits = gap = 0
    for letter in text:
        if _is_digit(letter):
            digits, gap = digits + 1, 0
            if digits >= _ACCOUNT_DIGITS:
                return True
        elif letter in " -." and gap == 0:
            gap = 1
        else:
            digits = 0
    return False


def _is_digit(letter: str) -> bool:
    return "0" <= letter <= "9"


def _found(rule: str, hit: ConceptHit, parsed: Parsed, rulebook: Rulebook) -> Evidence:
    words = parsed.message.text[hit.start : hit.end]
    return finding(rulebook, rule, (hit.start, hit.end), words, words=words)
