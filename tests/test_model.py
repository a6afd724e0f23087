"""The text model: tokens, concepts, features and readings, from the same vectors as its JavaScript twin."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from etle_guard.model.features import hashed
from etle_guard.model.lexicon import Lexicon, find_concepts, read_lexicon
from etle_guard.model.linear import ModelError, Reading, TextModel, load_model, read_text
from etle_guard.model.spelling import set_right
from etle_guard.model.tokens import scan
from etle_guard.model.weights import packed, unpacked

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden" / "model"


def rows(name: str) -> list[Any]:
    found: list[Any] = json.loads((GOLDEN / name).read_text(encoding="utf-8"))["rows"]
    return found


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "models" / "text.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def model(data: dict[str, Any]) -> TextModel:
    return load_model(data)


@pytest.fixture(scope="module")
def small() -> TextModel:
    """A model with few concepts and weights by formula: its vectors stay when the real model is trained again."""
    return load_model(json.loads((GOLDEN / "small-model.json").read_text(encoding="utf-8")))


def as_row(reading: Reading) -> dict[str, Any]:
    return {
        "topic": reading.topic,
        "about_ticket": reading.about_ticket,
        "logits": [logit.hex() for logit in reading.logits],
        "margin": reading.margin.hex(),
        "strength": reading.strength,
        "concepts": [list(hit) for hit in reading.concepts],
        "words": [list(word) for word in reading.words],
        "obfuscation": reading.obfuscation,
        "complete": reading.complete,
    }


@pytest.mark.parametrize("row", rows("tokens.json"), ids=lambda row: row["says"])
def test_texts_are_cut_as_the_vectors_say(row: dict[str, Any]) -> None:
    found = scan(row["text"])
    assert [token[0] for token in found.tokens] == row["tokens"]
    assert [row["text"][start:end] for _, start, end, _ in found.tokens] == row["written"]
    assert [token[0] for token in found.tokens if token[3]] == row["opening"]
    assert found.disguises == row["disguises"]


@pytest.mark.parametrize("row", rows("readings.json"), ids=lambda row: row["says"])
def test_texts_are_read_to_the_bit_as_the_vectors_say(small: TextModel, row: dict[str, Any]) -> None:
    assert as_row(read_text(row["text"], small)) == row["reading"]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    concepts = {
        "pay": "bayar",
        "ticket": "tilang,surat tilang",
        "send": "kirim",
        "scam-word": "tipu",
        "vehicle": "kendaraan",
        "secret": "otp",
        "negation": "jangan,tidak,bukan",
        "unpaid": "belum bayar,belum lunas",
        "deadline": "1x24",
    }
    spellings = {"tidak": "tdk,ga,ora", "belum": "blm,durung", "bukan": "bkn", "kirim": "kintun", "atau": "utawa"}
    return read_lexicon(concepts, spellings)


@pytest.mark.parametrize(
    ("piece", "form", "base"),
    [
        ("bayar", "bayar", ""),
        ("dibayarkan", "dibayarkan", "bayar"),
        ("pembayaran", "pembayaran", "bayar"),
        ("mengirim", "mengirim", "kirim"),
        ("penipuan", "penipuan", "tipu"),
        ("nilang", "nilang", "tilang"),
        ("t1lang", "tilang", ""),
        ("d1b4yark4n", "dibayarkan", "bayar"),
        ("kendaraan2", "kendaraan", ""),
        ("baaayaaar", "bayar", ""),
        ("bayaar", "bayar", ""),
        ("tlng", "tilang", ""),
        ("ora", "ora", "tidak"),
        ("gaaa", "ga", "tidak"),
        ("0ra", "ora", "tidak"),
        ("dikintunkeun", "dikintunkeun", "kirim"),
        ("kndrn", "kendaraan", ""),
        ("3bulan", "0bulan", ""),
        ("1x24", "1x24", ""),
        ("0000", "0000", ""),
        ("U", "U", ""),
    ],
)
def test_slips_disguises_and_affixes_are_undone(lexicon: Lexicon, piece: str, form: str, base: str) -> None:
    assert set_right(piece, lexicon)[:2] == (form, base)


def concepts(text: str, lexicon: Lexicon) -> list[str]:
    tokens = scan(text).tokens
    hits = find_concepts([set_right(token[0], lexicon) for token in tokens], tokens)
    return [("not " if hit.negated else "") + lexicon.concepts[hit.concept] for hit in hits]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("surat tilang", ["ticket"]),
        ("surat bayar", ["pay"]),
        ("jangan pernah kirim otp", ["negation", "not send", "not secret"]),
        ("tidak akan pernah ada otp", ["negation", "secret"]),
        ("jangan. kirim otp", ["negation", "send", "secret"]),
        ("jangan\nkirim otp", ["negation", "send", "secret"]),
        ("dalam 1x24 jam", ["deadline"]),
        ("durung dibayar", ["unpaid"]),
        ("ora usah kirim otp utawa bayar", ["negation", "not send", "not secret", "not pay"]),
        ("bkn tilang, bayar", ["negation", "not ticket", "pay"]),
    ],
)
def test_concepts_know_whether_they_are_negated(lexicon: Lexicon, text: str, found: list[str]) -> None:
    assert concepts(text, lexicon) == found


def test_the_hash_is_fnv_1a() -> None:
    """Test values of draft-eastlake-fnv, appendix C."""
    assert (hashed(""), hashed("a"), hashed("foobar")) == (0x811C9DC5, 0xE40C292C, 0xBF9CF968)


def test_packed_sums_are_sums() -> None:
    greatest, least, mixed = bytes([127] * 4096), bytes([128] * 4096), bytes([255, 1] * 2048)
    assert unpacked(sum(packed([greatest, least]))) == (127 * 4096, -128 * 4096)
    assert unpacked(sum(packed([least, mixed]))) == (-128 * 4096, 0)


def test_spans_are_code_points_of_the_text_as_given(model: TextModel) -> None:
    text = "🙏🏽 Yth, 𝗧𝗶\u200b𝗹𝗮𝗻𝗴 kendaraan B 1234 XYZ, segera b@yar 1/2 dendanya ya pak"
    written = {hit.concept: text[hit.start : hit.end] for hit in read_text(text, model).concepts}
    assert written["ticket"] == "𝗧𝗶\u200b𝗹𝗮𝗻𝗴"
    assert written["plate"] == "B 1234 XYZ"
    assert written["pay"] == "b@yar"


@pytest.mark.parametrize("text", ["", " ", "surat tilang (1).pdf", "https://etle.polri.go.id/x", "🙏🙏🙏🙏🙏"])
def test_few_words_tell_nothing(model: TextModel, text: str) -> None:
    reading = read_text(text, model)
    assert (reading.topic, reading.strength, reading.words) == ("short", 0, ())


def test_hidden_characters_never_change_a_reading(model: TextModel) -> None:
    text = "Denda tilang Anda belum dibayar, segera lunasi di sini"
    hidden = "\u200b".join(text)
    plain, disguised = read_text(text, model), read_text(hidden, model)
    assert plain.logits == disguised.logits
    assert (plain.obfuscation, disguised.obfuscation >= 3) == (0, True)


def test_a_long_text_is_read_in_part_and_says_so(model: TextModel) -> None:
    assert not read_text("tilang " * 400, model).complete
    assert read_text("tilang " * 285, model).complete


def test_no_stream_of_messages_fills_the_memory(small: TextModel) -> None:
    for number in range(25):
        words = range(number * 9000, number * 9000 + 900)
        read_text(" ".join(f"{chr(97 + number)}{word:x}q" for word in words), small)
    assert len(small.features.words) <= 20_000


def nested(data: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    broken = copy.deepcopy(data)
    place: Any = broken
    *keys, last = path.split(".")
    for key in keys:
        place = place[int(key)] if key.isdigit() else place[key]
    place[int(last) if last.isdigit() else last] = value
    return broken


WRONG: list[tuple[str, Any, str]] = [
    ("format", 2, "format is 2, expected 3"),
    ("format", True, "format is True, expected 3"),
    ("format", None, "format is None, expected 3"),
    ("classes", ["scam", "other", "report"], "classes is "),
    ("scale", 0.0, "scale is 0.0, expected more than 0"),
    ("scale", -1, "scale is -1.0, expected more than 0"),
    ("scale", float("nan"), "scale is nan, expected a finite number"),
    ("scale", "1", "scale is '1', expected a finite number"),
    ("biases", [0.0] * 3, "biases is [0.0, 0.0, 0.0], expected 2 numbers"),
    ("biases.1", float("inf"), "biases[1] is inf, expected a finite number"),
    ("lean", -0.5, "lean is -0.5, expected 0 or more"),
    ("bands", [2.0, 1.0, 3.0], "bands is [2.0, 1.0, 3.0], expected rising numbers from 0"),
    ("least_words", 0, "least_words is 0, expected a whole number from 1"),
    ("least_words", True, "least_words is True, expected a whole number from 1"),
    ("weights", [], "weights is [], expected a table"),
    ("weights.words", ["AA=="], "weights.words is ['AA=='], expected 2 strings"),
    ("weights.words.0", "??", "weights.words[0] is '??', expected 4096 characters from ' to W"),
    ("weights.words.1", "?" * 4095 + "]", "expected 4096 characters from ' to W"),
    ("weights.concepts.1", 4096, "weights.concepts[1] is 4096, expected 4096 characters from ' to W"),
    ("weights.concepts.0", "?" * 4096, "weights_sha256 is "),
    ("weights_sha256", "0" * 64, "weights_sha256 is '0000"),
    ("concepts", {}, "concepts is {}, expected a table of words parted by commas"),
    ("concepts.pay", ["bayar"], "concepts.pay is ['bayar'], expected words parted by commas"),
    ("spellings", None, "spellings is None, expected a table of words parted by commas"),
    ("spellings.tidak", "ga,,gak", "spellings.tidak is 'ga,,gak', expected words parted by commas"),
    ("gate", [["ticket"]], "gate has ['ticket'], expected names of concepts"),
    ("gate.0.all", ["no-such"], "gate has {'all': ['no-such'], "),
    ("gate.0.all", [], "expected names of concepts under all and none"),
    ("gate", [], "gate is [], expected rows of concepts"),
    ("fold", None, "fold is None, expected a folding table"),
    ("fold.format", 9, "fold.format is 9, expected 1"),
]


@pytest.mark.parametrize(("path", "value", "says"), WRONG, ids=[f"{row[0]}={str(row[1])[:12]}" for row in WRONG])
def test_a_broken_model_is_refused_by_key_value_and_expectation(
    data: dict[str, Any], path: str, value: Any, says: str
) -> None:
    with pytest.raises(ModelError) as error:
        load_model(nested(data, path, value))
    assert says in str(error.value)


def test_the_model_carries_the_tables_that_lie_in_data(data: dict[str, Any]) -> None:
    """Whoever changes the lexicon or the folding trains again."""
    import tomllib

    lexicon = tomllib.loads((ROOT / "etle_guard" / "data" / "concepts.toml").read_text(encoding="utf-8"))
    assert data["concepts"] == {row["concept"]: ",".join(row["words"]) for row in lexicon["concept"]}
    assert data["spellings"] == {row["word"]: ",".join(row["written"]) for row in lexicon["spelling"]}
    assert data["gate"] == lexicon["gate"]
    assert data["fold"] == json.loads((ROOT / "etle_guard" / "data" / "fold.json").read_text(encoding="utf-8"))
