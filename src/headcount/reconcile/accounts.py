"""Accounts of people by nationality: reported, out, identified, handed over, home, and the rest.

Two equations hold for every account and for the sum of all, exactly for the bests and as intervals
that contain each other:

    people   = only reported + came out
    came out = home + still held at the last count + not accounted for
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from headcount.model import Claim, Document, Event, Kind, Scope, Unit
from headcount.reconcile.amounts import Amount, total
from headcount.reconcile.groups import STAGE_OF, STAGES, Group, Stage, Step, linked, steps_of
from headcount.reconcile.operations import STOCKS, Told, operations
from headcount.reconcile.totals import Total, running_totals, without_totals

Key = tuple[str, int]

STALE: Final = timedelta(days=365)
"""A count of those held or missing that is older than this tells nothing of the last day."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose account: people of this nationality, who were in this country, in these days.

    A group counts if anything is told of it from `since` on; what is told after `until` is not
    looked at. None leaves open. Operations that no report dates are left out unless `undated`:
    they may be told again, and most are running totals. So is what nobody gives a number for.
    """

    nationality: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None
    undated: bool = False


@dataclass(frozen=True, slots=True)
class Stock:
    """How many were held or missing at the last count, and of which day that is."""

    amount: Amount
    day: date
    country: str | None
    claims: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The account of one nationality (`people` empty: of those of whom nobody told it).

    `totals` are the largest running totals by stage, told beside and never added.
    """

    people: tuple[str, ...]
    groups: tuple[Group, ...]
    missing: tuple[Stock, ...] = ()
    held: tuple[Stock, ...] = ()
    totals: tuple[tuple[Stage, Total], ...] = ()

    def told(self, stage: Stage) -> Amount:
        """How many the operations on record tell of at this stage."""
        return total(g.told.get(stage, Amount()) for g in self.groups)

    def reached(self, stage: Stage) -> Amount:
        """How many came at least so far, each once."""
        return total(g.reached(stage) for g in self.groups)

    def last_told_at(self, stage: Stage) -> Amount:
        """How many are told of at this stage and at no later one."""
        at = STAGES.index(stage)
        if stage is STAGES[-1]:
            return self.reached(stage)
        after = STAGES[at + 1]
        return total(g.left(stage, after) for g in self.groups)

    @property
    def people_told(self) -> Amount:
        """All who are told of at any stage, each once."""
        return self.reached(Stage.REPORTED)

    @property
    def out(self) -> Amount:
        """All who came out, told or known because they came home."""
        return self.reached(Stage.OUT)

    @property
    def home(self) -> Amount:
        """All who came home."""
        return self.reached(Stage.HOME)

    @property
    def not_home(self) -> Amount:
        """Those who came out and are not told to be home."""
        return total(g.left(Stage.OUT, Stage.HOME) for g in self.groups)

    @property
    def waiting(self) -> Amount:
        """Of those not home, as many as were still held at the last count; none at the least,
        since others may be meant."""
        held = total(stock.amount for stock in self.held).at_most(self.not_home)
        return Amount(0, held.best, held.high)

    @property
    def unaccounted(self) -> Amount:
        """Those who came out, are not told to be home and were not held at the last count."""
        return self.not_home.less(self.waiting)

    def lines(self) -> list[tuple[str, Amount]]:
        """The account line by line, by names that docs/METHOD.md explains."""
        return [
            *((f"told_{stage}", self.told(stage)) for stage in STAGES),
            ("missing", total(stock.amount for stock in self.missing)),
            ("held", total(stock.amount for stock in self.held)),
            ("people", self.people_told),
            ("only_reported", self.last_told_at(Stage.REPORTED)),
            ("came_out", self.out),
            ("home", self.home),
            ("not_home", self.not_home),
            ("last_out", self.last_told_at(Stage.OUT)),
            ("last_identified", self.last_told_at(Stage.IDENTIFIED)),
            ("last_transferred", self.last_told_at(Stage.TRANSFERRED)),
            ("waiting", self.waiting),
            ("not_accounted_for", self.unaccounted),
        ]

    def flows(self) -> list[tuple[str, str, Amount]]:
        """The ways people went, from and to, as a flow diagram draws them."""
        return [
            ("people", "only_reported", self.last_told_at(Stage.REPORTED)),
            ("people", "came_out", self.out),
            ("came_out", "home", self.home),
            ("came_out", "waiting", self.waiting),
            ("came_out", "not_accounted_for", self.unaccounted),
        ]

    def as_json(self) -> dict[str, Any]:
        """The record of `headcount account --format jsonl`."""
        return {
            "nationality": list(self.people),
            "lines": {name: amount.as_json() for name, amount in self.lines()},
            "flows": [{"from": a, "to": b, **n.as_json()} for a, b, n in self.flows()],
            "stocks": [
                {"what": what, "day": s.day.isoformat(), "country": s.country, **s.amount.as_json()}
                for what, stocks in (("missing", self.missing), ("held", self.held))
                for s in stocks
            ],
            "totals": [
                {"stage": str(stage), **t.amount.as_json(), "claims": _keys(t.claims)}
                for stage, t in self.totals
            ],
            "groups": [_group_json(group) for group in self.groups],
        }


