"""The timeline: everything dated, by day, on pages that stay light."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notesite.views.periods import MOST_LINES, latest, periods_of, stretches_of
from tests.pages.networks import Site, site_of

NOTES = {
    "contacts/Ana.md": "## Log\n\n- 2026-11-20 call: the *budget*\n- 2026-11-20 call: again\n"
    "- 2026-11-19 ← email: hello\n- 2026-11-18 lunch with [[Bea]]: pasta\n",
    "contacts/Bea.md": "---\nmet: 2025-03-01\n---\n- [x] Send the map ✅ 2026-11-17\n",
    "events/2026-10-01 Fair.md": "---\nmet: ['[[Ana]]', '[[Bea]]']\n---\n",
    "events/2026-12-24 Feast.md": "",
    "events/2026-10-02 Idea.md": "---\nstatus: idea\n---\n",
    "interactions/2026-11-16 call with Ana.md": "",
    "journal/2026-11-15.md": "rain\n",
    "plans.md": "---\ndate: 2026-11-14\n---\n",
}


@pytest.fixture(scope="module")
def site() -> Site:
    return site_of(NOTES)


def test_a_day_tells_what_happened_once(site: Site) -> None:
    text = site.text("timeline.html")
    assert "Friday, 20 November Call Ana : the budget Thursday" in text
    assert "Thursday, 19 November E-mail ← Ana : hello" in text


def test_what_two_did_together_is_one_line(site: Site) -> None:
    text = site.text("timeline.html")
    assert "18 November Lunch Ana, Bea : pasta" in text
    assert "1 October Met Ana, Bea · Fair Fair" in text


def test_promises_events_journals_and_dated_notes_are_there(site: Site) -> None:
    text = site.text("timeline.html")
    assert "17 November Promise kept Bea : Send the map" in text
    assert "16 November Contact Ana · call with Ana Sunday" in text
    assert "15 November Journal" in text
    assert "14 November plans" in text
    assert "Idea" not in text


def test_what_lies_ahead_waits_on_the_page_of_its_year(site: Site) -> None:
    assert "Feast" not in site.text("timeline.html")
    html = site.html("timeline-2026.html")
    assert '<div class="day ahead" data-ahead="2026-12-24">' in html
    assert html.index("Feast") < html.index("the budget")


def test_years_lead_to_one_another(site: Site) -> None:
    assert "2026 2025" in site.text("timeline.html")
    text = site.text("timeline-2025.html")
    assert "Saturday, 1 March Met Bea" in text
    assert text.endswith("2026 →")


def test_a_busy_year_has_a_page_for_each_month_and_a_busy_month_several() -> None:
    log = "## Log\n\n- 2026-10-01 call: x\n- 2026-10-02 call: y\n"
    notes = {f"contacts/P{number:03}.md": log for number in range(150)}
    site = site_of({**notes, "contacts/Q.md": "## Log\n\n- 2026-09-01 call: x\n"})
    routes = [page.route for page in site.plan.pages if page.route.startswith("timeline-")]
    assert routes == ["timeline-2026-10.html", "timeline-2026-10-2.html", "timeline-2026-09.html"]
    assert "2 October" in site.text(routes[0])
    assert "1 October" in site.text(routes[1])


def test_a_notebook_without_a_date_is_told_how_to_begin() -> None:
    assert "Nothing has a date yet" in site_of({"contacts/Ana.md": ""}).text("timeline.html")


FIRST, LAST = date(2024, 1, 1).toordinal(), date(2026, 12, 31).toordinal()
DAYS = st.dictionaries(st.integers(FIRST, LAST), st.integers(1, 150), max_size=40)


@settings(deadline=None)
@given(DAYS)
def test_every_day_is_on_one_page_and_no_page_is_heavy(counts: dict[int, int]) -> None:
    pages = stretches_of(counts)
    shown = Counter(day for each in pages for day in counts if each.first <= day <= each.last)
    assert shown == dict.fromkeys(counts, 1)
    assert all(
        sum(counts.get(day, 0) for day in range(each.first, each.last + 1)) <= MOST_LINES for each in pages
    )
    assert set(periods_of(counts)) == {each.period for each in pages}


@settings(deadline=None)
@given(DAYS)
def test_the_first_page_shows_days_up_to_today(counts: dict[int, int]) -> None:
    today = date(2025, 6, 1)
    first, last = latest(counts, today)
    assert first <= last == today.toordinal()
