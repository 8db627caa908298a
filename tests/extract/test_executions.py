"""Who was put to death by a court was killed, where the court is; who is to be was convicted."""

from __future__ import annotations

import pytest
from reading import claims

TOLD = [
    ("en", "China executed 9 members of a scam clan that ran Laukkai in Myanmar.", 9, "killed"),
    (
        "fr",
        "La Chine a exécuté 9 membres d'un clan d'escrocs de Laukkai, en Birmanie.",
        9,
        "killed",
    ),
    (
        "es",
        "China ejecutó a 9 miembros de un clan de estafas en línea de Laukkai, en Birmania.",
        9,
        "killed",
    ),
    ("zh", "中国对缅北老街电诈集团的9名主犯执行死刑。", 9, "killed"),
    ("th", "จีนประหารชีวิตสมาชิกแก๊งสแกมเมอร์เล่าก์ก่ายในเมียนมา 9 คน", 9, "killed"),
    (
        "vi",
        "Tòa án Trung Quốc cho thi hành án tử hình 9 trùm lừa đảo trực tuyến ở miền Bắc Myanmar.",
        9,
        "killed",
    ),
    (
        "id",
        "Tiongkok mengeksekusi mati 9 anggota sindikat penipuan daring dari Laukkaing, Myanmar.",
        9,
        "killed",
    ),
    ("en", "Nine bosses of a scam clan will be executed, China's top court said.", 9, "convicted"),
    (
        "es",
        "Nueve cabecillas de un centro de estafas en línea serán ejecutados en China.",
        9,
        "convicted",
    ),
    (
        "fr",
        "Neuf chefs d'un centre d'escroquerie en ligne seront exécutés en Chine.",
        9,
        "convicted",
    ),
]


@pytest.mark.parametrize(("lang", "text", "count", "kind"), TOLD)
def test_put_to_death_and_condemned(lang: str, text: str, count: int, kind: str) -> None:
    (told,) = claims(text, lang)
    assert (told.kind.value, told.low, told.country) == (kind, count, "CHN")


def test_the_victims_of_those_executed_died_elsewhere() -> None:
    told = claims(
        "China on Thursday executed 9 members of a scam clan of Laukkai. The clan had killed "
        "14 Chinese in its compounds in Myanmar."
    )
    assert [(c.kind.value, c.low, c.country) for c in told] == [
        ("killed", 9, "CHN"),
        ("killed", 14, "MMR"),
    ]
