"""Whose people a counted noun names behind itself: "of Indonesia", ", all Chinese", "are Thais"."""

from __future__ import annotations

from typing import Final

from headcount.extract.mentions.bare import numbered
from headcount.extract.mentions.nouns import Phrase, describes, has, joins, nation, owned
from headcount.extract.mentions.places import hosts
from headcount.extract.mentions.spelled import Number
from headcount.extract.mentions.tokens import Token


def equated(tokens: list[Token], phrase: Phrase) -> None:
    """Take the nationality that a copula gives to a counting word: "12 persons are Thais"."""
    if phrase.nations or phrase.head < 0 or not tokens[phrase.head].is_a("classifier"):
        return
    n = phrase.at
    while has(tokens, n, "adv") or has(tokens, n, "rest") or (n < len(tokens) and tokens[n].blank):
        n += 1
    if has(tokens, n, "be") and not has(tokens, n, "pred") and nation(tokens, n + 1):
        at = n + 2
        while has(tokens, at, "hedge") or has(tokens, at, "adv") or has(tokens, at, "amount"):
            at += 1
        behind = tokens[at] if at < len(tokens) else None
        counted = behind is not None and (behind.kind == "n" or behind.is_a("num"))
        if behind is None or not (
            counted or behind.is_a("body") or behind.is_a("role") or behind.predicates
        ):
            phrase.nations.append(nation(tokens, n + 1))
            phrase.at = n + 2


def group_behind(tokens: list[Token], phrase: Phrase) -> None:
    """Take what a second noun tells: "20 orang laki-laki", "313 persons are men", foreigners."""
    n = phrase.at + has(tokens, phrase.at, "be")
    if not has(tokens, n, "head"):
        return
    if "nat=FOREIGN" in tokens[n].entries["head"].extra:
        phrase.foreign, phrase.at = True, n + 1
        return
    group = next((e for e in tokens[n].entries["head"].extra.split() if e[:6] == "group="), "")
    if group:
        phrase.group = group.removeprefix("group=")
        phrase.at = n + 1
    elif n == phrase.at and tokens[n].value("head") == "person" and not phrase.nations:
        # "30 persons workers of Thailand"
        inner = Phrase(n + 1, unit="person", head=n)
        inner.nations.extend(filter(None, (nation(tokens, n + 1),)))
        inner.at += len(inner.nations)
        nations_behind(tokens, inner)
        if inner.nations:
            phrase.nations.extend(inner.nations)
            phrase.at = inner.at


def all_of_them(tokens: list[Token], phrase: Phrase) -> None:
    """Read ", all Chinese", ", tous chinois", ", Thais and Lao" and "are Thais" behind the noun."""
    n = phrase.at
    if phrase.nations or n + 1 >= len(tokens):
        return
    # "the 24 people arrested are all Chinese"
    verb = n + (has(tokens, n, "pred") and has(tokens, n + 1, "be"))
    phrase.nations.extend(said_to_be(tokens, verb))
    if phrase.nations or not (tokens[n].norm in (",", "(") or has(tokens, n, "rel")):
        return
    if has(tokens, n + 1, "every") and nation(tokens, n + 2):
        phrase.nations.append(nation(tokens, n + 2))
        phrase.at = n + 3
    elif not phrase.foreign:
        codes, phrase.at = beside(tokens, n)
        phrase.nations.extend(codes)


def beside(tokens: list[Token], n: int) -> tuple[list[str], int]:
    """The peoples between a comma or bracket at `n` and the end of their clause, and that end.

    "60 people, Cambodians and Chinese.": a list with a number or another noun in it tells nothing
    of those counted, nor does one of countries.
    """
    codes: list[str] = []
    if n >= len(tokens) or tokens[n].norm not in (",", "(") or tokens[n].blank:
        return [], n
    at = n + 1
    at += has(tokens, at, "be") and nation(tokens, at + 1) != ""
    while at < len(tokens) and (
        not tokens[at].is_a("country") or (codes and joins(tokens, at - 1))
    ):
        # "warga Uganda dan Kenya": one word for the people opens a list of countries.
        code = nation(tokens, at) or tokens[at].value("country")
        if code:
            codes.append(code)
        elif has(tokens, at, "part") or not _small(tokens, at):
            break
        at += 1
        if code and joins(tokens, at) and _named(tokens, at + 1):
            at += 1
    closed = at >= len(tokens) or tokens[at].kind == "m" or has(tokens, at - 1, "every")
    return (codes, at) if codes and closed else ([], n)


def _small(tokens: list[Token], n: int) -> bool:
    """Whether an adjective, an article or "all" stands at `n`."""
    return has(tokens, n, "adj") or has(tokens, n, "every") or has(tokens, n, "det")


