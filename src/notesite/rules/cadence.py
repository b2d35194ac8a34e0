"""The rhythm: last contact plus cadence."""

from collections.abc import Iterable
from itertools import pairwise

from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.rules.explicit import settling_day


def cadence(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """The contact is due one cadence after the last contact: its own, the circle's, or a tag's.

    An explicit `follow-up` replaces the rhythm until it is settled. A dormant contact has no
    rhythm, and neither has one with whom no contact is recorded; `snooze` hides it until its day.
    """
    rhythm = contact.cadence
    if rhythm is None or rhythm.is_never or contact.card.status != "active":
        return
    days = contact.contact_days
    if contact.card.follow_up is not None and contact.card.follow_up.exact is not None:
        settled = settling_day(contact)
        days = tuple(day for day in days if settled is not None and day >= settled)
    snooze = contact.card.snooze
    for last, following in pairwise((*days, None)):
        due = rhythm.after(last) if last else None
        if due is None:
            continue
        yield Due(
            contact=contact.path,
            reason="cadence",
            due=due,
            origin=contact.card.cadence_origin or Origin(contact.path),
            since=last,
            until=following,
            hidden_until=snooze.exact if snooze else None,
            last=last,
            weight=settings.weight(contact.circle),
            settled_by="contact",
        )
