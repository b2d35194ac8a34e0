"""Today: whom to reach now, what is promised, what is ahead."""

from dataclasses import dataclass
from datetime import date

from notesite.model.network import Contact
from notesite.rules.ranking import for_today
from notesite.views.events import EventRow, event_row, is_past
from notesite.views.index import Index
from notesite.views.parts import FollowUpRow, Person, PromiseRow
from notesite.views.people import person
from notesite.views.promises import due_within_a_week
from notesite.views.rows import follow_up_row

EVENT_DAYS = 30
MOST_PROMISES = 20
MOST_MORE = 45
"""How many more follow-ups the page holds; the rest, on another page, would only weigh on it."""


@dataclass(frozen=True, slots=True)
class Birthday:
    """A birthday in the coming days; `turns` where the year of birth is known."""

    person: Person
    on: date
    days: int
    turns: int | None = None


@dataclass(frozen=True, slots=True)
class TodayView:
    """The first page. `rows` are the few to reach, `more` some of those behind them.

    `total` counts all that wait, `people` the people among them; `next` comes after today. `owed` counts
    the promises of the coming week, `mine` and `theirs` are the first of them.
    """

    day: date
    rows: tuple[FollowUpRow, ...]
    more: tuple[FollowUpRow, ...]
    total: int
    people: int
    next: FollowUpRow | None
    owed: int
    mine: tuple[PromiseRow, ...]
    theirs: tuple[PromiseRow, ...]
    events: tuple[EventRow, ...]
    birthdays: tuple[Birthday, ...]
    has_notes: bool
    has_contacts: bool
    has_rhythm: bool


def today_view(index: Index) -> TodayView:
    """The first page."""
    waiting = for_today(index.follow_ups, index.today)
    later = next((each for each in index.follow_ups if each.state in ("week", "later")), None)
    shown = max(index.settings.today_rows, 1)
    rows = [follow_up_row(index, each) for each in waiting[: shown + MOST_MORE]]
    promises = due_within_a_week(index)
    people = [each for each in index.network.contacts.values() if not each.note.is_me]
    return TodayView(
        day=index.today,
        rows=tuple(rows[:shown]),
        more=tuple(rows[shown:]),
        total=len(waiting),
        people=len({each.due.contact for each in waiting}),
        next=follow_up_row(index, later) if later else None,
        owed=len(promises),
        mine=tuple(row for row in promises if row.is_mine)[:MOST_PROMISES],
        theirs=tuple(row for row in promises if not row.is_mine)[:MOST_PROMISES],
        events=_events(index),
        birthdays=_birthdays(index, people),
        has_notes=bool(index.network.notes),
        has_contacts=bool(people),
        has_rhythm=any(each.cadence is not None and not each.cadence.is_never for each in people),
    )


def _events(index: Index) -> tuple[EventRow, ...]:
    """The events of the next thirty days, and those that are under way."""
    near = (
        event_row(index, event)
        for event in index.network.events.values()
        if event.start
        and not is_past(event, index.today)
        and (event.start - index.today).days <= EVENT_DAYS
        and event.card.status != "skipped"
    )
    return tuple(sorted(near, key=lambda row: (row.days or 0, row.name, row.path)))


def _birthdays(index: Index, people: list[Contact]) -> tuple[Birthday, ...]:
    found = []
    for contact in people:
        born = contact.card.birthday
        if born is None or contact.card.status in ("archived", "deceased"):
            continue
        for year in (index.today.year, min(index.today.year + 1, date.max.year)):
            on = born.in_year(year)
            days = (on - index.today).days
            if 0 <= days <= index.settings.announce_days:
                turns = year - born.year if born.year else None
                found.append(
                    Birthday(person(index, contact), on, days, turns if turns and turns > 0 else None)
                )
                break
    return tuple(sorted(found, key=lambda each: (each.days, each.person.name, each.person.path)))
