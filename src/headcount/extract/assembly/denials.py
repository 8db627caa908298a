"""What the text says did not happen: counts denied, rejected or negated."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.match import Match
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token
from headcount.languages.scripts import caseless


def denied(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a quantity counts nobody since the text denies it or rejects it for another."""
    return (
        _disputed(tokens, quantity)
        or none_of(tokens, quantity)
        or _rejected(tokens, quantity)
        or _rumoured(tokens, quantity)
    )


def none_of(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether "none of the 40", "no record of 200" leaves nobody."""
    n = quantity.first - 1
    if n < 1 or tokens[n].value("prep") != "of":
        return False
    return any(tokens[m].is_a("neg") for m in range(max(n - 2, 0), n))


def negated(tokens: list[Token], match: Match, quantity: Quantity) -> bool:
    """Whether the predicate is negated: a negation in its verb group."""
    if match.at < 0 or tokens[match.at].is_a("neg"):
        return False
    start = match.at - 1
    while start >= 0 and match.at - start <= 4:
        token = tokens[start]
        if token.is_a("neg"):
            return not quantity.first <= start < quantity.after and not token.is_a("hedge")
        if token.kind == "m" or start < quantity.after <= match.at:
            return False
        start -= 1
    return False


def _disputed(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether somebody denies the clause of the quantity: "denied that 200 were held"."""
    for n in range(quantity.first - 1, max(quantity.first - 9, -1), -1):
        entries = tokens[n].entries
        if "dispute" in entries or ("neg" in entries and "say" in entries):
            clause = tokens[n + 1 : quantity.first]
            opens = next((t for t in clause if t.is_a("rel") or t.is_a("conj")), None)
            if opens is not None:
                return opens.is_a("rel")
            unsaid = caseless(tokens[n].norm) and all(_between(t) for t in clause)
            undergone = not clause and _undergo(tokens, quantity.after)
            return unsaid or undergone or _act_denied(clause)
        if tokens[n].norm in ";:":
            break
        if "conj" in entries and _speaks_on(tokens, n, quantity.first):
            break
    return _untrue(tokens, quantity.after)


def _between(token: Token) -> bool:
    """Whether a word may stand between a denial and the count of the clause that it denies."""
    return token.kind != "m" and token.is_any(_LEADING)


_LEADING: Final = frozenset(("hedge", "amount", "adv", "have", "there", "exist", "det"))


def _untrue(tokens: list[Token], n: int) -> bool:
    """Whether what is told of a count that ends at `n` is called false: "40-died rumour is untrue".

    The particle that closes a clause before its noun stands between.
    """
    closed = -1
    for at in range(n, min(n + _TOLD, len(tokens))):
        entries = tokens[at].entries
        if tokens[at].kind == "m":
            return False
        if "attr" in entries:
            closed = at
        if "dispute" in entries:
            return 0 <= closed < at
    return False


_TOLD: Final = 10
"""Tokens from a count to the word that calls what is told of it untrue."""


def _act_denied(clause: list[Token]) -> bool:
    """Whether what somebody denies is an act, right before those counted: "denied holding 200"."""
    if any(not t.is_any(_SMALL) for t in clause[:-1]):
        return False
    return bool(clause) and bool(clause[-1].predicates)


_SMALL: Final = frozenset(("adv", "be", "det", "have"))


def _undergo(tokens: list[Token], n: int) -> bool:
    """Whether those counted up to `n` are the subject of what is denied: "denied 200 were held"."""
    if n >= len(tokens):
        return False
    passive = any(frame_of(e.extra).name == "subj" for e in tokens[n].predicates)
    return passive or tokens[n].is_a("be") or tokens[n].is_a("begins")


def _speaks_on(tokens: list[Token], n: int, first: int) -> bool:
    """Whether a conjunction opens what somebody says instead: "denied 500 and gave 300"."""
    if not tokens[n].is_a("conj") or n + 1 >= first:
        return False
    return any(tokens[m].is_a("say") or tokens[m].is_a("tally") for m in range(n + 1, first))


def _rejected(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a negation rejects the number for one told: "300 people, not the 500 reported"."""
    n = quantity.first - 1
    while n > 0 and (tokens[n].is_a("det") or tokens[n].is_a("be")):
        n -= 1
    if n < 0 or not tokens[n].is_a("neg") or tokens[n].is_a("hedge"):
        return False
    if n == 0:
        return True
    opens = tokens[n - 1]
    return opens.norm in ",;–—-" or opens.is_a("conj")


def _rumoured(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a clause that heads a sentence is denied behind: "reports that 90 died are false".

    So is one that nobody confirms: "reports that 90 died could not be confirmed".
    """
    if not any(t.is_a("rel") for t in tokens[: min(_OPENS, quantity.first)]):
        return False
    for n in range(quantity.after, len(tokens)):
        if tokens[n].kind in "mn" or tokens[n].is_a("num"):
            return False
        if tokens[n].is_a("dispute"):
            return True
        behind = tokens[n + 1 : n + 1 + _OPENS]
        if tokens[n].is_a("neg") and not tokens[n].predicates:
            spoken = any(t.is_a("say") or t.is_a("cite") for t in behind)
            return spoken or not behind or behind[0].kind == "m"
    return False


_OPENS: Final = 3
"""Words of "the reports that" at the head of a sentence, and of "could not be confirmed" behind."""
