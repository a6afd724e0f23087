"""A table of messages (pandas, or anything with columns) and its verdicts beside it.

>>> import pandas
>>> frame = pandas.DataFrame({"isi": ["Denda tilang: kejaksean.cc/id", "besok futsal ya"]})
>>> with_verdicts(frame, text="isi")["level"].tolist()
['danger', 'clear']
"""

from __future__ import annotations

from collections.abc import Iterable
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
    attachments: str | None = None,
    sent_on: str | None = None,
    lang: str = "id",
    prefix: str = "",
    rulebook: Rulebook | None = None,
) -> pandas.DataFrame:
    """A copy of a frame with the columns of ``COLUMNS`` added, named ``prefix`` + name; its index stays.

    ``text``, ``sender``, ``attachments`` (lists of file names) and ``sent_on`` name columns; only those that are named
    are read. Missing values (None, NaN, NA) count as no text, no sender, no file, no day. Raises KeyError for a column
    that is not there, ValueError where a column would be overwritten, TypeError for attachments that are no list.
    """
    for name in filter(None, (text, sender, attachments, sent_on)):
        if name not in frame.columns:
            raise KeyError(f"the frame has no column {name!r}; it has {', '.join(map(str, frame.columns))}")
    taken = [prefix + name for name in COLUMNS if prefix + name in frame.columns]
    if taken:
        raise ValueError(f"the frame has {', '.join(taken)} already; give another prefix")
    book = default_rulebook() if rulebook is None else rulebook
    cells = [_column(frame, name) for name in (text, sender, attachments, sent_on)]
    rows = [
        _row(Message(_text(body) or "", _text(who), _names(files), _day(day)), lang, book)
        for body, who, files, day in zip(*cells, strict=True)
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


def _is_missing(value: object) -> bool:
    if value is None or isinstance(value, Iterable):
        return value is None
    try:
        return bool(value != value)  # NaN and NaT differ from themselves
    except TypeError:
        return True  # pandas' NA does not even know that


def _text(value: object) -> str | None:
    """A cell as text; numbers as they stand, so that a column of telephone numbers serves."""
    return None if _is_missing(value) else str(value)


def _names(value: object) -> tuple[str, ...]:
    """A cell of file names: a list, a tuple, an array."""
    if _is_missing(value):
        return ()
    names = None if isinstance(value, str) or not isinstance(value, Iterable) else tuple(value)
    if names is None or not all(isinstance(name, str) for name in names):
        raise TypeError(f"attachments holds {value!r}, expected a list of file names in each row")
    return names


def _day(value: object) -> date | None:
    if _is_missing(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(value) if isinstance(value, str) else None
