"""Thanks for favours and words on good news, from their day until they are said or too late."""

import pytest

from tests.rules.tables import ADA, NOTHING, Notes, Table, front, log, shown

FAVOUR = log("2026-11-21 received: two tickets")
BEFORE = FAVOUR + "- 2026-11-20 thanked: for something else\n"
SAME_DAY = FAVOUR + "- 2026-11-21 thanked: at once\n"
THANKED = FAVOUR + "- 2026-11-22 thanked: a postcard\n"
CALLED = FAVOUR + "- 2026-11-22 call: forgot to thank her\n"
TWO = log("2026-11-10 received: a book", "2026-11-21 received: two tickets")
IN_BETWEEN = TWO + "- 2026-11-15 thanked: for the book\n"

THANKS: Table = [
    (FAVOUR, "2026-11-20", NOTHING),
    (FAVOUR, "2026-11-21", "thanks 2026-11-24 week"),
    (FAVOUR, "2026-11-23", "thanks 2026-11-24 week"),
    (FAVOUR, "2026-11-24", "thanks 2026-11-24 today"),
    (FAVOUR, "2026-11-25", "thanks 2026-11-24 overdue"),
    (FAVOUR, "2027-02-19", "thanks 2026-11-24 overdue"),  # ninety days on
    (FAVOUR, "2027-02-20", NOTHING),
    (BEFORE, "2026-11-24", "thanks 2026-11-24 today"),
    (SAME_DAY, "2026-11-21", NOTHING),
    (THANKED, "2026-11-21", "thanks 2026-11-24 week"),
    (THANKED, "2026-11-22", NOTHING),
    (CALLED, "2026-11-24", "thanks 2026-11-24 today"),
    (TWO, "2026-11-20", "thanks 2026-11-13 overdue"),
    (TWO, "2026-11-21", "thanks 2026-11-24 week"),  # thanked once, from the last
    (IN_BETWEEN, "2026-11-14", "thanks 2026-11-13 overdue"),
    (IN_BETWEEN, "2026-11-15", NOTHING),
    (IN_BETWEEN, "2026-11-21", "thanks 2026-11-24 week"),
    (log("2026-11-21 ricevuto: due biglietti"), "2026-11-24", "thanks 2026-11-24 today"),
    (
        log("2026-11-21 received: a book", "2026-11-21 received: a pen"),
        "2026-11-24",
        "thanks 2026-11-24 today",
    ),
    (front("snooze: 2027-06-01") + FAVOUR, "2026-11-24", "thanks 2026-11-24 today"),
    (front("status: archived") + FAVOUR, "2026-11-24", NOTHING),
    (log("2027-02-26 received: a map"), "2027-02-28", "thanks 2027-03-01 week"),
    (log("2028-02-26 received: a map"), "2028-02-28", "thanks 2028-02-29 week"),
    (log("2027-12-01 received: a map"), "2028-02-29", "thanks 2027-12-04 overdue"),  # ninety days on
    (log("2027-12-01 received: a map"), "2028-03-01", NOTHING),
    (log("2026-12-30 received: a map"), "2027-01-02", "thanks 2027-01-02 today"),
    (log("0001-01-01 received: a map"), "0001-01-01", "thanks 0001-01-04 week"),
    (log("0001-01-01 received: a map"), "0001-04-01", "thanks 0001-01-04 overdue"),
    (log("0001-01-01 received: a map"), "0001-04-02", NOTHING),
]

BEA = "contacts/Bea Dini.md"
OPENED = {ADA: log("2026-11-21 intro ←: [[Bea Dini]]"), BEA: ""}
OPENED_THERE = {ADA: "", BEA: log("2026-11-21 intro ←: [[Ada Neri]]")}
MADE = {ADA: log("2026-11-21 intro: [[Bea Dini]]"), BEA: ""}
BROUGHT = {ADA: "", BEA: front("introduced-by: '[[Ada Neri]]'", "met: 2026-11-21")}
BROUGHT_ONCE = {ADA: "", BEA: front("introduced-by: '[[Ada Neri]]'", "met: 2026-11")}
FIRST = "Bea Dini: first-follow-up 2026-11-23"

INTRODUCTIONS: Table = [
    (OPENED, "2026-11-20", NOTHING),
    (OPENED, "2026-11-21", "thanks 2026-11-24 week"),
    (OPENED, "2026-11-24", "thanks 2026-11-24 today"),
    (OPENED, "2027-02-20", NOTHING),
    (OPENED_THERE, "2026-11-24", "Bea Dini: thanks 2026-11-24 today"),  # she opened the door
    (MADE, "2026-11-24", NOTHING),
    (BROUGHT, "2026-11-20", NOTHING),
    (BROUGHT, "2026-11-21", f"thanks 2026-11-24 week; {FIRST} week"),
    (BROUGHT, "2026-11-24", f"thanks 2026-11-24 today; {FIRST} overdue"),
    (BROUGHT, "2027-02-19", "thanks 2026-11-24 overdue"),
    (BROUGHT, "2027-02-20", NOTHING),
    (BROUGHT | {ADA: log("2026-11-22 thanked: for Bea")}, "2026-11-22", f"{FIRST} week"),
    (BROUGHT_ONCE, "2026-11-24", NOTHING),  # the day is not known
]

