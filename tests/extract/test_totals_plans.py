"""Running totals that an operation brings up, and what is still to come."""

from __future__ import annotations

import pytest
from reading import LEADS, claims


@pytest.mark.parametrize(
    ("tag", "text", "low"),
    [
        ("en", "Police have deported 11,000 workers since the campaign began in July.", 11000),
        ("en", "Since the crackdown began last July, police have arrested 3,000 people.", 3000),
        ("en", "The arrests bring to 3,200 the number of people detained.", 3200),
        ("en", "This brings the total number of repatriated Indonesians to 1,200.", 1200),
        ("fr", "11 000 ont été expulsés depuis que la campagne a commencé en juillet.", 11000),
        ("fr", "Cette opération porte le total des rapatriés à 1 200.", 1200),
        ("es", "Desde que comenzó la campaña en julio fueron deportados 900 trabajadores.", 900),
        ("id", "Dengan demikian total WNI yang dipulangkan mencapai 1.200 orang.", 1200),
        ("vi", "Kể từ khi chiến dịch bắt đầu vào tháng 7, 900 lao động đã bị trục xuất.", 900),
        ("th", "นับตั้งแต่เริ่มปฏิบัติการเมื่อเดือนกรกฎาคม มีการเนรเทศแรงงานแล้ว 900 คน", 900),
        ("zh", "至此,被遣返者累计达1200人。", 1200),
    ],
)
def test_a_running_total_ends_with_the_report(tag: str, text: str, low: int) -> None:
    (found,) = claims(LEADS[tag] + text, tag)
    assert (found.low, found.scope.value, str(found.end)) == (low, "cumulative", "2025-11-12")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Ethiopia repatriated 33 citizens; 29 more are expected to return on Friday."),
        ("fr", "Le pays a rapatrié 33 personnes ; 29 autres sont attendues vendredi."),
        ("es", "Fueron repatriados 33 etíopes; se espera a otros 29 el viernes."),
        ("vi", "33 người đã về nước, 29 người nữa dự kiến về vào thứ sáu."),
        ("zh", "33人已回国,另有29人预计周五抵达。"),
    ],
)
def test_who_is_still_to_come_is_planned_and_has_the_day_ahead(tag: str, text: str) -> None:
    done, planned = claims(LEADS[tag] + text, tag)
    assert (done.low, done.scope.value, done.start) == (33, "event", None)
    assert (planned.low, planned.scope.value) == (29, "planned")
    assert str(planned.start) == "2025-11-14"


@pytest.mark.parametrize(
    ("tag", "text", "country"),
    [
        ("en", "More than 1,500 people fled KK Park into Thailand.", "MMR"),
        ("en", "Some 500 Indonesians are still in Myanmar.", "MMR"),
        ("fr", "Plus de 1 500 personnes ont quitté KK Park.", "MMR"),
        ("es", "Más de 1.500 personas abandonaron KK Park.", "MMR"),
        (
            "fr",
            "2 000 personnes travaillent dans la zone économique spéciale du Triangle d'or.",
            "LAO",
        ),
    ],
)
def test_a_place_inside_a_longer_form_is_told(tag: str, text: str, country: str) -> None:
    assert claims(LEADS[tag] + text, tag)[0].country == country


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "In a similar raid in Cebu last year, 160 people were arrested."),
        ("fr", "Lors d'une opération à Cebu l'an dernier, 160 personnes ont été arrêtées."),
        ("es", "En una redada en Cebú el año pasado, 160 personas fueron detenidas."),
        ("vi", "Trong một cuộc đột kích ở Cebu năm ngoái, 160 người bị bắt."),
    ],
)
def test_one_operation_of_last_year_is_no_running_total(tag: str, text: str) -> None:
    (told,) = claims(LEADS[tag] + text, tag)
    assert (told.low, told.scope.value, str(told.start)) == (160, "event", "2024-01-01")


