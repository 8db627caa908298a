"""The rules by which an event's figure is chosen among what was said: named, pure, re-runnable.

Every rule gets the statements that stand in one cell (at least one) and gives the best number and
the reasons for it. `low` and `high` are the same for all rules: the smallest and the largest
that was stated, the shape of UCDP's low, best and high.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from headcount.errors import UsageError
from headcount.reasons import Reason, Values
from headcount.reconcile.officials import is_official
from headcount.reconcile.statements import Statement

Statements = Sequence[Statement]

Support = Mapping[tuple[int, bool], int]
"""How many origins give each number; the second says whether it is exact."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The best number and why it is, a reason for each sentence."""

    best: int
    because: tuple[Reason, ...]


Rule = Callable[[Statements], Choice]


def by_range(said: Statements) -> Choice:
    """Low is the smallest stated, high the largest; best is an exact one before others, then the
    most supported, then the latest, then the larger."""
    if len(said) == 1:
        return Choice(said[0].value, (_all(said[0], said),))
    given = _support(said)
    chosen = max(said, key=lambda s: (s.exact, given[s.value, s.exact], _day(s), s.value))
    why = _all(chosen, said) if len(given) == 1 else _among(chosen, said, given)
    return Choice(chosen.value, (why,))


def by_majority(said: Statements) -> Choice:
    """Best is the number that most independent origins give; precision and day break ties."""
    given = _support(said)
    chosen = max(said, key=lambda s: (given[s.value, s.exact], s.exact, _day(s), s.value))
    told = (*_number(chosen), *_share(chosen, said, given))
    return Choice(chosen.value, (Reason("given-by", told),))


def official_first(said: Statements) -> Choice:
    """Best comes from an authority (police, ministry) if one is quoted; else as `range`."""
    official = [s for s in said if any(map(is_official, s.speakers))]
    choice = by_range(official or said)
    why = Reason("authority-quoted" if official else "no-authority-quoted")
    return Choice(choice.best, (why, *choice.because))


def by_latest(said: Statements) -> Choice:
    """Best is what was said last; precision and support break ties."""
    given = _support(said)
    chosen = max(said, key=lambda s: (_day(s), s.exact, given[s.value, s.exact], s.value))
    when: Values = (("day", chosen.day),) if chosen.day else ()
    return Choice(chosen.value, (Reason("latest-said", (*_number(chosen), *when)),))


def most_conservative(said: Statements) -> Choice:
    """Best is the smallest number stated: of "up to 300" that is 300, nobody states a 0."""
    chosen = min(said, key=lambda s: (s.floor or s.value, s.value))
    best = chosen.floor or chosen.value
    number = replace(chosen.what, low=best, high=best)
    return Choice(best, (Reason("smallest-stated", (("number", number),)),))


RULES: Final[dict[str, Rule]] = {
    "range": by_range,
    "majority": by_majority,
    "official-first": official_first,
    "latest": by_latest,
    "most-conservative": most_conservative,
}
"""The rules by name, the default first."""


def rule_named(name: str) -> Rule:
    """The rule of that name. Raises UsageError that names the rules there are."""
    if name not in RULES:
        raise UsageError(f"no rule is named {name!r}: choose one of {', '.join(RULES)}")
    return RULES[name]


def bounds(said: Statements) -> tuple[int | None, int | None]:
    """The smallest and the largest that was stated; None for an open end."""
    low = min(s.floor for s in said)
    highs = [s.high for s in said]
    return low, None if None in highs else max(h for h in highs if h is not None)


def _support(said: Statements) -> Support:
    """How many origins give each number, exact and hedged ones apart."""
    found: dict[tuple[int, bool], set[str]] = {}
    for one in said:
        found.setdefault((one.value, one.exact), set()).add(one.origin)
    return {number: len(given) for number, given in found.items()}


def _day(statement: Statement) -> date:
    return statement.day or date.min


def _number(statement: Statement) -> Values:
    return (("number", statement.counted),)


def _among(chosen: Statement, said: Statements, given: Support) -> Reason:
    """Why the default rule takes this one: alone in being exact, more support, later, larger."""
    apart = {(s.low, s.high, s.value, s.exact): s for s in reversed(said)}
    # Each number once, where it is first told.
    first = [apart.pop(k) for s in said if (k := (s.low, s.high, s.value, s.exact)) in apart]
    stated: Values = (("stated", tuple(dict.fromkeys([s.counted for s in first]))),)
    alike = [s for s in said if s.exact == chosen.exact and s.value != chosen.value]
    known = (*_number(chosen), *_share(chosen, said, given), *stated)
    if not alike:
        return Reason("only-exact-count", known)
    kind = "exact-count" if chosen.exact else "count"
    most = max([given[s.value, s.exact] for s in alike])
    if given[chosen.value, chosen.exact] > most:
        return Reason(f"most-supported-{kind}", known)
    equal = [s for s in alike if given[s.value, s.exact] == most]
    better = "latest" if max(map(_day, equal)) < _day(chosen) else "largest"
    return Reason(f"{better}-{kind}", (*_number(chosen), *stated))


def _all(chosen: Statement, said: Statements) -> Reason:
    """All give one number: one report, one origin, or several."""
    count = len({s.origin for s in said})
    reports = len({document for s in said for document, _ in s.claims})
    if count > 1:
        code = "both-origins-give" if count == 2 else "all-origins-give"
        return Reason(code, (("origins", count), *_number(chosen)))
    if reports > 1:
        return Reason("one-origin-gives", (("reports", reports), *_number(chosen)))
    return Reason("one-report-gives", _number(chosen))


def _share(chosen: Statement, said: Statements, given: Support) -> Values:
    """How many of the origins give the number."""
    support = given[chosen.value, chosen.exact]
    return (("support", support), ("origins", len({s.origin for s in said})))
