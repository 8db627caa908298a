"""Whether a figure may be a part of another, and where the text says that it is one."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.match import Match
from headcount.extract.families import BACKGROUND
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN


def may_be_of(run: Run, whole: Draft) -> bool:
    """Whether a list names no people but those whom a count is of."""
    its = set(whole.quantity.nations) - {FOREIGN}
    return not its or all(its.issuperset(q.nations) for q in run.members)


def opener_of(context: Context, run: Run, quantity: Quantity) -> int:
    """Where the text says that the quantity is a part of one told before, -1 where it does not.

    That is the number itself of "28 of them"; "of them" behind another number is that one's own,
    and others are told beside it.
    """
    if quantity.partitive:
        return quantity.number.first
    tokens = context.sentence.tokens
    for n in range(run.members[0].number.first - 1, max(run.first - _OPENER, -1), -1):
        token = tokens[n]
        if token.is_a("part") and not _asserts(tokens, n, quantity):
            owner = next((q for q in context.quantities if q.number.after <= n < q.after), None)
            if owner is None:
                return n
            return -1 if quantity.added else owner.first
        if token.kind == "m" and token.norm not in ",(:“”":
            return -1
    return -1


_OPENER: Final = 7
"""Tokens back from a number to the word that makes it a part."""


def _asserts(tokens: list[Token], n: int, quantity: Quantity) -> bool:
    """Whether "there are", "había" at `n` is an auxiliary, or tells of a group of another kind.

    "En total, hay 167 detenidos" breaks down nothing, "había 49 mujeres" does.
    """
    if not tokens[n].is_a("have") and all(e.extra[:5] != "exist" for e in tokens[n].predicates):
        return False
    described = quantity.group or quantity.nations or quantity.elliptic
    return has(tokens, n + 1, "pred") or bool(quantity.weak or quantity.kind) or not described


def taken_apart(tokens: list[Token], quantity: Quantity, counts: list[Quantity]) -> bool:
    """Whether a count only opens its clause for parts to be taken: "Of the 119, 100 were charged".

    What the clause tells is told of the parts.
    """
    n, after = quantity.number.first - 1, quantity.after
    while n >= quantity.first and not _takes(tokens[n]):
        n -= 1
    if n < 0 or after >= len(tokens) or tokens[after].norm != "," or not _takes(tokens[n]):
        return False
    led = tokens[n - 1] if n else None
    if led is not None and led.kind != "m" and not (led.is_a("say") or led.is_a("conj")):
        return False
    part = next((q for q in counts if q.first > after), None)
    if part is None or part.unit != quantity.unit or part.number.value >= quantity.number.value:
        return False
    return all(t.kind != "m" for t in tokens[after + 1 : part.first])


def _takes(token: Token) -> bool:
    return token.is_a("part") or token.value("prep") in ("of", "from")


def smaller(quantity: Quantity, draft: Draft) -> bool:
    """Whether a count may be a part of a draft's: lower than it can be, or than one left open."""
    whole = draft.quantity.interval
    low = quantity.interval.low or 0
    open_ended = whole.high is None and low <= _OPEN * (whole.low or 0)
    vague = draft.quantity.number.shape == "vague"
    return open_ended or vague or (whole.high is not None and low < whole.high)


_OPEN: Final = 2
"""A count said to be more than a number is hardly more than so many times as many."""


def only_describes(
    context: Context, quantity: Quantity, match: Match, other: tuple[str, Draft]
) -> bool:
    """Whether a verb only describes some of those told before, by `other`: how, and the draft.

    "19 were rescued. Thirteen worked at a sawmill": 13 of the 19 were rescued, not employed.
    "207 were arrested, 41 of them wanted in China": what makes no claim describes them, too.
    """
    relation, source = other
    tokens = context.sentence.tokens
    if match.at < quantity.after or not relation:
        return False
    if relation == "part" and match.kind == "-":
        led = has(tokens, quantity.first - 1, "part")
        return (led or quantity.partitive) and smaller(quantity, source)
    if match.kind != "working" or source.kind in BACKGROUND:
        return False
    between = tokens[quantity.after : match.at]
    few = quantity.elliptic and quantity.interval.precision == "exact" and not quantity.nations
    few = few and not any(t.is_a("have") or t.is_a("verb") for t in between)
    return few and quantity.number.value < (source.quantity.interval.low or 0)
