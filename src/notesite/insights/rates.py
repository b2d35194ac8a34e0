"""A part of a whole, as a share where the whole is enough for one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from notesite.model.quarters import Quarter, quarters_up_to

LEAST = 5
"""Of fewer than these there is no percentage: it would say more than is known."""
QUARTERS = 8


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    @property
    def percent(self) -> int | None:
        """The share in whole percents, a half rounded up; None of fewer than five."""
        return (200 * self.part + self.whole) // (2 * self.whole) if self.whole >= LEAST else None


NOBODY = Rate()


@dataclass(frozen=True, slots=True)
class Bar:
    """A quarter with a count for each of some series."""

    quarter: Quarter
    parts: tuple[int, ...]

    @property
    def whole(self) -> int:
        """All of them."""
        return sum(self.parts)


def by_quarter(day: date, *series: Mapping[int, int]) -> tuple[Bar, ...]:
    """The last eight quarters up to a day, with what each of some series counts in them by then."""
    quarters = quarters_up_to(day, QUARTERS)
    starts = [each.first_day.toordinal() for each in quarters]
    ends = [*starts[1:], day.toordinal() + 1]
    return tuple(
        Bar(quarter, tuple(between(each, start, end) for each in series))
        for quarter, start, end in zip(quarters, starts, ends, strict=True)
    )


def between(counts: Mapping[int, int], start: int, end: int) -> int:
    """How many are counted from one day up to but not including another."""
    if end - start < len(counts):
        return sum(counts.get(each, 0) for each in range(start, end))
    return sum(count for each, count in counts.items() if start <= each < end)
