"""Who is expected at an event: those on its list, of the organisations that it involves, in its town."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from notesite.model.network import Contact, Event, Ref
from notesite.model.text import fold
from notesite.model.values import Kind
from notesite.views.aims import Aim
from notesite.views.index import Index
from notesite.views.parts import OrgRef, PlaceRef

MOST_BRIEFS = 30
MOST_OF_ORG = 10
MOST_LOCAL = 6


@dataclass(frozen=True, slots=True)
class Source:
    """Why somebody may be there: an organisation, or a place; neither where the event's note names them."""

    org: OrgRef | None = None
    place: PlaceRef | None = None


LISTED = Source()


@dataclass(frozen=True, slots=True)
class Guest:
    """A contact who may be there, and why."""

    contact: Contact
    source: Source = LISTED


@dataclass(frozen=True, slots=True)
class Guests:
    """Those of whom there is a brief, in order; the others on the list, and names without a note.

    `rest` counts whom else there is of an organisation or in a place.
    """

    briefed: tuple[Guest, ...] = ()
    listed: tuple[Ref, ...] = ()
    names: tuple[Ref, ...] = ()
    rest: tuple[tuple[Source, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near people are to what an event is about: they are of its goals, or have tags of it."""

    people: frozenset[str]
    tagged: tuple[frozenset[str], ...]

    def order(self, path: str) -> tuple[bool, int, str]:
        """What they are sorted by: a goal's first, then who has most of the tags, then by file."""
        return (path not in self.people, -sum(path in each for each in self.tagged), path)


def guests_of(index: Index, event: Event, aims: Iterable[Aim]) -> Guests:
    """Who is expected at an event: those on its list in its order, then the nearest of the others.

    Of these it takes no more than a handful, for of an organisation or a town one may know thousands.
    """
    network, nearness = index.network, _nearness(index, event, aims)
    listed = [ref for ref in dict.fromkeys(event.attendees) if ref.path is None or ref.path != network.me]
    known = {ref.path: ref for ref in listed if ref.path and network.is_(ref.path, Kind.CONTACT)}
    briefed = [Guest(network.contacts[path]) for path in list(known)[:MOST_BRIEFS]]
    taken, rest = {network.me, *known}, []
    for source, paths, most in _sources(index, event):
        others = [path for path in paths if path not in taken]
        room = min(most, MOST_BRIEFS - len(briefed))
        chosen = [Guest(each, source) for each in _nearest(index, others, nearness, room)]
        briefed += chosen
        taken.update(others)
        if len(others) > len(chosen) == room:
            rest.append((source, len(others) - len(chosen)))
    names = tuple(ref for ref in listed if not network.is_(ref.path, Kind.CONTACT))
    return Guests(tuple(briefed), tuple(known.values())[MOST_BRIEFS:], names, tuple(rest))


def _sources(index: Index, event: Event) -> Iterator[tuple[Source, tuple[str, ...], int]]:
    """Where others may come from, whom one knows there, and of how many there is a brief at most."""
    for key in _involved(index, event):
        org = index.network.organisations[key]
        yield Source(org=OrgRef(org.name, key)), org.members, MOST_OF_ORG
    for key in towns_of(index, event):
        place = index.network.places[key]
        yield Source(place=PlaceRef(place.name, key)), place.people, MOST_LOCAL


def towns_of(index: Index, event: Event) -> tuple[str, ...]:
    """The keys of the places that any part of an event's locations names, as in "Sala Rossa, Turin"."""
    parts = (part for value in event.card.locations for part in _words(value.text).split(","))
    return tuple(dict.fromkeys(key for part in parts if (key := fold(part)) in index.network.places))


def _words(text: str) -> str:
    return text.replace("[[", "").replace("]]", "").rpartition("|")[2]


def _involved(index: Index, event: Event) -> list[str]:
    """The keys of the organisations that an event's note links to, has on its list, or has as a tag."""
    network = index.network
    written = (*event.card.locations, *(value for each in event.note.extra for value in each.values))
    linked = [*network.targets.get(event.path, ()), *(ref.path for ref in event.attendees)]
    linked += [path for value in written for path in network.value_targets.get(value, ())]
    keys = [path for path in linked if path and network.is_(path, Kind.GROUP)]
    names = [ref.label for ref in event.attendees if not ref.path]
    names += [tag.rpartition("/")[2].replace("-", " ") for tag in network.tags_of.get(event.path, ())]
    keys += [index.org_keys.get(fold(name), "") for name in names]
    return [key for key in dict.fromkeys(keys) if key in network.organisations]


def _nearness(index: Index, event: Event, aims: Iterable[Aim]) -> Nearness:
    tags = index.network.tags
    keys = (index.tag_key(tag) for tag in index.network.tags_of.get(event.path, ()))
    carriers = tuple(frozenset(tags[key].people) for key in dict.fromkeys(keys) if key in tags)
    return Nearness(frozenset(path for aim in aims for path in aim.people), carriers)


def _nearest(index: Index, paths: Iterable[str], nearness: Nearness, most: int) -> Iterator[Contact]:
    """So many of the nearest who are neither archived nor deceased."""
    for path in sorted(paths, key=nearness.order):
        if most <= 0:
            return
        contact = index.network.contacts[path]
        if contact.card.status in ("active", "dormant"):
            most -= 1
            yield contact
