"""Which predicate of the sentence speaks of a quantity: the cheapest by position and voice.

Every candidate gets a cost: how far it stands, what lies between, whether its voice looks the
quantity's way. The weights are in `COSTS`; they were set on the bundled gold and checked on
reports held back (docs/METHOD.md).
"""

from __future__ import annotations

from dataclasses import dataclass

from headcount.extract.assembly.clauses import main_clause, own_subject, passive
from headcount.extract.assembly.costs import COSTS, LIMIT, NEAR
from headcount.extract.assembly.frames import follows, frame_of
from headcount.extract.assembly.lists import Run
from headcount.extract.families import BACKGROUND, UNITS
from headcount.extract.mentions.phrases import has
from headcount.extract.mentions.quantities import Quantity
from headcount.extract.mentions.tokens import Token
from headcount.languages.lexicon import Entry


@dataclass(frozen=True, slots=True)
class Match:
    """A predicate found for a quantity: kind, token (-1: the noun itself), cost and reason."""

    kind: str
    at: int
    cost: float
    reason: str
    plan: bool = False
    passive: bool = False


def find_predicate(
    tokens: list[Token], run: Run, quantity: Quantity, others: list[Quantity]
) -> Match | None:
    """The predicate that speaks of `quantity`, None when none in the sentence does."""
    best: Match | None = None
    expelled: Match | None = None
    reach = _reach(tokens, quantity, others)
    if quantity.kind and quantity.kind != "origins":
        best = Match(quantity.kind, -1, COSTS["asserted by the noun"], "the counted noun")
    for at in reach:
        for entry in (*tokens[at].predicates, *tokens[at].splits):
            if not _fits(tokens, at, entry, quantity) or _of_a_tally(tokens, at, quantity, entry):
                continue
            match = _weigh(tokens, run, quantity, others, at, entry)
            limit = NEAR if match.kind == "-" else LIMIT
            if match.kind == "deported" and match.cost <= limit:
                expelled = match
            if match.cost <= limit and (best is None or match.cost < best.cost):
                best = match
    if best is not None and best.kind == "moved" and expelled is not None:
        best = expelled
    if best is not None and best.at >= 0:
        best = _later_stage(tokens, best, quantity)
    if best is None and not quantity.weak:
        best = _fallback(tokens, quantity)
    if best is None and quantity.weak:
        cost = COSTS["suggested by the noun"]
        best = Match(quantity.weak, -1, cost, "suggested by the counted noun")
    return best


_LATER = frozenset(("repatriated", "deported", "transferred", "moved"))
"""Stages that follow others: "rescued and flown home" tells of people flown home."""


def _later_stage(tokens: list[Token], match: Match, quantity: Quantity) -> Match:
    """The stage that "and" adds to the one found, if it is a later one."""
    if match.kind in _LATER or match.kind not in ("freed", "arrested", "identified", "held"):
        return match
    joined = False
    for n in range(match.at + 1, min(match.at + 6, len(tokens))):
        token = tokens[n]
        if token.is_a("conj") or token.norm == ",":
            joined = True
        if any(t.is_a("tally") for t in tokens[n + 1 : n + 6]):
            continue
        for entry in token.predicates:
            if joined and entry.value in _LATER and not entry.extra.startswith("noun"):
                reason = f"“{token.norm}” follows “{tokens[match.at].norm}”"
                plan = frame_of(entry.extra).plan
                return Match(entry.value, n, match.cost, reason, plan, match.passive)
        if n >= quantity.first and match.at < quantity.first:
            break
    return match


STOCK = 10_000
"""From this size on, people of whom nothing else is said are a stock, not one operation."""


def _fallback(tokens: list[Token], quantity: Quantity) -> Match | None:
    """What a quantity tells without a predicate: yearly money, or a great mass of people."""
    cost = COSTS["suggested by the noun"]
    near = (
        tokens[quantity.after : quantity.after + 4]
        + tokens[max(quantity.first - 4, 0) : quantity.first]
    )
    if quantity.unit == "money" and any(t.is_a("yearly") for t in near):
        return Match("proceeds", -1, cost, "an amount by the year")
    large = (quantity.interval.low or 0) >= STOCK
    ours = any(t.is_a("topic") for t in tokens)
    if quantity.unit == "person" and large and ours and not quantity.elliptic:
        return Match("trafficked", -1, cost, "a mass of people, nothing else said")
    return None


