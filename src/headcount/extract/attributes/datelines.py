"""Datelines: where and when a report was written, which tells nothing of what happened."""

from __future__ import annotations

from datetime import date
from typing import Final

from headcount.extract.assembly.draft import Context
from headcount.extract.mentions.tokens import Token
from headcount.languages.scripts import caseless


def dateline(tokens: list[Token]) -> int:
    """The token behind a dateline ("BANGKOK (AP) —"), 0 where the sentence has none.

    A dash that parts two numbers or the names of a body ("On 4 February, the post - …") is none,
    nor is one behind words that tell what happened.
    """
    for n, token in enumerate(tokens[:14]):
        if token.kind != "m":
            continue
        closed = n > 0 and tokens[n - 1].norm in (")", ".")
        if token.norm in "–—" or (token.norm in "-:" and n <= 8) or (token.norm == "-" and closed):
            first = tokens[0]
            ranged = (
                tokens[n - 1].kind == "n" and tokens[n + 1 : n + 2] and tokens[n + 1].kind == "n"
            )
            if ranged or first.is_a("prep") or first.is_a("time") or _tells(tokens[:n]):
                return 0
            named = caseless(first.norm) and not {"place", "capital"}.isdisjoint(first.entries)
            dated = first.kind == "n" and any(t.is_a("month") for t in tokens[1:3])
            return n + 1 if first.capital or named or dated else 0
    return _agency_line(tokens)


def _agency_line(tokens: list[Token]) -> int:
    """The token behind a dateline that an agency in brackets closes: "Taipei, Nov. 8 (CNA) The"."""
    if not tokens or not (tokens[0].is_a("place") or tokens[0].is_a("capital")):
        return 0
    n = 1
    while n < len(tokens) and (tokens[n].norm in ",." or not _DAY.isdisjoint(tokens[n].signs)):
        n += 1
    if n + 2 >= len(tokens) or tokens[n].norm != "(" or tokens[n + 2].norm != ")":
        return 0
    agency = tokens[n + 1]
    return n + 3 if agency.capital and agency.kind == "w" and not agency.is_a("country") else 0


_DAY: Final = frozenset(("month", "digits", "weekday"))
"""Signs of what the day in a dateline is told by."""


def date_line(context: Context, published: date | None) -> bool:
    """Whether a sentence at the top only tells where and when the report was written, by year."""
    if published is None or not _top_line(context):
        return False
    return any(token.norm == str(published.year) for token in context.sentence.tokens)


def written_at(context: Context) -> bool:
    """Whether a sentence at the top is a dateline of its own: "Nairobi, 22 Aug (EFE)."."""
    if context.index or not _top_line(context):
        return False
    return any(token.is_a("month") for token in context.sentence.tokens)


_TOP: Final = 3
"""Sentences from the top among which a line of place, agency and day stands."""


def _top_line(context: Context) -> bool:
    """Whether a sentence at the top is short, counts nothing and has no verb."""
    tokens = context.sentence.tokens
    if context.index >= _TOP or context.quantities or len(tokens) > _LINE:
        return False
    return not any(token.predicates or token.is_a("be") or token.is_a("verb") for token in tokens)


_LINE: Final = 14
"""Tokens that such a line has at most."""


def _tells(opening: list[Token]) -> bool:
    """Whether words before a dash or colon tell what happened: "A raid in Bavet on Monday:"."""
    return any(t.predicates or t.value("prep") in ("in", "to", "from") for t in opening)
