"""A small report with claims, made without reading any text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from headcount.model import (
    Claim,
    DayFound,
    Document,
    Extraction,
    Kind,
    Precision,
    Quote,
    Unit,
)
from headcount.spans import Span

AT = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)

Report = Callable[..., Extraction]


def build_report(
    key: str = "d-1", counts: tuple[int, ...] = (215, 109), extra: str = ""
) -> Extraction:
    """A report that tells these counts, one claim each."""
    text = " ".join(f"Police freed {count} people in Poipet." for count in counts) + extra
    claims = []
    for n, count in enumerate(counts, 1):
        start = text.index(f"freed {count} ") + len("freed ")
        end = start + len(str(count))
        claims.append(
            Claim(
                key,
                n,
                Kind.FREED,
                Unit.PERSON,
                count,
                count,
                Precision.EXACT,
                Quote(str(count), start, end),
                nationality=("THA",),
                country="KHM",
                start=date(2025, 2, 23),
                sentence=Span(0, end),
                trace=("kind: freed",),
            )
        )
    document = Document(
        key,
        text,
        locator=f"{key}.txt",
        outlet="Gazette",
        published=date(2025, 2, 24),
        published_found=DayFound.META,
        lang="en",
    )
    return Extraction(document, tuple(claims))


@pytest.fixture
def report() -> Report:
    return build_report


@pytest.fixture
def at() -> datetime:
    return AT
