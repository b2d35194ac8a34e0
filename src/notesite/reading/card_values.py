"""The values of a note's front matter that may name notes, with the kind that each field prefers."""

from collections.abc import Iterator

from notesite.model.cards import ContactCard, EventCard, GoalCard, InteractionCard
from notesite.model.note import Note
from notesite.model.values import Kind, Value


def values_of_card(note: Note) -> Iterator[tuple[Value, Kind | None]]:
    """Every value of a note's front matter that may name a note, known keys first."""
    seen: set[Value] = set()
    for values, prefers in _fields(note):
        for value in values:
            seen.add(value)
            yield value, prefers
    for field in note.extra:
        for value in (*field.values, *(value for _, value in field.map)):
            if value not in seen:
                yield value, None


def _fields(note: Note) -> Iterator[tuple[tuple[Value, ...], Kind | None]]:
    match note.card:
        case ContactCard() as card:
            for people in (card.knows, card.introduced_by, card.intro_paths):
                yield people, Kind.CONTACT
            yield (*card.orgs, *(position.org for position in card.positions)), Kind.GROUP
            singles = (card.next_step, card.hook, card.photo)
            yield tuple(value for value in singles if value), None
            for values in (card.locations, card.met_at, card.interests, card.needs, card.offers):
                yield values, None
            yield card.goals, Kind.GOAL
        case EventCard() as card:
            for people in (card.attendees, card.met):
                yield people, Kind.CONTACT
            yield card.locations, None
            yield card.goals, Kind.GOAL
        case InteractionCard() as card:
            yield card.people, Kind.CONTACT
        case GoalCard() as card:
            yield card.people, Kind.CONTACT
            yield card.looking_for, None
