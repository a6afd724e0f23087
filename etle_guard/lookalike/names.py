"""Whole official names in a host: embedded, under another ending, with look-alike letters or typing errors.

Limits grow with length, since edit distance over short names accuses everyone (measured: 42 of 42 false alarms at
distance 2 came from ``polri``).
"""

from __future__ import annotations

from collections.abc import Iterator

from etle_guard.lookalike.distance import edit_limit, near
from etle_guard.lookalike.labels import own_labels
from etle_guard.lookalike.targets import Likeness, Name, Targets
from etle_guard.nouns import Host
from etle_guard.parse.skeleton import folded_squash, squash

_LONG_NAME = 8  # squashed official hosts shorter than this would be met by chance
_LONG_LABEL = 7  # and so would shorter labels


def whole_names(labels: list[str], host: Host, targets: Targets) -> Iterator[Likeness]:
    """Every official host that ``labels`` (in plain letters) embed or nearly spell."""
    own = own_labels(labels, host)
    whole = ".".join(labels)
    folded_whole = folded_squash(whole)
    candidates = [(squash(text), folded_squash(text)) for text in sorted({own[-1], ".".join(own)})]
    for name in targets.names:
        if len(name.squashed) >= _LONG_NAME and name.squashed in folded_whole:
            trick = "embedded" if name.squashed != folded_whole else _same_letters(whole, name.host)
            yield Likeness(60, name.host, trick, name.host)
        if name.label:
            for text, folded in candidates:
                yield from _near_label(text, folded, name, ".".join(own))


def _same_letters(text: str, host: str) -> str:
    """The trick of a host that holds nothing but the letters of an official one."""
    return "separators" if text != host and squash(text) == squash(host) else "lookalike-letters"


def _near_label(text: str, folded: str, name: Name, written: str) -> Iterator[Likeness]:
    """The registrant's label against the owner's. A single brand word is left to the words: many use it honestly."""
    limit = edit_limit(len(name.label))
    if text == name.label:
        yield Likeness(50, name.host, "other-ending", written)
    elif folded == name.label_skeleton:
        yield Likeness(50, name.host, "lookalike-letters", written)
    elif len(name.label) >= _LONG_LABEL and name.label_skeleton in folded:
        yield Likeness(45, name.host, "embedded", written)
    elif limit and near(folded, name.label_skeleton, limit) is not None:
        yield Likeness(45, name.host, "typing-error", written)
