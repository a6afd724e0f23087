"""Who seems to have sent a message: a number in one form, or a name."""

from __future__ import annotations

from etle_guard.nouns import Sender

_FILLERS = frozenset(" -.()\u00a0\u2010\u2011\u2012\u2013\u202a\u202c\u200e\u200f\u2066\u2069\t/")
_COUNTRY = "62"
_SHORT_CODE = 6  # Indonesian short codes have three to six digits


def parse_sender(text: str | None) -> Sender:
    """Read ``0878-1717-4000``, ``+62 878…``, ``62878…`` as ``+62878…``; anything with letters is a name."""
    shown = "" if text is None else text.strip(" \t\r\n~")
    digits = "".join(letter for letter in shown if letter not in _FILLERS)
    plus, bare = digits.startswith("+"), digits.removeprefix("+")
    if not (bare.isascii() and bare.isdigit()):
        return Sender(shown, "name" if shown else "none")
    if bare.startswith(_COUNTRY) and (plus or len(bare) >= 10):
        return Sender(shown, "indonesian", "+" + _COUNTRY + bare[len(_COUNTRY) :].lstrip("0"))
    if plus or bare.startswith("00"):
        return Sender(shown, "foreign", "+" + bare.removeprefix("00"))
    if len(bare) <= _SHORT_CODE:
        return Sender(shown, "short-code", bare)
    if bare.startswith("0"):
        return Sender(shown, "indonesian", "+" + _COUNTRY + bare.lstrip("0"))
    if bare.startswith("8") and len(bare) >= 9:
        return Sender(shown, "indonesian", "+" + _COUNTRY + bare)
    return Sender(shown, "foreign", "+" + bare)
