"""Which of the times that a sentence tells is the day of a figure."""

from __future__ import annotations

from datetime import date
from typing import Final

from headcount.days import LONGEST_MONTH
from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.joints import ANOTHER_CLAUSE, opened_for, own_clause
from headcount.extract.attributes.announced import announces, of_ground
from headcount.extract.families import ACTED, HARM, MET, OPERATIONS, STANDING
from headcount.extract.mentions.frames import frame_of, to_come
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.timewords import TimeMention, class_of
from headcount.extract.mentions.tokens import Sentence, Token
from headcount.languages.scripts import caseless

_FAR: Final = 60
"""Cost from which on a time in the sentence is told of something else."""


def time_of(draft: Draft, published: date | None) -> TimeMention | None:
    """The time expression that dates the predicate: not the day of the announcement."""
    tokens = draft.context.sentence.tokens
    best: tuple[float, TimeMention] | None = None
    clause = own_clause(draft)
    parted = any(mention.first in clause for mention in draft.context.times)
    for mention in draft.context.times:
        ends = [t.after for t in draft.context.times if t is not mention]
        opened = opened_for(draft.context, mention.first, mention.after, ends)
        later = opened is not None and opened.first > draft.quantity.first
        if later or _of_another(draft, mention) or _ahead(draft, mention, published):
            continue
        gap = min(abs(mention.first - draft.focus), abs(mention.first - draft.quantity.after))
        low, high = sorted((mention.first, draft.focus))
        between = _without_insertion(tokens[low:high])
        gap -= high - low - len(between)
        cost = gap + 5.0 * sum(1 for t in between if t.kind == "m" and t.norm in ";:—–(")
        cost += 4.0 * sum(1 for t in between if t.is_a("rel"))
        cost += 2.0 * sum(1 for t in between if t.norm == ",")
        if parted and mention.first not in clause:
            cost += ANOTHER_CLAUSE
        if opened is draft.quantity or _own(draft, mention):
            cost = 0.0
        if best is None or cost < best[0]:
            best = (cost, mention)
    if best is None:
        return next((t for t in draft.context.times if t.role == "recent"), None)
    return best[1] if best[0] <= _FAR else None


def _of_another(draft: Draft, mention: TimeMention) -> bool:
    """Whether the words tell a time of something else than what the figure counts."""
    if mention.role == "recent" or (mention.gap and not _follows(draft, mention)):
        return True
    return of_ground(draft.context, mention) or any(
        tells(draft, mention)
        for tells in (
            announces,
            _of_plan,
            _of_sentence,
            _before_plan,
            _of_count_before,
            _of_part,
            _of_stage_before,
            _of_judgment,
            _of_clause_behind,
            _compared,
        )
    )


def _of_clause_behind(draft: Draft, mention: TimeMention) -> bool:
    """Whether a clause behind a comma has the time: "jailed 9, who had been caught in May"."""
    tokens = draft.context.sentence.tokens
    told = max(draft.focus, draft.quantity.after)
    opens = next(
        (
            n
            for n in range(told, mention.first)
            if tokens[n].norm == "," and has(tokens, n + 1, "rel")
        ),
        mention.first,
    )
    return any(t.predicates and not t.is_a("prep") for t in tokens[opens : mention.first])


def _of_judgment(draft: Draft, mention: TimeMention) -> bool:
    """Whether a time is that of a judgment on it: "caused 14 deaths, and jailed 11 on Monday"."""
    if draft.kind not in HARM:
        return False
    tokens = draft.context.sentence.tokens
    judged = (n for n, t in enumerate(tokens) if any(e.value == "convicted" for e in t.predicates))
    return any(abs(mention.first - n) < abs(mention.first - draft.focus) for n in judged)


def _without_insertion(tokens: list[Token]) -> list[Token]:
    """The tokens without what two dashes set apart: "270 people—26 women among them—on Friday"."""
    dashes = [n for n, t in enumerate(tokens) if t.norm in ("–", "—")]
    if len(dashes) != _PAIR:
        return tokens
    return tokens[: dashes[0]] + tokens[dashes[1] + 1 :]


_PAIR: Final = 2


def _follows(draft: Draft, gap: TimeMention) -> bool:
    """Whether a count is what "a day after" leads to: no comma ends the phrase before it."""
    between = draft.context.sentence.tokens[gap.after : draft.quantity.first]
    return gap.first < draft.quantity.first and all(t.norm != "," or t.blank for t in between)


def _compared(draft: Draft, mention: TimeMention) -> bool:
    """Whether a time is that of what a count is compared with: "twice as many as a year before"."""
    tokens = draft.context.sentence.tokens
    for n in range(mention.first - 1, max(mention.first - _COMPARED, -1), -1):
        if tokens[n].is_a("than"):
            return not n < draft.quantity.number.first < mention.after
        if tokens[n].kind != "n" and not tokens[n].is_any(_SMALL):
            return False
    return False


