"""Evidence: every rule looks at the parsed message and gives findings or none."""

from __future__ import annotations

from etle_guard.evidence.attachment import attachment_evidence
from etle_guard.evidence.demand import demand_evidence
from etle_guard.evidence.host import host_evidence
from etle_guard.evidence.notice import notice_evidence
from etle_guard.evidence.sender import sender_evidence
from etle_guard.evidence.text import text_evidence
from etle_guard.nouns import Evidence
from etle_guard.parse.message import Parsed
from etle_guard.rulebook import Rulebook

WITNESSES = (host_evidence, attachment_evidence, sender_evidence, demand_evidence, notice_evidence, text_evidence)


def collect(parsed: Parsed, rulebook: Rulebook) -> list[Evidence]:
    """Ask every witness, in the order of the table above; the same finding is kept once."""
    kept: dict[tuple[object, ...], Evidence] = {}
    for witness in WITNESSES:
        for one in witness(parsed, rulebook):
            kept.setdefault((one.rule, one.span, one.subject), one)
    return list(kept.values())
