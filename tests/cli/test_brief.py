"""`notesite brief`: what to know before an event, in the terminal and as JSON."""

import json
from pathlib import Path

import pytest

from tests.notebooks import call, write_notes

DAY = ("--today", "2026-11-24")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_notes(
        tmp_path / "notes",
        {
            "events/2026-12-01 Fair.md": "---\nattendees: [Ana, Somebody]\ngoals: '[[Studio]]'\n---\n",
            "events/2027-01-01 Ball.md": "---\nstatus: idea\n---\n",
            "events/2026-11-01 Gone.md": "",
            "goals/Studio.md": "---\nby: 2027-01\nlooking-for: a room\npeople: Ana\n---\n",
            "contacts/Ana.md": "---\nrole: Weaver\norg: Loom\nhook: '[[Studio]] of \x1b[31mwool'\n---\n"
            "- 2026-11-02 call: about <b>yarn</b> & dye\n- [ ] Send the list 📅 2026-11-30\n"
            "- ? how is the loom\n",
            "pitch.md": "I draw numbers.\n",
        },
    )
    return tmp_path


def test_the_brief_of_the_next_event_is_plain_lines(folder: Path) -> None:
    ran = call("brief", *DAY, cwd=folder)
    assert ran.code == 0
    for line in (
        "Fair",
        "2026-12-01",
        "Goal: Studio; a room",
        "  I draw numbers.",
        "  1. Ana: serves your goal Studio; you promised: Send the list, due on 2026-11-30",
        "  Ana – Weaver, Loom",
        "    Last contact: 2026-11-02: about <b>yarn</b> & dye",
        "    You owe: Send the list (2026-11-30)",
        "    Ask: how is the loom",
        "  Also on the list: Somebody",
    ):
        assert line in ran.out.splitlines()
    assert "\x1b" not in ran.out


def test_json_is_as_it_is_documented(folder: Path) -> None:
    document = json.loads(call("brief", "fair", "--json", *DAY, cwd=folder).out)
    assert (document["version"], document["event"], document["start"]) == (
        1,
        "events/2026-12-01 Fair.md",
        "2026-12-01",
    )
    assert document["goals"] == [{"name": "Studio", "by": "2027-01", "looking_for": ["a room"]}]
    (meet,) = document["meet"]
    assert [each["reason"] for each in meet["reasons"]] == ["goal", "late"]
    (ana,) = document["people"]
    assert (ana["contact"], ana["expected"], ana["questions"]) == (
        "contacts/Ana.md",
        "listed",
        ["how is the loom"],
    )
    assert ana["mine"] == [{"what": "Send the list", "due": "2026-11-30"}]
    assert document["names"] == ["Somebody"]


def test_an_event_that_is_none_has_a_hint(folder: Path) -> None:
    ran = call("brief", "Fare", *DAY, cwd=folder)
    assert ran.code == 2
    assert "Fair" in ran.err


def test_without_an_event_ahead_it_says_so(folder: Path) -> None:
    ran = call("brief", "--today", "2027-03-01", cwd=folder)
    assert ran.code == 2
    assert "no event is ahead" in ran.err
