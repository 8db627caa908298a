"""Time expressions as intervals of days, against a Wednesday, the twelfth of November 2025."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import WEDNESDAY, cut, times

from headcount.days import Days
from headcount.extract.mentions.sametimes import times_again
from headcount.extract.mentions.times import find_times

YEAR_START = "2025-01-01"


@pytest.mark.parametrize(
    ("text", "before", "days"),
    [
        (
            "It was the same year.",
            Days(date(2023, 8, 4), date(2023, 8, 4)),
            "2023-01-01..2023-12-31",
        ),
        ("It was the same month.", Days(date(2023, 12, 4), None), "2023-12-01..2023-12-31"),
        ("It was that day.", Days(date(2023, 8, 4), date(2023, 8, 4)), "2023-08-04..2023-08-04"),
        ("It was that day.", None, "2025-11-12..2025-11-12"),
        ("It was that day.", Days(date(2023, 8, 1), date(2023, 8, 31)), ""),
        ("It was the same year.", None, ""),
        ("It was in 2021, and the same year again.", None, "2021-01-01..2021-12-31"),
        ("It was on 4 August; the next day it was over.", None, "2025-08-05..2025-08-05"),
        ("It was in December 2023, and the following month too.", None, "2024-01-01..2024-01-31"),
        ("It was on 4 August, and two weeks later.", None, "2025-08-18..2025-08-24"),
        ("It was in 2023, and a year earlier.", None, "2022-01-01..2022-12-31"),
        ("It was three days earlier.", None, "2025-11-09..2025-11-09"),
        ("It was three days later.", None, ""),
    ],
)
def test_times_that_point_back(text: str, before: Days | None, days: str) -> None:
    tokens = cut(text, "en")[0].tokens
    told = times_again(tokens, find_times(tokens, WEDNESDAY), before, WEDNESDAY)
    assert days == (f"{told[-1].days.start}..{told[-1].days.end}" if told else "")


@pytest.mark.parametrize(
    ("text", "tag", "start", "end"),
    [
        ("It was yesterday.", "en", "2025-11-11", "2025-11-11"),
        ("It was today.", "en", "2025-11-12", "2025-11-12"),
        ("It will be tomorrow.", "en", "2025-11-13", "2025-11-13"),
        ("It was on Monday.", "en", "2025-11-10", "2025-11-10"),
        ("It was on Wednesday.", "en", "2025-11-12", "2025-11-12"),
        ("It was on Thursday.", "en", "2025-11-06", "2025-11-06"),
        ("It was last Sunday.", "en", "2025-11-09", "2025-11-09"),
        ("In the January 14 raid.", "en", "2025-01-14", "2025-01-14"),
        ("It was two days ago.", "en", "2025-11-10", "2025-11-10"),
        ("C'était il y a deux mois.", "fr", "2025-09-12", "2025-09-12"),
        ("Fue hace dos meses.", "es", "2025-09-12", "2025-09-12"),
        ("Chuyện xảy ra cách đây 2 tháng.", "vi", "2025-09-12", "2025-09-12"),
        ("It was three weeks ago.", "en", "2025-10-22", "2025-10-22"),
        ("It was last week.", "en", "2025-11-03", "2025-11-09"),
        ("It was this week.", "en", "2025-11-10", "2025-11-12"),
        ("It was last month.", "en", "2025-10-01", "2025-10-31"),
        ("It was this month.", "en", "2025-11-01", "2025-11-12"),
        ("It was last year.", "en", "2024-01-01", "2024-12-31"),
        ("It was in August last year.", "en", "2024-08-01", "2024-08-31"),
        ("It was on 6 August last year.", "en", "2024-08-06", "2024-08-06"),
        ("Cela date d'août de l'année dernière.", "fr", "2024-08-01", "2024-08-31"),
        ("Fue en agosto del año pasado.", "es", "2024-08-01", "2024-08-31"),
        ("It was in the first three months of 2024.", "en", "2024-01-01", "2024-03-31"),
        ("It was in the first nine months of the year.", "en", YEAR_START, "2025-09-30"),
        ("It was in the first quarter of 2024.", "en", "2024-01-01", "2024-03-31"),
        ("C'était au premier semestre 2024.", "fr", "2024-01-01", "2024-06-30"),
        ("Fue en los primeros tres meses de 2024.", "es", "2024-01-01", "2024-03-31"),
        ("Itu terjadi pada tiga bulan pertama 2024.", "id", "2024-01-01", "2024-03-31"),
        ("Itu terjadi selama 2022-2024.", "id", "2022-01-01", "2024-12-31"),
        ("It was this year.", "en", YEAR_START, "2025-11-12"),
        ("It was on 6 November 2025.", "en", "2025-11-06", "2025-11-06"),
        ("It was on 6 November.", "en", "2025-11-06", "2025-11-06"),
        ("It was on November 6, 2025.", "en", "2025-11-06", "2025-11-06"),
        ("It was on Nov. 6.", "en", "2025-11-06", "2025-11-06"),
        ("It was on November 6th.", "en", "2025-11-06", "2025-11-06"),
        ("It was on the 6th of November.", "en", "2025-11-06", "2025-11-06"),
        ("It was on 31 December.", "en", "2024-12-31", "2024-12-31"),
        ("It will be on 20 November.", "en", "2025-11-20", "2025-11-20"),
        ("It was on Thursday (November 6).", "en", "2025-11-06", "2025-11-06"),
        ("It was in October.", "en", "2025-10-01", "2025-10-31"),
        ("It was in December.", "en", "2024-12-01", "2024-12-31"),
        ("It was in February 2024.", "en", "2024-02-01", "2024-02-29"),
        ("It was in mid-October.", "en", "2025-10-11", "2025-10-20"),
        ("It was in early October.", "en", "2025-10-01", "2025-10-10"),
        ("It was in late October.", "en", "2025-10-21", "2025-10-31"),
        ("It was in 2023.", "en", "2023-01-01", "2023-12-31"),
        ("It was on 2025-11-06.", "en", "2025-11-06", "2025-11-06"),
        ("It went on between 24 and 26 October.", "en", "2025-10-24", "2025-10-26"),
        ("It lasted from 24 to 26 October.", "en", "2025-10-24", "2025-10-26"),
        ("It was on October 24-26.", "en", "2025-10-24", "2025-10-26"),
        ("It was between July and October.", "en", "2025-07-01", "2025-10-31"),
        ("It was between Jan. 16 and Jan. 30.", "en", "2025-01-16", "2025-01-30"),
        ("It was in the past two days.", "en", "2025-11-10", "2025-11-12"),
        ("C’était hier.", "fr", "2025-11-11", "2025-11-11"),
        ("C’était avant-hier.", "fr", "2025-11-10", "2025-11-10"),
        ("C’est aujourd’hui.", "fr", "2025-11-12", "2025-11-12"),
        ("Ce sera demain.", "fr", "2025-11-13", "2025-11-13"),
        ("C’était lundi.", "fr", "2025-11-10", "2025-11-10"),
        ("C’était jeudi.", "fr", "2025-11-06", "2025-11-06"),
        ("C’était dimanche dernier.", "fr", "2025-11-09", "2025-11-09"),
        ("C’était il y a deux jours.", "fr", "2025-11-10", "2025-11-10"),
        ("C’était la semaine dernière.", "fr", "2025-11-03", "2025-11-09"),
        ("C’était cette semaine.", "fr", "2025-11-10", "2025-11-12"),
        ("C’était le mois dernier.", "fr", "2025-10-01", "2025-10-31"),
        ("C’était ce mois-ci.", "fr", "2025-11-01", "2025-11-12"),
        ("C’était l’an dernier.", "fr", "2024-01-01", "2024-12-31"),
        ("C’était l’année dernière.", "fr", "2024-01-01", "2024-12-31"),
        ("C’était cette année.", "fr", YEAR_START, "2025-11-12"),
        ("C’était le 6 novembre 2025.", "fr", "2025-11-06", "2025-11-06"),
        ("C’était le 6 novembre.", "fr", "2025-11-06", "2025-11-06"),
        ("C’était le 1er novembre.", "fr", "2025-11-01", "2025-11-01"),
        ("C’était jeudi 6 novembre.", "fr", "2025-11-06", "2025-11-06"),
        ("C’était le 06/11/2025.", "fr", "2025-11-06", "2025-11-06"),
        ("C’était en octobre.", "fr", "2025-10-01", "2025-10-31"),
        ("C’était en février 2024.", "fr", "2024-02-01", "2024-02-29"),
        ("C’était à la mi-octobre.", "fr", "2025-10-11", "2025-10-20"),
        ("C’était début octobre.", "fr", "2025-10-01", "2025-10-10"),
        ("C’était fin octobre.", "fr", "2025-10-21", "2025-10-31"),
        ("C’était en 2023.", "fr", "2023-01-01", "2023-12-31"),
        ("C’était du 24 au 26 octobre.", "fr", "2025-10-24", "2025-10-26"),
        ("C’était les 24–26/10.", "fr", "2025-10-24", "2025-10-26"),
        ("Chuyện xảy ra từ ngày 14-10 đến 17-10.", "vi", "2025-10-14", "2025-10-17"),
        ("Chuyện xảy ra trong các ngày 14-17/10.", "vi", "2025-10-14", "2025-10-17"),
        ("Itu terjadi pada 22–23 Oktober 2025.", "id", "2025-10-22", "2025-10-23"),
        ("Chuyện xảy ra trong 8 tháng đầu năm nay.", "vi", "2025-01-01", "2025-08-31"),
        ("C’était entre juillet et octobre.", "fr", "2025-07-01", "2025-10-31"),
    ],
)
def test_days_of_an_event(text: str, tag: str, start: str, end: str) -> None:
    (found,) = times(text, tag)
    assert (found.start, found.end, found.role) == (start, end, "at")


@pytest.mark.parametrize(
    ("text", "tag", "start", "end", "role"),
    [
        ("It has gone on since January.", "en", YEAR_START, None, "since"),
        ("It has gone on since 2022.", "en", "2022-01-01", None, "since"),
        ("It has gone on since 6 November.", "en", "2025-11-06", None, "since"),
        ("It went on until Friday.", "en", None, "2025-11-07", "until"),
        ("It went on in the last six months.", "en", "2025-05-12", "2025-11-12", "span"),
        ("It went on over the past 12 months.", "en", "2024-11-12", "2025-11-12", "span"),
        ("Cela dure depuis janvier.", "fr", YEAR_START, None, "since"),
        ("Cela dure depuis 2022.", "fr", "2022-01-01", None, "since"),
        ("Cela dure depuis le 6 novembre.", "fr", "2025-11-06", None, "since"),
        ("Cela dure depuis le début de l’année.", "fr", YEAR_START, None, "since"),
        ("Cela a duré jusqu’à vendredi.", "fr", None, "2025-11-07", "until"),
        ("C’est arrivé au cours des six derniers mois.", "fr", "2025-05-12", "2025-11-12", "span"),
        ("C’est arrivé en six mois.", "fr", "2025-05-12", "2025-11-12", "span"),
    ],
)
def test_periods_have_open_ends_or_run_to_publication(
    text: str, tag: str, start: str | None, end: str | None, role: str
) -> None:
    (found,) = times(text, tag)
    assert (found.start, found.end, found.role) == (start, end, role)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("It was yesterday.", "en"),
        ("It was on Monday.", "en"),
        ("It was last week.", "en"),
        ("It was on 6 November.", "en"),
        ("It was in October.", "en"),
        ("C’était hier.", "fr"),
        ("C’était lundi.", "fr"),
        ("C’était le 6 novembre.", "fr"),
    ],
)
def test_nothing_is_guessed_without_a_day_of_publication(text: str, tag: str) -> None:
    assert times(text, tag, None) == []


@pytest.mark.parametrize(
    ("text", "tag", "day"),
    [
        ("It was on 6 November 2025.", "en", "2025-11-06"),
        ("C’était le 6 novembre 2025.", "fr", "2025-11-06"),
    ],
)
def test_a_whole_date_needs_no_day_of_publication(text: str, tag: str, day: str) -> None:
    (found,) = times(text, tag, None)
    assert (found.start, found.end) == (day, day)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("It may be so.", "en"),
        ("They march on.", "en"),
        ("It was on 31 November 2025.", "en"),
        ("There were 2023 people.", "en"),
        ("Ils étaient dix-sept.", "fr"),
        ("Le 31 novembre 2025 n’existe pas.", "fr"),
    ],
)
def test_what_is_no_time(text: str, tag: str) -> None:
    assert [found for found in times(text, tag) if found.start == found.end] == []


@given(st.dates(date(1995, 1, 1), date(2098, 12, 31)))
def test_every_written_date_reads_back(day: date) -> None:
    for text in (f"On {day:%B} {day.day}, {day.year}.", f"On {day.day} {day:%B} {day.year}."):
        (found,) = times(text, "en", WEDNESDAY)
        assert (found.start, found.end) == (day.isoformat(), day.isoformat())


@given(
    st.dates(date(1996, 1, 1), date(2098, 12, 31)),
    st.sampled_from(
        [
            "It was yesterday, on Monday, last week, last year or in the past two days.",
            "It was in March, since April, until 6 May, three months ago or last weekend.",
            "It was on 29 February, on 31 December or on 1 January.",
        ]
    ),
)
def test_intervals_are_ordered_on_any_day(published: date, text: str) -> None:
    for found in times(text, "en", published):
        assert found.start is None or found.end is None or found.start <= found.end
