"""What happened to those counted: a predicate of the sentence, or the kind of the whole.

A quantity without a predicate of its own inherits from the one that it continues: parts of a
list ("including 50 Pakistanis"), further numbers ("another 65"), men and women of a total. One
that continues nothing is left out.
"""

from __future__ import annotations

from dataclasses import replace

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.predicates import STOCK, find_predicate
from headcount.extract.assembly.weights import Match
from headcount.extract.families import BACKGROUND, MOVES, UNITS
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.quantities import Quantity, Refused, dwarfs
from headcount.extract.mentions.tokens import Sentence, Token

CLOSE = 9.0
"""A predicate this cheap belongs to a part itself, whatever its whole did."""

_BACK = 4
"""Sentences that an inherited kind may reach back over."""


def drafts_of(
    context: Context, before: list[Draft], echo: str
) -> tuple[list[Draft], list[Refused]]:
    """The drafts of one sentence in order, and the quantities left out with reasons.

    `before` holds the drafts of the sentences before, in order; `echo` is the kind that the
    sentences just before or the headline speak of, "" when they speak of none.
    """
    found: list[Draft] = []
    refused: list[Refused] = []
    for run in context.runs:
        for quantity in run.members:
            result = _draft(context, run, quantity, before + found, echo)
            if isinstance(result, Refused):
                refused.append(result)
            else:
                found.append(result)
    return found, refused


def _draft(
    context: Context, run: Run, quantity: Quantity, before: list[Draft], echo: str
) -> Draft | Refused:
    tokens = context.sentence.tokens
    if quantity.unit == "country":
        return _origins(context, quantity)
    reason = _nobody(tokens, quantity, before)
    if reason:
        return _out(quantity, reason)
    match = find_predicate(tokens, run, quantity, context.quantities)
    if match is None and quantity.elliptic and quantity.unit == "person":
        match = _of_sites(context, run, quantity, before)
    source, relation = _source(context, run, quantity, before)
    plain = match is not None and relation == "part" and _tells_a_part(context, quantity, match)
    if source is not None and not plain and _continues(quantity, match, relation, source):
        return _inherited(context, quantity, source, relation)
    if match is None:
        return _echoed(context, quantity, echo)
    if match.kind == "-":
        return _out(quantity, _note(tokens, match))
    if _negated(tokens, match, quantity):
        if match.kind not in MOVES and match.kind != "freed":
            return _out(quantity, "denied by the text")
        match = replace(match, kind="held", reason=f"not yet: {match.reason}")
    if match.kind == "held" and (quantity.interval.low or 0) >= STOCK:
        match = replace(match, kind="trafficked", reason=f"a mass of people {match.reason}")
    if quantity.elliptic and match.cost > 20:
        return _out(quantity, "counts nothing named")
    draft = Draft(context, quantity, match.kind, match, "predicate")
    draft.trace.append(f"kind {match.kind}: {match.reason}")
    draft.source = source
    if source is not None and relation == "part":
        draft.whole = source
    return draft


def _of_sites(
    context: Context, run: Run, quantity: Quantity, before: list[Draft]
) -> Match | None:
    """The predicate that only sites take, of a number without a noun behind counted sites.

    "Police raided 20 compounds. Twelve were sealed": then the number counts sites.
    """
    near = [d for d in before if context.index - d.context.index <= _SITES_BACK]
    if not near or near[-1].quantity.unit != "site" or quantity.nations or quantity.group:
        return None
    sites = replace(quantity, unit="site")
    match = find_predicate(context.sentence.tokens, run, sites, context.quantities)
    if match is None or match.kind == "-":
        return None
    quantity.unit = "site"
    return match


_SITES_BACK = 2
"""Sentences that sites told stay what a bare number counts."""


def _tells_a_part(context: Context, quantity: Quantity, match: Match) -> bool:
    """Whether a verb far behind a part still is its own: no other count or clause between."""
    if match.kind == "-" or match.at < quantity.after:
        return False
    verb = context.sentence.tokens[match.at]
    frames = {frame_of(e.extra).name for e in verb.predicates if e.value == match.kind}
    if not match.passive and frames.isdisjoint(("subj", "state")):
        return False
    told = [q.first for q in context.quantities]
    if any(quantity.after <= first < match.at for first in told):
        return False
    between = context.sentence.tokens[quantity.after : match.at]
    return not any(t.is_a("rel") or t.norm in ";:" for t in between)


