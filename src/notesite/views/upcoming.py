"""What comes up beside the follow-ups: promises, events and birthdays, each on the days that show it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from notesite.model.dates import days_after, is_within
from notesite.model.due import WEEK
from notesite.model.network import Contact, Promise
from notesite.views.events import EventRow, end_of, event_row
from notesite.views.index import Index
from notesite.views.parts import Person, PromiseRow
from notesite.views.people import person_at
from notesite.views.rows import promise_row

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
    promises = [(each.is_mine, item) for each, item in _promises(index)]
    return Upcoming(
        mine=_in_order(item for is_mine, item in promises if is_mine),
        theirs=_in_order(item for is_mine, item in promises if not is_mine),
        events=_in_order(_events(index)),
        birthdays=_in_order(each for contact in people(index) for each in birthdays_of(index, contact)),
    )


def people(index: Index) -> list[Contact]:
    """The contacts but the user's own card."""
    return [each for each in index.network.contacts.values() if not each.note.is_me]


def open_promises_in(index: Index, path: str) -> list[Promise]:
    """The open promises of a note, in the order in which they are written."""
    found = (each for each in index.network.promises_in.get(path, ()) if each.task.is_open)
    return sorted(found, key=lambda each: each.task.origin)


def promise_of(index: Index, item: Item) -> PromiseRow:
    """A promise as a row."""
    return promise_row(index, open_promises_in(index, item.path)[item.number])


def event_of(index: Index, item: Item) -> EventRow:
    """An event as a row."""
    return event_row(index, index.network.events[item.path])


def birthday_of(index: Index, item: Item) -> Birthday:
    """A birthday as a row."""
    born, on = index.network.contacts[item.path].card.birthday, item.on or index.today
    turns = on.year - born.year if born and born.year and on.year > born.year else None
    return Birthday(person_at(index, item.path), on, (on - index.today).days, turns)


def birthdays_of(index: Index, contact: Contact) -> Iterator[Item]:
    """A contact's birthdays from so many days before them as the settings announce them."""
    born = contact.card.birthday
    if born is None or contact.card.status in ("archived", "deceased"):
        return
    number = 0
    for year in range(index.today.year, min(index.last_day.year + 1, date.max.year) + 1):
        on = born.in_year(year)
        since = _before(on, index.settings.announce_days)
        item = Item(contact.path, number, on, since, days_after(on, 1), name=contact.name)
        if _is_near(index, item):
            yield item
            number += 1


def _promises(index: Index) -> Iterator[tuple[Promise, Item]]:
    """The open promises, those with a date from a week before it, but not while they are hidden."""
    for path in dict.fromkeys(each.task.origin.path for each in index.promises):
        for number, each in enumerate(open_promises_in(index, path)):
            due, hidden = each.task.due, each.task.hidden_until
            since = max(filter(None, (_before(due, WEEK), hidden)), default=None)
            yield each, Item(path, number, due, since, hidden=hidden, line=each.task.origin.line)


def _events(index: Index) -> Iterator[Item]:
    """The events from thirty days before them, until they have ended."""
    for path, event in index.network.events.items():
        if event.start is not None and event.card.status != "skipped":
            since, until = _before(event.start, EVENT_DAYS), end_of(event)
            item = Item(path, 0, event.start, since, until, name=event.name)
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
