"""One claim for one fact: repeats, rounded restatements and vague ones give way to the precise.

What the headline tells gives way to the sentence that tells it in full.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.alike import SMALL, Alike, Like, fact, like, reach_of
from headcount.extract.assembly.draft import Draft
from headcount.extract.families import MOVES
from headcount.extract.mentions.quantity import Quantity
from headcount.model import FOREIGN


def merge(drafts: list[Draft], heading: str = "") -> tuple[list[Draft], list[tuple[Draft, str]]]:
    """The drafts that stay, in order, and those that go with the reason.

    `heading` is the document's title, which may stand above the text once more.
    """
    gone: dict[int, str] = {}
    heirs = _Heirs(drafts)
    above = sum(_in_heading(draft, heading) for draft in drafts)
    for draft in drafts[:above]:
        told = next((d for d in drafts[above:] if _tells_in_full(d, draft)), None)
        if told is not None:
            gone[id(draft)] = "the headline of what is told below"
            heirs.hand_on(draft, told)
    kept: dict[Like, Alike] = {}
    for draft in drafts:
        if id(draft) in gone:
            continue
        alike = kept.setdefault(like(draft), Alike())
        for other in alike.may_restate(draft):
            if id(other) in gone:
                continue
            reason = _restates(draft, other)
            if reason:
                gone[id(draft)] = reason
                heirs.hand_on(draft, other)
                break
            reason = _restates(other, draft)
            if reason:
                gone[id(other)] = reason
                heirs.hand_on(other, draft)
        if id(draft) not in gone:
            alike.add(draft)
    stay = [d for d in drafts if id(d) not in gone]
    return stay, [(d, gone[id(d)]) for d in drafts if id(d) in gone]


class _Heirs:
    """Who goes on with whom, so that a draft that goes can hand its parts and the rest on."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._going_on: dict[int, list[Draft]] = {}
        for draft in drafts:
            if draft.source is not None:
                self._going_on.setdefault(id(draft.source), []).append(draft)

    def hand_on(self, old: Draft, new: Draft) -> None:
        """Parts, continuations and attributes of the dropped draft go to the one that stays."""
        for part in old.parts:
            _put_under(part, new if part is not new else None)
        old.parts = []
        for draft in self._going_on.pop(id(old), []):
            if draft is not new:
                draft.source = new
                self._going_on.setdefault(id(new), []).append(draft)
        if new.whole is None and old.whole is not new:
            _put_under(new, old.whole)
        _inherit(old, new)


def _put_under(part: Draft, whole: Draft | None) -> None:
    part.whole = whole
    if whole is not None:
        whole.parts.append(part)


def _in_heading(draft: Draft, heading: str) -> bool:
    """Whether the draft stands in the first sentence, and that is the title or a part of it."""
    if draft.context.index or not heading:
        return False
    words = [token.norm for token in draft.context.sentence.tokens if token.kind != "m"]
    return " ".join(words) in heading


def _tells_in_full(draft: Draft, head: Draft) -> bool:
    """Whether a draft of the text counts what the headline counts, whatever it says of them."""
    mine, its = draft.quantity, head.quantity
    if mine.unit != its.unit:
        return False
    if mine.currency != its.currency or not _same_number(mine, its):
        return False
    if draft.kind != head.kind and (mine.interval.low or 0) < _TELLING:
        return False
    return draft.group == head.group and _same_people(draft, head) and not mine.added


def _same_number(mine: Quantity, its: Quantity) -> bool:
    """Whether two counts give one number, hedged or not: a headline drops "some" and "about"."""
    if mine.interval == its.interval:
        return True
    plain = mine.number.shape == its.number.shape == "exact" and mine.number.top is None
    return plain and its.number.top is None and mine.number.value == its.number.value


_TELLING: Final = 20
"""From here on an equal number is hardly another group, whatever is told of it."""


