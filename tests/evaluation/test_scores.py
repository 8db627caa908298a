"""Scores add up, optional claims do not count, and the numbers are those of the shared scorer."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from headcount.errors import DataError, InputError, UsageError
from headcount.evaluation.gold import load_gold
from headcount.evaluation.matching import Level
from headcount.evaluation.measure import measure
from headcount.evaluation.scores import evaluate
from headcount.model import Claim, Kind, Scope, claim_from_json

Make = Callable[..., Any]

SHARED = Path(__file__).parents[3] / "shared"


def test_a_perfect_reading_scores_one(make_claim: Make, make_gold: Make) -> None:
    gold = load_gold(make_gold({"en-1": [make_claim()]}))
    result = evaluate(gold.records.values(), {"en-1": [make_claim()]})
    assert [result.total.f1(at) for at in (Level.FIGURE, Level.WHO, Level.WHERE, Level.WHEN)] == [
        1
    ] * 4
    assert [result.total.accuracy(name) for name in ("place", "speaker", "scope", "part_of")] == [
        1,
        1,
        1,
        None,
    ]
    assert result.misses == ()


def test_misses_tell_what_went_wrong(make_claim: Make, make_gold: Make) -> None:
    wanted = [make_claim(), make_claim(n=2, kind=Kind.ARRESTED)]
    gold = load_gold(make_gold({"en-1": wanted}))
    found = [
        make_claim(nationality=("VNM",), scope=Scope.PLANNED, place=None),
        make_claim(n=2, kind=Kind.DEPORTED),
    ]
    result = evaluate(gold.records.values(), {"en-1": found})
    assert [miss.what for miss in result.misses] == ["who", "missed", "extra"]
    assert "«215»" in result.misses[1].quote
    assert (result.total.f1(Level.FIGURE), result.total.f1(Level.WHO)) == (0.5, 0)
    assert result.total.accuracy("scope") == 0
    assert result.total.seen_recall == 1


def test_an_optional_claim_is_neither_missed_nor_extra(make_claim: Make, make_gold: Make) -> None:
    gold = load_gold(make_gold({"en-1": [make_claim()]}, optional=True))
    for found in ([], [make_claim()]):
        result = evaluate(gold.records.values(), {"en-1": found})
        assert (result.total.gold, result.total.found, result.misses) == (0, 0, ())
    twice = evaluate(gold.records.values(), {"en-1": [make_claim(), make_claim(n=2)]})
    assert twice.total.found == 1


def test_a_part_must_point_to_the_right_whole(make_claim: Make, make_gold: Make) -> None:
    parts = [make_claim(), make_claim(n=2, low=109, high=109, part_of=1)]
    gold = load_gold(make_gold({"en-1": parts}))
    right = [replace(parts[0], n=5), replace(parts[1], n=7, part_of=5)]
    wrong = [replace(parts[0], n=5), replace(parts[1], n=7, part_of=None)]
    for found, share in ((right, 1), (wrong, 0)):
        result = evaluate(gold.records.values(), {"en-1": found})
        assert result.total.accuracy("part_of") == share


def test_languages_are_scored_apart_and_measured_from_their_texts(
    make_claim: Make, make_gold: Make
) -> None:
    folder = make_gold({"en-1": [make_claim()], "fr-1": []})
    gold = load_gold(folder)
    result = measure(gold, frozenset())
    assert set(result.languages) == {"en", "fr"}
    assert result.total.documents == 2
    assert set(measure(gold, frozenset({"en"})).languages) == {"en"}
    with pytest.raises(UsageError, match="no such language"):
        measure(gold, frozenset({"xx"}))


def test_broken_gold_is_one_line(make_claim: Make, make_gold: Make, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_gold(tmp_path / "none")
    folder = make_gold({"en-1": [make_claim()]})
    whole = load_gold(folder).digest
    (folder / "en-2.json").write_text('{"id": "en-2", "lang": "en", "claims": []}')
    with pytest.raises(DataError, match="has no document en-2"):
        load_gold(folder)
    (folder / "en-2.json").write_text('{"id": "en-2"}')
    with pytest.raises(DataError, match=r"en-2\.json: breaks the format"):
        load_gold(folder)
    (folder / "en-2.json").unlink()
    assert load_gold(folder).digest == whole
    (folder / "documents.jsonl").write_text("{}\n")
    with pytest.raises(DataError, match=r"documents\.jsonl#1"):
        load_gold(folder)


ERRORS: dict[str, Any] = {
    "nationality": ("CHN",),
    "country": "MMR",
    "start": None,
    "end": None,
    "place": None,
    "according_to": "police",
    "scope": Scope.PLANNED,
    "kind": Kind.HELD,
    "low": 7,
    "high": None,
}
"""What a reader gets wrong, each with a chance of its own."""


def noisy(record: dict[str, Any], chance: random.Random) -> list[Claim]:
    """The gold claims of a record as a reader who errs would have them."""
    found = []
    for wanted in record["claims"]:
        if chance.random() < 0.2:
            continue
        fields = {**wanted, "document": record["id"], "quote": {"exact": "x", "start": 0, "end": 1}}
        claim = claim_from_json(fields)
        for name, value in ERRORS.items():
            if chance.random() < 0.12:
                claim = replace(claim, **{name: value})
        found.append(claim)
        if chance.random() < 0.15:
            found.append(claim)
    return [replace(claim, document=record["id"], n=n) for n, claim in enumerate(found, 1)]


@pytest.mark.skipif(not (SHARED / "tools" / "score.py").is_file(), reason="no shared scorer here")
@pytest.mark.parametrize("seed", range(3))
def test_the_numbers_are_those_of_the_shared_scorer(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    gold = load_gold(SHARED / "gold")
    claims = {
        key: noisy(json.loads((SHARED / "gold" / f"{key}.json").read_text("utf-8")), chance)
        for key in gold.records
    }
    file = tmp_path / "found.jsonl"
    file.write_text(
        "".join(json.dumps(claim.as_json()) + "\n" for each in claims.values() for claim in each)
    )
    told = subprocess.run(
        [sys.executable, SHARED / "tools" / "score.py", SHARED / "gold", file],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    result = evaluate(gold.records.values(), claims)
    rows = {**result.languages, "ALL": result.total}
    lines = {line.split()[0]: re.split(r"[\s/]+", line.strip()) for line in told.splitlines()[1:]}
    for lang, tally in rows.items():
        shares = [tally.accuracy(name) for name in ("place", "speaker", "scope")]
        ours = [
            lang,
            str(tally.documents),
            str(tally.gold),
            str(tally.found),
            f"{tally.precision(Level.FIGURE):.3f}",
            f"{tally.recall(Level.FIGURE):.3f}",
            *(f"{tally.f1(at):.3f}" for at in (Level.FIGURE, Level.WHO, Level.WHERE, Level.WHEN)),
            f"{tally.seen_recall:.2f}",
            *("-" if share is None else f"{share:.2f}" for share in shares),
        ]
        assert ours == lines[lang]
    assert f"macro over languages {result.macro_who:.3f}" in told
