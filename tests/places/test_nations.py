"""The names of countries and peoples in English and French."""

from __future__ import annotations

from collections import defaultdict
from importlib import resources

import pytest

from headcount.places import gazetteer

ROLES = {"country", "people", "adjective", "capital", "compound"}
NOBODY = {"ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI"}
# Forms that two countries share; the habit of newspapers stands first in the file.
SHARED = {
    "en": {
        "congo": ["COD", "COG"],
        "congolese": ["COD", "COG"],
        "dominican": ["DOM", "DMA"],
        "dominicans": ["DOM", "DMA"],
    },
    "fr": {
        "congolais": ["COD", "COG"],
        "congolaise": ["COD", "COG"],
        "congolaises": ["COD", "COG"],
    },
}


def rows(language: str) -> list[tuple[str, str, str]]:
    file = resources.files("headcount.languages").joinpath(language, "nations.tsv")
    header, *lines = file.read_text("utf-8").splitlines()
    assert header == "form\talpha3\trole"
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(form, alpha3, role) for form, alpha3, role in cells]


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_rows_are_sorted_clean_and_once(language: str) -> None:
    found = rows(language)
    forms = [form.lower() for form, _, _ in found]
    assert forms == sorted(forms)
    assert len(set(found)) == len(found)
    assert {role for _, _, role in found} == ROLES
    assert {alpha3 for _, alpha3, _ in found} == {c.alpha3 for c in gazetteer.countries()}
    assert all(form == form.strip() and form and "’" not in form for form, _, _ in found)


def test_every_country_has_its_forms(language: str) -> None:
    roles = defaultdict(set)
    for _, alpha3, role in rows(language):
        roles[alpha3].add(role)
    for country in gazetteer.countries():
        need = {"country"} if country.alpha3 in NOBODY else {"country", "people", "adjective"}
        assert need <= roles[country.alpha3], country


def test_no_form_stands_for_two_countries_but_those_listed(language: str) -> None:
    meant: dict[str, list[str]] = defaultdict(list)
    for form, alpha3, _ in rows(language):
        if alpha3 not in meant[form.lower()]:
            meant[form.lower()].append(alpha3)
    assert {f: codes for f, codes in meant.items() if len(codes) > 1} == SHARED[language]


MUST = {
    "en": """
        THA country thailand; THA people thai thais; THA adjective thai; THA capital bangkok
        MMR country burma myanmar; MMR people burmese; MMR adjective burmese myanmar
        PHL country philippines the|philippines PH; PHL people filipino filipina filipinos pinoys
        KHM people cambodian cambodians khmer khmers; KHM capital phnom|penh; KHM compound khmero
        LAO people laotian laotians lao; LAO country laos lao|pdr; CHN compound sino
        USA country US u.s. USA united|states; GBR country UK u.k. britain; ARE country UAE
        COD country DRC; KOR country south|korea; KOR people korean koreans south|koreans
        PRK people north|koreans; TWN adjective taiwanese; HKG people hong|kongers
        CHN capital beijing; KOR capital seoul; MMR capital naypyidaw; CIV country ivory|coast
        KEN people kenyan kenyans; LKA people sri|lankans; NPL people nepali nepalis nepalese
        BGD people bangladeshi bangladeshis; IND compound indo; FRA compound franco
        GIN people guinean guineans; POL adjective Polish; TUR country Turkey; TCD country Chad
        MDG people malagasy; BFA people burkinabe; NER people nigerien; NGA people nigerian
    """,
    "fr": """
        THA country thaïlande thailande; THA people thaïlandais thaïlandaise thaïlandaises thaïs
        MMR country birmanie myanmar; MMR people birman birmane birmans birmanes
        PHL people philippin philippine philippins philippines pinoys; CHN country chine
        KOR country corée|du|sud; KOR people sud-coréens coréens sud-coréenne; KOR capital séoul
        HKG country hong-kong hong|kong; HKG people hongkongais hongkongaise; CHN capital pékin
        USA country états-unis etats-unis; ETH people éthiopiens ethiopiens; CIV people ivoirien
        CIV people ivoiriens ivoirienne ivoiriennes; BFA people burkinabè burkinabé
        MDG people malgache malgaches; ARE people émiratis emiratis; SLV people salvadorien
        NPL people népalais népalaise népalaises; LAO people laotien laotienne laotiens laotiennes
        MYS people malaisien malaisienne malaisiens malaisiennes malais; BGD people bangladais
        BGD people bangladeshi bangladeshis; LKA people sri-lankais sri-lankaise; VNM capital hanoï
        VNM people vietnamien vietnamienne vietnamiens vietnamiennes; IDN people indonésiennes
        KHM people cambodgien cambodgiennes khmer khmers khmères; KHM capital phnom|penh
        KHM compound khmero khméro; THA compound thaïlando; JPN compound nippo; GBR compound anglo
        TWN people taïwanais taïwanaise taiwanais; GRD country Grenade; DZA capital Alger
        CHE people suisse suissesses; TUR people turc turque turques; GRC people grecque
        NGA people nigérian; NER people nigérien; COG country congo; COD country RDC
    """,
}


@pytest.mark.parametrize(
    ("code", "line"), [(code, line) for code, text in MUST.items() for line in text.split("\n")]
)
def test_forms_that_must_be_there(code: str, line: str) -> None:
    found = set(rows(code))
    for part in filter(None, map(str.strip, line.split(";"))):
        alpha3, role, *forms = part.split()
        for form in " ".join(forms).split(" "):
            for spelled in [form.replace("|", " ")]:
                assert (spelled, alpha3, role) in found, (spelled, alpha3, role)
