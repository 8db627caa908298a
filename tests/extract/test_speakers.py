"""To whom a figure is attributed: offices and bodies always, names only with an office."""

from __future__ import annotations

import json

import pytest
from reading import claims, speakers

FREED = "20 Thais were freed from a scam centre"
LIBERES = "20 Thaïlandais ont été libérés d’un centre d’arnaque"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The police said 20 people were freed.", "police"),
        ("Police said 20 people were freed.", "Police"),
        ("20 people were freed, the police said.", "police"),
        ("20 people were freed, said the police.", "police"),
        ("According to the police, 20 people were freed.", "police"),
        ("20 people were freed, according to the police.", "police"),
        ("According to Khmer Times, police freed 20 people.", "Khmer Times"),
        ("According to Thai News Agency, police freed 20 people.", "Thai News Agency"),
        ("The foreign ministry announced that 20 people were freed.", "foreign ministry"),
        ("20 people were freed, Amnesty International said.", "Amnesty International"),
        ("20 people were freed, Seoul said.", "Seoul"),
        ("Thai police said 20 people were freed.", "Thai police"),
        ("20 people were freed, citing the army.", "army"),
        ("A spokesman said 20 people were freed.", "spokesman"),
        ("A spokesman told the army that 20 people were freed.", "spokesman"),
        ("The police, on Friday (28/2/2025), said 20 people were freed.", "police"),
    ],
)
def test_bodies_and_offices_speak_in_english(text: str, speaker: str) -> None:
    assert speakers(text, "en") == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("La police a indiqué que 20 personnes ont été libérées.", "police"),
        ("20 personnes ont été libérées, a déclaré la police.", "police"),
        ("La police a libéré 20 personnes, a déclaré lundi le gouverneur.", "gouverneur"),
        ("La police a libéré 20 personnes à Poipet, a indiqué une ONG.", "ONG"),
        ("Selon la police, 20 personnes ont été libérées.", "police"),
        ("D’après la police, 20 personnes ont été libérées.", "police"),
        ("20 personnes ont été libérées, selon l’armée.", "armée"),
        ("20 personnes ont été libérées, selon l’ONU.", "ONU"),
        ("20 personnes ont été libérées, a annoncé Séoul.", "Séoul"),
        ("Selon Amnesty International, 20 personnes ont été libérées.", "Amnesty International"),
        (
            "Le ministère des Affaires étrangères a annoncé que 20 personnes ont été libérées.",
            "ministère des Affaires étrangères",
        ),
        ("Selon la police thaïlandaise, 20 personnes ont été libérées.", "police thaïlandaise"),
    ],
)
def test_bodies_and_offices_speak_in_french(text: str, speaker: str) -> None:
    assert speakers(text, "fr") == [speaker]


@pytest.mark.parametrize(
    ("text", "tag", "speaker"),
    [
        (f"Foreign Minister Ada Example said {FREED}.", "en", "Ada Example"),
        (f"{FREED}, said Ada Example, a spokeswoman for the army.", "en", "Ada Example"),
        (f"Ada Example, the minister, said {FREED}.", "en", "Ada Example"),
        (f"Le ministre Ada Exemple a déclaré que {LIBERES}.", "fr", "Ada Exemple"),
        (f"{LIBERES}, selon Ada Exemple, porte-parole de l’armée.", "fr", "Ada Exemple"),
    ],
)
def test_a_person_in_office_is_named(text: str, tag: str, speaker: str) -> None:
    (claim,) = claims(text, tag)
    assert claim.according_to == speaker


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (
            f"Interior Minister Ada Example visited Poipet. The minister said {FREED}.",
            "en",
        ),
        (f"Interior Minister Ada Example said the site was shut. She said {FREED}.", "en"),
        (f"Minister Ada Example spoke in Poipet. Example said {FREED}.", "en"),
        (
            f"Le ministre Ada Example s’est rendu à Poipet. Le ministre a précisé que {LIBERES}.",
            "fr",
        ),
        (
            "Le ministre de l’Intérieur Ada Example s’est rendu à Poipet. "
            f"Le ministre a précisé que {LIBERES}.",
            "fr",
        ),
    ],
)
def test_an_office_told_later_takes_the_name(text: str, tag: str) -> None:
    (claim,) = claims(text, tag)
    assert claim.according_to == "Ada Example"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (f"Ada Example said {FREED}.", "en"),
        (f"{FREED}, Ada Example said.", "en"),
        (f"{FREED}, said Ada Example.", "en"),
        (f"Example said {FREED}.", "en"),
        (f"Ada Exemple a déclaré que {LIBERES}.", "fr"),
        (f"{LIBERES}, a raconté Ada Exemple.", "fr"),
    ],
)
def test_a_name_without_an_office_is_not_taken(text: str, tag: str) -> None:
    for claim in claims(text, tag):
        assert "xemp" not in (claim.according_to or "")


