"""What stands between two spaces, piece by piece: a link, a word, a number, money, a plate or a code."""

from __future__ import annotations

# Suffixes by which a bare host is known in running text; those that are common words (``in``, ``it``) are not here.
_SUFFIX_LIST = """
com net org id info cc top xyz site online shop club live app vip icu cfd sbs qpon bond cyou rest buzz fun pro
biz co io me ly gl gd link click page pages dev lol win world today tech store space website work life asia cn
ru sg us uk tk ml ga cf gq pw su ca gr help support cloud mobi name ws cam autos monster quest digital services
center
"""

# First letters of Indonesian plates, by region of registration (Perkapolri 7/2021).
_PLATE_REGION_LIST = """
a b d e f g h k l m n p r s t w z aa ab ad ae ag ba bb bd be bg bh bk bl bm bn bp da db dc dd de dg dh dk dl dm
dn dp dr dt dw ea eb ed kb kh kt ku pa pb pt
"""

_SUFFIXES = frozenset(_SUFFIX_LIST.split())
PLATE_REGIONS = frozenset(_PLATE_REGION_LIST.split())
_MONEY_BEFORE = ("rp", "idr")
_MONEY_AFTER = ("rb", "ribu", "jt", "juta", "k")
LETTER_SIGNS = {"@": "a", "$": "s", "!": "i"}
_LONG_NUMBER = 9  # digits: telephone numbers, accounts and virtual accounts begin here


def link_token(core: str) -> str:
    """``U``, ``G`` or ``M`` for a link or an e-mail address, ``""`` for anything else."""
    plain = core.replace("[.]", ".").replace("(.)", ".")
    if "." not in plain:
        return "U" if "://" in plain else ""
    host = plain.partition("://")[2] or plain
    for sign in "/?#:":
        host = host.partition(sign)[0]
    name, at, domain = host.rpartition("@")
    labels = domain.split(".")
    if labels[-2:] == ["go", "id"] and len(labels) > 2:
        return "G"
    is_host = len(labels) > 1 and labels[-1] in _SUFFIXES and all(_is_label(label) for label in labels)
    if is_host and at and name and "://" not in plain:
        return "M"
    return "U" if is_host or "://" in plain else ""


def _is_label(label: str) -> bool:
    return label.replace("-", "").isalnum()


def piece_end(core: str, first: int) -> int:
    """Where a piece ends: signs that stand inside words and numbers belong to it."""
    last = first + 1
    while last < len(core):
        if not core[last].isalnum() and not _is_inside(core, first, last):
            return last
        last += 1
    return last


def _is_inside(core: str, first: int, place: int) -> bool:
    """Whether the sign at a place joins what stands beside it: jum'at, 150.000, e-tilang, b@yar."""
    before, sign, after = core[place - 1], core[place], core[place + 1]
    if sign == "'" or sign in LETTER_SIGNS:
        return before.isalpha() and after.isalpha()
    if before.isdigit() and after.isdigit():
        return sign in ".,-"
    return sign == "-" and core[first:place] == "e" and after.isalpha()


def piece_text(piece: str) -> str:
    """A word as it stands, without signs; a number or a code as its token."""
    if piece.isalpha():
        return piece
    letters = [LETTER_SIGNS.get(sign, sign) for sign in piece if sign.isalnum() or sign in LETTER_SIGNS]
    plain = "".join(letters)
    if plain.isdigit():
        return "T" if len(plain) >= _LONG_NUMBER else "0" * min(len(plain), 4)
    return plain if plain.isalpha() else _mixed_text(plain)


def _mixed_text(piece: str) -> str:
    """Letters with digits: money, a plate, a code, or a word that is left as it stands."""
    runs = _runs(piece)
    digits = sum(len(run) for run in runs if run.isdigit())
    if len(runs) == 2 and (runs[0] in _MONEY_BEFORE or (runs[0].isdigit() and runs[1] in _MONEY_AFTER)):
        return "R"
    if len(runs) == 3 and runs[0] in PLATE_REGIONS and 3 <= len(runs[1]) <= 4 and len(runs[2]) <= 3:
        return "P"
    return "X" if digits >= 3 and len(piece) - digits >= 2 and len(piece) >= 7 else piece


def _runs(piece: str) -> list[str]:
    """Letters and digits in turn."""
    found = [piece[0]]
    for sign in piece[1:]:
        if sign.isdigit() == found[-1].isdigit():
            found[-1] += sign
        else:
            found.append(sign)
    return found
