"""What a quantity continues: the total it is a part of, the counts it adds to or sums up."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.partitives import may_be_of, opener_of, smaller, taken_apart
from headcount.extract.assembly.predicates import STOCK
from headcount.extract.assembly.sums import SUMMED, arithmetic, room_for, roomy
from headcount.extract.assembly.told import Told
from headcount.extract.families import BACKGROUND
from headcount.extract.mentions.bare import has_mark, numbered
from headcount.extract.mentions.bare_places import place_opens
from headcount.extract.mentions.frames import followed
from headcount.extract.mentions.nouns import Phrase, has, note_head
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN

_BACK: Final = 4
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
    row = _row_of_sex(context, quantity, earlier)
    total, relation = (row, "part") if row else arithmetic(context, run, quantity, before)
    if total is not None:
        return total, relation
    same = [d for d in earlier if d.context is context]
    if not earlier:
        return None, ""
    whole = _taken_from(context, quantity, before) or _told_whole(context, run, quantity, earlier)
    if whole is not None:
        return whole, "part"
    again = before.counting(quantity.unit, quantity.interval.low) if quantity.definite else None
    if again is not None and not quantity.added and quantity.number.value >= SUMMED:
        return again, "more"
    last = room_for(run, quantity, before) or earlier[-1]
    if quantity.group and not last.quantity.group and smaller(quantity, last):
        return (last, "part") if _of_one_people(quantity, last) else (None, "")
    if quantity.group and last.quantity.group:
        return last, "more"
    if run.members[0] is not quantity and same:
        return same[-1], "more"
    if quantity.added or quantity.elliptic:
        among = _named_among(quantity, earlier)
        return among or last, "part" if among or quantity.partitive else "more"
    if quantity.unit == "person" and (quantity.nations or quantity.group):
        return last, "part" if _opened(context, quantity, last) else "more"
    opens = place_opens(tokens, quantity.first - 1)
    beside = opens > 0 if same else opens >= 0 and _goes_on(context, quantity, last)
    alike = bool(same) and (_totalled(tokens, quantity) or _compared(tokens, quantity))
    if beside or alike or _told_again(tokens, quantity):
        return last, "more"
    return None, ""


def _compared(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether cases are what others are compared with: "330 cases, compared with 220 cases"."""
    return quantity.unit == "case" and has(tokens, quantity.first - 1, "than")


def _goes_on(context: Context, quantity: Quantity, last: Draft) -> bool:
    """Whether a mass of people is told right behind that of another country: "In Laos 50,000"."""
    near = context.index - last.context.index == 1 and last.kind in BACKGROUND
    paragraph = last.context.sentence.paragraph == context.sentence.paragraph
    return near and paragraph and (quantity.interval.low or 0) >= STOCK


def _of_one_people(quantity: Quantity, whole: Draft) -> bool:
    """Whether men or women of a nationality can be some of a group: not where it has another."""
    its = whole.quantity.nations
    return not quantity.nations or its in ((), (FOREIGN,)) or not set(quantity.nations) - set(its)


def _named_among(quantity: Quantity, earlier: list[Draft]) -> Draft | None:
    """The count of people of no one nationality that a bare number with one is taken from.

    "343 people were arrested. 78 are Indian": nothing else says whom the 78 are of.
    """
    if not quantity.elliptic or quantity.added or not quantity.nations:
        return None
    whole = _whole(quantity, earlier)
    if whole is None or whole.quantity.nations not in ((), (FOREIGN,)):
        return None
    return whole if smaller(quantity, whole) else None


def _told_whole(
    context: Context, run: Run, quantity: Quantity, earlier: list[Draft]
) -> Draft | None:
    """What a quantity that the text presents as a part is a part of: told before its opener."""
    parted = opener_of(context, run, quantity)
    if parted < 0:
        return _beside_parts(context, quantity, [d for d in earlier if d.context is context])
    here = [d for d in earlier if d.context is context and d.quantity.first < parted]
    beside = here[-1].whole if here and here[-1].quantity.partitive else None
    if quantity.partitive and beside is not None and smaller(quantity, beside):
        return beside
    pool = here or [d for d in earlier if d.context is not context]
    pool = [d for d in pool if may_be_of(run, d)] or pool
    if quantity.partitive:
        return _whole(quantity, pool)
    if quantity is not run.members[0]:
        first = next((d.whole for d in earlier if d.quantity is run.members[0]), None)
        if first is not None and smaller(quantity, first):
            return first
    return (
        _named(context, run, parted if here else 0, pool)
        or roomy(run, pool)
        or _whole(quantity, pool)
    )


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
    return next((d for d in reversed(alike) if smaller(run.members[0], d)), None)


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
    return whole if whole is not None and smaller(quantity, whole) else None


