"""The parts that pages are made of: words, guards, quotes, scale, sums."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_books import claim, document, many, raid

from headcount.errors import DataError
from headcount.model import Book, Figure, Kind, Precision, Scope, Unit
from headcount.publish.catalogue import FAMILIES, Catalogue
from headcount.publish.guards import csv_cell, safe_url, script_json, slugs
from headcount.publish.quoting import LONGEST, passages
from headcount.publish.scale import scale
from headcount.publish.timeline import timeline
from headcount.publish.views import headline
from headcount.publish.wording import LANGUAGES, wording
from headcount.spans import Span

EN, FR = wording("en"), wording("fr")


def keys(node: Any, path: str = "") -> set[str]:
    """Dotted keys of all entries."""
    if not isinstance(node, dict):
        return {path}
    return {k for name, value in node.items() for k in keys(value, f"{path}.{name}")}


def test_both_languages_have_the_same_strings() -> None:
    assert keys(EN._strings) == keys(FR._strings)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_of_the_records_has_a_name(lang: str) -> None:
    w = wording(lang)
    for kind in Kind:
        assert w.kind(kind)
        assert w.t(f"definition.{kind}")
    for unit in Unit:
        assert w.t(f"unit.{unit}")
    for scope in Scope:
        assert w.t(f"scope.{scope}")
    assert {k for kinds in FAMILIES.values() for k in kinds} == set(Kind)


@pytest.mark.parametrize(
    ("tag", "english", "french"),
    [("th", "Thai", "thaï"), ("zh-Hant", "Chinese", "chinois"), ("xx", "xx", "xx")],
)
def test_languages_have_a_name(tag: str, english: str, french: str) -> None:
    assert (EN.language(tag), FR.language(tag)) == (english, french)


def test_a_string_that_is_not_there_is_an_error() -> None:
    with pytest.raises(DataError, match=r"no\.such"):
        EN.t("no.such")


@pytest.mark.parametrize(
    ("low", "high", "english", "french"),
    [
        (215, 215, "215", "215"),
        (1234, 7000, "1,234–7,000", "1\u202f234–7\u202f000"),
        (100000, None, "100,000 or more", "100\u202f000 ou plus"),
        (0, 400, "up to 400", "jusqu’à 400"),
        (None, 400, "up to 400", "jusqu’à 400"),
        (0, 0, "0", "0"),
        (None, None, "not known", "inconnu"),
    ],
)
def test_intervals(low: int | None, high: int | None, english: str, french: str) -> None:
    assert EN.interval(low, high) == english
    assert FR.interval(low, high) == french


def test_money_is_written_short() -> None:
    assert EN.amount(33_300_000_000, 37_000_000_000, "USD") == "USD 33.3 billion–37 billion"
    assert FR.amount(33_300_000_000, 33_300_000_000, "USD") == "33,3 milliards USD"


def test_days() -> None:
    first = date(2025, 3, 1)
    assert EN.day(first) == "1 March 2025"
    assert FR.day(first) == "1er mars 2025"
    assert EN.days(first, date(2025, 3, 4)) == "1 Mar 2025 – 4 Mar 2025"
    assert EN.days(None, None) == ""


def test_a_hedged_number_is_given_back_as_it_was_said() -> None:
    report = document("d", "about 5,000 people")
    about = claim(report, 1, "about 5,000", 4500, high=5500, precision=Precision.ABOUT)
    assert EN.claimed(about) == "about 5,000"
    nearly = replace(about, low=270, high=300)
    assert EN.claimed(nearly) == "nearly 300"


@given(st.lists(st.text(max_size=90), max_size=8))
def test_file_names_are_safe_and_different(ids: list[str]) -> None:
    names = slugs(ids)
    assert len({n.lower() for n in names.values()}) == len(set(ids))
    for name in names.values():
        assert 0 < len(name) < 80
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_plain_id_keeps_its_name() -> None:
    assert slugs(["ev-0123456789ab", "con"])["ev-0123456789ab"] == "ev-0123456789ab"
    assert slugs(["con"])["con"] != "con"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/ข่าว?x=1#y", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https:///nohost", False),
        ("//a.example", False),
        ("https://user@a.example", False),
        ("https://a.example/\nx", False),
        ('https://a.example/"x', False),
        ("https://[", False),
        (None, False),
    ],
)
def test_only_plain_addresses_become_links(url: str | None, safe: bool) -> None:
    assert safe_url(url) == (url if safe else None)


@given(st.text())
def test_json_in_a_script_cannot_end_it(text: str) -> None:
    written = str(script_json({"t": text}))
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"t": text}


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    assert not csv_cell(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text(min_size=1, max_size=700), st.data())
def test_passages_show_the_sentence_and_no_more(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
    low = data.draw(st.integers(0, start))
    high = data.draw(st.integers(end, len(text)))
    report = document("d", text)
    one = claim(report, 1, text[start:end], 3)
    one = replace(one, quote=replace(one.quote, start=start, end=end), sentence=Span(low, high))
    (shown,) = passages(text, [one])
    assert low <= shown.span.start <= start < end <= shown.span.end <= high
    assert shown.span.length <= LONGEST
    assert "".join(p.text for p in shown.pieces) == text[shown.span.start : shown.span.end]
    assert "".join(p.text for p in shown.pieces if p.claims) == text[start:end]


def test_claims_of_one_sentence_share_a_passage() -> None:
    book = raid()
    text = book.documents["en-raid"].text
    shown = passages(text, [c for c in book.claims.values() if c.document == "en-raid"])
    assert [[c.n for c in p.claims] for p in shown] == [[1, 2], [3]]


def test_a_quote_outside_the_text_is_not_shown() -> None:
    book = raid()
    assert passages("short", book.claims.values()) == ()


@given(st.lists(st.integers(0, 10**12) | st.none(), max_size=20))
def test_the_scale_has_room_and_order(values: list[int | None]) -> None:
    line = scale(values)
    places = [line.at(v) for v in sorted(v for v in values if v is not None)]
    assert places == sorted(places)
    assert all(0 <= p <= 100 for p in places)
    ticks = [x for _, x in line.ticks]
    assert ticks == sorted(set(ticks))


def test_three_and_seven_thousand_stand_apart() -> None:
    line = scale([3, 215, 7000])
    assert line.at(3) < 3
    assert 45 < line.at(215) < 65
    assert line.at(7000) > 97
    assert len(line.ticks) >= 3


def test_sums_take_totals_and_leave_estimates() -> None:
    catalogue = Catalogue(raid())
    (total,) = catalogue.totals
    assert (total.kind, total.low, total.best, total.high) == (Kind.FREED, 215, 215, 218)
    assert [c.n for c in catalogue.apart] == [3]


def one_figure(*scopes: Scope, number: int = 7000, **fields: object) -> Catalogue:
    """A book of one event whose figure rests on claims of these scopes, one a report."""
    book = raid()
    report = book.documents["en-raid"]
    reports = {f"r-{n}": replace(report, id=f"r-{n}") for n in range(len(scopes))}
    claims = {
        (name, 1): claim(reports[name], 1, "215", number, scope=scope)
        for name, scope in zip(reports, scopes, strict=True)
    }
    kept = tuple(claims)
    figure = Figure(Kind.FREED, Unit.PERSON, (), number, number, number, "range", kept)
    event = replace(book.events[0], claims=kept, figures=(figure,), **fields)  # type: ignore[arg-type]
    return Catalogue(Book(reports, claims, (event,), ()))


@pytest.mark.parametrize(
    ("scopes", "summed"),
    [
        ((Scope.EVENT,), True),
        ((Scope.CUMULATIVE,), False),
        ((Scope.ESTIMATE,), False),
        ((Scope.EVENT, Scope.EVENT, Scope.CUMULATIVE), True),
        ((Scope.EVENT, Scope.CUMULATIVE, Scope.CUMULATIVE), False),
    ],
)
def test_a_running_total_is_not_summed_as_an_operation(
    scopes: tuple[Scope, ...], summed: bool
) -> None:
    assert bool(one_figure(*scopes).totals) is summed


def test_the_claim_that_best_rests_on_decides_not_one_that_allows_it() -> None:
    catalogue = one_figure(Scope.CUMULATIVE, Scope.EVENT)
    exact, loose = catalogue.claims.values()
    loose = replace(loose, low=1000, high=None, precision=Precision.AT_LEAST)
    claims = {(c.document, c.n): c for c in (exact, loose)}
    book = replace(catalogue.book, claims=claims)
    assert Catalogue(book).totals == ()


@pytest.mark.parametrize(("number", "summed"), [(7000, 7000), (10, 10), (9, 18)])
def test_an_equal_number_told_of_two_events_is_summed_once(number: int, summed: int) -> None:
    book = one_figure(Scope.EVENT, number=number).book
    twice = replace(book, events=(book.events[0], replace(book.events[0], id="ev-again")))
    (total,) = Catalogue(twice).totals
    assert (total.low, total.best, total.high) == (summed, summed, summed)


def test_a_number_that_nobody_said_is_not_summed() -> None:
    book = one_figure(Scope.EVENT).book
    vague = {
        key: replace(c, high=9999, precision=Precision.VAGUE) for key, c in book.claims.items()
    }
    assert Catalogue(replace(book, claims=vague)).totals == ()


def test_what_has_no_first_day_is_not_summed() -> None:
    assert one_figure(Scope.EVENT, start=None, end=None, place=None).totals == ()
    assert one_figure(Scope.EVENT, start=None).totals == ()


def test_a_part_larger_than_its_whole_is_no_part() -> None:
    catalogue = one_figure(Scope.CUMULATIVE, Scope.CUMULATIVE)
    whole, other = catalogue.claims.values()
    claims = [
        replace(whole, n=1, low=260, high=260),
        replace(whole, n=2, part_of=1),
        replace(whole, n=3, low=9, high=9, part_of=1),
    ]
    book = replace(catalogue.book, claims={(c.document, c.n): c for c in claims})
    assert other.part_of is None
    assert [c.n for c in Catalogue(book).apart] == [2, 1]


def test_conflicts_are_claims_that_cannot_both_be_true() -> None:
    catalogue = Catalogue(raid())
    ((event, figure),) = catalogue.conflicts
    assert event.id == "ev-0123456789ab"
    assert figure.nationality == ("FOREIGN",)
    assert not Catalogue(many(2)).conflicts


def test_a_note_makes_no_dispute_nor_a_finding_on_other_claims() -> None:
    book = raid()
    (finding,) = book.findings
    for other in (
        replace(finding, severity="note"),
        replace(finding, code="two-days"),
        replace(finding, claims=(("en-raid", 1), ("en-raid", 2))),
    ):
        catalogue = Catalogue(replace(book, findings=(other,)))
        assert not catalogue.conflicts
        assert catalogue.disputed == (set() if other.severity == "note" else {finding.event})


def vague(unit: Unit = Unit.PERSON, **fields: Any) -> tuple[Catalogue, Figure]:
    """A book whose one figure rests on a report that tells "thousands"."""
    book = raid()
    fields = {"low": 2000, "high": 9999, "precision": Precision.VAGUE, "unit": unit, **fields}
    told = replace(book.claims["en-raid", 1], nationality=(), **fields)
    currency = fields.get("currency")
    figure = Figure(
        told.kind, unit, (), told.low, told.low, told.high, "range", (("en-raid", 1),),
        currency=currency,
    )  # fmt: skip
    event = replace(book.events[0], figures=(figure,))
    return Catalogue(replace(book, claims={("en-raid", 1): told}, events=(event,))), figure


@pytest.mark.parametrize(
    ("fields", "english", "french"),
    [
        ({}, "Thousands freed", "Des milliers de libérés"),
        ({"low": 20, "high": 99, "kind": Kind.ESCAPED}, "Dozens escaped", "Des dizaines d’évadés"),
        (
            {"unit": Unit.SITE, "kind": Kind.RAIDED, "low": 200, "high": 999},
            "Hundreds of sites raided",
            "Des centaines de sites perquisitionnés",
        ),
        (
            {"unit": Unit.MONEY, "kind": Kind.LOST, "currency": "USD", "low": 2 * 10**9,
             "high": 10**10 - 1},
            "Billions of USD lost by the defrauded",
            "Des milliards de USD perdus par les victimes d’escroquerie",
        ),
        # No plural has these ends; what the words allow is told.
        ({"low": 40, "high": 199}, "40–199 freed", "40–199 libérés"),
        ({"low": 200, "high": 300, "precision": Precision.RANGE}, "200–300 freed",
         "200–300 libérés"),
    ],
)  # fmt: skip
def test_what_was_told_in_words_is_told_in_words(
    fields: dict[str, Any], english: str, french: str
) -> None:
    catalogue, figure = vague(**fields)
    assert headline(catalogue, EN, catalogue.events[0]) == english
    assert headline(catalogue, FR, catalogue.events[0]) == french
    assert figure.best == figure.low


@pytest.mark.parametrize(
    ("told", "title"),
    [
        # The whole leads, though a part is told by more reports.
        ([((), 2270), (("CHN",), 702)], "2,270 freed"),
        # Fifteen cannot be all if 1,440 are some of them.
        ([((), 15), (("IDN",), 1440)], "1,440 freed (Indonesia)"),
        # Nobody told a whole: one nationality alone is none.
        ([(("CHN",), 36), (("THA",), 28)], "36 freed (China), 28 freed (Thailand)"),
    ],
)
def test_a_part_is_no_title_where_the_whole_is_told(
    told: list[tuple[tuple[str, ...], int]], title: str
) -> None:
    book = raid()
    figures = tuple(
        Figure(Kind.FREED, Unit.PERSON, people, n, n, n, "range", ()) for people, n in told
    )
    catalogue = Catalogue(replace(book, events=(replace(book.events[0], figures=figures),)))
    assert headline(catalogue, EN, catalogue.events[0]) == title


@pytest.mark.parametrize(
    ("scope", "days", "expected"),
    [
        (Scope.EVENT, ("2025-02-01", "2025-02-03"), ("2025-02-01", "2025-02-03")),
        (Scope.EVENT, (None, "2025-02-03"), ("2025-02-03", "2025-02-03")),
        # The 11,000 since January are a number of February, not of January.
        (Scope.CUMULATIVE, ("2025-01-01", "2025-02-11"), ("2025-02-11", "2025-02-11")),
        (Scope.CUMULATIVE, (None, "2025-02-11"), ("2025-02-11", "2025-02-11")),
        (Scope.CUMULATIVE, ("2025-01-01", None), ("2025-02-24", "2025-02-24")),
        (Scope.CUMULATIVE, (None, None), (None, None)),
    ],
)
def test_a_running_total_stands_under_its_last_day(
    scope: Scope, days: tuple[str | None, str | None], expected: tuple[str | None, str | None]
) -> None:
    catalogue, figure = vague()
    start, end = (date.fromisoformat(day) if day else None for day in days)
    event = replace(catalogue.events[0], start=start, end=end, documents=("en-raid",))
    claim = replace(catalogue.claims["en-raid", 1], scope=scope)
    papers = {"en-raid": replace(catalogue.documents["en-raid"], published=date(2025, 2, 24))}
    book = replace(
        catalogue.book, claims={("en-raid", 1): claim}, documents=papers, events=(event,)
    )
    found = Catalogue(book).days_of(event)
    assert tuple(day.isoformat() if day else None for day in found) == expected
    assert figure in event.figures


def test_a_number_that_a_report_gives_is_told() -> None:
    catalogue, figure = vague()
    exact = replace(catalogue.claims["en-raid", 1], n=2, low=2000, high=2000,
                    precision=Precision.EXACT)  # fmt: skip
    claims = {**catalogue.claims, ("en-raid", 2): exact}
    both = replace(figure, claims=(("en-raid", 1), ("en-raid", 2)))
    book = replace(catalogue.book, claims=claims)
    assert Catalogue(book).words_of(both) is None
    assert Catalogue(book).words_of(figure) is not None


def test_large_amounts_are_short_where_room_is_scarce() -> None:
    assert EN.shortened().amount(2_100_000_000, 2_100_000_000, "USD") == "USD 2.1 bn"
    assert EN.tick(2_000_000_000) == "2 bn"
    assert FR.tick(2_000_000_000) == "2\xa0Md"
    assert FR.amount(1_500_000, 1_500_000, "EUR") == "1,5 million EUR"


def test_the_timeline_keeps_within_its_width() -> None:
    for count in (1, 3, 159, 400):
        line = timeline(Catalogue(many(count)))
        assert line is not None
        for lane in line.lanes:
            assert lane.events == count
            assert all(0 <= d.x <= 100 and d.y > 0 for d in lane.dots)
            assert all(b.x >= 0 and b.x + b.width <= 100.5 for b in lane.bars)
