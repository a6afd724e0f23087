"""Make fold.json: every Unicode character that reads as an ASCII letter, digit or sign, and those that show nothing.

Run ``python -m etle_guard.data.make_fold`` with ``unicodedata2`` 18.0.0 and ``confusable_homoglyphs`` 3.3.1 installed.
Both are pinned, so that the same file comes out whatever Python runs it; nothing reads them at run time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from pathlib import Path

import unicodedata2 as unicode_data  # type: ignore[import-not-found,unused-ignore]

UNICODE = "18.0.0"
CONFUSABLES = "3.3.1"
TARGET = Path(__file__).with_name("fold.json")
NO_ENTRY = "_"  # fills one-character gaps in a row of letters; no character folds to it
LONGEST = 6  # longer expansions (U+FDFA is 18 characters) carry nothing for a reader of Latin text

# What the data lack or read otherwise: Cyrillic and Greek letters as Latin readers use them in disguised words,
# signs that part the labels of a host, dashes and quotation marks.
ROWS: dict[str, str | list[str]] = {
    "АВЕКМНОРСТХУЅІЈЗЬЯИПШЭ": "abekmhopctxysijebrnnwe",
    "авекмнорстхуѕіјзьяипшэгцлд": "abekmhopctxysijebrnnwerund",
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΣΛΔΘΠΩ": "abezhikmnoptyxeaaono",
    "αβγδεζηικμνορστυχωπςθλφ": "abydeznikuvopotuxwnsolo",
    "ßþðđøłıſæœŋĸ": [*"bpddoli", "s", "ae", "oe", "n", "k"],
    "。｡．․‧∙⋅·・•": "..........",
    "⁄∕⧸": "///",
    "‐‑‒–—―−﹘﹣－": "----------",
    "‘’‚‛′ʹʼʻˈ": "'" * 9,
    "“”„‟″«»‹›": '"' * 9,
    "¡¿₿€£¥₤¢": [*"i?b", "e", "l", "y", "l", "c"],
    "│┃∣❘｜": "     ",
    "\u2800\u3000\u1680\u2028\u2029\u0085": "      ",
    "🆔🆗🆕🆓🆒🆙": ["id", "ok", "new", "free", "cool", "up"],
}
EXPLICIT: dict[int, str] = {
    ord(key): value for keys, values in ROWS.items() for key, value in zip(keys, values, strict=True)
}

# Default_Ignorable_Code_Point of DerivedCoreProperties.txt, as far as categories Mn, Me and Cf do not cover it.
IGNORABLE = [(0x115F, 0x1160), (0x2065,) * 2, (0x3164,) * 2, (0xFFA0,) * 2, (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF)]
SHOWS_NOTHING = {"Mn", "Me", "Cf"}

LETTER_NAME = re.compile(
    r"(?:(?:NEGATIVE |CROSSED NEGATIVE )?(?:CIRCLED |SQUARED )|RAISED SQUARED |MODIFIER LETTER |LATIN SUBSCRIPT |)"
    r"(?:LATIN |REGIONAL INDICATOR SYMBOL )?(?:SMALL |CAPITAL |LETTER |SMALL CAPITAL )*"
    r"(?:TURNED |REVERSED |OPEN |INVERTED |SIDEWAYS |LONG |DOTLESS |CLOSED |BARRED |SCRIPT |INSULAR |BASELINE |"
    r"BLACKLETTER |STRETCHED |HALF |ANGLICANA |MIDDLE-WELSH |VISIGOTHIC |LOW |TALL |DELTA |BOTTOM HALF |TOP HALF )*"
    r"([A-Z])(?: WITH .*)?"
)

# Left out: Han, Hangul and Tangut ideographs, surrogates and private use, which have no Latin look.
SEARCHED = [(0x80, 0x33FF), (0xA000, 0xABFF), (0xFB00, 0x16FFF), (0x1AFF0, 0x1FFFF), (0xE0000, 0xE0FFF)]

# Letters of these scripts resemble Latin ones but also stand in honest greetings and prayers:
# hosts are compared with them, running text is not.
RARE_SCRIPTS = re.compile(
    r"ARABIC|HEBREW|SYRIAC|THAANA|NKO|CJK|HANGUL|KATAKANA|HIRAGANA|BOPOMOFO|DEVANAGARI|BENGALI|GURMUKHI|GUJARATI|ORIYA|"
    r"TAMIL|TELUGU|KANNADA|MALAYALAM|SINHALA|THAI|LAO|TIBETAN|MYANMAR|KHMER|ETHIOPIC|JAVANESE|BALINESE|SUNDANESE|"
    r"MONGOLIAN|WARANG|YI |VAI|HALFWIDTH|MENDE|EXTENDED ARABIC|RUMI|KANGXI"
)


@cache
def look_alikes() -> dict[str, list[str]]:
    """Single characters and what Unicode's confusables data says they resemble."""
    text = resources.files("confusable_homoglyphs").joinpath("confusables.json").read_text(encoding="utf-8")
    return {key: [row["c"] for row in rows] for key, rows in json.loads(text).items() if len(key) == 1}


def shows_nothing(code_point: int) -> bool:
    """Combining, format, variation and zero-width characters."""
    if any(first <= code_point <= last for first, last in IGNORABLE):
        return True
    return code_point > 0x7F and unicode_data.category(chr(code_point)) in SHOWS_NOTHING


