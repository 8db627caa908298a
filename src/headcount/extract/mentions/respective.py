"""Numbers in the order of places: "28 and 54 Malaysians in Laos and Myanmar, respectively"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from headcount.extract.mentions.nouns import has, joins
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.quantity import Quantity, Refused
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tokens import Token

ORDER: Final = "order"
"""The class of words that tie one list to another, item by item."""


def share_noun(
    tokens: list[Token], numbers: list[Number], found: list[Quantity], refused: list[Refused]
) -> None:
    """Let each number of a list count what the last one does: the noun is told once, behind all.

    Adds to `found`, in order, what was refused for want of a noun.
    """
    by_number = {q.number.first: q for q in found}
    for number, following in zip(reversed(numbers[:-1]), reversed(numbers[1:]), strict=True):
        counted = by_number.get(following.first)
        mine = by_number.get(number.first)
        after = mine.after if mine is not None else number.after
        if counted is None or not _listed(tokens, after, following):
            continue
        if mine is not None and not mine.elliptic:
            mine.nations = mine.nations or counted.nations
            continue
        shared = replace(
            counted,
            first=mine.first if mine is not None else number.first,
            after=number.after,
            number=number,
            interval=number.interval("exact"),
            head=-1,
            attributes=(),
            noun=False,
        )
        if mine is not None:
            found.remove(mine)
        refused[:] = [r for r in refused if r.first != number.first]
        found.append(shared)
        by_number[number.first] = shared
    found.sort(key=lambda q: q.first)


def _listed(tokens: list[Token], after: int, following: Number) -> bool:
    """Whether nothing but a comma or "and", at `after`, stands before the next number."""
    return following.first == after + 1 and joins(tokens, after)


def places_in_order(
    tokens: list[Token], members: list[Quantity], spots: list[Spot]
) -> dict[int, Spot]:
    """The place of each count by the first token of its number, where a word ties them in order.

    Empty unless one list of places has as many items as the list of counts.
    """
    if len(members) < _SEVERAL or not any(t.is_a(ORDER) for t in tokens):
        return {}
    lists: list[list[Spot]] = []
    for spot in sorted((s for s in spots if not s.loose), key=lambda s: s.at):
        if lists and _beside(tokens, lists[-1][-1].at, spot.at):
            lists[-1].append(spot)
        else:
            lists.append([spot])
    fitting = [told for told in lists if len(told) == len(members)]
    if len(fitting) != 1:
        return {}
    return {q.number.first: s for q, s in zip(members, fitting[0], strict=True)}


_SEVERAL: Final = 2


def _beside(tokens: list[Token], left: int, right: int) -> bool:
    """Whether two places are items of one list: a comma or "and", a preposition, an article."""
    between = range(left + 1, right)
    small = all(
        joins(tokens, n) or has(tokens, n, "prep") or has(tokens, n, "det") for n in between
    )
    return small and any(joins(tokens, n) for n in between)
