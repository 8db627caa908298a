"""How newspapers tell what engines trip over: lists, orders, plans, two stages, several places."""

from __future__ import annotations

from datetime import date

import pytest
from reading import claims, times

NATIONS = [
    pytest.param(
        "en",
        "Police in a scam hub in Laos held 260 Laotians, 144 people from Myanmar and 82 Chinese.",
        144,
        ["MMR"],
        id="a country of the centres is a nationality in a list of peoples",
    ),
    pytest.param(
        "en",
        "They held 318 foreign nationals from Vietnam, Thailand and Myanmar, including 41 women, "
        "at a scam compound in Cambodia.",
        318,
        ["VNM", "THA", "MMR"],
        id="a list of countries ends before its women",
    ),
    pytest.param(
        "en",
        "At a scam centre in Cambodia they held 66 foreigners, mostly Chinese, including 7 women.",
        7,
        [],
        id="nobody says that the women are of what most are",
    ),
    pytest.param(
        "es",
        "La policía rescató a 390 filipinos, 214 chinos y otros 61 de varias nacionalidades en un "
        "centro de estafas.",
        61,
        [],
        id="people of various nationalities are of none",
    ),
    pytest.param(
        "es",
        "El rescate de 240 personas en centros de estafas de Myanmar sigue a otros. En 2023 China "
        "repatrió a unos 41.000 ciudadanos chinos. Ahora había también filipinos, keniatas, "
        "etíopes y pakistaníes.",
        240,
        [],
        id="a report on many peoples is not about the one it counts",
    ),
]


@pytest.mark.parametrize(("tag", "text", "count", "nations"), NATIONS)
def test_nationality(tag: str, text: str, count: int, nations: list[str]) -> None:
    told = [list(c.nationality) for c in claims(text, tag) if c.low == count]
    assert told in ([nations], [["FOREIGN"]] if not nations else [nations])


DAYS = [
    pytest.param(
        "Police arrested 118 Chinese nationals on Tuesday following raids on a scam hub.",
        118,
        "2025-11-11",
        id="a preposition behind a weekday does not move it",
    ),
    pytest.param(
        "Laos has deported 452 Chinese from a scam zone. The Chinese were arrested during raids on "
        "3 November. The arrested Chinese left the country on 5 November by road.",
        452,
        "2025-11-05",
        id="each stage has its own day",
    ),
    pytest.param(
        "Police broke up a scam network, arresting 741 people. The action, carried out on "
        "3 November, was the largest so far. The 102 Chinese were handed to China on 7 November.",
        741,
        "2025-11-03",
        id="the day of the handover is not that of the arrests",
    ),
    pytest.param(
        "Over 180 Thais will be brought home from scam centres in Myanmar this week. The minister "
        "said that 158 Thais were rescued from a hotel in Laukkaing.",
        158,
        None,
        id="the days of a plan are not those of what was done",
    ),
    pytest.param(
        "So far 2,640 foreigners have been held in scam raids following the minister's directive "
        "on 14 July.",
        2640,
        "2025-11-12",
        id="the day of an order is not that of what came of it",
    ),
    pytest.param(
        "Thailand has kept the crossing shut since 9 November, when 244 foreigners were handed "
        "over from scam centres in Myanmar.",
        244,
        "2025-11-09",
        id="since a day, when something was done",
    ),
    pytest.param(
        "That brought the total number of Indians flown home from scam centres since last week to "
        "455, after an airlift of 262 nationals—including 24 women—on 6 November.",
        262,
        "2025-11-06",
        id="dashes set apart what is no part of the way to the day",
    ),
    pytest.param(
        "Police are working with the bureau for the repatriation of 1,240 foreigners who were "
        "rescued in a raid on a scam hub last month.",
        1240,
        None,
        id="a time that is over is not that of a plan",
    ),
]


@pytest.mark.parametrize(("text", "count", "day"), DAYS)
def test_last_day(text: str, count: int, day: str | None) -> None:
    told = [c.end for c in claims(text, "en") if c.low == count]
    assert told == [date.fromisoformat(day) if day else None]


PLANS = [
    ("en", "Thailand works to expedite the repatriation of 70 Indians from scam centres.", 70),
    ("en", "They are processing the deportation of 170 Chinese held in a scam raid.", 170),
    ("en", "An arrangement is being made to repatriate 130 Thais from scam centres.", 130),
    ("es", "El gobierno busca agilizar la repatriación de 18 indios de centros de estafa.", 18),
]


@pytest.mark.parametrize(("tag", "text", "count"), PLANS)
def test_what_somebody_is_at_work_for_is_planned(tag: str, text: str, count: int) -> None:
    assert [str(c.scope) for c in claims(text, tag) if c.low == count] == ["planned"]


