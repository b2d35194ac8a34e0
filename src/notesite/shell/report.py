"""What a build tells: counted, so that the next one can tell it again when nothing has changed."""

from dataclasses import dataclass, field
from datetime import date

from notesite.model.diagnostic import Diagnostic
from notesite.model.due import State
from notesite.shell.publish import Published
from notesite.shell.records import as_record, from_record


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
