"""What people decided as findings: beside the events that it touches, and what is stale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from headcount.books import Confirmed
from headcount.decisions import Action, Decision, as_value
from headcount.model import Event
from headcount.pipeline.deciding import Standing, State
from headcount.reasons import Counted, Finding, Key, Reason, Value, Values

DECIDED = "decided"
"""The code of what people decided, a note on its event."""

STALE = "decision-stale"
"""The code of a decision that is not applied, since what it rests on has changed."""

PARTLY = "decision-partly"
"""The code of a decision that is applied to what is left of what it rests on."""


def notes(found: Iterable[Standing], events: Sequence[Event]) -> Iterator[Finding]:
    """What was decided on the events, and what is stale. Who decided is not told here.

    Merges are told by the reasons of their events. A claim that was withdrawn is named without its
    words, and no claim of the finding.
    """
    decided = list(found)
    at = {key: event.id for event in events for key in event.claims} if decided else {}
    for standing in decided:
        if standing.state is State.STALE:
            yield _of_standing(STALE, "warning", standing)
            continue
        if standing.state is State.PARTLY:
            yield _of_standing(PARTLY, "note", standing)
        if standing.decision.action in _NOTES:
            yield from _NOTES[standing.decision.action](standing, at)


def confirmations(found: Iterable[Standing], events: Sequence[Event]) -> Iterator[Confirmed]:
    """The confirmations that stand, the later of two of one event last."""
    decided = [s for s in found if s.decision.action is Action.CONFIRM]
    at = {key: event.id for event in events for key in event.claims} if decided else {}
    for standing in decided:
        keys = sorted(standing.keys[0] & at.keys())
        if keys and standing.state is not State.STALE:
            told = standing.decision
            whole = standing.state is State.HOLDS
            yield Confirmed(at[keys[0]], told.at[:10], told.by, told.why, whole)


def told_on(decision: Decision) -> Reason:
    """What was decided and on what: "correct r-1:2", "merge 2 + 3 claims"."""
    action = ("action", str(decision.action))
    first = decision.seen[0][0]
    if decision.action in (Action.CORRECT, Action.WITHDRAW):
        return Reason("decided-on-claim", (action, ("claim", f"{first.document}:{first.n}")))
    sizes = tuple(map(len, decision.seen))
    code = "decided-on-one" if sum(sizes) == 1 else "decided-on-claims"
    return Reason(code, (action, ("sizes", sizes)))


def changes(decision: Decision) -> list[Values]:
    """What a correction changes: the `field`, what it `was` read as, what it is `now`."""
    told = list(_values(decision))
    changed = [each for each in told if dict(each)["was"] != dict(each)["now"]]
    return changed or told


def _values(decision: Decision) -> Iterator[Values]:
    was, now = dict(decision.seen[0][0].said), dict(decision.values)
    for name, parts, span in (("count", _COUNT, _count), ("day", _DAYS, _days)):
        if any(part in now for part in parts):
            yield (("field", name), ("now", span(was | now)), ("was", span(was)))
    for name, value in now.items():
        if name not in (*_COUNT, *_DAYS):
            told = (("now", as_value(name, value)), ("was", as_value(name, was[name])))
            yield (("field", name), *told)


_COUNT = ("low", "high", "precision")
_DAYS = ("start", "end")


def _count(record: Mapping[str, Any]) -> Value:
    """The count of a claim's record."""
    about = Counted(record["kind"], record["unit"], currency=record["currency"])
    return replace(about, low=record["low"], high=record["high"])


def _days(record: Mapping[str, Any]) -> Value:
    """The days of a claim's record."""
    first, last = (record[end] for end in _DAYS)
    if first and last and first != last:
        return (date.fromisoformat(first), date.fromisoformat(last))
    return as_value("start", first or last)


def _of_standing(code: str, severity: str, standing: Standing) -> Finding:
    told: Values = (
        ("decision", standing.decision.id),
        ("on", told_on(standing.decision)),
        ("because", standing.why),
    )
    return Finding(code, severity, "", None, (), Reason(code, told))


def _note(
    code: str, told: Values, standing: Standing, where: tuple[str | None, tuple[Key, ...]]
) -> Finding:
    text: Values = (("text", standing.decision.why),)
    return Finding(DECIDED, "note", "", *where, Reason(code, (*told, *text)))


def _confirmed(standing: Standing, at: Mapping[Key, str]) -> Iterator[Finding]:
    keys = sorted(standing.keys[0] & at.keys())
    if keys:
        yield _note("confirmed-by-person", (), standing, (at[keys[0]], tuple(keys)))


def _split(standing: Standing, at: Mapping[Key, str]) -> Iterator[Finding]:
    keys, left = (sorted(group & at.keys()) for group in standing.keys)
    if keys and left and at[keys[0]] != at[left[0]]:
        mine = tuple(key for key in keys if at[key] == at[keys[0]])
        other: Values = (("event", at[left[0]]),)
        yield _note("kept-apart-by-person", other, standing, (at[keys[0]], mine))


def _corrected(standing: Standing, at: Mapping[Key, str]) -> Iterator[Finding]:
    decision = standing.decision
    for key in sorted(standing.keys[0] & at.keys()):
        said = tuple(Reason("change-by-person", values) for values in changes(decision))
        told: Values = (("quote", decision.seen[0][0].exact), ("changes", said))
        yield _note("corrected-by-person", told, standing, (at[key], (key,)))


def _withdrawn(standing: Standing, at: Mapping[Key, str]) -> Iterator[Finding]:
    anchor = standing.decision.seen[0][0]
    claim: Values = (("claim", f"{anchor.document}:{anchor.n}"),)
    yield _note("withdrawn-by-person", claim, standing, (None, ()))


_NOTES = {
    Action.CONFIRM: _confirmed,
    Action.SPLIT: _split,
    Action.CORRECT: _corrected,
    Action.WITHDRAW: _withdrawn,
}
