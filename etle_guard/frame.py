"""A table of messages (pandas, or anything with columns) and its verdicts beside it.

>>> import pandas
>>> frame = pandas.DataFrame({"isi": ["Denda tilang: kejaksean.cc/id", "besok futsal ya"]})
>>> with_verdicts(frame, text="isi")["level"].tolist()
['danger', 'clear']
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from etle_guard.guard import judge
from etle_guard.nouns import Message
from etle_guard.rulebook import Rulebook, default_rulebook

if TYPE_CHECKING:
    import pandas

__all__ = ["COLUMNS", "with_verdicts"]

COLUMNS = ("level", "points", "topic", "complete", "hosts", "rules", "why")
_MOST_REASONS = 3


def with_verdicts(
    frame: pandas.DataFrame,
    *,
    text: str = "text",
    sender: str | None = None,
    sent_on: str | None = None,
    lang: str = "id",
    prefix: str = "",
    rulebook: Rulebook | None = None,
) -> pandas.DataFrame:
    """A copy of a frame with the columns of ``COLUMNS`` added, named ``prefix`` + name; its index stays.

    ``text``, ``sender`` and ``sent_on`` name columns. Missing values (None, NaN) count as no text, no sender, no day.
    Raises KeyError for a column that is not there, ValueError where a column would be overwritten.
    """
    for name in filter(None, (text, sender, sent_on)):
        if name not in frame.columns:
            raise KeyError(f"the frame has no column {name!r}; it has {', '.join(map(str, frame.columns))}")
    taken = [prefix + name for name in COLUMNS if prefix + name in frame.columns]
    if taken:
        raise ValueError(f"the frame has {', '.join(taken)} already; give another prefix")
    book = default_rulebook() if rulebook is None else rulebook
    rows = [
        _row(Message(_text(body) or "", _text(who), (), _day(day)), lang, book)
        for body, who, day in zip(frame[text], _column(frame, sender), _column(frame, sent_on), strict=True)
    ]
    columns = {prefix + name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)}
    return frame.assign(**columns)


def _row(message: Message, lang: str, book: Rulebook) -> tuple[object, ...]:
    verdict = judge(message, book)
    heavy = [one for one in verdict.evidence if one.points > 0]
    return (
        verdict.level.label, verdict.points, verdict.topic, verdict.complete,
        [link.host for link in verdict.links if link.host], [one.rule for one in heavy],
        " ".join(dict.fromkeys(one.reason(lang) for one in heavy[:_MOST_REASONS])),
    )  # fmt: skip


def _column(frame: pandas.DataFrame, name: str | None) -> Any:
    return frame[name] if name is not None else [None] * len(frame)


def _text(value: object) -> str | None:
    """A cell as text; numbers as they stand, so that a column of telephone numbers serves."""
    if value is None or value != value:  # NaN differs from itself
        return None
    return str(value)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return None if value != value else value.date()  # so does NaT
    return value if isinstance(value, date) else date.fromisoformat(value) if isinstance(value, str) else None