def _reach(tokens: list[Token], quantity: Quantity, others: list[Quantity]) -> range:
    """The tokens whose predicates can speak of a quantity.

    "Of the 1,746 detained, 1,303 have been deported": what the opening phrase takes parts from
    has its own predicate before the comma, the parts have theirs behind it.
    """
    whole = range(len(tokens))
    base = others[0] if others else quantity
    opens = range(max(base.first - 3, 0), base.first)
    opening = any(tokens[n].is_a("prep") or tokens[n].is_a("part") for n in opens)
    told = any(t.predicates for t in tokens[: base.first])
    if not opening or told or base.first > _OPENING or len(others) < 2:
        return whole
    comma = next((n for n in range(base.after, others[1].first) if tokens[n].norm == ","), -1)
    if comma < 0 or base.unit != quantity.unit:
        return whole
    return range(comma) if quantity is base else range(comma, len(tokens))


_OPENING = 6
"""Tokens before the count in a phrase that opens a sentence: "So far, of the 525 …"."""


def _fits(tokens: list[Token], at: int, entry: Entry, quantity: Quantity) -> bool:
    """Whether a predicate can speak of such a quantity at all."""
    if quantity.unit not in UNITS.get(entry.value, ("person",)):
        return False
    frame = frame_of(entry.extra)
    if frame.unit and frame.unit != quantity.unit:
        return False
    return not frame.behind or follows(tokens, at, frame.behind)


def _of_a_tally(tokens: list[Token], at: int, quantity: Quantity, entry: Entry) -> bool:
    """Whether the predicate at `at` is no verb of what is counted.

    It is the noun of a group ("the convicts, 50 Chinese"), or its object is a total that only
    leads to the number: "bringing the two-day total to 809".
    """
    token = tokens[at]
    if (
        entry.extra.startswith(("act", "both"))
        and token.is_a("head")
        and has(tokens, at - 1, "det")
    ):
        return True
    if not quantity.elliptic or at >= quantity.first or quantity.first - at > _TALLY:
        return False
    between = tokens[at + 1 : quantity.first]
    tally = next((n for n, t in enumerate(between) if t.is_a("tally")), len(between))
    return any(t.is_a("amount") for t in between[tally + 1 :])


_TALLY = 8
"""Tokens from a verb to the number that its total comes to."""


def _weigh(
    tokens: list[Token],
    run: Run,
    quantity: Quantity,
    others: list[Quantity],
    at: int,
    entry: Entry,
) -> Match:
    """The match of one predicate with one quantity, with its cost and how it was come by."""
    read = frame_of(entry.extra)
    frame, plan = read.name, read.plan
    if at in quantity.attributes or quantity.first <= at < quantity.after:
        return Match(entry.value, at, COSTS["inside the phrase"], "inside the phrase", plan)
    if _attributive(tokens, run.first, at):
        reason = f"“{tokens[at].norm}” before its noun"
        return Match(entry.value, at, COSTS["attributive"], reason, plan)
    if run.first <= at < run.after:
        return Match(entry.value, at, COSTS["inside the list"], "inside the list", plan)
    voiced = passive(tokens, at) or (at >= run.after and _preposed(tokens, run.first))
    bare = quantity.elliptic and not quantity.partitive
    if bare and at == run.after and frame in ("both", "pp"):
        voiced = True
    if frame.startswith("split:"):
        cost = _split_cost(tokens, at, frame, run)
    elif _its_own(tokens, run, quantity, at, frame):
        cost = -COSTS["word"]
    elif at < run.first:
        cost = _cost_before(tokens, run, others, at, (frame, voiced))
    else:
        cost = _cost_behind(tokens, run, others, at, (frame, voiced))
    if entry.value in BACKGROUND and quantity.interval.precision == "exact":
        cost += COSTS["background"]
    if frame == "subj" and voiced:
        cost += COSTS["passive of an intransitive"]
    where = "before" if at < run.first else "behind"
    reason = f"“{tokens[at].norm}” {where} ({frame}{', passive' if voiced else ''})"
    return Match(entry.value, at, cost, reason, plan, voiced)


