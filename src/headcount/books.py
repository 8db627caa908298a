"""What is kept beside the events: authorities' totals, accounts, origins, and what nobody told.

Plain records, so that who works them out and who publishes them need not know each other. Kinds,
units, stages and the names of lines are the words that the records of the commands use.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from headcount.reasons import Key, Reason


@dataclass(frozen=True, slots=True)
class Number:
    """`0 <= low <= best <= high`; `high` None is an open end."""

    low: int = 0
    best: int = 0
    high: int | None = 0


@dataclass(frozen=True, slots=True)
class HeldOperation:
    """An operation held against a total: its number, what of it counts, and how it stands.

    `standing` is a code: sure, edge, undated, within, uncounted, too_large. `same_authority` says
    that who tells the total is quoted for the operation too.
    """

    event: str
    number: Number
    adds: Number
    people: tuple[str, ...]
    start: date | None
    end: date | None
    standing: str
    same_authority: bool


@dataclass(frozen=True, slots=True)
class HeldTotal:
    """An authority's total, what the operations on record come to, and what is missing of it.

    `shares` are low, best and high of the part on record, 1.0 being all; high None is open.
    """

    kind: str
    unit: str
    people: tuple[str, ...]
    country: str | None
    destination: str | None
    start: date | None
    end: date | None
    authorities: tuple[str, ...]
    total: Number
    recorded: Number
    missing: Number
    shares: tuple[float, float, float | None]
    operations: tuple[HeldOperation, ...]
    claims: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class KeptStock:
    """How many were `held` or `missing` at the last count in one country, and on which day."""

    what: str
    number: Number
    day: date
    country: str | None
    claims: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class KeptStep:
    """What one event tells of a group at one stage; `link` is a code for why it is of the group."""

    stage: str
    event: str
    number: Number
    start: date | None
    end: date | None
    link: str


@dataclass(frozen=True, slots=True)
class StageTotal:
    """The largest running total of one stage, told beside the account and never added."""

    kind: str
    number: Number
    start: date | None
    end: date | None
    authorities: tuple[str, ...]
    claims: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class KeptAccount:
    """The account of people of one nationality; `people` empty: of those of whom nobody told it.

    `lines` are what `headcount account` prints, by name. `reached` says for each stage, in their
    order, how many are told of there or later.
    """

    people: tuple[str, ...]
    lines: tuple[tuple[str, Number], ...]
    reached: tuple[tuple[str, Number], ...]
    stocks: tuple[KeptStock, ...] = ()
    totals: tuple[StageTotal, ...] = ()
    groups: tuple[tuple[KeptStep, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class UnseenEstimate:
    """Operations that no source reported, or the code of why nothing is estimated.

    `method` is chao1 or chapman; `lists` two languages for the latter; `counts` what it rests on.
    `refused` is "", few (fewer than `needed` in common) or apart (the lists hardly overlap).
    """

    method: str
    lists: tuple[str, ...]
    seen: int
    counts: tuple[tuple[str, int], ...]
    unseen: Number | None
    refused: str
    needed: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports of one event that pass on one source, and why they are taken to."""

    documents: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """That a person checked an event's figures: on which day (ISO 8601), who, and why.

    `by` is for those who hold the ledger and is never published. `whole` is false where claims have
    come or gone since.
    """

    event: str
    on: str
    by: str
    why: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept beside the events. `whole` is the sum of `accounts`, None if there is none;
    `origins` are those of each event by its id."""

    totals: tuple[HeldTotal, ...] = ()
    accounts: tuple[KeptAccount, ...] = ()
    whole: KeptAccount | None = None
    unseen: tuple[UnseenEstimate, ...] = ()
    origins: tuple[tuple[str, tuple[Origin, ...]], ...] = ()
