"""Broken tables and models are refused with file, key and value, and nothing is judged by them."""

import copy
import json

import pytest

import etle_guard
from etle_guard.errors import EtleGuardError
from etle_guard.rulebook import make_rulebook, model_path, read_model
from etle_guard.tables import check_tables, read_tables


@pytest.fixture(scope="module")
def tables():
    return read_tables()


@pytest.fixture(scope="module")
def model():
    return read_model(model_path())


def spoiled(value, *path_and_value):
    """A deep copy with one place changed: keys and indexes, then the new value."""
    whole = copy.deepcopy(value)
    *path, last, new = path_and_value
    place = whole
    for key in path:
        place = place[key]
    place[last] = new
    return whole


@pytest.mark.parametrize(
    "path, said",
    [
        (("rules", "rule", 0, "points", "viel"), "rule[0].points"),
        (("rules", "rule", 1, "id", None), "rule[1] lacks id (text)"),
        (("hosts", "official", "none"), "official"),
        (("hosts", "official", 0, "imitated", 1), "imitated"),
        (("words", "brand", 0, "weight", True), "weight"),
        (("words", "brand", 0, "word", ""), "word"),
        (("senders", "number", 0, "number", 87817174000), "number"),
    ],
)
def test_wrong_type_in_a_table_names_the_place(tables, path, said):
    with pytest.raises(EtleGuardError, match=r".*") as error:
        check_tables(spoiled(tables, *path))
    assert said in str(error.value) and ".toml" in str(error.value)


def test_one_error_names_everything_that_a_row_lacks(tables):
    """Whoever adds a host sees at once what else belongs to it, and in which row."""
    with pytest.raises(EtleGuardError) as error:
        check_tables(spoiled(tables, "hosts", "official", 2, {"host": "etle-contoh.id", "imitated": False}))

    assert str(error.value) == (
        "hosts.toml: official[2] lacks operator (text), status (text), source (a list of texts), "
        "date (a day as YYYY-MM-DD), in the row of etle-contoh.id"
    )


@pytest.mark.parametrize("column", ["gaps", "shifted", "replaced"])
def test_a_column_of_the_host_map_that_is_short_is_refused(tables, model, column):
    with pytest.raises(EtleGuardError, match=r"host_map\.json"):
        make_rulebook(spoiled(tables, "host_map", column, tables["host_map"][column][:-1]), model)


def test_rule_id_twice_is_refused(tables):
    twice = copy.deepcopy(tables)
    twice["rules"]["rule"].append(twice["rules"]["rule"][0])
    with pytest.raises(EtleGuardError, match="twice"):
        check_tables(twice)


def test_unreadable_table_names_its_file(tmp_path):
    (tmp_path / "rules.toml").write_text("[[rule\nid = 1")
    with pytest.raises(EtleGuardError, match=r"rules\.toml"):
        read_tables(tmp_path)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '{"format": 1', "\x00\x01", "[" * 100_000, '{"format": NaN}'], ids=range(8)
)
def test_broken_model_file_names_itself(tmp_path, tables, content):
    path = tmp_path / "text.json"
    path.write_text(content)
    with pytest.raises(EtleGuardError):
        make_rulebook(tables, read_model(path))


def test_every_key_of_the_model_is_checked(tables, model):
    """Taking away any key the scorer needs, or giving it the wrong type, is refused."""
    for key in model:
        if key in OPTIONAL or key.startswith("corpus_"):
            continue
        for value in (None, "?", float("nan"), -1):
            with pytest.raises(EtleGuardError):
                make_rulebook(tables, spoiled(model, key, value))


# Told to people, not needed for scoring.
OPTIONAL = frozenset({"generated_by", "trained_on", "joblib_sha256"})


@pytest.mark.parametrize("text", [None, 5, b"bytes", ["list"]])
def test_wrong_type_of_text_is_a_type_error(text):
    with pytest.raises(TypeError, match="expected str"):
        etle_guard.check(text)


def test_attachments_as_one_string_is_a_type_error():
    with pytest.raises(TypeError, match="sequence of file names"):
        etle_guard.check("x", attachments="a.apk")


@pytest.mark.parametrize(
    "text",
    [
        "", "\x00" * 100, "\ud800\udfff\udc00", "a" * 10_000_000, "http://" * 20_000, "xn--" * 5_000 + ".com",
        "%" * 100_000, "." * 100_000, "a." * 50_000 + "com", "[" * 50_000, "@" * 50_000, "\u0301" * 20_000,
        "titik " * 20_000, " dot " * 20_000, "http://xn--\u0301.com", "-" * 50_000 + ".id", "1." * 30_000,
    ],
    ids=range(17),
)  # fmt: skip
def test_hostile_text_neither_crashes_nor_hangs(text):
    verdict = etle_guard.check(text)
    assert json.dumps(verdict.points) and verdict.level in etle_guard.Level
