"""Lookalikes as lines: aligned for a terminal, parted by tabs for a file, or JSON."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from etle_guard.present.record import json_line
from etle_guard.variants.rank import Variant


def print_variants(found: Sequence[Variant], as_json: bool) -> None:
    """Print one line a variant to standard output."""
    width = max(len(one.host) for one in found) if sys.stdout.isatty() else 0
    for one in found:
        sys.stdout.write((_json(one) if as_json else _columns(one, width)) + "\n")
    sys.stdout.flush()


def _json(one: Variant) -> str:
    return json_line({"host": one.host, "display": one.display, "family": one.family, "level": one.level.label})


def _columns(one: Variant, width: int) -> str:
    shown = "" if one.display == one.host else one.display
    if not width:
        return "\t".join((one.host, one.family, one.level.label, shown)).rstrip("\t")
    return f"{one.host:<{width}}  {one.family:<12}  {one.level.label:<7}  {shown}".rstrip()
