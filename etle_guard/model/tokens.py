"""Folded text cut into tokens, by a scanner written by hand so that both languages cut alike.

Words stay in lower case; what is no word becomes one capital letter (folding leaves none in the text):

    U link   G link under .go.id   M e-mail address   K .apk   T nine digits or more   R sum of money
    P number plate   X code of letters and digits   Q question mark   Y quotation mark

Other numbers become one to four ``0``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from etle_guard.model.pieces import LETTER_SIGNS, PLATE_REGIONS, link_token, piece_end, piece_text
from etle_guard.parse.text import SYMBOL

_SENTENCE_ENDS = frozenset(".!?;:")
_SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\x7f"  # all of ASCII but letters and digits
_SINGLE_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_PLATE_NUMBERS = frozenset({"00", "000", "0000"})
# Quick looks, so that ordinary messages are not walked again.
_LETTER_SIGN = re.compile("[a-z][@$!][a-z]")
_SYLLABLE = re.compile("[a-z]-[a-z]{1,3}-[a-z]")
_SPELT = 4  # single letters in a row that make a word: "t i l a n g"
_SHORT_ROW = 3  # letters between two symbols or hyphens that are a part of a word: "ti~la~ng"
_FEWEST_SYLLABLES = 3  # "si-la-kan"
_SHORT_SPELT = frozenset({"apk", "atm", "cvv", "ktp", "otp", "pin", "sms"})  # and shorter rows that do


# A token, where it starts and ends in the folded text, and whether it opens a sentence; plain, because it is quick.
Token = tuple[str, int, int, bool]


class Scanned(NamedTuple):
    """The tokens of a text, and how many words were written with signs or as single letters."""

    tokens: list[Token]
    disguises: int


def scan(text: str) -> Scanned:
    """Cut folded text into tokens."""
    tokens: list[Token] = []
    start = 0
    for line in text.split("\n"):
        opens = True
        for chunk in line.split(" "):
            if chunk.isalpha():
                tokens.append((chunk, start, start + len(chunk), opens))
                opens = False
            elif chunk:
                read = _read_marked if SYMBOL in chunk else _read_chunk
                opens = read(chunk, start, opens, tokens)
            start += len(chunk) + 1
    has_sign = "!" in text or "@" in text or "$" in text
    disguises = _count_letter_signs(tokens, text) if has_sign and _LETTER_SIGN.search(text) else 0
    disguises += sum([SYMBOL in text[start:end] for _, start, end, _ in tokens]) if SYMBOL in text else 0
    if "-" in text and _SYLLABLE.search(text):
        disguises += sum([_is_in_syllables(text[start:end]) for _, start, end, _ in tokens])
    texts = {token[0] for token in tokens}
    if not _SINGLE_LETTERS.isdisjoint(texts):
        tokens, spelt = _join_spelt(tokens, text)
        disguises += spelt
    if not _PLATE_NUMBERS.isdisjoint(texts):
        tokens = _join_plates(tokens)
    return Scanned(tokens, disguises)


def _read_marked(chunk: str, start: int, opens: bool, tokens: list[Token]) -> bool:
    """Symbols between letters and short rows of them make one word; else they part words as a space does."""
    core = chunk.strip(_SIGNS)
    rows = [part for part in core.split(SYMBOL) if part]
    if len(rows) > 1 and all(row.isalpha() and len(row) <= _SHORT_ROW for row in rows):
        first = start + chunk.find(core)
        tokens.append(("".join(rows), first, first + len(core), opens))
        return False
    for part in chunk.split(SYMBOL):
        if part:
            opens = _read_chunk(part, start, opens, tokens)
        start += len(part) + 1
    return opens


def _read_chunk(chunk: str, start: int, opens: bool, tokens: list[Token]) -> bool:
    """Read what stands between two spaces; says whether the next token opens a sentence."""
    core = chunk.strip(_SIGNS)
    first = chunk.find(core) if core else len(chunk)
    last = first + len(core)
    after = chunk[last:] if core else chunk
    if '"' in chunk[:first] and core:
        tokens.append(("Y", start, start + first, False))
    if core.isalpha():
        tokens.append((core, start + first, start + last, opens))
    elif core:
        _read_core(core, start + first, opens, tokens)
    if after:
        _read_end(after, start + len(chunk), tokens)
    return not _SENTENCE_ENDS.isdisjoint(after) or (opens and not core)


def _read_end(after: str, end: int, tokens: list[Token]) -> None:
    """Quotation and question marks in what follows a word, or stands alone."""
    if '"' in after:
        tokens.append(("Y", end - len(after), end, False))
    if "?" in after:
        tokens.append(("Q", end - len(after), end, False))


def _read_core(core: str, start: int, opens: bool, tokens: list[Token]) -> None:
    link = link_token(core)
    if link:
        tokens.append((link, start, start + len(core), opens))
    elif _is_in_syllables(core):
        tokens.append((core.replace("-", ""), start, start + len(core), opens))
    else:
        _read_pieces(core, start, opens, tokens)
    if core.endswith(".apk"):
        tokens.append(("K", start + len(core) - 4, start + len(core), False))


def _is_in_syllables(core: str) -> bool:
    """Three or more short rows of letters with hyphens between: ``si-la-kan``."""
    rows = core.split("-")
    return len(rows) >= _FEWEST_SYLLABLES and all(row.isalpha() and len(row) <= _SHORT_ROW for row in rows)


def _read_pieces(core: str, start: int, opens: bool, tokens: list[Token]) -> None:
    first = 0
    while first < len(core):
        if not core[first].isalnum():
            first += 1
            continue
        last = piece_end(core, first)
        tokens.append((piece_text(core[first:last]), start + first, start + last, opens))
        opens = False
        first = last


def _count_letter_signs(tokens: list[Token], text: str) -> int:
    """How many signs stand for a letter inside a word; links and addresses hold them by right."""
    words = [text[start:end] for word, start, end, _ in tokens if word[0] >= "a"]
    return sum(word.count(sign) for word in words for sign in LETTER_SIGNS)


def _join_spelt(tokens: list[Token], text: str) -> tuple[list[Token], int]:
    """Single letters in a row, joined: four or more with one sign or space between, two or more with dots (a.n.)."""
    joined: list[Token] = []
    spelt = 0
    index = 0
    while index < len(tokens):
        end = _spelt_end(tokens, index, text)
        row = tokens[index:end]
        word = "".join(token[0] for token in row)
        is_spelt = len(row) >= _SPELT or (len(row) > 1 and word in _SHORT_SPELT)
        if is_spelt or (len(row) > 1 and text[row[0][2]] in "./-"):
            spelt += is_spelt
            joined.append((word, row[0][1], row[-1][2], row[0][3]))
        else:
            joined += row
        index = end
    return joined, spelt


def _spelt_end(tokens: list[Token], index: int, text: str) -> int:
    """Where a row of single letters with one same sign between them ends; one further if none starts here."""
    sign = text[tokens[index][2] : tokens[index][2] + 1]
    end = index + 1
    while end < len(tokens) and {tokens[end - 1][0], tokens[end][0]} <= _SINGLE_LETTERS:
        if _gap(tokens, end) != 1 or text[tokens[end - 1][2]] != sign:
            break
        end += 1
    return end


def _gap(tokens: list[Token], index: int) -> int:
    """How many characters part a token from the one before."""
    return tokens[index][1] - tokens[index - 1][2]


def _join_plates(tokens: list[Token]) -> list[Token]:
    """``b 0000 xyz`` with one character between becomes ``P``."""
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        if _is_plate(tokens, index):
            joined.append(("P", tokens[index][1], tokens[index + 2][2], tokens[index][3]))
            index += 3
        else:
            joined.append(tokens[index])
            index += 1
    return joined


def _is_plate(tokens: list[Token], index: int) -> bool:
    if index + 2 >= len(tokens) or tokens[index][0] not in PLATE_REGIONS:
        return False
    number, tail = tokens[index + 1][0], tokens[index + 2][0]
    is_near = _gap(tokens, index + 1) == 1 and _gap(tokens, index + 2) == 1
    return is_near and number in _PLATE_NUMBERS and len(tail) <= 3 and tail.isalpha() and tail.islower()
