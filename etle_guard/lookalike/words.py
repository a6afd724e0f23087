"""Words of authorities and tickets in a host, with a score.

Real attack hosts imitate words (tilang, kejaksaan) more often than whole official hosts. A strong word, a second one,
words that ask for something, and a cheap suffix add up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from etle_guard.lookalike.targets import RESEMBLES, Brand, Likeness, Targets, at_home, near, own_labels
from etle_guard.nouns import Host
from etle_guard.parse.skeleton import digit_readings, skeleton

_CHEAP, _FOREIGN_LETTERS, _ACT, _ABOUT, _SECOND = 10, 15, 10, 5, 10
_SHORT_WORD = 5  # words up to this length match exactly or not at all
_STRONG = 35
_MOST_APPENDED = 3
_LONGEST_LABEL = 63
_OTHER_START = 5  # what a different first letter takes away: hilang, bilang and gilang are words of their own


@dataclass(frozen=True, slots=True)
class _Hit:
    brand: Brand
    weight: int
    exact: bool
    left: str


def imitated_words(labels: list[str], host: Host, targets: Targets) -> Iterator[Likeness]:
    """The likeness that the words in ``labels`` (in plain letters) add up to, if they reach ``RESEMBLES``."""
    tokens = _tokens(own_labels(labels, host))
    hits = [hit for token in tokens if (hit := _match(token, targets)) is not None]
    if not hits:
        return
    best = max(hits, key=lambda hit: (hit.weight, hit.brand.word))
    beside = [*tokens, *(hit.left for hit in hits)]
    acts = sum(word in targets.act for word in beside)
    context = acts + sum(word in targets.about for word in beside)
    score = (
        best.weight + _beside(best, hits, acts, context) + _where(host, targets) + _abroad(tokens, hits, context, host)
    )
    if at_home(host) and len(hits) == 1 and best.exact and acts == 0:
        score = min(score, RESEMBLES)
    if score >= RESEMBLES:
        yield Likeness(score, best.brand.target, "word" if best.exact else "word-changed", best.brand.word)


def _beside(best: _Hit, hits: list[_Hit], acts: int, context: int) -> int:
    """What the other words of the host add: each further brand, and words that go with tickets."""
    others = {hit.brand.word for hit in hits} - {best.brand.word}
    return _SECOND * len(others) + min(_ACT * acts + _ABOUT * (context - acts), 2 * _ACT)


def _where(host: Host, targets: Targets) -> int:
    """What a cheap or free suffix adds, and letters from beyond ASCII."""
    cheap = host.suffix in targets.cheap or _is_free(host, targets)
    return _CHEAP * cheap + _FOREIGN_LETTERS * ("international" in host.tricks)


def _abroad(tokens: list[str], hits: list[_Hit], context: int, host: Host) -> int:
    """A strong word outside Indonesia's own suffixes, alone (``kejaksaan.com``) or beside unknown letters."""
    if at_home(host) or not any(hit.weight >= _STRONG for hit in hits):
        return 0
    return _ABOUT if len(tokens) == 1 or len(tokens) > len(hits) + context else 0


def _is_free(host: Host, targets: Targets) -> bool:
    return host.suffix in targets.free or any(host.ascii.endswith("." + suffix) for suffix in targets.free)


def _tokens(own: list[str]) -> list[str]:
    """The hyphen-separated parts of each label; ``e-tilang`` and ``ti-lang`` are joined to one word."""
    tokens: list[str] = []
    for label in own:
        parts = [part for part in label.replace("_", "-").split("-") if part]
        tokens += _joined(parts)
    return tokens


def _joined(parts: list[str]) -> list[str]:
    if len(parts) > 1 and any(len(part) == 1 for part in parts):
        return _glue_single_letters(parts)
    return parts


def _glue_single_letters(parts: list[str]) -> list[str]:
    glued: list[str] = []
    carry = ""
    for part in parts:
        if len(part) == 1:
            carry += part
        else:
            glued.append(carry + part)
            carry = ""
    return glued + ([carry] if carry else [])


def _match(token: str, targets: Targets) -> _Hit | None:
    """The best brand in one token; longer words first, so that ``etilang`` is not read as ``tilang``."""
    if token in targets.ordinary:
        return None
    folded, readings = skeleton(token), digit_readings(token)
    hits = [hit for brand in targets.brands if (hit := _match_brand(token, folded, readings, brand, targets))]
    return max(hits, key=lambda hit: (hit.weight, len(hit.brand.word), hit.brand.word), default=None)


def _match_brand(token: str, folded: str, readings: tuple[str, ...], brand: Brand, targets: Targets) -> _Hit | None:
    if token == brand.word:
        return _Hit(brand, brand.weight, True, "")
    if len(token) < len(brand.word) - brand.edits:
        return None
    if len(brand.word) <= _SHORT_WORD:
        return _short_word(token, readings, brand, targets)
    if folded == brand.skeleton:
        return _Hit(brand, brand.weight + 10, False, "")
    return _edited(token, folded, brand) or _glued(token, folded, brand, targets)


def _short_word(token: str, readings: tuple[str, ...], brand: Brand, targets: Targets) -> _Hit | None:
    """A short word with digits for letters, or glued to known words; typing errors of it do not count."""
    if brand.word in readings:
        return _Hit(brand, brand.weight + 10, False, "")
    left = _left_over(token, brand.word)
    return _Hit(brand, brand.weight, True, left) if left is not None and _is_known(left, targets) else None


def _edited(token: str, folded: str, brand: Brand) -> _Hit | None:
    """Typing errors within the brand's limit; two at once only after the same two letters."""
    distance = near(folded, brand.skeleton, brand.edits) if brand.edits else None
    if distance is None or (distance == 2 and token[:2] != brand.word[:2]):
        return None
    same_start = folded[0] == brand.skeleton[0] or folded[:2] == brand.skeleton[1::-1]
    return _Hit(brand, brand.weight - (0 if same_start else _OTHER_START), False, "")


def _glued(token: str, folded: str, brand: Brand, targets: Targets) -> _Hit | None:
    """The word at the start or end of a token with something glued to it: ``tilanga``, ``cekdendatilang``."""
    left = _left_over(token, brand.word)
    if left is None:
        left = _left_over(folded, brand.skeleton)
    if left is None:
        return None
    if _is_known(left, targets):
        return _Hit(brand, brand.weight, True, left)
    if len(left) > _MOST_APPENDED or not (brand.edits == 2 or folded.startswith(brand.skeleton)):
        return None
    full = len(left) == 1 or brand.edits == 2
    return _Hit(brand, brand.weight if full else brand.weight - 10, False, "")


def _left_over(token: str, word: str) -> str | None:
    if token.startswith(word):
        return token[len(word) :]
    return token[: -len(word)] if token.endswith(word) else None


def _is_known(text: str, targets: Targets) -> bool:
    """Whether letters are made of known words only, by trying every cut (labels are short)."""
    if len(text) > _LONGEST_LABEL:
        return False
    reach = {0}
    for end in range(1, len(text) + 1):
        if any(start in reach and text[start:end] in targets.known for start in range(end)):
            reach.add(end)
    return len(text) in reach
