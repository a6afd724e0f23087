"""How a rule states what it found: one piece of evidence with the weight and wording of its card."""

from __future__ import annotations

from etle_guard.errors import RulebookError
from etle_guard.nouns import Evidence, Span
from etle_guard.rulebook import Rulebook


def finding(
    rulebook: Rulebook, rule: str, span: Span | None = None, subject: str | None = None, link: int | None = None,
    **detail: str,
) -> Evidence:  # fmt: skip
    """One finding of ``rule``. The rule's card must be in the rule book; ``detail`` fills its sentence."""
    card = rulebook.cards.get(rule)
    if card is None:
        raise RulebookError(f"rules.toml: rule {rule} is missing")
    return Evidence(rule, card.points, span, subject, detail, link, card)
