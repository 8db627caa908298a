"""Which predicate of the sentence speaks of a quantity: the cheapest by position and voice.

Every candidate gets a cost (`weights`); what none speaks of may still be told by its noun.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from headcount.extract.assembly.clauses import of_inverted, of_later, of_relative, of_some
from headcount.extract.assembly.conditions import yields
from headcount.extract.assembly.costs import COSTS, PLAIN
from headcount.extract.assembly.distances import BEFORE_SPLIT, closes_split
from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.match import Match, Predicate
from headcount.extract.assembly.outcomes import way_out
from headcount.extract.assembly.weights import weigh
from headcount.extract.families import BACKGROUND, MET, MOVES, STANDING
from headcount.extract.mentions.bare import has_mark
from headcount.extract.mentions.frames import follows, frame_of, of_unit
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.speech import says
from headcount.extract.mentions.tokens import Token
from headcount.extract.mentions.uncounted import share_before
from headcount.languages.lexicon import Entry


def find_predicate(
    tokens: list[Token], run: Run, quantity: Quantity, others: list[Quantity]
) -> Match | None:
    """The predicate that speaks of `quantity`, None when none in the sentence does."""
    best = _cheapest(tokens, run, quantity, others)
    if best is not None and best.kind == "-":
        best = _described(tokens, run, quantity, others) or best
    if best is not None and best.at >= 0:
        best = _later_stage(tokens, best, quantity, others)
        best = way_out(tokens, best, quantity, others)
    if best is not None and best.kind == "reported" and _accompanied(tokens, quantity):
        best = None
    if best is None and not quantity.weak:
        best = _fallback(tokens, quantity)
    if best is None and quantity.weak:
        cost = COSTS["suggested by the noun"]
        best = Match(quantity.weak, -1, cost, "suggested by the counted noun")
    return best


def _described(
    tokens: list[Token], run: Run, quantity: Quantity, others: list[Quantity]
) -> Match | None:
    """What a participle right behind people tells of them where the verb makes no figure.

    "The 215 foreigners freed in Poipet are being interviewed": they were freed all the same.
    People of whom nobody has told before are only those interviewed.
    """
    at = quantity.after
    if quantity.unit != "person" or not quantity.definite or at >= len(tokens):
        return None
    told = [m for m in _matches(tokens, run, quantity, others, at) if m.kind in MET]
    return min(told, key=_cost, default=None)


def standing(
    tokens: list[Token], run: Run, quantity: Quantity, others: list[Quantity]
) -> Match | None:
    """The state that the words of the noun tell of people: "the 14 missing", "14 missing men"."""
    span = range(quantity.first, quantity.after)
    told = [m for at in span for m in _matches(tokens, run, quantity, others, at)]
    return min((m for m in told if m.kind in STANDING), key=_cost, default=None)


def _accompanied(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether suspects only go with the cases that a verb counts: "53 reports with 65 suspects"."""
    n = quantity.first - 1
    return quantity.weak not in ("", "reported") and n > 0 and tokens[n].value("prep") == "with"


def _cheapest(
    tokens: list[Token], run: Run, quantity: Quantity, others: list[Quantity]
) -> Match | None:
    """The match of least cost within the limit; a deportation is no mere movement."""
    best: Match | None = None
    expelled: Match | None = None
    if quantity.kind and quantity.kind != "origins":
        best = Match(quantity.kind, -1, COSTS["asserted by the noun"], "the counted noun")
    plain = False
    some: Match | None = None
    # "One of the 61 rescued there was ill": only what describes the 61 tells of them.
    described = bool(quantity.attributes or quantity.weak)
    described = described and share_before(tokens, quantity.first - 1)
    for at in _reach(tokens, quantity, others):
        if not (tokens[at].predicates or tokens[at].splits):
            continue
        if of_later(tokens, run, others, at, plain=plain) or _of_others(tokens, run, others, at):
            continue
        if described and at not in quantity.attributes and at != quantity.head:
            continue
        if of_some(tokens, run, at):
            some = some or min(_matches(tokens, run, quantity, others, at), key=_cost, default=None)
            continue
        for match in _matches(tokens, run, quantity, others, at):
            plain = plain or _plain(match)
            if match.kind == "deported":
                expelled = match
            if best is None or match.cost < best.cost or yields(tokens, run.after, best, match):
                best = match
    if best is None or expelled is None or not _went(tokens, best):
        return best or some
    # "30 were deported; 12 returned": the deportation is of others.
    others_were = any(q.after <= expelled.at < quantity.first for q in others)
    return best if others_were else expelled


def _cost(match: Match) -> float:
    return match.cost


def _went(tokens: list[Token], match: Match) -> bool:
    """Whether people only moved or left by the match, for which a deportation may be the reason."""
    if match.kind == "moved":
        return True
    mine = (
        [e for e in tokens[match.at].predicates if e.value == match.kind] if match.at >= 0 else []
    )
    return match.kind == "freed" and bool(mine) and all(e.extra.startswith("subj") for e in mine)


