"""What a list breaks down, and a share of a number, in every language."""

from __future__ import annotations

import pytest
from reading import LEADS, claims

ARRESTED_AND_FREED = {
    "en": "Police arrested 146 people in Poipet. Among those detained were 88 Chinese, 31"
    " Vietnamese and 27 Thais. They also freed 52 foreigners, including 19"
    " Indonesians and 12 Filipinos.",
    "fr": "La police a arrêté 146 personnes à Poipet. Parmi elles figurent 88 Chinois, 31"
    " Vietnamiens et 27 Thaïlandais. Elle a aussi libéré 52 étrangers, dont 19 Indonésiens et 12"
    " Philippins.",
    "es": "La policía detuvo a 146 personas en Poipet. Entre los detenidos hay 88 chinos, 31"
    " vietnamitas y 27 tailandeses. También liberó a 52 extranjeros, entre ellos 19 indonesios y"
    " 12 filipinos.",
    "id": "Polisi menangkap 146 orang di Poipet. Di antara yang ditangkap terdapat 88 warga China,"
    " 31 warga Vietnam dan 27 warga Thailand. Polisi juga membebaskan 52 pekerja asing, termasuk 19"
    " WNI dan 12 warga Filipina.",
    "vi": "Cảnh sát bắt giữ 146 người ở Poipet. Trong số những người bị bắt có 88 người Trung Quốc,"
    " 31 người Việt Nam và 27 người Thái Lan. Cảnh sát cũng giải cứu 52 lao động nước ngoài, trong"
    " đó có 19 người Indonesia và 12 người Philippines.",
    "zh": "警方在波贝逮捕146人。被捕者包括88名中国人、31名越南人和27名泰国人。"
    "警方还解救了52名外籍工人，其中包括19名印尼人和12名菲律宾人。",
    "th": "ตำรวจจับกุม 146 คนที่ปอยเปต ในจำนวนผู้ถูกจับมีชาวจีน 88 คน ชาวเวียดนาม 31 คน และชาวไทย 27 คน"
    " เจ้าหน้าที่ยังช่วยเหลือแรงงานต่างชาติ 52 คน รวมถึงชาวอินโดนีเซีย 19 คน และชาวฟิลิปปินส์ 12 คน",
}


@pytest.mark.parametrize("tag", ARRESTED_AND_FREED)
def test_a_chance_sum_is_not_the_whole_of_a_list_that_says_its_own(tag: str) -> None:
    """19 and 12 are the 31 Vietnamese by count alone."""
    found = claims(LEADS[tag] + ARRESTED_AND_FREED[tag], tag)
    told = [(c.kind.value, c.low, c.part_of) for c in found]
    assert told[4:] == [("freed", 52, None), ("freed", 19, 5), ("freed", 12, 5)]
    assert [kind for kind, _, _ in told[:4]] == ["arrested"] * 4


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "en",
            "Police arrested 151 people in Poipet and freed 52 foreigners. Among the arrested"
            " were 88 Chinese, 31 Vietnamese, 27 Thais and 9 Malaysians.",
        ),
        (
            "en",
            "Police arrested 160 people in Poipet and freed 152 foreigners. Those detained"
            " included 88 Chinese, 31 Vietnamese, 27 Thais and 9 Malaysians.",
        ),
        (
            "en",
            "Police arrested 160 people in Poipet and freed 52 foreigners. Among them were 9"
            " Malaysians, 27 Thais, 31 Vietnamese and 88 Chinese.",
        ),
        (
            "fr",
            "La police a arrêté 160 personnes à Poipet et libéré 52 étrangers. Parmi les personnes"
            " arrêtées figurent 88 Chinois, 31 Vietnamiens, 27 Thaïlandais et 9 Malaisiens.",
        ),
        (
            "es",
            "La policía detuvo en Poipet a 160 personas y liberó a 52 extranjeros. Entre los"
            " detenidos hay 88 chinos, 31 vietnamitas, 27 tailandeses y 9 malasios.",
        ),
        (
            "id",
            "Polisi menangkap 160 orang di Poipet dan membebaskan 52 warga asing. Di antara yang"
            " ditangkap terdapat 88 warga China, 31 warga Vietnam dan 9 warga Malaysia.",
        ),
        (
            "vi",
            "Cảnh sát bắt giữ 160 người ở Poipet và giải cứu 52 người nước ngoài. Trong số những"
            " người bị bắt có 88 người Trung Quốc, 31 người Việt Nam và 9 người Malaysia.",
        ),
        (
            "zh",
            "警方在波贝逮捕160人，解救52名外国人。被捕者中有88名中国人、31名越南人和9名马来西亚人。",
        ),
        (
            "th",
            "ตำรวจจับกุม 160 คนที่ปอยเปตและช่วยเหลือชาวต่างชาติ 52 คน ในจำนวนผู้ถูกจับมีชาวจีน 88 คน"
            " ชาวเวียดนาม 31 คน และชาวมาเลเซีย 9 คน",
        ),
    ],
)
def test_one_list_has_one_whole_which_its_opener_names(tag: str, text: str) -> None:
    whole, freed, *parts = claims(LEADS[tag] + text, tag)
    assert (whole.kind.value, freed.kind.value) == ("arrested", "freed")
    assert {(c.kind.value, c.part_of) for c in parts} == {("arrested", 1)}
    assert len(parts) >= 3


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Half of the 61 showed injuries, a doctor said."),
        ("en", "Two thirds of the 61 people were arrested."),
        ("en", "One of the 61 Malaysians was injured."),
        ("en", "A quarter of the 61 inmates escaped."),
        ("en", "About 40 percent of the 61 were freed."),
        ("fr", "La plupart des 61 ont été blessés."),
        ("fr", "L'un des 61 a été arrêté."),
        ("es", "La mitad de los 61 resultaron heridos."),
        ("id", "Separuh dari 61 orang itu terluka."),
        ("vi", "Phần lớn trong số 61 người bị bắt."),
        ("zh", "这61人的一半受伤。"),
        ("th", "ครึ่งหนึ่งของ 61 คนได้รับบาดเจ็บ"),
    ],
)
def test_what_a_share_of_a_number_did_the_number_did_not(tag: str, text: str) -> None:
    assert claims(LEADS[tag] + text, tag) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Half of the 61 people freed on Monday were Kenyans.", "freed"),
        ("Most of the 61 people rescued are Ethiopians.", "freed"),
        ("More than half of the 61 detainees are Chinese.", "arrested"),
        ("She is one of the 61 from Bavet who were freed on Monday.", "freed"),
    ],
)
def test_who_a_share_is_taken_from_is_counted_where_it_is_told(text: str, kind: str) -> None:
    (claim,) = claims(LEADS["en"] + text, "en")
    assert (claim.kind.value, claim.low, claim.nationality) == (kind, 61, ())


