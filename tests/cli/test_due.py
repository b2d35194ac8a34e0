"""`notesite due`: the table, the JSON document of version 1, and why."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.notebooks import call, write_notes

DAY = ("--today", "2026-11-24")


def document(notebook: Path, *options: str) -> dict[str, Any]:
    ran = call("due", "--json", *DAY, *options, cwd=notebook)
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)
    assert isinstance(found, dict)
    return found


def test_json_is_as_it_is_documented(notebook: Path) -> None:
    assert document(notebook) == {
        "version": 1,
        "today": "2026-11-24",
        "due": [
            {
                "contact": "contacts/giulia-rossi.md",
                "name": "Giulia Rossi",
                "reason": "cadence",
                "due": "2026-11-03",
                "state": "overdue",
                "last_contact": "2026-10-20",
            },
            {
                "contact": "contacts/kenji.md",
                "name": "Kenji Watanabe",
                "reason": "explicit",
                "due": "2026-11-24",
                "state": "today",
                "last_contact": None,
            },
            {
                "contact": "contacts/omar.md",
                "name": "Omar Haddad",
                "reason": "promise",
                "due": "2026-11-27",
                "state": "week",
                "last_contact": None,
            },
            {
                "contact": "contacts/ana.md",
                "name": "Ana Pérez",
                "reason": "explicit",
                "due": "2026-11-20",
                "state": "snoozed",
                "last_contact": None,
            },
        ],
    }


def test_json_of_all_adds_every_active_contact_with_its_interactions(notebook: Path) -> None:
    found = document(notebook, "--all")
    contacts = {row["contact"]: row for row in found["contacts"]}
    assert set(contacts) == {
        f"contacts/{name}.md" for name in ("giulia-rossi", "kenji", "ana", "omar", "rest", "me")
    }
    assert contacts["contacts/giulia-rossi.md"] == {
        "contact": "contacts/giulia-rossi.md",
        "name": "Giulia Rossi",
        "kind": "contact",
        "status": "active",
        "last_contact": "2026-10-20",
        "interactions": [
            {
                "date": "2026-10-15",
                "channel": "call",
                "direction": None,
                "file": "contacts/giulia-rossi.md",
                "line": 9,
            },
            {
                "date": "2026-10-20",
                "channel": "email",
                "direction": "in",
                "file": "contacts/giulia-rossi.md",
                "line": 10,
            },
        ],
    }
    resting = contacts["contacts/rest.md"]
    assert (resting["status"], resting["last_contact"], resting["interactions"]) == (
        "dormant",
        "2026-01-01",
        [],
    )
    assert found["due"] == document(notebook)["due"]


def test_json_of_an_empty_notebook_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    assert document(tmp_path, "--all") == {"version": 1, "today": "2026-11-24", "due": [], "contacts": []}


def test_the_table_shows_who_when_and_why(notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    ran = call("due", *DAY, cwd=notebook)
    assert ran.code == 0
    rows = {line.split("  ")[0].strip(): line for line in ran.out.splitlines()}
    assert "overdue" in rows["2026-11-03"]
    assert "Giulia Rossi" in rows["2026-11-03"]
    assert "rhythm" in rows["2026-11-03"]
    assert "2026-10-20" in rows["2026-11-03"]
    assert "your date: send the map" in rows["2026-11-24"]
    assert "you promised: Send Omar the slides" in rows["2026-11-27"]
    assert "Ana Pérez" not in ran.out
    assert "3 follow-ups as of 2026-11-24. 1 more is later or snoozed: notesite due --all" in ran.out


def test_all_also_shows_the_snoozed(notebook: Path) -> None:
    ran = call("due", "--all", *DAY, cwd=notebook)
    assert "Ana Pérez" in ran.out
    assert "snoozed" in ran.out
    assert "4 follow-ups as of 2026-11-24." in ran.out
    assert "notesite due --all" not in ran.out


def test_nobody_due_is_all_clear(tmp_path: Path) -> None:
    write_notes(
        tmp_path, {"notes/contacts/a.md": "---\nfollow-up: 2027-05-01\n---\n", "notes/contacts/b.md": ""}
    )
    assert call("due", *DAY, cwd=tmp_path).out == (
        "All clear on 2026-11-24. 1 more is later or snoozed: notesite due --all\n"
    )


def test_a_name_in_brackets_is_no_markup_of_the_table(tmp_path: Path) -> None:
    write_notes(
        tmp_path, {"notes/contacts/a.md": '---\nname: "[red]Ada[/red] [/]"\nfollow-up: 2026-11-24\n---\n'}
    )
    assert "[red]Ada[/red] [/]" in call("due", *DAY, cwd=tmp_path).out


@pytest.mark.parametrize(
    "name", ["Giulia Rossi", "giulia  rossi", "Giuli", "giulia-rossi", "contacts/giulia-rossi.md"]
)
def test_why_finds_a_contact_by_name_alias_file_or_path(notebook: Path, name: str) -> None:
    ran = call("due", "--why", name, *DAY, cwd=notebook)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "Giulia Rossi (contacts/giulia-rossi.md), as of 2026-11-24"


WHY = {
    "Giulia Rossi": [
        "Status: active.",
        "Rhythm: every 2 weeks, its own.",
        "Last contact: 2026-10-20 (contacts/giulia-rossi.md:10).",
        "Ahead: contact on 2026-12-24",
        "→ 2026-11-03 overdue: rhythm (contacts/giulia-rossi.md:",
    ],
    "Kenji Watanabe": [
        "Rhythm: none",
        "Last contact: none recorded.",
        "You set a follow-up: 2026-11-24 (line 3).",
        "→ 2026-11-24 today: your date: send the map (contacts/kenji.md:3)",
    ],
    "Ana Pérez": [
        "of the circle warm",
        "Snoozed until 2026-12-01",
        "→ 2026-11-20 snoozed: the date that you set (contacts/ana.md:3)",
    ],
    "Omar Haddad": ["→ 2026-11-27 this week: you promised: Send Omar the slides (contacts/omar.md:4)"],
    "Old Friend": ["Status: archived, so nothing is due.", "(the front matter)", "→ nothing is due."],
    "Gone Friend": ["Status: deceased, so nothing is due."],
    "Resting": ["Status: dormant, so the rhythm rests."],
    "Elena": ["This is your own card: you are never due."],
}


@pytest.mark.parametrize("name", WHY)
def test_why_explains_status_rhythm_last_contact_and_each_reason(notebook: Path, name: str) -> None:
    ran = call("due", "--why", name, *DAY, cwd=notebook)
    assert ran.code == 0
    for line in WHY[name]:
        assert line in ran.out


def test_why_of_a_tags_rhythm_says_so(notebook: Path) -> None:
    write_notes(notebook, {"notesite.toml": '[tags]\nx = "monthly"'})
    assert "of a tag" in call("due", "--why", "Resting", *DAY, cwd=notebook).out


@pytest.mark.parametrize(("wrong", "near"), [("Giulia Rosi", "Giulia Rossi"), ("watanabe", "Kenji Watanabe")])
def test_why_of_an_unknown_name_suggests_a_near_one(notebook: Path, wrong: str, near: str) -> None:
    ran = call("due", "--why", wrong, cwd=notebook)
    assert ran.code == 2
    assert f"no contact is called '{wrong}'" in ran.err
    assert near in ran.err


def test_why_of_a_name_like_none_says_what_to_give(notebook: Path) -> None:
    ran = call("due", "--why", "zzzzz", cwd=notebook)
    assert ran.code == 2
    assert "as it stands in the notes" in ran.err


def test_the_pinned_date_counts_for_due_and_today_beats_it(notebook: Path) -> None:
    write_notes(notebook, {"notesite.toml": "today = 2026-10-21"})
    assert json.loads(call("due", "--json", cwd=notebook).out)["today"] == "2026-10-21"
    assert document(notebook)["today"] == "2026-11-24"
