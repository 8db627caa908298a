# ruff: noqa: E501 - tables read better on one line
from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount.documents.reader import read_document
from headcount.errors import InputError
from headcount.model import DayFound, Document, RawItem

FIXTURES = Path(__file__).parent / "fixtures"
FEB_24 = date(2025, 2, 24)
PROSE = (
    "<p>Thai and Cambodian police searched a building in the border town of Poipet and brought out"
    " 215 foreigners, the two forces said on Sunday.</p><p>The group will be screened to find out"
    " how many of them were trafficked, the government in Bangkok said.</p>"
)


def page(head: str = "", body: str = PROSE, url: str | None = None) -> Document:
    source = f"<html><head>{head}</head><body>{body}</body></html>".encode()
    given = {"url": url} if url else {}
    return read_document(RawItem(url or "x.html", source, "text/html", given=given))


def fixture(name: str, url: str | None = None) -> Document:
    given = {"url": url} if url else {}
    return read_document(RawItem(name, (FIXTURES / name).read_bytes(), "text/html", given=given))


def linked(*nodes: object, **fields: object) -> str:
    node = nodes[0] if nodes else {"@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_a_page_in_the_newspaper_layout() -> None:
    document = fixture("graph_article.html", "https://www.bordergazette.example/x?fbclid=1")
    assert document.title == "Joint raid frees 215 foreigners in Poipet"
    assert document.outlet == "Border Gazette"
    assert document.agency == "Reuters"
    assert document.url == "https://www.bordergazette.example/asia/poipet-raid-215-freed"
    assert (document.published, document.published_found) == (date(2025, 2, 23), DayFound.JSON_LD)
    assert document.lang == "en"
    paragraphs = document.text.split("\n\n")
    assert paragraphs[0] == document.title
    assert len([p for p in paragraphs if len(p) > 100]) == 3
    for foreign in ("7,000", "1,041", "999", "312", "400", "45,000", "1,204", "Also read", "©"):
        assert foreign not in document.text


def test_a_page_of_bare_divisions_with_meta_elements() -> None:
    document = fixture("divs_meta.html")
    assert document.title == "Poipet : 215 personnes libérées"
    assert (document.published, document.published_found) == (FEB_24, DayFound.META)
    assert document.lang == "fr"
    assert "109 Thaïlandais\n50 Pakistanais" in document.text
    for foreign in ("12 000", "Lire aussi", "Seize vols", "Partager", "Accueil"):
        assert foreign not in document.text


def test_a_page_in_tables_with_a_visible_day() -> None:
    document = fixture("table_byline.html")
    assert document.title == "沙美通市遣返：首批抵达"
    assert (document.published, document.published_found) == (date(2025, 2, 20), DayFound.BYLINE)
    assert document.lang == "zh-Hans"
    assert document.text.startswith("沙美通市遣返：首批抵达\n\n")
    assert "热门" not in document.text


def test_a_page_without_a_day_abstains_beside_dated_cards_and_comments() -> None:
    cards = "".join(
        f'<div class="card"><a href="/{n}">Another story number {n} from the frontier</a>'
        f'<time datetime="2024-12-{n:02}">{n} December 2024</time></div>'
        for n in range(1, 25)
    )
    comments = "".join(
        f'<div class="comment"><span>{n % 28 + 1} January 2025</span><p>I think that {n + 300}'
        " people were really in that building, and I know the town well, so believe me.</p></div>"
        for n in range(30)
    )
    for body in (
        f"<h1>A raid in Poipet</h1>{PROSE}<div class=related>{cards}</div><div id=comments>{comments}</div>",
        f"<h1>A raid in Poipet</h1><div class=x>{cards}</div>{PROSE}<div id=comments>{comments}</div>",
        f"<table><tr><td><h1>A raid in Poipet</h1>{PROSE}</td><td>{cards}</td></tr></table>",
    ):
        document = page("<title>A raid in Poipet</title>", body)
        assert (document.published, document.published_found) == (None, DayFound.NONE)
        assert "believe me" not in document.text
        assert "215 foreigners" in document.text


@pytest.mark.parametrize(
    ("head", "body", "url", "day", "found"),
    [
        (linked(datePublished="2025-02-24T23:30:00Z"), "", None, FEB_24, DayFound.JSON_LD),
        (linked([{"@type": "Person"}, {"@type": "Article", "datePublished": "2025-02-24"}]),
         "", None, FEB_24, DayFound.JSON_LD),
        (linked({"@type": "WebPage", "mainEntity": {"@type": "BlogPosting",
                 "datePublished": "2025-02-24"}}), "", None, FEB_24, DayFound.JSON_LD),
        (linked({"@type": "LiveBlogPosting", "datePublished": "2025-02-24",
                 "liveBlogUpdate": [{"@type": "BlogPosting", "datePublished": "2025-02-26"}]}),
         "", None, FEB_24, DayFound.JSON_LD),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"a "quoted" word",'
         '"datePublished":"2025-02-24",}</script>', "", None, FEB_24, DayFound.JSON_LD),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-02-24",}'
         "</script>", "", None, FEB_24, DayFound.JSON_LD),
        (linked({"@type": "WebPage", "datePublished": "2019-05-01"}), "", None, None, DayFound.NONE),
        (linked({"@type": "Product", "datePublished": "2019-05-01"}), "", None, None, DayFound.NONE),
        (linked([{"@type": "NewsArticle", "datePublished": "2025-01-01", "headline": "One"},
                 {"@type": "NewsArticle", "datePublished": "2025-01-02", "headline": "Two"}]),
         "", None, None, DayFound.NONE),
        ('<meta property="article:published_time" content="2025-02-24T10:00:00+07:00">',
         "", "https://a.example/2025/02/23/x", FEB_24, DayFound.META),
        ('<meta name="pubdate" content="20250224">', "", None, FEB_24, DayFound.META),
        ('<meta itemprop="datePublished" content="2025-02-24">', "", None, FEB_24, DayFound.META),
        ("", '<span itemprop="datePublished" content="2025-02-24">Monday</span>', None, FEB_24,
         DayFound.META),
        ('<meta property="article:modified_time" content="2025-02-26">', "", None, None,
         DayFound.NONE),
        ("", "", "https://a.example/2025/02/24/raid", FEB_24, DayFound.URL),
        ("", "", "https://a.example/news/20250224-raid.html", FEB_24, DayFound.URL),
        ("", "", "https://a.example/t20250224_123.html", FEB_24, DayFound.URL),
        ("", "", "https://a.example/story/2025022412345", None, DayFound.NONE),
        ("", "", "https://a.example/2025/02/raid", None, DayFound.NONE),
        ("<title>A raid in Poipet</title>", "<h1>A raid in Poipet</h1><div>24 February 2025</div>",
         None, FEB_24, DayFound.BYLINE),
        ("<title>A raid in Poipet</title>",
         "<h1>A raid in Poipet</h1><div>Published 24 February 2025, updated 26 February 2025</div>",
         None, FEB_24, DayFound.BYLINE),
        ("<title>A raid in Poipet</title>",
         '<header><h1>A raid in Poipet</h1><time datetime="2025-02-24T10:00">2 days ago</time></header>',
         None, FEB_24, DayFound.BYLINE),
        ("<title>A raid in Poipet</title>",
         '<header><h1>A raid in Poipet</h1><time class="updated" datetime="2025-02-26">now</time>'
         "</header>", None, None, DayFound.NONE),
    ],
)  # fmt: skip
def test_day_of_publication(
    head: str, body: str, url: str | None, day: date | None, found: DayFound
) -> None:
    document = page(head, body + PROSE, url)
    assert (document.published, document.published_found) == (day, found)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>A raid in Poipet | Border Gazette</title>"
         '<meta property="og:site_name" content="Border Gazette">', "", "A raid in Poipet"),
        ("<title>A raid in Poipet - Border Gazette</title>", "<h1>A raid in Poipet</h1>",
         "A raid in Poipet"),
        ("<title>Poipet - what we know</title>", "", "Poipet - what we know"),
        ('<meta property="og:title" content="A raid &amp; its cost">', "", "A raid & its cost"),
        (linked(headline="A raid in Poipet &#8211; 215 freed"), "", "A raid in Poipet – 215 freed"),
        ("", "<h1>A raid in Poipet</h1>", "A raid in Poipet"),
        ("<title>Border Gazette</title>", "<h1>Border Gazette</h1><h1>A raid</h1>", "Border Gazette"),
        ("", "", None),
    ],
)  # fmt: skip
def test_title_without_the_name_of_the_site(head: str, body: str, title: str | None) -> None:
    document = page(head, body + PROSE)
    assert document.title == title
    if title:
        assert document.text.startswith(title + "\n\n")


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        ('<link rel="canonical" href="/a">', "https://a.example/amp/a", "https://a.example/a"),
        ('<link rel="canonical" href="https://a.example/">', "https://a.example/x", "https://a.example/x"),
        ('<meta property="og:url" content="https://a.example/a#top">', None, "https://a.example/a"),
        ('<link rel="canonical" href="javascript:alert(1)">', None, None),
        ("", "https://a.example/a?id=7&utm_source=x&fbclid=y#z", "https://a.example/a?id=7"),
    ],
)  # fmt: skip
def test_address(head: str, url: str | None, expected: str | None) -> None:
    assert page(head, url=url).url == expected


