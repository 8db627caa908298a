"""What shuts two operations out of one event, whatever links them, and what does not."""

from __future__ import annotations

from typing import Any

import pytest
from telling import told

from headcount.events.evidence import conflict
from headcount.events.partition import strands
from headcount.events.strands import Strand
from headcount.model import Claim

KOR: dict[str, Any] = {"country": "KHM", "nationality": ("KOR",)}


def strand(claim: Claim) -> Strand:
    (found,) = strands([claim], None)
    return found


@pytest.mark.parametrize(
    ("a", "b", "shut_out"),
    [
        # Other counts on other days, but a few people may be a part of the many.
        (
            told("a", 1, "repatriated", 61, day="2025-10-15", **KOR),
            told("b", 1, "repatriated", 30, day="2025-10-17", **KOR),
            True,
        ),
        (
            told("a", 1, "repatriated", 61, day="2025-10-15", **KOR),
            told("b", 1, "repatriated", 2, day="2025-10-17", **KOR),
            False,
        ),
        (
            told("a", 1, "repatriated", 61, day="2025-10-15", **KOR),
            told("b", 1, "repatriated", 2, day="2025-10-27", **KOR),
            True,
        ),
        # Two places, but a seat of government is where much is told that happened elsewhere.
        (
            told("a", 1, "arrested", 2198, day="2025-10-20", country="MMR", place="Laukkai"),
            told("b", 1, "escaped", 677, day="2025-10-20", country="MMR", place="KK Park"),
            True,
        ),
        (
            told("a", 1, "arrested", 2198, day="2025-10-20", country="MMR", place="Naypyidaw"),
            told("b", 1, "escaped", 677, day="2025-10-20", country="MMR", place="KK Park"),
            False,
        ),
        # The count of one site in days, of which only a large raid takes more than a few.
        (
            told("a", 1, "escaped", 677, day="2025-10-20", country="MMR", place="KK Park"),
            told("b", 1, "escaped", 1233, day="2025-10-28", country="MMR", place="KK Park"),
            False,
        ),
        (
            told("a", 1, "escaped", 67, day="2025-10-20", country="MMR", place="KK Park"),
            told("b", 1, "escaped", 123, day="2025-10-28", country="MMR", place="KK Park"),
            True,
        ),
    ],
)
def test_conflict(a: Claim, b: Claim, shut_out: bool) -> None:
    assert conflict(strand(a), strand(b)) is shut_out
    assert conflict(strand(b), strand(a)) is shut_out
