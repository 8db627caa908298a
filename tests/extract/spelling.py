"""Numbers from 0 to 9999 spelt as newspapers of two languages spell them."""

from __future__ import annotations

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety"
)
_FRENCH = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf vingt trente quarante cinquante soixante"
)
_UNITS = _ENGLISH.split()
_TENS = _UNITS[18:]
_UNITES = _FRENCH.split()
_DIZAINES = _UNITES[18:]
_SUISSES = {7: "septante", 8: "huitante", 9: "nonante"}


def english(number: int, *, british: bool = True, hyphen: bool = True) -> str:
    """`number` in English words; `british` puts "and" before the last two digits."""
    if number < 20:
        return _UNITS[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return _TENS[tens] + (("-" if hyphen else " ") + _UNITS[unit] if unit else "")
    size, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    many, rest = divmod(number, size)
    said = f"{english(many, british=british, hyphen=hyphen)} {word}"
    if not rest:
        return said
    link = " and " if british and rest < 100 else " "
    return said + link + english(rest, british=british, hyphen=hyphen)


def french(number: int, *, new: bool = False, swiss: bool = False) -> str:
    """`number` in French words; `new` is the spelling of 1990, all in hyphens; `swiss` counts
    70 to 99 by tens.
    """
    said = _francais(number, swiss=swiss)
    return said.replace(" ", "-") if new else said


def _francais(number: int, *, swiss: bool) -> str:
    if number < 100:
        return _below_hundred(number, swiss=swiss)
    size, word = (1000, "mille") if number >= 1000 else (100, "cent")
    many, rest = divmod(number, size)
    said = word if many == 1 else f"{_francais(many, swiss=swiss)} {word}"
    if not rest:
        return said + ("s" if size == 100 and many > 1 else "")
    return f"{said} {_francais(rest, swiss=swiss)}"


def _below_hundred(number: int, *, swiss: bool) -> str:
    if number < 20:
        return _UNITES[number]
    tens, unit = divmod(number, 10)
    if tens < 7 or swiss:
        word = _SUISSES[tens] if tens >= 7 else _DIZAINES[tens]
        if not unit:
            return word
        return f"{word} et un" if unit == 1 else f"{word}-{_UNITES[unit]}"
    if tens == 7:
        return "soixante et onze" if unit == 1 else f"soixante-{_UNITES[10 + unit]}"
    if number == 80:
        return "quatre-vingts"
    return f"quatre-vingt-{_UNITES[number - 80]}"
