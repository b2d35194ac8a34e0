"""The follow-up date that the contact's own front matter sets."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.settings import Settings


def settling_day(contact: Contact) -> date | None:
    """The first contact on or after the `follow-up` date, which settles it; None while it is open."""
    follow_up = contact.card.follow_up
    if follow_up is None or follow_up.exact is None:
        return None
    index = bisect_left(contact.contact_days, follow_up.exact)
    return contact.contact_days[index] if index < len(contact.contact_days) else None


def explicit(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """`follow-up: 2026-12-01` makes the contact due on that day, whatever the cadence says.

    It replaces the rhythm until a contact dated on or after it; `next-step` says what for, and
    `snooze` hides it until its day.
    """
    follow_up = contact.card.follow_up
    if follow_up is None or follow_up.exact is None:
        return
    snooze, step = contact.card.snooze, contact.card.next_step
    yield Due(
        contact=contact.path,
        reason="explicit",
        due=follow_up.exact,
        origin=follow_up.origin,
        until=settling_day(contact),
        hidden_until=snooze.exact if snooze else None,
        what=step.text if step else "",
        settled_by="contact",
    )