def _continues(quantity: Quantity, match: Match | None, relation: str, source: Draft) -> bool:
    """Whether a quantity takes the kind of what it continues rather than a predicate's."""
    if relation == "sum":
        return True
    if match is None:
        return quantity.unit != "person" or not dwarfs(quantity, source.quantity, STOCK)
    if relation == "part" and match.cost > CLOSE:
        return True
    return quantity.elliptic and match.cost > 14 and match.kind != "-"


def _echoed(context: Context, quantity: Quantity, echo: str) -> Draft | Refused:
    """A counted people without a predicate: what the sentences just before speak of."""
    if echo and quantity.unit == "person" and (quantity.nations or quantity.group):
        draft = Draft(context, quantity, echo, None, "echo")
        draft.trace.append(f"kind {echo}: the sentences just before speak of it")
        return draft
    return _out(quantity, "no predicate says what happened to them")


def echo_of(sentences: list[Sentence]) -> str:
    """The kind of the last person predicate in `sentences` that is no background, "" for none."""
    for sentence in reversed(sentences):
        for token in reversed(sentence.tokens):
            for entry in token.predicates:
                kind = entry.value
                if kind in BACKGROUND or kind in ("-", "moved") or frame_of(entry.extra).plan:
                    continue
                if "person" in UNITS.get(kind, ("person",)):
                    return kind
    return ""


def _nobody(tokens: list[Token], quantity: Quantity, before: list[Draft]) -> str:
    """Why a quantity makes no claim whatever is said of it, "" when it may."""
    if _points_only(quantity, before):
        return "points to a few named before, counts nobody"
    if _disputed(tokens, quantity) or _none_of(tokens, quantity):
        return "denied by the text"
    if _agent(tokens, quantity):
        return "tells who did it, not to whom"
    return ""


