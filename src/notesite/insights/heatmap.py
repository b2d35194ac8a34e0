"""A calendar of interactions: how many on each day of the last 53 weeks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from notesite.insights.sums import WEEK

WEEKS = 53
STEPS = (50, 75, 95)
"""Above which share of the days with any interaction a day is darker."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its Monday on: the count of each day, None for a day that is still to come."""

    first: date
    counts: tuple[int | None, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(filter(None, self.counts))


@dataclass(frozen=True, slots=True)
class Heatmap:
    """The weeks, the oldest first; `lows` are the counts from which on a day is one shade darker."""

    weeks: tuple[Week, ...] = ()
    lows: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        """All interactions."""
        return sum(each.total for each in self.weeks)

    @property
    def days(self) -> int:
        """How many days had any."""
        return sum(bool(count) for each in self.weeks for count in each.counts)

    def shade(self, count: int) -> int:
        """How dark a day with so many is; 0 for one without any."""
        return sum(count >= low for low in self.lows)


def heatmap(days: Mapping[int, int], day: date) -> Heatmap:
    """The weeks up to the one of a day, given how many interactions each day had."""
    today, this_week = day.toordinal(), day.toordinal() - day.weekday()
    mondays = range(this_week - WEEK * (WEEKS - 1), this_week + 1, WEEK)
    weeks = tuple(
        Week(
            date.fromordinal(monday),
            tuple(days.get(each, 0) if each <= today else None for each in range(monday, monday + WEEK)),
        )
        for monday in mondays
        if monday >= date.min.toordinal()
    )
    return Heatmap(weeks, _lows(sorted(count for each in weeks for count in each.counts if count)))


def _lows(counts: Sequence[int]) -> tuple[int, ...]:
    """One, and what is more than half, three quarters and nearly all of the days have."""
    if not counts:
        return ()
    steps = (counts[(len(counts) - 1) * each // 100] + 1 for each in STEPS)
    return tuple(sorted({1, *(each for each in steps if each <= counts[-1])}))
