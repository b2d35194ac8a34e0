"""What a build tells: counted, so that the next one can tell it again when nothing has changed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from notesite.model.diagnostic import Diagnostic
from notesite.model.due import STATES, FollowUp, State
from notesite.shell.notebooks import Notebook
from notesite.shell.publish import Published
from notesite.shell.records import as_record, from_record

SHOWN_PEOPLE = 3


@dataclass(frozen=True, slots=True)
class Report:
    """What a build found and did: how many notes and pages, and whom the day wants to be reached.

    `due` counts the follow-ups by state; `people` are the first of those late or due, `others` counts
    the rest.
    """

    day: date
    notes: int
    private: int
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    due: tuple[tuple[State, int], ...]
    people: tuple[str, ...]
    others: int
    published: Published = field(default_factory=Published)


def as_told(report: Report) -> bytes:
    """A report as bytes, without what was written."""
    return as_record(
        (
            report.day,
            report.notes,
            report.private,
            report.pages,
            report.diagnostics,
            report.due,
            report.people,
            report.others,
        )
    )


def told_again(data: bytes, published: Published) -> Report:
    """The report that `as_told` made these bytes of. Raises ValueError where they are none."""
    try:
        day, notes, private, pages, diagnostics, due, people, others = from_record(data)
    except TypeError as error:
        raise ValueError("this is no report") from error
    return Report(day, notes, private, pages, diagnostics, due, people, others, published)


def report_of(notebook: Notebook, follow_ups: Sequence[FollowUp], day: date, pages: int) -> Report:
    """The report on a notebook, before anything is written."""
    counts = Counter(row.state for row in follow_ups)
    people = list(dict.fromkeys(row.name for row in follow_ups if row.state in ("overdue", "today")))
    notes = notebook.network.notes.values()
    return Report(
        day=day,
        notes=len(notes),
        private=sum(note.private for note in notes),
        pages=pages,
        diagnostics=notebook.diagnostics,
        due=tuple((state, counts[state]) for state in STATES if counts[state]),
        people=tuple(people[:SHOWN_PEOPLE]),
        others=max(len(people) - SHOWN_PEOPLE, 0),
    )
