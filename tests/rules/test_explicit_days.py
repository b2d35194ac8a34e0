"""The date of one's own choice, on the days around it, and what settles or hides it."""

import pytest

from tests.rules.tables import NOTHING, Table, front, log, shown

OPEN = "explicit 2026-11-24"
RHYTHM = ("follow-up: 2026-11-24", "cadence: 2w")
ALONE = front("follow-up: 2026-11-24")
BEFORE = front(*RHYTHM) + log("2026-11-23 call: a day early")
ON = front(*RHYTHM) + log("2026-11-24 call: on the day")
AFTER = front(*RHYTHM) + log("2026-11-26 call: two days late")
AGAIN = front(*RHYTHM) + log("2026-12-01 ← email: thanks", "2026-11-24 call: on the day")
SETTLED = front("follow-up: 2026-11-24") + log("2026-11-24 call: on the day")

DUE: Table = [
    (ALONE, "2026-11-16", f"{OPEN} later"),
    (ALONE, "2026-11-17", f"{OPEN} week"),
    (ALONE, "2026-11-23", f"{OPEN} week"),
    (ALONE, "2026-11-24", f"{OPEN} today"),
    (ALONE, "2026-11-25", f"{OPEN} overdue"),
    (ALONE, "2030-01-01", f"{OPEN} overdue"),  # it never lapses
    (front("prossimo-contatto: 2026-11-24"), "2026-11-24", f"{OPEN} today"),
    (front("follow-up: 2026-11-24 09:30"), "2026-11-24", f"{OPEN} today"),
    (front("follow-up: 2026-11"), "2026-11-24", NOTHING),  # a month is due on no day
    (front("follow-up: 2027-02-29"), "2027-03-01", NOTHING),  # no such day
]

SETTLING: Table = [
    (BEFORE, "2026-11-23", f"{OPEN} week"),
    (BEFORE, "2026-11-24", f"{OPEN} today"),
    (BEFORE, "2026-12-07", f"{OPEN} overdue"),  # where the rhythm would be due, were it not replaced
    (ON, "2026-11-23", f"{OPEN} week"),
    (ON, "2026-11-24", "cadence 2026-12-08 later"),
    (AFTER, "2026-11-25", f"{OPEN} overdue"),
    (AFTER, "2026-11-26", "cadence 2026-12-10 later"),
    (AGAIN, "2026-11-30", "cadence 2026-12-08 later"),
    (AGAIN, "2026-12-01", "cadence 2026-12-15 later"),
    (SETTLED, "2026-11-23", f"{OPEN} week"),
    (SETTLED, "2026-11-24", NOTHING),
    (SETTLED, "2026-11-25", NOTHING),
    (front(*RHYTHM) + log("2026-11-24 note: thought of her"), "2026-11-24", f"{OPEN} today"),
    (front(*RHYTHM) + "- [ ] Ring her\n", "2026-11-24", f"{OPEN} today"),
    (front(*RHYTHM) + "- [x] Ring her ✅ 2026-11-24\n", "2026-11-24", "cadence 2026-12-08 later"),
    (front(*RHYTHM, "last-contact: 2026-11-23"), "2026-11-24", f"{OPEN} today"),
    (front(*RHYTHM, "last-contact: 2026-11-24"), "2026-11-24", "cadence 2026-12-08 later"),
    (front(*RHYTHM, "last-contact: 2026-11"), "2026-11-24", f"{OPEN} today"),  # from the 1st
]

LATER = front(*RHYTHM, "snooze: 2026-11-26")
SAME = front(*RHYTHM, "snooze: 2026-11-24")
PAST = front(*RHYTHM, "snooze: 2026-11-01")
RESTING = front(*RHYTHM, "snooze: 2027-01-01") + log("2026-11-24 call: on the day")

SNOOZED: Table = [
    (LATER, "2026-11-23", f"{OPEN} snoozed"),
    (LATER, "2026-11-25", f"{OPEN} snoozed"),
    (LATER, "2026-11-26", f"{OPEN} overdue"),  # on its day a snooze is over
    (SAME, "2026-11-23", f"{OPEN} snoozed"),
    (SAME, "2026-11-24", f"{OPEN} today"),
    (PAST, "2026-11-23", f"{OPEN} week"),
    (RESTING, "2026-11-23", f"{OPEN} snoozed"),
    (RESTING, "2026-12-08", "cadence 2026-12-08 snoozed"),
    (RESTING, "2026-12-31", "cadence 2026-12-08 snoozed"),
    (RESTING, "2027-01-01", "cadence 2026-12-08 overdue"),
    (front(*RHYTHM, "snooze: 2026-12"), "2026-11-24", f"{OPEN} today"),  # a month hides nothing
]

STATES: Table = [
    (front(*RHYTHM, "status: dormant"), "2026-11-24", f"{OPEN} today"),
    (front(*RHYTHM, "status: dormant") + log("2026-11-24 call: hi"), "2026-12-08", NOTHING),
    (front(*RHYTHM, "status: archived"), "2026-11-24", NOTHING),
    (front(*RHYTHM, "status: deceased"), "2026-11-24", NOTHING),
    (front("follow-up: 2026-11-24", "cadence: never"), "2026-11-24", f"{OPEN} today"),
    (front("follow-up: 2026-11-24", "type: me"), "2026-11-24", NOTHING),
]

CALENDAR: Table = [
    (front("follow-up: 2028-02-29"), "2028-02-28", "explicit 2028-02-29 week"),
    (front("follow-up: 2028-02-29"), "2028-02-29", "explicit 2028-02-29 today"),
    (front("follow-up: 2028-02-29"), "2028-03-01", "explicit 2028-02-29 overdue"),
    (front("follow-up: 2026-12-31"), "2026-12-23", "explicit 2026-12-31 later"),
    (front("follow-up: 2026-12-31"), "2026-12-24", "explicit 2026-12-31 week"),
    (front("follow-up: 2026-12-31"), "2027-01-01", "explicit 2026-12-31 overdue"),
    (front("follow-up: 0001-01-01"), "0001-01-01", "explicit 0001-01-01 today"),
    (front("follow-up: 0001-01-01"), "9999-12-31", "explicit 0001-01-01 overdue"),
    (front("follow-up: 9999-12-31"), "9999-12-30", "explicit 9999-12-31 week"),
    (front("follow-up: 9999-12-31"), "9999-12-31", "explicit 9999-12-31 today"),
    (front("follow-up: 9999-12-31", "snooze: 9999-12-31"), "9999-12-30", "explicit 9999-12-31 snoozed"),
]


@pytest.mark.parametrize(("note", "day", "rows"), DUE)
def test_a_follow_up_is_due_on_its_day_and_overdue_until_it_is_settled(
    note: str, day: str, rows: str
) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), SETTLING)
def test_it_replaces_the_rhythm_until_a_contact_on_or_after_it(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), SNOOZED)
def test_snooze_hides_the_date_and_the_rhythm_before_its_day(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), STATES)
def test_a_dormant_contact_keeps_its_date_and_one_that_is_gone_has_none(
    note: str, day: str, rows: str
) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), CALENDAR)
def test_a_follow_up_may_lie_on_any_day_of_the_calendar(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows
