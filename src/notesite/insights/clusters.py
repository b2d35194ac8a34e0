"""Clusters: those who hang together more than with the others."""

from collections.abc import Sequence

Near = Sequence[Sequence[int]]
"""Of each node the numbers of those that it is tied to."""

ROUNDS = 8


def clusters(near: Near) -> tuple[tuple[int, ...], ...]:
    """The nodes in clusters, the largest first, then that of the smallest number.

    Found by label propagation (Raghavan, Albert and Kumara, 2007), in a fixed number of rounds and in the
    order of the nodes: each takes the label that weighs most among its neighbours, where a neighbour weighs
    one, and one more for each neighbour that both have. Of several such labels it keeps its own; else it
    takes that of the node with most neighbours, then that of the smallest number.
    """
    labels, weights = list(range(len(near))), _weights(near)
    for _ in range(ROUNDS):
        moved = False
        for node, around in enumerate(near):
            if around and (label := _label(node, near, weights[node], labels)) != labels[node]:
                labels[node], moved = label, True
        if not moved:
            break
    found: dict[int, list[int]] = {}
    for node, label in enumerate(labels):
        found.setdefault(label, []).append(node)
    return tuple(tuple(each) for each in sorted(found.values(), key=lambda each: (-len(each), each[0])))


def _weights(near: Near) -> list[list[int]]:
    """How much each neighbour of each node weighs."""
    sets = [frozenset(around) for around in near]
    return [[1 + len(sets[node] & sets[other]) for other in around] for node, around in enumerate(near)]


def _label(node: int, near: Near, weights: Sequence[int], labels: Sequence[int]) -> int:
    around = near[node]
    if len(around) == 1:
        return labels[around[0]]
    sums: dict[int, int] = {}
    for other, weight in zip(around, weights, strict=True):
        label = labels[other]
        sums[label] = sums.get(label, 0) + weight
    most = max(sums.values())
    best = [label for label, total in sums.items() if total == most]
    if labels[node] in best:
        return labels[node]
    return min(best, key=lambda label: (-len(near[label]), label))


def numbered(found: Sequence[Sequence[int]], count: int) -> list[int]:
    """Of each of so many nodes the number of its cluster."""
    numbers = [0] * count
    for number, members in enumerate(found):
        for node in members:
            numbers[node] = number
    return numbers
