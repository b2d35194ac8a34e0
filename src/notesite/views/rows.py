"""Follow-ups and promises as rows."""

from dataclasses import replace
from datetime import date

from notesite.model.due import State, Window, state_of
from notesite.model.network import Contact, Promise
from notesite.rules.ranking import standing
from notesite.views.index import Index
from notesite.views.parts import FollowUpRow, PromiseRow, Stretch
from notesite.views.people import last, person_at
from notesite.views.texts import note_ref, phrase, prose, source_ref

FAR = 99_999


def window_row(index: Index, window: Window, tie: int = 0) -> FollowUpRow:
    """A window as the row that it is on its days, though today may be none of them."""
    on = window.on or max(index.today, window.since or index.today)
    return _row(index, window, on, state_of(on, window.due.hidden_until, index.today), tie)


def _row(index: Index, window: Window, on: date, state: State, tie: int = 0) -> FollowUpRow:
    due = window.due
    contact = index.network.contacts.get(due.contact)
    return FollowUpRow(
        person=person_at(index, due.contact),
        reason=due.reason,
        state=state,
        due=on,
        days=(on - index.today).days,
        origin=due.origin,
        source=source_ref(index, due.origin),
        last=last(index, contact, window.last_contact) if contact and window.last_contact else None,
        hook=phrase(index, contact.card.hook) if contact and contact.card.hook else (),
        cadence=contact.cadence if contact else None,
        cadence_source=contact.cadence_source if contact else "",
        suggested=due.suggested,
        what=due.what,
        about=note_ref(index, due.about) if due.about else None,
        turns=on.year - due.yearly.year if due.yearly and due.yearly.year else 0,
        hue=next((hue for since, hue in reversed(due.bands) if since <= index.today), ""),
        hidden_until=due.hidden_until,
        window=window,
        is_now=window.stands_on(index.today),
        tie=tie,
    )


def follow_up_rows(index: Index, contact: Contact) -> tuple[FollowUpRow, ...]:
    """Every follow-up of a contact, the most pressing first; what returns every year once it is near.

    Those of later days follow, for a page that is read then.
    """
    found = sorted(
        index.windows_of.get(contact.path, ()), key=lambda each: (each.due.origin, each.since or date.min)
    )
    rows = {each: window_row(index, each, tie) for tie, each in enumerate(found)}
    now = [
        each.window
        for each in standing(found, index.today)
        if each.due.yearly is None or each.state in ("today", "week")
    ]
    later = (replace(rows[each], is_now=False) for each in found if each not in now)
    return (*(rows[each] for each in now), *later)


def promise_row(index: Index, promise: Promise) -> PromiseRow:
    """A promise with the people that it concerns."""
    task = promise.task
    return PromiseRow(
        text=prose(index, task.origin.path, task.html),
        plain=task.text,
        people=tuple(person_at(index, path) for path in promise.contacts),
        is_mine=promise.is_mine,
        is_open=task.is_open,
        origin=task.origin,
        source=source_ref(index, task.origin),
        state=task.state,
        due=task.due,
        days=(task.due - index.today).days if task.due else None,
        created=task.created,
        done=task.done,
        cancelled=task.cancelled,
        hidden=_hidden(index, task.hidden_until),
        recurrence=task.recurrence,
        priority=task.priority,
    )


def _hidden(index: Index, until: date | None) -> Stretch[date] | None:
    return Stretch(until, until=until, is_now=index.today < until) if until else None


def open_promises(index: Index, contact: Contact, *, mine: bool) -> tuple[PromiseRow, ...]:
    """The open promises with a contact on one side, the earliest first."""
    rows = (
        promise_row(index, each) for each in contact.promises if each.is_mine is mine and each.task.is_open
    )
    return tuple(sorted(rows, key=promise_order))


def promise_order(row: PromiseRow) -> tuple[int, str, int]:
    """By due date, those without one last, then by where they are written."""
    return (row.days if row.days is not None else FAR, row.origin.path, row.origin.line)
