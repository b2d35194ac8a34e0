"""The one door to the screens: network and day in, what every page shows out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notesite.model.diagnostic import Diagnostic
from notesite.model.due import FollowUp
from notesite.model.network import Network
from notesite.model.settings import Settings
from notesite.views.chunks import Chunk, chunks
from notesite.views.contact import ContactView, contact_view
from notesite.views.contacts import ContactsView, contacts_view
from notesite.views.due import DueView, due_view
from notesite.views.event import EventView, event_view
from notesite.views.events import EventsView, events_view
from notesite.views.index import index_of
from notesite.views.notes import NotesView, NoteView, note_view, notes_view, other_notes
from notesite.views.organisations import (
    OrganisationsView,
    OrganisationView,
    organisation_views,
    organisations_view,
)
from notesite.views.problems import ProblemsView, problems_view
from notesite.views.promises import PromisesView, promises_view
from notesite.views.tags import TagsView, TagView, tag_views, tags_view
from notesite.views.today import TodayView, today_view
from notesite.views.upcoming import upcoming


@dataclass(frozen=True, slots=True)
class Days:
    """The days that the site knows of, from that of the build to the last; pinned, it shows the first."""

    built: date
    last: date
    is_pinned: bool


@dataclass(frozen=True, slots=True)
class Views:
    """What every screen of the site shows on a day."""

    follow_ups: tuple[FollowUp, ...]
    days: Days
    chunks: tuple[Chunk, ...]
    today: TodayView
    due: DueView
    promises: PromisesView
    contacts: ContactsView
    contact: tuple[ContactView, ...]
    organisations: OrganisationsView
    organisation: tuple[OrganisationView, ...]
    tags: TagsView
    tag: tuple[TagView, ...]
    events: EventsView
    event: tuple[EventView, ...]
    notes: NotesView
    note: tuple[NoteView, ...]
    problems: ProblemsView


def derive(network: Network, diagnostics: Sequence[Diagnostic], today: date, settings: Settings) -> Views:
    """What every screen shows on a day."""
    index = index_of(network, diagnostics, today, settings)
    ahead = upcoming(index)
    found = chunks(index, ahead)
    names = tuple(each.name for each in found)
    return Views(
        follow_ups=index.follow_ups,
        days=Days(today, index.last_day, settings.today == today),
        chunks=found,
        today=today_view(index, ahead, names),
        due=due_view(index, names),
        promises=promises_view(index),
        contacts=contacts_view(index),
        contact=tuple(contact_view(index, each) for _, each in sorted(network.contacts.items())),
        organisations=organisations_view(index),
        organisation=organisation_views(index),
        tags=tags_view(index),
        tag=tag_views(index),
        events=events_view(index),
        event=tuple(event_view(index, each) for _, each in sorted(network.events.items())),
        notes=notes_view(index),
        note=tuple(note_view(index, each) for each in other_notes(index)),
        problems=problems_view(index, diagnostics),
    )
