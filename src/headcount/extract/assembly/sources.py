"""What a quantity continues: the total it is a part of, the counts it adds to or sums up."""

from __future__ import annotations

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.tables import group_above
from headcount.extract.assembly.told import Told
from headcount.extract.mentions.bare import has_mark, numbered
from headcount.extract.mentions.bare_places import place_opens
from headcount.extract.mentions.frames import followed
from headcount.extract.mentions.nouns import Phrase, has, note_head
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN

_BACK = 4
"""Sentences that an inherited kind may reach back over."""


def source_of(
    context: Context, run: Run, quantity: Quantity, before: Told
) -> tuple[Draft | None, str]:
    """The draft that a quantity continues, and how: "part", "more", "sum" or ""."""
    tokens = context.sentence.tokens
    if quantity.unit == "country":
        return None, ""
    near = before.since(context.index - _BACK)
    earlier = [d for d in near if d.quantity.unit == quantity.unit]
    total, relation = _arithmetic(context, run, quantity, before)
    if total is not None:
        return total, relation
    same = [d for d in earlier if d.context is context]
    if not earlier:
        return None, ""
    whole = _taken_from(context, quantity, before) or _told_whole(context, run, quantity, earlier)
    if whole is not None:
        return whole, "part"
    again = before.counting(quantity.unit, quantity.interval.low) if quantity.definite else None
    if again is not None and not quantity.added and quantity.number.value >= _SUMMED:
        return again, "more"
    last = _room_for(run, quantity, before) or earlier[-1]
    if quantity.group and not last.quantity.group and _smaller(quantity, last):
        return last, "part"
    if quantity.group and last.quantity.group:
        return last, "more"
    if run.members[0] is not quantity and same:
        return same[-1], "more"
    if quantity.added or quantity.elliptic:
        among = _named_among(quantity, earlier)
        return among or last, "part" if among or quantity.partitive else "more"
    if quantity.unit == "person" and (quantity.nations or quantity.group):
        return last, "part" if _opened(context, quantity, last) else "more"
    if _told_again(tokens, quantity) or (same and place_opens(tokens, quantity.first - 1) > 0):
        return last, "more"
    return None, ""


def _named_among(quantity: Quantity, earlier: list[Draft]) -> Draft | None:
    """The count of people of no one nationality that a bare number with one is taken from.

    "343 people were arrested. 78 are Indian": nothing else says whom the 78 are of.
    """
    if not quantity.elliptic or quantity.added or not quantity.nations:
        return None
    whole = _whole(quantity, earlier)
    if whole is None or whole.quantity.nations not in ((), (FOREIGN,)):
        return None
    return whole if _smaller(quantity, whole) else None


def _told_whole(
    context: Context, run: Run, quantity: Quantity, earlier: list[Draft]
) -> Draft | None:
    """What a quantity that the text presents as a part is a part of: told before its opener."""
    parted = opener_of(context, run, quantity)
    if parted < 0:
        return _beside_parts(context, quantity, [d for d in earlier if d.context is context])
    here = [d for d in earlier if d.context is context and d.quantity.first < parted]
    beside = here[-1].whole if here and here[-1].quantity.partitive else None
    if quantity.partitive and beside is not None and _smaller(quantity, beside):
        return beside
    pool = here or [d for d in earlier if d.context is not context]
    pool = [d for d in pool if _may_be_of(run, d)] or pool
    if quantity.partitive:
        return _whole(quantity, pool)
    if quantity is not run.members[0]:
        first = next((d.whole for d in earlier if d.quantity is run.members[0]), None)
        if first is not None and _smaller(quantity, first):
            return first
    return (
        _named(context, run, parted if here else 0, pool)
        or _roomy(run, pool)
        or _whole(quantity, pool)
    )


def _may_be_of(run: Run, whole: Draft) -> bool:
    """Whether a list names no people but those whom a count is of."""
    its = set(whole.quantity.nations) - {FOREIGN}
    return not its or all(its.issuperset(q.nations) for q in run.members)


