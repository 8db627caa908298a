"""Times that tell when somebody spoke, not when it happened."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.mentions.bodies import marked
from headcount.extract.mentions.naming import Speaker
from headcount.extract.mentions.timewords import TimeMention, class_of
from headcount.extract.mentions.tokens import Sentence, Token
from headcount.languages.scripts import caseless


def of_speech(context: Context, mention: TimeMention) -> bool:
    """Whether a time stands right beside a verb of speech or what is held to speak."""
    tokens = context.sentence.tokens
    if not _a_day(mention):
        return False
    if any(_before_speech(tokens, speaker, mention) for speaker in context.speakers):
        return True
    if _closes_quote(tokens, mention):
        return True
    anchors = [s.at for s in context.speakers if not _begins(tokens, s.at, mention)]
    if any(_soon_behind(tokens, at, mention) for at in anchors):
        return True
    return any(_beside(tokens, at, mention) for at in (*anchors, *_briefings(context.sentence)))


def announces(draft: Draft, mention: TimeMention) -> bool:
    """Whether a time stands with the verb of speech ("said on Tuesday"), not with what happened.

    A comma parts them: in "were freed on Tuesday, the ministry said" the day is the freeing's.
    """
    tokens = draft.context.sentence.tokens
    nearest = abs(mention.first - draft.focus)
    # "Reckoned in 2023": an estimate is of the time at which it was made, and tells no other.
    if not _a_day(mention) and (draft.scope != "estimate" or mention.ranged):
        return False
    if _closes_quote(tokens, mention):
        return True
    if _counts_on(draft.context, mention):
        return False
    for speaker in draft.context.speakers:
        if _before_speech(tokens, speaker, mention):
            return True
        if _said_that(tokens, speaker.at, mention):
            return True
        if _told_behind(tokens, speaker.at, mention) or _begins(tokens, speaker.at, mention):
            continue
        between = tokens[speaker.at + 1 : mention.first]
        if _names_only(between) or (_a_day(mention) and _dated(between)):
            return True
        if _beside(tokens, speaker.at, mention) and abs(mention.first - speaker.at) <= nearest:
            return True
    return any(
        _beside(tokens, n, mention) and abs(mention.first - n) <= nearest
        for n in _briefings(draft.context.sentence)
    )


def _counts_on(context: Context, mention: TimeMention) -> bool:
    """Whether a time counts from another of its sentence: "said Friday that two days earlier"."""
    told = {class_of(context.sentence.tokens, n) for n in range(mention.first, mention.after)}
    return not told.isdisjoint(("same", "later")) and context.times[0].first < mention.first


def _soon_behind(tokens: list[Token], at: int, mention: TimeMention) -> bool:
    """Whether a time follows a verb of speech closely, and no verb of what happened before it."""
    between = tokens[at + 1 : mention.first]
    near = 0 < mention.first - at <= _NEAR
    return near and not any(t.predicates and not t.is_a("prep") for t in between)


def _closes_quote(tokens: list[Token], mention: TimeMention) -> bool:
    """Whether a time ends the words on who spoke behind a quotation: "…”, said X to us, Monday"."""
    if any(t.kind != "m" for t in tokens[mention.after :]):
        return False
    for n in range(mention.first - 1, 0, -1):
        token = tokens[n]
        if token.is_a("say") and tokens[n - 1].norm in _QUOTES:
            return True
        if token.predicates and not token.is_a("prep") and not token.is_a("say"):
            return False
    return False


_QUOTES: Final = frozenset('"”»')


def _between(tokens: list[Token], speaker: Speaker, mention: TimeMention) -> bool:
    """Whether a time stands between who speaks and the verb: "the police, on Monday, said"."""
    behind = tokens[mention.after : speaker.at]
    if not speaker.first < mention.first < speaker.at or not tokens[speaker.first].proper:
        return False
    return all(t.kind == "m" or t.is_a("adv") or t.is_a("have") for t in behind)


def _told_behind(tokens: list[Token], at: int, mention: TimeMention) -> bool:
    """Whether a time right behind a verb of speech begins what is said.

    It does in scripts without capitals, where the time of speech stands before its verb.
    """
    return at < mention.first and caseless(tokens[at].norm) and _tells(tokens, mention.after)


def _said_that(tokens: list[Token], at: int, mention: TimeMention) -> bool:
    """Whether a time stands between a verb of speech and "that", in scripts without capitals."""
    if not _soon_behind(tokens, at, mention) or not caseless(tokens[at].norm):
        return False
    return mention.after < len(tokens) and tokens[mention.after].is_a("rel")


def _before_speech(tokens: list[Token], speaker: Speaker, mention: TimeMention) -> bool:
    """Whether only who speaks stands beside a time before the verb of speech."""
    return _between(tokens, speaker, mention) or _heads_speech(tokens, speaker, mention)


def _heads_speech(tokens: list[Token], speaker: Speaker, mention: TimeMention) -> bool:
    """Whether a time opens a sentence in which only who speaks lies before the verb of speech.

    "On 15 July, the provincial police said that 38 had been charged": the day is that of speech.
    """
    if mention.first > _OPENING or caseless(tokens[speaker.at].norm):
        return False
    if not speaker.first < speaker.after <= speaker.at:
        return False
    gap = tokens[mention.after : speaker.first]
    after = tokens[speaker.after : speaker.at]
    return [t.norm for t in gap] == [","] and all(t.is_any(_ASIDE) for t in after)


_OPENING: Final = 4
"""Tokens before a time that opens its sentence: a dateline, a preposition."""

_ASIDE: Final = frozenset(("adv", "have", "prep", "place", "country"))


def _begins(tokens: list[Token], at: int, mention: TimeMention) -> bool:
    """Whether a time between commas begins what is said: "police say on Friday, 476 were taken".

    So it does behind the comma that closes "according to the police", with or without one more.
    """
    if at >= mention.first:
        return False
    comma = mention.after < len(tokens) and tokens[mention.after].norm == ","
    if tokens[at].is_a("cite"):
        opens = mention.first - tokens[mention.first - 1].is_a("prep")
        closed = tokens[opens - 1].norm == ","
        return closed and _tells(tokens, mention.after + comma)
    right = all(t.is_a("prep") or t.is_a("rel") for t in tokens[at + 1 : mention.first])
    behind = tokens[mention.after + 1] if comma and mention.after + 1 < len(tokens) else None
    if behind is None or not right or not {"rel", "conj", "pred"}.isdisjoint(behind.entries):
        return False
    return _tells(tokens, mention.after + 1)


def _tells(tokens: list[Token], n: int) -> bool:
    """Whether something that happened is told in the clause that goes on at `n`."""
    for token in tokens[n:]:
        if token.predicates:
            return True
        if token.norm == "," or token.is_a("say"):
            return False
    return False


def _a_day(mention: TimeMention) -> bool:
    """Whether a time can tell when somebody spoke: a day or a week, not a period or its end."""
    return mention.role == "at" and (mention.days.length or _WEEK + 1) <= _WEEK


_WEEK: Final = 7

_NEAR: Final = 6
"""Tokens between a time and the verb of speech that it may belong to."""


def _briefings(sentence: Sentence) -> list[int]:
    """Where occasions of speech stand: a press conference, a statement."""
    if "briefing" not in sentence.classes:
        return []
    return [n for n, token in enumerate(sentence.tokens) if token.is_a("briefing")]


def _beside(tokens: list[Token], at: int, mention: TimeMention) -> bool:
    """Whether neither a comma nor another verb parts the time from the word of speech at `at`."""
    low, high = sorted((at, mention.first))
    between = tokens[low + 1 : high]
    if at < mention.first and tokens[at].is_a("briefing") and _set_off(tokens, at, mention):
        return True
    if len(between) > _NEAR or any(t.norm == "," or t.is_a("rel") for t in between):
        return False
    if low < at and any(t.is_a("be") for t in between):
        # "Losses in 2023 were put by the UN at …": the time is of what was put.
        return False
    return not any(t.predicates for t in between)


def _set_off(tokens: list[Token], at: int, mention: TimeMention) -> bool:
    """Whether commas set the day off right behind the occasion: "in a statement, Saturday,"."""
    opened = [t.norm for t in tokens[at + 1 : mention.first]] == [","]
    return opened and mention.after < len(tokens) and tokens[mention.after].norm in _CLOSED


_CLOSED: Final = frozenset((",", ")", "."))


def _names_only(between: list[Token]) -> bool:
    """Whether tokens only tell who speaks and where: names, offices, places, commas.

    Behind a comma right after the verb of speech begins what is said.
    """
    if between and between[0].norm == ",":
        return False
    named = [t for t in between if t.capital or not {"role", "body", "place"}.isdisjoint(t.entries)]
    rest = [t for t in between if t not in named]
    return bool(named) and all(t.norm == "," or t.is_a("prep") for t in rest)


def _dated(between: list[Token]) -> bool:
    """Whether they tell which statement it is: "according to a communiqué of the police of …"."""
    small = [t for t in between if not (t.is_a("det") or t.value("num") == "1")]
    return len(small) < len(between) and _names_only(small)


def of_ground(context: Context, mention: TimeMention) -> bool:
    """Whether a day is that of a request or an order, not of what came of it.

    "Detained in raids following the minister's directive on 14 July".
    """
    tokens = context.sentence.tokens
    n = mention.first - 1
    while n > 0 and (tokens[n].is_a("prep") or tokens[n].is_a("det")):
        n -= 1
    if n < 1 or not tokens[n].is_a("aside") or marked(tokens[n]):
        return False
    for at in range(n - 1, max(n - _NEAR, -1), -1):
        if tokens[at].is_a("prep") and tokens[at].value("prep") != "of":
            return True
        if tokens[at].predicates or tokens[at].kind == "n":
            return False
    return False
