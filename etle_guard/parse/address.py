"""Numeric hosts, as the WHATWG URL standard reads them: IPv4 in every base and short form, IPv6 in brackets.

https://url.spec.whatwg.org/#concept-ipv4-parser and #concept-ipv6-parser
"""

from __future__ import annotations

_DIGITS = "0123456789abcdef"


def ends_in_number(labels: list[str]) -> bool:
    """Whether a browser takes the host for an IPv4 address: its last label is a number in some base."""
    last = labels[-1]
    if last and all(letter in "0123456789" for letter in last):
        return True
    return _number(last) is not None


def parse_ipv4(labels: list[str]) -> str | None:
    """The dotted decimal form of a host that ends in a number; None where it is no address."""
    numbers = [_number(label) for label in labels]
    if len(numbers) > 4 or None in numbers:
        return None
    known = [number for number in numbers if number is not None]
    if any(number > 255 for number in known[:-1]) or known[-1] >= 256 ** (5 - len(known)):
        return None
    value = known[-1] + sum(number * 256 ** (3 - place) for place, number in enumerate(known[:-1]))
    return ".".join(str(value // 256**place % 256) for place in (3, 2, 1, 0))


def _number(label: str) -> int | None:
    """A label as decimal, ``0x`` hexadecimal or ``0`` octal; more digits than 2**64 needs are no number here."""
    if label == "":
        return None
    base, digits = 10, label
    if label[:2] in ("0x", "0X"):
        base, digits = 16, label[2:]
    elif len(label) > 1 and label[0] == "0":
        base, digits = 8, label[1:]
    value = 0
    for letter in digits:
        digit = _DIGITS.find(letter)
        if digit < 0 or digit >= base:
            return None
        value = min(value * base + digit, 2**40)  # beyond 32 bits only "too large" matters
    return value


def parse_ipv6(text: str) -> str | None:
    """The shortest form of an IPv6 address without its brackets; None where it is no address."""
    head, gap, tail = text.partition("::")
    if gap and "::" in tail:
        return None
    left = _pieces(head, last=not gap)
    right = _pieces(tail, last=True) if gap else []
    if left is None or right is None:
        return None
    missing = 8 - len(left) - len(right)
    if missing < 0 or (missing > 0) != bool(gap):
        return None
    return _shorten(left + [0] * missing + right)


def _pieces(text: str, last: bool) -> list[int] | None:
    if text == "":
        return []
    out: list[int] = []
    parts = text.split(":")
    for index, part in enumerate(parts):
        if "." in part and last and index == len(parts) - 1:
            embedded = _embedded_ipv4(part)
            if embedded is None:
                return None
            out += embedded
        elif 1 <= len(part) <= 4 and all(letter in _DIGITS for letter in part.lower()):
            out.append(int(part, 16))
        else:
            return None
    return out


def _embedded_ipv4(text: str) -> list[int] | None:
    parts = text.split(".")
    if len(parts) != 4 or any(not _is_octet(part) for part in parts):
        return None
    a, b, c, d = (int(part) for part in parts)
    return [a * 256 + b, c * 256 + d]


def _is_octet(part: str) -> bool:
    plain = 1 <= len(part) <= 3 and all(letter in "0123456789" for letter in part)
    return plain and int(part) <= 255 and (part == "0" or part[0] != "0")


def _shorten(pieces: list[int]) -> str:
    best, length, start = -1, 1, 0
    while start < 8:
        end = start
        while end < 8 and pieces[end] == 0:
            end += 1
        if end - start > length:
            best, length = start, end - start
        start = max(end, start + 1)
    words = [f"{piece:x}" for piece in pieces]
    if best < 0:
        return ":".join(words)
    return ":".join(words[:best]) + "::" + ":".join(words[best + length :])
