"""What a file or a host goes by: a letter, a parcel, an invitation, a bill, an office, a bank."""

from __future__ import annotations

from etle_guard.nouns import Host
from etle_guard.parse.skeleton import digits_as_letters
from etle_guard.rulebook import Rulebook


def has_pretext(words: str, rulebook: Rulebook, kinds: frozenset[str] | None = None) -> bool:
    """Whether a pretext (of one of the ``kinds``) stands among ``words``, which are as ``Attachment.words``."""
    read = digits_as_letters(words)
    return any(
        word in words or word in read
        for word, kind in rulebook.files.pretexts.items()
        if kinds is None or kind in kinds
    )


def words_of(host: Host) -> str:
    """The words between the dots and hyphens of a host, with a space before and after each."""
    return " " + host.ascii.replace("-", " ").replace(".", " ") + " "