@pytest.mark.parametrize(
    "text", ["The colonel awaited more, but 19 were turned back.", "Some 19 were hungry."]
)
def test_a_bare_number_with_another_verb_echoes_nothing(text: str) -> None:
    told = claims(LEADS["en"] + "Police freed 61 foreigners. " + text, "en")
    assert [c.low for c in told] == [61]


def test_what_a_clause_behind_a_semicolon_tells_of_another_is_not_told_of_those_before() -> None:
    text = "Two suspects jumped from the fourth floor; one died and the other was injured."
    told = claims(LEADS["en"] + "Seven Malaysians were rescued. " + text, "en")
    assert [(c.kind.value, c.low, c.nationality) for c in told] == [
        ("freed", 7, ("MYS",)),
        ("killed", 1, ()),
    ]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "en",
            "Police freed 61 foreigners in Bavet.\n\nNationality People\nEthiopia 35\nKenya: 11",
        ),
        ("en", "Police freed 61 people in Bavet.\n\nCountry Number\nEthiopians 35\nKenyans 11"),
        ("fr", "La police a libéré 61 étrangers à Bavet.\n\nPays Nombre\nÉthiopie 35\nKenya 11"),
        ("es", "La policía liberó a 61 extranjeros en Bavet.\n\nPaís Total\nEtiopía 35\nKenia 11"),
        ("id", "Polisi membebaskan 61 warga asing.\n\nNegara Jumlah\nEtiopia 35\nKenya 11"),
        ("vi", "Cảnh sát giải cứu 61 người nước ngoài.\n\nNước Số người\nEthiopia 35\nKenya 11"),
        ("zh", "警方解救61名外国人。\n\n国籍 人数\n埃塞俄比亚 35\n肯尼亚 11"),
        ("th", "ตำรวจช่วยเหลือชาวต่างชาติ 61 คน\n\nสัญชาติ จำนวน\nเอธิโอเปีย 35\nเคนยา 11"),
    ],
)
def test_rows_of_a_table_are_parts_of_the_group_above_it(tag: str, text: str) -> None:
    told = [(c.kind.value, c.low, c.nationality, c.part_of) for c in claims(LEADS[tag] + text, tag)]
    assert told[1:] == [("freed", 35, ("ETH",), 1), ("freed", 11, ("KEN",), 1)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Police arrested 90 people. Of those held, 40 were foreigners.", ["arrested", "arrested"]),
        (
            "Police arrested 90 people. No fewer than 40 of those held are foreigners.",
            ["arrested"] * 2,
        ),
        (
            "Police arrested 90 people. At least 95 of those held are foreigners.",
            ["arrested", "held"],
        ),
        ("Police freed 90 people. Some 40 are still being held.", ["freed", "held"]),
    ],
)
def test_those_held_after_arrests_are_the_arrested(text: str, kinds: list[str]) -> None:
    assert [c.kind.value for c in claims(LEADS["en"] + text, "en")] == kinds


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "en",
            "By October 20 the embassy had received reports of 247 Malaysians at scam centres. "
            "Of them 177 have been rescued and 70 are still trapped.",
        ),
        (
            "zh",
            "截至10月20日，警方共收到247名受困诈骗园区大马人的求助。177人已获救，70人仍被困。",
        ),
    ],
)
def test_what_became_of_all_who_asked_for_help_was_counted_with_them(tag: str, text: str) -> None:
    told = {c.low: c for c in claims(text, tag)}
    assert [told[low].part_of for low in (177, 70)] == [told[247].n, told[247].n]
    assert {str(c.end) for c in told.values()} == {"2025-10-20"}


