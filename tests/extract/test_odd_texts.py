"""Texts that are cut off, shredded with what nobody sees, or full of absurd numbers."""

from __future__ import annotations

from datetime import date

import pytest
from reading import LEADS, claims
from soundness import read, sound

from headcount.evaluation.examples import load_examples
from headcount.languages.pack import available


@pytest.mark.parametrize("tag", available())
def test_a_text_may_end_at_any_word(tag: str) -> None:
    """Teasers are cut off: behind a number, a preposition, an article."""
    told = [example.text for example in load_examples(tag) if example.claims][:12]
    for text in told:
        for end in range(1, len(text)):
            if text[end - 1] == " " or not text[end - 1].isascii():
                sound(read(LEADS[tag] + text[:end], tag))


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("They freed 60 in", "en"),
        ("Elle a libéré 60 dans", "fr"),
        ("他们解救60在", "zh"),
    ],
)
def test_a_number_and_a_preposition_may_be_the_end(text: str, tag: str) -> None:
    sound(read(LEADS[tag] + text, tag))
    sound(read(LEADS[tag], tag, title=text))


@pytest.mark.parametrize(
    "number",
    ["1" + "0" * 5000, "1." + "3" * 5000, "9" * 400 + " million", "1e400", "0x50", "5,000,0"],
)
def test_what_is_no_number_of_people_is_left_out_with_a_reason(number: str) -> None:
    found = read(LEADS["en"] + f"Police freed {number} Thais from a compound.")
    assert found.claims == ()
    assert "no number that can be read" in {left.reason for left in found.left_out}


def test_no_sum_of_money_is_without_bounds() -> None:
    assert claims(LEADS["en"] + f"Victims lost ${'9' * 400} million.", "en") == ()


def test_what_nobody_sees_is_not_read_and_the_quote_keeps_it() -> None:
    text = "Police arrested 51\u200b Chi\u00adnese and freed 50\u20600 Tha\u00adis in Poi\u00adpet."
    caught, freed = read(LEADS["en"] + text).claims
    assert (caught.low, caught.nationality, caught.place) == (51, ("CHN",), "Poipet")
    assert (freed.low, freed.nationality, freed.place) == (500, ("THA",), "Poipet")
    assert caught.quote.exact == "51\u200b Chi\u00adnese"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Read https://news.example/2025/11/06/106-held-in-bavet. Police freed 12 Thais."),
        ("zh", "详见https://news.example/2025/11/06/abc，警方在波贝解救12名泰国人。"),
    ],
)
def test_the_address_of_a_page_tells_neither_days_nor_deeds(tag: str, text: str) -> None:
    (freed,) = read(LEADS[tag] + text, tag).claims
    assert (freed.kind.value, freed.low, freed.nationality) == ("freed", 12, ("THA",))
    assert (freed.start, freed.end) == (None, None)


@pytest.mark.parametrize(
    ("tag", "day", "start"),
    [
        ("en", "on 18/8/23", date(2023, 8, 18)),
        ("en", "on 2/18/2025", date(2025, 2, 18)),
        ("en", "on 18.08.2024", date(2024, 8, 18)),
        ("en", "on 18-8-24", date(2024, 8, 18)),
        ("fr", "le 18/08/22", date(2022, 8, 18)),
        ("vi", "ngày 18.8.24", date(2024, 8, 18)),
        ("id", "pada tanggal 18-8-24", date(2024, 8, 18)),
        ("id", "pada tanggal 1.1.0001", None),
        ("th", "เมื่อวันที่ 23.2.68", date(2025, 2, 23)),
        ("th", "เมื่อวันที่ 23-2-2568", date(2025, 2, 23)),
    ],
)
def test_a_day_in_digits_has_the_year_that_it_tells(tag: str, day: str, start: date | None) -> None:
    freed = {
        "en": "Police freed 50 Thais {}.",
        "fr": "La police a libéré 50 Thaïlandais {}.",
        "vi": "Cảnh sát giải cứu 50 người Thái Lan {}.",
        "id": "Polisi membebaskan 50 warga Thailand {}.",
        "th": "ตำรวจช่วยเหลือคนไทย 50 คน {}",
    }
    (claim,) = claims(LEADS[tag] + freed[tag].format(day), tag)
    assert (claim.start, claim.end) == (start, start)


def test_as_many_people_in_two_countries_are_two_figures() -> None:
    text = "Police in Myanmar freed 53 Thais on Sunday. Police freed 53 Thais in Poipet on Sunday."
    told = [(c.low, c.place, c.country) for c in claims(LEADS["en"] + text, "en")]
    assert told == [(53, None, "MMR"), (53, "Poipet", "KHM")]


def test_days_are_taken_over_together_or_not_at_all() -> None:
    text = "By 10 January 253 Thais had been freed. On 20 February, 253 Thais were freed."
    for claim in claims(LEADS["en"] + text, "en"):
        assert claim.start is None or claim.end is None or claim.start <= claim.end


NO_FIGURES = [
    ("en", "Aid for those freed from scam compounds in Cambodia: 1) rescue, 2) return, 3) work."),
    ("th", "ช่วยเหยื่อแก๊งคอลเซ็นเตอร์ในกัมพูชา 1) การช่วยเหลือ 2) การส่งกลับ"),
    ("th", "ตำรวจบุกแก๊งคอลเซ็นเตอร์ที่ปอยเปต ผู้ถูกจับที่ 2 เป็นคนจีน"),
    ("en", "The law on trafficking by two or more people into scam compounds was changed."),
    ("fr", "La traite par deux personnes ou plus vers des centres d'escroquerie est punie."),
    ("zh", "诈骗园区：两人以上共同拘禁他人的，依法判处。"),
    ("th", "แก๊งคอลเซ็นเตอร์ในกัมพูชา สมคบกันตั้งแต่สองคนขึ้นไปกระทำความผิด"),
]


@pytest.mark.parametrize(("tag", "text"), NO_FIGURES)
def test_members_of_lists_ranks_and_thresholds_count_nobody(tag: str, text: str) -> None:
    assert claims(text, tag) == ()
