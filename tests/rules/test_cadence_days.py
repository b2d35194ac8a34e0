"""The rhythm, on the days around its due and at the ends of months, years and the calendar."""

import pytest

from tests.rules.tables import NOTHING, Table, front, log, shown


def rhythm(cadence: str, *days: str) -> str:
    """A contact with a rhythm and calls on these days."""
    return front(f"cadence: {cadence}") + log(*(f"{day} call: hello" for day in days))


TWO_WEEKS = rhythm("2w", "2026-11-10")
AHEAD = rhythm("2w", "2026-11-30", "2026-11-10")

DAYS: Table = [
    (TWO_WEEKS, "2026-11-09", NOTHING),  # no contact yet
    (TWO_WEEKS, "2026-11-10", "cadence 2026-11-24 later"),
    (TWO_WEEKS, "2026-11-16", "cadence 2026-11-24 later"),
    (TWO_WEEKS, "2026-11-17", "cadence 2026-11-24 week"),
    (TWO_WEEKS, "2026-11-23", "cadence 2026-11-24 week"),
    (TWO_WEEKS, "2026-11-24", "cadence 2026-11-24 today"),
    (TWO_WEEKS, "2026-11-25", "cadence 2026-11-24 overdue"),
    (TWO_WEEKS, "2030-01-01", "cadence 2026-11-24 overdue"),  # a rhythm never lapses
    (AHEAD, "2026-11-24", "cadence 2026-11-24 today"),  # a call ahead counts from its day on
    (AHEAD, "2026-11-29", "cadence 2026-11-24 overdue"),
    (AHEAD, "2026-11-30", "cadence 2026-12-14 later"),
    (rhythm("2w"), "2026-11-24", NOTHING),
    (rhythm("never", "2026-11-10"), "2026-11-24", NOTHING),
    (rhythm("1d", "2026-11-24"), "2026-11-24", "cadence 2026-11-25 week"),
    (rhythm("14", "2026-11-10"), "2026-11-24", "cadence 2026-11-24 today"),
    (rhythm("2w", "2026-11-01", "2026-11-10"), "2026-11-05", "cadence 2026-11-15 later"),
]

LENGTHS = [
    # cadence, last contact, due
    ("1d", "2027-02-28", "2027-03-01"),
    ("1d", "2028-02-28", "2028-02-29"),
    ("1d", "2026-12-31", "2027-01-01"),
    ("14d", "2026-12-20", "2027-01-03"),
    ("weekly", "2026-12-28", "2027-01-04"),
    ("biweekly", "2028-02-16", "2028-03-01"),
    ("6w", "2026-10-05", "2026-11-16"),
    ("monthly", "2027-01-28", "2027-02-28"),
    ("monthly", "2027-01-29", "2027-02-28"),
    ("monthly", "2027-01-30", "2027-02-28"),
    ("monthly", "2027-01-31", "2027-02-28"),
    ("monthly", "2028-01-28", "2028-02-28"),
    ("monthly", "2028-01-29", "2028-02-29"),
    ("monthly", "2028-01-31", "2028-02-29"),
    ("monthly", "2027-02-28", "2027-03-28"),  # the month's last day is not remembered
    ("monthly", "2028-02-29", "2028-03-29"),
    ("monthly", "2027-03-31", "2027-04-30"),
    ("monthly", "2026-12-31", "2027-01-31"),
    ("ogni 2 mesi", "2026-12-31", "2027-02-28"),
    ("2m", "2027-12-31", "2028-02-29"),
    ("quarterly", "2026-11-30", "2027-02-28"),
    ("quarterly", "2027-11-30", "2028-02-29"),
    ("semestrale", "2026-08-31", "2027-02-28"),
    ("C", "2027-08-31", "2028-02-29"),
    ("twice a year", "2026-03-31", "2026-09-30"),
    ("12m", "2028-02-29", "2029-02-28"),
    ("1y", "2028-02-29", "2029-02-28"),
    ("1y", "2027-02-28", "2028-02-28"),
    ("2y", "2028-02-29", "2030-02-28"),
    ("4y", "2028-02-29", "2032-02-29"),
    ("8y", "2096-02-29", "2104-02-29"),
    ("4y", "2096-02-29", "2100-02-28"),  # 2100 is a common year
    ("yearly", "2027-12-31", "2028-12-31"),
    ("365d", "2027-03-01", "2028-02-29"),  # a year of days is no year where a 29th lies between
    ("D", "2027-03-01", "2028-03-01"),
    ("monthly", "0001-01-31", "0001-02-28"),
    ("2w", "0001-01-01", "0001-01-15"),
    ("9998y", "0001-12-31", "9999-12-31"),
    ("monthly", "9999-11-30", "9999-12-30"),
    ("1d", "9999-12-30", "9999-12-31"),
]

