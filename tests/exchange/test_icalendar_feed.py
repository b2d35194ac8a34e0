"""The feed `follow-ups.ics`: a notebook in, a calendar out, read back by icalendar and by vobject."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from notesite.exchange.icalendar_feed import Header
from notesite.model.settings import Settings
from notesite.rules.ranking import select
from notesite.rules.registry import dues
from tests.exchange.feeds import follow_ups_ics
from tests.notebooks import SAMPLE, TODAY, built, write_notes
from tests.pages.networks import network_of

DAYS = timedelta(days=1)
GIULIA = "---\nname: Giulia Rossi\ncadence: 3 weeks\n---\n## Log\n\n- 2026-11-05 call: the January opening\n"


def feed_of(notes: Mapping[str, str], day: date = TODAY, title: str = "Notesite", zone: str = "") -> bytes:
    """The feed of some notes on a day."""
    network, _ = network_of(notes)
    rows = select(dues(network, Settings()), network, day)
    return follow_ups_ics(rows, network.contacts, network.events, day, Header(title, zone))


def entries(feed: bytes) -> dict[str, icalendar.Event]:
    """The entries of a feed under their summaries, as icalendar reads them."""
    found = icalendar.Calendar.from_ical(feed).walk("VEVENT")
    return {str(each["SUMMARY"]): each for each in found if isinstance(each, icalendar.Event)}


def entry(feed: bytes, summary: str) -> icalendar.Event:
    return entries(feed)[summary]


def only(feed: bytes) -> icalendar.Event:
    (found,) = entries(feed).values()
    return found


def categories(found: icalendar.Event) -> list[str]:
    value: Any = found["CATEGORIES"]
    return [str(each) for each in value.cats]


def start(found: icalendar.Event) -> date | datetime:
    value: date | datetime = found.decoded("DTSTART")
    return value


def end(found: icalendar.Event) -> date | datetime:
    value: date | datetime = found.decoded("DTEND")
    return value


def uids(feed: bytes) -> dict[str, str]:
    return {summary: str(each["UID"]) for summary, each in entries(feed).items()}


def other_reader(feed: bytes) -> list[Any]:
    """The entries of a feed as vobject reads and validates them."""
    calendar = vobject.readOne(feed.decode())
    assert calendar.prodid.value
    if hasattr(calendar, "vevent"):
        calendar.validate(raiseException=True)
    return list(getattr(calendar, "vevent_list", []))


def occurrences(feed: bytes, count: int) -> list[date]:
    """The first days on which the only entry stands, as vobject counts them."""
    (found,) = other_reader(feed)
    rule = found.getrruleset(addRDate=True)
    return [rule[number].date() for number in range(count)]


# what a follow-up looks like


def test_a_follow_up_is_a_free_day_with_its_reason_and_note() -> None:
    found = only(feed_of({"contacts/giulia.md": GIULIA}))
    assert str(found["SUMMARY"]) == "Follow up: Giulia Rossi – every 3 weeks"
    assert (start(found), end(found)) == (date(2026, 11, 26), date(2026, 11, 27))
    assert found["DTSTART"].params["VALUE"] == "DATE"
    assert found["TRANSP"] == "TRANSPARENT"
    assert found.decoded("DTSTAMP").isoformat() == "2026-11-24T00:00:00+00:00"
    assert categories(found) == ["Follow-up"]
    assert str(found["DESCRIPTION"]).splitlines() == [
        "Every 3 weeks",
        "Last contact on 2026-11-05",
        "Note: contacts/giulia.md",
    ]


REASONS = {
    "first-follow-up": ("met: 2026-11-23", "", "Follow up: Ada – first follow-up"),
    "promise": ("", "- [ ] Send the map 📅 2026-11-30", "Follow up: Ada – you promised: Send the map"),
    "explicit": (
        "follow-up: 2026-12-01\nnext-step: ask [[Ben|him]]",
        "",
        "Follow up: Ada – ask him",
    ),
    "explicit without a step": ("follow-up: 2026-12-01", "", "Follow up: Ada – the date that you set"),
    "birthday": ("birthday: 1983-07-20", "", "Birthday: Ada"),
    "date": ("dates: {name day: 12-04}", "", "Name day: Ada"),
    "congratulate": (
        "congratulate: 2026-11-20 the new studio",
        "",
        "Follow up: Ada – congratulate: the new studio",
    ),
    "thanks": ("", "- 2026-11-22 received: the list", "Follow up: Ada – thanks: the list"),
    "no-reply": ("", "- 2026-11-20 → email: the list", "Follow up: Ada – no reply yet: the list"),
    "promised-to-me": (
        "",
        "- [ ] ← Ada sends data 📅 2026-11-30",
        "Follow up: Ada – promised to you: Ada sends data",
    ),
}


@pytest.mark.parametrize("name", REASONS)
def test_each_reason_has_its_words(name: str) -> None:
    header, body, summary = REASONS[name]
    assert summary in entries(feed_of({"contacts/Ada.md": f"---\n{header}\n---\n## Log\n\n{body}\n"}))


def test_an_event_to_prepare_is_beside_the_event() -> None:
    notes = {
        "contacts/Ada.md": "",
        "events/2026-12-01 Data Craft.md": "---\nstatus: going\nattendees: ['[[Ada]]']\n---\n",
    }
    found = entries(feed_of(notes))
    assert {summary: start(each) for summary, each in found.items()} == {
        "Prepare: Data Craft": date(2026, 11, 28),
        "Data Craft": date(2026, 12, 1),
    }


def test_what_is_offered_to_revive_is_not_in_the_feed() -> None:
    network, _ = network_of({"contacts/Ada.md": "---\nlast-contact: 2020-01-01\n---\n"})
    assert [row.due.reason for row in select(dues(network, Settings()), network, TODAY)] == ["revive"]
    assert not entries(feed_of({"contacts/Ada.md": "---\nlast-contact: 2020-01-01\n---\n"}))


def test_private_contacts_are_in_the_feed_of_the_personal_build() -> None:
    assert entries(feed_of({"contacts/Ada.md": "---\nprivate: yes\nfollow-up: 2026-12-01\n---\n"}))


def test_the_hook_helps_to_begin() -> None:
    notes = {"contacts/Ada.md": "---\nfollow-up: 2026-12-01\nhook: one [[chargers/x|charger]]\n---\n"}
    assert "Hook: one charger" in str(only(feed_of(notes))["DESCRIPTION"])


# when


def test_what_is_overdue_stands_on_the_build_day_and_says_since_when() -> None:
    found = only(feed_of({"contacts/Ada.md": "---\nfollow-up: 2026-11-03\n---\n"}))
    assert start(found) == TODAY
    assert "Due on 2026-11-03" in str(found["DESCRIPTION"])


def test_what_is_snoozed_stands_on_the_day_it_wakes() -> None:
    notes = {"contacts/Ada.md": "---\nfollow-up: 2026-11-20\nsnooze: 2026-12-10\n---\n"}
    assert start(only(feed_of(notes))) == date(2026, 12, 10)


def test_what_is_snoozed_and_due_later_stands_on_the_day_it_is_due() -> None:
    notes = {"contacts/Ada.md": "---\nfollow-up: 2026-12-20\nsnooze: 2026-12-10\n---\n"}
    assert start(only(feed_of(notes))) == date(2026, 12, 20)


@pytest.mark.parametrize(("ahead", "is_in"), [(399, True), (400, True), (401, False)])
def test_the_feed_reaches_four_hundred_days_ahead(ahead: int, is_in: bool) -> None:
    day = TODAY + ahead * DAYS
    assert bool(entries(feed_of({"contacts/Ada.md": f"---\nfollow-up: {day}\n---\n"}))) is is_in
    snoozed = {"contacts/Ada.md": f"---\nfollow-up: 2026-11-30\nsnooze: {day}\n---\n"}
    assert bool(entries(feed_of(snoozed))) is is_in


def test_what_a_planned_meeting_settles_before_it_is_due_is_left_out() -> None:
    notes = {"contacts/giulia.md": f"{GIULIA}- 2026-11-25 call: at the office\n"}
    assert not entries(feed_of(notes))
    assert start(only(feed_of(notes, date(2026, 11, 25)))) == date(2026, 12, 16)


def test_at_the_end_of_the_calendar_nothing_breaks() -> None:
    notes = {
        "contacts/Ada.md": "---\nfollow-up: 9999-12-31\nbirthday: 12-31\n---\n",
        "events/9999-12-31 End.md": "",
        "events/Late.md": "---\ndate: 9999-12-31\ntime: 23:30\n---\n",
    }
    found = entries(feed_of(notes, date(9999, 12, 30)))
    assert len(found) == 4
    assert all("DTEND" not in each for each in found.values())


def test_in_the_first_year_nothing_breaks() -> None:
    feed = feed_of({"contacts/Ada.md": "---\nfollow-up: 0001-01-02\n---\n"}, date(1, 1, 1))
    assert b"DTSTART;VALUE=DATE:00010102\r\n" in feed
    assert b"DTSTAMP:00010101T000000Z\r\n" in feed


# yearly


def test_a_birthday_returns_every_year() -> None:
    feed = feed_of({"contacts/Ada.md": "---\nbirthday: 1983-07-20\n---\n"})
    found = only(feed)
    assert found["RRULE"].to_ical() == b"FREQ=YEARLY"
    assert found["TRANSP"] == "TRANSPARENT"
    assert categories(found) == ["Birthday"]
    assert str(found["DESCRIPTION"]).startswith("Born in 1983\n")
    assert occurrences(feed, 3) == [date(2027, 7, 20), date(2028, 7, 20), date(2029, 7, 20)]


@pytest.mark.parametrize("key", ["birthday: 1984-02-29", "birthday: 02-29", "dates: {wedding: 2016-02-29}"])
def test_29_february_is_kept_on_the_28th_in_common_years(key: str) -> None:
    feed = feed_of({"contacts/Ada.md": f"---\n{key}\n---\n"})
    assert occurrences(feed, 3) == [date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)]


def test_29_february_seen_from_a_leap_year() -> None:
    feed = feed_of({"contacts/Ada.md": "---\nbirthday: 02-29\n---\n"}, date(2028, 1, 1))
    assert occurrences(feed, 2) == [date(2028, 2, 29), date(2029, 2, 28)]


def test_28_february_stays_on_the_28th_in_leap_years() -> None:
    feed = feed_of({"contacts/Ada.md": "---\nbirthday: 02-28\n---\n"})
    assert occurrences(feed, 2) == [date(2027, 2, 28), date(2028, 2, 28)]


# events


def event(header: str, path: str = "events/Data Craft.md") -> icalendar.Event:
    return only(feed_of({path: f"---\n{header}\n---\n"}))


def test_an_event_without_a_time_takes_its_days() -> None:
    found = event("date: 2026-12-01\nend: 2026-12-03")
    assert (start(found), end(found)) == (date(2026, 12, 1), date(2026, 12, 4))
    assert categories(found) == ["Event"]


@pytest.mark.parametrize(
    ("header", "begins", "ends"),
    [
        ("time: 18:30", "2026-12-01T18:30:00", "2026-12-01T19:30:00"),
        ("time: 9:30", "2026-12-01T09:30:00", "2026-12-01T10:30:00"),
        ("time: 18:30-21:00", "2026-12-01T18:30:00", "2026-12-01T21:00:00"),
        ("time: 22:00 – 01:00", "2026-12-01T22:00:00", "2026-12-02T01:00:00"),
        ("time: 09:30\nend: 2026-12-02", "2026-12-01T09:30:00", "2026-12-03T00:00:00"),
        ("time: 25:00", "2026-12-01", "2026-12-02"),
        ("time: in the evening", "2026-12-01", "2026-12-02"),
        ("end: 2026-11-01", "2026-12-01", "2026-12-02"),
    ],
)
def test_an_event_with_a_time_floats(header: str, begins: str, ends: str) -> None:
    found = event(f"date: 2026-12-01\n{header}")
    assert (start(found).isoformat(), end(found).isoformat()) == (begins, ends)
    assert "TZID" not in found["DTSTART"].params


def test_an_event_with_a_time_zone_is_at_that_time_there() -> None:
    feed = feed_of({"events/Fair.md": "---\ndate: 2026-12-01\ntime: 18:30\ntz: America/New_York\n---\n"})
    found = only(feed)
    assert found["DTSTART"].params["TZID"] == "America/New_York"
    assert start(found) == datetime(2026, 12, 1, 18, 30, tzinfo=ZoneInfo("America/New_York"))
    (zone,) = icalendar.Calendar.from_ical(feed).walk("VTIMEZONE")
    assert zone["TZID"] == "America/New_York"
    assert next(vobject.readComponents(feed.decode())).vevent.dtstart.value.utcoffset() == timedelta(hours=-5)


@pytest.mark.parametrize(
    ("own", "mine", "expected"),
    [
        ("Asia/Tokyo", "Europe/Rome", "Asia/Tokyo"),
        ("", "Europe/Rome", "Europe/Rome"),
        ("", "", None),
        ("over there", "", None),
        ("", "../../etc/passwd", None),
        ("", "Europe/Rome\nX-EVIL:1", None),
    ],
)
def test_the_zone_is_the_events_own_else_the_users_else_none(
    own: str, mine: str, expected: str | None
) -> None:
    note = f"---\ndate: 2026-07-01\ntime: 09:00\ntimezone: {own}\n---\n"
    found = only(feed_of({"events/Fair.md": note}, zone=mine))
    assert found["DTSTART"].params.get("TZID") == expected


def test_an_all_day_event_has_no_time_zone() -> None:
    note = "---\ndate: 2026-07-01\ntimezone: Asia/Tokyo\n---\n"
    feed = feed_of({"events/Fair.md": note})
    assert start(only(feed)) == date(2026, 7, 1)
    assert b"VTIMEZONE" not in feed


@pytest.mark.parametrize(
    ("status", "says"),
    [("idea", "TENTATIVE"), ("going", "CONFIRMED"), ("attended", "CONFIRMED"), ("", None)],
)
def test_an_idea_is_tentative(status: str, says: str | None) -> None:
    assert event(f"date: 2026-12-01\nstatus: {status}").get("STATUS") == says


def test_a_skipped_or_undated_event_is_left_out() -> None:
    notes = {"events/a.md": "---\ndate: 2026-12-01\nstatus: skipped\n---\n", "events/b.md": ""}
    assert not entries(feed_of(notes))


def test_an_event_says_where_and_its_address() -> None:
    found = event(
        "date: 2026-12-01\nlocation: ['[[places/hall|The hall]]', Turin]\nurl: https://a.example/?x=1,2;3"
    )
    assert str(found["LOCATION"]) == "The hall, Turin"
    assert str(found["URL"]) == "https://a.example/?x=1,2;3"


def test_an_event_online_is_where_it_is_reached() -> None:
    found = event("date: 2026-12-01\nonline: https://meet.example/a")
    assert str(found["LOCATION"]) == str(found["URL"]) == "https://meet.example/a"


@pytest.mark.parametrize(
    "url", [r'"https://a.example\nATTENDEE:x"', "javascript:alert(1)", "not yet", r'"https://a\0b"']
)
def test_an_address_that_is_none_adds_nothing(url: str) -> None:
    feed = feed_of({"events/x.md": f"---\ndate: 2026-12-01\nurl: {url}\n---\n"})
    assert not re.search(rb"^ATTENDEE|javascript|\x00", feed, re.MULTILINE)
    assert other_reader(feed)


# what never changes


def test_the_same_notes_and_day_make_the_same_bytes() -> None:
    notes = {"contacts/giulia.md": GIULIA, "contacts/Ada.md": "---\nbirthday: 02-29\n---\n"}
    assert feed_of(notes) == feed_of(dict(reversed(notes.items())))


def test_a_later_build_changes_no_uid() -> None:
    notes = {
        "contacts/giulia.md": GIULIA,
        "contacts/Ada.md": "---\nbirthday: 1984-02-29\nfollow-up: 2026-12-01\nsnooze: 2026-12-05\n---\n",
        "events/Data Craft.md": "---\ndate: 2026-12-01\nstatus: idea\n---\n",
    }
    first = uids(feed_of(notes))
    assert len(set(first.values())) == 4
    for later in (1, 10, 100):
        assert uids(feed_of(notes, TODAY + later * DAYS)) == first


def test_an_unrelated_edit_changes_no_uid() -> None:
    task = "- [ ] Send the map 📅 2026-12-01\n"
    before = feed_of({"contacts/Ada.md": f"---\nbirthday: 03-01\nfollow-up: 2026-12-02\n---\n{task}"})
    after = feed_of(
        {
            "contacts/Ada.md": "---\nrole: Founder\nbirthday: 03-01\nfollow-up: 2026-12-02\nhook: tea\n---\n"
            f"# Ada\n\nNew words.\n\n- an item\n{task}",
            "contacts/Ben.md": "",
        }
    )
    assert uids(before) == uids(after)
    assert len(uids(after)) == 3


def test_an_event_that_moves_keeps_its_uid() -> None:
    assert event("date: 2026-12-01")["UID"] == event("date: 2026-12-08\ntime: 18:30")["UID"]


def test_what_is_settled_leaves_and_the_next_comes() -> None:
    (old,) = uids(feed_of({"contacts/giulia.md": GIULIA})).values()
    after = feed_of({"contacts/giulia.md": f"{GIULIA}- 2026-11-24 call: settled\n"})
    (new,) = uids(after).values()
    assert old != new
    assert start(only(after)) == date(2026, 12, 15)


def test_a_kept_promise_leaves() -> None:
    assert entries(feed_of({"contacts/Ada.md": "- [ ] Send the map 📅 2026-12-01\n"}))
    assert not entries(feed_of({"contacts/Ada.md": "- [x] Send the map 📅 2026-12-01\n"}))


def test_the_same_promise_written_twice_is_one_entry() -> None:
    task = "- [ ] Send the map 📅 2026-12-01\n"
    assert feed_of({"contacts/Ada.md": task * 2}).count(b"BEGIN:VEVENT") == 1


def test_a_promise_to_two_people_is_an_entry_for_each() -> None:
    notes = {
        "contacts/Ada.md": "",
        "contacts/Ben.md": "",
        "journal/2026-11-20.md": "- [ ] Send [[Ada]] and [[Ben]] the map 📅 2026-12-01\n",
    }
    assert len(set(uids(feed_of(notes)).values())) == 2


# the format


AWKWARD = {
    "commas, semicolons; and: colons": "commas, semicolons; and: colons",
    r"a \ backslash \n that is no newline": r"a \ backslash \n that is no newline",
    '"quotes" ^n ^^': '"quotes" ^n ^^',
    "👩‍🚀 emoji 🇮🇹 " * 20: ("👩‍🚀 emoji 🇮🇹 " * 20).strip(),
    "à" * 200: "à" * 200,
    "word " * 40: ("word " * 40).strip(),
    "x" * 200: "x" * 200,
    "BEGIN:VEVENT": "BEGIN:VEVENT",
    "יום הולדת": "יום הולדת",
    "a\ttab": "a tab",
    "bell \x07 and escape \x1b[31m": "bell \ufffd and escape \ufffd[31m",
    "line\u2028and\u0085separators": "line and separators",
    "[the map](<a b.md>) and ![[map.png]]": "the map and map.png",
}


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_words_come_back_as_they_were(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    feed = feed_of({"contacts/Ada.md": f"---\nfollow-up: 2026-12-01\nnext-step: {quoted}\n---\n"}, title=text)
    whole = f"Follow up: Ada – {AWKWARD[text]}"
    assert list(entries(feed)) == [whole]
    (found,) = other_reader(feed)
    assert found.summary.value == whole
    assert is_well_formed(feed)


def test_a_newline_in_a_value_cannot_begin_a_property() -> None:
    step = r'"a\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT"'
    feed = feed_of({"contacts/Ada.md": f"---\nfollow-up: 2026-12-01\nnext-step: {step}\n---\n"})
    assert list(entries(feed)) == ["Follow up: Ada – a ATTENDEE:mailto:x@example.org END:VEVENT"]
    assert "ATTENDEE" not in only(feed)


def test_an_endless_text_ends() -> None:
    feed = feed_of({"contacts/Ada.md": f"- [ ] {'word ' * 10_000} 📅 2026-12-01\n"})
    assert len(feed) < 3_000
    assert str(only(feed)["SUMMARY"]).endswith("…")


def is_well_formed(feed: bytes) -> bool:
    """Whether lines end in CRLF and hold at most 75 bytes of whole characters, none of them a control."""
    lines = feed.split(b"\r\n")
    assert lines[-1] == b""
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", feed)
    assert feed.count(b"\n") == feed.count(b"\r") == len(lines) - 1
    return all(len(line) <= 75 and line.decode() is not None for line in lines)


def test_the_calendar_says_what_google_apple_and_outlook_ask_for() -> None:
    feed = feed_of({"contacts/giulia.md": GIULIA}, title="Elena's network, 2026")
    calendar = icalendar.Calendar.from_ical(feed)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"] == "-//notesite//follow-ups//EN"
    assert calendar["CALSCALE"] == "GREGORIAN"
    assert calendar["METHOD"] == "PUBLISH"
    assert rb"X-WR-CALNAME:Elena's network\, 2026: follow-ups" in feed
    assert is_well_formed(feed)


def test_an_empty_notebook_has_an_empty_feed() -> None:
    feed = feed_of({})
    assert is_well_formed(feed)
    assert not entries(feed)
    assert not other_reader(feed)


@given(
    name=st.text(max_size=60),
    step=st.text(max_size=300),
    place=st.text(max_size=60),
    url=st.text(max_size=30).map(lambda text: f"https://{text}"),
)
def test_any_text_makes_a_calendar_that_both_readers_read(name: str, step: str, place: str, url: str) -> None:
    def quoted(text: str) -> str:
        return '"' + "".join(f"\\U{ord(letter):08x}" for letter in text) + '"'

    notes = {
        "contacts/a.md": f"---\nname: {quoted(name)}\nnext-step: {quoted(step)}\nfollow-up: {TODAY}\n---\n",
        "events/b.md": f"---\ndate: 2026-12-01\nlocation: {quoted(place)}\nurl: {quoted(url)}\n---\n",
    }
    feed = feed_of(notes, title=name)
    assert is_well_formed(feed)
    ours = [str(each["SUMMARY"]) for each in icalendar.Calendar.from_ical(feed).walk("VEVENT")]
    assert len(ours) == 2
    assert [each.summary.value for each in other_reader(feed)] == ours


# in the site


def test_the_site_has_the_feed_and_both_readers_agree_on_it(tmp_path: Path) -> None:
    built(SAMPLE, tmp_path / "site")
    feed = (tmp_path / "site/follow-ups.ics").read_bytes()
    assert is_well_formed(feed)
    mine = [(str(each["UID"]), str(each["SUMMARY"])) for each in entries(feed).values()]
    theirs = [(each.uid.value, each.summary.value) for each in other_reader(feed)]
    assert mine == theirs
    assert len({uid for uid, _ in mine}) == len(mine) > 30
    assert 'href="follow-ups.ics"' in (tmp_path / "site/due.html").read_text("utf-8")


def test_a_rebuild_writes_no_feed_anew_and_a_settled_follow_up_leaves_it(tmp_path: Path) -> None:
    write_notes(
        tmp_path / "notes", {"contacts/giulia.md": GIULIA, "contacts/b.md": "---\nbirthday: 05-05\n---\n"}
    )
    built(tmp_path / "notes", tmp_path / "site")
    first = uids((tmp_path / "site/follow-ups.ics").read_bytes())
    assert "follow-ups.ics" not in built(tmp_path / "notes", tmp_path / "site").published.changed
    write_notes(tmp_path / "notes", {"contacts/giulia.md": GIULIA.replace("cadence: 3 weeks\n", "")})
    assert "follow-ups.ics" in built(tmp_path / "notes", tmp_path / "site").published.changed
    after = uids((tmp_path / "site/follow-ups.ics").read_bytes())
    assert set(first.items()) - set(after.items()) == {
        ("Follow up: Giulia Rossi – every 3 weeks", first["Follow up: Giulia Rossi – every 3 weeks"])
    }
