"""The timeline: what happened when, by year or, where much did, by month."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby

from notesite.model.network import Ref
from notesite.model.summary import Line
from notesite.views.dated import days_in
from notesite.views.index import Index
from notesite.views.periods import (
    Beside,
    Period,
    Stretch,
    beside_one_another,
    latest,
    periods_of,
    stretches_of,
)
from notesite.views.portions import Place
from notesite.views.texts import note_ref

DATED = "dated"
"""What a page says to have read that asked for the lines of a day."""
SHOWN_PEOPLE = 12

Paths = Mapping[int, Sequence[str]]
"""The notes with a line on a day, by the day as `date.toordinal` counts it."""


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


class Chronicle:
    """The timeline of a network: its pages, and what each of them shows."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def _counts(self) -> Counter[int]:
        """How many lines each day has."""
        with self._index.reads.recorded():
            summaries = self._index.summaries.values()
            return Counter(days_in(b"".join([each.dated for each in summaries])))

    @cached_property
    def _paths(self) -> Paths:
        with self._index.reads.recorded():  # a page says by itself for which days it asks
            found: dict[int, list[str]] = {}
            for path, each in self._index.summaries.items():
                for day in set(days_in(each.dated)):
                    found.setdefault(day, []).append(path)
        return found

    @property
    def latest_days(self) -> tuple[int, int]:
        """The first and last day on the first page."""
        return latest(self._counts, self._index.today)

    @property
    def periods(self) -> tuple[Period, ...]:
        """Every period, the latest first."""
        return periods_of(self._counts)

    def each_page(self) -> tuple[tuple[Stretch, Beside], ...]:
        """What each further page shows, with the periods after and before it, the latest first."""
        return beside_one_another(stretches_of(self._counts))

    def first(self, days: tuple[int, int], periods: tuple[Period, ...]) -> ChronicleView:
        """The first page."""
        return ChronicleView(tuple(_months(self._index, self._paths, *days)), periods)

    def page(self, stretch: Stretch, beside: Beside) -> PeriodView:
        """A further page."""
        later, earlier = beside
        months = tuple(_months(self._index, self._paths, stretch.first, stretch.last))
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
