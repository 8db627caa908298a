"""How sure a reading is follows from its rule alone, as measured on reports nobody had read."""

from __future__ import annotations

from datetime import date

import pytest

from headcount.extract.engine import extract
from headcount.model import Document
from headcount.publish.confidence import MEASURED, confidence

LEAD = "The raids on scam compounds in Cambodia go on. "


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Police freed 137 people.", ["predicate"]),
        ("Police freed 137 people, including 30 Indians.", ["predicate", "part"]),
        ("Forty Kenyans arrived in Nairobi on Tuesday.", ["movement"]),
        ("The 137 freed came from 12 countries.", ["predicate", "origins"]),
    ],
)
def test_a_rule_has_its_measure(text: str, rules: list[str]) -> None:
    document = Document("r", LEAD + text, published=date(2025, 11, 12), lang="en")
    found = extract(document).claims
    assert [c.rule for c in found] == rules
    assert [confidence(c) for c in found] == [
        round(MEASURED[rule].right / MEASURED[rule].read, 2) for rule in rules
    ]


@pytest.mark.parametrize("rule", MEASURED)
def test_a_measure_rests_on_enough(rule: str) -> None:
    assert MEASURED[rule].read >= 20
    assert 0 < MEASURED[rule].right <= MEASURED[rule].read
