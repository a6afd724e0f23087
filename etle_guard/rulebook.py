"""The rule book: every table and the text model, read once into frozen objects.

``default_rulebook()`` is what ``check`` uses; ``own_rulebook`` adds a table of one's own, for instance to protect the
names of a bank; ``make_rulebook`` builds one from any tables and weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from etle_guard.counsel import Counsel, make_counsel
from etle_guard.errors import RulebookError
from etle_guard.lookalike.targets import Brand, Name, Targets, sieve_for
from etle_guard.model.linear import Reading, TextModel, load_model, read_text
from etle_guard.nouns import RuleCard
from etle_guard.parse.hostmap import make_host_map
from etle_guard.parse.links import LinkTables
from etle_guard.parse.sender import parse_sender
from etle_guard.parse.skeleton import folded_squash, skeleton
from etle_guard.parse.suffix import make_suffixes
from etle_guard.parse.text import FoldTable
from etle_guard.tables import DATA, read_json, read_tables

Row = Mapping[str, Any]
_LISTS = ("official", "operated", "neighbour", "well_known")
_PACKAGED_MODEL = DATA / "text.json"
_CHECKOUT_MODEL = Path(__file__).parents[1] / "models" / "text.json"


@dataclass(frozen=True, slots=True)
class Files:
    """File types by danger, the words of pretexts (between spaces), and the endings that a disguise shows."""

    classes: Mapping[str, str]
    pretexts: Mapping[str, str]
    harmless: frozenset[str]


@dataclass(frozen=True, slots=True)
class Combinations:
    """Which findings silence others, which cap the level, and from how many points a level begins."""

    silences: tuple[Row, ...]
    caps: tuple[Row, ...]
    caution: int
    danger: int


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Everything that rules look up.

    ``silence`` is what the text model reads in no text; ``listed`` holds every host; ``trained_with`` counts messages.
    """

    version: str
    cards: Mapping[str, RuleCard]
    combinations: Combinations
    links: LinkTables
    fold: FoldTable
    model: TextModel
    silence: Reading
    targets: Targets
    official: Mapping[str, Row]
    operated: Mapping[str, Row]
    neighbours: Mapping[str, Row]
    well_known: frozenset[str]
    shorteners: frozenset[str]
    listed: frozenset[str]
    redirect_parameters: frozenset[str]
    files: Files
    numbers: Mapping[str, Row]
    sender_names: Mapping[str, Row]
    events: tuple[Row, ...]
    counsel: Counsel
    words: Mapping[str, Mapping[str, str]]
    trained_on: str
    trained_with: int


@cache
def default_rulebook() -> Rulebook:
    """The rule book that ships with the package, built at first use."""
    return make_rulebook(read_tables(), read_model(model_path()))


@cache
def own_rulebook(path: Path) -> Rulebook:
    """The same with a table of one's own (docs/own-names.md) added. Raises RulebookError naming file, key and value."""
    return make_rulebook(read_tables(own=path), read_model(model_path()))


def model_path() -> Path:
    """Where the shipped text model lies: in a wheel beside the tables, in a checkout under ``models/``."""
    return _PACKAGED_MODEL if _PACKAGED_MODEL.exists() else _CHECKOUT_MODEL