def test_what_will_become_of_people_does_not_plan_their_arrest() -> None:
    text = "A raid on a scam hub led to the arrest of 42 foreigners that will be deported."
    assert [str(c.scope) for c in claims(text, "en") if c.low == 42] == ["event"]


NOBODY = [
    pytest.param(
        "The first of 19 scheduled flights to repatriate 900 Chinese from scam centres left.",
        19,
        id="flights",
    ),
    pytest.param(
        "At least 290 operatives of the Crime Group searched seven buildings of a scam hub.",
        290,
        id="officers",
    ),
    pytest.param(
        "They flew home from scam centres on two special Indian Air Force (IAF) C-130J aircraft.",
        2,
        id="planes of an air force",
    ),
    pytest.param(
        "The head of BI 7, reported that those held at the scam hub included 61 Indonesians.",
        7,
        id="the number of an office",
    ),
]


@pytest.mark.parametrize(("text", "count"), NOBODY)
def test_no_people(text: str, count: int) -> None:
    assert all(c.low != count for c in claims(text, "en"))


PLACES = [
    pytest.param(
        "In Poipet, Cambodia, police stormed a scam compound, finding 264 Indonesians.\n\nIn "
        "Kratie, officers searched a rented house. They detained 318 foreigners.",
        318,
        "Kratie",
        id="the sentence before has gone on to another town",
    ),
    pytest.param(
        "In all 2,640 foreigners have been held in nationwide raids on scam centres in Cambodia."
        "\n\nIn Pursat, Cambodia, 140 Vietnamese left a scam compound.",
        2640,
        None,
        id="what is of the whole country has no town",
    ),
    pytest.param(
        "Cambodia fights scams. The arrests in Poipet brought to 2,240 the total number held.",
        2240,
        None,
        id="a total has not the place of what raised it",
    ),
    pytest.param(
        "Police in Cambodia held 510 people over scams in two provinces.\n\nPoipet has many scam "
        "centres. Poipet lies at the border.",
        510,
        None,
        id="what was in several provinces has no town",
    ),
]


@pytest.mark.parametrize(("text", "count", "place"), PLACES)
def test_place(text: str, count: int, place: str | None) -> None:
    assert [c.place for c in claims(text, "en") if c.low == count] == [place]


def test_a_round_number_is_not_one_people_of_a_later_total() -> None:
    text = (
        "Police arrested at least 500 suspects in scam raids in Cambodia on Friday. That brought "
        "to 2,240 the number arrested since June, among them 410 Vietnamese and 566 Chinese."
    )
    assert {500, 2240, 410, 566} <= {c.low for c in claims(text, "en")}


LONG_BEFORE = [
    (
        "en",
        "South Korea flew home 71 suspects from scam centres in Cambodia on Friday, three months "
        "after 66 others were repatriated.",
        66,
        ("2025-08-01", "2025-08-31"),
    ),
    (
        "en",
        "The Philippines deported 96 Chinese scam workers on Thursday, a day after 14 Filipinos "
        "came home from Myanmar.",
        14,
        ("2025-11-05", "2025-11-05"),
    ),
    (
        "fr",
        "Un groupe de 71 Coréens a été rapatrié vendredi des centres d'arnaque, trois mois après "
        "le rapatriement de 66 suspects.",
        66,
        ("2025-08-01", "2025-08-31"),
    ),
    (
        "es",
        "71 coreanos volvieron este viernes de centros de estafas, tres meses después de que otros "
        "66 fueran deportados.",
        66,
        ("2025-08-01", "2025-08-31"),
    ),
    (
        "id",
        "Sebanyak 71 WNI korban penipuan daring dipulangkan pada Jumat, tiga bulan setelah 66 WNI "
        "dideportasi dari Kamboja.",
        66,
        ("2025-08-01", "2025-08-31"),
    ),
    (
        "en",
        "A week after the raid on a scam hub on 3 November, 46 Kenyans came home on 10 November.",
        46,
        ("2025-11-10", "2025-11-10"),
    ),
]


@pytest.mark.parametrize(("tag", "text", "count", "days"), LONG_BEFORE)
def test_what_was_so_long_before(tag: str, text: str, count: int, days: tuple[str, str]) -> None:
    told = [(str(c.start), str(c.end)) for c in claims(text, tag) if c.low == count]
    assert told == [days]


def test_those_still_held_are_so_now_not_since_others_came_home() -> None:
    text = (
        "Since May, 610 Thais have come home from scam centres in Cambodia and 2,100 are still "
        "held there."
    )
    told = [(str(c.kind), c.start) for c in claims(text, "en") if c.low == 2100]
    assert told == [("held", None)]


