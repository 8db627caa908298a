"""Place and day of "in that raid": where and when the sentence before tells of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from headcount.days import Days
from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.attributes.announced import of_ground, of_speech
from headcount.extract.attributes.bystanders import on_the_ground
from headcount.extract.attributes.nearest import put
from headcount.extract.attributes.setting import Setting
from headcount.extract.mentions.timewords import TimeMention

OCCASION: Final = "event"
"""Value of the words that point back to an operation told before: "in that raid"."""


def of_occasion(draft: Draft, contexts: list[Context]) -> Context | None:
    """The sentence before, where that of a figure points back to what it tells; None for none."""
    index = draft.context.index
    return contexts[index - 1] if index and _points_back(draft.context) else None


def of_another(draft: Draft, source: Draft) -> bool:
    """Whether a figure is of an operation told after the sentence of `source`."""
    between = draft.context.index - source.context.index
    return between > 1 and draft.whole is None and _points_back(draft.context)


def _points_back(context: Context) -> bool:
    """Whether words of a sentence point back to an operation."""
    sentence = context.sentence
    if "there" not in sentence.classes:
        return False
    return any(t.value("there") == OCCASION for t in sentence.tokens)


def place_of_occasion(draft: Draft, contexts: list[Context], setting: Setting) -> bool:
    """Set the place of the operation, if the sentence before tells it; whether it does."""
    before = of_occasion(draft, contexts)
    if before is None:
        return False
    spots = on_the_ground(before, before.spots, setting, seats=True)
    here = [s for s in spots if s.country in setting.hosts and s.place is not None]
    if not here:
        return False
    here = [s for s in here if s.site] or here
    put(draft, here, here[-1], "the sentence before")
    return True


def day_of_occasion(draft: Draft, contexts: list[Context], published: date | None) -> bool:
    """Set the days of the operation, if the sentence before tells them; whether it does."""
    before = of_occasion(draft, contexts)
    times = before.times if before is not None else []
    told = [t for t in times if before and not (of_speech(before, t) or of_ground(before, t))]
    days = [d for t in told if (d := _days(t, published)) is not None]
    if len(days) != 1:
        return False
    draft.start, draft.end = days[0]
    draft.trace.append(f"when {draft.start} to {draft.end}: the sentence before")
    return True


def _days(mention: TimeMention, published: date | None) -> Days | None:
    """The days that a time tells of something done, up to publication for what goes on."""
    if mention.role == "since":
        return Days(mention.days.start, published)
    return mention.days if mention.role == "at" else None
