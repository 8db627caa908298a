"""Figures that belong together by their counts alone: sums, lists that add up, brackets."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.partitives import may_be_of, opener_of, smaller
from headcount.extract.assembly.tables import group_above
from headcount.extract.assembly.told import Told
from headcount.extract.mentions.quantity import Quantity
from headcount.model import FOREIGN


def roomy(run: Run, drafts: list[Draft]) -> Draft | None:
    """The last of the drafts, no part itself, that a whole list fits into; None for a single."""
    if len(run.members) < 2:
        return None
    needed = sum(q.interval.low or 0 for q in run.members)
    roomy = [
        d for d in drafts if d.whole is None and needed <= (d.quantity.interval.high or needed)
    ]
    return roomy[-1] if roomy else None


def _bracketed(context: Context, quantity: Quantity, before: Told) -> Draft | None:
    """The count right before brackets that only break it down: "550 people (220 in 2024, …)"."""
    tokens = context.sentence.tokens
    opened = -1
    for n in range(quantity.first - 1, -1, -1):
        if tokens[n].norm == ")" or tokens[n].predicates:
            return None
        if tokens[n].norm == "(":
            opened = n
            break
    for draft in reversed(before.since(context.index)):
        if draft.quantity.unit != quantity.unit:
            continue
        if draft.quantity.after <= opened <= draft.quantity.after + 1:
            return draft if smaller(quantity, draft) else None
    return None


def breaks_down(context: Context, run: Run, source: Draft) -> bool:
    """Whether a list of peoples, set apart by a mark, tells who a count of its sentence is made of.

    "They deported 224 people caught in the city (64 Ugandans, 38 Indians and 33 Malaysians)".
    """
    tokens = context.sentence.tokens
    if source.context is not context or len(run.members) < 2 or run.first < 1:
        return False
    if any(len(q.nations) != 1 or q.unit != "person" for q in run.members):
        return False
    opened = tokens[run.first - 1].norm in _OPENS and source.quantity.after < run.first
    closed = run.after >= len(tokens) or tokens[run.after].kind == "m"
    its = source.quantity
    total = sum(q.interval.low or 0 for q in run.members)
    fits = its.unit == "person" and its.nations in ((), (FOREIGN,)) and not its.group
    return opened and closed and fits and total <= (its.interval.low or 0)


def spelled_out(context: Context, run: Run, quantity: Quantity, before: Told) -> Draft | None:
    """The whole before a colon that numbers alone break down, None where none does.

    "198 Kenyans await repatriation: 66 in Thailand and 129 in Myanmar": all of them await it.
    """
    if not quantity.elliptic:
        return None
    tokens = context.sentence.tokens
    colon = next((n for n in range(run.first - 1, -1, -1) if tokens[n].norm == ":"), -1)
    ends = next((n for n in range(run.after, len(tokens)) if tokens[n].kind == "m"), len(tokens))
    if colon < 0 or any(t.predicates and not t.is_a("prep") for t in tokens[colon:ends]):
        return None
    told = [d for d in before.since(context.index) if d.quantity.unit == quantity.unit]
    whole = next((d for d in told if d.whole is None and d.quantity.after <= colon), None)
    if whole is None or any(colon < d.quantity.first and d.whole is not whole for d in told):
        return None
    rest = sum(d.quantity.interval.low or 0 for d in whole.parts)
    room = (whole.quantity.interval.low or 0) - rest
    return whole if (quantity.interval.low or 0) <= room else None


_OPENS: Final = frozenset(("(", ":", "-", "–", "—", ","))
"""Marks that set such a list apart."""


def room_for(run: Run, quantity: Quantity, before: Told) -> Draft | None:
    """The last whole that a list of peoples fits into, where the count just before is too small."""
    if not quantity.nations or quantity.unit != "person":
        return None
    needed = sum(q.interval.low or 0 for q in run.members)
    last = before.last_group()
    if last is None or (last.quantity.interval.low or 0) >= needed or last.quantity.nations:
        return None
    return before.group_of(needed)


def arithmetic(
    context: Context, run: Run, quantity: Quantity, before: Told
) -> tuple[Draft | None, str]:
    """What a quantity continues by count alone: what it sums up, what its list adds up to, or what
    its brackets break down."""
    table = group_above(context, quantity, before)
    if table is not None:
        return table, "part"
    summed = _sum_of(quantity, before.drafts)
    if summed is not None:
        return summed, "sum"
    here = before.since(run.members[0].sentence)
    first = next((d for d in here if d.quantity is run.members[0]), None)
    if first is not None and first.rule == "sum":
        return first, "part"
    listed = next((d for d in here if breaks_down(context, run, d)), None)
    total = _total(context, run, before)
    return total or _bracketed(context, quantity, before) or listed, "part"


def _sum_of(quantity: Quantity, before: list[Draft]) -> Draft | None:
    """The last of the drafts of one kind that a definite number adds up: "the 554 people"."""
    if not quantity.definite or quantity.number.value < SUMMED:
        return None
    alike = [d for d in before[-_SUMMANDS:] if d.quantity.unit == quantity.unit]
    for kind in dict.fromkeys(d.kind for d in reversed(alike)):
        told = [d for d in reversed(alike) if d.kind == kind]
        for size in range(2, len(told) + 1):
            if sum(d.quantity.number.value for d in told[:size]) == quantity.number.value:
                return told[0]
    return None


SUMMED: Final = 20
"""Smaller numbers add up by chance."""


_SUMMANDS: Final = 8
"""Figures back that a number may add up."""


def _total(context: Context, run: Run, before: Told) -> Draft | None:
    """The draft whose count a whole list adds up to: no better sign of what it breaks down.

    That a list adds up to people of another nation is chance, and so it is where the sentence says
    what it is a part of: "they freed 52 workers, including 19 Indonesians and 12 Filipinos".
    """
    counts = [q.interval.low for q in run.members if q.interval.precision == "exact"]
    if len(counts) < 2 or len(counts) < len(run.members):
        return None
    total = before.counting(run.members[0].unit, sum(c for c in counts if c is not None))
    if total is None:
        return None
    if not may_be_of(run, total):
        return None
    if total.context is context:
        return total
    parted = opener_of(context, run, run.members[0])
    here = [d for d in before.since(context.index) if d.quantity.after <= parted]
    return None if any(smaller(q, d) for q in run.members[:1] for d in here) else total
