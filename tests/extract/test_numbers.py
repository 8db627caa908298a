"""Numbers in digits and words, and how far the words around them hedge."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from fractions import Fraction
from importlib.util import find_spec
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import numbers, quantities
from spelling import english, french

NBSP, NARROW, THIN = "\u00a0", "\u202f", "\u2009"
MILLION, BILLION = 10**6, 10**9


def value(text: str, tag: str) -> object:
    """The one number in a text: its worth, or both ends of a range."""
    found = numbers(text, tag)
    assert len(found) == 1, [(n.value, n.top) for n in found]
    number = found[0]
    if number.top is not None:
        return (number.value, number.top)
    return number.value


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("215", 215),
        ("1,600", 1600),
        ("1 600", 1600),
        (f"1{NBSP}600", 1600),
        (f"1{NARROW}600", 1600),
        (f"1{THIN}600", 1600),
        ("12,345,678", 12345678),
        ("1.6 million", 1_600_000),
        ("US$ 1.6 million", 1_600_000),
        ("43.8 billion", 43_800_000_000),
        ("0.5 million", 500_000),
        ("2.25", Fraction(9, 4)),
        ("two", 2),
        ("seventeen", 17),
        ("twenty-one", 21),
        ("twenty one", 21),
        ("ninety-nine", 99),
        ("a hundred", 100),
        ("one hundred", 100),
        ("two hundred and fifteen", 215),
        ("two hundred fifteen", 215),
        ("nine hundred and ninety-nine", 999),
        ("one thousand", 1000),
        ("a thousand", 1000),
        ("twelve hundred", 1200),
        ("one thousand, ", 1000),
        ("three thousand two hundred", 3200),
        ("five thousand and six", 5006),
        ("120 thousand", 120_000),
        ("half a million", 500_000),
        ("one and a half million", 1_500_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half a billion", 500_000_000),
        ("two million", 2_000_000),
        ("3 lakh", 300_000),
        ("34,80,800", 3_480_800),
        ("1,28,00,000", 12_800_000),
        ("2.5 crore", 25_000_000),
        ("200 to 300", (200, 300)),
        ("200-300 people", (200, 300)),
        ("200-300", (200, 300)),
        ("200–300", (200, 300)),
        ("200 – 300", (200, 300)),
        ("between 200 and 300", (200, 300)),
        ("between twenty and thirty", (20, 30)),
        ("20 to 30 thousand", (20_000, 30_000)),
        ("18 to 37 billion", (18 * BILLION, 37 * BILLION)),
        ("$18 billion to $37 billion", (18 * BILLION, 37 * BILLION)),
    ],
)
def test_english_numbers(text: str, worth: object) -> None:
    assert value(text, "en") == worth


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("215", 215),
        ("1 600", 1600),
        (f"1{NBSP}600", 1600),
        (f"1{NARROW}600", 1600),
        ("1.600", 1600),
        (f"12{NARROW}345{NARROW}678", 12345678),
        ("1,6 million", 1_600_000),
        ("43,8 milliards", 43_800_000_000),
        ("2,250 milliards", 2_250_000_000),
        ("deux", 2),
        ("dix-sept", 17),
        ("vingt et un", 21),
        ("vingt-et-un", 21),
        ("soixante-dix", 70),
        ("soixante et onze", 71),
        ("soixante-dix-sept", 77),
        ("quatre-vingts", 80),
        ("quatre-vingt-un", 81),
        ("quatre-vingt-onze", 91),
        ("quatre-vingt-dix-sept", 97),
        ("septante-deux", 72),
        ("huitante", 80),
        ("nonante-neuf", 99),
        ("cent", 100),
        ("deux cents", 200),
        ("deux cent quinze", 215),
        ("neuf cent quatre-vingt-dix-neuf", 999),
        ("mille", 1000),
        ("mille six cents", 1600),
        ("trois mille deux cents", 3200),
        ("deux mille quarante-quatre", 2044),
        ("120 mille", 120_000),
        ("3 millions", 3_000_000),
        ("deux millions", 2_000_000),
        ("une dizaine", 10),
        ("une soixantaine", 60),
        ("une centaine", 100),
        ("un millier", 1000),
        ("une demi-douzaine", 6),
        ("un demi-million", 500_000),
        ("une centaine de milliers", 100_000),
        ("200 à 300", (200, 300)),
        ("de 200 à 300", (200, 300)),
        ("200-300 personnes", (200, 300)),
        ("entre 200 et 300", (200, 300)),
        ("18 à 37 milliards", (18 * BILLION, 37 * BILLION)),
    ],
)
def test_french_numbers(text: str, worth: object) -> None:
    assert value(text, "fr") == worth


@pytest.mark.parametrize(
    ("text", "tag", "low", "high"),
    [
        ("dozens", "en", 20, 99),
        ("hundreds", "en", 200, 999),
        ("thousands", "en", 2000, 9999),
        ("tens of thousands", "en", 20_000, 99_999),
        ("hundreds of thousands", "en", 200_000, 999_999),
        ("millions", "en", 2 * MILLION, 10 * MILLION - 1),
        ("tens of millions", "en", 20 * MILLION, 100 * MILLION - 1),
        ("billions", "en", 2 * BILLION, 10 * BILLION - 1),
        ("scores", "en", 20, 99),
        ("several hundred", "en", 200, 999),
        ("a few thousand", "en", 2000, 9999),
        ("several dozen", "en", 20, 99),
        ("des dizaines", "fr", 20, 99),
        ("des centaines", "fr", 200, 999),
        ("des milliers", "fr", 2000, 9999),
        ("des dizaines de milliers", "fr", 20_000, 99_999),
        ("des centaines de milliers", "fr", 200_000, 999_999),
        ("des millions", "fr", 2 * MILLION, 10 * MILLION - 1),
        ("des dizaines de milliards", "fr", 20 * BILLION, 100 * BILLION - 1),
        ("plusieurs centaines", "fr", 200, 999),
        ("quelques milliers", "fr", 2000, 9999),
        ("plusieurs dizaines de milliers", "fr", 20_000, 99_999),
    ],
)
def test_vague_plurals_are_magnitudes(text: str, tag: str, low: int, high: int) -> None:
    (number,) = numbers(text, tag)
    interval = number.interval("exact")
    assert (interval.low, interval.high, interval.precision) == (low, high, "vague")


@pytest.mark.parametrize(
    ("text", "tag", "low", "high", "precision"),
    [
        ("about 5,000 people", "en", 4500, 5500, "about"),
        ("around 40 people", "en", 36, 44, "about"),
        ("roughly 70 people", "en", 63, 77, "about"),
        ("approximately 100 people", "en", 90, 110, "about"),
        ("some 5,000 people", "en", 4500, 5500, "about"),
        ("an estimated 120,000 people", "en", 108_000, 132_000, "about"),
        ("500-odd people", "en", 450, 550, "about"),
        ("nearly 300 people", "en", 270, 300, "about"),
        ("almost 1,000 people", "en", 900, 1000, "about"),
        ("more than 215 people", "en", 215, None, "at_least"),
        ("over 1,600 people", "en", 1600, None, "at_least"),
        ("at least 12 people", "en", 12, None, "at_least"),
        ("no fewer than 81 people", "en", 81, None, "at_least"),
        ("upwards of 400 people", "en", 400, None, "at_least"),
        ("well over a hundred people", "en", 100, None, "at_least"),
        ("up to 300 people", "en", 0, 300, "at_most"),
        ("fewer than 50 people", "en", 0, 50, "at_most"),
        ("less than 50 people", "en", 0, 50, "at_most"),
        ("at most 20 people", "en", 0, 20, "at_most"),
        ("as many as 283 people", "en", 283, 283, "exact"),
        ("as many as 3,000 people", "en", 0, 3000, "at_most"),
        ("a total of 215 people", "en", 215, 215, "exact"),
        ("only 17 people", "en", 17, 17, "exact"),
        ("exactly 17 people", "en", 17, 17, "exact"),
        ("20 or so people", "en", 18, 22, "about"),
        ("200 to 300 people", "en", 200, 300, "range"),
        ("more than hundreds of people", "en", 200, None, "at_least"),
        ("environ 5 000 personnes", "fr", 4500, 5500, "about"),
        ("quelque 40 personnes", "fr", 36, 44, "about"),
        ("à peu près 100 personnes", "fr", 90, 110, "about"),
        ("une soixantaine de personnes", "fr", 54, 66, "about"),
        ("une centaine de personnes", "fr", 90, 110, "about"),
        ("près de 300 personnes", "fr", 270, 300, "about"),
        ("presque 1 000 personnes", "fr", 900, 1000, "about"),
        ("plus de 215 personnes", "fr", 215, None, "at_least"),
        ("au moins 12 personnes", "fr", 12, None, "at_least"),
        ("pas moins de 81 personnes", "fr", 81, None, "at_least"),
        ("plus d’un millier de personnes", "fr", 1000, None, "at_least"),
        ("jusqu’à 300 personnes", "fr", 0, 300, "at_most"),
        ("moins de 50 personnes", "fr", 0, 50, "at_most"),
        ("au plus 20 personnes", "fr", 0, 20, "at_most"),
        ("au total 215 personnes", "fr", 215, 215, "exact"),
        ("seulement 17 personnes", "fr", 17, 17, "exact"),
        ("entre 200 et 300 personnes", "fr", 200, 300, "range"),
    ],
)
def test_hedges_make_the_interval(
    text: str, tag: str, low: int, high: int | None, precision: str
) -> None:
    (quantity,), refused = quantities(f"{text}.", tag)
    interval = quantity.interval
    assert (interval.low, interval.high, interval.precision) == (low, high, precision)
    assert refused == []


@pytest.mark.parametrize(
    ("text", "tag", "worths"),
    [
        ("109 Thais, 50 Pakistanis and 48 Indians", "en", [109, 50, 48]),
        ("twelve men and three women", "en", [12, 3]),
        ("one hundred men, two hundred women", "en", [100, 200]),
        ("109 Thaïlandais, 50 Pakistanais et 48 Indiens", "fr", [109, 50, 48]),
        ("douze hommes et trois femmes", "fr", [12, 3]),
        ("1 600 hommes, 300 femmes", "fr", [1600, 300]),
    ],
)
def test_numbers_of_a_list_stay_apart(text: str, tag: str, worths: list[int]) -> None:
    assert [number.value for number in numbers(text, tag)] == worths


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("1,60,5", "en"),
        ("A7", "en"),
        ("18th", "en"),
        ("no number here", "en"),
        ("several people", "en"),
        ("and", "en"),
        ("158e", "fr"),
        ("rien du tout", "fr"),
        ("plusieurs personnes", "fr"),
    ],
)
def test_what_is_no_number(text: str, tag: str) -> None:
    assert numbers(text, tag) == []


@pytest.mark.parametrize("british", [True, False])
@pytest.mark.parametrize("hyphen", [True, False])
def test_spelt_english_reads_back(british: bool, hyphen: bool) -> None:
    _reads_back("en", lambda number: english(number, british=british, hyphen=hyphen))


@pytest.mark.parametrize("swiss", [True, False])
@pytest.mark.parametrize("new", [True, False])
def test_spelt_french_reads_back(new: bool, swiss: bool) -> None:
    _reads_back("fr", lambda number: french(number, new=new, swiss=swiss))


def _reads_back(tag: str, spell: Callable[[int], str]) -> None:
    """Every number to 1100, and every eleventh from there to 9999."""
    wrong = {}
    for number in (*range(1101), *range(1101, 10_000, 11)):
        read = [found.value for found in numbers(f"{spell(number)} people", tag)]
        if read != [number]:
            wrong[spell(number)] = read
    assert wrong == {}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 9999))
def test_any_number_reads_back_in_both_languages(number: int) -> None:
    for text, tag in ((english(number), "en"), (french(number), "fr")):
        assert [found.value for found in numbers(text, tag)] == [number]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 999_999_999), st.sampled_from(["", ",", " ", NBSP, NARROW]))
def test_grouped_digits_read_back(number: int, mark: str) -> None:
    said = f"{number:,}".replace(",", mark)
    assert [found.value for found in numbers(f"{said} x", "en")] == [number]


@pytest.mark.skipif(find_spec("text_to_num") is None, reason="the oracle is not installed")
def test_an_independent_reader_agrees() -> None:
    oracle: Any = importlib.import_module("text_to_num")
    for number in range(0, 10_000, 37):
        for text, tag in ((english(number), "en"), (french(number), "fr")):
            assert numbers(text, tag)[0].value == oracle.text2num(text, tag)