PRIVATE_EN = (
    "victim",
    "survivor",
    "mother",
    "father",
    "brother",
    "sister",
    "wife",
    "husband",
    "relative",
    "former worker",
    "suspect",
)
PRIVATE_FR = ("victime", "rescapé", "mère", "père", "frère", "épouse", "mari", "suspect")


@pytest.mark.parametrize("word", PRIVATE_EN)
@pytest.mark.parametrize(
    "text",
    [
        "Ada Example, a {word}, said 20 Thais were freed from a scam centre.",
        "20 Thais were freed from a scam centre, according to Ada Example, a {word}.",
        "20 Thais were freed from a scam centre, said Ada Example, whose {word} was among them.",
        "The {word}, Ada Example, told police that 20 Thais were freed from a scam centre.",
        "A {word}, Ada Example, went home. 20 Thais were freed, according to Ada Example. "
        "It was a scam centre.",
    ],
)
def test_private_persons_are_never_named_in_english(word: str, text: str) -> None:
    nobody_is_named(text.format(word=word), "en")


@pytest.mark.parametrize("word", PRIVATE_FR)
@pytest.mark.parametrize(
    "text",
    [
        "Ada Exemple, {word}, a déclaré que 20 Thaïlandais ont été libérés d’un centre d’arnaque.",
        "20 Thaïlandais ont été libérés d’un centre d’arnaque, selon Ada Exemple, {word}.",
        "Selon Ada Exemple, une {word}, 20 Thaïlandais ont été libérés d’un centre d’arnaque.",
    ],
)
def test_private_persons_are_never_named_in_french(word: str, text: str) -> None:
    nobody_is_named(text.format(word=word), "fr")


def nobody_is_named(text: str, tag: str) -> None:
    """No field but the words around the quote holds any part of the name."""
    found = claims(text, tag)
    assert found
    for claim in found:
        record = claim.as_json()
        del record["quote"]
        assert "xemp" not in json.dumps(record, ensure_ascii=False)
        assert "xemp" not in claim.quote.exact


def test_the_nearest_speaker_is_taken() -> None:
    text = (
        "The army said 20 Thais were freed from a scam centre, "
        "while the police said 30 Indians were arrested."
    )
    assert [claim.according_to for claim in claims(text)] == ["army", "police"]


def test_an_undated_sentence_without_speaker_has_none() -> None:
    (claim,) = claims("20 Thais were freed from a scam centre.")
    assert claim.according_to is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("พล.ต.ท.ตัวอย่างรัฐ แพทองสกุล โฆษกตำรวจ เปิดเผยว่า", "ตัวอย่างรัฐ แพทองสกุล"),
        ("พล.ต.ท. ตัวอย่างรัฐ แพทองสกุล โฆษกตำรวจ เปิดเผยว่า", "ตัวอย่างรัฐ แพทองสกุล"),
        ("นายตัวอย่างรัฐ แพทองสกุล โฆษกกระทรวงการต่างประเทศ แถลงว่า", "ตัวอย่างรัฐ แพทองสกุล"),
        ("พ.ต.อ.ตัวอย่างรัฐกล่าวว่า", "ตัวอย่างรัฐ"),
    ],
)
def test_a_name_behind_a_title_is_whole_without_spaces(text: str, speaker: str) -> None:
    assert claims(f"{text} ช่วยคนไทย 20 คนจากแก๊งคอลเซ็นเตอร์", "th")[0].according_to == speaker


