"""Why somebody is due, as windows of absolute dates, and what a given day shows of them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.model.origin import Origin

Reason = Literal["explicit", "cadence", "promise"]
State = Literal["overdue", "today", "week", "later", "snoozed"]

STATES: tuple[State, ...] = ("overdue", "today", "week", "later", "snoozed")
WEEK = 7


@dataclass(frozen=True, slots=True)
class Due:
    """One reason to reach somebody.

    It exists on the days from `since` up to but not including `until` (None: open), is due on
    `due`, and is snoozed before `hidden_until`. `last` is the contact from which a cadence counts,
    `what` the note's own words (a next step, a promise), `settled_by` what ends it.
    """

    contact: str
    reason: Reason
    due: date
    origin: Origin
    since: date | None = None
    until: date | None = None
    hidden_until: date | None = None
    last: date | None = None
    what: str = ""
    settled_by: str = ""

    def exists_on(self, day: date) -> bool:
        """Whether the reason holds on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def state_on(self, day: date) -> State:
        """How it stands on that day; a week is the next seven days."""
        if self.hidden_until is not None and day < self.hidden_until:
            return "snoozed"
        if self.due < day:
            return "overdue"
        if self.due == day:
            return "today"
        return "week" if (self.due - day).days <= WEEK else "later"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A reason as one day shows it: its state, and the last contact up to that day."""

    due: Due
    state: State
    last_contact: date | None
    name: str
