"""What you sent and nobody answered."""

from collections.abc import Iterable
from itertools import groupby, pairwise

from notesite.model.dates import days_after
from notesite.model.due import Due
from notesite.model.network import Contact, Interaction, Network
from notesite.model.settings import Settings

WRITTEN = (None, "email", "message", "letter", "shared")
MOST_NUDGES = 2


def no_reply(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """A message of yours (`→ email`, `sent` …) without an answer is worth one nudge, and a second.

    Due `no-reply-days` (10) after it was sent, until there is any contact; after the second silence
    there is no third. On one day a call or a word of theirs is the answer, unless clock times tell that
    yours came last.
    `snooze` hides it.
    """
    snooze = contact.card.snooze
    unanswered = 0
    told = {day: list(found) for day, found in groupby(contact.interactions, key=lambda each: each.day)}
    days = sorted({*told, *contact.contact_days})
    for day, following in pairwise((*days, None)):
        every = told.get(day, []) if day else []
        sent = _after_the_last_word_of_theirs(every)
        is_broken = not every or not all(_is_sent(each) for each in every)
        unanswered = (1 if sent else 0) + (0 if is_broken else unanswered)
        due = days_after(day, settings.no_reply_days) if day else None
        if not sent or unanswered > MOST_NUDGES or due is None:
            continue
        last = sent[-1]
        yield Due(
            contact=contact.path,
            reason="no-reply",
            due=due,
            origin=last.origin,
            since=day,
            until=following,
            hidden_until=snooze.exact if snooze else None,
            what=last.entry.text if last.entry else "",
            settled_by="contact",
        )


def _is_sent(each: Interaction) -> bool:
    return each.direction == "out" and each.task is None and each.channel in WRITTEN


def _is_answer(each: Interaction) -> bool:
    """Whether it may answer what was sent that day; meeting and being introduced rather come before it."""
    return each.direction != "out" and each.channel not in ("met", "event", "intro")


def _after_the_last_word_of_theirs(every: list[Interaction]) -> list[Interaction]:
    """What was sent on a day after all else that happened on it; without clock times, that answers."""
    sent, answers = [each for each in every if _is_sent(each)], [each for each in every if _is_answer(each)]
    if not answers:
        return sent
    if not all(_time(each) for each in answers):
        return []
    last = max(_time(each) for each in answers)
    return sorted((each for each in sent if _time(each) > last), key=_time)


def _time(each: Interaction) -> str:
    """The clock time of an entry, as one that sorts; empty where there is none."""
    return each.entry.time.rjust(5, "0") if each.entry and each.entry.time else ""
