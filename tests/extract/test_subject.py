"""Which short reports from the borders of the region are about the crisis without a word of it."""

from __future__ import annotations

import pytest
from reading import claims


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Karen militia handed over 61 foreigners to the Thai army at Mae Sot."),
        ("en", "61 foreigners were handed over at Boten on Monday."),
        ("fr", "Une milice karen a remis 61 étrangers à l'armée thaïlandaise à Mae Sot."),
        ("es", "Una milicia karen entregó a 61 extranjeros al ejército tailandés en Mae Sot."),
        ("id", "Milisi Karen menyerahkan 61 warga asing kepada tentara Thailand di Mae Sot."),
        ("zh", "克伦民兵周四在湄索向泰国军方移交61名外国人。"),
        ("th", "กองกำลังกะเหรี่ยงส่งมอบชาวต่างชาติ 61 คนให้ทหารไทยที่แม่สอด"),
    ],
)
def test_foreigners_handed_over_at_a_border_town_are_of_the_crisis(tag: str, text: str) -> None:
    assert [(c.kind.value, c.low) for c in claims(text, tag)] == [("transferred", 61)]


@pytest.mark.parametrize(
    "text",
    [
        "Thai soldiers arrested 42 drug couriers in Mae Sot and handed over two million pills.",
        "Rangers at Mae Sot handed over two foreigners caught with pills to the police.",
        "Some 3,000 refugees fled fighting in Myawaddy and were handed over to the Thai army.",
        "Mae Sot United beat Poipet FC 3-1 before 2,000 foreigners.",
        "Thai police handed over 45 Myanmar migrants at Mae Sot who had entered illegally.",
        "Charities at Mae Sot handed over 200 blankets to refugees and foreigners.",
        "Clashes at Mae Sot: rebels captured 62 soldiers and handed 19 over to the Thai army.",
        "Thailand handed over 61 foreigners to the police at Bangkok.",
        "After the earthquake 61 foreigners were handed over to rescuers at Mae Sot.",
    ],
)
def test_other_stories_of_a_border_town_are_not(text: str) -> None:
    assert claims(text, "en") == ()


def _essay(middle: str) -> str:
    """A text too long for one report: thirty sentences on trade, with `middle` among them."""
    filler = ["The port of Colombo handled more containers than in any year before."] * 15
    return " ".join([*filler, middle, *filler])


@pytest.mark.parametrize(
    ("middle", "expected"),
    [
        ("Police freed 40 men from a scam compound in Bavet.", [("freed", 40)]),
        ("Police arrested 40 men over the cargo.", []),
    ],
)
def test_in_a_long_text_only_passages_on_the_crisis_are_read(
    middle: str, expected: list[tuple[str, int]]
) -> None:
    assert [(c.kind.value, c.low) for c in claims(_essay(middle), "en")] == expected


def test_a_cue_said_in_passing_does_not_make_a_long_text_a_report() -> None:
    opening = "Police arrested 40 men over the cargo on Monday."
    assert claims(f"{opening} {_essay('A scam compound was in the news.')}", "en") == ()


def test_a_long_report_that_opens_with_the_crisis_is_read_to_its_end() -> None:
    text = f"Police raided a scam compound in Bavet. {_essay('It was hot.')} They arrested 40 men."
    assert [(c.kind.value, c.low) for c in claims(text, "en")] == [("arrested", 40)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Inspectors found two casinos and a courier hub. Police arrested 12 people."),
        ("fr", "Le casino de la plage a rouvert. La police a arrêté 12 voleurs."),
        ("es", "El casino de la playa reabrió. La policía detuvo a 12 ladrones."),
        ("zh", "产业园区新增企业40家，警方抓获12名盗窃嫌疑人。"),
        ("zh", "工业园区安置工人300名。"),
        ("th", "ธนาคารช่วยเหลือลูกค้า 120 ราย สอบถามได้ที่ call center"),
        ("th", "ตรวจแรงงานร่วมกับกองปราบปรามการค้ามนุษย์ พบลูกจ้าง 35 คน จับกุมนายจ้าง 2 คน"),
        ("id", "Polisi menangkap 4 orang yang berjudi domino di Kudus. Judi online marak."),
    ],
)
def test_words_of_many_matters_are_not_the_crisis(tag: str, text: str) -> None:
    assert claims(text, tag) == ()


@pytest.mark.parametrize(
    ("tag", "text", "country"),
    [
        ("en", "Police raided a casino in Bavet and arrested 12 Thais.", "KHM"),
        ("vi", "Công an bắt 12 người tại một sòng bạc ở Bavet.", "KHM"),
        ("fr", "La police a arrêté 12 escrocs à Poipet.", "KHM"),
    ],
)
def test_such_a_word_beside_a_place_of_the_centres_is(tag: str, text: str, country: str) -> None:
    assert [(c.kind.value, c.low, c.country) for c in claims(text, tag)] == [
        ("arrested", 12, country)
    ]
