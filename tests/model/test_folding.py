"""What is typed and what stands in the notes are compared without case, accents and apostrophes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.model.folding import each_word, folded, typed_words, words_of


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Pérez", "perez"),
        ("D'Amico", "damico"),
        ("D’Amico", "damico"),
        ("Łukasz Wiśniewski", "lukasz wisniewski"),
        ("Ærø", "aero"),
        ("Straße", "strasse"),
        ("İzmir", "izmir"),
        ("Elif Yılmaz", "elif yilmaz"),
        ("Ελένη", "ελενη"),
        ("Τάσος", "τασοσ"),
        ("й", "и"),
        ("佐藤 美咲", "佐藤 美咲"),
        ("ﬁne", "fine"),
        ("Ｋｅｎ", "ken"),
    ],
)
def test_a_text_is_folded(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_cut_for_plain_letters_says_the_same(text: str) -> None:
    assert folded(f"{text}é") == f"{folded(text)}e"


def test_words_are_what_stands_between_signs() -> None:
    assert words_of("Jean-Luc: l'atelier (2026), a_b") == ["jean", "luc", "latelier", "2026", "a", "b"]


def test_a_word_behind_an_apostrophe_can_be_typed_alone() -> None:
    assert typed_words("nell'aria di D’Amico") == [
        "nellaria",
        "di",
        "damico",
        "nell",
        "aria",
        "di",
        "d",
        "amico",
    ]
    assert typed_words("plain words") == ["plain", "words"]


@given(st.lists(st.sampled_from(["Ana's", "Pérez", "a_b", "ONE", "one", "(x)", "佐藤", "-", "it’s"])))
def test_the_words_of_a_long_text_are_the_same_each_once(words: list[str]) -> None:
    text = " ".join(words)
    found = each_word(text)
    assert set(found) == set(typed_words(text))
    assert len(found) == len(set(found))
