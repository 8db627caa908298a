"""Counted nouns that stand before their number: "Thais 109 persons", "women 87".

Languages that count so set a counting word or nothing behind the number. The noun phrase is read
backwards from the number to its head.
"""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.frames import frame_of
from headcount.extract.mentions.gangs import beside_gang, person
from headcount.extract.mentions.nations_before import (
    all_from,
    come_from,
    countries_back,
    listed_back,
)
from headcount.extract.mentions.nouns import Phrase, has, joins, nation, note_head
from headcount.extract.mentions.places import hosts
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.timewords import year_number
from headcount.extract.mentions.tokens import Token
from headcount.model import FOREIGN

_REACH: Final = 8
"""Tokens looked at before a number for the noun that it counts."""

_ENDS: Final = frozenset(
    (
        *("prep", "ends", "be", "have", "say", "cite", "conj", "plan", "neg", "there", "verb"),
        *("body", "dispute"),
    )
)
"""Classes of words that no noun phrase is read across."""


def counted_before(tokens: list[Token], first: int, phrase: Phrase) -> bool:
    """Whether the noun right before the number is counted, that behind it by the next number.

    "Men 14 women 13", "Lao 32 persons|Thais 5 persons": `first` is the first token of the number,
    `phrase` what was read behind it.
    """
    before = tokens[first - 1] if first else None
    if before is None or phrase.head < 0 or not (before.is_a("head") or before.is_a("people")):
        return False
    after = tokens[phrase.at] if phrase.at < len(tokens) else None
    listed = has(tokens, phrase.head, "classifier") and phrase.at == phrase.head + 2
    listed = listed and tokens[phrase.at - 1].is_a("people") and tokens[phrase.at - 1].glued
    own = phrase.at == phrase.head + 1 or listed
    return own and after is not None and after.kind == "n"


def only_counted(tokens: list[Token], number: Number, phrase: Phrase) -> Phrase:
    """The phrase without what the next number counts: at most the counting word of its own."""
    n = phrase.head
    if phrase.at != n + 2 or not has(tokens, n, "classifier"):
        return Phrase(number.after)
    return Phrase(n + 1, unit=tokens[n].value("classifier"), head=n, classifier=n)


def noun_before(tokens: list[Token], number: Number, first: int, phrase: Phrase) -> int:
    """Fill `phrase` from the noun phrase before a number; the first token of what is counted.

    `first` is the first token of the number with its hedges. Nothing is taken when the phrase
    behind the number has a noun of its own with a nationality, or when none stands before.
    """
    if phrase.currency:
        return _priced(tokens, first, phrase)
    if phrase.reason or phrase.nations or not _open(tokens, phrase):
        return first
    if number.bare and 1900 <= number.value <= 2100 and not phrase.unit:
        return first
    n = _clause_of(tokens, _skip_back(tokens, first - 1))
    counting = has(tokens, phrase.head, "classifier")
    led = n + 1 < number.first and (has(tokens, n + 1, "amount") or has(tokens, n + 1, "hedge"))
    if n > 0 and tokens[n].blank and led and counting and _people_at(tokens, n - 1):
        # "foreigners, in all 658 persons": the comma is a space.
        n -= 1
    codes, opens = all_from(tokens, n)
    if codes and phrase.unit in ("", "person"):
        phrase.nations.extend(codes)
        phrase.unit = "person"
        return opens
    if counting and has(tokens, n, "have") and _heads(tokens, n - 1):
        # "China has 15 persons": its people among those told before.
        phrase.nations.append(_abroad(tokens, n - 1))
        phrase.unit = phrase.unit or "person"
        return n - 1
    inner = Phrase(number.after)
    counted = phrase.unit if phrase.classifier >= 0 or phrase.noun else ""
    start = _read_back(tokens, n, inner, counted)
    alike = phrase.unit in ("", inner.unit) or not inner.unit
    if start < 0 or not alike:
        return first
    if inner.reason:
        phrase.reason, phrase.unit = inner.reason, ""
        return first
    phrase.nations.extend(reversed(inner.nations))
    phrase.unit = phrase.unit or inner.unit or "person"
    phrase.group = phrase.group or inner.group
    phrase.foreign = phrase.foreign or inner.foreign
    phrase.kind = phrase.kind or inner.kind
    phrase.weak = phrase.weak or inner.weak
    phrase.native = phrase.native or inner.native
    phrase.origins = phrase.origins or inner.origins
    phrase.head = inner.head if inner.head >= 0 else phrase.head
    phrase.noun = True
    return start


