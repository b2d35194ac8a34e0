"""Contacts without a rhythm that drift away or went cold."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise
from math import ceil, floor
from statistics import median

from notesite.model.dates import Cadence
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
    settled = settling_day(contact)
    if contact.card.follow_up and contact.card.follow_up.exact and settled is None:
        return
    snooze = contact.card.snooze
    for number, (last, following) in enumerate(pairwise((*contact.contact_days, None))):
        if last is None or (settled and last < settled):
            continue
        gaps = [(later - day).days for day, later in pairwise(contact.contact_days[: number + 1])]
        windows: list[tuple[str, int, int | None]] = []
        if len(gaps) >= LEAST_GAPS:
            usual = median(gaps)
            windows.append(("drifting", floor(2 * usual) + 1, ceil(12 * usual)))
        if cold := COLD.after(last):
            windows.append(("cold", (cold - last).days, None))
        for what, first, end in windows:
            try:
                since = last + timedelta(days=first)
                until = last + timedelta(days=end) if end is not None else None
            except OverflowError:
                continue
            if following is not None:
                until = min(until, following) if until else following
            if until is None or since < until:
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
