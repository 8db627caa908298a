"""Numbers that a report tells in a way of its own: none is overlooked, none is read as another."""

from __future__ import annotations

import pytest
from reading import LEADS, claims


def told(text: str, tag: str) -> list[tuple[str, str, float | None, tuple[str, ...]]]:
    found = claims(LEADS[tag] + text, tag)
    return [(c.kind.value, c.unit.value, c.low, c.nationality) for c in found]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The number of scam centres on the border rose from 11 to 27.", "en"),
        ("Le nombre de centres d'arnaque est passé de 11 à 27.", "fr"),
        ("El número de centros de estafa ha aumentado de 11 a 27.", "es"),
    ],
)
def test_what_a_total_rose_to_is_the_count(text: str, tag: str) -> None:
    assert told(text, tag) == [("operating", "site", 27, ())]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Police closed 12 of the 30 scam centres.", "en"),
        ("La police a fermé 12 des 30 centres d'arnaque.", "fr"),
        ("La policía ha cerrado 12 de los 30 centros de estafa.", "es"),
    ],
)
def test_some_of_the_sites_are_sites(text: str, tag: str) -> None:
    assert told(text, tag) == [("closed", "site", 12, ())]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Police seized 1400 million dollars.", "en"),
        ("La police a saisi 1400 millions de dollars.", "fr"),
        ("La policía incautó 1400 millones de dólares.", "es"),
    ],
)
def test_four_digits_before_millions_are_no_year(text: str, tag: str) -> None:
    assert told(text, tag) == [("seized", "money", 1_400_000_000, ())]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Those freed include a Cambodian, a Ghanaian and an Indian.", "en"),
        ("Parmi les libérés figurent un Cambodgien, un Ghanéen et un Indien.", "fr"),
        ("Entre los rescatados figuran un camboyano, un ghanés y un indio.", "es"),
    ],
)
def test_nationals_told_one_by_one_are_counted(text: str, tag: str) -> None:
    peoples = [("KHM",), ("GHA",), ("IND",)]
    assert told(text, tag) == [("freed", "person", 1, people) for people in peoples]


@pytest.mark.parametrize(
    ("text", "tag", "count"),
    [
        ("Taiwán repatrió en el mismo período a 41.", "es", 41),
        ("Camboya repatrió a dos y Tailandia a 29.", "es", 29),
    ],
)
def test_an_object_without_a_noun_is_counted(text: str, tag: str, count: int) -> None:
    assert [(kind, low) for kind, _, low, _ in told(text, tag)][-1] == ("repatriated", count)


@pytest.mark.parametrize(
    ("text", "tag", "people"),
    [
        ("34 personas fueron rescatadas, procedentes de Nepal y Sri Lanka.", "es", ("NPL", "LKA")),
        ("34人脱困，分别来自孟加拉和尼泊尔。", "zh", ("BGD", "NPL")),
        ("来自肯尼亚和乌干达的34人脱困。", "zh", ("KEN", "UGA")),
        ("孟加拉和斯里兰卡籍人士共34人脱困。", "zh", ("BGD", "LKA")),
        ("来自柬埔寨的34人脱困。", "zh", ()),
    ],
)
def test_all_of_a_list_of_peoples_are_meant(text: str, tag: str, people: tuple[str, ...]) -> None:
    assert told(text, tag) == [("freed", "person", 34, people)]


def test_cases_of_people_are_cases() -> None:
    assert told("收到770宗大马人受骗的投报。", "zh") == [("reported", "case", 770, ("MYS",))]


def test_the_currency_before_an_amount_is_its_own() -> None:
    (claim,) = claims(LEADS["zh"] + "警方查扣新台幣13萬6000元。", "zh")
    assert (claim.low, claim.currency) == (136_000, "TWD")


def test_a_few_of_one_people_told_twice_alike_are_one_fact() -> None:
    text = "On 3 March police arrested 5 Thais in Poipet. The police arrested 5 Thais on 3 March."
    assert told(text, "en") == [("arrested", "person", 5, ("THA",))]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Raids in late 2024 and early 2025 netted suspects.", "en"),
        ("Les descentes de fin 2024 et début 2025 ont permis d'arrêter des suspects.", "fr"),
        ("Las redadas de finales de 2024 y principios de 2025 dejaron detenidos.", "es"),
    ],
)
def test_a_year_of_which_a_part_is_told_counts_nobody(text: str, tag: str) -> None:
    assert told(text, tag) == []


@pytest.mark.parametrize(
    "days",
    ["from October 16 to 20", "from Oct. 16 to 20", "(October 16-20)", "between October 16 and 20"],
)
def test_the_second_of_two_days_is_no_count(days: str) -> None:
    assert told(f"Police arrested 281 people {days}.", "en") == [("arrested", "person", 281, ())]


@pytest.mark.parametrize(
    "text", ["Victims lost $5,000 each.", "The agents paid the gang 17,000 euros each."]
)
def test_money_for_each_is_a_price(text: str) -> None:
    assert told(text, "en") == []