def _of_others(tokens: list[Token], run: Run, others: list[Quantity], at: int) -> bool:
    """Whether the word at `at` speaks, or tells of another count than those of the run."""
    if says(tokens, at) or _named_by(run, others, at) or _describes(tokens, run, others, at):
        return True
    if run.members[0].unit == "person" and run.after <= at and _of_site(tokens, at):
        return True
    relative = of_relative(tokens, run, others, at) or of_inverted(tokens, run, others, at)
    return relative or closes_split(tokens, run, others, at)


def _of_site(tokens: list[Token], at: int) -> bool:
    """Whether a particle closes the verb's clause before a site, of which it tells.

    "42 Vietnamese from a frauds-committing compound fled": the compound's people commit them.
    """
    noun = tokens[at + 2 : at + 3]
    return has(tokens, at + 1, "attr") and any(t.value("head") == "site" for t in noun)


def _named_by(run: Run, others: list[Quantity], at: int) -> bool:
    """Whether the word at `at` is the noun of another count: "eleven accused: five to death"."""
    unit = run.members[0].unit
    return any(q.head == at and q.unit == unit and q not in run.members for q in others)


def _describes(tokens: list[Token], run: Run, others: list[Quantity], at: int) -> bool:
    """Whether a participle right behind another count only says which people those are.

    "The 200 freed in Bavet flew home and another 150 are expected": the verb tells of the 200.
    """
    if all(q.after != at or q in run.members for q in others) or at >= run.first:
        return False
    participle = any(frame_of(e.extra).name in ("pp", "both") for e in tokens[at].predicates)
    between = tokens[at + 1 : run.first]
    verb = any(e.extra.startswith("subj") for t in between for e in t.predicates)
    return participle and verb


def _matches(
    tokens: list[Token], run: Run, quantity: Quantity, others: list[Quantity], at: int
) -> list[Match]:
    """What the predicates of one token tell of a quantity, within the limit of cost."""
    found: list[Match] = []
    for entry in _entries(tokens[at], run, at):
        if not _fits(tokens, at, entry, quantity) or _of_a_tally(tokens, at, quantity, entry):
            continue
        match = weigh(tokens, run, quantity, others, Predicate(at, entry))
        if match is not None:
            found.append(match)
    return found


def _entries(token: Token, run: Run, at: int) -> tuple[Entry, ...]:
    """The predicates of a token, with those of a particle behind where what is counted is near."""
    near = 0 < run.first - at <= BEFORE_SPLIT
    return (*token.predicates, *token.splits) if near and token.splits else token.predicates


def _plain(match: Match) -> bool:
    """Whether a predicate is so near that a later count's one cannot be meant instead."""
    return match.cost <= PLAIN + (COSTS["background"] if match.kind in BACKGROUND else 0)


def _later_stage(
    tokens: list[Token], match: Match, quantity: Quantity, others: list[Quantity]
) -> Match:
    """The stage that "and" adds to the one found, if it is a later one.

    "Rescued and flown home" tells of people flown home.
    """
    if match.kind in MOVES or match.kind not in (
        "freed",
        "arrested",
        "identified",
        "held",
        "reported",
    ):
        return match
    joined = False
    told = {q.first for q in others if q is not quantity}
    reach = _reach(tokens, quantity, others)
    for n in range(match.at + 1, min(match.at + 6, len(tokens))):
        token = tokens[n]
        if (
            n in told
            or n not in reach
            or (token.predicates and not told.isdisjoint((n + 1, n + 2)))
        ):
            break
        if token.is_a("conj") or token.norm == ",":
            joined = True
        if any(t.is_a("tally") for t in tokens[n + 1 : n + 6]):
            continue
        if match.kind == "held" and any(t.is_a("plan") for t in tokens[match.at : n]):
            # "They still wait and will soon leave": not yet.
            continue
        for entry in token.predicates:
            if joined and entry.value in MOVES and not entry.extra.startswith("noun"):
                reason = f"“{token.norm}” follows “{tokens[match.at].norm}”"
                plan = frame_of(entry.extra).plan
                return Match(entry.value, n, match.cost, reason, plan, match.passive)
        if n >= quantity.first and match.at < quantity.first:
            break
    return match


STOCK: Final = 10_000
"""From this size on, people of whom nothing else is said are a stock, not one operation."""


def _fallback(tokens: list[Token], quantity: Quantity) -> Match | None:
    """What a quantity tells without a predicate: yearly money, or a great mass of people."""
    cost = COSTS["suggested by the noun"]
    near = (
        tokens[quantity.after : quantity.after + 4]
        + tokens[max(quantity.first - 4, 0) : quantity.first]
    )
    ours = any(t.is_a("topic") for t in tokens)
    sites = ours or any(t.value("head") == "site" for t in tokens)
    if quantity.unit == "money" and sites and any(t.is_a("yearly") for t in near):
        return Match("proceeds", -1, cost, "an amount by the year")
    large = (quantity.interval.low or 0) >= STOCK
    if quantity.unit == "person" and large and ours and not quantity.elliptic:
        return Match("trafficked", -1, cost, "a mass of people, nothing else said")
    return None


