"""Counts without a predicate: what the sentences around tell of the people that they count."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.told import Told
from headcount.extract.assembly.verbs import tells_other
from headcount.extract.families import BACKGROUND, UNITS
from headcount.extract.mentions.frames import frame_of, of_unit
from headcount.extract.mentions.quantity import Quantity, Refused
from headcount.extract.mentions.tokens import Sentence, Token


def inherited(context: Context, quantity: Quantity, source: Draft, relation: str) -> Draft:
    """The draft of a count that takes its kind from `source`: as its part, or going on from it."""
    draft = Draft(context, quantity, source.kind, None, relation)
    draft.source = source
    draft.whole = source if relation == "part" else source.whole
    if relation == "sum":
        draft.whole = None
    count = source.quantity.interval
    draft.trace.append(
        f"kind {source.kind}: "
        + ("part of " if relation == "part" else "continues ")
        + f"the {count.low}..{count.high} told before"
    )
    return draft


def echoed(context: Context, quantity: Quantity, before: Told, echo: str) -> Draft | Refused:
    """A counted people without a predicate: what the sentences just before speak of."""
    named = quantity.nations or quantity.group or _the_number(context, quantity)
    group = before.group_of(quantity.interval.low or 0) if quantity.definite else None
    if group is not None and named and _nearly(quantity, group):
        return inherited(context, quantity, group, "more")
    whole = _of_those_told(context, quantity, before)
    if whole is not None:
        return inherited(context, quantity, whole, "part")
    cases = _cases_told(context, quantity, before)
    if cases is not None:
        return inherited(context, quantity, cases, "more")
    alone = _alone(context, quantity) or _only_more(context, quantity)
    if (
        echo
        and quantity.unit == "person"
        and (named or alone)
        and not _tells_more(context, quantity)
    ):
        draft = Draft(context, quantity, echo, None, "echo")
        draft.trace.append(f"kind {echo}: the sentences just before speak of it")
        return draft
    return quantity.refused("no predicate says what happened to them")


def _cases_told(context: Context, quantity: Quantity, before: Told) -> Draft | None:
    """The cases just counted that a sentence goes on with: "there was one case in 2022".

    Cases beside people only tell how these were counted: "60 went to court, in 17 cases".
    """
    people = any(q.unit == "person" for q in context.quantities)
    if quantity.unit != "case" or people:
        return None
    near = [d for d in before.since(context.index - _TELLS_ON) if d.quantity.unit == "case"]
    return near[-1] if near and near[-1].kind == "reported" else None


def _tells_more(context: Context, quantity: Quantity) -> bool:
    """Whether a verb that no table knows follows at once: "four women sat", "three are on a list".

    Then the sentence tells something else of them than those before.
    """
    tokens, n = context.sentence.tokens, quantity.after
    if tells_other(tokens, quantity):
        return True
    while n < len(tokens) and (tokens[n].is_a("adv") or tokens[n].is_a("pron")):
        n += 1
    return n < len(tokens) and any(map(tokens[n].is_a, _FINITE))


_FINITE: Final = ("be", "have", "plan", "verb", "pred")


def _of_those_told(context: Context, quantity: Quantity, before: Told) -> Draft | None:
    """The group just told of whom a sentence without a verb of ours singles some out, or None."""
    nameless = quantity.elliptic or quantity.definite or quantity.weak
    if quantity.unit != "person" or nameless or not before.drafts:
        return None
    last, low = before.drafts[-1], quantity.interval.low or 0
    whole = before.group_of(low + 1)
    near = context.index - last.context.index <= _TELLS_ON or _item(context)
    if whole is None or not near or last.quantity.unit != "person" or last.kind in BACKGROUND:
        return None
    tokens = context.sentence.tokens
    told = any(of_unit(e, "person") for t in tokens for e in t.predicates)
    told = told or _governed(tokens, quantity.first - 1)
    return whole if not told and whole in (last, last.whole) else None


def _governed(tokens: list[Token], n: int) -> bool:
    """Whether what stands at `n` tells something else of those behind: "lodged by two convicts"."""
    if n < 0:
        return False
    if tokens[n].value("prep") == "of":
        return True
    mine = (e for e in tokens[n].predicates if e.value != "origins")
    return any(frame_of(e.extra).name != "exist" for e in mine)


def _item(context: Context) -> bool:
    """Whether a sentence is one item of a list, each on its line behind a dash."""
    return context.sentence.tokens[0].norm in _DASHES


_DASHES: Final = frozenset(("-", "–", "—", "•", "*"))


_TELLS_ON: Final = 1
"""Sentences behind the last count in which its people are told of."""


def _alone(context: Context, quantity: Quantity) -> bool:
    """Whether a sentence is nothing but a count: "Two hundred and forty-one people." """
    tokens = context.sentence.tokens
    return all(t.kind == "m" for t in (*tokens[: quantity.first], *tokens[quantity.after :]))


def _only_more(context: Context, quantity: Quantity) -> bool:
    """Whether a sentence without a verb only adds more: "Lately 42 others of all nations"."""
    verbal = ("pred", "verb", "be", "have", "say", "plan")
    return quantity.added and not any(
        token.is_a(name) for token in context.sentence.tokens for name in verbal
    )


def _nearly(quantity: Quantity, group: Draft) -> bool:
    """Whether a count is that of a group told before, or hardly less: "the 157 foreigners"."""
    mine, its = quantity.interval.low or 0, group.quantity.interval.low or 0
    return mine >= _SURELY and its - mine <= its // _SURELY


_SURELY: Final = 20
"""Smaller numbers are near each other by chance."""


def _the_number(context: Context, quantity: Quantity) -> bool:
    """Whether a sentence only gives the number of those told before: "the number was 84".

    So does who only names it: "the embassy speaks of 75 people".
    """
    tokens = context.sentence.tokens
    if not quantity.elliptic and quantity.first > 0 and not quantity.weak:
        says = tokens[quantity.first - 1]
        if says.is_a("say"):
            return not any(of_unit(e, "person") for t in tokens for e in t.predicates)
    n = quantity.number.first - 1
    while n >= quantity.first and not tokens[n].is_a("tally"):
        n -= 1
    if n < quantity.first or not tokens[n].is_a("amount"):
        return False
    return not any(t.predicates for t in tokens[:n])


def echo_of(sentences: list[Sentence]) -> str:
    """The kind of the last person predicate in `sentences` that is no background, "" for none."""
    for sentence in reversed(sentences):
        for token in reversed(sentence.tokens):
            for entry in token.predicates:
                kind = entry.value
                if kind in BACKGROUND or kind in ("-", "moved") or frame_of(entry.extra).plan:
                    continue
                if "person" in UNITS.get(kind, ("person",)):
                    return kind
    return ""
