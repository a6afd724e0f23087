"""What a person gives to a command: a text, standard input, a file, or a file's name by mistake."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from etle_guard.errors import InputError
from etle_guard.limits import LONGEST_MESSAGE


def refuse_file_name(text: str | None) -> None:
    """Whoever names a file means what is in it: its name alone, judged as a message, would pass as clear."""
    if not text or not _is_file(text):
        return
    is_app = text.lower().endswith(".apk")
    command = f'check "" --attachment {shlex.quote(Path(text).name)}' if is_app else f"check < {shlex.quote(text)}"
    raise InputError(f"this is the name of a file; write: etle-guard {command}")


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # no name that a system could hold
        return False


def read_text(attachments: tuple[str, ...]) -> tuple[bool, str]:
    """The message on standard input; only a file name needs no text."""
    if sys.stdin.isatty():
        if attachments:
            return True, ""
        raise click.UsageError("Nothing to check: give TEXT, or a message on standard input.")
    raw = sys.stdin.buffer.read(LONGEST_MESSAGE + 1)
    if b"\x00" in raw[:1024] and not attachments:
        raise InputError("standard input looks like a binary file, expected text in UTF-8")
    return len(raw) <= LONGEST_MESSAGE, raw[:LONGEST_MESSAGE].decode("utf-8", "replace")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, or of standard input where it is called ``-``."""
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    with file:
        yield file
