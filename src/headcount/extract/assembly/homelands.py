"""Numbers of countries that people come from."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.families import ACTED
from headcount.extract.mentions.quantity import Quantity, Refused
from headcount.extract.mentions.tokens import Token


def origins(context: Context, quantity: Quantity) -> Draft | Refused:
    """Countries or nationalities that the people come from."""
    told = quantity.kind == "origins" or _come_from(context.sentence.tokens, quantity)
    if told and (quantity.interval.low or 0) <= _ALL:
        draft = Draft(context, quantity, "origins", None, "origins")
        draft.trace.append("kind origins: countries that the people come from")
        return draft
    return Refused(quantity.first, quantity.after, "countries, but not those that people come from")


_DEFRAUDED: Final = frozenset(("lost", "proceeds", "-"))
"""What is told of those who were cheated: the countries they are in are no origins."""

_ALL: Final = 199
"""There are hardly more countries: "hundreds of other nationalities" are people."""

FEW: Final = 3
"""Up to so many countries are those that act or confer, not those that people come from."""


SEVERAL: Final = 9
"""Up to so many countries may be told again with an article, as those named before."""


def _come_from(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether countries are told as origins: "from 28 countries", "people of", "victims in".

    Where people are arrested "in 34 countries", that is where the police came.
    """
    first = quantity.first
    few = quantity.number.shape == "exact" and quantity.number.value <= FEW
    if quantity.definite and quantity.number.value <= SEVERAL:
        # "victims from the four nations": those named before.
        return False
    if few and not _said_of_people(tokens, first):
        return False
    after = quantity.after
    behind = tokens[after : after + 1 + (after < len(tokens) and tokens[after].is_a("be"))]
    if any(e.value == "origins" for t in behind for e in t.predicates if e.extra[:4] != "noun"):
        return True
    if first == 0:
        return False
    reach = range(max(first - 6, 0), first)
    told = [n for n in reach if any(e.value == "origins" for e in tokens[n].predicates)]
    if any(not tokens[n].is_a("prep") for n in told):
        return True
    if _closes_list(tokens, first):
        return True
    link = tokens[first - 1].value("prep")
    people = [n for n in reach if tokens[n].value("head") == "person" or tokens[n].is_a("people")]
    if link == "from":
        # "law enforcers from 27 countries joined in"
        noun = tokens[first - _BODY] if first >= _BODY else None
        return noun is None or not (noun.is_a("body") or noun.is_a("bad"))
    if link == "of":
        return bool(people) and first - 1 - people[-1] <= 2
    acted = any(e.value in ACTED or e.value in _DEFRAUDED for t in tokens for e in t.predicates)
    return link == "in" and bool(people) and quantity.number.value >= 10 and not acted


_BODY: Final = 2
"""Tokens back from a number of countries to whoever is from them."""


def _said_of_people(tokens: list[Token], first: int) -> bool:
    """Whether people "come from" the countries at `first`: a verb of origin right before them."""
    verb = tokens[first - 1] if first else None
    if verb is None or not any(e.value == "origins" for e in verb.predicates):
        return False
    people = tokens[max(first - 1 - _OF_THEM, 0) : first - 1]
    return any(t.value("head") == "person" for t in people)


_OF_THEM: Final = 5
"""Tokens from people to the verb that tells where they come from."""


def _closes_list(tokens: list[Token], first: int) -> bool:
    """Whether countries close a list of those people come from: "from China and nine others"."""
    n = first - 1 - (tokens[first - 1].kind == "w" and not tokens[first - 1].entries)
    while n > 0 and (tokens[n].norm == "," or tokens[n].is_a("conj") or tokens[n].is_a("country")):
        n -= 1
    listed = any(t.is_a("country") for t in tokens[n + 1 : first])
    return listed and tokens[n].value("prep") == "from"
