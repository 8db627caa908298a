"""Whose money was lost: a loss happens in the country of the people who bore it."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Draft, in_sentences
from headcount.extract.families import ACTED
from headcount.extract.mentions.tokens import Token

_LOSERS: Final = 12
"""Tokens from an amount to the people who lost it."""


def lost_by(draft: Draft, drafts: list[Draft]) -> str:
    """The country of the people whose loss an amount is, "" where not exactly one is named.

    Looked for before the amount, then behind it in its clause, but never across another amount;
    people who were arrested for it are not those who lost.
    """
    if draft.kind != "lost" or draft.quantity.unit != "money":
        return ""
    tokens = draft.context.sentence.tokens
    first, after = draft.quantity.first, draft.quantity.after
    amounts = [q for q in draft.context.quantities if q.unit == "money"]
    begin = max((q.after for q in amounts if q.after <= first), default=0)
    close = min((q.first for q in amounts if q.first >= after), default=len(tokens))
    close = next((n for n in range(after, close) if _ends_clause(tokens[n])), close)
    here = in_sentences(drafts, draft.context.index, draft.context.index)
    held = [d.quantity for d in here if d.kind in ACTED]
    behind = range(after, min(after + _LOSERS, close))
    for reach in (range(max(first - _LOSERS, begin), first), behind):
        free = [n for n in reach if not any(q.first <= n < q.after for q in held)]
        named = {_people_at(tokens, n) for n in free} - {""}
        if named:
            return min(named) if len(named) == 1 else ""
    return ""


def _ends_clause(token: Token) -> bool:
    return token.kind == "m" or token.is_a("conj") or token.is_a("rel")


def _people_at(tokens: list[Token], n: int) -> str:
    """The people named at `n`, by one word or by a country's adjective before a person's noun."""
    token = tokens[n]
    if not token.is_a("adjective"):
        return token.value("people")
    if not token.proper:
        before = tokens[n - 1] if n else None
        named = before is not None and (before.is_a("det") or before.value("head") == "person")
        return token.value("people") if named and not tokens[n - 1].is_a("suspect") else ""
    person = n + 1 < len(tokens) and tokens[n + 1].value("head") == "person"
    authority = n + 1 < len(tokens) and (tokens[n + 1].is_a("body") or tokens[n + 1].is_a("role"))
    return token.value("adjective") if person else "" if authority else token.value("people")
