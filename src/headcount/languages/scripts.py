"""Scripts: which characters make a word, which are written without spaces, which marks are alike.

Facts of Unicode blocks, not of languages: the pattern below cuts any text into numbers, words,
runs of a script that sets no spaces, and marks. A run is cut further by the lexicon.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_RUN: Final = (
    "[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebe\u0ec0-\u0ece\u0edc-\u0edf"
    "\u1000-\u103f\u1050-\u108f\u1780-\u17d3\u17d7\u17dc"
    "\u3005\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters and signs of Thai, Lao, Burmese, Khmer, kana and Han: written without spaces."""

_SIGNS: Final = "\u0300-\u036f\u0483-\u0487\u05b0-\u05c7\u0610-\u061a\u064b-\u065f\u0670" + "".join(
    f"{chr(block)}-{chr(block + 3)}{chr(block + 0x3A)}-{chr(block + 0x4F)}"
    f"{chr(block + 0x51)}-{chr(block + 0x57)}{chr(block + 0x62)}{chr(block + 0x63)}"
    for block in range(0x900, 0xD81, 0x80)
)
"""Signs that combine with the letter before: Latin, Cyrillic, Hebrew, Arabic, Indic blocks."""

_LETTER: Final = rf"[^\W\d_{_RUN[1:-1]}]"

WORD: Final = re.compile(
    rf"(?P<word>{_LETTER}+(?:[{_SIGNS}]+{_LETTER}*)*)"
    rf"|(?P<number>\d+(?:['’]\d{{3}})*(?:[.,]\d+)*)(?P<tail>{_LETTER}+)?"
    rf"|(?P<run>{_RUN}+)"
    r"|(?P<mark>[%$€£¥฿₱₩₹₫°#]|[^\w\s])"
)
"""One piece: a word, a number with what is glued to it, a run without spaces, or a single mark."""

_UNSEEN: Final = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
    "|https?://[!-~]*[0-9A-Za-z/]"
)
"""What nobody reads: soft hyphens, breaks without width, marks of direction, variants.

So are the addresses of pages, whose numbers and words are not those of the text.

Joiners of width nought are none of them: they tell words apart in Persian and Sinhala.
"""

_FIRST: Final = chr(0x0E01)
"""The first of the letters written without spaces."""

_SPACED: Final = re.compile(_LETTER)
_UNSPACED: Final = re.compile(_RUN)
_UNSPACED_ONLY: Final = re.compile(f"{_RUN}+")

_INNER: Final = re.compile(
    "[\u0e30-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebc\u0ec6-\u0ece\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    "\u17b4-\u17d3]"
)
"""Vowels and signs that no word of a run begins with: they belong to the letter before."""

_LEADING: Final = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4\u1039\u17d2]")
"""Vowels written before their letter, and signs that bind the next letter: no word ends there."""

_BINDING: Final = re.compile(f"{_INNER.pattern}|{_LEADING.pattern}")

_ALIKE: Final = str.maketrans(
    "\uff0c\u3001\uff1b\uff1a\uff08\uff09\uff05\uff0f\uff0d\uff5e\u301c\u060c\u061b\u300c\u300d"
    "\u300e\u300f\u300a\u300b\uff0e\u104a",
    ",,;:()%/-––,;“”“”“”.,",
)
"""Fullwidth and other marks, and the one that stands for them in the rules."""


def normal(text: str) -> str:
    """The form under which a word is looked up: NFC, lower case, straight apostrophes."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("’", "'")
    return text.lower()


def seen(text: str) -> tuple[str, list[int] | None]:
    """A text without what nobody reads in it, and where each character of that stands in `text`.

    None for the places where nothing was taken out; the last place is the end of `text`.
    """
    if (text.isascii() and "://" not in text) or not _UNSEEN.search(text):
        return text, None
    places: list[int] = []
    after = 0
    for found in _UNSEEN.finditer(text):
        places.extend(range(after, found.start()))
        after = found.end()
    places.extend(range(after, len(text)))
    return "".join(text[n] for n in places), [*places, len(text)]


def mark(text: str) -> str:
    """The mark that stands for `text` in the rules: a fullwidth comma is a comma."""
    return text if text.isascii() else text.translate(_ALIKE)


def digits(text: str) -> str:
    """A number with the digits of any script as ASCII ones."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text)


def caseless(text: str) -> bool:
    """Whether a word is written in a script without capitals."""
    first = text[:1]
    return not first.isascii() and first.upper() == first.lower() and first.isalpha()


def unspaced(text: str) -> bool:
    """Whether a word is of a script that sets no spaces, where a stop only shortens words."""
    return not text.isascii() and _UNSPACED.match(text) is not None


def one_run(text: str) -> bool:
    """Whether a text is nothing but letters and signs written without spaces."""
    return _UNSPACED_ONLY.fullmatch(text) is not None


def mixed(form: str) -> bool:
    """Whether a form has letters of scripts with and without spaces: it is cut where they meet."""
    if form.isascii() or max(form) < _FIRST:
        return False
    return bool(_UNSPACED.search(form)) and bool(_SPACED.search(form))


def breaks(run: str) -> list[bool]:
    """For each place in a run, both ends too, whether a word may begin or end there.

    None may where a letter would be torn from its vowel or sign.
    """
    free = [True] * (len(run) + 1)
    if not _BINDING.search(run):
        return free
    for found in _INNER.finditer(run):
        free[found.start()] = False
    for found in _LEADING.finditer(run):
        free[found.end()] = False
    return free
