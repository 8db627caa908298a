"""What is told in parts: by nationality, by sentence, by flight. Parts find their whole."""

from __future__ import annotations

from datetime import date

from telling import report, told

from headcount.events.grouping import group_events
from headcount.model import Claim, Document, Event, Precision, Scope

WENZHOU = {"country": "CHN", "place": "Wenzhou", "day": "2025-09-29"}


def grouped(claims: list[Claim], *papers: Document) -> list[tuple[str, ...]]:
    """The documents of each event that counts people, in order."""
    events: tuple[Event, ...] = group_events(claims, {p.id: p for p in papers})
    return sorted(e.documents for e in events)


def verdicts(document: str, *counts: int) -> list[Claim]:
    return [told(document, n, "convicted", count, **WENZHOU) for n, count in enumerate(counts, 1)]


def test_the_sentences_of_some_meet_those_of_all_however_many_tell_of_that_day() -> None:
    whole, some = verdicts("a", 39), verdicts("b", 11, 5, 12)
    others = [told(f"o{n}", 1, "convicted", 8 + n, **WENZHOU) for n in range(9)]
    (first, *_) = grouped([*whole, *some, *others], report("a", "2025-09-30"))
    assert {"a", "b"} <= set(first)


MYAWADDY = {"country": "MMR", "place": "Myawaddy"}
INDIANS = {"country": "MMR", "nationality": ("IND",)}
AFTER = [report(name, "2025-02-26") for name in "cdef"]


def raid(document: str, count: int = 2500, day: str = "2025-02-20", **where: str) -> Claim:
    return told(document, 1, "freed", count, day=day, **{**MYAWADDY, **where})


def test_a_part_finds_its_whole_however_many_tell_of_it() -> None:
    many = [raid(f"a{n:02d}", 2500 + n) for n in range(30)]
    (event,) = grouped([*many, told("c", 1, "freed", 47, **INDIANS)], *AFTER)
    assert "c" in event


def test_an_open_count_of_one_people_is_a_part_too() -> None:
    part = told("c", 1, "freed", 47, precision=Precision.AT_LEAST, high=None, **INDIANS)
    assert grouped([raid("a"), part], *AFTER) == [("a", "c")]


def test_a_part_may_name_the_place_of_its_whole_and_no_other() -> None:
    there = told("c", 1, "freed", 47, place="KK Park", **INDIANS)
    elsewhere = told("c", 1, "freed", 47, place="Laukkai", **INDIANS)
    assert grouped([raid("a"), there], *AFTER) == [("a", "c")]
    assert grouped([raid("a"), elsewhere], *AFTER) == [("a",), ("c",)]


def test_reports_of_one_part_go_to_the_only_whole_together() -> None:
    parts = [told(d, 1, "freed", 47, **INDIANS) for d in "cde"]
    assert grouped([raid("a"), *parts], *AFTER) == [("a", "c", "d", "e")]
    two_raids = [raid("a"), raid("b", 900, place="Laukkai")]
    assert grouped([*two_raids, *parts], *AFTER) == [("a",), ("b",), ("c", "d", "e")]


def test_reports_of_one_part_of_which_any_names_another_place_go_to_none() -> None:
    parts = [told("c", 1, "freed", 147, **INDIANS)]
    parts.append(told("d", 1, "freed", 147, day="2025-02-20", place="Laukkai", **INDIANS))
    assert grouped([raid("a"), *parts], *AFTER) == [("a",), ("c", "d")]


def test_parts_of_several_peoples_join_in_any_order() -> None:
    peoples = [
        told(d, 1, "freed", 40 + n, country="MMR", nationality=(people,))
        for n, (d, people) in enumerate(zip("cdef", ("IND", "KEN", "PAK", "THA"), strict=True))
    ]
    made = [raid("a"), *peoples]
    assert grouped(made, *AFTER) == grouped(made[::-1], *AFTER) == [("a", "c", "d", "e", "f")]


HOME = {"origin": "MMR", "destination": "KEN", "country": "MMR", "nationality": ("KEN",)}
SINCE_JANUARY = {"start": date(2025, 1, 1), "end": date(2025, 3, 11), "scope": Scope.CUMULATIVE}


def test_the_latest_flight_is_told_apart_from_the_total_that_counts_it() -> None:
    claims = [
        told("a", 1, "repatriated", 619, **SINCE_JANUARY, **HOME),
        told("a", 2, "repatriated", 119, day="2025-03-10", part_of=1, **HOME),
        told("b", 1, "repatriated", 121, day="2025-03-10", **HOME),
    ]
    assert grouped(claims, report("a", "2025-03-11")) == [("a",), ("a", "b")]


def test_a_part_that_has_the_days_of_its_total_stays_with_it() -> None:
    claims = [
        told("a", 1, "repatriated", 619, **SINCE_JANUARY, **HOME),
        told("a", 2, "repatriated", 119, part_of=1, **(HOME | SINCE_JANUARY)),
        told("a", 3, "repatriated", 84, part_of=1, **HOME),
    ]
    assert grouped(claims, report("a", "2025-03-11")) == [("a",)]


def test_a_part_that_is_joined_already_is_joined_once() -> None:
    poipet = {"country": "KHM", "place": "Poipet", "day": "2025-02-23"}
    thais = {**poipet, "nationality": ("THA",)}
    claims = [
        told("a", 1, "arrested", 215, **poipet),
        told("a", 2, "freed", 109, **thais),
        told("b", 1, "arrested", 215, **poipet),
        told("c", 1, "freed", 109, **thais),
    ]
    (event,) = group_events(claims, {})
    assert len(event.claims) == len(claims)
    assert len(event.joined) == 2


def returned(count: int) -> list[Claim]:
    """Two reports of a return of which one tells whose, and one of the raid."""
    home = {"origin": "KHM", "country": "KHM", "destination": "THA", "nationality": ("THA",)}
    return [
        told("a", 1, "arrested", 230, day="2025-02-23", country="KHM", place="Poipet"),
        told("b", 1, "arrested", 230, day="2025-02-23", country="KHM", place="Poipet"),
        told("b", 2, "repatriated", count, day="2025-03-01", part_of=1, **home),
        told("c", 1, "repatriated", count, place="Poipet", **home),
    ]


def test_the_return_of_most_who_were_found_is_the_end_of_the_raid() -> None:
    papers = [report("a", "2025-02-24"), report("b", "2025-03-02"), report("c", "2025-03-02")]
    assert grouped(returned(119), *papers) == [("a", "b", "c")]
    assert grouped(returned(61), *papers) == [("a", "b"), ("b", "c")]
