"""Findings and joins as sentences, in both languages, from data alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sample_books import claim, document, raid

import headcount
from headcount.errors import DataError
from headcount.events.evidence import WEIGHTS
from headcount.model import Claim, Event, Group, Kind, Precision, Scope, Unit
from headcount.publish import views
from headcount.publish.catalogue import Catalogue
from headcount.publish.sentences import Said, of_finding, of_reason, of_reasons, record
from headcount.publish.traces import of_trace, plain
from headcount.publish.wording import LANGUAGES, wording
from headcount.reasons import Counted, Finding, Join, Reason, Values
from headcount.reconcile.checks import check
from headcount.reconcile.figures import reconcile

CODE = Path(headcount.__file__).parent
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
    return replace(raid().events[0], claims=keys, figures=(), joined=())


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
            "Freed: the running total by United Nations falls from 3,000 (to 23 Feb 2025) "
            "to 2,500 (to 1 Mar 2025).",
            "Libérés\xa0: le bilan cumulé d’après Nations unies passe de 3\u202f000 "
            "(au 23 févr. 2025) à 2\u202f500 (au 1er mars 2025).",
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


def test_a_reason_that_no_table_has_is_an_error() -> None:
    with pytest.raises(DataError, match="new-code"):
        of_reason(FR, Reason("new-code"))


FREED = [told(215), told(240, name="b")]
MONEY: dict[str, Any] = {"kind": Kind.LOST, "unit": Unit.MONEY, "currency": "USD"}


@pytest.mark.parametrize(
    ("claims", "rule", "english", "french"),
    [
        (
            FREED[:1],
            "range",
            "The one report gives 215.",
            "Le seul article qui le dise donne 215.",
        ),
        (
            [told(2_100_000_000, **MONEY)],
            "range",
            "The one report gives USD 2.1 billion.",
            "Le seul article qui le dise donne 2,1 milliards USD.",
        ),
        (
            FREED,
            "range",
            "240 is the largest exact count, with no less support than any other; "
            "stated are 215, 240.",
            "240 est le plus grand nombre exact, et aucun autre n’est donné plus souvent\xa0; "
            "nombres donnés\xa0: 215, 240.",
        ),
        (
            [*FREED, replace(told(240, name="c"), quote=replace(FREED[0].quote, exact="240"))],
            "range",
            "240 is the exact count with the most support (2 of 3 independent origins); "
            "stated are 215, 240.",
            "240 est le nombre exact le plus souvent donné (2 sur 3 origines indépendantes)\xa0; "
            "nombres donnés\xa0: 215, 240.",
        ),
        (
            FREED[:1],
            "official-first",
            "No authority is quoted. The one report gives 215.",
            "Aucune autorité n’est citée. Le seul article qui le dise donne 215.",
        ),
        (
            FREED[:1],
            "latest",
            "215 is the latest count, said on 23 Feb 2025.",
            "215 est le dernier nombre donné, le 23 févr. 2025.",
        ),
        (
            [replace(FREED[0], high=None, precision=Precision.AT_LEAST)],
            "majority",
            "215 or more is given by 1 of 1 independent origins.",
            "215 ou plus est donné par 1 sur 1 origines indépendantes.",
        ),
    ],
)
def test_why_a_figure_is_best_in_both_languages(
    claims: list[Claim], rule: str, english: str, french: str
) -> None:
    (event,) = reconcile([one_event(claims)], claims, rule)
    (figure,) = event.figures
    assert of_reasons(EN, figure.because) == english
    assert of_reasons(FR, figure.because) == french
    assert views.figure_record(figure)["reason"] == english


MADE = {
    f"{better}-{kind}"
    for better in ("most-supported", "latest", "largest")
    for kind in ("exact-count", "count")
}
"""Codes that are put together."""


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    rooms = ("reconcile", "pipeline", "events", "decisions.py", "cli")
    told = "".join(
        path.read_text(encoding="utf-8")
        for room in rooms
        for path in [CODE / room, *(CODE / room).rglob("*.py")]
        if path.is_file()
    )
    written = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', told))
    items = {name for name, weight in WEIGHTS.items() if weight >= 0}
    sentences = set(EN.raw("reason"))
    assert items <= sentences
    assert sentences - written - items - MADE == set()


def test_what_is_not_known_is_left_out() -> None:
    reason = Reason("two-places", (("what", MOVED), ("places", ("A", "B"))))
    assert of_reason(EN, reason) == "30 repatriated (Indonesia): told of A or B."
    assert of_reason(EN, Reason("same-place")) == "same place"
    assert of_reason(FR, Reason("same-place", (("place", "Poipet"),))) == "même lieu (Poipet)"


def test_long_lists_are_cut() -> None:
    reason = Reason("two-counts", (("what", MOVED), ("counts", tuple(range(1, 12)))))
    assert of_reason(EN, reason).endswith(
        "told as 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 and 3 more."
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_name_values_in_whole_braces(lang: str) -> None:
    for sentence in wording(lang).raw("reason").values():
        plain = re.sub(r"\{\w+\}", "", re.sub(r"\[[^\[\]]*\]", "", sentence))
        assert not set(plain) & set("{}[]"), sentence


def test_joins_are_worded_in_both_languages() -> None:
    book = raid()
    same = Reason("same-count", (("number", 215), ("kind", "freed")))
    shared = Reason("same-nationality", (("countries", ("THA", "KEN")),))
    event = replace(book.events[0], joined=(Join(("en-raid", "th-raid"), (same, shared)),))
    (row,) = views.join_rows(Catalogue(book), FR, event)
    assert [d.id for d in row["documents"]] == ["en-raid", "th-raid"]
    assert row["reasons"] == "même nombre (215 libérés), même nationalité (Thaïlande, Kenya)"
    record = views.record(Catalogue(book), event)
    assert record["joins"] == [
        "en-raid + th-raid: same 215 freed, same nationality (Thailand, Kenya)"
    ]


def test_numbers_that_allow_each_other_are_told_without_what_they_count() -> None:
    numbers = (MOVED, Counted("repatriated", "person", low=25))
    reason = Reason("counts-that-allow-each-other", (("numbers", numbers),))
    assert of_reason(EN, reason) == "30 and 25 or more allow each other"
    assert of_reason(FR, reason) == "30 et 25 ou plus sont compatibles"


def test_what_people_decided_is_told_in_both_languages() -> None:
    gone = Reason("claim-changed", (("claim", "r-1:3"), ("because", Reason("report-gone"))))
    merge = Reason("decided-on-claims", (("action", "merge"), ("sizes", (2, 3))))
    partly: Values = (("decision", "dec-1"), ("on", merge), ("because", (gone, gone)))
    english, french = (of_reason(w, Reason("decision-partly", partly)) for w in (EN, FR))
    assert english == (
        "dec-1 (merge 2 + 3 claims) holds in part: r-1:3: the report is no longer in the ledger; "
        "r-1:3: the report is no longer in the ledger"
    )
    assert french.startswith("dec-1 (réunir, 2 + 3 chiffres) vaut en partie\xa0: r-1:3\xa0: l’art")
    kind = (("field", "kind"), ("now", Reason("says", (("kind", "freed"),))))
    changed = Reason("change-by-person", (*kind, ("was", Reason("says-nothing"))))
    assert of_reason(EN, changed) == "kind freed (read as none)"
    assert of_reason(FR, changed) == "sorte\xa0: libérés (lu\xa0: rien)"


@pytest.mark.parametrize(
    ("line", "french"),
    [
        ("kind freed: the counted noun", "sorte\xa0: libérés, le nom compté"),
        (
            "kind moved: “flown” behind (both, passive)",
            "sorte\xa0: déplacés, «\xa0flown\xa0» derrière (both, passif)",
        ),
        (
            "kind trafficked: a mass of people “held” behind (pp)",
            "sorte\xa0: victimes de traite, une foule\xa0: «\xa0held\xa0» derrière (pp)",
        ),
        (
            "when 2025-02-01 to 2025-02-03: “this week”",
            "date\xa0: 1er févr. 2025 – 3 févr. 2025, «\xa0this week\xa0»",
        ),
        (
            "when None to 2025-02-03: as the figure near it",
            "date\xa0: jusqu’au 3 févr. 2025, comme le chiffre voisin",
        ),
        (
            "nationality THA, FOREIGN: of the group told before",
            "nationalité\xa0: Thaïlande, étrangers, du groupe mentionné avant",
        ),
        ("where KHM: “in the country”", "lieu\xa0: Cambodge, «\xa0dans le pays\xa0»"),
        ("according to A: B: the sentence says so", "d’après A: B, la phrase le dit"),
        (
            "kind freed: continues the 200..None told before",
            "sorte\xa0: libérés, suite des 200 ou plus mentionnés avant",
        ),
        (
            "according to army: the only speaker of the report",
            "d’après army, la seule voix de l’article",
        ),
        (
            "where THA: listed with its own count",
            "lieu\xa0: Thaïlande, donné avec son propre nombre",
        ),
        (
            "low: 9, corrected by dec-1 from 7",
            "minimum, 9, corrigé par dec-1, au lieu de 7",
        ),
    ],
)
def test_how_a_claim_was_read_in_french(line: str, french: str) -> None:
    assert of_trace(FR, line) == Said(french)
    assert of_trace(EN, line) == Said(plain(line))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("when 2025-02-23 to 2025-02-23: “sunday”", "when 2025-02-23: “sunday”"),
        ("when 2025-02-14 to None: “since”", "when from 2025-02-14: “since”"),
        ("when None to 2025-02-14: “so far”", "when until 2025-02-14: “so far”"),
        ("when 2025-02-14 to 2025-02-20: “x”", "when 2025-02-14 to 2025-02-20: “x”"),
        (
            "kind freed: continues the 215..215 told before",
            "kind freed: continues the 215 told before",
        ),
        (
            "kind freed: part of the 20..None told before",
            "kind freed: part of the 20 or more told before",
        ),
        (
            "kind repatriated: “took” before (split:home)",
            "kind repatriated: “took” before (with “home”)",
        ),
    ],
)
def test_how_a_claim_was_read_in_english(line: str, said: str) -> None:
    assert plain(line) == said


@pytest.mark.parametrize("line", ["", "odd", "odd: line", "kind freed: by magic", "when x: “y”"])
def test_a_line_that_no_table_has_stays_english(line: str) -> None:
    assert of_trace(FR, line) == Said(line, "en")
