"""Every rule, in the order in which a day lists its reasons."""

from collections.abc import Callable, Iterable, Iterator

from notesite.model.due import Due
from notesite.model.network import Contact, Event, Network
from notesite.model.settings import Settings
from notesite.rules.cadence import cadence
from notesite.rules.congratulate import congratulate
from notesite.rules.explicit import explicit
from notesite.rules.first_follow_up import first_follow_up
from notesite.rules.no_reply import no_reply
from notesite.rules.prepare import prepare
from notesite.rules.promise import promise
from notesite.rules.promised_to_me import promised_to_me
from notesite.rules.revive import revive
from notesite.rules.thanks import thanks
from notesite.rules.yearly import birthday, dates

Rule = Callable[[Contact, Network, Settings], Iterable[Due]]
EventRule = Callable[[Event, Network, Settings], Iterable[Due]]

RULES: tuple[Rule, ...] = (
    first_follow_up,
    promise,
    explicit,
    birthday,
    dates,
    congratulate,
    thanks,
    cadence,
    no_reply,
    promised_to_me,
    revive,
)
EVENT_RULES: tuple[EventRule, ...] = (prepare,)


def dues_of(path: str, network: Network, settings: Settings) -> Iterator[Due]:
    """Every reason to reach one contact, on whatever day, or to prepare one event, in the order of the rules.

    Archived and deceased contacts, and the user's own card, have none.
    """
    event, contact = network.events.get(path), network.contacts.get(path)
    if contact and contact.card.status in ("active", "dormant") and not contact.note.is_me:
        for rule in RULES:
            yield from rule(contact, network, settings)
    if event:
        for event_rule in EVENT_RULES:
            yield from event_rule(event, network, settings)


def dues(network: Network, settings: Settings) -> tuple[Due, ...]:
    """Every reason to reach somebody or to prepare something, in the order of contacts, then of events."""
    paths = (*network.contacts, *network.events)
    return tuple(due for path in paths for due in dues_of(path, network, settings))
