"""Dates and cadences as people write them, at the edges of the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.model.dates import (
    MOST_UNITS,
    NEVER,
    Cadence,
    PartialDate,
    Yearly,
    add_months,
    parse_cadence,
    parse_date,
    parse_yearly,
)

UNITS = st.sampled_from(["days", "weeks", "months", "years"])
CADENCES = st.builds(Cadence, st.integers(1, MOST_UNITS), UNITS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-24", PartialDate(2026, 11, 24)),
        (" 2026-11-24 ", PartialDate(2026, 11, 24)),
        ("2026-11", PartialDate(2026, 11)),
        ("2026", PartialDate(2026)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("0001-01-01", PartialDate(1, 1, 1)),
        ("9999-12-31", PartialDate(9999, 12, 31)),
        ("2026-11-24T09:30", PartialDate(2026, 11, 24)),
        ("2026-11-24 09:30:15", PartialDate(2026, 11, 24)),
        ("2026-11-24T09:30:15.5Z", PartialDate(2026, 11, 24)),
        ("2026-11-24T23:30:00+02:00", PartialDate(2026, 11, 24)),
        ("2026-11-24T23:30-0500", PartialDate(2026, 11, 24)),
    ],
)
def test_a_date_is_read_with_the_precision_it_is_written_in(text: str, expected: PartialDate) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "next Tuesday", "24/11/2026", "11/24/2026", "2026/11/24", "26-11-24", "2026-1-2"),
        *("2026-02-29", "2026-02-30", "2026-13", "2026-00", "2026-00-10", "2026-11-00", "2026-11-31"),
        *("0000", "0000-01-01", "10000-01-01", "2026-11-24T", "2026-11-24 and on", "2026-11-24T9", "٢٠٢٦x"),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24/11/2026", PartialDate(2026, 11, 24)),
        ("1/2/2026", PartialDate(2026, 2, 1)),
        ("29/02/2024", PartialDate(2024, 2, 29)),
        ("31/04/2026", None),
        ("11/24/2026", None),
        ("00/01/2026", None),
        ("1/2/26", None),
        ("2026-11-24", PartialDate(2026, 11, 24)),
    ],
)
def test_an_italian_notebook_also_reads_the_day_first(text: str, expected: PartialDate | None) -> None:
    assert parse_date(text, day_first=True) == expected


@pytest.mark.parametrize("text", ["2026-11-24", "2026-11", "2026", "0001-02", "0987"])
def test_a_date_prints_as_it_was_written(text: str) -> None:
    assert str(parse_date(text)) == text


def test_a_partial_date_begins_on_its_first_day_and_has_no_day() -> None:
    month, year = PartialDate(2026, 11), PartialDate(2026)
    assert (month.first_day, year.first_day) == (date(2026, 11, 1), date(2026, 1, 1))
    assert month.exact is None
    assert year.exact is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1983-07-20", Yearly(7, 20, 1983)),
        ("07-20", Yearly(7, 20)),
        ("--07-20", Yearly(7, 20)),
        ("02-29", Yearly(2, 29)),
        ("1984-02-29", Yearly(2, 29, 1984)),
        ("1983-02-29", None),
        ("13-01", None),
        ("04-31", None),
        ("1983", None),
        ("1983-07", None),
        ("20 July", None),
        ("20/07/1983", None),
        ("1983-07-20T00:00:00Z", Yearly(7, 20, 1983)),
    ],
)
def test_a_birthday_is_read_with_or_without_its_year(text: str, expected: Yearly | None) -> None:
    assert parse_yearly(text) == expected


def test_an_italian_birthday_is_read_day_first() -> None:
    assert parse_yearly("20/07/1983", day_first=True) == Yearly(7, 20, 1983)


@pytest.mark.parametrize(("text", "shown"), [("07-20", "--07-20"), ("0983-07-20", "0983-07-20")])
def test_a_birthday_prints_as_the_standard_writes_it(text: str, shown: str) -> None:
    assert str(parse_yearly(text)) == shown


@pytest.mark.parametrize(("year", "day"), [(2024, 29), (2026, 28), (2000, 29), (2100, 28)])
def test_a_birthday_on_29_february_falls_on_the_28th_in_common_years(year: int, day: int) -> None:
    assert Yearly(2, 29).in_year(year) == date(year, 2, day)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(1, 1, 1), 0, date(1, 1, 1)),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
    ],
)
def test_months_are_calendar_months_clamped_to_their_last_day(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(("day", "months"), [(date(9999, 12, 1), 1), (date(1, 1, 31), -1)])
def test_months_outside_the_calendar_are_refused(day: date, months: int) -> None:
    with pytest.raises(ValueError, match="no year"):
        add_months(day, months)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14", Cadence(14, "days")),
        ("14d", Cadence(14, "days")),
        ("14 days", Cadence(14, "days")),
        ("6w", Cadence(6, "weeks")),
        ("6 Weeks", Cadence(6, "weeks")),
        ("2m", Cadence(2, "months")),
        ("1y", Cadence(1, "years")),
        ("every 2 months", Cadence(2, "months")),
        ("every week", Cadence(1, "weeks")),
        ("ogni mese", Cadence(1, "months")),
        ("ogni 2 settimane", Cadence(2, "weeks")),
        ("every-2-months", Cadence(2, "months")),
        ("twice  a year", Cadence(6, "months")),
        ("biweekly", Cadence(2, "weeks")),
        ("B", Cadence(2, "months")),
        ("never", NEVER),
        ("Mai", NEVER),
        ("9999y", Cadence(9999, "years")),
        ("10000", None),
        ("0", None),
        ("0 weeks", None),
        ("1.5 months", None),
        ("month", None),
        ("soon", None),
        ("", None),
        ("99999999999999999999", None),
    ],
)
def test_a_cadence_is_read_in_the_words_that_people_use(text: str, expected: Cadence | None) -> None:
    assert parse_cadence(text) == expected


@given(st.text(max_size=40))
def test_any_text_is_a_date_a_birthday_a_cadence_or_none(text: str) -> None:
    parse_date(text, day_first=True)
    parse_yearly(text, day_first=True)
    parse_cadence(text)


@given(CADENCES)
def test_a_cadence_reads_back_from_how_it_prints(cadence: Cadence) -> None:
    assert parse_cadence(str(cadence)) == cadence


@given(CADENCES, st.dates())
def test_a_cadence_ends_later_than_it_began_or_leaves_the_calendar(cadence: Cadence, day: date) -> None:
    after = cadence.after(day)
    assert after is None or after > day


@given(CADENCES, st.dates(), st.dates())
def test_a_later_contact_is_never_due_earlier(cadence: Cadence, one: date, other: date) -> None:
    first, second = (cadence.after(day) for day in sorted((one, other)))
    assert first is None or second is None or first <= second
    assert first is not None or second is None


@given(st.integers(1, 600), UNITS.filter(lambda unit: unit in ("months", "years")), st.dates())
def test_a_month_clamps_but_never_skips_into_the_next(count: int, unit: str, day: date) -> None:
    after = Cadence(count, "months" if unit == "months" else "years").after(day)
    if after is not None:
        months = count * (1 if unit == "months" else 12)
        assert (after.year * 12 + after.month) - (day.year * 12 + day.month) == months
        assert after.day <= day.day


@given(st.integers(1, 12), st.integers(1, 31), st.integers(1, 9999))
def test_a_yearly_day_falls_in_each_year_in_its_month(month: int, day: int, year: int) -> None:
    assert Yearly(month, day).in_year(year).month == month


def test_never_has_no_end_and_is_longer_than_all() -> None:
    assert NEVER.after(date(2026, 11, 24)) is None
    assert NEVER.days > Cadence(MOST_UNITS, "years").days
    assert str(NEVER) == "never"


def test_a_cadence_beyond_the_year_9999_has_no_end() -> None:
    assert Cadence(9999, "years").after(date(2026, 11, 24)) is None
    assert Cadence(1, "days").after(date(9999, 12, 31)) is None
    assert Cadence(1, "months").after(date(9999, 12, 1)) is None
