"""Pages that MkDocs makes from what the project holds: rules, facts, the model's card, contributing, security."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

from etle_guard.rulebook import default_rulebook
from etle_guard.tables import read_tables
from etle_guard.training.evaluate import evaluate
from etle_guard.training.report import page as evaluation_page

ROOT = Path(__file__).resolve().parents[1]
# Where a link of docs/ leads in the repository, and the page that the site has of it.
SHOWN_AS = {
    "../CONTRIBUTING.md": "contributing.md",
    "../SECURITY.md": "security.md",
    "../etle_guard/data/": "facts.md",
    "../etle_guard/data/concepts.toml": "concepts.toml",
    "../etle_guard/data/rules.toml": "rules.md",
    "../extension/PERMISSIONS.md": "permissions.md",
    "../extension/managed-schema.json": "managed-schema.json",
    "../models/CARD.md": "accuracy.md",
}
COPIED = (
    "CONTRIBUTING.md", "SECURITY.md", "etle_guard/data/concepts.toml", "extension/PERMISSIONS.md",
    "extension/managed-schema.json",
)  # fmt: skip


def on_files(files: Files, config: Any) -> Files:
    """Add the generated pages."""
    pages = {
        "rules.md": rules(),
        "facts.md": facts(),
        "accuracy.md": accuracy(),
        "evaluation.html": evaluation_page(evaluate(sorted((ROOT / "models" / "corpus").glob("*.jsonl")))),
        **{SHOWN_AS[f"../{name}"]: copied(name) for name in COPIED},
    }
    for name, content in pages.items():
        files.append(File.generated(config, name, content=content))
    return files


def copied(name: str) -> str:
    """A file of the repository, whose links into docs/ stay in the site's one folder."""
    return (ROOT / name).read_text(encoding="utf-8").replace("](docs/", "](")


def on_page_markdown(markdown: str, **_: Any) -> str:
    """A page whose links to the repository's files lead to the pages that the site has of them."""
    for file, page in SHOWN_AS.items():
        markdown = markdown.replace(f"]({file})", f"]({page})")
    return markdown


def accuracy() -> str:
    """The model's card, and the way to the curves."""
    card = (ROOT / "models" / "CARD.md").read_text(encoding="utf-8")
    title, _, rest = card.partition("\n")
    curves = "Curves, confusion, the surest mistakes: [the evaluation](evaluation.html), made when this site is built."
    return f"{title}\n\n{curves}\n{rest}"


def rules() -> str:
    """The identity card of every rule."""
    lines = ["# Rules", "", "Each finding adds its points: from 40 on a message is *Be careful*, from 100 *Dangerous*. "
             "`etle-guard rules ID` prints a card.", ""]  # fmt: skip
    for card in default_rulebook().cards.values():
        sources = "; ".join(_link(source) for source in card.source)
        lines += [f"## `{card.id}`", "", f"{card.title['en']}. **{card.points} points.**", "", f"- Why: {card.why}",
                  f"- Wrong when: {card.wrong_when}", f"- Says: “{card.says['id']}” / “{card.says['en']}”",
                  f"- Source: {sources} (row of {card.date})", ""]  # fmt: skip
    return "\n".join(lines)


def facts() -> str:
    """Official hosts, numbers and channels as the tables have them."""
    tables = read_tables()
    lines = ["# Facts, with dates and sources", "", "What authorities said about channels, hosts and numbers changes; "
             "every row has its source and its date. To add one: a row in `etle_guard/data/`, then "
             "`etle-guard export`, then `scripts/test` (see [Contributing](contributing.md)).", "",
             "## Official hosts", "",
             "| host | operator | status | since | source |", "|---|---|---|---|---|"]  # fmt: skip
    for row in tables["hosts"]["official"]:
        lines.append(f"| `{row['host']}` | {row['operator']} | {row['status']} | {row.get('since', '')} | "
                     f"{'; '.join(map(_link, row['source']))} |")  # fmt: skip
    lines += ["", "## Numbers", "", "| number | from | until | status |", "|---|---|---|---|"]
    for row in tables["senders"]["number"]:
        for period in row["period"]:
            lines.append(f"| {row['number']} | {period['from']} | {period['until']} | {period['status']} |")
    lines += ["", "## What was said about channels", "", "| day | statement |", "|---|---|"]
    lines += [f"| {row['date']} | {row['summary_en']} |" for row in tables["channels"]["event"]]
    return "\n".join(lines) + "\n"


def _link(source: str) -> str:
    address, _, day = source.partition(" ")
    return f"[{address.split('/')[2]}]({address}) {day}" if address.startswith("http") else source
