"""Follow-ups: everything due, in buckets."""

from dataclasses import dataclass
from datetime import date

from notesite.model.due import STATES, State
from notesite.views.contacts import by_name, contact_row
from notesite.views.index import Index
from notesite.views.parts import ContactRow, FollowUpRow
from notesite.views.rows import follow_up_row


@dataclass(frozen=True, slots=True)
class Bucket:
    """The follow-ups of one state."""

    state: State
    rows: tuple[FollowUpRow, ...]


@dataclass(frozen=True, slots=True)
class DueView:
    """The page of all follow-ups. `silent` are contacts with a rhythm and no contact to count it from."""

    day: date
    buckets: tuple[Bucket, ...]
    silent: tuple[ContactRow, ...]


def due_view(index: Index) -> DueView:
    """The page of all follow-ups."""
    rows = [follow_up_row(index, each) for each in index.follow_ups]
    buckets = (Bucket(state, tuple(row for row in rows if row.state == state)) for state in STATES)
    silent = (
        contact_row(index, contact)
        for contact in index.network.contacts.values()
        if contact.card.status == "active"
        and not contact.note.is_me
        and contact.cadence is not None
        and not contact.cadence.is_never
        and contact.last_contact(index.today) is None
    )
    return DueView(index.today, tuple(bucket for bucket in buckets if bucket.rows), tuple(by_name(silent)))
