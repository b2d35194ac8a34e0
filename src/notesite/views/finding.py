"""What can be searched for: of each note its names and fields, and apart from these the words in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from zlib import crc32

from notesite.model.cards import ContactCard, EventCard, GoalCard, ResourceCard
from notesite.model.due import Window
from notesite.model.folding import each_word
from notesite.model.note import Note
from notesite.model.values import Field, Kind, Value
from notesite.views.found import Found, Sort, Span
from notesite.views.index import Index
from notesite.views.parts import NoteRows
from notesite.views.texts import phrase, plain

NOTES_IN_ONE = 256
"""How many notes a bucket has at least: an edit makes one anew, and a browser reads all of them at once."""

_SORTS: Mapping[Kind, Sort] = {Kind.EVENT: "event", Kind.GROUP: "organisation", Kind.GOAL: "goal"}
_MARKS = re.compile("<[^>]*>|\ufdd0\\d+[a-z]\ufdd1|\ufdd2")


@dataclass(frozen=True, slots=True)
class Named:
    """A tag, or an organisation without a note: its name, and its key among those of its sort."""

    sort: Sort
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Bucket:
    """What one of the search's files holds: notes by their paths, and names that have no note."""

    number: int
    paths: tuple[str, ...]
    names: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class FoundView:
    """What one of the search's files says."""

    number: int

    notes: tuple[tuple[str, Found], ...]
    names: tuple[Named, ...] = ()


def found_of(index: Index, path: str, rows: NoteRows) -> Found:
    """What a search knows of a note, given its rows."""
    note = index.network.notes[path]
    contact = index.network.contacts.get(path)
    tags = tuple(index.network.tags_of.get(path, ()))
    words = " ".join(_words(note))
    if contact is None or rows.contact is None:
        return Found(
            sort="organisation" if path in index.network.organisations else _SORTS.get(note.kind, "note"),
            name=note.name,
            more=note.aliases,
            places=_places(index, note),
            tags=tags,
            on=rows.event.start if rows.event else note.day,
            words=words,
        )
    row = rows.contact
    return Found(
        sort="contact",
        name=note.name,
        more=(*note.aliases, *contact.card.emails, *contact.card.phones),
        role=row.person.role,
        orgs=tuple(each.label for each in row.person.orgs),
        places=tuple(map(plain, row.locations)),
        circle=row.circle,
        tags=tags,
        on=row.last,
        next=row.next,
        late=late_on(index.windows_of.get(path, ())),
        tone=row.person.tone,
        status=row.status,
        is_me=row.is_me,
        photo=row.person.photo,
        words=words,
    )


def late_on(windows: tuple[Window, ...]) -> tuple[Span, ...]:
    """The days on which a contact is due or overdue, as stretches that do not touch.

    As in the table of contacts, what returns every year and one to revive do not count.
    """
    spans = sorted(filter(None, map(_late, windows)), key=lambda span: span[0] or date.min)
    found: list[Span] = []
    for since, until in spans:
        before = found[-1] if found else None
        if before and (before[1] is None or (since or date.min) <= before[1]):
            last = None if until is None or before[1] is None else max(until, before[1])
            found[-1] = (before[0], last)
        else:
            found.append((since, until))
    return tuple(found)


def _late(window: Window) -> Span | None:
    due = window.due
    if due.reason == "revive" or due.yearly:
        return None
    since = max((day for day in (window.on, window.since, due.hidden_until) if day), default=None)
    return None if since and window.until and window.until <= since else (since, window.until)


def bucket_count(notes: int) -> int:
    """How many buckets so many notes have: a power of two, so that it seldom changes."""
    return 1 << max((notes // NOTES_IN_ONE).bit_length() - 1, 0)


def buckets_of(paths: Mapping[str, object], names: Iterator[Named]) -> tuple[Bucket, ...]:
    """The buckets of all notes and names, each chosen by a hash, so that an edit touches one of them."""
    count = bucket_count(len(paths))
    notes: list[list[str]] = [[] for _ in range(count)]
    others: list[list[Named]] = [[] for _ in range(count)]
    for path in paths:
        notes[_hash(path) % count].append(path)
    for each in names:
        others[_hash(f"{each.sort}\0{each.key}") % count].append(each)
    return tuple(
        Bucket(number, tuple(sorted(found)), tuple(sorted(others[number], key=lambda each: each.key)))
        for number, found in enumerate(notes)
    )


def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


def _places(index: Index, note: Note) -> tuple[str, ...]:
    locations = note.card.locations if isinstance(note.card, EventCard) else ()
    return tuple(plain(phrase(index, each)) for each in locations)


def _words(note: Note) -> list[str]:
    """The words of what a note's page shows beside the fields, each once."""
    texts = (_bare(note.body.notes), _bare(note.body.log), *_values(note), note.unread)
    return each_word("\n".join(filter(None, texts)))


def _bare(html: str) -> str:
    """The text of rich text."""
    return unescape(_MARKS.sub(" ", html))


def _values(note: Note) -> Iterator[str]:
    """The front matter that is neither a name nor a field of its own in the search."""
    yield from (each.text for each in _written(note))
    for field in note.extra:
        yield from (each.text for each in _in_field(field))
    if isinstance(note.card, ContactCard):
        yield from (*note.card.industries, *note.card.relations, *note.card.addresses)
        yield from (text for _, text in note.card.links)
    elif isinstance(note.card, ResourceCard | EventCard):
        yield note.card.url


def _written(note: Note) -> Iterator[Value]:
    match note.card:
        case ContactCard() as card:
            yield from (*card.interests, *card.needs, *card.offers, *card.goals, *card.met_at)
            yield from (each for each in (card.hook, card.next_step) if each)
            yield from (each.org for each in card.positions)
        case GoalCard() as card:
            yield from card.looking_for
        case ResourceCard() as card:
            yield from card.interests


def _in_field(field: Field) -> Iterator[Value]:
    yield from field.values
    yield from (value for _, value in field.map)
    yield from (value for row in field.rows for _, value in row)
