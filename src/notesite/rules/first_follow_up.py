"""The 48 hours after a first meeting."""

from collections.abc import Iterable

from notesite.model.dates import days_after
from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.origin import Origin
from notesite.model.settings import Settings

CLOCK_DAYS = 2
LAPSES_AFTER = 14


def first_follow_up(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """Somebody whom you met for the first time is to hear from you within two days.

    The clock starts at the earliest `met` that is known to the day. It is green on that day and the
    next, amber on the second, red until the fourteenth; then it lapses. A later contact settles it,
    and so does something sent on the same day. `snooze` and dormant do not hide it.
    """
    met = contact.met.exact if contact.met else None
    due = days_after(met, CLOCK_DAYS) if met else None
    if met is None or due is None:
        return
    if any(each.day == met and each.direction == "out" for each in contact.interactions):
        return
    ends = (days_after(met, LAPSES_AFTER + 1), *(day for day in contact.contact_days if day > met))
    red = days_after(due, 1)
    meeting = next((each for each in contact.interactions if each.day == met and each.channel == "met"), None)
    yield Due(
        contact=contact.path,
        reason="first-follow-up",
        due=due,
        origin=meeting.origin if meeting else Origin(contact.path),
        since=met,
        until=min((day for day in ends if day), default=None),
        bands=((met, "fine"), (due, "soon"), *(((red, "late"),) if red else ())),
        about=(meeting.event or "") if meeting else "",
        settled_by="contact",
    )
