"""The command ``etle-guard``: read arguments, call one function, print.

Exit codes: 0 nothing found, 1 at least one message or host at caution or danger, 2 bad usage or bad input.
"""

from __future__ import annotations

import os
import sys

import click

from etle_guard import __version__
from etle_guard.cli import judging, making
from etle_guard.cli.judging import BAD_INPUT, complain
from etle_guard.errors import EtleGuardError
from etle_guard.rulebook import model_path, read_model
from etle_guard.tables import VERSION

INTERRUPTED, READER_GONE = 130, 141  # as a shell says of a process that ended by SIGINT or SIGPIPE


class _ReaderGoneError(Exception):
    """Whoever read our output has closed it (``| head``); click would call that a finding."""


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        """Run the command given."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise _ReaderGoneError from None


def _show_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    model = read_model(model_path())
    trained, messages = model.get("trained_on", "?"), model.get("corpus_messages", "?")
    click.echo(f"etle-guard {__version__}, tables {VERSION}, text model {trained} ({messages} messages)")
    context.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Versions, dates."
)
def cli() -> None:
    """Tell fraudulent traffic-ticket messages from honest ones. Nothing leaves this machine."""


def main() -> None:
    """Run the command; an error of ours is one line on standard error and exit code 2."""
    try:
        cli.main(prog_name="etle-guard", standalone_mode=False)
    except EtleGuardError as error:
        complain(str(error))
        sys.exit(BAD_INPUT)
    except click.ClickException as error:
        error.show()
        sys.exit(BAD_INPUT)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except _ReaderGoneError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still buffered has no reader either
        sys.exit(READER_GONE)


for _command in (*judging.COMMANDS, *making.COMMANDS):
    cli.add_command(_command)
