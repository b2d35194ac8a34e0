"""Small graphs for tests: ties drawn at random, or written as pairs."""

from collections.abc import Iterable

from hypothesis import strategies as st

Near = tuple[tuple[int, ...], ...]


def near_of(count: int, ties: Iterable[tuple[int, int]]) -> Near:
    """Of each of so many nodes the numbers of those that it is tied to."""
    found: list[set[int]] = [set() for _ in range(count)]
    for one, other in ties:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return tuple(tuple(sorted(each)) for each in found)


@st.composite
def graphs(draw: st.DrawFn, most: int = 14) -> Near:
    """Graphs of a few nodes."""
    count = draw(st.integers(0, most))
    node = st.integers(0, max(count - 1, 0))
    ties = draw(st.lists(st.tuples(node, node), max_size=2 * most)) if count else []
    return near_of(count, ties)
