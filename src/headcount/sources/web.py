"""Fetching the one URL that the user gave, with every bound that a stranger's server needs."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
from http.client import HTTPResponse
from typing import cast
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from headcount.errors import FetchError, InputError
from headcount.settings import Settings
from headcount.sources import media
from headcount.sources.streams import megabytes, unpack

USER_AGENT = "Mozilla/5.0 (compatible; headcount; reads one page that its user named)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 1 << 16
_SLOW = 6
"""A page may take this many timeouts in all; a server that drips bytes is given up."""

_BY_CONTENT_TYPE = {
    "text/html": media.HTML,
    "application/xhtml+xml": media.HTML,
    "text/plain": media.PLAIN,
    "text/markdown": media.PLAIN,
    "application/pdf": media.PDF,
    "application/rss+xml": media.FEED,
    "application/atom+xml": media.FEED,
    "application/rdf+xml": media.FEED,
    "application/xml": media.FEED,
    "text/xml": media.FEED,
    "application/jsonl": media.LINES,
    "application/x-ndjson": media.LINES,
    "application/x-jsonlines": media.LINES,
    "application/jsonlines": media.LINES,
}
_UNDECIDED = frozenset(
    {
        "",
        "application/octet-stream",
        "binary/octet-stream",
        "application/gzip",
        "application/x-gzip",
    }
)


def is_url(name: str) -> bool:
    """Whether the input is meant as an address (`scheme://…`), supported or not."""
    head, mark, _ = name.partition("://")
    return bool(mark) and head.isascii() and head.replace("+", "").isalnum()


def fetch(url: str, settings: Settings) -> media.Blob:
    """The page behind an http(s) URL; `given["url"]` is the address after redirects.

    Raises FetchError for anything that keeps the page from being read.
    """
    opener = _opener()
    deadline = time.monotonic() + settings.timeout * _SLOW
    address = _clean(url, url)
    seen: set[str] = set()
    for _ in range(settings.max_redirects + 1):
        seen.add(address)
        try:
            response = _open(opener, address, url, settings.timeout)
        except urllib.error.HTTPError as error:
            with error:
                address = _next_address(error, address, url)
            # A cookie set on the way makes a second visit of one address legitimate, not a third.
            if address in seen and len(seen) > settings.max_redirects // 2:
                break
            continue
        with response:
            content = _read(response, url, settings.max_bytes, deadline)
            return _blob(response, content, (url, address), settings.max_bytes)
    raise FetchError(f"{url}: redirects without end; open it in a browser and save the page")


def _opener() -> urllib.request.OpenerDirector:
    """Only http and https, with cookies for this one call; redirects are followed by hand."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPCookieProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _clean(address: str, url: str) -> str:
    """The address with non-ASCII parts encoded; FetchError for a scheme or form we do not take."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise FetchError(f"{url}: is not a valid address; check the spelling") from error
    if parts.scheme not in ("http", "https"):
        where = "" if address == url else f" (redirected to {parts.scheme}:)"
        raise FetchError(
            f"{url}: only http and https addresses are fetched{where}; give a file by its path"
        )
    if not host:
        raise FetchError(f"{url}: has no host name; check the spelling")
    if parts.username is not None:
        raise FetchError(f"{url}: has a user name in it; save the page and give the file")
    if ":" in host:
        host = f"[{host}]"
    path = quote(parts.path or "/", safe="/%:=&?~#+!$,;'@()*[]-._")
    query = quote(parts.query, safe="/%:=&?~#+!$,;'@()*[]-._")
    return urlunsplit((parts.scheme, host + port, path, query, ""))


def _open(
    opener: urllib.request.OpenerDirector, address: str, url: str, timeout: float
) -> HTTPResponse:
    request = urllib.request.Request(  # noqa: S310 - the scheme was checked in _clean
        address,
        headers={
            "User-Agent": USER_AGENT,
            "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.5",
            "Accept-Encoding": "gzip",
        },
    )
    try:
        return cast(HTTPResponse, opener.open(request, timeout=timeout))
    except urllib.error.HTTPError:
        raise
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        raise FetchError(f"{url}: {_network_problem(error, timeout)}") from error


def _network_problem(error: Exception, timeout: float) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return f"no answer within {timeout:g} seconds; try again later"
    if isinstance(reason, socket.gaierror):
        return "the host name cannot be found; check the address and the connection"
    if isinstance(reason, ssl.SSLError):
        return "the server's certificate is not valid; open it in a browser and save the page"
    if isinstance(reason, ConnectionRefusedError):
        return "the server refuses the connection; check the address"
    if isinstance(reason, (http.client.HTTPException, ValueError)):
        return "the answer is not valid HTTP; check the address"
    return "the server cannot be reached; check the address and the connection"


def _next_address(error: urllib.error.HTTPError, address: str, url: str) -> str:
    """Where a redirect leads; FetchError for every other status."""
    target = error.headers.get("Location") if error.headers else None
    if error.code in _REDIRECTS and target:
        return _clean(urljoin(address, target), url)
    hints = {
        401: "the page needs a login; save it from a browser",
        403: "the server forbids it; save the page from a browser",
        404: "no such page; check the address",
        410: "the page was removed; look for an archived copy",
        429: "too many requests; try again later",
        451: "withheld for legal reasons; look for an archived copy",
    }
    hint = hints.get(error.code) or (
        "the server has a problem; try again later" if error.code >= 500 else "check the address"
    )
    raise FetchError(f"{url}: HTTP {error.code}, {hint}")


def _read(response: HTTPResponse, url: str, limit: int, deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        while chunk := response.read1(_CHUNK):
            size += len(chunk)
            if size > limit:
                raise FetchError(
                    f"{url}: is larger than {megabytes(limit)}; save the part that you need"
                )
            if time.monotonic() > deadline:
                raise FetchError(f"{url}: the server sends too slowly; try again later")
            parts.append(chunk)
    except (http.client.HTTPException, OSError) as error:
        raise FetchError(f"{url}: the connection broke off; try again") from error
    if response.length:
        raise FetchError(f"{url}: the connection broke off; try again")
    return b"".join(parts)


def _blob(response: HTTPResponse, content: bytes, names: tuple[str, str], limit: int) -> media.Blob:
    """The bytes unpacked and typed; `names` are the URL as given and the address it led to."""
    url, address = names
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    try:
        content = _decoded(content, encoding, url, limit)
    except FetchError:
        raise
    except InputError as error:
        raise FetchError(str(error)) from error
    declared = response.headers.get_content_type() if response.headers.get("Content-Type") else ""
    kind = media.magic_type(content[: media.HEAD]) or _BY_CONTENT_TYPE.get(declared)
    if kind is None and declared in _UNDECIDED:
        path = urlsplit(address).path
        kind = media.suffix_type(path) or media.guess_type(content[: media.HEAD])
    if kind is None:
        raise FetchError(
            f"{url}: is {declared}, not a page, feed, text or PDF; give the page's own address"
        )
    return media.Blob(url, content, kind, response.headers.get_content_charset(), {"url": address})


def _decoded(content: bytes, encoding: str, url: str, limit: int) -> bytes:
    if encoding in ("gzip", "x-gzip"):
        content = unpack(content, url, limit)
    elif encoding not in ("", "identity"):
        raise FetchError(f"{url}: is packed as {encoding}; open it in a browser and save the page")
    if media.magic_type(content[: media.HEAD]) == media.GZIP:
        content = unpack(content, url, limit)  # a .gz file served as it lies on disk
    return content
