"""A verdict for a person at a terminal: the level first, then why, then what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from etle_guard.nouns import Evidence, Level, LinkVerdict, RuleCard, Verdict, day_in
from etle_guard.present.words import SIGNS, reasons, rules_line, tone, visible

_STYLE = {"clear": "green", "unchecked": "yellow", "caution": "yellow", "danger": "red"}
_WIDEST = 88


def show(verdict: Verdict, lang: str, words: Mapping[str, str]) -> None:
    """Print a verdict in the ``words`` of its language; plain where the output is no terminal or NO_COLOR is set."""
    console = Console(highlight=False, width=None)
    console.width = min(console.width, _WIDEST)
    console.print(_panel(verdict, lang, words))


def _panel(verdict: Verdict, lang: str, words: Mapping[str, str]) -> Panel:
    style, told = _STYLE[tone(verdict)], reasons(verdict, lang)
    headline = Text(f"{SIGNS[verdict.face]} {verdict.headline(lang)}", style=f"bold {style}")
    parts: list[Text | Table] = [headline, Text("")]
    if not verdict.complete:
        parts.append(Text("◐ " + words["incomplete"], style="yellow"))
    parts += _section(words["links"], [_link_line(link, words) for link in verdict.links])
    parts += _section(words["why"], [Text(line) for line in told])
    parts += _section(words["todo"], [Text(line) for line in verdict.advice(lang)])
    if verdict.level is Level.CLEAR:
        parts.append(Text(words["no_promise"], style="dim"))
    if rules := rules_line(verdict, told, words):
        parts.append(Text(rules, style="dim"))
    return Panel(Group(*parts), border_style=style, padding=(0, 1))


def _section(title: str, lines: Sequence[Text]) -> list[Text | Table]:
    if not lines:
        return []
    return [
        Text(title, style="bold"),
        *(_bullet(line) for line in lines),
        Text(""),
    ]


def _bullet(line: Text) -> Table:
    """A line with a bullet, its further rows indented."""
    grid = Table.grid(padding=(0, 1))
    grid.add_row(" •", line)
    return grid


def _link_line(link: LinkVerdict, words: Mapping[str, str]) -> Text:
    level = link.level.label
    line = Text(f"{SIGNS[level]} ", style=_STYLE[level]).append(visible(link.text), style="default")
    opened = link.host if link.level is Level.CLEAR else link.registrable
    line.append(f" → {words['opens']} ", style="dim").append(opened or "?", style="bold")
    if link.target is not None and link.likeness is not None and link.level > Level.CLEAR:
        line.append(f", {words[link.likeness]} ", style="dim").append(link.target)
    return line


def show_cards(cards: Sequence[RuleCard], lang: str, whole: bool) -> None:
    """Print identity cards: one line each, or everything that is on them."""
    console = Console(highlight=False)
    console.width = min(console.width, _WIDEST)
    for card in cards:
        console.print(
            Text(f"{card.id:<26}", style="bold").append(f"{card.points:>4}  ", style="cyan").append(card.title[lang])
        )
        if whole:
            console.print(Group(*_card_lines(card, lang)))


def _card_lines(card: RuleCard, lang: str) -> list[Padding]:
    rows = {
        "id": ("Contoh kalimat", "Sumber", "Tanggal", "Mengapa (bahasa Inggris)", "Salah bila (bahasa Inggris)"),
        "en": ("Says, for example", "Source", "Date", "Why", "Wrong when"),
    }[lang]
    example = Evidence(card.id, card.points, None, None, card.example, None, card).reason(lang)
    day = day_in(card.date.isoformat(), lang)
    values = (example, "\n".join(card.source), day, card.why, card.wrong_when)
    named = (Text(f"{name}: ", style="bold").append(value) for name, value in zip(rows, values, strict=True))
    return [Padding(line, (0, 0, 0, 2)) for line in named]
