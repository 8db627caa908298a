"""Twelve reports, two origins: who passes on whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from counted import count

from headcount.model import Claim, Document, Quote, Scope
from headcount.reconcile.origins import explained, origins
from headcount.spans import Span

LINES = (
    "Police said that they had freed 215 people in the border town on Sunday.",
    "Among them were 109 Thais and 50 Pakistanis, an officer told reporters.",
)


def number_of(claims: list[Claim], *documents: Document) -> int:
    return len(set(origins(claims, {d.id: d for d in documents}).values()))


def parts(document: str, *numbers: int) -> list[Claim]:
    return [count(document, n, number) for n, number in enumerate(numbers, 1)]


def test_twelve_reports_two_origins() -> None:
    claims = [count(f"{n:02d}", 1, 215 if n < 7 else 230) for n in range(12)]
    papers = [
        Document(f"{n:02d}", "", outlet=f"Paper {n}", agency="AFP" if n < 7 else "Reuters")
        for n in range(12)
    ]
    assert number_of(claims, *papers) == 2


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"outlet": "Daily News (AFP)"}, {"outlet": "Le Soir (AFP)"}, 1),
        ({"outlet": "Daily News (AFP)"}, {"agency": "AFP"}, 1),
        ({"outlet": "Daily News (AFP)"}, {"outlet": "Le Soir (Reuters)"}, 2),
        ({"outlet": "Daily News"}, {"outlet": "daily news"}, 1),
        ({}, {}, 2),
    ],
)
def test_credits(one: dict[str, str], other: dict[str, str], expected: int) -> None:
    claims = [count("a", 1, 215), count("b", 1, 215)]
    papers = [Document("a", "", **one), Document("b", "", **other)]  # type: ignore[arg-type]
    assert number_of(claims, *papers) == expected


def test_figures_in_the_same_order_are_one_origin_in_any_words() -> None:
    assert number_of([*parts("en", 215, 109, 50, 48), *parts("th", 109, 50, 48)]) == 1
    assert number_of([*parts("en", 215, 109, 50, 48), *parts("th", 48, 50, 109)]) == 2
    assert number_of([*parts("en", 215, 109), *parts("th", 215, 109)]) == 2
    assert number_of([*parts("en", 2, 3, 4), *parts("th", 2, 3, 4)]) == 2


def test_one_spokesman_is_one_origin_for_the_same_number_only() -> None:
    said = {"according_to": "Colonel N., spokesman"}
    same = [count("a", 1, 215, **said), count("b", 1, 215, **said)]
    other = [count("a", 1, 215, **said), count("b", 1, 230, **said)]
    assert number_of(same) == 1
    assert number_of(other) == 2


WIRES = (Document("a", "", agency="AFP"), Document("b", "", agency="Reuters"))
SAID = {"according_to": "Colonel N., spokesman"}


def test_two_agencies_that_heard_one_spokesman_are_two_origins() -> None:
    same = [count("a", 1, 215, **SAID), count("b", 1, 215, **SAID)]
    assert number_of(same, *WIRES) == 2
    assert number_of(same, *[replace(d, outlet="One paper") for d in WIRES]) == 2
    assert number_of(same, WIRES[0], replace(WIRES[1], agency=None)) == 1


def test_a_third_report_makes_two_agencies_no_one_origin() -> None:
    told = [count(d, 1, 215, **SAID) for d in "abc"]
    papers = (*WIRES, Document("c", "", outlet="Local paper"))
    assert number_of(told, *papers) == 2
    assert number_of(told[::-1], *papers[::-1]) == 2
    (shared, alone) = why(told, *papers)
    assert (shared[0], alone[0]) == (("a", "c"), ("b",))


def test_an_estimate_is_its_speakers_whoever_passes_it_on() -> None:
    same = [count(d, 1, 120_000, scope=Scope.ESTIMATE, according_to="UN") for d in "ab"]
    assert number_of(same, *WIRES) == 1


def test_agencies_that_copy_one_list_are_one_origin() -> None:
    assert number_of([*parts("a", 215, 109, 50, 48), *parts("b", 109, 50, 48)], *WIRES) == 1


def test_the_same_sentences_are_one_origin() -> None:
    text = "\n".join(LINES)
    spans = (Span(0, len(LINES[0])), Span(len(LINES[0]) + 1, len(text)))
    told = [replace(count("a", n, 100 + n), sentence=s) for n, s in enumerate(spans, 1)]
    copy = [replace(c, document="b", low=90 + c.n, high=90 + c.n) for c in told]
    papers = Document("a", text), Document("b", text.upper())
    assert number_of([*told, *copy], *papers) == 1
    assert number_of([*told, *copy], papers[0], Document("b", text.replace("Police", "They"))) == 2


def test_order_does_not_matter() -> None:
    claims = [*parts("b", 215, 109, 50), *parts("a", 215, 109, 50), count("c", 1, 7)]
    assert origins(claims, {}) == origins(claims[::-1], {}) == {"a": "a", "b": "a", "c": "c"}


def why(claims: list[Claim], *documents: Document) -> list[tuple[tuple[str, ...], str]]:
    found = explained(claims, {d.id: d for d in documents})
    return [(o.documents, ",".join(r.code for r in o.reasons)) for o in found]


def test_reports_that_share_nothing_are_origins_of_their_own() -> None:
    papers = Document("a", "Told.", outlet="One"), Document("b", "Said.", outlet="Two")
    claims = [count("a", 1, 215), count("b", 1, 210)]
    assert why(claims, *papers) == [(("a",), ""), (("b",), "")]


@pytest.mark.parametrize(
    ("one", "other", "voices", "reason"),
    [
        ({"outlet": "One"}, {"outlet": "ONE"}, ("", ""), ("one-outlet", "One")),
        (
            {"outlet": "One", "agency": "AFP"},
            {"outlet": "Two (afp)"},
            ("", ""),
            ("one-agency", "AFP"),
        ),
        ({"outlet": "One (AFP)"}, {"outlet": "Two (AFP)"}, ("", ""), ("one-agency", "AFP")),
        (
            {"outlet": "One"},
            {"outlet": "Two"},
            ("the Army", "The army"),
            ("one-speaker", "the Army"),
        ),
    ],
)
def test_reports_of_one_origin_say_why(
    one: dict[str, str], other: dict[str, str], voices: tuple[str, str], reason: tuple[str, str]
) -> None:
    pairs = zip("ab", voices, strict=True)
    claims = [replace(count(d, 1, 215), according_to=voice or None) for d, voice in pairs]
    papers = [Document("a", "Told.", **one), Document("b", "Said.", **other)]  # type: ignore[arg-type]
    (found,) = explained(claims, {d.id: d for d in papers})
    assert found.documents == ("a", "b")
    ((code, values),) = ((r.code, r.values) for r in found.reasons)
    assert (code, values[0][1]) == reason


def test_figures_sentences_and_words_in_common_say_so() -> None:
    rows = [*parts("a", 215, 109, 50), *parts("b", 215, 109, 50)]
    assert why(rows) == [(("a", "b"), "same-run")]
    same = [replace(count(d, 1, 7), quote=Quote("seven", 0, 5)) for d in "ab"]
    assert why(same) == [(("a", "b"), "same-words")]
    text = LINES[0]
    told = [replace(count(d, 1, 215), sentence=Span(0, len(text))) for d in "ab"]
    assert why(told, Document("a", text), Document("b", text)) == [(("a", "b"), "same-sentences")]


def test_the_strongest_reasons_come_first_and_are_few() -> None:
    said = {"according_to": "the ministry"}
    claims = [count(d, n, 100 + n, **said) for d in "abc" for n in range(1, 6)]
    papers = [Document(d, "", outlet="One", agency="AFP") for d in "abc"]
    ((documents, codes),) = why(claims, *papers)
    assert (documents, codes) == (("a", "b", "c"), "one-outlet,one-agency,one-speaker")
