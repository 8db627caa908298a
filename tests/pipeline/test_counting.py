"""The books take a running total that is told like news for what it is; the ledger keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from headcount.decisions import Action, Decision
from headcount.ledger.store import Ledger
from headcount.model import Claim, Document, Extraction, Kind, Precision, Quote, Scope, Unit
from headcount.pipeline.booking import book
from headcount.pipeline.deciding import anchored
from headcount.publish.catalogue import Catalogue
from headcount.publish.traces import of_trace
from headcount.publish.wording import wording

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TEXT = "Some 11,000 workers were deported."
CLAIM = Claim(
    "a",
    1,
    Kind.DEPORTED,
    Unit.PERSON,
    11000,
    11000,
    Precision.EXACT,
    Quote("11,000 workers", 5, 19),
    country="KHM",
    place="Phnom Penh",
    start=date(2026, 2, 9),
    end=date(2026, 2, 11),
)
PAPER = Document("a", TEXT, published=date(2026, 2, 11), lang="en")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "book.db") as opened:
        opened.add(Extraction(PAPER, (CLAIM,)), AT)
        yield opened


def test_the_total_is_in_no_sum_and_the_ledger_keeps_what_was_read(ledger: Ledger) -> None:
    made = book(ledger, "range")
    found = made.claims["a", 1]
    assert found.scope is Scope.CUMULATIVE
    assert [c.scope for c in ledger.claims()] == [Scope.EVENT]
    assert Catalogue(made).totals == ()
    assert made.events[0].title.endswith("(running total)")
    said = of_trace(wording("fr"), found.trace[-1])
    assert said.text.startswith("portée : bilan cumulé")
    assert said.lang != "en"


def test_who_says_that_it_is_an_operation_is_believed(ledger: Ledger) -> None:
    seen = (anchored([("a", 1)], {("a", 1): CLAIM}, {"a": PAPER}),)
    ledger.decide(Decision(Action.CORRECT, seen, "counted there", values={"place": "Bavet"}), AT)
    made = book(ledger, "range")
    assert made.claims["a", 1].scope is Scope.EVENT
    assert [t.best for t in Catalogue(made).totals] == [11000]


def test_the_same_figure_with_its_place_and_day_is_an_operation(ledger: Ledger) -> None:
    claim = replace(CLAIM, document="b", place="Bavet")
    paper = replace(PAPER, id="b", text=f"{TEXT} In Bavet.")
    ledger.add(Extraction(paper, (claim,)), AT)
    assert book(ledger, "range").claims["b", 1].scope is Scope.EVENT
