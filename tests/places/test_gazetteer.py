"""The gazetteer: its API, and the facts that its file must hold."""

from __future__ import annotations

import dataclasses

import pytest

from headcount.errors import DataError
from headcount.places import gazetteer
from headcount.places.gazetteer import PLACE_COLUMNS, parse_countries, parse_places

GOOD = "kh-x\tX\tKHM\ttown\t12.0\t105.0\ttown\t\thand: test\tIks|Ixe\t0"

# south, west, north, east: rough, a degree or so beyond the borders.
BOXES = {
    "KHM": (9.5, 102, 15, 108),
    "LAO": (13.5, 99.5, 23, 108),
    "MMR": (9, 92, 29, 101.5),
    "THA": (5.5, 97, 21, 106),
    "VNM": (8, 102, 24, 110),
    "PHL": (4, 116, 21.5, 127),
    "MYS": (0.5, 99, 7.6, 119.5),
    "CHN": (18, 73, 54, 135),
    "IND": (6, 68, 36, 98),
    "IDN": (-11.5, 94, 6.5, 141.5),
    "KOR": (32.5, 124, 39, 131.5),
    "JPN": (24, 122, 46, 146),
    "TWN": (21, 117, 26.5, 123),
    "ARE": (22, 51, 26.5, 57),
    "HKG": (22, 113.7, 22.7, 114.6),
}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("kh-x\tX", "2 columns"),
        (GOOD.replace("KHM", "KH"), "alpha-3"),
        (GOOD.replace("\ttown\t12", "\tvillage\t12"), "unknown kind"),
        (GOOD.replace("105.0", "east"), "no point"),
        (GOOD.replace("12.0", "112.0"), "no point"),
        (GOOD.replace("\t0", "\tno"), "mark of ambiguity"),
        (GOOD.replace("town\t\thand", "town\tkh-y\thand"), "no id"),
        (GOOD.replace("town\t\thand", "town\tkh-x\thand"), "leads back"),
        (f"{GOOD}\n{GOOD}", "twice"),
    ],
)
def test_bad_row_is_named_with_its_line(row: str, reason: str) -> None:
    with pytest.raises(DataError, match=r"p\.tsv:[34]: .*" + reason):
        parse_places(f"{PLACE_COLUMNS}\n# comment\n{row}\n", "p.tsv")


@pytest.mark.parametrize("parse", [parse_places, parse_countries])
def test_wrong_header_is_named(parse: object) -> None:
    assert callable(parse)
    with pytest.raises(DataError, match=r"q\.tsv:1: the header"):
        parse("name\tid\n", "q.tsv")


def test_bad_country_is_named() -> None:
    header = gazetteer.COUNTRY_COLUMNS
    with pytest.raises(DataError, match=r"c\.tsv:2: codes"):
        parse_countries(f"{header}\nKH\tKHM\tCambodia\tKHR\t12\t105\t\n", "c.tsv")


def test_capital_is_a_city_of_its_country() -> None:
    seats = [(c.alpha3, gazetteer.capital_of(c.alpha3)) for c in gazetteer.countries()]
    assert all(place.country == code for code, place in seats if place is not None)
    known = {code: place.name for code, place in seats if place is not None}
    assert (known["KHM"], known["PHL"], known["PER"]) == ("Phnom Penh", "Manila", "Lima")
    assert gazetteer.capital_of("ATA") is None


def test_row_gives_a_frozen_place() -> None:
    (place,) = parse_places(f"{PLACE_COLUMNS}\n{GOOD}\n")
    assert (place.aliases, place.ambiguous, place.lat) == (("Iks", "Ixe"), False, 12.0)
    with pytest.raises(dataclasses.FrozenInstanceError):
        place.name = "Y"  # type: ignore[misc]


def test_file_is_sorted_and_complete() -> None:
    places = gazetteer.load_places()
    ids = [place.id for place in places]
    assert ids == sorted(ids)
    assert 3000 < len(places) < 7000
    assert sum(p.kind in ("compound", "zone", "crossing") for p in places) >= 80


def test_points_lie_in_their_country() -> None:
    astray = [
        place.id
        for place in gazetteer.load_places()
        if place.country in BOXES
        for south, west, north, east in [BOXES[place.country]]
        if not (south <= place.lat <= north and west <= place.lon <= east)
    ]
    assert astray == []


def test_within_stays_in_the_country_and_near() -> None:
    by_id = {place.id: place for place in gazetteer.load_places()}
    for place in by_id.values():
        if place.within:
            outer = by_id[place.within]
            assert outer.country == place.country, place.id
            assert abs(outer.lat - place.lat) < 5, place.id
            assert abs(outer.lon - place.lon) < 5, place.id


def test_countries_of_places_are_known() -> None:
    known = {country.alpha3 for country in gazetteer.countries()}
    assert {place.country for place in gazetteer.load_places()} <= known


def test_names_are_clean() -> None:
    for place in gazetteer.load_places():
        forms = (place.name, *place.aliases)
        assert len(set(forms)) == len(forms), place.id
        assert all(f == f.strip() and len(f) > 1 and "’" not in f for f in forms), place.id


