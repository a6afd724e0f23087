"""Where a host is registered: its public suffix and its registrable domain, by the suffix list that we ship.

tldextract reads our dated file and nothing else: no fetching and no cache, so that neither a newer list nor another
release of the package changes a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tldextract


@dataclass(frozen=True, slots=True)
class Suffixes:
    """The suffix rules; ``top_level`` holds the last labels that the list knows."""

    extract: tldextract.TLDExtract
    top_level: frozenset[str]


def make_suffixes(path: Path) -> Suffixes:
    """Read the suffix list at ``path``, private suffixes (``pages.dev``, ``blogspot.com``) included."""
    extract = tldextract.TLDExtract(
        suffix_list_urls=(path.as_uri(),),
        cache_dir=None,
        fallback_to_snapshot=False,
        include_psl_private_domains=True,
    )
    names = frozenset(rule.rpartition(".")[2] for rule in extract.tlds)
    return Suffixes(extract, names | frozenset(_ascii(name) for name in names))


def split_suffix(host: str, suffixes: Suffixes) -> tuple[str, str | None]:
    """The public suffix of an ASCII host ('' where the list knows none) and its registrable domain."""
    found = suffixes.extract.extract_str(host)
    return found.suffix, f"{found.domain}.{found.suffix}" if found.suffix and found.domain else None


def parents(host: str) -> Iterator[str]:
    """A host without its first label, without its first two, and so on."""
    while "." in host:
        host = host.partition(".")[2]
        yield host


def _ascii(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
