"""Bridges: those without whom a part of the network would hang together with nothing else."""

from collections.abc import Sequence

from notesite.insights.clusters import Near


def cut_off(near: Near, weights: Sequence[int]) -> dict[int, int]:
    """Each node whose removal parts what it is tied to, with the weight of all parts but the largest.

    The articulation points by depth-first search (Hopcroft and Tarjan, 1973), without recursion: a branch
    below a node of which nothing leads above it hangs on that node alone.
    """
    search = _Search(near, weights)
    found: dict[int, int] = {}
    for root in range(len(near)):
        if not search.order[root]:
            found |= search.from_(root)
    return found


class _Search:
    """A depth-first search. `order` counts the nodes in the order in which they are found, from 1."""

    def __init__(self, near: Near, weights: Sequence[int]) -> None:
        self._near, self._weights = near, weights
        self.order = [0] * len(near)
        self._low = [0] * len(near)
        self._below = [0] * len(near)
        self._count = 0

    def from_(self, root: int) -> dict[int, int]:
        """The articulation points of the part of the network that a root is in."""
        branches: dict[int, list[int]] = {}
        trail = [(root, -1, iter(self._near[root]))]
        self._enter(root)
        while trail:
            node, parent, rest = trail[-1]
            other = next(rest, None)
            if other is None:
                trail.pop()
                self._leave(node, parent, branches)
            elif not self.order[other]:
                self._enter(other)
                trail.append((other, node, iter(self._near[other])))
            elif other != parent:
                self._low[node] = min(self._low[node], self.order[other])
        return {node: lost for node, hung in branches.items() if (lost := self._lost(node, root, hung)) >= 0}

    def _enter(self, node: int) -> None:
        self._count += 1
        self.order[node] = self._low[node] = self._count
        self._below[node] = self._weights[node]

    def _leave(self, node: int, parent: int, branches: dict[int, list[int]]) -> None:
        if parent < 0:
            return
        self._low[parent] = min(self._low[parent], self._low[node])
        self._below[parent] += self._below[node]
        if self._low[node] >= self.order[parent]:
            branches.setdefault(parent, []).append(self._below[node])

    def _lost(self, node: int, root: int, hung: Sequence[int]) -> int:
        """The weight of all parts but the largest; below zero where there is one part only."""
        above = self._below[root] - self._weights[node] - sum(hung)
        parts = list(hung) if node == root else [*hung, above]
        return sum(parts) - max(parts) if len(parts) > 1 else -1
