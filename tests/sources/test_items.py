from __future__ import annotations

import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from headcount.model import RawItem, Skipped
from headcount.settings import Settings
from headcount.sources.items import count_items, open_items

SETTINGS = Settings()
SMALL = Settings(max_bytes=1000)
LINE = json.dumps({"text": "Police freed 215 people."})
HTML = "<!doctype html><p>Police freed 215 people.</p>"


def opened(*inputs: str | Path, settings: Settings = SETTINGS) -> list[RawItem | Skipped]:
    return list(open_items([str(name) for name in inputs], settings))


def one_skipped(*inputs: str | Path, settings: Settings = SETTINGS) -> Skipped:
    found = opened(*inputs, settings=settings)
    assert len(found) == 1
    assert isinstance(found[0], Skipped)
    assert "\n" not in found[0].reason
    assert found[0].reason.startswith(f"{found[0].locator}: ")
    return found[0]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", "Police freed 215 people.", "text/plain"),
        ("a.TXT", "Police freed 215 people.", "text/plain"),
        ("a.md", "# Police freed 215 people.", "text/plain"),
        ("a.html", "<p>x</p>", "text/html"),
        ("a.htm", "<p>x</p>", "text/html"),
        ("a.txt", HTML, "text/html"),
        ("a.aspx", HTML, "text/html"),
        ("a.report", "Police freed 215 people.", "text/plain"),
        ("noname", LINE, "application/json"),
        ("a.jsonl", LINE, "application/json"),
        ("a.ndjson", LINE, "application/json"),
        ("a.html", "%PDF-1.7 x", "application/pdf"),
        ("a.xhtml", f'<?xml version="1.0"?>{HTML}', "text/html"),
    ],
)
def test_the_type_of_a_file(tmp_path: Path, name: str, content: str, kind: str) -> None:
    (tmp_path / name).write_text(content)
    (item,) = opened(tmp_path / name)
    assert isinstance(item, RawItem)
    assert item.media_type == kind
    assert item.locator.startswith(str(tmp_path / name))


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz", "a.jsonl.gz", "a.gz", "a.txt"])
def test_gzip_is_looked_through(tmp_path: Path, name: str) -> None:
    content = {"a.html.gz": HTML, "a.jsonl.gz": LINE}.get(name, "Police freed 215 people.")
    (tmp_path / name).write_bytes(gzip.compress(content.encode()))
    (item,) = opened(tmp_path / name)
    assert isinstance(item, RawItem)
    assert item.content.decode() == content


def test_a_folder_gives_its_known_files_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.html",
        "c/d.txt",
        "c/a.md",
        ".hidden.txt",
        ".git/x.txt",
        "x.png",
        "y.docx",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Police freed 215 people.")
    names = [os.path.relpath(i.locator, tmp_path) for i in opened(tmp_path)]
    assert names == ["a.html", "b.txt", "c/a.md", "c/d.txt"]
    assert count_items([str(tmp_path)]) == 4


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "c/d.txt"]),
        ("**", ["a.txt", "b.txt", "c/d.txt", "c/e.html"]),
        ("c/**", ["c/d.txt", "c/e.html"]),
        ("[ab].txt", ["a.txt", "b.txt"]),
        ("?", ["c/d.txt", "c/e.html"]),
    ],
)
def test_a_pattern_that_the_shell_did_not_expand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, names: list[str]
) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", "c/e.html", "c/.h.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Police freed 215 people.")
    assert [i.locator for i in opened(tmp_path / pattern)] == [str(tmp_path / n) for n in names]
    monkeypatch.chdir(tmp_path)
    assert [i.locator for i in opened(pattern)] == names


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "report [2025].txt").write_text("Police freed 215 people.")
    assert isinstance(opened(tmp_path / "report [2025].txt")[0], RawItem)


