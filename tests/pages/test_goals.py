"""The pages of goals, for small notebooks."""

from datetime import date

from tests.pages.networks import site_of

ANA, BEA, CY, GOAL = "contacts/Ana.md", "contacts/Bea.md", "contacts/Cy.md", "goals/Studio.md"
PAGE = "notes/studio.html"


def goal(*lines: str, body: str = "") -> str:
    return "\n".join(("---", *lines, "---", body, ""))


def test_without_goals_it_says_how_to_begin() -> None:
    assert "Write a note in the folder goals/" in site_of({}).text("goals.html")


def test_an_empty_goal_says_what_to_write() -> None:
    text = site_of({GOAL: ""}).text(PAGE)
    assert "Nobody yet. Put people under people here, or the goal under goals of theirs." in text
    assert "Say what you look for under looking-for" in text
    assert "None yet. Ask one person for one thing" in text
    assert "Nothing is written toward it yet" in text


def test_goals_are_listed_by_their_day_and_those_that_are_over_apart() -> None:
    notes = {
        "goals/B.md": goal("by: 2027-01"),
        "goals/A.md": goal("by: 2027-02-01"),
        "goals/C.md": "",
        "goals/D.md": goal("status: done"),
        "goals/E.md": goal("stato: raggiunto", "status: raggiunto"),
    }
    view = site_of(notes).views.goals()
    assert [row.name for row in view.open.rows] == ["B", "A", "C"]
    assert [row.name for row in view.over.rows] == ["D", "E"]


def test_a_goal_is_past_its_day_from_the_next_day_on() -> None:
    notes = {GOAL: goal("by: 2026-11-24")}
    assert "past its day" not in site_of(notes).text("goals.html")
    assert "past its day" in site_of(notes, date(2026, 11, 25)).text("goals.html")
    assert 'data-from="2026-11-25"' in site_of(notes).html("goals.html")
    month = {GOAL: goal("by: 2026-11")}
    assert "Its day was" not in site_of(month, date(2026, 11, 30)).text(PAGE)
    assert "Its day was 30 November 2026" in site_of(month, date(2026, 12, 1)).text(PAGE)


def test_a_goal_without_a_step_for_sixty_days_says_so() -> None:
    notes = {GOAL: goal(body="- 2026-09-01 met the landlord"), "journal/2026-10-01.md": "[[Studio]] again\n"}
    before, after = site_of(notes, date(2026, 11, 29)), site_of(notes, date(2026, 11, 30))
    assert "last step on 1 October 2026" in before.text("goals.html")
    assert "Nothing is written toward it since" not in before.text(PAGE)
    assert "Nothing is written toward it since 1 October 2026" in after.text(PAGE)
    assert "last step" not in after.text("goals.html")


def test_who_serves_a_goal_is_whom_it_names_and_who_names_it() -> None:
    notes = {
        GOAL: goal("people: ['[[Bea]]', Zoe Nobody]"),
        ANA: goal("goals: Studio"),
        BEA: goal("goals: ['[[Studio]]']", body="- 2026-11-20 call: hello"),
        CY: "",
    }
    view = site_of(notes).views.goal(GOAL)
    assert [each.person.name for each in view.serving.rows] == ["Bea", "Ana"]
    text = site_of(notes).text(PAGE)
    assert "Last contact on 20 November 2026" in text
    assert "Also named, without a note: Zoe Nobody" in text


def test_whoever_has_no_contact_is_reached_through_somebody() -> None:
    notes = {GOAL: goal("people: '[[Bea]]'"), ANA: "- 2026-11-20 call: hello\n", BEA: "", CY: ""}
    assert "No contact yet, and nobody who could introduce you" in site_of(notes).text(PAGE)
    known = {**notes, BEA: goal("intro-paths: Ana")}
    assert "No contact yet you Ana Bea" in site_of(known).text(PAGE)


def test_who_could_is_found_by_offers_then_work_then_needs() -> None:
    notes = {
        GOAL: goal("looking-for: [a room with north light, a boat]"),
        ANA: goal("needs: [a quiet room]"),
        BEA: goal("role: Room planner"),
        CY: goal("offers: [a view, a room in the attic]"),
    }
    (room, boat) = site_of(notes).views.goal(GOAL).wanted
    assert [each.person.name for each in room.could] == ["Cy", "Bea", "Ana"]
    assert boat.could == ()
    text = site_of(notes).text(PAGE)
    assert "Offers “a room in the attic”" in text
    assert "Has to do with “room”" in text
    assert "Looks for “a quiet room” as well" in text
    assert "Looking for: a boat Nobody in your notes speaks of it." in text
    assert "nobody in sight for 1 thing it looks for" in site_of(notes).text("goals.html")


def test_a_word_that_too_many_share_is_named_with_how_many() -> None:
    people = {f"contacts/P{number:02}.md": goal("role: Designer") for number in range(51)}
    text = site_of({GOAL: goal("looking-for: a designer"), **people}).text(PAGE)
    assert "51 people have to do with “designer”: too many to tell who could help." in text


def test_asks_link_the_goal_or_go_to_those_who_serve_it_the_latest_first() -> None:
    notes = {
        GOAL: goal("people: '[[Bea]]'"),
        ANA: "- 2026-10-01 asked: about [[Studio]] and the rent\n- 2026-10-03 asked: about the weather\n",
        BEA: "- 2026-10-02 asked: who could be a first client\n- 2026-11-25 asked: tomorrow\n",
    }
    view = site_of(notes).views.goal(GOAL)
    assert [(each.day.day, each.people[0].name) for each in view.asks.rows] == [(2, "Bea"), (1, "Ana")]


def test_nothing_of_the_note_is_dropped() -> None:
    text = site_of({GOAL: goal("status: active", "budget: 900", body="Three chairs.\n\n- [ ] paint\n")}).text(
        PAGE
    )
    assert "Three chairs." in text
    assert "budget 900" in text
    assert "paint" in text
