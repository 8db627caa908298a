"""Who is counted: nationality and group of one claim, from noun, sentence, then whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headcount.extract.assembly.draft import Context, Draft, backward
from headcount.extract.attributes.courts import judged
from headcount.extract.attributes.homes import citizens_again, counted_over, names_country, waits_in
from headcount.extract.attributes.missions import calling, of_cases, speaking_for
from headcount.extract.attributes.nations_behind import told_behind
from headcount.extract.attributes.occasions import of_another
from headcount.extract.attributes.parts import find_whole, mixed, summed_up
from headcount.extract.attributes.setting import Setting
from headcount.extract.attributes.signs import (
    native_of,
    no_noun,
    of_a_region,
    of_counted,
    of_state,
    of_whom,
    own,
    people_before,
    sender,
    subject_of,
    summed,
    suspects,
    taken_from,
    uncounted_people,
)
from headcount.extract.families import ACTED, CAUGHT, STOCKS, VICTIMS
from headcount.extract.mentions.nouns import has
from headcount.extract.mentions.quantity import Quantity, dwarfs
from headcount.model import FOREIGN


def fill_nations(
    draft: Draft, drafts: list[Draft], setting: Setting, contexts: list[Context]
) -> None:
    """Nationality and group: of the noun phrase, else of the whole or of what it continues."""
    find_whole(draft, drafts)
    quantity = draft.quantity
    source = draft.whole or draft.source or counted_over(draft, drafts)
    if source is not None and _places_listed(draft, source, setting):
        draft.country = quantity.nations[0]
        quantity.nations = source.nations
    if _place_of_stock(draft, setting):
        quantity.nations = ()
    draft.nations = quantity.nations
    draft.group = quantity.group
    if quantity.unit not in ("person", "case"):
        draft.nations = ()
        return
    if draft.nations == (FOREIGN,):
        _foreign_again(draft, setting, contexts)
    elif draft.nations:
        draft.trace.append(f"nationality {', '.join(draft.nations)}: the counted noun")
    elif not of_a_region(draft):
        _unnamed(draft, drafts, setting, contexts)


def _foreign_again(draft: Draft, setting: Setting, contexts: list[Context]) -> None:
    """Foreigners of whom the same number, or the next clause, tells the nationality."""
    quantity = draft.quantity
    reason = "the counted noun"
    behind = told_behind(draft, contexts)
    if behind:
        draft.nations, reason = behind, "the clause behind says so"
    elif quantity.definite and not quantity.added and _telling(quantity):
        told = _counted_before(draft, setting)
        if told and told != draft.nations:
            draft.nations, reason = told, "the same number told before"
    draft.trace.append(f"nationality {', '.join(draft.nations)}: {reason}")


def _unnamed(draft: Draft, drafts: list[Draft], setting: Setting, contexts: list[Context]) -> None:
    """The nationality of a count whose noun names none: of signs, its whole, the report."""
    quantity = draft.quantity
    for nations, reason in _signs(draft, setting, contexts):
        told = tuple(filter(None, nations))
        if told:
            draft.nations = told
            draft.trace.append(f"nationality {', '.join(told)}: {reason}")
            return
    callers, reason = of_cases(draft, drafts, setting)
    if callers:
        draft.nations = callers
        draft.trace.append(f"nationality {', '.join(callers)}: {reason}")
        return
    if draft.whole is None and suspects(draft, draft.source):
        return
    source = draft.whole or draft.source or _before(draft, drafts)
    whole = summed_up(draft, drafts) if source is None or not source.nations else None
    if whole is not None:
        if whole.kind == draft.kind and draft.whole is None:
            draft.whole = whole
            whole.parts.append(draft)
        draft.nations = whole.nations
        draft.trace.append(f"nationality {', '.join(whole.nations)}: of the group told before")
        return
    uncounted = "" if source is not None else uncounted_people(draft, contexts)
    if source is not None and source.nations:
        _inherit(draft, source, setting.home)
    elif uncounted:
        draft.nations = (uncounted,)
        draft.trace.append(f"nationality {uncounted}: the people named in the sentence before")
    elif quantity.group and source is not None and source.kind == draft.kind:
        return
    elif draft.kind != "killed" or all(d.kind != "convicted" for d in drafts):
        citizens_again(draft, drafts)
        if not draft.nations:
            _home(draft, setting)


def _signs(
    draft: Draft, setting: Setting, contexts: list[Context]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """What tells the people of a count without a nationality, the surest first."""
    quantity = draft.quantity
    yield of_whom(draft), "the group that it is taken from"
    yield of_counted(draft), "the group that it is taken from"
    yield told_behind(draft, contexts), "the clause behind says so"
    yield (subject_of(draft, contexts),), "the people named before in the sentence"
    yield (own(draft, setting.hosts),), "“its nationals”, the country named before"
    yield (native_of(draft, setting),), "the province that they are from"
    yield (sender(draft, setting),), "the country that takes its citizens home"
    yield (speaking_for(draft, contexts, setting),), "the country that speaks of its citizens"
    yield (calling(draft, setting),), "whose calls the report is about"
    if quantity.definite or _telling(quantity):
        yield _counted_before(draft, setting), "the same number told before"
    vague = quantity.interval.precision == "vague" and not quantity.partitive
    if no_noun(draft) and not vague and not summed(draft):
        yield (people_before(draft),), "the people named before in the sentence"
    yield (taken_from(draft),), "the people named before in the sentence"


def _inherit(draft: Draft, source: Draft, home: str) -> None:
    """The nationality of what a count breaks down or goes on from, where it can be the same."""
    quantity = draft.quantity
    if quantity.elliptic and quantity.interval.precision == "vague" and not quantity.partitive:
        return
    its, low = source.quantity.interval.high, quantity.interval.low or 0
    total = its is not None and low > its and source.context is draft.context and summed(draft)
    if draft.whole is None and (total or dwarfs(quantity, source.quantity, _MASS)):
        return
    if (
        draft.whole is None
        and quantity.added
        and draft.kind in CAUGHT
        and source.kind not in CAUGHT
    ):
        # "54 Chinese were sent home, another 29 arrested": those may be anybody.
        return
    if draft.whole is None and _of_mixed_group(source) and source.context is not draft.context:
        return
    if draft.whole is None and draft.kind in ACTED and source.kind in VICTIMS and quantity.noun:
        # "Police rescued 382 Ugandans. Another 355 people were arrested": nobody says of whom.
        return
    if of_another(draft, source):
        return
    if draft.whole is None and draft.kind == "trafficked" and source.kind in CAUGHT:
        # "Two Chinese were sentenced for trafficking 23 women": whose victims they are is not told.
        return
    part = draft.whole is not None
    if not part and _others(draft, source, home):
        return
    near = draft.whole is None and draft.source is None
    hurt = draft.kind in _HURT and source.kind != draft.kind
    if hurt and not part and not quantity.elliptic:
        return
    if near or quantity.group or quantity.elliptic or quantity.definite or quantity.added or part:
        draft.nations = source.nations
        draft.trace.append(f"nationality {', '.join(draft.nations)}: of the group told before")


def _others(draft: Draft, source: Draft, home: str) -> bool:
    """Whether a noun counts other people anew, in a report that is not about the first alone.

    "17 Chinese were arrested. Another 92 people were detained": nobody says of whom. "Another 92"
    and "92 compatriots" still are of those told before.
    """
    quantity = draft.quantity
    if not (quantity.added and quantity.noun) or quantity.definite:
        return False
    if source.nations in ((FOREIGN,), (home,)):
        return False
    head = draft.context.sentence.tokens[quantity.head]
    citizens = of_state(head) or head.is_a("own")
    return not citizens and (draft.kind in ACTED or draft.kind == source.kind)


def _of_mixed_group(source: Draft) -> bool:
    """Whether a count is one people's part of a whole of no one people: no other goes on from it.

    "73 people, including six Malaysians. Another 41": they are like the 73, not like the six.
    Nor does any go on from the last of a list: "4 Kenyans, 6 Nepalese. Another 208".
    """
    if source.whole is not None:
        return not source.whole.nations
    listed = source.source
    return listed is not None and bool(listed.nations) and listed.nations != source.nations


_HURT: Final = frozenset(("injured", "killed"))
"""What befalls others than those told before, where a noun counts them anew."""

_MASS: Final = 200
"""From this size on, people far more than those told before are not their like."""


def _places_listed(draft: Draft, source: Draft, setting: Setting) -> bool:
    """Whether a list breaks people of one nationality down by the country they were in.

    "304 Malaysians: Cambodia 220, Laos 42": part of them cannot be of another people. Where no
    word makes it a part, a list goes on in the sentence of its first people: "Thais 149, China 85".
    """
    mine, its = draft.quantity.nations, source.nations
    own = source.context.sentence.tokens[source.quantity.first : source.quantity.after]
    listed = source.context is draft.context and any(t.value("people") in its for t in own)
    abroad = not set(mine) <= setting.hosts
    if abroad and (draft.whole is None or _behind(draft)):
        return False
    if draft.whole is None and listed and len(mine) < 2:
        return False
    if not mine or len(its) != 1 or its == (FOREIGN,) or set(mine) & set(its):
        return False
    return (names_country(draft) or waits_in(draft)) and not names_country(source)


def _behind(draft: Draft) -> bool:
    """Whether the country of a count stands behind its number: "one woman from Ethiopia"."""
    quantity = draft.quantity
    tokens = draft.context.sentence.tokens[quantity.number.after : quantity.after]
    return any(t.value("country") in quantity.nations for t in tokens)


def _place_of_stock(draft: Draft, setting: Setting) -> bool:
    """Whether a host country before an estimate is where the people are, not what they are.

    Where one word is country and people both, "Myanmar has some 120,000" reads as Burmese. So it
    is with a running total that names no other people: "to date Myanmar in all 7,500 arrested".
    """
    quantity = draft.quantity
    if setting.hosts.isdisjoint(quantity.nations):
        return False
    if draft.kind not in STOCKS and (draft.whole or not _alone_there(draft, setting)):
        return False
    tokens = draft.context.sentence.tokens
    before = tokens[max(quantity.number.first - 4, 0) : quantity.number.first]
    behind = tokens[quantity.number.after : quantity.after]
    named = [
        t
        for last, t in zip([None, *before], before, strict=False)
        if t.value("country") in quantity.nations and not (last and last.value("head") == "person")
    ]
    people = any(t.is_a("people") or t.is_a("adjective") for t in behind)
    return bool(named) and not people and not any(t.is_a("people") for t in before)


def _alone_there(draft: Draft, setting: Setting) -> bool:
    """Whether a count by a word of amount is the one of its sentence, of the report's country."""
    tokens = draft.context.sentence.tokens
    before = tokens[max(draft.quantity.number.first - 2, 0) : draft.quantity.number.first]
    counts = [q for q in draft.context.quantities if q.unit == "person"]
    here = draft.quantity.nations == (setting.country,)
    return here and len(counts) == 1 and any(t.is_a("amount") for t in before)


