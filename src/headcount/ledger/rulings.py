"""Decisions as rows of the ledger: what is written, and how it is read back as it was written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from headcount.decisions import Decision, from_record
from headcount.ids import digest
from headcount.ledger.faults import damaged
from headcount.ledger.records import moment

INSERT = "INSERT INTO decision (at, record, digest, retracts) VALUES (?, ?, ?, ?)"

SELECT = """
SELECT made.digest, made.record, made.at, taken.at
FROM decision AS made LEFT JOIN decision AS taken ON taken.retracts = made.id
WHERE made.retracts IS NULL AND (taken.id IS NULL OR ?) ORDER BY made.id
"""

BY_ID = """
SELECT id FROM decision WHERE retracts IS NULL AND 'dec-' || substr(digest, 1, 12) = ?
AND id NOT IN (SELECT retracts FROM decision WHERE retracts IS NOT NULL)
"""
"""The row of a decision that stands."""

EXISTS = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'decision'"
"""Gives no row in a ledger that an older headcount wrote."""


class Row(NamedTuple):
    """What `INSERT` takes."""

    at: str
    record: str
    digest: str
    retracts: int | None


def row(record: str, at: datetime, retracts: int | None = None) -> Row:
    """The row of a decision's record, or of why the row `retracts` is taken back."""
    when = moment(at)
    return Row(when, record, digest(when, record), retracts)


def build(path: Path, stored: str, record: str, at: str, undone: str | None) -> Decision:
    """The decision of a row of `SELECT`. Raises LedgerError if it is not what was written."""
    if digest(at, record) != stored:
        raise damaged(path, f"the decision of {at} is not what was stored")
    try:
        return from_record(record, at, undone)
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(path, f"the decision of {at} cannot be read back") from error