BEYOND = [
    ("1d", "9999-12-31"),
    ("monthly", "9999-12-01"),
    ("1y", "9999-01-01"),
    ("9999y", "0001-01-01"),
    ("9999w", "9900-01-01"),
]

SNOOZED = front("cadence: 2w", "snooze: 2026-11-26") + log("2026-11-10 call: hello")
TO_THE_DAY = front("cadence: 2w", "snooze: 2026-11-24") + log("2026-11-10 call: hello")

STATES: Table = [
    (SNOOZED, "2026-11-10", "cadence 2026-11-24 snoozed"),
    (SNOOZED, "2026-11-24", "cadence 2026-11-24 snoozed"),
    (SNOOZED, "2026-11-25", "cadence 2026-11-24 snoozed"),
    (SNOOZED, "2026-11-26", "cadence 2026-11-24 overdue"),  # on its day a snooze is over
    (TO_THE_DAY, "2026-11-23", "cadence 2026-11-24 snoozed"),
    (TO_THE_DAY, "2026-11-24", "cadence 2026-11-24 today"),
    (
        front("cadence: 2w", "snooze: 2026-11-01") + log("2026-11-10 call: hello"),
        "2026-11-24",
        "cadence 2026-11-24 today",
    ),
    (front("cadence: 2w", "status: dormant") + log("2026-11-10 call: hello"), "2026-11-25", NOTHING),
    (front("cadence: 2w", "active: false") + log("2026-11-10 call: hello"), "2026-11-25", NOTHING),
    (front("cadence: 2w", "status: archived") + log("2026-11-10 call: hello"), "2026-11-25", NOTHING),
    (front("cadence: 2w", "status: deceased") + log("2026-11-10 call: hello"), "2026-11-25", NOTHING),
    (front("cadence: 2w", "type: me") + log("2026-11-10 call: hello"), "2026-11-25", NOTHING),
]

SOURCES: Table = [
    (front("circle: inner") + log("2026-11-03 call: hello"), "2026-11-24", "cadence 2026-11-24 today"),
    (front("circle: close") + log("2026-12-31 call: hello"), "2027-02-28", "cadence 2027-02-28 today"),
    (front("circle: warm") + log("2026-08-31 call: hello"), "2027-02-28", "cadence 2027-02-28 today"),
    (front("circle: wide") + log("2028-02-29 call: hello"), "2029-02-28", "cadence 2029-02-28 today"),
    (front("tags: [inner]") + log("2026-11-03 call: hello"), "2026-11-24", "cadence 2026-11-24 today"),
    (
        front("circle: wide", "cadence: 3w") + log("2026-11-03 call: hello"),
        "2026-11-24",
        "cadence 2026-11-24 today",
    ),
    (front("circle: inner", "cadence: never") + log("2026-11-03 call: hello"), "2026-11-24", NOTHING),
    (
        front("circle: inner", "cadence: soon") + log("2026-11-03 call: hello"),
        "2026-11-24",
        "cadence 2026-11-24 today",
    ),
    (front("cadence: 3w", "last-contact: 2026-11-03"), "2026-11-24", "cadence 2026-11-24 today"),
    (front("cadence: monthly", "last-contact: 2026-10"), "2026-11-01", "cadence 2026-11-01 today"),
    (front("cadence: monthly", "met: 2026-10"), "2026-10-31", "cadence 2026-11-01 week"),
    (front("cadence: yearly", "met: 2026"), "2026-12-31", "cadence 2027-01-01 week"),
    (front("cadence: 3w", "last-contact: 2026-12-01"), "2026-11-24", NOTHING),  # still ahead
]


@pytest.mark.parametrize(("note", "day", "rows"), DAYS)
def test_a_rhythm_is_due_one_cadence_after_the_last_contact(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("cadence", "last", "due"), LENGTHS)
def test_months_and_years_are_of_the_calendar_and_clamped(cadence: str, last: str, due: str) -> None:
    assert shown(rhythm(cadence, last), due) == f"cadence {due} today"


@pytest.mark.parametrize(("cadence", "last"), BEYOND)
def test_a_rhythm_that_ends_after_the_calendar_is_due_on_no_day(cadence: str, last: str) -> None:
    assert shown(rhythm(cadence, last), last) == shown(rhythm(cadence, last), "9999-12-31") == NOTHING


@pytest.mark.parametrize(("note", "day", "rows"), STATES)
def test_snooze_hides_a_rhythm_and_a_dormant_contact_has_none(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), SOURCES)
def test_the_rhythm_and_its_first_day_come_from_where_the_notes_say(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows
