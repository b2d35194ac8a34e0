"""The pieces that every screen is made of: texts with links, people, and the notes that they come from."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from notesite.model.cards import ContactStatus, EventStatus
from notesite.model.dates import Cadence, is_within
from notesite.model.due import Reason, State, Window
from notesite.model.network import Ref
from notesite.model.origin import Origin
from notesite.model.summary import NOTHING, Brought
from notesite.model.values import Direction

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """Something that a page shows from `since` up to but not including `until`; None is open.

    `is_now` says whether the day of the build is one of these.
    """

    value: T
    since: date | None = None
    until: date | None = None
    is_now: bool = True

    def lasts_on(self, day: date) -> bool:
        """Whether a day is one of these."""
        return is_within(day, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Target:
    """Where one link of a note leads: the link's index, the path, and the id of a heading there."""

    index: int
    path: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Rich text of a note: HTML with link marks, and where those of its links lead that are known."""

    html: str = ""
    targets: tuple[Target, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.html.strip())


NO_PROSE = Prose()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain text; with a path a link to that note, or a link to a note that is missing.

    `place` is the key of the place that it names.
    """

    text: str
    path: str = ""
    is_missing: bool = False
    place: str = ""


Phrase = tuple[Piece, ...]
"""A front matter value as plain text and links."""


@dataclass(frozen=True, slots=True)
class OrgRef:
    """An organisation as somebody names it, with its key in the network."""

    label: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class TagRef:
    """A tag as written, with its key in the network."""

    label: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place as first written, with its key in the network."""

    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Person:
    """A contact as a row shows them; without a path, a name that has no note."""

    name: str
    path: str = ""
    initials: str = ""
    tone: int = 1
    role: str = ""
    orgs: tuple[OrgRef, ...] = ()
    photo: str = ""


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact in a table: `next` is the most pressing follow-up that is not snoozed."""

    person: Person
    circle: str
    status: ContactStatus
    locations: tuple[Phrase, ...]
    tags: tuple[TagRef, ...]
    last: date | None = None
    next: date | None = None
    next_state: State | None = None
    is_me: bool = False


@dataclass(frozen=True, slots=True)
class Last:
    """The last contact up to a day: when, how, and what it was about."""

    day: date
    channel: str = ""
    direction: Direction | None = None
    topic: Prose = NO_PROSE
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """Why somebody is due; `days` counts from the day of the build, below zero when it is past.

    `window` says for which days that holds, `is_now` whether that of the build is one of them,
    `tie` its place among equals. `turns` is the age or the count of years of a yearly day, 0 where
    unknown; `hue` that of a clock, `suggested` a slower rhythm.
    """

    person: Person
    reason: Reason
    state: State
    due: date
    days: int
    origin: Origin
    source: Ref
    last: Last | None = None
    hook: Phrase = ()
    cadence: Cadence | None = None
    cadence_source: str = ""
    suggested: Cadence | None = None
    what: str = ""
    about: Ref | None = None
    turns: int = 0
    hue: str = ""
    hidden_until: date | None = None
    window: Window | None = None
    is_now: bool = True
    tie: int = 0


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise between the user and contacts, with the note that it is written in.

    `hidden` are the days before that from which on it shows.
    """

    text: Prose
    plain: str
    people: tuple[Person, ...]
    is_mine: bool
    is_open: bool
    origin: Origin
    source: Ref
    state: str = ""
    due: date | None = None
    days: int | None = None
    created: date | None = None
    done: date | None = None
    cancelled: date | None = None
    hidden: Stretch[date] | None = None
    recurrence: str = ""
    priority: str = ""

    @property
    def hidden_until(self) -> date | None:
        """The day from which on it shows."""
        return self.hidden.value if self.hidden else None

    @property
    def is_kept(self) -> bool:
        """Whether it was done, and not after its day."""
        return self.state in ("x", "X") and not self.is_kept_late

    @property
    def is_kept_late(self) -> bool:
        """Whether it was done after its day."""
        return self.state in ("x", "X") and bool(self.due and self.done and self.done > self.due)


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list: `known` counts the contacts expected, `met` the people met.

    `in_time` counts those of them who heard from you by the `deadline`, the last day of 48 hours, as the days
    go on.
    """

    name: str
    path: str
    start: date | None
    end: date | None
    time: str
    status: EventStatus
    locations: tuple[Phrase, ...]
    known: int
    met: int
    days: int | None = None
    in_time: tuple[Stretch[int], ...] = ()
    deadline: date | None = None
    brought: Brought = NOTHING


@dataclass(frozen=True, slots=True)
class DeedRow:
    """An entry or task of giving, asking and introducing, as its note tells it; `plain` is without markup."""

    text: Prose
    plain: str
    source: Ref
    origin: Origin


@dataclass(frozen=True, slots=True)
class NoteRows:
    """All rows of a note, each in its place among those of its kind, as its summary has them.

    `needs` and `offers` are those of a contact.
    """

    contact: ContactRow | None = None
    event: EventRow | None = None
    windows: tuple[FollowUpRow, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    deeds: tuple[DeedRow, ...] = ()
    needs: tuple[Phrase, ...] = ()
    offers: tuple[Phrase, ...] = ()
