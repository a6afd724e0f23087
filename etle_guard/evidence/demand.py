"""What no real ticket notice demands: codes, papers, money to somebody's account, an answer at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etle_guard.evidence.account import account_to_pay
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
_TOLD = _CODES | {"identity"}  # nor there, if the text or the number is doubted
_TYPED = frozenset({"card", "password", "pin"})  # wanted only where there is a page, a file or somebody to send them to
_CHANNELS = frozenset({"send", "contact", "give", "apk"})
_URGING = PRESSING | {"deadline", "unpaid", "relief", "refund", "broker"}  # a bait presses too
_ANSWERING = frozenset({"contact", "send", "pay"})
_WANTING = _ANSWERING | {"unpaid", "broker"}
_DRIVING = PRESSING | {"deadline"}  # from a stranger who wants an answer or money, whatever the model hears
_THREATENING = frozenset({"threat", "unpaid"})  # together they press whatever the model hears
_BRINGING = "bring"
_BY_LINK = frozenset({"pay", "fill", "confirm", "amount", "password", "refund"})
_PAY_BY_LINK = frozenset({"pay"})
_BY_CHEAP_LINK = _PAY_BY_LINK | {"fill", "confirm"}
_STATE = "go.id"  # nobody else can register there
_ADDRESSES = frozenset({"ipv4", "ipv6"})  # hosts without a name cost nothing either
_SENDING = frozenset({"send", "transfer"})
_ASKING = frozenset({"send", "give", "pay", "fill", "confirm"})
_REMOTE = "remote"
_NAMED = "scam-word"
_ASSEMBLING = "assemble"
_APP, _APK = "apk", "apk"  # the concept, which "aplikasi" has too, and the ending
_OPENING = frozenset({"open", "install", "download"})
_WARNING = frozenset({"warning", "never", "scam-word", "doubt"})
_NEAR = 60  # code points between a demand and what it asks for
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
    if not is_talk or (_is_strange(parsed) and not reading.stated.isdisjoint(_SENDING)):
        yield from _transfer(parsed, rulebook)
    if not is_talk or reading.strength < CLEARLY_OTHER:
        yield from _by_link(parsed, rulebook)


def _asked(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """An OTP, PIN or card asked for; a photo of papers; an answer at once; a trick. Not where the text forbids it."""
    hits = parsed.reading.said
    has_channel = bool(parsed.links or parsed.attachments) or not parsed.reading.stated.isdisjoint(_CHANNELS)
    for rule, wanted in _SECRETS.items():
        within = _FAR if parsed.reading.topic == "scam" else _NEAR
        asked = asked_for(wanted if has_channel else wanted - _TYPED, hits, within)
        if asked is None:
            told = _TOLD if _is_doubted(parsed) else _CODES if is_stranger(parsed) else frozenset()
            asked = next((hit for hit in hits if hit.concept in wanted & told), None)
        if asked is not None:
            yield _found(rule, asked, parsed, rulebook)
    urging = what_presses(parsed)
    if urging is not None:
        yield _found("notice.presses", urging, parsed, rulebook)
    yield from _tricks(parsed, rulebook)


def _transfer(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """Money to somebody's account, whatever the tone, unless a friend asks in plain talk."""
    account = account_to_pay(parsed, is_doubted=_is_doubted(parsed))
    if account is not None:
        yield _found("notice.transfer", account, parsed, rulebook)


def _tricks(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """A link or a file's name to be put together by hand, so that no filter sees it; an application to be opened."""
    said = parsed.reading.said
    assembling = next((hit for hit in said if hit.concept == _ASSEMBLING), None)
    if assembling is not None:
        yield _found("notice.assembles", assembling, parsed, rulebook)
    text = parsed.message.text
    app = next((hit for hit in said if hit.concept == _APP and _APK in ascii_lower(text[hit.start : hit.end])), None)
    if app is None or not is_stranger(parsed) or _is_near(app, _WARNING, parsed.reading.concepts):
        return
    if _is_near(app, _OPENING, said):
        yield _found("notice.app", app, parsed, rulebook)


def what_presses(parsed: Parsed) -> ConceptHit | None:
    """What a stranger presses with who wants an answer or money: a term or threat, or anything where it may be a scam.

    So does a sender of whom nothing is known, where it may be one. Who asks to bring papers presses nobody.
    """
    reading = parsed.reading
    said = reading.stated
    if _BRINGING in said or not _is_strange(parsed):
        return None
    is_unknown = is_stranger(parsed)
    is_wanting = reading.may_be_scam and not said.isdisjoint(_WANTING if is_unknown else _ANSWERING)
    is_driving = is_unknown and not (said.isdisjoint(_ANSWERING) or said.isdisjoint(_DRIVING))
    if not (is_wanting or is_driving or said >= _THREATENING):
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
    return _is_near(hit, _ASKING, hits, within)


def _is_near(hit: ConceptHit, wanted: frozenset[str], hits: Sequence[ConceptHit], within: int = _NEAR) -> bool:
    return any(other.concept in wanted and abs(other.start - hit.start) <= within for other in hits)


def _is_doubted(parsed: Parsed) -> bool:
    """Whether a number sent it that stands in no address book, or no contact a text that surely reads as a scam."""
    reads_so = parsed.reading.topic == "scam" and parsed.reading.strength >= CLEARLY_OTHER and _is_strange(parsed)
    return parsed.sender.kind in STRANGERS or (reads_so and _NAMED not in parsed.reading.stated)


def _is_strange(parsed: Parsed) -> bool:
    """Whether a stranger sent it, or somebody of whom nothing is known."""
    return is_stranger(parsed) or parsed.sender.kind == "none"


def _found(rule: str, hit: ConceptHit, parsed: Parsed, rulebook: Rulebook) -> Evidence:
    words = parsed.message.text[hit.start : hit.end]
    return finding(rulebook, rule, (hit.start, hit.end), words, words=words)
