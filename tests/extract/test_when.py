"""Lengths of time, and figures that share a day: against Wednesday, the 12th of November 2025."""

from __future__ import annotations

from datetime import date

import pytest
from reading import LEADS, claims, times

SCENE = "A raid on a scam centre in Cambodia.\n\n"


def _days(text: str, low: int, tag: str = "en") -> tuple[str | None, str | None]:
    (found,) = (c.as_json() for c in claims(SCENE + text, tag) if c.low == low)
    return found["start"], found["end"]


@pytest.mark.parametrize(
    ("text", "low", "start", "end"),
    [
        # Since a day: up to the day of the report.
        ("Police have arrested 31 Thais since January.", 31, "2025-01-01", "2025-11-12"),
        # The scene of the lead goes on in the next paragraph.
        (
            "Officers raided the compound on Saturday.\n\nThe police arrested 31 Thais there.",
            31,
            "2025-11-08",
            "2025-11-08",
        ),
        # A running total told later is no day of what was told before.
        (
            "Police arrested 31 Thais in Poipet.\n\nThe ministry spoke of a hard year."
            "\n\nIt deported 400 Thais in 2024.",
            31,
            None,
            None,
        ),
        # What was done in waves lasts from the first to the last, each with a day of its own.
        (
            "Police freed 130 Thais in two waves, 46 on 21 October and 84 on 28 October.",
            130,
            "2025-10-21",
            "2025-10-28",
        ),
        # The day of an earlier stage, told of those counted, is none of what is to come.
        ("Laos is to deport 88 Thais who were arrested in Boten on 1 November.", 88, None, None),
        # What is held now is not held on the day told in another paragraph.
        (
            "Police freed 31 Thais on Saturday.\n\nThey are well.\n\nAnother 44 remain trapped.",
            44,
            None,
            None,
        ),
        # Nor on one told just before of somebody else: who is held is held today.
        ("The premier came on Saturday. Another 44 Thais remain trapped.", 44, None, None),
        # A running total over years, told further down, is not the time of what follows it.
        (
            "The embassy praised the police.\n\nIt named nobody.\n\nIt gave no details."
            "\n\nIt has freed 180 Thais since 2022.\n\nA court sentenced 18 Thais.",
            18,
            None,
            None,
        ),
        # A day told far down, of something else, is not that of the lead.
        (
            "Police freed 47 Thais.\n\nThey are well.\n\nThe embassy thanked the army."
            "\n\nOfficials help them.\n\nThe two ministers had met on July 27.",
            47,
            None,
            None,
        ),
        # A stretch of days that adds up is not that of the latest group.
        (
            "Nigeria deported 51 Thais.\n\nThis brings the deported since 5 November to 102.",
            51,
            None,
            None,
        ),
        # Each of several counts has the time right behind it; a year may run over two.
        (
            "The embassy freed 68 Thais in 2022/23, 156 in 2023/24 and 145 in 2024.",
            156,
            "2023-01-01",
            "2024-12-31",
        ),
        # A month before a colon is no line of the report.
        ("June 2025: Police freed 31 Thais.", 31, "2025-06-01", "2025-06-30"),
        # Days to come tell nothing of what was done.
        (
            "More than 700 Thais have fled, and more are expected in the coming days.",
            700,
            None,
            None,
        ),
        # Two weekdays of a plan.
        (
            "Others are scheduled to go on Monday and Tuesday. Police freed 310 Thais in Poipet.",
            310,
            None,
            None,
        ),
        # The weekday of a plan is none of what was done.
        (
            "The first 260 Thais will be sent home on Monday. Police freed 310 others in Poipet.",
            310,
            None,
            None,
        ),
        # A line of place and day is the report's.
        ("9 November 2025. Police freed 31 Thais.", 31, None, None),
        ("9 November 2025, Thailand — Police freed 31 Thais.", 31, None, None),
        # The day of a press conference is not the day of what is told there.
        (
            "At a press conference on Friday the police said 31 Thais were arrested.",
            31,
            None,
            None,
        ),
        # Behind the comma of a verb of speech begins what is said.
        ("The ministry said, police arrested 31 Thais on Monday.", 31, "2025-11-10", "2025-11-10"),
        # A year is no day of speech.
        ("The ministry said last year it deported 31 Thais.", 31, "2024-01-01", "2024-12-31"),
        # A total told on a day runs up to that day.
        ("The ministry said on Friday that 310 Thais were freed so far.", 310, None, "2025-11-07"),
        ("Police recently freed 31 Thais.", 31, None, "2025-11-12"),
        (
            "The return of another 31 Thais is planned over the weekend.",
            31,
            "2025-11-15",
            "2025-11-16",
        ),
    ],
)
def test_days_that_figures_share(text: str, low: int, start: str | None, end: str | None) -> None:
    assert _days(text, low) == (start, end)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("ตำรวจระบุว่าเมื่อวานนี้เนรเทศคนจีน 50 คน", "th"),
        ("警方称昨天在柬埔寨的电信诈骗园区逮捕了50名中国公民。", "zh"),
    ],
)
def test_behind_a_verb_of_speech_begins_what_is_said(text: str, tag: str) -> None:
    assert _days(text, 50, tag) == ("2025-11-11", "2025-11-11")


