"""The whole street: a message goes in, a verdict comes out."""

from __future__ import annotations

from etle_guard.evidence.collect import collect
from etle_guard.nouns import Message, Verdict
from etle_guard.parse.message import parse
from etle_guard.quick import is_plainly_clear, look_closely, nothing_found
from etle_guard.rulebook import Rulebook
from etle_guard.verdict import weigh


def judge(message: Message, rulebook: Rulebook) -> Verdict:
    """Parse, collect, weigh."""
    parsed = parse(message, rulebook)
    return weigh(parsed, collect(parsed, rulebook), rulebook)


def judge_url(url: str, rulebook: Rulebook) -> Verdict:
    """The same for one link or host alone; what has no host in it is unreadable, never clear."""
    return nothing_found(url, rulebook) if is_plainly_clear(url, rulebook) else look_closely(url, rulebook)
