"""Follow-ups: everything due, in buckets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from notesite.insights.capacity import Capacity, capacity
from notesite.model.due import STATES, State
from notesite.views.contacts import by_name, contact_row
from notesite.views.index import Index
from notesite.views.parts import ContactRow, FollowUpRow, Stretch
from notesite.views.rows import follow_up_row


@dataclass(frozen=True, slots=True)
class Bucket:
    """The follow-ups of one state."""

    state: State
    rows: tuple[FollowUpRow, ...]


@dataclass(frozen=True, slots=True)
class DueView:
    """The page of all follow-ups. `silent` are contacts with a rhythm and no contact to count it from.

    `chunks` name what holds the rows of later days; `reached` counts the contacts of the last twelve weeks.
    """

    day: date
    buckets: tuple[Bucket, ...]
    silent: tuple[Stretch[ContactRow], ...]
    chunks: tuple[str, ...]
    capacity: Capacity
    reached: int


def due_view(index: Index, chunks: tuple[str, ...]) -> DueView:
    """The page of all follow-ups."""
    rows = [follow_up_row(index, each) for each in index.follow_ups]
    return DueView(
        day=index.today,
        buckets=tuple(Bucket(state, tuple(row for row in rows if row.state == state)) for state in STATES),
        silent=tuple(_silent(index)),
        chunks=chunks,
        capacity=(found := capacity(index.network, index.today, index.last_day)),
        reached=found.reached(index.today),
    )


def _silent(index: Index) -> Iterator[Stretch[ContactRow]]:
    """Each until its first contact, where one is written down for a day ahead."""
    silent = {
        contact.path: contact
        for contact in index.network.contacts.values()
        if contact.card.status == "active"
        and not contact.note.is_me
        and contact.cadence is not None
        and not contact.cadence.is_never
        and contact.last_contact(index.today) is None
    }
    for row in by_name(contact_row(index, contact) for contact in silent.values()):
        yield Stretch(row, until=next(iter(silent[row.person.path].contact_days), None))