def test_a_changed_page_keeps_its_id_and_a_changed_file_does_not() -> None:
    url = "https://a.example/a"
    more = PROSE + "<p>An added paragraph that tells of what happened on the following day.</p>"
    assert page(url=url).id == page(body=more, url=url + "?utm_medium=x").id
    assert page().id != page(body=more).id


def test_a_page_that_hides_its_text_in_json_ld() -> None:
    head = linked(headline="A raid", articleBody="Police freed 215 people in a border town. " * 5)
    document = page(head, "<div id=app></div><p>Loading</p>")
    assert "freed 215 people" in document.text


def test_a_paywall_stub_keeps_what_it_shows() -> None:
    body = PROSE + '<div class="paywall"><p>Subscribe to read on.</p></div>'
    document = page("<title>A raid in Poipet</title>", body)
    assert "215 foreigners" in document.text
    assert "Subscribe" not in document.text


def test_paragraphs_are_parted_by_blank_lines() -> None:
    assert page().text.count("\n\n") == 1


def test_a_table_of_numbers_below_the_report_is_part_of_it() -> None:
    rows = (("Nationality", "People"), ("Uganda", "8"), ("Sri Lanka", "3"))
    cells = "".join(f"<tr><td>{name}</td><td>{count}</td></tr>" for name, count in rows)
    told = page(body=PROSE + f"<table>{cells}</table><p>Most read</p>").text
    assert told.endswith("Nationality People\nUganda 8\nSri Lanka 3")