def _telling(quantity: Quantity) -> bool:
    """Whether a number is large and exact enough to be the same people where it is told again."""
    return quantity.interval.precision == "exact" and quantity.number.value >= _TELLING


_TELLING: Final = 10


def _counted_before(draft: Draft, setting: Setting) -> tuple[str, ...]:
    """The nationality first told with the same number, before in the text or in the headline."""
    told: tuple[str, ...] = ()
    other = draft.again
    while other is not None:
        # A row of another list has the number by chance: "36 Indians …; elsewhere 36 people".
        row = other.whole is not None and draft.parts != [] and not draft.quantity.definite
        told = told if row else other.quantity.nations or told
        other = other.again
    return told or setting.counted.get(int(draft.quantity.number.value), ())


def _home(draft: Draft, setting: Setting) -> None:
    """People without a nationality are of the one that the report is about."""
    quantity = draft.quantity
    if not setting.home and quantity.native:
        draft.nations = (quantity.native,)
        draft.trace.append(f"nationality {quantity.native}: what the noun means at home")
        return
    several = any(q.unit == "country" for q in draft.context.quantities)
    if not setting.home or several or quantity.unit == "site":
        return
    if draft.kind == "transferred" and not setting.largest and _a_suspect(draft):
        return
    if draft.kind not in VICTIMS | STOCKS | _SUFFERED or judged(draft):
        return
    if mixed(draft, setting.hosts):
        return
    whole = draft.whole
    if whole is not None and whole.context is draft.context and not whole.nations:
        # Nobody says of what people the whole is, so no part of it is known to be of one.
        return
    if _elsewhere(draft, setting):
        return
    large = (
        quantity.interval.low or quantity.interval.high or 0
    ) >= _LARGE and draft.kind not in _HANDLED
    if quantity.interval.precision == "vague" or large or _outgrown(draft, setting):
        return
    draft.nations = (setting.home,)
    draft.trace.append(f"nationality {setting.home}: the only one that the report counts")


