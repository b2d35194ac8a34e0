"""What I promised, with a date."""

from collections.abc import Iterable

from notesite.model.due import Due, Reason
from notesite.model.network import Contact, Network
from notesite.model.settings import Settings


def promise(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """An open task of mine with a due date makes every contact due to whom it is owed.

    A start or scheduled date hides it until then; ticking or dropping the task settles it. `snooze`
    hides no promise.
    """
    return promises_due(contact, "promise", mine=True)


def promises_due(contact: Contact, reason: Reason, *, mine: bool) -> Iterable[Due]:
    """The open promises with a due date on one side, mine or theirs."""
    for each in contact.promises:
        task = each.task
        if each.is_mine is mine and task.is_open and task.due is not None:
            yield Due(
                contact=contact.path,
                reason=reason,
                due=task.due,
                origin=task.origin,
                hidden_until=task.hidden_until,
                what=task.text,
                settled_by="task",
            )
