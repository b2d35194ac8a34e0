"""An event's page: whom to expect and whom to meet before, what came of it after."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import date

from notesite.exchange.icalendar_feed import event_file
from notesite.model.network import Event, Ref
from notesite.views.aftermath import Aftermath, Answered, aftermath
from notesite.views.aims import Aim, aims_of
from notesite.views.briefs import Brief, brief_of
from notesite.views.event_days import end_of, is_past
from notesite.views.events import event_row
from notesite.views.facts import Fact, note_facts
from notesite.views.guests import LISTED, Source, guests_of
from notesite.views.index import Index
from notesite.views.meeting import Proposal, proposals_of
from notesite.views.parts import NO_PROSE, EventRow, Person, PromiseRow, Prose, Stretch, TagRef
from notesite.views.people import person, person_named
from notesite.views.rows import promise_row
from notesite.views.texts import backlinks, body, note_ref, prose, tag_refs
from notesite.views.timeline import Moment, entry_moment

PITCH = "pitch.md"


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody met, what followed, and whether nothing is written to recall them by."""

    person: Person
    answers: tuple[Stretch[Answered], ...]
    lacks_hook: bool = False


@dataclass(frozen=True, slots=True)
class Company:
    """Those who may be there for the same reason, and how many more there are of whom there is no brief."""

    source: Source
    briefs: tuple[Brief, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Preparation:
    """What to know before an event: goals, pitch, whom to meet, and a brief of each who is expected.

    `listed` are others on its list, `names` those who have no note, `rest` counts whom else there may be.
    """

    aims: tuple[Aim, ...] = ()
    pitch: Ref | None = None
    pitch_words: Prose = NO_PROSE
    proposals: tuple[Proposal, ...] = ()
    briefs: tuple[Brief, ...] = ()
    listed: tuple[Ref, ...] = ()
    names: tuple[Ref, ...] = ()
    rest: tuple[tuple[Source, int], ...] = ()

    @property
    def count(self) -> int:
        """How many people are expected by name."""
        return len(self.briefs) + len(self.listed) + len(self.names)

    @property
    def others(self) -> tuple[Brief, ...]:
        """The briefs of those who are not proposed."""
        proposed = {each.brief.person.path for each in self.proposals}
        return tuple(each for each in self.briefs if each.person.path not in proposed)

    @property
    def companies(self) -> tuple[Company, ...]:
        """The briefs by why somebody may be there, with how many more there are."""
        more = dict(self.rest)
        sources = dict.fromkeys((LISTED, *(each.source for each in self.briefs), *more))
        briefs = {key: tuple(each for each in self.briefs if each.source == key) for key in sources}
        found = (Company(key, briefs[key], more.get(key, 0)) for key in sources)
        return tuple(each for each in found if each.briefs or each.more)


@dataclass(frozen=True, slots=True)
class EventView:
    """Everything that an event's page shows; from `ends` on it is past.

    `before` is None for an event that is over or was skipped. `calendar` is a calendar file as an address.
    """

    row: EventRow
    path: str
    is_private: bool
    is_past: bool
    before: Preparation | None
    expected: tuple[Ref, ...]
    met: tuple[Met, ...]
    ends: date | None
    promises: tuple[PromiseRow, ...]
    introductions: tuple[Moment, ...]
    calendar: str
    mentioned: tuple[Ref, ...]
    facts: tuple[Fact, ...]
    tags: tuple[TagRef, ...]
    notes: Prose
    log: Prose
    backlinks: tuple[Ref, ...]
    unread: str
    problems: int


def event_view(index: Index, event: Event) -> EventView:
    """The page of an event."""
    note, after = event.note, aftermath(index, event)
    is_over = is_past(event, index.today)
    shown = {*(ref.path for ref in event.attendees), *(each.ref.path for each in after.met)}
    return EventView(
        row=event_row(index, event),
        path=event.path,
        is_private=note.private,
        is_past=is_over,
        before=None if is_over or event.card.status == "skipped" else preparation(index, event),
        expected=tuple(dict.fromkeys(event.attendees)),
        met=_met(index, after),
        ends=end_of(event),
        promises=tuple(promise_row(index, each) for each in after.promises),
        introductions=tuple(
            entry_moment(index, event.path, "interaction", day, entry) for day, entry in after.introductions
        ),
        calendar=_calendar(index, event),
        mentioned=tuple(note_ref(index, path) for path in event.mentioned if path not in shown),
        facts=note_facts(index, note),
        tags=tag_refs(index, note.path),
        notes=body(index, note),
        log=prose(index, note.path, note.body.log),
        backlinks=backlinks(index, note.path),
        unread=note.unread,
        problems=index.problems_in.get(note.path, 0),
    )


def preparation(index: Index, event: Event) -> Preparation:
    """What to know before an event."""
    aims, pitch = aims_of(index, event), index.network.notes.get(PITCH)
    guests = guests_of(index, event, aims)
    briefs = tuple(brief_of(index, guest) for guest in guests.briefed)
    return Preparation(
        aims=aims,
        pitch=note_ref(index, PITCH) if pitch else None,
        pitch_words=body(index, pitch) if pitch else NO_PROSE,
        proposals=proposals_of(index, event, zip(guests.briefed, briefs, strict=True), aims),
        briefs=briefs,
        listed=guests.listed,
        names=guests.names,
        rest=guests.rest,
    )


def _met(index: Index, after: Aftermath) -> tuple[Met, ...]:
    return tuple(
        Met(
            person=person(index, each.contact) if each.contact else person_named(index, each.ref),
            answers=each.answers,
            lacks_hook=each.contact is not None and each.contact.card.hook is None,
        )
        for each in after.met
    )


def _calendar(index: Index, event: Event) -> str:
    """A calendar file of an event, as an address that holds all of it; empty where it has no day."""
    me = index.network.contacts.get(index.network.me or "")
    data = event_file(event, index.today, me.card.timezone if me else "")
    return f"data:text/calendar;charset=utf-8;base64,{b64encode(data).decode()}" if data else ""
