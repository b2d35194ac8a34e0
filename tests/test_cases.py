"""Every story of tests/cases holds; `--rewrite` writes into them what is read instead."""

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.rows import rows_of
from tests.stories import CASES, aligned, read_notebook, read_story, rewritten, row_fits

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


def test_a_missing_row_and_one_too_many_are_differences() -> None:
    assert aligned(("a | 1", "b | 2"), ("b | 2", "c | 3")) == ("b | 2", "c | 3")


def test_a_row_may_leave_cells_and_columns_open() -> None:
    assert row_fits("a.md | ? | a.md:3", "a.md | call | a.md:3:5")
    assert row_fits("entry-day a.md", "entry-day a.md:3:5")
    assert not row_fits("a.md | - | a.md:3", "a.md | call | a.md:3:5")
    assert not row_fits("a.md | call | a.md:3", "a.md | call | a.md:31:5")


def test_rewriting_replaces_the_rows_and_nothing_else() -> None:
    story = "# T\n\n````md a.md\n```due\n````\n\n```due\nold\n```\n"
    assert rewritten(story, {"due": ("new", "newer")}) == story.replace("old", "new\nnewer")
