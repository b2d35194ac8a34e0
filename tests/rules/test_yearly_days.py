"""Birthdays and other dates, on the days around their return."""

import pytest

from tests.rules.tables import NOTHING, Table, front, log, shown

BIRTHDAY = front("birthday: --11-24")
NEW_YEAR = front("birthday: --01-01")
LAST_DAY = front("birthday: --12-31")
LEAP = front("birthday: 1988-02-29")

RETURNS: Table = [
    (BIRTHDAY, "2026-11-16", "birthday 2026-11-24 later"),
    (BIRTHDAY, "2026-11-17", "birthday 2026-11-24 week"),
    (BIRTHDAY, "2026-11-23", "birthday 2026-11-24 week"),
    (BIRTHDAY, "2026-11-24", "birthday 2026-11-24 today"),
    (BIRTHDAY, "2026-11-25", "birthday 2027-11-24 later"),  # never overdue
    (front("birthday: 1990-11-24"), "2026-11-24", "birthday 2026-11-24 today"),
    (front("compleanno: 11-24"), "2026-11-25", "birthday 2027-11-24 later"),
    (NEW_YEAR, "2026-12-24", "birthday 2027-01-01 later"),
    (NEW_YEAR, "2026-12-25", "birthday 2027-01-01 week"),
    (NEW_YEAR, "2026-12-31", "birthday 2027-01-01 week"),
    (NEW_YEAR, "2027-01-01", "birthday 2027-01-01 today"),
    (NEW_YEAR, "2027-01-02", "birthday 2028-01-01 later"),
    (LAST_DAY, "2026-12-31", "birthday 2026-12-31 today"),
    (LAST_DAY, "2027-01-01", "birthday 2027-12-31 later"),
]

LEAP_DAYS: Table = [
    (LEAP, "2027-02-20", "birthday 2027-02-28 later"),
    (LEAP, "2027-02-21", "birthday 2027-02-28 week"),
    (LEAP, "2027-02-28", "birthday 2027-02-28 today"),
    (LEAP, "2027-03-01", "birthday 2028-02-29 later"),
    (LEAP, "2028-02-22", "birthday 2028-02-29 week"),
    (LEAP, "2028-02-28", "birthday 2028-02-29 week"),
    (LEAP, "2028-02-29", "birthday 2028-02-29 today"),
    (LEAP, "2028-03-01", "birthday 2029-02-28 later"),
    (front("birthday: --02-29"), "2027-02-28", "birthday 2027-02-28 today"),
    (front("birthday: --02-29"), "2000-02-28", "birthday 2000-02-29 week"),
    (front("birthday: --02-29"), "2100-02-28", "birthday 2100-02-28 today"),  # a common year
    (front("birthday: --02-28"), "2028-02-28", "birthday 2028-02-28 today"),
    (front("birthday: --02-28"), "2028-02-29", "birthday 2029-02-28 later"),
    (front("birthday: --03-01"), "2028-02-29", "birthday 2028-03-01 week"),
    (front("birthday: 1987-02-29"), "2027-02-28", NOTHING),  # no such day
]

OTHER_DATES: Table = [
    (front("dates:", "  wedding: 11-24"), "2026-11-17", "date 2026-11-24 week"),
    (front("dates:", "  wedding: 2011-11-24"), "2026-11-24", "date 2026-11-24 today"),
    (front("dates:", "  wedding: 2011-11-24"), "2026-11-25", "date 2027-11-24 later"),
    (front("dates:", "  leap: 2016-02-29"), "2027-02-28", "date 2027-02-28 today"),
    (
        front("dates:", "  wedding: 11-24", "  the shop: 2015-11-26"),
        "2026-11-24",
        "date 2026-11-24 today; date 2026-11-26 week",
    ),
    (
        front("birthday: 11-24", "dates:", "  wedding: 11-24"),
        "2026-11-24",
        "birthday 2026-11-24 today; date 2026-11-24 today",
    ),
]

STATES: Table = [
    (front("birthday: 11-24", "snooze: 2027-06-01"), "2026-11-24", "birthday 2026-11-24 today"),
    (front("birthday: 11-24", "status: dormant"), "2026-11-24", "birthday 2026-11-24 today"),
    (front("birthday: 11-24", "cadence: never"), "2026-11-24", "birthday 2026-11-24 today"),
    (BIRTHDAY + log("2026-11-24 call: happy birthday"), "2026-11-24", "birthday 2026-11-24 today"),
    (front("birthday: 11-24", "status: archived"), "2026-11-24", NOTHING),
    (front("birthday: 11-24", "status: deceased"), "2026-11-24", NOTHING),
    (front("dates: {wedding: 11-24}", "status: deceased"), "2026-11-24", NOTHING),
    (front("birthday: 11-24", "type: me"), "2026-11-24", NOTHING),
]

CALENDAR: Table = [
    (NEW_YEAR, "0001-01-01", "birthday 0001-01-01 today"),
    (LAST_DAY, "0001-01-01", "birthday 0001-12-31 later"),
    (front("birthday: --02-29"), "0001-02-28", "birthday 0001-02-28 today"),
    (front("birthday: --02-29"), "0004-02-28", "birthday 0004-02-29 week"),
    (LAST_DAY, "9999-12-24", "birthday 9999-12-31 week"),
    (LAST_DAY, "9999-12-31", "birthday 9999-12-31 today"),
    (NEW_YEAR, "9999-01-01", "birthday 9999-01-01 today"),
    (NEW_YEAR, "9999-01-02", NOTHING),  # there is no year 10000
    (NEW_YEAR, "9999-12-31", NOTHING),
    (front("birthday: 0001-01-01"), "9999-01-01", "birthday 9999-01-01 today"),
]


@pytest.mark.parametrize(("note", "day", "rows"), RETURNS)
def test_a_birthday_is_announced_a_week_ahead_and_never_overdue(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), LEAP_DAYS)
def test_the_29th_of_february_falls_on_the_28th_in_common_years(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), OTHER_DATES)
def test_every_other_date_returns_as_a_birthday_does(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), STATES)
def test_neither_snooze_nor_dormant_hides_a_birthday_but_death_does(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), CALENDAR)
def test_birthdays_return_in_the_first_year_and_in_the_last(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows
