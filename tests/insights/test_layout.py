"""The drawing of a network: always the same, and nothing hides anything."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from notesite.insights.clusters import clusters
from notesite.insights.graph import Graph, graph_of
from notesite.insights.layout import SCALE, layout
from tests.insights.graphs import Near, graphs, near_of
from tests.pages.networks import network_of


@settings(deadline=None)
@given(graphs(40))
def test_no_two_are_on_one_spot(near: Near) -> None:
    spots = layout(near, clusters(near))
    assert len(spots) == len(near)
    assert len(set(spots)) == len(spots)


@settings(deadline=None)
@given(graphs())
def test_a_graph_always_lies_the_same_way(near: Near) -> None:
    assert layout(near, clusters(near)) == layout(near, clusters(near))


NOTES = {
    "contacts/Ana.md": "---\nknows: '[[Bea]]'\norg: X\n---\n",
    "contacts/Bea.md": "---\nintroduced-by: '[[Cy]]'\norg: X\n---\n",
    "contacts/Cy.md": "---\norg: Y\n---\n## Log\n\n- 2026-11-01 lunch with [[Ana]], [[Di]]: x\n",
    "contacts/Di.md": "",
    "events/2026-10-01 Fair.md": "---\nmet: ['[[Ana]]', '[[Di]]']\n---\n",
}


@settings(deadline=None)
@given(st.permutations(list(NOTES)))
def test_the_order_of_the_notes_does_not_matter(paths: list[str]) -> None:
    first, second = (
        graph_of(network_of(notes)[0]) for notes in (NOTES, {path: NOTES[path] for path in paths})
    )
    assert first == second


def test_those_in_one_cluster_lie_together() -> None:
    star = near_of(13, [(0, each) for each in range(1, 7)] + [(7, each) for each in range(8, 13)])
    spots = layout(star, clusters(star))
    assert all(abs(spots[each][0] - spots[0][0]) <= 4 * SCALE for each in range(7))


def test_a_crowd_of_thousands_has_a_spot_each() -> None:
    rng = random.Random(1)
    near = near_of(3_000, [(rng.randrange(3_000), rng.randrange(60)) for _ in range(6_000)])
    assert len(set(layout(near, clusters(near)))) == 3_000


def tied(graph: Graph) -> set[tuple[str, str]]:
    return {(graph.nodes[one].name, graph.nodes[other].name) for one, other in graph.edges}


def test_who_knows_whom_works_with_whom_and_was_where() -> None:
    assert tied(graph_of(network_of(NOTES)[0])) == {
        ("Ana", "Bea"),
        ("Bea", "Cy"),
        ("Ana", "Cy"),
        ("Cy", "Di"),
        ("Ana", "X"),
        ("Bea", "X"),
        ("Ana", "Fair"),
        ("Di", "Fair"),
    }


def test_an_introduction_ties_those_whom_it_names() -> None:
    notes = {
        "contacts/Ana.md": "## Log\n\n- 2026-06-20 intro: [[Bea]] + [[Cy]]\n",
        "contacts/Bea.md": "",
        "contacts/Cy.md": "",
    }
    assert tied(graph_of(network_of(notes)[0])) == {("Bea", "Cy")}


def test_a_promise_to_two_ties_nobody_and_neither_does_my_own_card() -> None:
    notes = {
        "contacts/Ana.md": "---\norg: X\n---\n",
        "contacts/Bea.md": "",
        "contacts/me.md": "---\ntype: me\norg: X\nknows: '[[Ana]]'\n---\n",
        "journal/2026-11-01.md": "- [x] tell [[Ana]] and [[Bea]] ✅ 2026-11-02\n",
    }
    graph = graph_of(network_of(notes)[0])
    assert [each.name for each in graph.nodes] == ["Ana", "Bea"]
    assert not tied(graph)
