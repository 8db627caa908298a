"""French mini-reports put together from everyday wordings: every level of what they tell is known.

Each report is a headline and two or three sentences. What is expected follows from the parts that
it is built of, so that no combination of wording, day and place is left to chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from typing import NamedTuple

import pytest

from headcount.extract.engine import extract
from headcount.model import Claim, Document

WEDNESDAY = date(2025, 11, 12)


class Told(NamedTuple):
    """One claim as these tests compare it."""

    kind: str
    low: int | None
    nations: tuple[str, ...]
    group: str | None
    where: str | None
    days: tuple[str, str] | None
    speaker: str | None
    scope: str
    part_of: int | None


def told(claim: Claim) -> Told:
    days = None
    if claim.start is not None and claim.end is not None:
        days = (claim.start.isoformat(), claim.end.isoformat())
    group = claim.group.value if claim.group is not None else None
    return Told(
        claim.kind.value,
        None if claim.low is None else int(claim.low),
        claim.nationality,
        group,
        claim.place or claim.country,
        days,
        claim.according_to,
        claim.scope.value,
        claim.part_of,
    )


MONDAY = ("2025-11-10", "2025-11-10")
DAYS = (("lundi", MONDAY), ("dans la nuit de samedi à dimanche", ("2025-11-08", "2025-11-09")))
PLACES = (("à Poipet", "Poipet", "au Cambodge"), ("à Manille", "Manila", "aux Philippines"))
OPERATIONS = (
    ("freed", "{day}, la police a libéré 120 personnes {place}"),
    ("freed", "120 personnes ont été extraites {day} d'un complexe d'arnaque {place}"),
    ("freed", "une descente menée {day} {place} a permis de libérer 120 personnes"),
    ("arrested", "la police a mis la main {day} sur 120 personnes {place}"),
    ("arrested", "vaste rafle {place} {day} : 120 personnes arrêtées"),
    ("arrested", "un coup de filet {place} a conduit {day} à l'arrestation de 120 personnes"),
)
PARTS = (
    ", dont 70 Indiens et 50 Népalais.",
    " – 70 Indiens et 50 Népalais.",
    ". Soixante-dix sont indiens. Cinquante sont népalais.",
    ". Les Indiens arrivent en tête (70), suivis des Népalais (50).",
)
SEXES = (" (90 hommes et 30 femmes).", ". 90 sont des hommes, 30 des femmes.")


def upper(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def operation(kind: str, days: tuple[str, str], place: str) -> Told:
    return Told(kind, 120, (), None, place, days, None, "event", None)


Built = Iterator[tuple[str, str, list[Told]]]
"""Headline, text and the claims expected, report for report."""

Reports = Callable[[], Built]


def breakdowns() -> Built:
    for (kind, words), (day, days), (at, place, land) in product(OPERATIONS, DAYS, PLACES):
        lead = upper(words.format(day=day, place=at))
        whole = operation(kind, days, place)
        nations = [
            whole._replace(low=70, nations=("IND",), part_of=1),
            whole._replace(low=50, nations=("NPL",), part_of=1),
        ]
        sexes = [
            whole._replace(low=90, group="men", part_of=1),
            whole._replace(low=30, group="women", part_of=1),
        ]
        title = f"Un centre d'arnaque fouillé {land}"
        for tail in PARTS[:: 1 if kind == "freed" else 3]:
            if ":" in lead and tail.startswith(" –"):
                continue
            yield title, lead + tail, [whole, *nations]
        for tail in SEXES:
            yield title, lead + tail, [whole, *sexes]


def others() -> Built:
    """Running totals, estimates, speakers, hand-overs and outcomes behind one operation."""
    title = "Un centre d'arnaque fouillé au Cambodge"
    lead = "La police a libéré 120 personnes à Poipet lundi"
    whole = operation("freed", MONDAY, "Poipet")
    since = ("2025-01-01", "2025-11-12")
    total = whole._replace(low=3200, where="KHM", days=since, scope="cumulative")
    for tail in (
        "Cela porte à 3 200 le nombre de personnes libérées depuis janvier.",
        "Depuis janvier, 3 200 personnes ont été libérées.",
    ):
        yield title, f"{lead}. {tail}", [whole, total]
    captives = Told("trafficked", 150000, (), None, "KHM", None, "ONU", "estimate", None)
    tail = "Selon l'ONU, 150 000 personnes sont exploitées au Cambodge."
    yield title, f"{lead}. {tail}", [whole, captives]
    spoken = whole._replace(speaker="ministère")
    ngo = whole._replace(low=140, speaker="ONG")
    for tail in ("Une ONG évoque 140 personnes libérées.", "Une ONG parle de 140 libérés."):
        yield title, f"{lead}, a indiqué mardi le ministère. {tail}", [spoken, ngo]
    for after in ("trois ans après une première descente", "après une enquête de huit mois"):
        yield title, f"{lead}, {after}.", [whole]
    home = Told("repatriated", 40, (), None, "Poipet", MONDAY, None, "event", 1)
    for gone in ("Quarante ont été renvoyées dans leur pays.", "40 ont déjà été rapatriées."):
        yield title, f"{lead}. {gone}", [whole, home]
    title = "Des Ghanéens secourus dans un centre d'arnaque aux Philippines"
    freed = Told("freed", 75, ("GHA",), None, "Manila", MONDAY, None, "event", None)
    yield title, "75 captifs ont été secourus lundi à Manille.", [freed]


def wrong(reports: Built) -> list[tuple[str, list[Told]]]:
    """The reports read otherwise than they were built, with what was read."""
    found = []
    for title, text, expected in reports:
        document = Document("doc", text, title=title, published=WEDNESDAY, lang="fr")
        read = [told(claim) for claim in extract(document).claims]
        if read != expected:
            found.append((text, read))
    return found


@pytest.mark.parametrize("reports", [breakdowns, others])
def test_a_report_is_read_as_it_was_built(reports: Reports) -> None:
    assert wrong(reports()) == []


CLAUSES = (
    ("raided", 14, "Poipet", MONDAY, "lundi, des descentes ont visé 14 complexes à Poipet"),
    ("escaped", 41, "Bavet", DAYS[1][1], f"41 Népalais se sont enfuis {DAYS[1][0]} à Bavet"),
    ("killed", 3, "Kampot", MONDAY, "trois Kényans ont été tués lundi à Kampot"),
    ("arrested", 30, "Manila", DAYS[1][1], f"{DAYS[1][0]}, 30 Indiens ont été arrêtés à Manille"),
)
JOINTS = (" ; ", ", mais ", ", tandis que ", ", et ", ". ")


def test_each_clause_has_its_own_place_and_day() -> None:
    wrong = []
    for (one, joint), other in product(product(CLAUSES, JOINTS), CLAUSES):
        if one is other or (joint == ", tandis que " and "30 Indiens" in other[-1]):
            continue
        begun = upper(other[-1]) if joint == ". " else other[-1]
        text = f"{upper(one[-1])}{joint}{begun}."
        title = "Centres d'arnaque : nouvelles opérations au Cambodge"
        document = Document("doc", text, title=title, published=WEDNESDAY, lang="fr")
        read = {(t.kind, t.low, t.where, t.days) for t in map(told, extract(document).claims)}
        if read != {one[:4], other[:4]}:
            wrong.append((text, read))
    assert wrong == []


HANDED = (
    "L'armée a remis 57 étrangers jeudi à la Thaïlande",
    "57 étrangers ont été remis jeudi aux autorités thaïlandaises",
    "Jeudi, 57 étrangers ont été transférés de Myawaddy à Mae Sot",
)


@pytest.mark.parametrize("sentence", HANDED)
def test_a_handover_goes_to_the_one_who_takes_the_people(sentence: str) -> None:
    title = "Centres d'arnaque : des captifs quittent la Birmanie"
    document = Document("doc", f"{sentence}.", title=title, published=WEDNESDAY, lang="fr")
    (claim,) = extract(document).claims
    assert (claim.kind.value, claim.destination) == ("transferred", "THA")
