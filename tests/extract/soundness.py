"""What must hold for the claims of any text, and odd characters to try it with."""

from __future__ import annotations

from reading import WEDNESDAY

from headcount.extract.engine import extract
from headcount.model import Claim, Document, Extraction, claim_from_json

ODD = (
    *(" ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "\u202f", "\u2003", "\u2028", "\x0b"),
    *("\u200b", "\ufeff", "\u00ad", "\x00", "\ud800", "\u202e", "🧿", "e\u0301", "—", "…", ""),
)


def read(text: str, tag: str = "en", title: str | None = None) -> Extraction:
    return extract(Document("doc", text, title=title, published=WEDNESDAY, lang=tag))


def sound(extraction: Extraction) -> None:
    """What holds for the claims of every document."""
    text = extraction.document.text
    claims = extraction.claims
    assert [claim.n for claim in claims] == list(range(1, len(claims) + 1))
    assert [c.quote.start for c in claims] == sorted(c.quote.start for c in claims)
    for claim in claims:
        claim_is_sound(claim, text, len(claims))
    for left in extraction.left_out:
        assert text[left.start : left.end] == left.exact
        assert left.exact
        assert left.reason
    starts = [left.start for left in extraction.left_out]
    assert starts == sorted(starts)


def claim_is_sound(claim: Claim, text: str, count: int) -> None:
    quote = claim.quote
    assert 0 <= quote.start < quote.end <= len(text)
    assert text[quote.start : quote.end] == quote.exact
    assert text[: quote.start].endswith(quote.prefix)
    assert text[quote.end :].startswith(quote.suffix)
    assert max(len(quote.prefix), len(quote.suffix)) <= 32
    assert claim.sentence.start <= quote.start
    assert quote.end <= claim.sentence.end
    assert claim.low is not None or claim.high is not None
    if claim.low is not None and claim.high is not None:
        assert 0 <= claim.low <= claim.high
    if claim.start and claim.end:
        assert claim.start <= claim.end
    assert claim.part_of is None or (1 <= claim.part_of <= count and claim.part_of != claim.n)
    assert (claim.currency is not None) == (str(claim.unit) == "money")
    assert len(set(claim.nationality)) == len(claim.nationality)
    assert claim_from_json(claim.as_json()) == claim
    assert claim.rule
    assert claim.trace