def _named(tokens: list[Token], n: int) -> bool:
    """Whether a people is named at `n`, an article before it or not."""
    return bool(nation(tokens, n + has(tokens, n, "det")))


def said_to_be(tokens: list[Token], n: int) -> list[str]:
    """The people that a copula at `n` gives: "are all Chinese", "sont de nationalité chinoise"."""
    if not has(tokens, n, "be") or has(tokens, n, "pred"):
        return []
    n += 1
    while n < len(tokens) and not nation(tokens, n):
        of_nation = _of(tokens, n) or tokens[n].value("head") == "country"
        if not (_small(tokens, n) or has(tokens, n, "adv") or of_nation):
            return []
        n += 1
    code = nation(tokens, n)
    n += 1 + (n + 1 < len(tokens) and tokens[n + 1].value("head") == "person")
    closed = n >= len(tokens) or tokens[n].kind == "m" or joins(tokens, n)
    return [code] if code and closed and not has(tokens, n + 1, "people") else []


def nations_behind(tokens: list[Token], phrase: Phrase) -> None:
    """Read "and Belgian nationals", "of Indonesia", ", from India and Nepal" behind the noun."""
    if not phrase.nations and _quoted(tokens, phrase.at) and nation(tokens, phrase.at + 1):
        # "eight “bosses” Chinese"
        phrase.nations.append(nation(tokens, phrase.at + 1))
        phrase.at += 2
    while _another_people(tokens, phrase):
        pass
    if phrase.nations:
        return
    if phrase.unit == "case":
        _cases_of(tokens, phrase)
        return
    n = phrase.at + (phrase.at < len(tokens) and tokens[phrase.at].norm == ",")
    n += has(tokens, n, "rel")
    if n + 1 < len(tokens) and tokens[n].value("head") == "country" and nation(tokens, n + 1):
        # "three men, nationality Malaysian"
        phrase.nations.append(nation(tokens, n + 1))
        phrase.at = n + 2
        return
    link = tokens[n].value("prep") if n < len(tokens) else ""
    if not link and n < len(tokens) and any(e.value == "origins" for e in tokens[n].predicates):
        link = tokens[n].value("ends") or ("from" if _of(tokens, n + 1) else "")
    theirs = link in ("of", "from") and not owned(tokens, n)
    if not theirs or (link == "of" and not _citizens(tokens, phrase)):
        return
    # "personnes expulsées du Cambodge": the participle makes "of" a "from".
    moved = link == "from" or bool(tokens[n - 1].predicates)
    n += 1
    while has(tokens, n, "det") or (has(tokens, n, "prep") and tokens[n].value("prep") == "of"):
        n += 1
    if moved and _left_there(tokens, n) and not _by_nation(tokens, n, phrase):
        return
    while has(tokens, n, "country") and not (phrase.nations and _own_count(tokens, n + 1)):
        phrase.nations.append(tokens[n].value("country"))
        phrase.at = n + 1
        n += 1
        while joins(tokens, n) or has(tokens, n, "det") or _of(tokens, n):
            n += 1


def _own_count(tokens: list[Token], n: int) -> bool:
    """Whether the country before `n` has a number of its own: "India, then Kenya with 33"."""
    if n + 1 < len(tokens) and tokens[n].norm == "," and tokens[n + 1].value("prep") == "with":
        return not tokens[n + 1].is_a("part")
    return has(tokens, n, "prep") and n + 1 < len(tokens) and tokens[n + 1].kind == "n"


def _quoted(tokens: list[Token], n: int) -> bool:
    """Whether a quotation mark that closes stands at `n`."""
    return n < len(tokens) and tokens[n].norm in ('"', "”", "»")


def _cases_of(tokens: list[Token], phrase: Phrase) -> None:
    """Take the people whose cases are counted: "330 cases of missing Koreans"."""
    for n in range(phrase.at, min(phrase.at + _CASE, len(tokens))):
        token = tokens[n]
        if token.kind != "w" or token.is_a("be") or token.is_a("have") or token.is_a("bad"):
            return
        if token.is_a("people"):
            phrase.nations.append(token.value("people"))
            return


_CASE: Final = 5
"""Tokens from a case to the people it is about."""


def _left_there(tokens: list[Token], n: int) -> bool:
    """Whether the country at `n`, named alone, is where the centres are: people leave from it."""
    if not has(tokens, n, "country") or tokens[n].value("country") not in hosts():
        return False
    return not joins(tokens, n + 1) or not has(tokens, n + 2, "country")