CHINESE = [
    pytest.param(
        "公安部表示，预计还将有850余名中国籍涉诈犯罪嫌疑人被陆续押解回国。",
        850,
        ("planned", "None", "None"),
        id="what is expected to come bit by bit is a plan",
    ),
    pytest.param(
        "记者11月10日从公安部获悉，近日缅甸将930名涉诈犯罪嫌疑人移交中方。",
        930,
        ("event", "None", "2025-11-10"),
        id="the day of the news is not that of the handover",
    ),
    pytest.param(
        "9月迄今累计3.2万名诈骗犯从缅北移交中方。",
        32000,
        ("cumulative", "2025-09-01", "2025-11-12"),
        id="a month to now",
    ),
    pytest.param(
        "根据警政署统计，到昨天11月11日为止，已协助408人从柬埔寨诈骗园区返台。",
        408,
        ("cumulative", "None", "2025-11-11"),
        id="a day told twice is one",
    ),
]


@pytest.mark.parametrize(("text", "count", "when"), CHINESE)
def test_chinese_agency_news(text: str, count: int, when: tuple[str, str, str]) -> None:
    told = [(str(c.scope), str(c.start), str(c.end)) for c in claims(text, "zh") if c.low == count]
    assert told == [when]


def test_a_country_behind_those_counted_is_where_they_are() -> None:
    told = [(c.nationality, c.country) for c in claims("326人柬埔寨待援，诈骗园区猖獗。", "zh")]
    assert told == [((), "KHM")]


def test_who_tells_the_press_is_the_speaker() -> None:
    text = "记者11月10日从公安部获悉，缅甸将930名涉诈犯罪嫌疑人移交中方。"
    assert [c.according_to for c in claims(text, "zh")] == ["公安部"]


def test_thai_citizens_named_before_their_count() -> None:
    text = "บุคคลสัญชาติจีน เดินทางออกมาจากประเทศเมียนมา จำนวน 365 คน จากแก๊งคอลเซ็นเตอร์"
    assert [c.nationality for c in claims(text, "th") if c.low == 365] == [("CHN",)]


def test_the_number_of_a_bridge_counts_nobody() -> None:
    text = "ส่งตัว 19 คน จากแก๊งคอลเซ็นเตอร์ ผ่านสะพานมิตรภาพไทย – เมียนมา แห่งที่ 2 แม่สอด"
    assert all(c.low != 2 for c in claims(text, "th"))


def test_numbers_behind_a_colon_break_down_who_was_counted_before_it() -> None:
    text = (
        "After the scam raids 188 Kenyans await repatriation: 61 in Thailand and 127 in shelters "
        "in Myanmar."
    )
    told = {(c.low, str(c.kind), c.country) for c in claims(text, "en")}
    assert {(61, "held", "THA"), (127, "held", "MMR")} <= told


def test_the_first_to_be_sent_home_are_home() -> None:
    text = "These 260 Indians from scam centres were the first to be repatriated from Mae Sot."
    assert [str(c.scope) for c in claims(text, "en")] == ["event"]


def test_own_people_in_several_countries_of_the_centres_are_in_none_by_itself() -> None:
    text = (
        "The Foreign Ministry of Malaysia works to bring home Malaysians who fell victim to job "
        "scams. In Malaysia, it said it had received reports on 290 such cases in Cambodia, Laos, "
        "Myanmar and Thailand.\n\n“Of this number, 160 victims have been rescued,” it said."
    )
    assert [(c.low, c.country) for c in claims(text, "en")] == [(290, None), (160, None)]


def test_a_list_of_parts_does_as_its_whole_though_a_verb_of_the_case_follows() -> None:
    text = (
        "柬埔寨警方在诈骗园区逮捕了39名外籍嫌疑人，其中包括30名中国大陆籍、5名中国台湾籍和4名越南籍，"
        "案件将移送法院起诉。"
    )
    told = {(c.low, str(c.kind)) for c in claims(text, "zh")}
    assert told == {(39, "arrested"), (30, "arrested"), (5, "arrested"), (4, "arrested")}


def test_whose_citizens_were_looked_for_is_not_where_others_were_arrested() -> None:
    text = "柬埔寨警方突击西港一家赌场，虽未寻获该名英国公民，但在现场破获诈骗团伙逮捕36名嫌犯。"
    assert [c.country for c in claims(text, "zh") if c.low == 36] == ["KHM"]


MORE_PLANS = [
    ("zh", "预计未来几周将有数千名外国人从缅甸的诈骗园区获释并遣返。"),
    ("zh", "2010名外籍人员在柬埔寨诈骗园区被捕后将被遣返。"),
    ("es", "El gobierno espera rescatar a otros 2100 indios de centros de estafas."),
    ("fr", "Seize vols sont prévus jusqu'à samedi, pour transporter 2100 rescapés d'arnaques."),
]


