"""Words of authorities and tickets in a host, with a score.

Real attack hosts imitate words (tilang, kejaksaan) more often than whole official hosts. A strong word, a second one,
words that ask for something, and a cheap suffix add up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from etle_guard.lookalike.distance import near
from etle_guard.lookalike.labels import at_home, label_tokens, own_labels
from etle_guard.lookalike.segments import segments
from etle_guard.lookalike.targets import LONG_WORD, RARE_WORD, RESEMBLES, Brand, Likeness, Targets, is_cheap, word_edits
from etle_guard.nouns import Host
from etle_guard.parse.skeleton import digit_readings, skeleton, squash

_CHEAP, _FOREIGN_LETTERS, _ACT, _ABOUT, _SECOND = 10, 15, 10, 5, 10
_STRONG = 35
_AS_IS, _LETTERS, _TYPED, _SEPARATORS = "word", "word-lookalike", "word-typing-error", "separators"
_SHORT_WORD = 5  # words up to this length match exactly or not at all
_MOST_APPENDED = 3
_OTHER_START = 5  # what a different first letter takes away: hilang, bilang and gilang are words of their own
_LOOKALIKE = 10  # what digits and letter pairs in place of letters add: nobody writes so by mistake
_SECOND_EDIT, _ONE_MORE = 5, 10  # what a second typing error takes away: under dear suffixes, beyond the brand's limit
_SOME_DOUBT, _UNKNOWN_START, _UNKNOWN_END = 5, 15, 10  # what unknown letters beside a common row of letters take away
_TOO_SHORT = 3  # such words count only among known ones


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a host is registered: for little or nothing, under Indonesia's own suffixes."""

    cheap: bool
    home: bool


@dataclass(frozen=True, slots=True)
class _Hit:
    """A brand in one token, what it weighs there, by what trick, and the known words beside it."""

    brand: Brand
    weight: int
    trick: str
    beside: tuple[str, ...] = ()


def imitated_words(labels: list[str], host: Host, targets: Targets) -> Iterator[Likeness]:
    """The likeness that the words in ``labels`` (in plain letters) add up to, if they reach ``RESEMBLES``."""
    own = own_labels(labels, host)
    tokens = label_tokens(own)
    place = _Place(is_cheap(host, targets), at_home(host))
    hits = [hit for token in tokens if (hit := _match(token, place, targets)) is not None] or _torn(
        own, tokens, targets
    )
    if not hits:
        return
    best = max(hits, key=lambda hit: (hit.weight, hit.brand.word))
    beside = [*tokens, *(word for hit in hits for word in hit.beside)]
    acts = sum(word in targets.act for word in beside)
    context = acts + sum(word in targets.about for word in beside)
    brands = {hit.brand.word for hit in hits} | {word for word in beside if word in targets.kinds}
    score = best.weight + _SECOND * (len(brands) - 1) + min(_ACT * acts + _ABOUT * (context - acts), 2 * _ACT)
    score += _CHEAP * place.cheap + _FOREIGN_LETTERS * ("international" in host.tricks)
    score += _abroad(tokens, hits, context, place)
    kinds = {targets.kinds[word] for word in brands}
    if place.home and len(kinds) == 1 and best.trick == _AS_IS and acts == 0:
        score = min(score, RESEMBLES)
    if score >= RESEMBLES:
        yield Likeness(score, best.brand.target, best.trick, best.brand.word)


def _torn(own: list[str], tokens: list[str], targets: Targets) -> list[_Hit]:
    """A rare word with a stray hyphen or dot inside: ``ke-jaksaan``, ``kejak.saan``; a shorter one as a whole label."""
    whole = squash("".join(own))
    torn = {squash(label) for label in own if "-" in label}
    return [
        _Hit(brand, brand.weight, _SEPARATORS)
        for brand in targets.brands
        if ((len(brand.word) >= RARE_WORD and brand.word in whole) or (brand.edits and brand.word in torn))
        and not any(brand.word in token for token in tokens)
    ]