@pytest.mark.parametrize(
    "text",
    [
        "น.ส.ตัวอย่างรัฐ แพทองสกุล เล่าว่า ตำรวจช่วยคนไทย 20 คนจากแก๊งคอลเซ็นเตอร์",
        "นายตัวอย่างรัฐ แพทองสกุล ผู้เสียหาย เล่าว่า ตำรวจช่วยคนไทย 20 คนจากแก๊งคอลเซ็นเตอร์",
    ],
)
def test_a_title_of_courtesy_is_no_office(text: str) -> None:
    (claim,) = claims(text, "th")
    assert "ตัวอย่าง" not in (claim.according_to or "")


@pytest.mark.parametrize(
    ("text", "tag", "speaker"),
    [
        ("发言人艾达说，诈骗园区20人获救。", "zh", "艾达"),
        ("发言人艾达少将24日指出，诈骗园区20人获救。", "zh", "艾达"),
        ("副局长艾末达向传媒透露，诈骗园区20人获救。", "zh", "艾末达"),
        ("据《曼谷邮报》报道，诈骗园区20人获救。", "zh", "曼谷邮报"),
        ("《曼谷邮报》12日称，诈骗园区20人获救。", "zh", "曼谷邮报"),
        ("韩国一名警官说，诈骗园区20人获救。", "zh", "韩国一名警官"),
        (
            "LIMA 13 Feb. (EUROPA PRESS) - El Ejército de Tailandia ha informado de que 20 "
            "personas de un centro de estafas fueron rescatadas.",
            "es",
            "Ejército de Tailandia",
        ),
        (
            "Según la AFP, hay centros de estafas. El ministro Ada Ejemplo acudió, dijo la policía."
            "\n\nAsimismo, indicó que 20 personas fueron rescatadas.",
            "es",
            "policía",
        ),
        (f"Selon « Le Monde », {LIBERES}.", "fr", "Le Monde"),
        (
            f"{LIBERES}, a déclaré à l’AFP un porte-parole de la police.",
            "fr",
            "porte-parole de la police",
        ),
        (
            f"{FREED}, said the secretary of the Department of Migrant Workers, Ada Example.",
            "en",
            "Ada Example",
        ),
    ],
)
def test_the_speaker_is_whole_and_nobody_spoken_to(text: str, tag: str, speaker: str) -> None:
    (claim,) = claims(text, tag)
    assert claim.according_to == speaker


@pytest.mark.parametrize(
    ("text", "tag", "speaker"),
    [
        ("By the ministry's own tally, 20 people were freed.", "en", "ministry"),
        ("20 people were freed, in the embassy's account.", "en", "embassy"),
        ("20 people were freed, KHRC reported.", "en", "KHRC"),
        ("Selon la CNDH, 20 personnes ont été libérées.", "fr", "CNDH"),
        ("Kim Example, who heads the task force, said 20 people were freed.", "en", "Kim Example"),
        # Who heads no body is in no office, and is not named.
        ("Kim Example, who heads the gang, said 20 people were freed.", "en", None),
    ],
)
def test_accounts_names_in_capitals_and_heads_of_bodies_speak(
    text: str, tag: str, speaker: str | None
) -> None:
    assert speakers(text, tag) == ([speaker] if speaker else [])


def test_it_is_the_one_body_named_before_where_nobody_spoke_yet() -> None:
    told = claims(
        "The Example Rescue Foundation has worked in Myawaddy for years. Scam centres there freed "
        "20 people, the organisation said.",
        "en",
    )
    assert [c.according_to for c in told] == ["Example Rescue Foundation"]
