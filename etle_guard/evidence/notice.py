"""What a ticket notice lacks, and what is known of the channels that notices come by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etle_guard.evidence.finding import finding
from etle_guard.evidence.speaker import claims_to_be_notice
from etle_guard.nouns import Evidence
from etle_guard.parse.message import Parsed
from etle_guard.rulebook import Rulebook

_PICTURES = frozenset({"jpg", "jpeg", "png", "webp", "heic"})
_PLATE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,2}[ -]?[0-9]{1,4}[ -]?[A-Z]{1,3}(?![A-Za-z0-9])")


def notice_evidence(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """Missing parts and channels, where a message claims to be a notice."""
    if claims_to_be_notice(parsed):
        yield from _missing(parsed, rulebook)
        yield from _channel(parsed, rulebook)


def _missing(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    met = parsed.reading.met
    present = {
        "notice.no-plate": has_plate(parsed.message.text),
        "notice.no-reference": "reference" in met,
        "notice.no-place": "place" in met,
        "notice.no-time": "time" in met,
        "notice.no-photo": "photo" in met or any(file.extension in _PICTURES for file in parsed.attachments),
    }
    yield from (finding(rulebook, rule) for rule, there in present.items() if not there)


def has_plate(text: str) -> bool:
    """Whether a number plate stands in a text: one or two letters, up to four digits, up to three letters."""
    return _PLATE.search(text) is not None


def _channel(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """The newest statement on channels up to the message's day."""
    sent = parsed.message.sent_on
    said = [row for row in rulebook.events if sent is None or row["date"] <= sent.isoformat()]
    if said:
        row = said[-1]
        yield finding(rulebook, "notice.channel", None, row["date"], since=row["date"], statement_id=row["summary_id"],
                      statement_en=row["summary_en"])  # fmt: skip
