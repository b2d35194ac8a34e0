"""Before an event: who is expected, and whom to meet, worked out by hand."""

from collections.abc import Mapping
from datetime import date

from notesite.views.event import EventView, Preparation
from notesite.views.guests import MOST_BRIEFS, MOST_LOCAL
from notesite.views.parts import PlaceRef
from tests.pages.networks import site_of

FAIR = "events/2026-12-01 Fair.md"


def view_of(notes: Mapping[str, str], today: date = date(2026, 11, 24)) -> EventView:
    return site_of(notes, today).views.event(FAIR)


def before(notes: Mapping[str, str], today: date = date(2026, 11, 24)) -> Preparation:
    found = view_of(notes, today).before
    assert found is not None
    return found


def names(found: Preparation) -> list[str]:
    return [each.brief.person.name for each in found.proposals]


def sorts(found: Preparation) -> dict[str, list[str]]:
    return {each.brief.person.name: [one.sort for one in each.reasons] for each in found.proposals}


SPOKEN = "---\n---\n- 2026-11-20 call: hello\n"
"""Somebody with whom there was contact lately, and of whom nothing is due."""


def test_those_on_the_list_come_first_then_the_organisations_then_the_town() -> None:
    found = before(
        {
            FAIR: "---\nattendees: [Zed, Nobody Known]\nlocation: 'Sala Rossa, Turin'\n"
            "tags: [lumbre-labs]\n---\n"
            "By [[Ponte]].\n",
            "groups/Ponte.md": "",
            "contacts/Zed.md": "",
            "contacts/Ana.md": "---\norg: '[[Ponte]]'\nlocation: Turin\n---\n",
            "contacts/Bea.md": "---\norg: Lumbre Labs\n---\n",
            "contacts/Cy.md": "---\nlocation: Turin, Italy\n---\n",
            "contacts/Dan.md": "---\nlocation: Turin\nstatus: deceased\n---\n",
            "contacts/Eve.md": "---\nlocation: Milan\n---\n",
            "contacts/me.md": "---\ntype: me\nlocation: Turin\n---\n",
        }
    )
    assert [
        (
            each.person.name,
            each.source.org and each.source.org.label,
            each.source.place and each.source.place.label,
        )
        for each in found.briefs
    ] == [
        ("Zed", None, None),
        ("Ana", "Ponte", None),
        ("Bea", "Lumbre Labs", None),
        ("Cy", None, "Turin"),
    ]
    assert [ref.label for ref in found.names] == ["Nobody Known"]
    assert found.rest == ()


def test_of_a_town_of_many_those_of_a_goal_come_first_then_who_shares_most_tags() -> None:
    many = {f"contacts/P{number:02}.md": "---\nlocation: Turin\n---\n" for number in range(20)}
    found = before(
        {
            **many,
            "contacts/P17.md": "---\nlocation: Turin\ntags: [data]\n---\n",
            "contacts/P18.md": "---\nlocation: Turin\ntags: [data, design]\n---\n",
            "contacts/P19.md": "---\nlocation: Turin\n---\n",
            "goals/Studio.md": "---\npeople: P19\n---\n",
            FAIR: "---\nlocation: Turin\ngoals: '[[Studio]]'\ntags: [data, design]\n---\n",
        }
    )
    assert [each.person.name for each in found.briefs] == ["P19", "P18", "P17", "P00", "P01", "P02"]
    assert [(source.place, count) for source, count in found.rest] == [
        (PlaceRef("Turin", "turin"), 20 - MOST_LOCAL)
    ]


def test_of_a_long_list_there_are_thirty_briefs_and_the_rest_are_names() -> None:
    many = {f"contacts/P{number:02}.md": "" for number in range(40)}
    listed = ", ".join(f"P{number:02}" for number in range(40))
    found = before({**many, FAIR: f"---\nattendees: [{listed}]\n---\n"})
    assert (len(found.briefs), len(found.listed), found.count) == (MOST_BRIEFS, 10, 40)


def test_whom_to_meet_in_the_order_that_the_page_tells() -> None:
    """Two kinds of reason beat one; then goal, sought, late, bridge, new; each by hand."""
    found = before(
        {
            FAIR: "---\nattendees: [Gil, Sue, Lea, Leo, Bri, Nia, Two, Idle]\ngoals: '[[Studio]]'\n---\n",
            "goals/Studio.md": "---\nlooking-for: [a room with north light]\npeople: Gil\n---\n",
            "contacts/Gil.md": SPOKEN,
            "contacts/Sue.md": SPOKEN.replace("---\n---", "---\noffers: [rooms above a bindery]\n---"),
            "contacts/Lea.md": f"{SPOKEN}- [ ] Send the list 📅 2026-12-01\n",
            "contacts/Leo.md": f"{SPOKEN}- [ ] Send the book 📅 2026-11-26\n",
            "contacts/Bri.md": SPOKEN,
            "contacts/Nia.md": "---\norg: Alone\n---\n",
            "contacts/Two.md": "- [ ] Send the map 📅 2026-11-30\n",
            "contacts/Idle.md": SPOKEN,
            "contacts/X.md": "---\nknows: [Bri]\n---\n",
            "contacts/Y.md": "---\nknows: [Bri]\n---\n",
        }
    )
    assert names(found) == ["Two", "Gil", "Sue", "Leo", "Lea"]
    assert sorts(found)["Two"] == ["late", "new"]
    leo = next(each for each in found.proposals if each.brief.person.name == "Leo")
    assert leo.reasons[0].on == date(2026, 11, 26)


def test_a_bridge_is_known_by_two_and_stands_before_somebody_new() -> None:
    notes = {
        FAIR: "---\nattendees: [Nia, Bri, One]\n---\n",
        "contacts/Bri.md": f"---\nknows: [X]\n---\n{SPOKEN[8:]}",
        "contacts/One.md": f"---\nknows: [X]\n---\n{SPOKEN[8:]}",
        "contacts/Nia.md": "---\norg: Alone\n---\n",
        "contacts/X.md": "",
        "contacts/Y.md": "---\nknows: [Bri]\n---\n",
    }
    found = before(notes)
    assert names(found) == ["Bri", "Nia"]
    assert [ref.label for ref in found.proposals[0].reasons[0].people] == ["X", "Y"]
    org = found.proposals[1].reasons[0].org
    assert org is not None
    assert org.label == "Alone"


def test_equals_stand_by_the_longest_silence_then_by_name() -> None:
    goal = {"goals/Studio.md": "---\npeople: [Ann, Bob, Cal]\n---\n"}
    talk = "---\n---\n- {day} call: hello\n"
    found = before(
        {
            **goal,
            FAIR: "---\nattendees: [Cal, Bob, Ann]\ngoals: '[[Studio]]'\n---\n",
            "contacts/Ann.md": talk.format(day="2026-10-02"),
            "contacts/Bob.md": talk.format(day="2026-10-02"),
            "contacts/Cal.md": talk.format(day="2026-10-01"),
        }
    )
    assert names(found) == ["Cal", "Ann", "Bob"]


def test_whom_to_meet_does_not_depend_on_the_day_on_which_one_looks() -> None:
    notes = {
        FAIR: "---\nattendees: [Lea, Leo]\n---\n",
        "contacts/Lea.md": "---\ncadence: weekly\n---\n- 2026-11-02 call: hello\n",
        "contacts/Leo.md": "---\ncadence: monthly\n---\n- 2026-11-01 call: hello\n",
    }
    seen = {tuple(sorts(before(notes, date(2026, 11, day)))) for day in (3, 10, 24)}
    assert seen == {("Lea", "Leo")}


def test_of_questions_there_are_two_those_of_their_own_note_first() -> None:
    found = before(
        {
            FAIR: "---\nattendees: [Ana]\n---\n",
            "contacts/Ana.md": "- ? one\n- ? two\n",
            "interactions/2026-01-01 Ana.md": "- ? zero\n",
        }
    )
    assert [each.html for each in found.briefs[0].questions] == ["one", "two"]


def test_an_event_that_is_over_or_skipped_has_nothing_before_it() -> None:
    assert view_of({FAIR: "---\nattendees: [Ana]\n---\n"}, date(2026, 12, 2)).before is None
    assert view_of({FAIR: "---\nstatus: skipped\n---\n"}).before is None


def test_nobody_expected_says_what_to_write() -> None:
    site = site_of({FAIR: ""})
    text = site.text("events/2026-12-01-fair.html")
    assert "Nobody is expected yet" in text
    assert "attendees" in text
