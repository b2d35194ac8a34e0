"""What a given day shows of the reasons, and in which order."""

from collections.abc import Iterable
from datetime import date

from notesite.model.due import STATES, Due, FollowUp, Reason
from notesite.model.network import Network

REASONS: tuple[Reason, ...] = ("promise", "explicit", "cadence")


def lateness(due: Due, day: date) -> float:
    """How late a rhythm is, in intervals of its own: (day - due) / (due - last contact)."""
    if due.last is None:
        return float((day - due.due).days)
    return (day - due.due).days / max((due.due - due.last).days, 1)


def select(dues: Iterable[Due], network: Network, day: date) -> tuple[FollowUp, ...]:
    """The follow-ups of a day: by state, kind of reason, lateness, then name and path."""
    found = [
        FollowUp(due, due.state_on(day), contact.last_contact(day), contact.name)
        for due in dues
        if due.exists_on(day)
        for contact in (network.contacts[due.contact],)
    ]
    return tuple(
        sorted(
            found,
            key=lambda row: (
                STATES.index(row.state),
                REASONS.index(row.due.reason),
                -lateness(row.due, day),
                row.name.casefold(),
                row.due.contact,
                row.due.origin,
            ),
        )
    )
