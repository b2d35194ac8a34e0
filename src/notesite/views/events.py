"""An event in a list: when and where it is, whom one knows there, and what it brought."""

from notesite.model.network import Event
from notesite.model.summary import Brought, Occasion
from notesite.model.values import Kind
from notesite.views.aftermath import Aftermath, aftermath
from notesite.views.index import Index
from notesite.views.parts import EventRow
from notesite.views.texts import located


def event_row(index: Index, event: Event) -> EventRow:
    """An event as a list shows it."""
    after = aftermath(index, event)
    return EventRow(
        name=event.name,
        path=event.path,
        start=event.start,
        end=event.end,
        time=event.card.time,
        status=event.card.status,
        locations=located(index, event.card.locations),
        known=len({ref.path for ref in event.attendees if index.network.is_(ref.path, Kind.CONTACT)}),
        met=len(after.met),
        days=(event.start - index.today).days if event.start else None,
        in_time=after.in_time,
        deadline=after.deadline,
        brought=_brought(event, after),
    )


def occasion_of(index: Index, event: Event) -> Occasion:
    """An event in short."""
    return Occasion(event.start, event.end, event.card.status, _brought(event, aftermath(index, event)))


def _brought(event: Event, after: Aftermath) -> Brought:
    counts = tuple((each.since, each.value) for each in after.in_time)
    return Brought(
        met=len(after.met),
        in_time=counts if after.met else (),
        introductions=len(after.introductions),
        promises=len(after.promises),
        cost=event.card.cost,
    )
