"""Notes become a network: links lead somewhere, people have what happened with them."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TypeVar, cast

from notesite.checks.registry import CHECKS
from notesite.model.cards import ContactCard, EventCard
from notesite.model.diagnostic import Outcome
from notesite.model.lookup import Lookup, Made, Reads
from notesite.model.network import Contact, Event, Network, Promise, Ref, Told
from notesite.model.note import Note
from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.model.trace import Face, Target, Trace
from notesite.model.values import Kind, Value
from notesite.reading.contacts import contact_of
from notesite.reading.happenings import Happenings, Linked, happenings
from notesite.reading.merging import gathered, missing, organisations, places, tags, ties_of
from notesite.reading.resolving import Resolver
from notesite.reading.telling import is_given, told_entries
from notesite.reading.tracing import Names, face_of, linked_by, trace, value_targets

T = TypeVar("T")

SHARED = 256
"""How many notes that tell of several contacts are kept in memory, for the next of these."""


def link(
    notes: Sequence[Note], settings: Settings, attachments: Sequence[str] = (), large: Sequence[str] = ()
) -> Outcome[Network]:
    """The network that notes make together, then what the checks find in it.

    `attachments` are the files that links may lead to, `large` those too large to be copied. Reports what
    `trace` and the checks report.
    """
    by_path = {note.path: note for note in sorted(notes, key=lambda note: note.path)}
    faces = {path: face_of(note) for path, note in by_path.items()}
    names = names_of(faces, settings, attachments, large)
    traced = {path: trace(note, names) for path, note in by_path.items()}
    traces = {path: each.value for path, each in traced.items()}
    network = network_of(Linking(faces, traces, by_path.__getitem__, names), settings, attachments)
    reports = [report for each in traced.values() for report in each.diagnostics]
    return Outcome(network, (*reports, *(report for check in CHECKS for report in check(network))))


def names_of(
    faces: Mapping[str, Face], settings: Settings, attachments: Sequence[str], large: Sequence[str]
) -> Names:
    """Who answers to which name."""
    resolver = Resolver(faces.values(), (*attachments, *large))
    return Names(resolver, _pictures(attachments), frozenset(large), settings.journal_contact_any)


def _pictures(attachments: Sequence[str]) -> dict[str, str]:
    """Attachments by path, and by file name where that is not taken."""
    found: dict[str, str] = {}
    for path in attachments:
        found.setdefault(path.rpartition("/")[2], path)
    found.update((path, path) for path in attachments)
    return found


@dataclass(frozen=True, slots=True)
class Linking:
    """What a network is made of: faces and traces by path, in their order, and each note when asked for."""

    faces: Mapping[str, Face]
    traces: Mapping[str, Trace]
    note: Callable[[str], Note]
    names: Names


def network_of(
    linking: Linking,
    settings: Settings,
    attachments: Sequence[str],
    most: int | None = None,
    reads: Reads | None = None,
) -> Network:
    """The network of some notes, each of which is only looked into when somebody asks for it.

    It keeps at most `most` notes, contacts and events in memory, and tells `reads` what it is asked for.
    """
    faces, traces, reads = linking.faces, linking.traces, reads or Reads()
    paths = {kind: [path for path, face in faces.items() if face.kind is kind] for kind in Kind}
    tellers = gathered(traces, "told")
    introduced = gathered({path: traces[path] for path in paths[Kind.CONTACT]}, "introduced_by")
    contacts = _Contacts(linking, settings, tellers, introduced)

    def looked_up(found: Mapping[str, T], name: str) -> Lookup[T]:
        return Lookup(found, name, reads)

    def made(keys: Iterable[str], make: Callable[[str], T], name: str) -> Lookup[T]:
        return Lookup(Made(keys, make, most, reads), name, reads)

    return Network(
        faces=looked_up(faces, "faces"),
        notes=made(faces, linking.note, "notes"),
        targets=looked_up({path: each.targets for path, each in traces.items()}, "targets"),
        value_targets=_ValueTargets(made(traces, partial(_values_of, linking), "values")),
        contacts=made(paths[Kind.CONTACT], contacts.contact, "contacts"),
        events=made(paths[Kind.EVENT], partial(_event, linking), "events"),
        organisations=looked_up(organisations(faces, traces, paths), "organisations"),
        tags=looked_up(tags(faces, traces), "tags"),
        places=looked_up(places(faces, traces), "places"),
        backlinks=looked_up(gathered(traces, "leads_to"), "backlinks"),
        known_by=looked_up(gathered(traces, "knows"), "known_by"),
        ties=made(faces, partial(ties_of, traces), "ties"),
        topics=looked_up(gathered(traces, "topics"), "topics"),
        interested=looked_up(gathered(traces, "interests"), "interested"),
        promises_in=made(faces, contacts.promises_in, "promises_in"),
        told_in=made(faces, contacts.told_in, "told_in"),
        tags_of=looked_up({path: each.tags for path, each in traces.items()}, "tags_of"),
        photos=looked_up({path: each.photo for path, each in traces.items()}, "photos"),
        tellers=tellers,
        introduced=introduced,
        missing=looked_up(missing(traces), "missing"),
        attachments=tuple(attachments),
        used=frozenset(path for each in traces.values() for path in each.files),
        me=next((path for path, face in faces.items() if face.is_me), None),
    )


def with_note(network: Network, linking: Linking, note: Note, settings: Settings) -> Network:
    """The network with another version of a note, which answers to the same names.

    What the note tells others is as it was: this is for the note's own page, and quick.
    """
    path, found = note.path, trace(note, linking.names).value
    changed = replace(
        linking,
        traces=_with(linking.traces, {path: found}),
        note=lambda other: note if other == path else linking.note(other),
    )
    tellers = sorted({*network.tellers.get(path, ()), *([path] if path in found.told else [])})
    contacts = _Contacts(changed, settings, {path: tellers}, network.introduced)
    is_contact, is_event = note.kind is Kind.CONTACT, note.kind is Kind.EVENT
    by_note: dict[str, Mapping[Value, tuple[Target, ...]]] = {path: value_targets(note, found)}
    return replace(
        network,
        notes=_with(network.notes, {path: note}),
        targets=_with(network.targets, {path: found.targets}),
        value_targets=_ValueTargets(_with(_by_note(network), by_note)),
        contacts=_with(network.contacts, {path: contacts.contact(path)} if is_contact else {}),
        events=_with(network.events, {path: _event(changed, path)} if is_event else {}),
        promises_in=_with(network.promises_in, {path: contacts.promises_in(path)}),
        told_in=_with(network.told_in, {path: contacts.told_in(path)}),
        tags_of=_with(network.tags_of, {path: found.tags}),
        photos=_with(network.photos, {path: found.photo}),
    )


def _with(before: Mapping[str, T], changed: dict[str, T]) -> Mapping[str, T]:
    return ChainMap(changed, cast("dict[str, T]", before))


def _by_note(network: Network) -> Mapping[str, Mapping[Value, tuple[Target, ...]]]:
    found = network.value_targets
    return found.by_note if isinstance(found, _ValueTargets) else {}


def _values_of(linking: Linking, path: str) -> dict[Value, tuple[Target, ...]]:
    return value_targets(linking.note(path), linking.traces[path])


class _ValueTargets(Mapping[Value, tuple[Target, ...]]):
    """Where front matter values lead, each found by way of the note that it stands in."""

    def __init__(self, by_note: Mapping[str, Mapping[Value, tuple[Target, ...]]]) -> None:
        self.by_note = by_note

    def __getitem__(self, value: Value) -> tuple[Target, ...]:
        return self.by_note[value.origin.path][value]

    def __iter__(self) -> Iterator[Value]:
        return (value for path in self.by_note for value in self.by_note[path])

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Contacts:
    """Contacts, put together from the notes that tell of them."""

    def __init__(
        self,
        linking: Linking,
        settings: Settings,
        tellers: Mapping[str, Sequence[str]],
        introduced: Mapping[str, Sequence[str]],
    ) -> None:
        self._linking, self._settings = linking, settings
        self._tellers, self._introduced = tellers, introduced
        self._shared = lru_cache(SHARED)(self._happenings)

    def contact(self, path: str) -> Contact:
        """The contact whose note is at a path."""
        note, happened = self._linking.note(path), Happenings()
        for teller in self._tellers.get(path, ()):
            is_shared = len(self._linking.traces[teller].told) > 1
            happened.add((self._shared if is_shared else self._happenings)(teller), path)
        if not isinstance(note.card, ContactCard):
            raise TypeError(f"{path} is no contact")
        faces, orgs = self._linking.faces, self._linking.traces[path].orgs
        refs = (Ref(label, key if key in faces else None) for key, label in orgs)
        introduced = self._introduced.get(path, ())
        return contact_of(note, note.card, refs, happened, introduced, self._settings)

    def promises_in(self, path: str) -> tuple[Promise, ...]:
        """The promises that are written in the note at a path, each once."""
        unique: dict[Origin, Promise] = {}
        for _, promises in sorted(self._happenings(path).promises.items()):
            for each in promises:
                unique.setdefault(each.task.origin, each)
        return tuple(unique.values())

    def told_in(self, path: str) -> tuple[Told, ...]:
        """The entries of a note that tell of several contacts, of a goal, or of giving and asking."""
        linking = self._linking
        note, found = linking.note(path), linking.traces[path]
        is_of_several = len(found.told) > 1
        is_toward = any(
            each in linking.faces and linking.faces[each].kind is Kind.GOAL for each in found.leads_to
        )
        if not is_of_several and not is_toward and not any(is_given(each) for each in note.body.entries):
            return ()
        return told_entries(note, (self._shared if is_of_several else self._happenings)(path))

    def _happenings(self, path: str) -> Happenings:
        linking = self._linking
        return happenings(linked_by(linking.note(path), linking.traces[path], linking.names))


def _somebody(linking: Linking, linked: Linked, link: int) -> Ref | None:
    """Whom a link of a note means: a contact, or a name that has no note yet; None for any other note."""
    if linked.targets[link] is None:
        return Ref(linked.note.links[link].label)
    return next((Ref(linking.faces[each].name, each) for each in linked.contacts([link])), None)


def _event(linking: Linking, path: str) -> Event:
    note = linking.note(path)
    card = note.card
    if not isinstance(card, EventCard):
        raise TypeError(f"{path} is no event")
    linked = linked_by(note, linking.traces[path], linking.names)
    met = [linked.ref(value, Kind.CONTACT) for value in card.met]
    met += [ref for index in note.body.met if (ref := _somebody(linking, linked, index))]
    attendees = tuple(linked.ref(value, Kind.CONTACT) for value in card.attendees)
    named = {ref.path for ref in (*met, *attendees)}
    mentioned = linked.contacts(range(len(note.links)))
    return Event(
        note=note,
        card=card,
        start=note.day,
        end=(card.end.exact if card.end else None) or note.day,
        attendees=attendees,
        met=tuple({ref.path or ref.label: ref for ref in met}.values()),
        mentioned=tuple(each for each in mentioned if each not in named),
    )
