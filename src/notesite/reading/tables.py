"""Tables with a date column, whose rows are entries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from notesite.markup.lines import LINK_CHAR, OTHER_CHAR, Line, joined, lines_of
from notesite.model.text import fold
from notesite.reading.grammar import Head, read_head

DATE_COLUMNS = ("date", "data")
PEOPLE_COLUMNS = ("with", "who", "people", "con", "chi", "persone")

_BETWEEN_NAMES = re.compile(r"[ \t]*(?:,|&|\+|\band\b|\be\b)[ \t]*")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its date cell, what its head cell says, who its people column names, and the rest."""

    date: Line
    head: Head
    people: tuple[int, ...]
    names: tuple[str, ...]
    text: Line


@dataclass(frozen=True, slots=True)
class Table:
    """A table's column names, folded, and its rows of cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]

    def dated_rows(self) -> Iterator[Row]:
        """The rows as entries, where the table has a date column."""
        date_column = next((at for at, name in enumerate(self.columns) if name in DATE_COLUMNS), None)
        if date_column is None:
            return
        people_column = next((at for at, name in enumerate(self.columns) if name in PEOPLE_COLUMNS), None)
        for cells in self.rows:
            rest = {at: cell for at, cell in enumerate(cells) if at not in (date_column, people_column)}
            head = Head()
            for at, cell in rest.items():
                found = read_head(cell, 0)
                if found.opens and not cell.text[found.end :].strip() and not found.people:
                    head = found
                    del rest[at]
                    break
            people = cells[people_column] if people_column is not None else Line("", (), 0)
            yield Row(cells[date_column], head, people.links(), _names(people), joined(rest.values()))


def _names(cell: Line) -> tuple[str, ...]:
    parts = (part.strip() for part in _BETWEEN_NAMES.split(cell.text))
    return tuple(part for part in parts if part and not {LINK_CHAR, OTHER_CHAR} & set(part))


def read_table(tokens: Sequence[Token]) -> Table:
    """The table that these tokens, from its opening on, make."""
    rows: list[list[Line]] = []
    number = 0
    for token in tokens:
        if token.type == "tr_open":
            number = token.map[0] if token.map else number
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(joined(lines_of(token, number)))
    columns = tuple(fold(cell.plain) for cell in rows[0]) if rows else ()
    return Table(columns, tuple(tuple(row) for row in rows[1:]))
