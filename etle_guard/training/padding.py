"""Messages with chat before or after them: whoever pads a scam with small talk must not hide it.

Measured with 141 ticket scams followed by 75 words of chat, in cross-validation: 12 recognised without such examples,
71 with them; errors on messages as they are stay the same (108 of 885).
"""

from __future__ import annotations

import random
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
    chats = [
        example.text
        for example, on_topic in zip(examples, about_ticket, strict=True)
        if example.label == "other" and not on_topic and len(example.text) <= _LONGEST_CHAT
    ]
    chance = random.Random(_SEED)  # noqa: S311  a shuffle, no secret
    if len(chats) < _MOST_CHATS:
        return list(examples)
    chosen = [example for example in examples if chance.random() < _SHARE]
    return [*examples, *(replace(example, text=_padded(example.text, chats, chance)) for example in chosen)]


def _padded(text: str, chats: Sequence[str], chance: random.Random) -> str:
    chat = " ".join(chance.sample(chats, chance.randint(1, _MOST_CHATS)))
    return f"{text}\n{chat}" if chance.random() < 0.5 else f"{chat}\n{text}"
