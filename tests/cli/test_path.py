"""`notesite path`: through whom one can be introduced."""

import json
from pathlib import Path

import pytest

from tests.notebooks import call, write_notes

DAY = ("--today", "2026-11-24")
ASK = "ask for an introduction:\n  you → Ana"
LAST = "(last contact with Ana on 2026-11-20)\n"
NOTES = {
    "notes/contacts/Ana.md": "---\norg: Lumbre\n---\n- 2026-11-20 call: hello\n",
    "notes/contacts/Bea.md": "---\nintro-paths: Ana\norg: Ridge\ngoals: Studio\n---\n",
    "notes/contacts/Cy.md": "---\nknows: Bea\n---\n",
    "notes/contacts/Dora.md": "",
    "notes/goals/Studio.md": "",
}


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return write_notes(tmp_path, NOTES)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cy", f"To reach Cy, {ASK} → Bea → Cy  {LAST}"),
        ("Ana", f"You reach Ana yourself.\n  you → Ana  {LAST}"),
        ("ridge", f"To reach Ridge, {ASK} → Bea  {LAST}"),
        ("Lumbre", f"You reach somebody for Lumbre yourself.\n  you → Ana  {LAST}"),
        ("Studio", f"To reach Studio, {ASK} → Bea  {LAST}"),
    ],
)
def test_the_shortest_way_is_shown(people: Path, name: str, expected: str) -> None:
    ran = call("path", name, *DAY, cwd=people)
    assert (ran.code, ran.out) == (0, expected)


def test_nobody_could_introduce_me(people: Path) -> None:
    ran = call("path", "Dora", *DAY, cwd=people)
    assert ran.code == 0
    assert ran.out.startswith("Nobody in your notes could introduce you to Dora yet.\n")


def test_a_name_that_nobody_has(people: Path) -> None:
    ran = call("path", "Zoe", *DAY, cwd=people)
    assert ran.code == 2
    assert "no contact, organisation or goal is called 'Zoe'" in ran.err


def test_json_is_as_it_is_documented(people: Path) -> None:
    ran = call("path", "Bea", "--json", *DAY, cwd=people)
    assert json.loads(ran.out) == {
        "version": 1,
        "today": "2026-11-24",
        "to": {"kind": "contact", "name": "Bea", "file": "contacts/Bea.md"},
        "reached": False,
        "paths": [
            [
                {"contact": "contacts/Ana.md", "name": "Ana", "last_contact": "2026-11-20"},
                {"contact": "contacts/Bea.md", "name": "Bea", "last_contact": None},
            ]
        ],
    }


def test_what_the_last_build_knew_gives_the_same(people: Path) -> None:
    before = call("path", "Cy", *DAY, cwd=people).out
    assert call("build", *DAY, cwd=people).code == 0
    assert call("path", "Cy", *DAY, cwd=people).out == before
