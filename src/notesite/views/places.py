"""Places: who is where, and what takes place there."""

from dataclasses import dataclass, replace
from datetime import date

from notesite.model.network import Place, Ref
from notesite.model.text import key_of
from notesite.views.contacts import alphabet, by_name, contact_rows
from notesite.views.index import Index
from notesite.views.parts import ContactRow, EventRow, Person, PlaceRef
from notesite.views.portions import Part, parts
from notesite.views.portions import Place as Number
from notesite.views.texts import note_ref

SHOWN = 6


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in the list: a few of its people, how many could be met there, when one was last reached."""

    place: PlaceRef
    people: tuple[Person, ...]
    count: int
    events: int
    last: date | None = None


@dataclass(frozen=True, slots=True)
class PlacesView:
    """A page of the list of places."""

    number: Number
    rows: tuple[PlaceRow, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A page of a place. What is said of the place as a whole is on the first: elsewhere `row` is None."""

    place: PlaceRef
    number: Number
    people: tuple[ContactRow, ...]
    events: tuple[EventRow, ...]
    row: PlaceRow | None = None
    notes: tuple[Ref, ...] = ()


def places_parts(index: Index) -> tuple[Part, ...]:
    """What each page of the list of places lists: their keys, in alphabetical order."""
    found = sorted(index.network.places.items(), key=lambda pair: (*alphabet(pair[1].name), pair[0]))
    return parts([[key for key, _ in found]])


def places_view(index: Index, part: Part) -> PlacesView:
    """A page of the list of places."""
    return PlacesView(part.place, tuple(_row(index, key) for key in part.lists[0]))


def place_parts(index: Index, place: Place) -> tuple[Part, ...]:
    """What each page of a place lists: contacts by name, and events, the latest first."""
    return parts([by_name(index, place.people), _by_day(index, place.events)])


def place_view(index: Index, key: str, part: Part) -> PlaceView:
    """A page of a place."""
    place = index.network.places[key]
    people, events = part.lists
    rows = (index.rows[path].event for path in events)
    view = PlaceView(
        place=PlaceRef(place.name, key),
        number=part.place,
        people=contact_rows(index, people),
        events=tuple(row for row in rows if row),
    )
    if not part.place.is_first:
        return view
    return replace(view, row=_row(index, key), notes=_about(index, key, place))


def _by_day(index: Index, paths: tuple[str, ...]) -> list[str]:
    found = [(each, path) for path in paths if (each := index.summaries[path].occasion)]
    found.sort(key=lambda pair: ((pair[0].start or date.max).toordinal(), pair[1]), reverse=True)
    return [path for _, path in found]


def _row(index: Index, key: str) -> PlaceRow:
    place = index.network.places[key]
    standings = [(path, index.standing(path)) for path in place.people]
    there = [(path, each.last) for path, each in standings if each.is_here and not each.is_me]
    return PlaceRow(
        place=PlaceRef(place.name, key),
        people=tuple(row.person for row in contact_rows(index, [path for path, _ in there[:SHOWN]])),
        count=len(there),
        events=len(place.events),
        last=max((last for _, last in there if last), default=None),
    )


def _about(index: Index, key: str, place: Place) -> tuple[Ref, ...]:
    """The notes that have the place's name, the resources on it, and other notes with its tag."""
    tag = index.network.tags.get(key)
    topics = index.network.topics.get(key_of(place.name), ())
    paths = dict.fromkeys((*place.notes, *topics, *(tag.others if tag else ())))
    return tuple(note_ref(index, path) for path in paths)
