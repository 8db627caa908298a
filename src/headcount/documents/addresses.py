"""What a web address tells: the document's identity, its outlet, sometimes its day."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_ga|ref_src|cmpid|spm", re.I
)
# /2025/02/24/, /2025-02-24-, /20250224/ and 20250224 inside a name, but not longer digit runs.
_DAY = re.compile(
    r"(?<!\d)(?P<y>20\d\d)(?P<s>[/\-_.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<y2>20\d\d)-?(?P<m2>0[1-9]|1[0-2])(?:/)?(?P<d2>0[1-9]|[12]\d|3[01])(?!\d)"
)
_SITE_NOISE = re.compile(r"^(?:www\d?|m|mobile|amp|en|fr|news)\.(?=[^.]+\.[^.]+)")


def clean_url(address: str, base: str | None = None) -> str | None:
    """The address without fragment and tracking parameters; None if it is not http(s)."""
    try:
        parts = urlsplit(urljoin(base, address.strip()) if base else address.strip())
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return None
        host = parts.hostname + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return None
    query = parts.query
    pairs = parse_qsl(query, keep_blank_values=True)
    if any(_TRACKING.fullmatch(key) for key, _ in pairs):
        query = urlencode([(k, v) for k, v in pairs if not _TRACKING.fullmatch(k)])
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", query, ""))


def canonical_url(declared: str, base: str | None) -> str | None:
    """The page's declared address; None when it is relative without a base or a mere home page.

    Some sites declare their home page on every page: that would make one document of them all.
    """
    url = clean_url(declared, base)
    if url is None:
        return None
    parts = urlsplit(url)
    at_root = parts.path in ("", "/") and not parts.query
    return None if at_root else url


def day_in_url(address: str) -> date | None:
    """The one day in the address's path; None if there is none or several differ."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    days = set()
    for match in _DAY.finditer(path):
        year, month, day = (int(g) for name, g in match.groupdict().items() if g and name != "s")
        try:
            days.add(date(year, month, day))
        except ValueError:
            continue
    return days.pop() if len(days) == 1 else None


def outlet_of(address: str | None) -> str | None:
    """The host without `www.` and its like: an outlet's name of last resort."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return _SITE_NOISE.sub("", host) if host else None
