"""An event's page: whom to expect and what to know of them before, what came of it after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.model.dates import days_after
from notesite.model.network import Contact, Event, Ref
from notesite.views.events import end_of, event_row, is_past, last_day
from notesite.views.facts import Fact, note_facts
from notesite.views.index import Index
from notesite.views.parts import EventRow, Last, Person, Phrase, PromiseRow, Prose, Stretch, TagRef
from notesite.views.people import last, person_at, person_named
from notesite.views.rows import open_promises, promise_row
from notesite.views.stretches import stretches
from notesite.views.texts import backlinks, body, note_ref, phrase, phrases, prose, tag_refs

DAYS_48_HOURS = 2
PITCH = "pitch.md"


@dataclass(frozen=True, slots=True)
class Brief:
    """What to know of a person before meeting them; a bare name where they have no note."""

    person: Person
    circle: str = ""
    last: tuple[Stretch[Last | None], ...] = ()
    hook: Phrase = ()
    mine: tuple[PromiseRow, ...] = ()
    theirs: tuple[PromiseRow, ...] = ()
    questions: tuple[Prose, ...] = ()
    needs: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """Whether the 48 hours after an event saw a follow-up, and the day of the first contact since."""

    state: Literal["in time", "late", "open", "none", "unknown"] = "unknown"
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody met, and what followed."""

    person: Person
    answers: tuple[Stretch[Answered], ...] = (Stretch(Answered()),)


@dataclass(frozen=True, slots=True)
class EventView:
    """Everything that an event's page shows; from `ends` on it is past."""

    row: EventRow
    path: str
    is_private: bool
    is_past: bool
    briefs: tuple[Brief, ...]
    met: tuple[Met, ...]
    ends: date | None
    followed_up: tuple[Stretch[int], ...]
    deadline: date | None
    mentioned: tuple[Ref, ...]
    pitch: Ref | None
    promises: tuple[PromiseRow, ...]
    facts: tuple[Fact, ...]
    tags: tuple[TagRef, ...]
    notes: Prose
    log: Prose
    backlinks: tuple[Ref, ...]
    unread: str
    problems: int


def event_view(index: Index, event: Event) -> EventView:
    """The page of an event."""
    note = event.note
    met = tuple(_met(index, event, ref) for ref in dict.fromkeys(event.met))
    turns = (each.since for one in met for each in one.answers)
    shown = {ref.path for ref in (*event.attendees, *event.met)}
    end = last_day(event)
    return EventView(
        row=event_row(index, event),
        path=event.path,
        is_private=note.private,
        is_past=is_past(event, index.today),
        briefs=tuple(_brief(index, ref) for ref in dict.fromkeys(event.attendees)),
        met=met,
        ends=end_of(event),
        followed_up=stretches(index, turns, lambda day: _followed_up(met, day)),
        deadline=_deadline(end) if end else None,
        mentioned=tuple(note_ref(index, path) for path in event.mentioned if path not in shown),
        pitch=note_ref(index, PITCH) if PITCH in index.network.notes else None,
        promises=tuple(promise_row(index, each) for each in index.network.promises_in.get(note.path, ())),
        facts=note_facts(index, note),
        tags=tag_refs(index, note.path),
        notes=body(index, note),
        log=prose(index, note.path, note.body.log),
        backlinks=backlinks(index, note.path),
        unread=note.unread,
        problems=index.problems_in.get(note.path, 0),
    )


def _deadline(end: date) -> date:
    """The last day of the 48 hours."""
    return days_after(end, DAYS_48_HOURS) or date.max


def _brief(index: Index, ref: Ref) -> Brief:
    contact = index.network.contacts.get(ref.path) if ref.path else None
    if contact is None:
        return Brief(person_named(index, ref))
    questions = (each for each in contact.questions if each.is_open)
    return Brief(
        person=person_at(index, contact.path),
        circle=contact.circle,
        last=stretches(index, contact.contact_days, lambda day: last(index, contact, day)),
        hook=phrase(index, contact.card.hook) if contact.card.hook else (),
        mine=open_promises(index, contact, mine=True),
        theirs=open_promises(index, contact, mine=False),
        questions=tuple(prose(index, each.origin.path, each.html) for each in questions),
        needs=phrases(index, contact.card.needs),
    )


def _followed_up(met: Iterable[Met], day: date) -> int:
    now = (each.value for one in met for each in one.answers if each.lasts_on(day))
    return sum(each.state == "in time" for each in now)


def _met(index: Index, event: Event, ref: Ref) -> Met:
    contact = index.network.contacts.get(ref.path) if ref.path else None
    end = last_day(event)
    if contact is None or end is None:
        return Met(person_named(index, ref))
    turns = (end, days_after(_deadline(end), 1), *contact.contact_days)
    answers = stretches(index, turns, lambda day: _answered(contact, end, day))
    return Met(person_at(index, contact.path), answers)


def _answered(contact: Contact, end: date, day: date) -> Answered:
    """What followed up to a day, which is after the event."""
    if end > day:
        return Answered()
    deadline, on = _deadline(end), _next_contact(contact, end, day)
    if on is not None:
        return Answered("in time" if on <= deadline else "late", on)
    return Answered("open" if day <= deadline else "none")


def _next_contact(contact: Contact, end: date, today: date) -> date | None:
    """The first contact after an event's end, or on that day where I reached out."""
    same_day = any(each.day == end and each.direction == "out" for each in contact.interactions)
    later = (day for day in contact.contact_days if end < day <= today)
    return end if same_day else next(later, None)
