"""Whose people are counted and in which country, in every language of the packs."""

from __future__ import annotations

from datetime import date

import pytest
from reading import LEADS, claims

PUBLISHED = date(2025, 3, 3)


def _told(tag: str, text: str) -> list[tuple[float | None, tuple[str, ...], str | None]]:
    """Number, nationality and country of every claim behind a first line about Cambodia."""
    return [(c.low, c.nationality, c.country) for c in claims(LEADS[tag] + text, tag, PUBLISHED)]


@pytest.mark.parametrize(
    ("tag", "text", "countries"),
    [
        ("fr", "Les fraudes ont coûté 644 millions de dollars aux Canadiens.", ["CAN"]),
        ("fr", "Les Français y ont laissé 12 millions d'euros.", ["FRA"]),
        (
            "en",
            "Scams cost victims in the United States US$3.5 billion, "
            "while Canadians lost US$413 million and Malaysians US$750 million.",
            ["USA", "CAN", "MYS"],
        ),
        ("es", "Los estadounidenses perdieron 3 millones de dólares.", ["USA"]),
        ("es", "Las víctimas taiwanesas perdieron 4 millones de dólares.", ["TWN"]),
        ("en", "Thai police say the victims lost US$3 million.", [None]),
    ],
)
def test_a_loss_is_of_the_people_who_bore_it_and_where_they_are(
    tag: str, text: str, countries: list[str | None]
) -> None:
    found = _told(tag, text)
    assert [country for _, _, country in found] == countries
    in_america = "victims in the United States" in text
    named = [() if c is None or (in_america and c == "USA") else (c,) for c in countries]
    assert [nations for _, nations, _ in found] == named


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "Some 300 people were freed from Burmese compounds.", [(270, (), "MMR")]),
        ("en", "Soldiers freed 45 people who worked in Chinese restaurants.", [(45, (), "KHM")]),
        ("en", "Soldiers freed 12 Thai compound workers.", [(12, ("THA",), "KHM")]),
        (
            "es",
            "De los 56 ceilandeses varados en territorio birmano, ocho fueron rescatados.",
            [(56, ("LKA",), "MMR"), (8, ("LKA",), "MMR")],
        ),
    ],
)
def test_an_adjective_tells_whose_ground_it_is(
    tag: str, text: str, expected: list[tuple[float, tuple[str, ...], str]]
) -> None:
    assert _told(tag, text) == expected


