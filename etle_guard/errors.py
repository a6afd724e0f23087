"""One family of errors: whatever a person gave that cannot be used, with its place, its value and what was expected."""

from __future__ import annotations


class EtleGuardError(Exception):
    """Something given by a person cannot be used; the message says what, where, and what was expected."""


class RulebookError(EtleGuardError):
    """A table or model file is broken, of another version, or names what does not exist."""


class InputError(EtleGuardError):
    """A file, a line or an option cannot be read."""
