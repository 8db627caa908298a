"""What is a part though no word says so: rows of a table, counts that add up to a group."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Draft, in_sentences
from headcount.extract.attributes.homes import in_host
from headcount.extract.families import MOVES
from headcount.model import FOREIGN

_REACH: Final = 4
"""Sentences between a total and the table that breaks it down."""

_BESIDE: Final = 2
"""The same for a single people: then the total must tell of foreigners."""


def find_whole(draft: Draft, drafts: list[Draft]) -> None:
    """Set `whole` on a row of a table: the last total before it that can hold all rows."""
    if draft.whole is not None or draft.quantity.unit != "person":
        return
    if draft.quantity.added:
        _rest_of_table(draft)
        return
    rows = _rows(draft, drafts)
    if not rows:
        return
    alone = len(rows) == 1 and not draft.quantity.group
    reach = _BESIDE if alone else _REACH
    total = sum(row.quantity.interval.low or 0 for row in rows)
    before = [
        d
        for d in in_sentences(drafts, draft.context.index - reach, draft.context.index)
        if d.position < rows[0].position
        and (d.kind == draft.kind if alone else _alike(d, draft))
        and d.scope not in ("planned", "estimate")
        and d.quantity.unit == "person"
        and d.quantity.nations in (((FOREIGN,),) if alone else ((), (FOREIGN,)))
        and not d.quantity.group
        and (d.quantity.interval.low or 0) >= total
    ]
    if before:
        draft.whole = before[-1]
        draft.kind = before[-1].kind
        before[-1].parts.append(draft)
        draft.trace.append(f"part of {before[-1].quantity.number.value}: a row of its table")


def _rest_of_table(draft: Draft) -> None:
    """Set `whole` on the last row of a table, which tells of the rest: "the other 27 are Thais"."""
    row = draft.source
    if row is None or row.whole is None or not (draft.quantity.definite and row.quantity.nations):
        return
    if not set(draft.quantity.nations).isdisjoint(row.quantity.nations):
        # "Among them are 204 Thais. The other 92 Thais …": its row has told of all Thais.
        return
    others = sum(d.quantity.interval.low or 0 for d in row.whole.parts)
    if others + (draft.quantity.interval.low or 0) <= (row.whole.quantity.interval.low or 0):
        draft.whole = row.whole
        row.whole.parts.append(draft)
        draft.trace.append(f"part of {row.whole.quantity.number.value}: a row of its table")


def _alike(row: Draft, other: Draft) -> bool:
    """Whether two counts are of one kind, or of movements whose ends are not settled yet."""
    if row.kind == other.kind:
        return True
    return "moved" in (row.kind, other.kind) and {row.kind, other.kind} <= MOVES


def _rows(draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """The rows of the table that the draft stands in: counts of one people each."""
    index = draft.context.index
    same = [d for d in in_sentences(drafts, index, index) if _alike(d, draft)]
    peoples = [
        d for d in same if len(d.quantity.nations) == 1 and FOREIGN not in d.quantity.nations
    ]
    if any(d is draft for d in peoples):
        return peoples
    if draft.quantity.group and not draft.quantity.nations:
        return [d for d in same if d.quantity.group and not d.quantity.nations]
    return []


def mixed(draft: Draft, hosts: frozenset[str]) -> bool:
    """Whether a part of a count has a nationality of its own: then the rest may have another."""
    return not all(in_host(d, hosts) for d in draft.parts if d.quantity.nations)


def summed_up(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The group told before that a count adds up to with those beside it, None without one.

    "They took 11 Thais home. Police had arrested nine, two had fled": nobody says that the nine
    and the two are the eleven, the sum does.
    """
    around = _around(draft, drafts)
    bare = [d for d in around if _plain(d) and not d.quantity.nations]
    here = next((n for n, d in enumerate(bare) if d is draft), -1)
    if here < 0:
        return None
    for first in range(max(here - _PARTS + 1, 0), here + 1):
        for after in range(max(here + 1, first + 2), min(first + _PARTS, len(bare)) + 1):
            whole = _whole_of(bare[first:after], around)
            if whole is not None:
                return whole
    return None


