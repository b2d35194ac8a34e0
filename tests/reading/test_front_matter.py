"""The front matter as text: how it is split, and that no block of it is lost or stops anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.model.settings import Settings
from notesite.reading.header import read_header, split
from notesite.reading.notes import read_note
from notesite.reading.sources import Source

LINES = st.lists(
    st.sampled_from(
        [
            *(
                "name: Giulia",
                "org: [[A]], [[B]]",
                "hook: she said: call me",
                "twitter: @giulia",
                "tags: #a #b",
            ),
            *(
                "tags:",
                "  - a",
                "- b",
                "    - [c, d",
                "dates:",
                "  born: 2026-02-30",
                "\ttab: x",
                "key",
                ": x",
                "? x",
            ),
            *(
                "a: &x b",
                "c: *x",
                "<<: *x",
                "d: {e: f}",
                "g: |",
                "  text",
                "h: >-",
                "'i': \"j",
                '"k": l',
                "# comment",
            ),
            *(
                "name: Again",
                "---x",
                "...",
                "%YAML 1.1",
                "!!python/object:os.system x",
                "m: !!binary abc",
                "",
                "  ",
            ),
            *(
                "n: 'it''s'",
                'o: "a\\nb"',
                "p: [",
                "q: ]",
                "r: {",
                "s: }",
                "t: \u2028",
                "u: 佐藤",
                "v: 12:30",
                "w: NO",
            ),
        ]
    ),
    max_size=12,
)


def fields(block: str) -> dict[str, list[str]]:
    header = read_header(split(f"---\n{block}\n---\nbody"), "a.md")
    return {each.key: [value.text for value in each.values] for each in header.fields}


@pytest.mark.parametrize(
    ("text", "header", "body", "line"),
    [
        ("---\na: b\n---\nbody", "a: b", "body", 4),
        ("---\na: b\n...\nbody", "a: b", "body", 4),
        ("---  \na: b\n---\t\nbody", "a: b", "body", 4),
        ("\n\n---\na: b\n---\nbody", "a: b", "body", 6),
        ("---\n---\nbody", "", "body", 3),
        ("body", "", "body", 1),
        ("--- \n", "", "", 2),
        ("", "", "", 1),
        ("----\na: b\n----", "", "----\na: b\n----", 1),
        ("\n---\n\ntext after a line", "", "\n---\n\ntext after a line", 2),
        ("---\na: b\n\nbody", "a: b", "\nbody", 4),
    ],
)
def test_a_note_is_split_where_people_mean_it(text: str, header: str, body: str, line: int) -> None:
    found = split(text)
    assert (found.header.strip("\n"), found.body.strip("\n")) == (header, body.strip("\n"))
    leading = len(found.body) - len(found.body.lstrip("\n"))
    assert found.body_line + leading == line


@pytest.mark.parametrize(
    ("block", "key", "values"),
    [
        ("org: NO", "org", ["NO"]),
        ("phone: 01234", "phone", ["01234"]),
        ("time: 12:30", "time", ["12:30"]),
        ("met: 2023-02-30", "met", ["2023-02-30"]),
        ("hook: she said: call me", "hook", ["she said: call me"]),
        ("hook: loves #python", "hook", ["loves #python"]),
        ("hook: loves # a comment", "hook", ["loves"]),
        ("twitter: @giulia", "twitter", ["@giulia"]),
        ("tags: [a, b]", "tags", ["a", "b"]),
        ("tags:\n  - a\n  - b", "tags", ["a", "b"]),
        ("tags:\n- a\n- b", "tags", ["a", "b"]),
        ('org: ["[[A]]", [[B]]]', "org", ["[[A]]", "[[B]]"]),
        ("hook: |\n  one\n  two", "hook", ["one\ntwo\n"]),
        ("hook: 'it''s'", "hook", ["it's"]),
        ("hook: ~", "hook", []),
        ("hook:", "hook", []),
        ("hook: null", "hook", []),
        ('hook: ""', "hook", []),
        ("hook: true", "hook", ["true"]),
        ("hook: 1e3", "hook", ["1e3"]),
        ("hook: !!python/object/apply:os.system [x]", "hook", ["!!python/object/apply:os.system [x]"]),
        ("linkedin: https://example.org/in/giulia", "linkedin", ["https://example.org/in/giulia"]),
    ],
)
def test_a_value_is_a_text_first(block: str, key: str, values: list[str]) -> None:
    assert [text.strip() for text in fields(block)[key]] == [text.strip() for text in values]


@given(LINES.map("\n".join))
def test_any_block_gives_a_note_and_keeps_its_body(block: str) -> None:
    found = read_note(Source("contacts/a.md", f"---\n{block}\n---\nthe body".encode()), Settings()).value
    assert found is not None
    assert "the body" in found.body.notes or "..." in block


@given(LINES.map("\n".join))
def test_every_key_of_a_block_without_mistakes_is_a_field(block: str) -> None:
    header = read_header(split(f"---\n{block}\n---\n"), "a.md")
    for each in header.fields:
        assert each.origin.line >= 1
        assert each.origin.column >= 1


@given(st.text(alphabet="abc:[]{}-#\"'*&!|>%@` \n\t,?", max_size=120))
def test_any_text_is_a_front_matter_or_not(text: str) -> None:
    assert read_note(Source("a.md", f"---\n{text}\n---\n".encode()), Settings()).value is not None
