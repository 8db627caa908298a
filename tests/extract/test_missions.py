"""Citizens of whom no word of the sentence says whose they are: the mission told before does."""

from __future__ import annotations

import pytest
from reading import claims

MISSION = {
    "en": "The Kenyan embassy in Bangkok is under pressure over scam centres in Myanmar.\n\n"
    "It is still looking for 130 nationals, 25 men were brought home in May. "
    "Last year 300 nationals were rescued.",
    "fr": "L'ambassade du Kenya à Bangkok ne désemplit pas depuis la descente dans les centres "
    "d'arnaque. Elle dit avoir été saisie par 300 ressortissants.",
    "es": "La embajada de Kenia en Bangkok no da abasto desde la redada en los centros de estafa. "
    "El año pasado fueron rescatados 300 connacionales.",
}


@pytest.mark.parametrize("lang", MISSION)
def test_citizens_are_of_the_mission_told_before(lang: str) -> None:
    told = {c.low: c.nationality for c in claims(MISSION[lang], lang)}
    assert told[300] == ("KEN",)


NOBODYS = [
    "A report on scam centres in Cambodia came out in Geneva. Last year 300 nationals were freed.",
    "Kenya's embassy and Uganda's embassy speak of scam centres in Myanmar. "
    "Last year 300 nationals were freed.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_no_mission_or_several_tell_nothing(text: str) -> None:
    assert [c.nationality for c in claims(text, "en") if c.low == 300] == [()]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The Philippine embassy in Yangon helped 206 nationals leave Myanmar scam hubs."),
        ("fr", "L'ambassade des Philippines a aidé 206 ressortissants à quitter des arnaques."),
        ("vi", "Đại sứ quán Philippines đã giúp 206 công dân rời khỏi các khu lừa đảo ở Myanmar."),
        ("zh", "菲律宾大使馆协助206名公民离开缅甸诈骗园区。"),
    ],
)
def test_an_embassy_of_a_country_of_the_centres_helps_its_own(tag: str, text: str) -> None:
    assert [c.nationality for c in claims(text, tag)] == [("PHL",)]
