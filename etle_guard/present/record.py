"""A verdict as one JSON object on one line: the same bytes from both languages."""

from __future__ import annotations

import json
import re
from typing import Any

from etle_guard.nouns import Evidence, LinkVerdict, Verdict

_SURROGATE = re.compile("[\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def record(verdict: Verdict, id: str | int | None = None) -> dict[str, Any]:
    """The verdict as plain values, keys in the order of the contract."""
    return {
        "id": id,
        "level": verdict.level.label,
        "points": verdict.points,
        "topic": verdict.topic,
        "complete": verdict.complete,
        "links": [_link(link) for link in verdict.links],
        "evidence": [_evidence(one) for one in verdict.evidence],
    }


def _link(link: LinkVerdict) -> dict[str, Any]:
    return {
        "text": link.text,
        "span": list(link.span),
        "host": link.host,
        "level": link.level.label,
        "target": link.target,
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    span = None if one.span is None else list(one.span)
    return {"rule": one.rule, "points": one.points, "span": span, "subject": one.subject}


def json_line(value: dict[str, Any]) -> str:
    """One line of JSON: no spaces, nothing escaped but what JSON demands and lone surrogates."""
    text = _ENCODER.encode(value)
    return text if text.isascii() else _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
