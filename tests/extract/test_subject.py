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
