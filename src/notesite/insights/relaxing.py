"""Points that give way to one another, drawn towards those that they are tied to."""

from collections.abc import Sequence
from math import hypot

from notesite.insights.clusters import Near

MOST_STEPS = 6_000
FEWEST_ROUNDS, MOST_ROUNDS = 3, 60
PULL, LONGEST = 0.3, 0.5
"""Which part of the way to its neighbours' middle a node goes in a round, and how far at most."""
PULLING = 2 / 3
"""In which part of the rounds they are pulled; in the rest they only give way."""
APART = 1.0
"""How far two nodes are to be apart."""
BESIDE = ((0, 0), (1, 0), (-1, 1), (0, 1), (1, 1))
"""A cell of the grid and half of those around it, so that each pair of cells is met once."""

Bound = tuple[float, float, float]
"""The disc that a node stays in: its middle and radius."""


def relaxed(
    near: Near, xs: list[float], ys: list[float], bounds: Sequence[Bound]
) -> list[tuple[float, float]]:
    """The points after a number of rounds, which is fixed by how many there are: few move more often."""
    rounds = min(max(MOST_STEPS // max(len(xs), 1), FEWEST_ROUNDS), MOST_ROUNDS)
    tied = [node for node, around in enumerate(near) if around]
    for number in range(rounds):
        if number < rounds * PULLING:
            _pull(near, tied, xs, ys)
        _part(tied, xs, ys)
        _keep_in(tied, xs, ys, bounds)
    return list(zip(xs, ys, strict=True))


def _pull(near: Near, tied: Sequence[int], xs: list[float], ys: list[float]) -> None:
    for node in tied:
        around = near[node]
        count = len(around)
        x = sum([xs[other] for other in around]) / count - xs[node]
        y = sum([ys[other] for other in around]) / count - ys[node]
        far = hypot(x, y)
        part = PULL if far * PULL < LONGEST else LONGEST / far
        xs[node] += x * part
        ys[node] += y * part


def _part(tied: Sequence[int], xs: list[float], ys: list[float]) -> None:
    cells: dict[tuple[int, int], list[int]] = {}
    for node in tied:
        cells.setdefault((int(xs[node] // APART), int(ys[node] // APART)), []).append(node)
    for (column, row), here in cells.items():
        for right, below in BESIDE:
            there = here if not (right or below) else cells.get((column + right, row + below))
            if there:
                _push(here, there, xs, ys)


MOST_IN_A_CELL = 8
"""With how many of a crowd each is compared, so that thousands on one spot are no million pairs."""


def _push(here: Sequence[int], there: Sequence[int], xs: list[float], ys: list[float]) -> None:
    for place, one in enumerate(here):
        first = place + 1 if here is there else 0
        for other in there[first : first + MOST_IN_A_CELL]:
            x, y = xs[other] - xs[one], ys[other] - ys[one]
            far = x * x + y * y
            if far < APART * APART:
                if not far:
                    x, far = 0.01, 0.0001
                part = (APART / far**0.5 - 1) / 2
                xs[one] -= x * part
                ys[one] -= y * part
                xs[other] += x * part
                ys[other] += y * part


def _keep_in(tied: Sequence[int], xs: list[float], ys: list[float], bounds: Sequence[Bound]) -> None:
    for node in tied:
        x, y, most = bounds[node]
        far = hypot(xs[node] - x, ys[node] - y)
        if far > most:
            xs[node] = x + (xs[node] - x) * most / far
            ys[node] = y + (ys[node] - y) * most / far
