"""Whole messages with the level that an expert gave, written before the program was seen."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

import etle_guard

GOLDEN = Path(__file__).parent / "golden"
MESSAGES = [json.loads(line) for line in (GOLDEN / "messages.jsonl").read_text(encoding="utf-8").splitlines()]
# Where the program differs from the expert, each with its reason; a row that no longer differs is an error.
KNOWN_MISSES = tomllib.loads((GOLDEN / "known_misses.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", MESSAGES, ids=[row["id"] for row in MESSAGES])
def test_message_gets_the_level_of_an_expert(row):
    sent = row.get("sent_on")
    verdict = etle_guard.check(
        row["text"],
        sender=row.get("sender"),
        attachments=row.get("attachments", ()),
        sent_on=date.fromisoformat(sent) if sent else None,
    )
    miss = KNOWN_MISSES.get(row["id"])
    expected = miss["level"] if miss else row["level"]
    mended = f"{row['id']} now gets the expert's level: take its row out of tests/golden/known_misses.toml"
    assert miss is None or row["level"] not in (verdict.level.label, miss["level"]), mended
    assert verdict.level.label == expected, f"{row['why']}: {[(one.rule, one.points) for one in verdict.evidence]}"


def test_misses_are_few():
    assert len(KNOWN_MISSES) <= len(MESSAGES) * 0.06


def test_every_rule_fires_once_and_keeps_silent_once():
    """Each card has a golden message that sets it off and one that does not."""
    from etle_guard.rulebook import default_rulebook

    fired: dict[str, int] = {}
    for row in MESSAGES:
        verdict = etle_guard.check(row["text"], sender=row.get("sender"), attachments=row.get("attachments", ()))
        for rule in {one.rule for one in verdict.evidence}:
            fired[rule] = fired.get(rule, 0) + 1
    missing = set(default_rulebook().cards) - set(fired)
    assert not missing and all(count < len(MESSAGES) for count in fired.values()), missing
