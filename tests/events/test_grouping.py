"""Grouping on small cases that a person can check."""

from __future__ import annotations

from datetime import date

import pytest
from telling import report, told

from headcount.events.grouping import group_events
from headcount.model import Claim, Document, Event, Kind, Precision, Scope

Told = list[Claim]


def grouped(claims: Told, *documents: Document) -> tuple[Event, ...]:
    return group_events(claims, {d.id: d for d in documents})


def together(events: tuple[Event, ...]) -> list[tuple[str, ...]]:
    return sorted(e.documents for e in events)


POIPET = {"country": "KHM", "place": "Poipet"}


def test_one_raid_told_by_many_is_one_event_with_reasons() -> None:
    claims = [
        told("a", 1, "freed", 215, day="2025-02-23", nationality=("FOREIGN",), **POIPET),
        told("a", 2, "freed", 109, day="2025-02-23", nationality=("THA",), part_of=1, **POIPET),
        told("b", 1, "freed", 215, day="2025-02-22", **POIPET),
        told("c", 1, "arrested", 215, country="KHM"),
        told("d", 1, "arrested", 227, day="2025-02-23", **POIPET),
    ]
    (event,) = grouped(claims, report("c", "2025-02-25"))
    assert event.documents == ("a", "b", "c", "d")
    assert event.title == "215 people freed in Poipet, Cambodia, 22–23 Feb 2025"
    assert (event.country, event.place, event.precision) == ("KHM", "Poipet", "town")
    assert event.lat is not None
    assert abs(event.lat - 13.66) < 0.1
    assert len(event.joined) == 3
    codes = [{reason.code for reason in join.reasons} for join in event.joined]
    assert any({"same-unusual-count", "one-day-apart"} <= each for each in codes)


def test_two_raids_in_one_town_in_one_week_stay_two() -> None:
    claims = [
        told("a", 1, "freed", 215, day="2025-02-23", **POIPET),
        told("b", 1, "freed", 215, day="2025-02-23", **POIPET),
        told("c", 1, "freed", 30, day="2025-02-26", **POIPET),
        told("d", 1, "freed", 30, day="2025-02-26", **POIPET),
        # A vague report in between must not chain the two.
        told("e", 1, "freed", 20, high=None, precision=Precision.AT_LEAST, **POIPET),
    ]
    events = grouped(claims, report("e", "2025-02-26"))
    found = together(events)
    assert found == [("a", "b"), ("c", "d"), ("e",)]


KK_PARK = {"country": "MMR", "place": "KK Park"}
CAPITAL = {"country": "MMR", "place": "Naypyidaw"}


def test_an_exodus_that_goes_on_is_one_operation_also_in_one_report() -> None:
    claims = [
        told("a", 1, "escaped", 677, day="2025-10-23", **KK_PARK),
        told("b", 1, "escaped", 1049, day="2025-10-24", **KK_PARK),
        told("b", 2, "escaped", 677, day="2025-10-23", **KK_PARK),
    ]
    assert together(grouped(claims)) == [("a", "b")]
    small = [
        told("b", 1, "escaped", 30, day="2025-10-24", **KK_PARK),
        told("b", 2, "escaped", 12, day="2025-10-23", **KK_PARK),
    ]
    assert together(grouped(small)) == [("b",), ("b",)]


def test_an_unusual_number_told_from_the_capital_is_the_one_of_the_site() -> None:
    claims = [
        told("a", 1, "arrested", 2198, day="2025-10-20", **CAPITAL),
        told("b", 1, "arrested", 2198, day="2025-10-22", **KK_PARK),
    ]
    assert together(grouped(claims)) == [("a", "b")]
    elsewhere = [claims[0], told("c", 1, "arrested", 900, day="2025-10-22", **KK_PARK)]
    assert together(grouped(elsewhere)) == [("a",), ("c",)]


OPEN = {"high": None, "precision": Precision.AT_LEAST}


