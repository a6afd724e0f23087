"""How far two spellings are apart, and how far they may be."""

from __future__ import annotations

from rapidfuzz.distance import OSA


def near(text: str, word: str, limit: int) -> int | None:
    """Optimal string alignment distance up to ``limit``; None beyond it."""
    if abs(len(text) - len(word)) > limit:
        return None
    distance = OSA.distance(text, word, score_cutoff=limit)
    return distance if distance <= limit else None


def edit_limit(length: int) -> int:
    """How many edits a label of this length may be away: 0 up to 6 letters, 1 below 9, 2 below 13, else 3."""
    return 0 if length <= 6 else 1 if length < 9 else 2 if length < 13 else 3
