"""What became of a group: bare counts that go on with parts of the people told just before.

"Police freed 86 people. Forty were deported on Thursday; 12 others were charged": nobody says "of
them", yet the forty and the twelve are some of the 86.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Draft, backward, in_sentences

_GROUP: Final = frozenset(
    ("freed", "arrested", "deported", "repatriated", "transferred", "moved", "escaped")
)
"""What was done with people who then go different ways."""

_BECAME: Final = frozenset(
    (
        "arrested",
        "charged",
        "convicted",
        "repatriated",
        "deported",
        "transferred",
        "moved",
        "identified",
        "cleared_not",
        "freed",
        "held",
    )
)
"""What becomes of some of them."""

_BACK: Final = 1
"""Sentences from what became of some back to the group, or to the part told before."""


def sequel_of(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The group that a bare count tells the fate of a part of, None for none."""
    quantity = draft.quantity
    if draft.match is None or draft.kind not in _BECAME or quantity.unit != "person":
        return None
    bare = quantity.added or (quantity.elliptic and not quantity.definite)
    if not bare or quantity.nations:
        return None
    index = draft.context.index
    near = backward(in_sentences(drafts, index - _BACK, index), draft)
    last = next((d for d in near if d.quantity.unit == "person"), None)
    if last is None:
        return None
    whole = _gone_on(draft, last) or _opened(draft, last)
    return whole if whole is not None and _fits(draft, whole) else None


def _gone_on(draft: Draft, last: Draft) -> Draft | None:
    """The group that the count just before is such a part of: the fates of its parts go on."""
    whole = last.whole
    told = last.match is not None and last.kind in _BECAME
    if whole is None or not told or draft.kind == last.kind:
        return None
    if draft.quantity.added and last.kind == whole.kind:
        # "38 were freed, 24 men and 14 women. Another 21 are still held": more than the 38.
        return None
    return whole if draft.kind != whole.kind or draft.context is last.context else None


def _opened(draft: Draft, last: Draft) -> Draft | None:
    """The group told just before, where the count opens what became of its parts."""
    group = last.whole or last
    if draft.quantity.added or group.kind not in _GROUP or group.kind == draft.kind:
        return None
    return group if group.context is not draft.context else None


def _fits(draft: Draft, whole: Draft) -> bool:
    """Whether the group is larger than all its parts of the kind together."""
    mine, its = draft.quantity.interval.low, whole.quantity.interval.low
    if mine is None or its is None or draft.quantity.interval.precision == "vague":
        return False
    fates = [d for d in whole.parts if d.match is not None and d.kind != whole.kind]
    return mine + sum(d.quantity.interval.low or 0 for d in fates) <= its
