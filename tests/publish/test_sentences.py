"""Findings and joins as sentences, in both languages, from data alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sample_books import claim, document, raid

from headcount.model import Claim, Event, Group, Scope
from headcount.publish import views
from headcount.publish.catalogue import Catalogue
from headcount.publish.sentences import Said, of_finding, of_reason, record
from headcount.publish.wording import LANGUAGES, wording
from headcount.reasons import Counted, Finding, Join, Reason
from headcount.reconcile.checks import check

EN, FR = wording("en"), wording("fr")
MOVED = Counted("repatriated", "person", ("IDN",), None, None, 30, 30)


def told(number: int, n: int = 1, name: str = "a", **fields: Any) -> Claim:
    return claim(document(name, "so many"), n, "so many", number, **fields)


SEXES = [
    told(772),
    told(489, 2, group=Group.MEN, part_of=1),
    told(282, 3, group=Group.WOMEN, part_of=1),
]
MORE_PARTS = [told(9), told(7, 2, nationality=("THA",), part_of=1)]
MORE_PARTS += [told(5, 3, nationality=("IND",), part_of=1)]
TOTAL: dict[str, Any] = {"scope": Scope.CUMULATIVE, "according_to": "UN", "start": date(2025, 1, 1)}


def one_event(claims: list[Claim]) -> Event:
    keys = tuple((c.document, c.n) for c in claims)
    return replace(raid().events[0], claims=keys, figures=(), joins=())


@pytest.mark.parametrize(
    ("claims", "english", "french"),
    [
        (
            SEXES,
            "Women and men come to 771 (489 + 282), 1 short of 772 freed.",
            "Femmes et hommes font 771 (489 + 282)\xa0; il manque 1 pour arriver au tout, "
            "772 libérés.",
        ),
        (
            MORE_PARTS,
            "Parts by nationality come to 12 (7 + 5), more than 9 freed.",
            "Les parts par nationalité font 12 (7 + 5), plus que le tout, 9 libérés.",
        ),
        (
            [told(9), told(12, 2, nationality=("THA",), part_of=1)],
            "A part is larger than its whole: 12 freed (Thailand), of 9 freed.",
            "Une partie dépasse son tout\xa0: 12 libérés (Thaïlande), sur 9 libérés.",
        ),
        (
            [told(215), told(240, name="b")],
            "Freed, Poipet, 23 Feb 2025: told as 215 or 240.",
            "Libérés, Poipet, 23 févr. 2025\xa0: 215 ou 240, selon l’article.",
        ),
        (
            [told(215, place="Bavet"), told(215, name="b")],
            "215 freed: told of Bavet or Poipet.",
            "215 libérés\xa0: situé à Bavet ou Poipet, selon l’article.",
        ),
        (
            [told(215), told(215, name="b", start=date(2025, 2, 20), end=date(2025, 2, 21))],
            "215 freed, Poipet: told for 20 Feb 2025 – 21 Feb 2025 or 23 Feb 2025.",
            "215 libérés, Poipet\xa0: daté 20 févr. 2025 – 21 févr. 2025 ou 23 févr. 2025, "
            "selon l’article.",
        ),
        (
            [told(3000, **TOTAL), told(2500, 2, **{**TOTAL, "end": date(2025, 3, 1)})],
            "Freed: the running total by UN falls from 3,000 (to 23 Feb 2025) "
            "to 2,500 (to 1 Mar 2025).",
            "Libérés\xa0: le bilan cumulé d’après UN passe de 3\u202f000 (au 23 févr. 2025) "
            "à 2\u202f500 (au 1er mars 2025).",
        ),
    ],
)
def test_findings_in_both_languages(claims: list[Claim], english: str, french: str) -> None:
    found = check([one_event(claims)], claims)
    assert [of_finding(EN, f) for f in found] == [Said(english)]
    assert [of_finding(FR, f) for f in found] == [Said(french)]
    assert record(found[0])["message"] == english


def test_a_finding_without_data_keeps_its_words() -> None:
    assert of_finding(FR, Finding("odd", "note", "Odd.", None, ())) == Said("Odd.", "en")


def test_a_reason_that_no_table_has_is_told_in_english() -> None:
    assert of_reason(FR, Reason("new-code", words="same colour")) == Said("same colour", "en")


def test_what_is_not_known_is_left_out() -> None:
    reason = Reason("two-places", (("what", MOVED), ("places", ("A", "B"))))
    assert of_reason(EN, reason).text == "30 repatriated (Indonesia): told of A or B."
    assert of_reason(EN, Reason("same-place")).text == "same place"
    assert of_reason(FR, Reason("same-place", (("place", "Poipet"),))).text == "même lieu (Poipet)"


def test_long_lists_are_cut() -> None:
    reason = Reason("two-counts", (("what", MOVED), ("counts", tuple(range(1, 12)))))
    assert of_reason(EN, reason).text.endswith(
        "told as 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 and 3 more."
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_name_values_in_whole_braces(lang: str) -> None:
    for sentence in wording(lang).raw("reason").values():
        plain = re.sub(r"\{\w+\}", "", re.sub(r"\[[^\[\]]*\]", "", sentence))
        assert not set(plain) & set("{}[]"), sentence


def test_joins_are_worded_where_data_tells_them_and_english_else() -> None:
    book = raid()
    catalogue = Catalogue(book)
    (plain,) = views.join_rows(catalogue, FR, book.events[0])
    assert [d.id for d in plain["documents"]] == ["en-raid", "th-raid"]
    assert plain["reasons"] == [Said("same day, same place", "en")]
    same = Reason("same-count", (("number", 215), ("kind", "freed")), "same 215 freed")
    shared = Reason("same-nationality", (("countries", ("THA", "KEN")),))
    event = one_event([])
    joined = Event(**{**{f: getattr(event, f) for f in event.__slots__},
                      "joined": (Join(("en-raid", "th-raid"), (same, shared)),)})  # fmt: skip
    (row,) = views.join_rows(catalogue, FR, joined)
    assert [r.text for r in row["reasons"]] == [
        "même nombre (215 libérés)",
        "même nationalité (Thaïlande, Kenya)",
    ]


def test_numbers_that_allow_each_other_are_told_without_what_they_count() -> None:
    numbers = (MOVED, Counted("repatriated", "person", low=25))
    reason = Reason("counts-that-allow-each-other", (("numbers", numbers),))
    assert of_reason(EN, reason).text == "30 and 25 or more allow each other"
    assert of_reason(FR, reason).text == "30 et 25 ou plus sont compatibles"


def test_any_other_words_of_a_join_are_shown_as_they_are() -> None:
    catalogue = Catalogue(raid())
    other = replace(one_event([]), joins=("why: not",))
    (row,) = views.join_rows(catalogue, FR, other)
    assert (row["documents"], row["reasons"]) == ([], [Said("why: not", "en")])
