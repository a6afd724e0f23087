"""A host as a browser would open it, whatever was done to hide it.

Follows the host parser of the WHATWG URL standard (https://url.spec.whatwg.org/#host-parsing), with two differences:
a broken ``xn--`` label is kept and noted, and a trailing dot is dropped. Each disguise leaves a code in ``tricks``.
"""

from __future__ import annotations

import re

from etle_guard.limits import LONGEST_HOST
from etle_guard.nouns import Host
from etle_guard.parse.address import ends_in_number, parse_ipv4, parse_ipv6
from etle_guard.parse.hostmap import HostMap, compose, decode_punycode, encode_punycode, map_letter
from etle_guard.parse.suffix import Suffixes, split_suffix

# https://url.spec.whatwg.org/#forbidden-domain-code-point, beside the control characters
_FORBIDDEN = frozenset(" #%/:<>?@[\\]^|\x7f")
_HEX = "0123456789abcdefABCDEF"
_PLAIN = re.compile(r"[a-z0-9._-]*")
# What nearly every host is: ASCII labels in lower case, the last one no number, nothing to decode.
_ORDINARY = re.compile(r"(?:[a-z0-9_-]{1,63}\.)+[a-z][a-z0-9_-]{0,62}")
_LONGEST_NAME = 253
_MAX_LABEL = 63


def parse_host(text: str, table: HostMap, suffixes: Suffixes) -> Host:
    """Read the host part of a link. Never raises: what a browser would refuse has ``kind`` ``unreadable``."""
    if is_ordinary_host(text):
        return Host(text, text, "name", *split_suffix(text, suffixes))
    tricks: list[str] = []
    if len(text) > LONGEST_HOST:
        return _unreadable(text, tricks)
    if text.startswith("["):
        return _ipv6(text)
    mapped = _map(_percent_decode(text, tricks), table, tricks)
    if mapped is None:
        return _unreadable(text, tricks)
    name = mapped[:-1] if mapped.endswith(".") else mapped
    if name == "" or not _is_allowed(name):
        return _unreadable(text, tricks)
    shown, ascii_labels = _both_forms(name.split("."), tricks)
    if ends_in_number(ascii_labels):
        return _ipv4(text, ascii_labels, tricks)
    if any(len(label) > _MAX_LABEL for label in ascii_labels):
        tricks.append("long-label")
    host = ".".join(ascii_labels)
    suffix, registrable = split_suffix(host, suffixes)
    return Host(host, ".".join(shown), "name", suffix, registrable, tuple(tricks))


def is_ordinary_host(text: str) -> bool:
    """Whether a text is a host as nearly all are: reading it changes nothing in it."""
    return len(text) <= _LONGEST_NAME and _ORDINARY.fullmatch(text) is not None and "xn--" not in text


def _percent_decode(text: str, tricks: list[str]) -> str:
    """Replace ``%41`` by the byte that it names, then read the bytes as UTF-8 as browsers do."""
    if "%" not in text:
        return text
    raw = bytearray()
    index = 0
    while index < len(text):
        pair = text[index + 1 : index + 3]
        if text[index] == "%" and len(pair) == 2 and pair[0] in _HEX and pair[1] in _HEX:
            raw.append(int(pair, 16))
            index += 3
        else:
            raw += ("\ufffd" if _is_surrogate(text[index]) else text[index]).encode()
            index += 1
    tricks.append("percent-encoded")
    return raw.decode("utf-8", "replace")


def _is_surrogate(letter: str) -> bool:
    return "\ud800" <= letter <= "\udfff"


def _map(text: str, table: HostMap, tricks: list[str]) -> str | None:
    """UTS #46: map every letter, drop the ignored ones, compose; None where a letter is refused."""
    if _PLAIN.fullmatch(text):
        return text
    pieces = []
    noted = set()
    for letter in text:
        mapped = map_letter(letter, table)
        if mapped is None:
            return None
        if mapped == "":
            noted.add("invisible-letters")
        elif mapped != letter and not letter.isascii():
            noted.add("mapped-letters")
        pieces.append(mapped)
    tricks.extend(sorted(noted))
    return compose("".join(pieces), table)


def _is_allowed(name: str) -> bool:
    return all(letter > " " and letter not in _FORBIDDEN for letter in name)


def _both_forms(labels: list[str], tricks: list[str]) -> tuple[list[str], list[str]]:
    """Each label as people see it and as the name system holds it (Punycode)."""
    shown, ascii_labels = [], []
    for label in labels:
        if label.startswith("xn--"):
            decoded = decode_punycode(label[4:]) if label.isascii() else None
            broken = not decoded or decoded.isascii()
            tricks.append("broken-punycode" if broken else "international")
            shown.append(label if broken or decoded is None else decoded)
            ascii_labels.append(label if label.isascii() else "xn--" + encode_punycode(label))
        elif label.isascii():
            shown.append(label)
            ascii_labels.append(label)
        else:
            tricks.append("international")
            shown.append(label)
            ascii_labels.append("xn--" + encode_punycode(label))
    return shown, ascii_labels


def _ipv4(text: str, labels: list[str], tricks: list[str]) -> Host:
    address = parse_ipv4(labels)
    if address is None:
        return _unreadable(text, tricks)
    if address != ".".join(labels):
        tricks.append("odd-address")
    return Host(address, address, "ipv4", "", None, tuple(tricks))


def _ipv6(text: str) -> Host:
    address = parse_ipv6(text[1:-1]) if text.endswith("]") else None
    if address is None:
        return _unreadable(text, [])
    return Host(f"[{address}]", f"[{address}]", "ipv6", "", None)


def _unreadable(text: str, tricks: list[str]) -> Host:
    return Host("", text, "unreadable", "", None, tuple(tricks))
