"""Document to claims: the stages in their order.

tokens -> numbers -> quantities -> kinds -> wholes -> who, where, when, said by -> one claim a
fact -> the gate. A document in a language without a pack gives no claims.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from headcount.days import LONGEST_MONTH, SHORTEST_MONTH, Days
from headcount.extract.assembly.draft import Context, Draft
from headcount.extract.assembly.inheritance import echo_of
from headcount.extract.assembly.kinds import drafts_of
from headcount.extract.assembly.lists import of_hosts_too, runs, share_people
from headcount.extract.assembly.merge import merge
from headcount.extract.assembly.told import Told
from headcount.extract.assembly.wholes import link
from headcount.extract.attributes.bystanders import bystanding
from headcount.extract.attributes.campaigns import (
    add_up_reports,
    clear_future,
    share_days,
)
from headcount.extract.attributes.caught import Taken
from headcount.extract.attributes.courts import court_of, judged
from headcount.extract.attributes.datelines import date_line, dateline, written_at
from headcount.extract.attributes.homes import callers_of, home_of, largest_of, titled_people
from headcount.extract.attributes.opening import LEAD
from headcount.extract.attributes.parts import part_other_operations, part_other_peoples
from headcount.extract.attributes.said import fill_speaker, only_speaker
from headcount.extract.attributes.scenes import leave_place
from headcount.extract.attributes.scope import fill_scope
from headcount.extract.attributes.setting import Setting
from headcount.extract.attributes.spots import headlined, locating, only_people
from headcount.extract.attributes.when import fill_when, span_parts
from headcount.extract.attributes.where import fill_where
from headcount.extract.attributes.who import fill_nations
from headcount.extract.gate import check
from headcount.extract.mentions.names import people_named
from headcount.extract.mentions.naming import first_named
from headcount.extract.mentions.places import (
    centres,
    find_spots,
    hosts,
    main_country,
    pack_lexicon,
)
from headcount.extract.mentions.quantities import find_quantities
from headcount.extract.mentions.quantity import Refused
from headcount.extract.mentions.sametimes import spoken, times_again
from headcount.extract.mentions.seats import find_seats, told_last
from headcount.extract.mentions.sentences import sentences
from headcount.extract.mentions.speakers import behind, find_speakers
from headcount.extract.mentions.times import find_times
from headcount.extract.mentions.titled import with_names
from headcount.extract.mentions.tokens import Sentence, Token
from headcount.extract.mentions.topic import fiction, offtopic, on_topic
from headcount.languages.pack import Pack, load_pack
from headcount.languages.scripts import seen
from headcount.model import (
    Claim,
    Document,
    Extraction,
    Group,
    Kind,
    LeftOut,
    Precision,
    Quote,
    Scope,
    Unit,
)
from headcount.spans import Span

_PLACES: Final = frozenset(
    ("place", "country", "capital", "adjective", "ground", "authority", "seat")
)
_SPEECH: Final = frozenset(("cite", "say"))
_OFFICES: Final = frozenset(("body", "role"))
_TIMES: Final = frozenset(("digits", "num", "time", "month", "recent", "gap"))
"""A sentence with none of these classes names no place, no speaker, nobody in office, no time."""

_AROUND: Final = 32
"""Characters kept before and after a quote, as W3C text selectors do."""


def extract(document: Document) -> Extraction:
    """The claims of one document in the order of its text, and the numbers left out.

    Pure: the same document gives the same claims. Raises GroundingError when a claim would not
    be grounded in the text, which is a fault of a rule and never of the input.
    """
    pack = load_pack(document.lang) if document.lang else None
    if pack is None:
        return Extraction(document, ())
    lexicon = pack_lexicon(pack.tag)
    body = with_names(sentences(document.text, lexicon, pack.abbreviations))
    title = with_names(sentences(document.title or "", lexicon, pack.abbreviations))
    about = on_topic(title, body, centres())
    if not any(about):
        return Extraction(document, (), _all_left_out(document, body, pack))
    contexts = _contexts(document, body, pack)
    left_out = _passed_over(contexts, about, document.text)
    drafts, refused = _drafts(contexts, body, title, document.text)
    left_out.extend(refused)
    setting = _setting(document, pack, contexts, drafts, (title, body))
    _fill(drafts, contexts, setting)
    headline = _tokens(title)
    drafts, dropped = merge(drafts, " ".join(t.norm for t in headline if t.kind != "m"))
    part_other_peoples(drafts)
    part_other_operations(drafts)
    left_out.extend(_dropped(document.text, dropped))
    claims = _claims(document, drafts)
    for claim in claims:
        check(claim, document.text, pack.tag)
    return Extraction(document, claims, tuple(sorted(left_out, key=lambda out: out.start)))


def _setting(
    document: Document,
    pack: Pack,
    contexts: list[Context],
    drafts: list[Draft],
    text: tuple[list[Sentence], list[Sentence]],
) -> Setting:
    """What the report as a whole is about; `text` is its title and its body."""
    title, body = text
    named = [(0, spot) for sentence in title for spot in find_spots(sentence.tokens)]
    told = [(c, spot) for c in contexts if not written_at(c) for spot in locating(c)]
    here = named + [(c.sentence.paragraph, s) for c, s in told if not bystanding(c, s)]
    named += [(c.sentence.paragraph, spot) for c, spot in told]
    counted = {nation for draft in drafts for nation in draft.quantity.nations}
    here = [(p, s) for p, s in here if not only_people(s, counted)]
    if not any(spot.country in hosts() for _, spot in here):
        here = [(p, s) for p, s in named if not only_people(s, counted)]
    words = _tokens([*title, *body])
    cases = any(draft.quantity.unit == "case" for draft in drafts)
    return Setting(
        country := main_country(here, hosts()),
        hosts(),
        _day(document),
        home := home_of(drafts, words, hosts(), titled := titled_people(_tokens(title), country)),
        _headline(document.title or "", title, pack),
        main_country(named, None) or headlined(title, counted),
        callers_of(words, country, hosts()) if cases else "",
        largest_of(drafts, home),
        court_of(contexts) if any(judged(d) for d in drafts) else ("", None),
        titled,
        beside=main_country(named, hosts() - {country}),
    )


def _fill(drafts: list[Draft], contexts: list[Context], setting: Setting) -> None:
    """Who, where, when, in which scope and by whom, for each draft and then among them."""
    link(drafts)
    only = only_speaker(contexts)
    taken = Taken(drafts, setting)
    for draft in drafts:
        fill_nations(draft, drafts, setting, contexts)
        fill_scope(draft)
        fill_where(draft, contexts, setting, drafts)
        taken.fill(draft)
        fill_when(draft, setting)
        leave_place(draft)
        fill_speaker(draft, contexts, only)
    span_parts(drafts, setting.published)
    share_days(drafts, contexts, setting.published)
    add_up_reports(drafts)
    clear_future(drafts, setting.published)


def _tokens(sentences: list[Sentence]) -> list[Token]:
    return [token for sentence in sentences for token in sentence.tokens]


_YEARS: Final = range(1990, 2101)
"""A day of publication outside these years is no day to count from."""


def _day(document: Document) -> date | None:
    """The day of publication that relative days are counted from."""
    day = document.published
    return day if day is not None and day.year in _YEARS else None


def _headline(text: str, title: list[Sentence], pack: Pack) -> dict[int, tuple[str, ...]]:
    """The numbers of the headline with the nationality that they count."""
    found = [q for s in title for q in find_quantities(s, 0, text, pack)[0] if q.nations]
    return {int(q.number.value): q.nations for q in found}


def _contexts(document: Document, body: list[Sentence], pack: Pack) -> list[Context]:
    """Every sentence with what is found in it."""
    names = people_named(body, document.text)
    contexts: list[Context] = []
    country: str | None = None
    for index, sentence in enumerate(body):
        quantities, refused = find_quantities(sentence, index, document.text, pack)
        context = Context(index, sentence, quantities, refused)
        if not _PLACES.isdisjoint(sentence.classes):
            spots = find_spots(sentence.tokens)
            seats = find_seats(sentence, spots, country)
            context.spots = sorted(spots + seats, key=lambda s: s.at) if seats else spots
            country = told_last(context.spots, country)
        if not _SPEECH.isdisjoint(sentence.classes):
            begins = dateline(sentence.tokens)
            told = sentence.tokens[begins:] if begins else sentence.tokens
            found = find_speakers(told, document.text, names)
            context.speakers = [behind(speaker, begins) for speaker in found]
        if not _OFFICES.isdisjoint(sentence.classes):
            context.named = first_named(sentence.tokens, document.text, names)
        contexts.append(context)
    _date(contexts, document)
    return contexts


def _date(contexts: list[Context], document: Document) -> None:
    """The times of the sentences that count, of those before them, and of the lead."""
    published = _day(document)
    last: Days | None = None
    for context, following in zip(contexts, [*contexts[1:], None], strict=True):
        counted = context.quantities or (following is not None and following.quantities)
        if not (counted or context.index < LEAD) or _TIMES.isdisjoint(context.sentence.classes):
            continue
        tokens = context.sentence.tokens
        times = times_again(tokens, find_times(tokens, published), last, published)
        if not times:
            continue
        if not date_line(context, document.published):
            begins = dateline(tokens)
            context.times = [
                t for t in times if t.first >= begins or (t.days.length or 0) >= SHORTEST_MONTH
            ]
        told = [t for t in reversed(times) if t.role != "recent" and any(t.days)]
        # "On 9 January they counted for all of 2023": what follows goes on from the day.
        told.sort(key=lambda t: (_long(t.days), spoken(tokens, t)))
        last = told[0].days if told else last


def _long(over: Days) -> bool:
    """Whether a time is longer than a month, or open."""
    return (over.length or LONGEST_MONTH + 1) > LONGEST_MONTH


def _passed_over(contexts: list[Context], about: list[bool], text: str) -> list[LeftOut]:
    """The numbers in sentences that are not about the crisis, which their contexts lose."""
    out: list[LeftOut] = []
    for context, on_subject in zip(contexts, about, strict=True):
        if not on_subject:
            spans = [(q.first, q.after) for q in context.quantities]
            spans += [(r.first, r.after) for r in context.refused]
            out.extend(_refusal(text, context, Refused(*span, _ELSEWHERE)) for span in spans)
            context.quantities, context.refused = [], []
    return out


_ELSEWHERE: Final = "this part of the text is not about the crisis"


def _drafts(
    contexts: list[Context], body: list[Sentence], title: list[Sentence], text: str
) -> tuple[list[Draft], list[LeftOut]]:
    """All drafts of a document, and the numbers left out on the way."""
    told = Told()
    out: list[LeftOut] = []
    for context, invented in zip(contexts, fiction(body, hosts()), strict=True):
        out.extend(_refusal(text, context, refused) for refused in context.refused)
        for quantity in list(context.quantities):
            other = offtopic(context.sentence, quantity.first, quantity.after)
            reason = (
                "a film or a novel tells it" if invented else other and f"another matter: {other}"
            )
            if reason:
                context.quantities.remove(quantity)
                out.append(_refusal(text, context, Refused(quantity.first, quantity.after, reason)))
        if not context.quantities:
            continue
        of_hosts_too(context.sentence.tokens, context.quantities)
        context.runs = runs(context.sentence.tokens, context.quantities)
        for run in context.runs:
            share_people(context.sentence.tokens, run)
        near = body[max(context.index - 2, 0) : context.index]
        refused_here = drafts_of(context, told, echo_of(near) or echo_of(title))
        out.extend(_refusal(text, context, refused) for refused in refused_here)
    return told.drafts, out


def _refusal(text: str, context: Context, refused: Refused) -> LeftOut:
    tokens = context.sentence.tokens
    start = tokens[refused.first].start
    end = tokens[max(refused.after, refused.first + 1) - 1].end
    return LeftOut(text[start:end], start, end, refused.reason)


def _dropped(text: str, dropped: list[tuple[Draft, str]]) -> list[LeftOut]:
    return [
        _refusal(text, d.context, Refused(d.quantity.first, d.quantity.after, reason))
        for d, reason in dropped
    ]


def _all_left_out(document: Document, body: list[Sentence], pack: Pack) -> tuple[LeftOut, ...]:
    """Every number of a document that is not about the crisis."""
    reason = "the report is not about the crisis"
    out: list[LeftOut] = []
    for index, sentence in enumerate(body):
        quantities, refused = find_quantities(sentence, index, document.text, pack)
        context = Context(index, sentence, quantities, refused)
        spans = [(q.first, q.after) for q in quantities] + [(r.first, r.after) for r in refused]
        out.extend(_refusal(document.text, context, Refused(*span, reason)) for span in spans)
    return tuple(sorted(out, key=lambda left: left.start))


def _claims(document: Document, drafts: list[Draft]) -> tuple[Claim, ...]:
    """Drafts to claims, numbered in the order of the text."""
    ordered = sorted(drafts, key=lambda draft: draft.position)
    number = {id(draft): n for n, draft in enumerate(ordered, 1)}
    return tuple(_claim(document, draft, number) for draft in ordered)


_kind, _unit, _precision = cache(Kind), cache(Unit), cache(Precision)
_group, _scope = cache(Group), cache(Scope)


def _claim(document: Document, draft: Draft, number: dict[int, int]) -> Claim:
    quantity = draft.quantity
    tokens = draft.context.sentence.tokens
    start, end = tokens[quantity.first].start, tokens[quantity.after - 1].end
    text = document.text
    whole = number.get(id(draft.whole)) if draft.whole is not None else None
    return Claim(
        document=document.id,
        n=number[id(draft)],
        kind=_kind(draft.kind),
        unit=_unit(quantity.unit),
        low=quantity.interval.low,
        high=quantity.interval.high,
        precision=_precision(quantity.interval.precision),
        quote=Quote(
            text[start:end],
            start,
            end,
            text[max(start - _AROUND, 0) : start],
            text[end : end + _AROUND],
        ),
        currency=quantity.currency or None,
        nationality=draft.nations,
        group=_group(draft.group) if draft.group else None,
        country=draft.country,
        place=draft.place,
        origin=draft.origin,
        destination=draft.destination,
        start=draft.start,
        end=draft.end,
        according_to=seen(draft.speaker)[0] if draft.speaker else None,
        scope=_scope(draft.scope),
        part_of=whole,
        sentence=Span(draft.context.sentence.start, draft.context.sentence.end),
        rule=draft.rule,
        trace=tuple(draft.trace),
    )
