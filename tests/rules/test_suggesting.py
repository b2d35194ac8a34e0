"""Whom one could introduce to whom, worked out by hand."""

from collections.abc import Iterable

from notesite.model.profile import Profile
from notesite.rules.acquaintance import Acquaintance
from notesite.rules.matching import COMMON, Words
from notesite.rules.suggesting import MOST, MOST_A_PERSON, Pair, suggestions
from tests.rules.dealt import contact

Found = list[tuple[str, str, str]]


def suggested(
    profiles: dict[str, Profile], knows: Iterable[tuple[str, str]] = (), settled: Iterable[Pair] = ()
) -> Found:
    """Each suggestion as one, other, and the word or the field that they have in common."""
    people = [contact(path, *(other for one, other in knows if one == path)) for path in profiles]
    found = suggestions(Words(profiles), Acquaintance(people), set(settled), lambda path: (path,))
    return [
        (each.one, each.other, each.words[0] if each.words else f"{each.field} {each.place}")
        for each in found
    ]


def needs(words: str, orgs: str = "") -> Profile:
    return Profile(needs=words, orgs=orgs)


def offers(words: str, orgs: str = "") -> Profile:
    return Profile(offers=words, orgs=orgs)


def strong(fields: str, places: str) -> Profile:
    return Profile(fields=fields, places=places, is_strong=True)


def test_a_need_meets_an_offer() -> None:
    assert suggested({"a": needs("boat"), "b": offers("boat sea"), "c": offers("sea")}) == [
        ("a", "b", "boat")
    ]


def test_nobody_is_introduced_to_themselves() -> None:
    assert suggested({"a": Profile(needs="boat", offers="boat")}) == []


def test_the_rarer_word_comes_first_then_more_words_then_closer_ties_then_the_names() -> None:
    people = {
        "a": needs("data"),
        "b": needs("boat"),
        "c": needs("data model"),
        "d": offers("boat"),
        "e": offers("data model"),
        "f": Profile(needs="data", is_strong=True),
    }
    assert suggested(people) == [
        ("c", "e", "model"),
        ("b", "d", "boat"),
        ("f", "e", "data"),
        ("a", "e", "data"),
    ]


def test_who_knows_each_other_is_not_introduced() -> None:
    people = {"a": needs("boat"), "b": offers("boat")}
    assert suggested(people, knows=[("b", "a")]) == []


def test_a_pair_whose_introduction_is_settled_is_never_suggested_again() -> None:
    people = {"a": needs("boat"), "b": offers("boat")}
    assert suggested(people, settled=[frozenset("ab")]) == []


def test_colleagues_find_each_other() -> None:
    people = {
        "a": needs("boat", orgs="lumbre\nx"),
        "b": offers("boat", orgs="x"),
        "c": offers("boat", orgs="y"),
    }
    assert suggested(people) == [("a", "c", "boat")]


def test_a_pair_is_suggested_once_whatever_both_need() -> None:
    people = {"a": Profile(needs="boat", offers="sail"), "b": Profile(needs="sail", offers="boat")}
    assert suggested(people) == [("a", "b", "boat")]


def test_a_word_that_too_many_share_says_nothing() -> None:
    people = {f"p{number:02}": offers("data") for number in range(COMMON - 1)}
    assert len(suggested({"a": needs("data"), **people})) == MOST_A_PERSON
    assert suggested({"a": needs("data"), "z": offers("data"), **people}) == []


def test_there_are_at_most_three_of_one_person_and_twenty_in_all() -> None:
    people = {"a": needs("data"), **{f"p{number}": offers("data") for number in range(5)}}
    assert suggested(people) == [("a", "p0", "data"), ("a", "p1", "data"), ("a", "p2", "data")]
    many = {
        f"{side}{number:02}": made(f"w{number}")
        for number in range(30)
        for side, made in (("a", needs), ("b", offers))
    }
    assert len(suggested(many)) == MOST


def test_two_close_ties_of_one_field_and_place_come_after_the_smaller_group_first() -> None:
    people = {
        "a": strong("maps\nsea", "oslo"),
        "b": strong("maps", "oslo\nrome"),
        "c": strong("maps", "oslo"),
        "d": strong("sea", "oslo"),
        "e": Profile(fields="sea", places="oslo"),
        "f": strong("maps", "turin"),
        "g": needs("boat"),
        "h": offers("boat"),
    }
    assert suggested(people) == [
        ("g", "h", "boat"),
        ("a", "d", "sea oslo"),
        ("a", "b", "maps oslo"),
        ("a", "c", "maps oslo"),
        ("b", "c", "maps oslo"),
    ]


def test_nobody_is_suggested_where_there_is_nobody() -> None:
    assert suggested({}) == []
