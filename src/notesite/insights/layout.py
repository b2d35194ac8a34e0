"""Where each node of a graph lies when it is drawn: clusters in rings, their members around their middles.

The work grows with nodes and ties only, and the same graph always lies the same way.
"""

from collections.abc import Sequence
from math import asin, atan2, ceil, cos, hypot, pi, sin, sqrt

from notesite.insights.clusters import Near, numbered
from notesite.insights.relaxing import relaxed

Spot = tuple[int, int]
Point = tuple[float, float]

SCALE = 24
"""How far apart neighbours are in the end; while it is worked out, that is 1."""
DENSE = 0.7
"""The k-th member is so many square roots of k from the middle: about one on each unit of area."""
MARGIN = 0.5
TURN = pi * (3 - sqrt(5))
"""The golden angle, by which each member turns on from the last, as in the head of a sunflower."""


def layout(near: Near, clusters: Sequence[Sequence[int]]) -> tuple[Spot, ...]:
    """The spot of each node, no two the same, around a middle at (0, 0)."""
    cluster_of = numbered(clusters, len(near))
    sizes = [DENSE * sqrt(len(members)) + MARGIN for members in clusters]
    middles = _middles(sizes, _between(near, cluster_of))
    xs, ys = [0.0] * len(near), [0.0] * len(near)
    for (x, y), members in zip(middles, clusters, strict=True):
        for place, node in enumerate(sorted(members, key=lambda each: (-len(near[each]), each))):
            away = DENSE * sqrt(place)
            xs[node], ys[node] = x + away * cos(place * TURN), y + away * sin(place * TURN)
    bounds = [(*middles[number], sizes[number] - MARGIN / 2) for number in cluster_of]
    return _spots(relaxed(near, xs, ys, bounds))


def _between(near: Near, cluster_of: Sequence[int]) -> list[list[int]]:
    """Of each cluster the others that it has ties to, as often as there are."""
    found: list[list[int]] = [[] for _ in range(max(cluster_of, default=-1) + 1)]
    for node, around in enumerate(near):
        own = cluster_of[node]
        found[own] += [cluster_of[other] for other in around if cluster_of[other] != own]
    return found


def _middles(sizes: Sequence[float], between: Sequence[Sequence[int]]) -> list[Point]:
    """The middles of clusters of these radii, the largest first: it is in the midst, the others in rings.

    In a ring they are in the order of the directions in which those lie that they are tied to.
    """
    found: list[Point] = [(0.0, 0.0)] * len(sizes)
    inner, begin = (sizes[0] if sizes else 0.0), 1
    while begin < len(sizes):
        away = inner + sizes[begin]
        end = _end_of_ring(sizes, begin, away)
        ring = range(begin, end)
        tied = {each: [found[other] for other in between[each] if other < begin] for each in ring}
        drawn = {each: _direction(points) for each, points in tied.items()}
        ordered = sorted(ring, key=lambda each: (drawn[each] is None, drawn[each] or 0.0, each))
        for each, angle in zip(ordered, _angles(ordered, sizes, away, drawn[ordered[0]]), strict=True):
            found[each] = (away * cos(angle), away * sin(angle))
        inner, begin = away + sizes[begin], end
    return found


def _end_of_ring(sizes: Sequence[float], begin: int, away: float) -> int:
    room, end = 2 * pi, begin
    while end < len(sizes) and (end == begin or room >= _width(sizes[end], away)):
        room -= _width(sizes[end], away)
        end += 1
    return end


def _width(size: float, away: float) -> float:
    """The angle under which a disc is seen from the middle of its ring."""
    return 2 * asin(min(size / away, 1.0))


def _direction(points: Sequence[Point]) -> float | None:
    x, y = sum(x for x, _ in points), sum(y for _, y in points)
    return atan2(y, x) if hypot(x, y) > DENSE else None


def _angles(ordered: Sequence[int], sizes: Sequence[float], away: float, first: float | None) -> list[float]:
    """The angles of a ring's clusters, which share what room is left."""
    widths = [_width(sizes[each], away) for each in ordered]
    spare = max(2 * pi - sum(widths), 0.0) / len(widths)
    found, angle = [], (first or 0.0) - widths[0] / 2
    for width in widths:
        found.append(angle + width / 2)
        angle += width + spare
    return found


def _spots(points: Sequence[Point]) -> tuple[Spot, ...]:
    """The points in whole numbers, each moved aside until nothing else is there."""
    taken: set[Spot] = set()
    beside: dict[Spot, int] = {}
    found = []
    for x, y in points:
        spot = wanted = (round(x * SCALE), round(y * SCALE))
        while spot in taken:
            step = beside[wanted] = beside.get(wanted, 0) + 1
            away = ceil(sqrt(step))
            spot = (wanted[0] + round(away * cos(step * TURN)), wanted[1] + round(away * sin(step * TURN)))
        taken.add(spot)
        found.append(spot)
    return tuple(found)
