"""What a number counts, of which nationality, or why it counts nothing of ours."""

from __future__ import annotations

import pytest
from reading import quantities

from headcount.model import FOREIGN


@pytest.mark.parametrize(
    ("text", "tag", "unit", "nations"),
    [
        ("48 Indians", "en", "person", "IND"),
        ("48 Indian nationals", "en", "person", "IND"),
        ("48 Indian men", "en", "person", "IND"),
        ("nine nationals of Sri Lanka", "en", "person", "LKA"),
        ("23 Cambodian citizens", "en", "person", "KHM"),
        ("23 citizens of Cambodia", "en", "person", "KHM"),
        ("150 foreigners", "en", "person", FOREIGN),
        ("150 foreign nationals", "en", "person", FOREIGN),
        ("150 foreign workers", "en", "person", FOREIGN),
        ("four French and Belgian nationals", "en", "person", "BEL FRA"),
        ("14 Filipinas", "en", "person", "PHL"),
        ("14 Filipinos", "en", "person", "PHL"),
        ("two Burmese men", "en", "person", "MMR"),
        ("three Britons", "en", "person", "GBR"),
        ("five Taiwanese", "en", "person", "TWN"),
        ("12 Hong Kong citizens", "en", "person", "HKG"),
        ("57 Ivorians", "en", "person", "CIV"),
        ("80 South Koreans", "en", "person", "KOR"),
        ("nine people from Indonesia", "en", "person", "IDN"),
        ("68 people, all Vietnamese", "en", "person", "VNM"),
        ("215 people", "en", "person", ""),
        ("19 victims", "en", "person", ""),
        ("3,000 suspects", "en", "person", ""),
        ("53 scam compounds", "en", "site", ""),
        ("two scam centres", "en", "site", ""),
        ("97 complaints", "en", "case", ""),
        ("28 countries", "en", "country", ""),
        ("48 Indiens", "fr", "person", "IND"),
        ("48 Indiennes", "fr", "person", "IND"),
        ("48 ressortissants indiens", "fr", "person", "IND"),
        ("48 ressortissantes indiennes", "fr", "person", "IND"),
        ("neuf ressortissants du Sri Lanka", "fr", "person", "LKA"),
        ("23 citoyens cambodgiens", "fr", "person", "KHM"),
        ("23 travailleurs cambodgiens", "fr", "person", "KHM"),
        ("150 étrangers", "fr", "person", FOREIGN),
        ("150 ressortissants étrangers", "fr", "person", FOREIGN),
        ("quatre ressortissants français et belges", "fr", "person", "BEL FRA"),
        ("onze Franco-Belges", "fr", "person", "BEL FRA"),
        ("21 Philippines", "fr", "person", "PHL"),
        ("une soixantaine de Kényans", "fr", "person", "KEN"),
        ("des dizaines de Népalais", "fr", "person", "NPL"),
        ("80 Sud-Coréens", "fr", "person", "KOR"),
        ("douze Hongkongais", "fr", "person", "HKG"),
        ("cinq Taïwanais", "fr", "person", "TWN"),
        ("68 personnes, toutes vietnamiennes", "fr", "person", "VNM"),
        ("215 personnes", "fr", "person", ""),
        ("53 complexes d’arnaque", "fr", "site", ""),
        ("97 plaintes", "fr", "case", ""),
        ("28 pays", "fr", "country", ""),
    ],
)
def test_who_or_what_is_counted(text: str, tag: str, unit: str, nations: str) -> None:
    (quantity,), refused = quantities(text + ".", tag)
    assert (quantity.unit, sorted(quantity.nations)) == (unit, nations.split())
    assert refused == []


@pytest.mark.parametrize(
    ("text", "tag", "group"),
    [
        ("36 Malagasy women", "en", "women"),
        ("18 women", "en", "women"),
        ("449 men", "en", "men"),
        ("three children", "en", "children"),
        ("25 minors", "en", "children"),
        ("215 people", "en", ""),
        ("18 femmes", "fr", "women"),
        ("une cinquantaine d’hommes", "fr", "men"),
        ("trois mineurs", "fr", "children"),
        ("trois enfants", "fr", "children"),
        ("215 personnes", "fr", ""),
    ],
)
def test_sex_and_age_are_told_by_the_noun(text: str, tag: str, group: str) -> None:
    (quantity,), _ = quantities(text + ".", tag)
    assert quantity.group == group


