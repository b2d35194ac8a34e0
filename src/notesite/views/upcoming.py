"""What comes up beside the follow-ups: promises, events and birthdays, each on the days that show it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from notesite.model.dates import days_after, is_within
from notesite.model.due import WEEK
from notesite.model.summary import Summary
from notesite.views.index import Index
from notesite.views.parts import EventRow, Person, PromiseRow
from notesite.views.people import person_at

EVENT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Birthday:
    """A birthday in the coming days; `turns` where the year of birth is known."""

    person: Person
    on: date
    days: int
    turns: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Something that comes up: where it stands, its day, and the days on which Today lists it.

    `number` is its place among those of its kind in one note. It is listed from `since` up to but not
    including `until`; None is open. A promise is hidden before the day `hidden`, and may have no day.
    """

    path: str
    number: int
    on: date | None
    since: date | None
    until: date | None = None
    hidden: date | None = None
    name: str = ""
    line: int = 0

    def lasts_on(self, day: date) -> bool:
        """Whether Today lists it on a day."""
        return self.on is not None and is_within(day, self.since, self.until)

    @property
    def order(self) -> tuple[object, ...]:
        """By day, those without one last, then by name and by where they are written."""
        return (self.on is None, self.on or date.max, self.name, self.path, self.line)


@dataclass(frozen=True, slots=True)
class Upcoming:
    """All open promises, and the events and birthdays of all of the site's days, each in its order."""

    mine: tuple[Item, ...] = ()
    theirs: tuple[Item, ...] = ()
    events: tuple[Item, ...] = ()
    birthdays: tuple[Item, ...] = ()


def upcoming(index: Index) -> Upcoming:
    """What comes up beside the follow-ups."""
    summaries = index.summaries.values()
    promises = [pair for each in summaries for pair in promises_of(each)]
    return Upcoming(
        mine=_in_order(item for is_mine, item in promises if is_mine),
        theirs=_in_order(item for is_mine, item in promises if not is_mine),
        events=_in_order(item for each in summaries for item in events_of(index, each)),
        birthdays=_in_order(item for each in summaries for item in birthdays_of(index, each)),
    )


def promise_of(index: Index, item: Item) -> PromiseRow:
    """A promise as a row."""
    return index.rows[item.path].promises[item.number]


def event_of(index: Index, item: Item) -> EventRow:
    """An event as a row. Raises KeyError for a note that is none."""
    row = index.rows[item.path].event
    if row is None:
        raise KeyError(item.path)
    return row


def birthday_of(index: Index, item: Item) -> Birthday:
    """A birthday as a row."""
    born, on = index.standing(item.path).birthday, item.on or index.today
    turns = on.year - born.year if born and born.year and on.year > born.year else None
    row = index.rows[item.path].contact
    person = row.person if row else person_at(index, item.path)
    return Birthday(person, on, (on - index.today).days, turns)


def birthdays_of(index: Index, summary: Summary) -> Iterator[Item]:
    """A contact's birthdays from so many days before them as the settings announce them."""
    found = summary.standing
    if found is None or found.is_me or not found.is_here or found.birthday is None:
        return
    number = 0
    for year in range(index.today.year, min(index.last_day.year + 1, date.max.year) + 1):
        on = found.birthday.in_year(year)
        since = _before(on, index.settings.announce_days)
        item = Item(summary.path, number, on, since, days_after(on, 1), name=summary.name)
        if _is_near(index, item):
            yield item
            number += 1


def promises_of(summary: Summary) -> Iterator[tuple[bool, Item]]:
    """The open promises, those with a date from a week before it, but not while they are hidden."""
    for number, each in enumerate(summary.promises):
        if each.fate == "open":
            since = max(filter(None, (_before(each.due, WEEK), each.hidden_until)), default=None)
            item = Item(summary.path, number, each.due, since, hidden=each.hidden_until, line=each.line)
            yield each.is_mine, item


def events_of(index: Index, summary: Summary) -> Iterator[Item]:
    """An event from thirty days before it, until it has ended."""
    found = summary.occasion
    if found and found.start is not None and found.status != "skipped":
        since, until = _before(found.start, EVENT_DAYS), days_after(found.end or found.start, 1)
        item = Item(summary.path, 0, found.start, since, until, name=summary.name)
        if _is_near(index, item):
            yield item


def _in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda each: each.order))


def _before(day: date | None, days: int) -> date | None:
    return days_after(day, -days) if day else None


def _is_near(index: Index, item: Item) -> bool:
    """Whether one of the site's days shows it."""
    return (item.since is None or item.since <= index.last_day) and (
        item.until is None or item.until > index.today
    )
