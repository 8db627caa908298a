"""Reports with very many counts: the work grows as they do, and the claims are those of a few."""

from __future__ import annotations

import sys
from datetime import date
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import cut

from headcount.extract.assembly.draft import Context, Draft, backward, in_sentences
from headcount.extract.assembly.told import Told
from headcount.extract.engine import extract
from headcount.extract.mentions.quantities import find_quantities
from headcount.languages.pack import load_pack
from headcount.model import Document

PARAGRAPHS = {
    "lists": "Police in Bavet arrested {a} Chinese, {b} Thais and {c} men, and freed {d} victims.",
    "rough": "About {a} people were arrested in Bavet. More than {b} victims were freed there.",
    "small": "Three people were arrested in Bavet. Five victims and {a} Thais were freed.",
    "parts": "Police freed {a} people, including {b} Thais and 3 women. The {a} went home.",
    "courts": "A court in Bavet sentenced {a} people for fraud. Another {b} were jailed.",
}


def _report(paragraph: str, times: int) -> Document:
    told = [
        PARAGRAPHS[paragraph].format(a=n % 977 + 20, b=n % 83 + 20, c=n % 31 + 20, d=n % 557 + 20)
        for n in range(1, 7 * times, 7)
    ]
    text = "Raids on scam centres in Cambodia.\n\n" + "\n\n".join(told)
    return Document("d1", text, published=date(2025, 11, 12), lang="en")


def _calls(document: Document) -> int:
    """How many functions are called to read a report (none that is compiled)."""
    count = 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        extract(document)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_four_times_the_counts_are_four_times_the_work(paragraph: str) -> None:
    few, many = _report(paragraph, 25), _report(paragraph, 100)
    extract(many)
    assert _calls(many) <= 4.6 * _calls(few)


def test_a_sentence_without_an_end_is_cut_at_a_comma() -> None:
    text = "Police freed " + ", ".join(f"{n} Thais" for n in range(20, 620)) + "."
    found = cut(text, "en")
    assert max(len(s.tokens) for s in found) <= 300
    assert all(s.tokens[-1].norm in (",", ".") for s in found)
    assert sum(t.kind == "n" for s in found for t in s.tokens) == 600


def test_a_sentence_without_any_mark_is_cut_too() -> None:
    found = cut("scam " * 1000, "en")
    assert [len(s.tokens) for s in found] == [300, 300, 300, 100]


COUNTS = st.lists(
    st.tuples(st.integers(1, 30), st.sampled_from(("people", "Thais", "phones"))), max_size=12
)


def _drafts(counts: list[tuple[int, str]]) -> tuple[Told, list[Draft]]:
    """A draft for each count, two in a sentence; every third one is a part of the one before."""
    pack = load_pack("en")
    assert pack is not None
    told = Told()
    drafts: list[Draft] = []
    for index in range(0, len(counts), 2):
        text = ", and ".join(f"{n} {noun}" for n, noun in counts[index : index + 2])
        sentence = cut(text, "en")[0]
        quantities, refused = find_quantities(sentence, index // 2, text, pack)
        context = Context(index // 2, sentence, quantities, refused)
        for quantity in quantities:
            draft = Draft(context, quantity, "freed", None, "predicate")
            if len(drafts) % 3 == 2:
                draft.whole = drafts[-1]
            told.add(draft)
            drafts.append(draft)
    return told, drafts


@given(COUNTS, st.integers(1, 60), st.integers(0, 5))
def test_what_is_looked_up_is_what_a_walk_through_all_drafts_finds(
    counts: list[tuple[int, str]], least: int, index: int
) -> None:
    told, drafts = _drafts(counts)
    assert told.drafts == drafts
    behind = [*reversed(drafts)]
    persons = [d for d in behind if d.quantity.unit == "person"]
    groups = [d for d in persons if d.whole is None]
    large = [d for d in groups if (d.quantity.interval.low or 0) >= least]
    assert told.last_group() is next(iter(groups), None)
    assert told.group_of(least) is next(iter(large), None)
    assert told.of_unit("person") is next(iter(persons), None)
    same = [d for d in persons if d.quantity.interval.low == least]
    assert told.counting("person", least) is next(iter(same), None)
    assert told.since(index) == [d for d in drafts if d.context.index >= index]
    for draft in drafts:
        before = [d for d in drafts if d.position < draft.position]
        alike = [d for d in before if d.quantity.number.value == draft.quantity.number.value]
        assert draft.again is (alike[-1] if alike else None)
        assert list(backward(drafts, draft)) == before[::-1]
    assert in_sentences(drafts, index, index + 1) == [
        d for d in drafts if index <= d.context.index <= index + 1
    ]
