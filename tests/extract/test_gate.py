"""The gate: no claim whose words are not in the text or do not give its number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reading import claims

from headcount.errors import GroundingError
from headcount.extract.gate import check
from headcount.model import Claim, Quote

TEXT = "Police freed 215 Thais from a scam centre in Poipet; about 5,000 people work there."


def freed() -> Claim:
    return claims(TEXT)[0]


def test_what_the_engine_reads_passes() -> None:
    for claim in claims(TEXT):
        check(claim, TEXT, "en")


@pytest.mark.parametrize(
    ("exact", "start", "end"),
    [
        ("215 Thai", 13, 22),
        ("215 thais", 13, 22),
        ("216 Thais", 13, 22),
        ("215 Thais", 12, 21),
        ("215 Thais", 14, 23),
        ("", 13, 13),
        ("215 Thais", 0, 0),
        ("215 Thais", 5000, 5009),
        ("215 Thais", 13 - len(TEXT), 22 - len(TEXT)),
    ],
)
def test_words_that_do_not_stand_there_are_refused(exact: str, start: int, end: int) -> None:
    claim = replace(freed(), quote=Quote(exact, start, end))
    with pytest.raises(GroundingError, match="is not in the text"):
        check(claim, TEXT, "en")


@pytest.mark.parametrize(
    ("low", "high"),
    [(216, 216), (214, 214), (215, 216), (0, 1), (2150, 2150), (None, None), (None, 215)],
)
def test_a_number_that_the_words_do_not_give_is_refused(low: int | None, high: int | None) -> None:
    claim = replace(freed(), low=low, high=high)
    with pytest.raises(GroundingError, match="does not read back"):
        check(claim, TEXT, "en")


def test_a_quote_without_a_number_is_refused() -> None:
    claim = replace(freed(), quote=Quote("Police freed", 0, 12))
    with pytest.raises(GroundingError, match="does not read back"):
        check(claim, TEXT, "en")


def test_the_quote_of_another_figure_is_refused() -> None:
    one, other = claims(TEXT)
    with pytest.raises(GroundingError, match="does not read back"):
        check(replace(one, quote=other.quote), TEXT, "en")


def test_another_text_is_refused() -> None:
    with pytest.raises(GroundingError, match="doc, claim 1: the quote “215 Thais” is not in"):
        check(freed(), TEXT.replace("215", "216"), "en")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Police detained 200-300 workers of the scam park.", "en"),
        ("Between 200 and 300 people were freed from the scam park.", "en"),
        ("Half a million people were trafficked into scam centres.", "en"),
        ("Hundreds of Indians fled the scam park.", "en"),
        ("Scam rings earn tens of billions of dollars a year.", "en"),
        ("Police freed 1\u202f600 people from the scam park.", "en"),
        ("Une soixantaine de Thaïlandais ont fui le centre d’arnaque.", "fr"),
        ("Des dizaines de milliers de personnes ont fui les centres d’arnaque.", "fr"),
        ("La police a arrêté quatre-vingt-dix-sept Chinois dans le centre d’arnaque.", "fr"),
        ("Scam raid: police detained 200-300.", "en"),
        ("Police freed 60 people from the scam park, then another 200-300.", "en"),
    ],
)
def test_every_shape_of_number_reads_back(text: str, tag: str) -> None:
    assert len(claims(text, tag)) >= 1
