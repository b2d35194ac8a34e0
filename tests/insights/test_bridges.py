"""Bridges: who holds parts of a network together, and how many would be cut off."""

from hypothesis import given

from notesite.insights.bridges import cut_off
from tests.insights.graphs import Near, graphs, near_of


def parts_of(near: Near, nodes: set[int]) -> list[int]:
    """How many nodes each part of some nodes has."""
    left, sizes = set(nodes), []
    while left:
        found, waiting = set[int](), [left.pop()]
        while waiting:
            node = waiting.pop()
            found.add(node)
            waiting += [other for other in near[node] if other in left]
            left -= set(near[node])
        sizes.append(len(found))
    return sizes


def tried_out(near: Near) -> dict[int, int]:
    """What removing one node after the other brings to light."""
    found = {}
    for node in range(len(near)):
        others = set(range(len(near))) - {node}
        reached = set[int]()
        waiting = [node]
        while waiting:
            each = waiting.pop()
            reached.add(each)
            waiting += [other for other in near[each] if other not in reached]
        sizes = parts_of(near, others & reached)
        if len(sizes) > 1:
            found[node] = sum(sizes) - max(sizes)
    return found


@given(graphs())
def test_it_finds_whom_trying_out_every_removal_finds(near: Near) -> None:
    assert cut_off(near, [1] * len(near)) == tried_out(near)


def test_of_a_row_everybody_between_cuts_off_the_shorter_end() -> None:
    assert cut_off(near_of(5, [(0, 1), (1, 2), (2, 3), (3, 4)]), [1] * 5) == {1: 1, 2: 2, 3: 1}


def test_in_a_ring_nobody_is_needed() -> None:
    assert cut_off(near_of(4, [(0, 1), (1, 2), (2, 3), (3, 0)]), [1] * 4) == {}


def test_only_what_has_weight_counts() -> None:
    assert cut_off(near_of(3, [(0, 1), (1, 2)]), [1, 1, 0]) == {1: 0}


def test_a_row_of_thousands_is_no_recursion() -> None:
    count = 5_000
    row = near_of(count, [(each, each + 1) for each in range(count - 1)])
    assert cut_off(row, [1] * count)[count // 2] == count // 2 - 1