def _by_nation(tokens: list[Token], n: int, phrase: Phrase) -> bool:
    """Whether the country at `n` closes one count of a list that tells others by their people.

    "275 Laotians, 231 people from Myanmar and 106 Chinese": they are Burmese.
    """
    at = n + 1 + (has(tokens, n + 2, "conj") and joins(tokens, n + 1))
    if joins(tokens, at) and numbered(tokens, at + 1) and _named_by(tokens, at + 1):
        return True
    first = max(phrase.head, phrase.classifier, n - 2)
    while first > 0 and not numbered(tokens, first):
        first -= 1
    last = first - 1 - (has(tokens, first - 1, "conj") and joins(tokens, first - 2))
    return joins(tokens, last) and any(
        numbered(tokens, k) and _named_by(tokens, k) for k in range(max(last - _ITEM, 0), last)
    )


def _named_by(tokens: list[Token], n: int) -> bool:
    """Whether the number at `n` has a people, or a country that is none of the centres, behind."""
    for token in tokens[n + 1 : n + 1 + _ITEM]:
        if token.kind == "n" or token.norm in (",", ";", "."):
            return False
        if token.is_a("people") or (
            token.is_a("country") and token.value("country") not in hosts()
        ):
            return True
    return False


_ITEM: Final = 5
"""Tokens of one count in a list: "231 people from the Philippines"."""


def _of(tokens: list[Token], n: int) -> bool:
    return has(tokens, n, "prep") and tokens[n].value("prep") in ("of", "from")


def _another_people(tokens: list[Token], phrase: Phrase) -> bool:
    """Take "and Belgian nationals" into the phrase; "and foreigners" undoes the nationality."""
    n = phrase.at
    # "477 Chinese together with Burmese": those are others.
    if not phrase.nations or not joins(tokens, n) or _together_with(tokens[n]):
        return False
    if has(tokens, n + 1, "head") and "nat=FOREIGN" in tokens[n + 1].entries["head"].extra:
        phrase.nations.clear()
        phrase.at = n + 2
        return False
    # "Chinese, Vietnamese, and Rwandans": the comma before "and" only closes a list of three.
    last = tokens[n].norm == "," and has(tokens, n + 1, "conj") and len(phrase.nations) > 1
    n += last
    n = _citizens_of(tokens, n)
    code = nation(tokens, n + 1)
    if not code or has(tokens, n + 2, "body") or has(tokens, n + 2, "role"):
        return False
    if tokens[n].norm == "," and not _list_goes_on(tokens, n + 2):
        # "34 Vietnam, China nationals": a bare country before the comma is no noun by itself.
        bare = has(tokens, n - 1, "country") and has(tokens, n + 1, "people")
        closes = (bare or len(phrase.nations) > 1) and has(tokens, n + 2, "head")
        if not closes or tokens[n + 2].value("head") != "person":
            return False
    if last and has(tokens, n + 2, "say"):
        return False
    phrase.nations.append(code)
    n += 2
    if has(tokens, n, "head") and tokens[n].value("head") == "person":
        n += 1
    phrase.at = n
    return True


def _together_with(token: Token) -> bool:
    """Whether the word only sets others beside those counted; some are "and" and "with" in one."""
    return token.value("prep") == "with" and not token.is_a("conj")


def _citizens_of(tokens: list[Token], n: int) -> int:
    """The last token before a nationality behind "and" at `n`: "and citizens Chinese"."""
    at = n + 1 + _of(tokens, n + 1)
    return at if has(tokens, at, "citizen") and nation(tokens, at + 1) else n


def _list_goes_on(tokens: list[Token], n: int) -> bool:
    """Whether a list of nationalities without numbers goes on at `n`."""
    return joins(tokens, n) and bool(nation(tokens, n + 1) or has(tokens, n + 1, "conj"))


def _citizens(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the noun is one whose "of" names a nationality: any person noun but a victim's."""
    return phrase.head >= 0 and tokens[phrase.head].is_a("head") and not phrase.weak


def listed_before(tokens: list[Token], number: Number, phrase: Phrase) -> None:
    """Read "Indians (399)" and "India: 399": the nationality stands before its number."""
    n = number.first - 1
    counting = phrase.unit == "person" and has(tokens, phrase.head, "classifier")
    if (phrase.unit and not counting) or n < 1 or tokens[n].norm not in ("(", ":"):
        return
    before = tokens[n - 1]
    if describes(tokens, n - 1):
        return
    code = before.value("people") or before.value("country")
    end = phrase.at if counting else number.after
    closes = end < len(tokens) and tokens[end].norm in (")", ",", ";", ".")
    if code and closes and not phrase.nations:
        phrase.nations.append(code)
