"""The people that a whole report is about, and which counts without a nationality are of it."""

from __future__ import annotations

from datetime import date

import pytest

from headcount.extract.engine import extract
from headcount.model import Document

PUBLISHED = date(2025, 3, 3)


def _told(tag: str, title: str, text: str) -> list[tuple[float | None, tuple[str, ...]]]:
    """Number and nationality of every claim of a report with a headline."""
    found = extract(Document("doc", text, title=title, published=PUBLISHED, lang=tag)).claims
    return [(claim.low, claim.nationality) for claim in found]


@pytest.mark.parametrize(
    ("tag", "title", "text", "expected"),
    [
        (
            "en",
            "Kenyans tell of months in Myanmar scam centres",
            "Soldiers raided scam centres in Myawaddy.\n\nSo far 48 have been freed.",
            [(48, ("KEN",))],
        ),
        (
            "fr",
            "Birmanie : des Kényans sortis des centres d'arnaque",
            "À Myawaddy, 48 personnes ont été libérées des centres d'arnaque dimanche.",
            [(48, ("KEN",))],
        ),
        (
            "zh",
            "马来西亚人陷缅甸诈骗园区",
            "警方说,大马人被骗到缅甸妙瓦底的诈骗园区。\n\n目前已有48人获救,缅甸30人,柬埔寨18人。",
            [(48, ("MYS",)), (30, ("MYS",)), (18, ("MYS",))],
        ),
        (
            "en",
            "Cambodians raid scam centres",
            "Soldiers in Poipet in Cambodia freed 48 people from a scam centre.",
            [(48, ())],
        ),
        (
            "en",
            "Kenyan police watch scam centres in Myanmar",
            "In Myawaddy 48 people were freed from a scam centre.",
            [(48, ())],
        ),
        (
            "en",
            "Kenyans among people freed in Myanmar scam centres",
            "In Myawaddy 48 people were freed from a scam centre. 30 of them are Kenyans.",
            [(48, ()), (30, ("KEN",))],
        ),
    ],
)
def test_the_people_of_the_headline(
    tag: str, title: str, text: str, expected: list[tuple[float, tuple[str, ...]]]
) -> None:
    assert _told(tag, title, text) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        (
            "en",
            "Cambodia deported 153 Chinese scam suspects on Sunday. The Chinese left by plane.\n\n"
            "It began with a raid in Poipet where 88 people were arrested.",
            [(153, ("CHN",)), (88, ("CHN",))],
        ),
        (
            "es",
            "Camboya deportó el domingo a 153 chinos sospechosos de estafa. Los chinos salieron "
            "en avión.\n\nTodo empezó con una redada en Poipet, donde 88 personas fueron "
            "detenidas.",
            [(153, ("CHN",)), (88, ("CHN",))],
        ),
        (
            "en",
            "Cambodia deported 153 Chinese scam suspects on Sunday. The Chinese left by plane.\n\n"
            "It began with a raid in Poipet where 480 people were arrested.",
            [(153, ("CHN",)), (480, ())],
        ),
        (
            "en",
            "Police freed 153 Kenyans from a scam centre in Poipet. The Kenyans were lured."
            "\n\nIn Poipet three suspects were arrested.",
            [(153, ("KEN",)), (3, ())],
        ),
        (
            "en",
            "Cambodia deported 153 Chinese scam suspects on Sunday. The Chinese left by plane.\n\n"
            "In Beijing 12 suspects were arrested at once.",
            [(153, ("CHN",)), (12, ())],
        ),
    ],
)
def test_those_arrested_abroad_before_they_were_sent_home(
    tag: str, text: str, expected: list[tuple[float, tuple[str, ...]]]
) -> None:
    assert _told(tag, "", text) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        (
            "en",
            "Police in Poipet freed 11 Kenyans from a scam centre on Sunday.\n\n"
            "Earlier nine people were arrested there and two people had fled.",
            [(11, ("KEN",)), (9, ("KEN",)), (2, ("KEN",))],
        ),
        (
            "fr",
            "La police a sorti 31 Kényans d'un centre d'arnaque de Poipet dimanche.\n\n"
            "Plus tôt, 19 personnes avaient été arrêtées et 12 personnes avaient fui.",
            [(31, ("KEN",)), (19, ("KEN",)), (12, ("KEN",))],
        ),
        (
            "en",
            "Police in Poipet freed 11 Kenyans from a scam centre on Sunday.\n\n"
            "Earlier eight suspects were arrested there and 40 people were injured.",
            [(11, ("KEN",)), (8, ()), (40, ())],
        ),
        (
            "en",
            "Police in Poipet arrested 64 Koreans in a scam centre on Sunday. They had held ten "
            "Thais.\n\nOn Monday 64 people were charged.",
            [(64, ("KOR",)), (10, ("THA",)), (64, ("KOR",))],
        ),
        (
            "en",
            "Scam centres were raided. Soldiers freed 55 Kenyans, and the Kenyans left.\n\n"
            "So far 677 people have fled over the river from Myawaddy.",
            [(55, ("KEN",)), (677, ())],
        ),
        (
            "en",
            "Kenyans were freed in Poipet. A scam centre held 30 Kenyans.\n\n"
            "Agents had trafficked 120 people to Cambodia. The UN says 120,000 people were "
            "trafficked there.",
            [(30, ("KEN",)), (120, ("KEN",)), (120000, ())],
        ),
    ],
)
def test_people_of_a_group_by_sum_number_and_size(
    tag: str, text: str, expected: list[tuple[float, tuple[str, ...]]]
) -> None:
    assert _told(tag, "", text) == expected
