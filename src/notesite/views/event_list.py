"""All events: what is ahead, what might be, and by year what each past one brought."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from heapq import nsmallest

from notesite.insights.cost import Amount, sums
from notesite.model.summary import Occasion
from notesite.views.event_days import end_of, is_past
from notesite.views.index import Index
from notesite.views.parts import EventRow, Stretch
from notesite.views.portions import MOST_ROWS, Place, places, portion_at
from notesite.views.stretches import stretches

WORTH = 5
AHEAD = ("", "going", "attended")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a page of the list of events shows, by path. `past` are those with a day, the latest first, also
    such as are past on a later day of the site; `every` are all of these, of this page or not.
    """

    place: Place
    ahead: tuple[str, ...] = ()
    ideas: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    every: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """What some events brought together."""

    events: int = 0
    met: int = 0
    in_time: int = 0
    introductions: int = 0
    promises: int = 0
    costs: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class EventYear:
    """The past events of a year, the latest first, and those ahead from the day after they end."""

    year: int
    rows: tuple[Stretch[EventRow], ...]
    totals: tuple[Stretch[Totals], ...]


@dataclass(frozen=True, slots=True)
class EventsView:
    """A page of the list of events. `worth` are the past events that brought most, as the days go on."""

    day: date
    place: Place
    ahead: tuple[Stretch[EventRow], ...] = ()
    ideas: tuple[Stretch[EventRow], ...] = ()
    undated: tuple[EventRow, ...] = ()
    worth: tuple[Stretch[tuple[EventRow, ...]], ...] = ()
    past: tuple[EventYear, ...] = ()


Dated = tuple[str, Occasion]


def event_lists(index: Index) -> tuple[Listed, ...]:
    """What each page of the list shows: the first what is ahead, each a hundred of those that are past."""
    found = [(path, each.occasion, each.name) for path, each in index.summaries.items() if each.occasion]
    found.sort(key=lambda each: (each[1].start or date.max, each[2], each[0]))
    open_ = [(path, each) for path, each, _ in found if not is_past(each, index.today)]
    dated = [(path, each) for path, each, _ in reversed(found) if _is_listed(each, index.last_day)]
    soon = tuple(path for path, each in dated if not is_past(each, index.today))
    gone = [path for path, each in dated if is_past(each, index.today)]
    every = tuple(path for path, _ in dated)
    pages = [Listed(place, past=tuple(portion_at(gone, place)), every=every) for place in places([len(gone)])]
    pages[0] = replace(
        pages[0],
        ahead=_paths(open_, lambda each: each.status in AHEAD and each.start is not None),
        ideas=_paths(open_, lambda each: each.status not in AHEAD),
        undated=_paths(open_, lambda each: each.status in AHEAD and each.start is None),
        past=(*soon[-MOST_ROWS:], *pages[0].past),
    )
    return tuple(pages)


def _is_listed(occasion: Occasion, last: date) -> bool:
    """Whether an event is past on some day of the site."""
    ends = end_of(occasion)
    return occasion.start is not None and ends is not None and ends <= last


def _paths(found: Iterable[Dated], test: Callable[[Occasion], bool]) -> tuple[str, ...]:
    return tuple(path for path, each in found if test(each))[:MOST_ROWS]


def events_view(index: Index, listed: Listed) -> EventsView:
    """A page of the list of events."""
    every = [(path, each) for path in listed.every if (each := index.summaries[path].occasion)]
    days = (_row(index, path).start for path in listed.past)
    years = dict.fromkeys(day.year for day in days if day)
    is_first = listed.place.is_first
    return EventsView(
        day=index.today,
        place=listed.place,
        ahead=tuple(_until(index, path) for path in listed.ahead),
        ideas=tuple(_until(index, path) for path in listed.ideas),
        undated=tuple(_row(index, path) for path in listed.undated),
        worth=_worth(index, every) if is_first else (),
        past=tuple(_year(index, year, listed.past, every) for year in years),
    )


def _row(index: Index, path: str) -> EventRow:
    """The row of an event. Raises KeyError for a note that is none."""
    row = index.rows[path].event
    if row is None:
        raise KeyError(path)
    return row


def _until(index: Index, path: str) -> Stretch[EventRow]:
    row = _row(index, path)
    return Stretch(row, until=end_of(row))


def _year(index: Index, year: int, paths: Sequence[str], every: Sequence[Dated]) -> EventYear:
    rows = [row for path in paths if (row := _row(index, path)).start and row.start.year == year]
    mine = [each for _, each in every if each.start and each.start.year == year]
    return EventYear(
        year=year,
        rows=tuple(
            Stretch(row, since=ends, is_now=ends <= index.today) for row in rows if (ends := end_of(row))
        ),
        totals=stretches(index, _turns(mine), partial(totals, mine)),
    )


def totals(occasions: Iterable[Occasion], day: date) -> Totals:
    """What those of some events that are past on a day had brought by then."""
    past = [each for each in occasions if is_past(each, day)]
    brought = [each.brought for each in past]
    return Totals(
        events=sum(each.status != "skipped" for each in past),
        met=sum(each.met for each in brought),
        in_time=sum(each.in_time_on(day) for each in brought),
        introductions=sum(each.introductions for each in brought),
        promises=sum(each.promises for each in brought),
        costs=sums(each.brought.cost for each in past if each.status not in ("skipped", "idea")),
    )


def _turns(occasions: Iterable[Occasion]) -> set[date | None]:
    """The days on which something of what events brought is another."""
    found = {end_of(each) for each in occasions}
    return found | {since for each in occasions for since, _ in each.brought.in_time}


def _worth(index: Index, every: Sequence[Dated]) -> tuple[Stretch[tuple[EventRow, ...]], ...]:
    """The past events that brought most, on all of the site's days."""
    turns = _turns([each for _, each in every])
    found = stretches(index, turns, partial(best, every))
    return tuple(
        Stretch(tuple(_row(index, path) for path in each.value), each.since, each.until, each.is_now)
        for each in found
        if each.value
    )


def best(every: Iterable[Dated], day: date) -> tuple[str, ...]:
    """The past events that brought most people who heard from you in time, then most introductions, most
    people, most promises; of equals the later, then by path. An event at which nobody was met is none.
    """

    def order(pair: Dated) -> tuple[object, ...]:
        path, each = pair
        one = each.brought
        figures = (one.in_time_on(day), one.introductions, one.met, one.promises)
        return (*(-figure for figure in figures), -(each.start or day).toordinal(), path)

    met = (pair for pair in every if pair[1].brought.met and is_past(pair[1], day))
    return tuple(path for path, _ in nsmallest(WORTH, met, key=order))
