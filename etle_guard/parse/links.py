"""Where the links are in a text: with a scheme, without one, disguised, or broken over two lines.

A chat shows the links of unknown senders as plain text, and most attack links are printed without a scheme, so a bare
host counts wherever its last label is a top-level domain. Splitting follows the WHATWG URL standard
(https://url.spec.whatwg.org/#url-parsing): ``\\`` is ``/``, userinfo ends at the last ``@``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etle_guard.nouns import Host, Link
from etle_guard.parse.defang import Plain, defang
from etle_guard.parse.host import parse_host
from etle_guard.parse.hostmap import HostMap, map_letter
from etle_guard.parse.skeleton import ascii_lower
from etle_guard.parse.suffix import Suffixes

_SCHEMES = ("https", "http", "hxxps", "hxxp", "ftp")
_SCHEME = re.compile(rf"({'|'.join(_SCHEMES)}):[/\\]+", re.IGNORECASE | re.ASCII)
_BREAKS = frozenset(' \t\n\r\x0b\x0c\x00<>"|\u00a0\u2028\u2029\u3000\u201c\u201d\u00ab\u00bb')
# Without one of these a run holds no link; beyond ASCII, what is no break. A sum of money (Rp150.000) holds none.
_SIGN = re.compile(
    r"\.(?:\d*[a-z%_-]|\d+[.:/\\?#])|:[/\\]|[^\x00-\x7f\u00a0\u2028\u2029\u3000\u201c\u201d\u00ab\u00bb]", re.I
)
_AS_SPACE = dict.fromkeys(map(ord, _BREAKS), " ")
_TRAILING = frozenset(".,;:!?)]}'*_~\u2026\u2019")
_SLASHES = frozenset("/\\")
_AUTHORITY_END = frozenset("/\\?#")
_DOTS = frozenset(".\u3002\uff0e\uff61")
# Before anything else browsers drop tabs and ends of lines and read a lone surrogate as U+FFFD.
_AS_BROWSERS = {9: None, 10: None, 13: None, **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)}
# Signs, arrows, emoji and private letters: never part of a bare host, though browsers would accept some of them.
_SIGN_RANGES = (
    (0x80, 0xA9), (0xAB, 0xB4), (0xB6, 0xB9), (0xBB, 0xBF), (0x2000, 0x2BFF), (0x3000, 0x303F),
    (0xE000, 0xF8FF), (0xFE00, 0xFE6F), (0xFFF0, 0xFFFF), (0x1F000, 0x1FAFF),
)  # fmt: skip
# Two-letter top-level domains that are words of Indonesian or English: "besok.ga bisa" is a sentence, not a link.
_WORD_SUFFIXES = frozenset(
    ("am", "as", "at", "be", "by", "do", "ga", "ge", "in", "is", "it", "la", "ma", "me", "mu", "my",
     "no", "pa", "sa", "so", "to", "tu", "us", "ya")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LinkTables:
    """What the finder has to know: how letters map, where names are registered, which endings are file types."""

    host_map: HostMap
    suffixes: Suffixes
    file_types: frozenset[str]


def find_links(text: str, tables: LinkTables) -> tuple[Link, ...]:
    """Every link of a text, by position."""
    plain = defang(text, tables.suffixes.top_level)
    found = []
    for start, end in _chunks(plain.letters):
        found += _links_in(plain, start, end, tables)
    return tuple(_as_given(link, plain, text) for link in found)


def split_link(text: str, tables: LinkTables) -> Link | None:
    """A single link or host, given as such: no search, nothing trimmed but white space; None where there is no host."""
    letters = text.strip(" \t\n\r\x0b\x0c")
    plain = Plain(letters, range(len(letters)), range(1, len(letters) + 1), frozenset())
    clean = letters.translate(_AS_BROWSERS)
    begin, scheme = _scheme_at(clean, 0, least=0)  # browsers open "http:example.org" too
    found = _split(clean, begin, len(clean), scheme, tables) if clean else None
    if found is None or (found.host.kind == "unreadable" and scheme == "" and "." not in clean):
        return None
    return Link(plain.letters, (0, len(text)), scheme, found.userinfo, found.host, found.port, found.rest)


def _chunks(letters: str) -> Iterator[tuple[int, int]]:
    """Runs without white space or quotes that may hold a link."""
    sign = _SIGN.search(letters)
    spaced = letters.translate(_AS_SPACE) if sign else ""
    end = 0
    while sign is not None:
        start = spaced.rfind(" ", end, sign.start()) + 1 or end
        end = spaced.find(" ", sign.start())
        end = len(letters) if end < 0 else end
        yield start, end
        sign = _SIGN.search(letters, end)


def _links_in(plain: Plain, start: int, end: int, tables: LinkTables) -> list[Link]:
    letters, found = plain.letters, []
    index = bare_from = stop = last = start
    while (met := _SCHEME.search(letters, index, end)) is not None:
        index, begin = met.span()
        link = None
        if begin < end:
            if begin > stop:  # else what was found for the try before still holds, however many tries there are
                stop = _next_link(letters, begin, end)
                last = _trim(letters, begin, stop)
            scheme = ascii_lower(met[1])
            link = _split(letters, begin, max(begin, last), scheme, tables, first=index)
        if link is None:
            index += 1
            continue
        found += [*_bare_links(plain, bare_from, index, tables), link]
        index = bare_from = stop
    return found + _bare_links(plain, bare_from, end, tables)


def _next_link(letters: str, begin: int, end: int) -> int:
    """Where the next link of the same chunk begins: ``https://a.id,https://b.id`` are two."""
    for index in range(begin, end):
        if letters[index] in ",;)" and _scheme_at(letters, index + 1)[1]:
            return index
    return end


