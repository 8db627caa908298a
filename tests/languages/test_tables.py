"""The tables of every language pack keep their format and say nothing that nobody reads."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from fractions import Fraction
from functools import cache
from math import prod
from pathlib import Path

import pytest

from headcount import counts
from headcount.errors import DataError
from headcount.languages.folding import literal
from headcount.languages.months import month_names
from headcount.languages.pack import TABLES, available, load_pack
from headcount.languages.tables import expand, rows
from headcount.model import FOREIGN, Group, Kind
from headcount.places import gazetteer

ROOT = Path(__file__).parents[2]
BRACES = re.compile(r"\{([^{}]*)\}")
MOST_FORMS = 6_000
PACKS = ROOT / "src" / "headcount" / "languages"
GUIDE = ROOT / "docs" / "ADD-A-LANGUAGE.md"

HEADERS = {
    "words": ["form", "class", "value", "extra"],
    "reference": ["form", "class", "value", "extra"],
    "numbers": ["form", "class", "value"],
    "predicates": ["form", "kind", "frame", "note"],
    "times": ["form", "class", "value"],
    "nations": ["form", "alpha3", "role"],
    "months": ["form", "month"],
}
WORDS = ("words", "reference")
"""Tables of words; the guide tells their classes in one place."""

LEVELS = {"draft", "tested", "trusted"}
KINDS = {*Kind, "-", "moved"}
HANDMADE = (*WORDS, "numbers", "predicates", "times")
CODE_QUOTED = re.compile(r"`([^`]+)`")
FIGURES = ("person", "site", "case", "country")

both = pytest.mark.parametrize("tag", available())
each = pytest.mark.parametrize("table", TABLES)
handmade = pytest.mark.parametrize("table", HANDMADE)


@cache
def lines(tag: str, table: str) -> tuple[tuple[int, str], ...]:
    """The lines of a table that are no comments, with their numbers; the header is the first."""
    text = (PACKS / tag / f"{table}.tsv").read_text(encoding="utf-8")
    numbered = enumerate(text.split("\n"), 1)
    return tuple((n, line) for n, line in numbered if line and not line.startswith("#"))


@cache
def read(tag: str, table: str) -> tuple[dict[str, str], ...]:
    return tuple(rows(PACKS / tag / f"{table}.tsv"))


@cache
def guide(section: str) -> str:
    """The text under one heading of the guide."""
    text = GUIDE.read_text(encoding="utf-8")
    return text.partition(f"\n## {section}\n")[2].partition("\n## ")[0]


@cache
def documented(section: str) -> frozenset[str]:
    """What the first cells of the tables under one heading name in code quotes."""
    cells = re.findall(r"^\| ([^|]*)\|", guide(section), re.MULTILINE)
    return frozenset(name for cell in cells for name in CODE_QUOTED.findall(cell))


@cache
def quoted(section: str) -> frozenset[str]:
    """Everything in code quotes under one heading."""
    return frozenset(CODE_QUOTED.findall(guide(section)))


@both
def test_a_pack_has_all_its_tables_and_loads(tag: str) -> None:
    pack = load_pack(tag)
    assert pack is not None
    assert (pack.tag, pack.level in LEVELS, bool(pack.name)) == (tag, True, True)
    assert all((PACKS / tag / f"{table}.tsv").is_file() for table in TABLES)
    assert len(pack.lexicon.forms) > 5000


@both
def test_the_head_of_a_pack_says_what_the_guide_names(tag: str) -> None:
    head = tomllib.loads((PACKS / tag / "pack.toml").read_text(encoding="utf-8"))
    keys = {key for key, value in head.items() if not isinstance(value, dict)} | {
        f"{outer}.{inner}"
        for outer, value in head.items()
        if isinstance(value, dict)
        for inner in value
    }
    assert keys == documented("pack.toml")
    assert all(isinstance(value, bool) for value in head["habits"].values())
    assert set(head["numerals"]["decimal"]) <= set(".,")
    stops = head["abbreviations"]
    assert not [word for word in stops if word.endswith(".") or word != word.strip().lower()]


@both
@each
def test_no_row_stands_for_so_many_forms_that_the_first_report_waits(tag: str, table: str) -> None:
    """The first word that opens a row unfolds all of it (docs/ADD-A-LANGUAGE.md)."""
    sizes = {
        n: prod(inside.count(",") + 1 for inside in BRACES.findall(line.partition("\t")[0]))
        for n, line in lines(tag, table)
    }
    assert {n: size for n, size in sizes.items() if size > MOST_FORMS} == {}


@both
@each
def test_rows_stand_under_their_header(tag: str, table: str) -> None:
    (_, header), *body = lines(tag, table)
    assert header.split("\t") == HEADERS[table]
    assert [n for n, line in body if len(line.split("\t")) > len(HEADERS[table])] == []
    assert [n for n, line in body if len(line.split("\t")) < 2] == []
    assert len(read(tag, table)) == len(body)


@both
@each
def test_cells_hold_no_rubbish(tag: str, table: str) -> None:
    """No space at the ends, none doubled or exotic, no control character, nothing decomposed."""
    dirty = re.compile(r"^ | $| \t|\t |  |[^\S \t]|[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\ufeff]")
    body = lines(tag, table)
    assert [n for n, line in body if dirty.search(line)] == []
    assert [n for n, line in body if unicodedata.normalize("NFC", line) != line] == []
    assert [n for n, line in body if line.endswith("\t\t")] == []
    text = (PACKS / tag / f"{table}.tsv").read_bytes()
    assert text.endswith(b"\n")
    assert b"\r" not in text


@both
@handmade
def test_templates_are_whole(tag: str, table: str) -> None:
    """Braces pair and are not nested; every form that comes out of them has a word."""
    for n, line in lines(tag, table)[1:]:
        template = line.partition("\t")[0]
        assert template, n
        left = re.sub(r"\{[^{}]*\}", "", template)
        assert not set("{},") & set(left), f"line {n}: {template[:60]}"
        made = [form.removeprefix("^") for form in expand(template)]
        assert [form for form in made if not form or "^" in form] == [], f"line {n}"


@both
@pytest.mark.parametrize("table", [*WORDS, "numbers", "times"])
def test_classes_are_those_of_the_guide(tag: str, table: str) -> None:
    used = {row["class"] for row in read(tag, table)}
    shared = documented("words.tsv") if table in WORDS else frozenset()
    assert used - documented(f"{table}.tsv") - shared == set()


def test_the_engine_asks_for_every_class_of_words() -> None:
    """A class that no engine code names would be filled in for nothing."""
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "src" / "headcount" / "extract").rglob("*.py"))
    )
    used = {row["class"] for tag in available() for table in WORDS for row in read(tag, table)}
    # A plain word is asked for nothing: it only keeps its parts from being read.
    assert {cls for cls in used - {"plain"} if f'"{cls}"' not in code} == set()


@both
@handmade
def test_no_form_stands_twice_in_a_class(tag: str, table: str) -> None:
    """The second would never be read; a predicate may stand in several kinds and frames."""
    seen: dict[tuple[str, ...], int] = {}
    twice = []
    body = lines(tag, table)[1:]
    for (number, _), row in zip(body, read(tag, table), strict=True):
        cls = (row["kind"], row["frame"], row["note"]) if table == "predicates" else (row["class"],)
        keys = {
            (*cls, literal(form) or form, str(form.startswith("^"))) for form in expand(row["form"])
        }
        twice += [
            f"lines {seen[key]} and {number}: {' '.join(key[:-1])}"
            for key in sorted(keys)
            if seen.setdefault(key, number) != number
        ]
    assert twice == []


@both
def test_predicates_name_known_kinds_and_frames(tag: str) -> None:
    table = read(tag, "predicates")
    assert {row["frame"] for row in table} - documented("predicates.tsv") == set()
    assert {row["kind"] for row in table} <= KINDS
    assert {str(kind) for kind in Kind} - {row["kind"] for row in table} <= {Kind.ORIGINS}
    heads = {row["extra"] for row in read(tag, "words") if row["class"] == "head"}
    kinds = {row["kind"] for row in table}
    assert Kind.ORIGINS in kinds or any("origins" in extra for extra in heads)
    for row in table:
        if row["kind"] != "-":
            notes = [note for note in row["note"].split() if not note.startswith("next=")]
            assert set(notes) - quoted("predicates.tsv") == set(), row


@both
def test_what_must_follow_a_predicate_is_a_known_class(tag: str) -> None:
    known = documented("words.tsv") | {"num", "place", "country", "people", "adjective", "capital"}
    for row in read(tag, "predicates"):
        wanted = [n.removeprefix("next=") for n in row["note"].split() if n.startswith("next=")]
        assert {cls for note in wanted for cls in note.split(",")} <= known, row


@both
def test_numbers_are_worth_something(tag: str) -> None:
    for row in read(tag, "numbers"):
        worth = Fraction(row["value"])
        bounds = {
            "unit": (0, 16),
            "teen": (10, 99),
            "ten": (20, 90),
            "hundred": (100, 900),
            "power": (10, 10**5),
            "teens": (11, 11),
            "scale": (1000, 10**12),
            "glued": (1000, 10**12),
            "plural": (10, 10**12),
            "dozen": (10, 12),
            "vague": (10, 10**12),
            "round": (6, 10**6),
            "half": (0, 1),
            "article": (1, 1),
            "and": (0, 0),
            "few": (2, 9),
        }
        least, most = bounds[row["class"]]
        assert least <= worth <= most, row


@both
def test_every_number_from_one_to_nine_has_a_word(tag: str) -> None:
    units = {int(row["value"]) for row in read(tag, "numbers") if row["class"] == "unit"}
    assert set(range(1, 10)) <= units


TIMES = {
    "weekday": "[1-7]",
    "day": "-?[0-7]|-14",
    "unit": "hour|day|week|weekend|month|year|half|quarter",
    "part": "early|mid|late",
    "mark": "year|month|day",
    "datemark": "1|day",
    "period": "(last|this|next|past|since):(day|week|weekend|month|year|half)",
    "lastweek": "[1-7]",
    "same": "(day|week|month|year)(:-?[1-3])?",
    "later": "-?1",
    "since": "1|post",
    "first": "((half|quarter|month):)?(-1|[1-4])",
    "ago": "1|first",
}
"""What the values of each class of time look like; those of the others are 0 or 1."""


@both
def test_times_carry_their_values(tag: str) -> None:
    for row in read(tag, "times"):
        assert re.fullmatch(TIMES.get(row["class"], "[01]"), row["value"]), row
    days = {row["value"] for row in read(tag, "times") if row["class"] == "weekday"}
    assert days == set("1234567")


@both
def test_months_are_all_there(tag: str) -> None:
    table = read(tag, "months")
    assert {row["month"] for row in table} == {str(n) for n in range(1, 13)}
    known = month_names()
    assert {row["form"] for row in table if known.get(row["form"].casefold()) is None} == set()


@both
def test_words_carry_their_values(tag: str) -> None:
    currencies = {country.currency for country in gazetteer.countries()}
    for row in read(tag, "words"):
        cls, value, extra = row["class"], row["value"], row["extra"]
        if cls == "hedge":
            assert value in counts.HEDGES, row
            assert extra in ("", "post", "both"), row
        elif cls == "range":
            assert value in ("to", "and", "between"), row
        elif cls == "classifier":
            assert value in ("", *FIGURES[:3]), row
        elif cls == "prep":
            assert value in ("of", "in", "from", "to", "by", "with", "via"), row
        elif cls == "adj":
            assert value in ("", FOREIGN, *Group), row
        elif cls == "currency":
            assert value in currencies, row
        elif cls in ("bad", "rate"):
            assert value, row
        elif cls == "topic":
            assert value in ("", "weak"), row
        elif cls == "effort":
            assert value in ("", "of"), row
        elif cls == "gap":
            assert re.fullmatch(r"1|(day|week|month|year):\d", value), row


@both
def test_counted_nouns_say_what_they_count(tag: str) -> None:
    for row in read(tag, "words"):
        if row["class"] != "head":
            continue
        assert row["value"] in FIGURES, row
        for part in row["extra"].split():
            name, _, value = part.partition("=")
            known: dict[str, set[str]] = {
                "nat": {FOREIGN, *(country.alpha3 for country in gazetteer.countries())},
                "group": {str(group) for group in Group},
                "kind": {str(kind) for kind in Kind},
                "weak": {str(kind) for kind in Kind},
                "origins": {""},
                "force": {""},
            }
            assert value in known[name], row


def test_a_month_in_capitals_is_no_other_month() -> None:
    """May and Mai are months in every pack that has them."""
    assert month_names()["mai"] == month_names()["may"] == 5


def test_a_row_with_too_many_cells_is_named(tmp_path: Path) -> None:
    table = tmp_path / "words.tsv"
    table.write_text("form\tclass\n# a comment\nspy\thead\tperson\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"words\.tsv, line 3: 3 cells under 2 columns"):
        list(rows(table))


def test_missing_cells_are_empty(tmp_path: Path) -> None:
    table = tmp_path / "words.tsv"
    table.write_text("form\tclass\tvalue\n\nspy\thead\n", encoding="utf-8")
    assert list(rows(table)) == [{"form": "spy", "class": "head", "value": ""}]


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("spy", ["spy"]),
        ("sp{y,ies}", ["spy", "spies"]),
        ("spy{,s}", ["spy", "spys"]),
        ("{a,b} {c,d}", ["a c", "a d", "b c", "b d"]),
        ("{a,a}", ["a"]),
        ("{,very }old", ["old", "very old"]),
    ],
)
def test_templates_expand(template: str, made: list[str]) -> None:
    assert expand(template) == made


def test_there_is_no_pack_of_another_name() -> None:
    assert load_pack("xx") is None
    assert load_pack("../en") is None
    assert load_pack("") is None
