"""Whether a count goes on with what was told before it, or has a predicate of its own."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.clauses import of_some
from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.match import Match
from headcount.extract.assembly.partitives import only_describes, opener_of
from headcount.extract.assembly.predicates import STOCK
from headcount.extract.assembly.sums import breaks_down
from headcount.extract.assembly.told import Told
from headcount.extract.assembly.verbs import are_those, says_other, tells_other
from headcount.extract.families import BACKGROUND, MOVES
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.quantity import Quantity, dwarfs
from headcount.extract.mentions.tokens import Token

CLOSE: Final = 9.0
"""A predicate this cheap belongs to a part itself, whatever its whole did."""


def continues(
    context: Context,
    quantity: Quantity,
    match: Match | None,
    other: tuple[str, Draft],
    before: Told,
) -> bool:
    """Whether a quantity takes the kind of what it continues rather than a predicate's.

    `other` is how it continues ("part", "more", "sum") and what.
    """
    relation, source = other
    if _takes_over(context, quantity, match, other):
        return True
    if relation != "part":
        return False
    run = next(r for r in context.runs if quantity in r.members)
    return (
        _as_listed(run, match, before)
        or _adds_up(run, match, source)
        or breaks_down(context, run, source)
        or _told_ahead(context, run, quantity, match, source)
    )


def _takes_over(
    context: Context, quantity: Quantity, match: Match | None, other: tuple[str, Draft]
) -> bool:
    """Whether the predicate found is too far off, or tells of something else."""
    relation, source = other
    if relation == "sum":
        return True
    if match is None:
        if relation == "more" and says_other(context.sentence.tokens, quantity):
            return False
        elsewhere = relation == "more" and source.context is not context
        if elsewhere and tells_other(context.sentence.tokens, quantity):
            return False
        return quantity.unit != "person" or not dwarfs(quantity, source.quantity, STOCK)
    if relation == "part" and source.context is context and _inserted(context, quantity, source):
        return True
    run = next(r for r in context.runs if quantity in r.members)
    some = relation == "part" and of_some(context.sentence.tokens, run, match.at)
    if some or only_describes(context, quantity, match, other):
        return True
    if relation == "part" and _lived_through(context, quantity, match, source):
        return True
    if relation == "part" and _tells_a_part(context, quantity, match):
        return False
    if relation == "part" and match.cost > CLOSE:
        return True
    if relation == "more" and (
        _there_are(context, quantity, match, source) or _of_those(context, quantity, match, source)
    ):
        return True
    return quantity.elliptic and match.cost > 14 and match.kind != "-"


def _lived_through(context: Context, quantity: Quantity, match: Match, source: Draft) -> bool:
    """Whether a relative clause only tells what those taken out had been through.

    "Hundreds were rescued, among them 400 Filipinos, who were made to defraud": they were rescued.
    """
    if match.kind not in BACKGROUND or source.kind in BACKGROUND or match.at < quantity.after:
        return False
    return any(t.is_a("rel") for t in context.sentence.tokens[quantity.after : match.at])


def _tells_a_part(context: Context, quantity: Quantity, match: Match) -> bool:
    """Whether a verb far behind a part still is its own: no other count or clause between."""
    if match.kind == "-" or match.at < quantity.after:
        return False
    verb = context.sentence.tokens[match.at]
    frames = {frame_of(e.extra).name for e in verb.predicates if e.value == match.kind}
    if not match.passive and frames.isdisjoint(("subj", "state")):
        return are_those(context.sentence.tokens[quantity.after : match.at])
    if any(quantity.after <= q.first < match.at for q in context.quantities):
        return False
    between = context.sentence.tokens[quantity.after : match.at]
    if any(t.is_a("rel") or t.norm in ";:" for t in between):
        return False
    return not (between and between[-1].is_a("bad") and between[-1].is_a("body"))


def _inserted(context: Context, quantity: Quantity, whole: Draft) -> bool:
    """Whether commas set a part off in its whole's clause: "21 people, including six women, …".

    Those of a nationality are set off where the whole has its verb before it: "expelled 131,
    including 100 Thais, who were caught there".
    """
    tokens, n = context.sentence.tokens, quantity.first - 1
    if n < 1 or quantity.after >= len(tokens) or not tokens[n].is_a("part"):
        return False
    told = whole.match is not None and 0 <= whole.match.at < whole.quantity.first
    if not quantity.group and not (told and whole.quantity.after <= n <= whole.quantity.after + 1):
        return False
    return tokens[n - 1].norm == "," and tokens[quantity.after].norm == ","


def _as_listed(run: Run, match: Match | None, before: Told) -> bool:
    """Whether the last of a list did as its whole, and the verb behind is as far from all of it.

    "37 were held, including 28 Chinese and 5 Thais; the case goes to court".
    """
    last = before.drafts[-1]
    listed = last.quantity in run.members and last.match is None and last.whole is not None
    return listed and match is not None and match.at >= run.after


def _adds_up(run: Run, match: Match | None, whole: Draft) -> bool:
    """Whether a list adds up to those told before, and its verb only tells what they had been.

    "47 flew home. The group, 45 men and two women, had been made to defraud".
    """
    counts = [q.interval.low or 0 for q in run.members]
    past = match is not None and match.kind in BACKGROUND and whole.kind not in BACKGROUND
    # "283 flew home … A plane took out 266 men and 17 women": the same, by another verb.
    moved = all(q.group for q in run.members) and whole.kind in MOVES
    return (past or moved) and len(counts) > 1 and sum(counts) == whole.quantity.interval.low


def _there_are(context: Context, quantity: Quantity, match: Match, source: Draft) -> bool:
    """Whether a figure is only said to be there beside a stock of people: as many more of them.

    "120,000 are held in Myanmar, while in Cambodia there are 100,000": held, not employed.
    """
    if source.context is not context or source.kind not in BACKGROUND or match.at < 0:
        return False
    frames = {frame_of(e.extra).name for e in context.sentence.tokens[match.at].predicates}
    bare = not (quantity.nations or quantity.weak or quantity.kind)
    return bare and match.kind == "working" and frames == {"exist"}


def _of_those(context: Context, quantity: Quantity, match: Match, source: Draft) -> bool:
    """Whether a participle right behind the count before it describes only those.

    "58 lured abroad were brought home and another 43 are due": 43 are to come home, too.
    """
    if source.context is not context or source.match is None or source.kind == match.kind:
        return False
    after = source.quantity.after
    if not context.sentence.tokens[quantity.first - 1].is_a("conj"):
        return False
    return source.match.at < after <= match.at <= after + 1 and not match.passive


def _told_ahead(
    context: Context, run: Run, quantity: Quantity, match: Match | None, source: Draft
) -> bool:
    """Whether a verb stands ahead of the word that opens the parts of what its sentence counts.

    "270 were deported after a raid, among them 73 Vietnamese": what befell the whole did the parts.
    """
    opener = opener_of(context, run, quantity)
    if match is None or source.context is not context:
        return False
    if quantity.partitive and context.sentence.tokens[quantity.first - 1].kind != "m":
        return False
    ahead = source.quantity.after <= match.at < opener and match.kind != "-"
    return ahead and not _rules(context.sentence.tokens, match, opener)


def _rules(tokens: list[Token], match: Match, opener: int) -> bool:
    """Whether an active verb right before the word that opens parts has them as its object.

    So scripts without spaces put it: "300 were held, police sent home of them 200".
    """
    frames = {frame_of(e.extra).name for e in tokens[match.at].predicates if e.value == match.kind}
    if match.passive or frames.isdisjoint(("act", "both")) or not tokens[opener].glued:
        return False
    return all(t.is_a("adv") or t.is_a("have") for t in tokens[match.at + 1 : opener])