def _named(context: Context, run: Run, opener: int, drafts: list[Draft]) -> Draft | None:
    """The last of the drafts, no part itself, of the kind named from `opener` to a list.

    "They arrested 160 and freed 52. Among the arrested were 88 Chinese": the 88 are of the 160.
    """
    between = context.sentence.tokens[opener : run.members[0].number.first]
    kinds = {e.value for t in between for e in t.predicates}
    for token in between:
        if token.is_a("head"):
            noun = Phrase(0)
            note_head(token, noun)
            kinds.add(noun.weak)
    alike = [d for d in drafts if d.kind in kinds and d.whole is None]
    return next((d for d in reversed(alike) if _smaller(run.members[0], d)), None)


def _roomy(run: Run, drafts: list[Draft]) -> Draft | None:
    """The last of the drafts, no part itself, that a whole list fits into; None for a single."""
    if len(run.members) < 2:
        return None
    needed = sum(q.interval.low or 0 for q in run.members)
    roomy = [
        d for d in drafts if d.whole is None and needed <= (d.quantity.interval.high or needed)
    ]
    return roomy[-1] if roomy else None


def _beside_parts(context: Context, quantity: Quantity, same: list[Draft]) -> Draft | None:
    """The whole of the parts told before in the sentence, if there is room in it for one more.

    "Of these, 387 are still held and four were charged": the word that opens the list holds on.
    """
    whole = same[-1].whole if same else None
    if quantity.unit != "person" or whole is None:
        return None
    parts = [d for d in same if d.whole is whole]
    opened = whole.quantity.after if whole.context is context else 0
    before = context.sentence.tokens[opened : parts[0].quantity.first]
    if not any(t.is_a("part") for t in before) and not parts[0].quantity.partitive:
        return None
    counts = [d.quantity.interval.low for d in parts] + [quantity.interval.low]
    room = whole.quantity.interval.low
    if room is None or quantity.interval.precision != "exact" or None in counts:
        return None
    return whole if sum(c for c in counts if c) <= room else None


def _taken_from(context: Context, quantity: Quantity, before: Told) -> Draft | None:
    """The count that a sentence takes its numbers from: "of the 86 people, 27 … and 39 …"."""
    tokens = context.sentence.tokens
    opens = next((q for q in context.quantities if q.first < quantity.first), None)
    if opens is None or opens.first != 1 or opens.unit != quantity.unit or not opens.definite:
        return None
    if tokens[0].value("prep") not in ("of", "from") or opens.interval.low is None:
        return None
    if any(t.norm == ";" for t in tokens[opens.after : quantity.first]):
        return None
    whole = before.counting(quantity.unit, opens.interval.low)
    return whole if whole is not None and _smaller(quantity, whole) else None


def _bracketed(context: Context, quantity: Quantity, before: Told) -> Draft | None:
    """The count right before brackets that only break it down: "550 people (220 in 2024, …)"."""
    tokens = context.sentence.tokens
    opened = -1
    for n in range(quantity.first - 1, -1, -1):
        if tokens[n].norm == ")" or tokens[n].predicates:
            return None
        if tokens[n].norm == "(":
            opened = n
            break
    for draft in reversed(before.since(context.index)):
        if draft.quantity.unit != quantity.unit:
            continue
        if draft.quantity.after <= opened <= draft.quantity.after + 1:
            return draft if _smaller(quantity, draft) else None
    return None


