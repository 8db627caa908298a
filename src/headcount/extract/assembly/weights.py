"""What one predicate costs for one quantity: distance, voice, and what lies between.

The weights are in `COSTS`; they were set on the bundled gold and checked on reports held back
(docs/METHOD.md).
"""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.clauses import authority_acts, passive
from headcount.extract.assembly.costs import COSTS, LIMIT, NEAR
from headcount.extract.assembly.distances import NEAR_NOUN, cost_before, cost_behind, split_cost
from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.match import Match, Predicate
from headcount.extract.assembly.verbs import its_own, of_the_last
from headcount.extract.families import BACKGROUND
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token
from headcount.languages.scripts import caseless


def weigh(
    tokens: list[Token], run: Run, quantity: Quantity, others: list[Quantity], told: Predicate
) -> Match | None:
    """The match of one predicate with one quantity, with its cost and how it was come by.

    None where it would cost more than the limit.
    """
    at, entry = told.at, told.entry
    read = frame_of(entry.extra)
    frame = read.name
    if entry.cls == "split":
        return _halved(tokens, run, quantity, told)
    limit = NEAR if entry.value == "-" else LIMIT
    among = _among(tokens, run, quantity, at) or _before_noun(tokens, run, others, at)
    if among is None and _told_as_name(tokens, quantity, at, frame):
        among = COSTS["inside the phrase"], f"“{tokens[at].norm}” names the group"
    if among is not None:
        cost, reason = among
        return Match(entry.value, at, cost, reason, read.plan) if cost <= limit else None
    voiced = passive(tokens, at) and (frame != "act" or caseless(tokens[at].norm))
    voiced = voiced or (at >= run.after and _preposed(tokens, run.first))
    if frame in ("pp", "both") and tokens[at].is_a("begins") and _closes(tokens, at):
        voiced = True
    bare = quantity.elliptic and not quantity.partitive
    gap = run.after < len(tokens) and tokens[run.after].norm == "," and not tokens[run.after].blank
    if bare and frame in ("both", "pp") and at in (run.after, run.after + gap):
        voiced = True
    if its_own(tokens, run, quantity, at, (frame, voiced)):
        cost = -COSTS["word"]
    elif of_the_last(tokens, run, quantity, at, (frame, voiced)) or (
        frame in ("pp", "both") and not voiced and _describes_last(tokens, run, quantity, at)
    ):
        cost = LIMIT + 1
    elif at < run.first:
        cost = cost_before(tokens, run, others, at, (frame, voiced))
        cost += COSTS["part before"] * _names_people(tokens, at)
    else:
        cost = cost_behind(tokens, run, others, at, (frame, voiced))
        others_plan = read.plan and not voiced and authority_acts(tokens, run.after, at)
        cost += COSTS["has a subject of its own"] * others_plan
    if entry.value in BACKGROUND and not _plainly(quantity, at, run, (frame, voiced)):
        cost += COSTS["background"]
    if frame == "subj" and voiced:
        cost += COSTS["passive of an intransitive"]
    if cost > limit or _describes_another(tokens, run, others, at):
        return None
    where = "before" if at < run.first else "behind"
    reason = f"“{tokens[at].norm}” {where} ({frame}{', passive' if voiced else ''})"
    return Match(entry.value, at, cost, reason, read.plan, voiced)


def _describes_another(tokens: list[Token], run: Run, others: list[Quantity], at: int) -> bool:
    """Whether a predicate stands inside the words that count others: "61 [freed from there] -s"."""
    if at + 1 >= len(tokens) or not tokens[at + 1].is_a("attr"):
        return False
    return any(q.number.after < at < q.after - 1 for q in others if q not in run.members)


def _halved(tokens: list[Token], run: Run, quantity: Quantity, told: Predicate) -> Match | None:
    """The match of a verb whose particle stands behind what is counted, None where none does."""
    at, entry = told.at, told.entry
    read = frame_of(entry.extra)
    cost = split_cost(tokens, at, read, run)
    if entry.value in BACKGROUND and quantity.interval.precision == "exact":
        cost += COSTS["background"]
    if cost > (NEAR if entry.value == "-" else LIMIT):
        return None
    voiced = passive(tokens, at)
    reason = f"“{tokens[at].norm}” before ({read.name}{', passive' if voiced else ''})"
    return Match(entry.value, at, cost, reason, read.plan, voiced)


def _among(tokens: list[Token], run: Run, quantity: Quantity, at: int) -> tuple[float, str] | None:
    """Cost and reason of a predicate in the very words that count, None for one apart from them."""
    if at in quantity.attributes or quantity.first <= at < quantity.after:
        floated = _floated(tokens, at, quantity)
        # "52 injured": the participle is all that the number counts.
        alone = at == quantity.head == quantity.number.after
        cost = COSTS["word"] if floated else COSTS["inverted" if alone else "inside the phrase"]
        return cost, "inside the phrase"
    if run.first <= at < run.after:
        # "312 returnees, 37 deported": what a noun says of its people goes before.
        cost = COSTS["suggested by the noun"] if quantity.weak else 0.0
        return COSTS["inside the list"] + cost, "inside the list"
    return None


