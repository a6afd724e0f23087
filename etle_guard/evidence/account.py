"""Money that is to go to somebody: the account, wallet or code, and what tells that it is one."""

from __future__ import annotations

from etle_guard.model.linear import ConceptHit
from etle_guard.parse.message import Parsed
from etle_guard.parse.skeleton import ascii_lower

_PAYING = frozenset({"pay", "transfer", "send", "amount"})
_ACCOUNTS = frozenset({"account", "personal-account"})
_OWNED = frozenset({"bank", "qris"})  # stand for an account where an owner is named after them
_OWNER = "personal-account"
_ACCOUNT = "account"
_QRIS = "qris"
_BANK = "bank"
_CRYPTO = "crypto"  # money sent so has no number and does not come back
_FEWEST_DIGITS = 9
_BEFORE = 20  # code points before an account word in which its number may stand
_NEAR = 60  # code points between an account and its number or owner
_GAP = 3  # spaces, dots and hyphens between two digits of a number: "0812 - 3456"
_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_OFFICE = "briva"  # a bank's number for one fine, which nobody else can be paid by


def account_to_pay(parsed: Parsed, *, is_doubted: bool = False) -> ConceptHit | None:
    """The account or wallet that money is to go to: with a number beside it, and no BRIVA.

    The name of a bank stands for an account where an owner is named after it or a transfer is asked for, and so does
    QRIS with an owner, which has no number. From whom is doubted, an account needs no word of paying, QRIS no owner, a
    bank no transfer, and a wallet with an owner no number.
    """
    text, hits, said = parsed.message.text, parsed.reading.said, parsed.reading.stated
    if said.isdisjoint(_PAYING) and not said.issuperset(_ACCOUNTS) and not is_doubted:
        return None
    owned = [hit.start for hit in hits if hit.concept == _OWNER]
    for hit in hits:
        near = text[max(0, hit.start - _BEFORE) : hit.end + _NEAR]
        has_owner = any(0 < start - hit.end <= _NEAR for start in owned)
        is_owned = hit.concept in _OWNED and has_owner
        is_owned = is_owned or (hit.concept == _BANK and ("transfer" in said or is_doubted))
        is_owned = is_owned or (hit.concept == _QRIS and is_doubted)
        is_account = (hit.concept in _ACCOUNTS or is_owned) and _has_long_number(near)
        is_wallet = hit.concept == _ACCOUNT and is_doubted and any(abs(start - hit.start) <= _NEAR for start in owned)
        is_code = hit.concept == _CRYPTO or (is_owned and hit.concept == _QRIS)
        if (is_account or is_wallet or is_code) and _OFFICE not in ascii_lower(near):
            return hit
    return None


def _has_long_number(text: str) -> bool:
    """Nine digits or more, in figures or words, with few spaces, dots or hyphens between them."""
    digits = gap = 0
    for letter in _in_figures(text):
        if "0" <= letter <= "9":
            digits, gap = digits + 1, 0
            if digits >= _FEWEST_DIGITS:
                return True
        elif letter in " -." and gap < _GAP:
            gap += 1
        else:
            digits = 0
    return False


def _in_figures(text: str) -> str:
    """``nol delapan satu`` as ``0 8 1``."""
    lower = ascii_lower(text)
    for digit, word in enumerate(_DIGITS):
        lower = lower.replace(word, str(digit))
    return lower
