"""Times that point back: "the same year", "that day" are those of the time told last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from headcount.days import Days, month_days, year_days
from headcount.extract.mentions.timewords import TimeMention, class_of
from headcount.extract.mentions.tokens import Token


def times_again(
    tokens: list[Token], times: list[TimeMention], before: Days | None, published: date | None
) -> list[TimeMention]:
    """The times of one sentence in order, with those that point back to one told before.

    `before` is the last time of the sentences before, None without one: "the same day" is then the
    day of publication, the same month or year is not known.
    """
    last = before
    found: list[TimeMention] = []
    for mention in _in_order(tokens, times):
        if mention.role == _AGAIN:
            days = _same(tokens[mention.first].value("time"), last, published)
            if days is None:
                continue
            mention = TimeMention(mention.first, mention.after, days, "at")
        found.append(mention)
        last = mention.days if mention.days.start else last
    return found


_AGAIN = "again"


def _in_order(tokens: list[Token], times: list[TimeMention]) -> Iterator[TimeMention]:
    """Times told and times that point back, in the order of the sentence."""
    told = {n for mention in times for n in range(mention.first, mention.after)}
    back = [
        TimeMention(n, n + 1, Days(None, None), _AGAIN)
        for n in range(len(tokens))
        if n not in told and class_of(tokens, n) == "same"
    ]
    yield from sorted([*times, *back], key=lambda mention: mention.first)


def _same(unit: str, last: Days | None, published: date | None) -> Days | None:
    """The day, month or year that the last time lies in; None when it is not known."""
    day = (last.start or last.end) if last is not None else None
    if unit == "day":
        if last is not None and last.start != last.end:
            return None
        day = day or published
        return Days(day, day) if day else None
    if day is None:
        return None
    return month_days(day.year, day.month) if unit == "month" else year_days(day.year)
