"""What a note says of contacts: what happened with them, and what is owed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from notesite.model.cards import ContactCard, EventCard, InteractionCard
from notesite.model.network import Interaction, Promise, Ref
from notesite.model.note import Entry, Note, Question
from notesite.model.origin import Origin
from notesite.model.values import Kind, Value
from notesite.reading.channels import channel_of
from notesite.reading.kinds import DAY
from notesite.reading.names import stem_of_path
from notesite.reading.resolving import Resolver
from notesite.reading.wikilinks import without_links

_BETWEEN_NAMES = re.compile(r"\s*(?:,|&|\+|\band\b|\be\b)\s*")


@dataclass(slots=True)
class Happenings:
    """Per contact's path, what the notes say: what happened, what is owed, what to ask, which events."""

    interactions: dict[str, list[Interaction]] = field(default_factory=lambda: defaultdict(list))
    facts: dict[str, list[tuple[date, Entry]]] = field(default_factory=lambda: defaultdict(list))
    mentions: dict[str, list[tuple[date, Entry]]] = field(default_factory=lambda: defaultdict(list))
    floors: dict[str, list[date]] = field(default_factory=lambda: defaultdict(list))
    promises: dict[str, list[Promise]] = field(default_factory=lambda: defaultdict(list))
    questions: dict[str, list[Question]] = field(default_factory=lambda: defaultdict(list))
    events: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, other: "Happenings", path: str) -> None:
        """Add what another note says of the contact at a path."""
        for mine, theirs in zip(self._lists(), other._lists(), strict=True):
            if path in theirs:
                mine[path] += theirs[path]

    def told(self) -> dict[str, None]:
        """The contacts of whom something is said."""
        return {path: None for lists in self._lists() for path in lists}

    def _lists(self) -> tuple[dict[str, list[Any]], ...]:
        return (
            self.interactions,
            self.facts,
            self.mentions,
            self.floors,
            self.promises,
            self.questions,
            self.events,
        )


@dataclass(frozen=True, slots=True)
class Linked:
    """A note with what its links and names lead to."""

    note: Note
    targets: Sequence[str | None]
    resolver: Resolver
    contact_any: bool = False

    def contacts(self, links: Iterable[int]) -> list[str]:
        """The contacts among the note's links, each once."""
        paths = (self.targets[index] for index in links)
        return list(dict.fromkeys(path for path in paths if path and self.is_(path, Kind.CONTACT)))

    def event(self, link: int | None) -> str | None:
        """The event that a link of the note leads to."""
        path = self.targets[link] if link is not None else None
        return path if path and self.is_(path, Kind.EVENT) else None

    def named(self, names: Iterable[str]) -> list[str]:
        """The contacts that plain names mean."""
        found = (self.resolver.name(name, self.note.folder, Kind.CONTACT).path for name in names)
        return [path for path in found if path and self.is_(path, Kind.CONTACT)]

    def people(self, values: Iterable[Value]) -> Iterator[tuple[str, Value]]:
        """The contacts that a field's values name, each with its value."""
        for value in values:
            for link in value.links:
                path = self.resolver.link(link, self.note.folder, self.note.path, Kind.CONTACT).path
                if path and self.is_(path, Kind.CONTACT):
                    yield path, value
            if not value.links:
                yield from ((path, value) for path in self.named([value.text]))

    def ref(self, value: Value, prefers: Kind | None) -> Ref:
        """A field's value as a name, with the note that it means where there is one."""
        note = self.note
        found = (self.resolver.link(each, note.folder, note.path, prefers) for each in value.links)
        resolved = next(found, None) or self.resolver.name(value.text, note.folder, prefers)
        path = resolved.path if self.resolver.kind(resolved.path) else None
        return Ref(without_links(value.text), path)

    def is_(self, path: str, kind: Kind) -> bool:
        """Whether the note at a path is of a kind."""
        return self.resolver.kind(path) is kind


def happenings(linked: Linked) -> Happenings:
    """What a note says that happened, by the contact with whom."""
    found = Happenings()
    note = linked.note
    owners = _owners(note, linked)
    _add_card(found, note, owners, linked)
    for entry in note.body.entries:
        _add_entry(found, note, entry, owners, linked)
    _add_tasks(found, note, owners, linked)
    if note.body.questions:
        for owner in owners:
            found.questions[owner] += note.body.questions
    return found


def _owners(note: Note, linked: Linked) -> list[str]:
    """The contacts to whom all that stands in a note belongs: its own, or an interaction's people.

    Where no key names people they are those whom the note links, also in keys of other names.
    """
    if note.kind is Kind.CONTACT:
        return [note.path]
    if not isinstance(note.card, InteractionCard):
        return []
    if note.card.people:
        return list(dict.fromkeys(path for path, _ in linked.people(note.card.people)))
    values = [value for field in note.extra for value in field.values if value.links]
    written = [path for path, _ in linked.people(values)]
    named = dict.fromkeys([*written, *linked.contacts(range(len(note.links)))])
    return list(named) or _people_of_file_name(note, linked)


