"""What stands in the lists of the overview: countries with their places, years, speakers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_books import many, raid

from headcount.publish.catalogue import Catalogue
from headcount.publish.speakers import of_speaker
from headcount.publish.timeline import timeline
from headcount.publish.whereabouts import by_country
from headcount.publish.wording import wording

EN, FR = wording("en"), wording("fr")


def test_a_capital_stands_in_its_country() -> None:
    book = raid()
    at = (("Poipet", 13.66, 102.56), ("Phnom Penh", 11.56, 104.92), (None, 12.7, 104.9))
    events = [
        replace(book.events[0], id=f"ev-{n}", place=place, lat=lat, lon=lon, country="KHM")
        for n, (place, lat, lon) in enumerate(at)
    ]
    abroad = replace(events[0], id="ev-9", place="Vientiane", country="LAO", lat=17.9, lon=102.6)
    found = by_country(Catalogue(replace(book, events=(*events, abroad))))
    assert [(c.code, len(c.events)) for c in found] == [("KHM", 3), ("LAO", 1)]
    assert {spot.place for spot in found[0].places} == {"Poipet", "Phnom Penh"}


@given(st.lists(st.integers(0, 400), min_size=1, max_size=30))
def test_every_event_on_the_map_is_in_one_country(days: list[int]) -> None:
    book = raid()
    events = tuple(
        replace(book.events[0], id=f"ev-{n}", lat=float(day % 50), lon=100.0, country="KHM")
        for n, day in enumerate(days)
    )
    found = by_country(Catalogue(replace(book, events=events)))
    told = [event.id for country in found for event in country.events]
    assert sorted(told) == sorted(event.id for event in events)


def test_a_few_events_of_long_ago_do_not_squeeze_the_others() -> None:
    book = many(200)
    first = min(e.start for e in book.events if e.start)
    old = [replace(book.events[n], id=f"ev-old-{n}", start=date(2005, 1, n + 1)) for n in (0, 1)]
    line = timeline(Catalogue(replace(book, events=(*book.events, *old))))
    assert line is not None
    assert line.earlier == 2
    assert min(bar.month for lane in line.lanes for bar in lane.bars) == first.replace(day=1)
    near = replace(old[0], start=first - timedelta(days=90))
    line = timeline(Catalogue(replace(book, events=(*book.events, near))))
    assert line is not None
    assert line.earlier == 0


@pytest.mark.parametrize(
    ("name", "english", "french"),
    [
        ("police", "police", "police"),
        ("公安部", "Ministry of Public Security", "ministère de la Sécurité publique"),
        ("Fiscalía", "prosecutors", "parquet"),
        ("UN", "United Nations", "Nations unies"),
        ("ministère de l'Intérieur", "interior ministry", "ministère de l’Intérieur"),
        # A name stays what it is.
        ("Winston Casio", "Winston Casio", "Winston Casio"),
        (None, "", ""),
    ],
)
def test_speakers_that_are_words_are_translated(
    name: str | None, english: str, french: str
) -> None:
    assert (of_speaker(EN, name), of_speaker(FR, name)) == (english, french)


@given(st.text(max_size=40))
def test_what_was_translated_stays(name: str) -> None:
    for w in (EN, FR):
        assert of_speaker(w, of_speaker(w, name)) == of_speaker(w, name)