def _preposed(tokens: list[Token], first: int) -> bool:
    """Whether a marker puts the object that begins at `first` before its verb."""
    n = first - 1
    if n > 0 and tokens[n].is_a("attr"):
        while n > max(first - _MODIFIER, 0) and tokens[n].kind != "m" and not tokens[n].is_a("obj"):
            n -= 1
    return n >= 0 and tokens[n].is_a("obj")


_MODIFIER = 12
"""Tokens that a clause before its noun may have."""


def _its_own(tokens: list[Token], run: Run, quantity: Quantity, at: int, frame: str) -> bool:
    """Whether the last of a list has a verb of its own: "held 86 Indonesians, 11 are injured"."""
    last = len(run.members) > 1 and run.members[-1] is quantity
    if not last or at < quantity.after or frame not in ("subj", "state"):
        return False
    return quantity.elliptic and all(t.is_a("adv") for t in tokens[quantity.after : at])


def _attributive(tokens: list[Token], first: int, at: int) -> bool:
    """Whether the predicate at `at` ends a clause right before the noun that begins at `first`."""
    if at >= first - 1 or first - at > _NEAR_NOUN or not tokens[first - 1].is_a("attr"):
        return False
    return all(t.kind == "w" and not t.predicates for t in tokens[at + 1 : first - 1])


_NEAR_NOUN = 5
"""Tokens from a predicate to the noun that its clause describes."""


def _cost_before(
    tokens: list[Token], run: Run, others: list[Quantity], at: int, voice: tuple[str, bool]
) -> float:
    """Cost of a predicate before what is counted; `voice` is its frame and whether passive."""
    frame, voiced = voice
    cost = _between(tokens, at + 1, run.first, others, behind=False)
    cost += _before_voice(tokens, at, frame, voiced, run)
    if (voiced or frame in ("subj", "state", "pp")) and _has_subject(at, others):
        cost += COSTS["has a subject of its own"]
    return cost


def _cost_behind(
    tokens: list[Token], run: Run, others: list[Quantity], at: int, voice: tuple[str, bool]
) -> float:
    """Cost of a predicate behind what is counted; `voice` is its frame and whether passive."""
    frame, voiced = voice
    start = main_clause(tokens, run.after, at)
    cost = _between(tokens, start, at, others, behind=True)
    voice_cost = _behind_voice(tokens, at, frame, voiced, run)
    if start == run.after and (voiced or frame in ("subj", "state", "pp")):
        voice_cost += COSTS["has a subject of its own"] * own_subject(tokens, start, at)
    if frame in ("act", "both") and not voiced:
        if _owned(tokens, at, others):
            return cost + voice_cost + COSTS["has an object of its own"]
        if _object_clause(tokens, run.after, at):
            return cost
    return cost + voice_cost


def _object_clause(tokens: list[Token], after: int, at: int) -> bool:
    """Whether the verb at `at` has what was counted as its object: "260 that the army handed"."""
    opens = after + (after < len(tokens) and tokens[after].norm == ",")
    opens += has(tokens, opens, "prep")
    if at - opens > _CLAUSE or opens >= at or not tokens[opens].is_a("rel"):
        return False
    between = tokens[opens + 1 : at]
    if any(t.kind == "m" or t.predicates for t in between):
        return False
    return any(_ACTORS & t.entries.keys() for t in between)


_CLAUSE = 8
"""Tokens from a relative pronoun to the verb of its clause."""

_ACTORS = frozenset(("body", "role", "country", "capital", "people", "pron"))


