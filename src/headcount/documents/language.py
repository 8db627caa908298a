"""Which language a text is written in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import resources

import pycld2

from headcount.languages.pack import available
from headcount.languages.tables import rows

_SAMPLE = 20_000
"""Characters that are looked at; a report shows its language early."""

_SHORTEST = 12
"""Letters below which no answer is given (a third of it for scripts that write a word in two)."""

# Scripts that one language owns here. Arabic, Devanagari, Cyrillic and Latin are shared and need
# the statistical detector; kana tells Japanese from Chinese.
_SCRIPTS = (
    ("th", 0x0E00, 0x0E7F),
    ("lo", 0x0E80, 0x0EFF),
    ("my", 0x1000, 0x109F),
    ("km", 0x1780, 0x17FF),
    ("bn", 0x0980, 0x09FF),
    ("ta", 0x0B80, 0x0BFF),
    ("si", 0x0D80, 0x0DFF),
    ("ko", 0xAC00, 0xD7AF),
    ("ko", 0x1100, 0x11FF),
    ("kana", 0x3040, 0x30FF),
    ("han", 0x3400, 0x9FFF),
    ("han", 0x20000, 0x2FFFF),
)
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|https?://\\S+"
)
_HAN = re.compile("[\u3400-\u9fff]")
_SAME = {"iw": "he", "jw": "jv", "in": "id", "fil": "tl", "no": "nb"}
_SHORT = 160
"""Characters up to which small words decide before the detector."""

_MALAY = frozenset({"id", "ms"})


def detect(text: str) -> str | None:
    """The BCP 47 primary tag of the text's language, None when unsure or too short."""
    sample = _UNSAFE.sub(" ", text[:_SAMPLE])
    script, letters = _script(sample)
    if script in ("han", "kana", "ko", "th", "lo", "my", "km") and letters >= _SHORTEST // 3:
        return "zh" if script == "han" else "ja" if script == "kana" else script
    if letters < _SHORTEST:
        return None
    if script:
        return script
    return _statistical(sample)


@cache
def known_tags() -> frozenset[str]:
    """The primary tags of all languages that a report can be said to be in.

    Those that the detector knows, ISO 639-1 nearly whole, as it and as BCP 47 write them, and
    those of the packs.
    """
    tags = {tag.partition("-")[0] for _, tag in pycld2.LANGUAGES}
    # The detector's own marks for a script without a language and for jokes.
    real = {tag for tag in tags if not tag.startswith(("xx", "zz"))}
    return frozenset(real | {*_SAME.values(), *_SAME, *available()})


def with_script(tag: str, text: str) -> str:
    """The tag with its script where one language is written in two: "zh-Hans" or "zh-Hant".

    Told by the characters that only one of the old national character sets has: GB 2312
    (simplified) or Big5 (traditional). The bare tag where they balance.
    """
    if tag != "zh":
        return tag
    counts = Counter(c for c in text[:_SAMPLE] if _HAN.match(c))
    simplified = traditional = 0
    for char, times in counts.items():
        gb, big = _encodes(char, "gb2312"), _encodes(char, "big5")
        simplified += times * (gb and not big)
        traditional += times * (big and not gb)
    if simplified == traditional:
        return tag
    return f"{tag}-{'Hans' if simplified > traditional else 'Hant'}"


def _encodes(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _script(sample: str) -> tuple[str | None, int]:
    """The script that carries most of the letters, if it decides, and the number of letters."""
    counts: Counter[str] = Counter()
    for char, times in Counter(sample).items():
        if char.isalpha() or 0x0E00 <= ord(char) <= 0x17FF:
            counts[_script_of(ord(char))] += times
    letters = sum(counts.values())
    east = counts["han"] + counts["kana"]
    if east * 2 > letters:
        # Japanese reports are a third kana or more; Chinese ones have none but in a name.
        return ("kana" if counts["kana"] * 12 > east else "han"), letters
    for tag, count in counts.most_common(1):
        if tag != "other" and count * 2 > letters:
            return tag, letters
    return None, letters


def _script_of(code: int) -> str:
    if code < 0x0980:
        return "other"
    return next((tag for tag, low, high in _SCRIPTS if low <= code <= high), "other")


def _statistical(sample: str) -> str | None:
    try:
        reliable, _, guesses = pycld2.detect(sample.encode("utf-8"), isPlainText=True)
    except pycld2.error:
        return None
    tag, share = guesses[0][1], guesses[0][2]
    if len(sample) < _SHORT and (found := _by_small_words(sample)):
        tag = found
    elif tag == "un" or not (reliable or share >= 80):
        return None
    tag = _SAME.get(tag, tag.split("-")[0])
    if tag == "xx":  # the detector's mark for a script without a language
        return None
    return _malay(sample, tag) if tag in _MALAY else tag


def _by_small_words(sample: str) -> str | None:
    """The language whose articles, prepositions and pronouns a short text has most, if any leads.

    The detector is unsure of headlines, or takes the names in them for words of another language.
    """
    words = re.findall(r"[^\W\d_]+", sample.lower())
    scores = Counter(lang for word in words for lang in _small_words().get(word, ()))
    ranked = scores.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    """The languages that each of the commonest small words belongs to."""
    words: dict[str, tuple[str, ...]] = {}
    for row in _table("function_words.tsv"):
        words[row["word"]] = (*words.get(row["word"], ()), row["lang"])
    return words


def _malay(sample: str, tag: str) -> str:
    """Indonesian or Malay by the words that only one of them uses; the detector's word on a tie."""
    words = Counter(re.findall(r"[a-z]+", sample.lower()))
    scores = Counter({lang: sum(words[w] for w in marks) for lang, marks in _markers().items()})
    if scores["id"] == scores["ms"]:
        return tag
    return scores.most_common(1)[0][0]


@cache
def _markers() -> dict[str, frozenset[str]]:
    table = _table("malay.tsv")
    return {
        lang: frozenset(row["word"] for row in table if row["lang"] == lang)
        for lang in ("id", "ms")
    }


def _table(name: str) -> list[dict[str, str]]:
    """The rows of a table of this room: `lang` and `word`."""
    return list(rows(resources.files("headcount.documents") / name))
