"""Vietnamese mini-reports put together from everyday wordings, known at every level.

Each report is a lead and one or two sentences. What is expected follows from the parts that it is
built of, so that no combination of wording, day and place is left to chance.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import NamedTuple

import pytest

from headcount.extract.engine import extract
from headcount.model import Claim, Document

MONDAY = date(2025, 10, 20)
LEAD = "Các tổ hợp lừa đảo trực tuyến vẫn hoạt động mạnh. "


class Told(NamedTuple):
    """One claim as these tests compare it; days are the first and the last, "" for none."""

    kind: str
    low: int
    nations: tuple[str, ...] = ()
    group: str = ""
    place: str = ""
    days: tuple[str, str] = ("", "")
    speaker: str = ""
    scope: str = "event"
    part_of: int = 0


def told(claim: Claim) -> Told:
    ends = (claim.start, claim.end)
    start, end = (day.isoformat() if day is not None else "" for day in ends)
    return Told(
        claim.kind.value,
        int(claim.low or 0),
        claim.nationality,
        claim.group.value if claim.group is not None else "",
        claim.place or claim.country or "",
        (start, end),
        claim.according_to or "",
        claim.scope.value,
        claim.part_of or 0,
    )


def read(text: str, title: str = "") -> list[Told]:
    document = Document("doc", LEAD + text, title=title, published=MONDAY, lang="vi")
    return [told(claim) for claim in extract(document).claims]


DAYS = (
    ("ngày 17/10", ("2025-10-17", "2025-10-17")),
    ("trong hai ngày 15 và 16/10", ("2025-10-15", "2025-10-16")),
    ("đêm 16, rạng sáng 17/10", ("2025-10-16", "2025-10-17")),
)
PLACES = (("ở Bavet, Campuchia", "Bavet"), ("tại một tòa nhà ở Manila", "Manila"))
ACTS = (
    ("freed", "cảnh sát giải cứu 120 người {place}"),
    ("freed", "120 người được giải cứu {place}"),
    ("arrested", "lực lượng chức năng đã bắt giữ 120 nghi phạm {place}"),
    ("arrested", "có 120 nghi phạm bị bắt {place}"),
)
NATIONS = (
    ", trong đó có 70 người Ấn Độ và 50 người Nepal.",
    ": 70 người Ấn Độ, 50 người Nepal.",
    ". Trong số này có 70 công dân Ấn Độ và 50 công dân Nepal.",
    ". Nhiều nhất là người Ấn Độ (70), kế đến là Nepal (50).",
)


def whole(kind: str, days: tuple[str, str], place: str) -> Told:
    return Told(kind, 120, place=place, days=days)


@pytest.mark.parametrize("tail", NATIONS)
def test_peoples_are_parts_of_their_whole(tail: str) -> None:
    for (kind, act), (day, days), (at, place) in product(ACTS, DAYS, PLACES):
        first = whole(kind, days, place)
        parts = [
            first._replace(low=70, nations=("IND",), part_of=1),
            first._replace(low=50, nations=("NPL",), part_of=1),
        ]
        text = f"{day[:1].upper()}{day[1:]}, {act.format(place=at)}{tail}"
        assert read(text) == [first, *parts], text


@pytest.mark.parametrize(
    "tail",
    [", trong đó có 17 phụ nữ.", ". Trong số này có 17 phụ nữ.", ", trong đó 17 người là nữ."],
)
def test_women_are_a_part_of_the_whole_before_them(tail: str) -> None:
    for (kind, act), (day, days) in product(ACTS, DAYS):
        first = whole(kind, days, "Bavet")
        text = f"{day[:1].upper()}{day[1:]}, {act.format(place='ở Bavet')}{tail}"
        assert read(text) == [first, first._replace(low=17, group="women", part_of=1)], text


@pytest.mark.parametrize(
    "tail",
    [
        ", trong đó 70 người đã bị trục xuất, 50 người vẫn bị giữ lại.",
        ". Trong số này, 70 người đã bị trục xuất, còn 50 người vẫn bị giữ lại.",
        ". 70 người trong số họ đã bị trục xuất; 50 người khác vẫn bị giữ lại.",
    ],
)
def test_every_outcome_is_a_part_of_the_same_whole(tail: str) -> None:
    for (kind, act), (day, _) in product(ACTS, DAYS):
        text = f"{day[:1].upper()}{day[1:]}, {act.format(place='ở Bavet')}{tail}"
        found = [(claim.kind, claim.low, claim.part_of) for claim in read(text)]
        assert found == [(kind, 120, 0), ("deported", 70, 1), ("held", 50, 1)], text


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Theo cảnh sát Campuchia, ngày 17/10, {act}.", "2025-10-17"),
        ("Cảnh sát Campuchia thông báo ngày 17/10, {act}.", "2025-10-17"),
        ("Cảnh sát Campuchia cho biết {act} ngày 17/10.", "2025-10-17"),
        ("Ngày 17/10, cảnh sát Campuchia cho biết {act}.", ""),
        ("Cảnh sát Campuchia ngày 17/10 cho biết {act}.", ""),
    ],
)
def test_the_day_of_speech_is_not_that_of_what_happened(text: str, days: str) -> None:
    for act in ("120 người bị bắt tại Bavet", "lực lượng chức năng đã bắt 120 người tại Bavet"):
        expected = Told("arrested", 120, (), "", "Bavet", (days, days), "cảnh sát Campuchia")
        (claim,) = read(text.format(act=act))
        assert claim._replace(speaker=claim.speaker.lower()) == expected._replace(
            speaker="cảnh sát campuchia"
        )


@pytest.mark.parametrize(
    "text",
    [
        "Cảnh sát Campuchia phủ nhận việc bắt giữ 120 người.",
        "Campuchia bác bỏ thông tin 120 người bị giam giữ tại đây.",
        "Tin đồn 120 người thiệt mạng là sai sự thật.",
    ],
)
def test_what_is_denied_counts_nobody(text: str) -> None:
    assert read(text) == []


def test_citizens_are_of_the_country_whose_citizens_were_told() -> None:
    title = "Hàn Quốc đưa 120 công dân bị lừa sang Myanmar về nước"
    (first,) = read("Hôm qua, 120 người được bàn giao cho Thái Lan ở Mae Sot.", title)
    assert first.nations == ("KOR",)
    text = "Bộ Ngoại giao Indonesia cho biết 20 công dân nước này đã được hồi hương từ Myanmar. "
    found = read(text + "Còn 90 công dân đang chờ về nước tại Myawaddy.")
    assert [claim.nations for claim in found] == [("IDN",), ("IDN",)]


@pytest.mark.parametrize("joint", ["sau khi bắt 60 người", "sau khi giải cứu 60"])
def test_what_went_before_has_a_verb_of_its_own(joint: str) -> None:
    other = "arrested" if "bắt" in joint else "freed"
    found = read(f"Hôm qua, cảnh sát trục xuất 28 người {joint} tại Manila.")
    assert [(claim.kind, claim.low) for claim in found] == [("deported", 28), (other, 60)]


@pytest.mark.parametrize("kind", ["charged", "convicted"])
def test_courts_and_police_deal_with_traffickers_at_home(kind: str) -> None:
    act = {
        "charged": "Công an TP HCM đã khởi tố 5 bị can về tội mua bán người",
        "convicted": "Tòa án nhân dân TP HCM tuyên phạt 5 bị cáo về tội mua bán người",
    }[kind]
    (claim,) = read(f"Ngày 17/10, {act}.")
    days = ("2025-10-17", "2025-10-17")
    assert claim == Told(kind, 5, place="Ho Chi Minh City", days=days)
