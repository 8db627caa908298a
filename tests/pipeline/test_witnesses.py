"""Which reports of an event are one origin, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from headcount.model import Claim, Document, Event, Kind, Precision, Quote, Unit
from headcount.pipeline.witnesses import event_origins

TEXT = "Police freed 215 foreigners from a building in the town on Sunday."


def report(name: str, outlet: str, **fields: str) -> Document:
    return replace(Document(name, f"{TEXT} {name}", outlet=outlet), **fields)  # type: ignore[arg-type]


def claim(name: str, number: int, n: int = 1, voice: str | None = None) -> Claim:
    return Claim(
        name, n, Kind.FREED, Unit.PERSON, number, number, Precision.EXACT, Quote("215", 13, 16),
        according_to=voice,
    )  # fmt: skip


def found(documents: list[Document], claims: list[Claim]) -> list[tuple[tuple[str, ...], str]]:
    keys = tuple((c.document, c.n) for c in claims)
    names = tuple(d.id for d in documents)
    day = date(2025, 2, 23)
    event = Event("e", "", (), None, None, None, None, "", day, day, names, keys)
    made = event_origins(event, dict(zip(keys, claims, strict=True)), {d.id: d for d in documents})
    return [(o.documents, ",".join(r.code for r in o.reasons)) for o in made]


def test_reports_that_share_nothing_are_origins_of_their_own() -> None:
    documents = [report("a", "One"), report("b", "Two")]
    assert found(documents, [claim("a", 215), claim("b", 210)]) == [(("a",), ""), (("b",), "")]


@pytest.mark.parametrize(
    ("one", "other", "voices", "why"),
    [
        (report("a", "One"), report("b", "ONE"), ("", ""), "one-outlet"),
        (report("a", "One", agency="AFP"), report("b", "Two (AFP)"), ("", ""), "one-agency"),
        (report("a", "One (AFP)"), report("b", "Two (AFP)"), ("", ""), "one-agency"),
        (report("a", "One"), report("b", "Two"), ("the Army", "The army"), "one-speaker"),
    ],
)
def test_reports_of_one_origin_say_why(
    one: Document, other: Document, voices: tuple[str, str], why: str
) -> None:
    claims = [claim("a", 215, voice=voices[0] or None), claim("b", 215, voice=voices[1] or None)]
    assert found([one, other], claims) == [(("a", "b"), why)]


def test_the_same_figures_in_a_row_are_one_origin() -> None:
    documents = [report("a", "One"), report("b", "Two")]
    claims = [claim(d, number, n) for d in "ab" for n, number in enumerate((215, 109, 50), 1)]
    assert found(documents, claims) == [(("a", "b"), "same-run")]
