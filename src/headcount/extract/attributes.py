"""Who and when of a claim, its scope, and who says it: from clause, sentence, then whole.

Each function fills fields of one draft and notes in the trace how it found them.
"""

from __future__ import annotations

from headcount.days import Days
from headcount.extract.draft import Context, Draft
from headcount.extract.setting import STOCKS, VICTIMS, Setting
from headcount.extract.speakers import Speaker
from headcount.extract.timewords import TimeMention
from headcount.extract.tokens import Token

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
    again = _counted_before(draft, drafts, setting) if quantity.definite else ()
    if again:
        draft.nations = again
        draft.trace.append(f"nationality {', '.join(again)}: the same number told before")
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


def _counted_before(draft: Draft, drafts: list[Draft], setting: Setting) -> tuple[str, ...]:
    """The nationality told with the same number before, in the text or the headline."""
    value = draft.quantity.number.value
    for other in drafts:
        if other.position < draft.position and other.quantity.number.value == value:
            if other.quantity.nations:
                return other.quantity.nations
    return setting.counted.get(int(value), ())


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
    if quantity.head < 0 or not tokens[quantity.head].is_a("citizen"):
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


def fill_when(draft: Draft, setting: Setting) -> None:
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


_OPERATION = 6
"""Sentences over which undated figures of one kind share the day of a dated one."""


def share_days(drafts: list[Draft], contexts: list[Context]) -> None:
    """Give undated figures the days of the operation that they belong to.

    That is the nearest dated figure of the same kind, before or behind; else the day that the
    sentence just before tells, where it does not date an announcement.
    """
    dated = [d for d in drafts if d.start or d.end]
    operation = _operation_days(contexts)
    for draft in drafts:
        if draft.start or draft.end or draft.scope in ("planned", "estimate"):
            continue
        near = [
            d
            for d in dated
            if d.kind == draft.kind
            and d.scope not in ("planned", "estimate")
            and (d.country == draft.country or d.country is None or draft.country is None)
            and abs(d.context.index - draft.context.index) <= _OPERATION
        ]
        if near:
            nearest = min(near, key=lambda d: abs(d.context.index - draft.context.index))
            draft.start, draft.end = nearest.start, nearest.end
            draft.trace.append(f"when {draft.start} to {draft.end}: as the figure near it")
            continue
        _day_before(draft, contexts)
        early = draft.context.index <= 2 * _LEAD
        if draft.start is None and operation is not None and early and draft.kind in _PLANNABLE:
            draft.start, draft.end = operation
            draft.trace.append(f"when {draft.start} to {draft.end}: the day of the operation")


_LEAD = 6
"""Sentences at the beginning in which a report tells when its operation took place."""


def _operation_days(contexts: list[Context]) -> Days | None:
    """The one day that the lead gives for what authorities or victims did; None if several."""
    found: set[Days] = set()
    for context in contexts[:_LEAD]:
        kinds = {e.value for t in context.sentence.tokens for e in t.predicates}
        if not kinds & _PLANNABLE or (context.quantities and context.speakers):
            continue
        found.update(t.days for t in context.times if t.role == "at" and (t.days.length or 99) <= 3)
    return found.pop() if len(found) == 1 else None


def _day_before(draft: Draft, contexts: list[Context]) -> None:
    """The day that the sentence just before in the paragraph tells of what happened."""
    index = draft.context.index
    if index == 0:
        return
    before = contexts[index - 1]
    if before.sentence.paragraph != draft.context.sentence.paragraph or before.speakers:
        return
    days = [t for t in before.times if t.role == "at" and (t.days.length or 99) <= 7]
    if len(days) == 1:
        draft.start, draft.end = days[0].days
        draft.trace.append(f"when {draft.start} to {draft.end}: the sentence before")


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
    """The attribution of the sentence; "he" and "the report" go to the speaker told before."""
    speaker = _closest(draft, draft.context.speakers)
    if speaker is not None and not speaker.vague:
        draft.speaker = speaker.text
        draft.trace.append(f"according to {speaker.text}: the sentence says so")
        return
    before = _told_before(draft, contexts)
    if speaker is not None:
        draft.speaker = before or speaker.text or None
        if draft.speaker:
            draft.trace.append(f"according to {draft.speaker}: the speaker told before")
        return
    source = draft.whole or draft.source
    if source is not None and source.speaker and draft.match is None:
        draft.speaker = source.speaker
        draft.trace.append(f"according to {draft.speaker}: as the whole")


def _told_before(draft: Draft, contexts: list[Context]) -> str:
    """The last definite speaker in the sentences before, "" when there is none."""
    here = [s for s in draft.context.speakers if not s.vague]
    if here:
        return here[-1].text
    for context in reversed(contexts[max(draft.context.index - 6, 0) : draft.context.index]):
        for speaker in reversed(context.speakers):
            if not speaker.vague:
                return speaker.text
    return ""


def _closest(draft: Draft, speakers: list[Speaker]) -> Speaker | None:
    if not speakers:
        return None
    return min(speakers, key=lambda s: (abs(s.at - draft.focus), s.vague))
