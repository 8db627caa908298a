"""The site as a whole: what is in it, what never is, and how it gets into its folder."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from sample_books import EVIL, SECRET, bare, empty, hostile, many, raid

from headcount.errors import HeadcountError, UsageError
from headcount.model import Book
from headcount.publish.folder import MANIFEST
from headcount.publish.site import publish
from headcount.publish.workplace import MARKER, clear_left_over

BOOKS = {"raid": raid, "hostile": hostile, "empty": empty, "bare": bare}


class Page(HTMLParser):
    """The tags, addresses and anchors of a page; fails on tags that do not close."""

    VOID = ("meta", "link", "img", "br", "input", "hr", "path", "circle", "rect", "line")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.names: list[str] = []
        self.attributes: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        for name, value in attrs:
            self.attributes.append(name)
            if name in ("href", "src"):
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        while self._open[-1] in ("li", "p", "option") and self._open[-1] != tag:
            self._open.pop()
        assert self._open.pop() == tag


def html(folder: Path) -> dict[str, str]:
    """Text of every page by its path."""
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*.html")}


@pytest.mark.parametrize("name", BOOKS)
def test_every_link_leads_somewhere_and_every_page_is_whole(name: str, tmp_path: Path) -> None:
    publish(BOOKS[name](), tmp_path / "site")
    texts = html(tmp_path / "site")
    parsed = {path: Page(text) for path, text in texts.items()}
    for path, page in parsed.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("http", "https")
                continue
            here = tmp_path / "site" / path
            target = (here.parent / unquote(parts.path)).resolve() if parts.path else here
            assert target.is_file(), f"{path}: {link}"
            leads_to = target.relative_to(tmp_path / "site").as_posix()
            if re.fullmatch(
                r"c\d+|kind-\w+|main|figures|conflicts|unseen|by-nationality|f-origins",
                parts.fragment,
            ):
                assert parts.fragment in parsed[leads_to].ids, f"{path}: {link}"


@pytest.mark.parametrize("name", BOOKS)
def test_every_page_is_there_in_both_languages(name: str, tmp_path: Path) -> None:
    publish(BOOKS[name](), tmp_path / "site")
    paths = set(html(tmp_path / "site"))
    english = {p for p in paths if not p.startswith("fr/")}
    assert paths - english == {f"fr/{p}" for p in english}


def test_what_the_pages_tell(tmp_path: Path) -> None:
    publish(raid(), tmp_path / "site")
    texts = html(tmp_path / "site")
    event = texts["events/ev-0123456789ab.html"]
    assert "<mark>215 foreigners</mark>" in event
    assert 'lang="th" dir="auto"' in event
    assert "215–218" in event
    assert "same day, same place" in event
    assert "disputed" in event
    assert "1 disputed event" in texts["index.html"]
    french = texts["fr/events/ev-0123456789ab.html"]
    assert "215 libérés" in french
    assert "Poipet, Cambodge" in french
    report = texts["reports/en-raid.html"]
    assert "from the page&#39;s structured data" in report
    assert 'id="c3"' in report
    assert "100,000 or more working in centres" in texts["index.html"]
    assert "100\u202f000 ou plus" in texts["fr/index.html"]
    assert "État au 25 février 2025" in texts["fr/index.html"]


def test_only_quoted_sentences_are_published(tmp_path: Path) -> None:
    publish(raid(), tmp_path / "site")
    for path in (tmp_path / "site").rglob("*"):
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes(), path


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    publish(hostile(), tmp_path / "site")
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert all((tmp_path / "site") in p.parents for p in files)
    for path, text in html(tmp_path / "site").items():
        page = Page(text)
        assert EVIL not in text, path
        assert "img" not in page.names
        assert not [a for a in page.attributes if a.startswith("on") or a == "style"], path
        assert "javascript:" not in text
        assert "\u2028" not in "".join(re.findall(r"<script.*?</script>", text, re.S))
    rows = csv.reader(io.StringIO((tmp_path / "site/data/claims.csv").read_text("utf-8")))
    cells = [cell for row in rows for cell in row]
    assert any(c.startswith("'=") for c in cells)
    assert not any(c.startswith(("=", "+", "-", "@")) for c in cells)


def test_every_page_forbids_inline_code_and_connections(tmp_path: Path) -> None:
    publish(raid(), tmp_path / "site")
    for text in html(tmp_path / "site").values():
        assert "default-src &#39;none&#39;" in text
        assert "unsafe" not in text
        inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", text)
        assert all('type="application/json"' in attributes for attributes in inline)
        assert "<style" not in text


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    def digests(folder: Path, book: Book) -> dict[str, str]:
        publish(book, folder)
        return {
            p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in folder.rglob("*")
            if p.is_file()
        }

    book = raid()
    turned = replace(
        book,
        documents=dict(reversed(book.documents.items())),
        claims=dict(reversed(book.claims.items())),
    )
    assert digests(tmp_path / "a", book) == digests(tmp_path / "b", turned)


def test_a_confirmed_event_says_so_in_words_and_not_who_confirmed(tmp_path: Path) -> None:
    publish(raid(), tmp_path / "site")
    pages = html(tmp_path / "site")
    name = "events/ev-0123456789ab.html"
    assert "Confirmed by a person on 1 Mar 2025: read both reports" in pages[name]
    assert (
        "Confirmé par une personne le 1er mars 2025\xa0: read both reports" in pages[f"fr/{name}"]
    )
    assert '<span class="tag">confirmed</span>' in pages["events.html"]
    assert '<span class="tag">confirmé</span>' in pages["fr/events.html"]
    assert "Checked" in pages["events.html"]
    publish(bare(), tmp_path / "bare")
    assert "Confirmed" not in html(tmp_path / "bare")["events/e.html"]


def test_a_book_of_a_day_says_which(tmp_path: Path) -> None:
    publish(replace(raid(), as_of=date(2025, 3, 9)), tmp_path / "site")
    pages = html(tmp_path / "site")
    assert "9 March 2025" in pages["index.html"]
    assert "9 mars 2025" in pages["fr/index.html"]


def test_downloads_hold_the_claims(tmp_path: Path) -> None:
    publish(raid(), tmp_path / "site")
    data = tmp_path / "site" / "data"
    with (data / "claims.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(r["claim"], r["low"], r["high"]) for r in rows] == [
        ("en-raid#1", "215", "215"),
        ("en-raid#2", "109", "109"),
        ("en-raid#3", "100000", ""),
        ("th-raid#1", "218", "218"),
    ]
    assert rows[0]["event"] == "ev-0123456789ab"
    with (data / "claims-hxl.csv").open(newline="", encoding="utf-8") as file:
        tags = list(csv.reader(file))[1]
    assert all(re.fullmatch(r"#[a-z]+(\+[a-z]+)*", tag) for tag in tags)
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    assert [r["name"] for r in package["resources"]][-2:] == ["totals", "accounts"]
    for resource in package["resources"]:
        header = (data / resource["path"]).read_text("utf-8").splitlines()[0].split(",")
        assert header == [field["name"] for field in resource["schema"]["fields"]]
    points = json.loads((data / "events.geojson").read_text("utf-8"))
    assert points["features"][0]["geometry"]["coordinates"] == [102.563, 13.657]
    lines = (data / "claims.jsonl").read_text("utf-8").splitlines()
    assert json.loads(lines[0])["quote"]["exact"] == "215 foreigners"


def test_publishing_again_replaces_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    publish(raid(), site)
    summary = publish(empty(), site)
    assert not (site / "events").exists()
    assert summary.index.is_file()
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def _stray(site: Path) -> None:
    (site / "thesis.txt").write_text("mine")


def _damage(site: Path) -> None:
    (site / MANIFEST).write_text("{")


def _foreign(site: Path) -> None:
    (site / MANIFEST).write_text('{"generator": "other", "files": {}}')


@pytest.mark.parametrize("spoil", [_stray, _damage, _foreign, lambda s: (s / MANIFEST).unlink()])
def test_a_folder_with_other_things_is_refused(
    spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    publish(raid(), site)
    spoil(site)
    before = sorted(p.name for p in site.rglob("*"))
    with pytest.raises(UsageError, match="site"):
        publish(empty(), site)
    assert sorted(p.name for p in site.rglob("*")) == before


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    with pytest.raises(UsageError, match="is a file"):
        publish(raid(), tmp_path / "site")


def test_a_failure_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    publish(raid(), site)
    before = (site / "index.html").read_bytes()

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(HeadcountError, match=r"No space left.*; give a folder"):
        publish(empty(), site)
    monkeypatch.undo()
    assert (site / "index.html").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def killed_while_writing(site: Path, words: str) -> None:
    """Another process begins to publish beside the site, says so, and is killed."""
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from headcount.publish.workplace import OLD, workplace\n"
        f"site = Path({str(site)!r})\n"
        "with workplace(site) as work:\n"
        "    (work / 'new').mkdir()\n"
        f"    {words}\n"
        "    print('ready', flush=True)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        publish(raid(), site.with_name("other"))
        assert len(list(site.parent.glob(".site-*"))) == 1
        if words == "pass":
            publish(raid(), site)
            assert len(list(site.parent.glob(".site-*"))) == 1, "one being written was removed"
        process.kill()


def test_what_a_kill_leaves_is_removed_by_the_next_publish(tmp_path: Path) -> None:
    site = tmp_path / "site"
    killed_while_writing(site, "pass")
    assert len(list(tmp_path.glob(".site-*"))) == 1
    publish(raid(), site)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["other", "site"]


def test_a_site_that_a_kill_had_moved_comes_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(raid(), site)
    killed_while_writing(site, "site.rename(work / OLD)")
    assert not site.exists()
    clear_left_over(site)
    assert (site / MANIFEST).is_file()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["other", "site"]


def test_hidden_folders_of_others_are_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / ".site-notes"
    mine.mkdir()
    (mine / "thesis.txt").write_text("mine")
    foreign = tmp_path / ".site-foreign"
    foreign.mkdir()
    (foreign / MARKER).write_text("somebody else's words\n")
    (tmp_path / ".site-link").symlink_to(mine)
    publish(raid(), tmp_path / "site")
    names = sorted(p.name for p in tmp_path.iterdir())
    assert names == [".site-foreign", ".site-link", ".site-notes", "site"]


def test_many_events_are_counted_by_month(tmp_path: Path) -> None:
    publish(many(200), tmp_path / "site")
    text = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "Timeline of events by month" in text
    assert "events.html#from=2020-02-01&amp;to=2020-02-29" in text
    assert len(text) < 200_000
