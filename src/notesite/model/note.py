"""One note as it was read: header, links, log, tasks and body, before it knows the other notes."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from notesite.model.cards import Card, PageCard
from notesite.model.origin import Origin
from notesite.model.values import Direction, Field, Kind, Link

Form = Literal["item", "line", "heading", "row", "journal"]
"""How an entry is written; `journal` is a journal's line that names people without a head."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened, as one line, heading or table row says it.

    `date` is None where a journal's own day stands in. `people`, `place` and `mentions` are indexes
    into the note's links; `names` are people named without a link. `html` is inline HTML with link
    marks, `text` the same without markup.
    """

    date: date | None
    origin: Origin
    form: Form
    text: str
    html: str
    time: str = ""
    channel: str | None = None
    direction: Direction | None = None
    place: int | None = None
    people: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    mentions: tuple[int, ...] = ()
    under_log: bool = False
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def is_contact(self) -> bool:
        """Whether the entry is contact with somebody, and not merely a dated fact."""
        if self.direction is not None:
            return True
        if self.channel is not None:
            return self.channel != "note"
        return self.under_log or self.form in ("heading", "journal")


@dataclass(frozen=True, slots=True)
class Task:
    """A task item: a promise where it is owed to or by a contact.

    `links` are indexes into the note's links; `around` those of each ancestor item and heading,
    the nearest first.
    """

    state: str
    text: str
    html: str
    origin: Origin
    theirs: bool = False
    question: bool = False
    due: date | None = None
    scheduled: date | None = None
    start: date | None = None
    created: date | None = None
    done: date | None = None
    cancelled: date | None = None
    recurrence: str = ""
    priority: str = ""
    links: tuple[int, ...] = ()
    around: tuple[tuple[int, ...], ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.state not in ("x", "X", "-")

    @property
    def is_done(self) -> bool:
        """Whether it is ticked."""
        return self.state in ("x", "X")

    @property
    def hidden_until(self) -> date | None:
        """The day from which it shows: the later of its start and its scheduled date."""
        return max((day for day in (self.start, self.scheduled) if day), default=None)


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask next time; open until ticked or struck."""

    text: str
    html: str
    origin: Origin
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body, with the id of its place on the page."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a note, parsed once.

    `notes` and `log` are HTML with link marks: what stands outside and what stands under log
    headings. `met` are the links that open an item under *People met*.
    """

    notes: str = ""
    log: str = ""
    headings: tuple[Heading, ...] = ()
    entries: tuple[Entry, ...] = ()
    tasks: tuple[Task, ...] = ()
    questions: tuple[Question, ...] = ()
    met: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note as one file tells it. `links` holds every link of the body, in order."""

    path: str
    kind: Kind
    name: str
    card: Card = field(default_factory=PageCard)
    is_me: bool = False
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    extra: tuple[Field, ...] = ()
    unread: str = ""
    links: tuple[Link, ...] = ()
    body: Body = field(default_factory=Body)
    day: date | None = None
    private: bool = False

    @property
    def folder(self) -> str:
        """The folder that the note lies in, empty for the notes folder itself."""
        return self.path.rpartition("/")[0]
