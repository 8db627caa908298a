"""Every pack's own examples are read as their authors read them."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from headcount.evaluation.examples import Example, Outcome, PackReport, check_pack, load_examples
from headcount.languages.pack import available
from headcount.model import Kind, Precision, Unit

GAPS = 0.12
"""At most this share of a pack's examples may be known gaps."""

GROUPS = 2
"""Each kind stands in at least so many examples."""

both = pytest.mark.parametrize("tag", available())
EXAMPLES = [(tag, example) for tag in available() for example in load_examples(tag)]


@cache
def report(tag: str) -> PackReport:
    return check_pack(tag)


@cache
def outcomes(tag: str) -> dict[int, Outcome]:
    found = report(tag)
    return {o.example.line: o for o in (*found.passed, *found.failed, *found.gaps)}


@pytest.mark.parametrize(
    ("tag", "example"), EXAMPLES, ids=[f"{tag}-{example.line}" for tag, example in EXAMPLES]
)
def test_an_example_is_read_rightly(tag: str, example: Example) -> None:
    outcome = outcomes(tag)[example.line]
    if outcome not in report(tag).gaps:
        said = "\n".join((example.text, *(f"  {problem}" for problem in outcome.problems)))
        assert outcome.passed, said


@both
def test_there_are_enough_and_few_gaps(tag: str) -> None:
    found = report(tag)
    print(f"{tag}: {len(found.gaps)} known gaps among {found.total} examples")
    assert len(found.gaps) <= GAPS * found.total
    examples = list(load_examples(tag))
    assert len({example.text for example in examples}) == len(examples)
    assert sum(1 for example in examples if example.claims) >= 60
    assert sum(1 for example in examples if not example.claims) >= 25


@both
def test_every_kind_and_precision_is_tried(tag: str) -> None:
    claims = [claim for example in load_examples(tag) for claim in example.claims]
    kinds = Counter(
        kind for example in load_examples(tag) for kind in {c["kind"] for c in example.claims}
    )
    assert {kind: kinds[kind] for kind in Kind if kinds[kind] < GROUPS} == {}
    assert {claim["precision"] for claim in claims} == set(Precision)
    assert {claim["unit"] for claim in claims} == set(Unit)


@both
def test_no_kind_or_class_goes_untried(tag: str) -> None:
    """A class that cannot be tried is not listed: the guide says what it is for."""
    found = report(tag)
    assert found.untried_kinds == ()
    assert found.untried_numbers == ()
    assert found.untried_words == ()


@both
def test_intervals_are_those_of_their_precision(tag: str) -> None:
    for example in load_examples(tag):
        for claim in example.claims:
            low, high = claim["low"], claim["high"]
            shapes = {
                "exact": low == high,
                "about": high is not None and low < high,
                "at_least": low is not None and high is None,
                "at_most": low == 0 and high is not None,
                "range": high is not None and low < high,
                "vague": high is not None and low < high,
            }
            assert shapes[claim["precision"]], example.line