def _inherit(old: Draft, new: Draft) -> None:
    """What the draft that stays does not tell it has from the dropped one."""
    if new.country in (None, old.country):
        new.place = new.place or old.place
        new.country = old.country
    if new.start is None and new.end is None:
        new.start, new.end = old.start, old.end
    for name in ("speaker", "origin", "destination"):
        if getattr(new, name) is None:
            setattr(new, name, getattr(old, name))
    if not new.nations:
        new.nations = old.nations


def _restates(draft: Draft, other: Draft) -> str:
    """Why `draft` says no more than `other`, which is of its sort; "" when it does."""
    if "planned" in (draft.scope, other.scope) and draft.scope != other.scope:
        return ""
    if not _same_people(draft, other) or draft.quantity.added:
        return ""
    mine, its = draft.quantity.interval, other.quantity.interval
    if (mine.low, mine.high) == (its.low, its.high):
        if draft.position > other.position and _same_fact(draft, other):
            return "the same figure again"
        return ""
    if (
        its.precision != "exact"
        or its.low is None
        or draft.whole is other
        or draft.quantity.partitive
    ):
        return ""
    if draft.country != other.country and draft.country and other.country:
        return ""
    if draft.whole not in (None, other.whole) and mine.precision != "vague":
        # "More than 2,000, among them nearly 1,200 foreigners": no other count is of that whole.
        return ""
    named = other.whole is not None and other.nations and not draft.nations
    if named and draft.whole is None and mine.precision != "vague":
        # "At least 500 were arrested": not the 589 Chinese among all of a later total.
        return ""
    low = mine.low or 0
    if mine.precision == "exact" or not low <= its.low <= reach_of(mine):
        return ""
    if not _rounds(draft.quantity, its.low):
        return ""
    how = "vague" if mine.precision == "vague" else "rounded"
    return f"a {how} restatement of {its.low}"


def _rounds(quantity: Quantity, exact: int) -> bool:
    """Whether a count told as about so many can be an exact one: 1,400 are no 1,534."""
    if quantity.interval.precision != "about" or quantity.number.value != int(
        quantity.number.value
    ):
        return True
    value, step = int(quantity.number.value), 1
    while value and value % (step * 10) == 0:
        step *= 10
    return abs(exact - value) <= step


def _same_people(draft: Draft, other: Draft) -> bool:
    """Whether the nationalities can be of one group: equal, or one of them not said."""
    a, b = set(draft.nations), set(other.nations)
    return a == b or not a or not b or FOREIGN in a | b


def _same_fact(draft: Draft, other: Draft) -> bool:
    """Whether equal figures are one fact: not two parts of one list, nor at two places."""
    if draft.context is other.context:
        return draft.quantity.definite
    if draft.start and other.start and abs((draft.start - other.start).days) > 1:
        return draft.quantity.definite
    apart = draft.country and other.country and draft.country != other.country
    if apart or (draft.place and other.place and draft.place != other.place):
        return draft.quantity.definite or _one_journey(draft, other)
    if set(draft.nations) != set(other.nations) and draft.nations and other.nations:
        return False
    countries = draft.quantity.unit == "country"
    small = not countries and (draft.quantity.interval.low or 0) < SMALL
    return draft.quantity.definite or not small or _told_alike(draft, other)


def _one_journey(draft: Draft, other: Draft) -> bool:
    """Whether as many of one people were moved on the same days: from a town by way of another."""
    many = (draft.quantity.interval.low or 0) >= _TELLING and bool(draft.nations)
    alike = draft.nations == other.nations and draft.start is not None
    return draft.kind in MOVES and many and alike and draft.start == other.start


def _told_alike(draft: Draft, other: Draft) -> bool:
    """Whether two small counts are of one people, on the same days, in the same country."""
    if not draft.nations or FOREIGN in draft.nations or (draft.quantity.interval.low or 0) < _FEW:
        return False
    known = draft.start is not None and draft.country is not None
    return known and fact(draft) == fact(other)


_FEW: Final = 2
"""Ones are told of one after the other."""
