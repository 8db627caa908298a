"""Whose citizens a mission, a ministry or a government speaks of that names no people itself."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft, backward, in_sentences
from headcount.extract.attributes.setting import Setting
from headcount.extract.attributes.signs import of_state
from headcount.extract.mentions.bodies import of_mission
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.tokens import Token


def speaking_for(draft: Draft, contexts: list[Context], setting: Setting) -> str:
    """The other country that acts or speaks before "citizens", a noun that means a state's own.

    "Malaysia says 24 citizens …": not those of the report's own country, where the noun means them
    if nothing is said. A country of the centres may hand over or hold citizens of anybody, but its
    embassy helps its own. Where the sentence names no country it is that of the mission told just
    before.
    """
    quantity = draft.quantity
    tokens = draft.context.sentence.tokens
    state = quantity.head >= 0 and of_state(tokens[quantity.head])
    if not quantity.native and not state:
        return ""
    named = [
        s
        for s in draft.context.spots
        if s.at < quantity.first and s.link not in ("in", "to", "from") and s.place is None
    ]
    acting = [s.country for s in named]
    sent = {s.country for s in named if _mission(tokens, s, setting.hosts)} | {setting.home}
    abroad = [code for code in acting if code not in setting.hosts or code in sent]
    if quantity.native:
        return abroad[0] if abroad and quantity.native not in acting else ""
    several = any(q.unit == "country" for q in draft.context.quantities)
    behind = tokens[quantity.after] if quantity.after < len(tokens) else None
    several = several or (behind is not None and behind.value("prep") == "of")
    if several:
        return ""
    if not acting:
        return _mission_told(draft, contexts, setting)
    return abroad[0] if len(set(abroad)) == 1 else ""


def calling(draft: Draft, setting: Setting) -> str:
    """The country whose mission or ministry counts the cases of those who call for help; "".

    "Korea's foreign ministry logged 330 reports of citizens": of Koreans, where no other people is
    named.
    """
    if draft.kind != "reported" or draft.quantity.unit != "case":
        return ""
    tokens = draft.context.sentence.tokens
    first = draft.quantity.number.after
    behind = tokens[first : max(first, draft.quantity.after) + _CITIZENS]
    if not any(t.is_a("citizen") or t.is_a("own") for t in behind):
        return ""
    abroad = [s for s in draft.context.spots if s.country not in setting.hosts]
    told = {s.country for s in abroad if s.loose or _mission(tokens, s, setting.hosts)}
    named = {t.value("people") for t in tokens if t.is_a("people")} - told
    return told.pop() if len(told) == 1 and not named else ""


def of_cases(draft: Draft, drafts: list[Draft], setting: Setting) -> tuple[tuple[str, ...], str]:
    """The people whose calls for help a number of cases counts, and why; () where nobody says.

    Those of the cases told before it in the sentence ("330, against 220"), else of the report.
    """
    if draft.quantity.unit != "case":
        return (), ""
    index = draft.context.index
    before = backward(in_sentences(drafts, index, index), draft)
    last = next((d for d in before if d.quantity.unit == "case" and d.kind == draft.kind), None)
    if last is not None and last.nations:
        return last.nations, "of the group told before"
    callers = (setting.callers,) if draft.kind == "reported" and setting.callers else ()
    return callers, "whose calls the report is about"


_CITIZENS: Final = 5
"""Tokens from a number of cases to the citizens whom they are about."""


def _mission_told(draft: Draft, contexts: list[Context], setting: Setting) -> str:
    """The country of the embassy or the government abroad that the sentences just before name."""
    for context in reversed(contexts[max(draft.context.index - _MISSION, 0) : draft.context.index]):
        tokens = context.sentence.tokens
        told = [s.country for s in context.spots if _mission(tokens, s, setting.hosts)]
        if told:
            return told[-1] if len(set(told)) == 1 else ""
    return ""


_MISSION: Final = 2
"""Sentences from a mission to the citizens whom it tells of."""


def _mission(tokens: list[Token], spot: Spot, hosts: frozenset[str]) -> bool:
    """Whether a country is that of a mission ("Kenya's embassy"), or a seat of one abroad."""
    if spot.place is not None or spot.capital:
        return spot.capital and not spot.link and spot.country not in hosts
    near = tokens[max(spot.at - _BESIDE, 0) : spot.at + _BESIDE]
    return spot.link not in ("in", "to") and any(map(of_mission, near))


_BESIDE: Final = 3
"""Tokens between a mission and its country."""
