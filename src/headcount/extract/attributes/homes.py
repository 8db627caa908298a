"""Which people a whole report is about: those it counts, and those whose calls it counts."""

from __future__ import annotations

from typing import Final

from headcount.extract.assembly.draft import Draft, backward
from headcount.extract.families import STOCKS
from headcount.extract.mentions.nouns import has, nation
from headcount.extract.mentions.tokens import Token
from headcount.languages.scripts import caseless
from headcount.model import FOREIGN
from headcount.places.gazetteer import place_by_id

HOME: Final = 0.7
"""Share of the counted nationalities that one must have to be what the report is about."""

MENTIONS: Final = 3
"""So often a report must name a people or a country to be about it without counting it by name."""


def home_of(
    drafts: list[Draft], words: list[Token], hosts: frozenset[str], titled: str = ""
) -> str:
    """The nationality that a report is about, "" when it is about several alike.

    Two counts must name it, or one count and a second mention of the people in `words`, the
    tokens of headline and text; a report that counts none by name must name it `MENTIONS` times.
    The people `titled` in the headline are it where no other is counted.
    """
    people = [d for d in drafts if d.quantity.unit == "person" and d.quantity.nations]
    told = [d for d in people if not (_there(d) and in_host(d, hosts))]
    surely = [d for d in told if not in_host(d, hosts)]
    if titled and not {n for d in surely for n in d.quantity.nations} - {titled, FOREIGN}:
        return titled
    counted = _times([n for d in surely or told for n in d.quantity.nations])
    if FOREIGN in counted:
        return ""
    peoples = [n for n, t in enumerate(words) if t.is_any(_PEOPLES) and not _entered(words, n)]
    named = _times([words[n].value("people") or words[n].value("adjective") for n in peoples])
    # "The BP2MI", beside a word on Indonesia or its people, names it once more.
    for code in [t.value("authority") for t in words if "authority" in t.entries]:
        if code in named:
            named[code] += 1
    named.pop("", None)
    if counted:
        code, times = _most(counted)
        if times < HOME * sum(counted.values()):
            return ""
        if times == 1 and len(_peoples(words) - hosts - {code}) >= _SEVERAL:
            return ""
        # "Malaisie : 24 victimes …": a headline that opens with the country names it once more.
        labelled = bool(words) and words[0].value("country") == code and words[1].norm == ":"
        return code if times > 1 or named.get(code, 0) > 1 or labelled else ""
    abroad = {code: times for code, times in named.items() if code not in hosts}
    if not abroad:
        return ""
    code, times = _most(abroad)
    return code if times >= MENTIONS and times >= HOME * sum(abroad.values()) else ""


def _times(codes: list[str]) -> dict[str, int]:
    """How often each is told, in the order in which they are told first."""
    times: dict[str, int] = {}
    for code in codes:
        times[code] = times.get(code, 0) + 1
    return times


def _most(times: dict[str, int]) -> tuple[str, int]:
    """What is told most often, the first of several, and how often."""
    most = max(times.values())
    return next(code for code in times if times[code] == most), most


_PEOPLES: Final = frozenset(("people", "adjective"))
"""Classes of words that name a people."""


def _peoples(words: list[Token]) -> set[str]:
    """The peoples that the words name and that are no countries."""
    return {t.value("people") for t in words if t.is_a("people") and not t.is_a("country")}


_SEVERAL: Final = 3
"""Other peoples named from which on a report that counts one once is about several."""


def _there(draft: Draft) -> bool:
    """Whether a country before a count rather tells where: an estimate, a sum behind an amount."""
    first = draft.quantity.number.first
    before = draft.context.sentence.tokens[max(first - 2, 0) : first]
    summed = draft.whole is None and any(t.is_a("amount") for t in before)
    return draft.kind in STOCKS or (summed and len(draft.context.quantities) == 1)


def largest_of(drafts: list[Draft], home: str) -> int:
    """The largest count that names the people `home` and no other, 0 for none."""
    told = (d.quantity.interval.low or 0 for d in drafts if d.quantity.nations == (home,))
    return max(told, default=0)


def in_host(draft: Draft, hosts: frozenset[str]) -> bool:
    """Whether a count only has the name of a country of the centres, where its people may be."""
    return set(draft.quantity.nations) <= hosts and names_country(draft)


def names_country(draft: Draft) -> bool:
    """Whether the people of a count are only told by a country's name, which may be a place."""
    quantity = draft.quantity
    tokens = draft.context.sentence.tokens[max(quantity.first - 2, 0) : quantity.after]
    named = {t.value(cls) for t in tokens for cls in ("country", "people")}
    if named.isdisjoint(quantity.nations):
        tokens = draft.context.sentence.tokens[quantity.first : quantity.after + _FROM]
    told = [n for n, t in enumerate(tokens) if t.value("country") in quantity.nations]
    if any(has(tokens, n + 1, "citizen") or has(tokens, n - 1, "citizen") for n in told):
        return False
    return bool(told) and not any(t.value("people") in quantity.nations for t in tokens)


_AWAY: Final = frozenset(("held", "missing", "reported"))
"""What is told of people abroad: those of a country of the centres hardly wait for home there."""


