"""The calendar, constancy, balance and depth: each interaction counts once."""

from datetime import date, timedelta

import pytest

from notesite.insights.constancy import Constancy, constancy
from notesite.insights.heatmap import heatmap
from notesite.insights.rates import Rate
from tests.insights.figures import figures, logged, sums

DAY = date(2026, 11, 24)
"""A Tuesday."""
TWICE = {
    "contacts/Ana.md": logged("2026-11-10 met at [[Forum]] with [[Bea]]", "2026-11-10 call: a"),
    "contacts/Bea.md": logged("2026-11-10 met at [[Forum]]", header="met: 2026-11-10"),
    "events/2026-11-10 Forum.md": "---\nmet: ['[[Ana]]', '[[Bea]]']\n---\n",
}


def counted(notes: dict[str, str]) -> dict[str, int]:
    return {date.fromordinal(day).isoformat(): count for day, count in sums(notes).days.items()}


def test_one_meeting_in_several_notes_is_one_interaction_with_each() -> None:
    """Ana and Bea met on that day, which five places tell; and there was a call with Ana."""
    assert counted(TWICE) == {"2026-11-10": 3}


def test_two_calls_that_one_note_tells_are_two() -> None:
    assert counted({"contacts/Ana.md": logged("2026-11-10 call: a", "2026-11-10 call: b")}) == {
        "2026-11-10": 2
    }


def test_who_is_no_contact_and_what_is_none_does_not_count() -> None:
    notes = {
        "contacts/me.md": logged("2026-11-10 call: me", header="type: me"),
        "contacts/Ana.md": logged("2026-11-10 note: a fact", header="last-contact: 2026-11-09"),
        "journal/2026-11-10.md": "- a walk with [[Nobody]]\n",
    }
    assert counted(notes) == {}


def test_a_calendar_has_53_weeks_from_monday_on_and_ends_today() -> None:
    found = heatmap({DAY.toordinal(): 2, DAY.toordinal() + 1: 5}, DAY)
    assert len(found.weeks) == 53
    assert found.weeks[-1].first == date(2026, 11, 23)
    assert found.weeks[-1].counts == (0, 2, None, None, None, None, None)
    assert found.weeks[0].first == date(2025, 11, 24)
    assert (found.total, found.days) == (2, 1)


@pytest.mark.parametrize(
    ("counts", "lows", "shades"),
    [
        ([], (), []),
        ([1], (1,), [1]),
        ([1, 1, 1, 9], (1, 2), [1, 1, 1, 2]),
        ([1, 1, 2, 2, 3, 4, 9], (1, 3, 4, 5), [1, 1, 1, 1, 2, 3, 4]),
    ],
)
def test_shades_follow_what_is_usual(counts: list[int], lows: tuple[int, ...], shades: list[int]) -> None:
    found = heatmap({DAY.toordinal() - number: count for number, count in enumerate(counts)}, DAY)
    assert found.lows == lows
    assert [found.shade(count) for count in counts] == shades
    assert found.shade(0) == 0


def test_constancy_counts_weeks_of_seven_days_that_end_today() -> None:
    """Contact today, seven days ago, and 84 days ago, which is in the thirteenth week."""
    found = constancy({DAY.toordinal() - days: 1 for days in (0, 7, 84)}, DAY)
    assert (found.lately, found.year) == (Rate(2, 12), Rate(3, 52))
    assert (found.spans[-1].first, found.spans[-1].last) == (date(2026, 11, 18), DAY)


def test_in_person_and_from_afar() -> None:
    found = figures(
        {
            "contacts/Ana.md": logged("2026-11-10 coffee: a", "2026-11-11 email: b", "2026-11-12 gave: c"),
            "contacts/Bea.md": logged("2026-07-01 call: a", "2025-11-01 lunch: too long ago"),
        }
    )
    assert (found.ways.offline, found.ways.other) == (Rate(1, 3), 1)
    assert [(str(bar.quarter.number), bar.parts) for bar in found.ways.bars[-4:]] == [
        ("1", (0, 0)),
        ("2", (0, 0)),
        ("3", (0, 1)),
        ("4", (1, 1)),
    ]


def test_depth_counts_people_by_their_interactions_up_to_today() -> None:
    days = [DAY - timedelta(days=number) for number in range(6)]
    notes = {
        f"contacts/{name}.md": logged(*(f"{day} call: x" for day in days[:count]))
        for name, count in {"None": 0, "One": 1, "Two": 2, "Four": 4, "Five": 5, "Six": 6}.items()
    }
    notes["contacts/Ahead.md"] = logged("2026-12-01 call: to come")
    notes["contacts/Gone.md"] = logged("2026-11-01 call: x", header="status: archived")
    found = figures(notes).depth
    assert (found.none, found.one, found.few, found.many) == (Rate(2, 7), Rate(1, 7), Rate(2, 7), Rate(2, 7))
    assert found.once == (("contacts/One.md", DAY),)


def test_people_are_new_in_the_quarter_of_their_first_day() -> None:
    notes = {
        "contacts/Ana.md": logged("2026-11-01 call: x", header="met: 2026-08"),
        "contacts/Bea.md": logged("2026-11-01 call: x"),
        "contacts/Cy.md": logged("2026-11-01 call: x", header="met: 2026"),
        "contacts/Di.md": logged("2026-12-24 call: to come"),
    }
    found = figures(notes)
    assert [column.parts for column in found.charts.growth.columns[-2:]] == [(1,), (1,)]
    assert [each.ref.label for each in found.fresh.shown] == ["Bea"]


def test_what_changed_in_thirteen_weeks() -> None:
    """The last thirteen weeks begin on 26 August, the ones before on 27 May."""
    notes = {
        "contacts/Ana.md": logged("2026-08-26 call: x", "2026-08-25 call: x", "2026-05-26 call: x"),
        "contacts/Bea.md": logged("2026-05-27 coffee: x", "2026-05-26 call: x"),
    }
    found = figures(notes).change
    assert (found.interactions.now, found.interactions.before) == (1, 2)
    assert (found.people.now, found.people.before) == (1, 2)
    assert (found.in_person.now, found.in_person.before) == (0, 1)
    assert (found.weeks.now, found.weeks.before) == (1, 2)
    assert found.silent == ("contacts/Bea.md",)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_trouble(day: date) -> None:
    assert figures(TWICE, day).interactions == (3 if day > DAY else 0)
    assert constancy({}, date.min) == Constancy()
