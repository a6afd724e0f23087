"""Words set right, as far as the lexicon knows them: digits, stretched letters, dropped vowels, slang and affixes."""

from __future__ import annotations

from collections.abc import Iterator

from etle_guard.model.lexicon import Lexicon, Word, consonants, reach_of
from etle_guard.model.tokens import Token

_SHORTEST_STEM = 4  # letters
_LONGEST_SYLLABLE, _MOST_SYLLABLES = 5, 5  # letters, rows of them
_SHORTEST_CUT, _FEWEST_CUT = 4, 2  # letters of a word that was cut, and such words in a text
_LEET = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g"}

# Indonesian prefixes, formal and spoken, and the first letters that they swallow: me- + kirim = mengirim.
_PREFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("",)), ("di", ("",)), ("ter", ("",)), ("ber", ("",)), ("meng", ("", "k")), ("mem", ("", "p")),
    ("men", ("", "t")), ("meny", ("s",)), ("me", ("",)), ("peng", ("", "k")), ("pem", ("", "p")), ("pen", ("", "t")),
    ("peny", ("s",)), ("pe", ("",)), ("per", ("",)), ("memper", ("",)), ("diper", ("",)), ("ke", ("",)), ("se", ("",)),
    ("nge", ("",)), ("ng", ("", "k")), ("ny", ("s",)), ("n", ("t",)), ("m", ("p",)), ("ku", ("",)), ("ka", ("",)),
)  # fmt: skip
# Indonesian suffixes, then Javanese, Sundanese, Betawi, Palembang, Makassar and English ones.
_SUFFIXES = (
    "", "nya", "lah", "kah", "kan", "in", "an", "i", "ku", "mu", "annya", "kannya", "inya", "kanlah", "ilah",
    "e", "ne", "en", "ke", "ake", "na", "keun", "eun", "nye", "nyo", "mi", "ta", "ki", "pi", "ji", "s", "ed", "ing",
    "o", "no",
)  # fmt: skip


def set_right(piece: str, lexicon: Lexicon) -> Word:
    """A scanner's word with digits, stretched letters, dropped vowels and affixes undone."""
    form = piece if piece in lexicon.words else _without_digits(piece, lexicon)
    if form not in lexicon.words:
        form = _without_slips(form, lexicon)
    is_disguised = form.isalpha() and not piece.isalpha() and piece[-1:] != "2"
    base = _base(form, lexicon)
    phrases = sorted(
        lexicon.phrases.get(form, ()) + lexicon.phrases.get(base, ()), key=lambda phrase: len(phrase[0]), reverse=True
    )
    return Word(form, base, is_disguised, tuple(phrases), reach_of(lexicon.spellings.get(form, form), lexicon))


def join_syllables(tokens: list[Token], lexicon: Lexicon) -> tuple[list[Token], int]:
    """Words cut into short rows of letters, and how many there are; one alone may be chance: ``den da ti lang``."""
    joined: list[Token] = []
    index = count = 0
    while index < len(tokens):
        end = _word_end(tokens, index, lexicon)
        if end > index:
            word = "".join([token[0] for token in tokens[index:end]])
            joined.append((word, tokens[index][1], tokens[end - 1][2], tokens[index][3]))
            count += 1
        else:
            end = index + 1
            joined.append(tokens[index])
        index = end
    return (joined, count) if count >= _FEWEST_CUT else (tokens, 0)


def _word_end(tokens: list[Token], index: int, lexicon: Lexicon) -> int:
    """Where a listed word ends that begins here in a short row of letters; ``index`` where none does."""
    word = ""
    for end in range(index, min(index + _MOST_SYLLABLES, len(tokens))):
        row = tokens[end][0]
        if len(row) > _LONGEST_SYLLABLE or row < "a":
            break
        word += row
        if end > index and len(word) >= _SHORTEST_CUT and word in lexicon.words:
            return end + 1
    return index


def _without_digits(piece: str, lexicon: Lexicon) -> str:
    """t1lang → tilang, kendaraan2 → kendaraan; other numbers inside words become one ``0``."""
    if piece.isalpha() or piece.isdigit():
        return piece
    runs = _digit_runs(piece)
    if piece[-1] == "2" and piece[:-1].isalpha() and len(piece) > _SHORTEST_STEM:
        return piece[:-1]
    read = "".join(_LEET.get(sign, sign) for sign in piece)
    digits = sum(sign.isdigit() for sign in piece)
    is_inside = piece[0].isalpha() and piece[-1].isalpha()
    if read in lexicon.words or _base(read, lexicon):
        return read
    if read.isalpha() and digits <= 2 * runs and (runs > 1 or (is_inside and digits == 1 and len(piece) > 3)):
        return read
    return _numbers_as_zero(piece)


def _digit_runs(piece: str) -> int:
    return sum(sign.isdigit() and not before.isdigit() for before, sign in zip("a" + piece, piece, strict=False))


def _numbers_as_zero(piece: str) -> str:
    letters: list[str] = []
    for sign in piece:
        if not sign.isdigit():
            letters.append(sign)
        elif not letters or letters[-1] != "0":
            letters.append("0")
    return "".join(letters)


def _without_slips(form: str, lexicon: Lexicon) -> str:
    """baaayar → bayar, tlng and tlang → tilang."""
    squeezed = _squeezed(form, 3)
    if squeezed in lexicon.words:
        return squeezed
    plain = _squeezed(squeezed, 2)
    if plain in lexicon.words:
        return plain
    meant = [word for word in lexicon.skeletons.get(consonants(squeezed), ()) if _is_in(squeezed, word)]
    return meant[0] if len(meant) == 1 else squeezed


def _is_in(letters: str, word: str) -> bool:
    """Whether a word has the letters in their order, none before and none behind: only vowels inside were left out."""
    if letters[0] != word[0] or letters[-1] != word[-1]:
        return letters == consonants(word)
    place = 0
    for letter in letters:
        place = word.find(letter, place) + 1
        if place == 0:
            return False
    return True


def _squeezed(word: str, least: int) -> str:
    """Every run of at least so many equal letters as one letter; digits stay."""
    letters: list[str] = []
    index = 0
    while index < len(word):
        end = index
        while end < len(word) and word[end] == word[index]:
            end += 1
        is_run = end - index >= least and word[index].isalpha()
        letters.append(word[index] if is_run else word[index:end])
        index = end
    return "".join(letters)


def _base(form: str, lexicon: Lexicon) -> str:
    """The listed word that is meant: tdk → tidak, dibayarkan → bayar, penipuan → tipu; ``""`` if there is none.

    A word that only begins phrases (*dibayar* of *dibayar tidak*) does for want of a better one.
    """
    if form in lexicon.spellings:
        return lexicon.spellings[form]
    if form in lexicon.lone or len(form) <= _SHORTEST_STEM:
        return ""
    found = ""
    for stem in _stems(form):
        whole = lexicon.spellings.get(stem, stem)
        if whole in lexicon.lone:
            return whole
        if whole in lexicon.phrases:
            found = found or whole
    return found


def _stems(form: str) -> Iterator[str]:
    """What may stand under affixes, the fewest taken away first."""
    for prefix, swallowed in _PREFIXES:
        if not form.startswith(prefix):
            continue
        for suffix in _SUFFIXES:
            if form.endswith(suffix):
                stem = form[len(prefix) : len(form) - len(suffix)]
                yield from (letter + stem for letter in swallowed if len(letter + stem) >= _SHORTEST_STEM)
