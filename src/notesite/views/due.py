"""Follow-ups: everything due, in buckets, of each the most pressing."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from notesite.insights.capacity import Capacity, capacity
from notesite.model.due import STATES, State
from notesite.model.network import Contact
from notesite.views.contacts import by_name, contact_row
from notesite.views.index import Index
from notesite.views.parts import ContactRow, FollowUpRow, Stretch
from notesite.views.portions import MOST_ROWS, Portion, portion
from notesite.views.rows import follow_up_row


@dataclass(frozen=True, slots=True)
class Bucket:
    """The follow-ups of one state."""

    state: State
    found: Portion[FollowUpRow]


@dataclass(frozen=True, slots=True)
class Silent:
    """Contacts with a rhythm and no contact to count it from, each until its first one.

    `rows` are so many that on every later day enough are left to show; `ends` are the days on which one
    of them all is no longer silent.
    """

    rows: tuple[Stretch[ContactRow], ...]
    count: int
    ends: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class DueView:
    """The page of all follow-ups.

    `most` is how many each bucket may show, `chunks` name what tells those of later days; `reached` counts
    the contacts of the last twelve weeks.
    """

    day: date
    buckets: tuple[Bucket, ...]
    silent: Silent
    most: int
    chunks: tuple[str, ...]
    capacity: Capacity
    reached: int


def due_view(index: Index, chunks: tuple[str, ...]) -> DueView:
    """The page of all follow-ups."""
    in_state = {state: [each for each in index.follow_ups if each.state == state] for state in STATES}
    row = partial(follow_up_row, index)
    return DueView(
        day=index.today,
        buckets=tuple(Bucket(state, portion(found, row)) for state, found in in_state.items()),
        silent=_silent(index),
        most=MOST_ROWS,
        chunks=chunks,
        capacity=(found := capacity(index.network, index.today, index.last_day)),
        reached=found.reached(index.today),
    )


def _silent(index: Index) -> Silent:
    """Each until its first contact, where one is written down for a day ahead."""
    contacts = index.network.contacts
    until = {path: next(iter(each.contact_days), None) for path, each in contacts.items() if _is(index, each)}
    rows: list[Stretch[ContactRow]] = []
    staying = 0
    for path in by_name(index, until):
        if staying == MOST_ROWS:
            break
        rows.append(Stretch(contact_row(index, contacts[path]), until=until[path]))
        staying += until[path] is None
    return Silent(tuple(rows), len(until), tuple(sorted(day for day in until.values() if day)))


def _is(index: Index, contact: Contact) -> bool:
    """Whether a contact is one to hear from, and there is nothing to count from."""
    return (
        contact.card.status == "active"
        and not contact.note.is_me
        and contact.cadence is not None
        and not contact.cadence.is_never
        and contact.last_contact(index.today) is None
    )