@pytest.mark.parametrize(
    ("name", "country", "ident"),
    [
        ("Poipet", "KHM", "kh-poipet"),
        ("ប៉ោយប៉ែត", "KHM", "kh-poipet"),
        ("ปอยเปต", "KHM", "kh-poipet"),
        ("Sihanoukville", "KHM", "kh-sihanoukville"),
        ("西港", "KHM", "kh-sihanoukville"),
        ("Kawasan Segitiga Emas", "LAO", "la-golden-triangle-special-economic-zone"),
        ("khu vực Tam giác vàng", "LAO", "la-golden-triangle-special-economic-zone"),
        ("Preah Sihanouk", "KHM", "kh-preah-sihanouk-province"),
        ("Phnom-Penh", "KHM", "kh-phnom-penh"),
        ("Kandal", "KHM", "kh-kandal-province"),
        ("Sampeou Poun", "KHM", "kh-sampeou-poun"),
        ("Chrey Thom", "KHM", "kh-chrey-thum"),
        ("Bavet", "KHM", "kh-bavet"),
        ("O'Smach", "KHM", "kh-o-smach"),
        ("Thmor Da", "KHM", "kh-thma-da"),
        ("Dara Sakor", "KHM", "kh-dara-sakor"),
        ("Koh Kong", "KHM", None),
        ("Tak", "THA", None),
        ("Mae Sot", "THA", "th-mae-sot"),
        ("แม่สอด", "THA", "th-mae-sot"),
        ("Aranyaprathet", "THA", "th-aranyaprathet"),
        ("Sa Kaeo", "THA", None),
        ("Chong Chom", "THA", "th-chong-chom"),
        ("Myawaddy", "MMR", "mm-myawaddy"),
        ("妙瓦底", "MMR", "mm-myawaddy"),
        ("မြဝတီ", "MMR", "mm-myawaddy"),
        ("KK Park", "MMR", "mm-kk-park"),
        ("Shwe Kokko", "MMR", "mm-shwe-kokko"),
        ("Kyauk Khet", "MMR", "mm-kyauk-khet"),
        ("Tai Chang", "MMR", "mm-tai-chang"),
        ("Kokang", "MMR", "mm-kokang"),
        ("老街", "MMR", "mm-laukkai"),
        ("Yangon", "MMR", "mm-yangon"),
        ("Kings Romans", "LAO", "la-golden-triangle-special-economic-zone"),
        ("Boten", "LAO", "la-boten"),
        ("Wenzhou", "CHN", "cn-wenzhou"),
        ("Incheon", "KOR", "kr-incheon"),
        ("Hong Kong", "HKG", "hk-hong-kong"),
        ("Mabalacat City", "PHL", "ph-mabalacat-city"),
        ("Bamban", "PHL", "ph-bamban"),
        ("Porac", "PHL", "ph-porac"),
        ("Long Bình", "VNM", "vn-long-binh"),
        ("Tinh Bien", "VNM", "vn-tinh-bien"),
        ("Dubaï", "ARE", "ae-dubai"),
    ],
)
def test_known_places(name: str, country: str, ident: str | None) -> None:
    place = gazetteer.place_by_name(name)
    assert place is not None
    assert place.country == country
    assert ident in (None, place.id)
    assert gazetteer.place_by_name(name, country) == place
    assert gazetteer.place_by_id(place.id) == place


@pytest.mark.parametrize("name", ["Moei", "Mekong", "Nowhere", "", "Mexico, Pampanga"])
def test_unknown_names(name: str) -> None:
    assert gazetteer.place_by_name(name) is None


def test_name_of_another_country() -> None:
    assert gazetteer.place_by_name("Poipet", "THA") is None
    assert gazetteer.place_by_id("kh-nowhere") is None


@pytest.mark.parametrize(
    ("inner", "outer", "truth"),
    [
        ("mm-kk-park", "mm-kk-park", True),
        ("mm-kk-park", "mm-myawaddy", True),
        ("mm-kk-park", "mm-kayin-state-province", True),
        ("mm-tai-chang", "mm-kayin-state-province", True),
        ("mm-kk-park", "MMR", True),
        ("mm-kk-park", "THA", False),
        ("mm-myawaddy", "mm-kk-park", False),
        ("kh-poipet", "kh-banteay-meanchey-province", True),
        ("th-mae-sot", "th-tak-province", True),
        ("la-golden-triangle-special-economic-zone", "la-bokeo-province", True),
        ("ph-pasay", "ph-metro-manila-province", True),
        ("nowhere", "MMR", False),
    ],
)
def test_is_within(inner: str, outer: str, truth: bool) -> None:
    assert gazetteer.is_within(inner, outer) is truth


def test_countries() -> None:
    found = {country.alpha3: country for country in gazetteer.countries()}
    assert len(found) == 250
    assert {"TWN", "HKG", "MAC", "PSE", "XKX"} <= set(found)
    assert len({country.alpha2 for country in found.values()}) == 250
    assert found["KHM"].currency == "KHR"
    assert found["THA"].name == "Thailand"
    for code, (south, west, north, east) in BOXES.items():
        assert south <= found[code].lat <= north
        assert west <= found[code].lon <= east


def test_an_authority_is_of_one_known_country_and_named_once() -> None:
    codes = {country.alpha3 for country in gazetteer.countries()}
    named = gazetteer.authorities()
    assert {country for _, country in named} <= codes
    assert len({name for name, _ in named}) == len(named) > 100
