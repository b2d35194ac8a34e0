"""All notes that are neither contact, event, goal nor organisation: their list, and the page of each."""

from dataclasses import dataclass
from datetime import date

from notesite.model.cards import InteractionCard
from notesite.model.network import Ref
from notesite.model.note import Note
from notesite.model.trace import Face
from notesite.model.values import Direction, Kind
from notesite.views.facts import Fact, note_facts
from notesite.views.index import Index
from notesite.views.parts import PromiseRow, Prose, TagRef
from notesite.views.people import sort_key
from notesite.views.resources import Resource, resource
from notesite.views.rows import promise_row
from notesite.views.texts import backlinks, body, prose, tag_refs

KINDS = (Kind.JOURNAL, Kind.INTERACTION, Kind.RESOURCE, Kind.PAGE)


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note in a list."""

    name: str
    path: str
    day: date | None = None
    tags: tuple[TagRef, ...] = ()


@dataclass(frozen=True, slots=True)
class KindOfNotes:
    """The notes of one kind: dated ones the latest first, then by name."""

    kind: Kind
    rows: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class NotesView:
    """The list of all other notes."""

    kinds: tuple[KindOfNotes, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note's page."""

    name: str
    path: str
    kind: Kind
    is_private: bool
    day: date | None
    channel: str
    direction: Direction | None
    facts: tuple[Fact, ...]
    tags: tuple[TagRef, ...]
    promises: tuple[PromiseRow, ...]
    resource: Resource
    notes: Prose
    log: Prose
    backlinks: tuple[Ref, ...]
    unread: str
    problems: int


def other_notes(index: Index) -> list[Face]:
    """The notes that have a page of the general kind, in order of their paths."""
    network = index.network
    shown = {org.path for org in network.organisations.values()}
    return [
        face
        for path, face in sorted(network.faces.items())
        if face.kind not in (Kind.CONTACT, Kind.EVENT, Kind.GOAL) and path not in shown
    ]


def notes_view(index: Index) -> NotesView:
    """The list of all other notes."""
    notes = other_notes(index)
    groups = (KindOfNotes(kind, _rows(index, [n for n in notes if _kind(n) is kind])) for kind in KINDS)
    return NotesView(tuple(group for group in groups if group.rows))


def _kind(note: Note | Face) -> Kind:
    """The kind under which a note is listed."""
    return note.kind if note.kind in KINDS else Kind.PAGE


def _rows(index: Index, notes: list[Face]) -> tuple[NoteRow, ...]:
    rows = [NoteRow(note.name, note.path, note.day, tag_refs(index, note.path)) for note in notes]
    rows.sort(key=lambda row: (-row.day.toordinal() if row.day else 0, sort_key(row.name), row.path))
    return tuple(rows)


def note_view(index: Index, path: str) -> NoteView:
    """The page of a note."""
    note = index.network.notes[path]
    card = note.card
    channel = card.channel if isinstance(card, InteractionCard) else None
    direction = card.direction if isinstance(card, InteractionCard) else None
    return NoteView(
        name=note.name,
        path=note.path,
        kind=_kind(note),
        is_private=note.private,
        day=note.day,
        channel=channel or "",
        direction=direction,
        facts=note_facts(index, note),
        tags=tag_refs(index, note.path),
        promises=tuple(promise_row(index, each) for each in index.network.promises_in.get(note.path, ())),
        resource=resource(index, note),
        notes=body(index, note),
        log=prose(index, note.path, note.body.log),
        backlinks=backlinks(index, note.path),
        unread=note.unread,
        problems=index.problems_in.get(note.path, 0),
    )
