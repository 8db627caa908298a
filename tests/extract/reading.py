"""Short ways to ask the engine's parts about one sentence."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from headcount.extract.engine import extract
from headcount.extract.mentions.names import people_named
from headcount.extract.mentions.numbers import find_numbers
from headcount.extract.mentions.places import pack_lexicon
from headcount.extract.mentions.quantities import find_quantities
from headcount.extract.mentions.quantity import Quantity, Refused
from headcount.extract.mentions.sentences import sentences
from headcount.extract.mentions.speakers import find_speakers
from headcount.extract.mentions.spelled import UNREAD, Number
from headcount.extract.mentions.times import find_times
from headcount.extract.mentions.tokens import Sentence
from headcount.languages.pack import Pack, load_pack
from headcount.model import Claim, Document

WEDNESDAY = date(2025, 11, 12)

LEADS = {
    "en": "A raid on a scam centre in Cambodia.\n\n",
    "fr": "Les centres d'arnaque du Cambodge.\n\n",
    "es": "Los centros de estafa de Camboya.\n\n",
    "id": "Sindikat penipuan daring di Kamboja.\n\n",
    "vi": "Các tổ hợp lừa đảo trực tuyến ở Campuchia.\n\n",
    "zh": "柬埔寨的电信诈骗园区。\n\n",
    "th": "แก๊งคอลเซ็นเตอร์ในกัมพูชา\n\n",
}
"""A first line that tells what a report is about, in every language of the packs."""


class When(NamedTuple):
    """A time expression as the tests compare it."""

    words: str
    start: str | None
    end: str | None
    role: str


def pack(tag: str) -> Pack:
    found = load_pack(tag)
    assert found is not None
    return found


def cut(text: str, tag: str) -> list[Sentence]:
    """Sentences with the words of the pack and the places of the gazetteer."""
    return sentences(text, pack_lexicon(tag), pack(tag).abbreviations)


def numbers(text: str, tag: str) -> list[Number]:
    """All numbers of a text that can be read, sentence by sentence."""
    numerals = pack(tag).numerals
    found = (
        find_numbers(sentence.tokens, text, numerals)
        for sentence in sentences(text, pack(tag).lexicon, pack(tag).abbreviations)
    )
    return [number for each in found for number in each if number.shape != UNREAD]


def quantities(text: str, tag: str) -> tuple[list[Quantity], list[Refused]]:
    """What is counted in a text of one sentence, and the numbers refused."""
    (sentence,) = cut(text, tag)
    return find_quantities(sentence, 0, text, pack(tag))


def times(text: str, tag: str, published: date | None = WEDNESDAY) -> list[When]:
    """The time expressions of a text of one sentence."""
    (sentence,) = cut(text, tag)
    found = []
    for mention in find_times(sentence.tokens, published):
        span = sentence.tokens[mention.first : mention.after]
        start, end = (day.isoformat() if day else None for day in mention.days)
        found.append(When(text[span[0].start : span[-1].end], start, end, mention.role))
    return found


def speakers(text: str, tag: str) -> list[str]:
    """Everybody to whom a sentence of the text attributes something, "" for a pronoun."""
    body = cut(text, tag)
    names = people_named(body, text)
    return [s.text for sentence in body for s in find_speakers(sentence.tokens, text, names)]


def claims(text: str, tag: str = "en", published: date | None = WEDNESDAY) -> tuple[Claim, ...]:
    """The claims of a text."""
    return extract(Document("doc", text, published=published, lang=tag)).claims
