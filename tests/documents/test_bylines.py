from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.documents.bylines import byline_day
from headcount.documents.written_days import find_days, machine_day
from headcount.languages.months import month_names

FEB_24 = date(2025, 2, 24)

STATED = [
    "Publié le 24 février 2025, mis à jour le 25 février 2025",
    "24 Feb 2025 - Voice of Indonesia",
    "Voice of Indonesia | 24 Feb 2025",
    "24 February 2025",
    "Monday, February 24, 2025 10:12 AM ICT",
    "Published: 24 February 2025. Updated: 25 February 2025",
    "By staff reporters | Published 24 Feb 2025 | Updated 26 Feb 2025",
    "lundi 24 février 2025 à 10h30",
    "Le 24 février 2025",
    "24 de febrero de 2025",
    "Senin, 24 Februari 2025 | 10:30 WIB",
    "24.02.2025, 10:30 Uhr",
    "24/02/2025 10:30 GMT+7",
    "24 tháng 2 năm 2025",
    "24 ก.พ. 2568",
    "วันที่ 24 กุมภาพันธ์ พ.ศ. 2568",
    "๒๔ กุมภาพันธ์ ๒๕๖๘",
    "2025年2月24日",
    "2025年02月24日 15:30 来源：新华网",
    "2025-02-24 08:00",
    "2025년 2월 24일",
    "입력 2025.02.24 10:30 수정 2025.02.25",
    "PARIS (AFP), le 24 février 2025 — La police a libéré 40 personnes.",
    "Manila, 24 de febrero de 2025 (EFE).- La policía liberó a 40 personas.",
    "El 24 de febrero de 2025",
    "24 de febrero de 2025. La policía liberó a 40 personas el lunes.",
    "24 February 2025, Thailand — Forty people were freed.",
    "By Staff Reporter, February 24, 2025",
    "วันจันทร์ที่ 24 กุมภาพันธ์ 2568",
    "กรุงเทพฯ 24 กุมภาพันธ์ 2568 - ตำรวจ",
    "中新社金边2025年2月24日电",
    "Phnom Penh, February 24, 2025 -- Police of two countries freed 215 people, it was said.",
]

NO_BYLINE = [
    "Le 24 février 2025, la police a libéré 40 personnes.",
    "In Poipet on February 24, 2025 - a Monday - police freed 40.",
    "Conférence de presse du 24 février 2025 - texte",
    "Le 10 novembre 2025, la Thaïlande et l'Inde ont discuté de mesures contre la traite.",
    "Un rapport publié le 3 mars 2023 par l'organisation estime que",
    "On 24 February 2025 police freed 215 people.",
    "Poipet raid, 24 February 2025",
    "Updated: 24 Feb 2025",
    "Mis à jour le 25 février 2025",
    "Sejak 24 Februari 2025",
    "215 freed | 24 February 2025",
    "03/04/2025",
    "24 February",
    "31 February 2025",
    "24 February 1825",
    "",
]


@pytest.mark.parametrize("line", STATED)
def test_a_line_that_states_the_day_of_publication_gives_it(line: str) -> None:
    assert byline_day(["A title of some words", line, "Prose follows."]) == FEB_24


@pytest.mark.parametrize(
    "line",
    [
        "TÂY NINH, ngày 3/4/2025 - Sáng 2/4, lực lượng chức năng đã trao trả 57 công dân.",
        "HÀ NỘI (TTXVN), ngày 3/4/2025 – Ngày 2/4/2025, 57 công dân đã về nước.",
        "Publié le 03/04/2025",
        "Diterbitkan pada 3/4/2025",
        "เผยแพร่เมื่อวันที่ 3/4/2568",
    ],
)
def test_a_word_that_leads_to_a_day_tells_the_order(line: str) -> None:
    assert byline_day(["A title of some words", line, "Prose follows."]) == date(2025, 4, 3)


@pytest.mark.parametrize("line", NO_BYLINE)
def test_prose_updates_and_ambiguous_dates_give_nothing(line: str) -> None:
    assert byline_day(["A title of some words", line, "Prose follows."]) is None


def test_two_different_bare_days_are_in_doubt() -> None:
    assert byline_day(["24 February 2025", "Another story", "20 February 2025"]) is None


def test_a_line_that_says_published_beats_a_bare_day() -> None:
    assert byline_day(["20 February 2025", "Published 24 February 2025"]) == FEB_24


def test_a_day_far_below_the_title_is_no_byline() -> None:
    assert byline_day(["line"] * 12 + ["24 February 2025"]) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-02-24T23:30:00+07:00", FEB_24),
        ("2025-02-24T23:30:00Z", FEB_24),
        ("2025-02-24", FEB_24),
        ("20250224T1030", FEB_24),
        ("2025-2-24 8:00", FEB_24),
        ("Mon, 24 Feb 2025 10:00:00 GMT", FEB_24),
        ("February 24, 2025", FEB_24),
        ("2568-02-24", FEB_24),
        ("", None),
        ("yesterday", None),
        ("2025-13-24", None),
        ("1740355200", None),
        ("0001-01-01T00:00:00", None),
    ],
)
def test_machine_days_are_taken_as_written(value: str, day: date | None) -> None:
    assert machine_day(value) == day


@given(st.dates(min_value=date(1995, 1, 1), max_value=date(2099, 12, 31)))
def test_every_month_name_reads_back(day: date) -> None:
    for form, month in month_names().items():
        if month == day.month:
            assert [w.day for w in find_days(f"x {day.year} {form} {day.day} y")] == [day]


@given(st.text(max_size=300))
def test_any_line_is_read_without_error(line: str) -> None:
    byline_day(line.split("\n"))
    for written in find_days(line):
        assert 0 <= written.start < written.end <= len(line)
