"""Thai mini-reports put together from everyday wordings: every level of what they tell is known.

Reports without full stops, lists without commas, years of the Buddhist era in two digits: what is
expected follows from the parts that each report is built of.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import NamedTuple

import pytest

from headcount.extract.engine import extract
from headcount.model import Claim, Document

WEDNESDAY = date(2025, 11, 12)
MONDAY = date(2025, 11, 10)

DAYS = (
    "เมื่อวันที่ 10 พ.ย. 68",
    "เมื่อวันจันทร์ (10 พ.ย.)",
    "เมื่อเวลา 09.30 น. วันที่ 10 พฤศจิกายน 2568",
)
OPERATIONS = (
    ("freed", "{day} ทางการกัมพูชานำเหยื่อ 120 คนออกจากศูนย์สแกมเมอร์ในปอยเปต"),
    ("freed", "{day} ชุดเฉพาะกิจช่วยเหลือเหยื่อได้ 120 คน จากแก๊งคอลเซ็นเตอร์ในปอยเปต"),
    ("freed", "มีเหยื่อค้ามนุษย์ 120 คนถูกช่วยเหลือออกมาจากศูนย์สแกมเมอร์ในปอยเปต {day}"),
    ("arrested", "{day} ตำรวจบุกทลายแก๊งคอลเซ็นเตอร์ในปอยเปต จับกุมผู้ต้องสงสัยได้ 120 คน"),
    ("arrested", "ผู้ต้องหา 120 คนถูกจับกุมที่ศูนย์สแกมเมอร์ในปอยเปต {day}"),
)
PEOPLES = (
    " ในจำนวนนี้เป็นชาวจีน 70 คน ลาว 30 คน และเคนยา 11 คน",
    "\n\nแบ่งเป็น 1.จีน 70 คน 2.ลาว 30 คน 3.เคนยา 11 คน",
    " ประกอบด้วย 1. จีน 70 คน 2. ลาว 30 คน 3. เคนยา 11 คน",
    " (คนจีน 70 คน ลาว 30 คน เคนยา 11 คน)",
    " ส่วนใหญ่เป็นชาวจีน 70 คน รองลงมาคือลาว 30 คน และเคนยา 11 คน",
    "\n\nชาวจีนมีจำนวนมากที่สุด 70 คน รองลงมาชาวลาว 30 คน ส่วนอีก 11 คนเป็นชาวเคนยา",
    " ในจำนวนนี้ 70 คนเป็นชาวจีน 30 คนเป็นชาวลาว และ 11 คนเป็นชาวเคนยา",
)
FATES = (
    " ในจำนวนนี้ 70 คนถูกดำเนินคดี ส่วนอีก 30 คนถูกเนรเทศ",
    "\n\nโดยในจำนวนนี้ 70 คนถูกดำเนินคดี และอีก 30 คนถูกเนรเทศ",
    " จากจำนวนนี้ 70 คนถูกดำเนินคดี ขณะที่ 30 คนถูกเนรเทศ",
)
OTHERS = (
    (" เมื่อเดือนกรกฎาคม 2567 ตำรวจเมียนมาจับผู้ต้องหา 64 คนในเมียวดี", "2024-07-01", "2024-07-31"),
    (" เมื่อวันที่ 15 ต.ค. ตำรวจเมียนมาจับผู้ต้องหา 64 คนในเมียวดี", "2025-10-15", "2025-10-15"),
    ("\n\nตั้งแต่เดือน ส.ค. ทางการเมียนมาจับผู้ต้องหาในเมียวดีแล้ว 64 คน", "2025-08-01", "2025-11-12"),
)
SPEAKERS = ("ขณะที่โฆษกกองทัพบกเปิดเผยว่า", "ด้านโฆษกกองทัพบกชี้แจงว่า", "แต่โฆษกกองทัพบกกล่าวว่า")
SCREENED = (
    ("identified", "ผลคัดแยกเหยื่อพบว่าเป็นผู้เสียหายค้ามนุษย์เพียง 70 คน"),
    ("identified", "หลังคัดกรองตามกลไก NRM พบผู้เสียหายจากการค้ามนุษย์ 70 คน"),
    ("cleared_not", "อีก 70 คนถูกระบุว่าไม่ใช่ผู้เสียหายจากการค้ามนุษย์"),
)


class Told(NamedTuple):
    """One claim as these tests compare it."""

    kind: str
    low: float | None
    nations: tuple[str, ...]
    part_of: int | None


def told(claim: Claim) -> Told:
    return Told(claim.kind.value, claim.low, claim.nationality, claim.part_of)


def read(text: str) -> tuple[Claim, ...]:
    document = Document(
        "doc", text, title="แก๊งคอลเซ็นเตอร์ยังระบาดหนัก", published=WEDNESDAY, lang="th"
    )
    return extract(document).claims


@pytest.mark.parametrize("day", DAYS)
def test_a_list_of_peoples_breaks_the_operation_down(day: str) -> None:
    wrong = []
    for (kind, operation), peoples in product(OPERATIONS, PEOPLES):
        text = operation.format(day=day) + peoples
        found = read(text)
        rows = (("CHN", 70), ("LAO", 30), ("KEN", 11))
        expected = [Told(kind, 120, (), None), *(Told(kind, n, (c,), 1) for c, n in rows)]
        dated = all((c.start, c.end) == (MONDAY, MONDAY) for c in found)
        placed = all((c.country, c.place) == ("KHM", "Poipet") for c in found)
        if [told(c) for c in found] != expected or not dated or not placed:
            wrong.append((text, [told(c) for c in found], dated, placed))
    assert wrong == []


@pytest.mark.parametrize("fates", FATES)
def test_what_became_of_some_and_of_others_are_parts_of_one_whole(fates: str) -> None:
    wrong = []
    for (kind, operation), day in product(OPERATIONS, DAYS):
        found = [told(c) for c in read(operation.format(day=day) + fates)]
        expected = [
            Told(kind, 120, (), None),
            Told("charged", 70, (), 1),
            Told("deported", 30, (), 1),
        ]
        if found != expected:
            wrong.append((operation, day, found))
    assert wrong == []


@pytest.mark.parametrize(("other", "start", "end"), OTHERS)
def test_a_second_time_opens_a_second_sentence(other: str, start: str, end: str) -> None:
    wrong = []
    for (_, operation), day in product(OPERATIONS, DAYS):
        found = read(operation.format(day=day) + other)
        days = [(str(c.start), str(c.end), c.place) for c in found]
        if days != [(str(MONDAY), str(MONDAY), "Poipet"), (start, end, "Myawaddy")]:
            wrong.append((operation, day, days))
    assert wrong == []


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_the_word_that_opens_a_sentence_is_no_part_of_the_speaker(speaker: str) -> None:
    found = read(f"ตำรวจจับกุมผู้ต้องหา 120 คนในปอยเปต\n\n{speaker} จับกุมได้ 134 คน")
    assert [(c.low, c.according_to) for c in found] == [(120, None), (134, "โฆษกกองทัพบก")]


@pytest.mark.parametrize(("kind", "screened"), SCREENED)
def test_screening_is_told_apart_from_what_was_done_before(kind: str, screened: str) -> None:
    wrong = []
    for (_, operation), day in product(OPERATIONS, DAYS):
        found = read(operation.format(day=day) + "\n\n" + screened)
        if [(c.kind.value, c.low) for c in found][1:] != [(kind, 70)]:
            wrong.append((operation, [told(c) for c in found]))
    assert wrong == []
