"""How the network hangs together: who bridges its parts, which clusters it has, and where all are drawn."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from notesite.insights.bridges import cut_off
from notesite.insights.graph import Graph, Node
from notesite.insights.layout import Spot, layout
from notesite.model.lookup import EVERY
from notesite.model.network import Ref
from notesite.views.clusters import ClusterName, Hanging, cluster_names
from notesite.views.index import Index
from notesite.views.parts import T
from notesite.views.people import sort_key

CIRCLES = "circles and states"
"""What a page says to have read that asked for everybody's circle, or who is still there."""
MOST = 20
SHOWN = 6
FEWEST = 3
"""How many people make a cluster that is listed."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """Somebody through whom alone so many people hang together with the rest."""

    person: Ref
    count: int


@dataclass(frozen=True, slots=True)
class Connector:
    """Somebody with ties into several clusters."""

    person: Ref
    clusters: tuple[ClusterName, ...]


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """A cluster, with those of its people who have most ties in it."""

    name: ClusterName
    count: int
    people: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The page of the network; `alone` counts the people without a tie."""

    people: int
    organisations: int
    events: int
    ties: int
    alone: int
    bridges: tuple[Bridge, ...]
    connectors: tuple[Connector, ...]
    clusters: tuple[ClusterRow, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where each node lies, in which cluster it is, and the pairs that are tied, as numbers of nodes."""

    kinds: tuple[int, int, int]
    spots: tuple[Spot, ...]
    clusters: tuple[int, ...]
    edges: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CirclesView:
    """The circles that contacts are in, and the number of each node's; people come first."""

    names: tuple[str, ...]
    of: tuple[int, ...]


def drawing(hanging: Hanging) -> Drawing:
    """Where all is drawn. Edges are pairs: a step from the last pair's first, and one on to the other."""
    graph = hanging.graph
    kinds = Counter(each.kind for each in graph.nodes)
    last, edges = 0, []
    for one, other in graph.edges:
        edges += [one - last, other - one]
        last = one
    return Drawing(
        kinds=(kinds["contact"], kinds["event"], kinds["organisation"]),
        spots=layout(graph.near, hanging.clusters),
        clusters=hanging.cluster_of,
        edges=tuple(edges),
    )


def circles_view(index: Index, hanging: Hanging) -> CirclesView:
    """The circle of every contact, which only changes when one of them does."""
    index.reads.add(CIRCLES, EVERY)
    nodes = hanging.graph.nodes
    with index.reads.recorded():
        found = [index.standing(each.key).circle for each in nodes if each.is_person]
    names = tuple(sorted({each for each in found if each}, key=sort_key))
    numbers = {name: number for number, name in enumerate(names, start=1)}
    return CirclesView(names, tuple(numbers.get(each, 0) for each in found))


def network_view(index: Index, hanging: Hanging) -> NetworkView:
    """The page of the network."""
    graph = hanging.graph
    kinds = Counter(each.kind for each in graph.nodes)
    largest = hanging.largest(FEWEST)
    index.reads.add(CIRCLES, EVERY)
    linking = _still_there(index, _linking(hanging))
    named = dict.fromkeys((*largest[:MOST], *(number for _, found in linking for number in found)))
    names = cluster_names(index, hanging, named)
    return NetworkView(
        people=kinds["contact"],
        organisations=kinds["organisation"],
        events=kinds["event"],
        ties=sum(map(len, graph.near)) // 2,
        alone=sum(node.is_person and not near for node, near in zip(graph.nodes, graph.near, strict=True)),
        bridges=tuple(Bridge(_ref(node), count) for node, count in _still_there(index, _bridges(graph))),
        connectors=tuple(
            Connector(_ref(node), tuple(names[each] for each in found)) for node, found in linking
        ),
        clusters=tuple(_cluster(hanging, number, names[number]) for number in largest[:MOST]),
    )


def _still_there(index: Index, found: Iterable[tuple[Node, T]]) -> list[tuple[Node, T]]:
    """The first of some people, without those who are archived or deceased."""
    with index.reads.recorded():
        return list(islice((pair for pair in found if index.standing(pair[0].key).is_here), MOST))


def _bridges(graph: Graph) -> list[tuple[Node, int]]:
    """The people who hold others to the rest, those who hold most first."""
    lost = cut_off(graph.near, [each.is_person for each in graph.nodes])
    found = ((graph.nodes[node], count) for node, count in lost.items() if count)
    people = [pair for pair in found if pair[0].is_person]
    return sorted(people, key=lambda pair: (-pair[1], sort_key(pair[0].name), pair[0].key))


def _linking(hanging: Hanging) -> list[tuple[Node, list[int]]]:
    """The people with ties into other clusters of several people, those with most such clusters first."""
    graph, cluster_of = hanging.graph, hanging.cluster_of
    is_large = [hanging.people_in(each) >= FEWEST for each in hanging.clusters]
    found = []
    for number, node in enumerate(graph.nodes):
        around = {cluster_of[other] for other in graph.near[number]} | {cluster_of[number]}
        large = sorted(each for each in around if is_large[each])
        if node.is_person and len(large) > 1:
            found.append((node, large))
    return sorted(found, key=lambda pair: (-len(pair[1]), sort_key(pair[0].name), pair[0].key))


def _cluster(hanging: Hanging, number: int, name: ClusterName) -> ClusterRow:
    people = hanging.by_ties(number)
    shown = [hanging.graph.nodes[node] for node in people if hanging.graph.nodes[node].key != name.person]
    return ClusterRow(name, len(people), tuple(map(_ref, shown[:SHOWN])))


def _ref(node: Node) -> Ref:
    return Ref(node.name, node.key)