def _heads(tokens: list[Token], n: int) -> bool:
    """Whether a country that is none of the hosts opens a clause at `n`."""
    if n < 0 or not has(tokens, n, "country") or not _abroad(tokens, n):
        return False
    return n == 0 or tokens[n - 1].kind == "m" or has(tokens, n - 1, "break")


def _people_at(tokens: list[Token], n: int) -> bool:
    """Whether a word for persons stands at `n`, by itself or with the nationality that it has."""
    plain = has(tokens, n, "adjective") and not has(tokens, n, "country")
    return person(tokens[n]) or (plain and not has(tokens, n, "place"))


def _skip_back(tokens: list[Token], n: int) -> int:
    """The token before words of amount, adverbs and hedges, and the auxiliary before those."""
    while has(tokens, n, "amount") or has(tokens, n, "adv") or has(tokens, n, "hedge"):
        n -= 1
    led = has(tokens, n + 1, "amount") or _rounds(tokens, n + 1)
    return n - (led and has(tokens, n, "have") and not has(tokens, n, "pred"))


def _rounds(tokens: list[Token], n: int) -> bool:
    """Whether a hedge at `n` tells more than "only", which stands before ages too."""
    return has(tokens, n, "hedge") and tokens[n].value("hedge") != "exact"


def _clause_of(tokens: list[Token], n: int) -> int:
    """The people that "most are Chinese, there are 83" counts: behind a comma and an amount."""
    if n < 2 or tokens[n].norm != "," or not has(tokens, n + 1, "amount"):
        return n
    for at in range(n - 1, max(n - 4, -1), -1):
        citizens = has(tokens, at + 1, "citizen") and nation(tokens, at)
        if tokens[at].is_a("people") or citizens:
            # "of 525 Thais, in all 400 …": those have a number of their own.
            return n if _numbered(tokens, at - 1) else at
        if tokens[at].kind != "w" or tokens[at].predicates:
            break
    return n


def _priced(tokens: list[Token], first: int, phrase: Phrase) -> int:
    """Leave money out that a word for a price or wage stands before: "ransom 50,000 baht"."""
    n = _skip_back(tokens, first - 1)
    if has(tokens, n, "rate"):
        phrase.reason = tokens[n].value("rate")
    return first