def _scheme_at(letters: str, index: int, least: int = 1) -> tuple[int, str]:
    """Where the authority begins if a scheme stands at ``index``, and the scheme; else ``index`` and ''.

    ``least`` is how many slashes have to follow.
    """
    head = ascii_lower(letters[index : index + 6])
    for scheme in _SCHEMES:
        if head.startswith(scheme + ":"):
            begin = index + len(scheme) + 1
            while begin < len(letters) and letters[begin] in _SLASHES:
                begin += 1
            if begin >= index + len(scheme) + 1 + least:
                return begin, scheme
    return index, ""


def _trim(letters: str, start: int, end: int) -> int:
    while end > start and letters[end - 1] in _TRAILING:
        end -= 1
    return end


def _split(
    letters: str, begin: int, end: int, scheme: str, tables: LinkTables, first: int | None = None
) -> Link | None:
    """Split ``letters[begin:end]`` into userinfo, host, port and the rest."""
    cut = begin
    while cut < end and letters[cut] not in _AUTHORITY_END:
        cut += 1
    userinfo, _, hostport = letters[begin:cut].rpartition("@")
    name, port = _cut_port(hostport)
    if name == "":
        return None
    host = parse_host(name, tables.host_map, tables.suffixes)
    return Link("", (begin if first is None else first, end), scheme, userinfo, host, port, letters[cut:end])


def _cut_port(hostport: str) -> tuple[str, str]:
    name, colon, port = hostport.rpartition(":")
    if colon and (port == "" or (port.isascii() and port.isdigit())) and not name.endswith(":"):
        return name, port
    return hostport, ""


def _bare_links(plain: Plain, start: int, end: int, tables: LinkTables) -> list[Link]:
    """Links without a scheme in one chunk: runs of host letters with a dot inside and a known last label."""
    letters, found, index = plain.letters, [], start
    while index < end:
        if not _is_host_letter(letters[index], tables.host_map):
            index += 1
            continue
        stop = index
        while stop < end and (letters[stop] in _DOTS or _is_host_letter(letters[stop], tables.host_map)):
            stop += 1
        link = _bare_link(letters, index, stop, end, tables)
        if link is not None and not (index > start and letters[index - 1] == "@"):
            found.append(link)
            stop = max(stop, link.span[1])
        index = stop + 1
    return found


def _bare_link(letters: str, start: int, stop: int, end: int, tables: LinkTables) -> Link | None:
    stop = _trim(letters, start, stop)
    while start < stop and letters[start] in "-_":
        start += 1
    if not any(letter in _DOTS for letter in letters[start:stop]):
        return None
    host = parse_host(letters[start:stop], tables.host_map, tables.suffixes)
    port_end = _port_end(letters, stop, end)
    has_rest = port_end < end and letters[port_end] in _AUTHORITY_END
    if not _may_be_bare(host, has_rest or port_end > stop, tables):
        return None
    last = _trim(letters, port_end, end) if has_rest else port_end
    tricks = ("maybe-sentence",) if not has_rest and _reads_like_sentence(letters[start:stop], host) else ()
    return Link("", (start, last), "", "", host, letters[stop + 1 : port_end], letters[port_end:last], tricks=tricks)


def _port_end(letters: str, stop: int, end: int) -> int:
    if stop >= end or letters[stop] != ":":
        return stop
    index = stop + 1
    while index < end and "0" <= letters[index] <= "9":
        index += 1
    return index if index > stop + 1 else stop


def _may_be_bare(host: Host, has_more: bool, tables: LinkTables) -> bool:
    if host.kind == "ipv4":
        return has_more and "odd-address" not in host.tricks
    if host.kind != "name" or ".." in host.ascii or host.ascii.startswith("."):
        return False
    if host.registrable is None or host.suffix.rpartition(".")[2] not in tables.suffixes.top_level:
        return False
    return has_more or host.ascii.rpartition(".")[2] not in tables.file_types


def _reads_like_sentence(written: str, host: Host) -> bool:
    """Whether a missing space after a full stop explains the dot: ``besok.ga``, ``lunas.Id``."""
    left, _, right = written.rpartition(".")
    capital = "A" <= right[:1] <= "Z" and not "A" <= left[:1] <= "Z"
    return left.isascii() and left.isalpha() and (capital or ascii_lower(right) in _WORD_SUFFIXES)


def _is_host_letter(letter: str, table: HostMap) -> bool:
    if letter < "\x80":
        return "a" <= letter <= "z" or "0" <= letter <= "9" or "A" <= letter <= "Z" or letter in "-_%"
    mapped = map_letter(letter, table)
    if mapped is None or letter in _DOTS:
        return False
    if mapped != letter:
        return all("a" <= sign <= "z" or "0" <= sign <= "9" or sign > "\x7f" for sign in mapped)
    return not any(first <= ord(letter) <= last for first, last in _SIGN_RANGES)


def _as_given(link: Link, plain: Plain, text: str) -> Link:
    """Move a link's span from the undisguised letters to the text as given."""
    first, last = link.span
    start, end = plain.starts[first], plain.ends[last - 1]
    defanged = not plain.changed.isdisjoint(range(first, last)) or link.scheme.startswith("hxxp")
    tricks = link.tricks + (("defanged",) if defanged else ())
    return Link(text[start:end], (start, end), link.scheme, link.userinfo, link.host, link.port, link.rest,
                live=not defanged, tricks=tricks)  # fmt: skip
