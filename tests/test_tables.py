"""Every row of every table is complete, dated and sourced."""

import copy
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from etle_guard.errors import RulebookError
from etle_guard.evidence.finding import finding
from etle_guard.rulebook import default_rulebook
from etle_guard.shapes import RULES, SHAPES
from etle_guard.tables import DATA, VERSION, check_tables, read_tables
from etle_guard.tables import TABLES as NAMES

ROOT = Path(__file__).parents[1]
TABLES = read_tables()
ROWS = [
    (name, key, number, row)
    for name, table in TABLES.items()
    if name in NAMES
    for key, rows in table.items()
    if isinstance(rows, list)
    for number, row in enumerate(rows)
]


@pytest.mark.parametrize("name, key, number, row", ROWS, ids=[f"{n}.{k}[{i}]" for n, k, i, _ in ROWS])
def test_row_has_source_and_date(name, key, number, row):
    assert row["source"] and all(isinstance(one, str) and one for one in row["source"])
    date.fromisoformat(row["date"])


def test_the_version_of_the_tables_is_not_older_than_their_rows():
    """Whoever adds a row of a later day than all before sets VERSION in etle_guard/tables.py to that day."""
    newest = max(row["date"] for *_, row in ROWS)
    assert VERSION.replace(".", "-") >= newest, f'etle_guard/tables.py: VERSION = "{newest.replace("-", ".")}"'


def test_a_table_has_no_version_of_its_own():
    assert [name for name in NAMES if "version" in TABLES[name]] == []


# An address, or words on where it stands, and the day of it (or its month or year, where no more is known).
SOURCE = re.compile(r"\S.* \((undated|\d{4}(-\d\d){0,2})\)")


@pytest.mark.parametrize("name", NAMES)
def test_a_source_is_an_address_or_a_text_with_its_day(name):
    rows = [row for table, _, _, row in ROWS if table == name]
    rows += [period for row in rows for period in row.get("period", ())]
    for source in (source for row in rows for source in row["source"]):
        found = SOURCE.fullmatch(source)
        assert found, source
        assert found[1] == "undated" or date.fromisoformat(found[1] + "-01-01"[len(found[1]) - 4 :]), source


@pytest.mark.parametrize(
    "name, key, field",
    [("rules", "rule", "id"), ("hosts", "official", "host"), ("hosts", "neighbour", "host"), ("words", "brand", "word"),
     ("services", "shortener", "host"), ("services", "cheap_suffix", "suffix"), ("services", "free_host", "suffix"),
     ("files", "dangerous", "extension"), ("files", "pretext", "word"), ("senders", "number", "number")],
)  # fmt: skip
def test_rows_are_unique(name, key, field):
    values = [row[field] for row in TABLES[name][key]]
    assert len(values) == len(set(values))


def test_hosts_are_lower_case_ascii_without_scheme():
    for key in ("official", "operated", "neighbour", "misprint"):
        for row in TABLES["hosts"][key]:
            host = row["host"]
            assert host == host.lower() and host.isascii() and "/" not in host and "." in host


def test_every_sentence_exists_in_both_languages():
    for row in TABLES["rules"]["rule"]:
        assert set(row["says"]) == {"id", "en"} and all(row["says"].values()) and row["wrong_when"] and row["why"]
    for row in TABLES["advice"]["step"]:
        assert row["id"] and row["en"] and row["id"] != row["en"]


def test_every_card_has_an_example_for_each_gap_of_its_sentences():
    for card in default_rulebook().cards.values():
        gaps = {gap for says in card.says.values() for gap in re.findall(r"{(\w+)}", says)} - {"how"}
        assert gaps <= set(card.example) and all(card.example.values()), card.id
        assert all(card.title.values()) and card.title["id"] != card.title["en"]


def test_no_sentence_says_safe():
    """Nothing that a person reads promises safety."""
    for row in TABLES["rules"]["rule"]:
        assert "aman" not in row["says"]["id"].split() and "safe" not in row["says"]["en"].split()


def test_combinations_name_rules_that_exist():
    cards = default_rulebook().cards
    for key in ("silence", "cap"):
        for row in TABLES["combinations"][key]:
            assert set(row["when"]) | set(row["unless"]) | set(row.get("rules", ())) <= set(cards)


def test_brand_points_to_an_official_host():
    official = {row["host"] for row in TABLES["hosts"]["official"]}
    assert {row["target"] for row in TABLES["words"]["brand"]} <= official


# Published on 2 May 2024 and suspended a week later; the last came back in January 2025.
RETIRED, RETURNED = ["published", "retired"], ["published", "suspended", "returned"]
FIVE_NUMBERS = {"082333343250": RETIRED, "085258869001": RETIRED, "085258868990": RETIRED, "082333343249": RETIRED,
                "087817174000": RETURNED}  # fmt: skip


@pytest.mark.parametrize("number, statuses", FIVE_NUMBERS.items(), ids=FIVE_NUMBERS)
def test_a_number_of_2024_has_its_history(number, statuses):
    periods = next(row["period"] for row in TABLES["senders"]["number"] if row["number"] == number)
    assert periods[0]["from"] == "2024-05-02" and [period["status"] for period in periods] == statuses


def test_every_rule_that_a_witness_may_find_has_a_card_and_the_other_way_round():
    """A rule stands in rules.toml, in RULES and in a witness of either language; whoever forgets one is told which."""
    cards, kinds = set(default_rulebook().cards), SHAPES["rules"]["rule"][0]["kind"]
    rule = re.compile(rf'"((?:{kinds})\.[a-z-]+)"|\bfinding\(\s*rulebook,\s*"([^"]+)"')
    for witnesses in ("etle_guard/evidence/*.py", "extension/core/evidence/*.js"):
        code = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob(witnesses))
        assert {named or found for named, found in rule.findall(code)} == cards, witnesses
    assert set(RULES) == cards


def test_a_finding_without_a_card_names_its_rule():
    """Tables are checked before a rule book is built; one that was built otherwise still fails with its own error."""
    with pytest.raises(RulebookError, match=r"rules\.toml: rule host\.nobody is missing"):
        finding(default_rulebook(), "host.nobody")


def test_the_row_to_copy_is_a_whole_row():
    """The commented row at the head of hosts.toml holds every key that a row needs, and is one that can be read."""
    head = (DATA / "hosts.toml").read_text().split("\n\n")[0].split("# [[official]]\n")[1]
    row = tomllib.loads("".join(line.removeprefix("# ") for line in head.splitlines(keepends=True)))
    tables = copy.deepcopy(TABLES)
    tables["hosts"]["official"].append(row | {"date": row["date"].isoformat()})

    check_tables(tables)

    assert set(row) >= set().union(*TABLES["hosts"]["official"])
