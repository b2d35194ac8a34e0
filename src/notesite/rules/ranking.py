"""What a given day shows of the reasons, and in which order.

The script `select.js` of the site does the same in the browser, line for line, so that a page is right on
the day on which it is read: what may change by then is cut into windows first.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args

from notesite.model.dates import days_after
from notesite.model.due import STATES, Due, FollowUp, Reason, Window, state_of
from notesite.model.network import Contact, Network

REASONS: tuple[Reason, ...] = get_args(Reason)
"""Kinds of reason in the order in which a day lists them."""

_REASONS = {reason: place for place, reason in enumerate(REASONS)}
_STATES = {state: place for place, state in enumerate(STATES)}

Stretch = tuple[date | None, date | None]
"""From a day up to but not including another; None is open."""


def select(dues: Iterable[Due], network: Network, day: date) -> tuple[FollowUp, ...]:
    """The follow-ups of a day: by state, kind of reason, lateness, then name and path.

    Of those to revive, one.
    """
    return standing(windows(dues, network, day, day), day)


def windows(dues: Iterable[Due], network: Network, first: date, last: date) -> Iterator[Window]:
    """The reasons that stand on some day between two, each cut where more changes than its lateness.

    That is where a yearly one has returned, and where a contact that lies ahead has come.
    """
    for due in dues:
        contact = network.contacts.get(due.contact)
        name = contact.name if contact else network.events[due.contact].name
        for on, stretch in _returns(due, first, last):
            for since, until in _clipped(stretch, contact, first, last):
                known = max(since, first) if since else first
                last_contact = contact.last_contact(known) if contact else None
                yield Window(due, on, since, until, last_contact, name)


def standing(found: Iterable[Window], day: date) -> tuple[FollowUp, ...]:
    """The follow-ups that a day shows of some windows, in order."""
    now = [each for each in found if each.stands_on(day)]
    rows = [_row(each, day) for each in now if each.due.reason != "revive"]
    if revived := _revived([each for each in now if each.due.reason == "revive"], day):
        rows.append(_row(revived, day))
    return tuple(sorted(rows, key=lambda row: (_STATES[row.state], *_rank(row, day))))


def for_today(rows: Iterable[FollowUp], day: date) -> tuple[FollowUp, ...]:
    """Whom the Today page lists: all that is late or due, and first follow-ups from their first day.

    By kind of reason first, whatever the state. The one to revive has a place of its own.
    """
    now = (
        row
        for row in rows
        if row.due.reason != "revive"
        and (
            row.state in ("overdue", "today") or (row.due.reason == "first-follow-up" and row.state == "week")
        )
    )
    return tuple(sorted(now, key=lambda row: _rank(row, day)))


def following(rows: Iterable[FollowUp]) -> FollowUp | None:
    """The first that is due after today; None where nothing is."""
    ahead = [row for row in rows if row.state in ("week", "later")]
    return min(ahead, key=lambda row: row.on, default=None)


def lateness(row: FollowUp, day: date) -> float:
    """How late a follow-up is: in days, and for a rhythm in intervals of its own, times its weight."""
    late = (day - row.on).days
    if row.due.last is None:
        return late
    return late / max((row.on - row.due.last).days, 1) * row.due.weight


def _rank(row: FollowUp, day: date) -> tuple[object, ...]:
    due, window = row.window.due, row.window
    return (_REASONS[due.reason], -lateness(row, day), window.name.casefold(), due.contact, due.origin)


def _row(window: Window, day: date) -> FollowUp:
    on = window.on or day
    return FollowUp(window, on, state_of(on, window.due.hidden_until, day))


def _revived(found: list[Window], day: date) -> Window | None:
    """One to revive, another each day: those that drift before those that are cold."""
    awake = [each for each in found if each.due.hidden_until is None or each.due.hidden_until <= day]
    drifting = [each for each in awake if each.due.what == "drifting"]
    ordered = sorted(drifting or awake, key=lambda each: (each.due.contact, each.due.origin))
    return ordered[day.toordinal() % len(ordered)] if ordered else None


def _returns(due: Due, first: date, last: date) -> Iterator[tuple[date | None, Stretch]]:
    """When a reason is due, and on which days it is that: once, or in every year that is near."""
    if due.yearly is None:
        yield None if due.reason == "revive" else due.due, (due.since, due.until)
        return
    until: date | None = None
    for year in range(max(first.year - 1, date.min.year), date.max.year + 1):
        on = due.yearly.in_year(year)
        since, until = until, days_after(on, 1)
        if since and since > last:
            return
        yield on, (since, until)


def _clipped(stretch: Stretch, contact: Contact | None, first: date, last: date) -> Iterator[Stretch]:
    """The parts of a stretch between two days, cut on the days of contact that lie ahead of the first."""
    since, until = stretch
    if (since and since > last) or (until and until <= first):
        return
    days = contact.contact_days if contact else ()
    for day in days[bisect_right(days, first) :]:
        if day > last or (until and day >= until):
            break
        if since is None or since < day:
            yield since, day
            since = day
    yield since, until
