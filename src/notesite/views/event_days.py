"""The days of an event: when it ends, is past, and until when its 48 hours last."""

from datetime import date
from typing import Protocol

from notesite.model.dates import days_after

DAYS_48_HOURS = 2


class Dated(Protocol):
    """What begins on a day, and ends on the same one or a later."""

    @property
    def start(self) -> date | None:
        """Its first day."""

    @property
    def end(self) -> date | None:
        """Its last day, where one is known."""


def last_day(event: Dated) -> date | None:
    """The day on which an event ends."""
    return event.end or event.start


def end_of(event: Dated) -> date | None:
    """The day from which on an event is past; None where it has no day, or the last that there is."""
    day = last_day(event)
    return days_after(day, 1) if day else None


def is_past(event: Dated, day: date) -> bool:
    """Whether an event has ended before a day."""
    end = last_day(event)
    return end is not None and end < day


def is_during(event: Dated, day: date) -> bool:
    """Whether a day is one of an event's."""
    first, end = event.start, last_day(event)
    return first is not None and end is not None and first <= day <= end


def deadline(end: date) -> date:
    """The last day of the 48 hours after a day."""
    return days_after(end, DAYS_48_HOURS) or date.max