def waits_in(draft: Draft) -> bool:
    """Whether a country's name before a count tells where people wait, even if it is theirs too."""
    first = draft.quantity.number.first
    before = draft.context.sentence.tokens[max(first - _SUBJECT, 0) : first]
    return draft.kind in _AWAY and any(
        t.value("country") in draft.quantity.nations for t in before if t.is_a("country")
    )


_SUBJECT: Final = 8
"""Tokens from a country that a clause begins with to the number: "Myanmar has most, with 75"."""


def counted_over(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The count just before, of one people and kind, that one by a country's name may be part of.

    "118 Filipinos are still held. Myanmar has most, 75, Laos 7": no word says that it is a part.
    """
    if draft.quantity.unit != "person" or not (names_country(draft) or waits_in(draft)):
        return None
    last = next((d for d in backward(drafts, draft) if d.quantity.unit == "person"), None)
    if last is None or last.kind != draft.kind or draft.context.index - last.context.index > 1:
        return None
    mine, its = draft.quantity.interval.low or 0, (last.whole or last).quantity.interval.low or 0
    return last if mine <= its or last.country else None


_FROM: Final = 4
"""Tokens behind a bare number in which it says from where its people are: "75 were from …"."""


def citizens_again(draft: Draft, drafts: list[Draft]) -> None:
    """Citizens are of the country whose citizens were counted just before, if it is another."""
    native = draft.quantity.native
    told = next((d for d in backward(drafts, draft) if d.quantity.unit == "person"), None)
    if not native or told is None or draft.context.index - told.context.index > _CITIZENS:
        return
    tokens = told.context.sentence.tokens[told.quantity.first : told.quantity.after]
    alike = told.quantity.native == native or any(t.is_a("own") for t in tokens)
    if alike and len(told.nations) == 1 and told.nations[0] != native:
        draft.nations = told.nations
        draft.trace.append(f"nationality {', '.join(draft.nations)}: of the group told before")


_CITIZENS: Final = 2
"""Sentences over which a noun for citizens keeps the country that it was told of."""


def titled_people(title: list[Token], country: str | None) -> str:
    """The one people that a headline names, "" for none, several or those of `country`.

    A people before a word for an authority or a site only tells whose it is; where the centres
    are, the people of the country are as often its police or its army.
    """
    named = {
        nation(title, n)
        for n, token in enumerate(title)
        if (token.is_a("people") or _of_persons(title, n))
        and not (n + 1 < len(title) and _owns(title[n + 1]))
        and not _entered(title, n)
    }
    if not named:
        return _sends(title, country)
    return min(named) if len(named) == 1 and country not in named else ""


def _entered(tokens: list[Token], n: int) -> bool:
    """Whether a name that is country and people both is the country: "aux Philippines".

    So it is at the head of a headline: "Philippines: …".
    """
    if not tokens[n].is_a("country"):
        return False
    if not n:
        return n + 1 < len(tokens) and tokens[n + 1].kind == "m"
    return tokens[n - 1].value("prep") in ("in", "to", "from")


def _sends(title: list[Token], country: str | None) -> str:
    """The country that a headline opens with and whose citizens it tells of, "" for none.

    "Korea takes 580 citizens home from Myanmar": no mark and no other country stands between.
    """
    opens = next((n for n, t in enumerate(title) if t.is_a("country")), -1)
    if opens < 0 or any(t.kind != "w" for t in title[:opens]):
        return ""
    for n in range(opens + 1, len(title)):
        if title[n].value("citizen") == "state" or title[n].is_a("own"):
            code = title[opens].value("country")
            return code if code != country and not has(title, n + 1, "country") else ""
        if title[n].kind == "m" or title[n].is_a("country"):
            return ""
    return ""


def _of_persons(title: list[Token], n: int) -> bool:
    """Whether a country glued behind a noun for persons tells whose they are: "workers Thai"."""
    if not (title[n].is_a("country") and title[n].glued and caseless(title[n].norm)):
        return False
    return has(title, n - 1, "citizen") and nation(title, n) != ""


def _owns(token: Token) -> bool:
    return token.is_a("body") or token.is_a("role") or token.value("head") == "site"


def callers_of(words: list[Token], country: str | None, hosts: frozenset[str]) -> str:
    """The people whose calls for help a report counts: the country named most beside `country`.

    `words` are the tokens of headline and text, `country` where the centres of the report are.
    One of the `hosts` only where no country without centres is named `MENTIONS` times and as at
    least half of the mentions; "" where none is.
    """
    named = _times([code for code in map(_country_named, words) if code])
    for others in (hosts, frozenset((country,))):
        beside = {code: times for code, times in named.items() if code not in others}
        code, times = _most(beside) if beside else ("", 0)
        if times >= MENTIONS and times >= _MOST * sum(beside.values()):
            return code
    return ""


def _country_named(token: Token) -> str:
    """The country that a word names, by itself, its people or a place in it; "" for none."""
    if not token.is_any(_NAMING):
        return ""
    for cls in ("people", "country", "adjective", "capital"):
        if token.is_a(cls):
            return token.value(cls)
    place = place_by_id(token.value("place")) if token.is_a("place") else None
    return place.country if place is not None else ""


_NAMING: Final = frozenset(("people", "country", "adjective", "capital", "place"))

_MOST: Final = 0.5
"""Share of the mentions of other countries that the one must have whose people call."""
