"""What was written on or after the last contact, and not after today, moves the day a rhythm is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notesite.model.due import FollowUp
from tests.rules.shapes import CONTACT, NO_CONTACT, Shape, notebook
from tests.rules.tables import ADA, read_on

LAST = date(2026, 10, 12)
TODAY = date(2026, 11, 24)
RHYTHM = timedelta(days=30)
DAYS = st.dates(date(2021, 1, 1), date(2030, 12, 31))
ALONE = [
    shape for shape in CONTACT if shape[0] == ADA and not shape[1].startswith(("met::", "last-contact::"))
]
"""Shapes of Ada's own note of which several may stand in it."""


def days(count: int) -> timedelta:
    return timedelta(days=count)


def _id(shape: Shape) -> str:
    return f"{shape[0]} {shape[1]}"


def rhythm_on(
    today: date, *written: tuple[Shape, date], last: date | None = LAST
) -> tuple[date, date] | None:
    """The last contact of Ada's rhythm of thirty days and when it is due, on a day; None where it is not."""
    card = {"cadence": "30d", **({"last-contact": last.isoformat()} if last else {})}
    found = read_on(notebook(card, *written), today).follow_ups
    rows = [row for row in found if row.due.contact == ADA and row.due.reason == "cadence"]
    assert len(rows) <= 1
    return _days_of(rows[0]) if rows else None


def _days_of(row: FollowUp) -> tuple[date, date]:
    assert row.last_contact is not None
    return row.last_contact, row.on


def due(last: date) -> tuple[date, date]:
    return last, last + RHYTHM


@pytest.mark.parametrize("shape", CONTACT, ids=_id)
def test_a_contact_on_the_last_day_or_later_moves_the_date_and_no_other_does(shape: Shape) -> None:
    expected = {
        LAST - days(1): LAST,  # backdated
        LAST: LAST,
        LAST + days(1): LAST + days(1),
        TODAY - days(1): TODAY - days(1),
        TODAY: TODAY,
        TODAY + days(1): LAST,  # still ahead
    }
    if shape[1].startswith("last-contact::"):  # the front matter wins
        expected = dict.fromkeys(expected, LAST)
    assert {day: rhythm_on(TODAY, (shape, day)) for day in expected} == {
        day: due(last) for day, last in expected.items()
    }


@pytest.mark.parametrize("shape", CONTACT, ids=_id)
def test_a_first_contact_starts_the_rhythm_on_its_day(shape: Shape) -> None:
    assert rhythm_on(TODAY - days(1), (shape, TODAY), last=None) is None
    assert rhythm_on(TODAY, (shape, TODAY), last=None) == due(TODAY)


@pytest.mark.parametrize("shape", NO_CONTACT, ids=_id)
def test_what_is_no_contact_moves_the_date_on_no_day(shape: Shape) -> None:
    for day in (LAST - days(1), LAST, LAST + days(1), TODAY, TODAY + days(1)):
        assert rhythm_on(TODAY, (shape, day)) == due(LAST)


@pytest.mark.parametrize("shape", NO_CONTACT, ids=_id)
def test_what_is_no_contact_starts_no_rhythm(shape: Shape) -> None:
    assert rhythm_on(TODAY, (shape, TODAY), last=None) is None


@given(written=st.lists(st.tuples(st.sampled_from(ALONE), DAYS), max_size=4), last=DAYS, today=DAYS)
@settings(max_examples=150, derandomize=True, deadline=None)
def test_the_latest_of_all_that_counts_decides_whatever_the_order(
    written: list[tuple[Shape, date]], last: date, today: date
) -> None:
    come = [day for day in (last, *(day for _, day in written)) if day <= today]
    expected = due(max(come)) if come else None
    assert rhythm_on(today, *written, last=last) == expected
    assert rhythm_on(today, *reversed(written), last=last) == expected


@given(shape=st.sampled_from(CONTACT), other=st.sampled_from(NO_CONTACT), first=DAYS, second=DAYS, today=DAYS)
@settings(max_examples=150, derandomize=True, deadline=None)
def test_what_is_no_contact_changes_nothing_beside_what_is(
    shape: Shape, other: Shape, first: date, second: date, today: date
) -> None:
    expected = due(first) if first <= today else None
    assert rhythm_on(today, (shape, first), last=None) == expected
    if other[0] != shape[0] or shape[0] == ADA:
        assert rhythm_on(today, (other, second), (shape, first), last=None) == expected
