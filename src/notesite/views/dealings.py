"""What all notes together tell of giving, asking, introducing and knowing, worked out once for all pages."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from notesite.insights.ledger import Ledger, ledger
from notesite.model.deed import Deed
from notesite.model.summary import Summary
from notesite.rules.acquaintance import Acquaintance
from notesite.rules.introductions import Introduction, Place, introductions
from notesite.rules.matching import Words
from notesite.rules.suggesting import Order, Suggestion, suggestions
from notesite.views.index import Index
from notesite.views.parts import DeedRow, Person
from notesite.views.people import initials, tone


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that I asked for: whom, when, and in which words."""

    people: tuple[Person, ...]
    day: date
    told: DeedRow


class Dealings:
    """The dealings of a network on a day, each part of them worked out when it is first asked for.

    They are made of all summaries: a page that shows something of them says that it has read them all.
    """

    def __init__(self, index: Index) -> None:
        self.index = index

    @cached_property
    def summaries(self) -> Mapping[str, Summary]:
        """Every note in short."""
        return dict(self.index.summaries.items())

    @cached_property
    def words(self) -> Words:
        """Which words the contacts have in common."""
        return Words({path: each.profile for path, each in self.summaries.items() if each.profile})

    @cached_property
    def known(self) -> Acquaintance:
        """Who knows whom."""
        return Acquaintance(self.summaries.values())

    @cached_property
    def deeds(self) -> Mapping[Place, Deed]:
        """What passed between people, by the place where it is told."""
        return {
            (path, number): deed
            for path, each in self.summaries.items()
            for number, deed in enumerate(each.deeds)
        }

    @cached_property
    def ledger(self) -> Ledger:
        """What was given, received, asked and thanked for in the last twelve months."""
        return ledger(self.deeds.values(), self.index.today)

    @cached_property
    def introductions(self) -> tuple[Introduction, ...]:
        """Every introduction of mine."""
        return introductions(self.deeds, self.index.today)

    @cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """The introductions to suggest."""
        settled = {frozenset(each.people) for each in self.introductions}
        return suggestions(self.words, self.known, settled, self.order)

    @cached_property
    def serving(self) -> Mapping[str, tuple[str, ...]]:
        """By goal the contacts and events that name it, by name."""
        found: dict[str, list[str]] = defaultdict(list)
        for path, each in self.summaries.items():
            for goal in each.serves:
                found[goal].append(path)
        return {goal: tuple(sorted(paths, key=self.order)) for goal, paths in found.items()}

    @property
    def order(self) -> Order:
        """The place of a note in the alphabet."""
        summaries = self.summaries
        return lambda path: (summaries[path].order, path)


def person_of(index: Index, path: str) -> Person:
    """A contact as a row shows them, without a look into the note; any other note under its own name."""
    row = index.rows[path].contact if path in index.rows else None
    if row:
        return row.person
    name = index.network.name_of(path)
    return Person(name or path, path if name else "", initials(name or path), tone(path))


def deed_row(index: Index, place: Place) -> DeedRow:
    """A deed as its note tells it."""
    path, number = place
    return index.rows[path].deeds[number]


def ask_of(index: Index, dealings: Dealings, place: Place, day: date) -> Ask:
    """An ask of a day as its note tells it."""
    people = tuple(person_of(index, path) for path in dealings.deeds[place].people)
    return Ask(people, day, deed_row(index, place))
