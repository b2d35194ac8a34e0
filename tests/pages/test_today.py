"""Today and Follow-ups: whom to reach, why, and what is ahead."""

from datetime import date, timedelta

import pytest

from notesite.model.settings import Settings
from notesite.pages.render import render
from tests.pages.networks import site_of, theme

GIULIA = """---
org: Officine Dati
role: Head of Data
cadence: 6w
hook: the same book on ledgers
---

## Log

- 2026-10-01 call: the January opening
"""


def late(count: int) -> dict[str, str]:
    return {f"contacts/P{n}.md": GIULIA for n in range(count)}


def test_a_row_says_who_why_when_and_what_it_was_about() -> None:
    text = site_of({"contacts/Giulia Rossi.md": GIULIA}).text("index.html")
    assert "Giulia Rossi Head of Data, Officine Dati" in text
    assert "12 days late" in text
    assert "Every 6 weeks; last call on 1 October" in text
    assert "the January opening" in text


def test_the_page_says_for_which_day_it_was_built() -> None:
    text = site_of(late(1)).text("index.html")
    assert "As of Tuesday, 24 November 2026" in text
    assert text.startswith("Tuesday, 24 November")


def test_a_row_carries_its_day_as_a_date() -> None:
    html = site_of({"contacts/Giulia Rossi.md": GIULIA}).html("index.html")
    assert '<li class="row" data-due="2026-11-12" data-state="overdue">' in html
    assert '<time datetime="2026-11-12"' in html


def test_today_shows_a_handful_and_the_rest_behind_more() -> None:
    site = site_of(late(7), settings=Settings(today_rows=3))
    html = site.html("index.html")
    before, _, after = html.partition("<details")
    assert (before.count('class="row"'), after.count('class="row"')) == (3, 4)
    assert "4 more follow-ups" in site.text("index.html")


def test_today_stays_light_however_many_wait() -> None:
    owed = "- [ ] Send the slides 📅 2026-11-26\n- [ ] ← Sends the map 📅 2026-11-26\n"
    site = site_of({path: text + owed for path, text in late(120).items()})
    html, text = site.html("index.html"), site.text("index.html")
    assert html.count('class="row"') == 50
    assert html.count('class="promise"') == 40
    assert "115 more follow-ups" in text
    assert "All 120 follow-ups" in text
    assert "240 promises are due within a week" in text


def test_the_summary_counts_people_in_words() -> None:
    assert "Seven people to reach" in site_of(late(7)).text("index.html")
    assert "One person to reach" in site_of(late(1)).text("index.html")


def test_nobody_due_is_all_clear_with_whom_comes_next() -> None:
    notes = {"contacts/Ana.md": "---\ncadence: 6w\n---\n\n## Log\n\n- 2026-11-20 call: hello\n"}
    text = site_of(notes).text("index.html")
    assert "All clear. Nobody is due today." in text
    assert "Next: Ana" in text


def test_a_notebook_without_any_rhythm_is_helped_to_a_first_one() -> None:
    text = site_of({"contacts/Ana.md": ""}).text("index.html")
    assert "Give somebody a rhythm" in text
    assert "circle: close" in text


def test_an_empty_notebook_is_welcomed() -> None:
    site = site_of({})
    assert "Welcome. Begin with one person." in site.text("index.html")
    assert "Welcome. Begin with one person." in site.text("contacts.html")
    for route in (
        "due.html",
        "events.html",
        "tags.html",
        "organisations.html",
        "promises.html",
        "notes.html",
    ):
        assert len(site.text(route)) > 20


def test_promises_of_the_week_stand_on_both_sides() -> None:
    notes = {
        "contacts/Ana.md": "- [ ] Send the list 📅 2026-11-26\n- [ ] ← Ana sends the data 📅 2026-11-20\n"
        "- [ ] Much later 📅 2027-03-01\n"
    }
    text = site_of(notes).text("index.html")
    assert "You promised Send the list to Ana in 2 days" in text
    assert "Promised to you Ana sends the data owed to you by Ana 4 days late" in text
    assert "Much later" not in text


def test_events_of_thirty_days_and_birthdays_of_seven_are_ahead() -> None:
    notes = {
        "events/2026-12-24 Dinner.md": "",
        "events/2026-12-25 Too Late.md": "",
        "events/2026-11-23 Gone.md": "",
        "contacts/Omar.md": "---\nbirthday: 1979-12-01\n---\n",
        "contacts/Late.md": "---\nbirthday: 12-02\n---\n",
        "contacts/Gone.md": "---\nbirthday: 11-25\nstatus: deceased\n---\n",
        "contacts/Away.md": "---\nbirthday: 11-25\nstatus: archived\n---\n",
    }
    text = site_of(notes).text("index.html").partition("Events ahead")[2]
    assert "Dinner" in text
    assert "Too Late" not in text
    assert "Omar turns 47 1 Dec in 7 days" in text
    assert not {"Late", "Gone", "Away"} & set(text.split())


def test_a_birthday_on_29_february_falls_on_the_28th_in_common_years() -> None:
    notes = {"contacts/Leap.md": "---\nbirthday: 1988-02-29\n---\n"}
    assert "28 Feb" in site_of(notes, date(2027, 2, 24)).text("index.html")


def test_a_birthday_early_in_january_is_ahead_in_december() -> None:
    notes = {"contacts/New.md": "---\nbirthday: 01-02\n---\n"}
    assert "2 Jan" in site_of(notes, date(2026, 12, 29)).text("index.html")


def test_follow_ups_stand_in_their_buckets() -> None:
    def due(day: str, more: str = "") -> str:
        return f"---\nfollow-up: {day}\nnext-step: ask\n{more}---\n"

    notes = {
        "contacts/A.md": due("2026-11-20"),
        "contacts/B.md": due("2026-11-24"),
        "contacts/C.md": due("2026-12-01"),
        "contacts/D.md": due("2026-12-02"),
        "contacts/E.md": due("2026-11-20", "snooze: 2026-12-24\n"),
        "contacts/F.md": "---\ncircle: close\n---\n",
        "contacts/G.md": "---\ncircle: close\nstatus: dormant\n---\n",
    }
    site = site_of(notes)
    view = site.views.due()
    buckets = {bucket.state: [row.person.name for row in bucket.found.rows] for bucket in view.buckets}
    assert buckets == {"overdue": ["A"], "today": ["B"], "week": ["C"], "later": ["D"], "snoozed": ["E"]}
    assert [each.value.person.name for each in view.silent.rows] == ["F"]
    text = site.text("due.html")
    assert "You set this date: ask" in text
    assert "hidden until 24 December" in text
    assert "No contact recorded yet" in text


@pytest.mark.parametrize(
    "day", [date.min, date.min + timedelta(days=1), date.max - timedelta(days=1), date.max]
)
def test_the_first_and_the_last_days_there_are_have_a_site(day: date) -> None:
    first = "---\nmet: 0001-01-01\ncadence: weekly\nbirthday: 0001-01-03\n---\n- [ ] write 📅 0001-01-02\n"
    last = "---\nmet: 9999-12-30\nfollow-up: 9999-12-31\nbirthday: 9999-12-31\n---\n"
    notes = {
        "contacts/First.md": first,
        "contacts/Last.md": last,
        "events/0001-01-02 Fair.md": "---\nstatus: going\nmet: ['[[First]]']\n---\n",
        "events/9999-12-31 Fair.md": "---\nstatus: going\nattendees: ['[[Last]]']\n---\n",
    }
    site = site_of(notes, day)
    assert all(render(page, theme()) for page in (*site.plan.pages, *site.plan.data))
