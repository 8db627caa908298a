"""What people decide about claims and events: records that rest on what was seen, not on names.

A decision remembers the words that it rests on: the report and its version, the quote with its
offsets, and what was read from it. So it holds when a report is read again and its claims get other
numbers, and one can tell whether what it rests on has changed since.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple

from headcount.ids import short_id
from headcount.model import Claim, Kind, Precision, Scope
from headcount.reasons import Reason, Value, Values

COUNT: Final = ("kind", "unit", "low", "high", "currency")
"""Fields of a claim's record that every decision rests on."""

FIELDS: Final = (
    "kind", "low", "high", "precision", "nationality", "country", "place", "start", "end", "scope",
)  # fmt: skip
"""Fields of a claim's record that a correction may set."""


class Action(StrEnum):
    """What was decided."""

    CONFIRM = "confirm"
    MERGE = "merge"
    SPLIT = "split"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim as it was seen.

    `version` is the digest of the report's version, `n` the claim's number there, for people.
    `exact` stood at `start` to `end` between `prefix` and `suffix`. Of `alike` claims of the report
    with the same words and count it was the one at place `nth` (from 0). `said` is what was read.
    """

    document: str
    version: str
    n: int
    exact: str
    start: int
    end: int
    prefix: str
    suffix: str
    nth: int
    alike: int
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: what it rests on, what it sets, why, and who took it.

    `seen` has one group for each event that was named, or one for a claim; a split has those parted
    first and those left second. `values` are the fields of the claim's record that a correction
    sets. The ledger gives `id` (which follows from the rest), `at` (ISO 8601) and `undone` (when it
    was taken back, or "").
    """

    action: Action
    seen: tuple[tuple[Anchor, ...], ...]
    why: str
    by: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""
    at: str = ""
    undone: str = ""


class Found(NamedTuple):
    """The claim that an anchor means today, or why there is none."""

    claim: Claim | None
    why: Reason | None = None


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions in the order in which they were taken, however they came."""
    return sorted(decisions, key=lambda decision: (decision.at, as_record(decision)))


def anchor_of(claim: Claim, told: Iterable[Claim], version: str) -> Anchor:
    """The claim as it is seen now; `told` are all claims of its report, which has this version."""
    record = claim.as_json()
    quote = claim.quote
    alike = [c for c in _in_text(told) if c.quote.exact == quote.exact and not _other(record, c)]
    return Anchor(
        document=claim.document,
        version=version,
        n=claim.n,
        exact=quote.exact,
        start=quote.start,
        end=quote.end,
        prefix=quote.prefix,
        suffix=quote.suffix,
        nth=[c.n for c in alike].index(claim.n),
        alike=len(alike),
        said={name: record[name] for name in (*COUNT, *FIELDS)},
    )


def find(
    anchor: Anchor, told: Iterable[Claim], version: str | None, fields: Sequence[str] = ()
) -> Found:
    """The claim that the anchor means among those that its report makes now.

    `version` is the digest of the report today, None if it is no longer there. Quote and count must
    be what they were, and so must `fields` of the claim's record.
    """
    if version is None:
        return Found(None, Reason("report-gone"))
    there = [c for c in _in_text(told) if c.quote.exact == anchor.exact]
    if not there:
        if version == anchor.version:
            return Found(None, Reason("words-unread"))
        return Found(None, Reason("words-gone"))
    same = [c for c in there if not _other(anchor.said, c, fields)]
    if not same:
        nearest = min(there, key=lambda c: (abs(c.quote.start - anchor.start), c.n))
        return Found(None, _read_otherwise(anchor.said, nearest, fields))
    around = (anchor.prefix, anchor.suffix)
    for fits in (
        [c for c in same if version == anchor.version and c.quote.start == anchor.start],
        [c for c in same if (c.quote.prefix, c.quote.suffix) == around and any(around)],
        same[anchor.nth : anchor.nth + 1] if len(same) == anchor.alike else [],
    ):
        if len(fits) == 1:
            return Found(fits[0])
    times: Values = (("before", anchor.alike), ("after", len(same)))
    return Found(None, Reason("words-repeated", times))


def _in_text(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda c: (c.quote.start, c.n))


def _other(said: Mapping[str, Any], claim: Claim, fields: Sequence[str] = ()) -> list[str]:
    """The fields in which the claim says something else."""
    record = claim.as_json()
    return [name for name in dict.fromkeys((*COUNT, *fields)) if record[name] != said[name]]


def _read_otherwise(said: Mapping[str, Any], claim: Claim, fields: Sequence[str]) -> Reason:
    record = claim.as_json()
    changed = tuple(
        Reason(
            "reads-and-not",
            (
                ("field", name),
                ("now", as_value(name, record[name])),
                ("was", as_value(name, said[name])),
            ),
        )
        for name in _other(said, claim, fields)
    )
    return Reason("read-otherwise", (("changes", changed),))


def as_value(name: str, value: Any) -> Value:
    """A field of a claim's record as a sentence tells it: days as days, codes to be looked up."""
    if value is None or value == []:
        return Reason("says-nothing")
    if name in ("start", "end"):
        return date.fromisoformat(value)
    if name == "nationality":
        return Reason("says", (("countries", tuple(value)),))
    if name in ("kind", "scope", "precision", "unit", "country"):
        return Reason("says", ((name, value),))
    return value if isinstance(value, int) else str(value)


def typed(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a correction as fields of `Claim`.

    Raises KeyError, TypeError or ValueError on what no correction may set.
    """
    return {name: _TYPES[name](value) for name, value in values.items()}


def _day(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


_TYPES: Final[dict[str, Callable[[Any], Any]]] = {
    "kind": Kind,
    "low": _whole,
    "high": _whole,
    "precision": Precision,
    "nationality": tuple,
    "country": _text,
    "place": _text,
    "start": _day,
    "end": _day,
    "scope": Scope,
}


def as_record(decision: Decision) -> str:
    """The decision as the ledger keeps it; the same decision is the same string."""
    record = {
        "action": str(decision.action),
        "seen": [[asdict(anchor) for anchor in group] for group in decision.seen],
        "why": decision.why,
        "by": decision.by,
        "values": dict(decision.values),
    }
    return json.dumps(record, sort_keys=True, separators=(",", ":"))


def from_record(text: str, at: str, undone: str | None) -> Decision:
    """The decision that `as_record` wrote. Raises KeyError, TypeError or ValueError on others."""
    record = json.loads(text)
    typed(record["values"])
    return Decision(
        action=Action(record["action"]),
        seen=tuple(tuple(Anchor(**anchor) for anchor in group) for group in record["seen"]),
        why=record["why"],
        by=record["by"],
        values=record["values"],
        id=short_id("dec", at, text),
        at=at,
        undone=undone or "",
    )
