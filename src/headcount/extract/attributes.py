"""Who, where and when of a claim, and who says it: from its clause, its sentence, then its whole.

Each function fills fields of one draft and notes in the trace how it found them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from headcount.extract.draft import Context, Draft
from headcount.extract.geography import SITES, Spot, best_place
from headcount.extract.speakers import Speaker
from headcount.extract.timewords import TimeMention
from headcount.extract.tokens import Token

MOVES = frozenset(("repatriated", "deported", "transferred", "moved"))
"""Kinds that have two ends."""

STOCKS = frozenset(("trafficked", "working", "operating", "proceeds", "lost"))
"""Kinds that are estimates unless the text counts them."""

VICTIMS = frozenset(
    (
        "freed",
        "escaped",
        "held",
        "missing",
        "reported",
        "repatriated",
        "deported",
        "transferred",
        "identified",
        "cleared_not",
        "trafficked",
        "moved",
    )
)
"""Kinds that one and the same group goes through."""

_PLANNABLE = frozenset(
    (
        "freed",
        "arrested",
        "charged",
        "repatriated",
        "deported",
        "transferred",
        "closed",
        "raided",
        "held",
        "moved",
        "identified",
    )
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole document: main country, host countries, day of publication, and
    `home`, the one nationality that the report is about ("" when there is no such)."""

    country: str | None
    hosts: frozenset[str]
    published: date | None
    home: str = ""


def home_of(drafts: list[Draft], words: list[Token]) -> str:
    """The one nationality that a report counts, "" when it counts several.

    Two counts must name it, or one count and a second mention of the people in `words`, the
    tokens of headline and text.
    """
    counted = [d.quantity.nations for d in drafts if d.quantity.nations]
    codes = {code for nations in counted for code in nations}
    if len(codes) != 1 or codes == {"FOREIGN"}:
        return ""
    code = codes.pop()
    named = sum(1 for t in words if code in (t.value("people"), t.value("adjective")))
    return code if len(counted) > 1 or named > 1 else ""


def fill_nations(draft: Draft, drafts: list[Draft], setting: Setting) -> None:
    """Nationality and group: of the noun phrase, else of the whole or of what it continues."""
    quantity = draft.quantity
    draft.nations = quantity.nations
    draft.group = quantity.group
    if quantity.unit not in ("person", "case"):
        draft.nations = ()
        return
    if draft.nations:
        draft.trace.append(f"nationality {', '.join(draft.nations)}: the counted noun")
        return
    own = _own(draft)
    if own:
        draft.nations = (own,)
        draft.trace.append(f"nationality {own}: “its nationals”, the country named before")
        return
    vague = quantity.interval.precision == "vague" and not quantity.partitive
    named = _people_before(draft) if quantity.elliptic and not vague else ""
    if named:
        draft.nations = (named,)
        draft.trace.append(f"nationality {named}: the people named before in the sentence")
        return
    source = draft.whole or draft.source or _before(draft, drafts)
    if source is None or not source.nations:
        _home(draft, setting)
        return
    part = draft.whole is not None and source.nations != ("FOREIGN",)
    near = draft.whole is None and draft.source is None
    if quantity.elliptic and vague:
        return
    if near or quantity.group or quantity.elliptic or quantity.definite or quantity.added or part:
        draft.nations = source.nations
        draft.trace.append(f"nationality {', '.join(draft.nations)}: of the group told before")


def _home(draft: Draft, setting: Setting) -> None:
    """People without a nationality are of the one that the report is about."""
    quantity = draft.quantity
    several = any(q.unit == "country" for q in draft.context.quantities)
    if not setting.home or several or quantity.unit != "person" or draft.kind in STOCKS:
        return
    if draft.kind not in VICTIMS:
        return
    if quantity.interval.precision == "vague" or (quantity.interval.low or 0) >= 2000:
        return
    draft.nations = (setting.home,)
    draft.trace.append(f"nationality {setting.home}: the only one that the report counts")


def _people_before(draft: Draft) -> str:
    """The nationality of people named before a number without a noun, in the same sentence."""
    tokens = draft.context.sentence.tokens
    for n in range(draft.quantity.first - 1, -1, -1):
        token = tokens[n]
        if token.norm == ";":
            return ""
        if not token.is_a("people") or not token.capital:
            continue
        following = tokens[n + 1]
        if {"body", "role", "head", "bad", "site"} & following.entries.keys():
            continue
        if following.kind == "w" and (following.capital or not following.entries):
            continue
        return token.value("people")
    return ""