def breaks_down(context: Context, run: Run, source: Draft) -> bool:
    """Whether a list of peoples, set apart by a mark, tells who a count of its sentence is made of.

    "They deported 224 people caught in the city (64 Ugandans, 38 Indians and 33 Malaysians)".
    """
    tokens = context.sentence.tokens
    if source.context is not context or len(run.members) < 2 or run.first < 1:
        return False
    if any(len(q.nations) != 1 or q.unit != "person" for q in run.members):
        return False
    opened = tokens[run.first - 1].norm in _OPENS and source.quantity.after < run.first
    closed = run.after >= len(tokens) or tokens[run.after].kind == "m"
    its = source.quantity
    total = sum(q.interval.low or 0 for q in run.members)
    fits = its.unit == "person" and its.nations in ((), (FOREIGN,)) and not its.group
    return opened and closed and fits and total <= (its.interval.low or 0)


_OPENS = frozenset(("(", ":", "-", "–", "—", ","))
"""Marks that set such a list apart."""


def same_again(tokens: list[Token], quantity: Quantity, before: Told) -> Draft | None:
    """The last draft of the unit where the text says the same of more: "seven others followed"."""
    if not followed(tokens, quantity.after):
        return None
    return before.of_unit(quantity.unit)


def _room_for(run: Run, quantity: Quantity, before: Told) -> Draft | None:
    """The last whole that a list of peoples fits into, where the count just before is too small."""
    if not quantity.nations or quantity.unit != "person":
        return None
    needed = sum(q.interval.low or 0 for q in run.members)
    last = before.last_group()
    if last is None or (last.quantity.interval.low or 0) >= needed or last.quantity.nations:
        return None
    return before.group_of(needed)