def _reach(tokens: list[Token], quantity: Quantity, others: list[Quantity]) -> range:
    """The tokens whose predicates can speak of a quantity.

    "Of the 1,746 detained, 1,303 have been deported": what the opening phrase takes parts from
    has its own predicate before the comma, the parts have theirs behind it.
    """
    whole = range(len(tokens))
    clause = _clause_of_whole(tokens, quantity, others)
    if clause:
        return clause
    for base in others:
        if has(tokens, base.after, "among") and base.first <= quantity.first:
            ahead = range(base.after + 1, len(tokens))
            return range(base.after) if quantity is base else ahead
    base = others[0] if others else quantity
    closed = next((n for n in range(base.first, 0, -1) if tokens[n - 1].norm == ","), 0)
    opens = range(max(base.first - 3, closed), base.first)
    opening = any(tokens[n].is_a("prep") or tokens[n].is_a("part") for n in opens)
    if not opening or base.first > _OPENING:
        return whole
    if any(e.value != "origins" for t in tokens[: base.first] for e in t.predicates):
        return whole
    end = others[1].first if len(others) > 1 else len(tokens)
    comma = next((n for n in range(base.after, end) if tokens[n].norm == ","), -1)
    if len(others) < 2 and not _of_whom(tokens, base, comma):
        return whole
    if comma < 0 or base.unit != quantity.unit:
        return whole
    return range(comma) if quantity is base else range(comma, len(tokens))


def _clause_of_whole(
    tokens: list[Token], quantity: Quantity, others: list[Quantity]
) -> range | None:
    """The tokens that tell of the group a part is taken from, or of that part; None for neither.

    "Four of the 63 Koreans held there were flown home": the first verb tells of the 63, the last
    one of the four.
    """
    for part, group in pairwise(others):
        between = tokens[part.after : group.first]
        linked = 0 < len(between) <= _LINKED and part.number.value < group.number.value
        if quantity not in (part, group) or part.unit != group.unit or not linked:
            continue
        if not all(t.is_a("part") or t.value("prep") == "of" for t in between):
            continue
        near = range(group.after, min(group.after + _LINKED + 1, len(tokens)))
        verb = next((n for n in near if tokens[n].predicates), -1)
        main = range(verb + 1, len(tokens))
        if verb >= 0 and any(tokens[n].predicates for n in main):
            return range(group.first, verb + 1) if quantity is group else main
    return None


_LINKED: Final = 2
"""Tokens from a part to its group, or from the group to a verb that describes it."""


def _of_whom(tokens: list[Token], base: Quantity, comma: int) -> bool:
    """Whether "of the 771 people whom the police rounded up," has a predicate of its own."""
    before = tokens[max(base.first - 1, 0)]
    if not before.is_a("part") and before.value("prep") not in ("of", "from", "with"):
        return False
    clause = tokens[base.after : max(comma, base.after)]
    return any(t.predicates for t in clause)


_OPENING: Final = 6
"""Tokens before the count in a phrase that opens a sentence: "So far, of the 525 …"."""


def _fits(tokens: list[Token], at: int, entry: Entry, quantity: Quantity) -> bool:
    """Whether a predicate can speak of such a quantity at all."""
    if not of_unit(entry, quantity.unit):
        return False
    frame = frame_of(entry.extra)
    if entry.value == "-" and quantity.unit == "money" and frame.unit != "money":
        return False
    if entry.value == "-" and at < quantity.first and has_mark(tokens, at + 1, ","):
        # "Having heard them, police counted 21 victims": the verb has its object before it.
        return False
    if entry.value == "-" and frame.name != "act" and has(tokens, at + 1, "suspect"):
        # "fraud suspects": what they did, no verb.
        return False
    return not frame.behind or entry.cls == "split" or follows(tokens, at, frame.behind)


def _of_a_tally(tokens: list[Token], at: int, quantity: Quantity, entry: Entry) -> bool:
    """Whether the predicate at `at` is no verb of what is counted.

    It is the noun of a group ("the convicts, 50 Chinese"), or its object is a total that only
    leads to the number: "bringing the two-day total to 809".
    """
    noun = tokens[at].is_a("head") and has(tokens, at - 1, "det")
    if noun and entry.extra.startswith(("act", "both")):
        return True
    if not quantity.elliptic or at >= quantity.first or quantity.first - at > _TALLY:
        return False
    between = tokens[at + 1 : quantity.first]
    tally = next((n for n, t in enumerate(between) if t.is_a("tally")), len(between))
    return any(t.is_a("amount") for t in between[tally + 1 :])


_TALLY: Final = 8
"""Tokens from a verb to the number that its total comes to."""
