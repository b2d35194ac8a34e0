"""Contacts without a rhythm that drift away or went cold."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from math import ceil, floor
from statistics import median

from notesite.model.dates import Cadence, days_after
from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.rules.explicit import settling_day

LEAST_GAPS = 4
COLD = Cadence(1, "years")


def revive(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """A contact without a cadence is never due; one that drifts or went cold is offered, one a day.

    Drifting: at least four gaps, a silence above twice the median gap and below twelve times. Cold: a year
    of silence. `snooze`, dormant, `cadence: never` and an open `follow-up` leave it out.
    """
    if contact.cadence is not None or contact.card.status != "active":
        return
    settled, follow_up, snooze = settling_day(contact), contact.card.follow_up, contact.card.snooze
    if follow_up and follow_up.exact and settled is None:
        return
    for last, following, what, since, lapses in _silences(contact.contact_days):
        until = min((day for day in (lapses, following) if day), default=None)
        if (settled is None or last >= settled) and (until is None or since < until):
            yield Due(
                contact=contact.path,
                reason="revive",
                due=since,
                origin=Origin(contact.path),
                since=since,
                until=until,
                hidden_until=snooze.exact if snooze else None,
                what=what,
                settled_by="contact",
            )


def _silences(days: tuple[date, ...]) -> Iterator[tuple[date, date | None, str, date, date | None]]:
    """The silence after each day of contact: that day, the next one, what it is, since when, until when."""
    for number, last in enumerate(days):
        following = days[number + 1] if number + 1 < len(days) else None
        gaps = [(later - day).days for day, later in pairwise(days[: number + 1])]
        usual = median(gaps) if len(gaps) >= LEAST_GAPS else None
        if usual is not None and (since := days_after(last, floor(2 * usual) + 1)):
            yield last, following, "drifting", since, days_after(last, ceil(12 * usual))
        if cold := COLD.after(last):
            yield last, following, "cold", cold, None
