"""Words, numbers, days and names of one language of the site, read from the data in strings/."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from headcount.counts import plural_of, stated
from headcount.errors import DataError
from headcount.model import FOREIGN, Claim, Figure, Kind, Precision, Unit
from headcount.reasons import Counted

LANGUAGES = ("en", "fr")
"""The site's languages; the first is the one at the root of the site."""

_MONEY_STEPS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


class Wording:
    """How one language writes what the site says.

    Raises DataError when a string that a page asks for is missing.
    """

    def __init__(
        self, lang: str, strings: dict[str, Any], countries: dict[str, str], *, terse: bool = False
    ) -> None:
        self.lang = lang
        self.terse = terse
        self._strings = strings
        self._countries = countries

    def shortened(self) -> Wording:
        """The same with large amounts as `USD 2.1 bn`, for where room is scarce."""
        return Wording(self.lang, self._strings, self._countries, terse=True)

    def raw(self, key: str) -> Any:
        """The entry at a dotted key as the data file holds it."""
        node: Any = self._strings
        for part in key.split("."):
            if not isinstance(node, dict) or part not in node:
                raise DataError(f"strings/{self.lang}.toml has no entry {key!r}: add it")
            node = node[part]
        return node

    def t(self, key: str, **values: str) -> str:
        """The text at a dotted key with its `{names}` filled in."""
        text = str(self.raw(key))
        for name, value in values.items():
            text = text.replace("{" + name + "}", value)
        return text

    def tn(self, key: str, count: int, **values: str) -> str:
        """The text at a dotted key in singular or plural, `{n}` filled with the count."""
        one = count == 1 or (self.lang == "fr" and count == 0)
        return self.t(f"{key}.{'one' if one else 'other'}", n=self.number(count), **values)

    def label(self, table: str, key: str) -> str:
        """The text of a value that may be unknown to the data: then the value itself."""
        entries = self.raw(table)
        return str(entries.get(key, key))

    def language(self, tag: str) -> str:
        """The name of a language by its tag, of its primary part where only that is known."""
        names = self.raw("language")
        return str(names.get(tag) or names.get(tag.partition("-")[0], tag))

    # Numbers.

    def number(self, value: int) -> str:
        """A whole number with the language's mark between thousands."""
        return f"{value:,}".replace(",", self.t("number.thousands"))

    def interval(self, low: int | None, high: int | None) -> str:
        """`215`, `180–230`, `2,000 or more`, `up to 400`."""
        return self._between(low, high, None)

    def amount(self, low: int | None, high: int | None, currency: str | None) -> str:
        """An interval of money: `USD 33.3 billion–37 billion`."""
        return self._between(low, high, currency or "")

    def _between(self, low: int | None, high: int | None, currency: str | None) -> str:
        def write(value: int) -> str:
            return self.number(value) if currency is None else self._short(value)

        if low is None and high is None:
            return self.t("number.unknown")
        if high is None:
            text = self.t("number.open", low=write(low or 0))
        elif not low and high:
            text = self.t("number.at_most", high=write(high))
        elif low == high:
            text = write(high)
        else:
            text = self.t("number.between", low=write(low or 0), high=write(high))
        return self.t("number.money", amount=text, currency=currency).strip() if currency else text

    def _short(self, value: int) -> str:
        for step, name in _MONEY_STEPS:
            if value >= step:
                digits = f"{value / step:.2f}".rstrip("0").rstrip(".")
                digits = digits.replace(".", self.t("number.decimal"))
                form = f"number.{name}.{'one' if value < 2 * step else 'other'}"
                return self.t(f"terse.{name}" if self.terse else form, n=digits)
        return self.number(value)

    def value(self, unit: Unit, low: int | None, high: int | None, currency: str | None) -> str:
        """An interval in its unit's way of writing: short words for money, digits otherwise."""
        if unit is Unit.MONEY:
            return self.amount(low, high, currency)
        return self.interval(low, high)

    def claimed(self, claim: Claim) -> str:
        """A claim's number as its words hedge it: `about 5,000`, `nearly 300`, `thousands`."""
        low, high = claim.low, claim.high
        if vague := self.vague(claim):
            money = {"amount": vague, "currency": claim.currency or ""}
            return self.t("number.vague_money", **money) if claim.currency else vague
        if claim.precision is not Precision.ABOUT:
            return self.value(claim.unit, low, high, claim.currency)
        hedge = "about"
        if low and high and (told := stated(low, high)):
            hedge, low = told
            high = low
        text = self.value(claim.unit, low, high, claim.currency)
        return f"{self.t(f'precision.{hedge}')} {text}"

    def vague(self, claim: Claim) -> str:
        """The plural that was told where no number was (`thousands`, `des milliers`), else ""."""
        if claim.precision is not Precision.VAGUE or claim.low is None or claim.high is None:
            return ""
        return str(self.raw("vague").get(str(plural_of(claim.low, claim.high)), ""))

    def best(self, figure: Figure) -> str:
        """A figure's best number, or its interval when no number is best."""
        best = figure.best
        if best is None:
            return self.value(figure.unit, figure.low, figure.high, figure.currency)
        return self.value(figure.unit, best, best, figure.currency)

    def tick(self, value: int) -> str:
        """A number under an axis: `2 bn`, `2 Md`."""
        return self.shortened()._short(value) if value >= 10**6 else self.number(value)

    # Days.

    def day(self, day: date) -> str:
        """`23 February 2025`, `1er mars 2025`."""
        return self._day(day, "day.months")

    def day_short(self, day: date) -> str:
        """`23 Feb 2025`."""
        return self._day(day, "day.short")

    def _day(self, day: date, months: str) -> str:
        number = self.t("day.first", d="1") if day.day == 1 else str(day.day)
        return self.t("day.one", d=number, month=self.raw(months)[day.month - 1], y=str(day.year))

    def month(self, day: date) -> str:
        """`February 2025`."""
        return self.t("day.month", month=self.raw("day.months")[day.month - 1], y=str(day.year))

    def month_short(self, day: date) -> str:
        """`Feb 2025`."""
        return self.t("day.month", month=self.raw("day.short")[day.month - 1], y=str(day.year))

    def days(self, start: date | None, end: date | None) -> str:
        """One day, a span of days, an open span, or "" when neither end is known."""
        if start and end and start != end:
            return self.t("day.range", start=self.day_short(start), end=self.day_short(end))
        if start and end:
            return self.day_short(start)
        if start:
            return self.t("day.from", day=self.day_short(start))
        return self.t("day.until", day=self.day_short(end)) if end else ""

    # Names.

    def country(self, code: str | None) -> str:
        """The country's name, the code itself when the table has none, "" for None."""
        return self._countries.get(code, code) if code else ""

    def nationality(self, codes: tuple[str, ...]) -> str:
        """The countries whose nationals are counted, or "foreigners"; "" when not said."""
        names = [self.t("nationality.foreign") if c == FOREIGN else self.country(c) for c in codes]
        return ", ".join(names)

    def kind(self, kind: Kind) -> str:
        """What happened to those counted, in small letters."""
        return self.t(f"kind.{kind}")

    def place(self, place: str | None, country: str | None) -> str:
        """`Poipet, Cambodia`, or what is known of it; "" when nothing is."""
        name = self.country(country)
        parts = [place, name] if place != name else [name]
        return ", ".join(part for part in parts if part)

    def counted(self, what: Figure | Claim | Counted, words: Claim | None = None) -> str:
        """`215 freed`, `118 sites raided`, `USD 37 billion lost by the defrauded`.

        `words`, if given, is the claim whose words are told in place of a figure's best number.
        """
        said, noun = words or what, self.noun(what)
        if not isinstance(said, Claim):
            number = self.best(said) if isinstance(said, Figure) else self.number_of(said)
            return f"{number} {noun}".strip()
        if not self.vague(said) or what.unit is Unit.MONEY:
            return f"{self.claimed(said)} {noun}"
        key = "number.of_people" if what.unit is Unit.PERSON else "number.of"
        return self._elided(self.t(key, n=self.claimed(said), what=noun))

    def _elided(self, text: str) -> str:
        """With the short form of a word before a vowel, where the language has one."""
        full, short, before = (self.t(f"number.elided.{n}") for n in ("full", "short", "before"))
        for letter in before:
            text = text.replace(full + letter, short + letter)
        return text

    def noun(self, what: Figure | Claim | Counted) -> str:
        """`freed`, `sites raided`, `countries of origin`."""
        kind = self.t(f"kind.{what.kind}")
        if what.unit in (Unit.PERSON, Unit.MONEY) or what.kind == Kind.ORIGINS:
            return kind
        return f"{self.t(f'unit.{what.unit}')} {kind}"

    def number_of(self, what: Counted) -> str:
        """The number told, "" for none."""
        if what.low is None and what.high is None:
            return ""
        return self.value(Unit(what.unit), what.low, what.high, what.currency)

    def what(self, what: Counted) -> str:
        """`30 repatriated (Indonesia)`, or without a number `repatriated (Indonesia)`."""
        whom = self.of_whom(what)
        return self.counted(what) + (f" ({whom})" if whom else "")

    def of_whom(self, what: Figure | Claim | Counted) -> str:
        """`Thailand, women`: whom the number is limited to, or ""."""
        group = self.t(f"group.{what.group}") if what.group else ""
        return ", ".join(part for part in (self.nationality(what.nationality), group) if part)


@cache
def wording(lang: str) -> Wording:
    """The wording of one of LANGUAGES. Raises DataError when its data cannot be read."""
    folder = resources.files("headcount.publish") / "strings"
    try:
        strings = tomllib.loads((folder / f"{lang}.toml").read_text("utf-8"))
        lines = (folder / "countries.tsv").read_text("utf-8").splitlines()
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"strings of the site for {lang!r} cannot be read: {error}") from error
    column = lines[0].split("\t").index(lang)
    rows = [line.split("\t") for line in lines[1:]]
    return Wording(lang, strings, {row[0]: row[column] for row in rows})