def _abroad(tokens: list[str], hits: list[_Hit], context: int, place: _Place) -> int:
    """A strong word outside Indonesia's own suffixes, alone (``kejaksaan.com``) or beside unknown letters."""
    if place.home or not any(hit.weight >= _STRONG for hit in hits):
        return 0
    return _ABOUT if len(tokens) == 1 or len(tokens) > len(hits) + context else 0


def _match(token: str, place: _Place, targets: Targets) -> _Hit | None:
    """The best brand in one token; longer words first, so that ``etilang`` is not read as ``tilang``."""
    if token in targets.ordinary:
        return None
    folded = skeleton(token)
    hits = [hit for brand in targets.brands if (hit := _match_brand(token, folded, brand, place, targets))]
    return max(hits, key=lambda hit: (hit.weight, len(hit.brand.word), hit.brand.word), default=None)


def _match_brand(token: str, folded: str, brand: Brand, place: _Place, targets: Targets) -> _Hit | None:
    if token == brand.word:
        return _Hit(brand, brand.weight, _AS_IS)
    if len(token) < len(brand.word) - brand.edits:
        return None
    if folded == brand.skeleton if len(brand.word) > _SHORT_WORD else brand.word in digit_readings(token):
        return _Hit(brand, brand.weight + _LOOKALIKE, _LETTERS)
    found = (_glued(token, folded, brand, place, targets), _edited(token, folded, brand, place))
    return max((hit for hit in found if hit), key=_weight, default=None)


def _weight(hit: _Hit) -> int:
    return hit.weight


def _edited(token: str, folded: str, brand: Brand, place: _Place) -> _Hit | None:
    """Typing errors within the limit; two at once only after the same two letters."""
    distance = near(folded, brand.skeleton, word_edits(brand, place.cheap)) if brand.edits else None
    if distance is None or (distance > 1 and token[:2] != brand.word[:2]):
        return None
    same_start = folded[0] == brand.skeleton[0] or folded[:2] == brand.skeleton[1::-1]
    doubt = (0 if same_start else _OTHER_START) + _second_edit(distance, brand, place)
    return _Hit(brand, brand.weight - doubt, _TYPED)


def _second_edit(distance: int, brand: Brand, place: _Place) -> int:
    """What a second typing error takes away."""
    if distance < 2:
        return 0
    return _ONE_MORE if distance > brand.edits else 0 if place.cheap else _SECOND_EDIT


def _glued(token: str, folded: str, brand: Brand, place: _Place, targets: Targets) -> _Hit | None:
    """The word with something glued to it: ``tilanga``, ``cekdendatilang``, ``kejaksaanbekasi``."""
    before, word, after = token.partition(brand.word)
    if not word and len(brand.word) > _SHORT_WORD:
        before, word, after = folded.partition(brand.skeleton)
    if not word:
        return None
    left, right = segments(before, targets.known), segments(after, targets.known)
    sure = len(word) >= RARE_WORD or (left is not None and right is not None)
    doubt = 0 if sure else _doubt(left is not None, right is not None, after, brand, place)
    if doubt is None:
        return None
    trick = _AS_IS if brand.word in token else _LETTERS
    return _Hit(brand, brand.weight - doubt, trick, (*(left or ()), *(right or ())))


def _doubt(left_known: bool, right_known: bool, after: str, brand: Brand, place: _Place) -> int | None:
    """What unknown letters beside a word take away that may stand there by chance; None where it does not count."""
    if not left_known and not right_known:
        return None
    if not brand.edits:
        return _SOME_DOUBT if place.cheap and len(brand.word) > _TOO_SHORT else None
    long = len(brand.word) >= LONG_WORD
    if not left_known:  # Indonesian has words and places that end so (kutilang)
        return 0 if place.cheap and not place.home else _SOME_DOUBT if long else _UNKNOWN_START
    begins_other_word = not long and 1 < len(after) <= _MOST_APPENDED
    return _UNKNOWN_END if begins_other_word and not place.cheap else 0
