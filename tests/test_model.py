"""Records: the names of the contract, and JSON that comes back as it went."""

from __future__ import annotations

import json
import re
from dataclasses import FrozenInstanceError, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.model import (
    Claim,
    Group,
    Kind,
    Precision,
    Quote,
    Scope,
    Unit,
    claim_from_json,
)
from headcount.spans import Span

CONTRACT = (Path(__file__).parents[1] / "docs" / "CLAIM.md").read_text(encoding="utf-8")

FREED = Claim(
    document="en-1",
    n=2,
    kind=Kind.FREED,
    unit=Unit.PERSON,
    low=109,
    high=109,
    precision=Precision.EXACT,
    quote=Quote("109 Thais", 13, 22, "included ", ", 50"),
    nationality=("THA",),
    group=Group.MEN,
    country="KHM",
    place="Poipet",
    origin="KHM",
    destination="THA",
    start=date(2025, 2, 23),
    end=date(2025, 2, 24),
    according_to="police",
    scope=Scope.CUMULATIVE,
    part_of=1,
    sentence=Span(0, 40),
    rule="part",
    trace=("kind freed: part of 215",),
)


def test_a_claim_has_the_fields_of_the_contract() -> None:
    fields = CONTRACT.partition("## Fields")[2].partition("\n## ")[0]
    first = re.findall(r"^\| (`[^|]*) \|", fields, re.MULTILINE)
    named = {name for cell in first for name in re.findall(r"`(\w+)`", cell)}
    record = FREED.as_json()
    assert {"kind", "low", "from", "to", "part_of", "quote"} <= named
    assert named <= record.keys() | record["quote"].keys()
    assert list(record)[:2] == ["document", "n"]


@pytest.mark.parametrize("values", [Kind, Unit, Precision, Group, Scope])
def test_every_value_is_named_in_the_contract(values: type[Kind]) -> None:
    assert [value for value in values if f"`{value}`" not in CONTRACT] == []


def test_a_claim_comes_back_from_json() -> None:
    assert claim_from_json(json.loads(json.dumps(FREED.as_json()))) == FREED


def test_open_ends_and_what_is_not_told_come_back() -> None:
    bare = Claim("d", 1, Kind.LOST, Unit.MONEY, 5, None, Precision.AT_LEAST, Quote("$5", 0, 2))
    record = bare.as_json()
    assert (record["high"], record["group"], record["start"], record["part_of"]) == (None,) * 4
    assert record["nationality"] == []
    assert claim_from_json(record) == bare


@given(
    st.text(max_size=30),
    st.none() | st.integers(0, 10**13),
    st.lists(st.text(alphabet="ABCXYZ", min_size=3, max_size=3), max_size=4),
    st.none() | st.dates(),
)
def test_any_claim_comes_back(
    words: str, high: int | None, nations: list[str], start: date | None
) -> None:
    claim = replace(
        FREED,
        according_to=words,
        high=high,
        nationality=tuple(nations),
        start=start,
        trace=(words,),
    )
    assert claim_from_json(claim.as_json()) == claim


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "liberated"),
        ("unit", "dog"),
        ("precision", "vaguely"),
        ("group", "elderly"),
        ("scope", "maybe"),
        ("start", "2025-02-30"),
    ],
)
def test_a_record_that_breaks_the_contract_is_refused(field: str, value: str) -> None:
    with pytest.raises(ValueError, match=re.escape(value) + "|day is out of range"):
        claim_from_json({**FREED.as_json(), field: value})


@pytest.mark.parametrize("field", ["kind", "n", "quote", "from"])
def test_a_record_that_lacks_a_field_is_refused(field: str) -> None:
    record = FREED.as_json()
    del record[field]
    with pytest.raises(KeyError, match=field):
        claim_from_json(record)


def test_records_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        FREED.low = 5  # type: ignore[misc]


def test_spans_are_half_open() -> None:
    assert Span(2, 5).length == 3
    assert Span(2, 5).overlaps(Span(4, 9))
    assert not Span(2, 5).overlaps(Span(5, 9))
    assert Span(2, 5).covers(Span(2, 5))
    assert not Span(2, 5).covers(Span(2, 6))
    assert Span(2, 5).join(Span(8, 9)) == Span(2, 9)
