"""What the text model says, as one witness among the others."""

from __future__ import annotations

from collections.abc import Iterator

from etle_guard.evidence.finding import finding
from etle_guard.nouns import Evidence
from etle_guard.parse.message import Parsed
from etle_guard.rulebook import Rulebook

_CLEARLY, _STRONG, _SURE_OF_OTHER = 1, 2, 3  # bands of the margin
_OBFUSCATED = 3  # three hidden letters in one message: no honest sender produces them (classifier measurements)
_MOST_WORDS = 4


def text_evidence(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """What the message is about, what it wants, and whether its words are hidden."""
    reading = parsed.reading
    if reading.about_ticket:
        yield finding(rulebook, "text.ticket")
    if reading.topic == "report" and reading.strength >= _CLEARLY:
        yield finding(rulebook, "text.report")
    if reading.topic == "scam":
        yield from _scam(parsed, rulebook)
    if reading.obfuscation >= _OBFUSCATED and (reading.about_ticket or reading.topic == "scam"):
        yield finding(rulebook, "text.obfuscated", None, None, count=str(reading.obfuscation))


def _scam(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    reading = parsed.reading
    words = ", ".join(f"“{word}”" for word, _ in reading.words[:_MOST_WORDS])
    if reading.about_ticket:
        rule = "text.scam-strong" if reading.strength >= _STRONG else "text.scam"
        yield finding(rulebook, rule, None, None, words=words)
    elif reading.strength >= _SURE_OF_OTHER:
        yield finding(rulebook, "text.other-scam", None, None, words=words)
