"""Quarters of a year."""

from dataclasses import dataclass
from datetime import date

MONTHS = 3


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter: January to March of a year is its first."""

    year: int
    number: int

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return date(self.year, MONTHS * (self.number - 1) + 1, 1)


def quarter_of(day: date) -> Quarter:
    """The quarter in which a day is."""
    return Quarter(day.year, (day.month - 1) // MONTHS + 1)


def quarters_up_to(day: date, count: int) -> tuple[Quarter, ...]:
    """So many quarters, the last of them the one of a day; fewer at the beginning of the calendar."""
    last = quarter_of(day)
    first = last.year * 4 + last.number - count
    numbers = range(max(first, date.min.year * 4), last.year * 4 + last.number)
    return tuple(Quarter(number // 4, number % 4 + 1) for number in numbers)
