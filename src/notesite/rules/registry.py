"""Every rule, in the order in which its reasons are listed."""

from collections.abc import Callable, Iterable

from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.settings import Settings
from notesite.rules.cadence import cadence
from notesite.rules.explicit import explicit
from notesite.rules.promise import promise

Rule = Callable[[Contact, Network, Settings], Iterable[Due]]

RULES: tuple[Rule, ...] = (promise, explicit, cadence)


def dues(network: Network, settings: Settings) -> tuple[Due, ...]:
    """Every reason to reach somebody, on whatever day, in the order of contacts and rules.

    Archived and deceased contacts, and the user's own card, have none.
    """
    return tuple(
        due
        for contact in network.contacts.values()
        if contact.card.status in ("active", "dormant") and not contact.note.is_me
        for rule in RULES
        for due in rule(contact, network, settings)
    )
