"""The lines of docs/note-format.md that carry ` ⇒ ` are read as the page says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from notesite.model.cards import ContactCard
from notesite.model.diagnostic import Outcome
from notesite.model.note import Note
from notesite.model.settings import Settings
from notesite.reading.notes import read_note
from notesite.reading.sources import Source
from tests.notation import ENTRY, entry_as, task_as

PAGE = Path(__file__).parent.parent / "docs" / "note-format.md"
BLOCKS = ("accepted", "refused", "tasks", "dates", "cadences")

_BLOCK = re.compile(rf"^```({'|'.join(BLOCKS)})(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r" *`([a-z-]+)`$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: what is written, what it is read as, and the diagnostic that it gives."""

    block: str
    context: str
    written: str
    meaning: str
    code: str = ""

    @property
    def text(self) -> str:
        """The body of a note that holds just this line, in its context."""
        text = self.written.replace("⏎", "\n") + "\n"
        if self.context == "log":
            return f"## Log\n\n{text}"
        if self.context.startswith("table "):
            names = self.context.removeprefix("table ").split(", ")
            return f"| {' | '.join(names)} |\n|{'---|' * len(names)}\n{text}"
        return text


def lines_of(page: str) -> Iterator[Line]:
    """Every line of the page that says how it is read."""
    for block, context, text in _BLOCK.findall(page):
        for line in text.splitlines():
            written, _, meaning = (part.strip() for part in line.partition("⇒"))
            code = _CODE.search(meaning)
            yield Line(block, context, written, _CODE.sub("", meaning), code[1] if code else "")


LINES = list(lines_of(PAGE.read_text(encoding="utf-8")))


def those(*blocks: str) -> list[object]:
    return [pytest.param(line, id=f"{line.context} {line.written}") for line in LINES if line.block in blocks]


def read(text: str, settings: Settings | None = None) -> tuple[Note, set[str]]:
    """A contact's note with that text, and the codes of what was wrong in it."""
    source = Source("contacts/owner.md", text.encode())
    outcome: Outcome[Note | None] = read_note(source, settings or Settings())
    assert outcome.value is not None
    return outcome.value, {report.code for report in outcome.diagnostics}


@pytest.mark.parametrize("line", those("accepted"))
def test_an_accepted_line_is_an_entry(line: Line) -> None:
    note, codes = read(line.text)
    assert ENTRY.fullmatch(line.meaning), "this is not the notation"
    assert [entry_as(entry, note, line.meaning) for entry in note.body.entries] == [line.meaning]
    assert codes == ({line.code} if line.code else set())


@pytest.mark.parametrize("line", those("refused"))
def test_a_refused_line_is_no_entry(line: Line) -> None:
    note, codes = read(line.text)
    assert [entry_as(entry, note) for entry in note.body.entries] == []
    assert codes == ({line.code} if line.code else set())


@pytest.mark.parametrize("line", those("tasks"))
def test_a_task_is_read_as_the_page_says(line: Line) -> None:
    note, codes = read(line.text)
    tasks = [task_as(task) for task in note.body.tasks]
    assert tasks == ([] if line.meaning.startswith("none, ") else [line.meaning])
    assert codes == ({line.code} if line.code else set())


@pytest.mark.parametrize("line", those("dates"))
def test_a_date_is_read_as_the_page_says(line: Line) -> None:
    settings = Settings(language="it") if line.context == "it" else Settings()
    note, codes = read(f"---\n{line.written}\n---\n", settings)
    value = getattr(note.card, line.written.partition(":")[0].replace("-", "_"))
    expected = "None" if line.meaning.startswith("refused, ") else line.meaning
    assert str(getattr(value, "on", value)) == expected
    assert codes == ({line.code} if line.code else set())


@pytest.mark.parametrize("line", those("cadences"))
def test_a_cadence_is_read_as_the_page_says(line: Line) -> None:
    note, codes = read(f"---\ncadence: {line.written}\n---\n")
    assert isinstance(note.card, ContactCard)
    expected = "None" if line.meaning.startswith("refused, ") else line.meaning
    assert str(note.card.cadence) == expected
    assert codes == ({line.code} if line.code else set())


ENOUGH = [("accepted", 36), ("refused", 36), ("tasks", 15), ("dates", 15), ("cadences", 15)]


@pytest.mark.parametrize(("block", "least"), ENOUGH)
def test_the_page_shows_enough_lines(block: str, least: int) -> None:
    assert len({line.written for line in LINES if line.block == block}) >= least


def test_the_days_of_the_page_exist() -> None:
    days = re.findall(r"\d{4}-\d\d-\d\d", " ".join(line.meaning for line in LINES))
    assert all(date.fromisoformat(day) for day in days)
