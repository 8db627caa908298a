"""Where authorities act, and where people were, when a sentence names several countries."""

from __future__ import annotations

import pytest
from reading import LEADS, claims


@pytest.mark.parametrize(
    ("text", "tag", "country"),
    [
        ("Thai police arrested 30 people who had worked in Cambodia.", "en", "THA"),
        ("Thai police arrested 30 people in Cambodia.", "en", "KHM"),
        ("La police japonaise a arrêté 30 personnes qui travaillaient au Cambodge.", "fr", "JPN"),
        ("La policía de Japón detuvo a 30 personas que trabajaban en Camboya.", "es", "JPN"),
        ("Kepolisian Jepang menangkap 30 orang yang bekerja di Kamboja.", "id", "JPN"),
        ("日本警方逮捕30人,他们曾在柬埔寨行骗。", "zh", "JPN"),
        ("La policía de Kenia detuvo a 30 reclutadores de esos centros.", "es", "KEN"),
        ("30 detenidos enviaban jóvenes, según la embajada de Kenia.", "es", "KHM"),
        ("30 people from Kenya were arrested.", "en", "KHM"),
        ("In Peru, 40 people were rescued.", "en", "PER"),
    ],
)
def test_the_act_is_where_who_acts_is_unless_told_otherwise(
    text: str, tag: str, country: str
) -> None:
    told = claims(LEADS[tag] + text, tag)
    assert [c.country for c in told if c.low in (30, 40)] == [country]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("With support from Thailand, 30 Kenyans were freed from scam camps in Myanmar.", "en"),
        ("Under pressure from China, 30 Kenyans were freed from scam camps in Myanmar.", "en"),
        ("The embassy in Thailand got 30 Kenyans out of scam camps in Myanmar.", "en"),
        ("Their ambassador to Thailand says 30 Kenyans fled scam camps in Myanmar.", "en"),
        ("L'ambassade en Thaïlande a fait libérer 30 Kényans détenus en Birmanie.", "fr"),
        ("Con la ayuda de Tailandia, 30 kenianos fueron rescatados en Myanmar.", "es"),
        ("Berkat bantuan dari Thailand, 30 WNI dibebaskan dari markas penipuan di Myanmar.", "id"),
        ("Đại sứ quán tại Thái Lan đã giải cứu 30 người Việt khỏi ổ lừa đảo ở Myanmar.", "vi"),
        ("ด้วยความช่วยเหลือจากจีน คนไทย 30 คน ได้รับการช่วยเหลือออกจากแก๊งสแกมเมอร์ในเมียนมา", "th"),
        ("在泰国的协助下,30名斯里兰卡人从缅甸的诈骗园区获救。", "zh"),
    ],
)
def test_nothing_happens_where_helpers_are_and_missions_sit(text: str, tag: str) -> None:
    assert [c.country for c in claims(text, tag) if c.low == 30] == ["MMR"]


@pytest.mark.parametrize(
    ("text", "tag", "country"),
    [
        (
            "NEW DELHI: Police arrested 30 agents for sending men to scam camps in Myanmar.",
            "en",
            "IND",
        ),
        ("Police arrested 30 agents for sending men to scam camps in Myanmar.", "en", None),
        ("Police arrested 30 agents at a scam camp in Myanmar.", "en", "MMR"),
        (
            "A scam camp in Laos.\n\nThe Kenyan embassy said 30 Kenyans had been arrested.",
            "en",
            "LAO",
        ),
        ("A scam camp in Laos.\n\nKenyan police said 30 Kenyans had been arrested.", "en", "KEN"),
        ("KUALA LUMPUR: Police in Cambodia arrested 30 scam agents.", "en", "KHM"),
        ("30 people crossed into Mae Sot from scam camps in Myanmar, Thailand said.", "en", "MMR"),
    ],
)
def test_where_suspects_sent_others_and_where_people_fled_to_is_no_scene(
    text: str, tag: str, country: str | None
) -> None:
    assert [c.country for c in claims(text, tag) if c.low == 30] == [country]


@pytest.mark.parametrize(
    ("text", "tag", "country"),
    [
        ("Thai police arrested 30 people nationwide.", "en", "THA"),
        ("In this country 30 people were arrested.", "en", "KHM"),
        ("泰国警方在全国逮捕30人。", "zh", "THA"),
        ("Cảnh sát Thái Lan bắt giữ 30 người trên cả nước.", "vi", "THA"),
    ],
)
def test_nationwide_is_the_country_of_who_acts(text: str, tag: str, country: str) -> None:
    assert [c.country for c in claims(LEADS[tag] + text, tag) if c.low == 30] == [country]


def test_who_is_lured_to_a_country_comes_home_from_there() -> None:
    text = "大马外交部说,30名国人被骗到秘鲁从事诈骗,全部平安回国。"
    told = [c for c in claims(text, "zh") if c.low == 30]
    assert [c.country for c in told] == ["PER"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "A scam house in Windhoek was searched by police. Officers arrested 30 people.",
            "Windhoek",
        ),
        (
            "A scam house in Lagos was searched by police.\n\nThe minister was in Abuja.\n\n"
            "Officers arrested 30 people.",
            "Lagos",
        ),
    ],
)
def test_the_scene_of_a_report_may_be_anywhere_and_its_capital_comes_last(
    text: str, place: str
) -> None:
    assert [c.place for c in claims(text) if c.low == 30] == [place]


@pytest.mark.parametrize(
    ("text", "tag", "country"),
    [
        ("The EFCC arrested 30 people over online scams.", "en", "NGA"),
        ("Bareskrim menangkap 30 tersangka penipuan daring.", "id", "IDN"),
        ("公安部通报,抓获诈骗犯罪嫌疑人30名。", "zh", "CHN"),
        ("老挝公安部通报,抓获诈骗犯罪嫌疑人30名。", "zh", "LAO"),
        # Only its capitals make an authority of it.
        ("Police arrested 30 people over online scams, mea culpa.", "en", None),
    ],
)
def test_the_name_of_an_authority_alone_tells_whose_it_is(
    text: str, tag: str, country: str | None
) -> None:
    assert [c.country for c in claims(text, tag)] == [country]


def test_citizens_are_of_who_speaks_not_of_an_authority_that_is_asked() -> None:
    told = claims(
        "The Indonesian embassy knew of the scam farm in Cebu. It asked the PAOCC to rescue 30 "
        "compatriots held there.",
        "en",
    )
    assert ("PHL",) not in [c.nationality for c in told]
