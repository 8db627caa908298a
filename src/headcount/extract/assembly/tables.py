"""Rows of a table, one people and its number a line: parts of the group told above it."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.told import Told
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN


def group_above(context: Context, quantity: Quantity, before: Told) -> Draft | None:
    """The group that a row is a part of, None for what is no row or has no group above.

    That of the row just above it, else the last group of no one people that is large enough.
    """
    if quantity.unit != "person" or not _is_row(context.sentence.tokens, quantity):
        return None
    near = before.since(context.index - _ABOVE)
    last = near[-1] if near else None
    above = last is not None and _is_row(last.context.sentence.tokens, last.quantity)
    if last is not None and above and context.index - last.context.index == 1:
        return last.whole
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
    """Whether a line is a people or a country and its number, nothing more."""
    named = tokens[0].is_a("country") or tokens[0].is_a("people")
    closed = quantity.after >= len(tokens)
    return named and closed and 1 <= quantity.number.first <= _LABEL and len(quantity.nations) == 1


_LABEL: Final = 2
"""Tokens of a row before its number: the country, and a mark."""
