"""Small Indonesian reports: an operation, what breaks it down, what came of it, told as papers do.

Every opening is put together with every sequel, so that no order of theirs is left to chance.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from reading import LEADS, claims

MONDAY, FRIDAY = date(2025, 11, 10), date(2025, 11, 7)

OPENINGS = (
    ("arrested", MONDAY, "Polisi menangkap 86 orang di Poipet, Kamboja, Senin (10/11/2025){}"),
    (
        "arrested",
        FRIDAY,
        "Polisi menggerebek gedung di Poipet, Jumat pekan lalu, dan meringkus 86 orang{}",
    ),
    (
        "freed",
        FRIDAY,
        "Sebanyak 86 orang diselamatkan dari Poipet, Kamboja, pada 7 November lalu{}",
    ),
    (
        "deported",
        MONDAY,
        "Imigrasi mendeportasi 86 orang yang terjaring di Poipet, Kamboja, Senin petang{}",
    ),
)

PEOPLES = (
    ", terdiri dari 40 warga China, 30 Thailand, dan 16 Kenya.",
    ". Rinciannya, 40 orang dari China, 30 orang dari Thailand, dan 16 dari Kenya.",
    ". Kelompok terbesar berasal dari China, yakni 40 orang, disusul "
    "Thailand 30 orang dan Kenya 16 orang.",
    ". Sebanyak 40 orang di antaranya warga asal China. Lalu 30 orang lainnya warga asal Thailand. "
    "16 orang lainnya dari Kenya.",
    ". Warga China berjumlah 40 orang, warga Thailand 30 orang, sementara Kenya 16 orang.",
)

STAGES = (
    ". Dari 86 orang itu, 40 telah dipulangkan dan 30 dijadikan "
    "tersangka, 16 lainnya masih tertahan.",
    ". Sebanyak 40 orang di antaranya telah dipulangkan, 30 orang di antaranya ditetapkan sebagai "
    "tersangka, sementara 16 orang lainnya masih menunggu giliran pulang.",
)

SEXES = (
    ", 30 orang di antaranya perempuan.",
    ". 30 orang di antara mereka adalah perempuan.",
    ", terdiri dari 56 laki-laki dan 30 perempuan.",
    ". Dari jumlah itu, 30 di antaranya perempuan.",
)

DAYS = {
    "Dua hari sebelumnya, 12 orang dibekuk di Bavet, Kamboja.": -2,
    "Keesokan harinya, giliran 12 orang diciduk di Bavet, Kamboja.": 1,
    "Tiga hari sebelum itu tak ada kabar. Sehari sebelumnya, polisi "
    "menangkap 12 orang di Bavet.": -1,
}

SPEAKERS = (
    "Kementerian Luar Negeri menyatakan polisi menangkap 86 orang di Poipet, Kamboja, kemarin.",
    "Kementerian Luar Negeri, Rabu (12/11), menyatakan polisi menangkap "
    "86 orang di Poipet kemarin.",
    "“Polisi menangkap 86 orang di Poipet kemarin,” kata Kementerian Luar Negeri, Rabu (12/11).",
)

WHEN = {
    "Polisi menangkap 86 orang di Poipet antara Jumat (7/11) dan Senin (10/11).": (FRIDAY, MONDAY),
    "Penggerebekan di Poipet berlangsung Jumat (7/11). “Ada 86 orang yang ditangkap,” ujar "
    "Wakil Gubernur dalam keterangannya kepada wartawan, Senin (10/11).": (FRIDAY, FRIDAY),
    "KBRI menyatakan penangkapan dilakukan pada 7 November di Poipet. Polisi membekuk 86 orang.": (
        FRIDAY,
        FRIDAY,
    ),
    "Dalam empat hari, yakni pada 7-10 November, polisi menangkap 86 orang.": (FRIDAY, MONDAY),
    "Menteri Luar Negeri pada Senin (10/11) mengatakan 86 orang ditangkap di Poipet.": (None, None),
}

DENIED = (
    "Tidak benar 86 orang tewas di kompleks itu, kata polisi.",
    "Kabar bahwa 86 orang dibebaskan belum dapat dipastikan.",
    "Kabar bahwa 86 orang tewas di sana tidak benar.",
    "Penipuan itu menjerat 86 korban di Amerika Serikat.",
)


@pytest.mark.parametrize(("opening", "sequel"), list(product(OPENINGS, PEOPLES)))
def test_peoples_of_an_operation(opening: tuple[str, date, str], sequel: str) -> None:
    kind, day, text = opening
    whole, *parts = claims(LEADS["id"] + text.format(sequel), "id")
    told = {"CHN": 40, "THA": 30, "KEN": 16}
    assert {p.nationality: p.low for p in parts} == {(code,): n for code, n in told.items()}
    for claim in (whole, *parts):
        assert (claim.kind.value, claim.place) == (kind, "Poipet"), claim
        assert (claim.start, claim.end) == (day, day), claim
    assert {p.part_of for p in parts} == {whole.n}


@pytest.mark.parametrize(("opening", "sequel"), list(product(OPENINGS[:3], STAGES)))
def test_stages_of_an_operation(opening: tuple[str, date, str], sequel: str) -> None:
    whole, *parts = claims(LEADS["id"] + opening[2].format(sequel), "id")
    assert [(p.low, p.kind.value, p.part_of) for p in parts] == [
        (40, "repatriated", whole.n),
        (30, "charged", whole.n),
        (16, "held", whole.n),
    ]


@pytest.mark.parametrize(("opening", "sequel"), list(product(OPENINGS, SEXES)))
def test_sexes_of_an_operation(opening: tuple[str, date, str], sequel: str) -> None:
    kind, day, text = opening
    whole, *parts = claims(LEADS["id"] + text.format(sequel), "id")
    women = parts[-1]
    assert women.group is not None
    assert (women.low, women.kind.value, women.group.value) == (30, kind, "women")
    assert (women.part_of, women.place, women.start) == (whole.n, "Poipet", day)


@pytest.mark.parametrize(("opening", "sequel"), list(product(OPENINGS[:3], DAYS)))
def test_days_counted_from_the_operation(opening: tuple[str, date, str], sequel: str) -> None:
    _, day, text = opening
    first, second = claims(LEADS["id"] + text.format(f". {sequel}"), "id")
    assert (first.start, first.place) == (day, "Poipet")
    assert second.start is not None
    assert ((second.start - day).days, second.place) == (DAYS[sequel], "Bavet")


@pytest.mark.parametrize("text", SPEAKERS)
def test_who_speaks_is_not_who_acts(text: str) -> None:
    (claim,) = claims(LEADS["id"] + text, "id")
    assert (claim.low, claim.according_to) == (86, "Kementerian Luar Negeri")
    assert claim.start == date(2025, 11, 11)


@pytest.mark.parametrize("text", WHEN)
def test_day_of_the_act_not_of_speech(text: str) -> None:
    (claim,) = claims(LEADS["id"] + text, "id")
    assert (claim.low, claim.kind.value) == (86, "arrested")
    assert (claim.start, claim.end) == WHEN[text]


def test_counts_that_add_up_to_a_total_are_its_parts() -> None:
    text = (
        "Sebelumnya, 132 WNA China ditangkap di Batam. Sebanyak 88 orang diamankan pada Jumat "
        "(7/11), dan 44 orang diamankan pada Senin (10/11)."
    )
    whole, *parts = claims(LEADS["id"] + text, "id")
    assert [(p.low, p.part_of, p.start) for p in parts] == [(88, 1, FRIDAY), (44, 1, MONDAY)]
    assert whole.nationality == ("CHN",)


def test_ages_in_brackets_are_no_counts() -> None:
    text = "Polisi menangkap dua warga China, ZX (27) dan HSY (46), di Poipet."
    assert [c.low for c in claims(LEADS["id"] + text, "id")] == [2]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_or_of_the_defrauded_is_no_claim(text: str) -> None:
    assert claims(LEADS["id"] + text, "id") == ()
