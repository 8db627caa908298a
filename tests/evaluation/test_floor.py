"""The floor holds, is tied to the gold, and sinks only when that is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from headcount.errors import DataError, FloorError, InputError
from headcount.evaluation.floor import check_floor, load_floor, measured, update_floor
from headcount.evaluation.gold import load_gold
from headcount.evaluation.scores import Evaluation, evaluate
from headcount.model import Claim

Make = Callable[..., Any]


@pytest.fixture
def score(make_claim: Make, make_gold: Make) -> Callable[..., Evaluation]:
    """The evaluation of three gold claims in two languages, of which some are read."""
    wanted = [make_claim(n=n, low=n * 100, high=n * 100) for n in (1, 2, 3)]
    gold = load_gold(make_gold({"en-1": wanted, "fr-1": wanted}))

    def evaluated(right: int, langs: tuple[str, ...] = ("en", "fr")) -> Evaluation:
        claims: list[Claim] = wanted[:right]
        records = [record for record in gold.records.values() if record.lang in langs]
        return evaluate(records, {"en-1": claims, "fr-1": claims})

    return evaluated


def test_a_floor_holds_what_was_measured(score: Make, tmp_path: Path) -> None:
    path = tmp_path / "floor.json"
    update_floor(path, score(2), "aa", allow_regression=False)
    floor = load_floor(path)
    assert floor.floors["en"] == {"figure": 0.8, "who": 0.8, "where": 0.8, "when": 0.8}
    check_floor(floor, score(2), "aa", path)
    check_floor(floor, score(3), "aa", path)
    check_floor(floor, score(3, ("en",)), "aa", path)
    with pytest.raises(FloorError, match=r"below the floor: en figure 0\.500 < 0\.800"):
        check_floor(floor, score(1), "aa", path)
    with pytest.raises(FloorError, match="SHA-256 differs"):
        check_floor(floor, score(3), "bb", path)


def test_a_floor_does_not_sink_silently(score: Make, tmp_path: Path) -> None:
    path = tmp_path / "floor.json"
    update_floor(path, score(2), "aa", allow_regression=False)
    before = path.read_bytes()
    with pytest.raises(FloorError, match="--allow-regression"):
        update_floor(path, score(1), "bb", allow_regression=False)
    assert path.read_bytes() == before
    update_floor(path, score(3), "bb", allow_regression=False)
    assert load_floor(path).floors == measured(score(3))
    update_floor(path, score(1), "bb", allow_regression=True)
    assert load_floor(path).floors == measured(score(1))
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["floor.json"]


def test_languages_that_were_not_measured_keep_their_floor(score: Make, tmp_path: Path) -> None:
    path = tmp_path / "floor.json"
    update_floor(path, score(2), "aa", allow_regression=False)
    update_floor(path, score(3, ("en",)), "aa", allow_regression=False)
    floors = load_floor(path).floors
    assert (floors["en"]["who"], floors["fr"]["who"]) == (1.0, 0.8)
    with pytest.raises(FloorError, match="measure fr too"):
        update_floor(path, score(3, ("en",)), "bb", allow_regression=False)


def test_a_broken_floor_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "floor.json"
    with pytest.raises(InputError, match="--update-floor"):
        load_floor(path)
    for content in ("", "[]", "{}", json.dumps({"gold_sha256": "x", "floors": {"en": {}}})):
        path.write_text(content)
        with pytest.raises(DataError, match="is no floor file"):
            load_floor(path)
