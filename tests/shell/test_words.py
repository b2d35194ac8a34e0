"""Texts that many values share are held once, and the values stay as they are."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from notesite.shell.words import Words


@dataclass(frozen=True, slots=True)
class Pair:
    one: object = ()
    other: object = None


TEXTS = st.text(max_size=3)
VALUES = st.recursive(
    TEXTS | st.none() | st.integers(),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.builds(Pair, inner, inner),
    max_leaves=8,
)


@given(VALUES)
def test_a_value_stays_as_it_is(value: object) -> None:
    assert Words().within(value) == value


@given(TEXTS)
def test_equal_texts_are_one(text: str) -> None:
    words = Words()
    first, second = words.within(Pair(text)), words.within(Pair("".join(list(text))))
    assert first.one is second.one
