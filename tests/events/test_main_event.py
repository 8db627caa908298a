"""Which event a report is mainly about, on small cases."""

from __future__ import annotations

from datetime import date

from telling import report, told

from headcount.events.grouping import group_events
from headcount.events.main_event import main_events
from headcount.model import Scope, Unit

POIPET = {"country": "KHM", "place": "Poipet"}


def test_the_main_event_is_the_news_and_not_the_background() -> None:
    claims = [
        told("a", 1, "escaped", 42, day="2022-08-18", country="KHM"),
        told("a", 2, "repatriated", 26, day="2022-09-01", origin="KHM", destination="VNM"),
        told("a", 3, "freed", 11, part_of=2, country="KHM"),
        told("b", 1, "working", 100_000, country="KHM", scope=Scope.ESTIMATE),
    ]
    documents = {"a": report("a", "2022-09-01")}
    events = group_events(claims, documents)
    titles = {e.id: e.title for e in events}
    main = main_events(events, claims, documents)
    assert titles[main["a"]].startswith("26 people repatriated")
    assert "working" in titles[main["b"]]


def test_a_report_that_only_looks_back_is_mainly_about_none() -> None:
    claims = [
        told("a", 1, "arrested", 77, day="2024-04-09", country="ZMB", place="Lusaka"),
        told("b", 1, "arrested", 77, day="2024-04-09", country="ZMB", place="Lusaka"),
        told("b", 2, "working", 100_000, country="KHM", scope=Scope.ESTIMATE),
        told("c", 1, "arrested", 77, day="2024-04-09", country="ZMB", place="Lusaka"),
        told("c", 2, "convicted", 22, day="2024-06-07", country="ZMB", place="Lusaka"),
    ]
    documents = {
        "a": report("a", "2024-04-10"),
        "b": report("b", "2025-04-21"),
        "c": report("c", "2024-06-08"),
    }
    events = group_events(claims, documents)
    assert {"a", "b"} <= {d for e in events for d in e.documents}
    main = main_events(events, claims, documents)
    assert main.keys() == {"a", "c"}
    assert main["a"] != main["c"]


def test_a_plan_looks_ahead_and_what_befell_this_year_looks_back() -> None:
    claims = [
        told("a", 1, "arrested", 29, day="2025-05-21", country="KHM", place="Poipet"),
        told("a", 2, "repatriated", 29, country="KHM", scope=Scope.PLANNED),
        told("b", 1, "freed", 215, day="2025-02-23", **POIPET),
        told("c", 1, "freed", 215, start=date(2025, 1, 1), end=date(2025, 12, 4), **POIPET),
    ]
    days = {"a": "2025-08-19", "b": "2025-02-24", "c": "2025-12-04"}
    documents = {d: report(d, day) for d, day in days.items()}
    main = main_events(group_events(claims, documents), claims, documents)
    assert main.keys() == {"a", "b"}


def test_a_long_table_of_the_background_does_not_outweigh_the_news() -> None:
    claims = [
        told("a", 1, "held", 20, country="MMR", nationality=("IDN",)),
        told("a", 2, "freed", 20, country="MMR", place="Myawaddy", nationality=("IDN",)),
        told("a", 3, "freed", 1090, day="2023-05-04", country="PHL"),
        told("a", 4, "freed", 389, day="2023-05-04", country="PHL", part_of=3),
        told("a", 5, "freed", 307, day="2023-05-04", country="PHL", part_of=3),
    ]
    documents = {"a": report("a", "2023-05-07")}
    events = group_events(claims, documents)
    main = main_events(events, claims, documents)
    assert next(e for e in events if e.id == main["a"]).country == "MMR"


def test_who_passes_on_an_estimate_long_after_is_mainly_about_none() -> None:
    un = {"country": "MMR", "scope": Scope.ESTIMATE}
    claims = [told(d, 1, "trafficked", 120_000, **un) for d in "abc"]
    documents = {
        d: report(d, day)
        for d, day in zip("abc", ("2023-08-29", "2023-08-30", "2026-02-20"), strict=True)
    }
    assert main_events(group_events(claims, documents), claims, documents).keys() == {"a", "b"}


def test_surveys_meet_in_the_estimate_that_most_of_them_tell() -> None:
    held = {"unit": Unit.SITE, "country": "KHM", "scope": Scope.ESTIMATE}
    claims = [
        told("a", 1, "operating", 45, **held),
        told("a", 2, "operating", 53, **held),
        told("b", 1, "operating", 53, **held),
        told("b", 2, "operating", 20, **held),
        told("c", 1, "operating", 53, **held),
    ]
    documents = {name: report(name, "2025-06-26") for name in "abc"}
    main = main_events(group_events(claims, documents), claims, documents)
    assert len(set(main.values())) == 1


def test_many_parts_weigh_no_more_than_their_whole() -> None:
    table = [
        told("a", n, "held", n, country="KHM", place="Poipet", part_of=3) for n in range(4, 24)
    ]
    claims = [
        told("a", 1, "arrested", 61, day="2025-08-19", country="THA", place="Mae Sot"),
        told("a", 2, "raided", 2, day="2025-08-19", country="THA", unit=Unit.SITE),
        told("a", 3, "held", 215, country="KHM", place="Poipet"),
        *table,
    ]
    documents = {"a": report("a", "2025-08-20")}
    events = group_events(claims, documents)
    main = main_events(events, claims, documents)
    assert next(e for e in events if e.id == main["a"]).country == "THA"


def test_a_report_that_opens_with_a_plan_is_mainly_about_it() -> None:
    flight = {"origin": "MMR", "destination": "CHN", "country": "THA", "nationality": ("CHN",)}
    claims = [
        told("a", 1, "repatriated", 1000, scope=Scope.PLANNED, **flight),
        told("a", 2, "repatriated", 1041, scope=Scope.PLANNED, **flight),
        told("a", 3, "repatriated", 7000, origin="MMR", country="MMR", scope=Scope.PLANNED),
        told("a", 4, "transferred", 260, day="2025-02-12", origin="MMR", country="THA"),
        told("a", 5, "origins", 20, day="2025-02-12", country="THA", unit=Unit.COUNTRY),
    ]
    events = group_events(claims, {"a": report("a", "2025-02-20")})
    main = main_events(events, claims, {"a": report("a", "2025-02-20")})
    assert ("a", 1) in next(e for e in events if e.id == main["a"]).claims


def test_who_is_held_is_not_the_operation_that_leads_a_report() -> None:
    claims = [
        told("a", 1, "operating", 3, country="KHM", unit=Unit.SITE, scope=Scope.ESTIMATE),
        told("a", 2, "held", 7000, country="MMR"),
        told("a", 3, "arrested", 61, day="2025-08-19", country="THA", place="Mae Sot"),
        told("a", 4, "held", 40, country="MMR", place="Myawaddy", part_of=2),
    ]
    documents = {"a": report("a", "2025-08-20")}
    events = group_events(claims, documents)
    main = main_events(events, claims, documents)
    assert next(e for e in events if e.id == main["a"]).country == "THA"
