"""Mini-reports in Spanish, put together from everyday sentences: every figure with all it says.

A report is a headline, an operation and a sentence that goes on; each operation meets each sequel,
so that no verb, town or list is left to chance. What a claim must say is known by construction.
"""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from headcount.extract.engine import extract
from headcount.model import Claim, Document

WEDNESDAY = date(2025, 11, 12)

Row = tuple[str, int, str, str, str]
"""Kind, count, nationalities apart by "+", country, and the count that it is part of or ""."""

OPERATIONS = (
    ("freed", "La policía rescató el lunes a 467 etíopes en Bavet", "KHM"),
    ("arrested", "Las autoridades detuvieron el lunes a 467 etíopes en Bavet", "KHM"),
    ("freed", "Fueron liberados el lunes 467 etíopes en un complejo de Myawaddy", "MMR"),
    ("arrested", "Una redada en Vientián se saldó el lunes con la detención de 467 etíopes", "LAO"),
    ("arrested", "Bangkok, 12 nov (EFE).- Cayeron el lunes 467 etíopes en Bavet", "KHM"),
)

PARTS = (
    ("De los 467, 40 fueron acusados y 14 fueron deportados", ("charged", 40), ("deported", 14)),
    (
        "De ellos, 36 han sido imputados y quince fueron deportados",
        ("charged", 36),
        ("deported", 15),
    ),
    (
        "49 de ellos fueron acusados de fraude y 16 fueron deportados",
        ("charged", 49),
        ("deported", 16),
    ),
    (
        "31 de ellos volvieron a casa y 19 siguen en el hospital",
        ("repatriated", 31),
        ("injured", 19),
    ),
)

SEQUELS = (
    ("A 78 los deportaron; a 17 los acusaron de fraude", ("deported", 78), ("charged", 17)),
    ("78 fueron deportados y 17, imputados", ("deported", 78), ("charged", 17)),
    ("A 78 se les imputó fraude; 17 fueron expulsados", ("charged", 78), ("deported", 17)),
)

LISTS = (
    ": 141 de Filipinas, 97 de India y diez de Brasil",
    ": 141 filipinos, 97 indios y diez brasileños",
    ", entre ellos 141 filipinos, 97 indios y diez brasileños",
    " —141 filipinos, 97 indios y diez brasileños—",
)


def claims(text: str, title: str = "Golpe a los centros de estafas") -> tuple[Claim, ...]:
    return extract(Document("x", text, title=title, published=WEDNESDAY, lang="es")).claims


def rows(told: tuple[Claim, ...]) -> list[Row]:
    low = {claim.n: claim.low for claim in told}
    return [
        (
            claim.kind.value,
            int(claim.low or 0),
            "+".join(claim.nationality),
            claim.country or "",
            str(low[claim.part_of] if claim.part_of else ""),
        )
        for claim in told
    ]


@pytest.mark.parametrize(("kind", "lead", "country"), OPERATIONS)
def test_what_became_of_them(kind: str, lead: str, country: str) -> None:
    wrong = []
    for (sequel, *outcomes), whole in (
        *product(PARTS, ("467",)),
        *product(SEQUELS, ("467",)),
    ):
        told = claims(f"{lead}. {sequel}.")
        first: Row = (kind, 467, "ETH", country, "")
        rest = [(k, n, "ETH", country, whole) for k, n in outcomes]
        if rows(told) != [first, *rest] or told[0].start != date(2025, 11, 10):
            wrong.append((sequel, rows(told)))
    assert wrong == []


@pytest.mark.parametrize(("kind", "lead", "country"), OPERATIONS)
def test_lists_of_peoples(kind: str, lead: str, country: str) -> None:
    lead = lead.replace("etíopes", "personas").replace("liberados", "liberadas")
    wrong = []
    for told_of in LISTS:
        told = claims(f"{lead}{told_of}.")
        parts = (("PHL", 141), ("IND", 97), ("BRA", 10))
        want = [(kind, 467, "", country, "")]
        want += [(kind, n, code, country, "467") for code, n in parts]
        if rows(told) != want or {c.start for c in told} != {date(2025, 11, 10)}:
            wrong.append((told_of, rows(told)))
    assert wrong == []


@pytest.mark.parametrize(
    ("lead", "sequel"),
    list(
        product(
            [lead for kind, lead, country in OPERATIONS if kind == "freed"],
            (
                "Washington ha sancionado al consorcio. También fueron detenidos {n} cabecillas",
                "Interpol considera estas redes una amenaza mundial. En total, hay {n} detenidos",
                "Otras {n} personas fueron detenidas en la misma operación",
            ),
        )
    ),
)
def test_others_taken_beside_those_freed(lead: str, sequel: str) -> None:
    told = rows(claims(f"{lead}. {sequel.format(n=167)}."))
    assert told[1:] == [("arrested", 167, "", told[0][3], "")]


