"""An event ahead that is worth preparing."""

from collections.abc import Iterable

from notesite.model.dates import days_after
from notesite.model.due import Due
from notesite.model.network import Event, Network
from notesite.model.origin import Origin
from notesite.model.settings import Settings


def prepare(event: Event, network: Network, settings: Settings) -> Iterable[Due]:
    """An event to which you go, and at which you know somebody or follow a goal, is to be prepared.

    Due `prepare-days` (3) before it begins, until the day after; only where `status` is going.
    """
    if event.card.status != "going" or event.start is None or not _is_worth_it(event, network):
        return
    due = days_after(event.start, -settings.prepare_days)
    if due is None:
        return
    yield Due(
        contact=event.path,
        reason="prepare",
        due=due,
        origin=event.card.date.origin if event.card.date else Origin(event.path),
        until=days_after(event.start, 1),
        last=None,
        settled_by="event",
    )


def _is_worth_it(event: Event, network: Network) -> bool:
    known = (network.contacts.get(ref.path) for ref in event.attendees if ref.path)
    return bool(event.card.goals) or any(
        each is not None and each.card.status in ("active", "dormant") and not each.note.is_me
        for each in known
    )
