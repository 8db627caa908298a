"""The one place that a report is set in, for figures of which it names only the country."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from headcount.days import SHORTEST_MONTH
from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.attributes.dating import NO_LAST_DAY, total_told
from headcount.extract.attributes.nearest import NO_CENTRES, is_authority, one_of_several
from headcount.extract.attributes.scope import raises_total
from headcount.extract.attributes.setting import Setting
from headcount.extract.attributes.signs import of_a_region
from headcount.extract.families import ACTED, MOVES, STOCKS
from headcount.extract.mentions.places import PRECISE, SITES

_LEAD: Final = 3
"""How much a place counts that the first two paragraphs name."""

_OPENING: Final = 60
"""Sentences in which a report tells where it is set."""

_CLEAR: Final = 2
"""How often more than any other a place must be named."""

_LEFT: Final = frozenset(("freed", "escaped"))
"""What people do not do in many places at once: the place that is named most is theirs."""


_ELSEWHERE: Final = frozenset(
    (
        "convicted",
        "charged",
        "held",
        "missing",
        "origins",
        "seized",
        "identified",
        "cleared_not",
        "closed",
    )
)
"""What does not happen at the scene itself, or not there alone."""

_NO_SCENE: Final = STOCKS | MOVES | _ELSEWHERE


def scene_of(contexts: list[Context], country: str, kind: str) -> str | None:
    """The compound or town of `country` that a report speaks of most; None if two compete.

    Its capital only where nothing else of it is named, for governments speak from there, and for
    those who come to an embassy. Of those who are freed or flee the first of two that compete,
    and the province where no town is named.
    """
    weights = defaultdict[str, int](int)
    seats = defaultdict[str, int](int)
    provinces = defaultdict[str, int](int)
    for context in contexts[:_OPENING]:
        weight = _LEAD if context.sentence.paragraph <= 1 else 1
        for spot in context.spots:
            if spot.place is None or spot.country != country:
                continue
            if is_authority(context.sentence.tokens, spot) or one_of_several(context, spot):
                continue
            if spot.place.kind not in PRECISE:
                provinces[spot.place.name] += weight
            elif not spot.capital:
                weights[spot.place.name] += weight * (2 if spot.place.kind in SITES else 1)
            elif spot.link in ("in", "from"):
                seats[spot.place.name] += weight
    if kind == "reported":
        return _first(seats, _CLEAR)
    if kind in _LEFT:
        return _first(weights or seats or provinces, 1)
    return _first(weights or seats, _CLEAR)


def _first(weights: dict[str, int], clear: int) -> str | None:
    """The only place, or the heaviest: heavy enough, and at least `clear` times the next one."""
    if len(weights) < 2:
        return next(iter(weights), None)
    first, second, *_ = sorted(weights.values(), reverse=True)
    if first < max(_LEAD, clear * second, second + 1):
        return None
    return next(name for name, weight in weights.items() if weight == first)


def fill_place(draft: Draft, contexts: list[Context], setting: Setting) -> None:
    """Set the scene of the report as the place of an operation told without one."""
    if draft.place or not draft.country or draft.scope != "event":
        return
    if draft.quantity.interval.precision == "vague" or draft.kind in _NO_SCENE:
        return
    if _over_time(draft) or _of_country(draft) or _all_over(draft):
        return
    key = draft.country, draft.kind
    if key not in setting.scenes:
        setting.scenes[key] = scene_of(contexts, *key)
    draft.place = setting.scenes[key]
    if draft.place:
        draft.trace.append(f"place {draft.place}: where the report is set")


def _all_over(draft: Draft) -> bool:
    """Whether the sentence tells of more than one place: "nationwide", "in five provinces"."""
    sentence = draft.context.sentence
    if "there" in sentence.classes and any(t.value("there") == "land" for t in sentence.tokens):
        return True
    if any(refused.reason == NO_CENTRES for refused in draft.context.refused):
        return True
    return any(one_of_several(draft.context, spot) for spot in draft.context.spots)


_SUMMED: Final = (ACTED | MOVES | {"freed", "origins"}) - {"convicted"}
"""What authorities add up over the whole country."""


def leave_place(draft: Draft) -> None:
    """Take from a running total the place of the operation told before it.

    It is of the whole country, unless its own sentence names a place.
    """
    raised = raises_total(draft)
    summed = draft.kind in _SUMMED or raised
    if draft.scope != "cumulative" or not summed or draft.whole is not None:
        return
    # "The arrests in Kandal brought to 2,137 the number": the place is that of the arrests.
    after = draft.quantity.first if raised else 0
    spots = [s for s in draft.context.spots if s.at >= after]
    if all(s.place is None or s.place.name != draft.place for s in spots):
        draft.place = None


def carrying(draft: Draft, contexts: list[Context]) -> list[Context]:
    """The sentences just before whose place can be that of a count too, the nearest first.

    Those of a longer time, and people of a part of the world, are others than those told there.
    """
    index, paragraph = draft.context.index, draft.context.sentence.paragraph
    if draft.kind not in ACTED and (_over_time(draft) or of_a_region(draft)):
        return []
    before = contexts[max(index - 2, 0) : index]
    return [c for c in reversed(before) if c.sentence.paragraph == paragraph]


def clear_place(draft: Draft) -> None:
    """Take away a place of another sentence where this one tells of a country over a longer time.

    "They took 80 in Bavet on Friday. Last October Cambodia had sent 30 home": not from Bavet.
    """
    if draft.place is None or draft.whole is not None or not _of_country(draft):
        return
    draft.trace.append(f"place not {draft.place}: the sentence tells of a longer time")
    draft.place = None


def _of_country(draft: Draft) -> bool:
    """Whether a sentence names a country, no place, and a month or more of its own."""
    context = draft.context
    if any(s.place is not None for s in context.spots):
        return False
    if all(s.country != draft.country for s in context.spots):
        return False
    if total_told(context.sentence.tokens) not in ("", NO_LAST_DAY):
        return True
    return any(
        t.role in ("since", "span") or (t.days.length or 0) >= SHORTEST_MONTH for t in context.times
    )


def _over_time(draft: Draft) -> bool:
    """Whether the sentence tells of a longer time, over which things happen in many places."""
    times = draft.context.times
    return any(t.role in ("since", "span") or (t.days.length or 0) > 45 for t in times)
