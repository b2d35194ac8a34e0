"""What comes up beside the follow-ups: promises, events and birthdays, each on the days that show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notesite.model.dates import days_after
from notesite.model.due import WEEK
from notesite.model.network import Contact
from notesite.views.events import EventRow, end_of, event_row
from notesite.views.index import Index
from notesite.views.parts import Person, PromiseRow, Stretch, T
from notesite.views.people import person
from notesite.views.rows import promise_order, promise_row

EVENT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Birthday:
    """A birthday in the coming days; `turns` where the year of birth is known."""

    person: Person
    on: date
    days: int
    turns: int | None = None


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What Today lists beside the follow-ups on all of the site's days, each in its order."""

    mine: tuple[Stretch[PromiseRow], ...] = ()
    theirs: tuple[Stretch[PromiseRow], ...] = ()
    events: tuple[Stretch[EventRow], ...] = ()
    birthdays: tuple[Stretch[Birthday], ...] = ()


def upcoming(index: Index) -> Upcoming:
    """The promises of the coming week, the events of the coming month and the birthdays, day by day."""
    promises = _near(index, _promises(index))
    events = _near(index, _events(index))
    return Upcoming(
        mine=tuple(each for each in promises if each.value.is_mine),
        theirs=tuple(each for each in promises if not each.value.is_mine),
        events=tuple(sorted(events, key=lambda each: (each.value.start, each.value.name, each.value.path))),
        birthdays=tuple(
            sorted(
                _near(index, _birthdays(index)),
                key=lambda each: (each.value.on, each.value.person.name, each.value.person.path),
            )
        ),
    )


def people(index: Index) -> list[Contact]:
    """The contacts but the user's own card."""
    return [each for each in index.network.contacts.values() if not each.note.is_me]


def _promises(index: Index) -> Iterable[Stretch[PromiseRow]]:
    """The open promises with a date, from a week before it, but not while they are hidden."""
    dated = (each for each in index.promises if each.task.is_open and each.task.due is not None)
    for row in sorted((promise_row(index, each) for each in dated), key=promise_order):
        since = max(filter(None, (_before(row.due, WEEK), row.hidden_until)), default=None)
        yield Stretch(row, since)


def _events(index: Index) -> Iterable[Stretch[EventRow]]:
    """The events from thirty days before them, until they have ended."""
    for event in index.network.events.values():
        if event.start is not None and event.card.status != "skipped":
            yield Stretch(event_row(index, event), _before(event.start, EVENT_DAYS), end_of(event))


def _birthdays(index: Index) -> Iterable[Stretch[Birthday]]:
    """The birthdays from so many days before them as the settings announce them."""
    for contact in people(index):
        born = contact.card.birthday
        if born is None or contact.card.status in ("archived", "deceased"):
            continue
        for year in range(index.today.year, min(index.last_day.year + 1, date.max.year) + 1):
            on = born.in_year(year)
            turns = year - born.year if born.year and year > born.year else None
            birthday = Birthday(person(index, contact), on, (on - index.today).days, turns)
            yield Stretch(birthday, _before(on, index.settings.announce_days), days_after(on, 1))


def _before(day: date | None, days: int) -> date | None:
    return days_after(day, -days) if day else None


def _near(index: Index, found: Iterable[Stretch[T]]) -> list[Stretch[T]]:
    """Those that one of the site's days shows."""
    return [
        Stretch(each.value, each.since, each.until, each.since is None or each.since <= index.today)
        for each in found
        if (each.since is None or each.since <= index.last_day)
        and (each.until is None or each.until > index.today)
    ]
