"""An organisation: who was there when, with whom, and what took place there."""

from datetime import date

import pytest

from notesite.model.dates import PartialDate
from notesite.views.tenures import last_day
from tests.pages.networks import site_of


def at_x(*spans: str) -> str:
    positions = "".join(f"  - {{org: X, role: r, {span}}}\n" for span in spans)
    return f"---\npositions:\n{positions}---\n"


NOTES = {
    "groups/X.md": "the mill\n",
    "contacts/Ana.md": at_x("from: 2015-01, to: 2018-06"),
    "contacts/Bea.md": at_x("from: 2017-03, to: 2020"),
    "contacts/Cy.md": at_x("from: 2020, to: 2022"),
    "contacts/Di.md": f"{at_x('from: 2021-05')[:-4]}org: X\n---\n",
    "contacts/Eve.md": at_x("from: 2018-06-30"),
    "events/2026-05-01 Open day.md": "at [[X]]\n",
    "events/2026-09-01 Feast.md": "with [[X]]\n",
}


def test_it_tells_who_was_there_when_and_surely_with_whom() -> None:
    text = site_of(NOTES).text("organisations/x.html")
    told = text.partition("Together with")[2].partition("Events")[0]
    assert told.split(" Eve r ")[0] == " Di r May 2021 – now Eve, Cy"
    assert "Cy r 2020 – 2022 Eve, Di" in told
    assert "Bea r Mar 2017 – 2020 Ana, Eve" in told
    assert "Ana r Jan 2015 – Jun 2018 Bea" in told


def test_the_events_that_name_it_come_latest_first_and_are_no_backlinks() -> None:
    text = site_of(NOTES).text("organisations/x.html")
    assert "Events Feast 1 Sep 2026 Open day 1 May 2026" in text
    assert "Linked from" not in text


def test_without_dates_it_says_nothing_of_when() -> None:
    assert "Who was here when" not in site_of({"contacts/A.md": "---\norg: X\n---\n"}).text(
        "organisations/x.html"
    )


@pytest.mark.parametrize(
    ("on", "last"),
    [
        (PartialDate(2020, 2), date(2020, 2, 29)),
        (PartialDate(2020, 12), date(2020, 12, 31)),
        (PartialDate(2020), date(2020, 12, 31)),
        (PartialDate(2020, 5, 3), date(2020, 5, 3)),
        (PartialDate(9999), date.max),
    ],
)
def test_the_last_day_that_a_date_may_mean(on: PartialDate, last: date) -> None:
    assert last_day(on) == last
