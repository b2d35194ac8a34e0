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
BOAT = "---\nneeds: [a boat]\n---\n"
GOAL = "goals/Goal.md"
TAGGED = "---\ntags: [t]\n---\n"
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
