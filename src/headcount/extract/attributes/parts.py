"""Which total a table of peoples or sexes breaks down, where no word says that it is a part."""

from __future__ import annotations

from headcount.extract.assembly.draft import Draft
from headcount.model import FOREIGN

_REACH = 4
"""Sentences between a total and the table that breaks it down."""

_BESIDE = 2
"""The same for a single people: then the total must tell of foreigners."""


def find_whole(draft: Draft, drafts: list[Draft]) -> None:
    """Set `whole` on a row of a table: the last total before it that can hold all rows."""
    if draft.whole is not None or draft.quantity.unit != "person" or draft.quantity.added:
        return
    rows = _rows(draft, drafts)
    if not rows:
        return
    alone = len(rows) == 1 and not draft.quantity.group
    reach = _BESIDE if alone else _REACH
    total = sum(row.quantity.interval.low or 0 for row in rows)
    before = [
        d
        for d in drafts
        if d.position < rows[0].position
        and draft.context.index - d.context.index <= reach
        and d.kind == draft.kind
        and d.scope not in ("planned", "estimate")
        and d.quantity.unit == "person"
        and d.quantity.nations in (((FOREIGN,),) if alone else ((), (FOREIGN,)))
        and not d.quantity.group
        and (d.quantity.interval.low or 0) >= total
    ]
    if before:
        draft.whole = before[-1]
        draft.trace.append(f"part of {before[-1].quantity.number.value}: a row of its table")


def _rows(draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """The rows of the table that the draft stands in: counts of one people each."""
    same = [d for d in drafts if d.context is draft.context and d.kind == draft.kind]
    peoples = [
        d for d in same if len(d.quantity.nations) == 1 and FOREIGN not in d.quantity.nations
    ]
    if any(d is draft for d in peoples):
        return peoples
    if draft.quantity.group and not draft.quantity.nations:
        return [d for d in same if d.quantity.group and not d.quantity.nations]
    return []
