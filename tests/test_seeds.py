"""The three reports that the project began with give exactly the claims that a reader takes.

Days of publication are told for two of them; the third has none, and nothing that needs one is
dated.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from headcount.extract.engine import extract
from headcount.model import Claim, Kind, Scope, Unit
from headcount.pipeline.stages import documents
from headcount.settings import Settings

SEEDS = Path(__file__).parent / "seeds"
POIPET = "000_eb505d2e77326a3f.txt"
MISSING = "002_3229efa53b82d970.txt"
MAE_SOT = "003_78f56a20ec49aa21.txt"
PUBLISHED = {POIPET: "2025-02-24", MAE_SOT: "2025-11-10"}

K, S = Kind, Scope
SUNDAY = date(2025, 2, 23)


class Told(NamedTuple):
    """One claim as far as it is compared."""

    kind: Kind
    unit: Unit
    low: int | None
    high: int | None
    nationality: tuple[str, ...] = ()


PERSONS = Unit.PERSON
EXPECTED = {
    POIPET: [
        Told(K.FREED, PERSONS, 215, 215, ("FOREIGN",)),
        Told(K.TRAFFICKED, PERSONS, 200_000, 999_999),
        Told(K.PROCEEDS, Unit.MONEY, 2_000_000_000, 9_999_999_999),
        Told(K.FREED, PERSONS, 109, 109, ("THA",)),
        Told(K.FREED, PERSONS, 50, 50, ("PAK",)),
        Told(K.FREED, PERSONS, 48, 48, ("IND",)),
        Told(K.FREED, PERSONS, 5, 5, ("TWN",)),
        Told(K.FREED, PERSONS, 3, 3, ("IDN",)),
    ],
    MISSING: [
        Told(K.WORKING, PERSONS, 100_000, None),
        Told(K.LOST, Unit.MONEY, 20_000_000_000, 99_999_999_999),
        Told(K.LOST, Unit.MONEY, 33_300_000_000, 37_000_000_000),
        Told(K.RAIDED, Unit.SITE, 118, 118),
        Told(K.ARRESTED, PERSONS, 4_500, 5_500),
    ],
    MAE_SOT: [
        Told(K.ORIGINS, Unit.COUNTRY, 66, 66),
        Told(K.TRANSFERRED, PERSONS, 197, 197),
        Told(K.TRANSFERRED, PERSONS, 270, 270),
    ],
}


@cache
def claims(name: str) -> tuple[Claim, ...]:
    given = {"published": PUBLISHED[name]} if name in PUBLISHED else {}
    (document,) = documents([str(SEEDS / name)], Settings(), given)
    return extract(document).claims  # type: ignore[arg-type]


def one(name: str, kind: Kind, low: int) -> Claim:
    (found,) = (c for c in claims(name) if c.kind is kind and c.low == low)
    return found


@pytest.mark.parametrize("name", EXPECTED)
def test_exactly_these_claims_in_the_order_of_the_text(name: str) -> None:
    found = [Told(c.kind, c.unit, c.low, c.high, c.nationality) for c in claims(name)]
    assert found == EXPECTED[name]


def test_poipet_the_operation() -> None:
    freed = one(POIPET, K.FREED, 215)
    assert (freed.country, freed.place) == ("KHM", "Poipet")
    assert (freed.start, freed.end) == (SUNDAY, SUNDAY)
    assert freed.according_to == "Reuters"
    assert freed.scope is S.EVENT


@pytest.mark.parametrize("low", [109, 50, 48, 5, 3])
def test_poipet_the_parts_break_down_the_whole(low: int) -> None:
    part = one(POIPET, K.FREED, low)
    assert part.part_of == one(POIPET, K.FREED, 215).n
    assert (part.country, part.place) == ("KHM", "Poipet")
    assert (part.start, part.end) == (SUNDAY, SUNDAY)


def test_poipet_the_estimates() -> None:
    trafficked = one(POIPET, K.TRAFFICKED, 200_000)
    assert trafficked.scope is S.ESTIMATE
    assert trafficked.according_to is not None
    assert "Nations unies" in trafficked.according_to
    proceeds = one(POIPET, K.PROCEEDS, 2_000_000_000)
    assert (proceeds.currency, proceeds.scope) == ("USD", S.ESTIMATE)


def test_cambodia_the_estimates() -> None:
    working = one(MISSING, K.WORKING, 100_000)
    assert (working.country, working.scope) == ("KHM", S.ESTIMATE)
    assert working.according_to is not None
    assert "Nations unies" in working.according_to
    assert one(MISSING, K.LOST, 20_000_000_000).scope is S.ESTIMATE


def test_cambodia_the_losses_of_a_year() -> None:
    lost = one(MISSING, K.LOST, 33_300_000_000)
    assert lost.currency == "USD"
    assert (lost.start, lost.end) == (date(2023, 1, 1), date(2023, 12, 31))
    assert lost.according_to is not None
    assert any(name in lost.according_to for name in ("ONUDC", "la drogue et le crime"))


@pytest.mark.parametrize(("kind", "low"), [(K.RAIDED, 118), (K.ARRESTED, 4_500)])
def test_cambodia_the_running_totals(kind: Kind, low: int) -> None:
    total = one(MISSING, kind, low)
    assert (total.country, total.scope) == ("KHM", S.CUMULATIVE)
    assert total.according_to is not None
    assert "commission cambodgienne" in total.according_to


@pytest.mark.parametrize(("low", "day"), [(197, date(2025, 11, 10)), (270, date(2025, 11, 6))])
def test_mae_sot_two_batches_over_the_border(low: int, day: date) -> None:
    batch = one(MAE_SOT, K.TRANSFERRED, low)
    assert (batch.origin, batch.destination) == ("MMR", "THA")
    assert (batch.start, batch.end) == (day, day)
    assert batch.according_to is not None
    assert "Charnvirakul" in batch.according_to
