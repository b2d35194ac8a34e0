"""The rhythm: last contact plus cadence."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from statistics import median

from notesite.model.dates import Cadence
from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.rules.explicit import settling_day

GAPS = 4
TOO_LONG = 1.5
WHOLE_WEEKS = 14
WHOLE_MONTHS = 60
WHOLE_YEARS = 24
"""From so many days on a gap is told in weeks and in months, from so many months on in years."""


def cadence(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """The contact is due one cadence after the last contact: its own, the circle's, or a tag's.

    An explicit `follow-up` replaces the rhythm until it is settled. A dormant contact has no
    rhythm, and neither has one with whom no contact is recorded; `snooze` hides it until its day.
    Where the median of the last four gaps is over one and a half times the rhythm, a slower one is suggested.
    """
    rhythm = contact.cadence
    if rhythm is None or rhythm.is_never or contact.card.status != "active":
        return
    days = contact.contact_days
    if contact.card.follow_up is not None and contact.card.follow_up.exact is not None:
        settled = settling_day(contact)
        days = tuple(day for day in days if settled is not None and day >= settled)
    snooze = contact.card.snooze
    skipped, weight = len(contact.contact_days) - len(days), settings.weight(contact.circle)
    for number, (last, following) in enumerate(pairwise((*days, None)), start=skipped + 1):
        due = rhythm.after(last) if last else None
        if due is None:
            continue
        suggested = slower(rhythm, contact.contact_days[:number])
        yield Due(
            contact=contact.path,
            reason="cadence",
            due=due,
            origin=contact.card.cadence_origin or Origin(contact.path),
            since=last,
            until=following,
            hidden_until=snooze.exact if snooze else None,
            bands=((due, "soon"),) if suggested else (),
            last=last,
            weight=weight,
            settled_by="contact",
            suggested=suggested,
        )


def slower(rhythm: Cadence, days: tuple[date, ...]) -> Cadence | None:
    """The rhythm that the last four gaps between some days keep, where it is much slower; else None."""
    gaps = [(later - day).days for day, later in pairwise(days[-GAPS - 1 :])]
    if len(gaps) < GAPS or median(gaps) <= TOO_LONG * rhythm.days:
        return None
    usual = median(gaps)
    if usual < WHOLE_WEEKS:
        return Cadence(round(usual), "days")
    if usual < WHOLE_MONTHS:
        return Cadence(round(usual / 7), "weeks")
    months = round(usual / 30.436875)
    return Cadence(months, "months") if months < WHOLE_YEARS else Cadence(round(months / 12), "years")
