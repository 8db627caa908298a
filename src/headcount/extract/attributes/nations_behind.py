"""Peoples that a clause behind a count gives it: "…, they come from Kenya, Uganda and Nepal"."""

from __future__ import annotations

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.mentions.nouns import has, joins, nation
from headcount.extract.mentions.places import hosts
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token


def told_behind(draft: Draft, contexts: list[Context]) -> tuple[str, ...]:
    """All peoples that the next clause, or a sentence that begins with "they", gives a count.

    Only for the last people counted before it, and where that clause counts nobody itself.
    """
    quantity, context = draft.quantity, draft.context
    tokens = context.sentence.tokens
    people = [q for q in context.quantities if q.unit == "person"]
    if quantity.unit != "person" or not people or not _last(quantity, people):
        return ()
    alone = _counted_alone(draft)
    if alone:
        return alone
    clause = quantity.after
    while clause < len(tokens) and tokens[clause].norm not in (",", ";"):
        clause += 1
    codes = _said(tokens, clause + 1)
    following = contexts[context.index + 1 : context.index + 2]
    if codes or not following or following[0].quantities:
        return codes
    tokens = following[0].sentence.tokens
    return _said(tokens, 0) if has(tokens, 0, "pron") else ()


def _counted_alone(draft: Draft) -> tuple[str, ...]:
    """The one people of what a bare count is the number of: "53 people. So many Kenyans were …"."""
    quantity, tokens = draft.quantity, draft.context.sentence.tokens
    n = quantity.after
    if quantity.first > 1 or draft.focus <= n or tokens[n].norm not in _CLOSED:
        return ()
    named = {t.value("people") for t in tokens[n : draft.focus + _BEHIND] if t.is_a("people")}
    return tuple(named) if len(named) == 1 else ()


_CLOSED = frozenset((".", ":", "。"))
_BEHIND = 3
"""Tokens behind the verb in which the people may stand."""


def _last(quantity: Quantity, people: list[Quantity]) -> bool:
    """Whether a count closes the people counted, or is the women beside the men that do."""
    if people[-1] is quantity:
        return True
    last = people[-1]
    beside = len(people) > 1 and people[-2] is quantity and last.first - quantity.after <= 1
    return beside and bool(quantity.group and last.group) and quantity.group != last.group


_LEADING = frozenset(("pron", "every", "adv"))


def _leads(token: Token) -> bool:
    """Whether a word only leads to what is said of people: "they", "all", "mostly"."""
    said = token.is_a("be") or token.value("prep") == "from"
    return not said and not _LEADING.isdisjoint(token.entries)


def _said(tokens: list[Token], n: int) -> tuple[str, ...]:
    """The peoples of a clause at `n` that tells nothing else: "they are from Kenya and Nepal"."""
    begin = n
    while n < len(tokens) and _leads(tokens[n]):
        n += 1
    equal = has(tokens, n, "be") and not has(tokens, n, "pred")
    from_there = n < len(tokens) and "from" in (tokens[n].value("prep"), tokens[n].value("ends"))
    origins = n < len(tokens) and any(e.value == "origins" for e in tokens[n].predicates)
    if not equal and not (
        origins or (from_there and (has(tokens, begin, "pron") or has(tokens, begin, "every")))
    ):
        return ()
    codes: list[str] = []
    n += 1
    while n < len(tokens):
        code = nation(tokens, n) if equal else tokens[n].value("country") or nation(tokens, n)
        if not code:
            return ()
        codes.append(code)
        n += 1 + (has(tokens, n + 1, "head") and tokens[n + 1].value("head") == "person")
        if not joins(tokens, n) or n + 1 >= len(tokens):
            break
        n += 1
    closed = n >= len(tokens) or tokens[n].kind == "m"
    alone = len(codes) == 1 and not equal and codes[0] in hosts()
    return tuple(codes) if closed and not alone else ()
