"""The golden messages are well formed, so that a wrong line cannot pass for a wrong verdict."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

MESSAGES = Path(__file__).parent / "golden" / "messages.jsonl"
CORPUS = Path(__file__).parents[1] / "models" / "corpus"
KEYS = ("id", "why", "text", "sender", "attachments", "sent_on", "level")
NEEDED = {"id", "why", "text", "level"}
LEVELS = {"clear", "caution", "danger"}
# A present-tense fact says what is; these words say what ought to be, will be or was.
NOT_PRESENT = re.compile(r"\b(should|must|shall|will|would|was|were|had|did|harus)\b", re.IGNORECASE)
# JSON lines are read back raw: only what UTF-8 or JSON cannot hold is written as an escape.
NEEDLESS_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\u(?!d[89a-f]|00[01])[0-9a-f]{4}", re.IGNORECASE)


def lines() -> list[str]:
    return MESSAGES.read_bytes().decode("utf-8").removesuffix("\n").split("\n")


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines()]


def test_every_line_is_an_object_with_known_keys_in_order() -> None:
    for row in rows():
        assert list(row) == [key for key in KEYS if key in row], row["id"]
        assert set(row) >= NEEDED, row["id"]


def test_ids_are_unique_and_count_upwards() -> None:
    found = [row["id"] for row in rows()]
    assert found == [f"m{n:03d}" for n in range(1, len(found) + 1)]


def test_why_is_one_short_fact_in_the_present_tense() -> None:
    for row in rows():
        assert 0 < len(row["why"]) < 70, row["id"]
        assert "\n" not in row["why"], row["id"]
        assert not NOT_PRESENT.search(row["why"]), row["id"]


def test_no_two_reasons_are_alike() -> None:
    assert [why for why, n in Counter(row["why"] for row in rows()).items() if n > 1] == []


def test_no_two_messages_are_alike() -> None:
    seen = Counter((row["text"], tuple(row.get("attachments", ()))) for row in rows())
    assert [message for message, n in seen.items() if n > 1] == []


def test_optional_keys_are_left_out_where_empty() -> None:
    for row in rows():
        assert all(row[key] for key in ("sender", "attachments", "sent_on") if key in row), row["id"]


def test_values_have_the_types_of_a_message() -> None:
    for row in rows():
        assert isinstance(row["text"], str), row["id"]
        assert isinstance(row.get("sender", ""), str), row["id"]
        assert all(isinstance(name, str) for name in row.get("attachments", [])), row["id"]
        assert date.fromisoformat(row.get("sent_on", "2026-01-01")), row["id"]


def test_levels_are_the_three_levels() -> None:
    assert {row["level"] for row in rows()} == LEVELS


def test_there_are_enough_messages_and_enough_clear_ones() -> None:
    levels = Counter(row["level"] for row in rows())
    assert levels.total() >= 320
    assert levels["clear"] >= 100


def test_characters_stand_unescaped() -> None:
    assert [line[:12] for line in lines() if NEEDLESS_ESCAPE.search(line)] == []


def test_the_model_has_not_learnt_a_golden_message() -> None:
    """No corpus row shares half of the word triples of a golden message; links and very short texts aside."""
    corpus = [row for file in sorted(CORPUS.glob("*.jsonl")) for row in map(json.loads, file.open(encoding="utf-8"))]
    learnt = [(row["id"], _triples(row["text"])) for row in corpus]
    for row in rows():
        ours = _triples(row["text"])
        near = [id for id, theirs in learnt if min(len(ours), len(theirs)) >= 5 and _overlap(ours, theirs) >= 0.5]
        assert not near, (row["id"], near)


def _triples(text: str) -> set[tuple[str, ...]]:
    words = [word.strip(".,:;!?\"'()") for word in text.lower().split()]
    words = [word for word in words if word and "." not in word and "/" not in word]
    return set(zip(words, words[1:], words[2:], strict=False))


def _overlap(ours: set[tuple[str, ...]], theirs: set[tuple[str, ...]]) -> float:
    return len(ours & theirs) / min(len(ours), len(theirs))
