"""Birthdays and other dates that return every year."""

from collections.abc import Iterable

from notesite.model.dates import Yearly
from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.origin import Origin
from notesite.model.settings import Settings


def birthday(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """`birthday` makes the contact due every year on that day, never overdue.

    It is announced `announce-days` (7) ahead; 29 February falls on the 28th in common years.
    """
    if contact.card.birthday:
        yield _yearly(contact, "birthday", contact.card.birthday)


def dates(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """Each of the `dates`, such as an anniversary, returns every year as a birthday does."""
    for name, day in contact.card.dates:
        yield _yearly(contact, "date", day, name)


def _yearly(contact: Contact, reason: str, day: Yearly, what: str = "") -> Due:
    return Due(
        contact=contact.path,
        reason="birthday" if reason == "birthday" else "date",
        due=day.in_year(day.year or 2000),
        origin=Origin(contact.path),
        yearly=day,
        what=what,
    )
