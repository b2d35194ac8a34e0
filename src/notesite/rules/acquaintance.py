"""Who knows whom, and the shortest paths of introduction to somebody."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from itertools import combinations

from notesite.model.summary import Summary

Order = tuple[tuple[int, str, str], str]
"""The place of a note in the alphabet, and its path."""

Path = tuple[str, ...]
"""Contacts, each of whom knows the next: the first is one whom I reach, the last whom I look for."""

MOST_PATHS = 3
LARGEST_GROUP = 25
"""So many people who shared an entry may know one another; a larger crowd does not."""


class Acquaintance:
    """Who knows whom, as the notes say it; whom I reach are those with whom contact is recorded."""

    def __init__(self, summaries: Iterable[Summary]) -> None:
        self._summaries = tuple(summaries)

    @cached_property
    def _known(self) -> Mapping[str, set[str]]:
        known: dict[str, set[str]] = defaultdict(set)
        groups = (group for each in self._summaries for group in each.acquainted)
        for group in groups:
            if len(group) <= LARGEST_GROUP:
                for one, other in combinations(group, 2):
                    known[one].add(other)
                    known[other].add(one)
        return known

    @cached_property
    def _order(self) -> Mapping[str, Order]:
        """The place in the alphabet of everybody who may be asked or looked for."""
        found = ((each, each.standing) for each in self._summaries)
        return {
            each.path: (each.order, each.path)
            for each, standing in found
            if standing and standing.is_here and not standing.is_me
        }

    @cached_property
    def _reached(self) -> Mapping[str, int]:
        """How long ago the last contact is, of those with whom there is one: the smaller, the later."""
        found = ((each.path, each.standing) for each in self._summaries if each.path in self._order)
        return {path: -each.last.toordinal() for path, each in found if each and each.last}

    def know_each_other(self, one: str, other: str) -> bool:
        """Whether two contacts know each other, as far as the notes say."""
        return other in self._known.get(one, ())

    def is_reached(self, path: str) -> bool:
        """Whether there is contact with somebody, who is neither archived nor deceased."""
        return path in self._reached

    def paths(self, targets: Iterable[str], most: int = MOST_PATHS) -> tuple[Path, ...]:
        """The shortest paths from whom I reach to one of some contacts, at most so many.

        Of paths that are as long, first those that begin with whom I reached last, then by the names on the
        way. There is none where I reach one of them myself: then the path is that contact alone.
        """
        ends = [path for path in dict.fromkeys(targets) if path in self._order]
        layer: list[Path] = [(path,) for path in ends]
        seen = set(ends)
        while layer:
            if found := [path for path in layer if path[0] in self._reached]:
                return tuple(sorted(found, key=self._rank)[:most])
            layer = self._further(layer, seen)
            seen.update(path[0] for path in layer)
        return ()

    def _further(self, layer: Iterable[Path], seen: Collection[str]) -> list[Path]:
        """Paths that are one step longer, so many for each who begins one as are shown."""
        found: dict[str, list[Path]] = defaultdict(list)
        for path in sorted(layer, key=self._names):
            for other in self._known.get(path[0], ()):
                if other in self._order and other not in seen and len(found[other]) < MOST_PATHS:
                    found[other].append((other, *path))
        return [path for paths in found.values() for path in paths]

    def _rank(self, path: Path) -> tuple[int, tuple[Order, ...]]:
        return (self._reached[path[0]], self._names(path))

    def _names(self, path: Path) -> tuple[Order, ...]:
        return tuple(self._order[each] for each in path)
