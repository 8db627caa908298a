# ruff: noqa: E501 - tables read better on one line
from __future__ import annotations

import json
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount.documents.lines import join_lines
from headcount.documents.reader import read_document
from headcount.errors import InputError
from headcount.model import DayFound, Document, RawItem

FIXTURES = Path(__file__).parent / "fixtures"
REPORT = "Police of two countries freed 215 foreigners in Poipet, the governments said on Sunday."


def plain(text: str, **given_values: str) -> Document:
    return read_document(RawItem("x.txt", text.encode(), "text/plain", given=given_values))


def record(**fields: object) -> Document:
    line = json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return read_document(RawItem("x.jsonl#3", line, "application/json"))


# Plain text


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        (f"International edition\n\nA raid in Poipet frees many\n\nPublished 24 February 2025\n\n{REPORT}",
         "A raid in Poipet frees many", date(2025, 2, 24)),
        (f"19 Jan 2026 - Voice of Indonesia\nWarga pulang dari Kamboja hari ini\n{REPORT}",
         "Warga pulang dari Kamboja hari ini", date(2026, 1, 19)),
        (f"# A raid in Poipet frees many\n\n{REPORT}", "A raid in Poipet frees many", None),
        (f"警方在波贝解救二百一十五人\n\n{REPORT}", "警方在波贝解救二百一十五人", None),
        (f"{REPORT}\n\n{REPORT}", None, None),
        (f"Le 10 novembre 2025, deux pays ont discuté.\n\n{REPORT}", None, None),
        (f"Ensemble contre la fraude en ligne\nLe 10 novembre 2025, deux pays ont discuté de mesures"
         f" contre la traite.\n\n{REPORT}", "Ensemble contre la fraude en ligne", None),
        ("Police of two countries freed 215\nforeigners in Poipet, the governments\nsaid on Sunday.",
         None, None),
        ("Police of two countries went into\nPoipet and freed 215 foreigners,\nthey said on Sunday.",
         None, None),
        ("A raid in Poipet frees many\nThai police tell what they found\n\n" + REPORT,
         "A raid in Poipet frees many", None),
        ("A raid in Poipet frees many\nPublished 24 February 2025\n\n" + REPORT,
         "A raid in Poipet frees many", date(2025, 2, 24)),
    ],
)  # fmt: skip
def test_title_line_and_byline_of_plain_text(
    text: str, title: str | None, day: date | None
) -> None:
    document = plain(text)
    assert (document.title, document.published) == (title, day)
    assert document.published_found == (DayFound.BYLINE if day else DayFound.NONE)


def test_the_reports_at_hand_have_the_days_that_they_state() -> None:
    seeds = Path(__file__).parents[1] / "seeds"
    expected = {"000": date(2025, 2, 24), "002": None, "003": None}
    for path in sorted(seeds.glob("*.txt")):
        document = read_document(RawItem(path.name, path.read_bytes(), "text/plain"))
        assert document.published == expected[path.name[:3]], path.name
        assert document.lang == "fr"


def test_a_given_title_comes_first_once() -> None:
    assert plain(REPORT, title="A raid").text == f"A raid\n\n{REPORT}"
    assert plain(f"A RAID\n\n{REPORT}", title="A raid").text == f"A RAID\n\n{REPORT}"


def test_what_is_given_wins() -> None:
    document = plain(
        f"24 February 2025\n\n{REPORT}",
        id="a1",
        published="2025-02-20",
        outlet="Gazette",
        lang="fr",
    )
    assert document.id == "a1"
    assert (document.published, document.published_found) == (date(2025, 2, 20), DayFound.GIVEN)
    assert document.outlet == "Gazette"
    assert document.lang == "fr"


def test_a_language_that_a_person_gave_stands() -> None:
    assert plain(REPORT).lang == "en"
    assert plain(REPORT, lang="th").lang == "th"
    assert plain(REPORT, declared_lang="th").lang == "en"
    assert plain("215", declared_lang="fr-CA").lang == "fr"
    assert record(text=REPORT, lang="ms").lang == "ms"
    assert plain("215", lang="fr-CA").lang == "fr"
    assert plain("215", lang="???").lang is None
    assert plain(REPORT, lang="xx").lang == "en"


def test_a_file_is_named_by_its_text() -> None:
    assert plain(REPORT).id == plain(REPORT).id != plain(REPORT + " More.").id


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\x00"])
def test_no_text_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"^x\.txt: "):
        plain(text)


def test_ten_megabytes_in_one_line() -> None:
    assert len(plain("freed 215 people " * 600_000).text) > 10_000_000


# JSONL


def test_a_record_keeps_its_text_character_by_character() -> None:
    text = "  A raid\r\n\r\n\tfreed\u00a0215\u200b people  \n"
    document = record(text=text, title="A raid", url="https://www.a.example/1", extra=[1])
    assert document.text == text
    assert document.title == "A raid"
    assert document.outlet == "a.example"
    assert document.locator == "x.jsonl#3"


def test_a_lone_surrogate_keeps_its_place() -> None:
    item = RawItem(
        "x#1",
        b'{"text": "a\\ud800b \\ud83d\\ude00 freed 215 people in the town'
        + b" and more" * 40
        + b'"}',
        "application/json",
    )
    text = read_document(item).text
    assert text.startswith("a\ufffdb \U0001f600 freed")


