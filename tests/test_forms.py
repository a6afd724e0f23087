"""The forms for reports can be read by GitHub, ask in both languages, and take what a row or a verdict needs."""

from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml", reason="comes with the extra for the documentation")
ROOT = Path(__file__).parents[1]
FORMS = {path.stem: path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"}
NEEDED = {
    "false-alarm": {"message", "sender", "files", "language", "verdict", "where", "version", "private"},
    "missed-scam": {"message", "sender", "files", "language", "verdict", "where", "version", "private"},
    "fact": {"fact", "told", "address", "day", "private"},
}


def fields(name: str) -> list[dict[str, Any]]:
    form = yaml.safe_load(FORMS[name].read_text(encoding="utf-8"))
    assert form.keys() == {"name", "description", "labels", "body"} and " / " in form["name"]
    return form["body"]


def test_every_form_is_known() -> None:
    assert FORMS.keys() == NEEDED.keys()


@pytest.mark.parametrize("name", NEEDED)
def test_a_form_asks_for_what_is_needed_in_both_languages(name: str) -> None:
    asked = {field["id"]: field["attributes"] for field in fields(name) if field["type"] != "markdown"}
    assert asked.keys() == NEEDED[name]
    assert [field for field, says in asked.items() if " / " not in says["label"]] == []
    assert set().union(*asked.values()) <= {"label", "description", "placeholder", "options", "render"}
    assert all(isinstance(option, str) for says in asked.values() for option in _options(says))


def _options(says: dict[str, Any]) -> list[Any]:
    options = says.get("options", ())
    return [option["label"] if isinstance(option, dict) and option.keys() == {"label", "required"} else option
            for option in options]  # fmt: skip


def test_weaknesses_are_told_privately() -> None:
    config = (ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml").read_text(encoding="utf-8")
    assert "SECURITY.md" in config and (ROOT / "SECURITY.md").is_file()
