"""Press reports made up for measuring: the same number always gives the same report.

Several reports tell of one operation, each in its own words and a few with a figure of its own,
as papers do. The wording is in `benchmarks/wording/`; nothing in it is real.
"""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from headcount.model import DayFound, Document

WORDS = 350
"""Words of a report, a sentence more or less."""

LANGS = ("en", "fr")

_TELLINGS = 4
"""Reports that tell of one operation."""

_FIRST_DAY = date(2022, 1, 3)
_DAYS = 1700
_PLACES = {
    "KHM": ("Poipet", "Sihanoukville", "Bavet", "Kampot", "Chrey Thum"),
    "MMR": ("Myawaddy", "Shwe Kokko", "KK Park", "Laukkai", "Tachileik"),
    "LAO": ("Bokeo", "Vientiane"),
    "PHL": ("Bamban", "Porac", "Manila"),
}
_STORIES = ("raid", "flight", "arrests", "handover")


@dataclass(frozen=True, slots=True)
class Operation:
    """What happened, as all its reports tell it: where, when, to how many of which nationality."""

    number: int
    story: str
    host: str
    place: str
    day: date
    parts: tuple[tuple[str, int], ...]
    rest: int

    @property
    def total(self) -> int:
        """People counted in all."""
        return sum(count for _, count in self.parts) + self.rest


