"""A note in short, and its rows in lists: what pages of many notes are made of."""

from dataclasses import replace

from notesite.insights.capacity import first_day
from notesite.model.network import Contact, Promise
from notesite.model.note import Task
from notesite.model.origin import Origin
from notesite.model.summary import Fate, Lines, Owed, Standing, Summary
from notesite.views.chunks import names_of
from notesite.views.contacts import alphabet, contact_row
from notesite.views.dated import days_of, lines_of
from notesite.views.deeds import acquainted_in, deeds_of, goals_of, introducers_of, profile_of, texts_of
from notesite.views.events import event_row, occasion_of
from notesite.views.index import Index
from notesite.views.parts import DeedRow, NoteRows
from notesite.views.rows import promise_row, window_row
from notesite.views.texts import phrases, prose, source_ref


def summary_of(index: Index, path: str, lines: Lines | None = None) -> Summary:
    """The note at a path in short, given its lines of the timeline where they are known."""
    network = index.network
    contact, event = network.contacts.get(path), network.events.get(path)
    name = network.name_of(path) or path
    summary = Summary(
        path=path,
        name=name,
        order=alphabet(name),
        standing=_standing(index, contact) if contact else None,
        occasion=occasion_of(index, event) if event else None,
        windows=index.windows_of.get(path, ()),
        promises=tuple(_owed(each.task) for each in _promises(index, path)),
        dated=days_of(lines_of(index, path) if lines is None else lines),
        profile=profile_of(index, contact) if contact else None,
        deeds=deeds_of(index, path),
        acquainted=acquainted_in(index, path),
        introduced_by=introducers_of(index, path),
        serves=goals_of(index, path),
    )
    return replace(summary, chunks=tuple(sorted(names_of(index, summary))))


def rows_of(index: Index, path: str) -> NoteRows:
    """The rows of the note at a path."""
    contact, event = index.network.contacts.get(path), index.network.events.get(path)
    return NoteRows(
        contact=contact_row(index, contact) if contact else None,
        event=event_row(index, event) if event else None,
        windows=tuple(window_row(index, each) for each in index.windows_of.get(path, ())),
        promises=tuple(promise_row(index, each) for each in _promises(index, path)),
        deeds=tuple(_deed_row(index, *each) for each in texts_of(index, path)),
        needs=phrases(index, contact.card.needs) if contact else (),
        offers=phrases(index, contact.card.offers) if contact else (),
    )


def _deed_row(index: Index, html: str, text: str, origin: Origin) -> DeedRow:
    return DeedRow(prose(index, origin.path, html), text, source_ref(index, origin), origin)


def _promises(index: Index, path: str) -> list[Promise]:
    """The promises of a note in the order in which they are written."""
    return sorted(index.network.promises_in.get(path, ()), key=lambda each: each.task.origin)


def _standing(index: Index, contact: Contact) -> Standing:
    rhythm, since = contact.cadence, first_day(index.today)
    row = contact_row(index, contact)
    return Standing(
        circle=contact.circle,
        status=contact.card.status,
        is_me=contact.note.is_me,
        rhythm=0 if rhythm is None or rhythm.is_never else rhythm.days,
        last=row.last,
        days=tuple(day for day in contact.contact_days if since < day),
        next=row.next,
        next_state=row.next_state,
        birthday=contact.card.birthday,
        is_reported=bool(contact.reports),
    )


def _owed(task: Task) -> Owed:
    return Owed(
        line=task.origin.line,
        is_mine=not task.theirs,
        fate=_fate(task),
        due=task.due,
        hidden_until=task.hidden_until,
        settled=None if task.is_open else task.done or task.cancelled or task.due,
    )


def _fate(task: Task) -> Fate:
    if task.is_open:
        return "open"
    if not task.is_done:
        return "dropped"
    return "late" if task.due and task.done and task.done > task.due else "kept"
