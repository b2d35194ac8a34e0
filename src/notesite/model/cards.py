"""What the front matter of each kind of note says, typed by field; see docs/note-format.md."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.model.dates import Cadence, PartialDate, Yearly
from notesite.model.origin import Origin
from notesite.model.values import Direction, Value

ContactStatus = Literal["active", "dormant", "archived", "deceased"]
LinkedInOk = Literal["", "yes", "asked", "no"]
EventStatus = Literal["", "idea", "going", "attended", "skipped"]

Values = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A past or present position of a contact."""

    org: Value
    role: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the place where it is written."""

    on: PartialDate
    origin: Origin

    @property
    def exact(self) -> date | None:
        """The day, when the date is precise to the day."""
        return self.on.exact


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact's front matter. Empty where nothing is written."""

    orgs: Values = ()
    role: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    locations: Values = ()
    industries: tuple[str, ...] = ()
    timezone: str = ""
    language: str = ""
    pronouns: str = ""
    channel: str = ""
    circle: str = ""
    network: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    knows: Values = ()
    cadence: Cadence | None = None
    cadence_origin: Origin | None = None
    follow_up: Dated | None = None
    next_step: Value | None = None
    snooze: Dated | None = None
    last_contact: Dated | None = None
    met: Dated | None = None
    met_at: Values = ()
    introduced_by: Values = ()
    hook: Value | None = None
    intro_paths: Values = ()
    birthday: Yearly | None = None
    dates: tuple[tuple[str, Yearly], ...] = ()
    interests: Values = ()
    needs: Values = ()
    offers: Values = ()
    goals: Values = ()
    congratulate: Values = ()
    positions: tuple[Position, ...] = ()
    linkedin_ok: LinkedInOk = ""
    photo: Value | None = None
    status: ContactStatus = "active"
    private: bool = False
    private_keys: tuple[str, ...] = ()
    """Canonical keys that a shared build leaves out."""


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event's front matter."""

    date: Dated | None = None
    end: Dated | None = None
    time: str = ""
    locations: Values = ()
    online: str = ""
    url: str = ""
    status: EventStatus = ""
    attendees: Values = ()
    met: Values = ()
    goals: Values = ()
    cost: str = ""
    timezone: str = ""


@dataclass(frozen=True, slots=True)
class InteractionCard:
    """An interaction note's front matter; `channel` is a canonical channel where it is one."""

    date: Dated | None = None
    people: Values = ()
    channel: str | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A goal's front matter."""

    status: str = ""
    by: PartialDate | None = None
    looking_for: Values = ()
    people: Values = ()


@dataclass(frozen=True, slots=True)
class ResourceCard:
    """A resource's front matter."""

    url: str = ""
    interests: Values = ()


@dataclass(frozen=True, slots=True)
class PageCard:
    """The front matter of any other note: the keys that all notes share."""

    date: Dated | None = None


Card = ContactCard | EventCard | InteractionCard | GoalCard | ResourceCard | PageCard
