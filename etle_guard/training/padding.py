"""Messages with chat before or after them: whoever pads a scam with small talk must not hide it.

Measured with 141 ticket scams followed by 75 words of chat, in cross-validation: 12 recognised without such examples,
71 with them; errors on messages as they are stay the same (108 of 885).
"""

from __future__ import annotations

import random
import zlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from etle_guard.training.corpus import Example

_SHARE = 0.5  # of the messages that are padded once more
_MOST_CHATS = 3
_LONGEST_CHAT = 300  # letters
_SEED = 7


def with_padding(examples: Sequence[Example], about_ticket: Sequence[bool]) -> list[Example]:
    """The examples, and copies of half of them with chat around. Chat is taken from the examples themselves.

    ``about_ticket`` stands beside the examples; chat is what is labelled ``other`` and is not about tickets.
    """
    ring = sorted(
        (zlib.crc32(example.text.encode("utf-8", "surrogatepass")), example.text)
        for example, on_topic in zip(examples, about_ticket, strict=True)
        if example.label == "other" and not on_topic and len(example.text) <= _LONGEST_CHAT
    )
    if len(ring) < _MOST_CHATS:
        return list(examples)
    copies = [replace(example, text=padded) for example in examples if (padded := _padded(example.text, ring))]
    return [*examples, *copies]


def _padded(text: str, ring: Sequence[tuple[int, str]]) -> str:
    """The text with chat around, or nothing for those that are not chosen.

    Chance begins anew with every text, and picks chats by a place on a ring of hashes: a message more in the corpus
    changes the chat around few others.
    """
    chance = random.Random(f"{_SEED} {text}")  # noqa: S311  a shuffle, no secret
    if chance.random() >= _SHARE:
        return ""
    places = [bisect_left(ring, (chance.getrandbits(32),)) for _ in range(chance.randint(1, _MOST_CHATS))]
    chat = " ".join(ring[place % len(ring)][1] for place in places)
    return f"{text}\n{chat}" if chance.random() < 0.5 else f"{chat}\n{text}"
