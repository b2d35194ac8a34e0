"""Notebooks and their rows in short, for tables that read like a diary: note, day, what that day shows."""

from collections.abc import Mapping
from datetime import date

from notesite.reading.sources import Source
from tests.rows import rows_of
from tests.stories import Notebook, Story, read_notebook

ADA = "contacts/Ada Neri.md"
NOTHING = ""

Notes = str | Mapping[str, str]
"""Ada Neri's note, or several notes under their paths."""

Table = list[tuple[Notes, str, str]]
"""A notebook, a day, and its rows as `shown` tells them."""


def front(*lines: str) -> str:
    """A front matter of these lines."""
    return "".join(f"{line}\n" for line in ("---", *lines, "---"))


def log(*entries: str) -> str:
    """A log of these entries."""
    return "".join(f"{line}\n" for line in ("## Log", *(f"- {entry}" for entry in entries)))


def read_on(notes: Notes, day: date, settings: str = "") -> Notebook:
    """The notebook of some notes on a day."""
    texts = {ADA: notes} if isinstance(notes, str) else notes
    sources = tuple(Source(path, text.encode()) for path, text in texts.items())
    return read_notebook(Story("", day, settings, sources, (), {}))


def shown(notes: Notes, day: str, settings: str = "") -> str:
    """All rows of a day as `reason due state`, by name and with a semicolon between them.

    A row that is not Ada Neri's opens with its note's name.
    """
    rows = rows_of(read_on(notes, date.fromisoformat(day), settings), "due", ())
    cells = [row.split(" | ") for row in rows if " | " in row]
    found = [(path, f"{reason} {due} {state}") for path, reason, due, state, _ in cells]
    return "; ".join(row if path == ADA else f"{_name(path)}: {row}" for path, row in sorted(found))


def _name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")
