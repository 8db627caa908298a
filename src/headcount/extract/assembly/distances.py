"""The way from a predicate to what is counted: what the words between and its voice cost."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.clauses import in_a_clause, main_clause, own_subject
from headcount.extract.assembly.costs import COSTS, LIMIT
from headcount.extract.assembly.lists import Run
from headcount.extract.families import BACKGROUND
from headcount.extract.mentions.frames import Frame, follows, frame_of
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import SEMICOLONS, Token
from headcount.languages.scripts import caseless

NEAR_NOUN: Final = 5
"""Tokens from a predicate to the noun that its clause describes."""


def cost_before(
    tokens: list[Token], run: Run, others: list[Quantity], at: int, voice: tuple[str, bool]
) -> float:
    """Cost of a predicate before what is counted; `voice` is its frame and whether passive."""
    frame, voiced = voice
    end = _before_insertion(tokens, at, run, others) if voiced else run.first
    cost = _between(tokens, at + 1, end, others, behind=False)
    # "86 persons escaped 11 persons died": a verb glued to a count is told of that one.
    cost += COSTS["has a subject of its own"] * _glued_to_another(tokens, at, others)
    if frame == "subj" and not voiced and _afloat(tokens, run, at):
        return cost
    cost += _before_voice(tokens, at, frame, voiced, run)
    closed = frame == "both" and _closes_headline(tokens, at, others)
    if closed or ((voiced or frame in _OF_SUBJECT) and _has_subject(tokens, at, others)):
        cost += COSTS["has a subject of its own"]
    if in_a_clause(tokens, run, others, at):
        cost += COSTS["has an object of its own"]
    return cost


def cost_behind(
    tokens: list[Token], run: Run, others: list[Quantity], at: int, voice: tuple[str, bool]
) -> float:
    """Cost of a predicate behind what is counted; `voice` is its frame and whether passive."""
    frame, voiced = voice
    start = main_clause(tokens, run.after, at)
    cost = _between(tokens, start, at, others, behind=True)
    voice_cost = _behind_voice(tokens, at, frame, voiced, run)
    if voiced or frame in ("subj", "state", "pp"):
        voice_cost += COSTS["has a subject of its own"] * own_subject(tokens, run.after, at)
    if frame in ("subj", "state") and _counts_on(tokens, run, at, others):
        return LIMIT + 1
    if _of_next_clause(tokens, run, at, others):
        return LIMIT + 1
    if frame in ("act", "both") and not voiced:
        if _owned(tokens, at, others):
            if any(t.norm == "," for t in tokens[run.after : at]):
                return LIMIT + 1
            return cost + voice_cost + COSTS["has an object of its own"]
        if _object_clause(tokens, run.after, at) or _taken_up(tokens, run, at):
            return cost
    return cost + voice_cost


def _before_insertion(tokens: list[Token], at: int, run: Run, others: list[Quantity]) -> int:
    """Where the words end that lie between an inverted passive and its subject.

    "Fueron rescatados en mayo, gracias a la policía, 20 indonesios": before what commas set apart.
    """
    closes = run.first - 1
    if closes <= at or not _comma(tokens, closes) or any(at < q.first < closes for q in others):
        return run.first
    opens = next((n for n in range(closes - 1, at, -1) if _comma(tokens, n)), -1)
    inside = tokens[opens + 1 : closes]
    if opens < 0 or any(t.is_a("rel") or t.is_a("be") or t.norm in SEMICOLONS for t in inside):
        return run.first
    return opens


def _of_next_clause(tokens: list[Token], run: Run, at: int, others: list[Quantity]) -> bool:
    """Whether a semicolon and another count stand before a verb: "five to life; 27 are charged"."""
    marks = (n for n in range(run.after, at) if tokens[n].norm in SEMICOLONS)
    closed = next(marks, -1)
    unit = run.members[0].unit
    return closed >= 0 and any(
        closed < q.first and q.after <= at and q.unit == unit for q in others
    )


def _glued_to_another(tokens: list[Token], at: int, others: list[Quantity]) -> bool:
    """Whether a verb is glued to the count that is its subject, in scripts without spaces."""
    if not tokens[at].glued or not any(q.after == at for q in others):
        return False
    return any(frame_of(e.extra).name == "subj" for e in tokens[at].predicates)


_OF_SUBJECT: Final = frozenset(("subj", "state", "pp"))
"""Frames of what is told of the subject."""


def _closes_headline(tokens: list[Token], at: int, others: list[Quantity]) -> bool:
    """Whether a participle right behind a count ends its part: "57 Chinese nabbed, 20 others"."""
    closed = _comma(tokens, at + 1) or has(tokens, at + 1, "conj")
    return closed and any(q.after == at for q in others)


def _comma(tokens: list[Token], n: int) -> bool:
    """Whether a comma that is no mere space stands at `n`."""
    return n < len(tokens) and tokens[n].norm == "," and not tokens[n].blank


def _afloat(tokens: list[Token], run: Run, at: int) -> bool:
    """Whether a count without a noun stands right behind its verb: "gone home 150 persons".

    Only languages with counting words set the count of a subject there.
    """
    first = run.members[0]
    if any(e.value in BACKGROUND for e in tokens[at].predicates):
        return False
    if first.head != first.number.after or not has(tokens, first.head, "classifier"):
        return False
    if first.elliptic or first.nations:
        return False
    return all(t.is_any(_FLOATS) for t in tokens[at + 1 : first.first])


_FLOATS: Final = frozenset(("adv", "hedge", "have", "amount"))


def _object_clause(tokens: list[Token], after: int, at: int) -> bool:
    """Whether the verb at `at` has what was counted as its object: "260 that the army handed"."""
    opens = after + (after < len(tokens) and tokens[after].norm == ",")
    opens += has(tokens, opens, "prep")
    # "workers forced to cheat whom the police freed": what describes them stands before.
    if has(tokens, opens, "pred"):
        opens = next((n for n in range(opens, at) if tokens[n].is_a("rel")), opens)
    if at - opens > _CLAUSE or opens >= at or not tokens[opens].is_a("rel"):
        return False
    between = tokens[opens + 1 : at]
    if any(t.kind == "m" or t.predicates for t in between):
        return False
    return any(t.is_any(_ACTORS) for t in between)


_CLAUSE: Final = 8
"""Tokens from a relative pronoun to the verb of its clause."""


_ACTORS: Final = frozenset(("body", "role", "country", "capital", "people", "pron"))


def _taken_up(tokens: list[Token], run: Run, at: int) -> bool:
    """Whether a pronoun before its verb takes up the object told first: "A 78 los deportaron"."""
    n = run.first - 1
    between = tokens[run.after : at]
    led = n >= 0 and tokens[n].value("prep") == "to" and 0 < len(between) <= NEAR_NOUN
    return led and all(t.is_a("pron") or t.is_a("adv") or t.is_a("have") for t in between)


def _owned(tokens: list[Token], at: int, others: list[Quantity]) -> bool:
    """Whether another quantity right behind the predicate at `at` is what it speaks of."""
    behind = tokens[min(at + 1, len(tokens) - 1)]
    if behind.norm == "," and not behind.blank:
        return False
    return any(at < q.number.first <= at + 4 and q.first <= at + 2 for q in others)


def _counts_on(tokens: list[Token], run: Run, at: int, others: list[Quantity]) -> bool:
    """Whether a verb behind a comma counts what follows it: "escaped 5 persons, died 2 persons"."""
    if not any(t.norm == "," for t in tokens[run.after : at]):
        return False
    alike = [q for q in others if q.unit == run.members[0].unit and not q.elliptic]
    return any(at < q.first <= at + 1 for q in alike)


def _has_subject(tokens: list[Token], at: int, others: list[Quantity]) -> bool:
    """Whether another quantity before the predicate at `at` is what it speaks of.

    It stands right before it, or further off with no more than a description between.
    """
    if any(q.after <= at <= q.after + 5 for q in others):
        return True
    before = max((q.after for q in others if q.after <= at), default=at)
    between = tokens[before:at]
    described = any(t.kind == "m" or t.is_a("conj") or t.is_a("rel") for t in between)
    return 0 < len(between) <= _DESCRIBED and not described


_DESCRIBED: Final = 12
"""Tokens from a count to the verb behind what describes it."""


def split_cost(tokens: list[Token], at: int, frame: Frame, run: Run) -> float:
    """Cost of a verb whose particle stands behind what is counted: "took 80 of them out"."""
    if not 0 < run.first - at <= BEFORE_SPLIT or tokens[run.first - 1].norm == ",":
        return LIMIT + 1
    if any(token.predicates for token in tokens[at + 1 : run.first]):
        # "had freed 160 and detained 52": each verb has a count of its own.
        return LIMIT + 1
    particle = frame.name.removeprefix("split:")
    number = run.members[-1].number.after
    for n in range(number, min(run.after + 6, len(tokens))):
        said = tokens[n].norm
        if said[0] != particle[0]:
            continue
        begins = particle.startswith(said) or said.startswith(particle)
        end = _particle_end(tokens, n, particle) if begins else 0
        if end and (not frame.behind or follows(tokens, end - 1, frame.behind)):
            spaces = sum(token.blank for token in tokens[run.after : n])
            return COSTS["word"] * max(n - run.after - spaces - 1, -1)
    return LIMIT + 1


BEFORE_SPLIT: Final = 2
"""Tokens from a verb to the count that stands before its particle, at most."""


def closes_split(tokens: list[Token], run: Run, others: list[Quantity], at: int) -> bool:
    """Whether the word at `at` is the particle of a verb that took another count: "took 80 out"."""
    for other in others:
        if other in run.members or not other.after <= at <= other.after + _PARTICLE:
            continue
        for n in range(max(other.first - 2, 0), other.first):
            if any(token.predicates for token in tokens[n + 1 : other.first]):
                continue
            particles = [frame_of(e.extra).name.removeprefix("split:") for e in tokens[n].splits]
            if any(tokens[at].norm.startswith(p) for p in particles):
                return True
    return False


_PARTICLE: Final = 2
"""Tokens from a count to the particle of the verb before it."""


def _particle_end(tokens: list[Token], n: int, particle: str) -> int:
    """The token behind the particle that begins at `n`, 0 if it does not stand there.

    Words of scripts without spaces are cut finer than the table writes them.
    """
    said = ""
    for at in range(n, min(n + 6, len(tokens))):
        glued = not said or (tokens[at].glued and caseless(tokens[at].norm))
        said += tokens[at].norm if glued else " " + tokens[at].norm
        if said == particle:
            return at + 1
        if not particle.startswith(said):
            return at + 1 if said.startswith(particle) else 0
    return 0


def _before_voice(tokens: list[Token], at: int, frame: str, voiced: bool, run: Run) -> float:
    """Cost of the voice when the predicate stands before what is counted."""
    if frame == "noun":
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        led = following is not None and (following.is_a("prep") or following.is_a("num"))
        linked = at + 1 == run.first or led
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
        return COSTS["participle behind"] if _past(tokens, at) else 0.0
    if frame == "pp" or (frame == "both" and _close_or_clause(tokens, run.after, at)):
        return COSTS["participle behind"]
    if frame in ("both", "noun"):
        return COSTS["active reading behind"]
    return COSTS["wrong side"]


def _past(tokens: list[Token], at: int) -> bool:
    """Whether a passive only tells what had been before: "500 stranded after being lured"."""
    n = at - 1
    while n > 0 and tokens[n].is_any(_AUXILIARY):
        n -= 1
    return n < at - 1 and tokens[n].value("prep") == "with"


_AUXILIARY: Final = frozenset(("be", "have", "adv"))


def _close_or_clause(tokens: list[Token], after: int, at: int) -> bool:
    """Whether a verb stands right behind a list or in a relative clause on it."""
    return at - after <= 1 or any(tokens[n].is_a("rel") for n in range(after, at))


def _bracketed(tokens: list[Token], start: int, end: int) -> set[int]:
    """The tokens from `start` up to `end` that stand in brackets opened and closed there."""
    inside: set[int] = set()
    opened = -1
    for n in range(start, end):
        if tokens[n].kind != "m":
            continue
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
        elif "part" in entries and not token.predicates:
            cost += COSTS["part before"]
        elif "conj" in entries:
            cost += COSTS["conjunction"]
        verb = bool(token.predicates) and not token.is_a("adv")
        if verb and frame_of(token.predicates[0].extra).name != "noun":
            cost += COSTS["predicate between"]
    cost += min(words, 8) * COSTS["word"] + max(words - 8, 0) * COSTS["far word"]
    told = [q.number.first for q in others if start <= q.number.first < end]
    inside = sum(1 for n in told if n not in bracketed)
    return cost + inside * COSTS["other quantity between"]
