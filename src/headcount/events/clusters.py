"""Nodes that links connect, parted into operations, each join with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from headcount.events.evidence import SLICE, Verdict, conflict
from headcount.events.grounds import reasons
from headcount.events.strands import Strand
from headcount.model import Scope
from headcount.reasons import Join, Reason

GUARDS: Final = 10
"""Members of each group that are checked for a conflict before two groups become one."""


class Node(NamedTuple):
    """What is compared once: a strand, and all strands that tell the same (by their keys)."""

    strand: Strand
    twins: Sequence[Strand]


class Link(NamedTuple):
    """Two nodes that the evidence calls one operation, by their places: the smaller first."""

    a: int
    b: int
    verdict: Verdict


@dataclass(slots=True)
class Cluster:
    """An operation: its strands and the reasons that brought them together."""

    strands: list[Strand]
    joins: list[Join] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Group:
    places: list[int]
    nodes: list[Node]
    joins: list[Join]


def clusters(nodes: Sequence[Node], links: Iterable[Link]) -> list[Cluster]:
    """The operations among nodes that links connect; `nodes` must be in the order of their keys.

    Links are taken by strength, then by key, so that the order of arrival does not matter. What
    happened is joined first. Then each group of running totals or plans is tied to the one
    operation that most speaks for, and each group with a part of a large raid to the only one that
    it can be of: they never make two operations one.
    """
    if len(nodes) == 1:
        return [_cluster(_alone(0, nodes[0]))]
    group_of = [_alone(at, node) for at, node in enumerate(nodes)]
    told = [node.strand.scope is Scope.EVENT for node in nodes]
    ties: list[Link] = []
    slices: list[Link] = []
    for link in sorted(links, key=_strongest):
        one, other, verdict = link
        if verdict == SLICE:
            slices.append(link)
            continue
        if told[one] is not told[other]:
            ties.append(link)
            continue
        a, b = group_of[one], group_of[other]
        if a is not b and (verdict.by_number or not _conflict(a, b)):
            _join(group_of, a, b, _because(nodes, link))
    for link in ties:
        event, total = (link.a, link.b) if told[link.a] else (link.b, link.a)
        a, b = group_of[event], group_of[total]
        # A group that is tied already has an operation in it.
        if a is not b and not any(told[at] for at in b.places):
            _join(group_of, a, b, _because(nodes, link))
    for link in _to_the_only_whole(nodes, group_of, slices):
        _join(group_of, group_of[link.a], group_of[link.b], _because(nodes, link))
    return [_cluster(group) for group in {id(group): group for group in group_of}.values()]


def _strongest(link: Link) -> tuple[float, int, int]:
    return (-link.verdict.score, link.a, link.b)


_SAME: Final = (Reason("same-throughout"),)


def _alone(at: int, node: Node) -> _Group:
    """A node as a group, with the joins of its twins."""
    if len(node.twins) == 1:
        return _Group([at], [node], [])
    first = node.twins[0].key[0]
    return _Group([at], [node], [Join((first, t.key[0]), _SAME) for t in node.twins[1:]])


def _because(nodes: Sequence[Node], link: Link) -> Join:
    a, b = nodes[link.a].strand, nodes[link.b].strand
    return Join((a.document, b.document), reasons(a, b, link.verdict))


def _join(group_of: list[_Group], a: _Group, b: _Group, join: Join) -> None:
    """Puts the smaller group into the larger."""
    into, other = (a, b) if len(a.nodes) >= len(b.nodes) else (b, a)
    into.places.extend(other.places)
    into.nodes.extend(other.nodes)
    into.joins.extend(other.joins)
    into.joins.append(join)
    for at in other.places:
        group_of[at] = into


def _to_the_only_whole(
    nodes: Sequence[Node], group_of: Sequence[_Group], links: Iterable[Link]
) -> list[Link]:
    """Of each group with a slice the link to the operation that it is of, if it can be of one only.

    All are found before any group is joined, so that their order does not matter. A group that
    tells of a large raid itself is a part of none.
    """
    found: dict[int, dict[int, Link]] = {}
    for link in links:
        part, whole = group_of[link.a], group_of[link.b]
        if nodes[link.b].strand.is_slice:
            part, whole = whole, part
        if not any(node.strand.stands_out for node in part.nodes):
            found.setdefault(id(part), {}).setdefault(id(whole), link)
    only = [link for wholes in found.values() if len(wholes) == 1 for link in wholes.values()]
    return [link for link in only if not _conflict(group_of[link.a], group_of[link.b])]


def _conflict(a: _Group, b: _Group) -> bool:
    return any(conflict(x.strand, y.strand) for x in a.nodes[:GUARDS] for y in b.nodes[:GUARDS])


def _cluster(group: _Group) -> Cluster:
    strands = [strand for node in group.nodes for strand in node.twins]
    strands.sort(key=lambda s: s.key)
    return Cluster(strands, sorted(group.joins, key=_by_documents))


def _by_documents(join: Join) -> tuple[tuple[str, str], str]:
    return join.documents, repr(join.reasons[0])