def _told_again(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether somebody only names a count of people: "the militia speaks of 10,000 people"."""
    if quantity.unit != "person" or not quantity.first:
        return False
    if not tokens[quantity.first - 1].is_a("prep"):
        return False
    for n in range(quantity.first - 1, max(quantity.first - 6, -1), -1):
        if tokens[n].is_a("say"):
            return True
        told = any(e.value != "origins" for e in tokens[n].predicates)
        if told or tokens[n].is_a("rel") or tokens[n].norm in ";:":
            return False
    return False


def _arithmetic(
    context: Context, run: Run, quantity: Quantity, before: Told
) -> tuple[Draft | None, str]:
    """What a quantity continues by count alone: what it sums up, what its list adds up to, or what
    its brackets break down."""
    table = group_above(context, quantity, before)
    if table is not None:
        return table, "part"
    summed = _sum_of(quantity, before.drafts)
    if summed is not None:
        return summed, "sum"
    here = before.since(run.members[0].sentence)
    first = next((d for d in here if d.quantity is run.members[0]), None)
    if first is not None and first.rule == "sum":
        return first, "part"
    listed = next((d for d in here if breaks_down(context, run, d)), None)
    total = _total(context, run, before)
    return total or _bracketed(context, quantity, before) or listed, "part"


def _opened(context: Context, quantity: Quantity, whole: Draft) -> bool:
    """Whether a colon opens the list that the quantity stands in, as one of parts of `whole`.

    Behind a colon that closes a clause of its own ("Raid in Bavet: 40 Thais held") another
    operation is told, not who the people of a sentence before were.
    """
    tokens = context.sentence.tokens
    colon = next((n for n in range(quantity.first) if tokens[n].norm == ":"), -1)
    if colon < 0 or whole.context is context:
        return colon >= 0
    return not any(t.predicates and not t.is_a("prep") for t in tokens[:colon])


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


def _total(context: Context, run: Run, before: Told) -> Draft | None:
    """The draft whose count a whole list adds up to: no better sign of what it breaks down.

    That a list adds up to people of another nation is chance, and so it is where the sentence says
    what it is a part of: "they freed 52 workers, including 19 Indonesians and 12 Filipinos".
    """
    counts = [q.interval.low for q in run.members if q.interval.precision == "exact"]
    if len(counts) < 2 or len(counts) < len(run.members):
        return None
    total = before.counting(run.members[0].unit, sum(c for c in counts if c is not None))
    if total is None:
        return None
    if not _may_be_of(run, total):
        return None
    if total.context is context:
        return total
    parted = opener_of(context, run, run.members[0])
    here = [d for d in before.since(context.index) if d.quantity.after <= parted]
    return None if any(_smaller(q, d) for q in run.members[:1] for d in here) else total


def opener_of(context: Context, run: Run, quantity: Quantity) -> int:
    """Where the text says that the quantity is a part of one told before, -1 where it does not.

    That is the number itself of "28 of them"; "of them" behind another number is that one's own,
    and others are told beside it.
    """
    if quantity.partitive:
        return quantity.number.first
    tokens = context.sentence.tokens
    for n in range(run.members[0].number.first - 1, max(run.first - _OPENER, -1), -1):
        token = tokens[n]
        if token.is_a("part") and not _asserts(tokens, n, quantity):
            owner = next((q for q in context.quantities if q.number.after <= n < q.after), None)
            if owner is None:
                return n
            return -1 if quantity.added else owner.first
        if token.kind == "m" and token.norm not in ",(:“”":
            return -1
    return -1


_OPENER = 7
"""Tokens back from a number to the word that makes it a part."""


def _asserts(tokens: list[Token], n: int, quantity: Quantity) -> bool:
    """Whether "there are", "había" at `n` is an auxiliary, or tells of a group of another kind.

    "En total, hay 167 detenidos" breaks down nothing, "había 49 mujeres" does.
    """
    if not tokens[n].is_a("have") and all(e.extra[:5] != "exist" for e in tokens[n].predicates):
        return False
    described = quantity.group or quantity.nations or quantity.elliptic
    return has(tokens, n + 1, "pred") or bool(quantity.weak or quantity.kind) or not described


def divided(context: Context, quantity: Quantity, before: Told) -> Draft | None:
    """The whole that a number without a noun is taken from, where its predicate is its own.

    "Of the 230, 40 were charged and 14 deported": the sentence opens with the whole; "49 of them
    were charged and 16 deported": the part before is one of the same whole.
    """
    if not quantity.elliptic or quantity.added or quantity.definite:
        return None
    told = [d for d in before.since(context.index - _BACK) if d.quantity.unit == quantity.unit]
    if _of_the_whole(context.sentence.tokens, quantity):
        wholes = [d for d in told if d.whole is None]
    else:
        here = [d for d in told if d.context is context and d.quantity.elliptic]
        first = next((d.whole for d in here if d.whole is not None), None)
        wholes = [first] if first is not None and first.context is not context else []
    return next((d for d in reversed(wholes) if _smaller(quantity, d)), None)


def _of_the_whole(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a sentence opens with "of them" or "of the 230" and the number stands behind."""
    n = 0
    while has(tokens, n, "conj") or has(tokens, n, "adv"):
        n += 1
    if has(tokens, n, "part"):
        return n < quantity.first
    if not has(tokens, n, "prep") or tokens[n].value("prep") not in ("of", "from"):
        return False
    n += 1 + has(tokens, n + 1, "det")
    return numbered(tokens, n) and n < quantity.first - 1 and has_mark(tokens, n + 1, ",")


def _smaller(quantity: Quantity, draft: Draft) -> bool:
    whole = draft.quantity.interval
    low = quantity.interval.low or 0
    open_ended = whole.high is None and low <= _OPEN * (whole.low or 0)
    vague = draft.quantity.number.shape == "vague"
    return open_ended or vague or (whole.high is not None and low < whole.high)


_OPEN = 2
"""A count said to be more than a number is hardly more than so many times as many."""


def _whole(quantity: Quantity, drafts: list[Draft]) -> Draft | None:
    """The draft that a part breaks down: the last one that is larger and no part itself."""
    for draft in reversed(drafts):
        if _smaller(quantity, draft) and (draft.whole is None or not draft.quantity.nations):
            bare = draft.quantity.partitive or (draft.quantity.elliptic and quantity.elliptic)
            if draft.whole is not None and (draft.rule == "part" or bare):
                continue
            return draft
    return drafts[-1].whole if drafts else None
