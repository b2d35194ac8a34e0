"""The page of introductions, for small notebooks."""

from datetime import date

from tests.pages.networks import site_of

ANA, BEA, CY = "contacts/Ana.md", "contacts/Bea.md", "contacts/Cy.md"
LOOKS = "---\nneeds: [a patient proofreader]\n---\n"
OFFERS = "---\noffers: [proofreading for a week, a proofreader's eye]\n---\n"
PAGE = "introductions.html"


def log(*lines: str) -> str:
    return "\n".join(("## Log", "", *lines, ""))


def test_an_empty_notebook_is_encouraged() -> None:
    text = site_of({}).text(PAGE)
    assert "Here you will be the one who connects" in text
    assert "When somebody introduces you, write it: introduced-by" in text


def test_without_needs_and_offers_it_says_how_to_write_them() -> None:
    assert "needs: [a proofreader with patience]" in site_of({ANA: ""}).text(PAGE)


def test_a_suggestion_says_why_and_how_to_take_it_up_or_let_it_go() -> None:
    text = site_of({ANA: LOOKS, BEA: OFFERS}).text(PAGE)
    assert "Ana and Bea" in text
    assert "Ana looks for “a patient proofreader”; Bea offers “a proofreader's eye”." in text
    assert "Both speak of “proofreader”." in text
    assert "- [ ] Introduce [[Ana]] to [[Bea]] #intro" in text
    assert "- [-] Introduce [[Ana]] to [[Bea]] #intro" in text


def test_nobody_is_suggested_who_is_archived_private_or_me() -> None:
    for line in ("status: archived", "status: deceased", "private: true", "type: me"):
        text = site_of({ANA: LOOKS, BEA: OFFERS.replace("---\n", f"---\n{line}\n", 1)}).text(PAGE)
        assert "Ana and Bea" not in text, line


def test_two_who_know_each_other_are_not_suggested_however_the_notes_say_it() -> None:
    for notes in (
        {BEA: OFFERS.replace("---\n", "---\nknows: Ana\n", 1)},
        {BEA: OFFERS.replace("---\n", "---\nintroduced-by: '[[Ana]]'\n", 1)},
        {BEA: OFFERS.replace("---\n", "---\nintro-paths: '[[Ana]]'\n", 1)},
        {BEA: OFFERS + log("- 2026-11-01 lunch with [[Ana]]: soup")},
        {BEA: OFFERS, "journal/2026-11-01.md": "- lunch with [[Ana]], [[Bea]]: soup\n"},
        {BEA: OFFERS, CY: log("- 2020-11-01 intro: [[Ana]] + [[Bea]]")},
    ):
        assert "Ana looks for" not in site_of({ANA: LOOKS, **notes}).text(PAGE), notes


def test_two_close_ties_of_one_field_and_place_are_suggested() -> None:
    tie = "---\ncircle: close\nlocation: Turin\ntags: [maps, italy/turin]\n---\n"
    often = "---\ncadence: 2m\nlocation: turin\nindustry: Maps\n---\n"
    text = site_of({ANA: tie, BEA: often, CY: tie.replace("close", "wide")}).text(PAGE)
    assert "Ana and Bea Both are close to you, in Turin, and have to do with maps." in text
    assert text.count("Both are close to you") == 1


def test_a_task_is_under_way_with_its_next_step_and_draft() -> None:
    site = site_of({ANA: LOOKS, BEA: OFFERS, "x.md": "- [ ] Introduce [[Ana]] to [[Bea]] #intro\n"})
    text, html = site.text(PAGE), site.html(PAGE)
    assert "Under way Ana, Bea Ask each of them first, Ana to begin with" in text.replace("A B ", "")
    assert 'href="contacts/ana.html#draft-introduction-question"' in html
    assert 'id="draft-introduction-question"' in site.html("contacts/ana.html")
    assert "Ana looks for" not in text


