"""Language packs: folders of tables, one a language, loaded into one frozen record.

The engine never asks which language it runs; it asks the pack. docs/ADD-A-LANGUAGE.md documents
every file and class.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from headcount.errors import DataError
from headcount.languages.folding import literal, plain_templates
from headcount.languages.lexicon import Entry, Lexicon
from headcount.languages.scripts import normal
from headcount.languages.tables import expand, rows

TABLES: Final = ("words", "reference", "numbers", "predicates", "times", "nations", "months")
"""The tables of a pack, each `NAME.tsv`; the ones in use by the engine are all required."""


@dataclass(frozen=True, slots=True)
class Numerals:
    """How digits are written: the decimal mark; the other of "," and "." parts groups of three."""

    decimal: str


@dataclass(frozen=True, slots=True)
class Scores:
    """F1 by level on reports held back from those who wrote the pack, with so many claims."""

    claims: int
    figure: float
    who: float
    where: float
    when: float


@dataclass(frozen=True, slots=True)
class Pack:
    """One language: `tag` (BCP 47), `name`, `level` (draft, tested, trusted), and its words.

    `scores` is None for a pack that was never measured.
    """

    tag: str
    name: str
    level: str
    numerals: Numerals
    abbreviations: frozenset[str]
    lexicon: Lexicon
    habits: dict[str, bool]
    scores: Scores | None = None


def available() -> tuple[str, ...]:
    """Tags of the packs that ship with headcount, sorted."""
    root = files("headcount.languages")
    return tuple(sorted(entry.name for entry in root.iterdir() if (entry / "pack.toml").is_file()))


def primary(tag: str) -> str:
    """The language of a BCP 47 tag, without script and region: "zh" for "zh-Hant"."""
    return tag.partition("-")[0]


def load_pack(tag: str) -> Pack | None:
    """The pack of a language, or None when there is none; `tag` may name script or region.

    Raises DataError naming the file when a table breaks its format.
    """
    return _load(primary(tag))


@lru_cache(maxsize=32)
def _load(tag: str) -> Pack | None:
    folder = files("headcount.languages") / tag
    if not tag.isalpha() or not (folder / "pack.toml").is_file():
        return None
    try:
        head = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as problem:
        raise DataError(f"{tag}/pack.toml: {problem}; mend the TOML") from problem
    lexicon = Lexicon()
    for template, entry in _entries(folder):
        lexicon.add(template, entry)
    return Pack(
        tag=head["tag"],
        name=head["name"],
        level=head["level"],
        numerals=Numerals(head["numerals"]["decimal"]),
        abbreviations=frozenset(normal(a) for a in head["abbreviations"]),
        lexicon=lexicon,
        habits=dict(head.get("habits", {})),
        scores=_scores(folder),
    )


def _scores(folder: Traversable) -> Scores | None:
    """What `scripts/quality.py` measured for a pack, None before it did."""
    source = folder / "scores.toml"
    return Scores(**tomllib.loads(source.read_text("utf-8"))) if source.is_file() else None


_CLASSED: Final = {"numbers": "num", "times": "time"}
"""Tables whose rows are all of one class of words; what they call class is a detail of it."""


def _entries(folder: Traversable) -> Iterator[tuple[str, Entry]]:
    """Every row of a pack as a template in normal words with its entry, table by table."""
    for name in ("words", "reference"):
        table = rows(folder / f"{name}.tsv")
        yield from _rows((r["form"], Entry(r["class"], r["value"], r["extra"])) for r in table)
    for name, cls in _CLASSED.items():
        table = rows(folder / f"{name}.tsv")
        yield from _rows((r["form"], Entry(cls, r["value"], r["class"])) for r in table)
    yield from _rows(pair for row in rows(folder / "predicates.tsv") for pair in _predicates(row))
    for row in rows(folder / "months.tsv"):
        exact = "Aa" if row["form"][:1].isupper() else ""
        yield literal(row["form"]), Entry("month", row["month"], "", exact)
    for row in rows(folder / "nations.tsv"):
        form = row["form"]
        exact = form if form != form.lower() else ""
        yield literal(form), Entry(row["role"], row["alpha3"], "", exact)


def _predicates(row: dict[str, str]) -> Iterator[tuple[str, Entry]]:
    """The templates of one predicate; "took … out" is its verb with the particle in the frame."""
    note = "|" + row["note"] if row["note"] else ""
    if "…" not in row["form"]:
        yield row["form"], Entry("pred", row["kind"], row["frame"] + note)
        return
    for verb, particle in _halves(row["form"]):
        words = literal(particle)
        cls, frame = ("split", f"split:{words}") if words else ("pred", row["frame"])
        yield verb, Entry(cls, row["kind"], frame + note)


def _halves(form: str) -> Iterator[tuple[str, str]]:
    """The verbs and the particle of a split form, once for each particle."""
    verb, _, particles = form.partition("…")
    if verb.count("{") != verb.count("}"):
        for template in expand(form):
            verb, _, particle = template.partition("…")
            yield verb.strip(), particle
        return
    for particle in expand(particles):
        yield verb.strip(), particle


def _rows(pairs: Iterable[tuple[str, Entry]]) -> Iterator[tuple[str, Entry]]:
    """Rows in normal words, in order; a form that begins with `^` needs a capital."""
    known = list(pairs)
    plain = plain_templates([template for template, _ in known])
    for (written, entry), template in zip(known, plain, strict=True):
        if template is not None:
            yield template, entry
            continue
        for form in expand(written):
            capital = form.startswith("^")
            yield literal(form.removeprefix("^")), replace(entry, exact="Aa") if capital else entry
