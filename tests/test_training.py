"""Training: a strict corpus, honest splits, a model that the runtime reads, figures that can be checked by hand."""

from __future__ import annotations

import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("sklearn", reason="training is an extra")
pytest.importorskip("matplotlib", reason="training is an extra")

import joblib
import numpy as np

from etle_guard.errors import InputError
from etle_guard.model.linear import load_model, read_text
from etle_guard.training.corpus import Example, Naming, folds, read_corpus
from etle_guard.training.evaluate import Evaluation, Judged, Share, evaluate
from etle_guard.training.padding import with_padding
from etle_guard.training.report import page, write_report
from etle_guard.training.train import train

ROOT = Path(__file__).parents[1]
WORDS = "abu besi cabai dadu emas fajar garam hutan intan jagung kapas lilin mangga nanas oncom".split()  # noqa: SIM905
SAYS = {
    "scam": "denda tilang {} belum dibayar lunasi di {} sekarang",
    "report": "waspada penipuan tilang {} jangan klik kata {} kemarin",
    "other": "tadi aku lewat {} ketemu teman bawa {} dari pasar",
}


def messages() -> list[dict[str, Any]]:
    """Fifteen templates of each class, two fillings each."""
    return [
        {
            "text": says.format(f"{word} {number} {word}", f"{word}{word}"),
            "label": label,
            "kind": f"{label}-kind",
            "template": f"{label}-{word}",
        }
        for label, says in SAYS.items()
        for word in WORDS
        for number in ("satu", "dua")
    ]


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def corpus_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("corpus") / "own.jsonl", messages())


