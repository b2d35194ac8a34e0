"""The periods of the timeline: years, or months of those in which much happened, each on a few pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from notesite.model.dates import PartialDate
from notesite.views.portions import Place

MOST_LINES = 200
"""About how many lines a page has; a single day is never parted."""
LATEST = 60

Beside = tuple["Period | None", "Period | None"]
"""The periods after and before one."""


@dataclass(frozen=True, slots=True)
class Period:
    """A year (2026), or a month (2026-11) of a year with more lines than a page holds."""

    year: int
    month: int = 0

    @property
    def name(self) -> str:
        """What its page is called."""
        return f"{self.year}-{self.month:02}" if self.month else str(self.year)

    @property
    def on(self) -> PartialDate:
        """The year or month as a date."""
        return PartialDate(self.year, self.month or None)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a page of a period shows: its days from the first to the last of these."""

    period: Period
    place: Place
    first: int
    last: int


def stretches_of(counts: Mapping[int, int]) -> tuple[Stretch, ...]:
    """The pages of all periods, the latest period first, and of each the latest days first."""
    found = [page for period, days in _periods(counts) for page in _pages(period, days, counts)]
    return tuple(reversed(found))


def periods_of(counts: Mapping[int, int]) -> tuple[Period, ...]:
    """Every period, the latest first."""
    return tuple(reversed([period for period, _ in _periods(counts)]))


def _periods(counts: Mapping[int, int]) -> Iterator[tuple[Period, list[int]]]:
    on = {day: date.fromordinal(day) for day in sorted(counts)}
    for year, in_year in groupby(on, key=lambda day: on[day].year):
        days = list(in_year)
        if sum(counts[day] for day in days) <= MOST_LINES:
            yield Period(year), days
        else:
            months = groupby(days, key=lambda day: on[day].month)
            yield from ((Period(year, month), list(found)) for month, found in months)


def _pages(period: Period, days: list[int], counts: Mapping[int, int]) -> Iterator[Stretch]:
    """The pages of a period from its first day on, so that a new line leaves the full ones as they are."""
    parts, room = [[days[0]]], MOST_LINES - counts[days[0]]
    for day in days[1:]:
        if counts[day] > room:
            parts.append([])
            room = MOST_LINES
        parts[-1].append(day)
        room -= counts[day]
    for number, part in enumerate(parts):
        yield Stretch(period, Place(len(parts) - number, len(parts)), part[0], part[-1])


def beside_one_another(
    pages: Sequence[Stretch],
) -> tuple[tuple[Stretch, Beside], ...]:
    """Each of these pages with the periods after and before its own."""
    periods = list(dict.fromkeys(each.period for each in pages))
    earlier = dict(pairwise(periods))
    later = {one: other for other, one in earlier.items()}
    return tuple((each, (later.get(each.period), earlier.get(each.period))) for each in pages)


def latest(counts: Mapping[int, int], today: date) -> tuple[int, int]:
    """The first and last of the latest days up to today, which have about so many lines together."""
    left, first = LATEST, today.toordinal()
    for day in sorted((each for each in counts if each <= today.toordinal()), reverse=True):
        if left <= 0:
            break
        first, left = day, left - counts[day]
    return first, today.toordinal()