@pytest.mark.parametrize(
    ("text", "tag", "start", "end"),
    [
        ("It was in the past year.", "en", "2024-11-12", "2025-11-12"),
        ("It was in the past week.", "en", "2025-11-05", "2025-11-12"),
        ("It was in the past 72 hours.", "en", "2025-11-09", "2025-11-12"),
        ("It will be next week.", "en", "2025-11-17", "2025-11-23"),
        ("It will be next month.", "en", "2025-12-01", "2025-12-31"),
        ("It was in the last quarter of 2024.", "en", "2024-10-01", "2024-12-31"),
        ("It was from January to June last year.", "en", "2024-01-01", "2024-06-30"),
        ("It was in January-February 2024.", "en", "2024-01-01", "2024-02-29"),
        ("It was in the two weeks to 6 November.", "en", "2025-10-23", "2025-11-06"),
        ("It was in the first ten days of October.", "en", "2025-10-01", "2025-10-10"),
        ("It was between Thursday and Monday.", "en", "2025-11-06", "2025-11-10"),
        ("It was in 2023-24.", "en", "2023-01-01", "2024-12-31"),
        ("Ce sera la semaine prochaine.", "fr", "2025-11-17", "2025-11-23"),
        ("Cela dure depuis trois mois.", "fr", "2025-08-12", None),
        ("C’était au cours de la dernière année.", "fr", "2024-11-12", "2025-11-12"),
        ("Fue en el último año.", "es", "2024-11-12", "2025-11-12"),
        ("Ocurre desde hace tres meses.", "es", "2025-08-12", None),
        ("Ocurrió el 20 de noviembre pasado.", "es", "2024-11-20", "2024-11-20"),
        ("Itu terjadi dalam setahun terakhir.", "id", "2024-11-12", "2025-11-12"),
        ("Việc này xảy ra trong một năm qua.", "vi", "2024-11-12", "2025-11-12"),
        ("Việc này xảy ra từ ngày 1 đến 17/10.", "vi", "2025-10-01", "2025-10-17"),
        ("Việc này xảy ra trong quý IV/2024.", "vi", "2024-10-01", "2024-12-31"),
        ("Từ đầu năm 2023 đến nay việc này xảy ra.", "vi", "2023-01-01", None),
        ("เกิดขึ้นในช่วง 9 เดือนแรกของปี 2567", "th", "2024-01-01", "2024-09-30"),
        ("เกิดขึ้นในไตรมาสที่ 3 ของปี 2567", "th", "2024-07-01", "2024-09-30"),
        ("เกิดขึ้นตั้งแต่ต้นปี 2566", "th", "2023-01-01", None),
        ("เกิดขึ้นเมื่อปี 67", "th", "2024-01-01", "2024-12-31"),
        ("此事发生在过去一年。", "zh", "2024-11-12", "2025-11-12"),
        ("此事发生在过去半年。", "zh", "2025-05-12", "2025-11-12"),
        ("此事发生在今年1至2月。", "zh", "2025-01-01", "2025-02-28"),
        ("十月二十八日发生此事。", "zh", "2025-10-28", "2025-10-28"),
        ("2022至2024年发生此事。", "zh", "2022-01-01", "2024-12-31"),
        ("此事发生在过去3日。", "zh", "2025-11-09", "2025-11-12"),
        ("未来三日会如此。", "zh", "2025-11-12", "2025-11-15"),
        ("此前3日发生此事。", "zh", "2025-11-03", "2025-11-03"),
        ("自政府于2023年8月上任以来如此。", "zh", "2023-08-01", None),
        ("行动11月6日展开以来如此。", "zh", "2025-11-06", None),
    ],
)
def test_lengths_of_time(text: str, tag: str, start: str, end: str | None) -> None:
    (found,) = times(text, tag)
    assert (found.start, found.end) == (start, end)


