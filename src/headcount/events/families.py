"""Which kinds tell of one sort of operation, as data.

Kinds of one family are different words for the same people on the same day: what one outlet calls
freed, another calls arrested or escaped.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from headcount.model import Claim, Kind, Scope


class Family(StrEnum):
    """A sort of operation."""

    RAID = "raid"
    MOVE = "move"
    TRIAL = "trial"
    CLOSURE = "closure"
    CONSULAR = "consular"
    SEIZURE = "seizure"


FAMILY: Final[dict[Kind, Family]] = {
    Kind.FREED: Family.RAID,
    Kind.ESCAPED: Family.RAID,
    Kind.RAIDED: Family.RAID,
    Kind.ARRESTED: Family.RAID,
    Kind.REPATRIATED: Family.MOVE,
    Kind.DEPORTED: Family.MOVE,
    Kind.TRANSFERRED: Family.MOVE,
    Kind.CHARGED: Family.TRIAL,
    Kind.CONVICTED: Family.TRIAL,
    Kind.CLOSED: Family.CLOSURE,
    Kind.REPORTED: Family.CONSULAR,
    Kind.MISSING: Family.CONSULAR,
    Kind.SEIZED: Family.SEIZURE,
}
"""The family of each kind that can make an operation of its own."""

STAGE: Final[dict[Kind, int]] = {
    Kind.IDENTIFIED: 1,
    Kind.CLEARED_NOT: 1,
    Kind.TRANSFERRED: 2,
    Kind.REPATRIATED: 3,
    Kind.DEPORTED: 3,
}
"""How far on their way people are; any other kind is where the way begins."""

FOLLOWERS: Final[frozenset[Kind]] = frozenset(
    {
        Kind.HELD,
        Kind.IDENTIFIED,
        Kind.CLEARED_NOT,
        Kind.KILLED,
        Kind.INJURED,
        Kind.ORIGINS,
    }
)
"""Kinds that say more about an operation told beside them."""

SUBJECTS: Final[frozenset[Kind]] = frozenset(
    {Kind.TRAFFICKED, Kind.WORKING, Kind.OPERATING, Kind.LOST, Kind.PROCEEDS}
)
"""Kinds nobody counted one by one: a subject, never an operation."""


def is_subject(claim: Claim) -> bool:
    """Whether the claim belongs to a subject (an estimate) and not to an operation."""
    return claim.kind in SUBJECTS or claim.scope is Scope.ESTIMATE