@pytest.fixture(scope="module")
def trained(corpus_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    train([corpus_path], folder)
    return folder


def test_no_template_stands_on_both_sides_of_a_split(corpus_path: Path) -> None:
    corpus = read_corpus([corpus_path])
    splits = folds(corpus, 5)
    for known, unseen in splits:
        templates = [{corpus.examples[row].template for row in rows} for rows in (known, unseen)]
        assert templates[0].isdisjoint(templates[1])
    assert sorted(row for _, unseen in splits for row in unseen) == list(range(len(corpus.examples)))


def test_every_part_of_a_split_holds_every_class(corpus_path: Path) -> None:
    corpus = read_corpus([corpus_path])
    for _, unseen in folds(corpus, 5):
        assert {corpus.examples[row].label for row in unseen} == set(SAYS)


def test_csv_gives_the_same_examples_as_jsonl(tmp_path: Path, corpus_path: Path) -> None:
    rows = messages()
    lines = ["text,label,kind,template"] + [",".join(str(value) for value in row.values()) for row in rows]
    path = tmp_path / "own.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    assert read_corpus([path]).sha256 == read_corpus([corpus_path]).sha256


def test_messages_without_template_that_are_nearly_the_same_share_one(tmp_path: Path) -> None:
    rows = [{"text": row["text"], "label": row["label"]} for row in messages()]
    long = "kemarin sore pak rt bilang kerja bakti diundur sampai minggu depan karena hujan deras sekali sejak pagi"
    rows += [{"text": long, "label": "other"}, {"text": long + " ya", "label": "other"}]
    first, second = read_corpus([write(tmp_path / "own.jsonl", rows)]).examples[-2:]
    assert first.template == second.template


BROKEN: list[tuple[str, str, str]] = [
    ("not json", "{", r"own\.jsonl:1: is no JSON .*expected one object a line"),
    ("no object", "[1]", r"own\.jsonl:1: is '\[1\]', expected a JSON object"),
    ("no text", '{"label": "scam"}', r"own\.jsonl:1: text is None, expected a text"),
    ("blank text", '{"text": " ", "label": "scam"}', r"own\.jsonl:1: text is ' ', expected a text"),
    ("text is a number", '{"text": 1, "label": "scam"}', r"own\.jsonl:1: text is 1, expected a text"),
    ("no such label", '{"text": "a", "label": "spam"}', r"label is 'spam', expected one of scam, report, other"),
    ("kind is a number", '{"text": "a", "label": "scam", "kind": 1}', r"kind is 1, expected a text"),
    ("one class", '{"text": "a", "label": "scam"}', r"holds scam, expected messages of at least two"),
    ("nothing", "", r"holds no message, expected some, labelled scam, report, other"),
    ("few templates", '{"text": "a", "label": "scam"}\n{"text": "b", "label": "other"}', r"holds 2 templates"),
]


@pytest.mark.parametrize(("content", "says"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_corpus_is_refused_by_place_and_expectation(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=says):
        read_corpus([path])


def test_one_wording_under_two_templates_is_refused(tmp_path: Path) -> None:
    rows = messages()
    rows.append({**rows[3], "template": "another"})
    with pytest.raises(InputError, match=r"own\.jsonl:91: template is 'another', but the text is nearly that of .*:4 "):
        read_corpus([write(tmp_path / "own.jsonl", rows)])


def test_other_peoples_columns_and_labels_are_mapped(tmp_path: Path) -> None:
    """A CSV needs no rewriting; our own names hold beside it, and a label that is not mapped is refused."""
    names = {"scam": "spam", "other": "ham", "report": "laporan"}
    lines = ["isi,kategori"] + [f'"{row["text"]}",{names[row["label"]]}' for row in messages()]
    file = tmp_path / "mine.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    naming = Naming({"text": "isi", "label": "kategori"}, {"spam": "scam", "ham": "other", "laporan": "report"})

    found = read_corpus([file], naming)

    assert [example.label for example in found.examples] == [row["label"] for row in messages()]
    with pytest.raises(InputError, match=r"mine\.csv:1: has columns \['isi', 'kategori'\], expected text, label"):
        read_corpus([file])
    with pytest.raises(InputError, match=r"mine\.csv:2: label is 'spam', expected one of"):
        read_corpus([file], Naming(naming.columns))
    assert read_corpus([write(tmp_path / "ours.jsonl", messages())], naming).examples[0].label == "scam"
    with pytest.raises(InputError, match="label is 'hem', expected one of scam, report, other, spam, ham, laporan"):
        read_corpus([write(tmp_path / "slip.jsonl", [{"isi": "halo", "kategori": "hem"}])], naming)


def test_a_missing_file_and_a_csv_without_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.jsonl: cannot be read"):
        read_corpus([tmp_path / "none.jsonl"])
    path = tmp_path / "own.csv"
    path.write_text("pesan,kelas\na,b\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"own\.csv:1: has columns .* expected text, label among them"):
        read_corpus([path])


def test_training_writes_a_model_that_the_runtime_reads(trained: Path, corpus_path: Path) -> None:
    data = json.loads((trained / "text.json").read_text(encoding="utf-8"))
    model = load_model(data)
    assert [read_text(row["text"], model).topic for row in messages()] == [row["label"] for row in messages()]
    assert data["corpus_sha256"] == read_corpus([corpus_path]).sha256
    assert sorted(path.name for path in trained.iterdir()) == ["CARD.md", "text.joblib", "text.json"]


def test_the_pipeline_for_scikit_learn_agrees_with_the_json(trained: Path) -> None:
    data = json.loads((trained / "text.json").read_text(encoding="utf-8"))
    content = (trained / "text.joblib").read_bytes()
    assert hashlib.sha256(content).hexdigest() == data["joblib_sha256"]
    pipeline = joblib.load(io.BytesIO(content))
    model = load_model(data)
    texts = [row["text"] for row in messages()] + ["tilang itu modus penipuan atau bukan ya", "denda kereta api", ""]
    order = [list(pipeline.classes_).index(name) for name in data["classes"]]
    theirs = pipeline.decision_function(texts)[:, order]
    readings = [read_text(text, model) for text in texts]
    ours = np.array([reading.logits for reading in readings])
    ours[:, 0] -= [data["lean"] * reading.about_ticket for reading in readings]
    half_step = data["scale"] / 2
    most = 2 * half_step * np.sqrt(4096)  # every bucket of both blocks off by half a step, each block of length one
    assert np.abs(theirs - ours).max() <= most
    assert np.abs(theirs - ours).max() <= 0.3
    assert list(pipeline.predict(texts)) == [data["classes"][row.argmax()] for row in theirs]
    assert any(reading.about_ticket for reading in readings)


def test_training_again_gives_the_same_weights(trained: Path, corpus_path: Path, tmp_path: Path) -> None:
    train([corpus_path], tmp_path)
    first, second = (json.loads((folder / "text.json").read_text()) for folder in (trained, tmp_path))
    for name in ("words", "concepts"):
        rows = ["".join(data["weights"][name]).encode("ascii") for data in (first, second)]
        ours, theirs = (np.frombuffer(row, np.int8).astype(int) for row in rows)
        assert np.abs(ours - theirs).max() <= 1


def test_training_tells_what_it_changed(trained: Path, corpus_path: Path, tmp_path: Path) -> None:
    """A label turned round is read otherwise and said so; without a model before, that is said."""
    rows = messages()
    turned = [{**row, "label": "other"} if row["label"] == "report" else row for row in rows if row["label"] != "other"]
    turned += [{**row, "label": "report"} for row in rows if row["label"] == "other"]
    out, said = tmp_path / "models", []
    train([corpus_path], out, said.append)
    assert "No model was there before." in said
    train([write(tmp_path / "turned.jsonl", turned)], out, said.append)
    assert (
        "Against the model before: 60 of 90 messages are read otherwise, 60 of them now as labelled, 0 no longer."
        in said
    )
    assert any("report → other: waspada penipuan" in line for line in said)
    assert any("and 52 more" in line for line in said)
    (out / "text.json").write_text("{", encoding="utf-8")
    train([corpus_path], out, said.append)
    assert any("text.json: the model before could not be read" in line for line in said)


def test_the_card_counts_added_messages_apart_and_training_tells_the_figures_before(
    corpus_path: Path, tmp_path: Path
) -> None:
    """Nobody's own messages are said to be written for this project."""
    own = [
        {**row, "text": f"{row['text']} {row['template']} kita", "template": f"own-{row['template']}"}
        for row in messages()
    ]
    ours, added, said = corpus_path, write(tmp_path / "mine.jsonl", own), []

    train([ours], tmp_path / "models", said.append)
    card = (tmp_path / "models" / "CARD.md").read_text(encoding="utf-8")
    assert "All were written for this project, none copied from a person.\n" in card
    assert [line for line in said if line.startswith("Scams recognised: ") and "before" not in line]

    train([ours], tmp_path / "models", said.append, added=[added])
    card = (tmp_path / "models" / "CARD.md").read_text(encoding="utf-8")
    assert "90 were written for this project" in card and "90 were added with `--corpus`" in card
    assert any(re.match(r"Scams recognised: .* of 60 = .*; the card before said \d+ of 30 = ", line) for line in said)
    assert any(re.match(r"Honest messages about tickets .*; the card before said \d+ of \d+ = ", line) for line in said)


def test_a_refused_corpus_leaves_the_old_model_alone(trained: Path, tmp_path: Path) -> None:
    before = (trained / "text.json").read_bytes()
    with pytest.raises(InputError):
        train([tmp_path / "none.jsonl"], trained)
    assert (trained / "text.json").read_bytes() == before


def test_wilson_intervals_are_those_of_the_textbook() -> None:
    """Newcombe 1998, table I: 81 of 263, and 0 of 20."""
    assert Share(81, 263).interval() == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert Share(0, 20).interval() == pytest.approx((0.0, 0.1611), abs=1e-4)
    assert Share(0, 0).interval() == (0.0, 1.0)


def judged(label: str, predicted: str, *, about_ticket: bool = True, text: str = "x", margin: float = 1.0) -> Judged:
    logits = tuple(margin if name == predicted else 0.0 for name in ("scam", "report", "other"))
    return Judged(Example(text, label, "kind", "template", "id", "own:1"), logits, about_ticket, ("ticket",))


def test_figures_are_counts_that_can_be_checked_by_hand() -> None:
    rows = [judged("scam", "scam"), judged("scam", "other"), judged("report", "scam"), judged("other", "other")]
    result = Evaluation("by hand", (*rows, judged("other", "scam", about_ticket=False)))
    assert (result.recall("scam"), result.precision("scam")) == (Share(1, 2), Share(1, 3))
    assert result.false_alarms() == Share(1, 2)
    assert [share for _, _, share in result.kinds()] == [Share(1, 2), Share(0, 1), Share(1, 2)]
    assert [each.example.label for each in result.errors()] == ["scam", "report", "other"]
    assert "scam     1 of 3 = 0.333" in result.text


def test_a_model_file_is_judged_as_it_stands(trained: Path, corpus_path: Path) -> None:
    result = evaluate([corpus_path], trained / "text.json")
    assert result.recall("scam") == Share(30, 30)
    with pytest.raises(InputError, match="cannot be read"):
        evaluate([corpus_path], trained / "none.json")


def test_a_model_file_judges_however_few_messages(trained: Path, tmp_path: Path) -> None:
    """Nothing is split, so that neither few templates, nor one label, nor a wording under two templates matters."""
    row = next(row for row in messages() if row["label"] == "scam")
    path = write(tmp_path / "few.jsonl", [row, row | {"template": "another"}, row | {"template": "a third"}])

    result = evaluate([path], trained / "text.json")

    assert result.recall("scam") == Share(3, 3) and result.recall("other") == Share(0, 0)
    assert "3 messages" in write_report(result, tmp_path).read_text(encoding="utf-8")
    with pytest.raises(InputError, match="holds scam, expected messages of at least two"):
        evaluate([path])
    with pytest.raises(InputError, match="holds no message"):
        evaluate([write(tmp_path / "none.jsonl", [])], trained / "text.json")


def test_the_report_is_one_page_without_network_that_no_message_can_break(tmp_path: Path) -> None:
    rows = [judged(label, other, text="<script>alert(1)</script>") for label in SAYS for other in SAYS]
    path = write_report(Evaluation("by <hand>", tuple(rows)), tmp_path)
    html = path.read_text(encoding="utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert 'name="viewport"' in html
    assert not [sign for sign in ("src=", 'href="http', "url(http", "@import") if sign in html]
    assert html.count("<svg") == 4
    assert "<image" not in html and "data:" not in html  # the page's own policy would block them
    assert page(Evaluation("by <hand>", tuple(rows))) == html


def test_padding_adds_copies_with_chat_that_is_not_about_tickets() -> None:
    examples = [
        Example(text, label, "k", text, "id", "own:1") for label, text in (("scam", "bayar"), ("other", "tilang"))
    ]
    chats = [Example(f"chat {word}", "other", "k", word, "id", "own:2") for word in WORDS]
    padded = with_padding([*examples, *chats], [True, True, *(False for _ in chats)])
    assert padded[: len(examples) + len(chats)] == [*examples, *chats]
    added = padded[len(examples) + len(chats) :]
    assert 3 <= len(added) <= 14
    assert all(
        "chat" in example.text and "tilang" not in example.text.replace(example.template, "") for example in added
    )
    assert with_padding(examples, [True, True]) == examples


def test_no_message_to_measure_with_is_learnt_from() -> None:
    corpus = read_corpus(sorted((ROOT / "models" / "corpus").glob("*.jsonl")))
    learnt = {" ".join(example.text.split()) for example in corpus.examples}
    sets = sorted((ROOT / "benchmarks" / "levels").glob("*.jsonl"))
    kept = [json.loads(line)["text"] for path in sets for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(kept) > 1_000
    assert [text for text in kept if " ".join(text.split()) in learnt] == []
