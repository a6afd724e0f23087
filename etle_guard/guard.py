"""The whole street: a message goes in, a verdict comes out."""

from __future__ import annotations

from etle_guard.evidence.collect import collect
from etle_guard.nouns import Message, Verdict
from etle_guard.parse.message import parse
from etle_guard.rulebook import Rulebook
from etle_guard.verdict import weigh


def judge(message: Message, rulebook: Rulebook) -> Verdict:
    """Parse, collect, weigh."""
    parsed = parse(message, rulebook)
    return weigh(parsed, collect(parsed, rulebook), rulebook)
