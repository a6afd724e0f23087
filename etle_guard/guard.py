"""The whole street: a message goes in, a verdict comes out."""

from __future__ import annotations

from etle_guard.evidence.collect import collect
from etle_guard.lookalike.sieve import may_resemble
from etle_guard.nouns import Host, Level, Link, LinkVerdict, Message, Verdict
from etle_guard.parse.host import is_ordinary_host
from etle_guard.parse.links import split_link
from etle_guard.parse.message import parse, parse_link
from etle_guard.parse.suffix import split_suffix
from etle_guard.rulebook import Rulebook
from etle_guard.verdict import weigh


def judge(message: Message, rulebook: Rulebook) -> Verdict:
    """Parse, collect, weigh."""
    parsed = parse(message, rulebook)
    return weigh(parsed, collect(parsed, rulebook), rulebook)


def judge_url(url: str, rulebook: Rulebook) -> Verdict:
    """The same for one link or host alone; what has no host in it is unreadable, never clear."""
    return _nothing_found(url, rulebook) if is_plainly_clear(url, rulebook) else look_closely(url, rulebook)


def look_closely(url: str, rulebook: Rulebook) -> Verdict:
    """What ``judge_url`` does where the quick answer is not certain; the answer is the same where it is."""
    link = split_link(url, rulebook.links) or Link(url, (0, len(url)), "", "", _NO_HOST, "", "")
    parsed = parse_link(link, rulebook)
    return weigh(parsed, collect(parsed, rulebook), rulebook)


def is_plainly_clear(host: str, rulebook: Rulebook) -> bool:
    """Whether ``judge_url`` would find nothing at all in a host; a quick answer for files of a million.

    True is certain. False says only that the host must be looked at: it may resemble something, stand in a table, or be
    written in a way that must be parsed first.
    """
    if not is_ordinary_host(host) or may_resemble(host, rulebook.targets.sieve):
        return False
    listed, parent = rulebook.listed, host
    while parent:
        if parent in listed:
            return False
        parent = parent.partition(".")[2]
    return True


def _nothing_found(host: str, rulebook: Rulebook) -> Verdict:
    registrable = split_suffix(host, rulebook.links.suffixes)[1]
    link = LinkVerdict(host, (0, len(host)), host, Level.CLEAR, None, registrable or host)
    return Verdict(Level.CLEAR, 0, rulebook.silence.topic, rulebook.silence.complete, (link,), ())


_NO_HOST = Host("", "", "unreadable", "", None)