@pytest.mark.parametrize(
    ("text", "tag", "low", "currency"),
    [
        ("$15 billion", "en", 15 * 10**9, "USD"),
        ("US$115 million", "en", 115 * 10**6, "USD"),
        ("1.6 million dollars", "en", 1_600_000, "USD"),
        ("600,000 baht", "en", 600_000, "THB"),
        ("€3 million", "en", 3 * 10**6, "EUR"),
        ("150 million Singapore dollars", "en", 150 * 10**6, "SGD"),
        ("15 milliards de dollars", "fr", 15 * 10**9, "USD"),
        ("1,6 million d’euros", "fr", 1_600_000, "EUR"),
        ("3 millions €", "fr", 3 * 10**6, "EUR"),
        ("600 000 bahts", "fr", 600_000, "THB"),
        ("150 millions de dollars de Singapour", "fr", 150 * 10**6, "SGD"),
    ],
)
def test_money_has_a_currency(text: str, tag: str, low: int, currency: str) -> None:
    (quantity,), _ = quantities(text + ".", tag)
    assert (quantity.unit, quantity.currency) == ("money", currency)
    assert quantity.interval.low == quantity.interval.high == low


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The suspect is 62 years old.", "en"),
        ("A 25-year-old man spoke.", "en"),
        ("Some 700 police officers took part.", "en"),
        ("They seized 1,200 mobile phones.", "en"),
        ("About 40 percent of them agree.", "en"),
        ("About 40% of them agree.", "en"),
        ("It happened on 12 November 2025.", "en"),
        ("It happened on November 12.", "en"),
        ("Article 341 applies.", "en"),
        ("Point No. 28 is open.", "en"),
        ("They worked 17 hours.", "en"),
        ("It lies 15 kilometres away.", "en"),
        ("It began at 10:30.", "en"),
        ("He earned $1,500 a month.", "en"),
        ("The family paid a ransom of $20,000 a head.", "en"),
        ("Le suspect a 62 ans.", "fr"),
        ("Quelque 700 policiers étaient là.", "fr"),
        ("Ils ont saisi 1 200 téléphones.", "fr"),
        ("Environ 40 % sont d’accord.", "fr"),
        ("C’était le 12 novembre 2025.", "fr"),
        ("L’article 341 s’applique.", "fr"),
        ("Ils travaillaient 17 heures.", "fr"),
        ("C’est à 15 kilomètres.", "fr"),
        ("On lui promettait 1 500 dollars par mois.", "fr"),
        ("Nhóm rời Myawaddy hôm 14-5.", "vi"),
        ("วันที่ 12 ก.พ. 68 จับได้", "th"),
        ("ปี 2566 - 2567 ถูกช่วย", "th"),
        ("เหยื่อคนที่ 3 ถูกช่วยออกมาได้", "th"),
    ],
)
def test_what_counts_nothing_of_ours_is_refused_with_a_reason(text: str, tag: str) -> None:
    found, refused = quantities(text, tag)
    assert found == []
    assert all(each.reason for each in refused)
    assert refused


@pytest.mark.parametrize(
    ("text", "tag", "counts"),
    [
        ("Police held 312 foreigners in Kratie province, 140 of them Chinese.", "en", [312, 140]),
        ("They flew 406 men out through the airport, 40 of them Thais.", "en", [406, 40]),
        ("They sent soldiers in trucks, 700 of them.", "en", []),
        ("258 trong 260 người được xác định là nạn nhân.", "vi", [258]),
    ],
)
def test_what_of_them_means(text: str, tag: str, counts: list[int]) -> None:
    assert [q.interval.low for q in quantities(text, tag)[0]] == counts


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("A victim told of it.", "en"),
        ("One of them fled.", "en"),
        ("Une victime a parlé.", "fr"),
        ("L’un d’eux a fui.", "fr"),
    ],
)
def test_one_is_an_article_unless_it_stands_in_a_list(text: str, tag: str) -> None:
    found, _ = quantities(text, tag)
    assert found == []


@pytest.mark.parametrize(
    ("text", "tag", "nations"),
    [
        ("Two Americans, four Poles and a Canadian were held.", "en", ["USA", "POL", "CAN"]),
        ("Two Indians and one Malaysian were held.", "en", ["IND", "MYS"]),
        ("Deux Indiens et un Malaisien ont été arrêtés.", "fr", ["IND", "MYS"]),
    ],
)
def test_one_counts_in_a_list(text: str, tag: str, nations: list[str]) -> None:
    found, _ = quantities(text, tag)
    assert [nation for quantity in found for nation in quantity.nations] == nations
    assert found[-1].interval.low == 1


def test_the_same_amount_in_another_currency_is_no_second_one() -> None:
    found, refused = quantities("They froze 150 million Singapore dollars (US$115 million).", "en")
    assert [quantity.currency for quantity in found] == ["SGD"]
    assert [each.reason for each in refused] == ["the same amount in another currency"]


def test_definite_and_added_numbers_are_marked() -> None:
    (known,), _ = quantities("The 109 Thais were screened.", "en")
    assert (known.definite, known.added) == (True, False)
    (more,), _ = quantities("A further 30 people were arrested.", "en")
    assert (more.definite, more.added) == (False, True)
    (part,), _ = quantities("Parmi eux, 30 autres personnes ont été arrêtées.", "fr")
    assert part.added
