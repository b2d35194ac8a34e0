"""What others promised, with a date."""

from collections.abc import Iterable

from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.settings import Settings
from notesite.rules.promise import promises_due


def promised_to_me(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """An open task of theirs (`←`, `#waiting`, under *Waiting for*) with a due date is worth a gentle word.

    A start or scheduled date hides it until then; ticking or dropping the task settles it.
    """
    return promises_due(contact, "promised-to-me", mine=False)
