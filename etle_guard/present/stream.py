"""A stream of messages, one JSON object a line, to a stream of records. A bad line is answered in its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from etle_guard.errors import InputError
from etle_guard.guard import judge
from etle_guard.limits import DEEPEST_LINE, LONGEST_LINE
from etle_guard.nouns import Level, Message
from etle_guard.present.record import json_line, record
from etle_guard.rulebook import Rulebook

_LARGEST_ID = 2**53 - 1  # beyond it JavaScript no longer tells neighbours apart


def check_lines(lines: Iterable[bytes], rulebook: Rulebook, first: int = 1) -> Iterator[tuple[str, Level | None]]:
    """Answer each line with its record and level, or with an error line and None. Empty lines are passed over.

    ``first`` is the number of the first line.
    """
    for number, line in enumerate(lines, start=first):
        if line.strip(b" \t\r\n"):
            yield answer(line, number, rulebook)


def answer(line: bytes, number: int, rulebook: Rulebook) -> tuple[str, Level | None]:
    """The answer to one line; ``number`` counts from 1."""
    name: str | int | None = None
    try:
        found = _parse(line)
        name = _id(found)
        message = read_message(found)
    except InputError as error:
        return json_line({"id": name, "line": number, "error": str(error)}), None
    verdict = judge(message, rulebook)
    return json_line(record(verdict, name)), verdict.level


def _parse(line: bytes) -> Mapping[str, Any]:
    if len(line) > LONGEST_LINE:
        raise InputError(f"line is longer than {LONGEST_LINE} bytes")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError("line is not valid UTF-8") from None
    if _depth(text) > DEEPEST_LINE:
        raise InputError(f"line is nested deeper than {DEEPEST_LINE}")
    try:
        found = _DECODER.decode(text)
    except ValueError:
        raise InputError("line is not valid JSON") from None
    if not isinstance(found, dict):
        raise InputError("line is not a JSON object")
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant, parse_int=float)


def _depth(text: str) -> int:
    """How deep brackets outside strings are nested; 0 where there are too few of them to matter."""
    if text.count("[") + text.count("{") <= DEEPEST_LINE:
        return 0
    deepest = depth = 0
    quoted = escaped = False
    for letter in text:
        if quoted:
            quoted = escaped or letter != '"'
            escaped = letter == "\\" and not escaped
        elif letter == '"':
            quoted = True
        elif letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth -= 1
    return deepest


def _id(found: Mapping[str, Any]) -> str | int | None:
    value = found.get("id")
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) <= _LARGEST_ID:
        return int(value)
    raise InputError("id is not a string or a whole number")


def read_message(found: Mapping[str, Any]) -> Message:
    """A message from its JSON object. Raises InputError naming the key and what was expected."""
    text = found.get("text")
    if not isinstance(text, str):
        raise InputError("text is missing or not a string")
    sender = found.get("sender")
    if sender is not None and not isinstance(sender, str):
        raise InputError("sender is not a string")
    names = found.get("attachments")
    if names is not None and not (isinstance(names, list) and all(isinstance(name, str) for name in names)):
        raise InputError("attachments is not a list of strings")
    return Message(text, sender, tuple(names or ()), read_date(found.get("sent_on")))


def read_date(value: object) -> date | None:
    """A day as ``YYYY-MM-DD``; None stays None. Raises InputError."""
    if value is None:
        return None
    try:
        if not isinstance(value, str) or not _looks_like_day(value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise InputError("sent_on is not a date of the form YYYY-MM-DD") from None


def _looks_like_day(text: str) -> bool:
    digits = text[0:4] + text[5:7] + text[8:10]
    return len(text) == 10 and text[4] == text[7] == "-" and all("0" <= digit <= "9" for digit in digits)