@pytest.mark.parametrize(
    ("place", "police", "country"),
    [
        ("Sri Lanka", "esrilanquesa", "LKA"),
        ("Nigeria", "nigeriana", "NGA"),
        ("Malasia", "malasia", "MYS"),
        ("Timor Oriental", "timorense", "TLS"),
    ],
)
def test_operations_outside_the_known_countries(place: str, police: str, country: str) -> None:
    told = claims(
        f"La policía {police} rescató el lunes a 213 peruanos que trabajaban en un centro de "
        "estafas. La red tenía vínculos con grupos de Camboya. Otros 47 peruanos fueron "
        "deportados.",
        f"Redada contra las ciberestafas en {place}",
    )
    assert rows(told) == [
        ("freed", 213, "PER", country, ""),
        ("deported", 47, "PER", country, ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tailandia detuvo a 72 personas; Filipinas, a 265, y China, a 401.",
        "Fueron detenidas 72 personas en Tailandia, 265 en Filipinas y 401 en China.",
        "La policía arrestó a 72 sospechosos en Tailandia, 265 en Filipinas y 401 en China.",
        "En Tailandia fueron detenidos 72 sospechosos; en Filipinas, 265, y en China, 401.",
    ],
)
def test_country_by_country(text: str) -> None:
    assert rows(claims(text)) == [
        ("arrested", 72, "", "THA", ""),
        ("arrested", 265, "", "PHL", ""),
        ("arrested", 401, "", "CHN", ""),
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("La ONG Freeland eleva la cifra a 306", (306, "Freeland")),
        ("La prensa local habla de 401", (401, "prensa local")),
        ("Según la oposición, fueron 405", (405, "oposición")),
    ],
)
def test_another_speaker_has_another_figure(text: str, want: tuple[int, str]) -> None:
    told = claims(f"La policía detuvo el lunes a 291 personas en Bavet. {text}.")
    assert [c.low for c in told] == [291, want[0]]
    assert told[1].kind.value == "arrested"
    assert want[1] in (told[1].according_to or "")


@pytest.mark.parametrize(
    "text",
    [
        "21 de ellas eran mujeres y diez, menores",
        "De ellas, 21 son mujeres y diez, niños",
        "Había 21 mujeres y diez adolescentes",
    ],
)
def test_women_and_minors(text: str) -> None:
    told = claims(f"La policía detuvo el lunes a 233 personas en Bavet. {text}.")
    assert [(c.low, c.group and c.group.value, c.part_of) for c in told] == [
        (233, None, None),
        (21, "women", 1),
        (10, "children", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Los detenidos en Bavet pasaron de 52 a 80",
        "El número de detenidos en Bavet subió de 52 a 80",
    ],
)
def test_what_a_count_rose_to(text: str) -> None:
    assert rows(claims(f"{text}, según la policía.")) == [("arrested", 80, "", "KHM", "")]


@pytest.mark.parametrize(
    "denial",
    [
        "Es falso que {n} argentinos fueran detenidos",
        "No es cierto que {n} argentinos hayan muerto",
    ],
)
def test_what_is_denied(denial: str) -> None:
    assert claims(denial.format(n=60) + ", dijo el ministerio.") == ()


def test_the_headline_tells_whose_people() -> None:
    told = claims(
        "244 ciudadanos captados con falsas ofertas de empleo regresaron el lunes al país.",
        "Pakistán rescata a sus ciudadanos de las mafias de las estafas de Camboya",
    )
    assert [(c.kind.value, c.nationality, c.origin, c.destination) for c in told] == [
        ("repatriated", ("PAK",), "KHM", "PAK")
    ]


def test_who_waits_to_be_taken_over_a_border_is_not_there_yet() -> None:
    (waiting,) = claims(
        "Unos 7.000 trabajadores rescatados de centros de estafas de Birmania esperan ser "
        "trasladados a través de la frontera hasta Tailandia."
    )
    assert (waiting.kind.value, waiting.country) == ("held", "MMR")


def test_the_day_of_an_escape_dates_no_arrest() -> None:
    told = claims(
        "La redada en Bavet, el 5 de noviembre, liberó a 160 personas. Tres indonesios huyeron "
        "del complejo el 21 de octubre. Fueron detenidas ocho personas."
    )
    assert [(c.kind.value, c.start) for c in told] == [
        ("freed", date(2025, 11, 5)),
        ("escaped", date(2025, 10, 21)),
        ("arrested", date(2025, 11, 5)),
    ]


def test_what_a_government_is_willing_to_do_is_planned() -> None:
    (told,) = claims(
        "La junta reafirmó su disposición a repatriar a unos mil extranjeros de los centros."
    )
    assert (told.kind.value, told.scope.value) == ("repatriated", "planned")