def test_a_record_is_named_by_address_and_text() -> None:
    first = record(text=REPORT, url="https://a.example/1")
    assert first.id.startswith("doc-")
    assert first.id != record(text=REPORT, url="https://a.example/2").id
    assert first.id != record(text=REPORT + " x", url="https://a.example/1").id
    assert record(text=REPORT, id=7).id == "7"


@pytest.mark.parametrize(
    ("fields", "day", "found"),
    [
        ({"published": "2025-02-24"}, date(2025, 2, 24), DayFound.GIVEN),
        ({"published": "2025-02-24T23:00:00Z"}, date(2025, 2, 24), DayFound.GIVEN),
        ({"published": None}, None, DayFound.NONE),
        ({"published": ""}, None, DayFound.NONE),
        ({"url": "https://a.example/2025/02/24/x"}, date(2025, 2, 24), DayFound.URL),
    ],
)
def test_day_of_a_record(fields: dict[str, object], day: date | None, found: DayFound) -> None:
    document = record(text=REPORT, **fields)
    assert (document.published, document.published_found) == (day, found)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{}", "text"),
        (b'{"text": ""}', "text"),
        (b'{"text": 7}', "text"),
        (b'{"text": "a", "title": ["b"]}', "title"),
        (b'{"text": "a", "id": true}', "id"),
        (b'{"text": "a", "published": "soon"}', "published"),
        (b'{"text": "a", "published": 20250224}', "published"),
        (b'{"text": "a", "url": "file:///etc/hosts"}', "url"),
        (b'{"text": "\xef\xbf\xbd\xef\xbf\xbd"}', "encoded"),
        (b"[]", "object"),
        (b"{", "JSON"),
        (b"\xff", "JSON"),
    ],
)
def test_a_broken_record_is_refused_with_its_line(line: bytes, words: str) -> None:
    with pytest.raises(InputError, match=rf"^x\.jsonl#3: .*{words}"):
        read_document(RawItem("x.jsonl#3", line, "application/json"))


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(InputError, match="unknown type"):
        read_document(RawItem("x", b"x", "image/png"))


# PDF


@pytest.fixture(params=["pdftotext", "pypdfium2"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "pdftotext":
        if not shutil.which("pdftotext"):
            pytest.skip("pdftotext is not installed")
    else:
        pytest.importorskip("pypdfium2")
        monkeypatch.setattr(shutil, "which", lambda name: None)
    return str(request.param)


def read_pdf(content: bytes) -> Document:
    return read_document(RawItem("x.pdf", content, "application/pdf"))


@pytest.mark.usefixtures("reader")
def test_a_printed_report() -> None:
    document = read_pdf((FIXTURES / "report_en.pdf").read_bytes())
    assert document.title == "Kenyans wait at a closed crossing"
    assert (document.published, document.published_found) == (date(2025, 3, 3), DayFound.BYLINE)
    assert document.lang == "en"
    assert "are waiting on the Myanmar side of the frontier" in document.text


def test_a_thai_report_needs_poppler(reader: str) -> None:
    content = (FIXTURES / "report_th.pdf").read_bytes()
    if reader == "pdftotext":
        assert "ชาวต่างชาติออกมา 215 คน" in read_pdf(content).text
    else:
        with pytest.raises(InputError, match="poppler"):
            read_pdf(content)


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("name", ["image_only.pdf", "truncated", "locked.pdf", "html"])
def test_a_pdf_that_cannot_be_read_is_one_line(name: str) -> None:
    expected = {
        "image_only.pdf": "only images",
        "truncated": "truncated",
        "locked.pdf": "password",
        "html": "no PDF",
    }
    content = {
        "truncated": (FIXTURES / "report_en.pdf").read_bytes()[:3000],
        "html": b"<html><p>not a PDF</p></html>",
    }.get(name) or (FIXTURES / name).read_bytes()
    with pytest.raises(InputError, match=rf"^x\.pdf: .*{expected[name]}") as caught:
        read_pdf(content)
    assert "\n" not in str(caught.value)


def test_without_any_reader_the_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(InputError, match=r"pip install 'headcount\[pdf\]'"):
        read_pdf((FIXTURES / "report_en.pdf").read_bytes())


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["The police of the two coun-", "tries searched a building in", "the town."],
         ["The police of the two countries searched a building in the town."]),
        (["A title", "", "The police of the two countries", "searched a building."],
         ["A title", "The police of the two countries searched a building."]),
        (["The police of two countries did.", "- 3 -", "12"], ["The police of two countries did."]),
        (["警方搜查了边境城市的一栋楼，", "解救了二百一十五名外国人。"],
         ["警方搜查了边境城市的一栋楼，解救了二百一十五名外国人。"]),
        (["It was searched on a long day in Mae-", "Sot, the town."],
         ["It was searched on a long day in Mae-Sot, the town."]),
        ([], []),
    ],
)  # fmt: skip
def test_printed_lines_become_paragraphs(lines: list[str], paragraphs: list[str]) -> None:
    assert join_lines("\n".join(lines)) == "\n\n".join(paragraphs)


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["text/plain", "text/html", "application/json"]),
    st.dictionaries(st.sampled_from(["id", "url", "title", "lang", "found"]), st.text(max_size=20)),
)
def test_any_bytes_give_a_document_or_an_input_error(
    content: bytes, kind: str, given_values: dict[str, str]
) -> None:
    try:
        document = read_document(RawItem("x", content, kind, given=given_values))
    except InputError:
        return
    document.text.encode("utf-8")
