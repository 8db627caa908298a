"""Peoples that a clause behind a count gives it: "…, they come from Kenya, Uganda and Nepal"."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.mentions.nouns import has, nation
from headcount.extract.mentions.places import hosts
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Sentence, Token


def told_behind(draft: Draft, contexts: list[Context]) -> tuple[str, ...]:
    """All peoples that the next clause, or a sentence that begins with "they", gives a count.

    Only for the last people counted before it, and where that clause counts nobody itself.
    """
    quantity, context = draft.quantity, draft.context
    tokens = context.sentence.tokens
    people = [q for q in context.quantities if q.unit == "person"]
    if quantity.unit != "person" or not people or not _last(quantity, people):
        return ()
    alone = _counted_alone(draft) or _by_papers(context.sentence, quantity)
    if alone:
        return alone
    clause = quantity.after
    while clause < len(tokens) and tokens[clause].norm not in (",", ";"):
        clause += 1
    codes = _said(tokens, clause + 1)
    if not codes and has(tokens, quantity.after, "rel"):
        codes = _said(tokens, quantity.after)
    following = contexts[context.index + 1 : context.index + 2]
    if codes or not following or following[0].quantities:
        return codes
    tokens = following[0].sentence.tokens
    opens = any(map(tokens[0].is_a, ("pron", "every"))) or _of_origin(tokens[0])
    return _said(tokens, 0) if opens else ()


def _counted_alone(draft: Draft) -> tuple[str, ...]:
    """The one people of what a bare count is the number of: "53 people. So many Kenyans were …"."""
    quantity, tokens = draft.quantity, draft.context.sentence.tokens
    n = quantity.after
    if quantity.first > 1 or draft.focus <= n or tokens[n].norm not in _CLOSED:
        return ()
    named = {t.value("people") for t in tokens[n : draft.focus + _BEHIND] if t.is_a("people")}
    return tuple(named) if len(named) == 1 else ()


def _by_papers(sentence: Sentence, quantity: Quantity) -> tuple[str, ...]:
    """The peoples whose papers those counted have: "Twelve of them hold Nepali passports"."""
    if "papers" not in sentence.classes:
        return ()
    tokens = sentence.tokens
    end = quantity.after
    while end < min(quantity.after + _HELD, len(tokens)) and tokens[end].kind == "w":
        end += 1
    at = next((n for n in range(quantity.after, end) if tokens[n].is_a("papers")), -1)
    if at < 0 or any(t.is_a("head") or t.is_a("num") for t in tokens[quantity.after : at]):
        return ()
    return (*_peoples(tokens, at - 1, quantity.after - 1, -1), *_peoples(tokens, at + 1, end, 1))


def _peoples(tokens: list[Token], n: int, end: int, step: int) -> tuple[str, ...]:
    """The peoples named one after another from `n` up to `end`, joined by small words."""
    codes: list[str] = []
    while n != end:
        code = nation(tokens, n) or tokens[n].value("country")
        if not code and not (tokens[n].is_a("conj") or tokens[n].value("prep") == "of"):
            break
        codes += [code] if code else []
        n += step
    return tuple(codes)


_HELD: Final = 8
"""Tokens from a count to the papers that its people hold."""

_CLOSED: Final = frozenset((".", ":", "。"))
_BEHIND: Final = 3
"""Tokens behind the verb in which the people may stand."""


def _last(quantity: Quantity, people: list[Quantity]) -> bool:
    """Whether a count closes the people counted, or is the women beside the men that do."""
    if people[-1] is quantity:
        return True
    last = people[-1]
    beside = len(people) > 1 and people[-2] is quantity and last.first - quantity.after <= 1
    return beside and bool(quantity.group and last.group) and quantity.group != last.group


_LEADING: Final = frozenset(("pron", "every", "adv", "rel", "have"))


def _leads(token: Token) -> bool:
    """Whether a word only leads to what is said of people: "they", "all", "mostly", "who"."""
    said = token.is_a("be") or token.value("prep") == "from"
    return not said and token.is_any(_LEADING)


def _said(tokens: list[Token], n: int) -> tuple[str, ...]:
    """The peoples of a clause at `n` that tells nothing else: "they are from Kenya and Nepal"."""
    begin = n
    while n < len(tokens) and _leads(tokens[n]):
        n += 1
    equal = has(tokens, n, "be") and not has(tokens, n, "pred")
    from_there = n < len(tokens) and "from" in (tokens[n].value("prep"), tokens[n].value("ends"))
    origins = n < len(tokens) and _of_origin(tokens[n])
    while origins and n + 1 < len(tokens) and tokens[n + 1].value("prep") in _OF:
        n += 1
    if not equal and not (
        origins or (from_there and (has(tokens, begin, "pron") or has(tokens, begin, "every")))
    ):
        return ()
    codes: list[str] = []
    n += 1
    while n < len(tokens):
        n += equal and _person(tokens, n) and not nation(tokens, n)
        code = _code(tokens, n, equal)
        if not code:
            return ()
        codes.append(code)
        n += 1 + _person(tokens, n + 1)
        following = _behind_joint(tokens, n)
        if following == n or following >= len(tokens) or not _code(tokens, following, equal):
            break
        n = following
    relative = has(tokens, begin, "rel") and n < len(tokens) and bool(tokens[n].predicates)
    closed = n >= len(tokens) or tokens[n].kind == "m" or relative
    alone = len(codes) == 1 and not equal and codes[0] in hosts()
    return tuple(codes) if closed and not alone else ()


def _code(tokens: list[Token], n: int, equal: bool) -> str:
    """The people that the word at `n` names, a country too where people come from it."""
    country = "" if equal else tokens[n].value("country")
    return country or nation(tokens, n)


def _behind_joint(tokens: list[Token], n: int) -> int:
    """The token behind the commas and small words that join a list at `n`."""
    while n < len(tokens) and (
        tokens[n].norm in (",", "、") or tokens[n].is_a("conj") or tokens[n].value("prep") in _OF
    ):
        n += 1
    return n


_OF: Final = ("of", "from")


def _of_origin(token: Token) -> bool:
    """Whether a word tells where people come from; a mere "of" does not."""
    return token.value("prep") != "of" and any(e.value == "origins" for e in token.predicates)


def _person(tokens: list[Token], n: int) -> bool:
    """Whether a noun for people stands there."""
    return has(tokens, n, "head") and tokens[n].value("head") == "person"
