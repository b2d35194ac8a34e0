"""Edits after which a page of many notes was not made again although it should have been."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from notesite.views import finding
from tests.notebooks import built, pages_of, write_notes

Notes = Mapping[str, str]
Edits = Mapping[str, str | None]
"""What files come to say; None for one that is deleted."""

ANA, BEA, CY = "contacts/Ana.md", "contacts/Bea.md", "contacts/Cy.md"
AT_X = "---\norg: X\n---\n"
ONCE_AT_X = "---\npositions:\n  - org: X\n---\nhi\n"
IN_TURIN = "---\nlocation: Turin, Italy\n---\n"
BOAT = "---\nneeds: [a boat]\n---\n"
GOAL = "goals/Goal.md"
TAGGED = "---\ntags: [t]\n---\n"
FAIR = "events/2026-12-01 Fair.md"
INVITED = "---\nattendees: [Ana, Bea]\ngoals: '[[G]]'\n---\n"
BEYOND = "---\ncadence: 9000 years\n---\n- 2026-11-20 call: x\n"
"""A rhythm whose next day is after the last one that a calendar has."""


def many(text: str) -> Notes:
    """So many contacts that what they have in common has two pages."""
    return {f"contacts/P{number:03}.md": text for number in range(101)}


CASES: dict[str, tuple[Notes, Edits]] = {
    "an organisation gains a member": ({ANA: AT_X, BEA: "hi\n"}, {BEA: f"{AT_X}hi\n"}),
    "an organisation loses a past member": ({ANA: AT_X, BEA: ONCE_AT_X}, {BEA: "---\n---\nhi\n"}),
    "an organisation gains a past member": ({ANA: AT_X, BEA: "hi\n"}, {BEA: ONCE_AT_X}),
    "a group gains a past member": ({ANA: AT_X, BEA: "hi\n", "groups/X.md": "yes\n"}, {BEA: ONCE_AT_X}),
    "a tag gains a note": ({ANA: TAGGED, BEA: "hi\n"}, {BEA: f"{TAGGED}hi\n"}),
    "what is wrong with a contact moves": (
        {ANA: BEYOND},
        {ANA: BEYOND.replace("cadence", "\nrole: x\n\ncadence")},
    ),
    "what is wrong with a contact is another": (
        {ANA: BEYOND},
        {ANA: BEYOND.replace("9000 years", "108000 months")},
    ),
    "an organisation is called otherwise": (
        {
            ANA: "---\norg: '[[z|Alpha]]'\n---\n",
            BEA: "---\norg: '[[z|Beta]]'\n---\n",
            CY: "---\norg: Beta\n---\n",
            "z.md": "",
        },
        {ANA: "---\n---\n"},
    ),
    "the second page of a tag gains a note": (
        {**many(TAGGED), "contacts/Z.md": ""},
        {"contacts/Z.md": TAGGED},
    ),
    "the second page of an organisation gains a member": (
        {**many(AT_X), "contacts/Z.md": "", "groups/X.md": ""},
        {"contacts/Z.md": AT_X},
    ),
    "a note of a tag becomes an event": (
        {ANA: TAGGED, "x.md": TAGGED},
        {"x.md": "---\ntype: event\ntags: [t]\n---\n"},
    ),
    "a member becomes a page": ({ANA: AT_X, BEA: AT_X}, {BEA: "---\ntype: page\norg: X\n---\n"}),
    "another note tells of a later day": (
        {ANA: "", BEA: "", "journal/2026-11-20.md": ""},
        {"journal/2026-11-20.md": "- call with [[Ana]]: x\n"},
    ),
    "an organisation gets a note": ({ANA: AT_X, BEA: "hi\n"}, {"groups/X.md": "hi\n"}),
    "an organisation loses its note": ({ANA: AT_X, BEA: "", "groups/X.md": "hi\n"}, {"groups/X.md": None}),
    "a page becomes an organisation": ({ANA: "", "z.md": ""}, {ANA: "---\norg: '[[z]]'\n---\n"}),
    "a tag is written otherwise": (
        {ANA: "---\ntags: [T]\n---\n", BEA: "---\ntags: [t]\n---\n"},
        {ANA: None},
    ),
    "an organisation is written otherwise": (
        {ANA: "---\norg: ACME\n---\n", BEA: "---\norg: Acme\n---\n"},
        {ANA: "---\n---\n"},
    ),
    "a note has other words": ({ANA: "one\n", BEA: "two\n"}, {ANA: "three\n"}),
    "notes become so many that the search has another file": (
        {ANA: ""},
        {BEA: "", CY: "", "contacts/D.md": "", "contacts/E.md": ""},
    ),
    "a figure counts another call": (
        {ANA: "hi\n"},
        {ANA: "hi\n\n## Log\n\n- 2026-11-20 call: x\n"},
    ),
    "a figure counts a call that another note tells": (
        {ANA: "", BEA: ""},
        {"interactions/2026-11-20 Call.md": "---\npeople: ['[[Ana]]', '[[Bea]]']\n---\n"},
    ),
    "a person behind a figure is called otherwise": (
        {ANA: "---\nmet: 2026-11-10\n---\n"},
        {ANA: "---\nname: Anna\nmet: 2026-11-10\n---\n"},
    ),
    "a place of a figure is called otherwise": (
        {ANA: "---\nlocation: '[[z|Turin]]'\n---\n", "z.md": ""},
        {ANA: "---\nlocation: '[[z|Torino]]'\n---\n"},
    ),
    "the last person of a figure goes": ({ANA: "---\nindustry: x\n---\n", BEA: ""}, {ANA: None}),
    "an event of a figure is called otherwise": (
        {ANA: "", "events/2026-11-10 F.md": "---\nmet: ['[[Ana]]']\n---\n"},
        {"events/2026-11-10 F.md": "---\ntitle: Forum\nmet: ['[[Ana]]']\n---\n"},
    ),
    "somebody comes to care for what a resource is about": (
        {ANA: "", "resources/R.md": "---\ntags: [t]\n---\n"},
        {ANA: TAGGED},
    ),
    "a resource is shared": (
        {ANA: TAGGED, "resources/R.md": "---\ntags: [t]\n---\n"},
        {ANA: f"{TAGGED}\n## Log\n\n- 2026-11-20 shared: [[R]]\n"},
    ),
    "the one whom a resource may interest is archived": (
        {ANA: TAGGED, "resources/R.md": "---\ntags: [t]\n---\n"},
        {ANA: TAGGED.replace("tags", "status: archived\ntags")},
    ),
    "a colleague comes": ({ANA: AT_X, BEA: AT_X, CY: ""}, {CY: AT_X}),
    "a contact of two tags is where another names an organisation": (
        {ANA: "---\ntags: [a/b, c]\n---\n"},
        {BEA: "---\norg: Ana\n---\n"},
    ),
    "a place gains a contact": ({ANA: IN_TURIN, BEA: "hi\n"}, {BEA: f"{IN_TURIN}hi\n"}),
    "a place is called otherwise": ({ANA: IN_TURIN, BEA: IN_TURIN.replace("T", "t")}, {ANA: "hi\n"}),
    "a place gets a note of its name": ({ANA: IN_TURIN, "x.md": ""}, {"x.md": "---\nname: turin\n---\n"}),
    "a place loses a note of its name": (
        {ANA: IN_TURIN, "x.md": "---\naliases: [Turin]\n---\n"},
        {"x.md": "---\ntype: event\naliases: [Turin]\n---\n"},
    ),
    "a place has a resource less": (
        {ANA: IN_TURIN, "resources/x.md": "---\ninterests: [Turin]\n---\n"},
        {"resources/x.md": None},
    ),
    "the event of a place moves": (
        {ANA: IN_TURIN, "events/2026-01-01 A.md": IN_TURIN, "events/2026-01-02 B.md": IN_TURIN},
        {"events/2026-01-01 A.md": "---\nlocation: Turin\ndate: 2026-01-03\n---\n"},
    ),
    "the second page of a place gains a contact": (
        {**many(IN_TURIN), "contacts/Z.md": ""},
        {"contacts/Z.md": IN_TURIN},
    ),
    "somebody comes to know another": ({ANA: "", BEA: ""}, {ANA: "---\nknows: '[[Bea]]'\n---\n"}),
    "two had lunch together": ({ANA: "", BEA: ""}, {ANA: "## Log\n- 2026-11-20 lunch with [[Bea]]: x\n"}),
    "somebody was met at an event": (
        {ANA: "", "events/2026-11-01 Fair.md": ""},
        {ANA: "## Log\n- 2026-11-01 met at [[2026-11-01 Fair]]: x\n"},
    ),
    "the only bridge is archived": (
        {ANA: "---\nknows: ['[[Bea]]', '[[Cy]]']\n---\n", BEA: "", CY: ""},
        {ANA: "---\nknows: ['[[Bea]]', '[[Cy]]']\nstatus: archived\n---\n"},
    ),
    "somebody of the drawing enters a circle": (
        {ANA: "---\nknows: '[[Bea]]'\n---\n", BEA: ""},
        {BEA: "---\ncircle: inner\n---\n"},
    ),
    "a cluster is somewhere else": (
        dict.fromkeys((ANA, BEA, CY), f"{IN_TURIN}[[Ana]]\n- 2026-11-01 call with [[Ana]]: x\n"),
        {BEA: f"{IN_TURIN.replace('Turin', 'Oslo')}- 2026-11-01 call with [[Ana]]: x\n"},
    ),
    "something happened on a day that others know": (
        {ANA: "## Log\n- 2026-11-20 call: x\n", BEA: ""},
        {BEA: "## Log\n- 2026-11-20 call: y\n"},
    ),
    "what happened moves to another day": (
        {ANA: "## Log\n- 2026-11-20 call: x\n"},
        {ANA: "## Log\n- 2025-11-19 call: x\n"},
    ),
    "somebody of the timeline is called otherwise": (
        {ANA: "## Log\n- 2026-11-20 call with [[Bea]]: x\n", BEA: ""},
        {BEA: "---\nname: Beatrice\n---\n"},
    ),
    "the event of a line in the timeline is called otherwise": (
        {ANA: "## Log\n- 2026-11-20 met at [[Fair]]: x\n", "events/Fair.md": ""},
        {"events/Fair.md": "---\nname: The Fair\naliases: [Fair]\n---\n"},
    ),
    "an event becomes an idea": (
        {"events/2026-11-20 Fair.md": ""},
        {"events/2026-11-20 Fair.md": "---\nstatus: idea\n---\n"},
    ),
    "a dated note is gone": ({"journal/2026-11-20.md": "", ANA: ""}, {"journal/2026-11-20.md": None}),
    "somebody whom one met together with others is called otherwise": (
        {ANA: "- 2026-11-01 lunch with [[Bea]], [[Cy]]: x\n", BEA: "", CY: ""},
        {BEA: "---\nname: Beatrice\naliases: [Bea]\n---\n"},
    ),
    "somebody else tells of an introduction": (
        {ANA: "---\nknows: '[[Cy]]'\n---\n", BEA: "", CY: ""},
        {"x.md": "- 2026-11-01 intro: [[Ana]] + [[Bea]]\n"},
    ),
    "the place on a card is called otherwise": (
        {ANA: "---\nlocation: '[[F]]'\n---\n", "F.md": ""},
        {"F.md": None, "G.md": "---\naliases: [F]\n---\n"},
    ),
    "the organisation on a card and in a drawing comes to be a note": (
        {ANA: "---\norg: X\nknows: '[[Bea]]'\n---\n", BEA: ""},
        {"groups/X.md": "---\nname: X\n---\n"},
    ),
    "a need is met by an offer": ({ANA: BOAT, BEA: "hi\n"}, {BEA: BOAT.replace("needs", "offers")}),
    "the words of an offer are others": (
        {ANA: BOAT, BEA: BOAT.replace("needs", "offers")},
        {BEA: BOAT.replace("needs: [a boat", "offers: [my boat")},
    ),
    "two come to know each other by a journal": (
        {ANA: BOAT, BEA: BOAT.replace("needs", "offers")},
        {"journal/2026-11-20.md": "- lunch with [[Ana]], [[Bea]]: soup\n"},
    ),
    "somebody whom one could introduce is archived": (
        {ANA: BOAT, BEA: BOAT.replace("needs", "offers")},
        {ANA: BOAT.replace("---\n", "---\nstatus: archived\n", 1)},
    ),
    "an introduction is dismissed elsewhere": (
        {ANA: BOAT, BEA: BOAT.replace("needs", "offers")},
        {"x.md": "- [-] Introduce [[Ana]] to [[Bea]] #intro\n"},
    ),
    "one side of an introduction is asked": (
        {ANA: "hi\n", BEA: "", "x.md": "- [ ] Introduce [[Ana]] to [[Bea]] #intro\n"},
        {ANA: "- 2026-11-20 asked: may I introduce her to [[Bea]]?\n"},
    ),
    "somebody opened a door": ({ANA: "", BEA: "hi\n"}, {BEA: "---\nintroduced-by: Ana\n---\n"}),
    "a goal is served by one more": (
        {ANA: "hi\n", GOAL: "---\nlooking-for: a boat\n---\n"},
        {ANA: "---\ngoals: Goal\noffers: a boat\n---\n"},
    ),
    "a goal comes to be what a contact names": ({ANA: "---\ngoals: Goal\n---\n"}, {GOAL: ""}),
    "a goal becomes a page": (
        {ANA: "---\ngoals: '[[Goal]]'\n---\n", GOAL: ""},
        {GOAL: "---\ntype: page\n---\n"},
    ),
    "who could introduce to somebody of a goal is another": (
        {ANA: "- 2026-11-20 call: x\n", BEA: "hi\n", GOAL: "---\npeople: '[[Bea]]'\n---\n"},
        {BEA: "---\nintro-paths: Ana\n---\n"},
    ),
    "whom I reach first on the way to a goal is another": (
        {
            ANA: "- 2026-11-20 call: x\n",
            BEA: "---\nknows: [Ana, Cy]\n---\n",
            CY: "- 2026-11-19 call: x\n",
            GOAL: "---\npeople: '[[Bea]]'\n---\n",
        },
        {CY: "- 2026-11-21 call: x\n"},
    ),
    "a note that is dated links a goal": ({GOAL: ""}, {"journal/2026-11-20.md": "toward [[Goal]]\n"}),
    "an ask is made of somebody who serves a goal": (
        {ANA: "---\ngoals: Goal\n---\n", GOAL: ""},
        {ANA: "---\ngoals: Goal\n---\n- 2026-11-20 asked: who sells boats in Lucca\n"},
    ),
    "I offer what somebody needs": (
        {ANA: BOAT, "contacts/me.md": "---\ntype: me\n---\n"},
        {"contacts/me.md": "---\ntype: me\noffers: [a boat]\n---\n"},
    ),
    "a note takes the address of one that is gone": (
        {"contacts/Bea O.md": "I am O\n", "contacts/Bea Ö.md": "I am Ö\n"},
        {"contacts/Bea O.md": None},
    ),
    "a note takes the address of one that is an organisation": (
        {"contacts/Bea O.md": "", "contacts/Bea Ö.md": ""},
        {ANA: "---\norg: '[[Bea O]]'\n---\n"},
    ),
    "a town gains somebody": (
        {FAIR: "---\nlocation: Turin\n---\n", ANA: "---\nlocation: Turin\n---\n", BEA: "hi\n"},
        {BEA: "---\nlocation: Turin\n---\nhi\n"},
    ),
    "a town loses the last one": (
        {FAIR: "---\nlocation: Turin\n---\n", ANA: "---\nlocation: Turin\n---\n"},
        {ANA: "---\nlocation: Milan\n---\n"},
    ),
    "an organisation that is at an event gains a member": (
        {FAIR: "---\nattendees: X\n---\n", ANA: AT_X, BEA: "hi\n"},
        {BEA: f"{AT_X}hi\n"},
    ),
    "a goal of an event names somebody else": (
        {FAIR: INVITED, "goals/G.md": "---\npeople: Ana\n---\n", ANA: "hi\n", BEA: "hi\n"},
        {"goals/G.md": "---\npeople: Bea\nlooking-for: rooms\n---\n"},
    ),
    "somebody comes to know one who is expected": (
        {FAIR: INVITED, ANA: "", BEA: "", CY: "---\nknows: Ana\n---\n", "contacts/Dan.md": "hi\n"},
        {"contacts/Dan.md": "---\nknows: Ana\n---\nhi\n"},
    ),
    "one who is expected shares a tag with the event no longer": (
        {FAIR: "---\nlocation: Turin\ntags: [t]\n---\n", **many("---\nlocation: Turin\ntags: [t]\n---\n")},
        {"contacts/P000.md": "---\nlocation: Turin\n---\n"},
    ),
    "somebody writes that one met at an event": (
        {"events/2026-11-20 Fair.md": "", ANA: "hi\n"},
        {ANA: "- 2026-11-20 met at [[Fair]]: by the stove\n"},
    ),
    "a journal tells of somebody met at an event": (
        {"events/2026-11-20 Fair.md": "", ANA: "", "journal/2026-11-20.md": "- [[Fair]]\n"},
        {"journal/2026-11-20.md": "- met [[Ana]] at [[Fair]]\n"},
    ),
    "somebody met hears from you in time": (
        {"events/2026-11-20 Fair.md": "---\nmet: [Ana, Bea]\n---\n", ANA: "hi\n", BEA: ""},
        {ANA: "- 2026-11-21 call: hello\n- [ ] Send it \u2795 2026-11-20\n"},
    ),
    "the pitch is another": ({FAIR: INVITED, ANA: "", "pitch.md": "one\n"}, {"pitch.md": "two\n"}),
    "the first pitch is written": ({FAIR: INVITED, ANA: ""}, {"pitch.md": "two\n"}),
    "the second page of events gains one": (
        {f"events/2020-01-{number % 28 + 1:02} E{number:03}.md": "" for number in range(101)},
        {"events/2019-01-01 Old.md": "---\nmet: [A]\n---\n"},
    ),
}


@pytest.fixture(autouse=True)
def _small_buckets(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the search for a note or two, so that an edit is not in the file that shows too little."""
    monkeypatch.setattr(finding, "NOTES_IN_ONE", 1)


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES.keys())
def test_an_edit_leaves_no_stale_page(tmp_path: Path, before: Notes, after: Edits) -> None:
    notes = write_notes(tmp_path / "notes", before)
    built(notes, tmp_path / "site")
    write_notes(notes, {path: text for path, text in after.items() if text is not None})
    for path, text in after.items():
        if text is None:
            (notes / path).unlink()
    built(notes, tmp_path / "site")
    built(notes, tmp_path / "clean")
    assert pages_of(tmp_path / "site") == pages_of(tmp_path / "clean")
