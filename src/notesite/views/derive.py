"""The one door to the screens: network and day in, what every page shows out, each when it is asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from notesite.insights.graph import Node
from notesite.model.diagnostic import Diagnostic
from notesite.model.due import FollowUp
from notesite.model.lookup import EVERY, Lookup, Made, Reads
from notesite.model.network import Network
from notesite.model.settings import Settings
from notesite.views.buckets import RowsView, rows_view
from notesite.views.chunks import Chunk, chunk, chunk_names, contents_of
from notesite.views.contact import ContactView, contact_view
from notesite.views.contacts import ContactsView, Listing, contacts_view, listings
from notesite.views.dated import lines_of
from notesite.views.due import DueView, due_view
from notesite.views.event import EventView, event_view
from notesite.views.event_list import EventsView, Listed, event_lists, events_view
from notesite.views.finding import Bucket, FoundView, found_of
from notesite.views.goal import GoalView, goal_view
from notesite.views.goals import GoalsView, goal_paths, goals_view
from notesite.views.index import Index
from notesite.views.insights import InsightsView, insights_view
from notesite.views.introductions import IntroductionsView, introductions_view
from notesite.views.network import (
    CirclesView,
    Drawing,
    NetworkView,
    circles_view,
    drawing,
    network_view,
)
from notesite.views.notes import NotesView, NoteView, note_view, notes_view, other_notes
from notesite.views.organisations import (
    OrganisationsView,
    OrganisationView,
    organisation_parts,
    organisation_view,
    organisations_view,
)
from notesite.views.places import PlacesView, PlaceView, place_parts, place_view, places_parts, places_view
from notesite.views.portions import Part
from notesite.views.problems import ProblemsView, problems_view
from notesite.views.promises import PromisesView, promises_view
from notesite.views.reciprocity import ReciprocityView, reciprocity_view
from notesite.views.summaries import rows_of, summary_of
from notesite.views.tags import TagsView, TagView, tag_parts, tag_view, tags_view
from notesite.views.tallies import tally_of
from notesite.views.today import TodayView, today_view
from notesite.views.together import CHUNKS, DIAGNOSTICS, FOUND, ROWS, SUMMARIES, TALLIES, Together


@dataclass(frozen=True, slots=True)
class Days:
    """The days that the site knows of, from that of the build to the last; pinned, it shows the first."""

    built: date
    last: date
    is_pinned: bool


class Views:
    """What every screen shows on a day, worked out anew whenever it is asked for.

    So the process that renders a page works out what the page shows, and nothing is held for all of them.
    """

    def __init__(self, index: Index, diagnostics: Sequence[Diagnostic]) -> None:
        self.index, self.together = index, Together(index, diagnostics)

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The follow-ups of the day."""
        return self.index.follow_ups

    @property
    def chunk_names(self) -> tuple[str, ...]:
        """The names of the chunks, in the order of days."""
        self.index.reads.add(SUMMARIES, EVERY)
        return chunk_names(self.index)

    @property
    def days(self) -> Days:
        """The days that the site knows of."""
        index = self.index
        return Days(index.today, index.last_day, index.settings.today == index.today)

    def today(self) -> TodayView:
        """The first page."""
        return today_view(self.index, self.together.upcoming, self.chunk_names)

    def due(self) -> DueView:
        """All follow-ups."""
        return due_view(self.index, self.chunk_names)

    def promises(self) -> PromisesView:
        """All promises."""
        return promises_view(self.index, self.together.upcoming, self.chunk_names)

    def insights(self) -> InsightsView:
        """The figures."""
        return insights_view(self.index, self.together.dealings.ledger)

    def introductions(self) -> IntroductionsView:
        """Introductions: suggested, under way and made."""
        return introductions_view(self.index, self.together.dealings)

    def reciprocity(self) -> ReciprocityView:
        """What was given and received."""
        return reciprocity_view(self.index, self.together.dealings)

    def goals(self) -> GoalsView:
        """All goals."""
        return goals_view(self.index, self.together.dealings)

    def goal(self, path: str) -> GoalView:
        """The page of a goal."""
        return goal_view(self.index, self.together.dealings, path)

    def organisations(self) -> OrganisationsView:
        """All organisations."""
        return organisations_view(self.index)

    def tags(self) -> TagsView:
        """All tags."""
        return tags_view(self.index)

    def notes(self) -> NotesView:
        """All other notes."""
        return notes_view(self.index)

    def problems(self) -> ProblemsView:
        """What in the notes needs a look."""
        self.index.reads.add(DIAGNOSTICS, EVERY)
        for path in self.together.reported:
            self.index.reads.add("contacts", path)
        return problems_view(self.index, self.together.diagnostics)

    def chunk(self, name: str) -> Chunk:
        """What comes up in a month."""
        self.index.reads.add(CHUNKS, name)
        with self.index.reads.recorded():
            contents = contents_of(self.index, self.together.upcoming, name)
        return chunk(contents, self.together.buckets)

    def rows(self, bucket: int) -> RowsView:
        """The rows of a bucket."""
        return rows_view(self.index, self.together.buckets.paths[bucket])

    def found(self, bucket: Bucket) -> FoundView:
        """What the search knows of a bucket."""
        return FoundView(
            bucket.number, tuple((path, self.index.found[path]) for path in bucket.paths), bucket.names
        )

    def each_listing(self) -> tuple[Listing, ...]:
        """What each page of the table of contacts lists."""
        return listings(self.index)

    def listing(self, listing: Listing, letters: tuple[str, ...]) -> ContactsView:
        """A page of the table of contacts, beside those of other letters."""
        return contacts_view(self.index, listing, letters)

    def contact(self, path: str) -> ContactView:
        """The page of a contact."""
        return contact_view(self.index, self.index.network.contacts[path])

    def event(self, path: str) -> EventView:
        """The page of an event."""
        return event_view(self.index, self.index.network.events[path])

    def note(self, path: str) -> NoteView:
        """The page of any other note."""
        return note_view(self.index, path)

    def each_contact(self) -> Iterator[tuple[str, str, Callable[[], ContactView]]]:
        """Path, name and view of each contact, by path; so for the other kinds of page, each with its key."""
        for path in sorted(self.index.network.contacts):
            yield path, self.index.network.name_of(path) or "", partial(self.contact, path)

    def each_organisation(self) -> Iterator[tuple[str, str, Part, Callable[[], OrganisationView]]]:
        """Key, name, lists and view of each page of an organisation."""
        for key, org in sorted(self.index.network.organisations.items()):
            for part in organisation_parts(self.index, org):
                yield key, org.name, part, partial(organisation_view, self.index, key, part)

    def network(self) -> NetworkView:
        """How the network hangs together."""
        return network_view(self.index, self.together.hanging)

    def drawing(self) -> Drawing:
        """Where the network is drawn."""
        return drawing(self.together.hanging)

    def nodes(self) -> tuple[Node, ...]:
        """The names in the drawing."""
        return self.together.hanging.graph.nodes

    def circles(self) -> CirclesView:
        """The circles of the people in the drawing."""
        return circles_view(self.index, self.together.hanging)

    def each_list_of_places(self) -> Iterator[tuple[Part, Callable[[], PlacesView]]]:
        """Lists and view of each page of the list of places."""
        for part in places_parts(self.index):
            yield part, partial(places_view, self.index, part)

    def each_place(self) -> Iterator[tuple[str, str, Part, Callable[[], PlaceView]]]:
        """Key, name, lists and view of each page of a place."""
        for key, place in sorted(self.index.network.places.items()):
            for part in place_parts(self.index, place):
                yield key, place.name, part, partial(place_view, self.index, key, part)

    def each_tag(self) -> Iterator[tuple[str, str, Part, Callable[[], TagView]]]:
        """Key, name, lists and view of each page of a tag."""
        for key, tag in sorted(self.index.network.tags.items()):
            for part in tag_parts(self.index, tag):
                yield key, tag.name, part, partial(tag_view, self.index, key, part)

    def each_list_of_events(self) -> tuple[Listed, ...]:
        """What each page of the list of events shows."""
        with self.index.reads.recorded():
            return event_lists(self.index)

    def events(self, listed: Listed) -> EventsView:
        """A page of the list of events."""
        return events_view(self.index, listed)

    def each_goal(self) -> Iterator[tuple[str, str, Callable[[], GoalView]]]:
        """Path, name and view of each goal."""
        for path in goal_paths(self.index):
            yield path, self.index.network.name_of(path) or "", partial(self.goal, path)

    def each_event(self) -> Iterator[tuple[str, str, Callable[[], EventView]]]:
        """Path, name and view of each event."""
        for path in sorted(self.index.network.events):
            yield path, self.index.network.name_of(path) or "", partial(self.event, path)

    def each_note(self) -> Iterator[tuple[str, str, Callable[[], NoteView]]]:
        """Path, name and view of each other note."""
        for note in other_notes(self.index):
            yield note.path, note.name, partial(self.note, note.path)


def derive(
    network: Network,
    diagnostics: Sequence[Diagnostic],
    today: date,
    settings: Settings,
    reads: Reads | None = None,
) -> Views:
    """What every screen shows on a day; whatever it is made of tells `reads` when it is asked for."""
    index = Index(network, diagnostics, today, settings, reads)
    index.summaries = Lookup(Made(network.faces, partial(summary_of, index)), SUMMARIES, index.reads)
    rows = Made(network.faces, partial(rows_of, index))
    index.rows = Lookup(rows, ROWS, index.reads)
    found = Made(network.faces, lambda path: found_of(index, path, rows[path]))
    index.found = Lookup(found, FOUND, index.reads)
    lines = Made(network.faces, partial(lines_of, index))
    index.lines = lambda path, day: lines[path].get(day, ())
    index.tallies = Lookup(Made(network.faces, partial(tally_of, index)), TALLIES, index.reads)
    return Views(index, diagnostics)