def test_another_operation_long_ago_is_not_what_the_speaker_before_tells_of() -> None:
    text = (
        "Agents arrested 99 people, 41 of them foreigners, in Pasay City on Friday, a spokesman of"
        " the commission said.\n\nIn a raid in Cebu last year, 160 people were held. The"
        " deportation of the 41 foreigners is expected next month."
    )
    *_, before, deported = claims(LEADS["en"] + text, "en")
    assert (before.low, before.place, before.according_to) == (160, "Cebu", None)
    assert (deported.kind.value, deported.low, deported.place) == ("deported", 41, "Pasay")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "A group put the number of foreigners still trapped at between 5,000 and 7,000."),
        ("en", "A group put the number of foreigners still held in Bavet between 5,000 and 7,000."),
        ("fr", "Une ONG évalue le nombre d'étrangers encore retenus à entre 5 000 et 7 000."),
        ("es", "Un grupo sitúa el número de extranjeros aún atrapados entre 5.000 y 7.000."),
        ("id", "LSM menaksir jumlah warga asing yang terjebak antara 5.000 dan 7.000 orang."),
        ("zh", "一个团体估计，仍被困的外国人数目在5000至7000之间。"),
        ("th", "องค์กรหนึ่งประเมินจำนวนชาวต่างชาติที่ยังติดอยู่ไว้ที่ 5,000 ถึง 7,000 คน"),
    ],
)
def test_a_number_of_people_put_between_two_counts_is_a_range_of_them(tag: str, text: str) -> None:
    (told,) = claims(LEADS[tag] + text, tag)
    assert (told.low, told.high, told.nationality) == (5000, 7000, ("FOREIGN",))


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Twelve people were freed from a scam centre on Tuesday, bringing the total to 84.", "en"),
        (
            "Douze personnes ont été libérées d'un centre d'arnaque, ce qui porte le total à 84.",
            "fr",
        ),
        ("Doce personas fueron liberadas de un centro, con lo que el total asciende a 84.", "es"),
        ("Sebanyak 12 orang dibebaskan, sehingga totalnya menjadi 84 orang.", "id"),
        ("Thêm 12 người được giải cứu khỏi ổ lừa đảo, nâng tổng số lên 84 người.", "vi"),
        ("周二又有12人从诈骗园区获救,使获救总人数增至84人。", "zh"),
    ],
)
def test_a_total_behind_a_count_is_of_the_same_people(text: str, tag: str) -> None:
    told = claims(LEADS[tag] + text, tag)
    assert [(c.kind.value, c.low) for c in told if c.low in (12, 84)] == [
        ("freed", 12),
        ("freed", 84),
    ]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "On Tuesday 200 Kenyans flew home, and the evening will bring another 150."),
        ("en", "In all 200 Kenyans flew home on Tuesday and the afternoon will bring another 150."),
    ],
)
def test_a_plan_added_to_what_was_done_on_a_day_is_of_that_day(tag: str, text: str) -> None:
    plan = next(c for c in claims(LEADS[tag] + text, tag) if c.low == 150)
    assert (plan.scope.value, str(plan.start)) == ("planned", "2025-11-11")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Yesterday 200 Kenyans freed there flew home and another 150 are expected."),
        ("fr", "Hier, 200 Kényans libérés là-bas sont rentrés et l'on attend 150 autres."),
        ("es", "Ayer volvieron 200 kenianos liberados allí y se esperan otros 150."),
        ("id", "Kemarin 200 warga Kenya yang bebas pulang dan 150 lainnya akan menyusul."),
        ("vi", "Hôm qua 200 người Kenya được giải cứu đã về nước và 150 người khác sắp về."),
        ("th", "เมื่อวานชาวเคนยา 200 คนเดินทางกลับประเทศ และอีก 150 คนจะตามมา"),
        ("zh", "昨天200名获救的肯尼亚人回国，另外150人预计随后抵达。"),
    ],
)
def test_who_is_expected_goes_the_way_of_those_who_came(tag: str, text: str) -> None:
    told = [(c.kind.value, c.low, c.scope.value) for c in claims(LEADS[tag] + text, tag)]
    assert told == [("repatriated", 200, "event"), ("repatriated", 150, "planned")]
