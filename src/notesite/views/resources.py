"""A resource: whom it may interest, and who has it already."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from notesite.model.cards import ResourceCard
from notesite.model.network import Contact
from notesite.model.note import Note
from notesite.model.text import key_of
from notesite.model.values import Kind
from notesite.views.index import Index
from notesite.views.parts import Person
from notesite.views.people import person, person_at

MOST = 20
"""How many people are listed."""
LOOKED_AT = 100
"""Into how many people and notes is looked for them, so that a popular topic costs no more than another."""


@dataclass(frozen=True, slots=True)
class Interested:
    """Somebody whom it may interest, and what they care for of what it is about."""

    person: Person
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Had:
    """Somebody who has it, since a day where the line has one."""

    person: Person
    on: date | None


@dataclass(frozen=True, slots=True)
class Resource:
    """What the page of a resource says beside its text; `more` counts the others whom it may interest."""

    interested: tuple[Interested, ...] = ()
    more: int = 0
    had: tuple[Had, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.interested or self.had)


def resource(index: Index, note: Note) -> Resource:
    """Whom a resource may interest and who has it; nobody for a note that is none."""
    if not isinstance(note.card, ResourceCard):
        return Resource()
    had = _had(index, note.path)
    topics = _topics(note, note.card)
    matches: dict[str, list[str]] = {}
    for topic, label in topics.items():
        for path in index.network.interested.get(topic, ()):
            if path not in had:
                matches.setdefault(path, []).append(label)
    order = sorted(matches, key=lambda path: (-len(matches[path]), path))
    here = [each for path in order[:LOOKED_AT] if _is_here(each := index.network.contacts[path])]
    shown = here[:MOST]
    gone = len(order[:LOOKED_AT]) - len(here)
    return Resource(
        tuple(Interested(person(index, each), tuple(matches[each.path])) for each in shown),
        len(order) - gone - len(shown),
        tuple(
            Had(person_at(index, path), on)
            for path, on in sorted(had.items(), key=lambda pair: (-_number(pair[1]), pair[0]))[:MOST]
        ),
    )


def _is_here(contact: Contact) -> bool:
    return contact.card.status in ("active", "dormant")


def _number(on: date | None) -> int:
    return on.toordinal() if on else 0


def _topics(note: Note, card: ResourceCard) -> Mapping[str, str]:
    """What a resource is about, as it says it; what is private is passed on to nobody."""
    if note.private:
        return {}
    written = (*(value.text for value in card.interests), *note.tags)
    return {topic: each for each in reversed(written) if (topic := key_of(each))}


def _had(index: Index, path: str) -> dict[str, date | None]:
    """The contacts with whom a line says that it was shared, each with the last such day."""
    found: dict[str, date | None] = {}
    for source in index.network.backlinks.get(path, ())[:LOOKED_AT]:
        for person_path, on in _shared(index, index.network.notes[source], path):
            if _number(on) >= _number(found.get(person_path)):
                found[person_path] = on
    return found


def _shared(index: Index, note: Note, path: str) -> Iterator[tuple[str, date | None]]:
    """The people of the lines of a note that share what is at a path."""
    targets = index.network.targets.get(note.path, ())
    for entry in note.body.entries:
        if entry.channel != "shared" or path not in [targets[number] for number in entry.mentions]:
            continue
        people = [targets[number] for number in entry.people]
        owner = [note.path] if note.kind is Kind.CONTACT else []
        for each in dict.fromkeys((*owner, *people)):
            if each and index.network.is_(each, Kind.CONTACT) and each != index.network.me:
                yield each, entry.date or note.day
