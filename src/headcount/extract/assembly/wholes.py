"""Which claim breaks down which: lists that add up, parts of a total, sexes of a group."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from headcount.extract.assembly.draft import Draft, in_sentences
from headcount.extract.assembly.sequels import sequel_of


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
        _place(draft, drafts)
    for draft in drafts:
        _add_up(draft, drafts)
        _end_up(draft, drafts)
    for draft in drafts:
        if draft.whole is not None and _larger(draft, draft.whole):
            draft.whole = None
    _go_on(drafts)
    for draft in drafts:
        draft.whole = draft.whole or sequel_of(draft, drafts)
        if draft.whole is not None:
            draft.whole.parts.append(draft)


def _place(draft: Draft, drafts: list[Draft]) -> None:
    """Set what a draft is a part of by what it inherits, else by its list."""
    if draft.whole is draft:
        draft.whole = None
    if draft.whole is None and draft.rule == "part" and draft.source is not None:
        draft.whole = draft.source
    if draft.whole is None:
        draft.whole = _sibling(drafts, draft)
    _uncycle(draft)


def _larger(part: Draft, whole: Draft) -> bool:
    """Whether a part counts more than its whole can: then it is no part of that one."""
    low, high = part.quantity.interval.low, whole.quantity.interval.high
    return (
        part.quantity.unit == whole.quantity.unit
        and low is not None
        and high is not None
        and low > high
    )


def _go_on(drafts: list[Draft]) -> None:
    """Make what goes on from a part another part of the same whole.

    "Of the 120, 45 were charged and another 30 flew home, while 20 are still held."
    """
    left: dict[int, int] = {}
    for before, draft in pairwise(drafts):
        if before.whole is not None:
            taken = left.setdefault(id(before.whole), before.whole.quantity.interval.low or 0)
            left[id(before.whole)] = taken - (before.quantity.interval.low or 0)
        whole = draft.whole
        if whole is not None and whole.whole is not None and _beside(whole, draft):
            draft.whole = whole.whole
        elif whole is None and before.whole is not None and _of_the_same(before, draft):
            low = draft.quantity.interval.low or 0
            draft.whole = before.whole if low <= left[id(before.whole)] else None


def _beside(part: Draft, draft: Draft) -> bool:
    """Whether a count stands beside a part in its sentence: no word takes it from that part."""
    if part.context is not draft.context or part.position > draft.position:
        return False
    between = part.context.sentence.tokens[part.quantity.after : draft.quantity.first]
    return not any(t.is_a("part") or t.norm in "(:" for t in between)


def _of_the_same(part: Draft, draft: Draft) -> bool:
    """Whether a count without a noun tells what became of others of the same whole.

    It stands in the sentence of the part or opens the next, and tells of another stage than the
    whole, or of the rest.
    """
    quantity, whole = draft.quantity, part.whole
    if whole is None or quantity.unit != part.quantity.unit or draft.match is None:
        return False
    tokens = draft.context.sentence.tokens
    named = quantity.noun and not tokens[quantity.head].is_a("classifier")
    if named or quantity.nations or quantity.interval.precision == "vague":
        return False
    if draft.kind == whole.kind and not quantity.definite:
        return False
    first = part.quantity.after if part.context is draft.context else 0
    if draft.context.index - part.context.index > 1 or (not first and quantity.first > _OPENS):
        return False
    between = tokens[first : quantity.first]
    return all(not t.is_any(_SETTING) or t.is_a("prep") for t in between)


_OPENS: Final = 3
"""Tokens before a count that opens its sentence."""

_SETTING: Final = frozenset(("place", "country", "capital", "time", "month", "part", "tally"))
"""Classes of words that set a scene of its own."""


def _add_up(whole: Draft, drafts: list[Draft]) -> None:
    """Make parts of the next counts of a kind that add up to one: "132 were held: 88 on Monday …".

    They are of the kind of the whole and name no sex or other people of their own.
    """
    total, left = whole.quantity, whole.quantity.interval.low or 0
    if left < _SUMMED or total.interval.precision != "exact" or total.unit != "person":
        return
    parts: list[Draft] = []
    for draft in in_sentences(drafts, whole.context.index, whole.context.index + _SPREAD):
        quantity = draft.quantity
        if draft.position <= whole.position or draft.kind != whole.kind:
            continue
        plain = quantity.unit == "person" and quantity.interval.precision == "exact"
        if not plain or quantity.group or draft.whole is not None:
            return
        if quantity.nations and quantity.nations != total.nations:
            return
        parts.append(draft)
        left -= quantity.interval.low or 0
        if left <= 0:
            break
    if left == 0 and len(parts) > 1:
        for draft in parts:
            draft.whole, draft.rule = whole, "part"


def _end_up(whole: Draft, drafts: list[Draft]) -> None:
    """Make parts of what became of all who asked for help: "247 reported; 177 are free, 70 held".

    The next counts add up to them, each of another outcome, of people or of their cases.
    """
    total, left = whole.quantity, whole.quantity.interval.low or 0
    if whole.kind != "reported" or left < _ASKED or total.interval.precision != "exact":
        return
    parts: list[Draft] = []
    for draft in in_sentences(drafts, whole.context.index, whole.context.index + _AFTER):
        if draft.position <= whole.position:
            continue
        quantity = draft.quantity
        told = draft.kind in _OUTCOMES or (draft.kind == whole.kind and parts)
        if not told or quantity.interval.precision != "exact" or left <= 0:
            break
        parts.append(draft)
        left -= quantity.interval.low or 0
    if left == 0 and len({draft.kind for draft in parts}) > 1:
        for draft in parts:
            draft.whole, draft.rule = whole, "part"


_OUTCOMES: Final = frozenset(("freed", "escaped", "held", "killed", "missing", "repatriated"))
"""What becomes of people who asked for help."""

_ASKED: Final = 10
"""Fewer who asked for help may add up by chance."""

_AFTER: Final = 2
"""Sentences from those who asked for help to what became of them."""

_SUMMED: Final = 20
"""Smaller numbers add up by chance."""

_SPREAD: Final = 4
"""Sentences from a total to the last of the counts that add up to it."""


def _sum(members: list[Draft]) -> None:
    """A list whose first number is the sum of the rest is a total with its parts."""
    if len(members) < 3 or _peoples(members):
        return
    counts = [m.quantity.interval.low for m in members]
    first, *rest = counts
    if first is not None and None not in rest and first == sum(c for c in rest if c):
        for part in members[1:]:
            part.whole = members[0]
            part.rule = "part"


def _peoples(members: list[Draft]) -> bool:
    """Whether every count of a list has a people of its own, with no mark behind the first.

    That they add up is chance: "Thais 50 persons, Lao 30 persons, Chinese 20 persons".
    """
    peoples = [m.quantity.nations for m in members]
    if not all(peoples) or len(set(peoples)) < len(peoples):
        return False
    first, second = members[0].quantity, members[1].quantity
    between = members[0].context.sentence.tokens[first.after : second.first]
    return first.head < first.number.first and all(t.norm not in "(:" for t in between)


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
