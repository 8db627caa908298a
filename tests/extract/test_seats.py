""" "The capital" is a city: that of the country beside the word, else of the one told last."""

from __future__ import annotations

import pytest
from reading import claims

TOLD_BEFORE = {
    "en": "Cambodia has vowed to end online scams. "
    "Police arrested 25 suspects on Friday in the capital.",
    "fr": "Le Cambodge multiplie les descentes dans les centres d'arnaque. 25 "
    "suspects ont été arrêtés "
    "vendredi dans la capitale.",
    "es": "Camboya multiplica las redadas en los centros de estafas. 25 sospechosos "
    "fueron detenidos el "
    "viernes en la capital.",
    "id": "Kamboja menggencarkan penggerebekan pusat penipuan daring. Polisi "
    "menangkap 25 tersangka pada "
    "Jumat di ibu kota.",
    "vi": "Campuchia đẩy mạnh truy quét các trung tâm lừa đảo trực tuyến. Cảnh sát "
    "bắt 25 nghi phạm tại "
    "thủ đô hôm thứ Sáu.",
    "th": "กัมพูชาเร่งกวาดล้างศูนย์หลอกลวงออนไลน์ ตำรวจจับกุมผู้ต้องสงสัย 25 คนในเมืองหลวงเมื่อวันศุกร์",
    "zh": "柬埔寨加大打击网络诈骗园区力度。警方周五在首都逮捕25名嫌疑人。",
}

BESIDE = {
    "en": "Malaysia's embassy says that 43 Malaysians forced into online scams were freed in the "
    "Peruvian capital.",
    "fr": "Selon la Malaisie, 43 Malaisiens forcés à des arnaques en ligne ont été libérés dans la "
    "capitale péruvienne.",
    "es": "Según Malasia, 43 malasios obligados a estafar en línea fueron "
    "rescatados en la capital peruana.",
    "id": "Menurut Malaysia, 43 warga Malaysia yang dipaksa menipu daring "
    "dibebaskan di ibu kota Peru.",
    "vi": "Theo Malaysia, 43 người Malaysia bị ép lừa đảo trực tuyến được giải cứu "
    "tại thủ đô Peru.",
    "zh": "43名马来西亚人在秘鲁首都一处诈骗窝点获救。",
}

NOT_THAT_CITY = [
    (
        "en",
        "Police arrested 25 suspects of a scam centre in the capital of Kandal province.",
        "Kandal",
    ),
    (
        "en",
        "In Cambodia 25 suspects of a scam centre were arrested in the provincial capital.",
        None,
    ),
    (
        "en",
        "Police arrested 25 suspects at a scam centre in Bavet, far from the Cambodian capital.",
        "Bavet",
    ),
    (
        "fr",
        "Au Cambodge, 25 suspects d'un centre d'arnaque ont été arrêtés dans la "
        "capitale provinciale.",
        None,
    ),
    ("id", "Di Kamboja, 25 tersangka pusat penipuan daring ditangkap di ibu kota provinsi.", None),
]


@pytest.mark.parametrize("lang", TOLD_BEFORE)
def test_the_capital_is_that_of_the_country_told_last(lang: str) -> None:
    (claim,) = claims(TOLD_BEFORE[lang], lang)
    assert (claim.low, claim.country, claim.place) == (25, "KHM", "Phnom Penh")


@pytest.mark.parametrize("lang", BESIDE)
def test_the_country_beside_the_word_goes_first(lang: str) -> None:
    (claim,) = claims(BESIDE[lang], lang)
    assert (claim.low, claim.country, claim.place) == (43, "PER", "Lima")


@pytest.mark.parametrize(("lang", "text", "place"), NOT_THAT_CITY)
def test_another_capital_is_not_that_of_the_country(
    lang: str, text: str, place: str | None
) -> None:
    assert [c.place for c in claims(text, lang)] == [place]
