"""Lookups tell what they are asked for, whether or not they have it."""

from notesite.model.lookup import EVERY, KEYS, Late, Lookup, Made, Reads, read

NUMBERS = {"one": 1, "two": 2}


def test_what_is_asked_is_told_by_name_and_key() -> None:
    reads = Reads()
    numbers = Lookup(NUMBERS, "numbers", reads)
    with reads.recorded() as asked:
        assert numbers["one"] == 1
        assert numbers.get("three") is None
        assert "four" not in numbers
    assert asked == {read("numbers", key) for key in ("one", "three", "four")}


def test_all_keys_and_all_values_are_asked_for_as_such() -> None:
    reads = Reads()
    numbers = Lookup(NUMBERS, "numbers", reads)
    with reads.recorded() as keys:
        assert (list(numbers), len(numbers)) == (["one", "two"], 2)
    with reads.recorded() as values:
        assert dict(numbers.items()) == NUMBERS
        assert list(numbers.values()) == [1, 2]
    assert keys == {read("numbers", KEYS)}
    assert values == {read("numbers", EVERY)}


def test_nothing_is_told_while_nobody_listens() -> None:
    reads = Reads()
    numbers = Lookup(NUMBERS, "numbers", reads)
    assert numbers["one"] == 1
    with reads.recorded() as asked:
        pass
    assert not asked


def test_what_a_value_is_made_of_is_its_own_affair() -> None:
    reads = Reads()
    numbers = Lookup(NUMBERS, "numbers", reads)
    doubled = Lookup(Made(NUMBERS, lambda key: 2 * numbers[key], None, reads), "doubled", reads)
    with reads.recorded() as asked:
        assert doubled["two"] == 4
    assert asked == {read("doubled", "two")}


def test_what_was_found_for_another_is_asked_again_by_everyone() -> None:
    reads = Reads()
    with reads.recorded() as asked:
        reads.update({read("numbers", "one")})
    assert asked == {read("numbers", "one")}


def test_a_value_is_made_once_and_only_so_many_are_kept() -> None:
    made: list[str] = []

    def make(key: str) -> int:
        made.append(key)
        return NUMBERS[key]

    numbers = Made(NUMBERS, make, most=1)
    assert [numbers[key] for key in ("one", "one", "two", "one")] == [1, 1, 2, 1]
    assert made == ["one", "two", "one"]
    assert "three" not in numbers


def test_a_late_mapping_is_made_once_and_when_it_is_asked() -> None:
    made: list[int] = []

    def make() -> dict[str, int]:
        made.append(1)
        return NUMBERS

    late = Late(make)
    assert not made
    assert (late["one"], "two" in late, list(late), len(late)) == (1, True, ["one", "two"], 2)
    assert (dict(late.items()), list(late.values())) == (NUMBERS, [1, 2])
    assert made == [1]
