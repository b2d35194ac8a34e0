"""Why somebody is due, as windows of absolute dates, and what a given day shows of them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.model.dates import Cadence, Yearly, is_within
from notesite.model.origin import Origin

Reason = Literal[
    "first-follow-up",
    "promise",
    "explicit",
    "birthday",
    "date",
    "congratulate",
    "thanks",
    "prepare",
    "cadence",
    "no-reply",
    "promised-to-me",
    "revive",
]
State = Literal["overdue", "today", "week", "later", "snoozed"]
Hue = Literal["fine", "soon", "late"]

STATES: tuple[State, ...] = ("overdue", "today", "week", "later", "snoozed")
WEEK = 7
HORIZON_DAYS = 400
"""How far ahead a site and its feed know what they will show: they are read after they are built."""


@dataclass(frozen=True, slots=True)
class Due:
    """One reason to reach somebody, or to prepare for an event (`contact` is then the event's path).

    It exists on the days from `since` up to but not including `until` (None: open), is due on
    `due`, and is snoozed before `hidden_until`. A `yearly` one returns every year instead, on its
    next day, and is never overdue. `bands` say from which day on it has which hue. `last` is the contact
    from which a rhythm counts, `weight` how much the circle makes of its lateness. `what` are the
    note's own words (a next step, a promise), `about` the path of the note concerned beside the
    contact's, `settled_by` what ends it. `suggested` is a slower rhythm that would be nearer to the truth.
    """

    contact: str
    reason: Reason
    due: date
    origin: Origin
    since: date | None = None
    until: date | None = None
    hidden_until: date | None = None
    yearly: Yearly | None = None
    bands: tuple[tuple[date, Hue], ...] = ()
    last: date | None = None
    weight: float = 1
    what: str = ""
    about: str = ""
    settled_by: str = ""
    suggested: Cadence | None = None

    def exists_on(self, day: date) -> bool:
        """Whether the reason holds on that day."""
        return is_within(day, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Window:
    """A reason on a stretch of days, from `since` up to but not including `until`, on which only time passes.

    `on` is when it is due there, of a yearly one the next return; None is the day that one looks at.
    `last_contact` is the last up to each of these days, `name` that of the contact or event.
    """

    due: Due
    on: date | None
    since: date | None
    until: date | None
    last_contact: date | None
    name: str

    def stands_on(self, day: date) -> bool:
        """Whether a day is one of its days."""
        return is_within(day, self.since, self.until)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A reason as one day shows it: due when, and in which state."""

    window: Window
    on: date
    state: State

    @property
    def due(self) -> Due:
        """The reason."""
        return self.window.due

    @property
    def last_contact(self) -> date | None:
        """The last contact up to the day."""
        return self.window.last_contact

    @property
    def name(self) -> str:
        """The name of the contact, or of the event to prepare."""
        return self.window.name


def state_of(on: date, hidden_until: date | None, day: date) -> State:
    """How something due stands on a day; a week is the next seven days."""
    if hidden_until is not None and day < hidden_until:
        return "snoozed"
    if on < day:
        return "overdue"
    if on == day:
        return "today"
    return "week" if (on - day).days <= WEEK else "later"
