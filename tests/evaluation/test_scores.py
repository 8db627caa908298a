"""Scores add up, optional claims do not count, and the numbers are those of another scorer."""

from __future__ import annotations

import json
import random
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


FIELDS: dict[str, tuple[Any, ...]] = {
    "kind": ("freed", "freed", "freed", "held", "arrested", "lost"),
    "unit": ("person", "person", "person", "case"),
    "low": (215, 215, 7, 30, 1000, 0),
    "precision": ("exact", "exact", "about", "at_least", "at_most", "vague"),
    "nationality": ([], [], ["THA"], ["CHN"], ["CHN", "THA"], ["FOREIGN"]),
    "country": (None, "KHM", "KHM", "MMR"),
    "place": (None, "Poipet", "Poipet", "Shwe Kokko", "Shwé Kokko City"),
    "start": (None, "2025-02-23", "2025-02-24", "2025-03-02"),
    "according_to": (None, "police", "the Thai police", "an envoy"),
    "scope": ("event", "event", "cumulative", "planned"),
}
"""What generated claims hold; each field's values are drawn alike."""

HIGH: dict[str, Callable[[int], int | None]] = {
    "exact": lambda low: low,
    "about": lambda low: low + low // 4,
    "at_least": lambda low: None,
    "at_most": lambda low: low,
    "vague": lambda low: low * 5 + 4,
}


def drawn(chance: random.Random, name: str) -> Any:
    """One value of a field; by `random()` alone, whose row of numbers Python promises to keep."""
    return FIELDS[name][int(chance.random() * len(FIELDS[name]))]


def generated(chance: random.Random, n: int) -> dict[str, Any]:
    claim = {name: drawn(chance, name) for name in FIELDS}
    high = HIGH[claim["precision"]](claim["low"])
    return claim | {"n": n, "high": high, "end": claim["start"], "part_of": None}


def read_badly(wanted: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The claim as a reader who errs would have it: one field in eight is another's."""
    other = generated(chance, 0)
    names = ("kind", "nationality", "country", "place", "according_to", "scope")
    found = {**wanted, **{name: other[name] for name in names if chance.random() < 0.12}}
    for group in (("low", "high", "precision"), ("start", "end")):
        if chance.random() < 0.12:
            found.update({name: other[name] for name in group})
    return found


def generated_case(seed: int, folder: Path) -> dict[str, list[Claim]]:
    """Writes a folder of gold and gives what a bad reader took from the same texts."""
    chance = random.Random(seed)  # noqa: S311
    texts, claims = [], {}
    for number in range(24):
        key = f"{('en', 'fr', 'th')[number % 3]}-{number:02}"
        gold = [generated(chance, n) for n in range(1, 2 + int(chance.random() * 9))]
        for claim in gold:
            claim["optional"] = chance.random() < 0.1
            if chance.random() < 0.1:
                claim["or_kind"] = [drawn(chance, "kind")]
        found = [read_badly(claim, chance) for claim in gold if chance.random() > 0.2]
        found += [generated(chance, 0) for _ in range(int(chance.random() * 3))]
        rest = dict.fromkeys(("currency", "group", "from", "to"))
        quote = {"exact": "x", "start": 0, "end": 1}
        claims[key] = [
            claim_from_json({**rest, **claim, "document": key, "n": n, "quote": quote})
            for n, claim in enumerate(found, 1)
        ]
        texts.append(json.dumps({"id": key, "text": "x"}))
        record = {"id": key, "lang": key[:2], "claims": gold}
        (folder / f"{key}.json").write_text(json.dumps(record), encoding="utf-8")
    (folder / "documents.jsonl").write_text("\n".join(texts), encoding="utf-8")
    return claims


LEVELS = (Level.FIGURE, Level.WHO, Level.WHERE, Level.WHEN)

TOLD = {
    0: [
        "en 8 40 46 0.543 0.625 0.581 0.512 0.488 0.465 0.90 0.56 0.80 0.96",
        "fr 8 34 35 0.657 0.676 0.667 0.551 0.493 0.464 0.79 0.90 0.89 0.74",
        "th 8 48 48 0.792 0.792 0.792 0.688 0.688 0.688 0.83 0.90 0.90 0.84",
        "ALL 24 122 129 0.667 0.705 0.685 0.590 0.566 0.550 0.84 0.81 0.87 0.85",
        "macro 0.583",
    ],
    1: [
        "en 8 35 42 0.595 0.714 0.649 0.623 0.623 0.571 0.83 0.78 1.00 0.96",
        "fr 8 30 35 0.657 0.767 0.708 0.677 0.615 0.615 0.83 0.83 0.86 0.78",
        "th 8 30 31 0.742 0.767 0.754 0.721 0.656 0.590 0.87 0.95 0.90 0.87",
        "ALL 24 95 108 0.657 0.747 0.700 0.670 0.631 0.591 0.84 0.85 0.92 0.87",
        "macro 0.674",
    ],
    2: [
        "en 8 33 40 0.525 0.636 0.575 0.466 0.384 0.356 0.82 0.81 1.00 0.86",
        "fr 8 41 47 0.660 0.756 0.705 0.705 0.682 0.614 0.85 0.88 0.96 0.90",
        "th 8 32 38 0.684 0.812 0.743 0.657 0.571 0.543 0.88 0.95 0.90 0.92",
        "ALL 24 106 125 0.624 0.736 0.675 0.615 0.554 0.511 0.85 0.89 0.95 0.90",
        "macro 0.609",
    ],
}
"""What a scorer that was written apart from this package prints of the generated cases: texts,
gold claims, found claims; P, R, F1 at figure; F1 at who, where, when; seen; place, speaker, scope.
"""


@pytest.mark.parametrize("seed", TOLD)
def test_the_numbers_are_those_of_a_scorer_written_apart(tmp_path: Path, seed: int) -> None:
    claims = generated_case(seed, tmp_path)
    result = evaluate(load_gold(tmp_path).records.values(), claims)
    assert result.total.gold > 50
    told = [
        f"{lang} {tally.documents} {tally.gold} {tally.found} "
        f"{tally.precision(Level.FIGURE):.3f} {tally.recall(Level.FIGURE):.3f} "
        + " ".join(f"{tally.f1(at):.3f}" for at in LEVELS)
        + f" {tally.seen_recall:.2f} "
        + " ".join(f"{tally.accuracy(name):.2f}" for name in ("place", "speaker", "scope"))
        for lang, tally in {**result.languages, "ALL": result.total}.items()
    ]
    assert [*told, f"macro {result.macro_who:.3f}"] == TOLD[seed]