def _owned(tokens: list[Token], at: int, others: list[Quantity]) -> bool:
    """Whether another quantity right behind the predicate at `at` is what it speaks of."""
    return any(at < q.number.first <= at + 4 and q.first <= at + 2 for q in others)


def _has_subject(at: int, others: list[Quantity]) -> bool:
    """Whether another quantity right before the predicate at `at` is what it speaks of."""
    return any(q.after <= at <= q.after + 5 for q in others)


def _split_cost(tokens: list[Token], at: int, frame: str, run: Run) -> float:
    """Cost of a verb whose particle stands behind what is counted: "took 80 of them out"."""
    if not 0 < run.first - at <= 2:
        return LIMIT + 1
    particle = frame.removeprefix("split:")
    behind = [t.norm for t in tokens[run.after : run.after + 6]]
    for n in range(len(behind)):
        if " ".join(behind[n:]).startswith(particle):
            return COSTS["word"] * (n - 1)
    return LIMIT + 1


def _before_voice(tokens: list[Token], at: int, frame: str, voiced: bool, run: Run) -> float:
    """Cost of the voice when the predicate stands before what is counted."""
    if frame == "noun":
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        linked = at + 1 == run.first or (following is not None and following.is_a("prep"))
        return 0.0 if linked else COSTS["noun without of"]
    if frame == "exist":
        return COSTS["existence"]
    if frame in ("act", "both"):
        return COSTS["passive reading before"] if voiced else 0.0
    if frame in ("subj", "pp"):
        return COSTS["inverted"] + (0.0 if frame == "pp" or voiced else 2.0)
    return COSTS["inverted"] + 3.0


def _behind_voice(tokens: list[Token], at: int, frame: str, voiced: bool, run: Run) -> float:
    """Cost of the voice when the predicate stands behind what is counted."""
    if frame in ("subj", "state"):
        return 0.0
    if frame in ("pp", "both") and voiced:
        return 0.0
    if frame == "pp" or (frame == "both" and _close_or_clause(tokens, run.after, at)):
        return COSTS["participle behind"]
    if frame in ("both", "noun"):
        return COSTS["active reading behind"]
    return COSTS["wrong side"]


def _close_or_clause(tokens: list[Token], after: int, at: int) -> bool:
    """Whether a verb stands right behind a list or in a relative clause on it."""
    return at - after <= 1 or any(tokens[n].is_a("rel") for n in range(after, at))


def _bracketed(tokens: list[Token], start: int, end: int) -> set[int]:
    """The tokens from `start` up to `end` that stand in brackets opened and closed there."""
    inside: set[int] = set()
    opened = -1
    for n in range(start, end):
        if tokens[n].norm == "(":
            opened = n
        elif tokens[n].norm == ")" and opened >= 0:
            inside.update(range(opened, n + 1))
            opened = -1
    return inside


def _between(
    tokens: list[Token], start: int, end: int, others: list[Quantity], *, behind: bool
) -> float:
    """Cost of what lies between predicate and quantity, tokens `start` up to `end`."""
    cost = 0.0
    words = 0
    bracketed = _bracketed(tokens, start, end)
    for n in range(start, end):
        token = tokens[n]
        if n in bracketed:
            continue
        entries = token.entries
        if token.kind == "m":
            if token.norm == ",":
                cost += COSTS["comma"]
            elif token.norm == ":":
                cost += COSTS["colon"]
            elif token.norm in ";–—()-":
                cost += COSTS["strong mark"]
            continue
        words += 1
        if "rel" in entries:
            side = "relative clause behind" if behind else "relative clause before"
            cost += COSTS[side]
        elif "part" in entries and behind:
            cost += COSTS["part behind"]
        elif "conj" in entries:
            cost += COSTS["conjunction"]
        if token.predicates and token.predicates[0].extra.partition("|")[0] != "noun":
            cost += COSTS["predicate between"]
    cost += min(words, 8) * COSTS["word"] + max(words - 8, 0) * COSTS["far word"]
    told = [q.number.first for q in others if start <= q.number.first < end]
    inside = sum(1 for n in told if n not in bracketed)
    return cost + inside * COSTS["other quantity between"]
