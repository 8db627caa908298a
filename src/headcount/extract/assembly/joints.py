"""The clause of a figure in a sentence that tells several: beyond its joints another one begins.

"They raided 104 sites in Vientiane on Tuesday, but 41 people fled from a compound in Bavet": each
half has a count and a verb of its own, and so its own place and day.
"""

from __future__ import annotations

from headcount.extract.assembly.draft import Draft
from headcount.extract.mentions.tokens import Token

ANOTHER_CLAUSE = 10
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
    return token.norm in (";", "；") or token.is_a("conj")


def _told(tokens: list[Token]) -> bool:
    return any(token.predicates and not token.is_a("prep") for token in tokens)
