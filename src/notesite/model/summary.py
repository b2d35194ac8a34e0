"""What the screens of many contacts need of each of them, so that a list of ten thousand is no work."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.model.cards import ContactStatus
from notesite.model.dates import Yearly
from notesite.model.due import State, Window
from notesite.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise: whose it is, how it stands, and when it is due and shows."""

    origin: Origin
    is_mine: bool
    is_open: bool
    due: date | None = None
    hidden_until: date | None = None
    settled: date | None = None
    fate: Literal["", "kept", "late", "dropped"] = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """A contact in short, as of a day.

    `rhythm` is the cadence in days, 0 without one or for `never`. `last` is the last contact up to the day,
    `days` are those of contact in the twelve weeks before it and later. `next` and `next_state` are those of
    the most pressing follow-up that is neither snoozed nor yearly. `windows` are the reasons of all the days
    that the site knows of, `promises` each promise with the contact.
    """

    path: str
    name: str
    circle: str = ""
    status: ContactStatus = "active"
    is_me: bool = False
    rhythm: float = 0
    last: date | None = None
    days: tuple[date, ...] = ()
    next: date | None = None
    next_state: State | None = None
    windows: tuple[Window, ...] = ()
    promises: tuple[Owed, ...] = ()
    birthday: Yearly | None = None

    @property
    def is_late(self) -> bool:
        """Whether a follow-up is overdue or due on the day."""
        return self.next_state in ("overdue", "today")