@pytest.mark.parametrize(
    ("tag", "text", "countries"),
    [
        (
            "en",
            "Myanmar leads with 120,000 scammers, Cambodia comes next with 100,000, "
            "and the remaining 85,000 are in Laos.",
            ["MMR", "KHM", "LAO"],
        ),
        (
            "fr",
            "L'ONU évalue à 120 000 le nombre de personnes exploitées en Birmanie "
            "et à 100 000 celui des captifs au Cambodge.",
            ["MMR", "KHM"],
        ),
        ("zh", "緬甸至少有12萬人、柬埔寨約有10萬人被迫從事網路詐騙。", ["MMR", "KHM"]),
        ("en", "In Myanmar 120,000 people are held, and 100,000 work as scammers.", ["MMR"] * 2),
    ],
)
def test_masses_told_country_by_country(tag: str, text: str, countries: list[str]) -> None:
    assert [country for _, _, country in _told(tag, text)] == countries


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        (
            "en",
            "Police freed 187 workers. The remaining 29 are Filipinos.",
            [(187, ()), (29, ("PHL",))],
        ),
        (
            "en",
            "Police held 20 Cubans. A further 88, young Namibians all of them, were picked up.",
            [(20, ("CUB",)), (88, ("NAM",))],
        ),
        ("en", "Police freed 45 people, Thai officials said.", [(45, ())]),
        ("en", "Police freed 45 people, Indonesians and 12 Thais.", [(45, ()), (12, ("THA",))]),
        ("es", "La policía detuvo a 60 personas, camboyanas y chinas.", [(60, ("KHM", "CHN"))]),
        ("es", "La policía detuvo a 60 personas, chinas en su mayoría.", [(60, ())]),
        (
            "es",
            "Fueron rescatados 40 trabajadores (vietnamitas, chinos y malasios).",
            [(40, ("VNM", "CHN", "MYS"))],
        ),
        (
            "es",
            "Hay seis aprehendidos: tres son ecuatorianos y los tres restantes, extranjeros.",
            [(6, ()), (3, ("ECU",)), (3, ("FOREIGN",))],
        ),
        ("vi", "Cảnh sát bắt 45 người, Trung Quốc xác nhận.", [(45, ())]),
        ("id", "17 orang yang seluruhnya warga China ditangkap.", [(17, ("CHN",))]),
        ("fr", "Les 24 personnes arrêtées sont toutes chinoises.", [(24, ("CHN",))]),
        (
            "fr",
            "Cinq personnes ont été arrêtées. Deux sont de nationalité chinoise, "
            "trois viennent du Vietnam.",
            [(5, ()), (2, ("CHN",)), (3, ("VNM",))],
        ),
    ],
)
def test_peoples_behind_a_comma_or_a_copula(
    tag: str, text: str, expected: list[tuple[float, tuple[str, ...]]]
) -> None:
    assert [(low, nations) for low, nations, _ in _told(tag, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("警方逮捕印度人（465人）、越南人（151人）。", [(465, ("IND",)), (151, ("VNM",))]),
        (
            "警方逮捕871人，人数最多的是印度籍（465人），其次为菲律宾（220人）。",
            [(871, ()), (465, ("IND",)), (220, ("PHL",))],
        ),
        ("逃走的399人是印度人，另有147名中国公民。", [(399, ("IND",)), (147, ("CHN",))]),
        ("警方带走的人清一色是中国公民，达82名。", [(82, ("CHN",))]),
        ("柬埔寨园区12人被捕。", [(12, ())]),
        ("134名外籍人员就擒，绝大部分持中国护照。", [(134, ("FOREIGN",))]),
    ],
)
def test_peoples_around_a_counting_word(
    text: str, expected: list[tuple[float, tuple[str, ...]]]
) -> None:
    found = _told("zh", text)
    assert [(low, nations) for low, nations, _ in found] == expected
    assert {country for _, _, country in found} == {"KHM"}


def test_calls_for_help_are_of_the_people_that_the_report_is_about() -> None:
    text = (
        "Malaysian families ask for their sons. The Malaysian embassy is overwhelmed, and Malaysia "
        "wants to know more. Police arrested 12 Chinese. The embassy has received 301 reports."
    )
    assert [nations for low, nations, _ in _told("en", text) if low == 301] == [("MYS",)]


def test_calls_for_help_in_a_report_about_several_peoples_are_of_nobody_in_particular() -> None:
    text = (
        "Malaysian and Kenyan families ask for their sons. Embassies of Malaysia, Kenya and Nepal "
        "are overwhelmed. Nepalese monks help. The police have received 301 reports."
    )
    assert [nations for low, nations, _ in _told("en", text) if low == 301] == [()]


@pytest.mark.parametrize(
    ("tag", "text", "country", "place"),
    [
        (
            "vi",
            "Qua cửa khẩu Bu Prăng, công an tỉnh Lâm Đồng tiếp nhận 11 công dân Việt Nam "
            "do phía Campuchia trao trả.",
            "VNM",
            "Bu Prăng",
        ),
        ("en", "Cambodia sent 40 Thais home from Poipet to Aranyaprathet.", "THA", "Aranyaprathet"),
        ("en", "Cambodia deported 40 Thais through Khlong Luek.", "THA", "Khlong Luek"),
        ("en", "Some 40 Thais were flown home from Phnom Penh to Bangkok.", "KHM", "Phnom Penh"),
    ],
)
def test_those_who_come_home_over_land_are_at_the_border(
    tag: str, text: str, country: str, place: str
) -> None:
    (found,) = claims(LEADS[tag] + text, tag, PUBLISHED)
    assert (found.country, found.place) == (country, place)


