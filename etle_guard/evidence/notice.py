"""What a ticket notice lacks, and what no real one demands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etle_guard.evidence.finding import finding
from etle_guard.evidence.host import leads_elsewhere
from etle_guard.lookalike.targets import is_cheap
from etle_guard.model.linear import ConceptHit
from etle_guard.nouns import Evidence
from etle_guard.parse.message import Parsed
from etle_guard.parse.skeleton import ascii_lower
from etle_guard.rulebook import Rulebook

_CLAIMS = frozenset({"official-claim", "confirm", "greeting", "unpaid", "deadline", "threat"})
_SECRETS = {
    "notice.secret": frozenset({"otp", "pin", "password", "card", "mothers-name"}),
    "notice.identity": frozenset({"identity"}),
}
_PRESSING = frozenset({"threat", "final"})
_URGING = _PRESSING | {"deadline", "unpaid", "relief", "refund"}  # a bait presses too
_ANSWERING = frozenset({"contact", "send", "pay"})
_BRINGING = "bring"
_BY_LINK = frozenset({"pay", "fill", "confirm", "amount"})
_PAY_BY_LINK = frozenset({"pay"})
_BY_CHEAP_LINK = _PAY_BY_LINK | {"fill", "confirm"}
_ADDRESSES = frozenset({"ipv4", "ipv6"})  # hosts without a name cost nothing either
_ASKING = frozenset({"send", "give", "pay", "fill", "confirm"})
_PAYING = frozenset({"pay", "transfer", "send", "amount"})
_ACCOUNTS = frozenset({"account", "personal-account"})
_OWNED = frozenset({"bank", "qris"})  # stand for an account where an owner is named after them
_OWNER = "personal-account"
_QRIS = "qris"
_BANK = "bank"
_CRYPTO = "crypto"  # money sent so has no number and does not come back
_AUTHORITIES = frozenset({"police", "prosecutor", "court"})
_OFFICES = _AUTHORITIES | {"traffic", "ticket"}
# A stranger who names them beside a ticket, or who is called after one, speaks for them.
_SPEAKING_FOR = frozenset({"police", "prosecutor", "ticket"})
_PARTS = frozenset({"reference", "plate"})  # who names both speaks as a notice
_STRANGERS = frozenset({"indonesian", "foreign"})  # kinds of senders: numbers that stand in no address book
_ACCOUNT_DIGITS = 9
_TALK = frozenset({"other", "report"})  # topics of texts that are no scam by their words
_CLEARLY_OTHER = 2  # band of the margin from which words such as "card" belong to help pages and contracts
_BEFORE = 20  # code points before an account word in which its number may stand
_PICTURES = frozenset({"jpg", "jpeg", "png", "webp", "heic"})
_PLATE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,2}[ -]?[0-9]{1,4}[ -]?[A-Z]{1,3}(?![A-Za-z0-9])")
_NEAR = 60  # code points between a demand and what it asks for, an account and its number or owner
_FAR = 100  # the same between a demand and what it asks for, where the text reads like a scam


def claims_to_be_notice(parsed: Parsed) -> bool:
    """Whether the message speaks as an office that gives somebody a ticket."""
    reading = parsed.reading
    if not reading.about_ticket or parsed.is_report or _is_friend(parsed):
        return False
    return reading.topic == "scam" or any(hit.concept in _CLAIMS for hit in reading.concepts)


def _is_friend(parsed: Parsed) -> bool:
    """Whoever stands in the address book, says "I", claims nothing and names no authority."""
    met = {hit.concept for hit in parsed.reading.concepts}
    is_named = parsed.sender.kind == "name" and not _is_stranger(parsed)
    return is_named and "first-person" in met and met.isdisjoint(_CLAIMS | _AUTHORITIES)


def notice_evidence(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """Missing parts where it claims to be a notice; demands wherever it is about a ticket."""
    reading = parsed.reading
    if not reading.about_ticket or parsed.is_report:
        return
    yield from _remote(parsed, rulebook)
    if not _is_plain_talk(parsed):
        yield from _demands(parsed, rulebook)
    if reading.topic == "scam" or reading.strength < _CLEARLY_OTHER:
        yield from _by_link(parsed, rulebook)
    if claims_to_be_notice(parsed):
        yield from _missing(parsed, rulebook)
        yield from _channel(parsed, rulebook)


def _is_plain_talk(parsed: Parsed) -> bool:
    """Whether the text is no scam, presses nobody, hides no letters, and is clear or speaks for nobody.

    A stranger's number that speaks as an office is heard in any case. Between friends the model's word is no reason to
    hear a demand.
    """
    reading = parsed.reading
    is_stranger = _is_stranger(parsed)
    met = {hit.concept for hit in reading.concepts}
    speaks_for = met | reading.sender if is_stranger else set()
    claims = not met.isdisjoint(_CLAIMS) or not _SPEAKING_FOR.isdisjoint(speaks_for)
    is_friend = _is_friend(parsed)
    if parsed.hides_letters or not (reading.topic in _TALK or is_friend) or met >= _PARTS:
        return False
    if not is_friend and ((is_stranger and claims) or (reading.strength < _CLEARLY_OTHER and (is_stranger or claims))):
        return False
    return not any(hit.concept in _PRESSING and not hit.negated for hit in reading.concepts)


def _is_stranger(parsed: Parsed) -> bool:
    """A number that stands in no address book, or a name such as "Admin ETLE" that speaks for an office."""
    return parsed.sender.kind in _STRANGERS or not parsed.reading.sender.isdisjoint(_OFFICES)


def _missing(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    concepts = {hit.concept for hit in parsed.reading.concepts}
    present = {
        "notice.no-plate": has_plate(parsed.message.text),
        "notice.no-reference": "reference" in concepts,
        "notice.no-place": "place" in concepts,
        "notice.no-time": "time" in concepts,
        "notice.no-photo": "photo" in concepts or any(file.extension in _PICTURES for file in parsed.attachments),
    }
    yield from (finding(rulebook, rule) for rule, there in present.items() if not there)


def has_plate(text: str) -> bool:
    """Whether a number plate stands in a text: one or two letters, up to four digits, up to three letters."""
    return _PLATE.search(text) is not None


def _is_digit(letter: str) -> bool:
    return "0" <= letter <= "9"


def _demands(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """An OTP, PIN or card asked for; money to somebody's account; a photo of papers. Not where the text forbids it."""
    hits = [hit for hit in parsed.reading.concepts if not hit.negated]
    for rule, wanted in _SECRETS.items():
        asked = asked_for(wanted, hits, _FAR if parsed.reading.topic == "scam" else _NEAR)
        if asked is not None:
            yield _demand(rule, asked, parsed, rulebook)
    is_doubted = parsed.reading.topic == "scam" or parsed.sender.kind in _STRANGERS
    account = account_to_pay(hits, parsed.message.text, is_doubted=is_doubted)
    if account is not None:
        yield _demand("notice.transfer", account, parsed, rulebook)
    urging = what_presses(parsed)
    if urging is not None:
        yield _demand("notice.presses", urging, parsed, rulebook)


