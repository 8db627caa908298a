"""From where people came home who had been held in another country: the country of transit."""

from __future__ import annotations

from datetime import date

import pytest

from headcount.extract.engine import extract
from headcount.model import Document

PUBLISHED = date(2025, 10, 22)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        (
            "en",
            "On a chartered flight from Bangkok, 58 Filipinos who had been made to work in the "
            "scam hubs of Myanmar landed in Manila on Sunday.",
            [("THA", "Bangkok", "MMR")],
        ),
        (
            "en",
            "Thirty-one Sri Lankans put to work in scam camps in Myanmar are back home. They flew "
            "in from Bangkok on a commercial flight on Tuesday.",
            [("THA", "Bangkok", "MMR")],
        ),
        (
            "en",
            "Sixteen Nepalis who had worked in scam centres of Myawaddy, Myanmar, stepped off a "
            "plane from Bangkok in Kathmandu. The 12 men and four women served fraudsters there.",
            [("THA", "Bangkok", "MMR")] * 3,
        ),
        (
            "en",
            "A flight carrying 19 Ethiopians freed from scam compounds in Myanmar took off from "
            "Bangkok on Monday.",
            [("THA", "Bangkok", "MMR")],
        ),
        (
            "es",
            "Ochenta bolivianos rescatados de centros de estafa en Birmania volvieron a su país "
            "vía Tailandia el lunes.",
            [("THA", None, "MMR")],
        ),
        (
            "id",
            "Sebanyak 84 WNI yang dipaksa bekerja di pusat penipuan daring di Myanmar dipulangkan "
            "ke Indonesia melalui Thailand pada Senin.",
            [("THA", None, "MMR")],
        ),
        # Where the text says where they left from, the way through is none of it.
        (
            "en",
            "Twelve Kenyans freed from scam centres flew home from Myawaddy by way of Thailand.",
            [("MMR", "Myawaddy", "MMR")],
        ),
        # An embassy is no country that people pass.
        (
            "en",
            "Forty Kenyans were flown home from scam compounds in Cambodia. The tickets were "
            "bought by the embassy in Bangkok.",
            [("KHM", None, "KHM")],
        ),
    ],
)
def test_people_come_home_from_where_they_left(
    tag: str, text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    found = extract(Document("doc", text, published=PUBLISHED, lang=tag)).claims
    assert [(c.country, c.place, c.origin) for c in found] == expected