_COMPARED: Final = 6
"""Tokens from a word that compares to the time of what it compares with."""

_SMALL: Final = frozenset(("prep", "det", "num", "hedge", "time", "classifier", "head"))
"""What stands between them: the number compared with, its noun, prepositions, articles."""


def _ahead(draft: Draft, mention: TimeMention, published: date | None) -> bool:
    """Whether a time is that to come from the report on, and so tells nothing of what was done."""
    start, end = mention.days
    if published is None or start is None or end is None or draft.scope == "planned":
        return False
    return mention.role == "at" and start == published and end > published


def _of_sentence(draft: Draft, mention: TimeMention) -> bool:
    """Whether a length of time is what a court gave: "jailed five men for 20 years"."""
    if draft.kind != "convicted":
        return False
    told = {class_of(draft.context.sentence.tokens, n) for n in range(mention.first, mention.after)}
    return "unit" in told and told.isdisjoint(_RELATIVE)


_RELATIVE: Final = frozenset(("last", "this", "ago", "early", "part", "first"))
"""What makes a length of time one that ends with the report, or is told within a year."""


def _of_plan(draft: Draft, mention: TimeMention) -> bool:
    """Whether a plan told behind what was done has the time: "33 flew home; 29 will on Monday"."""
    if draft.scope == "planned":
        return False
    between = draft.context.sentence.tokens[max(draft.focus, draft.quantity.after) : mention.first]
    return any(to_come(token) and not token.is_a("hedge") for token in between)


def _of_count_before(draft: Draft, mention: TimeMention) -> bool:
    """Whether a stretch of time is that of a count told before those who are still there.

    "Since May 600 have come home and 2,000 are still held": they are now, not since May.
    """
    if draft.kind not in STANDING or mention.role not in ("since", "span"):
        return False
    first = draft.quantity.first
    return any(mention.after <= q.first < first for q in draft.context.quantities)


def _of_part(draft: Draft, mention: TimeMention) -> bool:
    """Whether a time is that of a part told behind a count, and not the count's own."""
    part = part_dated(draft.context, mention)
    return part is not None and part.first >= draft.quantity.after


def part_dated(context: Context, mention: TimeMention) -> Quantity | None:
    """The part that a time is told of: "360 in all, including 60 freed in May"; None for none.

    A mark behind the part ends what is told of it.
    """
    tokens = context.sentence.tokens
    for part in context.quantities:
        if not 0 < part.first < mention.first:
            continue
        opened = tokens[part.first - 1].is_a("part") or tokens[part.first].is_a("part")
        if opened and all(t.kind != "m" for t in tokens[part.after : mention.first]):
            return part
    return None


def _before_plan(draft: Draft, mention: TimeMention) -> bool:
    """Whether a word makes a time one that is over, at which nothing planned happens.

    No weekday is "ago": there the word sets what is planned a term, "before Friday".
    """
    tokens = draft.context.sentence.tokens
    near = range(mention.first - 1, mention.after + 1)
    over = ("last",) if mention.weekday else ("last", "ago")
    return draft.scope == "planned" and any(class_of(tokens, n) in over for n in near)


def _of_stage_before(draft: Draft, mention: TimeMention) -> bool:
    """Whether a time is that of an earlier stage: "is to deport 88 arrested in Poipet on 1 March".

    The stage before describes those counted, behind them, and nothing stands between it and the
    time but where it was.
    """
    if draft.kind not in _LATER or mention.first < draft.quantity.after:
        return False
    tokens = draft.context.sentence.tokens
    for n in range(mention.first - 1, draft.quantity.after - 1, -1):
        token = tokens[n]
        if token.kind == "m" or token.is_a("conj") or n == draft.focus:
            return False
        if token.predicates:
            told = {e.value for e in token.predicates}
            if told == {"raided"}:
                continue
            first = not any(t.predicates for t in tokens[draft.quantity.after : n])
            # "50 left on Thursday, deported to …": a verb of its own describes nobody.
            finite = {frame_of(e.extra).name for e in token.predicates} == {"subj"}
            finite = finite and draft.focus > mention.first and not caseless(token.norm)
            return first and bool(told & MET) and draft.kind not in told and not finite
    return False


_LATER: Final = frozenset(("deported", "repatriated", "transferred", "charged", "convicted"))
"""What becomes of people after they were found."""


def _own(draft: Draft, mention: TimeMention) -> bool:
    """Whether a time stands right behind a count that is one of several: "156 in March"."""
    tokens = draft.context.sentence.tokens
    between = tokens[draft.quantity.after : mention.first]
    told = 0 <= mention.first - draft.quantity.after <= _BESIDE
    if len(draft.context.quantities) < 2 or not told:
        return False
    return all(t.is_a("prep") or t.is_a("det") or t.is_a("time") for t in between)