@pytest.mark.parametrize(
    ("tag", "text", "nations"),
    [
        ("en", "Kenya freed 60 of its own.", ("KEN",)),
        ("en", "Kenya freed 60 of its own vehicles.", None),
        ("en", "19 people from Tamil Nadu came home from Cambodia.", ("IND",)),
        ("en", "19 people from Poipet came home.", ()),
        ("en", "Police freed 19 people from all over India.", ("IND",)),
        ("vi", "19 người từ tỉnh Nghệ An được giải cứu tại Campuchia.", ("VNM",)),
        ("es", "La India trajo de vuelta desde Camboya a unos 250 de los suyos.", ("IND",)),
        ("es", "Corea del Sur repatrió a 64 de sus nacionales.", ("KOR",)),
        ("vi", "Malaysia xác nhận 24 công dân đã được giải cứu khỏi KK Park.", ("MYS",)),
        ("vi", "Theo Đại sứ quán Nhật Bản, 29 công dân bị bắt ở Campuchia.", ("JPN",)),
        ("vi", "Campuchia trao trả 11 công dân.", ("VNM",)),
        ("vi", "Công an bắt tạm giam ba người đàn ông quốc tịch Malaysia.", ("MYS",)),
    ],
)
def test_whose_own_they_are(tag: str, text: str, nations: tuple[str, ...] | None) -> None:
    found = _told(tag, text)
    assert [each for _, each, _ in found] == ([] if nations is None else [nations])


@pytest.mark.parametrize(
    ("text", "nations"),
    [
        ("จับกุมชาวต่างชาติ รวม 658 คน จากศูนย์สแกมเมอร์", ("FOREIGN",)),
        ("ควบคุมตัวชาวอินโดนีเซีย มาเลเซีย และจีนไว้ได้กว่า 30 คน", ("IDN", "MYS", "CHN")),
        ("จับกุมชาวจีน 12 คน", ("CHN",)),
        ("หญิงไทย 4 คนถูกขายต่อ", ("THA",)),
    ],
)
def test_peoples_before_their_number_over_spaces(text: str, nations: tuple[str, ...]) -> None:
    assert [each for _, each, _ in _told("th", text)] == [nations]


@pytest.mark.parametrize(
    ("tag", "text", "country"),
    [
        (
            "fr",
            "La gendarmerie d'Antananarivo a arrêté six recruteurs "
            "qui expédiaient des jeunes filles au Cambodge.",
            "MDG",
        ),
        (
            "fr",
            "Le tribunal populaire de la province de Dong Nai a condamné onze personnes "
            "qui travaillaient pour des entreprises au Cambodge.",
            "VNM",
        ),
        ("fr", "La police de Phnom Penh a arrêté six recruteurs.", "KHM"),
        ("vi", "Công an tỉnh Điện Biên khởi tố 38 bị can ở Đặc khu kinh tế Tam giác vàng.", "VNM"),
    ],
)
def test_the_place_of_who_acts_goes_before_that_of_a_clause(
    tag: str, text: str, country: str
) -> None:
    assert [where for _, _, where in _told(tag, text)] == [country]


@pytest.mark.parametrize(
    ("tag", "text", "country", "place"),
    [
        (
            "th",
            "กองกำลังรับตัวชาวอินโดนีเซีย 84 คน จากฝั่งเมียวดี ประเทศเมียนมา ข้ามมายัง อ.แม่สอด จ.ตาก",
            "THA",
            "Mae Sot",
        ),
        (
            "es",
            "Tailandia repatrió a 84 indonesios liberados de centros de estafa de Birmania.",
            "THA",
            None,
        ),
        (
            "es",
            "China repatrió a 84 ciudadanos liberados de centros de estafa de Birmania.",
            "MMR",
            None,
        ),
        (
            "en",
            "The militia in Myawaddy handed over 260 people at Mae Sot, Thailand.",
            "THA",
            "Mae Sot",
        ),
        # Who takes people over does so at home, from wherever they were.
        ("en", "Thailand is to receive 7,000 workers from centres in Myanmar.", "THA", None),
        ("id", "Thailand menerima 260 WNA dari pusat penipuan di Myanmar.", "THA", None),
        # The airport of a border town is where they left from.
        (
            "en",
            "90 Chinese freed in Myawaddy were flown home from Mae Sot airport.",
            "THA",
            "Mae Sot",
        ),
    ],
)
def test_a_movement_is_where_people_were_handed_over_or_sent_home(
    tag: str, text: str, country: str, place: str | None
) -> None:
    (found,) = claims(LEADS[tag] + text, tag, PUBLISHED)
    assert (found.country, found.place) == (country, place)