def _a_suspect(draft: Draft) -> bool:
    """Whether those counted are people whom the police are after: where they are sent tells whose
    police they go to."""
    return has(draft.context.sentence.tokens, draft.quantity.head, "suspect")


def _elsewhere(draft: Draft, setting: Setting) -> bool:
    """Whether those counted stand before the embassy of another country than the report's."""
    tokens = draft.context.sentence.tokens
    behind = [s for s in draft.context.spots if s.at > draft.quantity.first]
    named = [s.country for s in behind if s.at and tokens[s.at - 1].value("prep") == "of"]
    return bool(named) and setting.home not in named and set(named).isdisjoint(setting.hosts)


def _outgrown(draft: Draft, setting: Setting) -> bool:
    """Whether a large count is far more than any group of the people that the report is about.

    What an authority counts of its own, and compatriots by name, may well be.
    """
    quantity = draft.quantity
    low = quantity.interval.low or 0
    opens = setting.titled == setting.home and draft.context.index <= _OPENING
    if low < _MASS or draft.kind in _HANDLED or opens:
        return False
    tokens = draft.context.sentence.tokens
    head = tokens[quantity.head]
    if quantity.head >= 0 and (of_state(head) or head.is_a("own") or quantity.native):
        return False
    behind = tokens[quantity.after : quantity.after + _SO_NAMED]
    if any(
        t.value("head") == "country" and has(behind, n - 1, "det") for n, t in enumerate(behind)
    ):
        return False
    return 0 < _OUTGROWN * setting.largest < low


