"""Whole official names in a host: embedded, under another ending, with look-alike letters or typing errors.

Limits grow with length, since edit distance over short names accuses everyone (measured: 42 of 42 false alarms at
distance 2 came from ``polri``).
"""

from __future__ import annotations

from collections.abc import Iterator

from etle_guard.lookalike.targets import Likeness, Name, Targets, near, own_labels
from etle_guard.nouns import Host
from etle_guard.parse.skeleton import skeleton, squash

_LONG_NAME = 8  # squashed official hosts shorter than this would be met by chance
_LONG_LABEL = 7  # and so would shorter labels


def whole_names(labels: list[str], host: Host, targets: Targets) -> Iterator[Likeness]:
    """Every official host that ``labels`` (in plain letters) embed or nearly spell."""
    own = own_labels(labels, host)
    whole, folded = squash("".join(labels)), skeleton(squash("".join(labels)))
    candidates = [(text, skeleton(text)) for text in sorted({squash(own[-1]), squash("".join(own))})]
    for name in targets.names:
        if len(name.squashed) >= _LONG_NAME and (name.squashed in whole or name.squashed_skeleton in folded):
            yield Likeness(60, name.host, "embedded", name.host)
        if name.label:
            for text, plain in candidates:
                yield from _near_label(text, plain, name, ".".join(own))


def _near_label(text: str, folded: str, name: Name, written: str) -> Iterator[Likeness]:
    """The registrant's label against the owner's. A single brand word is left to the words: many use it honestly."""
    limit = _edit_limit(len(name.label))
    if text == name.label:
        yield Likeness(50, name.host, "other-ending", written)
    elif len(name.label) >= _LONG_LABEL and name.label_skeleton in folded:
        yield Likeness(45, name.host, "embedded", written)
    elif folded == name.label_skeleton:
        yield Likeness(50, name.host, "lookalike-letters", written)
    elif limit and near(folded, name.label_skeleton, limit) is not None:
        yield Likeness(45, name.host, "typing-error", written)


def _edit_limit(length: int) -> int:
    """How many edits a label of this length may be away: 0 up to 6 letters, 1 below 9, 2 below 13, else 3."""
    return 0 if length <= 6 else 1 if length < 9 else 2 if length < 13 else 3
