"""Honest capacity: what the rhythms ask for a week, and what was done in twelve."""

from datetime import date, timedelta

import pytest

from notesite.insights.capacity import Capacity, capacity
from tests.pages.networks import site_of

DAY = date(2026, 11, 24)
NOTES = {
    "contacts/Ana.md": "---\ncadence: weekly\n---\n## Log\n\n- 2026-11-24 call: a\n- 2026-11-24 email: b\n",
    "contacts/Bea.md": "---\ncadence: 2w\n---\n## Log\n\n- 2026-09-02 call: c\n- 2026-09-01 call: d\n",
    "contacts/Ida.md": "---\ncadence: never\n---\n## Log\n\n- 2026-11-20 call: e\n",
    "contacts/Leo.md": "## Log\n\n- 2026-11-20 call: f\n",
    "contacts/Mia.md": "---\ncadence: weekly\nstatus: dormant\n---\n## Log\n\n- 2026-11-20 call: g\n",
    "contacts/Zoe.md": "---\ncadence: 14\n---\n## Log\n\n- 2026-11-30 call: to come\n",
}
"""Weekly, and twice every two weeks: one, a half and a half. Twelve weeks before the day is 1 September."""


def found(last: date = DAY + timedelta(days=400)) -> Capacity:
    return capacity(site_of(NOTES, DAY).views.index.standings(), DAY, last)


def test_what_the_rhythms_of_active_contacts_ask_for() -> None:
    assert found().demanded == pytest.approx(2)


@pytest.mark.parametrize(
    ("day", "reached"),
    [
        ("2026-11-24", 2),  # Ana once a day, Bea on 2 September; 1 September is out
        ("2026-11-25", 1),  # 2 September is out
        ("2026-11-29", 1),
        ("2026-11-30", 2),  # Zoe's has come
        ("2027-02-15", 2),
        ("2027-02-16", 1),  # 24 November is out
    ],
)
def test_a_contact_counts_once_a_day_for_twelve_weeks(day: str, reached: int) -> None:
    assert found().reached(date.fromisoformat(day)) == reached


@pytest.mark.parametrize(("done", "too_much"), [(0, True), (19, True), (20, False), (24, False)])
def test_more_than_a_quarter_above_what_is_done_is_too_much(done: int, too_much: bool) -> None:
    """Two a week are 24 in twelve weeks, a quarter above 19.2."""
    assert Capacity(2).is_more_than(done) is too_much


def test_follow_ups_says_it_and_what_could_be_done() -> None:
    text = site_of(NOTES).text("due.html")
    assert "Your rhythms ask for 2.0 contacts a week; in the last twelve weeks there were 0.2 a week." in text
    assert "let some people have a slower rhythm" in text


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_trouble(day: date) -> None:
    assert capacity(site_of(NOTES, day).views.index.standings(), day, day).reached(day) == 0


def test_a_notebook_without_rhythms_says_nothing() -> None:
    assert "Honest capacity" not in site_of({"contacts/Leo.md": ""}).text("due.html")
