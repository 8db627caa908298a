"""Clauses: where the main one goes on behind an insertion, and which voice a verb has."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.lists import Run
from headcount.extract.assembly.verbs import leads
from headcount.extract.mentions.bare import numbered, skip
from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.quantity import Quantity
from headcount.extract.mentions.tokens import SEMICOLONS, Token
from headcount.languages.scripts import caseless


def main_clause(tokens: list[Token], after: int, at: int) -> int:
    """Where to count from when `at` may be the main verb behind a subordinate clause.

    "64 Kenyans who were got out are stuck", "23 South Africans, trafficked to Myanmar, came
    home": a clause that a relative pronoun or a comma and a participle open right behind the
    noun ends before a verb with an auxiliary of its own, or at its closing comma; the verb there
    is as near as if the clause were not there. Returns `after` when no such clause lies between.
    """
    told = after + (after < at and tokens[after].is_a("part"))
    told = _behind_group(tokens, told, at)
    told = _behind_complement(tokens, _behind_bracket(tokens, told, at), at)
    comma = tokens[told].norm in _PARENTHESES
    opens = _behind_adverbs(tokens, told + comma, at)
    if comma and opens < at and tokens[opens].is_a("part"):
        # "60 Indians, including several from there, who were held in Myanmar were freed"
        closes = next((n for n in range(opens, at - 1) if tokens[n].norm == ","), at)
        if closes < at and tokens[closes + 1].is_a("rel"):
            opens, comma = closes + 1, False
    if opens >= at:
        return after
    relative = tokens[opens].is_a("rel")
    closing = _closing(tokens, opens, at) if comma else 0
    # "21 Nepalis, including six women, stranded there came home"
    described = 0 < closing < at and _state(tokens, closing)
    if closing and not described and not (closing < at and _reduced(tokens, closing)):
        return closing
    if closing:
        after = opens = closing
        comma = relative = False
    described = described or (not comma and _state(tokens, opens))
    subordinate = relative or described or _reduced(tokens, opens)
    if not subordinate or _counts_on(tokens, opens, at):
        return after
    closing = 0 if described else closing
    verbs = 0 if relative else 1
    for n in range(opens + 1, at):
        token = tokens[n]
        if comma and token.norm == "," and verbs:
            return n + 1 if not tokens[n + 1].is_a("rel") else after
        if token.is_a("pred") or token.is_a("verb"):
            verbs += 1
    if verbs and (_governed(tokens, at) or (not comma and not closing and _alone(tokens, at))):
        first = _before_verb(tokens, opens, at)
        if _opens_clause(tokens, first):
            return after
        return first + 1
    return after


def _behind_adverbs(tokens: list[Token], n: int, at: int) -> int:
    """The participle behind adverbs at `n`, "41 Thais also trapped there"; `n` for none."""
    behind = n
    while behind < at and tokens[behind].is_a("adv") and not tokens[behind].predicates:
        behind += 1
    return behind if _reduced(tokens, behind) else n


def _counts_on(tokens: list[Token], opens: int, at: int) -> bool:
    """Whether a count behind a comma stands before the verb at `at`, which then is its own.

    So is what a semicolon parts from the noun. In scripts without spaces no comma parts them:
    "[of] 200 who were freed 120 went home".
    """
    if any(tokens[n].norm in SEMICOLONS for n in range(opens, at)):
        return True
    comma = next((n for n in range(opens, at) if tokens[n].norm == ","), at)
    if any(numbered(tokens, n) for n in range(comma, at)):
        return True
    n = at - 1
    while n > opens and (tokens[n].is_a("head") or tokens[n].is_a("people")):
        n -= 1
    alone = n > opens and numbered(tokens, n) and not tokens[n - 1].is_a("prep")
    return alone and caseless(tokens[at].norm)


def _opens_clause(tokens: list[Token], n: int) -> bool:
    """Whether a verb behind the token at `n` is no main verb: "who say they were", "and were"."""
    token = tokens[n]
    if token.is_a("conj") or token.is_a("rel") or token.is_a("say"):
        return True
    before = tokens[n - 1] if n else token
    subject = before.kind == "m" or before.is_a("say") or before.is_a("conj")
    return token.is_a("pron") and subject


def _before_verb(tokens: list[Token], opens: int, at: int) -> int:
    """The token before the verb at `at`, its auxiliaries and a participle joined to it.

    "… who had come were identified and detained": the token before "were".
    """
    first = at - 1
    if first - 2 > opens and tokens[first].is_a("conj") and tokens[first - 2].is_a("be"):
        first -= 2
    while first > opens and tokens[first].is_any(_AUXILIARY):
        first -= 1
    return first


def _behind_bracket(tokens: list[Token], n: int, at: int) -> int:
    """The token behind a bracket that opens at `n` and holds no number: "Koreans (ROK) who"."""
    if n >= at or tokens[n].norm != "(":
        return n
    for m in range(n + 1, min(n + _COMPLEMENT, at)):
        if tokens[m].kind == "n" or tokens[m].is_a("num"):
            return n
        if tokens[m].norm == ")":
            return m + 1 if m + 1 < at else n
    return n


def _behind_group(tokens: list[Token], n: int, at: int) -> int:
    """The token behind the group that a part is taken from: "four of the 1,440 people who left"."""
    if not 0 < n < at or tokens[n].kind != "n" or not tokens[n - 1].is_a("det"):
        return n
    behind = n + 1
    while behind < at and tokens[behind].is_any(_GROUP):
        behind += 1
    behind = _behind_complement(tokens, behind, at)
    described = _reduced(tokens, behind) or _state(tokens, behind)
    return behind if tokens[behind].is_a("rel") or described else n


_GROUP: Final = frozenset(("head", "people", "adj", "adjective"))
"""What names a group behind its number."""


def _behind_complement(tokens: list[Token], n: int, at: int) -> int:
    """Where a relative clause opens behind "youths of the district", `n` when none does.

    Also what stands behind how many peoples they are of: "260 people of 20 nationalities, …".
    """
    if n >= at or not tokens[n].is_a("prep"):
        return n
    if numbered(tokens, n + 1) and has(tokens, n + 2, "head"):
        return n + 3 if tokens[n + 2].value("head") == "country" else n
    for m in range(n + 1, min(n + _COMPLEMENT, at)):
        if tokens[m].is_a("rel"):
            return m
        if tokens[m].kind != "w" or tokens[m].predicates or tokens[m].is_a("num"):
            return n
    return n


_COMPLEMENT: Final = 6
"""Tokens of what a preposition adds to a noun."""


def _reduced(tokens: list[Token], n: int) -> bool:
    """Whether a participle without an auxiliary stands at `n`: "suspects arrested in May"."""
    # "des" tells of countries where it tells of anything: no participle.
    frames = {frame_of(e.extra).name for e in tokens[n].predicates if e.value != "origins"}
    return bool(frames & {"both", "pp"}) and not passive(tokens, n)


def _state(tokens: list[Token], n: int) -> bool:
    """Whether words for a state without an auxiliary stand at `n`: "stranded in Cambodia"."""
    frames = {frame_of(e.extra).name for e in tokens[n].predicates}
    return frames == {"state"} and not passive(tokens, n)


def _closing(tokens: list[Token], opens: int, at: int) -> int:
    """The token behind the mark that closes an insertion right before a verb; 0 without one."""
    mark = tokens[opens - 1].norm
    for n in range(opens + 1, at):
        if tokens[n].norm == ";":
            return 0
        if tokens[n].norm == mark and tokens[n + 1].is_any(_VERBAL):
            return n + 1
    return 0


_PARENTHESES: Final = frozenset((",", "–", "—", "-"))
"""Marks that open an insertion and close it: "34 foreigners – 21 of them Thais – remain"."""

_VERBAL: Final = frozenset(("be", "have", "plan", "pred", "verb", "adv"))


def own_subject(tokens: list[Token], after: int, at: int) -> bool:
    """Whether a subordinate clause between gives the verb at `at` a subject of its own.

    "3,700 who had fled when the police arrived", "two held in a camp where inmates are beaten":
    people without a number stand right before the verb, and what opens their clause before them.
    """
    noun = at - 1
    while noun > after and tokens[noun].is_any(_AUXILIARY):
        noun -= 1
    if noun <= after or not tokens[noun].is_any(_PERSONS):
        return False
    if tokens[noun].is_a("head") and tokens[noun].value("head") != "person":
        return False
    opens = noun - 1
    while opens > after and tokens[opens].is_any(_BEFORE_NOUN):
        opens -= 1
    return opens >= after and tokens[opens].is_a("rel")


def authority_acts(tokens: list[Token], after: int, at: int) -> bool:
    """Whether an authority behind a comma acts by the verb at `at`: ", the embassy is to help"."""
    actor = at - 1
    while actor > after and tokens[actor].is_any(_AUXILIARY):
        actor -= 1
    named = tokens[actor].is_a("body") or tokens[actor].is_a("role")
    return actor > after and named and tokens[actor - 1].norm == ","


_AUXILIARY: Final = frozenset(("be", "have", "plan", "neg", "adv"))
_FINITE: Final = frozenset(("be", "have", "plan"))
_BEFORE_NOUN: Final = frozenset(("det", "adj", "own", "adjective"))
_PERSONS: Final = frozenset(("head", "body", "role", "bad"))


def _governed(tokens: list[Token], at: int) -> bool:
    """Whether an auxiliary stands before the predicate at `at` or begins it: a main verb.

    One behind a preposition is none: "after being trafficked".
    """
    if tokens[at].is_a("begins"):
        return True
    return any(
        tokens[n].is_any(_FINITE) and not (n and tokens[n - 1].is_a("gap"))
        for n in range(max(at - 3, 0), at)
    )


_OPENING: Final = frozenset(("conj", "rel", "prep"))
"""Classes of words behind which a verb is not the main one."""


def _alone(tokens: list[Token], at: int) -> bool:
    """Whether the predicate at `at` is a main verb by itself: "64 who were freed arrived"."""
    told = any(e.extra.startswith(("subj", "state")) for e in tokens[at].predicates)
    return told and not tokens[at - 1].is_any(_OPENING)


def passive(tokens: list[Token], at: int) -> bool:
    """Whether an auxiliary "be" governs the participle at `at`, adverbs aside."""
    for n in range(at - 1, max(at - 5, -1), -1):
        entries = tokens[n].entries
        if "be" in entries:
            return True
        if tokens[n].kind == "m" or ("have" in entries and "be" not in entries):
            return False
        joined = "pred" in entries and tokens[n + 1].is_a("conj")
        if not joined and ("pred" in entries or "rel" in entries or "head" in entries):
            return False
    return False


def of_later(
    tokens: list[Token], run: Run, others: list[Quantity], at: int, *, plain: bool
) -> bool:
    """Whether a later count that opens a clause is the subject of the predicate at `at`.

    "52 were tricked, 29 have been freed": nothing but what a verb begins with lies between the
    second count and its verb. Unless the first count has a predicate of its own (`plain`), it
    must have some other verb before the second, or the second must be a part of it.
    """
    for other in others:
        if not run.after < other.first <= other.after <= at or other in run.members:
            continue
        opener = other.first - 1
        # "…, there were three injured": the word for being there opens the clause.
        opener -= tokens[opener].is_a("amount") and tokens[opener].is_a("verb")
        before = tokens[opener]
        parted = before.is_a("part") or before.is_a("rel")
        opens = before.norm in (",", ";") or before.is_a("conj") or before.blank or parted
        between = tokens[other.after : at]
        if before.norm == ";" and _verbal(tokens[run.after : other.first]):
            return other.unit == run.members[0].unit
        if before.value("prep") == "with" and leads(between, _BEFORE_VERB):
            # "…, with 7,000 still waiting": those wait, the ones before do not.
            return other.unit == run.members[0].unit
        if not opens or not leads(between, _BEFORE_VERB):
            continue
        told = any(t.is_any(_TOLD) for t in tokens[run.after : other.first])
        # Without a comma the part stands inside the subject: "77 including 22 Chinese were held".
        clause = parted and other.first > 1 and tokens[other.first - 2].norm == ","
        if plain or clause or told:
            return other.unit == run.members[0].unit
    return False


def _verbal(clause: list[Token]) -> bool:
    """Whether a clause has a verb that tells of no kind: "two jumped from the roof; one died"."""
    return any(t.is_a("verb") and not t.predicates for t in clause)


_TOLD: Final = frozenset(("have", "plan", "verb"))
"""Classes of what only a verb of its own begins with."""

_BEFORE_VERB: Final = _AUXILIARY | {"part", "add", "conj"}


def of_relative(tokens: list[Token], run: Run, others: list[Quantity], at: int) -> bool:
    """Whether the predicate at `at` is the first of a relative clause on a later count.

    People among those counted there went through the same, and so did a rough number of them.
    """
    if run.members[0].interval.precision != "exact":
        return False
    for other in others:
        if not run.after < other.first <= other.after < at or other in run.members:
            continue
        opens = other.after
        while opens < at and tokens[opens].is_a("adj"):
            opens += 1
        opens += has(tokens, opens, "head")
        if not has(tokens, opens, "rel"):
            continue
        between = tokens[opens + 1 : at]
        if not any(t.kind == "m" or t.predicates for t in between):
            return other.unit == run.members[0].unit
    return False


def of_some(tokens: list[Token], run: Run, at: int) -> bool:
    """Whether the predicate at `at` tells only of some of those counted: "231 men, some beaten".

    A mark and a word for a part open what is told of them, and no comma closes it before `at`.
    """
    for n in range(at - 1, run.after, -1):
        token = tokens[n]
        if token.kind == "n" or token.is_a("num") or (token.norm == "," and not token.blank):
            return False
        share = token.is_a("share") and tokens[n - 1].is_a("rel")
        opener = n - share
        closed = tokens[opener - 1].norm
        if (share or token.is_a("part")) and (closed in _PARENTHESES or closed == ")"):
            return True
    return False


def in_a_clause(tokens: list[Token], run: Run, others: list[Quantity], at: int) -> bool:
    """Whether a verb that has a count of its own stands before another clause, with its own verb.

    "Police arrested six people after 37 residents were lured": they arrested six.
    """
    opens = run.first > 0 and tokens[run.first - 1].is_a("prep")
    behind = skip(tokens, run.after)
    if not opens or not (has(tokens, behind, "be") or has(tokens, behind, "have")):
        return False
    return any(at < q.first and q.after < run.first for q in others)


def of_inverted(tokens: list[Token], run: Run, others: list[Quantity], at: int) -> bool:
    """Whether the predicate at `at` stands before its own subject, a later count.

    "Fueron detenidas 12 personas y fueron rescatadas 20": the first count has a verb before it in
    the same order, a joint parts the two, and nothing but small words lies behind the second verb.
    """
    if at < run.after:
        return False
    later = next((q for q in others if q.first > at and q not in run.members), None)
    if later is None or later.unit != run.members[0].unit:
        return False
    if not any(t.predicates for t in tokens[: run.first]):
        return False
    frames = {frame_of(e.extra).name for e in tokens[at].predicates}
    if not (frames & {"pp", "both"} and passive(tokens, at)) and "subj" not in frames:
        return False
    clause = tokens[run.after : at]
    joined = any(t.is_a("conj") or t.norm in (",", ";") for t in clause)
    plain = all(not t.predicates and not t.is_a("rel") and t.kind != "n" for t in clause)
    behind = tokens[at + 1 : later.first]
    return joined and plain and all(t.is_any(_SMALL) for t in behind)


_SMALL: Final = frozenset(("det", "hedge", "add", "adv", "obj"))
