"""What the path of a link says: an application, an official name in the path of another host, a page of a known kit."""

from __future__ import annotations

from collections.abc import Iterator

from etle_guard.evidence.finding import finding
from etle_guard.evidence.pretext import has_pretext, words_of
from etle_guard.nouns import Evidence, Link
from etle_guard.parse.attachments import parse_attachment
from etle_guard.parse.message import Parsed
from etle_guard.parse.skeleton import ascii_lower
from etle_guard.rulebook import Rulebook

_KIT_PATHS = frozenset({"/id", "/id/"})
_LAST_NAMES = 3  # of a path, that may name a file


def app_file(link: Link, index: int, parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """A path that names an Android application, last or, as file hosters do, in front of a word of theirs."""
    path = link.rest.partition("#")[0].partition("?")[0].replace("\\", "/")
    names = [percent_decoded(name) for name in path.split("/")[-_LAST_NAMES:]]
    files = [parse_attachment(name, rulebook.fold, rulebook.files.harmless) for name in names if "." in name]
    file = next((file for file in files if rulebook.files.classes.get(file.extension) == "apk"), None)
    if file is None:
        return
    yield finding(rulebook, "host.app-file", link.span, file.name, index, file=file.name)
    if parsed.reading.about_ticket or has_pretext(file.words + words_of(link.host), rulebook):
        yield finding(rulebook, "host.app-pretext", link.span, file.name, index)


def name_in_path(link: Link, index: int, rulebook: Rulebook) -> Iterator[Evidence]:
    """An official host written out in the path of another, on label boundaries."""
    rest = ascii_lower(percent_decoded(link.rest))
    met = [name.host for name in rulebook.targets.names if name.host in rest and _stands_alone(rest, name.host)]
    if met:
        longest = max(met, key=lambda host: (len(host), host))
        owner = link.host.registrable or link.host.ascii
        yield finding(rulebook, "host.name-in-path", link.span, longest, index, target=longest, registrable=owner)


def _stands_alone(text: str, name: str) -> bool:
    start = text.find(name)
    before, after = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
    return not any("a" <= letter <= "z" or "0" <= letter <= "9" or letter == "-" for letter in before + after)


def kit_path(link: Link, index: int, rulebook: Rulebook) -> Iterator[Evidence]:
    """The page that the known kit of such frauds answers from, on a cheap suffix."""
    if link.rest in _KIT_PATHS and link.host.suffix in rulebook.targets.cheap:
        shown = link.host.ascii + link.rest
        yield finding(rulebook, "host.kit-path", link.span, shown, index, shown=shown)


def percent_decoded(text: str) -> str:
    """ASCII characters behind ``%41`` and the like; bytes beyond ASCII stay as they are written."""
    head, *pieces = text.split("%")
    return head + "".join(_decoded_piece(piece) for piece in pieces)


def _decoded_piece(piece: str) -> str:
    code = piece[:2]
    if len(code) == 2 and all(letter in "0123456789abcdefABCDEF" for letter in code) and 32 < int(code, 16) < 127:
        return chr(int(code, 16)) + piece[2:]
    return "%" + piece
