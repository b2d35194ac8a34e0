"""Contacts without a rhythm, on the days around which they drift away or go cold."""

from datetime import date

import pytest

from tests.rules.tables import ADA, NOTHING, Table, front, log, shown


def calls(*days: str) -> str:
    """A log of calls on these days."""
    return log(*(f"{day} call: hello" for day in days))


TENS = calls("2026-08-01", "2026-08-11", "2026-08-21", "2026-08-31", "2026-09-10")
"""Four gaps of ten days: drifting above 20 and below 120 days of silence."""
HALF = calls("2026-08-01", "2026-08-11", "2026-08-21", "2026-09-01", "2026-09-12")
"""Gaps of 10, 10, 11 and 11 days, whose median is 10.5: above 21 and below 126 days."""
MIXED = calls("2026-01-01", "2026-07-30", "2026-08-09", "2026-08-19", "2026-08-29", "2026-09-08")
"""One long gap does not move the median of ten days."""
THREE = calls("2026-08-11", "2026-08-21", "2026-08-31", "2026-09-10")
AGAIN = TENS + "- 2026-11-20 call: at last\n"

DRIFTING: Table = [
    (TENS, "2026-09-10", NOTHING),
    (TENS, "2026-09-30", NOTHING),  # 20 days of silence
    (TENS, "2026-10-01", "revive 2026-10-01 today"),
    (TENS, "2027-01-07", "revive 2027-01-07 today"),  # 119 days
    (TENS, "2027-01-08", NOTHING),
    (HALF, "2026-10-03", NOTHING),
    (HALF, "2026-10-04", "revive 2026-10-04 today"),
    (HALF, "2027-01-15", "revive 2027-01-15 today"),
    (HALF, "2027-01-16", NOTHING),
    (MIXED, "2026-09-28", NOTHING),
    (MIXED, "2026-09-29", "revive 2026-09-29 today"),
    (THREE, "2026-10-01", NOTHING),  # three gaps say too little
    (AGAIN, "2026-11-19", "revive 2026-11-19 today"),
    (AGAIN, "2026-11-20", NOTHING),
]

COLD: Table = [
    (TENS, "2027-09-09", NOTHING),
    (TENS, "2027-09-10", "revive 2027-09-10 today"),
    (front("last-contact: 2025-11-24"), "2026-11-23", NOTHING),
    (front("last-contact: 2025-11-24"), "2026-11-24", "revive 2026-11-24 today"),
    (front("last-contact: 2025-11-24"), "2036-11-24", "revive 2036-11-24 today"),  # as long as it lasts
    (front("last-contact: 2028-02-29"), "2029-02-27", NOTHING),
    (front("last-contact: 2028-02-29"), "2029-02-28", "revive 2029-02-28 today"),
    (front("last-contact: 2027-02-28"), "2028-02-27", NOTHING),
    (front("last-contact: 2027-02-28"), "2028-02-28", "revive 2028-02-28 today"),
    (front("last-contact: 2027-03-01"), "2028-02-29", NOTHING),
    (front("last-contact: 2025-11-24") + calls("2026-12-01"), "2026-11-30", "revive 2026-11-30 today"),
    (front("last-contact: 2025-11-24") + calls("2026-12-01"), "2026-12-01", NOTHING),
    (front("met: 2025"), "2025-12-31", NOTHING),
    (front("met: 2025"), "2026-01-01", "revive 2026-01-01 today"),
    (front("last-contact: 0001-01-01"), "0001-12-31", NOTHING),
    (front("last-contact: 0001-01-01"), "0002-01-01", "revive 0002-01-01 today"),
    (front("last-contact: 9998-12-31"), "9999-12-31", "revive 9999-12-31 today"),
    (front("last-contact: 9999-01-01"), "9999-12-31", NOTHING),
    ("", "2026-11-24", NOTHING),  # whom I never reached I cannot lose
]

LEFT_OUT: Table = [
    (front("snooze: 2026-10-05") + TENS, "2026-10-04", NOTHING),
    (front("snooze: 2026-10-05") + TENS, "2026-10-05", "revive 2026-10-05 today"),
    (front("snooze: 2026-11-26", "last-contact: 2020-01-01"), "2026-11-25", NOTHING),
    (front("snooze: 2026-11-26", "last-contact: 2020-01-01"), "2026-11-26", "revive 2026-11-26 today"),
    (front("cadence: never") + TENS, "2026-10-05", NOTHING),
    (front("cadence: never", "last-contact: 2020-01-01"), "2026-11-24", NOTHING),
    (front("status: dormant") + TENS, "2026-10-05", NOTHING),
    (front("status: archived", "last-contact: 2020-01-01"), "2026-11-24", NOTHING),
    (front("follow-up: 2026-12-31") + TENS, "2026-10-05", "explicit 2026-12-31 later"),
    (front("follow-up: 2026-12") + TENS, "2026-10-05", "revive 2026-10-05 today"),  # a month is no date
    (
        front("cadence: 1y") + TENS,
        "2026-10-05",
        "cadence 2027-09-10 later",
    ),  # due by its rhythm, or not at all
    (front("type: me", "last-contact: 2020-01-01"), "2026-11-24", NOTHING),
]

BEA = "contacts/Bea Dini.md"
CARLO = "contacts/Carlo Gatti.md"
OLD = front("last-contact: 2020-01-01")


@pytest.mark.parametrize(("note", "day", "rows"), DRIFTING)
def test_who_drifts_is_silent_for_over_twice_the_usual_gap_and_under_twelve_times(
    note: str, day: str, rows: str
) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), COLD)
def test_a_year_of_silence_is_cold(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


@pytest.mark.parametrize(("note", "day", "rows"), LEFT_OUT)
def test_who_has_a_rhythm_a_date_or_a_rest_is_not_offered(note: str, day: str, rows: str) -> None:
    assert shown(note, day) == rows


def test_one_a_day_is_offered_and_each_in_turn() -> None:
    notes = {ADA: OLD, BEA: OLD, CARLO: OLD}
    week = [shown(notes, date(2026, 11, day).isoformat()) for day in range(23, 29)]
    assert all(rows.count("revive") == 1 for rows in week)
    names = [rows.partition(": ")[0] if ": " in rows else "Ada Neri" for rows in week]
    assert sorted(names[:3]) == ["Ada Neri", "Bea Dini", "Carlo Gatti"]
    assert names[3:] == names[:3]


def test_who_drifts_comes_before_who_is_cold() -> None:
    notes = {ADA: TENS, BEA: OLD, CARLO: OLD}
    for day in ("2026-10-01", "2026-10-02", "2026-10-03"):
        assert shown(notes, day) == f"revive {day} today"
    before = shown(notes, "2026-09-30")
    assert before.endswith(": revive 2026-09-30 today")
    assert before.startswith(("Bea Dini", "Carlo Gatti"))