def test_the_month_of_may_plans_nothing() -> None:
    (found,) = (
        c for c in claims(SCENE + "Police freed 93 Thais, 12 of them in May.") if c.low == 12
    )
    assert (found.scope, str(found.start)) == ("event", "2025-05-01")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (
            "Police freed 40 Thais on Monday. Police had earlier arrested 45 men. 20 were held.",
            "en",
        ),
        ("Lundi, 40 Thaïs libérés. Avant cela, 45 hommes ont été arrêtés. 20 sont détenus.", "fr"),
        (
            "El lunes liberaron a 40 tailandeses. Antes detuvieron a 45 hombres. Hay 20 presos.",
            "es",
        ),
        ("Polisi membebaskan 40 WNI pada Senin. Sebelumnya, 45 orang ditangkap. 20 ditahan.", "id"),
        ("Hôm thứ Hai cảnh sát giải cứu 40 người. Trước đây họ đã bắt 45 người.", "vi"),
        ("周一，警方解救40人。此前，警方逮捕45人。抓获头目20人。", "zh"),
        ("เมื่อวันจันทร์ ตำรวจช่วยเหลือคนไทย 40 คน ก่อนหน้านั้น ตำรวจจับกุม 45 คน", "th"),
    ],
)
def test_what_was_done_before_is_not_of_the_day_told(text: str, tag: str) -> None:
    days = {c.low: c.start for c in claims(LEADS[tag] + text, tag)}
    assert days.pop(40) == date(2025, 11, 10)
    assert 45 in days
    assert set(days.values()) == {None}


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("El lunes fueron rescatados 12 kenianos y el martes, otros 20.", "es"),
        ("El lunes fueron rescatados 12 kenianos, y el martes 20 indios.", "es"),
        ("La policía liberó el lunes a 12 kenianos y el martes a 20 indios.", "es"),
        ("El lunes 10 fueron rescatados 12 kenianos y el martes 11, 20 indios.", "es"),
        ("On Monday they freed 12 Kenyans and on Tuesday another 20 Indians.", "en"),
        ("Lundi, 12 Kenyans ont été libérés et mardi 20 Indiens.", "fr"),
    ],
)
def test_each_count_of_a_sentence_has_the_day_of_its_clause(text: str, tag: str) -> None:
    found = [(c.low, str(c.start)) for c in claims(LEADS[tag] + text, tag)]
    assert found == [(12, "2025-11-10"), (20, "2025-11-11")]


@pytest.mark.parametrize(
    ("text", "low", "start", "end"),
    [
        (
            "The ministry said 121 Kenyans were flown home. Forty-one arrived on Thursday and"
            " another 80 on Friday.",
            121,
            "2025-11-06",
            "2025-11-07",
        ),
        (
            "Nigeria deported 60 Chinese. An earlier batch of 39 Thais was deported between August"
            " 15 and 18.",
            60,
            None,
            None,
        ),
        (
            "Police freed 60 Chinese on Friday. In an earlier raid 39 Thais were freed.",
            39,
            None,
            None,
        ),
        (
            "In a reply in the Lok Sabha on Friday the minister said 60 Indians were freed.",
            60,
            None,
            None,
        ),
    ],
)
def test_stages_give_their_whole_the_days_and_earlier_groups_give_none(
    text: str, low: int, start: str | None, end: str | None
) -> None:
    assert _days(text, low) == (start, end)


@pytest.mark.parametrize(
    ("text", "tag", "days"),
    [
        (
            "In 2023 Cambodia deported 31 Thais in April and 52 in November.",
            "en",
            [("2023-04-01", "2023-04-30"), ("2023-11-01", "2023-11-30")],
        ),
        (
            "En 2023, le Cambodge a expulsé 31 Thaïlandais en avril et 52 en novembre.",
            "fr",
            [("2023-04-01", "2023-04-30"), ("2023-11-01", "2023-11-30")],
        ),
        (
            "2023年,柬埔寨4月驱逐31名泰国人,11月驱逐52名泰国人。",
            "zh",
            [("2023-04-01", "2023-04-30"), ("2023-11-01", "2023-11-30")],
        ),
        # A month that tells its own year, or one told by a word, keeps it.
        (
            "In 2023 Cambodia deported 31 Thais; by August this year it had deported 52.",
            "en",
            [("2023-01-01", "2023-12-31"), (None, "2025-08-31")],
        ),
        (
            "In 2024 scams spread. Police in Laos arrested 31 Thais in April of the same year.",
            "en",
            [("2024-04-01", "2024-04-30")],
        ),
        (
            "En 2024 las estafas crecieron. Laos detuvo a 31 tailandeses en abril del mismo año.",
            "es",
            [("2024-04-01", "2024-04-30")],
        ),
        (
            "The raids began on 3 November. The army arrested 31 Thais on the 9th.",
            "en",
            [("2025-11-09", "2025-11-09")],
        ),
        (
            "Las redadas empezaron el 3 de noviembre. El día 9, Laos detuvo a 31 tailandeses.",
            "es",
            [("2025-11-09", "2025-11-09")],
        ),
    ],
)
def test_months_and_days_are_of_the_year_and_month_told_before(
    text: str, tag: str, days: list[tuple[str | None, str | None]]
) -> None:
    told = [c.as_json() for c in claims(LEADS[tag] + text, tag)]
    assert [(c["start"], c["end"]) for c in told if c["low"] in (31, 52)] == days