def _opens_with_verb(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether the verb stands before those who follow: "a week later there followed 84 more"."""
    n = quantity.first - 1
    while n > 0 and tokens[n].is_a("adv"):
        n -= 1
    n -= n > 0 and tokens[n].value("prep") == "by"
    return n >= 0 and tokens[n].is_a("alike") and quantity.unit == "person"


def same_again(tokens: list[Token], quantity: Quantity, before: Told) -> Draft | None:
    """The last draft of the unit where the text says the same of more: "seven others followed"."""
    if not (followed(tokens, quantity.after) or _opens_with_verb(tokens, quantity)):
        return None
    last = before.of_unit(quantity.unit)
    # "260 were handed over, eight of them hurt. Others will follow": to be handed over, not hurt.
    return last.whole if last is not None and quantity.added and last.whole else last


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


def _totalled(tokens: list[Token], quantity: Quantity) -> bool:
    """Whether a word for a total leads to a count: "bringing the total to 84 people"."""
    bare = quantity.unit == "person" and not quantity.weak
    led = tokens[max(quantity.number.first - _TOTAL, 0) : quantity.number.first]
    return bare and any(t.is_a("tally") and t.is_a("amount") for t in led)


_TOTAL: Final = 2
"""Tokens from "the total to" to its number."""


def _row_of_sex(context: Context, quantity: Quantity, earlier: list[Draft]) -> Draft | None:
    """Those of one people told right before whose sex is told: "149 Vietnamese, of whom 23 women".

    Behind a list of several peoples it is the sex of all of them.
    """
    row = earlier[-1] if earlier else None
    if row is None or not quantity.group or row.context is not context or row.quantity.group:
        return None
    run = next(r for r in context.runs if row.quantity in r.members)
    each = any(q.group and run.first < q.first < row.quantity.first for q in context.quantities)
    listed = len(run.members) > 1 and run.members[-1] is row.quantity and not each
    between = context.sentence.tokens[row.quantity.after : quantity.first]
    small = len(between) <= _ROW and not any(t.predicates and not t.is_a("part") for t in between)
    joined = any(t.is_a("conj") or t.norm == ";" for t in between)
    apart = listed or joined or not row.quantity.nations
    return row if small and not apart and smaller(quantity, row) else None


_ROW = 4
"""Tokens between a people and the sex of some of it: a mark, "of whom"."""


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


def divided(context: Context, quantity: Quantity, before: Told) -> Draft | None:
    """The whole that a number without a noun is taken from, where its predicate is its own.

    "Of the 230, 40 were charged and 14 deported": the sentence opens with the whole; "49 of them
    were charged and 16 deported": the part before is one of the same whole.
    """
    tokens, counts = context.sentence.tokens, context.quantities
    told = [d for d in before.since(context.index - _BACK) if d.quantity.unit == quantity.unit]
    groups = (q for q in counts if q.after <= quantity.first and taken_apart(tokens, q, counts))
    group = next(groups, None)
    if group is not None and (quantity.elliptic or has(tokens, quantity.head, "classifier")):
        same = [d for d in told if d.quantity.number.value == group.number.value]
        if same and smaller(quantity, same[-1]):
            return same[-1]
    if not quantity.elliptic or quantity.added or quantity.definite:
        return None
    if _of_the_whole(tokens, quantity):
        wholes = [d for d in told if d.whole is None]
    else:
        here = [d for d in told if d.context is context and d.quantity.elliptic]
        first = next((d.whole for d in here if d.whole is not None), None)
        wholes = [first] if first is not None and first.context is not context else []
    return next((d for d in reversed(wholes) if smaller(quantity, d)), None)


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


def _whole(quantity: Quantity, drafts: list[Draft]) -> Draft | None:
    """The draft that a part breaks down: the last one that is larger and no part itself."""
    for draft in reversed(drafts):
        if smaller(quantity, draft) and (draft.whole is None or not draft.quantity.nations):
            bare = draft.quantity.partitive or (draft.quantity.elliptic and quantity.elliptic)
            if draft.whole is not None and (draft.rule == "part" or bare):
                continue
            return draft
    return drafts[-1].whole if drafts else None
