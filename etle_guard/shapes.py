"""What the tables must hold: checked by one walk before anything is built from them.

A shape is a kind of value by name, a mapping of keys to shapes (further keys are let be), or a list of one shape for
every row. ``text`` is a string, ``whole`` an integer of 32 bits, ``flag`` true or false, ``day`` YYYY-MM-DD or empty,
``texts`` and ``wholes`` lists of such, ``pairs`` an even number of such, ``letters`` distances and letters by turns,
``map`` texts by text, ``points`` texts by hexadecimal code point, ``host`` and ``word`` such as a link can hold,
``weight`` and ``edits`` numbers within their limits, ``a|b`` one of these words; ``?`` before a kind lets the key be
missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from etle_guard.errors import RulebookError

_SAYS = {"id": "text", "en": "text"}
_HOST = {"host": "host"}
_SUFFIX = {"suffix": "text"}

SHAPES: Mapping[str, Any] = {
    "version": "text",
    "rules": {
        "rule": [
            {"id": "text", "kind": "host|file|sender|notice|text", "points": "whole", "says": _SAYS, "bare_id": "?text",
             "bare_en": "?text", "quiet_when_clear": "?flag"},
        ],
        "trick": [{"id": "text", "says": _SAYS}],
    },
    "combinations": {
        "levels": {"caution": "whole", "danger": "whole"},
        "silence": [
            {"id": "text", "when": "texts", "unless": "texts", "kinds": "texts", "rules": "texts",
             "defanged_links": "flag"},
        ],
        "cap": [{"id": "text", "when": "texts", "unless": "texts", "level": "clear|caution|danger"}],
    },
    "hosts": {
        "official": [
            {**_HOST, "operator": "text", "status": "text", "imitated": "flag", "imitated_as": "?word"},
        ],
        "operated": [{**_HOST, "operator": "text"}],
        "neighbour": [{**_HOST, "honest": "?flag"}],
        "misprint": [_HOST],
        "well_known": [_HOST],
    },
    "words": {
        "brand": [
            {"word": "word", "kind": "authority|ticket", "weight": "weight", "edits": "edits", "target": "host"},
        ],
        "context": {"act": "texts", "about": "texts"},
        "ordinary": {"words": "texts"},
    },
    "services": {
        "shortener": [_HOST], "free_host": [_SUFFIX], "cheap_suffix": [_SUFFIX], "restricted_suffix": [_SUFFIX],
        "redirect_parameter": [{"name": "text"}],
    },
    "files": {
        "dangerous": [{"extension": "text", "points_class": "apk|program|archive"}],
        "pretext": [{"word": "text", "pretext": "text"}],
        "harmless": [{"extension": "text"}],
    },
    "senders": {
        "number": [
            {"number": "text",
             "period": [{"from": "day", "until": "day", "status": "published|suspended|returned|retired"}]},
        ],
        "name": [{"name": "text", "status": "text"}],
    },
    "channels": {"event": [{"date": "day", "summary_id": "text", "summary_en": "text"}]},
    "advice": {
        "step": [
            {"situation": "text", "order": "whole", "when": "?texts", "unless": "?texts", "id": "text", "en": "text"},
        ],
    },
    "wordings": {
        "words": {"id": "map", "en": "map"},
        "heading": [
            {"level": "clear|unchecked|caution|danger", "when": "texts", "unless": "texts", "id": "text", "en": "text"},
        ],
    },
    "fold": {
        "unicode": "text", "no_entry": "text", "dropped": "pairs", "letters": "letters", "rare": "letters",
        "strings": "points",
    },
    "host_map": {
        "gaps": "wholes", "fates": "text", "shifted": "text", "replaced": "texts", "compositions": "text",
    },
}  # fmt: skip

# Every rule that some witness may find; a table without one of them would fail in the middle of a message.
RULES = (
    "host.official", "host.operated", "host.ordinary", "host.imitates", "host.resembles", "host.neighbour",
    "host.userinfo", "host.name-in-path", "host.redirect", "host.shortener", "host.address", "host.disguised",
    "host.unreadable", "host.app-file", "host.app-pretext", "host.kit-path", "host.unknown", "host.cheap",
    "host.pretext", "file.app", "file.pretext", "file.disguised", "file.program", "file.archive", "sender.published",
    "sender.retired", "sender.unlisted", "sender.foreign", "sender.name-used-in-fraud", "notice.no-plate",
    "notice.no-reference", "notice.no-place", "notice.no-time", "notice.no-photo", "notice.secret", "notice.identity",
    "notice.pay-by-link", "notice.presses", "notice.transfer", "notice.remote", "notice.assembles", "notice.app",
    "notice.channel", "text.ticket",
    "text.scam-unsure", "text.scam", "text.scam-strong", "text.other-scam", "text.report", "text.asks", "text.vouches",
    "text.obfuscated", "text.obfuscated-scam",
)  # fmt: skip

_BITS = 2**31
_SHOWN = 60
_POINT = re.compile(r"[0-9a-f]{1,6}")
_PLAIN_HOST = re.compile(r"(?!.{254})(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_WORD = re.compile(r"[a-z0-9]{1,63}")


def check_shape(value: object, shape: Any, place: str) -> None:
    """Raise RulebookError naming place, value and what was expected, unless the value has the shape."""
    if isinstance(shape, str):
        _check_kind(value, shape, place)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            raise _wrong(value, "a list of rows", place)
        for number, row in enumerate(value):
            check_shape(row, shape[0], f"{place}[{number}]")
    else:
        if not isinstance(value, Mapping):
            raise _wrong(value, "a table", place)
        for key, inner in shape.items():
            check_shape(value.get(key), inner, f"{place}.{key}")


def check_rules(ids: object, place: str) -> None:
    """Raise RulebookError unless every rule of ``RULES`` is among the ids, and none stands twice."""
    found: set[str] = set()
    for name in ids if isinstance(ids, list) else []:
        if name in found:
            raise RulebookError(f"{place}: id {name} stands twice, expected once")
        found.add(name)
    for name in RULES:
        if name not in found:
            raise RulebookError(f"{place}: id {name} is missing, expected a rule of that name")


def told_kind(shape: Any) -> str:
    """What a shape expects, as a person reads it."""
    if not isinstance(shape, str):
        return "a list of rows" if isinstance(shape, list) else "a table"
    kind = shape.removeprefix("?")
    return kind.replace("|", " or ") if "|" in kind else _KINDS[kind][0]


def _check_kind(value: object, kind: str, place: str) -> None:
    if kind.startswith("?"):
        if value is None:
            return
        kind = kind[1:]
    if "|" in kind:
        if not isinstance(value, str) or value not in kind.split("|"):
            raise _wrong(value, kind.replace("|", " or "), place)
        return
    expected, holds = _KINDS[kind]
    if not holds(value):
        raise _wrong(value, expected, place)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -_BITS <= value < _BITS


def _is_day(value: object) -> bool:
    if not isinstance(value, str) or (len(value) != 10 and value != ""):
        return False
    return all("0" <= sign <= "9" if place not in (4, 7) else sign == "-" for place, sign in enumerate(value))


def _is_letters(value: object) -> bool:
    if not isinstance(value, list) or len(value) % 2:
        return False
    return all(map(_is_distance, value[::2])) and all(map(_is_text, value[1::2]))


def _is_distance(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _BITS


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_wholes(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_distance, value))


def _is_map(value: object) -> bool:
    return isinstance(value, Mapping) and all(map(_is_text, value.values()))


_KINDS: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "text": ("text", _is_text),
    "whole": ("a whole number", _is_whole),
    "host": ("a host such as etle-contoh.id", lambda value: _is_text(value) and bool(_PLAIN_HOST.fullmatch(value))),
    "word": ("small letters and digits alone", lambda value: _is_text(value) and bool(_WORD.fullmatch(value))),
    "weight": ("a whole number from 1 to 100", lambda value: _is_whole(value) and 1 <= value <= 100),
    "edits": ("0, 1 or 2", lambda value: _is_whole(value) and 0 <= value <= 2),
    "flag": ("true or false", lambda value: isinstance(value, bool)),
    "day": ("a day as YYYY-MM-DD", _is_day),
    "texts": ("a list of texts", _is_texts),
    "wholes": ("a list of whole numbers", _is_wholes),
    "pairs": ("an even number of whole numbers", lambda value: _is_wholes(value) and len(value) % 2 == 0),
    "letters": ("distances and letters by turns", _is_letters),
    "map": ("texts by text", _is_map),
    "points": ("texts by code point", lambda value: _is_map(value) and all(map(_POINT.fullmatch, value))),
}


def _wrong(value: object, expected: str, place: str) -> RulebookError:
    shown = "missing" if value is None else repr(value)
    return RulebookError(f"{place} is {shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '…'}, expected {expected}")
