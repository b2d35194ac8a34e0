"""What a note tells of giving, asking and introducing, of who knows whom, and of what one may ask for."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from notesite.insights.ledger import year_before
from notesite.model.deed import Deed, DeedKind
from notesite.model.network import Contact, Interaction, Promise, Told
from notesite.model.note import Entry
from notesite.model.origin import Origin
from notesite.model.profile import Profile
from notesite.model.text import fold, tag_levels
from notesite.model.values import Kind, Value
from notesite.model.words import significant
from notesite.rules.asking import is_generic
from notesite.views.index import Index

INTRODUCTION = "intro"
"""The tag of a task to introduce two people."""
STRONG = ("inner", "close")
STRONG_DAYS = 62
"""Two months: who is reached at least as often is close, whatever the circle."""

_KINDS: dict[str, tuple[DeedKind, DeedKind]] = {
    "gave": ("gave", "gave"),
    "shared": ("gave", "received"),
    "received": ("received", "received"),
    "asked": ("asked", "asked-of-me"),
    "thanked": ("thanked", "thanked-me"),
    "intro": ("introduced", "introduced-me"),
}
"""By channel, what an entry is, and what one is with an arrow that points to me."""


def deeds_of(index: Index, path: str) -> tuple[Deed, ...]:
    """What the note at a path tells, entries first, each in the order of the note."""
    return tuple(deed for deed, _, _ in _told(index, path))


def texts_of(index: Index, path: str) -> Iterator[tuple[str, str, Origin]]:
    """Of each of these its text, as HTML and plain, and where it is written."""
    for deed, html, text in _told(index, path):
        yield html, text, Origin(path, deed.line)


def _told(index: Index, path: str) -> Iterator[tuple[Deed, str, str]]:
    for each in index.network.told_in.get(path, ()):
        if deed := _of_entry(index, path, each):
            yield deed, each.entry.html, each.entry.text
    promises = sorted(index.network.promises_in.get(path, ()), key=lambda each: each.task.origin)
    for promise in promises:
        if INTRODUCTION in map(fold, promise.task.tags) and promise.is_mine:
            yield _of_task(index, path, promise), promise.task.html, promise.task.text


def _of_entry(index: Index, path: str, told: Told) -> Deed | None:
    entry = told.entry
    goals = _goals(index, path, entry)
    kind = _kind(entry) if entry.is_contact else None
    if kind is None:
        return Deed("toward", told.people, told.day, entry.origin.line, goals) if goals else None
    people, about = _without_me(index, told.people), _without_me(index, told.mentioned)
    if kind == "introduced-me":
        both = (*people, *about)
        by = path if path in index.network.contacts and path != index.network.me else next(iter(both), "")
        people, about = (by,) if by else (), tuple(each for each in both if each != by)
    return Deed(
        kind=kind,
        people=people,
        day=told.day,
        line=entry.origin.line,
        about=(*about, *goals),
        outcome=next((value.strip() for key, value in entry.fields if fold(key) == "outcome"), ""),
        is_generic=kind == "asked" and is_generic(entry),
    )


def _kind(entry: Entry) -> DeedKind | None:
    kinds = _KINDS.get(entry.channel or "")
    return kinds[entry.direction == "in"] if kinds else None


def _of_task(index: Index, path: str, promise: Promise) -> Deed:
    task, targets = promise.task, index.network.targets.get(path, ())
    linked = [targets[number] for number in task.links if number < len(targets)]
    named = (each for each in (*promise.contacts, *linked) if each and index.network.is_(each, Kind.CONTACT))
    return Deed(
        kind="to-introduce"
        if task.is_open
        else "introduction-kept"
        if task.is_done
        else "introduction-dropped",
        people=_without_me(index, dict.fromkeys(named)),
        day=task.created if task.is_open else task.done or task.cancelled,
        line=task.origin.line,
    )


def _without_me(index: Index, paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(path for path in paths if path != index.network.me)


def _goals(index: Index, path: str, entry: Entry) -> tuple[str, ...]:
    """The goals that an entry links."""
    targets = index.network.targets.get(path, ())
    numbers = (number for number in (*entry.people, *entry.mentions) if number < len(targets))
    found = (target for number in numbers if (target := targets[number]))
    return tuple(dict.fromkeys(each for each in found if index.network.is_(each, Kind.GOAL)))


def acquainted_in(index: Index, path: str) -> tuple[tuple[str, ...], ...]:
    """The groups of contacts who know one another, as the note at a path says.

    By a shared entry or introduction, and of a contact by `knows`, `introduced-by` and `intro-paths`.
    """
    network = index.network
    groups = []
    for told in network.told_in.get(path, ()):
        group = _without_me(index, told.people)
        if told.entry.channel == "intro" and told.entry.direction == "in" and path in network.contacts:
            group = tuple(dict.fromkeys((path, *group)))
        groups.append(group)
    contact = network.contacts.get(path)
    if contact and path != network.me:
        card = contact.card
        for other in _contacts_in(index, (*card.knows, *card.introduced_by, *card.intro_paths)):
            groups.append((path, other))
    return tuple(dict.fromkeys(group for group in groups if len(set(group)) > 1))


def introducers_of(index: Index, path: str) -> tuple[str, ...]:
    """Who introduced the contact at a path to me, as their note says."""
    contact = index.network.contacts.get(path)
    if contact is None or path == index.network.me:
        return ()
    return tuple(each for each in _contacts_in(index, contact.card.introduced_by) if each != path)


def goals_of(index: Index, path: str) -> tuple[str, ...]:
    """The goals that a contact or an event serves, as its front matter says."""
    network = index.network
    found = network.contacts.get(path) or network.events.get(path)
    values = found.card.goals if found else ()
    targets = chain.from_iterable(network.value_targets.get(value, ()) for value in values)
    return tuple(dict.fromkeys(each for each in targets if each and network.is_(each, Kind.GOAL)))


def _contacts_in(index: Index, values: Sequence[Value]) -> tuple[str, ...]:
    network = index.network
    found = chain.from_iterable(network.value_targets.get(value, ()) for value in values)
    paths = (each for each in found if each and network.is_(each, Kind.CONTACT))
    return _without_me(index, dict.fromkeys(paths))


def profile_of(index: Index, contact: Contact) -> Profile | None:
    """What a contact may be introduced or asked for; None for who is left in peace."""
    card = contact.card
    if card.status in ("archived", "deceased") or contact.note.is_me or contact.note.private:
        return None
    places = tuple(dict.fromkeys(place for value in card.locations if (place := fold(_name(value)))))
    industries = tuple(fold(each) for each in card.industries)
    tags = tuple(key for tag in index.network.tags_of.get(contact.path, ()) for key in _fields(tag, places))
    rhythm = contact.cadence
    is_often = rhythm is not None and not rhythm.is_never and rhythm.days <= STRONG_DAYS
    return Profile(
        needs=words_in(map(_plain, card.needs)),
        offers=words_in(map(_plain, card.offers)),
        work=words_in((card.role, *industries, *tags)),
        fields="\n".join(dict.fromkeys((*industries, *tags))),
        places="\n".join(places),
        orgs="\n".join(dict.fromkeys(ref.path or fold(ref.label) for ref in contact.orgs)),
        is_strong=is_often or fold(contact.circle) in STRONG,
        only_asked=_only_asked(contact, index.today),
    )


def words_in(texts: Iterable[str]) -> str:
    """The significant words of some texts, with a space between each."""
    return " ".join(dict.fromkeys(word for text in texts for word in significant(text)))


def _plain(value: Value) -> str:
    return value.text


def _name(value: Value) -> str:
    return value.links[0].label if value.links else value.text


def _fields(tag: str, places: Sequence[str]) -> Iterator[str]:
    """A tag and those above it, unless it only says the place again."""
    levels = [key for key, _ in tag_levels(tag)]
    if levels and levels[-1].rpartition("/")[2] not in places:
        yield from levels


def _only_asked(contact: Contact, today: date) -> date | None:
    """The last ask of the year before a day, where all that came from my side in it were asks."""
    since = year_before(today)
    mine = [each for each in contact.interactions if since < each.day <= today and not _is_theirs(each)]
    asks = [each.day for each in mine if each.channel == "asked"]
    return max(asks) if asks and len(asks) == len(mine) else None


def _is_theirs(each: Interaction) -> bool:
    return each.direction == "in" or each.channel == "received"
