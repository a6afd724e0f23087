"""What a browser does to the letters of a host: UTS #46 mapping, composition and Punycode, by table.

The platform's own Unicode tables differ between Python and browsers, so ours are made once (``data/make_host_map.py``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from etle_guard.errors import RulebookError

# RFC 3492, section 5: the parameters of Punycode.
_BASE, _TMIN, _TMAX, _SKEW, _DAMP, _BIAS, _FIRST = 36, 1, 26, 38, 700, 72, 128
_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789"
_LAST_CODE_POINT = 0x10FFFF


@dataclass(frozen=True, slots=True)
class HostMap:
    """The mapping table: run starts, their fates and letters, and the composed letter of each pair."""

    starts: Sequence[int]
    fates: str
    arguments: Sequence[str]
    compositions: Mapping[str, str]


def make_host_map(table: Mapping[str, Any]) -> HostMap:
    """Build the map from the table in ``host_map.json``. Raises RulebookError where its columns do not fit together."""
    gaps, fates, pairs = table["gaps"], table["fates"], table["compositions"]
    letters = {"d": table["shifted"], "m": table["replaced"]}
    if len(gaps) != len(fates):
        raise RulebookError(f"host_map.json: gaps holds {len(gaps)} values, expected {len(fates)}")
    for fate, column in letters.items():
        if len(column) != fates.count(fate):
            raise RulebookError(f"host_map.json: {fate} has {len(column)} letters, expected {fates.count(fate)}")
    if len(pairs) % 3:
        raise RulebookError(f"host_map.json: compositions holds {len(pairs)} letters, expected rows of three")
    if not fates or gaps[0] != 0:
        raise RulebookError(f"host_map.json: gaps begin with {gaps[:1]}, expected [0]")
    given = {fate: iter(column) for fate, column in letters.items()}
    return HostMap(
        starts=list(accumulate(gaps)),
        fates=fates,
        arguments=[next(given[fate]) if fate in given else "" for fate in fates],
        compositions={pairs[i : i + 2]: pairs[i + 2] for i in range(0, len(pairs), 3)},
    )


def map_letter(letter: str, table: HostMap) -> str | None:
    """The letters that a browser puts in place of one; None where it refuses the host."""
    code_point = ord(letter)
    run = bisect_right(table.starts, code_point) - 1
    fate, argument = table.fates[run], table.arguments[run]
    if fate == "v":
        return letter
    if fate == "d":
        shifted = code_point - table.starts[run] + ord(argument)
        return chr(shifted) if shifted <= _LAST_CODE_POINT else None
    if fate == "p":
        return chr(code_point + 1) if (code_point - table.starts[run]) % 2 == 0 else letter
    return argument if fate == "m" else "" if fate == "i" else None


def compose(text: str, table: HostMap) -> str:
    """Join each letter with the marks that follow it, where a composed letter exists."""
    out: list[str] = []
    for letter in text:
        joined = table.compositions.get(out[-1] + letter) if out else None
        if joined is None:
            out.append(letter)
        else:
            out[-1] = joined
    return "".join(out)


def encode_punycode(label: str) -> str:
    """A label with letters beyond ASCII as Punycode, without ``xn--`` (RFC 3492, section 6.3)."""
    out = [letter for letter in label if ord(letter) < _FIRST]
    basic = done = len(out)
    if basic:
        out.append("-")
    code, delta, bias = _FIRST, 0, _BIAS
    while done < len(label):
        following = min(ord(letter) for letter in label if ord(letter) >= code)
        delta += (following - code) * (done + 1)
        code = following
        for letter in label:
            if ord(letter) < code:
                delta += 1
            elif ord(letter) == code:
                out.append(_variable_length(delta, bias))
                bias = _adapt(delta, done + 1, done == basic)
                delta = 0
                done += 1
        delta += 1
        code += 1
    return "".join(out)


def decode_punycode(label: str) -> str | None:
    """The letters behind a Punycode label without ``xn--``; None where it is broken (RFC 3492, section 6.2)."""
    basic, _, coded = label.rpartition("-")
    out = list(basic)
    code, position, bias, index = _FIRST, 0, _BIAS, 0
    while index < len(coded):
        read = _read_number(coded, index, bias)
        if read is None:
            return None
        added, index = read
        room = len(out) + 1
        bias = _adapt(added, room, position == 0 and code == _FIRST and len(out) == len(basic))
        code += (position + added) // room
        position = (position + added) % room
        if code > _LAST_CODE_POINT or 0xD800 <= code <= 0xDFFF:
            return None
        out.insert(position, chr(code))
        position += 1
    return "".join(out)


def _read_number(coded: str, index: int, bias: int) -> tuple[int, int] | None:
    added, weight, step = 0, 1, _BASE
    while index < len(coded):
        digit = _DIGITS.find(coded[index])
        if digit < 0:
            return None
        added += digit * weight
        threshold = min(max(step - bias, _TMIN), _TMAX)
        index += 1
        if digit < threshold:
            return added, index
        weight *= _BASE - threshold
        step += _BASE
        if added > _LAST_CODE_POINT * 64:  # a label holds at most 63 letters: more can only overflow
            return None
    return None


def _variable_length(delta: int, bias: int) -> str:
    out: list[str] = []
    step = _BASE
    while True:
        threshold = min(max(step - bias, _TMIN), _TMAX)
        if delta < threshold:
            return "".join(out) + _DIGITS[delta]
        out.append(_DIGITS[threshold + (delta - threshold) % (_BASE - threshold)])
        delta = (delta - threshold) // (_BASE - threshold)
        step += _BASE


def _adapt(delta: int, points: int, first: bool) -> int:
    delta = delta // _DAMP if first else delta // 2
    delta += delta // points
    step = 0
    while delta > ((_BASE - _TMIN) * _TMAX) // 2:
        delta //= _BASE - _TMIN
        step += _BASE
    return step + (_BASE - _TMIN + 1) * delta // (delta + _SKEW)