def _people_of_file_name(note: Note, linked: Linked) -> list[str]:
    """`2026-10-21 call with Eleni Papadaki` is about her: the name without date, channel and with."""
    rest = DAY.sub("", stem_of_path(note.path)).strip(" -_–—")
    words = rest.split()
    while words and (channel_of(words[0]) or words[0].casefold() in ("with", "con")):
        words.pop(0)
    shorter = " ".join(words)
    for names in ([rest], [shorter], _BETWEEN_NAMES.split(shorter)):
        if paths := linked.named([name for name in names if name]):
            return list(dict.fromkeys(paths))
    return []


def _add_card(found: Happenings, note: Note, owners: list[str], linked: Linked) -> None:
    match note.card:
        case ContactCard():
            _add_contact_card(found, note, note.card, linked)
        case InteractionCard() as card:
            if note.day and (card.channel != "note" or card.direction):
                origin = card.date.origin if card.date else Origin(note.path)
                for owner in owners:
                    found.interactions[owner].append(
                        Interaction(note.day, card.channel, card.direction, origin)
                    )
        case EventCard():
            _add_met(found, note, note.card, linked)
            for path, _ in linked.people(note.card.attendees):
                found.events[path].append(note.path)
        case _:
            _add_met(found, note, None, linked)


def _add_contact_card(found: Happenings, note: Note, card: ContactCard, linked: Linked) -> None:
    if card.met:
        if card.met.exact:
            events = (
                linked.resolver.link(link, note.folder, note.path).path
                for value in card.met_at
                for link in value.links
            )
            event = next((path for path in events if path and linked.is_(path, Kind.EVENT)), None)
            found.interactions[note.path].append(
                Interaction(card.met.exact, "met", None, card.met.origin, event=event)
            )
        else:
            found.floors[note.path].append(card.met.on.first_day)
    if card.last_contact:
        found.floors[note.path].append(card.last_contact.on.first_day)


def _add_met(found: Happenings, note: Note, card: EventCard | None, linked: Linked) -> None:
    """The people met, of the front matter and under *People met*, on the last day of a dated note."""
    if note.kind is Kind.JOURNAL or (card and card.status in ("idea", "skipped")):
        return
    day = (card.end.exact if card and card.end else None) or note.day
    met = [(path, value.origin) for path, value in linked.people(card.met if card else ())]
    for index in note.body.met:
        met += [(path, note.links[index].origin) for path in linked.contacts([index])]
    event = note.path if card else None
    for path, origin in dict(reversed(met)).items():
        if event:
            found.events[path].append(note.path)
        if day:
            found.interactions[path].append(Interaction(day, "met", None, origin, event=event))


def _add_entry(found: Happenings, note: Note, entry: Entry, owners: list[str], linked: Linked) -> None:
    day = entry.date or (note.day if note.kind is Kind.JOURNAL else None)
    if day is None:
        return
    heads = [*linked.contacts(entry.people), *linked.named(entry.names)]
    mentioned = linked.contacts(entry.mentions)
    if note.kind is Kind.JOURNAL and linked.contact_any:
        heads, mentioned = [*heads, *mentioned], []
    is_others = entry.channel == "intro" and len(heads) > 1
    involved = list(dict.fromkeys([*(owners if not is_others else ()), *heads]))
    event = linked.event(entry.place) or (note.path if note.kind is Kind.EVENT else None)
    for path in involved:
        if entry.is_contact:
            found.interactions[path].append(
                Interaction(day, entry.channel, entry.direction, entry.origin, entry, event=event)
            )
        else:
            found.facts[path].append((day, entry))
        if event:
            found.events[path].append(event)
    for path in (*mentioned, *(owners if is_others else ())):
        if path not in involved:
            found.mentions[path].append((day, entry))


def _add_tasks(found: Happenings, note: Note, owners: list[str], linked: Linked) -> None:
    for task in note.body.tasks:
        if task.question:
            continue
        if note.kind is Kind.CONTACT and not note.is_me:
            owed = owners
        else:
            around = (linked.contacts(links) for links in (task.links, *task.around))
            owed = next((paths for paths in around if paths), [] if note.is_me else owners)
        promise = Promise(task, tuple(owed))
        for path in owed:
            found.promises[path].append(promise)
            if task.is_done and task.done and not task.theirs:
                found.interactions[path].append(Interaction(task.done, None, "out", task.origin, task=task))
