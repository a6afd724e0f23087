"""The numbers of a model file, read strictly: whatever is broken or of another version is refused by name."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etle_guard.errors import RulebookError
from etle_guard.model.features import CONCEPT_BITS, WORD_BITS

FORMAT = 3
CLASSES = ("scam", "report", "other")
_WEIGHED = CLASSES[:2]  # against the last, which is the reference: its logit is 0
_BLOCKS = (("words", WORD_BITS), ("concepts", CONCEPT_BITS))
GREATEST = 24  # steps of the greatest weight, either way: fewer make a smaller file
ZERO = ord("?")  # a weight is one character, its steps from here: "'" to "W", none of which JSON escapes
_STEPS = bytes((code - ZERO) & 255 for code in range(256))
_ROW = re.compile("['-W]*")
_FIELD = 24  # bits of one class in a packed weight: room for the sum of 65,536 weights
_HALF = 1 << (_FIELD - 1)
_BOTH_HALVES = _HALF | _HALF << _FIELD  # added, so that no class borrows from the next


class ModelError(RulebookError):
    """A model file is broken, of another version, or does not fit this release."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by bucket against the class ``other``; scam and report in one integer, so that one sum serves both.

    ``lean`` is what a text about a ticket has more for scam: there a missed scam costs more than a look too many.
    """

    words: tuple[int, ...]
    concepts: tuple[int, ...]
    scale: float
    biases: tuple[float, ...]
    lean: float
    bands: tuple[float, ...]
    least_words: int


def read_weights(data: Mapping[str, Any]) -> Weights:
    """The numbers of a model file. Raises ModelError naming key, value and what was expected."""
    expect("format", data.get("format"), FORMAT)
    expect("classes", data.get("classes"), list(CLASSES))
    blocks = _mapping(data, "weights")
    raw = {name: _block(blocks, name, 1 << bits) for name, bits in _BLOCKS}
    digest = hashlib.sha256(b"".join(part for name, _ in _BLOCKS for part in raw[name])).hexdigest()
    expect("weights_sha256", data.get("weights_sha256"), digest)
    scale = _number(data.get("scale"), "scale")
    if scale <= 0:
        raise ModelError(f"model: scale is {scale!r}, expected more than 0")
    bands = _numbers(data, "bands", 3)
    if list(bands) != sorted(bands) or bands[0] < 0:
        raise ModelError(f"model: bands is {list(bands)!r}, expected rising numbers from 0")
    biases = _numbers(data, "biases", len(_WEIGHED))
    lean, least = _number(data.get("lean"), "lean"), _count(data, "least_words")
    if lean < 0:
        raise ModelError(f"model: lean is {lean!r}, expected 0 or more")
    return Weights(packed(raw["words"]), packed(raw["concepts"]), scale, biases, lean, bands, least)


def expect(key: str, value: object, wanted: object) -> None:
    """Raise ModelError unless a key has the one value that it can have (``True`` is not ``1``)."""
    if value != wanted or type(value) is not type(wanted):
        raise ModelError(f"model: {key} is {_shown(value)}, expected {_shown(wanted)}")


def packed(classes: Sequence[bytes]) -> tuple[int, ...]:
    """One integer for each bucket: the weights of the two classes, added side by side."""
    signed = [memoryview(row).cast("b") for row in classes]
    return tuple([scam + (report << _FIELD) for scam, report in zip(*signed, strict=True)])


def unpacked(total: int) -> tuple[int, int]:
    """The sums for scam and for report, from the sum of packed weights."""
    mask = 2 * _HALF - 1
    total += _BOTH_HALVES
    return (total & mask) - _HALF, (total >> _FIELD & mask) - _HALF


def _block(blocks: Mapping[str, Any], name: str, length: int) -> list[bytes]:
    rows = blocks.get(name)
    if not isinstance(rows, list) or len(rows) != len(_WEIGHED):
        raise ModelError(f"model: weights.{name} is {_shown(rows)}, expected {len(_WEIGHED)} strings")
    return [_bytes(row, f"weights.{name}[{index}]", length) for index, row in enumerate(rows)]


def _bytes(value: object, key: str, length: int) -> bytes:
    if not isinstance(value, str) or len(value) != length or _ROW.fullmatch(value) is None:
        raise ModelError(f"model: {key} is {_shown(value)}, expected {length} characters from ' to W")
    return value.encode("ascii").translate(_STEPS)


def _numbers(data: Mapping[str, Any], key: str, length: int) -> tuple[float, ...]:
    values = data.get(key)
    if not isinstance(values, list) or len(values) != length:
        raise ModelError(f"model: {key} is {_shown(values)}, expected {length} numbers")
    return tuple(_number(value, f"{key}[{index}]") for index, value in enumerate(values))


def _number(value: object, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ModelError(f"model: {key} is {_shown(value)}, expected a finite number")
    return float(value)


def _count(data: Mapping[str, Any], key: str) -> int:
    value = data.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ModelError(f"model: {key} is {_shown(value)}, expected a whole number from 1")
    return value


def _mapping(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key)
    if not isinstance(value, Mapping):
        raise ModelError(f"model: {key} is {_shown(value)}, expected a table")
    return value


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
