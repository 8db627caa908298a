"""Where a body sits, and whose militia acts."""

from __future__ import annotations

import pytest
from reading import claims


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "fr",
            "L'ONG Refuge, basée à Bangkok, a compté 83 personnes libérées de centres d'arnaque.",
        ),
        ("fr", "Interpol, installée à Lyon, a compté 83 personnes libérées de centres d'arnaque."),
        ("en", "Refuge, a charity based in Bangkok, counted 83 people freed from scam centres."),
        ("es", "Refugio, ONG con sede en Bangkok, contó 83 liberados de los centros de estafas."),
        (
            "id",
            "LSM Refuge yang berbasis di Bangkok mencatat 83 orang dibebaskan dari markas scam.",
        ),
        (
            "vi",
            "Tổ chức Refuge có trụ sở tại Bangkok nói 83 người được cứu khỏi trung tâm lừa đảo.",
        ),
    ],
)
def test_the_seat_of_a_body_is_no_scene(tag: str, text: str) -> None:
    (found,) = claims(text, tag)
    assert (found.low, found.country, found.place) == (83, None, None)


def test_the_seat_of_a_gang_is_the_scene() -> None:
    (found,) = claims("Police arrested 83 members of a scam syndicate based in Poipet.")
    assert found.place == "Poipet"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The DKBA freed 83 foreigners from a scam centre."),
        ("fr", "L'Armée nationale karen a libéré 83 étrangers d'un centre d'arnaque."),
        ("zh", "克伦民族军从诈骗园区救出83名外国人。"),
        ("th", "บีจีเอฟช่วยเหลือชาวต่างชาติ 83 คนออกจากแก๊งคอลเซ็นเตอร์"),
    ],
)
def test_a_militia_tells_the_country(tag: str, text: str) -> None:
    (found,) = claims(text, tag)
    assert (found.kind.value, found.low, found.country) == ("freed", 83, "MMR")


@pytest.mark.parametrize(
    ("tag", "text", "told"),
    [
        (
            "fr",
            "Deux meneurs de centres d'arnaque ont écopé de la peine de mort, et cinq la réclusion "
            "à perpétuité.",
            [("convicted", 2), ("convicted", 5)],
        ),
        (
            "fr",
            "Un groupe, fort de 41 Thaïlandais également bloqués à Laukkai par les escrocs, "
            "a regagné Chiang Rai.",
            [("repatriated", 41)],
        ),
        (
            "fr",
            "Accra compte faire revenir du Cambodge 83 de ses citoyens, coincés là après être "
            "tombés aux mains des escrocs des centres d'arnaque.",
            [("repatriated", 83)],
        ),
    ],
)
def test_the_main_clause_tells_the_kind(tag: str, text: str, told: list[tuple[str, float]]) -> None:
    assert [(c.kind.value, c.low) for c in claims(text, tag)] == told


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Police held 39 foreigners at a scam den. Koreans are the most, with 32 detained."),
        (
            "fr",
            "La police a arrêté 39 étrangers d'un centre d'arnaque. Les Sud-Coréens forment le "
            "gros du groupe, avec 32 interpellés.",
        ),
    ],
)
def test_who_the_most_are(tag: str, text: str) -> None:
    assert [c.nationality for c in claims(text, tag)] == [("FOREIGN",), ("KOR",)]
