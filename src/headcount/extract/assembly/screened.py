"""Who is found to be no victim: screening that ends in a denial."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from headcount.extract.assembly.denials import none_of
from headcount.extract.assembly.draft import Context
from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.match import Match
from headcount.extract.assembly.predicates import find_predicate, standing
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token

IDENTIFIED, CLEARED = "identified", "cleared_not"


def all_the_same(context: Context, run: Run, quantity: Quantity) -> Match | None:
    """What holds of those counted although the text denies something of them, None for nothing.

    "None of the 14 missing was found" leaves fourteen missing.
    """
    found = found_no_victims(context, run, quantity)
    tokens = context.sentence.tokens
    if found is None and quantity.unit == "person" and none_of(tokens, quantity):
        return standing(tokens, run, quantity, context.quantities)
    return found


def found_no_victims(context: Context, run: Run, quantity: Quantity) -> Match | None:
    """The screening whose outcome the text denies of those counted, None for another denial.

    "No indication was found that the eleven were victims of trafficking" counts the eleven.
    """
    if quantity.unit != "person":
        return None
    match = find_predicate(context.sentence.tokens, run, quantity, context.quantities)
    return no_victims(match) if match is not None and match.kind == IDENTIFIED else None


def not_so(tokens: list[Token], quantity: Quantity, counted: list[Quantity]) -> bool:
    """Whether a count only says that what was told is not so of others: "…; 412 were not".

    Of "the other 90 not" the verb is left out. The clause ends at a mark, or before "and" and
    another of those `counted`.
    """
    rest = quantity.after < len(tokens) and tokens[quantity.after].is_a("rest")
    others = quantity.added or quantity.definite or rest
    if quantity.unit != "person" or not (quantity.elliptic or others):
        return False
    behind = tokens[quantity.after :]
    begins = [q.first - quantity.after - 1 for q in counted]
    end = next((n for n, t in enumerate(behind) if t.kind == "m" or n in begins), len(behind))
    clause = behind[:end]
    if not any(t.is_a("neg") for t in clause):
        return False
    return all(t.is_any(_DENIAL) for t in clause)


_DENIAL: Final = frozenset(
    ("be", "have", "neg", "pron", "det", "adv", "conj", "rel", "rest", "say", "prep", "plan")
)
"""Classes of words that a clause is made of which only denies."""


def no_victims(match: Match) -> Match:
    """What a negation makes of people identified as victims."""
    return replace(match, kind=CLEARED, reason=f"denied: {match.reason}")


def reckoned(quantity: Quantity, match: Match) -> bool:
    """Whether a mass of "victims" is an estimate: nobody has screened "some 100,000" of them."""
    return match.kind == IDENTIFIED and quantity.interval.precision != "exact"
