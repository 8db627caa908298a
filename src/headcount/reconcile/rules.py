"""The rules by which an event's figure is chosen among what was said: named, pure, re-runnable.

Every rule gets the statements that stand in one cell (at least one) and gives the best number and
a sentence that says why. `low` and `high` are the same for all rules: the smallest and the largest
that was stated, the shape of UCDP's low, best and high.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from headcount.errors import UsageError
from headcount.reconcile.officials import is_official
from headcount.reconcile.statements import Statement

Statements = Sequence[Statement]


@dataclass(frozen=True, slots=True)
class Choice:
    """The best number and the sentence that explains it."""

    best: int
    reason: str


Rule = Callable[[Statements], Choice]


def by_range(said: Statements) -> Choice:
    """Low is the smallest stated, high the largest; best is the most supported, then the most
    precise, then the latest, then the larger."""
    chosen = max(said, key=lambda s: (s.exact, _support(s, said), _day(s), s.value))
    if len(_values(said)) == 1:
        return Choice(chosen.value, f"{_all(said)} {_words(chosen)}.")
    return Choice(chosen.value, f"{_why(chosen, said)}; stated are {_listed(said)}.")


def by_majority(said: Statements) -> Choice:
    """Best is the number that most independent origins give; precision and day break ties."""
    chosen = max(said, key=lambda s: (_support(s, said), s.exact, _day(s), s.value))
    return Choice(chosen.value, f"{_words(chosen)} is given by {_share(chosen, said)}.")


def official_first(said: Statements) -> Choice:
    """Best comes from an authority (police, ministry) if one is quoted; else as `range`."""
    official = [s for s in said if any(map(is_official, s.speakers))]
    if not official:
        return Choice(by_range(said).best, f"No authority is quoted. {by_range(said).reason}")
    return Choice(by_range(official).best, f"An authority is quoted. {by_range(official).reason}")


def by_latest(said: Statements) -> Choice:
    """Best is what was said last; precision and support break ties."""
    chosen = max(said, key=lambda s: (_day(s), s.exact, _support(s, said), s.value))
    when = f", said on {chosen.day.isoformat()}" if chosen.day else ""
    return Choice(chosen.value, f"{_words(chosen)} is the latest count{when}.")


def most_conservative(said: Statements) -> Choice:
    """Best is the smallest number stated."""
    chosen = min(said, key=lambda s: (s.floor, s.value))
    best = chosen.floor if chosen.low is not None else chosen.value
    return Choice(best, f"{best:,} is the smallest number stated.")


RULES: dict[str, Rule] = {
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


def _support(chosen: Statement, said: Statements) -> int:
    return len({s.origin for s in said if (s.value, s.exact) == (chosen.value, chosen.exact)})


def _values(said: Statements) -> set[tuple[int, bool]]:
    return {(s.value, s.exact) for s in said}


def _day(statement: Statement) -> date:
    return statement.day or date.min


def _words(s: Statement) -> str:
    if s.high is None:
        return f"at least {s.value:,}"
    return f"{s.value:,}" if s.exact or s.low == s.high else f"{s.floor:,} to {s.high:,}"


def _why(chosen: Statement, said: Statements) -> str:
    """Why the default rule takes this one: alone in being exact, more support, later, larger."""
    kind = "exact count" if chosen.exact else "count"
    alike = [s for s in said if s.exact == chosen.exact and s.value != chosen.value]
    if not alike:
        return f"{_words(chosen)} is the only {kind} ({_share(chosen, said)})"
    most = max(_support(s, said) for s in alike)
    if _support(chosen, said) > most:
        return f"{_words(chosen)} is the {kind} with the most support ({_share(chosen, said)})"
    equal = [s for s in alike if _support(s, said) == most]
    better = "latest" if max(map(_day, equal)) < _day(chosen) else "largest"
    return f"{_words(chosen)} is the {better} {kind}, with no less support than any other"


def _all(said: Statements) -> str:
    count = len({s.origin for s in said})
    reports = len({document for s in said for document, _ in s.claims})
    if count == 1:
        return "The one report gives" if reports == 1 else f"One origin ({reports} reports) gives"
    return f"{'Both' if count == 2 else f'All {count}'} independent origins give"


def _share(chosen: Statement, said: Statements) -> str:
    return f"{_support(chosen, said)} of {len({s.origin for s in said})} independent origins"


def _listed(said: Statements) -> str:
    shown = list(dict.fromkeys(_words(s) for s in said))
    more = f" and {len(shown) - 5} more" if len(shown) > 5 else ""
    return ", ".join(shown[:5]) + more
