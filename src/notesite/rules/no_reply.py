"""What you sent and nobody answered."""

from collections.abc import Iterable
from datetime import timedelta

from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.settings import Settings

WRITTEN = (None, "email", "message", "letter", "shared")
MOST_NUDGES = 2


def no_reply(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """A message of yours (`→ email`, `sent` …) without an answer is worth one nudge, and a second.

    Due `no-reply-days` (10) after it was sent, until there is any contact; after the second silence
    there is no third. `snooze` hides it.
    """
    snooze = contact.card.snooze
    unanswered = 0
    every = contact.interactions
    for number, each in enumerate(every):
        is_sent = each.direction == "out" and each.task is None and each.channel in WRITTEN
        unanswered = unanswered + 1 if is_sent else 0
        following = next((later.day for later in every[number + 1 :] if later.day > each.day), None)
        is_last_of_day = number + 1 == len(every) or every[number + 1].day > each.day
        if not is_sent or unanswered > MOST_NUDGES or not is_last_of_day:
            continue
        try:
            due = each.day + timedelta(days=settings.no_reply_days)
        except OverflowError:
            continue
        yield Due(
            contact=contact.path,
            reason="no-reply",
            due=due,
            origin=each.origin,
            since=each.day,
            until=following,
            hidden_until=snooze.exact if snooze else None,
            what=each.entry.text if each.entry else "",
            settled_by="contact",
        )
