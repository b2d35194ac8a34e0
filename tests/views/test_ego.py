"""The drawing of who stands around a contact."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from notesite.views.ego import MIDDLE, MOST, WIDTH, Ego, Neighbour, Node, ego, shortened

SMALLEST_TARGET = 24
MARK = 5


def around(*names: str) -> Ego:
    found = ego(Neighbour(name, name) for name in names)
    assert found
    return found


def apart(one: Node, other: Node) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)


@given(st.lists(st.text(min_size=1), min_size=2, max_size=30, unique=True))
def test_no_two_nodes_touch_and_all_are_inside(names: list[str]) -> None:
    found = around(*names)
    assert all(apart(one, other) >= SMALLEST_TARGET for one, other in combinations(found.nodes, 2))
    for node in found.nodes:
        assert MARK <= node.x <= WIDTH - MARK
        assert MARK <= node.y <= found.height - MARK
        assert abs(node.x - MIDDLE) > 16 + MARK


def test_the_first_stand_right_from_the_top_the_rest_left_from_the_bottom() -> None:
    found = around("a", "b", "c", "d", "e")
    assert [node.key for node in found.right] == ["a", "b", "c"]
    assert [node.key for node in found.left] == ["e", "d"]
    assert all(node.x > MIDDLE and node.at > node.x for node in found.right)
    assert all(node.x < MIDDLE and node.at < node.x for node in found.left)


def test_one_connection_makes_no_drawing() -> None:
    assert ego([]) is None
    assert ego([Neighbour("a", "a"), Neighbour("a again", "a")]) is None


def test_a_dozen_are_drawn_and_the_rest_counted() -> None:
    found = around(*(f"n{number}" for number in range(15)))
    assert len(found.nodes) == MOST
    assert found.more == 3


def test_a_person_and_an_organisation_may_have_one_key() -> None:
    found = ego([Neighbour("X", "x"), Neighbour("X", "x", "org")])
    assert found
    assert [node.shape for node in found.nodes] == ["", "org"]


def test_a_long_name_keeps_its_first_word_and_an_initial() -> None:
    assert shortened("Ana Pérez", 13, is_name=True) == "Ana Pérez"
    assert shortened("Francesca De Santis", 13, is_name=True) == "Francesca S."
    assert shortened("Tavolo Dati November", 13, is_name=False) == "Tavolo Dati…"
    assert shortened("Wolfeschlegelsteinhausen Berger", 13, is_name=True) == "Wolfeschlege…"
    assert shortened("佐藤 美咲 佐藤 美咲", 13, is_name=True) == "佐藤 美."
