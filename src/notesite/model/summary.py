"""What the screens of many notes need of each of them, so that a list of ten thousand is no work."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.model.cards import ContactStatus, EventStatus
from notesite.model.dates import Yearly
from notesite.model.deed import Deed
from notesite.model.due import State, Window
from notesite.model.profile import Profile

Fate = Literal["open", "kept", "late", "dropped"]


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise: the line it stands on, whose it is, what became of it, and its days."""

    line: int
    is_mine: bool
    fate: Fate = "open"
    due: date | None = None
    hidden_until: date | None = None
    settled: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A contact as of a day.

    `rhythm` is the cadence in days, 0 without one or for `never`. `last` is the last contact up to the day,
    `days` are those of contact in the twelve weeks before it and later. `next` and `next_state` are those of
    the most pressing follow-up that is neither snoozed nor yearly. `is_reported` tells that something is
    wrong with what the notes say of the contact.
    """

    circle: str = ""
    status: ContactStatus = "active"
    is_me: bool = False
    rhythm: float = 0
    last: date | None = None
    days: tuple[date, ...] = ()
    next: date | None = None
    next_state: State | None = None
    birthday: Yearly | None = None
    is_reported: bool = False

    @property
    def is_here(self) -> bool:
        """Whether the contact is neither archived nor deceased."""
        return self.status in ("active", "dormant")

    @property
    def is_late(self) -> bool:
        """Whether a follow-up is overdue or due on the day."""
        return self.next_state in ("overdue", "today")


@dataclass(frozen=True, slots=True)
class Occasion:
    """When an event is, and whether one goes."""

    start: date | None = None
    end: date | None = None
    status: EventStatus = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """A note in short.

    `standing` is that of a contact, `occasion` that of an event. `windows` are the reasons to reach the one
    or to prepare the other, on all the days that the site knows of; `promises` are those written in the note.
    `order` is its place in the alphabet, `chunks` are those of the data of later days that tell of it.
    `profile` is that of a contact, `deeds` are what the note tells of giving, asking and introducing,
    `acquainted` groups of contacts who, as it says, know one another, and `introduced_by` who introduced me.
    """

    path: str
    name: str
    order: tuple[int, str, str] = (0, "", "")
    standing: Standing | None = None
    occasion: Occasion | None = None
    windows: tuple[Window, ...] = ()
    promises: tuple[Owed, ...] = ()
    chunks: tuple[str, ...] = ()
    profile: Profile | None = None
    deeds: tuple[Deed, ...] = ()
    acquainted: tuple[tuple[str, ...], ...] = ()
    introduced_by: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
