"""The days that the opening of a report tells of its operation, and of what came of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from headcount.days import Days
from headcount.extract.assembly.draft import Context
from headcount.extract.attributes.announced import of_speech
from headcount.extract.attributes.dating import DONE, leads_back
from headcount.extract.families import MOVES, OPERATIONS
from headcount.extract.mentions.frames import to_come
from headcount.extract.mentions.timewords import TimeMention, class_of
from headcount.extract.mentions.tokens import Token

LEAD: Final = 10
"""Sentences at the beginning in which a report tells when its operation took place."""


class Opening:
    """What the opening of a report tells of days.

    `deeds`: the days by what was done on them, told without a number; `operation`: the one day of
    the operation, or of what came of it; `acted`: the one day of the operation itself.
    """

    def __init__(self, contexts: list[Context], published: date | None) -> None:
        self.deeds = _uncounted_days(contexts)
        self.operation = _operation_days(contexts, published)
        self.acted = _operation_days(contexts, published, later=False)


def _uncounted_days(contexts: list[Context]) -> dict[str, set[Days]]:
    """The days that the lead tells by the deed, in sentences that count nobody.

    "460 Chinese were deported. They were arrested on 28 May and left on the following day."
    """
    told: dict[str, set[Days]] = {}
    for context in contexts[:LEAD]:
        if any(q.unit == "person" for q in context.quantities):
            continue
        if leads_back(context.sentence):
            continue
        tokens = context.sentence.tokens
        for mention in context.times:
            if mention.role != "at" or (mention.days.length or 99) > BRIEF:
                continue
            if of_speech(context, mention) or planned(tokens, mention):
                continue
            kind = _deed_at(tokens, mention)
            if kind:
                told.setdefault(_stage(kind), set()).add(mention.days)
    return told


def _deed_at(tokens: list[Token], mention: TimeMention) -> str:
    """The kind of the deed that stands nearest to a time, before it or behind; "" for none."""
    near = sorted(
        (abs(n - mention.first), entry.value)
        for n, token in enumerate(tokens)
        for entry in token.predicates[:1]
        if entry.value in _DEEDS
    )
    return near[0][1] if near else ""


def _stage(kind: str) -> str:
    """What kinds happen together: what an operation did, or what became of people behind it."""
    return "later" if kind in HOMEWARD else "done" if kind in DONE else ""


def alone(told: dict[str, set[Days]], kind: str) -> Days | None:
    """The one day told of the deeds of a kind, None for none or several."""
    days = told.get(_stage(kind), set())
    return next(iter(days)) if len(days) == 1 else None


HOMEWARD: Final = MOVES - {"moved"}
"""What becomes of people after an operation."""

_DEEDS: Final = DONE | HOMEWARD


def _operation_days(
    contexts: list[Context], published: date | None, *, later: bool = True
) -> Days | None:
    """The one day that the lead gives for what authorities or victims did; None if several.

    Where no such sentence tells a day, the one day or stretch of days of the opening is taken: what
    is told further down happened to somebody else, mostly. Unless `later`, a day on which people
    only were taken on or home is not one: they had been found before. Nor is a day long before
    publication behind the first sentences: how it all began.
    """
    acted, told = set[Days](), set[Days]()
    for context in contexts[:LEAD]:
        if leads_back(context.sentence):
            continue
        kinds = {e.value for t in context.sentence.tokens for e in t.predicates}
        if not later and kinds & HOMEWARD and not kinds & (DONE | {"escaped"}):
            continue
        for mention in context.times:
            length = mention.days.length or 99
            if mention.role != "at" or of_speech(context, mention):
                continue
            if planned(context.sentence.tokens, mention) or _began(context, mention, published):
                continue
            if kinds & OPERATIONS and length <= 3:
                acted.add(mention.days)
            if length <= WEEK and context.index <= SCENE // 2:
                told.add(mention.days)
    found = acted or told
    return found.pop() if len(found) == 1 else None


def _began(context: Context, mention: TimeMention, published: date | None) -> bool:
    """Whether a day told behind the first sentences is that of an old story."""
    end = mention.days.end
    if published is None or end is None or context.index < SCENE // 2:
        return False
    return (published - end).days > _OLD


_OLD: Final = 60
"""Days before publication from which on a day is no news."""


def planned(tokens: list[Token], mention: TimeMention) -> bool:
    """Whether a weekday is that of a plan, and so of the days ahead."""
    before = tokens[max(mention.first - _PLAN, 0) : mention.first]
    words = tokens[mention.first : mention.after]
    dated = any(t.kind == "n" or t.is_a("month") for t in words)
    bare = class_of(tokens, mention.first) == "weekday" and not dated
    return bare and any(to_come(token) for token in before)


_PLAN: Final = 8
"""Tokens from a word of intention to the weekday of what is planned."""


BRIEF: Final = 3
"""Days of the longest operation that a report tells the dates of behind its lead."""

WEEK: Final = 7
"""Days over which people who report are still those of one operation."""

SCENE: Final = 6
"""Sentences in which the lead of a report sets its scene."""
