"""The calendar feed of some follow-ups, as tests ask for it."""

from collections.abc import Iterable, Mapping
from datetime import date

from notesite.exchange.icalendar_feed import Header, Told, entries_of, feed_of
from notesite.model.due import FollowUp
from notesite.model.network import Contact, Event


def follow_ups_ics(
    follow_ups: Iterable[FollowUp],
    contacts: Mapping[str, Contact],
    events: Mapping[str, Event],
    day: date,
    header: Header,
    told: Told = str,
) -> bytes:
    """The feed as of a day, with all events, its words as `told` gives them."""
    entries = entries_of(follow_ups, events.values(), (contacts, events), day, header.zone, told)
    return feed_of(entries, header, told)
