"""etle_guard among other people's tools: scikit-learn, pandas, mypy, logging."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.model_selection import GridSearchCV, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.utils import estimator_checks

from etle_guard.frame import COLUMNS, with_verdicts
from etle_guard.sklearn import TicketScamClassifier

SCAM = ["Denda tilang Anda belum dibayar, klik tautan ini sebelum diblokir", "Bayar denda tilang lewat link berikut"]
REPORT = ["Awas penipuan tilang lewat WhatsApp, jangan diklik", "Polisi mengimbau warga mewaspadai SMS tilang palsu"]
OTHER = ["besok futsal jam delapan ya", "bayar parkir dulu baru keluar"]
TEXTS, LABELS = [*SCAM, *REPORT, *OTHER] * 3, ["scam", "scam", "report", "report", "other", "other"] * 3


def test_the_estimator_learns_and_tells_how_sure_it_is() -> None:
    model = TicketScamClassifier().fit(TEXTS, LABELS)

    assert list(model.classes_) == ["other", "report", "scam"]
    assert model.predict(TEXTS).tolist() == LABELS
    assert np.allclose(model.predict_proba(TEXTS).sum(axis=1), 1)
    assert model.decision_function(TEXTS).shape == (len(TEXTS), 3)
    assert model.score(TEXTS, LABELS) == 1


def test_the_estimator_stands_in_pipelines_and_searches() -> None:
    pipeline = make_pipeline(FunctionTransformer(), TicketScamClassifier())

    search = GridSearchCV(pipeline, {"ticketscamclassifier__strictness": [0.1, 10.0]}, cv=2).fit(TEXTS, LABELS)

    assert search.best_score_ > 0.9
    assert cross_val_predict(clone(pipeline), TEXTS, LABELS, cv=2).shape == (len(TEXTS),)


# scikit-learn's own list leaves out nearly all for estimators that read texts: most of its checks feed numbers.
APPLICABLE = (
    "check_estimator_cloneable", "check_estimator_repr", "check_no_attributes_set_in_init", "check_mixin_order",
    "check_parameters_default_constructible", "check_get_params_invariance", "check_set_params",
    "check_valid_tag_types", "check_estimator_tags_renamed",
)  # fmt: skip


@pytest.mark.parametrize("name", APPLICABLE)
def test_the_checks_of_scikit_learn_that_apply_to_texts_pass(name: str) -> None:
    getattr(estimator_checks, name)("TicketScamClassifier", TicketScamClassifier())


@pytest.mark.parametrize(
    "texts, labels, said",
    [
        ("one string", ["a"], "one string"),
        (["x"], ["a"], "1 class"),
        (["x", "y"], ["a"], "2 texts"),
        ([5, 6], ["a", "b"], "X\\[0\\] is 5"),
    ],
)
def test_what_cannot_be_learnt_from_is_refused(texts: object, labels: list[str], said: str) -> None:
    with pytest.raises((ValueError, TypeError), match=said):
        TicketScamClassifier().fit(texts, labels)


def test_a_frame_gets_its_verdicts_beside_it() -> None:
    frame = pd.DataFrame(
        {"isi": ["Denda tilang: kejaksean.cc/id", None, "besok futsal ya"], "dari": ["0812", float("nan"), None]},
        index=["a", "b", "c"],
    )

    judged = with_verdicts(frame, text="isi", sender="dari", lang="en", prefix="eg_")

    assert list(judged.columns) == ["isi", "dari", *(f"eg_{name}" for name in COLUMNS)]
    assert judged["eg_level"].to_dict() == {"a": "danger", "b": "clear", "c": "clear"}
    assert judged["eg_hosts"].tolist() == [["kejaksean.cc"], [], []]
    assert "kejaksean.cc" in judged["eg_why"]["a"]
    assert list(frame.columns) == ["isi", "dari"]


def test_the_files_of_a_frame_are_judged() -> None:
    """Lists, tuples and arrays of names; what is missing is no file; a bare string is refused, as ``check`` does."""
    files = [["Surat Tilang.apk"], ("foto.jpg",), np.array(["Surat Tilang.apk"]), None, float("nan"), pd.NA, []]
    frame = pd.DataFrame({"text": pd.Series(["Silakan buka"] * 6 + [pd.NA], dtype="string"), "berkas": files})

    judged = with_verdicts(frame, attachments="berkas")

    assert judged["level"].tolist() == ["danger", "clear", "danger", "clear", "clear", "clear", "clear"]
    assert with_verdicts(frame)["level"].tolist() == ["clear"] * 7
    with pytest.raises(TypeError, match=r"attachments holds 'a\.apk', expected a list of file names"):
        with_verdicts(pd.DataFrame({"text": ["x"], "berkas": ["a.apk"]}), attachments="berkas")
    with pytest.raises(KeyError, match="no column 'berkas'"):
        with_verdicts(pd.DataFrame({"text": ["x"]}), attachments="berkas")


def test_a_frame_without_the_column_or_with_ours_is_refused() -> None:
    with pytest.raises(KeyError, match="no column 'text'"):
        with_verdicts(pd.DataFrame({"isi": ["x"]}))
    with pytest.raises(ValueError, match="level already"):
        with_verdicts(pd.DataFrame({"text": ["x"], "level": [1]}))


def test_types_reach_whoever_imports(tmp_path: Path) -> None:
    """py.typed: mypy knows our types in somebody else's script."""
    good, bad = tmp_path / "good.py", tmp_path / "bad.py"
    good.write_text("import etle_guard\nlevel: etle_guard.Level = etle_guard.check('x', sender='0812').level\n")
    bad.write_text("import etle_guard\nnumber: int = etle_guard.check(5).level.label\n")

    told = {path: _mypy(path) for path in (good, bad)}

    assert told[good].startswith("Success"), told[good]
    assert '"check" has incompatible type "int"' in told[bad] and "Incompatible types" in told[bad]


def _mypy(path: Path) -> str:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", path.name]
    return subprocess.run(command, cwd=path.parent, capture_output=True, text=True, check=False).stdout


def test_importing_and_judging_print_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import etle_guard; etle_guard.check('Denda tilang: x.cc')"],
        capture_output=True, check=True,
    )  # fmt: skip

    assert (done.stdout, done.stderr) == (b"", b"")
