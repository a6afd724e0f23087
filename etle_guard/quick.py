"""One host or link alone: most hosts of the world are answered at a glance, the others looked at closely."""

from __future__ import annotations

from etle_guard.evidence.collect import collect
from etle_guard.lookalike.sieve import may_resemble
from etle_guard.nouns import Host, Level, Link, LinkVerdict, Verdict
from etle_guard.parse.host import is_ordinary_host
from etle_guard.parse.links import split_link
from etle_guard.parse.message import parse_link
from etle_guard.parse.suffix import parents, split_suffix
from etle_guard.rulebook import Rulebook
from etle_guard.verdict import weigh

_NO_HOST = Host("", "", "unreadable", "", None)


def is_plainly_clear(host: str, rulebook: Rulebook) -> bool:
    """Whether ``judge_url`` would find nothing at all in a host; a quick answer for files of a million.

    True is certain. False says only that the host must be looked at: it may resemble something, stand in a table, or be
    written in a way that must be parsed first.
    """
    if not is_ordinary_host(host) or may_resemble(host, rulebook.targets.sieve):
        return False
    return rulebook.listed.isdisjoint((host, *parents(host)))


def nothing_found(host: str, rulebook: Rulebook) -> Verdict:
    """The verdict on a host that is plainly clear."""
    registrable = split_suffix(host, rulebook.links.suffixes)[1]
    link = LinkVerdict(host, (0, len(host)), host, Level.CLEAR, None, registrable or host)
    return Verdict(Level.CLEAR, 0, rulebook.silence.topic, rulebook.silence.complete, (link,), ())


def look_closely(url: str, rulebook: Rulebook) -> Verdict:
    """The verdict on a link where the quick answer is not certain; it is the same where it is."""
    parsed = parse_link(split_link(url, rulebook.links) or _hostless(url), rulebook)
    return weigh(parsed, collect(parsed, rulebook), rulebook)


def _hostless(text: str) -> Link:
    return Link(text, (0, len(text)), "", "", _NO_HOST, "", "")
