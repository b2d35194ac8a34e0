"""The one door to the screens: network and day in, what every page shows out, each when it is asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from notesite.model.diagnostic import Diagnostic
from notesite.model.due import FollowUp
from notesite.model.lookup import Lookup
from notesite.model.network import Network
from notesite.model.settings import Settings
from notesite.views.buckets import Buckets, RowsView, buckets, rows_view
from notesite.views.chunks import Chunk, Contents, chunk, chunks
from notesite.views.contact import ContactView, contact_view
from notesite.views.contacts import ContactsView, Listing, contacts_view, listings
from notesite.views.due import DueView, due_view
from notesite.views.event import EventView, event_view
from notesite.views.events import EventsView, events_view
from notesite.views.index import Index
from notesite.views.notes import NotesView, NoteView, note_view, notes_view, other_notes
from notesite.views.organisations import (
    OrganisationsView,
    OrganisationView,
    organisation_places,
    organisation_view,
    organisations_view,
)
from notesite.views.portions import Place
from notesite.views.problems import ProblemsView, problems_view
from notesite.views.promises import PromisesView, promises_view
from notesite.views.summaries import rows_of, summary_of
from notesite.views.tags import TagsView, TagView, tag_places, tag_view, tags_view
from notesite.views.today import TodayView, today_view
from notesite.views.upcoming import Upcoming, upcoming


@dataclass(frozen=True, slots=True)
class Days:
    """The days that the site knows of, from that of the build to the last; pinned, it shows the first."""

    built: date
    last: date
    is_pinned: bool


@dataclass(frozen=True, slots=True)
class Views:
    """What every screen shows on a day, worked out anew whenever it is asked for.

    So the process that renders a page works out what the page shows, and nothing is held for all of them.
    """

    index: Index
    upcoming: Upcoming
    diagnostics: tuple[Diagnostic, ...]
    contents: Mapping[str, Contents]
    buckets: Buckets

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The follow-ups of the day."""
        return self.index.follow_ups

    @property
    def chunk_names(self) -> tuple[str, ...]:
        """The names of the chunks, in the order of days."""
        return tuple(self.contents)

    @property
    def days(self) -> Days:
        """The days that the site knows of."""
        index = self.index
        return Days(index.today, index.last_day, index.settings.today == index.today)

    def today(self) -> TodayView:
        """The first page."""
        return today_view(self.index, self.upcoming, self.chunk_names)

    def due(self) -> DueView:
        """All follow-ups."""
        return due_view(self.index, self.chunk_names)

    def promises(self) -> PromisesView:
        """All promises."""
        return promises_view(self.index, self.upcoming, self.chunk_names)

    def organisations(self) -> OrganisationsView:
        """All organisations."""
        return organisations_view(self.index)

    def tags(self) -> TagsView:
        """All tags."""
        return tags_view(self.index)

    def events(self) -> EventsView:
        """All events."""
        return events_view(self.index)

    def notes(self) -> NotesView:
        """All other notes."""
        return notes_view(self.index)

    def problems(self) -> ProblemsView:
        """What in the notes needs a look."""
        return problems_view(self.index, self.diagnostics)

    def chunk(self, name: str) -> Chunk:
        """What comes up in a month."""
        return chunk(self.contents[name], self.buckets)

    def rows(self, bucket: int) -> RowsView:
        """The rows of a bucket."""
        return rows_view(self.index, self.buckets.paths[bucket])

    def each_listing(self) -> Iterator[tuple[Listing, Callable[[], ContactsView]]]:
        """What each page of the table of contacts lists, and its view."""
        found = listings(self.index)
        letters = tuple(dict.fromkeys(each.letter for each in found))
        for listing in found:
            yield listing, partial(contacts_view, self.index, listing, letters)

    def contact(self, path: str) -> ContactView:
        """The page of a contact."""
        return contact_view(self.index, self.index.network.contacts[path])

    def event(self, path: str) -> EventView:
        """The page of an event."""
        return event_view(self.index, self.index.network.events[path])

    def each_contact(self) -> Iterator[tuple[str, str, Callable[[], ContactView]]]:
        """Path, name and view of each contact, by path; so for the other kinds of page, each with its key."""
        for path in sorted(self.index.network.contacts):
            yield path, self.index.network.name_of(path) or "", partial(self.contact, path)

    def each_organisation(self) -> Iterator[tuple[str, str, Place, Callable[[], OrganisationView]]]:
        """Key, name, place and view of each page of an organisation."""
        for key, org in sorted(self.index.network.organisations.items()):
            for place in organisation_places(self.index, org):
                yield key, org.name, place, partial(organisation_view, self.index, key, org, place)

    def each_tag(self) -> Iterator[tuple[str, str, Place, Callable[[], TagView]]]:
        """Key, name, place and view of each page of a tag."""
        for key, tag in sorted(self.index.network.tags.items()):
            for place in tag_places(self.index, tag):
                yield key, tag.name, place, partial(tag_view, self.index, key, tag, place)

    def each_event(self) -> Iterator[tuple[str, str, Callable[[], EventView]]]:
        """Path, name and view of each event."""
        for path in sorted(self.index.network.events):
            yield path, self.index.network.name_of(path) or "", partial(self.event, path)

    def each_note(self) -> Iterator[tuple[str, str, Callable[[], NoteView]]]:
        """Path, name and view of each other note."""
        for note in other_notes(self.index):
            yield note.path, note.name, partial(note_view, self.index, note.path)


def derive(network: Network, diagnostics: Sequence[Diagnostic], today: date, settings: Settings) -> Views:
    """What every screen shows on a day."""
    index = Index(network, diagnostics, today, settings)
    index.summaries = Lookup(network.faces, partial(summary_of, index))
    index.rows = Lookup(network.faces, partial(rows_of, index))
    ahead = upcoming(index)
    return Views(index, ahead, tuple(diagnostics), chunks(index, ahead), buckets(index, ahead))
