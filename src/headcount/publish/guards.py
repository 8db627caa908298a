"""Makes text from outside harmless where it lands: file names, links, scripts, sheets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from headcount.ids import digest

_UNSAFE = re.compile(r"[^a-z0-9-]+")
_CONTROL = re.compile(r"[\x00-\x20\x7f\\<>\"'`]")
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|%")
_LONGEST = 60
_RESERVED = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))}
"""Names that one family of systems keeps for devices."""


def slugs(ids: Iterable[str]) -> dict[str, str]:
    """A file name (no suffix) for each id: only a-z, 0-9 and `-`, never empty, all different.

    An id that is already such a name keeps it; any other gets a digest of itself at the end, so
    that two ids never meet in one file, not even where upper and lower case are one.
    """
    names: dict[str, str] = {}
    taken = set()
    for one in sorted(set(ids)):
        plain = _UNSAFE.sub("-", one.lower()).strip("-")[:_LONGEST].strip("-")
        name = one if plain and plain == one else f"{plain or 'x'}-{digest(one)[:10]}"
        if name in taken or name in _RESERVED:
            name = f"x-{digest(one)}"
        names[one] = name
        taken.add(name)
    return names


def safe_url(url: str | None) -> str | None:
    """The address if it is plain http or https with a host, else None."""
    if not url or len(url) > 2000 or _CONTROL.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else None


def script_json(value: Any) -> Markup:
    """JSON that may stand inside a script element: it holds no `<`, `>`, `&` or line separator."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 - the characters that could end the element are escaped above


def csv_cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula; None is the empty cell."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    text = value.replace("\x00", "")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