@pytest.mark.parametrize(("tag", "text"), MORE_PLANS)
def test_what_is_expected_is_planned(tag: str, text: str) -> None:
    assert {str(c.scope) for c in claims(text, tag) if (c.low or 0) >= 2000} == {"planned"}


STRETCHES = [
    (
        "fr",
        "Depuis le début de cette année et jusqu'au 15 octobre, 982 étrangers ont été expulsés.",
    ),
    ("en", "From the start of the year until 15 October, 982 scam workers were deported."),
    ("zh", "今年初至10月15日，982名涉诈人员被遣返。"),
]


@pytest.mark.parametrize(("tag", "text"), STRETCHES)
def test_an_open_start_and_the_end_behind_it_are_one_stretch(tag: str, text: str) -> None:
    (told,) = times(text, tag)
    assert (told.start, told.end) == ("2025-01-01", "2025-10-15")


PARTS = [
    pytest.param(
        "To date, 350 Indians have come home from scam centres, including 58 rescued on 3 May.",
        350,
        "2025-11-12",
        id="of all, to date",
    ),
    pytest.param(
        "India brought 240 of its citizens home from scam centres, of which 70 in the last three "
        "months.",
        240,
        None,
        id="of a part in some months",
    ),
]


@pytest.mark.parametrize(("text", "count", "end"), PARTS)
def test_the_time_of_a_part_is_not_that_of_all(text: str, count: int, end: str | None) -> None:
    told = [c.end for c in claims(text, "en") if c.low == count]
    assert told == [date.fromisoformat(end) if end else None]


def test_what_went_before_in_a_phrase_does_not_part_people_from_their_verb() -> None:
    text = (
        "At least 58 Indians, rescued by the embassy in Cambodia after being trafficked and forced "
        "into scams, have returned home."
    )
    assert [str(c.kind) for c in claims(text, "en")] == ["repatriated"]


def test_a_mass_told_of_a_region_is_of_no_one_country() -> None:
    text = (
        "Hundreds of thousands of people are trafficked into scam centres that have sprung up "
        "across Southeast Asia. In Cambodia some 90,000 are held in scam centres."
    )
    assert [c.country for c in claims(text, "en") if c.low == 200_000] == [None]


def test_thousands_in_short_count_people() -> None:
    text = "Scam centres hold at least 130K people in Myanmar."
    assert [c.low for c in claims(text, "en")] == [130_000]


def test_several_places_are_not_one_of_them() -> None:
    text = (
        "Raids on scam centres in Phnom Penh, Kampot and Battambang led to 230 arrests in Cambodia."
    )
    assert [(c.country, c.place) for c in claims(text, "en")] == [("KHM", None)]


def test_people_home_from_several_countries_were_in_none_by_itself() -> None:
    text = "The Philippines repatriated 118 Filipinos from scam hubs in Laos, Myanmar and Cambodia."
    assert [c.country for c in claims(text, "en")] == [None]


def test_consular_cases_are_cases_and_those_in_a_scam_centre_are_held() -> None:
    cases = "The agency responded to 470 assistance-to-nationals cases at scam hubs in Cambodia."
    assert [(str(c.kind), str(c.unit)) for c in claims(cases, "en")] == [("reported", "case")]
    held = "They were part of a larger group of 240 people detained at a scam center in Myanmar."
    assert [str(c.kind) for c in claims(held, "en")] == ["held"]


FIRST_DAYS = [
    ("en", "They held 310 suspects in the first 17 days of the year."),
    ("vi", "Cảnh sát bắt giữ 310 nghi phạm lừa đảo trong 17 ngày đầu năm 2025."),
    ("zh", "今年前17天逮捕诈骗嫌疑人310名。"),
    ("es", "Detuvieron a 310 sospechosos en los primeros 17 días del año."),
]


@pytest.mark.parametrize(("tag", "text"), FIRST_DAYS)
def test_the_first_days_of_a_year(tag: str, text: str) -> None:
    (told,) = times(text, tag)
    assert (told.start, told.end) == ("2025-01-01", "2025-01-17")