def test_a_verb_right_before_of_them_is_that_of_the_part() -> None:
    text = "柬埔寨当局在诈骗园区拘留300人，遣返了其中200人。"
    whole, part = claims(text, "zh")
    assert [(c.kind.value, c.low) for c in (whole, part)] == [
        ("arrested", 300),
        ("repatriated", 200),
    ]
    assert part.part_of == whole.n


def test_an_insertion_and_a_state_do_not_hide_what_was_done() -> None:
    text = (
        "21 Nepalis, including six women, trapped in scam centres there were flown home on Friday."
    )
    told = [(c.kind.value, c.low) for c in claims(LEADS["en"] + text, "en")]
    assert told == [("repatriated", 21), ("repatriated", 6)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "en",
            "Police freed 215 foreigners. Kenyans account for 109 of them, Ugandans for 50 and"
            " Thais for 48.",
        ),
        ("en", "Police freed 215 foreigners. By nationality: Kenya 109, Uganda 50, Thailand 48."),
        (
            "fr",
            "La police a libéré 215 étrangers. Les Kényans étaient 109, les Ougandais 50 et les"
            " Thaïlandais 48.",
        ),
        (
            "es",
            "La policía liberó a 215 extranjeros. Por nacionalidad: Kenia, 109; Uganda, 50;"
            " Tailandia, 48.",
        ),
    ],
)
def test_names_that_each_have_a_number_repeat_the_verb_of_the_first(tag: str, text: str) -> None:
    whole, *parts = claims(LEADS[tag] + text, tag)
    assert (whole.kind.value, whole.low) == ("freed", 215)
    told = [(p.kind.value, p.low, p.nationality) for p in parts]
    peoples = [("freed", 109, ("KEN",)), ("freed", 50, ("UGA",)), ("freed", 48, ("THA",))]
    assert told == peoples


@pytest.mark.parametrize(
    ("tag", "text", "parts"),
    [
        ("id", "Polisi menangkap 90 WNI. Delapan orang dari Bandung, dua orang Medan.", [8, 2]),
        ("vi", "Cảnh sát bắt 90 người. Nghệ An có 41 người, Hà Tĩnh 30 người.", [41, 30]),
        ("vi", "Cảnh sát bắt 90 người. Sáu người bị coi là cầm đầu.", [6]),
        ("en", "Police arrested 90 people:\n- first floor: 60 people\n- roof: 30 people", [60, 30]),
        ("en", "Police arrested 90 people. In the end 869 people had lost their savings.", []),
        ("en", "Police arrested 90 people. They live in flats. Six people own a dog.", []),
    ],
)
def test_who_is_counted_right_behind_a_group_without_a_verb_is_of_it(
    tag: str, text: str, parts: list[int]
) -> None:
    whole, *told = claims(LEADS[tag] + text, tag)
    assert [(c.kind.value, c.low, c.part_of) for c in told] == [
        ("arrested", low, whole.n) for low in parts
    ]


def test_a_number_of_them_and_a_round_number_of_compatriots_are_counts() -> None:
    text = "Condenaron a 16 chinos; a dos de ellos les impuso la pena capital."
    told = [(c.kind.value, c.low) for c in claims(LEADS["es"] + text, "es")]
    assert told == [("convicted", 16), ("convicted", 2)]
    text = "Una veintena de compatriotas sigue en poder de la red."
    assert [c.kind.value for c in claims(LEADS["es"] + text, "es")] == ["held"]