def test_the_other_side_is_asked_then_both_are_introduced() -> None:
    notes = {ANA: "", BEA: "", "x.md": "- [ ] Introduce [[Ana]] to [[Bea]] #intro\n"}
    one = {**notes, ANA: log("- 2026-11-20 asked: may I introduce her to [[Bea]]? Yes")}
    site = site_of(one)
    assert "Ask Bea too, before you introduce them." in site.text(PAGE)
    assert 'href="contacts/bea.html#draft-introduction-question"' in site.html(PAGE)
    both = {**one, BEA: log("- 2026-11-21 asked: may I introduce him to [[Ana]]?")}
    site = site_of(both)
    assert "Both are asked: once both agree, introduce them." in site.text(PAGE)
    assert 'href="contacts/ana.html#draft-introduction"' in site.html(PAGE)


def test_a_page_has_the_draft_of_its_first_introduction_only() -> None:
    tasks = "- [ ] Introduce [[Ana]] to [[Bea]] #intro\n- [ ] Introduce [[Ana]] to [[Cy]] #intro\n"
    html = site_of({ANA: "", BEA: "", CY: "", "x.md": tasks}).html(PAGE)
    assert html.count("contacts/ana.html#draft-introduction-question") == 1
    assert html.count("contacts/cy.html#draft-introduction-question") == 1


def test_a_task_in_a_contacts_note_is_about_its_owner() -> None:
    site = site_of({ANA: "- [ ] Introduce her to [[Bea]] #intro\n", BEA: ""})
    assert "Ask each of them first, Ana to begin with" in site.text(PAGE)
    assert "bea.html#draft" not in site.html(PAGE)


def test_one_person_alone_is_no_introduction_yet() -> None:
    assert "Link the other person too" in site_of({ANA: "- [ ] Introduce her #intro\n"}).text(PAGE)


def test_one_that_was_made_waits_for_its_outcome_and_lapses() -> None:
    notes = {ANA: "", BEA: log("- 2026-11-01 intro: [[Ana]] + [[Bea]] (maps)")}
    assert "Ask how it went, and put [outcome:: …] behind the line." in site_of(notes).text(PAGE)
    later = site_of(notes, date(2027, 1, 30)).text(PAGE)
    assert "Ask how it went" not in later
    assert "what came of it is not written" in later
    assert 'data-to="2027-01-30"' in site_of(notes).html(PAGE)


def test_what_is_done_stands_with_its_outcome_the_latest_first() -> None:
    notes = {
        ANA: log("- 2026-06-20 intro: [[Ana]] + [[Bea]] [outcome:: met]"),
        BEA: "- [-] Introduce her to [[Cy]] #intro ❌ 2026-08-01\n",
        CY: "",
    }
    done = site_of(notes).text(PAGE).partition("Done")[2]
    assert done.index("Bea, Cy") < done.index("Ana, Bea")
    assert "let go 1 Aug 2026" in done
    assert "Ana, Bea met" in done


def test_who_opened_doors_stands_as_a_tree_who_opened_more_first() -> None:
    notes = {
        ANA: log("- 2026-11-20 intro ← : [[Dora]]"),
        BEA: "---\nintroduced-by: '[[Cy]]'\n---\n",
        CY: "",
        "contacts/Dora.md": "",
        "contacts/Emil.md": "---\nintroduced-by: Bea\n---\n",
    }
    site = site_of(notes)
    doors = site.text(PAGE).partition("Who opened doors to you")[2]
    assert doors.startswith(" Cy 2 Bea 1 Emil Ana 1 ")
    assert "Thanks are owed" in doors
    assert (
        site.html(PAGE).count("<ul>") == site.html(PAGE).count("</ul></li>") + 3
    )  # the groups of the navigation


def test_a_ring_of_introductions_ends() -> None:
    ring = {ANA: "---\nintroduced-by: Bea\n---\n", BEA: "---\nintroduced-by: Ana\n---\n"}
    assert "Ana 1 Bea" in site_of(ring).text(PAGE)


def test_a_hundred_are_shown_and_the_rest_counted() -> None:
    notes = {f"contacts/P{number:03}.md": "---\nintroduced-by: Cy\n---\n" for number in range(150)}
    site = site_of({CY: "", **notes})
    html = site.html(PAGE)
    assert "51 more in your notes" in site.text(PAGE)
    assert html.count("<li>") == html.count("</li>")
