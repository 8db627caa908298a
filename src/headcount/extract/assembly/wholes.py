"""Which claim breaks down which: lists that add up, parts of a total, sexes of a group."""

from __future__ import annotations

from headcount.extract.assembly.draft import Draft, in_sentences


def link(drafts: list[Draft]) -> None:
    """Set `whole` and `parts` on every draft that the text presents as a part of another."""
    by_run: dict[tuple[int, int], list[Draft]] = {}
    for draft in drafts:
        for number, run in enumerate(draft.context.runs):
            if draft.quantity in run.members:
                by_run.setdefault((draft.context.index, number), []).append(draft)
    for members in by_run.values():
        _sum(members)
    for draft in drafts:
        if draft.whole is draft:
            draft.whole = None
        if draft.whole is None and draft.rule == "part" and draft.source is not None:
            draft.whole = draft.source
        if draft.whole is None:
            draft.whole = _sibling(drafts, draft)
        _uncycle(draft)
        if draft.whole is not None and _larger(draft, draft.whole):
            draft.whole = None
    for draft in drafts:
        if draft.whole is not None:
            draft.whole.parts.append(draft)


def _larger(part: Draft, whole: Draft) -> bool:
    """Whether a part counts more than its whole can: then it is no part of that one."""
    low, high = part.quantity.interval.low, whole.quantity.interval.high
    return (
        part.quantity.unit == whole.quantity.unit
        and low is not None
        and high is not None
        and low > high
    )


def _sum(members: list[Draft]) -> None:
    """A list whose first number is the sum of the rest is a total with its parts."""
    if len(members) < 3:
        return
    counts = [m.quantity.interval.low for m in members]
    first, *rest = counts
    if first is not None and None not in rest and first == sum(c for c in rest if c):
        for part in members[1:]:
            part.whole = members[0]
            part.rule = "part"


def _sibling(drafts: list[Draft], draft: Draft) -> Draft | None:
    """The whole of the drafts before that stand in the same list."""
    index = draft.context.index
    for run in draft.context.runs:
        if draft.quantity in run.members:
            for other in in_sentences(drafts, index, index):
                if other is draft:
                    return None
                if other.quantity in run.members and other.whole is not None:
                    return other.whole if other.whole.quantity not in run.members else None
    return None


def _uncycle(draft: Draft) -> None:
    """Break a circle of wholes at the draft last seen."""
    seen = {id(draft)}
    current = draft.whole
    while current is not None:
        if id(current) in seen:
            draft.whole = None
            return
        seen.add(id(current))
        current = current.whole
