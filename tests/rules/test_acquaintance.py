"""Paths of introduction, worked out by hand and by trying every path."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from notesite.model.summary import Summary
from notesite.rules.acquaintance import LARGEST_GROUP, MOST_PATHS, Acquaintance
from tests.rules.dealt import contact

LATE, EARLY = date(2026, 11, 20), date(2026, 1, 1)


def test_a_path_begins_with_whom_i_reach_and_ends_with_whom_i_look_for() -> None:
    known = Acquaintance([contact("a", "b", last=LATE), contact("b"), contact("c", "b")])
    assert known.paths(["b"]) == (("a", "b"),)
    assert known.paths(["c"]) == (("a", "b", "c"),)


def test_whom_i_reach_needs_no_introduction() -> None:
    known = Acquaintance([contact("a", "b", last=LATE), contact("b", last=EARLY)])
    assert known.paths(["b"]) == (("b",),)


def test_nobody_knows_them() -> None:
    assert Acquaintance([contact("a", last=LATE), contact("b")]).paths(["b"]) == ()
    assert Acquaintance([]).paths(["b"]) == ()


def test_of_paths_as_long_the_one_whom_i_reached_last_comes_first_then_the_names() -> None:
    people = [
        contact("goal"),
        contact("old", "goal", last=EARLY),
        contact("yes", "goal", last=LATE),
        contact("also", "goal", last=LATE),
        contact("more", "goal", last=EARLY),
    ]
    assert Acquaintance(people).paths(["goal"]) == (("also", "goal"), ("yes", "goal"), ("more", "goal"))


def test_longer_paths_are_none_where_there_is_a_shorter_one() -> None:
    people = [
        contact("a", "x", last=LATE),
        contact("x", "goal"),
        contact("b", "goal", last=EARLY),
        contact("goal"),
    ]
    assert Acquaintance(people).paths(["goal"]) == (("b", "goal"),)


def test_the_way_to_several_is_the_way_to_the_nearest() -> None:
    people = [contact("a", "near", last=LATE), contact("near"), contact("far", "near")]
    assert Acquaintance(people).paths(["far", "near"]) == (("a", "near"),)


def test_archived_people_introduce_nobody_and_are_not_looked_for() -> None:
    people = [contact("a", "b", last=LATE, status="archived"), contact("b"), contact("c", "b", last=LATE)]
    assert Acquaintance(people).paths(["a"]) == ()
    assert Acquaintance(people).paths(["b"]) == (("c", "b"),)


def test_a_crowd_that_shared_an_entry_does_not_know_one_another() -> None:
    crowd = tuple(f"p{number}" for number in range(LARGEST_GROUP + 1))
    found = Acquaintance([Summary("a", "a", acquainted=(crowd, crowd[:3]))])
    assert found.know_each_other("p0", "p2")
    assert not found.know_each_other("p0", "p25")


NAMES = "abcdef"


@given(
    edges=st.sets(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda each: each[0] < each[1])
    ),
    reached=st.sets(st.sampled_from(NAMES)),
    target=st.sampled_from(NAMES),
)
def test_the_paths_are_the_shortest_there_are(
    edges: set[tuple[str, str]], reached: set[str], target: str
) -> None:
    people = [
        contact(
            name,
            *(other for one, other in sorted(edges) if one == name),
            last=LATE if name in reached else None,
        )
        for name in NAMES
    ]
    every = sorted(each for each in _simple(target) if each[0] in reached and _is_path(each, edges))
    shortest = min(map(len, every), default=0)
    best = [each for each in every if len(each) == shortest]
    found = Acquaintance(people).paths([target])
    assert set(found) <= set(best)
    assert len(found) == min(len(best), MOST_PATHS)


def _simple(target: str) -> Iterator[tuple[str, ...]]:
    others = [name for name in NAMES if name != target]
    for length in range(len(NAMES)):
        yield from ((*before, target) for before in permutations(others, length))


def _is_path(path: tuple[str, ...], edges: set[tuple[str, str]]) -> bool:
    return all((min(step), max(step)) in edges for step in pairwise(path))