_OPENING: Final = 1
"""Last sentence of the opening, which tells of whom the headline names."""

_SO_NAMED: Final = 6
"""Tokens behind a count that may say "of that nationality"."""

_OUTGROWN: Final = 2
"""So many times the largest group of a people hardly is of it, if nobody says so."""

_SUFFERED: Final = frozenset(("injured", "killed"))
"""What befalls the people that a report is about, beside the stages that victims go through."""

_HANDLED: Final = frozenset(("reported", "identified"))
"""What an authority counts over years of its own people, in thousands."""

_LARGE: Final = 2000
"""From this size on, people without a nationality are hardly of the one that a report is about."""


def _before(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The draft whose people a general noun ("ten people") goes on with: the one just before.

    Only when that one names a single nationality, is no smaller, and no more than two sentences
    away.
    """
    if draft.kind in STOCKS or draft.quantity.interval.precision == "vague":
        return None
    told = backward(drafts, draft)
    last = next((d for d in told if d.quantity.unit == "person"), None)
    if last is None:
        return None
    more = draft.quantity.added
    if len(last.nations) != 1 or (last.nations == (FOREIGN,) and not (more and last.whole)):
        return None
    if draft.context.index - last.context.index > 2 or not _alike(draft.kind, last.kind):
        return None
    mine, its = draft.quantity.interval.low or 0, last.quantity.interval.low or 0
    return last if mine <= its or more else None


def _alike(kind: str, other: str) -> bool:
    """Whether two kinds can be told of one group without saying so."""
    return kind == other or (kind in VICTIMS and other in VICTIMS)
