"""Long lists in portions: what a page shows of one, so that no page is heavy, however large the network."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from notesite.views.parts import T

R = TypeVar("R")

MOST_ROWS = 100
"""How many rows a page shows of a list."""


@dataclass(frozen=True, slots=True)
class Portion(Generic[T]):
    """The first rows of a list, and how many there are in all."""

    rows: tuple[T, ...] = ()
    count: int = 0

    @property
    def more(self) -> int:
        """How many are not among the rows."""
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class Place:
    """Which page of several a page is."""

    number: int = 1
    count: int = 1

    @property
    def is_first(self) -> bool:
        """Whether it is the page that says everything but the other pages' rows."""
        return self.number == 1


@dataclass(frozen=True, slots=True)
class Part:
    """What one of several pages shows of some lists of paths."""

    place: Place
    lists: tuple[tuple[str, ...], ...]


def portion(found: Sequence[T], row: Callable[[T], R]) -> Portion[R]:
    """The first of a list as rows."""
    return Portion(tuple(row(each) for each in found[:MOST_ROWS]), len(found))


def places(lengths: Iterable[int], most: int = MOST_ROWS) -> tuple[Place, ...]:
    """The pages of lists that are so long, when each page holds a portion of every list."""
    count = max((-(-length // most) for length in lengths), default=0) or 1
    return tuple(Place(number, count) for number in range(1, count + 1))


def parts(lists: Sequence[Sequence[str]]) -> tuple[Part, ...]:
    """The pages of some lists, when each page holds a portion of every list."""
    found = places(map(len, lists))
    return tuple(Part(place, tuple(tuple(portion_at(each, place)) for each in lists)) for place in found)


def portion_at(found: Sequence[T], place: Place, most: int = MOST_ROWS) -> Sequence[T]:
    """What a page shows of a list."""
    return found[(place.number - 1) * most : place.number * most]
