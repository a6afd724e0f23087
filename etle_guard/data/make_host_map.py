"""Make host_map.json and suffixes.txt: what browsers do to the letters of a host, and where names are registered.

Run ``python -m etle_guard.data.make_host_map`` after an update of ``idna`` or ``tldextract``.
The map is UTS #46 (non-transitional) as the ``idna`` package tells it, code point by code point;
the suffix list is the snapshot of the Public Suffix List that ``tldextract`` carries.
"""

from __future__ import annotations

import json
import unicodedata
from importlib import resources
from itertools import pairwise
from pathlib import Path

import idna
from idna.uts46data import __version__ as uts46_version

HERE = Path(__file__).parent
LAST_CODE_POINT = 0x10FFFF


def status(code_point: int) -> tuple[str, str | int]:
    """What happens to one code point: ``v`` kept, ``x`` refused, ``i`` dropped, ``d`` shifted, ``m`` replaced."""
    letter = chr(code_point)
    try:
        mapped = idna.uts46_remap(letter, std3_rules=False)
    except idna.IDNAError:
        return "x", ""
    if mapped == letter:
        return "v", ""
    if mapped == "":
        return "i", ""
    if len(mapped) == 1:
        return "d", ord(mapped) - code_point
    return "m", mapped


def runs() -> list[list[str | int]]:
    """Runs of code points that share a fate: ``[start, fate, argument]``; ``p`` is capital, small in turn."""
    found: list[list[str | int]] = []
    for code_point in range(LAST_CODE_POINT + 1):
        fate, argument = status(code_point)
        row: list[str | int] = [code_point, fate, argument] if argument != "" else [code_point, fate]
        if not found or found[-1][1:] != row[1:] or fate == "m":
            found.append(row)
    return _join_pairs(found)


def _join_pairs(found: list[list[str | int]]) -> list[list[str | int]]:
    """Join capital/small alternations, which fill the Latin, Cyrillic and Coptic blocks, into ``p`` runs."""
    joined: list[list[str | int]] = []
    index = 0
    while index < len(found):
        end = index
        while _is_pair(found, end) and (end == index or found[end][0] == int(found[end - 2][0]) + 2):
            end += 2
        if end - index >= 4:
            joined.append([found[index][0], "p"])
            if end < len(found) and int(found[end][0]) > int(found[end - 2][0]) + 2:
                joined.append([int(found[end - 2][0]) + 2, "v"])
            index = end
        else:
            joined.append(found[index])
            index += 1
    return joined


def _is_pair(found: list[list[str | int]], index: int) -> bool:
    return (
        index + 1 < len(found) and found[index][1:] == ["d", 1] and found[index + 1] == [int(found[index][0]) + 1, "v"]
    )


def compositions() -> str:
    """All canonical pairs, three code points each: first, second, composed (NFC without exclusions)."""
    triples = []
    for code_point in range(LAST_CODE_POINT + 1):
        letter = chr(code_point)
        parts = unicodedata.decomposition(letter).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            pair = "".join(chr(int(part, 16)) for part in parts)
            if unicodedata.normalize("NFC", pair) == letter:
                triples.append(pair + letter)
    return "".join(triples)


def columns(found: list[list[str | int]]) -> dict[str, object]:
    """The runs by column, which packs to half: gaps between starts, fates, the letter that each ``d`` run begins with
    once it is shifted, the letters of each ``m`` run."""
    starts = [int(run[0]) for run in found]
    return {
        "gaps": [after - before for before, after in pairwise([0, *starts])],
        "fates": "".join(str(run[1]) for run in found),
        "shifted": "".join(chr(int(run[0]) + int(run[2])) for run in found if run[1] == "d"),
        "replaced": [run[2] for run in found if run[1] == "m"],
    }


def main() -> None:
    """Write both files beside this one."""
    table = {
        "generated_by": "etle_guard/data/make_host_map.py",
        "unicode": uts46_version,
        **columns(runs()),
        "compositions": compositions(),
    }
    text = json.dumps(table, ensure_ascii=True, separators=(",", ":"))
    (HERE / "host_map.json").write_text(text + "\n", encoding="utf-8")
    snapshot = resources.files("tldextract").joinpath(".tld_set_snapshot").read_text(encoding="utf-8")
    (HERE / "suffixes.txt").write_text(snapshot, encoding="utf-8")


if __name__ == "__main__":
    main()
