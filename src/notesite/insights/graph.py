"""The network as a graph: contacts, organisations and events, and who is tied to what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from notesite.model.network import Network
from notesite.model.values import Kind

NodeKind = Literal["contact", "organisation", "event"]

MEMBERS = 2
"""How many people an organisation needs in order to connect anybody."""


@dataclass(frozen=True, slots=True)
class Node:
    """A contact or event by its path, or an organisation by its key."""

    key: str
    kind: NodeKind
    name: str

    @property
    def is_person(self) -> bool:
        """Whether it is a contact."""
        return self.kind == "contact"


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in a fixed order, and of each the numbers of those that it is tied to, in order."""

    nodes: tuple[Node, ...] = ()
    near: tuple[tuple[int, ...], ...] = ()

    @property
    def edges(self) -> Iterator[tuple[int, int]]:
        """Each tie once, from the smaller number to the larger."""
        return ((one, other) for one, found in enumerate(self.near) for other in found if one < other)


def graph_of(network: Network) -> Graph:
    """The graph of a network, without the user's own card, which is tied to everybody.

    Contacts are tied when one knows or introduced the other, or when they did something together; to the
    organisations that they are or were at; and to the events where they were met or expected.
    """
    nodes = tuple(sorted(_nodes(network), key=lambda each: (each.kind, each.key)))
    numbers = {each.key: number for number, each in enumerate(nodes)}
    near: list[set[int]] = [set() for _ in nodes]
    for one, other in _ties(network):
        if one in numbers and other in numbers and one != other:
            near[numbers[one]].add(numbers[other])
            near[numbers[other]].add(numbers[one])
    return Graph(nodes, tuple(tuple(sorted(each)) for each in near))


def _nodes(network: Network) -> Iterator[Node]:
    people: set[str] = set()
    for path, face in network.faces.items():
        if face.kind is Kind.CONTACT and not face.is_me:
            people.add(path)
            yield Node(path, "contact", face.name)
        elif face.kind is Kind.EVENT:
            yield Node(path, "event", face.name)
    for key, org in network.organisations.items():
        known = sum(path in people for path in (*org.members, *org.past_members))
        if known >= MEMBERS and not _is_other(network, key):
            yield Node(key, "organisation", org.name)


def _is_other(network: Network, key: str) -> bool:
    return network.is_(key, Kind.CONTACT) or network.is_(key, Kind.EVENT)


def _ties(network: Network) -> Iterator[tuple[str, str]]:
    for _, pairs in network.ties.items():
        yield from pairs
    for key, org in network.organisations.items():
        yield from ((key, path) for path in (*org.members, *org.past_members))
