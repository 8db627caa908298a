"""Others than those told before: whose people they are, and what they are no part of."""

from __future__ import annotations

import pytest
from reading import LEADS, claims


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Police arrested 17 Chinese bosses. Another 92 people were detained."),
        ("es", "La policía detuvo a 17 ciudadanos chinos. Otras 92 personas fueron arrestadas."),
        ("fr", "Dix-sept chefs, tous chinois, ont été interpellés. 92 autres ont été arrêtés."),
        ("id", "Polisi menangkap 17 warga China. Sebanyak 92 orang lainnya juga ditahan."),
        ("th", "ตำรวจจับกุมชาวจีน 17 คน และจับกุมผู้ต้องสงสัยอีก 92 คน"),
        ("vi", "Cảnh sát bắt giữ 17 người Trung Quốc. 92 người khác cũng bị bắt giữ."),
        ("zh", "警方逮捕17名中国人。另外92名人员也被逮捕。"),
    ],
)
def test_other_people_counted_anew_are_of_anybody(tag: str, text: str) -> None:
    told = [(c.low, c.nationality) for c in claims(LEADS[tag] + text, tag)]
    nations = ("CHN",) if tag == "fr" else ()
    assert told == [(17, ("CHN",)), (92, nations)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Freed were 38 Thais, 24 men and 14 women. Another 21 are still held."),
        ("es", "Fueron liberados 38 tailandeses, 24 hombres y 14 mujeres. Otros 21 siguen presos."),
        ("fr", "38 Thaïs, 24 hommes et 14 femmes, sont libres. 21 autres sont toujours retenus."),
        ("id", "Polisi menahan 300 orang, termasuk 38 WNI. 21 WNI lainnya masih disekap."),
    ],
)
def test_others_are_no_part_of_a_whole_that_its_parts_fill(tag: str, text: str) -> None:
    found = claims(LEADS[tag] + text, tag)
    assert [c.part_of for c in found if c.low == 21] == [None]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Police freed 38 Kenyans. The Kenyans are well. Another 40 Africans were freed."),
        (
            "es",
            "Liberaron a 38 peruanos. Los peruanos están bien. Más de 40 latinos siguen presos.",
        ),
        ("fr", "38 Marocains libérés. Les Marocains vont bien. 40 Africains seraient retenus."),
    ],
)
def test_people_of_a_part_of_the_world_are_of_no_nation(tag: str, text: str) -> None:
    found = claims(LEADS[tag] + text, tag)
    assert [(c.nationality, c.country) for c in found if c.low == 40] == [((), "KHM")]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Police freed 73 men in Bavet. About 1,200 workers are still held in the city."),
        ("es", "Liberaron a 73 hombres en Bavet. Unos 1.200 siguen retenidos en la ciudad."),
        ("fr", "73 hommes libérés à Bavet. 1 200 autres sont encore retenus dans la ville."),
        ("id", "Polisi membebaskan 73 WNA di Bavet. Sekitar 1.200 masih disekap di kota itu."),
        ("th", "ตำรวจช่วยเหลือคนไทย 73 คน ในบาเวต\nแรงงาน 1,200 คนยังถูกกักขังในเมืองนี้"),
        ("vi", "Cảnh sát giải cứu 73 người ở Bavet. 1.200 người vẫn bị giữ tại thành phố này."),
        ("zh", "警方在巴域解救73人。约1200人仍被困在该市。"),
    ],
)
def test_in_the_city_is_in_the_town_told_last(tag: str, text: str) -> None:
    found = claims(LEADS[tag] + text, tag)
    assert [c.place for c in found] == ["Bavet", "Bavet"]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "A joint operation by China, Myanmar and Thailand closed 14 scam sites."),
        ("es", "En una operación de China, Birmania y Tailandia se cerraron 14 centros de estafa."),
        ("fr", "Une opération de la Chine, de la Birmanie et de la Thaïlande a fermé 14 centres."),
        ("id", "Operasi gabungan China, Myanmar dan Thailand menutup 14 markas penipuan."),
        ("vi", "Chiến dịch của Trung Quốc, Myanmar và Thái Lan đã triệt phá 14 ổ lừa đảo."),
        ("zh", "中缅泰三方联合行动共捣毁诈骗窝点14个。"),
    ],
)
def test_where_several_countries_act_together_nobody_says(tag: str, text: str) -> None:
    (found,) = claims(LEADS[tag] + text, tag)
    assert (found.low, found.country, found.place) == (14, None, None)


def test_a_longer_time_and_a_part_of_the_world_are_not_of_the_place_told_before() -> None:
    text = "Last month 17 Thais were freed in Bavet. Over 100 Africans were lured, the UN says."
    told = [(c.low, c.country, c.place) for c in claims("Scams in Myanmar, in Myanmar.\n\n" + text)]
    assert told == [(17, "KHM", "Bavet"), (100, "MMR", None)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "en",
            "57 Thais freed from a centre flew home. The Thais are well. They charged 4 bosses.",
        ),
        (
            "vi",
            "57 người Việt Nam được giải cứu đã về nước. Công an khởi tố 4 bị can.",
        ),
    ],
)
def test_who_is_charged_is_not_of_the_people_who_came_home_as_victims(tag: str, text: str) -> None:
    told = [(c.kind, c.nationality) for c in claims(LEADS[tag] + text, tag) if c.low == 4]
    assert told == [("charged", ())]
