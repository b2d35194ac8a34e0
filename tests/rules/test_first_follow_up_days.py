"""The 48 hours after a first meeting: green, amber, red, and then over."""

import pytest

from tests.rules.tables import ADA, NOTHING, Notes, Table, front, log, shown

MET = front("met: 2026-11-20")
WEEK = "first-follow-up 2026-11-22 week"
TODAY = "first-follow-up 2026-11-22 today"
LATE = "first-follow-up 2026-11-22 overdue"

CLOCK: Table = [
    (MET, "2026-11-19", NOTHING),  # a meeting ahead is no meeting yet
    (MET, "2026-11-20", WEEK),
    (MET, "2026-11-21", WEEK),
    (MET, "2026-11-22", TODAY),
    (MET, "2026-11-23", LATE),
    (MET, "2026-12-04", LATE),  # day 14
    (MET, "2026-12-05", NOTHING),
    (MET, "2027-11-19", NOTHING),
    (MET, "2027-11-20", "revive 2027-11-20 today"),  # a year of silence
]

CALLED = MET + log("2026-11-21 call: hello")
BEFORE = MET + log("2026-11-19 ← email: see you tomorrow")
SENT = MET + log("2026-11-20 → email: it was good to meet")
GOT = MET + log("2026-11-20 ← email: it was good to meet")
KEPT = MET + "- [x] Send the slides ✅ 2026-11-20\n"
KEPT_LATER = MET + "- [x] Send the slides ✅ 2026-11-22\n"
THEIRS = MET + "- [x] ← Ada sends the slides ✅ 2026-11-20\n"
THOUGHT = MET + log("2026-11-21 note: write to her")
FACT = MET + "- 2026-11-21: her birthday party\n"
FLOOR = front("met: 2026-11-20", "last-contact: 2026-11-22")

SETTLED: Table = [
    (CALLED, "2026-11-20", WEEK),
    (CALLED, "2026-11-21", NOTHING),
    (BEFORE, "2026-11-19", NOTHING),
    (BEFORE, "2026-11-20", WEEK),  # what lies before the meeting settles nothing
    (SENT, "2026-11-20", "no-reply 2026-11-30 later"),
    (SENT, "2026-11-22", "no-reply 2026-11-30 later"),
    (GOT, "2026-11-20", WEEK),  # they wrote, I have still to
    (GOT, "2026-11-22", TODAY),
    (KEPT, "2026-11-20", NOTHING),
    (KEPT_LATER, "2026-11-21", WEEK),
    (KEPT_LATER, "2026-11-22", NOTHING),
    (THEIRS, "2026-11-22", TODAY),
    (THOUGHT, "2026-11-22", TODAY),
    (FACT, "2026-11-22", TODAY),
    (FLOOR, "2026-11-21", WEEK),
    (FLOOR, "2026-11-22", NOTHING),
]

PARTIAL = front("met: 2026-11")
REFINED = front("met: 2026-11") + log("2026-11-20 met: at the fair")
EARLIER = front("met: 2024") + log("2026-11-20 met: at the fair")
LATER = front("met: 2027") + log("2026-11-20 met: at the fair")
TWICE = front("met: 2026-11-20") + log("2026-11-18 met: on the stairs")
FAIR = "---\ndate: 2026-11-19\nend: 2026-11-20\nmet: '[[Ada Neri]]'\nstatus: {}\n---\n"

STARTS: Table = [
    (PARTIAL, "2026-11-02", NOTHING),
    (REFINED, "2026-11-20", WEEK),
    (EARLIER, "2026-11-20", NOTHING),
    (LATER, "2026-11-20", WEEK),  # the earliest counts
    (TWICE, "2026-11-17", NOTHING),
    (TWICE, "2026-11-18", "first-follow-up 2026-11-20 week"),
    (TWICE, "2026-11-19", "first-follow-up 2026-11-20 week"),
    (TWICE, "2026-11-20", NOTHING),  # seen again
    ({ADA: "", "events/Fair.md": FAIR.format("attended")}, "2026-11-19", NOTHING),
    ({ADA: "", "events/Fair.md": FAIR.format("attended")}, "2026-11-20", WEEK),
    ({ADA: "", "events/Fair.md": FAIR.format("idea")}, "2026-11-20", NOTHING),
    ({ADA: "", "events/Fair.md": FAIR.format("skipped")}, "2026-11-20", NOTHING),
]

STATES: Table = [
    (front("met: 2026-11-20", "snooze: 2027-06-01"), "2026-11-22", TODAY),
    (front("met: 2026-11-20", "status: dormant"), "2026-11-22", TODAY),
    (front("met: 2026-11-20", "status: archived"), "2026-11-22", NOTHING),
    (front("met: 2026-11-20", "status: deceased"), "2026-11-22", NOTHING),
    (front("met: 2026-11-20", "cadence: never"), "2026-11-22", TODAY),
]

CALENDAR: Table = [
    (front("met: 2026-12-31"), "2026-12-31", "first-follow-up 2027-01-02 week"),
    (front("met: 2026-12-31"), "2027-01-02", "first-follow-up 2027-01-02 today"),
    (front("met: 2026-12-31"), "2027-01-14", "first-follow-up 2027-01-02 overdue"),
    (front("met: 2026-12-31"), "2027-01-15", NOTHING),
    (front("met: 2027-02-27"), "2027-02-28", "first-follow-up 2027-03-01 week"),
    (front("met: 2028-02-27"), "2028-02-28", "first-follow-up 2028-02-29 week"),
    (front("met: 2028-02-28"), "2028-02-29", "first-follow-up 2028-03-01 week"),
    (front("met: 2028-02-29"), "2028-03-02", "first-follow-up 2028-03-02 today"),
    (front("met: 2028-02-29"), "2028-03-14", "first-follow-up 2028-03-02 overdue"),
    (front("met: 2028-02-29"), "2028-03-15", NOTHING),
    (front("met: 2027-02-29"), "2027-03-01", NOTHING),  # no such day
    (front("met: 0001-01-01"), "0001-01-01", "first-follow-up 0001-01-03 week"),
    (front("met: 0001-01-01"), "0001-01-15", "first-follow-up 0001-01-03 overdue"),
    (front("met: 0001-01-01"), "0001-01-16", NOTHING),
    (front("met: 9999-12-16"), "9999-12-30", "first-follow-up 9999-12-18 overdue"),
    (front("met: 9999-12-16"), "9999-12-31", NOTHING),
]


@pytest.mark.parametrize(("note", "day", "rows"), CLOCK)
def test_a_first_follow_up_is_due_in_two_days_and_over_after_fourteen(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), SETTLED)
def test_a_later_contact_or_what_i_send_that_day_settles_it(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), STARTS)
def test_the_clock_starts_at_the_earliest_meeting_if_its_day_is_known(
    note: Notes, day: str, rows: str
) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), STATES)
def test_neither_snooze_nor_dormant_hides_a_first_follow_up(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), CALENDAR)
def test_the_clock_runs_through_ends_of_months_years_and_the_calendar(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows
