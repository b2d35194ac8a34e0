"""Thanks owed after a favour or an introduction."""

from collections.abc import Iterable
from datetime import date

from notesite.model.dates import days_after
from notesite.model.due import Due
from notesite.model.network import Contact, Network
from notesite.model.origin import Origin
from notesite.model.settings import Settings

LAPSES_AFTER = 90


def thanks(contact: Contact, network: Network, settings: Settings) -> Iterable[Due]:
    """A favour (`received`) and an introduction (`intro ←` in their note, or `introduced-by`) ask for thanks.

    Due `thanks-days` (3) later, until a `thanked` entry on or after that day; after ninety days it lapses,
    since late thanks come better in another form. Several favours are thanked once, from the last.
    """
    favours = _favours(contact, network)
    thanked = [each.day for each in contact.interactions if each.channel == "thanked"]
    for number, (day, origin, what, about) in enumerate(favours):
        due = days_after(day, settings.thanks_days)
        if due is None:
            continue
        ends = [later for later, *_ in favours[number + 1 :] if later > day] + [
            each for each in thanked if each >= day
        ]
        yield Due(
            contact=contact.path,
            reason="thanks",
            due=due,
            origin=origin,
            since=day,
            until=min((end for end in (days_after(day, LAPSES_AFTER + 1), *ends) if end), default=None),
            what=what,
            about=about,
            settled_by="thanked",
        )


def _favours(contact: Contact, network: Network) -> list[tuple[date, Origin, str, str]]:
    """What the contact did for me, by day: the last of each day."""
    found: dict[date, tuple[date, Origin, str, str]] = {}
    for entry in contact.note.body.entries:
        if entry.channel == "intro" and entry.direction == "in" and entry.date:
            found[entry.date] = (entry.date, entry.origin, entry.text, "")
    for each in contact.interactions:
        if each.channel == "received":
            found[each.day] = (each.day, each.origin, each.entry.text if each.entry else "", "")
    for path in contact.introduced:
        other = network.contacts[path]
        if other.met and other.met.exact:
            found.setdefault(other.met.exact, (other.met.exact, Origin(path), other.name, path))
    return [found[day] for day in sorted(found)]
