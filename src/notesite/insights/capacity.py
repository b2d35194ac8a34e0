"""Honest capacity: what the rhythms ask for beside what is done."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from notesite.model.dates import days_after
from notesite.model.summary import Standing

WEEKS = 12
SPAN = 7 * WEEKS
TOO_MUCH = 1.25


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many contacts a week the rhythms ask for, and on which days how many of these people were reached.

    `demanded` is the sum of 7 / cadence over the active contacts that have one. `days` count a contact
    once a day; with future days, so that a later day can be asked for too.
    """

    demanded: float = 0
    days: Mapping[date, int] = field(default_factory=dict)
    weeks: int = WEEKS
    too_much: float = TOO_MUCH

    def is_more_than(self, done: int) -> bool:
        """Whether the rhythms ask for clearly more than so many contacts in twelve weeks."""
        return self.demanded * self.weeks > self.too_much * done

    def reached(self, day: date) -> int:
        """How many were reached in the twelve weeks up to a day, that day included."""
        first = first_day(day)
        return sum(count for each, count in self.days.items() if first < each <= day)


def first_day(day: date) -> date:
    """The day before the twelve weeks that count on a day."""
    return days_after(day, -SPAN) or date.min


def capacity(standings: Iterable[Standing], first: date, last: date) -> Capacity:
    """The capacity that some contacts ask for, and what was done, for any day from the first to the last."""
    since = first_day(first)
    demanded = 0.0
    days: Counter[date] = Counter()
    for each in standings:
        if each.rhythm and each.status == "active" and not each.is_me:
            demanded += 7 / each.rhythm
            days.update(day for day in each.days if since < day <= last)
    return Capacity(demanded, dict(sorted(days.items())))
