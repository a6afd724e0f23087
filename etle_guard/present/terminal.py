"""A verdict for a person at a terminal: the level first, then why, then what to do."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from etle_guard.nouns import Level, LinkVerdict, RuleCard, Verdict

_STYLE = {Level.CLEAR: "green", Level.CAUTION: "yellow", Level.DANGER: "red"}
_SIGN = {Level.CLEAR: "○", Level.CAUTION: "⚠", Level.DANGER: "⛔"}
_WORDS = {
    "id": {
        Level.CLEAR: "Tidak ada tanda penipuan yang kami kenal",
        Level.CAUTION: "Waspada",
        Level.DANGER: "BERBAHAYA",
        "why": "Mengapa",
        "do": "Yang perlu dilakukan",
        "links": "Tautan",
        "opens": "membuka",
        "imitates": "meniru",
        "incomplete": "Belum diperiksa penuh: sebagian pesan tidak bisa dibaca.",
        "no_promise": "Ini bukan jaminan. Bila ragu, tanyakan langsung ke kantor polisi.",
    },
    "en": {
        Level.CLEAR: "No sign of fraud that we know",
        Level.CAUTION: "Beware",
        Level.DANGER: "DANGER",
        "why": "Why",
        "do": "What to do",
        "links": "Links",
        "opens": "opens",
        "imitates": "imitates",
        "incomplete": "Not fully checked: part of the message could not be read.",
        "no_promise": "This is no guarantee. If in doubt, ask at a police station.",
    },
}
_WIDEST = 88
_MOST_REASONS = 6


def show(verdict: Verdict, text: str, lang: str, complete: bool = True) -> None:
    """Print a verdict; plain where the output is no terminal or NO_COLOR is set."""
    console = Console(highlight=False, width=None)
    console.width = min(console.width, _WIDEST)
    console.print(_panel(verdict, lang, complete))


def _panel(verdict: Verdict, lang: str, complete: bool) -> Panel:
    words, style = _WORDS[lang], _STYLE[verdict.level]
    parts: list[Text | Table] = []
    if not complete:
        parts.append(Text("◐ " + words["incomplete"], style="yellow"))
    parts += _section(words["links"], [_link_line(link, words) for link in verdict.links])
    parts += _section(words["why"], [Text(line) for line in _reasons(verdict, lang)])
    parts += _section(words["do"], [Text(line) for line in verdict.advice(lang)])
    if verdict.level is Level.CLEAR:
        parts.append(Text(words["no_promise"], style="dim"))
    title = Text(f" {_SIGN[verdict.level]} {words[verdict.level]} ", style=f"bold {style}")
    return Panel(Group(*parts), title=title, title_align="left", border_style=style, padding=(0, 1))


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


def _link_line(link: LinkVerdict, words: dict[object, str]) -> Text:
    line = Text(f"{_SIGN[link.level]} ", style=_STYLE[link.level]).append(_visible(link.text), style="default")
    opened = link.host if link.level is Level.CLEAR else link.registrable
    line.append(f" → {words['opens']} ", style="dim").append(opened or "?", style="bold")
    if link.target is not None and link.level > Level.CLEAR:
        line.append(f", {words['imitates']} ", style="dim").append(link.target)
    return line


def _reasons(verdict: Verdict, lang: str) -> list[str]:
    """The heaviest findings first; those of no weight only where nothing weighs."""
    weighty = [one for one in verdict.evidence if one.points > 0]
    shown = weighty or [one for one in verdict.evidence if one.card.kind in ("host", "sender")]
    return list(dict.fromkeys(_visible(one.reason(lang)) for one in shown))[:_MOST_REASONS]


def _visible(text: str) -> str:
    """Control and direction characters shown as marks, so that a message cannot write over the terminal."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def show_cards(cards: Sequence[RuleCard], lang: str, whole: bool) -> None:
    """Print identity cards: one line each, or everything that is on them."""
    console = Console(highlight=False)
    console.width = min(console.width, _WIDEST)
    for card in cards:
        console.print(
            Text(f"{card.id:<26}", style="bold").append(f"{card.points:>4}  ", style="cyan").append(card.title)
        )
        if whole:
            console.print(Group(*_card_lines(card, lang)))


def _card_lines(card: RuleCard, lang: str) -> list[Padding]:
    rows = {
        "id": ("Mengapa", "Salah bila", "Kalimat", "Sumber", "Tanggal"),
        "en": ("Why", "Wrong when", "Says", "Source", "Date"),
    }[lang]
    values = (card.why, card.wrong_when, card.says[lang], "\n".join(card.source), card.date.isoformat())
    named = (Text(f"{name}: ", style="bold").append(value) for name, value in zip(rows, values, strict=True))
    return [Padding(line, (0, 0, 0, 2)) for line in named]
