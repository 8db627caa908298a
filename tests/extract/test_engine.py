"""Documents in, claims out: what holds for every text."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import WEDNESDAY
from soundness import ODD, read, sound

from headcount.extract.engine import extract
from headcount.model import Document, Extraction, Kind

REPORT = (
    "Police freed 215 foreigners from a scam centre in Poipet on Sunday, officials said on Monday. "
    "They included 109 Thais, 50 Pakistanis and 48 Indians.\n\n"
    "Another 65 people fled across the border. The army arrested 34 Chinese suspects.\n\n"
    "The United Nations estimates that hundreds of thousands of people have been trafficked into "
    "scam centres in Southeast Asia, which earn billions of dollars a year."
)
DEPECHE = (
    "La police a libéré dimanche 215 étrangers d’un centre d’arnaque à Poipet, selon l’armée. "
    "Parmi eux figurent 109 Thaïlandais, 50 Pakistanais et 48 Indiens.\n\n"
    "Trente-quatre Chinois ont été arrêtés. Selon l’ONU, des centaines de milliers de personnes "
    "sont exploitées dans les centres d’arnaque d’Asie du Sud-Est."
)
REPORTS = {"en": REPORT, "fr": DEPECHE}

SENTENCES = {
    "en": (
        "Police freed 215 foreigners from a scam centre in Poipet on Sunday.",
        "They included 109 Thais, 50 Pakistanis, 48 Indians and one Malaysian.",
        "“We arrested 34 people,” the police chief said.",
        "More than 1,600 people (among them 18 women) fled KK Park, the army said!",
        "Between 200 and 300 Vietnamese will be repatriated next week.",
        "A further 30 were detained hours later.",
        "Hundreds of thousands of people are trapped in scam compounds.",
        "Scam rings earn $43.8 billion a year.",
        "Cambodia closed 190 scam sites in six months",
        "Of 259 Thais, 100 were identified as victims: 60 men and 40 women.",
        "The U.N. says 5 Mr. Example’s staff were hurt.",
        "In the film, 12 captives flee.",
    ),
    "fr": (
        "La police a libéré dimanche 215 étrangers d’un centre d’arnaque à Poipet.",
        "Parmi eux figurent 109 Thaïlandais, 50 Pakistanais, 48 Indiens et un Malaisien.",
        "« Nous avons arrêté 34 personnes », a déclaré le chef de la police.",
        "Plus de 1 600 personnes (dont 18 femmes) ont fui KK Park, selon l’armée !",
        "Entre 200 et 300 Vietnamiens seront rapatriés la semaine prochaine.",
        "Trente autres ont été arrêtées plus tard.",
        "Une soixantaine de personnes sont piégées dans les centres d’arnaque.",
        "L’arnaque rapporte 43,8 milliards de dollars par an.",
        "Le Cambodge a fermé 190 sites d’arnaque en six mois",
        "Sur 259 Thaïlandais, 100 ont été reconnus victimes : 60 hommes et 40 femmes.",
        "Dans le film, 12 captifs prennent la fuite.",
    ),
}

languages = pytest.mark.parametrize("tag", ["en", "fr"])


@languages
def test_a_report_gives_sound_claims(tag: str) -> None:
    found = read(REPORTS[tag], tag)
    sound(found)
    assert len(found.claims) >= 6
    assert (found.claims[0].kind, found.claims[0].low) == (Kind.FREED, 215)
    assert [claim.part_of for claim in found.claims[1:4]] == [1, 1, 1]


@languages
def test_parts_lead_to_a_whole_and_never_back(tag: str) -> None:
    claims = read(REPORTS[tag]).claims
    for claim in claims:
        seen = set()
        whole: int | None = claim.n
        while whole is not None:
            assert whole not in seen
            seen.add(whole)
            whole = claims[whole - 1].part_of


@languages
def test_the_same_document_gives_the_same_claims(tag: str) -> None:
    assert read(REPORTS[tag]) == read(REPORTS[tag])


@pytest.mark.parametrize("lang", [None, "", "xx", "ja", "../en"])
def test_a_document_in_a_language_without_a_pack_gives_nothing(lang: str | None) -> None:
    document = Document("doc", REPORT, published=WEDNESDAY, lang=lang)
    assert extract(document) == Extraction(document, ())


@languages
@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "1", ".", "%", "-", "\x00", "\ud800", "é"])
def test_tiny_texts_give_nothing(tag: str, text: str) -> None:
    assert read(text, tag).claims == ()


@languages
def test_a_report_on_something_else_gives_nothing_but_reasons(tag: str) -> None:
    other = {
        "en": "The team scored 3 goals in front of 30,000 people in Madrid.",
        "fr": "L’équipe a marqué 3 buts devant 30 000 personnes à Madrid.",
    }
    found = read(other[tag], tag)
    assert found.claims == ()
    assert {left.reason for left in found.left_out} == {"the report is not about the crisis"}


@languages
def test_a_long_text_is_read_to_its_end(tag: str) -> None:
    filler = {"en": "The weather was fine that day. ", "fr": "Il faisait beau ce jour-là. "}[tag]
    text = filler * (100_000 // len(filler)) + "\n\n" + REPORTS[tag]
    assert len(text) > 100_000
    found = read(text, tag)
    sound(found)
    assert {c.low for c in found.claims} == {c.low for c in read(REPORTS[tag], tag).claims}


@languages
def test_many_figures_are_read_in_one_go(tag: str) -> None:
    text = "\n\n".join(f"{REPORTS[tag]} ({number})" for number in range(40))
    sound(read(text, tag))


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n", "\u2028"])
@languages
def test_newlines_of_any_kind_change_no_offset(tag: str, newline: str) -> None:
    sound(read(REPORTS[tag].replace("\n", newline), tag))


@languages
def test_windows_newlines_change_no_claim(tag: str) -> None:
    plain = [(c.kind, c.low, c.nationality) for c in read(REPORTS[tag], tag).claims]
    windows = read(REPORTS[tag].replace("\n", "\r\n"), tag)
    assert [(c.kind, c.low, c.nationality) for c in windows.claims] == plain


@pytest.mark.parametrize(
    ("tag", "width"),
    [
        ("en", 60),
        ("en", 72),
        ("en", 80),
        ("fr", 60),
        ("fr", 72),
        ("fr", 80),
    ],
)
def test_hard_wrapped_lines_change_no_claim(tag: str, width: int) -> None:
    """Lines end where the next word begins in lower case: so the wrap of a sentence is known."""
    wrapped = ""
    column = 0
    for word in REPORTS[tag].split(" "):
        wrap = column + len(word) > width and word[:1].islower()
        wrapped += ("\n" if wrap else " " if wrapped else "") + word
        column = len(word) if wrap or "\n" in word else column + len(word) + 1
    assert wrapped.count("\n") > REPORTS[tag].count("\n")
    plain = [(c.kind, c.low, c.nationality) for c in read(REPORTS[tag], tag).claims]
    found = read(wrapped, tag)
    sound(found)
    assert [(c.kind, c.low, c.nationality) for c in found.claims] == plain


@languages
def test_a_title_repeated_in_the_text_makes_no_second_claim(tag: str) -> None:
    title = {
        "en": "215 foreigners freed from scam centre in Poipet",
        "fr": "215 étrangers libérés d’un centre d’arnaque à Poipet",
    }[tag]
    found = read(f"{title}\n\n{REPORTS[tag]}", tag, title)
    sound(found)
    freed = [c for c in found.claims if (c.kind, c.low) == (Kind.FREED, 215)]
    assert len(freed) == 1


@languages
def test_the_title_itself_is_not_quoted(tag: str) -> None:
    title = "999 people freed from scam centre"
    assert all(claim.low != 999 for claim in read(REPORTS[tag], tag, title).claims)


@pytest.mark.parametrize(
    "published",
    [
        date.min,
        date.max,
        date(2024, 2, 29),
        None,
    ],
)
@languages
def test_any_day_of_publication_will_do(tag: str, published: date | None) -> None:
    extra = {
        "en": " It happened yesterday, last month, last year, two weeks ago or next weekend.",
        "fr": " C’était hier, le mois dernier, l’an dernier, il y a deux semaines ou demain.",
    }
    document = Document("doc", REPORTS[tag] + extra[tag], published=published, lang=tag)
    sound(extract(document))


@languages
@settings(
    max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(data=st.data())
def test_sentences_glued_with_anything_stay_sound(tag: str, data: st.DataObject) -> None:
    parts = data.draw(
        st.lists(st.tuples(st.sampled_from(SENTENCES[tag]), st.sampled_from(ODD)), max_size=8)
    )
    sound(read("".join(sentence + glue for sentence, glue in parts), tag))


@languages
@settings(
    max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(data=st.data())
def test_reports_with_anything_inserted_stay_sound(tag: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SENTENCES[tag]))
    topic = {"en": " It was a scam centre.", "fr": " C’était un centre d’arnaque."}[tag]
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + data.draw(st.sampled_from(ODD)) + text[place:]
    sound(read(text + topic, tag))


@languages
@settings(
    max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(text=st.text(st.characters(codec=None), max_size=300))
def test_no_text_is_too_strange(tag: str, text: str) -> None:
    sound(read(text, tag))


_WORDS = (
    "scam 215 1,600 1 600 two hundred and million a half dozen dozens of to - – , . : ; ( ) $ % "
    "Thais Thai Indian foreigners people men women centre compound Poipet KK Park Cambodia "
    "freed were was by police said according arrested fled repatriated home to from including "
    "the another more than about up nearly 12 November 2025 Monday last week since not will"
)
_MOTS = (
    "arnaque 215 1,6 1 600 deux cents et million demi une soixantaine dizaines de à - – , . : ; ( "
    ") % € Thaïlandais Indiens étrangers personnes hommes femmes centre complexe Poipet KK Park "
    "Cambodge libéré libérés ont été par police selon arrêtés fui rapatriés chez eux depuis dont "
    "les autres plus de environ jusqu’à près 12 novembre 2025 lundi semaine dernière ne pas sera"
)


@pytest.mark.parametrize(("tag", "words"), [("en", _WORDS.split()), ("fr", _MOTS.split())])
@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(data=st.data())
def test_no_order_of_words_breaks_the_grammar(
    tag: str, words: list[str], data: st.DataObject
) -> None:
    """Words of the tables in any order: no claim but a grounded one, and no error."""
    drawn = data.draw(st.lists(st.sampled_from(words), max_size=30))
    sound(read(f"{words[0]} " + " ".join(drawn), tag))


def test_deep_recursion_is_not_needed() -> None:
    text = "scam " + "including 5 Thais, " * 600
    before = sys.getrecursionlimit()
    sound(read(text))
    assert sys.getrecursionlimit() == before


def test_what_was_done_has_no_day_after_its_publication() -> None:
    text = (
        "Of those freed from a scam centre, 45 Kenyans had been repatriated, "
        "with 60 more expected to be repatriated on 20 November 2025."
    )
    done, planned = read(text).claims[:2]
    assert (done.low, done.start, str(done.scope)) == (45, None, "event")
    assert (planned.low, str(planned.scope)) == (60, "planned")
    assert planned.start is not None


def test_what_the_headline_tells_is_told_once() -> None:
    title = "6 saved, 162 nabbed in scam hub raid"
    text = (
        f"{title}\n\n"
        "Police arrested 162 foreigners in a scam hub in Pasay on Friday. "
        "Six trafficking victims were rescued. Of those arrested, six are Burmese."
    )
    document = Document("x", text, title=title, published=date(2025, 3, 3), lang="en")
    found = [(c.kind.value, c.low) for c in extract(document).claims]
    assert found == [("arrested", 162), ("freed", 6), ("arrested", 6)]
    again = extract(replace(document, title="Another title")).claims
    assert len(again) > len(found)
