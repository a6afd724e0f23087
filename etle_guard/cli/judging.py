"""``check``, ``scan`` and ``rules``: commands that judge and explain."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import click

from etle_guard.cli.given import opened, read_text, refuse_file_name
from etle_guard.errors import InputError
from etle_guard.guard import judge
from etle_guard.limits import LONGEST_LINE
from etle_guard.nouns import Level, Message
from etle_guard.present.parallel import in_order, pieces, read_lines
from etle_guard.present.record import json_line, record
from etle_guard.present.stream import check_lines, read_date
from etle_guard.rulebook import Rulebook, default_rulebook, make_rulebook, own_rulebook, read_model
from etle_guard.tables import read_tables

NOTHING, FOUND, BAD_INPUT = 0, 1, 2
_PIECE = 500  # messages that one process gets at a time
LANG = click.Choice(["id", "en"])
MODEL = click.option("--model", type=click.Path(path_type=Path), help="Another text.json instead of the shipped one.")
OWN = click.option("--own", type=click.Path(path_type=Path), help="A table of names and words of your own (TOML).")

JOBS = click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to use.")
_EXAMPLES = """\b
Examples:
  etle-guard check "Denda tilang Anda belum dibayar: kejaksean.cc/id" --lang en
  etle-guard check --sender 082333343250 --attachment "Surat Tilang.apk" ""
  etle-guard check < message.txt --html result.html
  etle-guard check --jsonl messages.jsonl --jobs 2 > records.jsonl
