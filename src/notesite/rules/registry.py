"""Every rule, in the order in which a day lists its reasons."""

from collections.abc import Callable, Iterable

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


def dues(network: Network, settings: Settings) -> tuple[Due, ...]:
    """Every reason to reach somebody, on whatever day, in the order of contacts and rules.

    Archived and deceased contacts, and the user's own card, have none.
    """
    people = (
        due
        for contact in network.contacts.values()
        if contact.card.status in ("active", "dormant") and not contact.note.is_me
        for rule in RULES
        for due in rule(contact, network, settings)
    )
    events = (
        due
        for event in network.events.values()
        for rule in EVENT_RULES
        for due in rule(event, network, settings)
    )
    return (*people, *events)
