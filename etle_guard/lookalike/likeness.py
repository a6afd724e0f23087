"""The strongest likeness of a host to anything protected."""

from __future__ import annotations

from etle_guard.lookalike.names import whole_names
from etle_guard.lookalike.sieve import may_resemble
from etle_guard.lookalike.targets import Likeness, Targets
from etle_guard.lookalike.words import imitated_words
from etle_guard.nouns import Host
from etle_guard.parse.skeleton import plain_letters


def likeness(host: Host, targets: Targets) -> Likeness | None:
    """The strongest likeness of a host that is not official itself, whole names first; None where there is none."""
    is_authority = "international" not in host.tricks and is_restricted(host, targets)  # whose names are ASCII
    if host.kind != "name" or is_authority:
        return None
    plain = [plain_letters(label, targets.fold) for label in host.display.split(".")]
    if not may_resemble(".".join(plain), targets.sieve):
        return None
    found = list(whole_names(plain, host, targets)) or list(imitated_words(plain, host, targets))
    return max(found, key=lambda one: (one.score, one.target, one.trick), default=None)


def is_restricted(host: Host, targets: Targets) -> bool:
    """Whether only an authority can register under the host's suffix."""
    return any(host.suffix == suffix or host.suffix.endswith("." + suffix) for suffix in targets.restricted)