def test_vague_and_open_counts_alone_join_nothing() -> None:
    claims = [
        told("a", 1, "arrested", 1000, country="KHM", **OPEN),
        told("b", 1, "arrested", 5400, country="KHM", **OPEN),
        told("c", 1, "arrested", 200, high=999, precision=Precision.VAGUE, country="KHM"),
    ]
    days = [report(d, "2025-02-24") for d in "abc"]
    assert together(grouped(claims, *days)) == [("a",), ("b",), ("c",)]


def test_place_and_day_join_open_counts() -> None:
    claims = [
        told("a", 1, "freed", 100, day="2025-02-23", **POIPET, **OPEN),
        told("b", 1, "freed", 215, day="2025-02-23", **POIPET),
    ]
    (event,) = grouped(claims)
    assert [r.code for r in event.joined[0].reasons][:2] == ["same-day", "same-place"]


def test_a_running_total_never_makes_two_operations_one() -> None:
    claims = [
        told("a", 1, "arrested", 215, day="2025-02-03", **POIPET),
        told("b", 1, "arrested", 317, day="2025-02-23", country="KHM", place="Bavet"),
        told("t", 1, "arrested", 215, scope=Scope.CUMULATIVE, country="KHM"),
        told("t", 2, "arrested", 317, scope=Scope.CUMULATIVE, country="KHM"),
    ]
    events = grouped(claims, report("t", "2025-02-24"))
    assert not any({"a", "b"} <= set(e.documents) for e in events)
    assert all(e.title.startswith(("215", "317")) for e in events)


def test_a_total_told_beside_a_flight_is_not_of_it() -> None:
    total = {"end": date(2026, 2, 11), "scope": Scope.CUMULATIVE}
    at = {"country": "KHM", "origin": "KHM"}
    claims = [
        told("a", 1, "deported", 11_000, **total, **at),
        told("a", 2, "deported", 485, day="2026-02-09", **at),
        told("b", 1, "deported", 485, day="2026-02-09", **at),
        told("c", 1, "deported", 11_000, **total, **at),
    ]
    assert together(grouped(claims)) == [("a", "b"), ("a", "c")]


def test_one_flight_with_two_nationalities_is_one_event() -> None:
    move = {"day": "2025-03-18", "country": "THA", "origin": "MMR"}
    claims = [
        told("a", 1, "repatriated", 100, nationality=("IDN", "IND"), **move),
        told("a", 2, "repatriated", 62, nationality=("IDN",), part_of=1, **move),
        told("a", 3, "repatriated", 38, nationality=("IND",), part_of=1, **move),
        told("b", 1, "repatriated", 62, nationality=("IDN",), **move),
        told("c", 1, "repatriated", 38, nationality=("IND",), **move),
    ]
    assert together(grouped(claims)) == [("a", "b", "c")]


def test_languages_meet_by_numbers_places_and_days() -> None:
    """Nothing in the claims is a word: the same holds whatever the reports are written in."""
    claims = [
        told("en", 1, "freed", 215, day="2025-02-23", **POIPET, according_to="police"),
        told("th", 1, "arrested", 215, country="KHM", according_to="ตำรวจ"),
        told("zh", 1, "freed", 215, day="2025-02-23", country="KHM", according_to="警方"),
    ]
    texts = [report("en", "2025-02-24"), report("th", "2025-02-24"), report("zh", "2025-02-25")]
    assert together(grouped(claims, *texts)) == [("en", "th", "zh")]


def test_what_was_told_before_the_large_raid_is_no_part_of_it() -> None:
    claims = [
        told("a", 1, "arrested", 658, day="2025-11-04", country="KHM", place="Bavet"),
        told("b", 1, "arrested", 24, country="KHM", nationality=("MDG",)),
    ]
    before, after = report("b", "2025-10-23"), report("b", "2025-11-08")
    raid = report("a", "2025-11-05")
    assert together(grouped(claims, raid, before)) == [("a",), ("b",)]
    assert together(grouped(claims, raid, after)) == [("a", "b")]


