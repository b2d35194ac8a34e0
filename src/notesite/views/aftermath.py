"""What an event brought: people met, how soon they heard from you, promises, introductions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.model.dates import days_after
from notesite.model.network import Contact, Event, Interaction, Promise, Ref
from notesite.model.note import Entry
from notesite.model.values import Kind
from notesite.views.event_days import deadline, is_during, last_day
from notesite.views.index import Index
from notesite.views.parts import Stretch
from notesite.views.stretches import stretches
from notesite.views.texts import note_ref

MOST_LOOKED_UP = 60
"""So many of those met are looked into; whoever meets more writes their names alone."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Whether the 48 hours after an event saw a follow-up, and the day of the first contact since."""

    state: Literal["in time", "late", "open", "none", "unknown"] = "unknown"
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Encounter:
    """Somebody met: a contact, or the bare name of somebody who has no note."""

    ref: Ref
    contact: Contact | None = None
    answers: tuple[Stretch[Answered], ...] = (Stretch(Answered()),)


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What came of an event; `deadline` is the last day of its 48 hours.

    `in_time` counts those who heard from you by then, as the days go on. `promises` were made there,
    `introductions` are the entries that tell of one, each with its day.
    """

    met: tuple[Encounter, ...] = ()
    deadline: date | None = None
    in_time: tuple[Stretch[int], ...] = ()
    promises: tuple[Promise, ...] = ()
    introductions: tuple[tuple[date, Entry], ...] = ()


def aftermath(index: Index, event: Event) -> Aftermath:
    """What came of an event."""
    met = tuple(_encounters(index, event))
    end = last_day(event)
    contacts = [each.contact for each in met if each.contact]
    turns = (each.since for one in met for each in one.answers)
    return Aftermath(
        met=met,
        deadline=deadline(end) if end else None,
        in_time=stretches(index, turns, lambda day: _in_time(met, day)),
        promises=tuple(_promises(index, event, contacts)),
        introductions=tuple(_introductions(event, contacts)),
    )


def _encounters(index: Index, event: Event) -> Iterator[Encounter]:
    """Those whom the event's note names as met, then those whose own notes say so, by path."""
    for number, ref in enumerate(_met(index, event)):
        contact = index.network.contacts.get(ref.path) if ref.path and number < MOST_LOOKED_UP else None
        end = last_day(event)
        if contact is None or end is None:
            yield Encounter(ref, contact)
        else:
            yield Encounter(ref, contact, _answers(index, contact, end))


def _met(index: Index, event: Event) -> tuple[Ref, ...]:
    named = {ref.path or ref.label: ref for ref in event.met}
    if event.card.status in ("idea", "skipped"):
        return tuple(named.values())
    linking = (event.path, *index.network.backlinks.get(event.path, ()))
    for path in (each for one in linking[:MOST_LOOKED_UP] for each in _told_by(index, event, one)):
        named.setdefault(path, note_ref(index, path))
    return tuple(named.values())


def _told_by(index: Index, event: Event, path: str) -> Iterator[str]:
    """The contacts with whom a note tells of contact at an event, on one of its days."""
    if index.network.is_(path, Kind.CONTACT):
        found = index.network.contacts[path].interactions
        if any(each.event == event.path and is_during(event, each.day) for each in found):
            yield path
        return
    note, targets = index.network.notes[path], index.network.targets[path]
    for entry in note.body.entries:
        day = entry.date or note.day
        is_there = path == event.path or (entry.place is not None and targets[entry.place] == event.path)
        if is_there and entry.is_contact and day and is_during(event, day):
            heads = (targets[number] for number in entry.people)
            yield from (each for each in heads if each and index.network.is_(each, Kind.CONTACT))


def _answers(index: Index, contact: Contact, end: date) -> tuple[Stretch[Answered], ...]:
    turns = (end, days_after(deadline(end), 1), *contact.contact_days)
    return stretches(index, turns, lambda day: answered(contact, end, day))


def answered(contact: Contact, end: date, day: date) -> Answered:
    """What followed up to a day on an event that ended on another."""
    if end > day:
        return Answered()
    latest, on = deadline(end), _next_contact(contact, end, day)
    if on is not None:
        return Answered("in time" if on <= latest else "late", on)
    return Answered("open" if day <= latest else "none")


def _next_contact(contact: Contact, end: date, today: date) -> date | None:
    """The first contact after an event's end, or on that day where I reached out."""
    same_day = any(each.day == end and each.direction == "out" for each in contact.interactions)
    later = (day for day in contact.contact_days if end < day <= today)
    return end if same_day else next(later, None)


def _in_time(met: Iterable[Encounter], day: date) -> int:
    now = (each.value for one in met for each in one.answers if each.lasts_on(day))
    return sum(each.state == "in time" for each in now)


def _promises(index: Index, event: Event, met: Iterable[Contact]) -> Iterator[Promise]:
    """Those in the event's note, then those of the people met that were made on its days."""
    yield from index.network.promises_in.get(event.path, ())
    made = {
        each.task.origin: each
        for contact in met
        for each in contact.promises
        if each.task.created and each.task.origin.path != event.path and is_during(event, each.task.created)
    }
    yield from (each for _, each in sorted(made.items()))


def _introductions(event: Event, met: Iterable[Contact]) -> Iterator[tuple[date, Entry]]:
    """Those in the event's note, then those that people met tell of, there or on its days; each once."""
    own = [each for each in event.note.body.entries if each.channel == "intro"]
    told = (each for contact in met for each in contact.interactions if _is_introduction(event, each))
    found = {each.origin: (each.date or event.start, each) for each in own}
    found |= {each.origin: (each.day, each.entry) for each in told if each.entry}
    for _, (day, entry) in sorted(found.items()):
        if day:
            yield day, entry


def _is_introduction(event: Event, each: Interaction) -> bool:
    return each.channel == "intro" and (each.event == event.path or is_during(event, each.day))