@pytest.mark.parametrize(
    ("tag", "text", "count", "year"),
    [
        (
            "th",
            "ปี 2564 ดำเนินคดีแก๊งคอลเซ็นเตอร์ 186 คดี เพิ่มขึ้นจากปี 2563 ร้อยละ 39 "
            "และช่วยเหลือคนไทยที่ถูกหลอกไปทำงานที่กัมพูชา 536 คน",
            536,
            2021,
        ),
        (
            "zh",
            "2021年，警方侦办电诈案186起，较2020年增长39%，并从柬埔寨园区解救536人。",
            536,
            2021,
        ),
        (
            "en",
            "In 2021, up 39 per cent from 2020, police freed 536 people from scam dens.",
            536,
            2021,
        ),
    ],
)
def test_the_year_compared_with_dates_no_count_behind_it(
    tag: str, text: str, count: int, year: int
) -> None:
    found = next(c for c in claims(text, tag, published=date(2022, 3, 1)) if c.low == count)
    assert found.start is not None
    assert found.start.year == year


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The court found that the scam gang had killed 14 people, and jailed 11 on Monday."),
        (
            "fr",
            "Le gang d'arnaqueurs avait causé la mort de 14 personnes, dit le tribunal, "
            "qui a condamné lundi 11 personnes.",
        ),
        ("zh", "法院查明，该电诈集团造成14人死亡。29日，法院判处11人死刑。"),
    ],
)
def test_what_a_court_finds_was_not_done_on_the_day_of_its_judgment(tag: str, text: str) -> None:
    days = {c.kind.value: c.start for c in claims(text, tag, published=date(2025, 9, 30))}
    assert days["killed"] is None
    assert days["convicted"] is not None


def test_those_who_watch_a_trial_are_not_convicted() -> None:
    text = "法院对电诈家族案宣判，11人被判处死刑。群众等160余人旁听了宣判。"
    assert [c.low for c in claims(text, "zh")] == [11]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "en",
            "Police held scam workers. Two others, who are Chinese nationals, were held in Bali.",
        ),
        ("es", "Cayeron 9 estafadores. Otros dos, que son ciudadanos chinos, fueron detenidos."),
        (
            "id",
            "Penipu daring ditangkap. Dua lainnya yang merupakan warga China ditangkap di Bali.",
        ),
        ("th", "ตำรวจจับแก๊งคอลเซ็นเตอร์ 9 คน ส่วนอีก 2 คนซึ่งเป็นชาวจีน ถูกจับที่บาหลี"),
    ],
)
def test_a_relative_clause_says_of_which_people_those_before_it_are(tag: str, text: str) -> None:
    assert [c.nationality for c in claims(text, tag) if c.low == 2] == [("CHN",)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ten Malaysians freed from a scam den in Laos arrived at KLIA on Sunday.", "repatriated"),
        ("Ten Kenyans freed from a scam den arrived at their embassy in Bangkok.", "reported"),
    ],
)
def test_who_arrives_at_an_airport_is_home_and_at_an_embassy_asks_for_help(
    text: str, kind: str
) -> None:
    assert [c.kind.value for c in claims(text)] == [kind]


@pytest.mark.parametrize(
    ("tag", "text", "speaker"),
    [
        (
            "fr",
            "Selon un communiqué de la police du 2 novembre, 40 Thaïlandais ont été libérés d'un "
            "centre d'arnaque.",
            "police",
        ),
        (
            "en",
            "A police statement on 2 November said 40 Thais were freed from a scam compound.",
            "police statement",
        ),
        (
            "th",
            "โฆษกประจำสำนักนายกรัฐมนตรี เผยว่า ตามที่นายกรัฐมนตรีกำชับให้ปราบแก๊งคอลเซ็นเตอร์ "
            "ตำรวจช่วยเหลือคนไทย 40 คน",
            "โฆษกประจำสำนักนายกรัฐมนตรี",
        ),
    ],
)
def test_the_day_of_a_statement_belongs_to_it(tag: str, text: str, speaker: str) -> None:
    (found,) = claims(text, tag, published=date(2025, 11, 3))
    assert (found.start, found.according_to) == (None, speaker)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Some 300 people from a scam compound will be deported before Friday."),
        ("fr", "300 personnes d'un centre d'arnaque seront expulsées avant vendredi."),
        ("id", "Sebanyak 300 orang dari pusat penipuan daring akan dideportasi sebelum Jumat."),
        ("vi", "300 người từ khu lừa đảo sẽ bị trục xuất trước thứ Sáu."),
        ("th", "ผู้ต้องสงสัยแก๊งคอลเซ็นเตอร์ 300 คนจะถูกเนรเทศก่อนวันศุกร์"),
        ("zh", "诈骗园区的300人将于周五前被驱逐出境。"),
    ],
)
def test_before_a_weekday_what_is_planned_comes_to_its_term(tag: str, text: str) -> None:
    (found,) = claims(text, tag, published=date(2025, 11, 3))
    assert (found.scope.value, found.end) == ("planned", date(2025, 11, 7))


def test_a_clause_on_those_counted_keeps_its_day() -> None:
    text = "Police charged 29 men over scams after they came home from Cambodia, where they were "
    (found,) = claims(text + "caught in a raid in May.")
    assert (found.kind.value, found.start) == ("charged", None)


def test_others_go_the_way_of_those_counted_not_of_their_past() -> None:
    text = "Ghana flew home 58 people lured into scam dens and another 43 are due on Saturday."
    assert [(c.kind.value, c.scope.value) for c in claims(text)] == [
        ("repatriated", "event"),
        ("repatriated", "planned"),
    ]


