"""Two facts in one plain sentence: each count keeps the kind that its own clause tells.

The sentences are put together from everyday clauses and conjunctions, every pair of clauses with
every conjunction, so that no order and no pair of verbs is left to chance.
"""

from __future__ import annotations

from itertools import product

import pytest
from reading import LEADS, claims

CLAUSES = {
    "en": (
        ("freed", "police freed {n} Indians"),
        ("arrested", "{n} suspects were arrested"),
        ("repatriated", "{n} people were repatriated"),
        ("deported", "the authorities deported {n} people"),
        ("killed", "{n} men died"),
        ("held", "{n} Chinese nationals remain stranded"),
        ("convicted", "a court jailed {n} men"),
    ),
    "fr": (
        ("freed", "la police a libéré {n} Indiens"),
        ("arrested", "{n} suspects ont été interpellés"),
        ("repatriated", "{n} personnes ont été rapatriées"),
        ("killed", "{n} hommes sont morts"),
        ("held", "{n} Chinois restent bloqués"),
        ("convicted", "un tribunal a condamné {n} hommes"),
    ),
    "es": (
        ("freed", "la policía liberó a {n} indios"),
        ("arrested", "{n} sospechosos fueron detenidos"),
        ("repatriated", "{n} personas fueron repatriadas"),
        ("killed", "{n} hombres murieron"),
        ("held", "{n} chinos siguen retenidos"),
        ("escaped", "{n} personas huyeron del complejo"),
    ),
    "id": (
        ("freed", "polisi membebaskan {n} WNI"),
        ("arrested", "{n} tersangka ditangkap"),
        ("repatriated", "{n} orang dipulangkan"),
        ("killed", "{n} orang meninggal dunia"),
        ("convicted", "pengadilan menghukum {n} orang"),
    ),
    "vi": (
        ("freed", "cảnh sát giải cứu {n} người Ấn Độ"),
        ("arrested", "{n} nghi phạm bị bắt"),
        ("deported", "{n} người bị trục xuất"),
        ("killed", "{n} người thiệt mạng"),
        ("held", "{n} công dân Trung Quốc vẫn bị giam giữ"),
    ),
    "th": (
        ("freed", "ตำรวจช่วยเหลือชาวอินเดีย {n} คน"),
        ("arrested", "ผู้ต้องสงสัย {n} คนถูกจับกุม"),
        ("deported", "ชาวจีน {n} คนถูกเนรเทศ"),
        ("killed", "ชาวจีน {n} คนเสียชีวิต"),
    ),
    "zh": (
        ("freed", "警方解救{n}名印度人"),
        ("arrested", "{n}名嫌疑人被捕"),
        ("deported", "{n}名中国公民被驱逐出境"),
        ("killed", "{n}人死亡"),
        ("held", "{n}名中国公民仍被扣留"),
    ),
}

JOINTS = {
    "en": (" and ", ", but ", ", while ", "; "),
    "fr": (" et ", ", mais ", ", tandis que ", " ; "),
    "es": (" y ", ", pero ", ", mientras que ", "; "),
    "id": (" dan ", ", namun ", ", sementara ", "; "),
    "vi": (" và ", ", nhưng ", ", trong khi ", "; "),
    "th": (" ขณะที่ ", " ส่วน ", " แต่ "),
    "zh": (",", "；", ",但", ",另有"),
}


@pytest.mark.parametrize("tag", CLAUSES)
def test_each_count_keeps_its_own_kind(tag: str) -> None:
    wrong = []
    for (first, one), joint, (second, other) in product(CLAUSES[tag], JOINTS[tag], CLAUSES[tag]):
        if first == second:
            continue
        text = one.format(n=137) + joint + other.format(n=45)
        told = {c.low: c.kind.value for c in claims(LEADS[tag] + text[:1].upper() + text[1:], tag)}
        if told != {137: first, 45: second}:
            wrong.append((text, told))
    assert wrong == []
