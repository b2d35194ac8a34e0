"""What is remembered comes back as it was, and what is broken is no surprise."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.model.tally import Meeting, Tally
from notesite.reading.notes import read_note
from notesite.reading.sources import Source
from notesite.shell.note_records import note_as_record, note_in_record
from notesite.shell.packing import packed, unpacked
from tests.notebooks import SAMPLE

ORIGINS = msgspec.msgpack.Decoder(dict[str, tuple[Origin, ...]])
TALLIES = msgspec.msgpack.Decoder(Tally)
TEXTS = st.text(st.characters(exclude_categories=()))


@given(TEXTS, TEXTS)
def test_texts_come_back_also_with_halves_of_surrogate_pairs(key: str, path: str) -> None:
    value = {key: (Origin(path, 2, 3),)}
    assert unpacked(ORIGINS, packed(value)) == value


@given(TEXTS)
def test_tuples_with_names_come_back_as_such(path: str) -> None:
    tally = Tally(meeting=Meeting(1, 2, path))
    assert unpacked(TALLIES, packed(tally)) == tally


@given(st.binary())
def test_broken_bytes_are_a_value_error(data: bytes) -> None:
    try:
        unpacked(ORIGINS, data)
    except ValueError:
        return


@pytest.mark.parametrize("path", sorted(SAMPLE.rglob("*.md")), ids=lambda path: path.name)
def test_every_note_of_the_sample_comes_back(path: Path) -> None:
    note = read_note(Source(path.relative_to(SAMPLE).as_posix(), path.read_bytes()), Settings()).value
    assert note is not None
    assert note_in_record(note_as_record(note)) == note


@pytest.mark.parametrize("data", [b"", b"no record", note_as_record.__name__.encode()])
def test_a_broken_note_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"broken|no such value"):
        note_in_record(data)
