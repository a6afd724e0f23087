"""The detectors of the host benchmark: ours, and rules of others written again by us from their descriptions.

Every rule of others protects the registrable labels (or the hosts) of the same official sites as ours, passes the
official hosts first, and splits hosts with tldextract and the same suffix list. None of the other projects' code is
used here, only packages: rapidfuzz for distances, PyICU or confusable_homoglyphs for skeletons.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import tldextract
from host_positives import DATA, SEEDS, Protected, permutations
from host_words import BRANDS
from rapidfuzz.distance import Levenshtein

import etle_guard
from etle_guard.guard import judge_url
from etle_guard.nouns import Level
from etle_guard.quick import is_plainly_clear
from etle_guard.rulebook import default_rulebook

Rule = Callable[[str], bool]
_EXTRACT = tldextract.TLDExtract(
    suffix_list_urls=((DATA / "suffixes.txt").as_uri(),),
    cache_dir=None,
    fallback_to_snapshot=False,
    include_psl_private_domains=True,
)


@dataclass(frozen=True)
class Detector:
    """A rule with its name in the table and a line on what it is; ``judges`` is False where it only parses."""

    name: str
    flags: Rule
    what: str
    judges: bool = True


def detectors(protected: Protected) -> list[Detector]:
    """A row for each detector, in the order of the table."""
    alphabet, skeleton = find_skeleton()
    return [
        Detector("etle_guard, caution or danger", ours(Level.CAUTION), "`check_url(host).level` is at least caution"),
        Detector("etle_guard, danger", ours(Level.DANGER), "`check_url(host).level` is danger"),
        Detector(
            "etle_guard, as scan asks", as_scan(Level.CAUTION), "the quick answer first, `check_url` where it is unsure"
        ),
        Detector("tldextract alone", parse_only, "splits the host and judges nothing: the speed floor", judges=False),
        Detector(
            "Levenshtein <= 1", near(protected, 1), "rapidfuzz, on the registrable label as the name system has it"
        ),
        Detector("Levenshtein <= 2", near(protected, 2), "the same, two edits"),
        Detector("UTS 39 skeleton", same_skeleton(protected, skeleton), f"skeleton of the label is equal; {alphabet}"),
        Detector(
            "eth-phishing-detect's rule",
            eth_phishing_detect(protected),
            "re-implementation: allowlist first, strip `www.`, drop the last label, Levenshtein <= 1 to a fuzzylist",
        ),
        Detector(
            "openSquat's rule",
            open_squat(protected),
            "re-implementation: the first label holds a keyword or is within Levenshtein 2 of one; keywords are "
            f"{', '.join(BRANDS)}, the very words that the structural families are made of",
        ),
        Detector(
            "dnstwist's list",
            dnstwist_list(protected),
            "a list of all hosts that dnstwist makes of the four sites; it holds its own families by construction",
        ),
    ]


def ours(least: Level) -> Rule:
    """Our own verdict on a host, as a caller of the library gets it."""
    return lambda host: etle_guard.check_url(host).level >= least


def as_scan(least: Level) -> Rule:
    """What `etle-guard scan` does with a line: hosts that resemble nothing are passed without being parsed."""
    rulebook = default_rulebook()
    return lambda host: not is_plainly_clear(host, rulebook) and judge_url(host, rulebook).level >= least


def parse_only(host: str) -> bool:
    """What every detector has to pay for a registrable domain."""
    _EXTRACT.extract_str(host)
    return False


def near(protected: Protected, limit: int) -> Rule:
    """Plain edit distance between registrable labels; official hosts pass."""
    allowed, targets = frozenset(protected.official), label_targets(protected)

    def flags(host: str) -> bool:
        label = _EXTRACT.extract_str(host).domain
        return host not in allowed and any(_within(label, target, limit) for target in targets)

    return flags


def same_skeleton(protected: Protected, skeleton: Callable[[str], str]) -> Rule:
    """Equal UTS 39 skeletons of the registrable labels; official hosts pass."""
    allowed = frozenset(protected.official)
    targets = frozenset(skeleton(target) for target in label_targets(protected))

    def flags(host: str) -> bool:
        label = _EXTRACT.extract_str(host).domain
        return host not in allowed and skeleton(_decoded(label)) in targets

    return flags


def eth_phishing_detect(protected: Protected) -> Rule:
    """The fuzzy rule of MetaMask's eth-phishing-detect at its tolerance of 1, official hosts as both of its lists."""
    allowed = tuple("." + host for host in protected.official)
    fuzzylist = tuple(host.rpartition(".")[0] for host in protected.imitated)

    def flags(host: str) -> bool:
        if f".{host}".endswith(allowed):
            return False
        name = host.removeprefix("www.").rpartition(".")[0]
        return any(_within(name, target, 1) for target in fuzzylist)

    return flags


def open_squat(protected: Protected) -> Rule:
    """The keyword rule of openSquat at its default confidence; official hosts pass, though it has no allowlist."""
    allowed = tuple("." + host for host in protected.official)

    def flags(host: str) -> bool:
        label = host.removeprefix("www.").partition(".")[0]
        found = any(word in label or _within(label, word, 2) for word in BRANDS)
        return found and not f".{host}".endswith(allowed)

    return flags


def dnstwist_list(protected: Protected) -> Rule:
    """What those do who block or watch everything that dnstwist prints."""
    listed = frozenset(host for seed in SEEDS for _, host in permutations(seed)).difference(protected.official)
    return lambda host: host in listed


def label_targets(protected: Protected) -> tuple[str, ...]:
    """The registrable labels of the imitated official hosts."""
    return tuple(sorted({_EXTRACT.extract_str(host).domain for host in protected.imitated}))


def find_skeleton() -> tuple[str, Callable[[str], str]]:
    """The best skeleton at hand, and what it is: ICU's, else one that we derive from confusable_homoglyphs' tables."""
    try:
        icu: Any = importlib.import_module("icu")
    except ImportError:
        return "re-implementation on the tables of confusable_homoglyphs", _own_skeleton()
    checker = icu.SpoofChecker()
    return "PyICU's SpoofChecker", lambda label: str(checker.getSkeleton(0, label))


def _own_skeleton() -> Callable[[str], str]:
    """Each letter becomes the least of the ASCII strings that it can be confused with; those without any stay."""
    confusables: Any = importlib.import_module("confusable_homoglyphs.confusables")
    table = {
        ord(letter): min([row["c"] for row in rows if row["c"].isascii()] + [letter] * letter.isascii(), default=letter)
        for letter, rows in confusables.confusables_data.items()
        if len(letter) == 1
    }
    return lambda label: label.translate(table)


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _within(label: str, target: str, limit: int) -> bool:
    return Levenshtein.distance(label, target, score_cutoff=limit) <= limit
