"""The settings file as text: what it gives, and what it refuses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.model.dates import Cadence
from notesite.model.errors import NotesiteError
from notesite.model.settings import Settings
from notesite.model.values import Kind
from notesite.reading.config import KEYS, read_settings

EVERY_KEY = """
title = "Rete"
language = "it"
notes = "appunti"
output = "pubblico"
today = 2026-11-24
today-rows = 9
ignore = ["Archive/*"]
journal-contact = "any"
[circles]
inner = 10
"The crew" = "every 2 weeks"
[tags]
mentor = "6w"
[kinds.contact]
folders = ["Humans"]
tags = ["pal"]
types = ["Bekannte"]
[me]
name = "Elena"
emails = ["elena@example.org"]
"""


def test_every_key_is_read() -> None:
    found = read_settings(EVERY_KEY, "notesite.toml")
    assert (found.title, found.language, found.notes, found.output) == ("Rete", "it", "appunti", "pubblico")
    assert (found.today, found.today_rows, found.ignore) == (date(2026, 11, 24), 9, ("Archive/*",))
    assert found.day_first
    assert found.journal_contact_any
    assert found.circles["inner"] == Cadence(10, "days")
    assert found.circles["the crew"] == Cadence(2, "weeks")
    assert found.circles["wide"] == Cadence(1, "years")
    assert found.tags == {"mentor": Cadence(6, "weeks")}
    assert found.kinds[Kind.CONTACT].folders == ("Humans",)
    assert found.kinds[Kind.CONTACT].tags == ("pal",)
    assert found.kinds[Kind.CONTACT].types == ("Bekannte",)
    assert (found.me.name, found.me.emails) == ("Elena", ("elena@example.org",))


def test_every_key_says_what_it_is_for() -> None:
    assert all(text.strip() for text in KEYS.values())


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\n\n", "\ufeff"])
def test_an_empty_file_gives_the_defaults(text: str) -> None:
    assert read_settings(text, "notesite.toml") == Settings()


def test_one_text_is_a_list_of_one() -> None:
    assert read_settings('ignore = "Archive"', "notesite.toml").ignore == ("Archive",)


def test_a_circle_may_be_never() -> None:
    assert read_settings('[circles]\ninner = "never"', "notesite.toml").circles["inner"].is_never


@pytest.mark.parametrize(("text", "line"), [("\n\n\n[me]\nnam = 1\n", 5), ('[circles]\n"a" = "x"\n', 2)])
def test_a_mistake_is_named_with_its_line(text: str, line: int) -> None:
    with pytest.raises(NotesiteError, match=rf"^notesite\.toml:{line}: ") as stopped:
        read_settings(text, "notesite.toml")
    assert stopped.value.hint


@given(st.text(max_size=200) | st.text(alphabet='[]="\n abme.today-rows0123456789\\#,{}', max_size=200))
def test_any_text_gives_settings_or_says_what_is_wrong(text: str) -> None:
    try:
        read_settings(text, "notesite.toml")
    except NotesiteError as error:
        assert str(error).startswith("notesite.toml:")  # either end is as good