def _open(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the phrase behind the number leaves its noun open: none, or only "persons"."""
    if not phrase.noun:
        return True
    counting = phrase.head >= 0 and tokens[phrase.head].is_a("classifier")
    return counting and not phrase.group


def _read_back(tokens: list[Token], n: int, inner: Phrase, counted: str) -> int:
    """Read the noun phrase that ends at `n` into `inner`; its first token, -1 when it is none.

    `counted` is the unit that a counting word behind the number asks for, "" without one: nouns
    of another unit are passed over.
    """
    start = -1
    strange = 0
    at, last = n, max(n - _REACH, -1)
    while at > last:
        token = tokens[at]
        skipped = _passed_over(tokens, at, counted)
        if skipped:
            at -= skipped
            continue
        if _no_phrase(tokens, at) or (start >= 0 and _opens_clause(tokens, at)):
            break
        if token.is_a("head") or token.is_a("bad"):
            return _noun(tokens, at, inner, start if start >= 0 or at < n else at)
        if start < 0 and token.is_a("country") and at < n and _ground(tokens[at + 1]):
            break
        codes, opens = _peoples_at(tokens, at, at == n)
        if codes:
            inner.nations.extend(codes)
            start = at = opens
        elif token.is_any(_ENDS) or _tells(token):
            opens = _clause_start(tokens, at)
            if opens < 0 and counted == "person" and start < 0:
                opens = _floated(tokens, at)
            if opens < 0:
                break
            at, last = opens, max(opens - 4, -1)
        elif not _modifier(token, inner):
            strange += not token.entries
            if strange > 2:
                break
        at -= 1
    return start


def _tells(token: Token) -> bool:
    """Whether a word is a verb, and no attribute of the kind "fraud" in "fraud suspects"."""
    if token.is_a("adj") and all(e.value == "-" for e in token.predicates):
        return bool(token.splits)
    return bool(token.predicates or token.splits)


def _no_phrase(tokens: list[Token], at: int) -> bool:
    """Whether a mark, a number, a time or what counts another noun ends the phrase at `at`."""
    token = tokens[at]
    timed = token.is_a("time") and not token.is_a("prep")
    return token.kind != "w" or token.is_a("num") or timed or _of_another(tokens, at)


def _opens_clause(tokens: list[Token], at: int) -> bool:
    """Whether a clause begins at `at`, behind a space: "of their return, that 266 Thais …"."""
    return at > 0 and tokens[at].is_a("rel") and tokens[at - 1].blank


def _of_another(tokens: list[Token], n: int) -> bool:
    """Whether the counting word of a number before stands at `n`, or what takes parts from it."""
    if tokens[n].is_a("part") and not tokens[n].is_a("head"):
        return True
    return tokens[n].is_a("classifier") and n > 0 and tokens[n - 1].kind == "n"


def _peoples_at(tokens: list[Token], at: int, nearest: bool) -> tuple[list[str], int]:
    """The people that ends at `at` or the list of them, and its first token."""
    codes, opens = listed_back(tokens, at)
    if codes:
        return codes, opens
    if has(tokens, at, "country") and _ruled(tokens, at):
        return [], at
    if come_from(tokens, at):
        return [tokens[at].value("country")], at - 1
    code = nation(tokens, at) or (_abroad(tokens, at) if nearest else "")
    if not code:
        return [], at
    others, opens = countries_back(tokens, at - 1 if joins(tokens, at - 1) else -1)
    return [code, *others], opens if others else at


def _ruled(tokens: list[Token], n: int) -> bool:
    """Whether a body or a role before the country at `n` is its: "the government of Korea"."""
    return has(tokens, n - 1, "body") or has(tokens, n - 1, "role")


def _ground(token: Token) -> bool:
    """Whether a noun is one of places: the country before it tells where, not who."""
    return token.value("head") == "site"


def _passed_over(tokens: list[Token], at: int, counted: str) -> int:
    """How many tokens up to `at` are no part of the phrase: a place or a noun with its preposition,
    a noun that the counting word cannot count; 0 for none.
    """
    if tokens[at].blank:
        return int(_located(tokens, at - 1))
    gang = beside_gang(tokens, at)
    if gang:
        return gang
    if tokens[at].kind == "w" and counted and _cannot_be(tokens[at], counted):
        return 1
    if tokens[at].is_a("head") or tokens[at].is_a("bad"):
        return 0
    led = _located(tokens, at) and _led(tokens, at - 1) and not come_from(tokens, at)
    return 2 if led else 0


def _modifier(token: Token, inner: Phrase) -> bool:
    """Take an adjective or a small word of a modifier into the phrase; False for another word."""
    if not (token.is_a("adj") or token.is_a("rel") or token.is_a("attr")):
        return False
    value = token.value("adj")
    inner.foreign = inner.foreign or value == FOREIGN
    if value not in ("", FOREIGN):
        inner.group = inner.group or value
    return True


def _noun(tokens: list[Token], at: int, inner: Phrase, start: int) -> int:
    """Take the noun at `at` that closes the way back; `start` is where the phrase began so far.

    One that is never counted gives its reason if it stands right before the number.
    """
    if tokens[at].is_a("head"):
        group = inner.group
        note_head(tokens[at], inner)
        inner.head, inner.group = at, inner.group or group
        return at if inner.nations else _people_before(tokens, at, inner)
    if start == at:
        inner.reason = tokens[at].value("bad")
    return start


def _people_before(tokens: list[Token], head: int, inner: Phrase) -> int:
    """Take the nationality that stands before a noun and its modifiers; the first token."""
    for at in range(head - 1, max(head - 4, -1), -1):
        token = tokens[at]
        if token.kind != "w" or _tells(token) or token.is_any(_ENDS):
            break
        if nation(tokens, at):
            listed = joins(tokens, at - 1)
            others, opens = countries_back(tokens, at - 1) if listed else ([], at)
            led = has(tokens, at - 1, "prep") or _fled(tokens, at)
            if others or not (_located(tokens, at) and led):
                inner.nations.extend([nation(tokens, at), *others])
                return opens if others else at
            break
    return head


def _fled(tokens: list[Token], n: int) -> bool:
    """Whether a verb of flight before the country at `n` makes it where people fled."""
    before = tokens[n - 1].predicates if n else []
    return any(e.value == "escaped" and frame_of(e.extra).name == "subj" for e in before)


def _located(tokens: list[Token], n: int) -> bool:
    """Whether a place or country is named at `n`."""
    return has(tokens, n, "place") or has(tokens, n, "country")


def _cannot_be(token: Token, counted: str) -> bool:
    """Whether a noun is passed over: it is of another unit than the counting word says."""
    if token.is_a("head"):
        return token.value("head") != counted and counted == "person"
    return token.is_a("bad") and counted == "person" and token.entries["bad"].extra != "person"


def _led(tokens: list[Token], n: int) -> bool:
    """Whether a preposition stands at `n`, by itself or at the end of a longer form."""
    return has(tokens, n, "prep") or has(tokens, n, "ends")


def _floated(tokens: list[Token], n: int) -> int:
    """The token behind the people right before the verb at `n`, whose count follows it; -1.

    "Thais were arrested, 12 persons": the count may float behind the verb.
    """
    at = n
    undergone = False
    while at > 0 and (tokens[at].is_any(_ENDS) or tokens[at].predicates):
        frames = {frame_of(e.extra).name for e in tokens[at].predicates}
        undergone = undergone or tokens[at].is_a("be") or bool(frames & {"subj", "state"})
        at -= 1
    if _located(tokens, at) and _led(tokens, at - 1):
        at -= 2
    at -= beside_gang(tokens, at)
    person = tokens[at].value("head") == "person" or tokens[at].is_a("people")
    # The number of a year stands before people whom it does not count.
    counted = at > 0 and tokens[at - 1].kind == "n" and not year_number(tokens, at - 1)
    person = person and undergone and not counted
    return at + 1 if at < n and person and not _led(tokens, at - 1) else -1


def _clause_start(tokens: list[Token], n: int) -> int:
    """The relative pronoun right behind a noun whose clause holds token `n`, -1 for none."""
    for at in range(n, max(n - _CLAUSE, 0), -1):
        if tokens[at].kind != "w" or tokens[at].is_a("num"):
            return -1
        if tokens[at].is_a("rel") and (
            has(tokens, at - 1, "head") or nation(tokens, at - 1) or has(tokens, at - 1, "adj")
        ):
            # "28 people after …": those have a number of their own.
            return -1 if _numbered(tokens, at - 2) else at
    return -1


def _numbered(tokens: list[Token], n: int) -> bool:
    return n >= 0 and (tokens[n].kind == "n" or tokens[n].is_a("num"))


_CLAUSE: Final = 12
"""Tokens that a relative clause between noun and number may have."""


def _abroad(tokens: list[Token], n: int) -> str:
    """The country named at `n` if its people are meant: none of the hosts, no preposition."""
    code = tokens[n].value("country")
    return "" if code in hosts() or has(tokens, n - 1, "prep") else code