def _agent(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether people stand between a passive marker and its verb: they are who did it.

    Only scripts without spaces have such a marker, and nothing between it and the number.
    """
    n, after = quantity.first - 1, quantity.after
    if n < 1 or quantity.unit != "person" or quantity.head < 0 or after >= len(tokens):
        return False
    marker = tokens[n].is_a("be") and not tokens[n].is_a("amount") and tokens[n + 1].glued
    return marker and any(e.extra.startswith(("both", "act")) for e in tokens[after].predicates)


def _none_of(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether "none of the 40", "no record of 200" leaves nobody."""
    n = quantity.first - 1
    if n < 1 or tokens[n].value("prep") != "of":
        return False
    return any(tokens[m].is_a("neg") for m in range(max(n - 2, 0), n))


def _disputed(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether somebody denies the clause of the quantity: "denied that 200 were held"."""
    for n in range(quantity.first - 1, max(quantity.first - 9, -1), -1):
        denial = tokens[n].is_a("dispute") or (tokens[n].is_a("neg") and tokens[n].is_a("say"))
        if denial:
            return any(t.is_a("rel") for t in tokens[n + 1 : quantity.first])
        if tokens[n].norm in ";:":
            return False
    return False


def _points_only(quantity: Quantity, before: list[Draft]) -> bool:
    """Whether a small definite number without a noun is a pronoun: "the two met in July"."""
    small = quantity.number.value <= _FEW and not quantity.number.digits
    if not (quantity.elliptic and quantity.definite and small and not quantity.added):
        return False
    return all(d.quantity.number.value != quantity.number.value for d in before)


def _out(quantity: Quantity, reason: str) -> Refused:
    return Refused(quantity.first, quantity.after, reason)


def _note(tokens: list[Token], match: Match) -> str:
    """The reason that the pack gives for a predicate whose numbers are no claims."""
    for entry in tokens[match.at].predicates:
        if entry.value == "-":
            return frame_of(entry.extra).reason or "no figure of the crisis"
    return "no figure of the crisis"


def _negated(tokens: list[Token], match: Match, quantity: Quantity) -> bool:
    """Whether the predicate is negated: a negation in its verb group."""
    if match.at < 0 or tokens[match.at].is_a("neg"):
        return False
    start = match.at - 1
    while start >= 0 and match.at - start <= 4:
        token = tokens[start]
        if token.is_a("neg"):
            return not quantity.first <= start < quantity.after and not token.is_a("hedge")
        if token.kind == "m" or start < quantity.after <= match.at:
            return False
        start -= 1
    return False


def _origins(context: Context, quantity: Quantity) -> Draft | Refused:
    """Countries or nationalities that the people come from."""
    if quantity.kind == "origins" or _come_from(context.sentence.tokens, quantity):
        draft = Draft(context, quantity, "origins", None, "origins")
        draft.trace.append("kind origins: countries that the people come from")
        return draft
    return _out(quantity, "countries, but not those that people come from")


_FEW = 3
"""Up to so many countries are those that act or confer, not those that people come from."""


def _come_from(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether countries are told as origins: "from 28 countries", "people of", "victims in"."""
    first = quantity.first
    if quantity.number.shape == "exact" and quantity.number.value <= _FEW:
        return False
    after = quantity.after
    behind = tokens[after : after + 1 + (after < len(tokens) and tokens[after].is_a("be"))]
    if any(e.value == "origins" for t in behind for e in t.predicates if e.extra[:4] != "noun"):
        return True
    if first == 0:
        return False
    reach = range(max(first - 6, 0), first)
    told = [n for n in reach if any(e.value == "origins" for e in tokens[n].predicates)]
    if any(not tokens[n].is_a("prep") for n in told):
        return True
    if _closes_list(tokens, first):
        return True
    link = tokens[first - 1].value("prep")
    people = [n for n in reach if tokens[n].value("head") == "person" or tokens[n].is_a("people")]
    if link == "from":
        return True
    if link == "of":
        return bool(people) and first - 1 - people[-1] <= 2
    return link == "in" and bool(people) and quantity.number.value >= 10


def _closes_list(tokens: list[Token], first: int) -> bool:
    """Whether countries close a list of those people come from: "from China and nine others"."""
    n = first - 1
    while n > 0 and (tokens[n].norm == "," or tokens[n].is_a("conj") or tokens[n].is_a("country")):
        n -= 1
    listed = any(t.is_a("country") for t in tokens[n + 1 : first])
    return listed and tokens[n].value("prep") == "from"


def _source(
    context: Context, run: Run, quantity: Quantity, before: list[Draft]
) -> tuple[Draft | None, str]:
    """The draft that a quantity continues, and how: "part", "more", "sum" or ""."""
    tokens = context.sentence.tokens
    earlier = [
        d
        for d in before
        if d.quantity.unit == quantity.unit and context.index - d.context.index <= _BACK
    ]
    if quantity.unit == "country" or not before:
        return None, ""
    total, relation = _arithmetic(run, quantity, before)
    if total is not None:
        return total, relation
    same = [d for d in earlier if d.context is context]
    if not earlier:
        return None, ""
    if _partitive(tokens, run, quantity):
        whole = _whole(quantity, same or earlier)
        if whole is not None:
            return whole, "part"
    last = _room_for(run, quantity, before) or earlier[-1]
    if quantity.group and not last.quantity.group and _smaller(quantity, last):
        return last, "part"
    if quantity.group and last.quantity.group:
        return last, "more"
    if run.members[0] is not quantity and same:
        return same[-1], "more"
    if quantity.added or quantity.elliptic:
        return last, "part" if quantity.partitive else "more"
    if quantity.unit == "person" and (quantity.nations or quantity.group):
        return last, "part" if _opened(tokens, quantity) else "more"
    if quantity.unit == "person" and _told_again(tokens, quantity):
        return last, "more"
    return None, ""


def _room_for(run: Run, quantity: Quantity, before: list[Draft]) -> Draft | None:
    """The last whole that a list of peoples fits into, where the count just before is too small."""
    if not quantity.nations or quantity.unit != "person":
        return None
    needed = sum(q.interval.low or 0 for q in run.members)
    counts = [d for d in before if d.quantity.unit == "person" and d.whole is None]
    wholes = [d for d in counts if (d.quantity.interval.low or 0) >= needed]
    fits = not counts or counts[-1] in wholes or counts[-1].quantity.nations
    return None if fits or not wholes else wholes[-1]


def _told_again(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether somebody only names a count of people: "the militia speaks of 10,000 people"."""
    if not quantity.first or not tokens[quantity.first - 1].is_a("prep"):
        return False
    for n in range(quantity.first - 1, max(quantity.first - 6, -1), -1):
        if tokens[n].is_a("say"):
            return True
        told = any(e.value != "origins" for e in tokens[n].predicates)
        if told or tokens[n].is_a("rel") or tokens[n].norm in ";:":
            return False
    return False


def _arithmetic(run: Run, quantity: Quantity, before: list[Draft]) -> tuple[Draft | None, str]:
    """What a quantity continues by count alone: what it sums up, or what its list adds up to."""
    summed = _sum_of(quantity, before)
    if summed is not None:
        return summed, "sum"
    first = next((d for d in before if d.quantity is run.members[0]), None)
    if first is not None and first.rule == "sum":
        return first, "part"
    return _total(run, before), "part"


def _opened(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a colon opens the list that the quantity stands in."""
    return any(t.norm == ":" for t in tokens[: quantity.first])


def _sum_of(quantity: Quantity, before: list[Draft]) -> Draft | None:
    """The last of the drafts of one kind that a definite number adds up: "the 554 people"."""
    if not quantity.definite or quantity.number.value < _SUMMED:
        return None
    alike = [d for d in before[-_SUMMANDS:] if d.quantity.unit == quantity.unit]
    for kind in dict.fromkeys(d.kind for d in reversed(alike)):
        told = [d for d in reversed(alike) if d.kind == kind]
        for size in range(2, len(told) + 1):
            if sum(d.quantity.number.value for d in told[:size]) == quantity.number.value:
                return told[0]
    return None


_SUMMED = 20
"""Smaller numbers add up by chance."""

_SUMMANDS = 8
"""Figures back that a number may add up."""


def _total(run: Run, before: list[Draft]) -> Draft | None:
    """The draft whose count a whole list adds up to: no better sign of what it breaks down."""
    counts = [q.interval.low for q in run.members if q.interval.precision == "exact"]
    if len(counts) < 2 or len(counts) < len(run.members):
        return None
    goal = sum(c for c in counts if c is not None)
    for draft in reversed(before):
        if draft.quantity.unit == run.members[0].unit and draft.quantity.interval.low == goal:
            return draft
    return None


def _partitive(tokens: list[Token], run: Run, quantity: Quantity) -> bool:
    """Whether the text presents the quantity as a part of one told before."""
    if quantity.partitive:
        return True
    for n in range(run.first - 1, max(run.first - 7, -1), -1):
        token = tokens[n]
        if token.is_a("part"):
            return True
        if token.kind == "m" and token.norm not in ",(:“”":
            return False
    return False


def _smaller(quantity: Quantity, draft: Draft) -> bool:
    whole = draft.quantity.interval
    low = quantity.interval.low or 0
    return whole.high is None or low < whole.high or draft.quantity.number.shape == "vague"


def _whole(quantity: Quantity, drafts: list[Draft]) -> Draft | None:
    """The draft that a part breaks down: the last one that is larger and no part itself."""
    for draft in reversed(drafts):
        if _smaller(quantity, draft) and (draft.whole is None or not draft.quantity.nations):
            if draft.whole is not None and draft.rule == "part":
                continue
            return draft
    return drafts[-1].whole if drafts else None


def _inherited(context: Context, quantity: Quantity, source: Draft, relation: str) -> Draft:
    draft = Draft(context, quantity, source.kind, None, relation, source=source)
    draft.whole = source if relation == "part" else source.whole
    if relation == "sum":
        draft.whole = None
    count = source.quantity.interval
    draft.trace.append(
        f"kind {source.kind}: "
        + ("part of " if relation == "part" else "continues ")
        + f"the {count.low}..{count.high} told before"
    )
    return draft
