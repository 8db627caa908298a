"""The examples that a language pack ships with, run against the engine: do its tables still hold?

`languages/TAG/examples.jsonl` holds one example a line: `text`, `published` and the `claims` that
a reader takes from it, each with `kind`, `unit`, `low`, `high`, `precision` and `nationality`, and
any other field of the contract that is worth stating. What an example does not state is not
compared. `known_gap` marks one that the engine is known to read wrongly; a gap that passes is a
failure, so that the marks cannot outlive their reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from headcount.errors import DataError, UsageError
from headcount.extract.engine import extract
from headcount.extract.mentions.sentences import sentences
from headcount.languages.pack import Pack, available, load_pack
from headcount.languages.tables import rows
from headcount.model import Claim, Document, Kind, Precision, Unit

EXAMPLES = "examples.jsonl"

_KEY = ("kind", "unit", "low", "high")
_MUST = frozenset((*_KEY, "precision", "nationality"))
_MAY = frozenset(
    ("group", "country", "place", "from", "to", "start", "end", "according_to", "scope", "currency")
)
_UNCOUNTED = frozenset(("", "-", "moved"))
"""Values of a predicate that are no kinds of claims."""

_WORDS = ("words", "reference")
"""The tables whose rows are words of a class."""

Key = tuple[str, str, int | None, int | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence or two with the claims in them; `line` is where it stands in its file."""

    line: int
    text: str
    published: date | None
    claims: tuple[Mapping[str, Any], ...]
    known_gap: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one example; `problems` says in words what was read otherwise."""

    example: Example
    problems: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether everything stated was read, and nothing else."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class PackReport:
    """One pack with what its examples came to, and what of its tables they leave untried.

    `failed` holds gaps that pass too. `forms` counts the pack's words; the last three fields name
    kinds with a predicate but no claim, and classes without a word, in any example.
    """

    tag: str
    name: str
    level: str
    forms: int
    passed: tuple[Outcome, ...]
    failed: tuple[Outcome, ...]
    gaps: tuple[Outcome, ...]
    untried_kinds: tuple[str, ...]
    untried_numbers: tuple[str, ...]
    untried_words: tuple[str, ...]

    @property
    def total(self) -> int:
        """Number of examples."""
        return len(self.passed) + len(self.failed) + len(self.gaps)


def check_pack(tag: str) -> PackReport:
    """Run all examples of the pack `tag`; a pack without a file of examples has none.

    Raises UsageError if there is no such pack, DataError naming the line if an example breaks the
    format.
    """
    pack = load_pack(tag)
    if pack is None:
        raise UsageError(f"{tag}: there is no such pack, only {', '.join(available())}")
    examples = tuple(load_examples(tag))
    outcomes = [_judged(Outcome(example, run(example, tag))) for example in examples]
    kinds, numbers, words = _untried(pack, examples)
    return PackReport(
        tag=pack.tag,
        name=pack.name,
        level=pack.level,
        forms=len(pack.lexicon.forms),
        passed=tuple(o for o in outcomes if o.passed),
        failed=tuple(o for o in outcomes if not o.passed and not _is_gap(o)),
        gaps=tuple(o for o in outcomes if _is_gap(o)),
        untried_kinds=kinds,
        untried_numbers=numbers,
        untried_words=words,
    )


def load_examples(tag: str) -> Iterator[Example]:
    """The examples of a pack in the order of its file.

    Raises DataError naming file and line for one that breaks the format.
    """
    source = files("headcount.languages") / tag / EXAMPLES
    if not source.is_file():
        return
    for number, line in enumerate(source.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _example(number, json.loads(line))
        except (ValueError, KeyError, TypeError) as problem:
            raise DataError(
                f"languages/{tag}/{EXAMPLES}:{number}: {problem}; mend the example"
            ) from problem


def run(example: Example, tag: str) -> tuple[str, ...]:
    """What the engine reads otherwise than the example states, in words; empty if nothing.

    Claims are paired by kind, unit, interval and nationality; of each pair every stated field
    must agree.
    """
    document = Document("example", example.text, published=example.published, lang=tag)
    found: dict[Key, list[Claim]] = {}
    for claim in extract(document).claims:
        found.setdefault(_key_of(claim.as_json()), []).append(claim)
    problems: list[str] = []
    for wanted in example.claims:
        same = found.get(_key_of(wanted))
        if not same:
            problems.append(f"missed: {told(wanted)}")
            continue
        got = same.pop(0).as_json()
        problems.extend(
            f"{field} of {told(wanted)}: {got[field]} instead of {wanted[field]}"
            for field in wanted
            if field != "nationality" and got[field] != wanted[field]
        )
    extra = (claim for claims in found.values() for claim in claims)
    problems.extend(f"not there: {told(claim.as_json())}" for claim in extra)
    return tuple(problems)


def told(claim: Mapping[str, Any]) -> str:
    """The claim as one short phrase: kind, interval, unit and nationality."""
    people = "+".join(claim["nationality"])
    return f"{claim['kind']} {claim['low']}..{claim['high']} {claim['unit']} {people}".rstrip()


def _judged(outcome: Outcome) -> Outcome:
    """The outcome, a failure where a known gap passes."""
    if outcome.passed and outcome.example.known_gap:
        return Outcome(outcome.example, (_ROTTEN,))
    return outcome


_ROTTEN = "is read rightly now: take its known_gap off"


def _is_gap(outcome: Outcome) -> bool:
    return outcome.example.known_gap and outcome.problems != (_ROTTEN,)


def _key_of(claim: Mapping[str, Any]) -> Key:
    kind, unit, low, high = (claim[name] for name in _KEY)
    return kind, unit, low, high, tuple(sorted(claim["nationality"]))


def _example(line: int, record: dict[str, Any]) -> Example:
    """The example of one record; raises ValueError, KeyError or TypeError if it is none."""
    if strange := record.keys() - {"text", "published", "claims", "known_gap"}:
        raise ValueError(f"unknown field {min(strange)}")
    for claim in record["claims"]:
        if lacking := _MUST - claim.keys():
            raise ValueError(f"a claim lacks {min(lacking)}")
        if strange := claim.keys() - _MUST - _MAY:
            raise ValueError(f"unknown field {min(strange)} of a claim")
        Kind(claim["kind"]), Unit(claim["unit"]), Precision(claim["precision"])
    published = record.get("published")
    return Example(
        line,
        record["text"],
        date.fromisoformat(published) if published else None,
        tuple(record["claims"]),
        bool(record.get("known_gap", False)),
    )


def _untried(
    pack: Pack, examples: tuple[Example, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Kinds, classes of numerals and classes of words that no example has."""
    folder = files("headcount.languages") / pack.tag
    kinds = {row["kind"] for row in rows(folder / "predicates.tsv")} - _UNCOUNTED
    numbers = {row["class"] for row in rows(folder / "numbers.tsv")}
    words = {row["class"] for name in _WORDS for row in rows(folder / f"{name}.tsv")}
    for example in examples:
        kinds -= {claim["kind"] for claim in example.claims}
        for sentence in sentences(example.text, pack.lexicon, pack.abbreviations):
            for token in sentence.tokens:
                words -= token.entries.keys()
                if "num" in token.entries:
                    numbers.discard(token.entries["num"].extra)
    return tuple(sorted(kinds)), tuple(sorted(numbers)), tuple(sorted(words))
