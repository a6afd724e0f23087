"""The lookalikes of a name that our own rules would catch, most likely first."""

from __future__ import annotations

from dataclasses import dataclass

import idna

from etle_guard.errors import InputError
from etle_guard.guard import judge_url
from etle_guard.lookalike.likeness import is_restricted
from etle_guard.nouns import Level
from etle_guard.parse.host import parse_host
from etle_guard.rulebook import Rulebook
from etle_guard.variants.families import FAMILIES, Material

# Suffixes with their weights: about 90 of 100 attack hosts stood under .cc, then came .com, .top, .cfd, .sbs, .org.
_SUFFIXES = {"cc": 100, "com": 40, "top": 35, "cfd": 20, "sbs": 20, "org": 15, "xyz": 12, "my.id": 10, "info": 8,
             "net": 8, "online": 6, "site": 6, "id": 5, "co.id": 4, "web.id": 4, "click": 4, "icu": 4}  # fmt: skip
_KEYWORDS = ("bayar", "cek", "denda", "online", "konfirmasi", "info", "pembayaran", "resmi", "surat", "layanan")


@dataclass(frozen=True, slots=True)
class Variant:
    """A host that somebody could register: as the name system holds it, as people see it, and why it is here."""

    host: str
    display: str
    family: str
    level: Level
    weight: float


def variants(name: str, rulebook: Rulebook) -> list[Variant]:
    """Every lookalike of ``name`` (a host, or a label alone) that ``rulebook`` would mark, most likely first.

    The rank of a variant falls with the rarity of its family and suffix and with its place within the family, so that
    the beginning of the list holds some of each. Raises InputError for what is no name.
    """
    host = parse_host(name, rulebook.links.host_map, rulebook.links.suffixes)
    if host.kind != "name" or len(host.ascii) > 253:
        raise InputError(f"{name!r} is no name of a host, expected for instance etle-korlantas.info")
    label = _label(host.ascii, host.suffix)
    material = Material(label, [*_KEYWORDS, *sorted(rulebook.targets.act.difference(_KEYWORDS))])
    is_known = host.suffix in _SUFFIXES or "." not in host.ascii or is_restricted(host, rulebook.targets)
    suffixes = _SUFFIXES if is_known else {**_SUFFIXES, host.suffix: 50}
    found: dict[str, Variant] = {}
    for family, (weight, generate) in FAMILIES.items():
        for place, changed in enumerate(dict.fromkeys(generate(material))):
            for suffix, likely in suffixes.items():
                one = _variant(changed, suffix, family, weight * likely / (place + 10), rulebook)
                if one is not None and one.host != host.ascii and one.host not in found:
                    found[one.host] = one
    return sorted(found.values(), key=lambda one: (-one.weight, one.host))


def _label(host: str, suffix: str) -> str:
    """The registrant's labels as one label; of a host under a restricted suffix people copy the same words."""
    own = host.removesuffix("." + suffix) if suffix else host
    return own.removeprefix("www.").replace(".", "-")


def _variant(label: str, suffix: str, family: str, weight: float, rulebook: Rulebook) -> Variant | None:
    try:
        encoded = label if label.isascii() else idna.encode(label, strict=True).decode()
    except idna.IDNAError:
        return None
    if not 0 < len(encoded) <= 63 or encoded.startswith("-") or encoded.endswith("-"):
        return None
    host = f"{encoded}.{suffix}"
    verdict = judge_url(host, rulebook)
    own = host in rulebook.official or verdict.level == Level.CLEAR
    return None if own else Variant(host, f"{label}.{suffix}", family, verdict.level, weight)
