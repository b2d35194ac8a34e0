"""Cadences that leave the calendar."""

from collections.abc import Iterable

from notesite.model.diagnostic import Diagnostic
from notesite.model.message import say
from notesite.model.network import Contact
from notesite.model.origin import Origin


def beyond_calendar(contact: Contact) -> Iterable[Diagnostic]:
    """The last contact plus the cadence falls after the year 9999."""
    cadence, days = contact.cadence, contact.contact_days
    if cadence is None or cadence.is_never or not days or cadence.after(days[-1]):
        return
    message = say(
        "%(day)s plus %(cadence)s is beyond the year 9999, so nothing is due",
        day=days[-1],
        cadence=cadence.words,
    )
    origin = contact.card.cadence_origin or Origin(contact.path)
    yield Diagnostic("date-range", message, origin, say("write a shorter cadence, or never"))
