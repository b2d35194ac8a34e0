"""Good news to congratulate on."""

from collections.abc import Iterable
from datetime import date

from notesite.model.dates import days_after, parse_date
from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.origin import Origin
from notesite.model.settings import Settings

LAPSES_AFTER = 60


def congratulate(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """A position that began in the last sixty days, or a `congratulate::` of an entry, asks for a word.

    A position that has ended asks for none. Due on its day, until a `congratulated` entry on or after it;
    after sixty days it lapses.
    `congratulate: 2026-11-20 the new studio` in the front matter gives its own day.
    """
    done = [each.day for each in contact.interactions if each.channel == "congratulated"]
    for day, origin, what in sorted(_news(contact)):
        ends = (days_after(day, LAPSES_AFTER + 1), *(each for each in done if each >= day))
        yield Due(
            contact=contact.path,
            reason="congratulate",
            due=day,
            origin=origin,
            since=day,
            until=min((each for each in ends if each), default=None),
            what=what,
            settled_by="congratulated",
        )


def _news(contact: Contact) -> Iterable[tuple[date, Origin, str]]:
    for position in contact.card.positions:
        if position.start and position.start.month and not position.end:
            words = ", ".join(part for part in (position.role, position.org.text.strip("[]")) if part)
            yield position.start.first_day, position.org.origin, words
    entries = [each.entry for each in contact.interactions if each.entry]
    for entry in (*entries, *(entry for _, entry in contact.facts)):
        for key, value in entry.fields:
            if key.casefold() == "congratulate" and entry.date:
                yield entry.date, entry.origin, value
    for written in contact.card.congratulate:
        day, _, rest = written.text.partition(" ")
        on = parse_date(day)
        if on and on.exact:
            yield on.exact, written.origin, rest.strip()
