"""Stories: a notebook in one Markdown file, with what must be read from it.

A story opens with a title that reads like a promise, may say why, and names its day in a line
`today: 2026-11-24`. Fences follow. One called `toml notesite.toml` holds the settings; those called
`md contacts/giulia-rossi.md`, of four backticks, hold the notes. The attribute `bytes` after the path
means that the text is written with Python's escapes, one character a byte; `⟪text × 1000⟫` stands for
a repetition. One called `attachments` lists the files beside the notes, `large` after one that is not copied.
All other fences are expectations, a row a line; `rows.py` says what each is about. In a row
`?` stands for any cell, and a place may leave out its column, or its line and column.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from notesite.model.diagnostic import Diagnostic
from notesite.model.due import FollowUp
from notesite.model.network import Network
from notesite.model.note import Note
from notesite.model.settings import Settings
from notesite.reading.config import read_settings
from notesite.reading.linking import link
from notesite.reading.notes import read_note
from notesite.reading.sources import Source
from notesite.rules.ranking import select
from notesite.rules.registry import dues

CASES = Path(__file__).parent / "cases"

_FENCE = re.compile(r"^(?P<ticks>`{3,})(?P<info>[^`\n]+)\n(?P<text>.*?)^(?P=ticks)$", re.M | re.S)
_TODAY = re.compile(r"^today: (\d{4}-\d{2}-\d{2})$", re.MULTILINE)
_REPEATED = re.compile(r"⟪(.*?) × (\d+)⟫", re.DOTALL)

Rows = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A notebook, its day, and the rows that each expectation lists."""

    title: str
    today: date
    settings: str
    notes: tuple[Source, ...]
    attachments: Rows
    expected: Mapping[str, Rows]


@dataclass(frozen=True, slots=True)
class Notebook:
    """What is read of a story's notebook."""

    today: date
    settings: Settings
    notes: Mapping[str, Note]
    network: Network
    diagnostics: tuple[Diagnostic, ...]

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """Who is due on the story's day."""
        return select(dues(self.network, self.settings), self.network, self.today)


def read_notebook(story: Story) -> Notebook:
    """The notebook of a story; the one place where stories call the program."""
    settings = read_settings(story.settings, "notesite.toml") if story.settings else Settings()
    outcomes = [read_note(source, settings) for source in story.notes]
    notes = [outcome.value for outcome in outcomes if outcome.value is not None]
    large = [path.removesuffix(" large") for path in story.attachments if path.endswith(" large")]
    linked = link(notes, settings, [path for path in story.attachments if not path.endswith(" large")], large)
    reports = [*(report for outcome in outcomes for report in outcome.diagnostics), *linked.diagnostics]
    reports += [report for each in linked.value.contacts.values() for report in each.reports]
    reports.sort(key=lambda each: each.sort_key)
    return Notebook(story.today, settings, {note.path: note for note in notes}, linked.value, tuple(reports))


def read_story(path: Path) -> Story:
    """The story that a file tells."""
    text = path.read_text(encoding="utf-8")
    day = _TODAY.search(text)
    if day is None:
        raise ValueError(f"{path}: a story needs a line such as today: 2026-11-24")
    settings, notes, expected = "", [], {}
    for fence in _FENCE.finditer(text):
        kind, _, rest = fence["info"].partition(" ")
        if kind == "md":
            notes.append(_source(rest, fence["text"]))
        elif kind == "toml":
            settings = fence["text"]
        else:
            expected[kind] = tuple(line for line in fence["text"].splitlines() if line.strip())
    attachments = expected.pop("attachments", ())
    title = text.partition("\n")[0].removeprefix("# ")
    return Story(title, date.fromisoformat(day[1]), settings, tuple(notes), attachments, expected)


def _source(info: str, text: str) -> Source:
    path, is_bytes = info.removesuffix(" bytes"), info.endswith(" bytes")
    text = _REPEATED.sub(lambda found: found[1] * int(found[2]), text)
    if not is_bytes:
        return Source(path, text.encode())
    return Source(path, text.rstrip("\n").encode("latin-1").decode("unicode_escape").encode("latin-1"))


def rewritten(text: str, actual: Mapping[str, Rows]) -> str:
    """A story's text with the rows of its expectations replaced."""

    def fence_with_rows(fence: re.Match[str]) -> str:
        rows = actual.get(fence["info"])
        body = fence["text"] if rows is None else "".join(f"{row}\n" for row in rows)
        return f"{fence['ticks']}{fence['info']}\n{body}{fence['ticks']}"

    return _FENCE.sub(fence_with_rows, text)


def aligned(expected: Rows, actual: Rows) -> Rows:
    """The actual rows, in the order and with the open cells of the expected ones that they fit."""
    left = list(actual)
    found = []
    for row in expected:
        match = next((each for each in left if row_fits(row, each)), None)
        if match is not None:
            left.remove(match)
            found.append(row)
    return (*found, *left)


def row_fits(expected: str, actual: str) -> bool:
    """Whether a row says what is expected, which may leave cells and columns of places open."""
    wanted, given = _cells(expected), _cells(actual)
    return len(wanted) == len(given) and all(map(_cell_fits, wanted, given))


def _cells(row: str) -> list[str]:
    if " | " not in row:
        return row.split(" ", 1)  # a diagnostic: code and place
    return [cell.strip() for cell in row.split(" | ")]


def _cell_fits(wanted: str, given: str) -> bool:
    return wanted in ("?", given) or (".md" in wanted and given.startswith(f"{wanted}:"))