def test_a_nationality_goes_to_the_one_large_raid_of_its_weeks() -> None:
    large = told("a", 1, "freed", 2500, day="2025-02-20", country="MMR", place="Myawaddy")
    other = told("b", 1, "freed", 900, day="2025-02-25", country="MMR", place="Laukkai")
    part = told("c", 1, "freed", 47, country="MMR", nationality=("IND",))
    paper = report("c", "2025-02-26")
    assert together(grouped([large, part], paper)) == [("a", "c")]
    assert together(grouped([large, other, part], paper)) == [("a",), ("b",), ("c",)]


def test_reasons_are_data() -> None:
    claims = [
        told("a", 1, "freed", 215, day="2025-02-23", **POIPET),
        told("b", 1, "arrested", 215, country="KHM"),
    ]
    (event,) = grouped(claims, report("b", "2025-02-25"))
    (join,) = event.joined
    assert join.documents == ("a", "b")
    assert [reason.code for reason in join.reasons] == [
        "same-unusual-count",
        "published-at-the-same-time",
        "same-country",
    ]
    assert dict(join.reasons[0].values) == {"number": 215, "kind": "freed"}
    assert event.as_json()["joined"][0]["documents"] == ["a", "b"]


def test_a_survey_feeds_every_operation_that_it_tells() -> None:
    claims = [
        told("a", 1, "freed", 215, day="2025-02-23", **POIPET),
        told("b", 1, "repatriated", 283, day="2025-03-10", country="THA", nationality=("IND",),
             origin="MMR", destination="IND"),
        told("s", 1, "freed", 215, day="2025-02-23", **POIPET),
        told("s", 2, "repatriated", 283, day="2025-03-10", nationality=("IND",), origin="MMR",
             destination="IND"),
        told("s", 3, "arrested", 34, day="2025-01-05", country="PHL", place="Porac"),
    ]  # fmt: skip
    assert together(grouped(claims)) == [("a", "s"), ("b", "s"), ("s",)]


def test_a_part_told_alone_finds_its_whole() -> None:
    move = {"country": "MMR", "origin": "MMR", "destination": "IDN", "nationality": ("IDN",)}
    claims = [
        told("a", 1, "repatriated", 554, day="2025-03-18", **move),
        told("a", 2, "repatriated", 400, day="2025-03-18", part_of=1, **move),
        told("b", 1, "repatriated", 400, day="2025-03-17", **move),
    ]
    (event,) = grouped(claims)
    (reason,) = (r for r in event.joined[0].reasons if r.code == "same-count-as-a-part")
    assert reason.values == (("number", 400),)


def test_movements_of_two_nationalities_are_two() -> None:
    claims = [
        told("a", 1, "repatriated", 60, day="2025-03-18", origin="MMR", nationality=("IDN",)),
        told("b", 1, "repatriated", 60, day="2025-03-18", origin="MMR", nationality=("IND",)),
    ]
    assert len(grouped(claims)) == 2


def test_other_countries_never_meet() -> None:
    claims = [
        told("a", 1, "arrested", 64, day="2025-10-18", country="KHM"),
        told("b", 1, "arrested", 64, day="2025-10-18", country="PHL"),
    ]
    assert len(grouped(claims)) == 2


def test_estimates_make_subjects_by_figure_whoever_says_them() -> None:
    myanmar = {"country": "MMR", "scope": Scope.ESTIMATE}
    claims = [
        told("a", 1, "trafficked", 120_000, high=None, precision=Precision.AT_LEAST, **myanmar),
        told("b", 1, "trafficked", 108_000, high=132_000, precision=Precision.ABOUT, **myanmar),
        told("c", 1, "trafficked", 300_000, **myanmar),
        told("c", 2, "freed", 12, day="2025-01-01", country="MMR"),
    ]
    events = grouped(claims)
    assert together(events) == [("a", "b"), ("c",), ("c",)]
    subject = next(e for e in events if e.documents == ("a", "b"))
    assert subject.kinds == (Kind.TRAFFICKED,)
    assert subject.title.endswith("trafficked in Myanmar (estimate)")


