"""What holds of the sums of any notebook: parts make the whole, and the order of notes does not matter."""

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from notesite.insights.diversity import diversity
from notesite.insights.first_follow_ups import first_follow_ups
from notesite.insights.growth import depth
from notesite.insights.heatmap import heatmap
from notesite.insights.sums import Sums, summed
from notesite.model.tally import Meeting, Tally, Traits

DAY = date(2026, 11, 24)
TODAY = DAY.toordinal()


def days(chance: Random, most: int) -> tuple[int, ...]:
    """Some days around the one that one looks at, in order."""
    return tuple(sorted(TODAY + chance.randint(-800, 30) for _ in range(chance.randint(0, most))))


def tally(seed: int) -> Tally:
    """A contact of a kind of its own for each seed."""
    chance = Random(seed)
    online, offline, other = (days(chance, 3) for _ in range(3))
    met, followed = days(chance, 1), days(chance, 1)
    return Tally(
        is_here=chance.random() < 0.8,
        days=tuple(sorted((*online, *offline, *other))),
        online=online,
        offline=offline,
        since=next(iter(days(chance, 1)), None),
        meeting=Meeting(met[0], next(iter(followed), None), chance.choice(["", "e", "f"])) if met else None,
        traits=Traits(*(tuple(chance.sample("aAbcd", chance.randint(0, 1))) for _ in Traits._fields)),
    )


def notebook(seeds: list[int]) -> list[tuple[str, Tally]]:
    """A contact for each seed."""
    return [(f"{number}.md", tally(seed)) for number, seed in enumerate(seeds)]


NOTEBOOKS = st.lists(st.integers(0, 9999), max_size=8).map(notebook)


def figures(sums: Sums) -> list[object]:
    return [
        heatmap(sums.days, DAY),
        first_follow_ups(sums.meetings, DAY),
        depth(sums.depth, sums.once),
        *(diversity(name, trait) for name, trait in sums.traits.items()),
    ]


@settings(deadline=None)
@given(NOTEBOOKS.flatmap(lambda notes: st.tuples(st.just(notes), st.permutations(notes))))
def test_the_order_of_notes_does_not_matter(
    notebooks: tuple[list[tuple[str, Tally]], list[tuple[str, Tally]]],
) -> None:
    one, other = notebooks
    assert figures(summed(one, DAY)) == figures(summed(other, DAY))


@settings(deadline=None)
@given(NOTEBOOKS, NOTEBOOKS)
def test_two_halves_make_the_whole(one: list[tuple[str, Tally]], other: list[tuple[str, Tally]]) -> None:
    other = [(f"x{path}", tally) for path, tally in other]
    first, second, whole = (summed(each, DAY) for each in (one, other, one + other))
    assert whole.days == first.days + second.days
    assert whole.depth == first.depth + second.depth
    assert whole.people == first.people + second.people
    assert whole.meetings == first.meetings + second.meetings
    for name, trait in whole.traits.items():
        assert trait.said + trait.unsaid == whole.people
        assert trait.counts == first.traits[name].counts + second.traits[name].counts


@settings(deadline=None)
@given(NOTEBOOKS)
def test_parts_are_no_more_than_the_whole(notes: list[tuple[str, Tally]]) -> None:
    sums = summed(notes, DAY)
    found, deep = first_follow_ups(sums.meetings, DAY), depth(sums.depth, sums.once)
    past = sum(each.on <= DAY.toordinal() for _, each in sums.meetings)
    assert found.all.whole + found.open == past
    assert sum(each.rate.whole + each.open for each in found.events) <= past
    assert deep.none.part + deep.one.part + deep.few.part + deep.many.part == deep.people == sums.people
    for name, trait in sums.traits.items():
        spread = diversity(name, trait)
        assert sum(each.people.part for each in spread.shares) + spread.others == trait.counts.total()
        assert spread.evenness is None or 0 <= spread.evenness <= 100
