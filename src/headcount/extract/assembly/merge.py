"""One claim for one fact: repeats, rounded restatements and vague ones give way to the precise.

What the headline tells gives way to the sentence that tells it in full.
"""

from __future__ import annotations

from headcount.extract.assembly.draft import Draft
from headcount.model import FOREIGN


def merge(drafts: list[Draft], heading: str = "") -> tuple[list[Draft], list[tuple[Draft, str]]]:
    """The drafts that stay, in order, and those that go with the reason.

    `heading` is the document's title, which may stand above the text once more.
    """
    gone: dict[int, str] = {}
    above = sum(_in_heading(draft, heading) for draft in drafts)
    for draft in drafts[:above]:
        told = next((d for d in drafts[above:] if _tells_in_full(d, draft)), None)
        if told is not None:
            gone[id(draft)] = "the headline of what is told below"
            _heir(drafts, draft, told)
    keep: list[Draft] = []
    for draft in drafts:
        if id(draft) in gone:
            continue
        for other in keep:
            if id(other) in gone:
                continue
            reason = _restates(draft, other)
            if reason:
                gone[id(draft)] = reason
                _heir(drafts, draft, other)
                break
            reason = _restates(other, draft)
            if reason:
                gone[id(other)] = reason
                _heir(drafts, other, draft)
        keep.append(draft)
    stay = [d for d in drafts if id(d) not in gone]
    return stay, [(d, gone[id(d)]) for d in drafts if id(d) in gone]


def _in_heading(draft: Draft, heading: str) -> bool:
    """Whether the draft stands in the first sentence, and that is the title or a part of it."""
    if draft.context.index or not heading:
        return False
    words = [token.norm for token in draft.context.sentence.tokens if token.kind != "m"]
    return " ".join(words) in heading


def _tells_in_full(draft: Draft, head: Draft) -> bool:
    """Whether a draft of the text counts what the headline counts, whatever it says of them."""
    mine, its = draft.quantity, head.quantity
    if mine.unit != its.unit:
        return False
    if mine.interval != its.interval or mine.currency != its.currency:
        return False
    if draft.kind != head.kind and (mine.interval.low or 0) < _TELLING:
        return False
    return draft.group == head.group and _same_people(draft, head) and not mine.added


_TELLING = 20
"""From here on an equal number is hardly another group, whatever is told of it."""


def _heir(drafts: list[Draft], old: Draft, new: Draft) -> None:
    """Parts and continuations of the dropped draft go to the one that stays."""
    for draft in drafts:
        if draft.whole is old:
            draft.whole = new if draft is not new else None
        if draft.source is old and draft is not new:
            draft.source = new
    if new.whole is None and old.whole is not new:
        new.whole = old.whole
    for name in ("place", "country", "start", "end", "speaker", "origin", "destination"):
        if getattr(new, name) is None:
            setattr(new, name, getattr(old, name))
    if not new.nations:
        new.nations = old.nations


def _restates(draft: Draft, other: Draft) -> str:
    """Why `draft` says no more than `other`, "" when it does."""
    if draft.kind != other.kind or draft.quantity.unit != other.quantity.unit:
        return ""
    if draft.group != other.group or draft.quantity.currency != other.quantity.currency:
        return ""
    if "planned" in (draft.scope, other.scope) and draft.scope != other.scope:
        return ""
    if not _same_people(draft, other) or draft.quantity.added:
        return ""
    mine, its = draft.quantity.interval, other.quantity.interval
    if (mine.low, mine.high) == (its.low, its.high):
        if draft.position > other.position and _same_fact(draft, other):
            return "the same figure again"
        return ""
    if (
        its.precision != "exact"
        or its.low is None
        or draft.whole is other
        or draft.quantity.partitive
    ):
        return ""
    if draft.country != other.country and draft.country and other.country:
        return ""
    low = mine.low or 0
    if mine.precision == "vague" and low <= its.low <= (mine.high or its.low):
        return f"a vague restatement of {its.low}"
    if mine.precision in ("at_least", "about") and low <= its.low:
        near = (mine.high is None and its.low <= low * 1.12) or (mine.high or 0) >= its.low
        if near:
            return f"a rounded restatement of {its.low}"
    return ""


def _same_people(draft: Draft, other: Draft) -> bool:
    """Whether the nationalities can be of one group: equal, or one of them not said."""
    a, b = set(draft.nations), set(other.nations)
    return a == b or not a or not b or FOREIGN in a | b


def _same_fact(draft: Draft, other: Draft) -> bool:
    """Whether equal figures are one fact: not two parts of one list, nor at two places."""
    if draft.context is other.context:
        return draft.quantity.definite
    if draft.start and other.start and abs((draft.start - other.start).days) > 1:
        return draft.quantity.definite
    if draft.place and other.place and draft.place != other.place:
        return draft.quantity.definite
    if set(draft.nations) != set(other.nations) and draft.nations and other.nations:
        return False
    small = (draft.quantity.interval.low or 0) < 10
    return draft.quantity.definite or not small
