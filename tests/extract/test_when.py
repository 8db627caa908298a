"""Which figures share a day, and which do not: against a Wednesday, the twelfth of November 2025."""

from __future__ import annotations

import pytest
from reading import claims

SCENE = "A raid on a scam centre in Cambodia.\n\n"


def _days(text: str, low: int, tag: str = "en") -> tuple[str | None, str | None]:
    (found,) = (c.as_json() for c in claims(SCENE + text, tag) if c.low == low)
    return found["start"], found["end"]


@pytest.mark.parametrize(
    ("text", "low", "start", "end"),
    [
        # Since a day: up to the day of the report.
        ("Police have arrested 31 Thais since January.", 31, "2025-01-01", "2025-11-12"),
        # The scene of the lead goes on in the next paragraph.
        (
            "Officers raided the compound on Saturday.\n\nThe police arrested 31 Thais there.",
            31,
            "2025-11-08",
            "2025-11-08",
        ),
        # A running total told later is no day of what was told before.
        (
            "Police arrested 31 Thais in Poipet.\n\nThe ministry spoke of a hard year."
            "\n\nIt deported 400 Thais in 2024.",
            31,
            None,
            None,
        ),
        # What is held now is not held on the day told in another paragraph.
        (
            "Police freed 31 Thais on Saturday.\n\nThey are well.\n\nAnother 44 remain trapped.",
            44,
            None,
            None,
        ),
    ],
)
def test_days_that_figures_share(text: str, low: int, start: str | None, end: str | None) -> None:
    assert _days(text, low) == (start, end)
