"""What the sender says. A number or name is never proof; it weighs only where the message is about a ticket."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from etle_guard.evidence.finding import finding
from etle_guard.evidence.speaker import claims_to_be_notice
from etle_guard.nouns import Evidence
from etle_guard.parse.message import Parsed
from etle_guard.parse.skeleton import ascii_lower
from etle_guard.rulebook import Rulebook

_IN_USE = frozenset({"published", "returned"})
_LATEST = "9999-12-31"  # a message without a date is judged by the newest facts


def sender_evidence(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """What is known of the number or name, as of the message's date."""
    sender = parsed.sender
    row = rulebook.numbers.get(sender.number)
    if row is not None:
        yield from _published(parsed, row, rulebook)
    elif sender.kind == "name":
        yield from _name(parsed, rulebook)
    elif claims_to_be_notice(parsed) and sender.kind == "foreign":
        yield finding(rulebook, "sender.foreign", None, sender.number, number=sender.number)
    elif claims_to_be_notice(parsed) and sender.kind == "indonesian":
        yield finding(rulebook, "sender.unlisted", None, sender.number, number=sender.number)


def _published(parsed: Parsed, row: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Evidence]:
    sent = parsed.message.sent_on
    period = period_at(row["period"], _LATEST if sent is None else sent.isoformat())
    if period is None:
        yield finding(rulebook, "sender.unlisted", None, parsed.sender.number, number=parsed.sender.number)
        return
    rule = "sender.published" if period["status"] in _IN_USE else "sender.retired"
    yield finding(rulebook, rule, None, parsed.sender.number, number=row["number"], since=period["from"])


def period_at(periods: list[Mapping[str, Any]], day: str) -> Mapping[str, Any] | None:
    """The period of a number that holds on a day (ISO date); None before the first."""
    begun = [period for period in periods if period["from"] <= day]
    return max(begun, key=lambda period: str(period["from"]), default=None)


def _name(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    row = rulebook.sender_names.get(ascii_lower(parsed.sender.text))
    if row is not None and row["status"] == "used-in-fraud" and claims_to_be_notice(parsed):
        yield finding(rulebook, "sender.name-used-in-fraud", None, parsed.sender.text, name=parsed.sender.text)