def joined(letters: str, seen: frozenset[int]) -> str | None:
    """The fold of every letter of a decomposition, or nothing if one of them has none."""
    parts = [folded(ord(letter), seen) for letter in letters]
    whole = "".join(part for part in parts if part is not None)
    return None if None in parts or len(whole) > LONGEST else whole


def by_decomposition(code_point: int, seen: frozenset[int]) -> str | None:
    """NFKD without marks; the parentheses of U+249C and its like go."""
    letter = chr(code_point)
    decomposed = unicode_data.normalize("NFKD", letter)
    if decomposed == letter:
        return None
    whole = joined(decomposed, seen)
    return whole[1:-1] if whole and whole[0] == "(" and whole[-1] == ")" else whole


def by_name(code_point: int, _seen: frozenset[int]) -> str | None:
    """The Latin letter or the digit that the character's name or value tells."""
    letter = chr(code_point)
    digit = unicode_data.digit(letter, None)
    if digit is not None:
        return str(digit)
    match = LETTER_NAME.fullmatch(unicode_data.name(letter, ""))
    return match[1].lower() if match else None


def by_look(code_point: int, seen: frozenset[int]) -> str | None:
    """A letter's look-alike, if that is an ASCII letter or digit; a sign's, if that is an ASCII sign."""
    letter = chr(code_point)
    is_word = unicode_data.category(letter)[0] in "LN"
    for target in look_alikes().get(letter, ()):
        whole = joined("".join(c for c in target if not shows_nothing(ord(c))), seen)
        if whole and whole.strip() and all(c.isalnum() == is_word for c in whole):
            return whole
    return None


def by_category(code_point: int, _seen: frozenset[int]) -> str | None:
    """Spaces and dashes."""
    category: str = unicode_data.category(chr(code_point))
    return {"Zs": " ", "Zl": " ", "Zp": " ", "Pd": "-"}.get(category)


WAYS = (by_decomposition, by_name, by_category, by_look)


def folded(code_point: int, seen: frozenset[int] = frozenset()) -> str | None:
    """What a character reads as in ASCII: ``""`` if it shows nothing, ``None`` if it has no Latin look."""
    if code_point < 0x80:
        return chr(code_point).lower()
    if code_point in EXPLICIT:
        return EXPLICIT[code_point]
    if shows_nothing(code_point):
        return ""
    if code_point in seen:
        return None
    found: Iterator[str | None] = (way(code_point, seen | {code_point}) for way in WAYS)
    return next((whole for whole in found if whole is not None), None)


def is_rare(code_point: int) -> bool:
    """Whether a look-alike counts in hosts only: a letter, not a digit, of a script that honest messages hold."""
    letter = chr(code_point)
    return unicode_data.category(letter)[0] == "L" and RARE_SCRIPTS.match(unicode_data.name(letter, "")) is not None


def runs(entries: dict[int, str]) -> list[int | str]:
    """Pairs of a distance from the end of the run before, and one letter for each code point of the run."""
    flat: list[int | str] = []
    end = 0
    for point, letter in sorted(entries.items()):
        if flat and point - end <= 1:
            flat[-1] = f"{flat[-1]}{NO_ENTRY * (point - end)}{letter}"
        else:
            flat += [point - end, letter]
        end = point + 1
    return flat


def lengths(points: list[int]) -> list[int]:
    """Pairs of a distance from the end of the run before, and the length of the run."""
    flat: list[int] = []
    end = 0
    for point in points:
        if flat and point == end:
            flat[-1] += 1
        else:
            flat += [point - end, 1]
        end = point + 1
    return flat


def table() -> dict[str, object]:
    """The content of fold.json."""
    if (unicode_data.unidata_version, metadata.version("confusable_homoglyphs")) != (UNICODE, CONFUSABLES):
        raise SystemExit(f"fold.json is made with unicodedata2 {UNICODE} and confusable_homoglyphs {CONFUSABLES}")
    every = {point: folded(point) for first, last in SEARCHED for point in range(first, last + 1)}
    known = {point: whole for point, whole in every.items() if whole and NO_ENTRY not in whole}
    letters = {point: whole for point, whole in known.items() if len(whole) == 1}
    return {
        "generated_by": "etle_guard/data/make_fold.py",
        "format": 1,
        "unicode": UNICODE,
        "confusable_homoglyphs": CONFUSABLES,
        "no_entry": NO_ENTRY,
        "dropped": lengths([point for point, whole in every.items() if whole == ""]),
        "letters": runs({point: whole for point, whole in letters.items() if not is_rare(point)}),
        "rare": runs({point: whole for point, whole in letters.items() if is_rare(point) and whole != " "}),
        "strings": {f"{point:x}": whole for point, whole in known.items() if len(whole) > 1 and not is_rare(point)},
    }


def main() -> None:
    """Write fold.json in one step, so that no reader meets half a file."""
    draft = TARGET.with_suffix(".tmp")
    draft.write_text(json.dumps(table(), ensure_ascii=True, separators=(",", ":")) + "\n", encoding="ascii")
    draft.replace(TARGET)


if __name__ == "__main__":
    main()
