"""Promises of both sides, on the days around their dates."""

import pytest

from tests.rules.tables import ADA, NOTHING, Table, front, log, shown

MINE = "promise 2026-11-24"
THEIRS = "promised-to-me 2026-11-24"
DUE = [
    ("2026-11-16", "later"),  # 8 days ahead
    ("2026-11-17", "week"),
    ("2026-11-23", "week"),
    ("2026-11-24", "today"),
    ("2026-11-25", "overdue"),
    ("2028-11-24", "overdue"),  # a promise never lapses
]

SHAPES = [
    ("- [ ] Send the slides 📅 2026-11-24\n", MINE),
    ("- [ ] Send the slides [due:: 2026-11-24]\n", MINE),
    ("- [ ] Send the slides (2026-11-24)\n", MINE),
    ("- [ ] 2026-11-24 send the slides\n", MINE),
    ("- [/] Send the slides 📅 2026-11-24\n", MINE),
    ("- [>] Send the slides 📅 2026-11-24\n", MINE),
    ("* [ ] Send the slides 📅 2026-11-24 🔁 every month\n", MINE),
    ("- [ ] ← Ada sends the slides 📅 2026-11-24\n", THEIRS),
    ("- [ ] <- Ada sends the slides 📅 2026-11-24\n", THEIRS),
    ("- [ ] Ada sends the slides #waiting 📅 2026-11-24\n", THEIRS),
    ("- [ ] Ada manda il file #attesa 📅 2026-11-24\n", THEIRS),
    ("- [w] Ada sends the slides 📅 2026-11-24\n", THEIRS),
    ("- [ ] Ada sends the slides [owner:: them] 📅 2026-11-24\n", THEIRS),
    ("## Waiting for\n- [ ] The slides 📅 2026-11-24\n", THEIRS),
    ("## In attesa\n- [ ] Il file 📅 2026-11-24\n", THEIRS),
]

NO_PROMISE = [
    "- [x] Send the slides 📅 2026-11-24\n",
    "- [X] Send the slides 📅 2026-11-24\n",
    "- [-] Send the slides 📅 2026-11-24\n",
    "- [x] Send the slides 📅 2026-11-24 ✅ 2026-11-25\n",  # ticked, whatever the day says
    "- [x] ← Ada sends the slides 📅 2026-11-24\n",
    "- [-] ← Ada sends the slides 📅 2026-11-24\n",
    "- [ ] ? how did the slides go 📅 2026-11-24\n",
    "- [ ] Send the slides\n",
    "- [ ] Send the slides ⏳ 2026-11-24\n",  # only the due date makes due
    "- [ ] Send the slides 🛫 2026-11-24\n",
    "- [ ] Send the slides 📅 2027-02-29\n",  # no such day
    "- [ ] ~~Send the slides 📅 2026-11-24~~\n",
    "> - [ ] Send the slides 📅 2026-11-24\n",
    "```\n- [ ] Send the slides 📅 2026-11-24\n```\n",
    "<!-- - [ ] Send the slides 📅 2026-11-24 -->\n",
    "- Send the slides 📅 2026-11-24\n",
]

STARTED = "- [ ] Send the slides 🛫 2026-11-20 📅 2026-11-24\n"
SCHEDULED = "- [ ] Send the slides ⏳ 2026-11-26 📅 2026-11-24\n"
BOTH = "- [ ] Send the slides 🛫 2026-11-20 ⏳ 2026-11-22 📅 2026-11-24\n"
WAITED = "- [ ] ← Ada sends the slides [start:: 2026-11-20] 📅 2026-11-24\n"

HIDDEN: Table = [
    (STARTED, "2026-11-19", f"{MINE} snoozed"),
    (STARTED, "2026-11-20", f"{MINE} week"),
    (SCHEDULED, "2026-11-24", f"{MINE} snoozed"),
    (SCHEDULED, "2026-11-25", f"{MINE} snoozed"),
    (SCHEDULED, "2026-11-26", f"{MINE} overdue"),
    (BOTH, "2026-11-21", f"{MINE} snoozed"),
    (BOTH, "2026-11-22", f"{MINE} week"),
    (WAITED, "2026-11-19", f"{THEIRS} snoozed"),
    (WAITED, "2026-11-20", f"{THEIRS} week"),
]

