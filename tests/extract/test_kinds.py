"""Which predicate speaks of a figure, in reports of two or three sentences."""

from __future__ import annotations

import pytest
from reading import LEADS, claims


def told(text: str, tag: str) -> list[tuple[str, int | None]]:
    """Kind and low count of every claim, in the order of the text."""
    return [(c.kind.value, c.low) for c in claims(LEADS[tag] + text, tag)]


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "Twelve women were lured to Cambodia and rescued last week.", [("freed", 12)]),
        (
            "fr",
            "L'armée en a libéré 720. Une ONG conteste ce bilan et ne compte que 540 libérés.",
            [("freed", 720), ("freed", 540)],
        ),
        (
            "fr",
            "77 personnes dont 22 Chinois ont été arrêtées.",
            [("arrested", 77), ("arrested", 22)],
        ),
        (
            "en",
            "Another 34 men – 21 Thais, eight Indians and five Koreans – remain in custody.",
            [("held", 34), ("held", 21), ("held", 8), ("held", 5)],
        ),
        (
            "en",
            "Police arrested 771 people: 275 Laotians, 108 Chinese and 388 others.",
            [("arrested", 771), ("arrested", 275), ("arrested", 108), ("arrested", 388)],
        ),
        (
            "en",
            "In Pattaya, five suspects, two of them Chinese, were arrested.",
            [("arrested", 5), ("arrested", 2)],
        ),
        ("en", "Five men involved in the scams were arrested.", [("arrested", 5)]),
        ("en", "The freed 260 were handed over to the army.", [("transferred", 260)]),
        ("en", "The suspects, 61 in all, were arrested.", [("arrested", 61)]),
        (
            "en",
            "Police arrested six people after 37 residents were reportedly lured to Laos.",
            [("arrested", 6), ("trafficked", 37)],
        ),
        ("en", "Two recruiters lured 16 Thais to Poipet.", [("trafficked", 16)]),
        ("en", "Police are hunting for nine more suspects.", []),
        ("en", "Police detained 809 people from July 15 to 16.", [("arrested", 809)]),
        ("en", "The 24 people caught in the raid will be deported.", [("deported", 24)]),
        (
            "en",
            "Police sent eight ringleaders to court and sent six suspects to prison pending trial.",
            [("charged", 8), ("arrested", 6)],
        ),
        ("en", "The 51 freed landed at Terminal 1 on Sunday.", [("freed", 51)]),
        (
            "en",
            "The 46 foreigners who had entered the area were identified and detained.",
            [("arrested", 46)],
        ),
        (
            "en",
            "Twelve women were lured to Cambodia, and police hope they will be freed.",
            [("trafficked", 12)],
        ),
        (
            "en",
            "The 58 youths of the district who had been in the clutches of a gang are back home.",
            [("repatriated", 58)],
        ),
        (
            "en",
            "The nine belonged to a syndicate of 792 people who were rounded up in Lagos.",
            [("arrested", 792)],
        ),
        (
            "vi",
            "52 người bị lừa sang Campuchia, 29 người đã về nước.",
            [("trafficked", 52), ("repatriated", 29)],
        ),
        (
            "vi",
            "71 người chạy thoát, 60 người đã về nước, 11 người bị giữ lại.",
            [("escaped", 71), ("repatriated", 60), ("held", 11)],
        ),
        (
            "th",
            "ตำรวจรับกลับแล้ว 300 ราย อีก 200 รายอยู่ระหว่างคัดกรอง",
            [("repatriated", 300), ("held", 200)],
        ),
        (
            "zh",
            "老方送返164人，其中46人也是在博胶被捕的。",
            [("repatriated", 164), ("arrested", 46)],
        ),
        ("zh", "12名马来西亚人被骗到柬埔寨，上周获救回国。", [("repatriated", 12)]),
        (
            "vi",
            "Có 4 người trong số 63 người Hàn Quốc bị giam giữ đã được đưa về nước.",
            [("repatriated", 4), ("arrested", 63)],
        ),
        (
            "id",
            "Sebanyak 64 warga Korea Selatan (Korsel) yang ditahan di Kamboja kembali ke Korea.",
            [("repatriated", 64)],
        ),
        (
            "id",
            "Masih ada 61 orang yang ditahan, namun polisi mendeportasi 59 orang.",
            [("held", 61), ("deported", 59)],
        ),
    ],
)
def test_each_clause_speaks_of_its_own_count(
    tag: str, text: str, wanted: list[tuple[str, int]]
) -> None:
    assert told(text, tag) == wanted


@pytest.mark.parametrize(
    ("text", "kind", "counts"),
    [
        (
            "Police raided 20 compounds. Twelve were sealed and eight pulled down.",
            "closed",
            [12, 8],
        ),
        ("The army raided 40 buildings. Of these, 21 had been sealed.", "closed", [21]),
        ("Police raided 20 compounds. Seven were closed, and 5 were arrested.", "closed", [7]),
        (
            "There are 53 compounds in Cambodia. Of these, 20 are still active.",
            "operating",
            [53, 20],
        ),
    ],
)
def test_a_bare_number_counts_the_sites_told_before(
    text: str, kind: str, counts: list[int]
) -> None:
    found = [c for c in claims(LEADS["en"] + text, "en") if c.kind.value == kind]
    assert [(c.unit.value, c.low) for c in found] == [("site", count) for count in counts]


def test_a_bare_number_stays_people_where_people_are_spoken_of() -> None:
    text = LEADS["en"] + "Police raided 20 compounds. Twelve were arrested."
    assert [(c.kind.value, c.unit.value) for c in claims(text, "en")][-1] == ("arrested", "person")


@pytest.mark.parametrize(
    ("tag", "text", "count", "nations", "country"),
    [
        (
            "id",
            "Sebanyak 3.703 WNI dipulangkan. Malaysia menyumbang 68 orang.",
            68,
            ("IDN",),
            "MYS",
        ),
        (
            "id",
            "Polisi menangkap 900 orang asing. Paling banyak India dengan 399 orang.",
            399,
            ("IND",),
            "KHM",
        ),
        (
            "vi",
            "Cảnh sát giải cứu 875 người. Nhóm người Việt đứng thứ ba, 57 người.",
            57,
            ("VNM",),
            "KHM",
        ),
    ],
)
def test_a_share_by_country_is_a_part_of_the_whole(
    tag: str, text: str, count: int, nations: tuple[str, ...], country: str
) -> None:
    whole, part = claims(LEADS[tag] + text, tag)
    assert (part.kind, part.part_of) == (whole.kind, whole.n)
    assert (part.low, part.nationality, part.country) == (count, nations, country)


def test_the_number_alone_takes_the_kind_of_the_sentence_before() -> None:
    text = "Para pekerja kompleks itu berhamburan kabur. Kementerian menyebut jumlahnya 320 orang."
    assert told(text, "id") == [("escaped", 320)]


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        (
            "en",
            "Police arrested 14 men in Bavet. Seven women followed on Monday.",
            [("arrested", 14), ("arrested", 7)],
        ),
        (
            "en",
            "Police arrested 14 men in Bavet. A Thai met the same fate.",
            [("arrested", 14), ("arrested", 1)],
        ),
        (
            "en",
            "Police arrested 14 men in Bavet. Some 30 people followed the gang.",
            [("arrested", 14)],
        ),
        (
            "id",
            "Polisi menangkap 14 orang. Satu orang lagi menyusul.",
            [("arrested", 14), ("arrested", 1)],
        ),
    ],
)
def test_what_is_told_again_has_the_kind_of_the_figure_before(
    tag: str, text: str, wanted: list[tuple[str, int]]
) -> None:
    assert told(text, tag) == wanted


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("fr", "L'incendie a fait un mort et trois blessés.", [("killed", 1), ("injured", 3)]),
        ("en", "A Malaysian and 12 Thais were arrested.", [("arrested", 1), ("arrested", 12)]),
        ("en", "A Malaysian was arrested.", []),
        ("en", "The 24-strong gang was arrested in a five-man raid.", [("arrested", 24)]),
        ("en", "The embassy got 11 of them out.", [("freed", 11)]),
        (
            "en",
            "Police freed 206 men. The rest, 176, will be freed on Monday.",
            [("freed", 206), ("freed", 176)],
        ),
        (
            "id",
            "Satgas menangani 53 laporan dengan 65 tersangka.",
            [("reported", 53), ("charged", 65)],
        ),
        ("th", "รื้ออาคารไปแล้ว 413 หลัง จาก 635 หลัง", [("closed", 413)]),
        (
            "en",
            "He ran compounds, at least 10 of them, where workers were confined.",
            [("operating", 10)],
        ),
        (
            "fr",
            "Les signalements ont fondu : il n'y en a plus eu que 17 en novembre.",
            [("reported", 17)],
        ),
    ],
)
def test_which_numbers_are_figures(tag: str, text: str, wanted: list[tuple[str, int]]) -> None:
    assert told(text, tag) == wanted


def test_a_part_has_the_nationality_of_the_group_it_is_taken_from() -> None:
    (found,) = claims(LEADS["en"] + "Thirty of the 206 Filipinos were freed.", "en")
    assert (found.low, found.nationality) == (30, ("PHL",))


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("zh", "移民局甄别了124人，其中2人被认定为人口贩运受害者。", [("identified", 2)]),
        (
            "en",
            "Of the 771 people whom Lao police had rounded up, the foreigners were handed over.",
            [("arrested", 771)],
        ),
        (
            "es",
            "De los 64 surcoreanos que Camboya devolvió a su país, 58 acabaron entre rejas.",
            [("repatriated", 64), ("arrested", 58)],
        ),
        (
            "en",
            "Forty Kenyans stranded in Myanmar came home on Tuesday.",
            [("repatriated", 40)],
        ),
        ("en", "Some 300 men stuck in Mae Sot are waiting to be flown home.", [("held", 270)]),
        (
            "id",
            "40 warga Kenya terjebak di Myanmar dipulangkan Selasa.",
            [("repatriated", 40)],
        ),
        (
            "th",
            "จากผู้ที่ได้รับการช่วยเหลือ 200 คน เดินทางกลับประเทศแล้ว 150 คน อีก 50 คนยังรอส่งกลับ",
            [("freed", 200), ("repatriated", 150), ("held", 50)],
        ),
        (
            "en",
            "Police said they had rescued 3 victims and were looking for 7 others.",
            [("freed", 3), ("missing", 7)],
        ),
        (
            "es",
            "El balance es de 22 detenidos y nueve víctimas rescatadas.",
            [("arrested", 22), ("freed", 9)],
        ),
        (
            "es",
            "Fueron condenados once acusados: cinco a muerte y seis a cadena perpetua.",
            [("convicted", 11), ("convicted", 5), ("convicted", 6)],
        ),
        (
            "id",
            "KBRI menerima 28 pengaduan; 25 di antaranya sudah dipulangkan.",
            [("reported", 28), ("repatriated", 25)],
        ),
        (
            "vi",
            "Cảnh sát đột kích 20 tòa nhà, 12 tòa nhà bị niêm phong.",
            [("raided", 20), ("closed", 12)],
        ),
    ],
)
def test_a_predicate_keeps_to_its_own_clause(
    tag: str, text: str, wanted: list[tuple[str, int]]
) -> None:
    assert told(text, tag) == wanted


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "Police arrested 55 people in Negombo and, in nearby Kochchikade, 53.", [55, 53]),
        (
            "es",
            "La policía detuvo a 30. El resto cayó allí: 16 en Thalangama y 13 en Madiwela.",
            [30, 16, 13],
        ),
        (
            "fr",
            "À Manille, 176 personnes ont été arrêtées ; à Islamabad, une douzaine.",
            [176, 11],
        ),
        ("vi", "Tại Phnom Penh, 55 người bị bắt; tại Poipet, 12 người.", [55, 12]),
        ("zh", "在金边有55人被捕，在西港12人。", [55, 12]),
        ("id", "Di Phnom Penh 55 orang ditangkap, dan di Poipet delapan.", [55, 8]),
    ],
)
def test_a_place_and_its_number_need_no_verb(tag: str, text: str, wanted: list[int]) -> None:
    assert told(text, tag) == [("arrested", low) for low in wanted]


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        (
            "en",
            "The army puts the number freed at 800 to 1,000, not the 300 given by the ministry.",
            [("freed", 800)],
        ),
        (
            "en",
            "There were not 500 but 300 people freed from the compound.",
            [("freed", 300)],
        ),
        ("fr", "300 personnes ont été libérées, et non 500 personnes.", [("freed", 300)]),
        (
            "vi",
            "300 người được giải cứu, không phải 500 người như thông tin ban đầu.",
            [("freed", 300)],
        ),
        ("th", "มีผู้ได้รับการช่วยเหลือ 300 คน ไม่ใช่ 500 คนตามที่เป็นข่าว", [("freed", 300)]),
        (
            "en",
            "The government says 118 sites were raided. The rights group counts only 61.",
            [("raided", 118), ("raided", 61)],
        ),
    ],
)
def test_a_rejected_number_counts_nobody(
    tag: str, text: str, wanted: list[tuple[str, int]]
) -> None:
    assert told(text, tag) == wanted


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "Police freed 137 Indians and 45 Chinese remain stranded.", ["freed", "held"]),
        ("en", "A court jailed 137 men, but 45 were repatriated.", ["convicted", "repatriated"]),
        ("en", "Police freed 137 people and more than 45 were arrested.", ["freed", "arrested"]),
        ("en", "137 people escaped after 45 were charged with fraud.", ["escaped", "charged"]),
        ("fr", "La police a libéré 137 Indiens et 45 ont été expulsés.", ["freed", "deported"]),
        ("es", "Fueron rescatados 137 indios y 45 chinos huyeron.", ["freed", "escaped"]),
        ("es", "Murieron 137 personas y más de 45 resultaron heridas.", ["killed", "injured"]),
        ("es", "Fueron detenidas 137 personas y fueron rescatadas 45.", ["arrested", "freed"]),
        (
            "es",
            "En Bavet fueron detenidas 137 personas y en Poipet fueron rescatadas 45.",
            ["arrested", "freed"],
        ),
        ("id", "Polisi menangkap 137 WNI dan 45 orang dideportasi.", ["arrested", "deported"]),
        ("vi", "Cảnh sát giải cứu 137 người và 45 nghi phạm mất tích.", ["freed", "missing"]),
    ],
)
def test_each_of_two_counts_has_its_own_verb(tag: str, text: str, wanted: list[str]) -> None:
    assert [kind for kind, _ in told(text, tag)] == wanted


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Of the 120 freed, 45 were charged in Kampot, 30 in Bavet and 15 in Poipet.", "en"),
        ("Sur les 120 libérés, 45 ont été inculpés à Kampot, 30 à Bavet et 15 à Poipet.", "fr"),
        ("De los 120 liberados, 45 fueron acusados en Kampot, 30 en Bavet y 15 en Poipet.", "es"),
    ],
)
def test_bare_numbers_share_the_verb_of_the_part_before(text: str, tag: str) -> None:
    found = claims(LEADS[tag] + text, tag)
    told = [(c.kind.value, c.low) for c in found if c.low != 120]
    assert told == [("charged", 45), ("charged", 30), ("charged", 15)]


@pytest.mark.parametrize(
    ("tag", "text", "told"),
    [
        (
            "en",
            "Police found that 88 were victims of trafficking; 412 were not.",
            [("identified", 88, ()), ("cleared_not", 412, ())],
        ),
        (
            "en",
            "Screening found 88 to be victims of trafficking, and the other 41 not.",
            [("identified", 88, ()), ("cleared_not", 41, ())],
        ),
        (
            "fr",
            "Après examen, 88 ont été reconnues victimes de traite et les 41 autres non.",
            [("identified", 88, ()), ("cleared_not", 41, ())],
        ),
        (
            "es",
            "Tras examinarlas, 88 fueron identificadas como víctimas de trata y las otras 41 no.",
            [("identified", 88, ()), ("cleared_not", 41, ())],
        ),
        (
            "id",
            "Ternyata 88 orang adalah korban perdagangan orang, sedangkan 41 lainnya bukan.",
            [("identified", 88, ()), ("cleared_not", 41, ())],
        ),
        (
            "vi",
            "Qua sàng lọc, 88 người là nạn nhân buôn người, 41 người còn lại thì không.",
            [("identified", 88, ()), ("cleared_not", 41, ())],
        ),
        (
            "th",
            "ผลการคัดกรองพบว่า 88 คนเป็นเหยื่อค้ามนุษย์ ส่วนอีก 41 คนไม่ใช่",
            [("identified", 88, ()), ("cleared_not", 41, ())],
        ),
        (
            "zh",
            "经甄别,88人被认定为人口贩卖受害者,另外41人则不是。",
            [("identified", 88, ()), ("cleared_not", 41, ())],
        ),
        (
            "en",
            "Two Japanese were freed on Monday. One is 16, the other 17.",
            [("freed", 2, ("JPN",))],
        ),
        (
            "en",
            "A court sentenced two Chinese for trafficking 23 women to Myawaddy.",
            [("convicted", 2, ("CHN",)), ("trafficked", 23, ())],
        ),
        (
            "en",
            "At least 47 Ugandans trapped in scam compounds have asked their embassy for help.",
            [("reported", 47, ("UGA",))],
        ),
        (
            "en",
            "Cambodia expelled 131 foreigners, including 100 Thais, after they were arrested.",
            [("deported", 131, ("FOREIGN",)), ("deported", 100, ("THA",))],
        ),
        (
            "en",
            "What Ghana gave back to Nigeria were 231 Nigerians, some of them held for years.",
            [("transferred", 231, ("NGA",))],
        ),
        (
            "en",
            "The 260 people, freed in February, arrived in Addis Ababa on Monday.",
            [("repatriated", 260, ("ETH",))],
        ),
        (
            "en",
            "At least 60 Indians, including some from Bihar, who were held in Myanmar were freed.",
            [("freed", 60, ("IND",))],
        ),
        (
            "en",
            "Nine Ugandans who fell into the hands of a gang in Myanmar were freed and are safe,"
            " while 30 compatriots remain in captivity.",
            [("freed", 9, ("UGA",)), ("held", 30, ("UGA",))],
        ),
        (
            "fr",
            "Trois avions ont ramené en Chine 150 Chinois.",
            [("repatriated", 150, ("CHN",))],
        ),
        (
            "fr",
            "Dix-huit des Thaïlandais ont déjà regagné Bangkok par avion.",
            [("repatriated", 18, ("THA",))],
        ),
        (
            "zh",
            "警方解救被困外国人134名，其中越南人56名、中国公民41名，另有3名马来西亚人受伤。",
            [
                ("freed", 134, ("FOREIGN",)),
                ("freed", 56, ("VNM",)),
                ("freed", 41, ("CHN",)),
                ("injured", 3, ("MYS",)),
            ],
        ),
        (
            "zh",
            "三架载有150名中国人的包机周五从湄索飞回中国。",
            [("repatriated", 150, ("CHN",))],
        ),
    ],
)
def test_who_is_told_of_by_which_verb(
    tag: str, text: str, told: list[tuple[str, int, tuple[str, ...]]]
) -> None:
    found = claims(LEADS[tag] + text, tag)
    assert [(c.kind.value, c.low, c.nationality) for c in found] == told


def test_what_would_be_done_after_publication_is_planned() -> None:
    (claim,) = claims(LEADS["en"] + "The 38 Thais would be flown home next week.", "en")
    assert (claim.kind.value, claim.scope.value) == ("repatriated", "planned")
    assert str(claim.start) == "2025-11-17"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Police searched 18 scam sites, arrested 900 people and sealed eight of them.", "en"),
        ("La police a fouillé 18 centres, arrêté 900 personnes et fermé huit d'entre eux.", "fr"),
        ("La policía allanó 18 presuntos centros, detuvo a 900 y precintó ocho de ellos.", "es"),
        ("18 scam sites raided, 900 arrested, eight of the sites closed.", "en"),
        (
            "Polisi menggerebek 18 lokasi, menangkap 900 orang, dan menyegel delapan di antaranya.",
            "id",
        ),
    ],
)
def test_a_verb_of_sites_counts_the_sites_told_before_the_people(text: str, tag: str) -> None:
    told = claims(LEADS[tag] + text, tag)
    assert [(c.kind.value, c.unit.value, c.low) for c in told if c.low in (18, 8, 900)] == [
        ("raided", "site", 18),
        ("arrested", "person", 900),
        ("closed", "site", 8),
    ]


@pytest.mark.parametrize(
    ("text", "tag", "told"),
    [
        ("57 Chinese nabbed, 20 Filipinos rescued.", "en", [("arrested", 57), ("freed", 20)]),
        (
            "Police raided 18 scam centres and arrested 900.",
            "en",
            [("raided", 18), ("arrested", 900)],
        ),
        ("La police a fouillé 18 centres et arrêté 57.", "fr", [("raided", 18), ("arrested", 57)]),
        ("Dua tewas dan lima luka dalam penggerebekan.", "id", [("killed", 2), ("injured", 5)]),
    ],
)
def test_each_count_of_a_headline_has_its_own_verb(
    text: str, tag: str, told: list[tuple[str, int]]
) -> None:
    assert [(c.kind.value, c.low) for c in claims(LEADS[tag] + text, tag)] == told