def what_presses(parsed: Parsed) -> ConceptHit | None:
    """What a stranger presses with who wants an answer or money, in a text that may be a scam.

    Who asks to bring papers to a counter presses nobody.
    """
    reading = parsed.reading
    if not (reading.may_be_scam and _is_stranger(parsed)):
        return None
    hits = [hit for hit in reading.concepts if not hit.negated]
    said = {hit.concept for hit in hits}
    if said.isdisjoint(_ANSWERING) or _BRINGING in said:
        return None
    return next((hit for hit in hits if hit.concept in _URGING), None)


def _by_link(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """To pay, fill in or confirm where nobody vouches for the link; by a cheap one also in plain words."""
    elsewhere = [link for link in parsed.links if leads_elsewhere(link, rulebook)]
    cheap = any(is_cheap(link.host, rulebook.targets) or link.host.kind in _ADDRESSES for link in elsewhere)
    sure = parsed.reading.topic == "scam" and parsed.reading.strength > 0
    wanted = _BY_LINK if sure else _BY_CHEAP_LINK if cheap else _PAY_BY_LINK
    hit = next((hit for hit in parsed.reading.concepts if hit.concept in wanted and not hit.negated), None)
    if hit is None or not elsewhere:
        return
    if sure or parsed.reading.topic == "short" or cheap or parsed.sender.kind in _STRANGERS:
        yield _demand("notice.pay-by-link", hit, parsed, rulebook)


def _remote(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """A shared screen or a linked device: no talk about a ticket needs either."""
    for hit in parsed.reading.concepts:
        if hit.concept == "remote" and not hit.negated:
            yield _demand("notice.remote", hit, parsed, rulebook)
            return


def asked_for(wanted: frozenset[str], hits: list[ConceptHit], within: int = _NEAR) -> ConceptHit | None:
    """The first of the ``wanted`` concepts that a word of asking stands ``within`` so many code points of."""
    return next((hit for hit in hits if hit.concept in wanted and _is_asked_for(hit, hits, within)), None)


def _is_asked_for(hit: ConceptHit, hits: list[ConceptHit], within: int) -> bool:
    """Whether a word of asking stands near, and none of bringing stands before: papers are shown at a counter."""
    if any(other.concept == _BRINGING and 0 <= hit.start - other.start <= within for other in hits):
        return False
    return any(other.concept in _ASKING and abs(other.start - hit.start) <= within for other in hits)


def account_to_pay(hits: list[ConceptHit], text: str, *, is_doubted: bool = False) -> ConceptHit | None:
    """The account or wallet that money is to go to: with a number beside it, and no BRIVA.

    The name of a bank stands for an account where an owner is named after it or a transfer is asked for, and so does
    QRIS with an owner, which has no number. From whom is doubted, an account needs no word of paying, QRIS no owner.
    """
    met = {hit.concept for hit in hits}
    if met.isdisjoint(_PAYING) and not met.issuperset(_ACCOUNTS) and not is_doubted:
        return None
    owned = [hit.start for hit in hits if hit.concept == _OWNER]
    for hit in hits:
        near = text[max(0, hit.start - _BEFORE) : hit.end + _NEAR]
        is_owned = hit.concept in _OWNED and any(0 < start - hit.end <= _NEAR for start in owned)
        is_owned = is_owned or (hit.concept == _BANK and "transfer" in met) or (hit.concept == _QRIS and is_doubted)
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


def _demand(rule: str, hit: ConceptHit, parsed: Parsed, rulebook: Rulebook) -> Evidence:
    words = parsed.message.text[hit.start : hit.end]
    return finding(rulebook, rule, (hit.start, hit.end), words, words=words)


def _channel(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """The newest statement on channels up to the message's day."""
    sent = parsed.message.sent_on
    said = [row for row in rulebook.events if sent is None or row["date"] <= sent.isoformat()]
    if said:
        row = said[-1]
        yield finding(rulebook, "notice.channel", None, row["date"], since=row["date"], statement_id=row["summary_id"],
                      statement_en=row["summary_en"])  # fmt: skip
