"""Through whom one can be introduced to a contact, to an organisation, or to those who serve a goal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notesite.model.cards import GoalCard
from notesite.model.network import Network
from notesite.model.text import fold
from notesite.model.values import Kind
from notesite.rules.acquaintance import Acquaintance
from notesite.shell.naming import face_named
from notesite.shell.whom import Whom


@dataclass(frozen=True, slots=True)
class Step:
    """A contact on the way to somebody, with the last day of contact where there is one."""

    path: str
    name: str
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Through:
    """The shortest paths of introduction to whom one asked for, at most three.

    `kind` is `contact`, `organisation` or `goal`. A path of one step leads to somebody whom one reaches.
    """

    name: str
    kind: str
    path: str
    ways: tuple[tuple[Step, ...], ...] = ()

    @property
    def is_reached(self) -> bool:
        """Whether there is contact already."""
        return any(len(way) == 1 for way in self.ways)


def through(whom: Whom, name: str) -> Through | None:
    """The paths to the contact, organisation or goal of that name; None where there is none."""
    network, wanted = whom.network, fold(name)
    for kind in (Kind.CONTACT, Kind.GROUP, Kind.GOAL):
        if face := face_named((each for each in network.faces.values() if each.kind is kind), name):
            return _through(whom, face.name, kind, face.path)
    named = (key for key, org in network.organisations.items() if fold(org.name) == wanted)
    key = next(named, None)
    return _through(whom, network.organisations[key].name, Kind.GROUP, key) if key else None


def _through(whom: Whom, name: str, kind: Kind, path: str) -> Through:
    summaries = whom.summaries
    known = Acquaintance(summaries.values())

    def step(each: str) -> Step:
        standing = summaries[each].standing
        return Step(each, summaries[each].name, standing.last if standing else None)

    ways = known.paths(_targets(whom, kind, path))
    words = {Kind.GROUP: "organisation", Kind.GOAL: "goal"}
    is_note = path in summaries
    return Through(
        name=name,
        kind=words.get(kind, "contact"),
        path=path if is_note else "",
        ways=tuple(tuple(map(step, way)) for way in ways),
    )


def _targets(whom: Whom, kind: Kind, path: str) -> Iterable[str]:
    """The contacts whom one asks for."""
    network = whom.network
    if kind is Kind.CONTACT:
        return (path,)
    if kind is Kind.GROUP:
        org = network.organisations.get(path)
        return org.members if org else ()
    serving = (each.path for each in whom.summaries.values() if path in each.serves)
    return (*_people_of(network, path), *serving)


def _people_of(network: Network, goal: str) -> list[str]:
    card = network.notes[goal].card
    values = card.people if isinstance(card, GoalCard) else ()
    targets = (network.value_targets.get(value, ()) for value in values)
    return [each for many in targets for each in many if each]
