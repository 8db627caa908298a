"""Whether a claim tells of one operation, a plan or an estimate."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Draft
from headcount.extract.assembly.verbs import BEFORE_VERB
from headcount.extract.families import OPERATIONS, STOCKS
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.tokens import Token

_AIM: Final = 9
"""The word of an aim stands so many tokens before the verb at most."""

_QUOTES: Final = frozenset("'\"‘’“”«»")

_EFFORT: Final = 24
"""What is done for the aim is told so many tokens before it at most."""


def fill_scope(draft: Draft) -> None:
    """Planned, estimated, or one operation; running totals are found with the days."""
    tokens = draft.context.sentence.tokens
    if draft.kind in STOCKS:
        draft.scope = "cumulative" if _summed_up(draft) else "estimate"
        return
    if draft.kind not in OPERATIONS:
        return
    if draft.kind == "held" and draft.match is not None and tokens[draft.match.at].is_a("plan"):
        # "120 others wait": what they wait for is to come, they are there now.
        return
    if draft.kind == "held" and draft.match is None and draft.source is not None:
        draft.scope = draft.source.scope
        return
    led = _led_by_plan(draft)
    if (draft.match is not None and draft.match.plan) or led or _still_to_come(draft):
        draft.scope = "planned"
        return
    at = draft.match.at if draft.match is not None else -1
    if at >= 0 and (_plan_before(draft, at) or _planned_behind(draft, at) or _pursued(draft, at)):
        draft.scope = "planned"
    elif at < 0 or any(e.extra.startswith("noun") for e in tokens[at].predicates[:1]):
        tail = tokens[draft.quantity.after : draft.quantity.after + 5]
        ends = next((n for n, t in enumerate(tail) if t.is_a("rel")), len(tail))
        if any(t.is_a("plan") for t in tail[:ends]) or _plan_before(
            draft, draft.quantity.number.first
        ):
            draft.scope = "planned"
    source = draft.source if draft.match is None and draft.rule == "part" else None
    if draft.scope == "event" and source is not None and source.scope == "planned":
        draft.scope = "planned"


def one_operation(tokens: list[Token]) -> bool:
    """Whether a sentence tells of a single operation: "in a similar raid in Cebu last year"."""
    for n, token in enumerate(tokens):
        if token.value("num") != "1" or not has(tokens, n - 1, "prep"):
            continue
        for noun in tokens[n + 1 : n + 1 + _NAMED]:
            if noun.is_a("prep") or noun.kind != "w":
                break
            if noun.value("head") == "case" or any(e.value == "raided" for e in noun.predicates):
                return True
    return False


_NAMED: Final = 4
"""Tokens from an article to the noun of an operation."""


def raises_total(draft: Draft) -> bool:
    """Whether the count is what an operation brings a total to: "bringing to 3,200 the number"."""
    if "raise" not in draft.context.sentence.classes:
        return False
    tokens, number = draft.context.sentence.tokens, draft.quantity.number
    told = {q.number.first for q in draft.context.quantities if q is not draft.quantity}
    for n in range(number.first - 1, max(number.first - _RAISED, -1), -1):
        if n in told or tokens[n].norm in ";:":
            return False
        if tokens[n].is_a("raise"):
            beside = tokens[n : number.first] + tokens[number.after : number.after + 3]
            if any(token.is_a("tally") for token in beside):
                return True
    return False


_RAISED: Final = 14
"""Tokens from the verb that raises a total to its count at most."""


def _pursued(draft: Draft, at: int) -> bool:
    """Whether it is what somebody is at work for: "efforts are under way … to bring home 11"."""
    if _WORK.isdisjoint(draft.context.sentence.classes):
        return False
    tokens = draft.context.sentence.tokens
    verb = min(at, draft.quantity.first)
    for n in range(verb - 1, max(verb - _AIM, -1), -1):
        if tokens[n].value("effort") == "of":
            # "to expedite the repatriation of 40"
            return True
        if tokens[n].is_a("aim") or tokens[n].value("prep") == "to":
            before = tokens[max(n - _EFFORT, 0) : n + 1]
            return any(_at_work(before, n) for n in range(len(before)))
        parted = tokens[n].kind == "m" and tokens[n].norm not in _QUOTES
        if parted or tokens[n].is_a("rel") or tokens[n].predicates:
            return False
    return False


_WORK: Final = frozenset(("effort", "plan"))
"""Classes of words for being at work, or having planned to be."""


def _led_by_plan(draft: Draft) -> bool:
    """Whether a word of intention opens the count, its verb behind: "will be 40 freed by then"."""
    tokens, first = draft.context.sentence.tokens, draft.quantity.first
    if draft.match is None or draft.match.at < draft.quantity.after or first < 1:
        return False
    # The word may also be the mark of an object, but not before "there are".
    marks = tokens[first - 1].is_a("obj")
    there = any(e.extra.startswith("exist") for e in tokens[first].predicates)
    return tokens[first - 1].is_a("plan") and (there or not marks)


def _at_work(tokens: list[Token], n: int) -> bool:
    """Whether somebody is at work there, or something is planned: "16 flights are scheduled"."""
    planned = tokens[n].is_a("plan") and n > 0 and tokens[n - 1].is_a("be")
    return tokens[n].is_a("effort") or planned


def _still_to_come(draft: Draft) -> bool:
    """Whether the count is the subject of a plan: "33 flew home; 29 more are expected today"."""
    tokens = draft.context.sentence.tokens
    for token in tokens[draft.quantity.after : draft.quantity.after + 4]:
        if token.is_a("plan"):
            return not token.is_a("hedge")
        if token.kind != "w" or not token.is_any(BEFORE_VERB):
            return False
    return False


def _planned_behind(draft: Draft, at: int) -> bool:
    """Whether what carries the people is planned: "flights carrying 458 are planned for Friday"."""
    tokens = draft.context.sentence.tokens
    if at >= draft.quantity.first:
        return False
    for n in range(draft.quantity.after, min(draft.quantity.after + 4, len(tokens) - 1)):
        if tokens[n].kind == "m" or tokens[n].is_a("rel") or tokens[n].is_a("conj"):
            return False
        if tokens[n].is_a("be") and (tokens[n].is_a("plan") or tokens[n + 1].is_a("plan")):
            return True
    return False


def _summed_up(draft: Draft) -> bool:
    """Whether money was counted up over time: a precise sum that is no yearly flow."""
    rough = draft.quantity.interval.precision in ("vague", "about")
    if draft.quantity.unit != "money" or rough:
        return False
    return not any(token.is_a("yearly") for token in draft.context.sentence.tokens)


def _plan_before(draft: Draft, at: int) -> bool:
    """Whether a word of intention governs the token at `at`."""
    if "plan" not in draft.context.sentence.classes:
        return False
    tokens = draft.context.sentence.tokens
    own = range(draft.quantity.first, draft.quantity.after)
    # The count itself is one word: "is expected to bring | 800 more suspects | home".
    reach = [n for n in range(at - 1, -1, -1) if n not in own or at in own][:_INTENT]
    for n in reach:
        token = tokens[n]
        marks_object = token.is_a("obj") and any(n < q.first < at for q in draft.context.quantities)
        if token.is_a("plan") and not token.is_a("hedge") and not marks_object:
            return not _wish(tokens, n, at)
        if token.kind == "m" or token.is_a("rel") or token.is_a("conj"):
            return False
    return False


_INTENT: Final = 6
"""Words between the word of intention and what it governs, with it."""


def _wish(tokens: list[Token], n: int, at: int) -> bool:
    """Whether the plan at `n` is that of a relative clause which ends before the verb at `at`.

    "18 of the 40 who wanted to leave the compound were let go": they were.
    """
    opened = any(t.is_a("rel") for t in tokens[max(n - 2, 0) : n])
    return opened and any(t.predicates for t in tokens[n + 1 : at])


def cumulate(draft: Draft) -> None:
    """Make a figure of one event a running total; what was lost or earned is one as it stands."""
    if draft.scope == "event" or draft.kind in ("lost", "proceeds"):
        draft.scope = "cumulative"