def _before(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The draft whose people a general noun ("ten people") goes on with: the one just before.

    Only when that one names a single nationality, is no smaller, and no more than two sentences
    away.
    """
    earlier = [d for d in drafts if d.position < draft.position and d.quantity.unit == "person"]
    if not earlier or draft.kind in STOCKS or draft.quantity.interval.precision == "vague":
        return None
    last = earlier[-1]
    if len(last.nations) != 1 or last.nations == ("FOREIGN",):
        return None
    if draft.context.index - last.context.index > 2 or not _alike(draft.kind, last.kind):
        return None
    mine, its = draft.quantity.interval.low or 0, last.quantity.interval.low or 0
    return last if mine <= its else None


def _alike(kind: str, other: str) -> bool:
    """Whether two kinds can be told of one group without saying so."""
    return kind == other or (kind in VICTIMS and other in VICTIMS)


def _own(draft: Draft) -> str:
    """The country whose nationals "its nationals" are: the one named last before."""
    tokens = draft.context.sentence.tokens
    quantity = draft.quantity
    if not any(tokens[n].is_a("own") for n in range(quantity.first, quantity.after)):
        return ""
    if quantity.head < 0 or not tokens[quantity.head].is_a("head"):
        return ""
    before = [
        s for s in draft.context.spots if s.at < quantity.first and s.link not in ("in", "to")
    ]
    if before:
        return before[-1].country
    for n in range(quantity.first - 1, -1, -1):
        code = tokens[n].value("adjective") or tokens[n].value("people")
        if code:
            return code
    return ""


def fill_where(draft: Draft, contexts: list[Context], setting: Setting) -> None:
    """Country, place and the ends of a movement."""
    spots = [s for s in draft.context.spots if not _inside(draft, s)]
    home = draft.nations[0] if len(draft.nations) == 1 and draft.nations[0] != "FOREIGN" else None
    if draft.kind in MOVES:
        _ends(draft, spots, home, contexts, setting)
        return
    if draft.quantity.unit == "country":
        return
    region = _regional(draft)
    here = (
        [s for s in spots if s.link == "in"]
        or [
            s
            for s in spots
            if s.link in ("from", "") and not s.capital and (s.place or not s.loose)
        ]
        or [s for s in spots if s.link == "of" and s.country in setting.hosts]
    )
    if draft.kind in ("freed", "escaped"):
        left = [s for s in spots if s.link == "from"]
        here = left or [s for s in here if s.country in setting.hosts] or here
    spot = _nearest(draft, here)
    if spot is not None:
        _put(draft, here, spot, "the sentence")
        return
    if region:
        draft.trace.append("country none: the text speaks of a region")
        return
    source = draft.whole or draft.source
    if source is not None and (source.country or source.place):
        draft.country, draft.place = source.country, source.place
        return
    loose = [s for s in spots if s.loose or s.link == "" or s.capital]
    actor = _nearest(draft, [s for s in loose if s.country in setting.hosts])
    if draft.kind in ("arrested", "charged", "convicted", "raided", "seized") and actor is not None:
        _put(draft, [actor], actor, "the authority named")
        return
    _default(draft, contexts, setting)


def _put(draft: Draft, spots: list[Spot], spot: Spot, how: str) -> None:
    draft.country = spot.country
    near = [s for s in spots if s.country == spot.country]
    place = spot.place or best_place(near, spot.country)
    if spot.place is not None and len(near) > 1:
        best = best_place([s for s in near if abs(s.at - spot.at) <= 8], spot.country)
        place = best if best is not None else place
    draft.place = place.name if place else None
    draft.trace.append(f"where {draft.place or draft.country}: {how}")


def _inside(draft: Draft, spot: Spot) -> bool:
    return draft.quantity.first <= spot.at < draft.quantity.after


def _regional(draft: Draft) -> bool:
    """Whether the clause speaks of a region and of no single country."""
    return any(token.is_a("region") for token in draft.context.sentence.tokens)


def _nearest(draft: Draft, spots: list[Spot]) -> Spot | None:
    """The spot nearest to the predicate or the number, a named place before a country."""
    if not spots:
        return None
    tokens = draft.context.sentence.tokens

    def distance(spot: Spot) -> float:
        ends = (draft.focus, draft.quantity.after, draft.quantity.first)
        gap = min(abs(spot.at - end) for end in ends)
        low, high = sorted((spot.at, draft.focus))
        marks = sum(1 for t in tokens[low:high] if t.kind == "m" and t.norm in ";:—–")
        return gap + 6 * marks - (2 if spot.place else 0)

    return min(spots, key=distance)


def _default(draft: Draft, contexts: list[Context], setting: Setting) -> None:
    """The place of the sentences just before, else the main country of the document."""
    index = draft.context.index
    for context in reversed(contexts[max(index - 2, 0) : index]):
        if context.sentence.paragraph != draft.context.sentence.paragraph:
            break
        here = [s for s in context.spots if s.link in ("in", "from") and s.country in setting.hosts]
        if here:
            _put(draft, here, here[-1], "the sentence before")
            return
    if setting.country is not None:
        draft.country = setting.country
        draft.trace.append(f"where {draft.country}: the country that the report is about")
        if draft.scope == "event" and draft.kind not in STOCKS:
            places = {
                s.place.name
                for c in contexts
                for s in c.spots
                if s.place and s.country == setting.country and s.place.kind != "province"
            }
            if len(places) == 1:
                draft.place = places.pop()


def _ends(
    draft: Draft,
    spots: list[Spot],
    home: str | None,
    contexts: list[Context],
    setting: Setting,
) -> None:
    """Origin and destination of a movement, and with them country and place."""
    tokens = draft.context.sentence.tokens
    homeward = any(t.is_a("homeward") for t in tokens)
    origin = _nearest(draft, [s for s in spots if s.link == "from" and s.country != home])
    origin = origin or _nearest(
        draft, [s for s in spots if s.link == "of" and s.country in setting.hosts - {home}]
    )
    goal = _nearest(draft, [s for s in spots if s.link == "to"])
    if goal is None:
        goal = _nearest(draft, [s for s in spots if s.link == "in" and s.country == home])
    held = origin or _nearest(
        draft,
        [s for s in spots if s.link == "in" and s.country in setting.hosts and s.country != home],
    )
    source = draft.whole or draft.source
    if draft.kind == "moved":
        _settle(draft, goal, home, homeward)
        if goal is None and not homeward and source is not None and source.kind == "deported":
            draft.kind = "deported"
    if draft.kind == "repatriated":
        draft.destination = home or (goal.country if goal else None)
        if home is None and draft.destination and not draft.nations:
            draft.nations = (draft.destination,)
            draft.trace.append(f"nationality {draft.destination}: brought home there")
    elif goal is not None:
        draft.destination = goal.country
    if held is not None and held.country != draft.destination:
        draft.origin = held.country
        _put(draft, [held], held, "where they were brought from")
    elif source is not None and source.country:
        draft.origin, draft.country, draft.place = source.origin, source.country, source.place
        draft.destination = draft.destination or source.destination
    else:
        actor = _nearest(
            draft, [s for s in spots if s.country in setting.hosts and s.country != home]
        )
        if actor is not None:
            _put(draft, [actor], actor, "the country named in the sentence")
        else:
            _default(draft, contexts, setting)
        if draft.country != draft.destination:
            draft.origin = draft.country
    if draft.origin is None and draft.country != draft.destination:
        draft.origin = draft.country


def _settle(draft: Draft, goal: Spot | None, home: str | None, homeward: bool) -> None:
    """Whether people who were moved came home or only over a border."""
    if homeward or (home is not None and (goal is None or goal.country == home)):
        draft.kind = "repatriated"
    elif goal is not None and home is not None and goal.country != home:
        draft.kind = "transferred"
    elif goal is not None and home is None:
        draft.kind = "repatriated" if goal.place is None else "transferred"
    else:
        draft.kind = "repatriated"
    draft.trace.append(f"kind {draft.kind}: by the ends of the movement")


def fill_when(draft: Draft, contexts: list[Context], setting: Setting) -> None:
    """First and last day, and with them whether it is a running total."""
    mention = _time(draft)
    tokens = draft.context.sentence.tokens
    if mention is not None:
        start, end = mention.days
        if (
            mention.role == "since"
            and end is None
            and setting.published
            and draft.scope != "planned"
        ):
            length = (setting.published - start).days if start else 0
            if length > 7:
                _cumulate(draft)
        elif mention.role == "span" or (
            mention.days.length and mention.days.length > 45 and draft.scope == "event"
        ):
            _cumulate(draft)
        draft.start, draft.end = start, end
        words = " ".join(t.norm for t in tokens[mention.first : mention.after])
        draft.trace.append(f"when {start} to {end}: “{words}”")
        return
    if any(t.value("time") and t.entries["time"].extra == "total" for t in tokens):
        _cumulate(draft)
    source = draft.whole or draft.source
    if source is not None and source.kind == draft.kind and draft.scope != "planned":
        draft.start, draft.end = source.start, source.end
        if source.scope == "cumulative":
            draft.scope = "cumulative"


def _cumulate(draft: Draft) -> None:
    if draft.scope == "event" or draft.kind in ("lost", "proceeds"):
        draft.scope = "cumulative"


def _time(draft: Draft) -> TimeMention | None:
    """The time expression that dates the predicate: not the day of the announcement."""
    tokens = draft.context.sentence.tokens
    best: tuple[float, TimeMention] | None = None
    for mention in draft.context.times:
        if _announces(draft, mention):
            continue
        gap = min(abs(mention.first - draft.focus), abs(mention.first - draft.quantity.after))
        low, high = sorted((mention.first, draft.focus))
        between = tokens[low:high]
        cost = gap + 5.0 * sum(1 for t in between if t.kind == "m" and t.norm in ";:—–(")
        cost += 4.0 * sum(1 for t in between if t.is_a("rel"))
        cost += 2.0 * sum(1 for t in between if t.norm == ",")
        if best is None or cost < best[0]:
            best = (cost, mention)
    return best[1] if best is not None and best[0] <= 30 else None


def _announces(draft: Draft, mention: TimeMention) -> bool:
    """Whether a time stands with the verb of speech rather than with what happened."""
    tokens = draft.context.sentence.tokens
    for speaker in draft.context.speakers:
        low, high = sorted((speaker.at, mention.first))
        if high - low > 6:
            continue
        between = range(low + 1, high)
        if any(tokens[n].is_a("pred") or tokens[n].is_a("rel") for n in between):
            continue
        if abs(mention.first - speaker.at) <= abs(mention.first - draft.focus):
            return True
    return False


def fill_scope(draft: Draft) -> None:
    """Planned, estimated, or one operation; running totals are found with the days."""
    tokens = draft.context.sentence.tokens
    if draft.kind in STOCKS:
        draft.scope = "estimate"
        return
    if draft.kind not in _PLANNABLE:
        return
    if draft.match is not None and draft.match.plan:
        draft.scope = "planned"
        return
    at = draft.match.at if draft.match is not None and draft.match.at >= 0 else -1
    if at >= 0 and _plan_before(draft, at):
        draft.scope = "planned"
    elif at < 0 or tokens[at].predicates[0].extra.startswith("noun"):
        tail = tokens[draft.quantity.after : draft.quantity.after + 5]
        if any(t.is_a("plan") for t in tail) or _plan_before(draft, draft.quantity.number.first):
            draft.scope = "planned"
    if draft.scope == "event" and draft.source is not None and draft.match is None:
        if draft.source.scope == "planned" and draft.rule == "part":
            draft.scope = "planned"


def _plan_before(draft: Draft, at: int) -> bool:
    """Whether a word of intention governs the token at `at`."""
    tokens = draft.context.sentence.tokens
    for n in range(at - 1, max(at - 7, -1), -1):
        token = tokens[n]
        if token.is_a("plan") and not token.is_a("hedge"):
            return True
        if token.kind == "m" or token.is_a("rel") or token.is_a("conj"):
            return False
    return False


def fill_speaker(draft: Draft, contexts: list[Context]) -> None:
    """The attribution of the sentence, a pronoun resolved to the speaker before."""
    speaker = _closest(draft, draft.context.speakers)
    if speaker is not None and not speaker.pronoun:
        draft.speaker = speaker.text
        draft.trace.append(f"according to {speaker.text}: the sentence says so")
        return
    earlier = [
        s
        for context in contexts[max(draft.context.index - 6, 0) : draft.context.index]
        for s in context.speakers
        if not s.pronoun
    ]
    source = draft.whole or draft.source
    if speaker is not None and earlier:
        draft.speaker = earlier[-1].text
        draft.trace.append(f"according to {draft.speaker}: the pronoun’s speaker before")
    elif source is not None and source.speaker and draft.match is None:
        draft.speaker = source.speaker


def _closest(draft: Draft, speakers: list[Speaker]) -> Speaker | None:
    if not speakers:
        return None
    return min(speakers, key=lambda s: (abs(s.at - draft.focus), s.pronoun))


def site_spot(spot: Spot) -> bool:
    """Whether a spot is a compound or zone by name."""
    return spot.place is not None and spot.place.kind in SITES
