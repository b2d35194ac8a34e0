"""Follow-ups and promises as rows."""

from notesite.model.due import FollowUp
from notesite.model.network import Contact, Promise
from notesite.views.index import Index
from notesite.views.parts import FollowUpRow, PromiseRow
from notesite.views.people import last, person_at
from notesite.views.texts import note_ref, phrase, prose, source_ref

FAR = 99_999


def follow_up_row(index: Index, follow_up: FollowUp) -> FollowUpRow:
    """A follow-up with what helps to act on it: the reason, the last contact and the hook."""
    due = follow_up.due
    contact = index.network.contacts.get(due.contact)
    return FollowUpRow(
        person=person_at(index, due.contact),
        reason=due.reason,
        state=follow_up.state,
        due=follow_up.on,
        days=(follow_up.on - index.today).days,
        origin=due.origin,
        source=source_ref(index, due.origin),
        last=last(index, contact, index.today) if contact else None,
        hook=phrase(index, contact.card.hook) if contact and contact.card.hook else (),
        cadence=contact.cadence if contact else None,
        cadence_source=contact.cadence_source if contact else "",
        what=due.what,
        about=note_ref(index, due.about) if due.about else None,
        turns=follow_up.on.year - due.yearly.year if due.yearly and due.yearly.year else 0,
        hue=next((hue for since, hue in reversed(due.bands) if since <= index.today), ""),
        hidden_until=due.hidden_until,
    )


def follow_up_rows(index: Index, contact: Contact) -> tuple[FollowUpRow, ...]:
    """Every follow-up of a contact, the most pressing first; what returns every year once it is near."""
    found = index.follow_ups_of.get(contact.path, ())
    near = (each for each in found if each.due.yearly is None or each.state in ("today", "week"))
    return tuple(follow_up_row(index, each) for each in near)


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
        hidden_until=task.hidden_until,
        recurrence=task.recurrence,
        priority=task.priority,
    )


def open_promises(index: Index, contact: Contact, *, mine: bool) -> tuple[PromiseRow, ...]:
    """The open promises with a contact on one side, the earliest first."""
    rows = (
        promise_row(index, each) for each in contact.promises if each.is_mine is mine and each.task.is_open
    )
    return tuple(sorted(rows, key=promise_order))


def promise_order(row: PromiseRow) -> tuple[int, str, int]:
    """By due date, those without one last, then by where they are written."""
    return (row.days if row.days is not None else FAR, row.origin.path, row.origin.line)