def test_parts_told_country_by_country() -> None:
    text = "Of 198 Kenyans, 129 are held in Myanmar, 66 are held in Thailand and 3 in Laos."
    assert [country for _, _, country in _told("en", text)] == ["MMR", "THA", "LAO"]


@pytest.mark.parametrize(
    ("tag", "text", "nations"),
    [
        ("en", "Nepal's foreign ministry said 96 nationals were freed in Bavet.", [("NPL",)]),
        ("en", "Cambodian police said 48 nationals were freed in Bavet.", [()]),
        ("en", "Nepal's ministry said 48 nationals of seven countries were freed.", [(), ()]),
        ("en", "Nepal's foreign ministry said 96 people were freed in Bavet.", [()]),
        ("fr", "L'ambassade du Kenya a annoncé que 12 ressortissants étaient libérés.", [("KEN",)]),
        ("es", "El consulado de Perú informó que 12 ciudadanos fueron rescatados.", [("PER",)]),
        ("id", "Kementerian Luar Negeri Nepal menyatakan 96 warga negara dibebaskan.", [("NPL",)]),
        ("th", "สถานทูตเคนยาช่วยพลเมือง 49 คนออกจากปอยเปต", [("KEN",)]),
    ],
)
def test_citizens_are_of_the_state_that_speaks(
    tag: str, text: str, nations: list[tuple[str, ...]]
) -> None:
    assert [found for _, found, _ in _told(tag, text)] == nations


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        (
            "th",
            "รวบชาวเวียดนาม 149 คน จีน 85 คน และเกาหลีใต้ 57 คน",
            [(149, ("VNM",), "KHM"), (85, ("CHN",), "KHM"), (57, ("KOR",), "KHM")],
        ),
        (
            "id",
            "Polisi menyelamatkan 304 warga Malaysia. Kamboja 220, Laos 42.",
            [(304, ("MYS",), "KHM"), (220, ("MYS",), "KHM"), (42, ("MYS",), "LAO")],
        ),
    ],
)
def test_a_list_of_peoples_goes_on_with_countries(
    tag: str, text: str, expected: list[tuple[float, tuple[str, ...], str]]
) -> None:
    assert _told(tag, text) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        (
            "en",
            "Of the 200 people freed, 45 were nationals of Bangladesh and 31 of Sri Lanka.",
            [(200, ()), (45, ("BGD",)), (31, ("LKA",))],
        ),
        ("en", "The 53 held are Ethiopians, Ugandans, and Kenyans.", [(53, ("ETH", "UGA", "KEN"))]),
        (
            "en",
            "Police arrested 12 people in Bavet on Sunday, every one a Kenyan.",
            [(12, ("KEN",))],
        ),
        ("en", "Police arrested 12 people who are Kenyan police officers' sons.", [(12, ())]),
        (
            "en",
            "Police detained three men and one woman from Ethiopia and one man from Kenya.",
            [(3, ("ETH",)), (1, ("ETH",)), (1, ("KEN",))],
        ),
        (
            "es",
            "De los 200 liberados, 45 eran ciudadanos de Kenia.",
            [(200, ()), (45, ("KEN",))],
        ),
        (
            "es",
            "La policía detuvo a 40 personas, todas ellas de nacionalidad china.",
            [(40, ("CHN",))],
        ),
        (
            "id",
            "Polisi menangkap 40 warga China, Vietnam, dan Kenya.",
            [(40, ("CHN", "VNM", "KEN"))],
        ),
        ("en", "Police freed 40 Thais, Indians, and Kenyans.", [(40, ("THA", "IND", "KEN"))]),
        ("id", "Sebanyak 31 orang ditangkap, semuanya warga negara China.", [(31, ("CHN",))]),
        ("en", "Nepal's ministry said 48 nationals of several countries were freed.", [(48, ())]),
        (
            "en",
            "Police arrested 59 suspects (44 men and 15 women) in Bavet on Monday, all of them "
            "Kenyan.",
            [(59, ("KEN",)), (44, ("KEN",)), (15, ("KEN",))],
        ),
        (
            "id",
            "Sebanyak 18 orang lagi dideportasi pada 2 Maret 2025, semuanya warga China.",
            [(18, ("CHN",))],
        ),
        (
            "vi",
            "Công an bắt giữ 59 đối tượng (44 nam; 15 nữ) đều là người Trung Quốc.",
            [(59, ("CHN",)), (44, ("CHN",)), (15, ("CHN",))],
        ),
        ("en", "The 59 suspects were handed over; all are Kenyan nationals.", [(59, ("KEN",))]),
        ("vi", "Cảnh sát giải cứu 64 người bị Campuchia giam giữ.", [(64, ())]),
    ],
)
def test_what_a_verb_or_all_says_of_those_counted(
    tag: str, text: str, expected: list[tuple[float, tuple[str, ...]]]
) -> None:
    assert [(low, nations) for low, nations, _ in _told(tag, text)] == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        (
            "en",
            "Some 270 people were freed. Foreigners account for 90 of them.",
            [(243, ()), (90, ("FOREIGN",))],
        ),
        (
            "es",
            "El ejército liberó a 260 personas. Encabezan la lista los etíopes, que suman 138.",
            [(260, ()), (138, ("ETH",))],
        ),
        (
            "vi",
            "Có 4 người trong số 63 công dân Hàn Quốc bị giam giữ đã được đưa về nước.",
            [(4, ("KOR",)), (63, ("KOR",))],
        ),
        (
            "id",
            "Lebih dari 1.000 warga Korea Selatan diyakini termasuk di antara 200.000 orang yang "
            "terlibat dalam kompleks penipuan di Kamboja.",
            [(1000, ("KOR",)), (200_000, ())],
        ),
        ("vi", "Chính phủ Hàn Quốc ước chừng 900 người bị bắt giữ.", [(810, ())]),
        ("id", "Polisi menangkap 30 orang WNA.", [(30, ("FOREIGN",))]),
        (
            "fr",
            "La police a arrêté 60 étrangers. Les Kényans y sont nombreux. Ils sont trente-deux.",
            [(60, ("FOREIGN",)), (32, ("KEN",))],
        ),
        ("en", "Twelve of the 40 people freed on Monday were Thais.", [(12, ("THA",))]),
        ("id", "Pemulangan WNA yang berasal dari Taiwan sebanyak 14 orang.", [(14, ("TWN",))]),
        ("vi", "Cảnh sát bắt 8 “ông trùm” người Trung Quốc.", [(8, ("CHN",))]),
        (
            "id",
            "Polisi menangkap 27 WNA asal China di Batam. Sebanyak 27 WNA tersebut dideportasi.",
            [(27, ("CHN",)), (27, ("CHN",))],
        ),
    ],
)
def test_whose_people_a_part_or_a_word_of_amount_tells(
    tag: str, text: str, expected: list[tuple[float, tuple[str, ...]]]
) -> None:
    assert [(low, nations) for low, nations, _ in _told(tag, text)] == expected


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "South Korea said 63 of its nationals were arrested by Thai police."),
        ("vi", "Hàn Quốc cho biết có 63 công dân của họ bị cảnh sát Thái Lan bắt giữ."),
        ("zh", "韩国政府表示，63名韩国公民被泰国警方逮捕。"),
    ],
)
def test_an_agent_tells_whose_ground_it_is_and_not_who_speaks(tag: str, text: str) -> None:
    assert _told(tag, text) == [(63, ("KOR",), "THA")]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        # The one gate of their country that a report tells is where all came home.
        (
            "en",
            "Police received 31 Vietnamese sent home by Cambodia.\n\n"
            "They came over the border at Moc Bai.",
            [(31, ("VNM",), "VNM")],
        ),
        (
            "fr",
            "La police a reçu 31 Vietnamiens remis par le Cambodge au poste frontalier de Môc Bài.",
            [(31, ("VNM",), "VNM")],
        ),
        # A country before a colon heads what is told behind it; a year in brackets counts nobody.
        (
            "fr",
            "Angola (2024) : arrestation de 46 Chinois visant des joueurs au Brésil.",
            [(46, ("CHN",), "AGO")],
        ),
    ],
)
def test_the_gate_and_the_heading_tell_where(
    tag: str, text: str, expected: list[tuple[float, tuple[str, ...], str]]
) -> None:
    assert _told(tag, text) == expected


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Police arrested 73 people, including six Malaysians. Another 41 were rescued."),
        ("es", "Detuvieron a 73 personas, entre ellas seis malasios. Otras 41 fueron liberadas."),
    ],
)
def test_others_are_not_the_people_of_a_part(tag: str, text: str) -> None:
    assert [(c.low, c.nationality) for c in claims(LEADS[tag] + text, tag)] == [
        (73, ()),
        (6, ("MYS",)),
        (41, ()),
    ]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Home came 118 Filipinos. Of these, 75 were from Myanmar and 43 from Cambodia.", "en"),
        (
            "118 Filipinos were repatriated, 75 of whom came from Myanmar and 43 from Cambodia.",
            "en",
        ),
        ("The 118 Filipinos repatriated include 75 from Myanmar and 43 from Cambodia.", "en"),
    ],
)
def test_people_of_one_nation_are_told_by_the_countries_they_were_in(text: str, tag: str) -> None:
    found = claims(LEADS[tag] + text, tag)
    told = [(c.low, c.nationality, c.country) for c in found if c.low != 118]
    assert told == [(75, ("PHL",), "MMR"), (43, ("PHL",), "KHM")]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("es", "En Bavet fueron detenidas 12 personas y en Poipet, otras 20."),
        ("es", "Fueron detenidas 12 personas en Bavet y 20 en Poipet."),
        ("en", "Police arrested 12 people in Bavet and 20 in Poipet."),
        ("fr", "À Bavet, 12 personnes ont été arrêtées et à Poipet 20."),
        ("zh", "在巴域逮捕12人，在波贝逮捕20人。"),
    ],
)
def test_each_count_of_a_sentence_has_the_place_of_its_clause(tag: str, text: str) -> None:
    found = claims(LEADS[tag] + text, tag, PUBLISHED)
    assert [(c.low, c.place) for c in found] == [(12, "Bavet"), (20, "Poipet")]


