"""What happened to those counted: a predicate of the sentence, or the kind of the whole.

A quantity without a predicate of its own inherits from the one that it continues: parts of a
list ("including 50 Pakistanis"), further numbers ("another 65"), men and women of a total. One
that continues nothing is left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from headcount.extract.assembly.continued import CLOSE, continues
from headcount.extract.assembly.denials import negated
from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.homelands import origins
from headcount.extract.assembly.inheritance import echoed, inherited
from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.match import Match
from headcount.extract.assembly.nobody import DENIED, nobody
from headcount.extract.assembly.outcomes import by_suspects, of_caught
from headcount.extract.assembly.partitives import taken_apart
from headcount.extract.assembly.predicates import STOCK, find_predicate
from headcount.extract.assembly.screened import (
    CLEARED,
    IDENTIFIED,
    all_the_same,
    no_victims,
    not_so,
    reckoned,
)
from headcount.extract.assembly.shares import share_of
from headcount.extract.assembly.sources import divided, same_again, source_of
from headcount.extract.assembly.sums import spelled_out
from headcount.extract.assembly.told import Told
from headcount.extract.families import MOVES, STOCKS
from headcount.extract.mentions.frames import frame_of, of_unit
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.quantity import Quantity, Refused
from headcount.extract.mentions.tokens import Token

_OF_VICTIMS: Final = frozenset(("missing", "trafficked", "identified"))
"""What is never told of suspects: the police look for them, they lured others."""


def drafts_of(context: Context, before: Told, echo: str) -> list[Refused]:
    """Adds the drafts of one sentence to those before; gives what is left out, with reasons.

    `echo` is the kind that the sentences just before or the headline speak of, "" for none.
    """
    refused: list[Refused] = []
    for run in context.runs:
        for quantity in run.members:
            result = _draft(context, run, quantity, before, echo)
            if quantity.unit == "site" and (quantity.interval.low or 0) > _SITES:
                result = quantity.refused("counts nothing named")
            elif isinstance(result, Draft) and _too_many(result):
                result = quantity.refused("too many to be people of the centres")
            if isinstance(result, Refused):
                refused.append(result)
            else:
                before.add(result)
    return refused


def _too_many(draft: Draft) -> bool:
    """Whether more people are told of than any operation reaches: tourists, the defrauded."""
    quantity = draft.quantity
    counted = quantity.unit == "case" or (quantity.unit == "person" and draft.kind not in STOCKS)
    return counted and (quantity.interval.low or 0) >= _MILLION


_MILLION: Final = 1_000_000
_SITES: Final = 50_000
"""More are no centres: "they shut 12 compounds that make millions" leaves the money unsaid."""


def _draft(
    context: Context, run: Run, quantity: Quantity, before: Told, echo: str
) -> Draft | Refused:
    tokens = context.sentence.tokens
    if quantity.unit == "country":
        return origins(context, quantity)
    if not_so(tokens, quantity, context.quantities):
        return _not_so(context, quantity, before)
    reason = nobody(tokens, quantity, before)
    if reason:
        holds = all_the_same(context, run, quantity) if reason == DENIED else None
        return _draft_of(context, quantity, holds) if holds else quantity.refused(reason)
    again = same_again(tokens, quantity, before)
    of_all = spelled_out(context, run, quantity, before) if again is None else again
    if of_all is not None:
        return inherited(context, quantity, of_all, "more" if again is not None else "part")
    match = find_predicate(tokens, run, quantity, context.quantities)
    if taken_apart(tokens, quantity, context.quantities):
        if before.numbers(quantity):
            return quantity.refused("points to a few named before, counts nobody")
        match = match if match is not None and match.at < quantity.after else None
    if quantity.elliptic and quantity.unit == "person":
        match = _of_sites(context, run, quantity, before, match)
    elif quantity.elliptic and quantity.unit == "case":
        match = _of_people(context, run, quantity, match)
    source, relation = source_of(context, run, quantity, before)
    if source is not None and continues(context, quantity, match, (relation, source), before):
        beside = _beside(quantity, source, before) if relation == "part" else None
        return inherited(context, quantity, beside or source, "more" if beside else relation)
    if match is None:
        return _shared(context, quantity, before) or echoed(context, quantity, before, echo)
    if _deported_before(quantity, match, before):
        return quantity.refused("the same figure again")
    match = by_suspects(context, quantity, of_caught(context, quantity, match, before))
    whole = source if relation == "part" else _shared_whole(quantity, source)
    whole = whole or divided(context, quantity, before)
    return _told(context, quantity, match, whole, source)


def _deported_before(quantity: Quantity, match: Match, before: Told) -> bool:
    """Whether those just told as deported only are said to have gone home: "the 312 flew home"."""
    if not quantity.definite or quantity.added or match.kind not in ("repatriated", "moved"):
        return False
    told = before.counting(quantity.unit, quantity.interval.low)
    return told is not None and told.kind == "deported"


def _not_so(context: Context, quantity: Quantity, before: Told) -> Draft | Refused:
    """Those of whom what was just told is denied: no victims where others are, else nobody."""
    last = before.drafts[-1] if before.drafts else None
    if last is None or last.kind != IDENTIFIED or context.index - last.context.index > 1:
        return quantity.refused(DENIED)
    draft = inherited(context, quantity, last, "more")
    draft.kind = CLEARED
    draft.trace.append(f"kind {CLEARED}: the text denies it of these")
    return draft


def _beside(quantity: Quantity, whole: Draft, before: Told) -> Draft | None:
    """The part right before in the sentence whose verb a bare number shares.

    "Of the 164 deported, 77 had been caught in the capital, 46 in Boten": caught, not deported.
    """
    if not quantity.elliptic:
        return None
    here = before.since(quantity.sentence)
    last = here[-1] if here else None
    if last is None or last.whole is not whole or last.kind == whole.kind:
        return None
    return last


def _shared_whole(quantity: Quantity, source: Draft | None) -> Draft | None:
    """The whole of the part that "others" are told beside: "of them 24 …, 39 others wait"."""
    if source is None or not quantity.added or source.quantity.sentence != quantity.sentence:
        return None
    return source.whole


def _told(
    context: Context, quantity: Quantity, match: Match, whole: Draft | None, source: Draft | None
) -> Draft | Refused:
    """The draft of a quantity that a predicate speaks of, or why that makes no claim."""
    tokens = context.sentence.tokens
    if match.kind == "-":
        return quantity.refused(_note(tokens, match))
    if negated(tokens, match, quantity):
        if match.kind == IDENTIFIED:
            match = no_victims(match)
        elif match.kind not in MOVES and match.kind != "freed":
            return quantity.refused(DENIED)
        else:
            match = replace(match, kind="held", reason=f"not yet: {match.reason}")
    few = (quantity.interval.low or 0) < STOCK
    sought = match.kind != "missing" or match.at < quantity.first
    if few and sought and match.kind in _OF_VICTIMS and has(tokens, quantity.head, "suspect"):
        return quantity.refused("people whom the police are after")
    if not few and (match.kind == "held" or reckoned(quantity, match)):
        match = replace(match, kind="trafficked", reason=f"a mass of people {match.reason}")
    if quantity.elliptic and match.cost > 20:
        return quantity.refused("counts nothing named")
    draft = _draft_of(context, quantity, match)
    draft.source = source
    draft.whole = whole
    return draft


def _draft_of(context: Context, quantity: Quantity, match: Match) -> Draft:
    """The draft of a quantity with the predicate that speaks of it."""
    draft = Draft(context, quantity, match.kind, match, "predicate")
    draft.trace.append(f"kind {match.kind}: {match.reason}")
    return draft


def _of_people(context: Context, run: Run, quantity: Quantity, told: Match | None) -> Match | None:
    """The predicate of a number without a noun behind cases: "28 requests; 25 were freed".

    One that speaks of people alone makes it a count of people, else what was `told` holds.
    """
    if told is not None and told.cost <= CLOSE:
        return told
    quantity.unit = "person"
    match = find_predicate(context.sentence.tokens, run, quantity, context.quantities)
    if match is None or match.cost > CLOSE or match.kind in ("-", "reported"):
        quantity.unit = "case"
        return told
    return match


def _of_sites(
    context: Context, run: Run, quantity: Quantity, before: Told, told: Match | None
) -> Match | None:
    """The predicate that only sites take, of a number without a noun behind counted sites.

    "Police raided 20 compounds. Twelve were sealed": then the number counts sites, and so with
    cases. Else what was `told` of people, which holds unless such a predicate stands between it
    and the number. Somebody who counts fewer ("the group counts only 61") speaks of what was
    told: no match.
    """
    near = before.since(context.index - _SITES_BACK)
    unit = near[-1].quantity.unit if near else ""
    sealed = any(d.quantity.unit == "site" for d in near) and _seals(context, quantity)
    # "They raided 18 sites, arrested 1,000 people and sealed eight of them": sites again.
    unit = "site" if sealed else unit
    if unit not in ("site", "case") or quantity.nations or quantity.group:
        return told
    if unit == "case":
        apart = near[-1].context is not context or near[-1].quantity.elliptic
        quantity.unit = unit if apart and (told is None or told.kind == "reported") else "person"
        return told
    sites = replace(quantity, unit=unit)
    match = find_predicate(context.sentence.tokens, run, sites, context.quantities)
    if match is None or match.kind == "-":
        return told
    if told is not None and not (sealed or quantity.after <= match.at < told.at):
        return told
    quantity.unit = unit
    tokens = context.sentence.tokens
    fewer = any(t.value("hedge") == "exact" for t in tokens[match.at : quantity.number.first])
    return None if fewer and tokens[match.at].is_a("say") else match


def _seals(context: Context, quantity: Quantity) -> bool:
    """Whether the verb right before a count, or its passive right behind, is told of sites alone.

    "They arrested 61; two more were searched": two more sites.
    """
    tokens = context.sentence.tokens
    if quantity.first and _of_sites_alone(tokens[quantity.first - 1]):
        return True
    n = quantity.after
    while n < len(tokens) and tokens[n].is_any(_AUXILIARY):
        n += 1
    return quantity.after < n < len(tokens) and _of_sites_alone(tokens[n])


_AUXILIARY: Final = frozenset(("have", "be", "adv"))
"""What may stand between a count and the participle of its passive."""


def _of_sites_alone(verb: Token) -> bool:
    """Whether a word is a predicate that people are no object of."""
    kinds = [e for e in verb.predicates if e.value != "-"]
    return bool(kinds) and not any(of_unit(e, "person") for e in kinds)


_SITES_BACK: Final = 2
"""Sentences that sites told stay what a bare number counts."""


def _shared(context: Context, quantity: Quantity, before: Told) -> Draft | None:
    """The draft of a share told by country, None for another count."""
    share = share_of(context.sentence.tokens, quantity, before, context.index)
    if share is None:
        return None
    draft = inherited(context, quantity, share[0], "part")
    draft.country = share[1] or None
    return draft


def _note(tokens: list[Token], match: Match) -> str:
    """The reason that the pack gives for a predicate whose numbers are no claims."""
    for entry in tokens[match.at].predicates:
        if entry.value == "-":
            return frame_of(entry.extra).reason or "no figure of the crisis"
    return "no figure of the crisis"