OWED = "- [ ] Send the slides 📅 2026-11-24\n- [ ] ← Ada sends hers 📅 2026-11-24\n"
PAIR = f"{MINE} today; {THEIRS} today"

STATES: Table = [
    (OWED, "2026-11-24", PAIR),
    (front("snooze: 2027-01-01") + OWED, "2026-11-24", PAIR),
    (front("status: dormant") + OWED, "2026-11-24", PAIR),
    (front("cadence: never") + OWED, "2026-11-24", PAIR),
    (front("status: archived") + OWED, "2026-11-24", NOTHING),
    (front("status: deceased") + OWED, "2026-11-24", NOTHING),
    (log("2026-11-24 → call: said so") + OWED, "2026-11-24", PAIR),  # talking keeps no promise
]

BOOK = "- [ ] Book a table for [[Ada Neri]] and [[Ugo Sala]] 📅 2026-11-24\n"
UGO = "contacts/Ugo Sala.md"
BOTH_OWED = f"{MINE} today; Ugo Sala: {MINE} today"

OWNERS: Table = [
    ({ADA: "", UGO: "", "events/Fair.md": BOOK}, "2026-11-24", BOTH_OWED),
    ({ADA: "", UGO: "", "journal/2026-11-20.md": BOOK}, "2026-11-24", BOTH_OWED),
    ({ADA: "", UGO: BOOK}, "2026-11-24", f"Ugo Sala: {MINE} today"),  # in a contact's file: owed to that one
    ({ADA: "", "events/Fair.md": "- [ ] Buy a lead 📅 2026-11-24\n"}, "2026-11-24", NOTHING),
    (
        {ADA: "", "events/Fair.md": "### [[Ada Neri]]\n- [ ] Send it 📅 2026-11-24\n"},
        "2026-11-24",
        f"{MINE} today",
    ),
]

LEAP = "- [ ] Send the slides 📅 2028-02-29\n"

CALENDAR: Table = [
    (LEAP, "2028-02-21", "promise 2028-02-29 later"),
    (LEAP, "2028-02-22", "promise 2028-02-29 week"),
    (LEAP, "2028-02-28", "promise 2028-02-29 week"),
    (LEAP, "2028-02-29", "promise 2028-02-29 today"),
    (LEAP, "2028-03-01", "promise 2028-02-29 overdue"),
    ("- [ ] Send it 📅 2027-01-01\n", "2026-12-24", "promise 2027-01-01 later"),
    ("- [ ] Send it 📅 2027-01-01\n", "2026-12-25", "promise 2027-01-01 week"),
    ("- [ ] Send it 📅 0001-01-01\n", "0001-01-01", "promise 0001-01-01 today"),
    ("- [ ] Send it 📅 0001-01-01\n", "9999-12-31", "promise 0001-01-01 overdue"),
    ("- [ ] Send it 📅 9999-12-31\n", "0001-01-01", "promise 9999-12-31 later"),
    ("- [ ] Send it 📅 9999-12-31\n", "9999-12-30", "promise 9999-12-31 week"),
    ("- [ ] Send it 📅 9999-12-31\n", "9999-12-31", "promise 9999-12-31 today"),
]


@pytest.mark.parametrize(("day", "state"), DUE)
@pytest.mark.parametrize(("note", "row"), SHAPES)
def test_an_open_promise_is_due_on_its_day_and_overdue_after_it(
    note: str, row: str, day: str, state: str
) -> None:
    assert shown(note, day) == f"{row} {state}"


@pytest.mark.parametrize("day", ["2026-11-23", "2026-11-24", "2026-11-26"])
@pytest.mark.parametrize("note", NO_PROMISE)
def test_what_is_kept_dropped_undated_or_asked_is_due_on_no_day(note: str, day: str) -> None:
    assert shown(note, day) == NOTHING


@pytest.mark.parametrize(("note", "day", "rows"), HIDDEN)
def test_a_start_or_scheduled_day_hides_a_promise_before_it(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), STATES)
def test_a_promise_outlasts_snooze_and_dormant_but_not_the_contact(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("notes", "day", "rows"), OWNERS)
def test_a_promise_is_owed_to_everybody_whom_it_links(notes: dict[str, str], day: str, rows: str) -> None:
    assert shown(notes, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), CALENDAR)
def test_promises_fall_due_at_ends_of_months_years_and_the_calendar(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows
