"""From bytes to text: the right character set, or a clear refusal."""

from __future__ import annotations

import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from headcount.errors import InputError

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_WORST = 0.005
"""Share of characters that may be broken before a text is refused."""

# UTF-8 read as windows-1252 or latin-1: a lead byte as a letter, then what follows it.
_MOJIBAKE = re.compile(
    "[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbf™œ“”˜¦¢]|[àáâ][¸¹º»\x80-\xbf][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹]"
)
_BROKEN = re.compile("[\ufffd\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def decode(content: bytes, locator: str, declared: str | None = None, *, html: bool = False) -> str:
    """The text of the bytes, cleaned of control characters, with newlines as `\\n`.

    A byte-order mark decides, then valid UTF-8, then the declared set (HTTP, or the page's meta
    element when `html`), then detection. Raises InputError "wrongly encoded" when more than 0.5 %
    of the characters are broken or look like UTF-8 read in a wrong set.
    """
    text = _decoded(content, declared, html)
    check(text, locator)
    return clean(text)


def check(text: str, locator: str) -> None:
    """Raises InputError when too much of the text is broken."""
    bad = len(_BROKEN.findall(text))
    if any(lead in text for lead in "ÃÂâà"):
        bad += len(_MOJIBAKE.findall(text))
    if bad > _WORST * len(text):
        raise InputError(f"{locator}: is wrongly encoded or no text; save it again as UTF-8")


def clean(text: str) -> str:
    """The text without control characters and lone surrogates, with newlines as `\\n`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    return _CONTROLS.sub(
        "", text.replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    )


def _decoded(content: bytes, declared: str | None, html: bool) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(encoding, "replace")
    wide = _utf16(content)
    if wide:
        return content.decode(wide, "replace")
    if b"\x1b$" in content or b"\x1b(" in content:
        return content.decode("iso2022_jp", "replace")
    utf8 = content.decode("utf-8", "replace")
    if utf8.encode() == content:
        return utf8  # broken marks and all: then they were saved so
    if utf8.count("\ufffd") <= _WORST * len(utf8) and _mostly_utf8(content, utf8):
        return utf8
    if html:
        meta = _META.search(content[:4096])
        declared = declared or (meta[1].decode("ascii") if meta else None)
    for name in (declared, detect_encoding(content), "windows-1252"):
        text = _try(content, name)
        if text is not None:
            return text
    return utf8


def _mostly_utf8(content: bytes, utf8: str) -> bool:
    """Whether the bytes are UTF-8 with at most a few broken ones.

    A Latin-1 text with few accents has few broken bytes too, but then none that are right.
    """
    broken = utf8.count("\ufffd")
    if not broken:
        return True
    right = sum(1 for c in utf8 if c > "\x7f" and c != "\ufffd")
    return right > 20 * broken


def _try(content: bytes, name: str | None) -> str | None:
    """The text in the named set, None if the set is unknown or does not fit."""
    if not name:
        return None
    mapped = map_encoding_to_html5(name, fallback_utf8=False) or name
    if mapped.lower() in ("utf-8", "utf8"):
        return None
    try:
        text = content.decode(mapped, "replace")
    except (LookupError, ValueError):
        return None
    bad = len(_BROKEN.findall(text))
    return text if bad <= _WORST * len(text) else None


def _utf16(content: bytes) -> str | None:
    """UTF-16 without a byte-order mark shows as NUL in nearly every second byte."""
    head = content[:4096]
    half = len(head) // 2
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if half >= 4 and odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if half >= 4 and even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None
