"""Strands of many documents, joined into operations, each join with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from headcount.events.candidates import pairs
from headcount.events.evidence import ENOUGH, Verdict, conflict, weigh
from headcount.events.families import Family
from headcount.events.strands import Strand
from headcount.events.tallies import Relation, exact, relate, specific
from headcount.events.unions import Unions
from headcount.model import Scope, Unit

GUARDS = 24
"""Members of each group that are checked for a conflict before two groups become one."""

SLICE_DAYS = 21
"""Days between an undated slice of one nationality and the one large operation it can belong to."""

LARGE = 500
"""People of an operation that stands out in a country's weeks."""


@dataclass(slots=True)
class Cluster:
    """An operation: its strands and the reasons that brought them together."""

    strands: list[Strand]
    joins: list[str] = field(default_factory=list)


def cluster(strands: Sequence[Strand], copies: set[tuple[str, str]]) -> list[Cluster]:
    """The operations among the strands of all documents.

    `copies` are pairs of documents with nearly the same text. The result does not depend on the
    order of `strands`: links are taken by strength, then by key.
    """
    ordered = sorted(strands, key=lambda s: s.key)
    unions = Unions(len(ordered))
    joins: dict[int, list[str]] = {}
    alive = _collapse_twins(ordered, unions, joins)
    links = _links(ordered, alive, copies)
    members = {i: [i] for i in alive}
    for i, j, verdict in links:
        a, b = unions.find(i), unions.find(j)
        if a == b:
            continue
        if not verdict.by_number and _conflict(ordered, members[a], members[b]):
            continue
        _join(unions, members, joins, (a, b), _words(ordered[i], ordered[j], verdict.reasons))
    _attach_slices(ordered, unions, members, joins)
    return [
        Cluster([ordered[i] for i in group], sorted(joins.get(group[0], [])))
        for group in unions.sets()
    ]


def _join(
    unions: Unions,
    members: dict[int, list[int]],
    joins: dict[int, list[str]],
    pair: tuple[int, int],
    words: str,
) -> None:
    low, high = min(pair), max(pair)
    unions.join(low, high)
    members[low] = members[low] + members.pop(high)
    joins.setdefault(low, []).extend([words, *joins.pop(high, [])])


def _words(a: Strand, b: Strand, reasons: Sequence[str]) -> str:
    return f"{a.document} + {b.document}: {', '.join(reasons)}"


def _collapse_twins(
    strands: list[Strand], unions: Unions, joins: dict[int, list[str]]
) -> list[int]:
    """Join strands that tell the same in every respect; give one of each to be compared."""
    first: dict[object, int] = {}
    alive = []
    for i, strand in enumerate(strands):
        twin = _signature(strand)
        if twin is None:
            alive.append(i)
        elif twin in first:
            leader = first[twin]
            unions.join(leader, i)
            words = _words(strands[leader], strand, ["same counts, place and days throughout"])
            joins.setdefault(leader, []).append(words)
        else:
            first[twin] = i
            alive.append(i)
    return alive


def _signature(strand: Strand) -> object | None:
    """Everything that strands are compared by, for those whose numbers can be trusted alone."""
    window = strand.window
    telling = any((exact(h) or 0) >= 20 and h.unit is Unit.PERSON for h in strand.heads)
    if not telling or window is None or not window.dated or window.length > 14:
        return None
    heads = frozenset((h.kind, h.unit, h.low, h.high, h.nationality, h.group) for h in strand.heads)
    return (
        heads,
        strand.numbers,
        strand.countries,
        strand.places,
        strand.routes,
        window,
        strand.scope,
    )


def _links(
    strands: list[Strand], alive: list[int], copies: set[tuple[str, str]]
) -> list[tuple[int, int, Verdict]]:
    living = [strands[i] for i in alive]
    found = []
    for a, b in pairs(living):
        low, high = sorted((living[a].document, living[b].document))
        verdict = weigh(living[a], living[b], (low, high) in copies)
        if verdict.score >= ENOUGH:
            found.append((alive[a], alive[b], verdict))
    found.sort(key=lambda link: (-link[2].score, link[0], link[1]))
    return found


def _conflict(strands: list[Strand], left: list[int], right: list[int]) -> bool:
    return any(conflict(strands[i], strands[j]) for i in left[:GUARDS] for j in right[:GUARDS])


def _attach_slices(
    strands: list[Strand],
    unions: Unions,
    members: dict[int, list[int]],
    joins: dict[int, list[str]],
) -> None:
    """An undated, unplaced count of one nationality goes to the one operation it can belong to.

    That operation must be large and the only large one of its country in those weeks; with two
    there is no telling, and the slice stays alone.
    """
    hosts: dict[tuple[str, int], set[int]] = {}
    for leader, group in members.items():
        for i in group:
            if _stands_out(strands[i]):
                for month in _months(strands[i], SLICE_DAYS):
                    for country in strands[i].countries:
                        hosts.setdefault((country, month), set()).add(leader)
    moves: list[tuple[int, int]] = []
    for leader, group in sorted(members.items()):
        strand = strands[leader]
        if len({strands[i].document for i in group}) > 1 or not _is_slice(strand):
            continue
        fitting = {
            host
            for country in strand.countries
            for month in _months(strand, 0)
            for host in hosts.get((country, month), ())
            if host != leader and any(_holds(strands[i], strand) for i in members[host])
        }
        if len(fitting) == 1:
            moves.append((leader, fitting.pop()))
    for leader, host in moves:
        words = _words(
            strands[leader],
            strands[host],
            ["one nationality's part of the only large operation there then"],
        )
        pair = (unions.find(leader), unions.find(host))
        if pair[0] != pair[1]:
            _join(unions, members, joins, pair, words)


def _months(strand: Strand, around: int) -> range:
    """The stretches of 30 days that the strand's window touches, with some days around it."""
    window = strand.window
    if window is None:
        return range(0)
    first, last = window.start.toordinal() - around, window.end.toordinal() + around
    return range(first // 30, min(last // 30, first // 30 + 12) + 1)


def _stands_out(strand: Strand) -> bool:
    return (
        strand.scope is Scope.EVENT
        and Family.RAID in strand.families
        and strand.total >= LARGE
        and not any(specific(h.nationality) for h in strand.heads)
    )


def _is_slice(strand: Strand) -> bool:
    dated = strand.window is not None and strand.window.dated
    return strand.scope is Scope.EVENT and bool(strand.nationality) and not (dated or strand.places)


def _holds(host: Strand, part: Strand) -> bool:
    if not (host.window and part.window) or host.window.gap(part.window) > SLICE_DAYS:
        return False
    return Family.RAID in part.families and any(
        relate(p, h) is Relation.SLICE for p in part.heads + part.claims for h in host.heads
    )
