"""What holds of the sums of any notebook: parts make the whole, and the order of notes does not matter."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from notesite.insights.diversity import diversity
from notesite.insights.first_follow_ups import first_follow_ups
from notesite.insights.growth import depth
from notesite.insights.heatmap import heatmap
from notesite.insights.reciprocity import reciprocity
from notesite.insights.sums import Sums, summed
from notesite.model.tally import Gift, Meeting, Tally, Traits

DAY = date(2026, 11, 24)
DAYS = st.integers(-800, 30).map(lambda days: (DAY + timedelta(days=days)).toordinal())
WORDS = st.sampled_from(("a", "A", "b", "c", "d"))
VALUES = st.lists(WORDS, max_size=2, unique_by=str.casefold).map(tuple)
SORTS = st.sampled_from(("gave", "received", "asked", "asked in", "thanked", "thanked in"))


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    online, offline, other = (tuple(sorted(draw(st.lists(DAYS, max_size=4)))) for _ in range(3))
    return Tally(
        is_here=draw(st.booleans()),
        days=tuple(sorted((*online, *offline, *other))),
        online=online,
        offline=offline,
        since=draw(st.none() | DAYS),
        meeting=draw(st.none() | st.builds(Meeting, DAYS, st.none() | DAYS, st.sampled_from(("", "e", "f")))),
        gifts=tuple(draw(st.lists(st.builds(Gift, DAYS, SORTS, st.sampled_from(("", "k"))), max_size=3))),
        traits=Traits(*(draw(VALUES) for _ in Traits._fields)),
    )


NOTEBOOKS = st.lists(tallies(), max_size=8).map(
    lambda found: [(f"{n}.md", each) for n, each in enumerate(found)]
)


def figures(sums: Sums) -> list[object]:
    return [
        heatmap(sums.days, DAY),
        first_follow_ups(sums.meetings, DAY),
        reciprocity(sums.gifts, DAY),
        depth(sums.depth, sums.once),
        *(diversity(name, trait) for name, trait in sums.traits.items()),
    ]


@settings(max_examples=60)
@given(NOTEBOOKS.flatmap(lambda notebook: st.tuples(st.just(notebook), st.permutations(notebook))))
def test_the_order_of_notes_does_not_matter(
    notebooks: tuple[list[tuple[str, Tally]], list[tuple[str, Tally]]],
) -> None:
    one, other = notebooks
    assert figures(summed(one, DAY)) == figures(summed(other, DAY))


@settings(max_examples=60)
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


@settings(max_examples=60)
@given(NOTEBOOKS)
def test_parts_are_no_more_than_the_whole(notebook: list[tuple[str, Tally]]) -> None:
    sums = summed(notebook, DAY)
    found, deep = first_follow_ups(sums.meetings, DAY), depth(sums.depth, sums.once)
    past = sum(each.on <= DAY.toordinal() for _, each in sums.meetings)
    assert found.all.whole + found.open == past
    assert sum(each.rate.whole + each.open for each in found.events) <= past
    assert deep.none.part + deep.one.part + deep.few.part + deep.many.part == deep.people == sums.people
    for name, trait in sums.traits.items():
        spread = diversity(name, trait)
        assert sum(each.people.part for each in spread.shares) + spread.others == trait.counts.total()
        assert spread.evenness is None or 0 <= spread.evenness <= 100
