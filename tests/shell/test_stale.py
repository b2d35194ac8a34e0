"""Edits after which a page of many notes was not made again although it should have been."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.notebooks import built, pages_of, write_notes

Notes = Mapping[str, str]
Edits = Mapping[str, str | None]
"""What files come to say; None for one that is deleted."""

ANA, BEA, CY = "contacts/Ana.md", "contacts/Bea.md", "contacts/Cy.md"
AT_X = "---\norg: X\n---\n"
ONCE_AT_X = "---\npositions:\n  - org: X\n---\nhi\n"
IN_TURIN = "---\nlocation: Turin, Italy\n---\n"
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