def test_plans_alone_are_no_operation_but_go_with_theirs() -> None:
    move = {"origin": "MMR", "destination": "CHN", "country": "MMR", "nationality": ("CHN",)}
    claims = [
        told("a", 1, "repatriated", 200, day="2025-02-20", **move),
        told("b", 1, "repatriated", 1041, scope=Scope.PLANNED, **move),
        told("b", 2, "repatriated", 200, day="2025-02-20", **move),
    ]
    (event,) = grouped(claims, report("b", "2025-02-20"))
    assert event.start is not None
    assert event.title.startswith("200 people")


def test_copies_of_one_text_meet_even_without_days() -> None:
    text = " ".join(
        f"The police said on the {day}th that they had searched a building in the border town."
        for day in range(9)
    )
    claims = [
        told("a", 1, "arrested", 7, country="KHM"),
        told("b", 1, "arrested", 7, country="KHM"),
    ]
    assert len(grouped(claims, report("a", None, text), report("b", None, text))) == 1
    assert len(grouped(claims, report("a", None, "Other."), report("b", None, text))) == 2


def test_an_id_outlives_later_reports() -> None:
    first = told("a", 1, "freed", 215, day="2025-02-23", **POIPET)
    later = told("0", 1, "freed", 215, day="2025-02-23", **POIPET)
    days = (report("a", "2025-02-23"), report("0", "2025-02-24"))
    assert grouped([first], *days)[0].id == grouped([first, later], *days)[0].id


def test_an_event_is_titled_by_its_whole_though_more_reports_tell_a_part() -> None:
    at = {"country": "KHM", "day": "2025-07-16"}
    claims = [
        told("a", 1, "arrested", 746, **at),
        told("a", 2, "arrested", 271, place="Poipet", nationality=("IDN",), **at),
        told("b", 1, "arrested", 271, place="Poipet", nationality=("IDN",), **at),
        told("c", 1, "arrested", 271, place="Poipet", nationality=("IDN",), **at),
    ]
    titles = [event.title for event in grouped(claims) if "a" in event.documents]
    assert titles[0].startswith("746 people arrested")


def test_a_total_told_from_the_capital_is_of_the_country() -> None:
    capital = {"country": "KHM", "place": "Phnom Penh", "day": "2025-08-13"}
    total = told("a", 1, "arrested", 3215, scope=Scope.CUMULATIVE, **capital)
    queue = told("a", 1, "reported", 2795, scope=Scope.CUMULATIVE, **capital)
    raid = told("a", 1, "arrested", 32, **capital)
    places = [grouped([claim])[0].place for claim in (total, queue, raid)]
    assert places == [None, "Phnom Penh", "Phnom Penh"]


MAE_SOT = {"country": "THA", "place": "Mae Sot"}
KK_PARK = {"country": "MMR", "place": "KK Park"}
KOR = {"nationality": ("KOR",)}
THA = {"nationality": ("THA",)}
JPN = {"nationality": ("JPN",)}

