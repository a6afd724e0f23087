"""What the links of a message say: where they really lead, and whom they imitate. One short function per question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from etle_guard.evidence.finding import finding
from etle_guard.evidence.path import app_file, kit_path, name_in_path, percent_decoded
from etle_guard.evidence.pretext import has_pretext, words_of
from etle_guard.evidence.speaker import is_plain_talk, is_stranger
from etle_guard.lookalike.likeness import is_restricted, likeness
from etle_guard.lookalike.targets import SURE, is_cheap
from etle_guard.nouns import Evidence, Host, Link
from etle_guard.parse.links import split_link
from etle_guard.parse.message import Parsed
from etle_guard.parse.skeleton import ascii_lower
from etle_guard.parse.suffix import parents
from etle_guard.rulebook import Row, Rulebook

_DISGUISES = frozenset({"percent-encoded", "invisible-letters", "mapped-letters", "broken-punycode", "odd-address"})
_OFFICES = frozenset({"pln", "bpjs", "tax", "bank", "courier"})
_PRESSING = frozenset(
    {"unpaid", "threat", "final", "pay", "fine", "refund", "otp", "pin", "card", "password", "identity", "fill",
     "confirm"}
)  # fmt: skip
_SURELY = 2  # band of the margin from which news and chat may link to sites that we do not know
_TALK = frozenset({"other", "report"})
_DEEPEST = 2  # a redirect inside a redirect is followed once more, no further


def host_evidence(parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """Everything about every link, by position."""
    for index, link in enumerate(parsed.links):
        yield from link_evidence(link, index, parsed, rulebook)


def link_evidence(link: Link, index: int, parsed: Parsed, rulebook: Rulebook, depth: int = 0) -> Iterator[Evidence]:
    """Everything about one link."""
    if link.host.kind == "unreadable":
        yield finding(rulebook, "host.unreadable", link.span, link.text, index)
        return
    known = list(_known(link, index, rulebook))
    yield from known
    yield from _userinfo(link, index, rulebook)
    yield from _redirect(link, index, parsed, rulebook, depth)
    yield from app_file(link, index, parsed, rulebook)
    yield from _disguised(link, index, rulebook)
    if known:
        return
    imitations = list(_imitation(link, index, rulebook)) or list(_capital(link, index, rulebook))
    yield from imitations
    yield from _shortener(link, index, rulebook)
    yield from _address(link, index, rulebook)
    if not imitations:
        yield from name_in_path(link, index, rulebook)
    yield from kit_path(link, index, rulebook)
    yield from _pretext(link, index, parsed, rulebook)
    if not imitations and _is_unknown(link, parsed, rulebook):
        yield finding(rulebook, "host.unknown", link.span, link.host.ascii, index, registrable=_owner(link.host))
        if is_cheap(link.host, rulebook.targets):
            yield finding(rulebook, "host.cheap", link.span, link.host.ascii, index, host=link.host.ascii)


def _is_unknown(link: Link, parsed: Parsed, rulebook: Rulebook) -> bool:
    """Whether a message about a ticket leads somewhere that nothing vouches for, be it the host or the way it talks."""
    hidden = leads_on(link, rulebook) or is_cheap(link.host, rulebook.targets)
    is_offices = is_restricted(link.host, rulebook.targets) and not (hidden or is_stranger(parsed))
    if not parsed.reading.about_ticket or _is_ordinary(link, rulebook) or is_offices:
        return False
    talks = parsed.reading.topic in _TALK and parsed.reading.strength >= _SURELY
    talks = talks and (is_plain_talk(parsed) or not is_stranger(parsed))
    return hidden or not talks


def leads_elsewhere(link: Link, rulebook: Rulebook) -> bool:
    """Whether a link leads neither to an authority nor to a site that everyone knows."""
    host = link.host.ascii
    is_own = host in rulebook.official or _row_above(host, rulebook.operated) is not None
    return not is_own and not _is_ordinary(link, rulebook)


def _row_above(host: str, rows: Mapping[str, Row]) -> Row | None:
    """The row of the domain that a host is or lies under."""
    return next((rows[name] for name in (host, *parents(host)) if name in rows), None)


def leads_on(link: Link, rulebook: Rulebook) -> bool:
    """Whether a link hides where it leads: a shortener."""
    return _short_host(link) in rulebook.shorteners


def _is_ordinary(link: Link, rulebook: Rulebook) -> bool:
    """A site that everyone links to, or a dot that a missing space explains."""
    return "maybe-sentence" in link.tricks or _is_well_known(link.host, rulebook)


def _is_well_known(host: Host, rulebook: Rulebook) -> bool:
    return host.ascii in rulebook.well_known or host.registrable in rulebook.well_known


def _owner(host: Host) -> str:
    return host.registrable or host.ascii


def _known(link: Link, index: int, rulebook: Rulebook) -> Iterator[Evidence]:
    """Whether the host is official, under an authority's own domain, widely known, or a neighbour."""
    host = link.host
    row = rulebook.official.get(host.ascii)
    if row is not None:
        yield finding(
            rulebook, "host.official", link.span, host.ascii, index, host=host.ascii, operator=row["operator"]
        )
        return
    operated, neighbour = _row_above(host.ascii, rulebook.operated), _row_above(host.ascii, rulebook.neighbours)
    if operated is not None:
        yield finding(rulebook, "host.operated", link.span, host.ascii, index, host=host.ascii, domain=operated["host"],
                      operator=operated["operator"])  # fmt: skip
    elif _is_well_known(host, rulebook):
        yield finding(rulebook, "host.ordinary", link.span, host.ascii, index, host=host.ascii)
    elif neighbour is not None:
        one = finding(rulebook, "host.neighbour", link.span, host.ascii, index, registrable=_owner(host))
        yield replace(one, points=0) if neighbour.get("honest") else one


