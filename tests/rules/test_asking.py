"""An ask that is hard to answer."""

import pytest

from notesite.model.note import Entry
from notesite.rules.asking import is_generic
from tests.pages.networks import network_of


def entry(text: str) -> Entry:
    network, _ = network_of({"contacts/A.md": f"## Log\n\n- 2026-11-01 asked: {text}\n"})
    (found,) = network.notes["contacts/A.md"].body.entries
    return found


@pytest.mark.parametrize(
    "text", ["any news?", "can you help me", "un consiglio", "Do you know somebody?", ""]
)
def test_few_words_that_name_nothing_are_generic(text: str) -> None:
    assert is_generic(entry(text))


@pytest.mark.parametrize(
    "text",
    [
        "who could lend us a projector for one evening",
        "an hour before 30 November?",
        "a word with Giulia",
        "about [[B]]?",
        "see https://example.org/x",
        "東京で人を紹介してもらえますか",
    ],
)
def test_what_names_a_thing_a_person_or_a_day_is_not(text: str) -> None:
    assert not is_generic(entry(text))
