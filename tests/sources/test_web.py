"""The fetcher against a server of our own on the loopback address; nothing leaves the machine."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from headcount.model import RawItem, Skipped
from headcount.settings import Settings
from headcount.sources.items import count_items, open_items

SETTINGS = Settings(max_bytes=50_000, timeout=2.0, max_redirects=3)
HTML = b"<!doctype html><title>A raid</title><p>Police freed 215 people.</p>"
RSS = b"<rss><channel><title>G</title><item><title>A</title></item></channel></rss>"

Answer = tuple[int, dict[str, str], bytes]
ANSWERS: dict[str, Answer] = {
    "/page": (200, {"Content-Type": "text/html; charset=windows-1252"}, HTML),
    "/gzip": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(HTML)),
    "/caf%C3%A9": (200, {"Content-Type": "text/html"}, HTML),
    "/text": (200, {"Content-Type": "text/plain"}, b"Police freed 215 people."),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, RSS),
    "/lines.jsonl": (
        200,
        {"Content-Type": "application/octet-stream"},
        b'{"text": "a"}\n{"text": "b"}',
    ),
    "/file.jsonl.gz": (200, {"Content-Type": "application/gzip"}, gzip.compress(b'{"text": "a"}')),
    "/untyped": (200, {}, HTML),
    "/report.pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7 x"),
    "/moved": (301, {"Location": "/page"}, b""),
    "/moved2": (302, {"Location": "/moved"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/ping": (302, {"Location": "/pong"}, b""),
    "/pong": (302, {"Location": "/ping"}, b""),
    "/tofile": (302, {"Location": "file:///etc/hostname"}, b""),
    "/toftp": (302, {"Location": "ftp://127.0.0.1/x"}, b""),
    "/nowhere": (302, {}, b""),
    "/image": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n"),
    "/video": (200, {"Content-Type": "text/html"}, b"\x1aE\xdf\xa3" + b"\0" * 200),
    "/huge": (200, {"Content-Type": "text/html"}, HTML * 1000),
    "/bomb": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(b"a" * 10**7),
    ),
    "/cut": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(HTML)[:40],
    ),
    "/short": (200, {"Content-Type": "text/html", "Content-Length": "9999"}, HTML),
    "/brotli": (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, HTML),
    "/empty": (200, {"Content-Type": "text/html"}, b""),
    "/403": (403, {}, b""),
    "/404": (404, {}, b"gone"),
    "/429": (429, {}, b""),
    "/500": (500, {}, b""),
    "/503": (503, {}, b""),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            threading.Event().wait(3)
            return
        if self.path == "/cookie" and "seen" not in self.headers.get("Cookie", ""):
            status, headers, body = 302, {"Location": "/cookie", "Set-Cookie": "seen=1"}, b""
        else:
            status, headers, body = ANSWERS.get(self.path, ANSWERS["/page"])
        assert "headcount" in self.headers["User-Agent"]
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "http_proxy",
        "https_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "all_proxy",
        "ALL_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)


def opened(url: str) -> list[RawItem | Skipped]:
    return list(open_items([url], SETTINGS))


@pytest.mark.parametrize(
    ("path", "kinds", "end"),
    [
        ("/page", ["text/html"], "/page"),
        ("/gzip", ["text/html"], "/gzip"),
        ("/café", ["text/html"], "/caf%C3%A9"),
        ("/page#part", ["text/html"], "/page"),
        ("/text", ["text/plain"], "/text"),
        ("/lines.jsonl", ["application/json"] * 2, None),
        ("/file.jsonl.gz", ["application/json"], None),
        ("/untyped", ["text/html"], "/untyped"),
        ("/report.pdf", ["application/pdf"], "/report.pdf"),
        ("/feed", ["text/plain"], None),
        ("/moved2", ["text/html"], "/page"),
        ("/cookie", ["text/html"], "/cookie"),
    ],
)
def test_what_a_server_gives(server: str, path: str, kinds: list[str], end: str | None) -> None:
    found = opened(server + path)
    assert [i.media_type for i in found if isinstance(i, RawItem)] == kinds
    item = found[0]
    assert isinstance(item, RawItem)
    assert item.locator.startswith(server + path)
    if end:
        assert item.given["url"] == server + end


def test_the_declared_character_set_is_passed_on(server: str) -> None:
    (item,) = opened(server + "/page")
    assert isinstance(item, RawItem)
    assert item.charset == "windows-1252"


@pytest.mark.parametrize(
    ("path", "words", "code"),
    [
        ("/loop", "redirects without end", 4),
        ("/ping", "redirects without end", 4),
        ("/tofile", "only http and https", 4),
        ("/toftp", "only http and https", 4),
        ("/nowhere", "HTTP 302", 4),
        ("/image", "image/png", 4),
        ("/video", "a video", 3),
        ("/huge", "larger than", 4),
        ("/bomb", "larger than", 4),
        ("/cut", "gzip", 4),
        ("/short", "broke off", 4),
        ("/brotli", "packed as br", 4),
        ("/empty", "empty", 3),
        ("/403", "HTTP 403", 4),
        ("/404", "HTTP 404", 4),
        ("/429", "HTTP 429", 4),
        ("/500", "HTTP 500", 4),
        ("/503", "HTTP 503", 4),
        ("/slow", "within 2 seconds", 4),
    ],
)
def test_what_a_server_does_wrong_is_one_line(
    server: str, path: str, words: str, code: int
) -> None:
    (skipped,) = opened(server + path)
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith(f"{server}{path}: ")
    assert words in skipped.reason
    assert skipped.exit_code == code


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1:9/", "refuses"),
        ("http://nothing.invalid/", "host name"),
        ("file:///etc/hostname", "only http and https"),
        ("ftp://a.example/x", "only http and https"),
        ("gopher://a.example/x", "only http and https"),
        ("http://", "no host"),
        ("http:///x", "no host"),
        ("http://user:word@127.0.0.1/", "user name"),
        ("http://[::1/", "not a valid address"),
        ("http://127.0.0.1:99999/", "not a valid address"),
        ("http://a b/", ""),
        ("http://" + "a" * 300 + ".example/", "not a valid address"),
    ],
)
def test_an_address_that_cannot_be_fetched_is_one_line(url: str, words: str) -> None:
    (skipped,) = opened(url)
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith(f"{url}: ")
    assert words in skipped.reason
    assert skipped.exit_code == 4


def test_a_url_counts_as_one_without_a_connection() -> None:
    assert count_items(["http://nothing.invalid/", "https://nothing.invalid/2"]) == 2
