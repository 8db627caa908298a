"""Days that the figures of one operation or campaign share.

A figure without a day of its own was counted when the operation was that the report is about.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from headcount.days import LONGEST_MONTH, Days
from headcount.extract.assembly.draft import Context, Draft, backward, in_sentences
from headcount.extract.attributes.announced import of_ground, of_speech
from headcount.extract.attributes.dating import (
    DONE,
    earlier,
    escape_only,
    leads_back,
    led_back,
    part_dated,
)
from headcount.extract.attributes.occasions import day_of_occasion
from headcount.extract.attributes.opening import (
    BRIEF,
    HOMEWARD,
    LEAD,
    SCENE,
    WEEK,
    Opening,
    alone,
    planned,
)
from headcount.extract.attributes.scope import cumulate
from headcount.extract.families import ACTED, CAUGHT, HARM, OPERATIONS, VICTIMS
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.timewords import TimeMention


def share_days(drafts: list[Draft], contexts: list[Context], published: date | None) -> None:
    """Give undated figures the days of the operation that they belong to.

    That is the nearest dated figure of the same kind, before or behind; else the day that the
    sentence just before tells, where it does not date an announcement.
    """
    _span_stages(drafts)
    dated = [d for d in drafts if d.start or d.end]
    opening = Opening(contexts, published)
    campaign = _campaign(dated)
    back = led_back(contexts)
    # What a court finds was done before it: the day of the judgment is not that of the deaths.
    judged = any(d.kind == "convicted" for d in drafts)
    for draft in drafts:
        if draft.start or draft.end or draft.scope in ("planned", "estimate"):
            continue
        if earlier(draft) or draft.context.index in back or _ended_up(draft):
            continue
        if judged and draft.kind in HARM:
            continue
        if day_of_occasion(draft, contexts, published):
            continue
        told = _alike(draft, dated)
        if not any(abs(d.context.index - draft.context.index) <= 1 for d in told):
            _day_before(draft, contexts, published, _planned_only(drafts, draft.context.index))
        if draft.start or draft.end or _as_near(draft, told) or _of_lead(draft, opening.deeds):
            continue
        if _of_campaign(draft, campaign):
            continue
        _told_just_before(draft, drafts)
        if draft.start is None and draft.kind in _SHARED - {"reported"}:
            days = opening.acted if draft.kind in DONE else opening.operation
            _put(draft, days, "the day of the operation")
    _share_with_parts(drafts)


def _put(draft: Draft, days: Days | None, reason: str) -> bool:
    """Give a figure early in the report the days that its opening tells; whether it has them."""
    if days is None or draft.context.index > 2 * LEAD:
        return False
    draft.start, draft.end = days
    draft.trace.append(f"when {draft.start} to {draft.end}: {reason}")
    return True


def _alike(draft: Draft, dated: list[Draft]) -> list[Draft]:
    """The dated figures near one of the same kind whose days can hold for it too."""
    index = draft.context.index
    return [
        d
        for d in in_sentences(dated, index - _OPERATION, index + _OPERATION)
        if d.kind == draft.kind
        and d.scope not in ("planned", "estimate")
        and _same_country(d, draft)
        and _reaches(d, draft)
    ]


def _as_near(draft: Draft, told: list[Draft]) -> bool:
    """Give a figure the days of the nearest of those `told` alike; False where there is none."""
    if not told:
        return False
    nearest = min(told, key=lambda d: abs(d.context.index - draft.context.index))
    draft.start, draft.end = nearest.start, nearest.end
    if nearest.scope == "cumulative" and nearest.position < draft.position:
        cumulate(draft)
    draft.trace.append(f"when {draft.start} to {draft.end}: as the figure near it")
    return True


def _of_lead(draft: Draft, deeds: dict[str, set[Days]]) -> bool:
    """Give a figure the one day that the lead tells of its deed without a number, if it does."""
    days = alone(deeds, draft.kind) if draft.scope == "event" else None
    return _put(draft, days, "told of them without a number")


def _of_campaign(draft: Draft, campaign: Draft | None) -> bool:
    """Give a figure the days of the one campaign told before it, if it is of that campaign."""
    if campaign is None or campaign.position >= draft.position:
        return False
    found_before = campaign.kind in HOMEWARD and draft.kind in DONE
    brought_about = draft.kind in _CAMPAIGN - {"held", "killed"} and not found_before
    if not brought_about or not _same_country(draft, campaign):
        return False
    draft.start, draft.end = campaign.start, campaign.end
    draft.scope = campaign.scope
    draft.trace.append(f"when {draft.start} to {draft.end}: of the one campaign told")
    return True


def _span_stages(drafts: list[Draft]) -> None:
    """Give an undated figure the days of the stages that the next sentence breaks it down into.

    "121 are home. Forty-one arrived on Thursday and another 80 on Friday".
    """
    for draft in drafts:
        index = draft.context.index
        if draft.start or draft.end or draft.scope != "event" or draft.kind not in OPERATIONS:
            continue
        stages = [
            d
            for d in in_sentences(drafts, index + 1, index + 1)
            if d.kind == draft.kind and d.scope == "event" and d.nations == draft.nations
        ]
        starts = [d.start for d in stages if d.start]
        ends = [d.end for d in stages if d.end]
        total = sum(d.quantity.interval.low or 0 for d in stages)
        if len(stages) < _STAGES or total != draft.quantity.interval.low:
            continue
        if len(starts) == len(ends) == len(stages):
            draft.start, draft.end = min(starts), max(ends)
            draft.trace.append(f"when {draft.start} to {draft.end}: of its stages")


_STAGES: Final = 2
"""Stages that a figure is broken down into at least."""


def _share_with_parts(drafts: list[Draft]) -> None:
    """Give undated parts the days that their whole was found to have, where all did the same."""
    for draft in drafts:
        whole = draft.whole or draft.source
        if draft.start or draft.end or whole is None:
            continue
        if _ended_up(draft):
            _as_counted(draft, whole)
        screened = draft.kind == "identified" and whole.kind in CAUGHT
        if (whole.kind != draft.kind and not screened) or (draft.whole is None and earlier(draft)):
            continue
        if screened and whole.scope == "cumulative":
            cumulate(draft)
        if whole.scope == draft.scope and (whole.start or whole.end):
            draft.start, draft.end = whole.start, whole.end
            draft.trace.append(f"when {draft.start} to {draft.end}: of the whole")


def _ended_up(draft: Draft) -> bool:
    """Whether a figure tells what became of some of those who asked for help."""
    asked = draft.whole is not None and draft.whole.kind == "reported"
    return asked and draft.kind in _ENDS and draft.scope != "planned"


_ENDS: Final = frozenset(("freed", "escaped", "held", "missing", "repatriated"))
"""What becomes of people who asked for help, and is counted up with their requests."""


def _as_counted(draft: Draft, whole: Draft) -> None:
    """The last day of a running total of requests for help, for what had come of some by then."""
    if whole.end is None or whole.scope != "cumulative":
        return
    draft.start = whole.end if draft.kind in ("held", "missing") else whole.start
    draft.end = whole.end
    cumulate(draft)
    draft.trace.append(f"when {draft.start} to {draft.end}: of the whole")


def _reaches(dated: Draft, draft: Draft) -> bool:
    """Whether the days of a figure can hold for another of its kind.

    Days hold forward. They hold back only in their paragraph, or for the lead of a report, which
    tells first what was done and then when. The days of a running total end with its paragraph and
    never hold back, but those of requests for help hold where they are told by country; a stretch
    of days adds up what was told before and does not hold back. Those of a count that another is
    compared with ("40, against 12 in May") are its own.
    """
    if has(dated.context.sentence.tokens, dated.quantity.first - 1, "than"):
        return False
    forward = dated.position < draft.position
    if dated.scope == "cumulative":
        less = (draft.quantity.interval.low or 0) < (dated.quantity.interval.low or 0)
        listed = draft.kind == "reported" and less
        return forward and (listed or _one_paragraph(dated, draft))
    if forward or dated.context is draft.context:
        return True
    if leads_back(dated.context.sentence):
        return False
    if _one_paragraph(dated, draft):
        return True
    brief = dated.start and dated.end and (dated.end - dated.start).days <= BRIEF
    return bool(brief) and draft.context.index <= _OPENING


def _one_paragraph(one: Draft, other: Draft) -> bool:
    return one.context.sentence.paragraph == other.context.sentence.paragraph


_OPENING: Final = 1
"""Last sentence of the opening of a report, with a headline in its text."""


_CAMPAIGN: Final = ACTED | OPERATIONS | {"escaped", "killed", "injured", "origins"}
"""Kinds that one campaign or one operation brings about together."""


_UNDATED: Final = frozenset(("held", "lost", "proceeds"))
"""Kinds that go on: the day told before is of what happened then, not of these."""


_SHARED: Final = (_CAMPAIGN | VICTIMS) - {"held", "missing"}
"""Kinds that happen on the day of the operation; who is held or missing still is so later."""


def _campaign(dated: list[Draft]) -> Draft | None:
    """A figure of the one campaign whose days all dated figures of a report share, if they do.

    One running total alone is the campaign's only where the report opens with it, and none over
    more than a year is.
    """
    told = [d for d in dated if d.kind in _CAMPAIGN and d.scope in ("event", "cumulative")]
    if len({(d.start, d.end, d.scope) for d in told}) != 1:
        return None
    first = told[0]
    if first.start and first.end and (first.end - first.start).days > _YEAR:
        return None
    opens = first.scope == "cumulative" and first.context.index <= SCENE // 2
    return first if len(told) > 1 or opens else None


_YEAR: Final = 366
"""Days of the longest campaign that tells when all that a report counts happened."""


def _same_country(one: Draft, other: Draft) -> bool:
    """Whether two figures can be of one country: the same, or not told."""
    return one.country == other.country or one.country is None or other.country is None


def add_up_reports(drafts: list[Draft]) -> None:
    """People reported to an authority without a day of their own: a count that it keeps."""
    for draft in drafts:
        length = (draft.end - draft.start).days if draft.start and draft.end else WEEK + 1
        if draft.kind == "reported" and length > WEEK:
            cumulate(draft)


def clear_future(drafts: list[Draft], published: date | None) -> None:
    """Take the day from what was done, by the words, only after its report was published.

    Such a day is told of something else in the sentence; no day is better than a wrong one.
    """
    for draft in drafts:
        done = draft.scope not in ("planned", "estimate")
        if published and done and draft.start and draft.start > published:
            draft.start = draft.end = None
            draft.trace.append("when: not told; the day near it lies after the publication")


def _planned_only(drafts: list[Draft], index: int) -> set[int]:
    """The sentences just before that count nothing but what is planned."""
    near = list(in_sentences(drafts, index - _BACK, index - 1))
    done = {d.context.index for d in near if d.scope != "planned"}
    return {d.context.index for d in near} - done


def _day_before(
    draft: Draft, contexts: list[Context], published: date | None, plans: set[int]
) -> None:
    """The day that the last sentence with a time, before in the paragraph, tells.

    The scene that the lead of a report sets goes on over the end of its paragraph. The day of a
    sentence among `plans` is still to come.
    """
    if draft.kind in _UNDATED:
        return
    index = draft.context.index
    near = [c for c in contexts[max(index - _BACK, 0) : index] if c.times]
    if not near or near[-1].index in plans:
        return
    before = near[-1]
    scene = index <= SCENE and index - before.index <= 2 and draft.kind in _SHARED
    if not scene and before.sentence.paragraph != draft.context.sentence.paragraph:
        return
    tokens = before.sentence.tokens
    if escape_only(tokens, draft.kind):
        return
    times = [t for t in before.times if not (of_speech(before, t) or planned(tokens, t))]
    times = [t for t in times if not of_ground(before, t) and part_dated(before, t) is None]
    if _as_of(draft, times):
        return
    days = [d for t in times if (d := _lasting(t, published)) and (d.length or 99) <= LONGEST_MONTH]
    if len(days) == 1:
        draft.start, draft.end = days[0]
        draft.trace.append(f"when {draft.start} to {draft.end}: the sentence before")


def _as_of(draft: Draft, times: list[TimeMention]) -> bool:
    """Count a figure up to the one last day that the sentence before counts up to, if it does."""
    if len(times) != 1 or times[0].role != "until" or draft.scope != "event":
        return False
    draft.end = times[0].days.end
    cumulate(draft)
    draft.trace.append(f"when {draft.start} to {draft.end}: the sentence before")
    return True


def _lasting(mention: TimeMention, published: date | None) -> Days | None:
    """The days told, up to publication if since a day; None for what tells no such days."""
    if mention.role == "since":
        return Days(mention.days.start, published)
    return mention.days if mention.role == "at" else None


_BACK: Final = 3
"""Sentences back over which a paragraph goes on with the day that it told."""


_COUNTED: Final = frozenset(("reported", "cleared_not", "killed"))
"""What somebody has counted up, on no day of an operation."""


_JUST: Final = 3
"""Sentences over which an undated figure goes on with the operation told just before."""


def _told_just_before(draft: Draft, drafts: list[Draft]) -> None:
    """The days of the figure just before, of whatever kind, in the same country."""
    if draft.kind in _COUNTED:
        return
    index = draft.context.index
    told = (
        d
        for d in backward(in_sentences(drafts, index - _JUST, index), draft)
        if (draft.kind in _SHARED or _one_paragraph(d, draft))
        and d.scope == "event"
        and d.kind in _CAMPAIGN | VICTIMS
        and not (d.kind == "escaped" and draft.kind in DONE)
    )
    last = next(told, None)
    if last is None or not _same_country(last, draft) or draft.kind not in _CAMPAIGN | VICTIMS:
        return
    if last.start and last.end and (last.end - last.start).days <= 7:
        draft.start, draft.end = last.start, last.end
        draft.trace.append(f"when {draft.start} to {draft.end}: as told just before")


_OPERATION: Final = 6
"""Sentences over which undated figures of one kind share the day of a dated one."""