ONE_GROUP: dict[str, Told] = {
    "held, then flown home a week later": [
        told("a", 1, "held", 64, day="2025-10-11", country="KHM", **KOR),
        told("a", 2, "repatriated", 63, day="2025-10-17", country="KHM", part_of=1, **KOR),
        told("b", 1, "repatriated", 64, day="2025-10-18", country="KHM", **KOR),
    ],
    "one flight left from two places and came in a day apart": [
        told("a", 1, "repatriated", 266, day="2023-11-19", origin="CHN", destination="THA",
             country="CHN", place="Kunming", **THA),
        told("b", 1, "repatriated", 266, day="2023-11-20", origin="MMR", destination="THA",
             country="MMR", place="Laukkai", **THA),
    ],
    "one handover, told from the side they left and from the side they reached": [
        told("a", 1, "transferred", 260, day="2025-02-12", origin="MMR", destination="THA",
             country="MMR"),
        told("b", 1, "transferred", 260, day="2025-02-12", origin="THA", country="THA",
             place="Phop Phra"),
    ],
    "one number, told of both towns on a border": [
        told("a", 1, "arrested", 771, day="2024-08-12", country="LAO",
             place="Golden Triangle Special Economic Zone"),
        told("b", 1, "arrested", 771, day="2024-08-12", country="THA", place="Chiang Saen"),
    ],
    "who were sentenced in one town on one day were put to death": [
        told("a", 1, "convicted", 11, day="2026-01-29", country="CHN", place="Wenzhou"),
        told("b", 1, "killed", 11, day="2026-01-29", country="CHN", place="Wenzhou"),
    ],
    "of those arrested in one town one people was sentenced there": [
        told("a", 1, "arrested", 77, start=date(2024, 4, 6), end=date(2024, 6, 6), country="ZMB",
             place="Lusaka", scope=Scope.CUMULATIVE),
        told("a", 2, "arrested", 22, start=date(2024, 4, 6), end=date(2024, 6, 6), country="ZMB",
             place="Lusaka", nationality=("CHN",), scope=Scope.CUMULATIVE, part_of=1),
        told("b", 1, "convicted", 22, day="2024-06-07", country="ZMB", place="Lusaka",
             nationality=("CHN",)),
    ],
    "a raid told of the capital that was in a town near it": [
        told("a", 1, "freed", 1000, day="2023-06-27", country="PHL", place="Manila",
             precision=Precision.AT_LEAST, high=None),
        told("b", 1, "freed", 2714, day="2023-06-27", country="PHL", place="Las Piñas"),
    ],
    "who were to fly home were arrested as they landed": [
        told("a", 1, "arrested", 29, day="2025-05-21", country="KHM", **JPN),
        told("a", 2, "repatriated", 29, start=date(2025, 8, 19), end=date(2025, 8, 20),
             country="KHM", scope=Scope.PLANNED, **JPN),
        told("b", 1, "arrested", 29, day="2025-08-20", **JPN),
    ],
    "what was planned came true, told beside those who went first": [
        told("a", 1, "repatriated", 2, day="2025-10-17", origin="KHM", destination="KOR", **KOR),
        told("a", 2, "repatriated", 64, day="2025-10-17", origin="KHM", destination="KOR",
             scope=Scope.PLANNED, **KOR),
        told("b", 1, "repatriated", 64, day="2025-10-18", origin="KHM", destination="KOR", **KOR),
    ],
    "one flight, told from where they had been held and from where it left": [
        told("a", 1, "repatriated", 1000, day="2025-12-16", origin="MMR", destination="CHN",
             nationality=("CHN",), precision=Precision.AT_LEAST, **MAE_SOT),
        told("b", 1, "deported", 1000, day="2025-12-16", origin="THA", destination="CHN",
             nationality=("CHN",), precision=Precision.AT_MOST, **MAE_SOT),
    ],
    "one raid, once placed where the government spoke of it": [
        told("a", 1, "arrested", 2198, day="2025-10-20", country="MMR", place="Naypyidaw"),
        told("b", 1, "arrested", 2198, day="2025-10-20", **KK_PARK),
    ],
}  # fmt: skip

