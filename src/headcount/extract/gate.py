"""The gate: no claim whose words are not in the text, or whose number they do not give.

Every claim passes here before it leaves the room. The number is read again from the quote alone,
by the same grammar but without the sentence around it.
"""

from __future__ import annotations

from functools import lru_cache

from headcount.counts import HEDGES
from headcount.errors import GroundingError
from headcount.extract.mentions.numbers import find_numbers
from headcount.extract.mentions.sentences import sentences
from headcount.extract.mentions.spelled import UNREAD
from headcount.languages.pack import load_pack
from headcount.model import Claim


def check(claim: Claim, text: str, tag: str) -> None:
    """Raise GroundingError unless `text` has the quote and the pack reads the number in it."""
    quote = claim.quote
    inside = 0 <= quote.start < quote.end <= len(text)
    if not inside or text[quote.start : quote.end] != quote.exact:
        raise GroundingError(
            f"{claim.document}, claim {claim.n}: the quote “{quote.exact[:60]}” is not in the "
            f"text at {quote.start}..{quote.end}"
        )
    if (claim.low, claim.high) not in _readings(quote.exact, tag):
        raise GroundingError(
            f"{claim.document}, claim {claim.n}: {claim.low}..{claim.high} does not read back "
            f"from “{quote.exact[:80]}”"
        )


@lru_cache(maxsize=4096)
def _readings(quote: str, tag: str) -> frozenset[tuple[int | None, int | None]]:
    """Every interval that a quote can be read as in the pack `tag`, each hedge tried.

    Remembered, since short quotes recur ("two", "some 200").
    """
    pack = load_pack(tag)
    if pack is None:
        return frozenset()
    found: set[tuple[int | None, int | None]] = set()
    text = quote.replace("\n", " ")
    for sentence in sentences(text, pack.lexicon, pack.abbreviations):
        for number in find_numbers(sentence.tokens, text, pack.numerals):
            if number.shape == UNREAD:
                continue
            for hedge in HEDGES:
                interval = number.interval(hedge)
                found.add((interval.low, interval.high))
    return frozenset(found)
