"""Organisations and groups: a note of their own or a name only, with who belongs there."""

from dataclasses import dataclass, replace
from datetime import date

from notesite.model.network import Organisation, Ref
from notesite.model.note import Note
from notesite.model.values import Kind
from notesite.views.contacts import alphabet, by_name, contact_rows
from notesite.views.facts import Fact, note_facts
from notesite.views.index import Index
from notesite.views.parts import NO_PROSE, ContactRow, EventRow, OrgRef, Person, PromiseRow, Prose, TagRef
from notesite.views.portions import MOST_ROWS, Part, Place, parts
from notesite.views.rows import promise_row
from notesite.views.tenures import TenureRow, tenure_rows
from notesite.views.texts import backlinks, body, prose, tag_refs

SHOWN = 6


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in the list: a few of its people, how many there are, when one was last reached."""

    org: OrgRef
    has_note: bool
    people: tuple[Person, ...]
    count: int
    past: int
    last: date | None = None


@dataclass(frozen=True, slots=True)
class OrganisationsView:
    """The page of all organisations."""

    rows: tuple[OrganisationRow, ...]


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """A page of an organisation, of which `count` people are known.

    Everything but the people is on its first page, and empty where it has no note.
    """

    org: OrgRef
    place: Place
    count: int
    members: tuple[ContactRow, ...]
    past_members: tuple[ContactRow, ...]
    tenures: tuple[TenureRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    path: str = ""
    is_private: bool = False
    facts: tuple[Fact, ...] = ()
    tags: tuple[TagRef, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    notes: Prose = NO_PROSE
    log: Prose = NO_PROSE
    backlinks: tuple[Ref, ...] = ()
    unread: str = ""
    problems: int = 0


def organisations_view(index: Index) -> OrganisationsView:
    """The page of all organisations."""
    found = sorted(index.network.organisations.items(), key=lambda pair: (*alphabet(pair[1].name), pair[0]))
    return OrganisationsView(tuple(_row(index, key, org) for key, org in found))


def _row(index: Index, key: str, org: Organisation) -> OrganisationRow:
    days = (index.standing(path).last for path in org.members)
    return OrganisationRow(
        org=OrgRef(org.name, key),
        has_note=org.path is not None,
        people=tuple(row.person for row in contact_rows(index, org.members[:SHOWN])),
        count=len(org.members),
        past=len(org.past_members),
        last=max((day for day in days if day), default=None),
    )


def organisation_parts(index: Index, org: Organisation) -> tuple[Part, ...]:
    """What each page of an organisation lists: members, and past members."""
    return parts([by_name(index, paths) for paths in (org.members, org.past_members)])


def organisation_view(index: Index, key: str, part: Part) -> OrganisationView:
    """A page of an organisation."""
    org = index.network.organisations[key]
    members, past = part.lists
    view = OrganisationView(
        org=OrgRef(org.name, key),
        place=part.place,
        count=len(org.members),
        members=contact_rows(index, members),
        past_members=contact_rows(index, past),
        tenures=tenure_rows(index, key, (*members, *past)),
    )
    note = index.network.notes.get(org.path) if org.path and part.place.is_first else None
    return _with_note(index, view, note) if note else view


def _events(index: Index, path: str) -> list[EventRow]:
    """The events whose notes name the organisation, the latest first."""
    paths = (each for each in index.network.backlinks.get(path, ()) if index.network.is_(each, Kind.EVENT))
    rows = [row for each in paths if (row := index.rows[each].event)]
    return sorted(rows, key=lambda row: (row.start or date.max, row.path), reverse=True)[:MOST_ROWS]


def _with_note(index: Index, view: OrganisationView, note: Note) -> OrganisationView:
    return replace(
        view,
        path=note.path,
        is_private=note.private,
        facts=note_facts(index, note),
        tags=tag_refs(index, note.path),
        promises=tuple(promise_row(index, each) for each in index.network.promises_in.get(note.path, ())),
        notes=body(index, note),
        log=prose(index, note.path, note.body.log),
        events=tuple(_events(index, note.path)),
        backlinks=tuple(
            each for each in backlinks(index, note.path) if not index.network.is_(each.path, Kind.EVENT)
        ),
        unread=note.unread,
        problems=index.problems_in.get(note.path, 0),
    )
