"""The made-up reports are the same every time, long enough, and full of claims."""

from __future__ import annotations

import hashlib
import json
import math

import pytest
from benchmarks.measuring import exponent
from benchmarks.reports import LANGS, WORDS, as_line, report, reports
from benchmarks.results import Goal

from headcount.extract.engine import extract
from headcount.model import Document


def _digest(documents: list[Document]) -> str:
    text = "\n".join(as_line(document) for document in documents)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def test_the_same_numbers_give_the_same_reports() -> None:
    first = list(reports(40))
    assert first == list(reports(40))
    assert first[20:] == [report(n, LANGS[n % 2]) for n in range(20, 40)]


def test_the_reports_are_those_that_were_measured() -> None:
    """A new digest means that numbers measured before no longer compare: say so in the docs."""
    assert _digest(list(reports(40))) == "2c238a952dc978bf"


def test_no_two_reports_are_alike() -> None:
    texts = {document.text for document in reports(400)}
    assert len(texts) == 400


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("words", [60, WORDS, 2000])
def test_reports_have_the_length_asked_for(lang: str, words: int) -> None:
    for number in range(10):
        have = len(report(number, lang, words).text.split())
        assert max(words, 1) <= have <= max(words, 150) + 30


@pytest.mark.parametrize("lang", LANGS)
def test_every_slot_is_filled(lang: str) -> None:
    for number in range(100):
        document = report(number, lang)
        assert not {"{", "}"} & set(f"{document.title}{document.text}")


@pytest.mark.parametrize("lang", LANGS)
def test_reports_yield_claims(lang: str) -> None:
    """About as many as real reports of that length have."""
    found = [len(extract(report(number, lang)).claims) for number in range(30)]
    assert min(found) >= 2
    assert 5 <= sum(found) / len(found) <= 12


def test_a_line_is_a_document_of_the_contract() -> None:
    record = json.loads(as_line(report(5, "fr")))
    assert sorted(record) == ["id", "lang", "outlet", "published", "text", "title"]
    assert record["lang"] == "fr"


@pytest.mark.parametrize("slope", [1.0, 1.5, 2.0])
def test_the_exponent_is_read_back(slope: float) -> None:
    sizes = [1000, 3000, 10_000]
    found = exponent(sizes, [0.002 * size**slope for size in sizes])
    assert found is not None
    assert math.isclose(found, slope)


def test_goals_know_their_side() -> None:
    assert Goal("s", 0.2, 0.3).met
    assert not Goal("s", 0.4, 0.3).met
    assert Goal("times", 21, 20, at_least=True).met
    assert Goal("times", None, 20, at_least=True).met is None
