"""What a rule would change, and how figures came to be what they are as reports came in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from headcount.model import FOREIGN, Claim, Document, Event, Figure
from headcount.reconcile.figures import reconcile

Key = tuple[str, int]
Cell = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of an event by one rule and by another."""

    event: Event
    before: Figure
    after: Figure

    def as_json(self) -> dict[str, Any]:
        """The record of `headcount reconcile --diff --format jsonl`, but for words."""
        return {"event": self.event.id, **_what(self.after), **_sides(self.before, self.after)}


@dataclass(frozen=True, slots=True)
class Moment:
    """What a figure came to on a day, and the claims that were new on that day."""

    day: date
    figure: Figure
    before: Figure | None
    new: tuple[Key, ...]

    def as_json(self) -> dict[str, Any]:
        """The record of `headcount reconcile --history --format jsonl`, but for event and words."""
        new = [{"document": d, "n": n} for d, n in self.new]
        sides = _sides(self.before, self.figure)
        return {"day": self.day.isoformat(), **_what(self.figure), **sides, "new": new}


def changes(in_use: Sequence[Event], other: Sequence[Event]) -> Iterator[Change]:
    """The figures that differ between two reconciliations of the same events, in their order."""
    figures = {(event.id, _cell(f)): f for event in in_use for f in event.figures}
    for event in other:
        for after in event.figures:
            before = figures.get((event.id, _cell(after)))
            if before is not None and _span(before) != _span(after):
                yield Change(event, before, after)


def history(
    event: Event, claims: Mapping[Key, Claim], documents: Mapping[str, Document], rule: str
) -> tuple[Moment, ...]:
    """How the event's figures changed, by day of publication and then by figure.

    Every figure has a first moment; a further one for each day on which its low, best or high
    changed, be it by a correction, a later count or another voice. Reports without a day are not
    looked at. Raises UsageError on an unknown rule.
    """
    days: dict[date, list[str]] = {}
    for key in event.documents:
        published = documents[key].published if key in documents else None
        if published is not None:
            days.setdefault(published, []).append(key)
    known: set[str] = set()
    stands: dict[Cell, Figure] = {}
    found = []
    for day in sorted(days):
        known.update(days[day])
        then = replace(event, claims=tuple(k for k in event.claims if k[0] in known))
        mine = [claims[key] for key in then.claims if key in claims]
        (made,) = reconcile([then], mine, rule, documents)
        for figure in made.figures:
            before = stands.get(_cell(figure))
            if before is None or _span(before) != _span(figure):
                new = tuple(k for k in figure.claims if k[0] in days[day])
                found.append(Moment(day, figure, before, new))
                stands[_cell(figure)] = figure
    return tuple(found)


def figure_key(figure: Figure) -> Cell:
    """What tells a figure of an event from its others; "foreigners" are nobody's nationality."""
    return _cell(figure)


def _cell(figure: Figure) -> Cell:
    people = tuple(n for n in figure.nationality if n != FOREIGN)
    return (figure.kind, figure.unit, people, figure.group, figure.currency)


def _span(figure: Figure) -> tuple[int | None, int | None, int | None]:
    return (figure.low, figure.best, figure.high)


def _what(figure: Figure) -> dict[str, Any]:
    told = figure.as_json()
    return {name: told[name] for name in ("kind", "unit", "nationality", "group", "currency")}


def _sides(before: Figure | None, after: Figure) -> dict[str, Any]:
    wanted = ("rule", "low", "best", "high", "because")
    return {
        name: {field: side.as_json()[field] for field in wanted} if side else None
        for name, side in (("before", before), ("after", after))
    }
