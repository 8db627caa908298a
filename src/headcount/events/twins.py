"""Strands that tell the same counts, place and days: one node, compared once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from headcount.events.strands import Strand, union
from headcount.events.tallies import TELLING, exact
from headcount.events.windows import LONG
from headcount.model import Scope, Unit


def signature(strand: Strand) -> object | None:
    """What twins have in common, for strands whose numbers can be trusted alone; else None."""
    window = strand.window
    if window is None or not window.dated:
        return None
    if window.length > LONG and strand.scope is not Scope.CUMULATIVE:
        return None
    if not any((exact(h) or 0) >= TELLING and h.unit is Unit.PERSON for h in strand.heads):
        return None
    heads = [(h.kind, h.unit, h.low, h.high, h.nationality, h.group) for h in strand.heads]
    return (
        heads[0] if len(heads) == 1 else frozenset(heads),
        strand.countries,
        strand.places,
        strand.routes,
        window,
        strand.scope,
    )


def nodes(strands: Iterable[Strand]) -> list[list[Strand]]:
    """The strands by signature, each alone that has none; the order of `strands` is kept."""
    found: dict[object, list[Strand]] = {}
    for strand in strands:
        twin = signature(strand)
        found.setdefault(strand.key if twin is None else twin, []).append(strand)
    return list(found.values())


def merged(twins: Sequence[Strand]) -> Strand:
    """What twins tell together, as one strand with the documents and the parts of all."""
    first = twins[0]
    if len(twins) == 1:
        return first
    return Strand(
        key=first.key,
        documents=tuple(dict.fromkeys([t.key[0] for t in twins])),
        claims=first.claims,
        heads=first.heads,
        counted=first.counted,
        families=union([t.families for t in twins]),
        countries=first.countries,
        places=first.places,
        routes=first.routes,
        nationality=first.nationality,
        said=union([t.said for t in twins]),
        window=first.window,
        published=min([t.published for t in twins if t.published], default=None),
        scope=first.scope,
        kinds=first.kinds,
        total=first.total,
    )
