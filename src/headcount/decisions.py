"""What people decide about claims and events: records that rest on what was seen, not on its names.

A decision remembers the words that it rests on: the document, the quote and what was read from it.
So it holds when a document is read again and its claims get other numbers, and one can see whether
what it rests on has changed since.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from headcount.model import Claim

_SEEN = (
    "kind",
    "unit",
    "low",
    "high",
    "currency",
    "nationality",
    "country",
    "start",
    "end",
    "scope",
)
"""The fields of a claim's record that a person goes by."""


class Action(StrEnum):
    """What was decided."""

    CONFIRM = "confirm"
    MERGE = "merge"
    SPLIT = "split"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim as it was seen: where its words stood and what they were read to say (JSON)."""

    document: str
    exact: str
    start: int
    said: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: on which claims it rests, group by group, what it sets, and why.

    `seen` has one group for each event or claim that was named; a split has those parted first and
    those left second. `values` are fields of the claim record that a correction sets. `number` and
    `at` (ISO 8601) are given by the ledger.
    """

    action: Action
    seen: tuple[tuple[Anchor, ...], ...]
    because: str
    values: Mapping[str, Any] = field(default_factory=dict)
    number: int = 0
    at: str = ""


def anchor_of(claim: Claim) -> Anchor:
    """The claim as it is seen now."""
    return Anchor(claim.document, claim.quote.exact, claim.quote.start, said_by(claim))


def said_by(claim: Claim) -> str:
    """What the claim says, as far as people go by it: the same string for the same fact."""
    record = claim.as_json()
    return json.dumps({name: record[name] for name in _SEEN}, sort_keys=True)


def find(anchor: Anchor, told: Iterable[Claim]) -> Claim | None:
    """The claim with the anchor's words in its document: that says the same, else the nearest.

    None if the document no longer has a claim with these words.
    """
    there = [c for c in told if c.document == anchor.document and c.quote.exact == anchor.exact]
    return min(
        there,
        key=lambda c: (said_by(c) != anchor.said, abs(c.quote.start - anchor.start), c.n),
        default=None,
    )


def as_record(decision: Decision) -> str:
    """The decision as the ledger keeps it."""
    seen = [[[a.document, a.exact, a.start, a.said] for a in group] for group in decision.seen]
    record = {
        "action": str(decision.action),
        "seen": seen,
        "because": decision.because,
        "values": dict(decision.values),
    }
    return json.dumps(record, sort_keys=True, separators=(",", ":"))


def from_record(number: int, at: str, text: str) -> Decision:
    """The decision that `as_record` wrote. Raises KeyError, TypeError or ValueError on others."""
    record = json.loads(text)
    seen: Sequence[Sequence[Sequence[Any]]] = record["seen"]
    return Decision(
        Action(record["action"]),
        tuple(tuple(Anchor(*anchor) for anchor in group) for group in seen),
        record["because"],
        record["values"],
        number,
        at,
    )
