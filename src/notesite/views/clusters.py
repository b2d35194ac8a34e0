"""The clusters of a network, and what each is called by."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from notesite.insights.clusters import clusters, numbered
from notesite.insights.graph import Graph, graph_of
from notesite.model.lookup import Read
from notesite.views.index import Index
from notesite.views.parts import OrgRef

FEWEST = 2
PART = 3
"""A cluster is called by what so many of its people share, and one of so many of them."""


class Hanging:
    """The graph of a network and its clusters, worked out once for the pages that show them."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @property
    def graph(self) -> Graph:
        """Who is tied to whom."""
        graph, asked = self._found
        self._index.reads.update(asked)
        return graph

    @cached_property
    def _found(self) -> tuple[Graph, set[Read]]:
        with self._index.reads.recorded() as asked:
            return graph_of(self._index.network), asked

    @cached_property
    def clusters(self) -> tuple[tuple[int, ...], ...]:
        """The nodes of each cluster."""
        return clusters(self.graph.near)

    @cached_property
    def cluster_of(self) -> tuple[int, ...]:
        """The cluster of each node."""
        return tuple(numbered(self.clusters, len(self.graph.nodes)))

    def people_in(self, members: Iterable[int]) -> int:
        """How many of some nodes are people."""
        nodes = self.graph.nodes
        return sum([nodes[node].is_person for node in members])

    def largest(self, fewest: int) -> list[int]:
        """The clusters of at least so many people, those of most people first."""
        counts = [self.people_in(members) for members in self.clusters]
        return sorted(
            (each for each in range(len(counts)) if counts[each] >= fewest), key=lambda each: -counts[each]
        )

    def by_ties(self, number: int) -> list[int]:
        """The people of a cluster, those with most ties first."""
        graph = self.graph
        people = [node for node in self.clusters[number] if graph.nodes[node].is_person]
        return sorted(people, key=lambda node: (-len(graph.near[node]), node))


@dataclass(frozen=True, slots=True)
class ClusterName:
    """What a cluster is called by: an organisation, a place, a tag, or the one who has most ties in it."""

    label: str
    org: OrgRef | None = None
    place: str = ""
    tag: str = ""
    person: str = ""


def cluster_names(index: Index, hanging: Hanging, wanted: Iterable[int]) -> dict[int, ClusterName]:
    """What clusters are called: by the organisation, place or tag that most of their people share.

    Tags are only asked for where neither of the others says enough: they change with many an edit.
    """
    found: dict[int, ClusterName] = {}
    left = list(wanted)
    for name in (_by_org, _by_place, _by_tag):
        if left:
            found |= name(index, hanging, left)
        left = [number for number in left if number not in found]
    for number in left:
        node = hanging.graph.nodes[hanging.by_ties(number)[0]]
        found[number] = ClusterName(node.name, person=node.key)
    return found


def _by_org(index: Index, hanging: Hanging, wanted: Sequence[int]) -> dict[int, ClusterName]:
    orgs = {key: (each.name, each.members) for key, each in index.network.organisations.items()}
    shared = _shared(hanging, wanted, orgs)
    return {number: ClusterName(label, org=OrgRef(label, key)) for number, (key, label) in shared.items()}


def _by_place(index: Index, hanging: Hanging, wanted: Sequence[int]) -> dict[int, ClusterName]:
    places = {key: (each.name, each.people) for key, each in index.network.places.items()}
    shared = _shared(hanging, wanted, places)
    return {number: ClusterName(label, place=key) for number, (key, label) in shared.items()}


def _by_tag(index: Index, hanging: Hanging, wanted: Sequence[int]) -> dict[int, ClusterName]:
    tags = {key: (each.name, each.people) for key, each in index.network.tags.items()}
    shared = _shared(hanging, wanted, tags)
    return {number: ClusterName(label, tag=key) for number, (key, label) in shared.items()}


def _shared(
    hanging: Hanging, wanted: Iterable[int], groups: dict[str, tuple[str, tuple[str, ...]]]
) -> dict[int, tuple[str, str]]:
    """Of each cluster the key and label of the group that most of its people are in, if these are enough."""
    numbers = {each.key: number for number, each in enumerate(hanging.graph.nodes) if each.is_person}
    counts: dict[int, Counter[str]] = {number: Counter() for number in wanted}
    for key, (_, people) in groups.items():
        for number in [hanging.cluster_of[numbers[path]] for path in people if path in numbers]:
            if number in counts:
                counts[number][key] += 1
    found = {}
    for number, count in counts.items():
        key = max(count, key=lambda key: (count[key], len(key), key), default="")
        if count[key] >= FEWEST and count[key] * PART >= hanging.people_in(hanging.clusters[number]):
            found[number] = (key, groups[key][0])
    return found
