"""Days and counts, in tables."""

from __future__ import annotations

from datetime import date

import pytest
from telling import told

from headcount.events.tallies import Relation, compare, count_of, plain
from headcount.events.titles import title
from headcount.events.where import country_name, locate, roots_of, same_or_within
from headcount.events.windows import window_of
from headcount.model import Claim, Precision, Scope, Unit

PUBLISHED = date(2025, 2, 24)


@pytest.mark.parametrize(
    ("fields", "published", "expected"),
    [
        ({"day": "2025-02-23"}, PUBLISHED, ("2025-02-23", "2025-02-23", True)),
        ({}, PUBLISHED, ("2025-02-17", "2025-02-24", False)),
        ({}, None, None),
        ({"start": date(2025, 2, 20)}, PUBLISHED, ("2025-02-20", "2025-02-24", True)),
        ({"start": date(2025, 2, 1)}, PUBLISHED, ("2025-02-01", "2025-02-08", True)),
        ({"end": date(2025, 2, 20)}, PUBLISHED, ("2025-02-13", "2025-02-20", False)),
        ({"scope": Scope.PLANNED}, PUBLISHED, ("2025-02-17", "2025-03-03", False)),
        ({"start": date.max}, None, ("9999-12-31", "9999-12-31", True)),
    ],
)  # fmt: skip
def test_window(
    fields: dict[str, object], published: date | None, expected: tuple[str, str, bool] | None
) -> None:
    found = window_of(told("a", 1, "freed", 5, **fields), published)
    shown = found and (found.start.isoformat(), found.end.isoformat(), found.dated)
    assert shown == expected


AT_LEAST = {"high": None, "precision": Precision.AT_LEAST}


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (told("a", 1, "freed", 215), told("b", 1, "arrested", 215), Relation.EQUAL_UNUSUAL),
        (told("a", 1, "freed", 200), told("b", 1, "freed", 200), Relation.EQUAL),
        (told("a", 1, "freed", 3), told("b", 1, "freed", 3), Relation.EQUAL_SMALL),
        (told("a", 1, "freed", 215), told("b", 1, "freed", 227), Relation.NEAR),
        (told("a", 1, "freed", 215), told("b", 1, "freed", 30), Relation.CONFLICT),
        (told("a", 1, "freed", 215), told("b", 1, "freed", 200, **AT_LEAST), Relation.NEAR),
        (told("a", 1, "freed", 515), told("b", 1, "freed", 200, **AT_LEAST), Relation.INSIDE),
        (told("a", 1, "freed", 215), told("b", 1, "freed", 300, **AT_LEAST), Relation.CONFLICT),
        (told("a", 1, "freed", 215), told("b", 1, "raided", 215, unit=Unit.SITE), Relation.NONE),
        (
            told("a", 1, "freed", 47, nationality=("IND",)),
            told("b", 1, "freed", 772),
            Relation.SLICE,
        ),
        (
            told("a", 1, "freed", 47, nationality=("IND",)),
            told("b", 1, "freed", 47, nationality=("PAK",)),
            Relation.NONE,
        ),
    ],
)
def test_relation(a: Claim, b: Claim, relation: Relation) -> None:
    assert compare(count_of(a), count_of(b)) is relation
    assert compare(count_of(b), count_of(a)) is relation


@pytest.mark.parametrize(
    ("low", "high", "precision", "words"),
    [
        (215, 215, Precision.EXACT, "215"),
        (1000, None, Precision.AT_LEAST, "at least 1000"),
        (0, 50, Precision.AT_MOST, "up to 50"),
        (6300, 7700, Precision.ABOUT, "about 7000"),
        (720, 800, Precision.ABOUT, "about 800"),
        (20, 99, Precision.VAGUE, "20 to 99"),
    ],
)
def test_counts_in_words(low: int, high: int | None, precision: Precision, words: str) -> None:
    assert plain(told("a", 1, "freed", low, high=high, precision=precision)) == words


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "1 person freed"),
        ({"nationality": ("FOREIGN",)}, "1 person freed"),
        ({"nationality": ("THA",)}, "1 person from Thailand freed"),
        ({"unit": Unit.MONEY, "currency": "USD"}, "USD 1 freed"),
        ({"scope": Scope.PLANNED}, "1 person freed (planned)"),
    ],
)
def test_title(fields: dict[str, object], expected: str) -> None:
    assert title(told("a", 1, "freed", 1, **fields), None, None, (None, None)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((None, None), "5 people freed (running total)"),
        ((date(2024, 11, 1), None), "5 people freed, since 1 Nov 2024 (running total)"),
        ((None, date(2024, 11, 1)), "5 people freed, until 1 Nov 2024 (running total)"),
    ],
)
def test_title_of_a_running_total(days: tuple[date | None, date | None], expected: str) -> None:
    assert title(told("a", 1, "freed", 5, scope=Scope.CUMULATIVE), None, None, days) == expected


def test_places() -> None:
    assert same_or_within("KK Park", "Myawaddy")
    assert not same_or_within("Poipet", "Sihanoukville")
    assert same_or_within("Nowhere known", "Nowhere known")
    assert not same_or_within("Nowhere known", "Poipet")
    assert same_or_within("Baofu Compound", "Tarlac"), "no table says so, but it is near"
    assert not same_or_within("Baofu Compound", "Pampanga"), "that is near too, but not nearest"
    assert not same_or_within("Wenzhou", "Fujian"), "the nearest is too far to be taken for it"
    assert locate("Nowhere known", "KHM").precision == "country"
    assert locate(None, None) == (None, None, "")
    assert country_name("XQX") == "XQX"


def test_a_name_that_two_places_bear_may_mean_either() -> None:
    assert same_or_within("Bali", "Tabanan"), "the island, not the town in India"
    assert set(roots_of("Tabanan")) <= set(roots_of("Bali"))
