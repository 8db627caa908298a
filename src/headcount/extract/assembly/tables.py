"""Rows of a table, one people and its number a line: parts of the group told above it."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.told import Told
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.rows import opens_item
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN


def group_above(context: Context, quantity: Quantity, before: Told) -> Draft | None:
    """The group that a row is a part of, None for what is no row or has no group above.

    That of the row just above it, else the last group of no one people that is large enough.
    """
    if quantity.unit != "person" or not _is_row(context.sentence.tokens, quantity):
        return None
    near = before.since(context.index - _ABOVE)
    just_above = (d for d in near if d.context.index == context.index - 1)
    row = next((d for d in just_above if _is_row(d.context.sentence.tokens, d.quantity)), None)
    if row is not None:
        return row.whole
    low = quantity.interval.low or 0
    groups = [
        d
        for d in near
        if d.whole is None
        and d.quantity.unit == "person"
        and d.quantity.nations in ((), (FOREIGN,))
        and not d.quantity.group
        and low < (d.quantity.interval.high or low + 1)
    ]
    return groups[-1] if groups else None


_ABOVE: Final = 8
"""Sentences from a table up to the group that it breaks down."""


def _is_row(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a line is a people or a country and its number, and men and women in brackets."""
    label = opens_item(tokens)
    named = tokens[label].is_a("country") or tokens[label].is_a("people")
    rest = tokens[quantity.after :]
    closed = not rest or rest[0].norm == "(" or all(t.kind == "m" for t in rest)
    near = 1 <= quantity.number.first - label <= _LABEL
    return named and closed and near and len(quantity.nations) == 1


_LABEL: Final = 2
"""Tokens of a row before its number: the country, and a mark."""
