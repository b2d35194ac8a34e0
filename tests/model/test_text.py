"""How names and keys are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.model.text import fold, key_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Pérez", "ana  pe\u0301rez"),
        ("STRASSE", "straße"),
        (" Giulia\tRossi\n", "giulia rossi"),
        ("İ", "i̇"),
    ],
)
def test_names_that_differ_by_case_form_or_spaces_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("key", ["LinkedIn", "linked-in", "linked_in", "Linked In", "LINKEDIN"])
def test_a_key_is_compared_without_case_spaces_and_hyphens(key: str) -> None:
    assert key_of(key) == "linkedin"


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