def accounts(
    events: Sequence[Event],
    claims: Mapping[Key, Claim],
    documents: Mapping[str, Document],
    rule: str = "range",
    wanted: Wanted | None = None,
) -> tuple[Account, ...]:
    """One account for each nationality that is told of, the largest first, the unnamed last.

    The accounts add up: nobody is in two. Raises UsageError on an unknown rule.
    """
    asked = wanted or Wanted()
    totals = running_totals(claims, documents)
    told = without_totals(operations(events, claims, documents, rule), totals)
    numbered = [t for t in told if not t.vague and _by(asked, t)]
    steps = steps_of([t for t in numbered if asked.undated or _dated(t)])
    groups: dict[tuple[str, ...], list[Group]] = {}
    for group in linked(steps):
        if _is_asked(asked, group):
            groups.setdefault(group.people, []).append(group)
    stocks = _stocks(
        [t for t in operations(events, claims, documents, rule, _is_stock) if _by(asked, t)], asked
    )
    mine = [t for t in totals if _in_time(asked, t)]
    found = []
    for people in {*groups, *(who for who, _ in stocks), *(t.people for t in mine)}:
        if asked.nationality and people != (asked.nationality,):
            continue
        found.append(
            Account(
                people,
                tuple(groups.get(people, ())),
                tuple(stocks.get((people, Kind.MISSING), ())),
                tuple(stocks.get((people, Kind.HELD), ())),
                tuple(_largest_totals(mine, people)),
            )
        )
    return tuple(sorted(found, key=lambda a: (not a.people, -a.people_told.best, a.people)))


def _by(asked: Wanted, told: Told) -> bool:
    """Whether it was told of, or happened, by the last day that is asked for."""
    day = told.days.start or told.days.end or told.published
    if asked.until is None:
        return asked.since is None or day is not None
    return day is not None and day <= asked.until


def _dated(told: Told) -> bool:
    return told.days.start is not None or told.days.end is not None


def _is_asked(asked: Wanted, group: Group) -> bool:
    if asked.country and asked.country not in group.countries:
        return False
    last = group.last_day
    return asked.since is None or last is None or last >= asked.since


def _is_stock(claim: Claim) -> bool:
    return claim.kind in STOCKS and claim.scope in (Scope.EVENT, Scope.CUMULATIVE)


def _stocks(told: Iterable[Told], asked: Wanted) -> dict[tuple[tuple[str, ...], Kind], list[Stock]]:
    """The last count of each nationality, kind and country, unless it is stale."""
    latest: dict[tuple[tuple[str, ...], Kind, str | None], Stock] = {}
    last = asked.until
    for one in told:
        day = one.days.end or one.days.start or one.published
        country = min(one.countries, default=None)
        if one.unit is not Unit.PERSON or one.kind not in STOCKS or day is None or one.vague:
            continue
        if asked.country and asked.country not in one.countries:
            continue
        last = max(last, day) if last else day
        slot = (one.people, one.kind, country)
        stock = Stock(one.amount, day, country, one.claims)
        known = latest.get(slot)
        if known is None or _rank(stock) > _rank(known):
            latest[slot] = stock
    oldest = max(asked.since or date.min, last - STALE if last else date.min)
    found: dict[tuple[tuple[str, ...], Kind], list[Stock]] = {}
    for (people, kind, _), stock in sorted(latest.items(), key=lambda pair: repr(pair[0])):
        if stock.day >= oldest:
            found.setdefault((people, kind), []).append(stock)
    return found


def _rank(stock: Stock) -> tuple[object, ...]:
    return (stock.day, stock.amount.best, stock.claims)


def _in_time(asked: Wanted, about: Total) -> bool:
    end = about.days.end
    if about.kind not in STAGE_OF or about.unit is not Unit.PERSON or end is None:
        return False
    if asked.country and about.country != asked.country:
        return False
    return (asked.until is None or end <= asked.until) and (
        asked.since is None or end >= asked.since
    )


def _largest_totals(totals: Iterable[Total], people: tuple[str, ...]) -> list[tuple[Stage, Total]]:
    largest: dict[Stage, Total] = {}
    for about in totals:
        stage = STAGE_OF[about.kind]
        known = largest.get(stage)
        if about.people == people and (known is None or about.amount.best > known.amount.best):
            largest[stage] = about
    return [(stage, largest[stage]) for stage in STAGES if stage in largest]


def _group_json(group: Group) -> dict[str, Any]:
    return {
        "told": {str(stage): amount.as_json() for stage, amount in sorted(group.told.items())},
        "steps": [{**_step_json(step), "link": link.name.lower()} for step, link in group.steps],
    }


def _step_json(step: Step) -> dict[str, Any]:
    start, end = step.days
    return {
        "stage": str(step.stage),
        "event": step.event,
        **step.amount.as_json(),
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "countries": sorted(step.countries),
        "claims": _keys(step.claims),
    }


def _keys(claims: Sequence[Key]) -> list[dict[str, Any]]:
    return [{"document": d, "n": n} for d, n in claims]
