"""Comments never reach any output, and every line stays in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.reading.comments import without_comments

PIECES = st.lists(
    st.sampled_from(
        ["%%", "<!--", "-->", "`", "``", "```", "~~~", "\n", "\n\n", "text", " ", "> ", "- ", "    "]
    ),
    max_size=30,
).map("".join)


def shown(text: str) -> str:
    return without_comments(text, "a.md", 1).value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a %% secret %% b", "a  b"),
        ("a <!-- secret --> b", "a  b"),
        ("%%\nsecret\nmore\n%%\nb", "\n\n\n\nb"),
        ("`%% code %%` b", "`%% code %%` b"),
        ("``a ` %% b`` %% c %%", "``a ` %% b`` "),
        ("` %% secret %%", "` "),
        ("```\n%% code %%\n```\n%% secret %%", "```\n%% code %%\n```\n"),
        ("~~~ text\n<!-- code -->\n~~~\nb", "~~~ text\n<!-- code -->\n~~~\nb"),
        ("```\n%% never closed", "```\n%% never closed"),
        ("> ```\n> %% code %%\n> ```\nb", "> ```\n> %% code %%\n> ```\nb"),
        ("- ```\n  %% code %%\n  ```\nb", "- ```\n  %% code %%\n  ```\nb"),
        ("``` not ` a fence %% secret %%", "``` not ` a fence "),
        ("```", "```"),
        ("100% and 5 %", "100% and 5 %"),
        ("a %% <!-- %% b", "a  b"),
        ("a <!-- %% --> b", "a  b"),
        ("`a\n\n%% secret %% `", "`a\n\n `"),
        ("%%%% b", " b".lstrip(" ") and " b"),
    ],
)
def test_what_a_comment_hides_and_what_code_keeps(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [("a\nb %% secret", 12, 3, "%%"), ("<!-- secret\n", 11, 1, "-->")],
)
def test_a_comment_that_is_never_closed_hides_the_rest_and_is_named(
    text: str, line: int, column: int, hint: str
) -> None:
    found = without_comments(text, "a.md", 11)
    (report,) = found.diagnostics
    assert "secret" not in found.value
    assert (report.code, report.origin.line, report.origin.column) == ("comment-unclosed", line, column)
    assert hint in str(report.hint)


@given(PIECES)
def test_a_comment_keeps_the_number_of_lines(text: str) -> None:
    found = without_comments(text, "a.md", 1)
    if not found.diagnostics:
        assert found.value.count("\n") == text.count("\n")
    assert len(found.value) <= len(text)


@given(PIECES)
def test_a_text_without_comments_stays_as_it_is(text: str) -> None:
    plain = text.replace("%%", "").replace("<!--", "")
    if "%%" not in plain and "<!--" not in plain:
        assert shown(plain) == plain
