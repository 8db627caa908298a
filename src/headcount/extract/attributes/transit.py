"""The country of transit that people went home from, who had been held in another one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.attributes.bystanders import bystanding
from headcount.extract.attributes.setting import Setting
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.places import Spot
from headcount.extract.mentions.tokens import Sentence
from headcount.places.gazetteer import Place, border_places, place_by_id


def by_transit(draft: Draft, contexts: list[Context], setting: Setting) -> None:
    """Set the country, and the town, that people went home from who were held over the border.

    "They flew home from Mae Sot airport", "home by way of Thailand", "They flew in from Bangkok":
    told in the sentence, else beside it.
    """
    if draft.kind != "repatriated" or draft.origin is None:
        return
    airport = _flown_from(draft, contexts)
    if airport is not None:
        draft.country, draft.place = airport.country, airport.name
        draft.trace.append(f"where {airport.name}: the airport that they left from")
        return
    spot = next(_passed(draft, contexts, setting), None)
    if spot is not None and spot.country != draft.country:
        draft.country, draft.place = spot.country, spot.place.name if spot.place else None
        draft.trace.append(f"where {draft.place or draft.country}: the country of transit")


def _flown_from(draft: Draft, contexts: list[Context]) -> Place | None:
    """The border town whose airport people left from, None where none is told."""
    for context in [draft.context, *_beside(draft, contexts, before=1)]:
        for place in _with_airport(context.sentence):
            if place.id in border_places() and place.country not in _ends(draft):
                return place
    return None


def _with_airport(sentence: Sentence) -> list[Place]:
    """The places whose airport is named, with or without "of" between."""
    if "airport" not in sentence.classes:
        return []
    tokens = sentence.tokens
    found = []
    for n, token in enumerate(tokens):
        place = place_by_id(token.value("place")) if token.is_a("place") else None
        before = n - 2 if n and tokens[n - 1].value("prep") == "of" else n - 1
        if place is not None and (has(tokens, n + 1, "airport") or has(tokens, before, "airport")):
            found.append(place)
    return found


def _passed(draft: Draft, contexts: list[Context], setting: Setting) -> Iterator[Spot]:
    """The names of a third country that people passed on their way home, in order."""
    others = setting.hosts - _ends(draft)
    context = draft.context
    # "From Myawaddy by way of Thailand": the text itself says where they left from.
    left = [s.at for s in context.spots if s.link == "from" and s.country == draft.origin]
    yield from (
        s
        for s in context.spots
        if s.link == "via" and s.country in others and all(s.at - at > _BREATH for at in left)
    )
    if len(context.quantities) > 1 or draft.scope != "event":
        return
    for later in _beside(draft, contexts, before=0):
        if later.quantities or not _goes_on(later):
            return
        yield from (
            s
            for s in later.spots
            if s.country in others and _led_from(later, s) and not bystanding(later, s)
        )


_BREATH: Final = 4
"""Tokens between both ends of a way told in one breath."""


def _goes_on(context: Context) -> bool:
    """Whether a sentence without a count tells of the way of those counted before."""
    tokens = context.sentence.tokens
    return any(e.value in _ON_THE_WAY for t in tokens for e in t.predicates)


_ON_THE_WAY: Final = frozenset(("moved", "repatriated"))


def _led_from(context: Context, spot: Spot) -> bool:
    """Whether a way leads from a place, or through it: "flew in from Bangkok", "arrivés de …"."""
    if spot.link != "of":
        return spot.link in ("from", "via")
    return spot.at > 1 and bool(context.sentence.tokens[spot.at - 2].predicates)


def _beside(draft: Draft, contexts: list[Context], before: int) -> list[Context]:
    """The sentences around that of the draft, so many `before` it and two behind it."""
    index = draft.context.index
    around = contexts[max(index - before, 0) : index + _BEHIND]
    return [c for c in around if c is not draft.context]


_BEHIND: Final = 3
"""Sentences from people on in which a report tells how they came home."""


def _ends(draft: Draft) -> set[str | None]:
    return {draft.origin, draft.destination, *draft.nations}
