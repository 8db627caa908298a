"""A number that hardly two operations share goes before a day or a place that was told wrongly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telling import report, told

from headcount.events.grouping import group_events
from headcount.model import Claim

KOREANS = {"country": "KHM", "nationality": ("KOR",)}
HOME = {"origin": "KHM", "destination": "KOR", **KOREANS}
SHWE_KOKKO = {"country": "MMR", "place": "Shwe Kokko"}
MUSE = {"country": "MMR", "place": "Muse"}

Told = tuple[Claim, Claim]

ONE: dict[str, Told] = {
    "a flight of one people, of which one report has the day wrong": (
        told("a", 1, "repatriated", 64, day="2025-10-18", **HOME),
        told("b", 1, "repatriated", 64, day="2025-10-11", **HOME),
    ),
    "an unusual number, of which one report has day and place wrong": (
        told("a", 1, "arrested", 346, day="2025-10-18", **SHWE_KOKKO),
        told("b", 1, "arrested", 346, day="2025-10-13", **MUSE),
    ),
    "who were freed in one town landed from another": (
        told("a", 1, "freed", 266, day="2025-10-17", country="MMR", place="Laukkai",
             nationality=("THA",)),
        told("b", 1, "repatriated", 266, day="2025-10-18", origin="MMR", destination="THA",
             country="CHN", place="Kunming", nationality=("THA",)),
    ),
}  # fmt: skip

TWO: dict[str, Told] = {
    "a small number in two towns in one week": (
        told("a", 1, "arrested", 64, day="2025-10-18", place="Poipet", **KOREANS),
        told("b", 1, "arrested", 64, day="2025-10-11", place="Kampot", **KOREANS),
    ),
    "a small round number in one week": (
        told("a", 1, "arrested", 60, day="2025-10-18", **KOREANS),
        told("b", 1, "arrested", 60, day="2025-10-11", **KOREANS),
    ),
    "a small number of no one people": (
        told("a", 1, "arrested", 64, day="2025-10-18", country="KHM"),
        told("b", 1, "arrested", 64, day="2025-10-11", country="KHM"),
    ),
}


def events(pair: Told, second: str = "2025-10-19") -> int:
    papers = {"a": report("a", "2025-10-19"), "b": report("b", second)}
    return len(group_events(pair, papers))


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE.keys())
def test_one_operation(pair: Told) -> None:
    assert events(pair) == events(pair[::-1]) == 1


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO.keys())
def test_two_operations(pair: Told) -> None:
    assert events(pair) == 2


def test_a_count_of_other_days_that_is_only_near_is_of_another_raid() -> None:
    where = {"country": "MMR", "place": "Myawaddy"}
    first = told("a", 1, "freed", 260, day="2025-10-14", **where)
    second = told("b", 1, "freed", 200, country="MMR", place="Shwe Kokko", day="2025-10-16")
    assert events((first, second)) == 2
    assert events((first, replace(second, start=first.start, end=first.end))) == 1


def test_a_number_in_reports_of_other_weeks_is_of_two_operations() -> None:
    flight = ONE["a flight of one people, of which one report has the day wrong"]
    assert events(flight, "2025-10-12") == 2
