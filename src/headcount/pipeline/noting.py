"""What people decided as findings: beside the events that it touches, and what is stale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from headcount.decisions import Action, Decision, in_words
from headcount.model import Event
from headcount.pipeline.deciding import Standing, State
from headcount.reasons import Finding, Key

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
            yield _stale(standing)
            continue
        if standing.state is State.PARTLY:
            message = f"{named(standing.decision)} holds in part: {standing.why}"
            yield Finding(PARTLY, "note", message, None, ())
        if standing.decision.action in _NOTES:
            yield from _NOTES[standing.decision.action](standing, at)


def named(decision: Decision) -> str:
    """dec-0a1b2c3d4e5f (correct r-1:2)."""
    sizes = [len(group) for group in decision.seen]
    first = decision.seen[0][0]
    if decision.action in (Action.CORRECT, Action.WITHDRAW):
        what = f"{first.document}:{first.n}"
    else:
        what = f"{' + '.join(map(str, sizes))} {'claim' if sum(sizes) == 1 else 'claims'}"
    return f"{decision.id} ({decision.action} {what})"


def changes(decision: Decision) -> list[tuple[str, str, str]]:
    """What a correction changes: the name, what was read, and what a person made of it."""
    told = list(_values(decision))
    return [each for each in told if each[1] != each[2]] or told


def _values(decision: Decision) -> Iterator[tuple[str, str, str]]:
    was, now = dict(decision.seen[0][0].said), dict(decision.values)
    for name, parts in (("count", _COUNT), ("day", ("start", "end"))):
        if any(part in now for part in parts):
            yield name, _span(name, was), _span(name, was | now)
    for name, value in now.items():
        if name not in (*_COUNT, "start", "end"):
            yield name, in_words(was[name]), in_words(value)


_COUNT = ("low", "high", "precision")


def _span(name: str, record: Mapping[str, Any]) -> str:
    """The count, or the days, of a claim's record in one word."""
    ends = ("low", "high") if name == "count" else ("start", "end")
    first, last = (record[end] for end in ends)
    if first == last:
        return in_words(first)
    return f"{'' if first is None else first}..{'' if last is None else last}"


def _stale(standing: Standing) -> Finding:
    message = (
        f"{named(standing.decision)} is not applied: {standing.why}; "
        f"decide again, or `headcount decide undo {standing.decision.id}`"
    )
    return Finding(STALE, "warning", message, None, ())


def _confirmed(standing: Standing, at: Mapping[Key, str]) -> Iterator[Finding]:
    keys = sorted(standing.keys[0] & at.keys())
    if keys:
        message = f"a person checked this: {standing.decision.why}"
        yield Finding(DECIDED, "note", message, at[keys[0]], tuple(keys))


def _split(standing: Standing, at: Mapping[Key, str]) -> Iterator[Finding]:
    keys, left = (sorted(group & at.keys()) for group in standing.keys)
    if keys and left and at[keys[0]] != at[left[0]]:
        message = f"a person kept this apart from {at[left[0]]}: {standing.decision.why}"
        mine = tuple(key for key in keys if at[key] == at[keys[0]])
        yield Finding(DECIDED, "note", message, at[keys[0]], mine)


def _corrected(standing: Standing, at: Mapping[Key, str]) -> Iterator[Finding]:
    decision = standing.decision
    for key in sorted(standing.keys[0] & at.keys()):
        anchor = decision.seen[0][0]
        said = ", ".join(f"{name} {new} (read as {old})" for name, old, new in changes(decision))
        message = f"a person corrected “{anchor.exact}”: {said}: {decision.why}"
        yield Finding(DECIDED, "note", message, at[key], (key,))


def _withdrawn(standing: Standing, at: Mapping[Key, str]) -> Iterator[Finding]:
    anchor = standing.decision.seen[0][0]
    words = f"a person took claim {anchor.document}:{anchor.n} out of the figures"
    yield Finding(DECIDED, "note", f"{words}: {standing.decision.why}", None, ())


_NOTES = {
    Action.CONFIRM: _confirmed,
    Action.SPLIT: _split,
    Action.CORRECT: _corrected,
    Action.WITHDRAW: _withdrawn,
}