def _imitation(link: Link, index: int, rulebook: Rulebook) -> Iterator[Evidence]:
    found = likeness(link.host, rulebook.targets)
    if found is not None:
        rule = "host.imitates" if found.score >= SURE else "host.resembles"
        yield finding(rulebook, rule, link.span, found.target, index, target=found.target, trick=found.trick,
                      matched=found.matched, registrable=_owner(link.host))  # fmt: skip


def _capital(link: Link, index: int, rulebook: Rulebook) -> Iterator[Evidence]:
    """A capital ``I`` in place of ``l``, which makes an official name of a host that nobody has: ``poIri.go.id``."""
    if "I" not in link.text:
        return
    shown, plain = ascii_lower(link.text.replace("I", "l")), ascii_lower(link.text)
    target = next((name for name in rulebook.official if name in shown and name not in plain), None)
    if target is not None:
        yield finding(rulebook, "host.imitates", link.span, target, index, target=target, trick="lookalike-letters",
                      matched="", registrable=_owner(link.host))  # fmt: skip


def _userinfo(link: Link, index: int, rulebook: Rulebook) -> Iterator[Evidence]:
    """A name with a dot before the @, as in ``https://etle-korlantas.info@example.org``."""
    shown = link.userinfo.partition(":")[0]
    if "." in shown or "%2e" in ascii_lower(shown):
        yield finding(rulebook, "host.userinfo", link.span, link.host.ascii, index, shown=shown, host=link.host.ascii)


def _redirect(link: Link, index: int, parsed: Parsed, rulebook: Rulebook, depth: int) -> Iterator[Evidence]:
    """A parameter that names another address; what is known of that address counts for this link."""
    if depth >= _DEEPEST:
        return
    for value in _parameters(link.rest, rulebook.redirect_parameters):
        inner = split_link(value, rulebook.links)
        if inner is None or "." not in inner.host.ascii or inner.host.ascii == link.host.ascii:
            continue
        yield finding(rulebook, "host.redirect", link.span, inner.host.ascii, index, inner=inner.host.ascii)
        moved = Link(link.text, link.span, inner.scheme, inner.userinfo, inner.host, inner.port, inner.rest)
        yield from (
            one for one in link_evidence(moved, index, parsed, rulebook, depth + 1) if one.rule != "host.official"
        )


def _parameters(rest: str, names: frozenset[str]) -> Iterator[str]:
    """The decoded values of redirect parameters that look like an address."""
    query = rest.partition("?")[2].partition("#")[0]
    for pair in query.replace(";", "&").split("&"):
        name, _, value = pair.partition("=")
        plain = percent_decoded(value)
        if ascii_lower(name) in names and "." in plain:
            yield plain


def _pretext(link: Link, index: int, parsed: Parsed, rulebook: Rulebook) -> Iterator[Evidence]:
    """A throw-away site named after a utility, an insurance, the tax office or a bank, in a message that presses."""
    if not is_cheap(link.host, rulebook.targets) or not leads_elsewhere(link, rulebook):
        return
    presses = not parsed.reading.stated.isdisjoint(_PRESSING)
    if presses and has_pretext(words_of(link.host), rulebook, _OFFICES):
        yield finding(rulebook, "host.pretext", link.span, link.host.ascii, index, host=link.host.ascii)


def _disguised(link: Link, index: int, rulebook: Rulebook) -> Iterator[Evidence]:
    if _DISGUISES.intersection(link.host.tricks):
        yield finding(rulebook, "host.disguised", link.span, link.host.ascii, index, host=link.host.ascii)


def _shortener(link: Link, index: int, rulebook: Rulebook) -> Iterator[Evidence]:
    host = _short_host(link)
    if host in rulebook.shorteners:
        yield finding(rulebook, "host.shortener", link.span, host, index, host=host)


def _short_host(link: Link) -> str:
    return link.host.ascii.removeprefix("www.")


def _address(link: Link, index: int, rulebook: Rulebook) -> Iterator[Evidence]:
    if link.host.kind in ("ipv4", "ipv6"):
        yield finding(rulebook, "host.address", link.span, link.host.ascii, index, host=link.host.ascii)