ROLE = front("positions:", "  - {org: Acme, role: Lead, from: 2026-11-24}")
MONTH = front("positions:", "  - {org: Acme, role: Lead, from: 2026-11}")
YEAR = front("positions:", "  - {org: Acme, role: Lead, from: 2026}")
STUDIO = front("congratulate: 2026-11-24 the new studio")
PRIZE = log("2026-11-24 call: she won [congratulate:: the prize]")
FACT = "- 2026-11-24: she won [congratulate:: the prize]\n"
EARLY = STUDIO + log("2026-11-23 congratulated: on something else")
THAT_DAY = STUDIO + log("2026-11-24 congratulated: with flowers")
SAID = STUDIO + log("2026-11-26 congratulated: with flowers")
TALKED = STUDIO + log("2026-11-26 call: forgot to say it")
BOTH = front(
    "congratulate: 2026-11-20 the book", "positions:", "  - {org: Acme, role: Lead, from: 2026-11-01}"
)
DUE = "congratulate 2026-11-24"

NEWS: Table = [
    *((note, "2026-11-23", NOTHING) for note in (ROLE, STUDIO, PRIZE, FACT)),
    *((note, "2026-11-24", f"{DUE} today") for note in (ROLE, STUDIO, PRIZE, FACT)),
    *((note, "2026-11-25", f"{DUE} overdue") for note in (ROLE, STUDIO, PRIZE, FACT)),
    *((note, "2027-01-23", f"{DUE} overdue") for note in (ROLE, STUDIO, PRIZE, FACT)),  # sixty days on
    *((note, "2027-01-24", NOTHING) for note in (ROLE, STUDIO, PRIZE, FACT)),
    (MONTH, "2026-10-31", NOTHING),
    (MONTH, "2026-11-01", "congratulate 2026-11-01 today"),  # a month counts from its first day
    (MONTH, "2026-12-31", "congratulate 2026-11-01 overdue"),
    (MONTH, "2027-01-01", NOTHING),
    (YEAR, "2026-01-01", NOTHING),
    (EARLY, "2026-11-24", f"{DUE} today"),
    (THAT_DAY, "2026-11-24", NOTHING),
    (SAID, "2026-11-25", f"{DUE} overdue"),
    (SAID, "2026-11-26", NOTHING),
    (TALKED, "2026-11-26", f"{DUE} overdue"),
    (BOTH, "2026-11-20", "congratulate 2026-11-01 overdue; congratulate 2026-11-20 today"),
    (BOTH + log("2026-11-10 congratulated: Acme"), "2026-11-20", "congratulate 2026-11-20 today"),
    (BOTH + log("2026-11-20 congratulated: both"), "2026-11-20", NOTHING),
    (front("congratulate: 2026-11-24 it", "snooze: 2027-06-01"), "2026-11-24", f"{DUE} today"),
    (front("congratulate: 2026-11-24 it", "status: archived"), "2026-11-24", NOTHING),
    (front("congratulate: 2028-01-01 it"), "2028-03-01", "congratulate 2028-01-01 overdue"),
    (front("congratulate: 2028-01-01 it"), "2028-03-02", NOTHING),  # the 29th was one of the sixty
    (front("congratulate: 2027-01-01 it"), "2027-03-02", "congratulate 2027-01-01 overdue"),
    (front("congratulate: 2027-01-01 it"), "2027-03-03", NOTHING),
    (front("congratulate: 2028-02-29 it"), "2028-02-29", "congratulate 2028-02-29 today"),
    (front("congratulate: 0001-01-01 it"), "0001-03-02", "congratulate 0001-01-01 overdue"),
    (front("congratulate: 0001-01-01 it"), "0001-03-03", NOTHING),
]


@pytest.mark.parametrize(("note", "day", "rows"), THANKS)
def test_a_favour_asks_for_thanks_in_three_days_until_said_or_ninety_days_old(
    note: str, day: str, rows: str
) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("notes", "day", "rows"), INTRODUCTIONS)
def test_whoever_introduces_somebody_to_me_is_thanked(notes: Notes, day: str, rows: str) -> None:
    assert shown(notes, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), NEWS)
def test_good_news_asks_for_a_word_until_said_or_sixty_days_old(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows
