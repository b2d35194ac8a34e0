"""Front matter that is read without YAML says what YAML reads in it."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from notesite.model.values import Field
from notesite.reading.header_flat import flat_fields
from notesite.reading.header_tree import Header, TreeReader
from notesite.reading.yaml_tree import TooDeepError, tree_of

_PIECES = (
    *(
        "key",
        "last-contact",
        "città",
        "a b",
        "2026-11-24",
        "name",
        "null",
        "~",
        "yes",
        "x@y.org",
        "https://a.org",
    ),
    *(
        ":",
        ": ",
        ": ",
        ": ",
        "\n",
        "\n",
        "\n",
        " ",
        "  ",
        "-",
        "- ",
        "#",
        " #",
        ",",
        ", ",
        ".",
        "...",
        "---",
        "_",
    ),
    *(
        "[",
        "]",
        "[a, b]",
        "[a,b]",
        "[]",
        "[null]",
        "{",
        "}",
        '"',
        "'",
        '"a: b"',
        '"[[A]]"',
        "'x'",
        "\\",
        "&",
        "*",
        "!",
    ),
    *("|", ">", "%", "@", "`", "?", "(", ")", "/", "+", "=", "–", "’", "📅", "\t", "\xa0", "\u200b", "<<"),
)
headers = st.lists(st.sampled_from(_PIECES), max_size=14).map(lambda pieces: "\n" + "".join(pieces))
lines = st.tuples(st.sampled_from(("key", "a b", "role")), headers).map(
    lambda pair: f"\n{pair[0]}:{pair[1][1:]}"
)


def _by_yaml(text: str) -> list[Field] | None:
    header = Header()
    try:
        TreeReader(header, text, "a.md", 1).read(tree_of(text))
    except (yaml.YAMLError, TooDeepError):
        return None
    return None if header.unread or header.diagnostics else header.fields


@given(headers | lines)
def test_it_is_what_yaml_reads(text: str) -> None:
    flat = flat_fields(text, "a.md", 1)
    assert flat is None or flat == _by_yaml(text)


@pytest.mark.parametrize(
    "text",
    [
        "\nname: Ana\nrole: Head of Data, R&D (EU)\nemail: ana@example.org\ntags: [a, open-data]\n",
        '\norg: "[[Studio Nord]]"\nurl: https://example.org/x\nnote:\n\nmet: 2026-11-24  \n',
    ],
)
def test_ordinary_front_matter_is_read_so(text: str) -> None:
    assert flat_fields(text, "a.md", 1) == _by_yaml(text) is not None


@pytest.mark.parametrize(
    "line", ["a: [x, {y: z}]", "a: b # c", "a: b: c", "a: *b", "- a", " a: b", "a: |", "k" * 2000 + ": v"]
)
def test_yaml_tells_all_else(line: str) -> None:
    assert flat_fields(f"\nname: Ana\n{line}\n", "a.md", 1) is None
