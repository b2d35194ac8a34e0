"""What a given day shows of the reasons, and in which order.

The site's script does the same in the browser, line for line, so that a page is right on the day
on which it is read.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args

from notesite.model.due import STATES, Due, FollowUp, Reason, state_of
from notesite.model.network import Network

REASONS: tuple[Reason, ...] = get_args(Reason)
"""Kinds of reason in the order in which a day lists them."""


def select(dues: Iterable[Due], network: Network, day: date) -> tuple[FollowUp, ...]:
    """The follow-ups of a day: by state, kind of reason, lateness, then name and path.

    Of those to revive, one.
    """
    existing = [due for due in dues if due.exists_on(day)]
    rows = [*_rows((due for due in existing if due.reason != "revive"), network, day)]
    if revived := _revived([due for due in existing if due.reason == "revive"], day):
        rows += _rows([revived], network, day)
    return tuple(sorted(rows, key=lambda row: (STATES.index(row.state), *_rank(row, day))))


def for_today(rows: Iterable[FollowUp], day: date) -> tuple[FollowUp, ...]:
    """What the Today page lists: all that is late or due, and first follow-ups from their first day.

    By kind of reason first, whatever the state.
    """
    now = (
        row
        for row in rows
        if row.state in ("overdue", "today") or (row.due.reason == "first-follow-up" and row.state == "week")
    )
    return tuple(sorted(now, key=lambda row: _rank(row, day)))


def lateness(row: FollowUp, day: date) -> float:
    """How late a follow-up is: in days, and for a rhythm in intervals of its own, times its weight."""
    late = (day - row.on).days
    if row.due.last is None:
        return late
    return late / max((row.on - row.due.last).days, 1) * row.due.weight


def _rank(row: FollowUp, day: date) -> tuple[object, ...]:
    reason = REASONS.index(row.due.reason)
    return (reason, -lateness(row, day), row.name.casefold(), row.due.contact, row.due.origin)


def _rows(dues: Iterable[Due], network: Network, day: date) -> Iterator[FollowUp]:
    for due in dues:
        on = day if due.reason == "revive" else due.due_on(day)
        if on is None:
            continue
        state = state_of(on, due.hidden_until, day)
        if contact := network.contacts.get(due.contact):
            yield FollowUp(due, on, state, contact.last_contact(day), contact.name)
        else:
            yield FollowUp(due, on, state, None, network.events[due.contact].name)


def _revived(dues: list[Due], day: date) -> Due | None:
    """One to revive, another each day: those that drift before those that are cold."""
    awake = [due for due in dues if due.hidden_until is None or due.hidden_until <= day]
    drifting = [due for due in awake if due.what == "drifting"]
    found = sorted(drifting or awake, key=lambda due: (due.contact, due.origin))
    return found[day.toordinal() % len(found)] if found else None
