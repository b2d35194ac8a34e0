"""What the screens of many notes need of each of them, so that a list of ten thousand is no work."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

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
class Brought:
    """What an event brought: so many people met, introductions and promises made there, and its cost.

    `in_time` says from which day on how many of those met had heard from you within 48 hours.
    """

    met: int = 0
    in_time: tuple[tuple[date | None, int], ...] = ()
    introductions: int = 0
    promises: int = 0
    cost: str = ""

    def in_time_on(self, day: date) -> int:
        """How many had heard from you in time, as a day knows it."""
        return next((count for since, count in reversed(self.in_time) if since is None or since <= day), 0)


NOTHING = Brought()


@dataclass(frozen=True, slots=True)
class Occasion:
    """When an event is, whether one goes, and what it brought."""

    start: date | None = None
    end: date | None = None
    status: EventStatus = ""
    brought: Brought = NOTHING


@dataclass(frozen=True, slots=True)
class Summary:
    """A note in short.

    `standing` is that of a contact, `occasion` that of an event. `windows` are the reasons to reach the one
    or to prepare the other, on all the days that the site knows of; `promises` are those written in the note.
    `order` is its place in the alphabet, `chunks` are those of the data of later days that tell of it,
    `dated` the days of its lines in the timeline, as `date.toordinal` counts them, in four bytes each.
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
    dated: bytes = b""
    profile: Profile | None = None
    deeds: tuple[Deed, ...] = ()
    acquainted: tuple[tuple[str, ...], ...] = ()
    introduced_by: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()


Named = tuple[str, str]
"""A name, and the path of its note."""


class Line(NamedTuple):
    """A line of the timeline, small as there are very many: text without markup, as long as a line.

    `people` are those whom it is about, where that is not the note which gives it; `place` is the event where
    it happened, or the note that is about it. `source` and `number` say where it is written.
    """

    verb: str
    arrow: str = ""
    text: str = ""
    source: str = ""
    number: int = 0
    people: tuple[Named, ...] = ()
    place: Named | None = None


Lines = Mapping[int, tuple[Line, ...]]
"""The lines of a note by their day, as `date.toordinal` counts them."""
