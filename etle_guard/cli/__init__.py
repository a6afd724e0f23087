"""The command ``etle-guard``: read arguments, call one function, print.

Exit codes: 0 nothing found, 1 at least one message or host at caution or danger, 2 bad usage or bad input.
"""

from __future__ import annotations

import sys

import click

from etle_guard import __version__
from etle_guard.cli import judging, making
from etle_guard.cli.judging import BAD_INPUT, complain
from etle_guard.errors import EtleGuardError
from etle_guard.tables import VERSION


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message=f"etle-guard %(version)s, tables {VERSION}")
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
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)


for _command in (*judging.COMMANDS, *making.COMMANDS):
    cli.add_command(_command)
