"""What others promised, with a date."""

from collections.abc import Iterable

from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.settings import Settings


def promised_to_me(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """An open task of theirs (`←`, `#waiting`, under *Waiting for*) with a due date is worth a gentle word.

    A start or scheduled date hides it until then; ticking or dropping the task settles it.
    """
    for each in contact.promises:
        task = each.task
        if not each.is_mine and task.is_open and task.due is not None:
            yield Due(
                contact=contact.path,
                reason="promised-to-me",
                due=task.due,
                origin=task.origin,
                hidden_until=task.hidden_until,
                what=task.text,
                settled_by="task",
            )
