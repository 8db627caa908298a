"""Precision, recall and F1 by language and level, attributes, and what went wrong. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from headcount.evaluation.gold import GoldClaim, GoldRecord
from headcount.evaluation.matching import (
    Level,
    Pair,
    assign,
    level,
    same_count,
    same_place,
    same_speaker,
)
from headcount.model import Claim

LEVELS = (Level.FIGURE, Level.WHO, Level.WHERE, Level.WHEN)
ATTRIBUTES = ("place", "speaker", "scope", "part_of")

_AROUND = 60
_DIGITS = re.compile(r"\d(?:[\d.,' \u00a0\u202f]*\d)?")


@dataclass(slots=True)
class Tally:
    """Counts that add up: claims wanted, found and matched; attributes asked and right."""

    documents: int = 0
    gold: int = 0
    found: int = 0
    seen: int = 0
    matched: dict[Level, int] = field(default_factory=lambda: dict.fromkeys(LEVELS, 0))
    asked: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ATTRIBUTES, 0))
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ATTRIBUTES, 0))

    def add(self, other: Tally) -> None:
        """Takes in another tally."""
        self.documents += other.documents
        self.gold += other.gold
        self.found += other.found
        self.seen += other.seen
        for at in LEVELS:
            self.matched[at] += other.matched[at]
        for name in ATTRIBUTES:
            self.asked[name] += other.asked[name]
            self.right[name] += other.right[name]

    def precision(self, at: Level) -> float:
        """Share of the claims found that are right at this level, 0 to 1."""
        return self.matched[at] / self.found if self.found else 0.0

    def recall(self, at: Level) -> float:
        """Share of the gold claims that were found right at this level, 0 to 1."""
        return self.matched[at] / self.gold if self.gold else 0.0

    def f1(self, at: Level) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        both = self.precision(at) + self.recall(at)
        return 2 * self.precision(at) * self.recall(at) / both if both else 0.0

    def accuracy(self, attribute: str) -> float | None:
        """Share right among the matched claims whose gold has the attribute; None if none has."""
        asked = self.asked[attribute]
        return self.right[attribute] / asked if asked else None

    @property
    def seen_recall(self) -> float:
        """Share of the gold claims whose number was taken up at all, whatever the kind."""
        return self.seen / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that went wrong: `what` is missed, extra, who, where or when."""

    document: str
    lang: str
    what: str
    gold: GoldClaim | None
    claim: Claim | None
    quote: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Tallies by language, their sum, and the misses in the order of the documents."""

    languages: Mapping[str, Tally]
    total: Tally
    misses: tuple[Miss, ...]

    @property
    def macro_who(self) -> float:
        """The mean over languages of F1 at level who: small languages count as much as large."""
        values = [tally.f1(Level.WHO) for tally in self.languages.values()]
        return sum(values) / len(values) if values else 0.0


def evaluate(records: Iterable[GoldRecord], claims: Mapping[str, Sequence[Claim]]) -> Evaluation:
    """Scores the claims of each document (by its id) against its gold record."""
    languages: dict[str, Tally] = {}
    misses: list[Miss] = []
    for record in sorted(records, key=lambda record: (record.lang, record.id)):
        tally, found = _score(record, list(claims.get(record.id, ())))
        languages.setdefault(record.lang, Tally()).add(tally)
        misses.extend(found)
    total = Tally()
    for tally in languages.values():
        total.add(tally)
    return Evaluation(languages, total, tuple(misses))


def _score(record: GoldRecord, claims: list[Claim]) -> tuple[Tally, list[Miss]]:
    gold = [claim for claim in record.claims if not claim.optional]
    found = _without_optional(record, gold, claims)
    pairs = assign(gold, found, level)
    tally = Tally(documents=1, gold=len(gold), found=len(found))
    tally.seen = len(assign(gold, found, lambda g, c: int(same_count(g, c))))
    partners = {found[pair.found].n: gold[pair.gold].n for pair in pairs}
    for pair in pairs:
        for at in LEVELS:
            tally.matched[at] += pair.weight >= at
        _ask(tally, gold[pair.gold], found[pair.found], partners)
    return tally, list(_misses(record, gold, found, pairs))


def _without_optional(
    record: GoldRecord, gold: list[GoldClaim], claims: list[Claim]
) -> list[Claim]:
    """The claims but for those that only an optional gold claim accounts for."""
    optional = [claim for claim in record.claims if claim.optional]
    taken = {pair.found for pair in assign(gold, claims, level)}
    spare = [j for j in range(len(claims)) if j not in taken]
    allowed = {spare[pair.found] for pair in assign(optional, [claims[j] for j in spare], level)}
    return [claim for j, claim in enumerate(claims) if j not in allowed]


def _ask(tally: Tally, gold: GoldClaim, claim: Claim, partners: Mapping[int, int]) -> None:
    """Counts the attributes of one matched pair."""
    answers = {"scope": gold.scope == claim.scope}
    if gold.place:
        answers["place"] = same_place(gold.place, claim.place)
    if gold.according_to:
        answers["speaker"] = same_speaker(gold.according_to, claim.according_to)
    if gold.part_of is not None:
        whole = partners.get(claim.part_of) if claim.part_of is not None else None
        answers["part_of"] = whole == gold.part_of
    for name, right in answers.items():
        tally.asked[name] += 1
        tally.right[name] += right


def _misses(
    record: GoldRecord, gold: list[GoldClaim], found: list[Claim], pairs: list[Pair]
) -> Iterator[Miss]:
    by_gold = {pair.gold: pair for pair in pairs}
    wrong = {Level.FIGURE: "who", Level.WHO: "where", Level.WHERE: "when"}
    for i, wanted in enumerate(gold):
        pair = by_gold.get(i)
        if pair is None:
            yield Miss(record.id, record.lang, "missed", wanted, None, _passage(record, wanted))
        elif pair.weight < Level.WHEN:
            claim = found[pair.found]
            what = wrong[Level(pair.weight)]
            yield Miss(record.id, record.lang, what, wanted, claim, _around(record, claim))
    taken = {pair.found for pair in pairs}
    for j, claim in enumerate(found):
        if j not in taken:
            yield Miss(record.id, record.lang, "extra", None, claim, _around(record, claim))


def _passage(record: GoldRecord, wanted: GoldClaim) -> str:
    """Words around the first digits in the text that say the gold claim's number, or ""."""
    numbers = {str(end) for end in (wanted.low, wanted.high) if end}
    for match in _DIGITS.finditer(record.text):
        if re.sub(r"\D", "", match[0]) in numbers:
            return _cut(record.text, match.start(), match.end())
    return ""


def _around(record: GoldRecord, claim: Claim) -> str:
    return _cut(record.text, claim.quote.start, claim.quote.end)


def _cut(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}«{text[start:end]}»{after}"