def report(number: int, lang: str = "en", words: int = WORDS) -> Document:
    """The report of this number (from 0) with about `words` words, in one of `LANGS`."""
    operation = _operation(number // _TELLINGS)
    # Random only picks words here; seeding with text gives the same stream on every machine.
    pick = random.Random(f"report {number} {lang}")
    wording = _wording(lang)
    published = operation.day + timedelta(days=pick.choice((0, 1, 1, 2, 3)))
    slots = _Slots(operation, published, wording, pick)
    story = wording["stories"][operation.story]
    return Document(
        id=f"{lang}-{number:06d}",
        text=_text(story, wording, slots, words, pick),
        locator=f"{lang}-{number:06d}.txt",
        outlet=f"Outlet {number % 23}",
        title=_fill(pick.choice(story["title"]), slots()),
        published=published,
        published_found=DayFound.GIVEN,
        lang=lang,
    )


def reports(count: int, langs: tuple[str, ...] = LANGS, words: int = WORDS) -> Iterator[Document]:
    """The first `count` reports, the languages in turn."""
    for number in range(count):
        yield report(number, langs[number % len(langs)], words)


def as_line(document: Document) -> str:
    """The document as one line of JSON, as `headcount read` takes it."""
    record = {
        "id": document.id,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "title": document.title,
        "text": document.text,
        "lang": document.lang,
    }
    return json.dumps(record, ensure_ascii=False)


def write_lines(path: Path, count: int) -> None:
    """Writes the first `count` reports to a JSONL file."""
    with path.open("w", encoding="utf-8") as file:
        for document in reports(count):
            file.write(as_line(document) + "\n")


@lru_cache(maxsize=len(LANGS))
def _wording(lang: str) -> dict[str, Any]:
    path = Path(__file__).parent / "wording" / f"{lang}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1024)
def _operation(number: int) -> Operation:
    pick = random.Random(f"operation {number}")
    host = pick.choice(list(_PLACES))
    nations = pick.sample(list(_wording("en")["nations"]), pick.randint(3, 5))
    size = pick.choice((30, 80, 200, 600))
    counts = sorted((pick.randint(3, size) for _ in nations), reverse=True)
    return Operation(
        number=number,
        story=pick.choice(_STORIES),
        host=host,
        place=pick.choice(_PLACES[host]),
        day=_FIRST_DAY + timedelta(days=pick.randrange(_DAYS)),
        parts=tuple(zip(nations, counts, strict=True)),
        rest=pick.randint(0, size // 3),
    )


class _Slots:
    """Fills for one report; called for each sentence, since speakers and the like change."""

    def __init__(
        self, operation: Operation, published: date, wording: dict[str, Any], pick: random.Random
    ) -> None:
        self._wording = wording
        self._pick = pick
        self._fixed = _facts(operation, published, wording, pick)

    def __call__(self) -> dict[str, str]:
        """The fills of one sentence."""
        wording, pick = self._wording, self._pick
        slots = dict(self._fixed)
        slots["speaker"] = pick.choice(wording["speakers"])
        slots["hedge"] = pick.choice(wording["hedges"])
        slots["words"] = pick.choice(wording["words"])
        slots["vague"] = pick.choice(wording["vague"])
        slots["Speaker"] = _capital(slots["speaker"])
        slots["Hedge"] = _capital(slots["hedge"])
        return slots


def _facts(
    operation: Operation, published: date, wording: dict[str, Any], pick: random.Random
) -> dict[str, str]:
    """The fills that stay the same through a report."""
    total = operation.total + (pick.randint(1, 9) if pick.random() < 0.2 else 0)
    earlier = operation.day - timedelta(days=pick.randint(3, 25))
    host = wording["hosts"][operation.host]
    month = wording["months"][earlier.month - 1]
    numbers = {
        "total": total,
        "round": max(total // 10 * 10, 10),
        "women": max(total // 5, 2),
        "men": max(total - total // 5, 2),
        "minors": pick.randint(2, 12),
        "arrested": pick.randint(2, 60),
        "screened": total + pick.randint(20, 400),
        "victims": max(total // 3, 2),
        "cumulative": pick.randint(12, 90) * 100,
        "stock": pick.choice((50_000, 100_000, 120_000, 150_000)),
        "reported": pick.randint(40, 900),
        "countries": pick.randint(8, 40),
        "sites": pick.randint(12, 190),
        "devices": pick.randint(11, 99),
        "machines": pick.randint(11, 900),
        "cash": pick.randint(12, 900) * 1000,
        "floors": pick.randint(3, 12),
        "hour": pick.randint(4, 9),
    }
    slots = {name: _digits(value, wording) for name, value in numbers.items()}
    slots.update(
        place=operation.place,
        host=host["name"],
        in_host=host["in"],
        from_host=host["from"],
        day=wording["weekdays"][operation.day.weekday()],
        month=month,
        date=wording["date"].format(month=month, number=earlier.day),
        parts=_parts(operation, wording),
    )
    for name, (code, count) in zip(("first", "second", "third"), operation.parts, strict=False):
        nation = wording["nations"][code]
        slots[name] = _digits(count, wording)
        slots.update({f"{name}_{form}": value for form, value in nation.items()})
    return slots


def _parts(operation: Operation, wording: dict[str, Any]) -> str:
    """ "109 Thais, 50 Pakistanis and 3 Indonesians"."""
    told = [
        f"{_digits(count, wording)} {wording['nations'][code]['people']}"
        for code, count in operation.parts
    ]
    return f"{', '.join(told[:-1])}{wording['and']}{told[-1]}"


def _digits(value: int, wording: dict[str, Any]) -> str:
    mark: str = wording["thousands"]
    return f"{value:,}".replace(",", mark)


def _text(
    story: dict[str, Any], wording: dict[str, Any], slots: _Slots, words: int, pick: random.Random
) -> str:
    """Lead, figures and background among plain sentences, in paragraphs of two or three."""
    lead = _fill(pick.choice(story["lead"]), slots())
    figures = [*pick.sample(story["figures"], 3), *pick.sample(wording["background"]["lines"], 2)]
    told = [_fill(line, slots()) for line in figures]
    plain = _plain(wording, words - sum(len(line.split()) for line in (lead, *told)), pick)
    body = _mixed(plain, told, pick)
    return lead + "\n\n" + "\n\n".join(_paragraphs(body, pick))


def _plain(wording: dict[str, Any], room: int, pick: random.Random) -> list[str]:
    """Sentences without figures, of `room` words or a few more."""
    known = wording["plain"]["lines"]
    plain: list[str] = []
    while room > 0:
        # Long texts go through the plain sentences again and again.
        for line in pick.sample(known, len(known)):
            if room <= 0:
                break
            plain.append(line)
            room -= len(line.split())
    return plain


def _mixed(plain: list[str], told: list[str], pick: random.Random) -> list[str]:
    """The sentences with figures spread among the plain ones, each kind in its order."""
    size = len(plain) + len(told)
    places = set(pick.sample(range(size), len(told)))
    rest, figures = iter(plain), iter(told)
    return [next(figures) if n in places else next(rest) for n in range(size)]


def _paragraphs(lines: list[str], pick: random.Random) -> Iterator[str]:
    start = 0
    while start < len(lines):
        size = pick.randint(1, 3)
        yield " ".join(lines[start : start + size])
        start += size


def _fill(template: str, slots: dict[str, str]) -> str:
    filled: str = template.format_map(slots)
    return _capital(filled)


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
