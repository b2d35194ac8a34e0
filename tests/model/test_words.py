"""What two short texts may have in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.model.words import significant, written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a first public client", "clients of the public sector"),
        ("un primo cliente", "clienti pubblici, client list"),
        ("Café in the OLD town", "un caffe, i CAFÉS"),
        ("una stanza da sessanta posti", "stanze"),
        ("Büro", "buros"),
    ],
)
def test_case_accents_plurals_and_final_vowels_do_not_count(one: str, other: str) -> None:
    assert set(significant(one)) & set(significant(other))


@pytest.mark.parametrize(
    "text",
    ["", "someone who could help", "qualcuno che cerca persone", "12 345", "to be or not to be", "a b c"],
)
def test_stop_words_numbers_and_single_letters_say_nothing(text: str) -> None:
    assert significant(text) == ()


def test_words_stand_once_in_their_order() -> None:
    assert significant("A survey: how to read a Survey aloud") == ("survey", "read", "aloud")


def test_words_of_other_scripts_count_however_short() -> None:
    assert significant("翻訳") == ("翻訳",)
    assert significant("вода и хлеб") == ("вода", "и", "хлеб")


def test_a_word_is_shown_as_it_is_written() -> None:
    (word,) = significant("Clienti")
    assert written("i nostri Clienti", word) == "Clienti"
    assert written("nothing of it", word) == word


@given(st.text())
def test_a_word_that_is_significant_is_found_in_its_text(text: str) -> None:
    for word in significant(text):
        assert significant(written(text, word)) in ((word,), significant(word))