TWO_GROUPS: dict[str, Told] = {
    "flown home before they were held": [
        told("a", 1, "repatriated", 64, day="2025-10-01", country="KHM", **KOR),
        told("b", 1, "held", 64, day="2025-10-11", country="KHM", **KOR),
    ],
    "other numbers on both sides of a border": [
        told("a", 1, "freed", 251, day="2025-02-12", country="MMR", place="Myawaddy"),
        told("b", 1, "freed", 260, day="2025-02-12", **MAE_SOT),
    ],
    "one number in two countries that do not meet": [
        told("a", 1, "arrested", 771, day="2024-08-12", country="LAO", place="Vientiane"),
        told("b", 1, "arrested", 771, day="2024-08-12", country="THA", place="Chiang Saen"),
    ],
    "a small number of two places on one day": [
        told("a", 1, "convicted", 11, day="2026-01-29", country="CHN", place="Wenzhou"),
        told("b", 1, "killed", 11, day="2026-01-29", country="CHN", place="Shenzhen"),
    ],
    "two peoples held in one town and in a quarter of it on days that meet": [
        told("a", 1, "arrested", 63, start=date(2025, 10, 13), end=date(2025, 10, 16),
             country="KHM", place="Phnom Penh", **KOR),
        told("b", 1, "arrested", 8, day="2025-10-14", country="KHM", place="Chbar Ampov", **THA),
    ],
    "two flights with other numbers of one day": [
        told("a", 1, "repatriated", 283, day="2025-03-10", origin="THA", destination="IND"),
        told("b", 1, "repatriated", 120, day="2025-03-10", origin="KHM", destination="IND"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("claims", ONE_GROUP.values(), ids=ONE_GROUP.keys())
def test_one_group(claims: Told) -> None:
    assert together(grouped(claims)) == [("a", "b")]
    assert together(grouped(claims[::-1])) == [("a", "b")]


@pytest.mark.parametrize("claims", TWO_GROUPS.values(), ids=TWO_GROUPS.keys())
def test_two_groups(claims: Told) -> None:
    assert together(grouped(claims)) == [("a",), ("b",)]


LATE = report("late", "2025-11-02")
EARLY = report("early", "2025-10-24")
GROWING: list[tuple[str, Told, int]] = [
    (
        "a large raid on one site goes on for days",
        [
            told("early", 1, "escaped", 677, day="2025-10-23", **KK_PARK),
            told("late", 1, "escaped", 1233, day="2025-10-27", **KK_PARK),
        ],
        1,
    ),
    (
        "those who left the site are nearly all of those who came to a town",
        [
            told("early", 1, "escaped", 1233, day="2025-10-23", **KK_PARK),
            told("late", 1, "arrested", 1598, day="2025-10-27", country="THA", place="Tak"),
            told("late", 2, "escaped", 1595, day="2025-10-27", part_of=1, **KK_PARK),
        ],
        1,
    ),
    (
        "a small raid does not",
        [
            told("early", 1, "freed", 67, day="2025-10-23", **KK_PARK),
            told("late", 1, "freed", 123, day="2025-10-27", **KK_PARK),
        ],
        2,
    ),
    (
        "nor does a count of a town",
        [
            told("early", 1, "freed", 677, day="2025-10-23", **POIPET),
            told("late", 1, "freed", 1233, day="2025-10-27", **POIPET),
        ],
        2,
    ),
    (
        "nor does it shrink",
        [
            told("early", 1, "escaped", 1233, day="2025-10-23", **KK_PARK),
            told("late", 1, "escaped", 677, day="2025-10-27", **KK_PARK),
        ],
        2,
    ),
]


@pytest.mark.parametrize(
    ("claims", "events"), [g[1:] for g in GROWING], ids=[g[0] for g in GROWING]
)
def test_a_count_of_a_site_grows_for_days(claims: Told, events: int) -> None:
    assert len(grouped(claims, EARLY, LATE)) == events


def test_a_sentence_told_of_some_joins_the_same_sentence_told_alone() -> None:
    pasig = {"country": "PHL", "place": "Pasig City", "day": "2025-11-20"}
    claims = [
        told("a", 1, "charged", 16, country="PHL", place="Pasig City"),
        told("a", 2, "convicted", 8, part_of=1, **pasig),
        told("b", 1, "convicted", 8, **pasig),
    ]
    documents = {name: report(name, "2025-11-20") for name in "ab"}
    (event,) = group_events(claims, documents)
    assert event.documents == ("a", "b")
