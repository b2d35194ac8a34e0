"""Events: what is ahead, what might be, and what each past one brought."""

from dataclasses import dataclass
from datetime import date

from notesite.model.dates import days_after
from notesite.model.network import Event
from notesite.model.values import Kind
from notesite.views.index import Index
from notesite.views.parts import EventRow, Stretch
from notesite.views.texts import located


@dataclass(frozen=True, slots=True)
class EventYear:
    """The past events of a year, the latest first, and those ahead from the day after they end."""

    year: int
    rows: tuple[Stretch[EventRow], ...]


@dataclass(frozen=True, slots=True)
class EventsView:
    """The page of all events."""

    day: date
    ahead: tuple[Stretch[EventRow], ...]
    ideas: tuple[Stretch[EventRow], ...]
    undated: tuple[EventRow, ...]
    past: tuple[EventYear, ...]


def event_row(index: Index, event: Event) -> EventRow:
    """An event as a list shows it."""
    return EventRow(
        name=event.name,
        path=event.path,
        start=event.start,
        end=event.end,
        time=event.card.time,
        status=event.card.status,
        locations=located(index, event.card.locations),
        known=len({ref.path for ref in event.attendees if index.network.is_(ref.path, Kind.CONTACT)}),
        met=len({ref.path or ref.label for ref in event.met}),
        days=(event.start - index.today).days if event.start else None,
    )


def last_day(event: Event | EventRow) -> date | None:
    """The day on which an event ends."""
    return event.end or event.start


def end_of(event: Event | EventRow) -> date | None:
    """The day from which on an event is past; None where it has no day, or the last that there is."""
    day = last_day(event)
    return days_after(day, 1) if day else None


def is_past(event: Event | EventRow, day: date) -> bool:
    """Whether an event has ended before a day."""
    end = last_day(event)
    return end is not None and end < day


def events_view(index: Index) -> EventsView:
    """The page of all events."""
    today = index.today
    occasions = (path for path, each in index.summaries.items() if each.occasion)
    events = sorted(
        (event for path in occasions if (event := index.rows[path].event)),
        key=lambda each: (each.start or date.max, each.name, each.path),
    )
    open_ = [each for each in events if not is_past(each, today)]
    ideas = [each for each in open_ if each.status in ("idea", "skipped")]
    going = [each for each in open_ if each.status not in ("idea", "skipped")]
    years: dict[int, list[Stretch[EventRow]]] = {}
    for event in reversed(events):
        ends = end_of(event)
        if event.start and ends and ends <= index.last_day:
            row = Stretch(event, since=ends, is_now=ends <= today)
            years.setdefault(event.start.year, []).append(row)
    return EventsView(
        day=today,
        ahead=tuple(Stretch(each, until=end_of(each)) for each in going if each.start),
        ideas=tuple(Stretch(each, until=end_of(each)) for each in ideas),
        undated=tuple(each for each in going if not each.start),
        past=tuple(EventYear(year, tuple(rows)) for year, rows in years.items()),
    )