def _names_people(tokens: list[Token], at: int) -> bool:
    """Whether a participle is the noun of people told before: "the deported are part of 200"."""
    if tokens[at].value("head") != "person" or at == 0 or not tokens[at - 1].is_a("det"):
        return False
    return any(frame_of(e.extra).name == "pp" for e in tokens[at].predicates)


def _before_noun(
    tokens: list[Token], run: Run, others: list[Quantity], at: int
) -> tuple[float, str] | None:
    """Cost and reason of a predicate that ends a clause before the noun, None for any other."""
    if not _attributive(tokens, run.first, at):
        return None
    cost = COSTS["told of behind"] if _told_behind(tokens, run, others) else 0.0
    return COSTS["attributive"] + cost, f"“{tokens[at].norm}” before its noun"


def _told_as_name(tokens: list[Token], quantity: Quantity, at: int, frame: str) -> bool:
    """Whether a participle between article and number only names people: "the freed 260 were"."""
    number = quantity.number.first
    named = quantity.elliptic and at > 0 and at + 1 == number and tokens[at - 1].is_a("det")
    return named and frame in ("pp", "both")


def _describes_last(tokens: list[Token], run: Run, quantity: Quantity, at: int) -> bool:
    """Whether a participle describes the last of a list alone: "22 detainees and 9 women freed".

    The noun of the one before tells by itself what was done to them.
    """
    if at != run.after or quantity is run.members[-1]:
        return False
    return quantity.head >= 0 and bool(tokens[quantity.head].predicates or quantity.weak)


def _floated(tokens: list[Token], at: int, quantity: Quantity) -> bool:
    """Whether a verb stands between its people and their number: "Chinese died 2 persons"."""
    number = quantity.number.first
    if at >= number or not quantity.attributes:
        return False
    return all(t.is_a("adv") or t.is_a("hedge") for t in tokens[at + 1 : number])


def _plainly(quantity: Quantity, at: int, run: Run, voice: tuple[str, bool]) -> bool:
    """Whether what people went through is what the sentence tells of them.

    It is behind a rough number, and where the verb follows at once ("22 others still operate");
    a mere participle ("some 40 Malaysians, forced to defraud") only describes few people.
    """
    frame, voiced = voice
    if frame == "subj" and at == run.after:
        return True
    few = quantity.unit == "person" and (quantity.interval.low or 0) < _MANY
    if frame in ("pp", "both", "state") and not voiced and few:
        return False
    return quantity.interval.precision != "exact"


_MANY: Final = 1000
"""From this size on, a rough count may be of what people went through."""


def _closes(tokens: list[Token], at: int) -> bool:
    """Whether the predicate at `at` has no object: its clause ends, or who does it follows."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.kind == "m" or after.is_a("conj"):
        return True
    return after.value("prep") == "by" and any(t.is_any(_ACTORS) for t in tokens[at + 2 : at + 4])


_ACTORS: Final = frozenset(("body", "role", "country", "adjective"))
"""Classes of words for who does it."""


def _preposed(tokens: list[Token], first: int) -> bool:
    """Whether a marker puts the object that begins at `first` before its verb."""
    n = first - 1
    if n > 0 and tokens[n].is_a("attr"):
        while n > max(first - _MODIFIER, 0) and tokens[n].kind != "m" and not tokens[n].is_a("obj"):
            n -= 1
    return n >= 0 and tokens[n].is_a("obj")


_MODIFIER: Final = 12
"""Tokens that a clause before its noun may have."""


def _attributive(tokens: list[Token], first: int, at: int) -> bool:
    """Whether the predicate at `at` ends a clause right before the noun that begins at `first`."""
    if at >= first - 1 or first - at > NEAR_NOUN or not tokens[first - 1].is_a("attr"):
        return False
    return all(t.kind == "w" and not t.predicates for t in tokens[at + 1 : first - 1])


def _told_behind(tokens: list[Token], run: Run, others: list[Quantity]) -> bool:
    """Whether a verb behind says what happened to those whom a clause before their noun describes.

    "The 120 suspects [arrested before] were handed over": they were handed over. A comma may stand
    between the subject and what is said of it.
    """
    first = run.after + (run.after < len(tokens) and tokens[run.after].norm == ",")
    for n in range(first, min(run.after + _MODIFIER, len(tokens))):
        token = tokens[n]
        if token.kind == "m" or any(q.first <= n < q.after for q in others):
            return False
        told = [e.value for e in token.predicates if e.value != "-"]
        if told and not (n + 1 < len(tokens) and tokens[n + 1].is_a("attr")):
            return any(kind not in BACKGROUND for kind in told)
    return False
