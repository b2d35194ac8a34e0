"""After an event: what it brought, worked out by hand."""

from base64 import b64decode
from datetime import date
from typing import Any

import icalendar

from notesite.model.summary import Brought
from notesite.views.event import EventView
from tests.pages.networks import Site, site_of

FAIR = "events/2026-11-10 Fair.md"
NOTES = {
    FAIR: "---\nend: 2026-11-11\nmet: ['[[Ana]]', '[[Bea]]']\ncost: 45 EUR\nattendees: [Ana, Zed]\n---\n"
    "## People met\n\n- [[Nobody Yet]]: at the cloakroom\n\n"
    "- [ ] Send [[Ana]] the slides\n- 2026-11-10 intro: [[Ana]] + [[Bea]] (both weave)\n",
    "contacts/Ana.md": "---\nhook: weaving\n---\n- 2026-11-13 call: hello\n- [ ] Call back ➕ 2026-11-11\n"
    "- [ ] Not there ➕ 2026-11-12\n",
    "contacts/Bea.md": "- 2026-11-14 call: hello\n",
    "contacts/Cy.md": "- 2026-11-11 met at [[Fair]]: by the stove\n",
    "contacts/Dan.md": "- 2026-11-10 intro ←: to [[Ana]]\n",
    "journal/2026-11-11.md": "- met [[Eve]] at [[Fair]]: tall\n"
    "- 2026-12-24 call with [[Zed]] at [[Fair]]: no\n",
    "contacts/Eve.md": "",
    "contacts/Zed.md": "",
    "pages/Other.md": "I was at [[Fair]] with [[Zed]].\n",
}


def fair(today: date = date(2026, 11, 24)) -> EventView:
    return site_of(NOTES, today).views.event(FAIR)


def test_people_met_are_those_of_the_note_and_those_whose_notes_say_so() -> None:
    met = {each.person.name: each.answers[0].value for each in fair().met}
    assert {name: each.state for name, each in met.items()} == {
        "Ana": "in time",
        "Bea": "late",
        "Nobody Yet": "unknown",
        "Cy": "none",
        "Eve": "none",
    }
    assert met["Ana"].on == date(2026, 11, 13)


def test_hooks_are_missing_of_contacts_only() -> None:
    assert [each.person.name for each in fair().met if each.lacks_hook] == ["Bea", "Cy", "Eve"]


def test_promises_are_those_of_the_note_and_those_made_on_its_days() -> None:
    assert [each.plain for each in fair().promises] == ["Send Ana the slides", "Call back"]


def test_introductions_are_those_of_the_note_and_of_its_days_each_once() -> None:
    found = fair().introductions
    assert [[ref.label for ref in each.people] for each in found] == [["Dan", "Ana"], ["Ana", "Bea"]]
    assert {each.day for each in found} == {date(2026, 11, 10)}


def test_the_figures_of_an_event() -> None:
    brought = Brought(met=5, in_time=((None, 1),), introductions=2, promises=2, cost="45 EUR")
    assert fair().row.brought == brought
    text = site_of(NOTES).text("events/2026-11-10-fair.html")
    assert "1 of 5 followed up within 48 hours, by 13 November 2026" in text
    assert "People met 5 Followed up in 48 hours 1 Introductions 2 Promises 2 Cost 45 EUR" in text


def test_the_clock_goes_on_with_the_days() -> None:
    """Built on the day after the fair, the page says what each later day knows."""
    row = fair(date(2026, 11, 12)).row
    assert row.deadline == date(2026, 11, 13)
    assert [(each.since, each.value) for each in row.in_time] == [(None, 0), (date(2026, 11, 13), 1)]


EVENTS = {
    "events/2026-03-01 One.md": "---\nmet: [A, B]\ncost: 10 EUR\n---\n",
    "events/2026-04-01 Two.md": "---\nmet: [Ana]\ncost: 20 EUR\n---\n",
    "events/2026-05-01 Three.md": "---\nmet: [A, B]\ncost: 5 USD\n---\n",
    "events/2026-06-01 Skipped.md": "---\nstatus: skipped\ncost: 99 EUR\n---\n",
    "events/2025-06-01 Alone.md": "",
    "events/2026-12-01 Ahead.md": "---\nstatus: going\ncost: 7 EUR\n---\n",
    "contacts/Ana.md": "- 2026-04-02 call: hello\n",
}


def test_a_year_is_counted() -> None:
    views = site_of(EVENTS).views
    view = views.events(views.each_list_of_events()[0])
    years = {each.year: each.totals for each in view.past}
    now, later = (each.value for each in years[2026])
    assert (now.events, now.met, now.in_time) == (3, 5, 1)
    assert [each.words for each in now.costs] == ["30 EUR", "5 USD"]
    assert (later.events, [each.words for each in later.costs]) == (4, ["37 EUR", "5 USD"])
    assert years[2026][1].since == date(2026, 12, 2)
    assert years[2025][0].value.events == 1


def test_what_was_worth_it_is_ordered_by_follow_ups_then_people_then_the_later_day() -> None:
    views = site_of(EVENTS).views
    (worth,) = views.events(views.each_list_of_events()[0]).worth
    assert [row.name for row in worth.value] == ["Two", "Three", "One"]


def test_a_long_list_goes_on_on_a_further_page() -> None:
    notes = {
        f"events/{2000 + number // 28:04}-01-{number % 28 + 1:02} E{number}.md": "" for number in range(150)
    }
    site = site_of(notes)
    first, second = site.html("events.html"), site.html("events-2.html")
    assert (first.count('<th scope="row"><a'), second.count('<th scope="row"><a')) == (100, 50)
    assert 'href="events-2.html"' in first
    assert "28 events" in first


def calendar_of(site: Site, path: str) -> Any:
    data = site.views.event(path).calendar.partition("base64,")[2]
    return icalendar.Calendar.from_ical(b64decode(data))


def test_an_event_is_a_calendar_file_of_its_own_without_its_note() -> None:
    path = "events/2026-11-27 Data.md"
    site = site_of(
        {
            path: "---\ntime: 09:30\ntimezone: Europe/Rome\nlocation: Milan\nurl: https://example.org\n---\nsecret\n"
        }
    )
    (event,) = calendar_of(site, path).walk("VEVENT")
    assert (event["SUMMARY"], event["LOCATION"], event["URL"]) == ("Data", "Milan", "https://example.org")
    assert event["DTSTART"].dt.isoformat() == "2026-11-27T09:30:00+01:00"
    assert "DESCRIPTION" not in event
    assert [str(zone["TZID"]) for zone in calendar_of(site, path).walk("VTIMEZONE")] == ["Europe/Rome"]


def test_an_event_without_a_day_or_skipped_has_no_calendar_file() -> None:
    notes = {"events/Some Day.md": "", "events/2026-12-01 No.md": "---\nstatus: skipped\n---\n"}
    site = site_of(notes)
    assert [site.views.event(path).calendar for path in notes] == ["", ""]
