"""Events to prepare, on the days around their beginning."""

import pytest

from tests.rules.tables import ADA, NOTHING, Notes, Table, front, shown

FAIR = "events/Fair.md"
ROW = "Fair: prepare 2026-11-24"


def fair(*lines: str) -> dict[str, str]:
    """Ada Neri, and a fair with this front matter."""
    return {ADA: "", FAIR: front(*lines)}


def going(day: str, *lines: str) -> dict[str, str]:
    """A fair of a day to which Ada Neri comes and I go."""
    return fair(f"date: {day}", "status: going", "attendees: '[[Ada Neri]]'", *lines)


DAYS: Table = [
    (going("2026-11-27"), "2026-11-16", f"{ROW} later"),
    (going("2026-11-27"), "2026-11-17", f"{ROW} week"),
    (going("2026-11-27"), "2026-11-23", f"{ROW} week"),
    (going("2026-11-27"), "2026-11-24", f"{ROW} today"),
    (going("2026-11-27"), "2026-11-25", f"{ROW} overdue"),
    (going("2026-11-27"), "2026-11-27", f"{ROW} overdue"),
    (going("2026-11-27"), "2026-11-28", NOTHING),
    (going("2026-11-27", "end: 2026-11-29"), "2026-11-27", f"{ROW} overdue"),
    (going("2026-11-27", "end: 2026-11-29"), "2026-11-28", NOTHING),  # it has begun
    (going("2027-03-01"), "2027-02-26", "Fair: prepare 2027-02-26 today"),
    (going("2028-03-01"), "2028-02-27", "Fair: prepare 2028-02-27 today"),
    (going("2028-02-29"), "2028-02-29", "Fair: prepare 2028-02-26 overdue"),
    (going("2028-02-29"), "2028-03-01", NOTHING),
    (going("2027-01-02"), "2026-12-30", "Fair: prepare 2026-12-30 today"),
    (going("2027-01-02"), "2027-01-01", "Fair: prepare 2026-12-30 overdue"),
    (going("0001-01-05"), "0001-01-01", "Fair: prepare 0001-01-02 week"),
    (going("9999-12-30"), "9999-12-30", "Fair: prepare 9999-12-27 overdue"),
    (going("9999-12-30"), "9999-12-31", NOTHING),
]

COMING = "attendees: '[[Ada Neri]]'"

WHICH: Table = [
    (fair("date: 2026-11-27", "status: idea", COMING), "2026-11-24", NOTHING),
    (fair("date: 2026-11-27", "status: skipped", COMING), "2026-11-24", NOTHING),
    (fair("date: 2026-11-27", "status: attended", COMING), "2026-11-24", NOTHING),
    (fair("date: 2026-11-27", "status: going"), "2026-11-24", NOTHING),  # I know nobody there
    (fair("status: going", COMING), "2026-11-24", NOTHING),  # it has no day
    (fair("date: 2026-11", "status: going", COMING), "2026-11-24", NOTHING),
    (fair("date: 2026-11-27", "status: going", "goals: a room"), "2026-11-24", f"{ROW} today"),
    (fair("data: 2026-11-27", "status: going", "partecipanti: Ada Neri"), "2026-11-24", f"{ROW} today"),
    (
        {ADA: "", "events/2026-11-27 Fair.md": front("status: going", COMING)},
        "2026-11-24",
        "2026-11-27 Fair: prepare 2026-11-24 today",
    ),
]


@pytest.mark.parametrize(("notes", "day", "rows"), DAYS)
def test_an_event_is_to_be_prepared_three_days_before_and_until_it_began(
    notes: Notes, day: str, rows: str
) -> None:
    assert shown(notes, day) == rows


@pytest.mark.parametrize(("notes", "day", "rows"), WHICH)
def test_only_an_event_with_a_day_to_which_i_go_for_somebody_or_something(
    notes: Notes, day: str, rows: str
) -> None:
    assert shown(notes, day) == rows


@pytest.mark.parametrize(("day", "state"), [("2026-11-25", "week"), ("2026-11-26", "today")])
def test_the_settings_say_how_many_days_before(day: str, state: str) -> None:
    assert shown(going("2026-11-27"), day, "prepare-days = 1\n") == f"Fair: prepare 2026-11-26 {state}"


@pytest.mark.parametrize("start", ["0001-01-01", "0001-01-03"])
@pytest.mark.parametrize("day", ["0001-01-01", "2026-11-24", "9999-12-31"])
def test_what_would_be_due_before_the_calendar_begins_is_not(start: str, day: str) -> None:
    assert shown(going(start), day) == NOTHING
