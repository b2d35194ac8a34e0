"""What I sent and nobody answered: a nudge after ten days, a second one, and no third."""

import pytest

from tests.rules.tables import NOTHING, Table, front, log, shown

SENT = log("2026-11-14 → email: the draft")
ANSWERED = log("2026-11-20 ← email: thanks", "2026-11-14 → email: the draft")
CALLED = log("2026-11-24 call: she had read it", "2026-11-14 → email: the draft")
MET = SENT + "- 2026-11-20 coffee: she had read it\n"
THOUGHT = SENT + "- 2026-11-20 note: did it arrive\n"
AHEAD = SENT + "- 2026-12-01 call: in the calendar\n"
TWICE = log("2026-11-01 → email: the draft", "2026-11-12 → email: did it arrive")
THRICE = TWICE + "- 2026-11-23 → message: hello\n"
AFRESH = THRICE + "- 2026-12-01 ← call: sorry\n- 2026-12-05 → email: the next draft\n"

DAYS: Table = [
    (SENT, "2026-11-13", NOTHING),
    (SENT, "2026-11-14", "no-reply 2026-11-24 later"),
    (SENT, "2026-11-16", "no-reply 2026-11-24 later"),
    (SENT, "2026-11-17", "no-reply 2026-11-24 week"),
    (SENT, "2026-11-23", "no-reply 2026-11-24 week"),
    (SENT, "2026-11-24", "no-reply 2026-11-24 today"),
    (SENT, "2026-11-25", "no-reply 2026-11-24 overdue"),
    (SENT, "2027-11-13", "no-reply 2026-11-24 overdue"),
    (ANSWERED, "2026-11-19", "no-reply 2026-11-24 week"),
    (ANSWERED, "2026-11-20", NOTHING),
    (CALLED, "2026-11-23", "no-reply 2026-11-24 week"),
    (CALLED, "2026-11-24", NOTHING),
    (MET, "2026-11-24", NOTHING),
    (THOUGHT, "2026-11-24", "no-reply 2026-11-24 today"),
    (AHEAD, "2026-11-30", "no-reply 2026-11-24 overdue"),
    (AHEAD, "2026-12-01", NOTHING),
    (TWICE, "2026-11-11", "no-reply 2026-11-11 today"),
    (TWICE, "2026-11-12", "no-reply 2026-11-22 later"),  # the second nudge waits anew
    (TWICE, "2026-11-22", "no-reply 2026-11-22 today"),
    (THRICE, "2026-11-22", "no-reply 2026-11-22 today"),
    (THRICE, "2026-11-23", NOTHING),
    (THRICE, "2026-12-03", NOTHING),  # after the second silence there is no third
    (AFRESH, "2026-12-04", NOTHING),
    (AFRESH, "2026-12-05", "no-reply 2026-12-15 later"),
    (log("2026-12-01 → email: not written yet"), "2026-11-24", NOTHING),
]

MESSAGES = [
    "→ email",
    "email →",
    "-> email",
    "sent",
    "sent email",
    "to",
    "inviato",
    "→",
    "→ mail",
    "→ message",
    "→ whatsapp",
    "→ letter",
    "→ lettera",
]
NO_MESSAGES = [
    "email",
    "← email",
    "call",
    "→ call",
    "→ coffee",
    "gave",
    "received ←",
    "met",
    "note",
    "thanked",
]

CALENDAR: Table = [
    (log("2026-12-25 → email: season's greetings"), "2027-01-03", "no-reply 2027-01-04 week"),
    (log("2026-12-25 → email: season's greetings"), "2027-01-04", "no-reply 2027-01-04 today"),
    (log("2027-02-20 → email: hello"), "2027-03-02", "no-reply 2027-03-02 today"),
    (log("2028-02-20 → email: hello"), "2028-03-01", "no-reply 2028-03-01 today"),
    (log("2028-02-19 → email: hello"), "2028-02-29", "no-reply 2028-02-29 today"),
    (log("2028-02-29 → email: hello"), "2028-03-10", "no-reply 2028-03-10 today"),
    (log("0001-01-01 → email: hello"), "0001-01-11", "no-reply 0001-01-11 today"),
    (log("9999-12-21 → email: hello"), "9999-12-31", "no-reply 9999-12-31 today"),
    (log("9999-12-22 → email: hello"), "9999-12-31", NOTHING),  # ten days later there is no day
]

SNOOZED = front("snooze: 2026-11-26") + SENT

STATES: Table = [
    (SNOOZED, "2026-11-24", "no-reply 2026-11-24 snoozed"),
    (SNOOZED, "2026-11-25", "no-reply 2026-11-24 snoozed"),
    (SNOOZED, "2026-11-26", "no-reply 2026-11-24 overdue"),
    (front("status: archived") + SENT, "2026-11-24", NOTHING),
    (front("status: deceased") + SENT, "2026-11-24", NOTHING),
    (front("cadence: 2w") + SENT, "2026-11-24", "cadence 2026-11-28 week; no-reply 2026-11-24 today"),
    ("- [x] Send the draft ✅ 2026-11-14\n", "2026-11-24", NOTHING),  # a kept promise waits for nothing
]


@pytest.mark.parametrize(("note", "day", "rows"), DAYS)
def test_a_message_waits_ten_days_for_an_answer_twice_and_no_third_time(
    note: str, day: str, rows: str
) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize("head", MESSAGES)
def test_whatever_is_sent_in_writing_waits_for_an_answer(head: str) -> None:
    assert shown(log(f"2026-11-14 {head}: the draft"), "2026-11-24") == "no-reply 2026-11-24 today"


@pytest.mark.parametrize("head", NO_MESSAGES)
def test_whatever_is_said_or_received_waits_for_none(head: str) -> None:
    rows = shown(log(f"2026-11-14 {head}: the draft"), "2026-11-24")
    assert "no-reply" not in rows


@pytest.mark.parametrize(("note", "day", "rows"), CALENDAR)
def test_the_ten_days_run_through_ends_of_months_and_years(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), STATES)
def test_snooze_hides_the_nudge_before_its_day(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("day", "rows"), [("2026-11-16", "week"), ("2026-11-17", "today")])
def test_the_settings_say_after_how_many_days(day: str, rows: str) -> None:
    assert shown(SENT, day, "no-reply-days = 3\n") == f"no-reply 2026-11-17 {rows}"
