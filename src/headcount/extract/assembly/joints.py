"""The clause of a figure in a sentence that tells several: beyond its joints another one begins.

"They raided 104 sites in Vientiane on Tuesday, but 41 people fled from a compound in Bavet": each
half has a count and a verb of its own, and so its own place and day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import SEMICOLONS, Token

ANOTHER_CLAUSE: Final = 10
"""So much farther off is a place or a day of another clause where the figure's own has one."""


def own_clause(draft: Draft) -> range:
    """The tokens of the clause that tells a figure; the whole sentence where nothing parts it."""
    tokens = draft.context.sentence.tokens
    counts = draft.context.quantities
    begin, end = 0, len(tokens)
    if draft.match is None or draft.match.at < 0 or len(counts) < 2:
        return range(begin, end)
    first = min(draft.quantity.first, draft.focus)
    after = max(draft.quantity.after, draft.focus + 1)
    for n in range(first - 1, 0, -1):
        if _joint(tokens[n]) and any(q.after <= n for q in counts) and _told(tokens[:n]):
            begin = n
            break
    for n in range(after, len(tokens) - 1):
        if _joint(tokens[n]) and any(q.first > n for q in counts) and _told(tokens[n + 1 :]):
            end = n
            break
    return range(begin, end)


def _joint(token: Token) -> bool:
    """Whether a mark or a conjunction may part two clauses."""
    return token.norm in SEMICOLONS or token.is_a("conj")


def _told(tokens: list[Token]) -> bool:
    return any(token.predicates and not token.is_a("prep") for token in tokens)


def opened_for(context: Context, first: int, after: int, ends: Sequence[int]) -> Quantity | None:
    """The count whose clause the words from `first` up to `after` open, told behind another one.

    "On Saturday they freed 12 Kenyans and on Sunday another 20": Sunday is that of the 20 alone.
    `ends` are the ends of the other times, or places, that the sentence names. Behind a mere comma
    only where one of them stands before it; none right before the joint, that would be a list.
    """
    tokens = context.sentence.tokens
    told = [q for q in context.quantities if q.after <= first]
    behind = [q for q in context.quantities if q.first >= after]
    if not told or not behind:
        return None
    n = first - 1
    while n >= told[-1].after and not tokens[n].is_a("conj") and _led(tokens[n]):
        n -= 1
    if n < told[-1].after or not (tokens[n].is_a("conj") or tokens[n].norm in _MARKS):
        return None
    parted = tokens[n].is_a("conj") or tokens[n].norm in SEMICOLONS
    if not parted:
        # "40 flew in, from Bavet by way of Hanoi, and 20 follow": a joint behind closes the clause.
        joined = any(_joint(t) for t in tokens[after : behind[0].first])
        parted = not joined and any(e <= n for e in ends)
    return behind[0] if parted and n not in ends else None


def _led(token: Token) -> bool:
    return token.is_any(_LEADING)


_LEADING: Final = frozenset(("prep", "det", "time", "raise"))
"""What leads from a joint to a time or a place: "…, bringing this year's total to 206"."""


_MARKS: Final = SEMICOLONS | frozenset(",，")