def read_model(path: Path) -> dict[str, Any]:
    """Read a model file. Raises RulebookError naming the file."""
    try:
        found = read_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise RulebookError(f"{path}: cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise RulebookError(f"{path}: is a {type(found).__name__}, expected an object")
    return found


def make_rulebook(tables: Mapping[str, Any], model: Mapping[str, Any]) -> Rulebook:
    """Build a rule book from the mapping of ``read_tables`` and the content of a model file."""
    text_model = load_model(model)
    fold = text_model.fold  # the one that the model was trained with serves hosts and file names too
    files = _files(tables["files"])
    types = frozenset(files.classes) | files.harmless
    suffixes = make_suffixes(DATA / "suffixes.txt")
    hosts, shorteners = tables["hosts"], _set(tables["services"]["shortener"], "host")
    links = LinkTables(make_host_map(tables["host_map"]), suffixes, types - {"com"})
    return Rulebook(
        version=tables["version"],
        cards=_cards(tables["rules"]),
        combinations=_combinations(tables["combinations"]),
        links=links,
        fold=fold,
        model=text_model,
        silence=read_text("", text_model),
        targets=_targets(tables, fold),
        official=_official(hosts["official"]),
        operated=_by(hosts["operated"], "host"),
        neighbours=_by(hosts["neighbour"], "host"),
        well_known=_set(hosts["well_known"], "host"),
        shorteners=shorteners,
        listed=shorteners.union(*(_set(hosts[kind], "host") for kind in _LISTS)),
        redirect_parameters=_set(tables["services"]["redirect_parameter"], "name"),
        files=files,
        numbers={parse_sender(row["number"]).number: row for row in tables["senders"]["number"]},
        sender_names={row["name"].lower(): row for row in tables["senders"]["name"]},
        events=tuple(sorted(tables["channels"]["event"], key=lambda row: str(row["date"]))),
        counsel=make_counsel(tables["advice"]["step"], tables["wordings"]["heading"]),
        words=MappingProxyType(tables["wordings"]["words"]),
        trained_on=str(model.get("trained_on", "?")),
        trained_with=model.get("corpus_messages", 0),
    )


def _by(rows: list[Row], key: str) -> Mapping[str, Row]:
    return MappingProxyType({row[key]: row for row in rows})


def _set(rows: list[Row], key: str) -> frozenset[str]:
    return frozenset(row[key] for row in rows)


def _official(rows: list[Row]) -> Mapping[str, Row]:
    exact = {row["host"]: row for row in rows}
    return MappingProxyType(exact | {"www." + row["host"]: row for row in rows if not row["host"].startswith("www.")})


def _cards(table: Row) -> Mapping[str, RuleCard]:
    cards = {}
    how = MappingProxyType({row["id"]: MappingProxyType(row["says"]) for row in table["trick"]})
    for row in table["rule"]:
        cards[row["id"]] = RuleCard(
            row["id"], row["kind"], {"en": row["title"], "id": row["title_id"]}, row["why"], row["points"],
            tuple(row["source"]), date.fromisoformat(row["date"]), row["wrong_when"], MappingProxyType(row["says"]),
            how, {"id": row.get("bare_id"), "en": row.get("bare_en")},
            row.get("quiet_when_clear") is True, table["example"] | (row.get("example") or {}),
        )  # fmt: skip
    return MappingProxyType(cards)


def _combinations(table: Row) -> Combinations:
    levels = table["levels"]
    return Combinations(tuple(table["silence"]), tuple(table["cap"]), levels["caution"], levels["danger"])


def _files(table: Row) -> Files:
    return Files(
        MappingProxyType({row["extension"]: row["points_class"] for row in table["dangerous"]}),
        MappingProxyType({f" {row['word']} ": row["pretext"] for row in table["pretext"]}),
        _set(table["harmless"], "extension"),
    )


def _targets(tables: Mapping[str, Any], fold: FoldTable) -> Targets:
    services, words = tables["services"], tables["words"]
    brands = [
        Brand(row["word"], row["kind"], row["weight"], row["edits"], row["target"], skeleton(row["word"]))
        for row in words["brand"]
    ]
    protected = frozenset(brand.word for brand in brands)
    act, about = frozenset(words["context"]["act"]), frozenset(words["context"]["about"])
    names = _names(tables["hosts"]["official"])
    return Targets(
        names=names,
        brands=tuple(sorted(brands, key=lambda brand: (-len(brand.word), brand.word))),
        act=act,
        about=about,
        ordinary=frozenset(words["ordinary"]["words"]),
        known=act | about | protected,
        kinds=MappingProxyType({brand.word: brand.kind for brand in brands}),
        cheap=_set(services["cheap_suffix"], "suffix"),
        free=_set(services["free_host"], "suffix"),
        restricted=_set(services["restricted_suffix"], "suffix"),
        fold=fold,
        sieve=sieve_for(names, brands),
    )


def _names(rows: list[Row]) -> tuple[Name, ...]:
    return tuple(_name(row["host"], row.get("imitated_as") or "") for row in sorted(rows, key=_host) if row["imitated"])


def _host(row: Row) -> str:
    return str(row["host"])


def _name(host: str, label: str) -> Name:
    return Name(host, folded_squash(host), label, skeleton(label))
