"""Words of authorities and tickets in a host, with a score.

Real attack hosts imitate words (tilang, kejaksaan) more often than whole official hosts. A strong word, a second one,
words that ask for something, and a cheap suffix add up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from etle_guard.lookalike.targets import RESEMBLES, Brand, Likeness, Targets, own_labels
from etle_guard.nouns import Host
from etle_guard.parse.skeleton import digit_readings, skeleton

_CHEAP, _FOREIGN_LETTERS, _ACT, _ABOUT, _SECOND = 10, 15, 10, 5, 10
_SHORT_WORD = 5  # words up to this length match exactly or not at all
_MOST_APPENDED = 3
_HOME_SUFFIXES = ("id", "co.id", "or.id", "my.id", "web.id", "biz.id", "sch.id", "desa.id", "ac.id", "net.id")


@dataclass(frozen=True, slots=True)
class _Hit:
    brand: Brand
    weight: int
    exact: bool
    left: str


def imitated_words(labels: list[str], host: Host, targets: Targets) -> Iterator[Likeness]:
    tokens = _tokens(own_labels(labels, host))
    hits = [hit for token in tokens if (hit := _match(token, targets)) is not None]
    if not hits:
        return
    best = max(hits, key=lambda hit: (hit.weight, hit.brand.word))
    others = {hit.brand.word for hit in hits} - {best.brand.word}
    context = [token for token in [*tokens, *(hit.left for hit in hits)] if token in targets.act or token in targets.about]
    acts = sum(token in targets.act for token in context)
    score = best.weight + _SECOND * len(others) + min(_ACT * acts + _ABOUT * (len(context) - acts), 2 * _ACT)
    score += _CHEAP * (host.suffix in targets.cheap or _is_free(host, targets))
    score += _FOREIGN_LETTERS * ("international" in host.tricks)
    score += _unknown_beside(tokens, hits, context, host)
    harmless = _at_home(host) and len(hits) == 1 and best.exact and acts == 0
    trick = "word" if best.exact else "word-changed"
    if score >= RESEMBLES:
        yield Likeness(min(score, RESEMBLES) if harmless else score, best.brand.target, trick, best.brand.word)


def _unknown_beside(tokens: list[str], hits: list[_Hit], context: list[str], host: Host) -> int:
    """A strong word beside unknown letters, outside Indonesia's own suffixes (``kejaksaan-ftc.com``)."""
    strong = any(hit.weight >= 35 for hit in hits)
    return _ABOUT if strong and not _at_home(host) and len(tokens) > len(hits) + len(context) else 0


def _at_home(host: Host) -> bool:
    return host.suffix in _HOME_SUFFIXES


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
    hits = [hit for brand in targets.brands if (hit := _match_brand(token, brand, targets)) is not None]
    return max(hits, key=lambda hit: (hit.weight, len(hit.brand.word), hit.brand.word), default=None)


def _match_brand(token: str, brand: Brand, targets: Targets) -> _Hit | None:
    word = brand.word
    if token == word:
        return _Hit(brand, brand.weight, True, "")
    if len(token) < len(word) - brand.edits:
        return None
    if len(word) <= _SHORT_WORD:
        return _short_word(token, brand, targets)
    if skeleton(token) == brand.skeleton:
        return _Hit(brand, brand.weight + 10, False, "")
    if _edited(token, brand):
        return _Hit(brand, brand.weight, False, "")
    return _glued(token, brand, targets)


def _short_word(token: str, brand: Brand, targets: Targets) -> _Hit | None:
    if brand.word in digit_readings(token):
        return _Hit(brand, brand.weight + 10, False, "")
    left = _left_over(token, brand.word)
    if left is not None and (left in targets.act or left in targets.about or left in _other_words(targets)):
        return _Hit(brand, brand.weight, True, left)
    return None


def _edited(token: str, brand: Brand) -> bool:
    limit = brand.edits
    if limit == 0 or abs(len(token) - len(brand.word)) > limit or len(token) < 5:
        return False
    distance = OSA.distance(skeleton(token), brand.skeleton, score_cutoff=limit)
    return distance <= limit and (distance < 2 or token[:2] == brand.word[:2])


def _glued(token: str, brand: Brand, targets: Targets) -> _Hit | None:
    """The word at the start or end of a token with something glued to it: ``tilanga``, ``cekdendatilang``."""
    left = _left_over(token, brand.word)
    if left is None:
        left = _left_over(skeleton(token), brand.skeleton)
    if left is None:
        return None
    if _is_known(left, targets):
        return _Hit(brand, brand.weight, True, left)
    at_start = token.startswith(brand.word) or skeleton(token).startswith(brand.skeleton)
    if len(left) <= _MOST_APPENDED and (at_start or brand.edits == 2):
        return _Hit(brand, brand.weight if len(left) == 1 or brand.edits == 2 else brand.weight - 10, False, "")
    return None


def _left_over(token: str, word: str) -> str | None:
    if token.startswith(word):
        return token[len(word) :]
    return token[: -len(word)] if token.endswith(word) else None


def _is_known(text: str, targets: Targets) -> bool:
    """Whether letters are made of known words only, by trying every cut (labels are short)."""
    words = targets.act | targets.about | _other_words(targets)
    reach = {0}
    for end in range(1, len(text) + 1):
        if any(start in reach and text[start:end] in words for start in range(end)):
            reach.add(end)
    return len(text) in reach


def _other_words(targets: Targets) -> frozenset[str]:
    return frozenset(brand.word for brand in targets.brands)
