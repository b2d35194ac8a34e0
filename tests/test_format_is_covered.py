"""Every key, synonym and diagnostic code of the note format occurs in a story or in a named test."""

import pytest

from notesite.model.codes import CODES
from notesite.model.text import key_of
from notesite.model.values import Kind
from notesite.reading.fields import FIELDS
from tests.stories import CASES, Story, read_story
from tests.test_grammar_docs import PAGE

STORIES: list[Story] = [read_story(path) for path in sorted(CASES.rglob("*.md"))]

TESTED_ELSEWHERE = {
    "skipped-unreadable": "needs a file system",
    "skipped-symlink": "needs a file system",
    "skipped-special": "needs a file system",
    "attachment-large": "needs a file system",
}

KEYS = [
    pytest.param(kind, key, id=f"{kind}-{key}")
    for kind, specs in FIELDS.items()
    if kind in (Kind.CONTACT, Kind.EVENT, Kind.GOAL, Kind.INTERACTION, Kind.RESOURCE)
    for spec in specs
    for key in (spec.key, *spec.synonyms)
]


def keys_written() -> set[str]:
    """The front matter keys and inline fields of all stories, folded."""
    lines = [
        line.strip("- \t")
        for story in STORIES
        for source in story.notes
        for line in source.data.decode("utf-8", errors="replace").splitlines()
    ]
    return {key_of(line.partition(":")[0]) for line in lines if ":" in line}


WRITTEN = keys_written()
EXPECTED_CODES = {row.split()[0] for story in STORIES for row in story.expected.get("diagnostics", ())}


@pytest.mark.parametrize(("kind", "key"), KEYS)
def test_a_story_writes_the_key(kind: Kind, key: str) -> None:
    assert key_of(key) in WRITTEN, f"no story of tests/cases has the key {key} ({kind})"


@pytest.mark.parametrize(("kind", "key"), KEYS)
def test_the_page_names_the_key(kind: Kind, key: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"`{key}`" in page or f"**{key}**" in page, f"docs/note-format.md does not name {key} ({kind})"


@pytest.mark.parametrize("code", CODES)
def test_a_story_expects_the_code(code: str) -> None:
    assert code in EXPECTED_CODES or code in TESTED_ELSEWHERE, f"no story of tests/cases expects {code}"
