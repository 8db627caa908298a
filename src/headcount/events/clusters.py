"""Nodes that links connect, parted into operations, each join with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from headcount.events.evidence import Verdict, conflict
from headcount.events.grounds import reasons
from headcount.events.strands import Key, Strand
from headcount.events.tallies import Relation
from headcount.model import Scope
from headcount.reasons import Join, Reason

GUARDS = 10
"""Members of each group that are checked for a conflict before two groups become one."""


class Node(NamedTuple):
    """What is compared once: a strand, and all strands that tell the same (by their keys)."""

    strand: Strand
    twins: Sequence[Strand]


class Link(NamedTuple):
    """Two nodes (that with the smaller key first) that the evidence calls one operation."""

    a: Strand
    b: Strand
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
    ranked = sorted(links, key=lambda link: (-link.verdict.score, link.a.key, link.b.key))
    ties: list[Link] = []
    slices: dict[Key, list[Link]] = {}
    for link in ranked:
        if link.verdict.relation is Relation.SLICE:
            part = link.a if link.a.is_slice else link.b
            slices.setdefault(part.key, []).append(link)
            continue
        if (link.a.scope is Scope.EVENT) is not (link.b.scope is Scope.EVENT):
            ties.append(link)
            continue
        a, b = group_of[link.a.key], group_of[link.b.key]
        if a is not b and (link.verdict.by_number or not _conflict(a, b)):
            _join(group_of, a, b, link)
    for link in ties:
        told, other = (link.a, link.b) if link.a.scope is Scope.EVENT else (link.b, link.a)
        a, b = group_of[told.key], group_of[other.key]
        # A group that is tied already has an operation in it.
        if a is not b and not any(node.strand.scope is Scope.EVENT for node in b.nodes):
            _join(group_of, a, b, link)
    for key, wholes in slices.items():
        _join_slice(group_of, key, wholes)
    found: dict[int, _Group] = {}
    for group in group_of.values():
        found.setdefault(id(group), group)
    return [_cluster(group) for group in found.values()]


def _alone(node: Node) -> _Group:
    """A node as a group, with the joins of its twins."""
    first, same = node.twins[0], (Reason("same-throughout"),)
    return _Group([node], [Join((first.key[0], t.key[0]), same) for t in node.twins[1:]])


def _join(group_of: dict[Key, _Group], a: _Group, b: _Group, link: Link) -> None:
    """Puts the smaller group into the larger."""
    into, other = (a, b) if len(a.nodes) >= len(b.nodes) else (b, a)
    into.nodes.extend(other.nodes)
    into.joins.extend(other.joins)
    pair = (link.a.document, link.b.document)
    into.joins.append(Join(pair, reasons(link.a, link.b, link.verdict)))
    for node in other.nodes:
        group_of[node.strand.key] = into


def _join_slice(group_of: dict[Key, _Group], key: Key, links: list[Link]) -> None:
    """Puts a slice that stands alone to the one operation that it can be a part of."""
    part = group_of[key]
    if len(part.nodes) > 1 or len(part.nodes[0].twins) > 1:
        return
    wholes = {id(g): g for link in links for g in (group_of[link.a.key], group_of[link.b.key])}
    del wholes[id(part)]
    if len(wholes) == 1:
        _join(group_of, next(iter(wholes.values())), part, links[0])


def _conflict(a: _Group, b: _Group) -> bool:
    return any(conflict(x.strand, y.strand) for x in a.nodes[:GUARDS] for y in b.nodes[:GUARDS])


def _cluster(group: _Group) -> Cluster:
    strands = [strand for node in group.nodes for strand in node.twins]
    strands.sort(key=lambda s: s.key)
    return Cluster(strands, sorted(group.joins, key=_by_documents))


def _by_documents(join: Join) -> tuple[tuple[str, str], str]:
    return join.documents, repr(join.reasons[0])
