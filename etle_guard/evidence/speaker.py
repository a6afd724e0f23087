"""Who speaks: an office, a stranger who speaks for one, or a friend."""

from __future__ import annotations

from etle_guard.parse.message import Parsed
from etle_guard.parse.report import OFFICES, is_contact

_CLAIMS = frozenset({"official-claim", "confirm", "greeting", "unpaid", "deadline", "threat"})
PRESSING = frozenset({"threat", "final"})
_AUTHORITIES = frozenset({"police", "prosecutor", "court"})
_FORMAL = _CLAIMS | _AUTHORITIES  # no friend speaks so
# A stranger who names them beside a ticket, or who is called after one, speaks for them.
_SPEAKING_FOR = frozenset({"police", "prosecutor", "ticket"})
_OFFICIAL = "official-claim"
_PARTS = frozenset({"reference", "plate"})  # who names both speaks as a notice
STRANGERS = frozenset({"indonesian", "foreign"})  # kinds of senders: numbers that stand in no address book
_REPORT = "report"
_TALK = frozenset({"other", _REPORT})  # topics of texts that are no scam by their words
CLEARLY_OTHER = 2  # band of the margin from which words such as "card" belong to help pages and contracts


def claims_to_be_notice(parsed: Parsed) -> bool:
    """Whether the message speaks as an office that gives somebody a ticket. A contact has to do so clearly."""
    reading = parsed.reading
    if not reading.about_ticket or parsed.is_report or _is_friend(parsed):
        return False
    if is_contact(parsed.sender, reading) and (reading.strength < CLEARLY_OTHER or _OFFICIAL not in reading.met):
        return False
    return reading.topic == "scam" or not reading.met.isdisjoint(_CLAIMS)


def is_plain_talk(parsed: Parsed) -> bool:
    """Whether the text is no scam, presses nobody, hides no letters, and is clear or speaks for nobody.

    A stranger's number that speaks as an office is heard in any case. Between friends the model's word is no reason to
    hear a demand; what it surely takes for a report demands nothing unless a stranger sends it.
    """
    reading = parsed.reading
    is_unknown = is_stranger(parsed)
    if reading.topic == _REPORT and reading.strength > 0 and not is_unknown:
        return True
    speaks_for = reading.met | reading.sender if is_unknown else frozenset()
    claims = not (reading.met.isdisjoint(_CLAIMS) and _SPEAKING_FOR.isdisjoint(speaks_for))
    is_friend = _is_friend(parsed)
    if parsed.hides_letters or not (reading.topic in _TALK or is_friend) or reading.met >= _PARTS:
        return False
    if not is_friend and ((is_unknown and claims) or (reading.strength < CLEARLY_OTHER and (is_unknown or claims))):
        return False
    return reading.stated.isdisjoint(PRESSING)


def _is_friend(parsed: Parsed) -> bool:
    """Whoever stands in the address book, says "I", claims nothing and names no authority."""
    met = parsed.reading.met
    return is_contact(parsed.sender, parsed.reading) and "first-person" in met and met.isdisjoint(_FORMAL)


def is_stranger(parsed: Parsed) -> bool:
    """A number that stands in no address book, or a name such as "Admin ETLE" that speaks for an office."""
    return parsed.sender.kind in STRANGERS or not parsed.reading.sender.isdisjoint(OFFICES)
