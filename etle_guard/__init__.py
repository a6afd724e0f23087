"""Tells fraudulent traffic-ticket messages (ETLE, e-tilang, surat tilang) from honest ones, on your own machine.

>>> import etle_guard
>>> verdict = etle_guard.check("Denda tilang Anda belum dibayar: kejaksean.cc/id")
>>> verdict.level.label
'danger'
>>> verdict.links[0].target
'tilang.kejaksaan.go.id'
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from etle_guard.errors import EtleGuardError
from etle_guard.guard import judge, judge_url
from etle_guard.nouns import Evidence, Level, Message, Verdict
from etle_guard.rulebook import Rulebook, default_rulebook, own_rulebook

__all__ = [
    "EtleGuardError",
    "Evidence",
    "Level",
    "Message",
    "Rulebook",
    "Verdict",
    "check",
    "check_url",
    "own_rulebook",
]
__version__ = "0.1.0"


def check(
    text: str,
    *,
    sender: str | None = None,
    attachments: Sequence[str] = (),
    sent_on: date | None = None,
    rulebook: Rulebook | None = None,
) -> Verdict:
    """Judge one message.

    ``sender`` is a number or a name as shown, ``attachments`` are file names, ``sent_on`` the day it was sent: it
    decides which facts about channels and numbers held. Never raises on hostile text; TypeError on other types.
    """
    _need_text("text", text)
    if sender is not None:
        _need_text("sender", sender)
    if isinstance(attachments, str):
        raise TypeError(f"attachments is the string {attachments!r}, expected a sequence of file names")
    for name in attachments:
        _need_text("attachments", name)
    message = Message(text, sender, tuple(attachments), sent_on)
    return judge(message, default_rulebook() if rulebook is None else rulebook)


def check_url(url: str, *, rulebook: Rulebook | None = None) -> Verdict:
    """Judge one link or host, with or without a scheme.

    >>> check_url("https://etle-korlantas.info@evil.example/").level.label
    'danger'
    """
    _need_text("url", url)
    return judge_url(url, default_rulebook() if rulebook is None else rulebook)


def _need_text(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{name} is {value!r}, expected str")
