"""Every key, synonym and diagnostic code of the note format occurs in a story or in a named test."""

import re

import pytest

from notesite.model.codes import CODES
from notesite.model.settings import Settings
from notesite.model.text import key_of
from notesite.model.values import Kind
from notesite.reading.channels import CHANNELS
from notesite.reading.fields import FIELDS
from notesite.reading.notes import read_note
from tests.stories import CASES, Story, read_story
from tests.test_grammar_docs import PAGE

STORIES: list[Story] = [read_story(path) for path in sorted(CASES.rglob("*.md"))]

TESTED_ELSEWHERE = {
    "skipped-unreadable": "needs a file system",
    "skipped-symlink": "needs a file system",
    "skipped-special": "needs a file system",
}

KINDS = (Kind.CONTACT, Kind.EVENT, Kind.GOAL, Kind.INTERACTION, Kind.RESOURCE)
KEYS = [
    pytest.param(kind, key, id=f"{kind}-{key}")
    for kind in KINDS
    for spec in FIELDS[kind]
    for key in (spec.key, *spec.synonyms)
]


def keys_written() -> set[tuple[Kind, str]]:
    """The front matter keys and inline fields of all notes of the stories, folded, with the note's kind."""
    return {
        (note.kind, key_of(line.strip("- \t").partition(":")[0]))
        for story in STORIES
        for source in story.notes
        if (note := read_note(source, Settings()).value)
        for line in source.data.decode("utf-8", errors="replace").splitlines()
        if ":" in line
    }


WRITTEN = keys_written()
TEXTS = "".join(source.data.decode("utf-8", errors="replace") for story in STORIES for source in story.notes)
TEXT_OF_PAGE = PAGE.read_text(encoding="utf-8")
EXPECTED_CODES = {row.split()[0] for story in STORIES for row in story.expected.get("diagnostics", ())}


@pytest.mark.parametrize(("kind", "key"), KEYS)
def test_a_story_writes_the_key(kind: Kind, key: str) -> None:
    assert (kind, key_of(key)) in WRITTEN, f"no story has a note of kind {kind} with the key {key}"


@pytest.mark.parametrize(("kind", "key"), KEYS)
def test_the_page_names_the_key(kind: Kind, key: str) -> None:
    assert f"`{key}`" in TEXT_OF_PAGE or f"**{key}**" in TEXT_OF_PAGE, (
        f"docs/note-format.md does not name {key} ({kind})"
    )


@pytest.mark.parametrize("code", CODES)
def test_a_story_expects_the_code(code: str) -> None:
    assert code in EXPECTED_CODES or code in TESTED_ELSEWHERE, f"no story of tests/cases expects {code}"


@pytest.mark.parametrize("word", [word for words in CHANNELS.values() for word in words])
def test_a_story_and_the_page_write_the_channel(word: str) -> None:
    assert f" {word}: " in TEXTS, f"no story has an entry with the channel {word}"
    assert re.search(rf"\b{word}\b", TEXT_OF_PAGE), f"docs/note-format.md does not name {word}"
