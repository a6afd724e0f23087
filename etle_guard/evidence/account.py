"""Money that is to go to somebody: the account, wallet or code, and what tells that it is one."""

from __future__ import annotations

from etle_guard.model.linear import ConceptHit
from etle_guard.parse.message import Parsed
from etle_guard.parse.skeleton import ascii_lower

_PAYING = frozenset({"pay", "transfer", "send", "amount"})
_ACCOUNT, _OWNER = "account", "personal-account"
_ACCOUNTS = frozenset({_ACCOUNT, _OWNER})
_BANK = "bank"  # stands for an account where an owner is named after it or a transfer is asked for
_QRIS = "qris"  # has no number
_CRYPTO = "crypto"  # money sent so has no number and does not come back
_TRANSFER = "transfer"  # before a number names an account, whatever the bank is called
_PLACES = _ACCOUNTS | {_BANK, _QRIS, _CRYPTO, _TRANSFER}
_FEWEST_DIGITS = 9
_BEFORE = 20  # code points before an account word in which its number may stand
_NEAR = 60  # code points between an account and its number or owner
_CLOSE = 16  # code points after a bank's name in which a number is its account, without any other sign
_AROUND = 40  # code points before it in which an office's number is called so
_GAP = 3  # spaces, dots and hyphens between two digits of a number: "0812 - 3456"
_DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_THIS_NUMBER = ("nomor ini", "no ini", "nmr ini")  # the sender's own, which he need not write
_OFFICES = ("briva", "va bri", "virtual account bri")  # a bank's number for one fine, which nobody else can be paid by


def account_to_pay(parsed: Parsed, *, is_doubted: bool = False) -> ConceptHit | None:
    """The account, wallet or code that money is to go to. From whom is doubted, no word of paying is needed."""
    said = parsed.reading.stated
    if said.isdisjoint(_PAYING) and not said >= _ACCOUNTS and not is_doubted:
        return None
    hits = [hit for hit in parsed.reading.said if hit.concept in _PLACES]
    return next((hit for hit in hits if _is_somebodys(hit, parsed, is_doubted)), None)


def _is_somebodys(hit: ConceptHit, parsed: Parsed, is_doubted: bool) -> bool:
    """Whether a number stands beside an account, or an owner, and none of an office.

    From whom is doubted, the name of a bank is enough beside a number, QRIS alone, and a wallet beside its owner or for
    the sender's own number.
    """
    text, reading = parsed.message.text, parsed.reading
    around = ascii_lower(text[max(0, hit.start - _AROUND) : hit.end + _NEAR])
    if any(office in around for office in _OFFICES):
        return False
    owners = [other.start - hit.end for other in reading.said if other.concept == _OWNER]
    has_owner = any(0 < distance <= _NEAR for distance in owners)
    if hit.concept in (_QRIS, _CRYPTO):
        return hit.concept == _CRYPTO or has_owner or is_doubted
    if hit.concept == _TRANSFER:
        return is_doubted and _has_long_number(text[hit.end : hit.end + _NEAR])
    if hit.concept == _BANK and not (has_owner or is_doubted or _TRANSFER in reading.stated):
        return _has_long_number(text[hit.end : hit.end + _CLOSE])
    is_own = any(abs(distance) <= _NEAR for distance in owners) or any(words in around for words in _THIS_NUMBER)
    is_wallet = hit.concept == _ACCOUNT and is_doubted and is_own
    return is_wallet or _has_long_number(text[max(0, hit.start - _BEFORE) : hit.end + 2 * _NEAR], _BEFORE + _NEAR)


def _has_long_number(text: str, within: int = _NEAR) -> bool:
    """Nine digits or more, in figures or words, with few spaces, dots or hyphens between them.

    They stand ``within`` so many code points, where a digit in a word counts as one.
    """
    digits = gap = 0
    for letter in _in_figures(text)[:within]:
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