@pytest.mark.parametrize(
    "body",
    ["", "<script>var a = 1</script>", "<nav><a href=/>Home</a></nav>", "<p></p>"],
)
def test_a_page_without_a_report_is_refused(body: str) -> None:
    with pytest.raises(InputError, match=r"^x\.html: "):
        page(body=body)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 50_000 + PROSE,
        "<b><i>" * 20_000 + PROSE,
        PROSE + "<p>x</p>" * 20_000,
        PROSE + '<div class="related">' * 300 + "x" + "</div>" * 300,
        PROSE + '<div class="share comment related">x</div>' * 5_000,
        PROSE + "<!--" * 10_000,
        PROSE + "<p>" + "a" * 2_000_000 + "</p>",
        PROSE + '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        PROSE + "<table><tr><td>" * 2_000,
        PROSE + ("<div>" * 240 + "x" + "</div>" * 240) * 100,
        PROSE + "<p>" + "".join(f"<b id={n}>" for n in range(3_000)) + "<p>x" * 3_000,
        PROSE + "<div>x</div>" * 200_000,
    ],
    ids=[
        "deep",
        "unclosed",
        "many",
        "nested-cards",
        "many-cards",
        "comments",
        "long",
        "json",
        "tables",
        "saw",
        "repeated-formatting",
        "wide",
    ],
)
def test_hostile_markup_neither_crashes_nor_hangs(body: str) -> None:
    try:
        page(body=body)
    except InputError as error:
        assert str(error).startswith("x.html: ")  # noqa: PT017 - refusing is as good


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<div>" * 300, "nests its elements more than 256 deep"),
        ("<table><tr><td>" * 100, "nests its elements more than 256 deep"),
        ("<br>" * 100_001, "has more than 100,000 elements"),
        (
            "<p>" + "".join(f"<b id={n}>" for n in range(1_500)) + "<p>" * 1_500,
            "leaves formatting open over too many elements",
        ),
    ],
)
def test_a_page_that_would_take_for_ever_is_refused_in_one_line(body: str, why: str) -> None:
    with pytest.raises(InputError) as refused:
        page(body=PROSE + body)
    assert str(refused.value).startswith(f"x.html: {why}")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 200 + PROSE,
        "<font size=2><b>" * 40 + PROSE + "<p>One more thing was said later in the day.</p>" * 200,
        PROSE + "<ul>" + "<li><b>1</b>" * 4_000 + "</ul>",
    ],
    ids=["deep", "unclosed", "long"],
)
def test_a_clumsy_page_is_read_all_the_same(body: str) -> None:
    assert "brought out 215 foreigners" in page(body=body).text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=200))
def test_any_markup_gives_a_document_or_an_input_error(head: str, body: str) -> None:
    source = f"<head>{head}</head><body>{body}".encode("utf-8", "surrogatepass")
    try:
        document = read_document(RawItem("x.html", source, "text/html"))
    except InputError:
        return
    document.text.encode("utf-8")
    assert document.text.strip()