@pytest.mark.parametrize(
    ("tag", "text", "people"),
    [
        ("en", "Kenya has brought home 588 of the 742 citizens trapped abroad.", ("KEN",)),
        ("fr", "Un groupe de 22 personnes doit être rapatrié à Nairobi.", ("KEN",)),
    ],
)
def test_whom_a_country_takes_home_are_its_people(
    tag: str, text: str, people: tuple[str, ...]
) -> None:
    (claim,) = claims(LEADS[tag] + text, tag)
    assert (claim.nationality, claim.destination, claim.place) == (people, people[0], None)


def test_countries_of_centres_in_a_row_are_where_people_were() -> None:
    text = "India took home 2,165 Indians, with 1,800 coming from Cambodia, Laos and Myanmar."
    assert [c.nationality for c in claims(LEADS["en"] + text, "en")] == [("IND",), ("IND",)]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (
            "Police freed 35 people from a scam centre. Fourteen of them hold Nepalese passports.",
            "en",
        ),
        (
            "Police freed 35 people from a scam centre. Fourteen of them have Nepali citizenship.",
            "en",
        ),
        ("警方从诈骗园区解救35人。其中14人持尼泊尔护照。", "zh"),
        ("ตำรวจช่วยเหลือ 35 คนออกจากแก๊งสแกมเมอร์ ในจำนวนนี้ 14 คนถือหนังสือเดินทางเนปาล", "th"),
    ],
)
def test_people_are_of_the_country_whose_papers_they_hold(text: str, tag: str) -> None:
    assert [c.nationality for c in claims(text, tag) if c.low == 14] == [("NPL",)]
