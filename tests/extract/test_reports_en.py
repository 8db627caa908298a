"""Mini-reports whose true claims are known by how they are put together: every level of each.

A lead tells one operation; what follows breaks it down, tells what became of it, adds a running
total, another operation or noise. Every lead is read with every continuation.
"""

from __future__ import annotations

from datetime import date

import pytest
from reading import LEADS, claims

from headcount.model import Claim

THURSDAY = date(2025, 3, 13)

OPERATIONS = (
    ("freed", "Police freed 422 foreigners from a scam compound in Bavet on Monday."),
    ("freed", "On Monday, 422 foreigners were rescued from a scam centre in Bavet."),
    ("arrested", "A raid on a scam centre in Bavet on Monday led to the arrest of 422 foreigners."),
    ("arrested", "422 foreigners were detained on Monday when police raided a scam den in Bavet."),
)

BREAKDOWNS = (
    "They were 204 Indians, 133 Kenyans and 85 Ugandans.",
    "Among them were 204 Indians, 133 Kenyans and 85 Ugandans.",
    "The largest group, 204, came from India, followed by Kenya with 133 and Uganda with 85.",
    "India had the most with 204, ahead of Kenya with 133 and Uganda with 85.",
    "India accounted for 204 of them, Kenya for 133 and Uganda for 85.",
    "Most of them, 204, are Indians; 133 are Kenyans; 85 are Ugandans.",
    "They came from India (204), Kenya (133) and Uganda (85).",
    "204 of them are Indians. Another 133 come from Kenya. The other 85 are Ugandan nationals.",
)

FATES = (
    ("Forty were deported on Thursday; 12 others were charged.", "deported", "charged"),
    ("Of these, 40 were charged with fraud and 12 were deported.", "charged", "deported"),
    ("40 of them have been charged, 12 have flown home.", "charged", "repatriated"),
    ("Forty have since been deported, and 12 remain in custody.", "deported", "held"),
)

OTHERS = (
    (
        "Another group of 61 Indians was freed in Poipet on Wednesday.",
        {"kind": "freed", "nationality": ("IND",), "place": "Poipet", "start": "2025-03-12"},
    ),
    (
        "In January, police freed 61 Indians in Poipet.",
        {"kind": "freed", "nationality": ("IND",), "place": "Poipet", "start": "2025-01-01"},
    ),
    (
        "Since January, 61 Indians have been deported.",
        {"kind": "deported", "scope": "cumulative", "place": None, "start": "2025-01-01"},
    ),
    (
        "It brings to 6,100 the number of people arrested since January.",
        {"kind": "arrested", "scope": "cumulative", "place": None, "start": "2025-01-01"},
    ),
    (
        "A charity, Lantern Watch, said 61 people were freed.",
        {"kind": "freed", "according_to": "Lantern Watch"},
    ),
    ("But the army said the figure was 61.", {"according_to": "army"}),
    (
        "Rescues of Indians jumped to 61 last year from 52 in 2023.",
        {"kind": "freed", "nationality": ("IND",), "start": "2024-01-01", "end": "2024-12-31"},
    ),
)

NOISE = (
    "Police also seized 314 phones and 586 computers.",
    "Some 200 officers took part in the operation.",
    "The youngest of the workers is 17 years old.",
    "The building has 12 floors and 240 rooms.",
    "The 422 will be screened for signs of trafficking.",
    "The gang had cheated 498 people in the United States.",
)


def read(*sentences: str) -> dict[int | None, Claim]:
    text = LEADS["en"] + " ".join(sentences)
    return {claim.low: claim for claim in claims(text, "en", THURSDAY)}


def told(claim: Claim | None) -> dict[str, object]:
    """What a claim says, as the tables above write it."""
    if claim is None:
        return {}
    days = {"start": claim.start, "end": claim.end}
    return {
        "kind": claim.kind.value,
        "nationality": claim.nationality,
        "country": claim.country,
        "place": claim.place,
        "scope": claim.scope.value,
        "according_to": claim.according_to,
        "part_of": claim.part_of,
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }


def assert_told(found: dict[int | None, Claim], low: int, expected: dict[str, object]) -> None:
    said = told(found.get(low))
    assert {name: said.get(name) for name in expected} == expected


@pytest.mark.parametrize(("kind", "lead"), OPERATIONS)
@pytest.mark.parametrize("breakdown", BREAKDOWNS)
def test_a_breakdown_inherits_from_its_whole(kind: str, lead: str, breakdown: str) -> None:
    found = read(lead, breakdown)
    scene = {"kind": kind, "country": "KHM", "place": "Bavet", "start": "2025-03-10"}
    assert sorted(found, key=lambda low: low or 0) == [85, 133, 204, 422]
    assert_told(found, 422, {**scene, "nationality": ("FOREIGN",), "part_of": None})
    for low, nation in ((204, "IND"), (133, "KEN"), (85, "UGA")):
        part = {**scene, "nationality": (nation,), "part_of": found[422].n}
        assert_told(found, low, {**part, "scope": "event"})


@pytest.mark.parametrize(("kind", "lead"), OPERATIONS)
@pytest.mark.parametrize(("fate", "first", "second"), FATES)
def test_bare_counts_are_parts_of_the_group(
    kind: str, lead: str, fate: str, first: str, second: str
) -> None:
    found = read(lead, fate)
    whole = found[422].n
    assert_told(found, 422, {"kind": kind, "start": "2025-03-10", "end": "2025-03-10"})
    assert_told(found, 40, {"kind": first, "part_of": whole})
    assert_told(found, 12, {"kind": second, "part_of": whole})
    if "Thursday" in fate:
        assert_told(found, 40, {"start": "2025-03-13", "end": "2025-03-13"})


@pytest.mark.parametrize(("kind", "lead"), OPERATIONS)
@pytest.mark.parametrize(("other", "expected"), OTHERS)
def test_another_count_has_its_own_time_place_and_speaker(
    kind: str, lead: str, other: str, expected: dict[str, object]
) -> None:
    found = read(lead, other)
    low = 6100 if "6,100" in other else 61
    assert_told(found, 422, {"kind": kind, "place": "Bavet", "start": "2025-03-10"})
    assert_told(found, low, {**expected, "part_of": None})


@pytest.mark.parametrize(("kind", "lead"), OPERATIONS)
@pytest.mark.parametrize("noise", NOISE)
def test_other_numbers_are_no_claims(kind: str, lead: str, noise: str) -> None:
    found = read(lead, noise)
    assert list(found) == [422]
    assert_told(found, 422, {"kind": kind})