def _around(draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """The drafts, in order, that may add up with this one or be their sum: those not far off."""
    return in_sentences(drafts, draft.context.index - _SPREAD, draft.context.index + _SPREAD)


def _whole_of(run: list[Draft], around: list[Draft]) -> Draft | None:
    """The group told before the first of a run that all of it adds up to."""
    total = sum(d.quantity.interval.low or 0 for d in run)
    for other in around:
        if other.position > run[0].position:
            break
        near = run[-1].context.index - other.context.index <= _SPREAD
        if near and _plain(other) and other.nations and other.quantity.interval.low == total:
            return other
    return None


def _plain(draft: Draft) -> bool:
    exact = draft.quantity.interval.precision == "exact"
    return exact and draft.quantity.unit == "person" and bool(draft.quantity.interval.low)


def part_other_peoples(drafts: list[Draft]) -> None:
    """Link no part of one people to a count of another: "702 Chinese, then 429 Vietnamese".

    Where the count's own sentence names its people, the part belongs to what that count is a part
    of; where it took its people from elsewhere, it is of none, since it has parts of others.
    """
    for draft in drafts:
        seen: set[int] = set()
        while (whole := draft.whole) is not None and not _of_one_people(draft, whole):
            if draft.quantity.nations and whole.nations and not _names_people(whole):
                told = ", ".join(whole.nations)
                whole.nations = ()
                whole.trace.append(f"not of {told}: parts of it are of others")
                break
            seen.add(id(whole))
            draft.whole = None if whole.whole is draft or id(whole.whole) in seen else whole.whole
            draft.trace.append(f"no part of {whole.quantity.number.value}: those are of others")


def part_other_operations(drafts: list[Draft]) -> None:
    """Link no row of a table to a total of other days or of another place: it is none of its rows.

    "They freed 86 foreigners on Sunday in one city; 40 Indians were freed last month in another".
    """
    for draft in drafts:
        whole = draft.whole
        if whole is None or draft.rule == "part" or draft.quantity.partitive:
            continue
        other = draft.kind == whole.kind and (_apart(draft, whole) or _elsewhere(draft, whole))
        if other or (draft.end and whole.start and draft.end < whole.start):
            draft.whole = None
            draft.trace.append(f"no part of {whole.quantity.number.value}: another operation")


def _apart(part: Draft, whole: Draft) -> bool:
    """Whether the days of two counts do not touch."""
    if not (part.start and part.end and whole.start and whole.end):
        return False
    return part.end < whole.start or whole.end < part.start


def _elsewhere(part: Draft, whole: Draft) -> bool:
    """Whether the sentences of two counts set them in different places."""
    if part.place is None or whole.place is None or part.place == whole.place:
        return False
    return part.context is not whole.context and part.place in _places(part)


def _places(draft: Draft) -> set[str]:
    return {s.place.name for s in draft.context.spots if s.place is not None}


def _of_one_people(part: Draft, whole: Draft) -> bool:
    """Whether nothing says that the part is of another people or sex than the whole."""
    its = set(whole.nations) - {FOREIGN}
    mine = set(part.nations) - {FOREIGN}
    return whole.group in ("", part.group) and (not its or mine <= its)


def _names_people(draft: Draft) -> bool:
    """Whether the sentence of a count names the people that it is of."""
    tokens = draft.context.sentence.tokens
    return any(not {t.value(sort) for sort in _PEOPLES}.isdisjoint(draft.nations) for t in tokens)


_PEOPLES: Final = ("people", "adjective", "country")

_PARTS: Final = 4
"""So many counts at most add up to one told before, by more than chance."""

_SPREAD: Final = 8
"""Sentences from a group to the last of the counts that add up to it."""
