"""Thanks owed after a favour or an introduction."""

from collections.abc import Iterable
from datetime import date, timedelta

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
        if day > date.max - timedelta(days=LAPSES_AFTER + 1):
            continue
        ends = [later for later, *_ in favours[number + 1 :] if later > day] + [
            each for each in thanked if each >= day
        ]
        yield Due(
            contact=contact.path,
            reason="thanks",
            due=day + timedelta(days=settings.thanks_days),
            origin=origin,
            since=day,
            until=min([day + timedelta(days=LAPSES_AFTER + 1), *ends]),
            what=what,
            about=about,
            settled_by="thanked",
        )


def _favours(contact: Contact, network: Network) -> list[tuple[date, Origin, str, str]]:
    """What the contact did for me, by day: the last of each day."""
    found: dict[date, tuple[date, Origin, str, str]] = {}
    for each in contact.interactions:
        own = each.origin.path == contact.path
        is_intro = each.channel == "intro" and each.direction == "in" and own
        if each.channel == "received" or is_intro:
            found[each.day] = (each.day, each.origin, each.entry.text if each.entry else "", "")
    for path in contact.introduced:
        other = network.contacts[path]
        if other.met and other.met.exact:
            found.setdefault(other.met.exact, (other.met.exact, Origin(path), other.name, path))
    return [found[day] for day in sorted(found)]
