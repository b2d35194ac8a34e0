"""The other screens: events, tags, organisations, promises, problems and notes."""

from notesite.views.parts import PromiseRow
from notesite.views.portions import Portion
from tests.pages.networks import site_of

CONTACT = "---\norg: Lumbre\nrole: Founder\nhook: one charger\ntags: [data, italy/florence]\n---\n"


def test_an_event_ahead_briefs_on_those_who_come() -> None:
    notes = {
        "contacts/Ana.md": f"{CONTACT}\n- [ ] Send the list 📅 2026-11-26\n- [ ] ← Ana sends the data\n\n"
        "## Log\n\n- 2026-10-01 call: the round\n- ? did the move go well\n",
        "events/2026-11-27 Data Craft.md": "---\nattendees: ['[[Ana]]', Somebody Else]\n---\n",
        "pitch.md": "I draw numbers.\n",
    }
    text = site_of(notes).text("events/2026-11-27-data-craft.html")
    for words in (
        "Friday, 27 November 2026",
        "Ana Founder, Lumbre",
        "Last call on 1 October 2026",
        "You owe Send the list",
        "You are owed Ana sends the data",
        "the round",
        "Somebody Else",
        "Your pitch",
    ):
        assert words in text


def test_a_past_event_says_who_was_met_and_followed_up_within_48_hours() -> None:
    notes = {
        "contacts/In Time.md": "## Log\n\n- 2026-11-12 call: hello\n",
        "contacts/Late.md": "## Log\n\n- 2026-11-13 call: hello\n",
        "contacts/Never.md": "",
        "contacts/Same Day.md": "## Log\n\n- 2026-11-10 → message: hello\n",
        "events/2026-11-10 Meetup.md": "---\nmet: ['[[In Time]]', '[[Late]]', Never, Same Day]\n---\n",
    }
    site = site_of(notes)
    met = {each.person.name: each.answers[0].value.state for each in next(site.views.each_event())[2]().met}
    assert met == {"In Time": "in time", "Late": "late", "Never": "none", "Same Day": "in time"}
    assert "2 of 4 followed up within 48 hours, by 12 November 2026" in site.text(
        "events/2026-11-10-meetup.html"
    )


def test_events_stand_ahead_as_ideas_and_by_year() -> None:
    notes = {
        "events/2026-11-27 Soon.md": "---\nstatus: going\n---\n",
        "events/2027-05-01 Perhaps.md": "---\nstatus: idea\n---\n",
        "events/2025-05-01 Then.md": "---\nmet: [X]\n---\n",
        "events/Some Day.md": "",
    }
    views = site_of(notes).views
    view = views.events(views.each_list_of_events()[0])
    assert [each.value.path for each in view.ahead] == ["events/2026-11-27 Soon.md"]
    assert [each.value.path for each in view.ideas] == ["events/2027-05-01 Perhaps.md"]
    assert [row.path for row in view.undated] == ["events/Some Day.md"]
    assert [(year.year, year.rows[0].value.met) for year in view.past if year.rows[0].is_now] == [(2025, 1)]


def test_a_tag_holds_those_of_the_tags_below_it() -> None:
    site = site_of({"contacts/Ana.md": CONTACT})
    assert "Ana" in site.text("tags/italy.html")
    assert "florence" in site.text("tags/italy.html")
    child = site.html("tags/italy-florence.html")
    assert '<p class="crumbs"><a href="italy.html">italy</a> / </p>' in child
    rows = [(row.tag.key, row.depth, row.people) for row in site.views.tags().rows]
    assert rows == [("data", 0, 1), ("italy", 0, 1), ("italy/florence", 1, 1)]


def test_organisations_are_groups_and_plain_names_with_members_past_and_present() -> None:
    notes = {
        "contacts/Ana.md": CONTACT,
        "contacts/Kenji.md": "---\npositions:\n  - {org: Lumbre, role: Cook, from: 2019, to: 2020}\n---\n",
        "groups/Tavolo.md": "We meet on *Thursdays*.\n",
    }
    site = site_of(notes)
    assert "<em>Thursdays</em>" in site.html("organisations/tavolo.html")
    text = site.text("organisations/lumbre.html")
    assert "You know one person here" in text
    assert "Kenji" in text.partition("Were here")[2]
    assert [row.org.label for row in site.views.organisations().rows] == ["Lumbre", "Tavolo"]


def test_promises_stand_by_side_and_by_what_became_of_them() -> None:
    tasks = """- [ ] late 📅 2026-11-20
- [ ] soon 📅 2026-11-30
- [ ] later 📅 2027-01-01
- [ ] some day
- [ ] hidden 🛫 2026-12-01 📅 2026-12-24
- [ ] ← theirs 📅 2026-11-30
- [x] kept 📅 2026-10-10 ✅ 2026-10-10
- [x] kept late 📅 2026-10-10 ✅ 2026-10-11
- [-] dropped ❌ 2026-10-01
"""
    view = site_of({"contacts/Ana.md": tasks}).views.promises()

    def texts(*found: Portion[PromiseRow]) -> list[str]:
        return [row.plain for each in found for row in each.rows]

    mine = view.mine
    assert texts(mine.late, mine.week, mine.later, mine.undated, mine.hidden) == [
        "late",
        "soon",
        "later",
        "some day",
        "hidden",
    ]
    assert texts(view.theirs.week) == ["theirs"]
    assert texts(view.kept, view.kept_late, view.dropped) == ["kept", "kept late", "dropped"]


def test_a_promise_to_two_people_is_listed_once() -> None:
    notes = {"contacts/A.md": "", "contacts/B.md": "", "x.md": "- [ ] Introduce [[A]] to [[B]]\n"}
    (row,) = site_of(notes).views.promises().mine.undated.rows
    assert [person.name for person in row.people] == ["A", "B"]


def test_problems_say_where_what_and_how_to_mend_it() -> None:
    notes = {"contacts/A.md": "---\ncadence: sometimes\n---\n\n[[Nobody]]\n"}
    text = site_of(notes).text("problems.html")
    assert "contacts/A.md:2:10" in text
    assert "'sometimes' is no cadence" in text
    assert "cadence-unreadable" in text
    assert "Notes that do not exist yet 1 Nobody linked from A 5:1" in text


def test_notes_are_listed_by_kind_the_latest_first() -> None:
    notes = {
        "journal/2026-11-03.md": "",
        "journal/2026-11-12.md": "",
        "goals/Open the studio.md": "",
        "pitch.md": "# Pitch\n\nWords.\n",
    }
    site = site_of(notes)
    listed = {str(group.kind): [row.name for row in group.rows] for group in site.views.notes().kinds}
    assert listed == {"journal": ["2026-11-12", "2026-11-03"], "page": ["Pitch"]}


def test_a_title_that_is_the_name_is_shown_once() -> None:
    html = site_of({"pitch.md": "# Pitch\n\nWords.\n"}).html("notes/pitch.html")
    assert html.count("Pitch</h") == 1


def test_an_embedded_picture_is_shown_from_where_it_is_copied_to() -> None:
    site = site_of({"x.md": "![[badge.png]]\n"}, attachments=["attachments/badge.png"])
    assert '<img loading="lazy" src="../files/badge.png"' in site.html("notes/x.html")
