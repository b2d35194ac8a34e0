"""Clusters: who hangs together."""

from hypothesis import given

from notesite.insights.clusters import clusters, numbered
from tests.insights.graphs import Near, graphs, near_of


def test_two_triangles_with_one_tie_between_them_are_two_clusters() -> None:
    ties = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)]
    assert clusters(near_of(6, ties)) == ((0, 1, 2), (3, 4, 5))


def test_the_largest_comes_first_and_who_is_alone_last() -> None:
    assert clusters(near_of(5, [(2, 3), (3, 4)])) == ((2, 3, 4), (0,), (1,))


@given(graphs())
def test_everybody_is_in_one_cluster(near: Near) -> None:
    found = clusters(near)
    assert sorted(node for each in found for node in each) == list(range(len(near)))
    assert all(found[number][0] <= node for node, number in enumerate(numbered(found, len(near))))


@given(graphs())
def test_nobody_is_in_a_cluster_without_a_way_to_the_others(near: Near) -> None:
    for members in clusters(near):
        reached, waiting = set[int](), [members[0]]
        while waiting:
            node = waiting.pop()
            reached.add(node)
            waiting += [other for other in near[node] if other not in reached]
        assert set(members) <= reached
