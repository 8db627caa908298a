"""When it happened: the days of one claim, as its sentence or its whole tells them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from headcount.days import LONGEST_MONTH, Days, months_back
from headcount.extract.assembly.draft import Draft
from headcount.extract.attributes.announced import announces
from headcount.extract.attributes.dating import (
    NO_LAST_DAY,
    earlier,
    time_of,
    total_told,
)
from headcount.extract.attributes.scope import cumulate, one_operation, raises_total
from headcount.extract.attributes.setting import Setting
from headcount.extract.families import MOVES, OPERATIONS
from headcount.extract.mentions.bare import has_mark
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.timewords import TimeMention
from headcount.extract.mentions.tokens import Token


def _to_come(draft: Draft, mention: TimeMention, published: date | None) -> bool:
    """Whether a verb of going home has a day after publication: "would be sent home next week"."""
    start = mention.days.start
    if published is None or start is None or start <= published or draft.scope != "event":
        return False
    verb = draft.match.at if draft.match is not None else -1
    if draft.kind not in MOVES or not 0 <= verb < mention.first:
        return False
    between = draft.context.sentence.tokens[verb + 1 : mention.first]
    return len(between) <= _BEHIND and all(t.kind == "w" and not t.is_a("conj") for t in between)


_BEHIND: Final = 3
"""Words between a verb and its day: "flown to Jakarta next week"."""


def fill_when(draft: Draft, setting: Setting) -> None:
    """First and last day, and with them whether it is a running total."""
    mention = _then(draft, time_of(draft, setting.published))
    tokens = draft.context.sentence.tokens
    if draft.scope == "event" and draft.kind in OPERATIONS and raises_total(draft):
        draft.scope = "cumulative"
        _raised(draft, mention, setting)
        return
    if mention is not None:
        start, end = mention.days
        if _to_come(draft, mention, setting.published):
            draft.scope = "planned"
        if (
            mention.role == "since"
            and end is None
            and setting.published
            and draft.scope != "planned"
        ):
            length = (setting.published - start).days if start else 0
            if length > 7:
                cumulate(draft)
            # What goes on since a day is told up to the day of the report.
            end = (_spoken(draft) or setting.published) if start and length >= 0 else None
        elif mention.role in ("span", "until") or (
            (mention.days.length or 0) > 45 and draft.scope == "event" and not one_operation(tokens)
        ):
            cumulate(draft)
        if mention.role == "recent":
            end = _spoken(draft) or end
        if draft.scope == "planned" and not _of_another(draft, mention):
            start, end = _coming(mention, tokens[mention.first : mention.after], setting.published)
        draft.start, draft.end = start, end
        words = " ".join(t.norm for t in tokens[mention.first : mention.after])
        draft.trace.append(f"when {start} to {end}: “{words}”")
        return
    total = total_told(tokens)
    if total:
        cumulate(draft)
        if draft.scope == "cumulative" and setting.published and total != NO_LAST_DAY:
            draft.end = _spoken(draft) or setting.published
            draft.trace.append(f"when up to {draft.end}: a running total to this day")
    if draft.whole is not None or (draft.end is None and not earlier(draft)):
        _inherit(draft, total)


def _then(draft: Draft, mention: TimeMention | None) -> TimeMention | None:
    """The day itself of a clause that "since" leads to: "shut since 12 May, when 40 crossed"."""
    if mention is None or mention.role != "since" or mention.days.start is None:
        return mention
    tokens = draft.context.sentence.tokens
    at = mention.after + has_mark(tokens, mention.after, ",")
    # "since 12 May, the day on which 40 crossed"
    at += has(tokens, at, "det")
    at += at < len(tokens) and tokens[at].value("time") == "day"
    if at >= draft.quantity.first or not tokens[at].is_a("rel") or tokens[at].predicates:
        return mention
    start = mention.days.start
    return TimeMention(mention.first, mention.after, Days(start, start), "at")


def span_parts(drafts: list[Draft], published: date | None) -> None:
    """Let a count last from the day of its first part to that of its last.

    "130 were flown home in two waves, 46 on 21 February and 84 on 28 February": the day nearest to
    the count is only that of one part.
    """
    for whole in drafts:
        parts = [p for p in whole.parts if p.kind == whole.kind]
        told = [Days(p.start, p.end) for p in parts if p.start and p.end]
        total = sum(p.quantity.interval.low or 0 for p in parts)
        if len(set(told)) < 2 or len(told) < len(parts) or total != whole.quantity.interval.low:
            continue
        mention = time_of(whole, published)
        same = parts[0].context is whole.context
        if mention is not None and (not same or mention.first < parts[0].quantity.number.first):
            continue
        whole.start = min(d.start for d in told if d.start)
        whole.end = max(d.end for d in told if d.end)
        whole.trace.append(f"when {whole.start} to {whole.end}: from its first part to its last")


def _inherit(draft: Draft, total: str) -> None:
    """Take the days of what a figure breaks down or goes on with."""
    source = draft.whole or draft.source
    running = bool(total) and source is not None and source.scope == "event"
    if (
        source is not None
        and source.kind == draft.kind
        and draft.scope != "planned"
        and not running
    ):
        draft.start, draft.end = source.start, source.end or draft.end
        if source.scope == "cumulative":
            draft.scope = "cumulative"


def _raised(draft: Draft, mention: TimeMention | None, setting: Setting) -> None:
    """The days of a total that an operation raises: up to its last day, from one told as such."""
    told = mention.days.end if mention is not None else None
    if mention is not None and mention.role == "since":
        draft.start = mention.days.start
    draft.end = told or _spoken(draft) or setting.published
    draft.trace.append(f"when up to {draft.end}: a running total to this day")


def _spoken(draft: Draft) -> date | None:
    """The last day on which the sentence says that somebody spoke."""
    times = [t for t in draft.context.times if t.role != "recent" and announces(draft, t)]
    told = [t.days.end for t in times if t.days.end]
    return max(told) if told else None


def _of_another(draft: Draft, mention: TimeMention) -> bool:
    """Whether a day is that of a count beside it, to which a joint adds what is planned.

    "40 flew home on Tuesday, and the afternoon will bring another 20": the same Tuesday.
    """
    first = draft.quantity.first
    before = any(q.first < first for q in draft.context.quantities)
    between = draft.context.sentence.tokens[mention.after : first]
    return before and any(t.is_a("conj") for t in between)


def _coming(mention: TimeMention, words: list[Token], published: date | None) -> Days:
    """The days of a plan: the weekday or month ahead, not the one that has passed."""
    start: date | None = mention.days.start
    end: date | None = mention.days.end or (mention.days.start if mention.weekday else None)
    if published is None or end is None or end >= published:
        return mention.days
    if mention.weekday:
        ahead = end + timedelta(days=7)
        return Days(ahead, ahead)
    if start is not None and start.isoweekday() == _SATURDAY and mention.days.length == _WEEKEND:
        return Days(start + timedelta(days=7), end + timedelta(days=7))
    if start is None:
        return Days(start, months_back(end, -12))
    dated = any(t.kind == "n" and len(t.norm) == _DIGITS for t in words)
    if (
        not dated
        and any(t.is_a("month") for t in words)
        and (mention.days.length or 0) <= LONGEST_MONTH
    ):
        if start == end and (published - end).days <= _JUST_GONE:
            # The day just gone is that of the decision, not of what it decides.
            return Days(None, None)
        return Days(months_back(start, -12), months_back(end, -12))
    return mention.days


_JUST_GONE: Final = 14
"""Days after which a day without a year is not told any more, but comes again."""

_SATURDAY: Final = 6
_WEEKEND: Final = 2

_DIGITS: Final = 4
"""Digits of a year."""
