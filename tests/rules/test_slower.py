"""A rhythm that is not kept is not held against anybody: a slower one is suggested."""

from datetime import date, timedelta
from itertools import accumulate

import pytest

from notesite.model.dates import Cadence
from notesite.rules.cadence import slower
from tests.pages.networks import site_of

START = date(2025, 1, 1)
WEEK = Cadence(1, "weeks")


def days(*gaps: int) -> tuple[date, ...]:
    return tuple(START + timedelta(days=count) for count in accumulate((0, *gaps)))


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ((30, 30, 30), None),  # three gaps say too little
        ((10, 10, 11, 11), None),  # the median is 10.5: just one and a half times a week
        ((10, 11, 11, 11), Cadence(11, "days")),
        ((1, 1, 1, 11, 11, 11, 11), Cadence(11, "days")),  # the last four count
        ((11, 11, 11, 11, 1, 1, 1), None),
        ((21, 21, 21, 400), Cadence(3, "weeks")),  # one long silence is no habit
        ((59, 59, 59, 59), Cadence(8, "weeks")),
        ((61, 61, 61, 61), Cadence(2, "months")),
        ((365, 365, 365, 366), Cadence(12, "months")),
        ((800, 800, 800, 800), Cadence(2, "years")),
    ],
)
def test_the_median_of_the_last_four_gaps_tells(gaps: tuple[int, ...], expected: Cadence | None) -> None:
    assert slower(WEEK, days(*gaps)) == expected


@pytest.mark.parametrize("rhythm", [WEEK, Cadence(6, "weeks"), Cadence(2, "months"), Cadence(1, "years")])
def test_what_is_suggested_is_slower_indeed(rhythm: Cadence) -> None:
    for gap in range(1, 2000):
        found = slower(rhythm, days(gap, gap, gap, gap))
        assert found is None or found.days > rhythm.days


NOTE = "---\ncadence: 2w\n---\n## Log\n\n" + "\n".join(
    f"- {day} call: hello" for day in ("2026-05-01", "2026-06-12", "2026-07-24", "2026-09-04", "2026-10-16")
)


def test_the_page_says_so_and_does_not_blame() -> None:
    site = site_of({"contacts/Ana.md": NOTE + "\n"})
    assert "Lately it is every 6 weeks: cadence: 6w would be a rhythm that you keep." in site.text("due.html")
    assert '<p class="when soon">' in site.html("due.html")
