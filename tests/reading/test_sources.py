"""The text in a file's bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.reading.sources import MOST_BYTES, Source, text_of

TEXT = "Café con Łukasz: ciao, 佐藤!"
NOTHING = ""


def codes(source: Source) -> list[str]:
    return [each.code for each in text_of(source).diagnostics]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_the_encoding_that_fits(encoding: str) -> None:
    source = Source("a.md", TEXT.encode(encoding))
    assert text_of(source).value == TEXT
    assert codes(source) == ([] if encoding.startswith("utf-8") else ["encoding"])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Giulia Rossi", "---\nname: Giulia\n---\n", "è"])
def test_utf_16_without_a_mark_is_read_also_where_it_is_all_ascii(text: str, encoding: str) -> None:
    if text == "è":
        text = "perché no, è così"
    assert text_of(Source("a.md", text.encode(encoding))).value == text


@pytest.mark.parametrize(("encoding", "letters"), [("latin-1", "Café Lucía"), ("cp1252", "“Café” – 5 €")])
def test_an_old_western_encoding_is_read_and_named(encoding: str, letters: str) -> None:
    source = Source("a.md", letters.encode(encoding))
    assert text_of(source).value == letters
    assert codes(source) == ["encoding"]


def test_bytes_that_fit_no_encoding_are_read_all_the_same() -> None:
    assert text_of(Source("a.md", b"caf\xe9 \x81 and on and on")).value is not None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_one(end: str) -> None:
    assert text_of(Source("a.md", f"a{end}b{end}".encode())).value == "a\nb\n"


def test_a_control_character_is_replaced_and_its_place_named() -> None:
    (report,) = text_of(Source("a.md", b"one line\nand a\0b in another\n")).diagnostics
    assert (report.code, report.origin.line, report.origin.column) == ("control-characters", 2, 6)
    assert text_of(Source("a.md", b"one line\nand a\0b")).value == "one line\nand a\ufffdb"


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"\x89PNG\r\n\x1a\n" + b"\0\1\2\3" * 90, b"\0" * 999 + b"x"]
)
def test_what_is_binary_is_no_text(data: bytes) -> None:
    assert text_of(Source("a.md", data)).value is None
    assert codes(Source("a.md", data)) == ["not-text"]


def test_a_cut_text_does_not_lose_its_encoding() -> None:
    data = "è".encode() * 9
    for cut in range(1, len(data)):
        found = text_of(Source("a.md", data[:cut], size=MOST_BYTES + 1))
        assert found.value == "è" * (cut // 2)
        assert not found.diagnostics


def test_an_empty_file_is_an_empty_text() -> None:
    assert text_of(Source("a.md", b"")).value == NOTHING
    assert text_of(Source("a.md", b"\xef\xbb\xbf")).value == NOTHING


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_that_can_be_shown_or_none(data: bytes) -> None:
    found = text_of(Source("a.md", data))
    assert (found.value is None) == ("not-text" in [each.code for each in found.diagnostics])
    if found.value is not None:
        assert not any(letter < " " and letter not in "\n\t" for letter in found.value)
        assert not any("\ufdd0" <= letter <= "\ufdef" for letter in found.value)
        found.value.encode()


@given(st.text(max_size=200))
def test_a_text_in_utf8_is_read_as_it_is(text: str) -> None:
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    found = text_of(Source("a.md", text.encode()))
    if not found.diagnostics:
        assert found.value == clean.removeprefix("\ufeff")