@pytest.mark.parametrize(
    ("tag", "text", "people"),
    [
        ("fr", "La police a arrêté 29 personnes expulsées du Cambodge pour escroquerie.", ()),
        ("es", "Más de 500 extranjeros han sido deportados de Camboya por estafas.", ("FOREIGN",)),
        ("es", "Detuvieron a 29 personas deportadas de Camboya por estafas.", ()),
    ],
)
def test_where_people_were_expelled_from_is_not_what_they_are(
    tag: str, text: str, people: tuple[str, ...]
) -> None:
    assert [c.nationality for c in claims(text, tag)] == [people]


def test_a_future_form_keeps_its_day() -> None:
    text = "Ghana repatrió a 58 jóvenes de un centro de estafas y otros 43 llegarán el sábado."
    assert [(c.low, c.start is None) for c in claims(text, "es")] == [(58, True), (43, False)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "They had come from Laos, Nepal and China."),
        ("fr", "Ils venaient du Laos, du Népal et de Chine."),
        ("es", "Procedían de Laos, Nepal y China."),
        ("zh", "他们来自老挝、尼泊尔和中国。"),
        ("vi", "Họ đến từ Lào, Nepal và Trung Quốc."),
        ("id", "Mereka berasal dari Laos, Nepal, dan China."),
    ],
)
def test_foreigners_are_of_the_peoples_told_next(tag: str, text: str) -> None:
    before = {
        "en": "Police held 37 foreigners at a scam den in Bavet.",
        "fr": "La police a arrêté 37 étrangers d'un centre d'arnaque à Bavet.",
        "es": "La policía detuvo a 37 extranjeros en un centro de estafas de Bavet.",
        "zh": "警方在巴域诈骗园区逮捕37名外国人。",
        "vi": "Cảnh sát bắt 37 người nước ngoài tại trung tâm lừa đảo ở Bavet.",
        "id": "Polisi menangkap 37 warga asing di markas penipuan daring di Bavet.",
    }
    (found,) = claims(f"{before[tag]} {text}", tag)
    assert found.nationality == ("LAO", "NPL", "CHN")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "The gate has been shut since 9 March, the day on which a militia handed 83 people "
            "from scam centres to Thailand.",
            [("transferred", 83, date(2025, 3, 9))],
            id="a day that since leads to",
        ),
        pytest.param(
            "Laos raided a scam zone, a paper said on 5 March. The 83 suspects were deported on "
            "the following day, 2 March.",
            [("deported", 83, date(2025, 3, 2))],
            id="a day told twice",
        ),
        pytest.param(
            "Taipei, March 8 (ABC) The top court let stand the sentences of a scam ring that sold "
            "83 people to Cambodia.",
            [("trafficked", 83, None)],
            id="the day of a dateline",
        ),
    ],
)
def test_which_day_is_meant(text: str, told: list[tuple[str, float, date | None]]) -> None:
    assert [(c.kind.value, c.low, c.start) for c in claims(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Freed from scam centres, 83 Nepalis flew home. The group, 80 men and three women, had "
            "been made to work in online fraud.",
            [("repatriated", 83), ("repatriated", 80), ("repatriated", 3)],
            id="sexes that add up to those just told",
        ),
        pytest.param(
            "The ringleader and his aides delivered 83 Taiwanese to scam compounds in Cambodia.",
            [("trafficked", 83)],
            id="those whom suspects hand over",
        ),
        pytest.param(
            "Law enforcers from 27 countries joined the sweep on scam centres and held 83 people.",
            [("held", 83)],
            id="the countries of the police are no origins",
        ),
    ],
)
def test_who_is_meant(text: str, told: list[tuple[str, float]]) -> None:
    assert [(c.kind.value, c.low) for c in claims(text)] == told


def test_requests_are_counted_behind_an_insertion() -> None:
    text = "Requests for help from scam centres, whether from victims or from kin, have come to 28."
    assert [(c.kind.value, c.unit.value, c.low) for c in claims(text)] == [("reported", "case", 28)]


@pytest.mark.parametrize(
    ("tag", "text", "told"),
    [
        pytest.param(
            "zh",
            "缅方向泰国移交了61名从电诈园区救出的受害者，其中中国人39名、印度人13名、印度尼西亚人5名。",
            [("transferred", 61), ("transferred", 39), ("transferred", 13), ("transferred", 5)],
            id="what describes others tells nothing of the rows of a list",
        ),
        pytest.param(
            "zh",
            "该家族建起36个诈骗园区，“百福酒店”也在其列。",
            [("operating", 36)],
            id="a hundred in a name in quotation marks",
        ),
    ],
)
def test_chinese_lists_and_names(tag: str, text: str, told: list[tuple[str, float]]) -> None:
    assert [(c.kind.value, c.low) for c in claims(text, tag)] == told


