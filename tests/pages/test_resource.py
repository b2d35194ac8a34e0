"""A resource names whom it may interest; a contact that went cold gets what helps to be in touch again."""

from tests.insights.figures import logged
from tests.pages.networks import site_of

CHARTS = "resources/Charts.md"
NOTES = {
    CHARTS: "---\nurl: https://example.org/charts\ntags: [data]\ninterests: [Typography]\n---\n",
    "contacts/Ana.md": "---\ninterests: [typography]\ntags: [data]\n---\n",
    "contacts/Bea.md": "---\ntags: [Data]\n---\n",
    "contacts/Cy.md": logged("2026-11-10 shared with [[Di]]: [[Charts]]", header="tags: [data]"),
    "contacts/Di.md": "---\ntags: [data]\n---\n",
    "contacts/Ed.md": "---\ntags: [data]\nstatus: archived\n---\n",
    "contacts/me.md": "---\ntype: me\ntags: [data]\n---\n",
    "contacts/Flo.md": logged("2026-11-11 call: about [[Charts]]", header="interests: [maps]"),
}


def test_those_with_most_in_common_come_first_and_those_who_have_it_apart() -> None:
    found = site_of(NOTES).views.note(CHARTS).resource
    assert [(each.person.name, each.topics) for each in found.interested] == [
        ("Ana", ("data", "Typography")),
        ("Bea", ("data",)),
    ]
    assert (found.more, [(each.person.name, str(each.on)) for each in found.had]) == (
        0,
        [("Cy", "2026-11-10"), ("Di", "2026-11-10")],
    )


def test_its_page_says_so() -> None:
    text = site_of(NOTES).text("notes/charts.html")
    assert "Whom it may interest Ana" in text.replace("A Ana", "Ana")
    assert "Has it already Cy 10 Nov 2026 Di 10 Nov 2026" in text


def test_what_is_private_is_passed_on_to_nobody() -> None:
    private = NOTES[CHARTS].replace("tags", "private: true\ntags")
    assert not site_of({**NOTES, CHARTS: private}).views.note(CHARTS).resource.interested


def test_of_many_twenty_are_listed() -> None:
    notes = {f"contacts/P{number:03}.md": "---\ntags: [data]\n---\n" for number in range(130)}
    found = site_of({**notes, CHARTS: NOTES[CHARTS]}).views.note(CHARTS).resource
    assert (len(found.interested), found.more) == (20, 110)


COLD = logged("2024-03-01 met at [[Forum]]", header="interests: [maps]\nlanguage: {}")


def test_a_cold_contact_has_how_you_met_what_is_shared_and_two_openings() -> None:
    notes = {
        "contacts/me.md": "---\ntype: me\ninterests: [maps]\n---\n",
        "contacts/Ana.md": COLD.format("en"),
        "contacts/Bea.md": COLD.format("it"),
        "events/2024-03-01 Forum.md": "",
        "resources/Atlas.md": "---\nurl: https://example.org/atlas\ninterests: [maps]\n---\n",
    }
    site = site_of(notes)
    text = site.text("contacts/ana.html")
    assert "To be in touch again How you met Forum 1 March 2024 In common maps To send Atlas" in text
    assert "I came across “Atlas” and thought of you. What should I not miss about maps" in text
    assert "Ho trovato «Atlas» e ti ho pensato." in site.text("contacts/bea.html")


def test_a_contact_in_touch_has_no_such_thing_today() -> None:
    site = site_of({"contacts/Ana.md": logged("2026-11-20 call: x")})
    assert "To be in touch again" not in site.text("contacts/ana.html")
    assert 'data-from="2027-11-20" hidden><h2 id="revive">' in site.html("contacts/ana.html")


def test_promises_say_how_many_were_kept() -> None:
    tasks = "".join(f"- [x] t{number} 📅 2026-11-10 ✅ 2026-11-0{number}\n" for number in range(1, 5))
    notes = {"contacts/Ana.md": f"{tasks}- [ ] late 📅 2026-11-01\n- [x] ← theirs ✅ 2026-11-01\n"}
    text = site_of(notes).text("promises.html")
    assert "Of the promises that were over on 24 November 2026 you kept 4 of 5 (80%) on their day." in text
    assert "Of those made to you, 1 of 1 were kept by 24 November 2026." in text