"""


def complain(text: str) -> None:
    """One line on standard error."""
    click.echo(f"etle-guard: {text}", err=True)


def _read_day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    try:
        return read_date(value)
    except InputError:
        raise click.BadParameter(f"{value!r} is not a date of the form YYYY-MM-DD") from None


@click.command(epilog=_EXAMPLES)
@click.argument("text", required=False)
@click.option("--sender", help="Number or name that the message shows.")
@click.option(
    "--attachment", "attachments", multiple=True, metavar="NAME", help="Name of an attached file; repeatable."
)
@click.option(
    "--sent-on", callback=_read_day, metavar="DATE", help="Day it was sent, YYYY-MM-DD; decides which facts held."
)
@click.option("--lang", type=LANG, default="id", show_default=True, help="Language of the answer.")
@click.option("--json", "as_json", is_flag=True, help="One JSON record instead of words.")
@click.option(
    "--jsonl",
    type=click.Path(allow_dash=True, path_type=Path),
    metavar="FILE",
    help="A stream of messages, - for standard input.",
)
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="A page to send to someone, besides.")
@JOBS
@MODEL
@OWN
def check(
    text: str | None, sender: str | None, attachments: tuple[str, ...], sent_on: date | None, lang: str, as_json: bool,
    jsonl: Path | None, html: Path | None, jobs: int, model: Path | None, own: Path | None,
) -> None:  # fmt: skip
    """Judge one message (TEXT, or standard input), or a stream of them with --jsonl."""
    rulebook = _rulebook(model, own)
    if jsonl is not None:
        if text is not None or sender is not None or attachments or sent_on is not None or html is not None:
            raise click.UsageError(
                "--jsonl takes messages from its file; leave out TEXT, --sender, --attachment, --sent-on, --html."
            )
        sys.exit(_check_stream(jsonl, rulebook) if jobs == 1 else _check_in_parallel(jsonl, jobs, model, own))
    refuse_file_name(text)
    complete, text = (True, text) if text is not None else read_text(attachments)
    if not text.strip() and not attachments:
        raise InputError("nothing to check: the message is empty, expected a text or --attachment NAME")
    message = Message(text, sender, attachments, sent_on)
    verdict = judge(message, rulebook)
    if not complete:
        verdict = replace(verdict, complete=False)
    if html is not None:
        from etle_guard.present.page import write_page

        write_page(html, verdict, message, lang, rulebook)
    if as_json:
        _print(json_line(record(verdict)))
    else:
        from etle_guard.present.terminal import show

        show(verdict, lang, rulebook.words[lang])
    sys.exit(FOUND if verdict.level > Level.CLEAR else NOTHING)


@cache
def _rulebook(model: Path | None, own: Path | None) -> Rulebook:
    if model is not None:
        book = make_rulebook(read_tables(own=own), read_model(model))
    else:
        book = default_rulebook() if own is None else own_rulebook(own)
    gc.freeze()  # the tables stay to the end; looking for waste in them again and again takes 7 % of the time
    return book


def _print(line: str) -> None:
    sys.stdout.buffer.write(line.encode() + b"\n")


def _check_stream(path: Path, rulebook: Rulebook) -> int:
    bad, worst = 0, Level.CLEAR
    with opened(path) as file:
        for line, level in check_lines(read_lines(file, LONGEST_LINE), rulebook):
            _print(line)
            if file is sys.stdin.buffer:
                sys.stdout.buffer.flush()  # somebody may wait for this answer before he writes the next message
            bad += level is None
            worst = max(worst, level or Level.CLEAR)
    return _end_stream(path, bad, worst)


def _check_in_parallel(path: Path, jobs: int, model: Path | None, own: Path | None) -> int:
    """The same by several processes; each reads the tables once."""
    bad, worst = 0, Level.CLEAR
    with opened(path) as file:
        lines = pieces(read_lines(file, LONGEST_LINE), _PIECE)
        for answers, broken, level in in_order(
            _check_piece, ((first, chunk, model, own) for first, chunk in lines), jobs
        ):
            sys.stdout.buffer.write(answers)
            bad += broken
            worst = max(worst, level)
    return _end_stream(path, bad, worst)


def _check_piece(first: int, lines: list[bytes], model: Path | None, own: Path | None) -> tuple[bytes, int, Level]:
    """The answers to some lines, how many could not be read, and the worst level."""
    found = list(check_lines(lines, _rulebook(model, own), first))
    answers = "".join(line + "\n" for line, _ in found).encode()
    levels = [level for _, level in found if level is not None]
    return answers, len(found) - len(levels), max(levels, default=Level.CLEAR)


def _end_stream(path: Path, bad: int, worst: Level) -> int:
    sys.stdout.flush()
    if bad:
        complain(f"{path}: {bad} line(s) could not be read; each is answered in its place with an error")
        return BAD_INPUT
    return FOUND if worst > Level.CLEAR else NOTHING


@click.command()
@click.argument("file", type=click.Path(allow_dash=True, path_type=Path))
@click.option("--all", "everything", is_flag=True, help="Print clear hosts too.")
@JOBS
@OWN
def scan(file: Path, everything: bool, jobs: int, own: Path | None) -> None:
    """Judge hosts or URLs, one a line (FILE, FILE.gz or - for standard input)."""
    from etle_guard.present.scan import scan_file

    _rulebook(None, own)  # complains before any process is started
    sys.exit(scan_file(file, everything, jobs, own))


@click.command()
@click.argument("name")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="How many to print.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@OWN
def variants(name: str, limit: int, as_json: bool, own: Path | None) -> None:
    """List lookalikes of NAME (etle-korlantas.info, tilang) that somebody could register and our rules would catch.

    The most likely ones come first; columns: host, family, level, and how people see it if that differs.
    """
    from etle_guard.present.variants import print_variants
    from etle_guard.variants.rank import variants as lookalikes

    found = lookalikes(name, _rulebook(None, own))
    if not found:
        raise InputError(f"no lookalike of {name!r} would be caught: it is not protected; add it with --own FILE")
    print_variants(found[:limit], as_json)


@click.command()
@click.argument("id", required=False)
@click.option("--lang", type=LANG, default="id", show_default=True)
def rules(id: str | None, lang: str) -> None:
    """Print the identity cards of the rules, or the one card ID."""
    from etle_guard.present.terminal import show_cards

    cards = default_rulebook().cards
    if id is not None and id not in cards:
        raise click.BadParameter(f"{id!r} is no rule; etle-guard rules lists them.", param_hint="ID")
    show_cards(list(cards.values()) if id is None else [cards[id]], lang, whole=id is not None)


COMMANDS = (check, scan, variants, rules)
