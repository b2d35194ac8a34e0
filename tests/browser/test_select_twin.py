"""The browser chooses and sorts the follow-ups of a day as Python does, and words days alike."""

import json
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from notesite.model.due import FollowUp
from notesite.model.network import Network
from notesite.model.settings import Settings
from notesite.pages.scripts import window_record
from notesite.rules.ranking import following, for_today, select, windows
from notesite.rules.registry import dues
from tests.browser.generated import notebook
from tests.notebooks import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NOTEBOOKS = 200
DAYS = 10
HORIZON = 400
BUILDS = (
    date(2026, 11, 24),
    date(2028, 2, 28),
    date(2026, 12, 31),
    date(2026, 3, 28),
    date(1, 1, 1),
    date(9998, 12, 1),
)

CHOOSE = """(notebooks) => notebooks.map(({ records, days }) => {
  const found = records.map(([path, key, record]) => notesite.windowOf(path, key, 0, record));
  const told = ({ window, on, state }) => [window.path, window.reason, on, state, window.origin.join(":")];
  return days.map((day) => {
    const rows = notesite.standing(found, day);
    const next = notesite.following(rows);
    return [rows.map(told), notesite.forToday(rows, day).map(told), next ? told(next) : null];
  });
})"""


@pytest.fixture
def page(browser: "Browser", request: pytest.FixtureRequest) -> "Page":
    """An empty page with the site's scripts, and words of English."""
    found = browser.new_page()
    request.addfinalizer(found.close)
    found.add_script_tag(content="var notesite = { site: { words: { sentences: {} } } };")
    found.add_script_tag(path=ROOT / "templates/static/select.js")
    return found


def told(row: FollowUp) -> list[Any]:
    origin = row.due.origin
    return [
        row.due.contact,
        row.due.reason,
        row.on.isoformat(),
        row.state,
        f"{origin.path}:{origin.line}:{origin.column}",
    ]


def in_python(network: Network, day: date) -> list[Any]:
    """What a build on a day shows of it."""
    rows = select(dues(network, Settings()), network, day)
    first = following(rows)
    return [[told(row) for row in rows], [told(row) for row in for_today(rows, day)], first and told(first)]


@pytest.mark.browser
@pytest.mark.parametrize("seed", range(3))
def test_the_browser_shows_of_an_older_build_what_a_build_of_the_day_shows(seed: int, page: "Page") -> None:
    random = Random(seed)
    given, expected = [], []
    for _ in range(NOTEBOOKS):
        built = random.choice(BUILDS) + timedelta(days=random.randint(0, 366))
        network = notebook(random, built)
        last = min(built.toordinal() + HORIZON, date.max.toordinal())
        days = [date.fromordinal(random.randint(built.toordinal(), last)) for _ in range(DAYS)]
        found = windows(dues(network, Settings()), network, built, date.fromordinal(last))
        records = [[each.due.contact, each.name.casefold(), window_record(0, each)] for each in found]
        given.append({"records": records, "days": [day.isoformat() for day in days]})
        expected.append([in_python(network, day) for day in days])
    assert sum(len(rows) for each in expected for rows, *_ in each) > NOTEBOOKS
    shown = page.evaluate(CHOOSE, json.loads(json.dumps(given)))
    for number, (ours, theirs) in enumerate(zip(expected, shown, strict=True)):
        assert ours == theirs, given[number]
