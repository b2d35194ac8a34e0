"""The network: notes that know one another, with what happened and what is owed per contact."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from notesite.model.cards import ContactCard, EventCard
from notesite.model.dates import Cadence, PartialDate
from notesite.model.diagnostic import Diagnostic
from notesite.model.note import Entry, Note, Question, Task
from notesite.model.origin import Origin
from notesite.model.trace import Face
from notesite.model.values import Direction, Kind, Value


@dataclass(frozen=True, slots=True)
class Ref:
    """A name as written, with the path of the note that it means where there is one."""

    label: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Interaction:
    """One contact with somebody on one day, as one place in the notes says it.

    `entry` is the entry that tells it, `task` the kept promise; both are None where the front
    matter does. `event` is the path of the event where it happened.
    """

    day: date
    channel: str | None
    direction: Direction | None
    origin: Origin
    entry: Entry | None = None
    task: Task | None = None
    event: str | None = None

    @property
    def sort_key(self) -> tuple[date, str, int, int]:
        """By day, then by place in the notebook."""
        return (self.day, self.origin.path, self.origin.line, self.origin.column)


@dataclass(frozen=True, slots=True)
class Promise:
    """A task owed to contacts (mine) or by them (theirs)."""

    task: Task
    contacts: tuple[str, ...]

    @property
    def is_mine(self) -> bool:
        """Whether I owe it."""
        return not self.task.theirs


@dataclass(frozen=True, slots=True)
class Told:
    """An entry of a note that concerns contacts: those with whom it happened, and those it only names."""

    entry: Entry
    day: date
    people: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """A person, with all that the notebook says of them.

    `contact_days` is every day that counts as contact, past and future, in order: those of the
    interactions, and those that the front matter gives (`last-contact`, a partial `met`). `facts` are
    dated entries that are no contact, `mentions` entries elsewhere that only name them; all by day. `reports`
    are what is wrong with all of this together.
    """

    note: Note
    card: ContactCard
    orgs: tuple[Ref, ...] = ()
    circle: str = ""
    cadence: Cadence | None = None
    cadence_source: str = ""
    interactions: tuple[Interaction, ...] = ()
    facts: tuple[tuple[date, Entry], ...] = ()
    mentions: tuple[tuple[date, Entry], ...] = ()
    contact_days: tuple[date, ...] = ()
    met: PartialDate | None = None
    promises: tuple[Promise, ...] = ()
    questions: tuple[Question, ...] = ()
    events: tuple[str, ...] = ()
    introduced: tuple[str, ...] = ()
    reports: tuple[Diagnostic, ...] = ()

    @property
    def path(self) -> str:
        """The note's path."""
        return self.note.path

    @property
    def name(self) -> str:
        """The contact's name."""
        return self.note.name

    def last_contact(self, day: date) -> date | None:
        """The last day of contact on or before `day`."""
        count = bisect_right(self.contact_days, day)
        return self.contact_days[count - 1] if count else None


@dataclass(frozen=True, slots=True)
class Event:
    """An event with the people that its note names: expected, and met."""

    note: Note
    card: EventCard
    start: date | None = None
    end: date | None = None
    attendees: tuple[Ref, ...] = ()
    met: tuple[Ref, ...] = ()
    mentioned: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The note's path."""
        return self.note.path

    @property
    def name(self) -> str:
        """The event's name."""
        return self.note.name


@dataclass(frozen=True, slots=True)
class Organisation:
    """A firm, group or community: a note of its own, or a name that contacts give as theirs."""

    name: str
    path: str | None = None
    members: tuple[str, ...] = ()
    past_members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag with the notes that carry it or a tag below it, by their kind; `name` as first written."""

    name: str
    people: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """All of these notes."""
        return (*self.people, *self.events, *self.others)


@dataclass(frozen=True, slots=True)
class Place:
    """A place with the contacts and events that are there; `notes` are others that have its name."""

    name: str
    people: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Everything of a notebook, linked.

    `targets[path][i]` is the path that link i of a note leads to, or None; `value_targets[value][i]`
    the same for link i of a front matter value, or, for a value without links that is as a whole the
    name of a note, that note's path alone. `backlinks` are the notes that link to a note, `known_by` the
    contacts that say to know one, `ties` the pairs of notes that a note connects, `topics` the resources on
    a topic, `interested` the contacts who care for one, `promises_in` the promises and `tags_of` the tags of
    a note, `told_in` its entries that tell of several contacts, of a goal, or of giving and asking, `photos`
    that of a contact, `used` the attachments that notes lead to, `missing` the names linked but not written,
    each with its sources. `tellers` are the notes that tell of a contact, `introduced` the contacts whom one
    introduced.

    Whatever is large is only worked out when it is asked for: to know what a note is called, ask its face.
    """

    faces: Mapping[str, Face] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    targets: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)
    value_targets: Mapping[Value, tuple[str | None, ...]] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    tags: Mapping[str, Tag] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    backlinks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    known_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ties: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    interested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    promises_in: Mapping[str, tuple[Promise, ...]] = field(default_factory=dict)
    told_in: Mapping[str, tuple[Told, ...]] = field(default_factory=dict)
    tags_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    photos: Mapping[str, str] = field(default_factory=dict)
    tellers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    introduced: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    missing: Mapping[str, tuple[Origin, ...]] = field(default_factory=dict)
    attachments: tuple[str, ...] = ()
    used: frozenset[str] = frozenset()
    me: str | None = None

    def is_(self, path: str | None, kind: Kind) -> bool:
        """Whether there is a note of that kind at a path."""
        face = self.faces.get(path) if path else None
        return face is not None and face.kind is kind

    def name_of(self, path: str) -> str | None:
        """The name of the note at a path; None where there is none."""
        face = self.faces.get(path)
        return face.name if face else None
