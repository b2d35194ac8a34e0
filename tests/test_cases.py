"""Every story of tests/cases holds; `--rewrite` writes into them what is read instead."""

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.rows import rows_of
from tests.stories import CASES, aligned, read_notebook, read_story, rewritten

STORIES = sorted(CASES.rglob("*.md"))


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(CASES))) for path in STORIES])
def test_the_story_holds(path: Path, request: pytest.FixtureRequest) -> None:
    story = read_story(path)
    notebook = read_notebook(story)
    actual = {name: aligned(rows, rows_of(notebook, name, rows)) for name, rows in story.expected.items()}
    if request.config.getoption("--rewrite"):
        path.write_text(rewritten(path.read_text(encoding="utf-8"), actual), encoding="utf-8")
        return
    diffs = [
        line
        for name, rows in story.expected.items()
        for line in unified_diff(rows, actual[name], f"{name} expected", f"{name} read", lineterm="", n=99)
    ]
    if diffs:
        pytest.fail("\n".join([story.title, f"({path})", *diffs]), pytrace=False)


def test_there_are_stories_enough() -> None:
    assert len(STORIES) >= 120


def test_no_two_stories_promise_the_same() -> None:
    titles = [read_story(path).title for path in STORIES]
    assert sorted(set(titles)) == sorted(titles)