def test_a_country_before_the_title_of_a_paper_is_no_scene() -> None:
    text = "英國《衛報》2日報導，緬甸KK園區的詐騙基地被炸毀，遭拘留的有83人。"
    assert [(c.low, c.country) for c in claims(text, "zh")] == [(83, "MMR")]


def test_sexes_are_of_the_people_told_right_before() -> None:
    text = (
        "La police a arrêté 234 suspects d'arnaques, dont 149 Vietnamiens, parmi lesquels 23 "
        "femmes, et 85 Cambodgiens."
    )
    told = [c.nationality for c in claims(text, "fr")]
    assert told == [(), ("VNM",), ("VNM",), ("KHM",)]


def test_flights_carry_people_and_cases_call_for_help() -> None:
    text = (
        "Công an triệt phá tụ điểm lừa đảo ở Bavet. Hai chuyến bay thuê bao chở 83 người về nước. "
        "Đại sứ quán tiếp nhận 37 trường hợp kêu cứu."
    )
    told = [(c.kind.value, c.unit.value, c.low) for c in claims(text, "vi")]
    assert ("reported", "case", 37) in told
    assert 2 not in [low for _, _, low in told]


BOTH = [
    ("fr", "La police a arrêté 60 Cambodgiens et ressortissants chinois dans un centre d'arnaque."),
    ("es", "La policía detuvo a 60 camboyanos y ciudadanos chinos en un centro de estafas."),
    ("zh", "警方在一处诈骗园区拘捕60名柬埔寨人和中国公民。"),
    ("id", "Polisi menangkap 60 warga Kamboja dan warga negara China di pusat penipuan daring."),
]


@pytest.mark.parametrize(("tag", "text"), BOTH)
def test_the_second_people_of_a_count_may_stand_behind_its_noun(tag: str, text: str) -> None:
    (told,) = claims(text, tag)
    assert set(told.nationality) == {"KHM", "CHN"}


DESCRIBED = [
    ("en", "28 Indonesians identified as victims have been flown home from a scam compound."),
    ("id", "28 WNI terindikasi korban TPPO telah difasilitasi pemulangannya dari Kamboja."),
    ("es", "28 indonesios desaparecidos en Camboya han sido liberados de un centro de estafas."),
    ("fr", "28 Indonésiens portés disparus ont été libérés d'un centre d'arnaque au Cambodge."),
    ("zh", "此前在电诈园区被捕的28名嫌疑人已移交中方。"),
]


@pytest.mark.parametrize(("tag", "text"), DESCRIBED)
def test_the_verb_tells_what_happened_to_those_described(tag: str, text: str) -> None:
    (told,) = claims(text, tag)
    assert told.kind.value in ("repatriated", "freed", "transferred")


TRIED = [
    ("fr", "Quatorze personnes sont mortes dans un centre d'arnaque. Dix avaient tenté de fuir."),
    ("vi", "14 người chết tại khu lừa đảo ở Myanmar. 10 người trong số đó đã tìm cách bỏ trốn."),
    ("id", "14 orang tewas di pusat penipuan daring. Sepuluh di antaranya mencoba melarikan diri."),
    ("th", "มีผู้เสียชีวิต 14 คนในศูนย์สแกมเมอร์ในเมียนมา 10 คนในจำนวนนี้พยายามหลบหนี"),
]


@pytest.mark.parametrize(("tag", "text"), TRIED)
def test_who_tried_to_flee_has_not_fled(tag: str, text: str) -> None:
    assert {c.kind.value for c in claims(text, tag)} == {"killed"}


def test_who_takes_people_home_is_not_where_they_are_handed_over() -> None:
    (told,) = claims(
        "41 000 suspects d'arnaques en ligne ont été remis à la Chine, fruit d'une coopération "
        "avec la Birmanie.",
        "fr",
    )
    assert (told.kind.value, told.country) == ("transferred", "MMR")


def test_what_people_all_over_the_world_lose_is_lost_in_no_country() -> None:
    (told,) = claims(
        "Scam centres thrive in Cambodia and Myanmar, and people around the world lose billions of "
        "dollars to them."
    )
    assert (told.kind.value, told.country) == ("lost", None)


def test_a_sentence_of_its_own_on_foreign_workers_tells_nothing_of_those_held() -> None:
    told = claims(
        "Philippine authorities have detained 250 people in a raid on a suspected online scam farm "
        "in Manila. In July the president outlawed gaming operators. Thousands of foreign workers "
        "at the outlawed firms were given two months to leave the Philippines."
    )
    assert [c.low for c in told] == [250]


