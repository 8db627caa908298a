"""Quotes are exact and numbers read back in every language and script, whatever stands between.

The sentences are the examples that the packs ship with.
"""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from soundness import ODD, read, sound

from headcount.evaluation.examples import load_examples
from headcount.languages.pack import available

every = pytest.mark.parametrize("tag", available())
quick = settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


@cache
def sentences(tag: str) -> tuple[str, ...]:
    """Example sentences of a pack, those with claims first."""
    examples = sorted(load_examples(tag), key=lambda example: not example.claims)
    return tuple(example.text for example in examples)


@every
def test_examples_are_sound(tag: str) -> None:
    text = "\n\n".join(sentences(tag))
    found = read(text, tag)
    sound(found)
    assert len(found.claims) > 30


@every
@quick
@given(data=st.data())
def test_sentences_glued_with_anything_stay_sound(tag: str, data: st.DataObject) -> None:
    glued = st.lists(st.tuples(st.sampled_from(sentences(tag)), st.sampled_from(ODD)), max_size=8)
    sound(read("".join(sentence + glue for sentence, glue in data.draw(glued)), tag))


@every
@quick
@given(data=st.data())
def test_anything_may_stand_inside_a_sentence(tag: str, data: st.DataObject) -> None:
    text = "\n".join(sentences(tag)[:3]) + "\n" + data.draw(st.sampled_from(sentences(tag)))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + data.draw(st.sampled_from(ODD)) + text[place:]
    sound(read(text, tag))


@every
@quick
@given(text=st.text(max_size=200))
def test_no_text_is_too_strange(tag: str, text: str) -> None:
    sound(read(text + sentences(tag)[0], tag))
