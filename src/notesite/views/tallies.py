"""A contact as the figures count it."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from datetime import date

from notesite.model.network import Contact, Interaction
from notesite.model.tally import Meeting, Tally, Traits
from notesite.model.text import fold
from notesite.model.values import Value
from notesite.views.index import Index
from notesite.views.texts import phrase, plain

ONLINE = frozenset(("call", "video", "email", "message", "letter"))
OFFLINE = frozenset(("met", "meeting", "coffee", "lunch", "dinner", "event"))


def tally_of(index: Index, path: str) -> Tally | None:
    """What the note at a path gives to the figures; None where it is no contact, and for one's own card."""
    contact = index.network.contacts.get(path)
    if contact is None or contact.note.is_me:
        return None
    found = _interactions(contact.interactions)
    return Tally(
        is_here=contact.card.status in ("active", "dormant"),
        days=_days(found),
        online=_days(found, ONLINE),
        offline=_days(found, OFFLINE),
        since=_since(contact),
        meeting=_meeting(contact),
        traits=_traits(index, contact),
    )


def _interactions(interactions: Iterable[Interaction]) -> dict[tuple[date, str], int]:
    """How often there was contact on a day through a channel: as often as the note says that says it most."""
    told: dict[tuple[date, str], Counter[str]] = {}
    for each in interactions:
        by_note = told.setdefault((each.day, each.channel or ""), Counter())
        by_note[each.origin.path] += each.entry is not None or each.task is not None
    return {key: max(1, *by_note.values()) for key, by_note in told.items()}


def _days(found: Mapping[tuple[date, str], int], channels: Container[str] | None = None) -> tuple[int, ...]:
    """The days of the interactions through some channels, or through any, in order."""
    chosen = ((day, count) for (day, channel), count in found.items() if not channels or channel in channels)
    return tuple(sorted(day.toordinal() for day, count in chosen for _ in range(count)))


def _since(contact: Contact) -> int | None:
    """The first day that is known of: that of the first meeting, or of the first contact; a year is none."""
    days = [*contact.contact_days[:1]]
    if contact.met and contact.met.month:
        days = [contact.met.first_day]
    elif contact.met:
        days = []
    return days[0].toordinal() if days else None


def _meeting(contact: Contact) -> Meeting | None:
    """The first meeting, and its first follow-up: a later contact, or something sent on the day itself."""
    met = contact.met.exact if contact.met else None
    if met is None:
        return None
    on_day = [each for each in contact.interactions if each.day == met]
    later = (day for day in contact.contact_days if day > met)
    followed = met if any(each.direction == "out" for each in on_day) else next(later, None)
    event = next((each.event for each in on_day if each.channel == "met" and each.event), None)
    return Meeting(met.toordinal(), followed.toordinal() if followed else None, event or "")


def _traits(index: Index, contact: Contact) -> Traits:
    card = contact.card
    return Traits(
        industry=_once(card.industries),
        role=_once((card.role,)),
        org=_once(each.label for each in contact.orgs),
        place=_once(_plain(index, each) for each in card.locations),
        relation=_once(card.relations),
        network=_once(card.network),
    )


def _plain(index: Index, value: Value) -> str:
    return plain(phrase(index, value))


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once, whatever its case."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(fold(text), text.strip())
    return tuple(text for key, text in found.items() if key)
