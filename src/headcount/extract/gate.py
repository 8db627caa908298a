"""The gate: no claim whose words are not in the text, or whose number they do not give.

Every claim passes here before it leaves the room. The number is read again from the quote alone,
by the same grammar but without the sentence around it.
"""

from __future__ import annotations

from headcount.errors import GroundingError
from headcount.extract.mentions.numbers import find_numbers
from headcount.extract.mentions.tokens import sentences
from headcount.languages.pack import Pack
from headcount.model import Claim


def check(claim: Claim, text: str, pack: Pack) -> None:
    """Raise GroundingError unless the quote stands in `text` and gives the claim's number."""
    quote = claim.quote
    inside = 0 <= quote.start < quote.end <= len(text)
    if not inside or text[quote.start : quote.end] != quote.exact:
        raise GroundingError(
            f"{claim.document}, claim {claim.n}: the quote “{quote.exact[:60]}” is not in the "
            f"text at {quote.start}..{quote.end}"
        )
    if not _reads_back(claim, pack):
        raise GroundingError(
            f"{claim.document}, claim {claim.n}: {claim.low}..{claim.high} does not read back "
            f"from “{quote.exact[:80]}”"
        )


def _reads_back(claim: Claim, pack: Pack) -> bool:
    quote = claim.quote.exact.replace("\n", " ")
    for sentence in sentences(quote, pack.lexicon, pack.abbreviations):
        for number in find_numbers(sentence.tokens, quote, pack.numerals):
            for hedge in ("exact", "about", "nearly", "at_least", "at_most", "as_many_as"):
                interval = number.interval(hedge)
                if (interval.low, interval.high) == (claim.low, claim.high):
                    return True
    return False
