"""The bundled reports: complete, in the form of the contract, and naming no private person.

That no private person is named, only a reader can tell. The test holds the reading: every word
with a capital inside a sentence, in the languages where that marks a name, was looked at and stands
in `bundled_names.txt`; a new one fails until somebody has looked at it.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from headcount.extract.engine import extract
from headcount.model import Document, Group, Kind, Precision, Scope, Unit
from headcount.pipeline.stages import documents
from headcount.publish.traces import of_trace
from headcount.publish.wording import wording
from headcount.settings import Settings

ROOT = Path(__file__).parents[1]
FOLDERS = ("gold", "examples", "held-out")
REVIEWED = Path(__file__).parent / "bundled_names.txt"
FIELDS = {
    "n", "kind", "unit", "low", "high", "precision", "currency", "nationality", "group", "country",
    "place", "from", "to", "start", "end", "according_to", "scope", "part_of",
}  # fmt: skip
EXTRA = {"quote", "optional", "or_kind"}
LANGUAGES = ("zh", "th", "vi", "id", "es", "en", "fr")
LENGTHS = {"zh": (150, 900), "th": (400, 1500)}
"""Characters of a text, fewest and most: a script without spaces says as much in fewer."""
USUAL_LENGTH = (400, 2600)
NAMES_BY_CAPITAL = {"en", "fr", "es", "pt", "id", "ms", "tl", "vi"}
_INNER_WORD = re.compile(r"(?<=[\w,;)] )[^\W\d_][\w'’-]*")
_NO_NATION = (
    "(?!(?:Corea|Filipina|Kamboja|Laos|Myanmar|Nepal|Pakistán|Tailandia|Thailand|Vietnam"
    "|Bayelsa|Delta|Enugu|Imo) )"
)
"""Nations and provinces that stand before a figure in brackets, as a name would before an age."""
NO_NAME = (
    (r"\w+\*", "a name with an asterisk: changed, but still a person's"),
    (r"(?:[A-ZÀ-Ý]\w+[ -]?){1,3}, (?:aged )?\d\d(?: ans)?,", "a name and an age"),
    (
        rf"\b{_NO_NATION}(?:[A-ZÀ-Ý]\w+ ){{1,3}}\(\d\d(?: (?:ans|años|tahun|tuổi))?\)",
        "a name and an age",
    ),
    (r"\w, (?:de )?\d\d (?:años|tahun|tuổi)\b", "a name and an age"),
    (r"[（(]\d\d ?[歲岁][）)]", "an age in brackets"),
    (r"\b(?:alias|pseudonym|not (?:his|her|their) real name|prénom modifié|surnommée?)\b", "alias"),
    (r"\b(?:nombre ficticio|nama samaran|bukan nama sebenarnya)\b", "alias"),
    (r"tên (?:nhân vật )?đã (?:được )?thay đổi|นามสมม[ตุ]|化名", "alias"),
)


@cache
def papers(folder: str) -> tuple[dict[str, Any], ...]:
    lines = (ROOT / folder / "documents.jsonl").read_text("utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def record(folder: str, key: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((ROOT / folder / f"{key}.json").read_text("utf-8"))
    return loaded


PAPERS = [(folder, paper["id"]) for folder in FOLDERS for paper in papers(folder)]


@cache
def paper(folder: str, key: str) -> dict[str, Any]:
    (found,) = (each for each in papers(folder) if each["id"] == key)
    return found


def test_enough_reports_events_and_languages() -> None:
    told = papers("examples")
    assert sum(p["lang"] == "en" for p in told) >= 20
    assert sum(p["lang"] == "fr" for p in told) >= 20
    assert len({record("examples", p["id"])["event"] for p in told} - {None}) >= 12
    assert sum(not record("examples", p["id"])["claims"] for p in told) >= 4
    assert len({p["lang"] for p in papers("gold")}) == 20


@pytest.mark.parametrize(("folder", "fewest"), [("examples", 8), ("held-out", 6)])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_enough_reports(folder: str, fewest: int, lang: str) -> None:
    told = [p for p in papers(folder) if p["lang"] == lang]
    records = [record(folder, p["id"]) for p in told]
    assert len(told) >= fewest
    if folder == "examples":
        assert any(not each["claims"] for each in records)
        assert any(each["event"] is None for each in records)
    shortest, longest = LENGTHS.get(lang, USUAL_LENGTH)
    assert all(shortest <= len(p["text"]) <= longest for p in told)


def test_some_events_are_told_in_many_languages() -> None:
    languages: dict[str, set[str]] = {}
    for folder in ("gold", "examples"):
        for p in papers(folder):
            event = record(folder, p["id"])["event"]
            languages.setdefault(event or "", set()).add(p["lang"])
    languages.pop("")
    many = {event for event, tags in languages.items() if len(tags) >= 4}
    readme = (ROOT / "examples" / "README.md").read_text("utf-8")
    assert len(many) >= 3
    assert many == set(re.findall(r"^\| `([a-z]+-[a-z0-9-]+)` \|", readme, re.MULTILINE))


@pytest.mark.parametrize("folder", ["examples", "held-out"])
def test_the_readme_says_how_many_and_whence(folder: str) -> None:
    readme = " ".join((ROOT / folder / "README.md").read_text("utf-8").split())
    assert f"{len(papers(folder))} reports on real events" in readme
    assert "retold from excerpts of the cited article" in readme
    assert "days of publication were worked out from the text" in readme


def test_the_held_out_reports_are_enough_and_stay_out_of_the_demo() -> None:
    told = papers("held-out")
    assert len(told) >= 50
    records = [record("held-out", p["id"]) for p in told]
    assert sum(not each["claims"] for each in records) >= 4
    assert sum(each["event"] is None for each in records) >= 4
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (demo,) = re.findall(r"^demo:.*\n(?:\t.*\n)+", makefile, re.MULTILINE)
    assert "examples/pages" in demo
    assert "held-out" not in demo


def test_ids_and_addresses_are_told_once() -> None:
    ids = [p["id"] for folder in FOLDERS for p in papers(folder)]
    assert len(ids) == len(set(ids))
    urls = [article(p["url"]) for folder in FOLDERS for p in papers(folder)]
    assert len(urls) == len(set(urls))
    for folder in FOLDERS:
        known = {p["id"] for p in papers(folder)}
        assert {path.stem for path in (ROOT / folder).glob("*.json")} == known


def article(url: str) -> str:
    """The address without what one article may have in more than one form: scheme, mirror host."""
    return re.sub(r"^https?://(?:(?:www|origin|origin-web|m|amp)\.)?", "", url).rstrip("/")


@pytest.mark.parametrize(("folder", "key"), PAPERS)
def test_a_report_says_where_it_comes_from(folder: str, key: str) -> None:
    told = paper(folder, key)
    assert told["url"].startswith(("https://", "http://"))
    assert told["outlet"]
    assert told["title"]
    assert told["lang"] == key.partition("-")[0]
    assert told["published"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", told["published"])


@pytest.mark.parametrize(("folder", "key"), PAPERS)
def test_claims_are_in_the_form_of_the_contract(folder: str, key: str) -> None:
    claims = record(folder, key)["claims"]
    assert [c["n"] for c in claims] == list(range(1, len(claims) + 1))
    for c in claims:
        assert set(c) - EXTRA == FIELDS
        Kind(c["kind"]), Unit(c["unit"]), Precision(c["precision"]), Scope(c["scope"])
        assert c["group"] is None or Group(c["group"])
        assert (c["unit"] == "money") == bool(c["currency"])
        assert c["part_of"] is None or c["part_of"] in range(1, len(claims) + 1)
        assert c["low"] is None or c["high"] is None or c["low"] <= c["high"]
        if "quote" in c:
            assert c["quote"]["exact"] in paper(folder, key)["text"]


@pytest.mark.parametrize(("folder", "key"), PAPERS)
def test_no_words_point_at_a_private_person(folder: str, key: str) -> None:
    told = paper(folder, key)
    for pattern, why in NO_NAME:
        found = re.search(pattern, f"{told['title']}\n{told['text']}")
        assert found is None, f"{why}: {found and found[0]}"


def test_every_name_was_looked_at() -> None:
    lines = REVIEWED.read_text("utf-8").splitlines()
    reviewed = {word for line in lines if line[:1] != "#" for word in line.split()}
    told = [(p["title"], p["text"], p["lang"], p["id"]) for f in FOLDERS for p in papers(f)]
    for page in documents([str(ROOT / "examples" / "pages")], Settings()):
        assert isinstance(page, Document)
        told.append((page.title or "", page.text, page.lang or "", page.locator))
    new = {
        word: source
        for title, text, lang, source in told
        if lang in NAMES_BY_CAPITAL
        for word in capitals(title) | capitals(text)
        if word not in reviewed
    }
    assert new == {}, f"look at them; if none names a private person, add them to {REVIEWED.name}"


def capitals(text: str) -> set[str]:
    """Words with a capital inside a sentence."""
    return {word for word in _INNER_WORD.findall(text) if word[0].isupper()}


def test_pages_of_every_format_are_read_with_their_day() -> None:
    found = list(documents([str(ROOT / "examples" / "pages")], Settings()))
    assert all(isinstance(each, Document) for each in found)
    read = [each for each in found if isinstance(each, Document)]
    assert len(read) == 7
    assert all(each.published for each in read)
    assert {each.lang for each in read} == {"en", "fr"}
    assert all(extract(each).claims for each in read)
    assert not any("Jomtien" in each.text or "400 people" in each.text for each in read)


def test_how_every_figure_was_read_is_told_in_french() -> None:
    """A line of a trace that the site's table does not know would stand in English there."""
    french = wording("fr")
    lines = {
        line
        for folder in ("gold", "examples")
        for p in papers(folder)
        for claim in extract(document_of(p)).claims
        for line in claim.trace
    }
    assert {line for line in lines if of_trace(french, line).lang} == set()


def document_of(told: dict[str, Any]) -> Document:
    day = told["published"]
    return Document(
        told["id"],
        told["text"],
        title=told["title"],
        published=date.fromisoformat(day) if day else None,
        lang=told["lang"],
    )