_BESIDE: Final = 4
"""Tokens between a count and the time that is its own: "330 in the months from May to June"."""


def earlier(draft: Draft) -> bool:
    """Whether the text says that it tells of a time before: "Earlier, 40 …", "had earlier freed".

    The word opens the sentence, or stands right before the verb.
    """
    if any(t.gap and _follows(draft, t) for t in draft.context.times):
        return True
    tokens = draft.context.sentence.tokens
    if leads_back(draft.context.sentence):
        return True
    at = draft.match.at if draft.match is not None else -1
    for n in range(at - 1, max(at - _VERBAL, -1), -1):
        if tokens[n].is_a("before"):
            return not _counted_back(tokens, n)
        if not tokens[n].is_any(_VERB_GROUP):
            return False
    return False


def led_back(contexts: list[Context]) -> frozenset[int]:
    """The sentences whose paragraph has gone back to a time before, and tells no day since."""
    back: set[int] = set()
    gone, paragraph = False, -1
    for context in contexts:
        if context.sentence.paragraph != paragraph:
            gone, paragraph = False, context.sentence.paragraph
        if gone:
            back.add(context.index)
        # A time of a month at most ends what was told of a time before.
        if any((t.days.length or LONGEST_MONTH + 1) <= LONGEST_MONTH for t in context.times):
            gone = False
        elif leads_back(context.sentence):
            gone = True
    return frozenset(back)


def leads_back(sentence: Sentence) -> bool:
    """Whether a sentence opens with a word for a time before those told so far.

    So it does with such a group: "An earlier batch of 39 …", "In an earlier raid".
    """
    if "before" not in sentence.classes:
        return False
    tokens = sentence.tokens
    opens = next((n for n, t in enumerate(tokens) if not _small(t)), 0)
    return tokens[opens].is_a("before") and not _counted_back(tokens, opens)


def _small(token: Token) -> bool:
    """Whether a conjunction, an article or "in" stands there."""
    article = token.value("num") == "1" and token.entries["num"].extra == "article"
    return article or token.is_a("conj") or token.is_a("det") or token.value("prep") == "in"


def _counted_back(tokens: list[Token], n: int) -> bool:
    """Whether the word counts a time or compares: "earlier this week", "before 20 were freed"."""
    behind = tokens[n + 1] if n + 1 < len(tokens) else None
    if behind is None or (behind.kind == "m" or behind.is_a("have") or behind.predicates):
        return False
    return class_of(tokens, n + 1) != "" or behind.kind == "n" or behind.is_a("num")


_VERBAL: Final = 4
"""Tokens from a word for a time before to the verb that it goes with."""

_VERB_GROUP: Final = frozenset(("be", "have", "adv", "obj", "verb"))
"""What may stand between them."""


NO_LAST_DAY: Final = "0"
"""Value of words that make a running total without telling its last day: "in recent weeks"."""


def total_told(tokens: list[Token]) -> str:
    """The value of the word that makes a running total, "" when there is none.

    "Since" before something that is no day ("since the new government took office") is one.
    """
    late = ""
    for n, token in enumerate(tokens):
        entry = token.entries.get("time")
        if entry is None:
            continue
        if entry.extra == "total":
            return entry.value
        opens = n == 0 or tokens[n - 1].kind == "m"
        if opens and entry.extra == "since" and entry.value == "post":
            return "1"
        if entry.extra == "since" and entry.value == "1":
            if token.value("prep") in ("", "with"):
                return NO_LAST_DAY
            late = NO_LAST_DAY if opens and _no_place(tokens, token) else late
    return late


def _no_place(tokens: list[Token], since: Token) -> bool:
    """Whether a word that is "from" too leads to what happened: "depuis l'interdiction, …"."""
    at = tokens.index(since)
    behind = tokens[at + 1 : at + _PHRASE]
    end = next((n for n, t in enumerate(behind) if t.norm == ","), 0)
    if not end or not behind[0].is_a("det"):
        return False
    return all(not t.is_any(_GROUND) for t in behind[:end])


_PHRASE: Final = 9
"""Tokens of a phrase that opens a sentence, with its comma."""

_GROUND: Final = frozenset(("place", "country", "capital", "airport", "head"))


DONE: Final = ACTED | {"freed"}
"""What an operation does itself."""


def escape_only(tokens: list[Token], kind: str) -> bool:
    """Whether a sentence tells of people's escape alone: an operation was on another day."""
    told = {entry.value for token in tokens for entry in token.predicates}
    if kind not in DONE or "escaped" not in told or not told.isdisjoint(OPERATIONS):
        return False
    return any(t.is_a("people") or t.value("head") == "person" for t in tokens)