def test_the_embassy_people_queue_at_is_not_who_freed_others() -> None:
    (told,) = claims(
        "The Indonesian embassy in Phnom Penh had reports from 1,440 of its nationals who had been "
        "released from scam centres in recent days, while queues of Chinese nationals were seen "
        "outside the Chinese embassy. The compounds are all over Cambodia."
    )
    assert (told.low, told.country) == (1440, "KHM")


def test_how_a_case_began_long_ago_is_not_the_day_of_the_operation() -> None:
    told = claims(
        "The Indian embassy in Cambodia is working for the return of 14 Indians freed from cyber "
        "scam centres. It has brought home over 650 Indian citizens.\n\nMost of the men are from "
        "Bihar. Their families have been told. They are well.\n\nThe scam came to light when an "
        "employee was defrauded and the police filed a case on 31 December 2023 and made arrests.",
        published=date(2024, 7, 20),
    )
    home = next(c for c in told if c.low == 650)
    assert (home.start, home.end) == (None, None)


@pytest.mark.parametrize(
    ("tag", "text", "low"),
    [
        ("en", "Some 14 out of the 75 Filipinos in scam compounds have been repatriated.", 13),
        ("en", "Cambodia targeted 250 scam sites and has closed about 80%, or 200 of them.", 200),
        (
            "fr",
            "Plus de 1 400 Indonésiens ont quitté au cours des cinq derniers jours les centres "
            "d'escroquerie en ligne du Cambodge.",
            1400,
        ),
    ],
)
def test_parts_shares_and_what_was_left(tag: str, text: str, low: int) -> None:
    told = claims(text, tag)[-1]
    kinds = {13: "repatriated", 200: "closed", 1400: "escaped"}
    assert (told.kind.value, told.low) == (kinds[low], low)


WANTED = [
    (
        "es",
        "La policía trata de detener a la mayoría de los 64 surcoreanos repatriados de los centros "
        "de estafas de Camboya.",
        ("repatriated", "event"),
    ),
    (
        "en",
        "Police applied for warrants to detain 58 of those repatriated from scam centres in "
        "Cambodia.",
        ("arrested", "planned"),
    ),
    (
        "es",
        "En el operativo contra la red de trata hacia Camboya se ejecutaron órdenes de detención "
        "contra seis personas.",
        ("arrested", "event"),
    ),
    (
        "vi",
        "Công an Việt Nam đột kích các tòa nhà tại Bavet, bắt giữ 205 người của các công ty lừa "
        "đảo.",
        ("arrested", "event"),
    ),
]


@pytest.mark.parametrize(("tag", "text", "told"), WANTED)
def test_whom_police_seek_and_whom_they_took(tag: str, text: str, told: tuple[str, str]) -> None:
    (claim,) = claims(text, tag)
    assert (claim.kind.value, claim.scope.value) == told
    assert claim.country == "KHM"


def test_the_nominal_participle_of_others_tells_nothing_of_a_group_with_its_own() -> None:
    told = claims(
        "Les Philippines ont expulsé 165 Chinois accusés d'escroquerie en ligne. Les expulsés font "
        "partie d'un groupe de centaines de personnes, Philippins et étrangers, arrêtées à Bamban.",
        "fr",
    )
    assert [(c.kind.value, c.low) for c in told] == [("deported", 165), ("arrested", 200)]


def test_hundreds_of_other_nationalities_are_no_countries() -> None:
    told = claims(
        "Plus de 7 000 travailleurs ont été libérés des centres d'arnaque de Myawaddy. Parmi eux, "
        "on compte 4 800 Chinois et plusieurs centaines d'autres nationalités.",
        "fr",
    )
    assert "origins" not in {c.kind.value for c in told}


def test_the_day_since_which_is_the_day_of_what_happened_on_it() -> None:
    (told,) = claims(
        "Le poste n'a pas rouvert depuis le 12 février 2025, date à laquelle 260 étrangers tirés "
        "des centres d'arnaque ont été remis à la Thaïlande.",
        "fr",
    )
    assert (told.start, told.end) == (date(2025, 2, 12), date(2025, 2, 12))


def test_men_and_women_who_add_up_to_those_flown_home_flew_home() -> None:
    told = claims(
        "India flew home 283 nationals from scam centres in Myanmar on Monday. The plane evacuated "
        "266 men and 17 women."
    )
    assert [(c.kind.value, c.low) for c in told] == [
        ("repatriated", 283),
        ("repatriated", 266),
        ("repatriated", 17),
    ]


def test_what_those_taken_out_had_been_through_is_not_what_befell_a_part() -> None:
    told = claims(
        "En Bamban fueron rescatadas cientos de personas, entre ellas unos 400 filipinos, a los "
        "que se obligaba a cometer estafas en línea.",
        "es",
    )
    assert {c.kind.value for c in told} == {"freed"}
