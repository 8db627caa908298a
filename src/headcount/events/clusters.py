"""Nodes that links connect, parted into operations, each join with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from headcount.events.evidence import Verdict, conflict
from headcount.events.strands import Key, Strand
from headcount.events.wording import reason
from headcount.model import Scope
from headcount.reasons import Join

GUARDS = 10
"""Members of each group that are checked for a conflict before two groups become one."""


class Node(NamedTuple):
    """What is compared once: a strand, and all strands that tell the same (by their keys)."""

    strand: Strand
    twins: Sequence[Strand]


class Link(NamedTuple):
    """Two nodes, by their keys (the smaller first), that the evidence calls one operation."""

    a: Key
    b: Key
    verdict: Verdict


@dataclass(slots=True)
class Cluster:
    """An operation: its strands and the reasons that brought them together."""

    strands: list[Strand]
    joins: list[Join] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Group:
    nodes: list[Node]
    joins: list[Join]


def clusters(nodes: Sequence[Node], links: Iterable[Link]) -> list[Cluster]:
    """The operations among nodes that links connect; `nodes` must be in the order of their keys.

    Links are taken by strength, then by key, so that the order of arrival does not matter. What
    happened is joined first. Then each group of running totals or plans is tied to the one
    operation that most speaks for: they never make two operations one.
    """
    if len(nodes) == 1:
        return [_cluster(_alone(nodes[0]))]
    group_of = {node.strand.key: _alone(node) for node in nodes}
    is_event = {node.strand.key: node.strand.scope is Scope.EVENT for node in nodes}
    ranked = sorted(links, key=lambda link: (-link.verdict.score, link.a, link.b))
    ties: list[Link] = []
    for link in ranked:
        if is_event[link.a] is not is_event[link.b]:
            ties.append(link)
            continue
        a, b = group_of[link.a], group_of[link.b]
        if a is not b and (link.verdict.by_number or not _conflict(a, b)):
            _join(group_of, a, b, link)
    for link in ties:
        event, other = (link.a, link.b) if is_event[link.a] else (link.b, link.a)
        a, b = group_of[event], group_of[other]
        # A group that is tied already has an operation in it.
        if a is not b and not any(is_event[node.strand.key] for node in b.nodes):
            _join(group_of, a, b, link)
    found: dict[int, _Group] = {}
    for group in group_of.values():
        found.setdefault(id(group), group)
    return [_cluster(group) for group in found.values()]


def _alone(node: Node) -> _Group:
    """A node as a group, with the joins of its twins."""
    first, same = node.twins[0], (reason("same-throughout"),)
    return _Group([node], [Join((first.key[0], t.key[0]), same) for t in node.twins[1:]])


def _join(group_of: dict[Key, _Group], a: _Group, b: _Group, link: Link) -> None:
    """Puts the smaller group into the larger."""
    into, other = (a, b) if len(a.nodes) >= len(b.nodes) else (b, a)
    into.nodes.extend(other.nodes)
    reasons = tuple([reason(*item) for item in link.verdict.items])
    into.joins.extend([*other.joins, Join((link.a[0], link.b[0]), reasons)])
    for node in other.nodes:
        group_of[node.strand.key] = into


def _conflict(a: _Group, b: _Group) -> bool:
    return any(
        conflict(x.strand, y.strand) for x in a.nodes[:GUARDS] for y in b.nodes[:GUARDS]
    )


def _cluster(group: _Group) -> Cluster:
    strands = [strand for node in group.nodes for strand in node.twins]
    strands.sort(key=lambda s: s.key)
    return Cluster(strands, sorted(group.joins, key=_by_documents))


def _by_documents(join: Join) -> tuple[tuple[str, str], str]:
    return join.documents, join.reasons[0].words