def test_links_in_circles_pipes_and_devices_do_not_hang(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police freed 215 people.")
    for name in ("l1", "l2", "l3"):
        (tmp_path / name).symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    os.mkfifo(tmp_path / "p.txt")
    found = opened(tmp_path)
    assert [type(item) for item in found] == [RawItem, Skipped]
    assert [i.locator for i in opened(tmp_path / "**" / "*.txt") if isinstance(i, RawItem)] == [
        str(tmp_path / "a.txt")
    ]
    assert "regular file" in one_skipped(tmp_path / "p.txt").reason
    assert "regular file" in one_skipped("/dev/zero").reason
    assert one_skipped(tmp_path / "self").exit_code == 3


def _missing(folder: Path) -> Path:
    return folder / "none.txt"


def _no_folder(folder: Path) -> Path:
    (folder / "a.txt").write_text("x")
    return folder / "a.txt" / "b.txt"


def _written(name: str, content: bytes) -> object:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return write


def _folder(folder: Path) -> Path:
    (folder / "x.png").write_bytes(b"\x89PNG")
    return folder


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_missing, "no such file"),
        (_no_folder, "not a folder"),
        (_folder, "no readable file"),
        (lambda folder: folder / "*.txt", "no readable file matches"),
        (lambda folder: folder / "**" / "*.txt", "no readable file matches"),
        (lambda folder: f"{folder}/a\0b", "not a valid path"),
        (_written("e.txt", b""), "empty"),
        (_written("e.txt", b" \n\n"), "empty"),
        (_written("e.jsonl", b"\n\n"), "empty"),
        (_written("e.txt.gz", gzip.compress(b"")), "empty"),
        (_written("a.txt", b"a" * 1001), "larger than 1000 bytes"),
        (_written("a.txt.gz", gzip.compress(b"a" * 100_000)), "larger than"),
        (_written("a.txt.gz", gzip.compress(os.urandom(500))[:200]), "gzip"),
        (_written("a.jsonl.gz", gzip.compress(os.urandom(500))[:200]), "gzip"),
        (_written("a.txt.gz", b"\x1f\x8b\x08 broken"), "gzip"),
        (_written("a.png", b"\x89PNG\r\n\x1a\n\0\0"), "an image"),
        (_written("a.docx", b"PK\x03\x04\x14\0"), "Office"),
        (_written("a.txt", bytes(range(256)) * 3), "binary"),
        (_written("a.jsonl", bytes(range(256)) * 3), "binary"),
        (_written("a.jsonl", LINE.encode("utf-16")), "UTF-16"),
        (_written("a.xml", b"<a><b/></a>"), "no RSS or Atom"),
        (_written("a.rss", b"<rss><channel>"), "well-formed"),
        (_written("a.rss", b"<rss><channel/></rss>"), "no entries"),
        (_written("a.rss", b'<!DOCTYPE r [<!ENTITY a "b">]><rss>&a;</rss>'), "well-formed"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_line(tmp_path: Path, make: object, words: str) -> None:
    skipped = one_skipped(make(tmp_path), settings=SMALL)  # type: ignore[operator]
    assert words in skipped.reason
    assert skipped.exit_code == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_forbidden_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    assert "no permission" in one_skipped(tmp_path / "a.txt").reason


def test_one_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Police freed 215 people.")
    found = opened(tmp_path / "none", tmp_path / "a.txt", "ftp://a.example/x", tmp_path / "a.txt")
    assert [type(item) for item in found] == [Skipped, RawItem, Skipped, RawItem]


def test_lines_of_jsonl_stand_for_themselves(tmp_path: Path) -> None:
    lines = [
        b"\xef\xbb\xbf" + LINE.encode(),
        b"",
        b"{broken",
        b'["no object"]',
        b'{"text": "\xff"}',
        b'{"text": "' + b"a" * 1000 + b'"}',
        b"[" * 900,
        LINE.encode() + b"\r",
    ]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    found = opened(tmp_path / "a.jsonl", settings=SMALL)
    names = [(type(item), item.locator.rpartition("#")[2]) for item in found]
    assert names == [
        (RawItem, "1"),
        (Skipped, "3"),
        (Skipped, "4"),
        (Skipped, "5"),
        (Skipped, "6"),
        (Skipped, "7"),
        (RawItem, "8"),
    ]
    assert all(str(tmp_path / "a.jsonl") in i.reason for i in found if isinstance(i, Skipped))


def test_jsonl_is_streamed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{LINE}\n" * 1000)
    stream = open_items([str(path)], SMALL)
    assert isinstance(next(stream), RawItem)
    assert sum(1 for _ in stream) == 999
    assert count_items([str(path)]) == 1000


def test_a_truncated_jsonl_gives_what_came_before(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": os.urandom(30).hex()}) + "\n" for _ in range(5000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-5000])
    found = opened(tmp_path / "a.jsonl.gz")
    assert isinstance(found[0], RawItem)
    assert isinstance(found[-1], Skipped)
    assert "gzip" in found[-1].reason


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (LINE.encode() + b"\n" + LINE.encode(), ["application/json"] * 2),
        (gzip.compress(LINE.encode(), mtime=0), ["application/json"]),
        (HTML.encode(), ["text/html"]),
        (b"%PDF-1.4 x", ["application/pdf"]),
        (b"Police freed 215 people.", ["text/plain"]),
        ("Près de Poipet".encode("utf-16"), ["text/plain"]),
    ],
)
def test_standard_input_shows_its_type(
    monkeypatch: pytest.MonkeyPatch, content: bytes, kinds: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert [i.media_type for i in opened("-") if isinstance(i, RawItem)] == kinds
    assert not sys.stdin.closed
    assert count_items(["-"]) is None


def test_empty_standard_input_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert one_skipped("-").reason == "-: is empty; nothing to read"


def test_feeds() -> None:
    folder = Path(__file__).parents[1] / "documents" / "fixtures"
    rss = opened(folder / "feed_rss.xml")
    assert [type(item) for item in rss] == [RawItem] * 3 + [Skipped]
    first = rss[0]
    assert isinstance(first, RawItem)
    assert first.given == {
        "found": "feed",
        "url": "https://www.bordergazette.example/asia/poipet-raid-215-freed",
        "title": "Joint raid frees 215 foreigners in Poipet",
        "published": "2025-02-23",
        "outlet": "Border Gazette",
        "declared_lang": "en",
    }
    assert first.media_type == "text/html"
    assert b"<b>215</b>" in first.content
    days = [i.given.get("published") for i in rss if isinstance(i, RawItem)]
    assert days == ["2025-02-23", "2025-02-20", None]
    atom = [i for i in opened(folder / "feed_atom.xml") if isinstance(i, RawItem)]
    assert [i.given["url"][-1] for i in atom] == ["a", "b"]
    assert [i.given.get("published") for i in atom] == ["2025-02-23", None]
    assert b"<p>They will be screened.</p>" in atom[0].content


@hypothesis_settings(max_examples=60, deadline=None)
@given(
    content=st.binary(max_size=300),
    name=st.sampled_from(["a.txt", "a.jsonl", "a.xml", "a", "a.gz"]),
)
def test_any_bytes_give_items_or_lines(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(content)
    for item in opened(path):
        assert item.locator.startswith(str(path))


@given(st.text(max_size=40).filter(lambda name: name != "-" and "://" not in name))
def test_any_name_gives_items_or_lines(name: str) -> None:
    if name.strip("./*?[]!") == "":
        return  # the whole disk is no test
    for item in opened(name):
        assert isinstance(item, (RawItem, Skipped))
