"""The timeline: what happened when, by year or, where much did, by month."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, groupby, pairwise

from notesite.model.dates import PartialDate
from notesite.model.network import Ref
from notesite.model.summary import Line
from notesite.views.index import Index
from notesite.views.portions import Place
from notesite.views.texts import note_ref

DATED = "dated"
"""What a page says to have read that asked for the lines of a day."""
MOST_LINES = 200
"""About how many lines a page has; a single day is never parted."""
LATEST = 60
SHOWN_PEOPLE = 12

Paths = Mapping[int, tuple[str, ...]]
"""The notes with a line on a day, by the day as `date.toordinal` counts it."""


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


@dataclass(frozen=True, slots=True)
class Told:
    """A line as the page shows it: `people` and `place` as links, `more` people who are only counted."""

    line: Line
    people: tuple[Ref, ...]
    more: int = 0
    place: Ref | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its lines; `is_ahead` tells that it is after that of the build."""

    day: date
    lines: tuple[Told, ...]
    is_ahead: bool


@dataclass(frozen=True, slots=True)
class Month:
    """The days of a month that have lines, the latest first."""

    period: Period
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A page of a period, beside the periods before and after it."""

    period: Period
    place: Place
    months: tuple[Month, ...]
    earlier: Period | None
    later: Period | None


@dataclass(frozen=True, slots=True)
class ChronicleView:
    """The first page: the latest days, and all periods, the latest first."""

    months: tuple[Month, ...]
    periods: tuple[Period, ...]


def line_counts(index: Index) -> Counter[int]:
    """How many lines each day has."""
    return Counter(chain.from_iterable(each.dated for each in index.summaries.values()))


def paths_by_day(index: Index) -> Paths:
    """The notes with a line on each day, by path."""
    found: dict[int, list[str]] = {}
    for path, each in sorted(index.summaries.items()):
        for day in dict.fromkeys(each.dated):
            found.setdefault(day, []).append(path)
    return {day: tuple(paths) for day, paths in found.items()}


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
) -> tuple[tuple[Stretch, tuple[Period | None, Period | None]], ...]:
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


def chronicle_view(
    index: Index, paths: Paths, days: tuple[int, int], periods: tuple[Period, ...]
) -> ChronicleView:
    """The first page of the timeline."""
    return ChronicleView(tuple(_months(index, paths, *days)), periods)


def period_view(
    index: Index, paths: Paths, stretch: Stretch, beside: tuple[Period | None, Period | None]
) -> PeriodView:
    """A page of a period, given the periods after and before it."""
    later, earlier = beside
    months = tuple(_months(index, paths, stretch.first, stretch.last))
    return PeriodView(stretch.period, stretch.place, months, earlier, later)


def _months(index: Index, paths: Paths, first: int, last: int) -> Iterator[Month]:
    found = _days(index, paths, first, last)
    for (year, month), days in groupby(found, key=lambda each: (each.day.year, each.day.month)):
        yield Month(Period(year, month), tuple(days))


def _days(index: Index, paths: Paths, first: int, last: int) -> Iterator[Day]:
    """The days from the first to the last that have lines, the latest first."""
    for day in range(last, first - 1, -1):
        index.reads.add(DATED, str(day))
        if found := paths.get(day):
            on = date.fromordinal(day)
            yield Day(on, tuple(_told(index, day, found)), on > index.today)


def _told(index: Index, day: int, paths: Iterable[str]) -> Iterator[Told]:
    """The lines of a day: what several notes tell of one thing is one line."""
    found: dict[tuple[object, ...], Told] = {}
    for path in paths:
        own = note_ref(index, path)
        for line in index.lines(path, day):
            key = _key(path, line)
            people = tuple(Ref(*each) for each in line.people) or (own,)
            if key not in found:
                found[key] = Told(line, people, place=Ref(*line.place) if line.place else None)
            elif found[key].people[-1] != people[-1]:
                found[key] = _joined(found[key], people)
    sources = {told.line.source for told in found.values() if told.line.number}
    for told in found.values():
        if told.line.number or told.line.verb != "note" or told.line.source not in sources:
            yield told


def _key(path: str, line: Line) -> tuple[object, ...]:
    """What makes lines of several notes one: where they are written, or the event where people were met."""
    if line.verb == "met" and line.place and not line.text:
        return (line.verb, line.place)
    return (line.source, line.number, line.verb if line.number else path)


def _joined(told: Told, people: tuple[Ref, ...]) -> Told:
    if len(told.people) >= SHOWN_PEOPLE:
        return replace(told, more=told.more + len(people))
    return replace(told, people=(*told.people, *people))
