"""`notesite due` with `--week`, `--reason` and `--circle`: in the table and in the JSON."""

import json
from pathlib import Path
from typing import get_args

import pytest

from notesite.model.due import Reason
from tests.notebooks import call, run_python, write_notes

DAY = ("--today", "2026-11-24")
NOTES = {
    "notes/contacts/ada.md": "---\ncircle: Inner\nlast-contact: 2026-10-01\nbirthday: 11-24\n---\n",
    "notes/contacts/ben.md": "---\ncircle: Book Club\nfollow-up: 2026-11-24\n---\n",
    "notes/contacts/cleo.md": "---\ncircle: wide\nfollow-up: 2027-01-10\n---\n",
    "notes/contacts/dora.md": "- [ ] Send the map 📅 2026-12-01\n",
    "notes/contacts/eli.md": "---\nfollow-up: 2026-11-20\nsnooze: 2026-12-10\n---\n",
    "notes/contacts/fay.md": "---\nmet: 2026-11-23\nbirthday: 03-01\n---\n",
    "notes/events/2026-11-26 Data Craft.md": "---\nstatus: going\nattendees: ['[[ada]]']\n---\n",
}
NEAR = {
    ("ada", "cadence"),
    ("ada", "birthday"),
    ("ben", "explicit"),
    ("dora", "promise"),
    ("fay", "first-follow-up"),
    ("2026-11-26 Data Craft", "prepare"),
}
FAR = {("cleo", "explicit"), ("eli", "explicit"), ("fay", "birthday")}


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A folder with a notebook of many reasons."""
    return write_notes(tmp_path, NOTES)


def listed(folder: Path, *options: str) -> set[tuple[str, str]]:
    """The file's name and the reason of each row of the JSON."""
    ran = call("due", "--json", *DAY, *options, cwd=folder)
    assert ran.code == 0, ran.err
    rows = json.loads(ran.out)["due"]
    return {(Path(row["contact"]).stem, row["reason"]) for row in rows}


def test_without_a_filter_the_json_lists_everything(people: Path) -> None:
    assert listed(people) == NEAR | FAR


def test_week_is_overdue_today_and_the_next_seven_days(people: Path) -> None:
    assert listed(people, "--week") == NEAR


def test_week_beats_all_and_leaves_the_contacts_of_the_json(people: Path) -> None:
    ran = call("due", "--json", "--all", "--week", *DAY, cwd=people)
    found = json.loads(ran.out)
    assert len(found["due"]) == len(NEAR)
    assert len(found["contacts"]) == 6
    assert "cleo" not in call("due", "--all", "--week", *DAY, cwd=people).out


def test_the_table_of_the_week_is_the_table(people: Path) -> None:
    assert call("due", "--week", *DAY, cwd=people).out == call("due", *DAY, cwd=people).out


@pytest.mark.parametrize("reason", get_args(Reason))
def test_a_reason_leaves_only_its_own_rows(people: Path, reason: str) -> None:
    assert listed(people, "--reason", reason) == {row for row in NEAR | FAR if row[1] == reason}


def test_reasons_add_up(people: Path) -> None:
    found = listed(people, "--reason", "promise", "--reason", "cadence")
    assert found == {("ada", "cadence"), ("dora", "promise")}


@pytest.mark.parametrize(
    ("circle", "names"),
    [
        ("inner", {"ada"}),
        ("  book   CLUB ", {"ben"}),
        ("wide", {"cleo"}),
        ("close", set()),
    ],
)
def test_a_circle_is_found_whatever_its_case_and_spaces(people: Path, circle: str, names: set[str]) -> None:
    assert {name for name, _ in listed(people, "--circle", circle)} == names


def test_circles_add_up_and_reasons_narrow_them(people: Path) -> None:
    options = ("--circle", "inner", "--circle", "wide")
    assert {name for name, _ in listed(people, *options)} == {"ada", "cleo"}
    assert listed(people, *options, "--reason", "cadence") == {("ada", "cadence")}
    assert listed(people, *options, "--week", "--reason", "explicit") == set()


def test_the_table_is_filtered_too(people: Path) -> None:
    ran = call("due", "--reason", "explicit", *DAY, cwd=people)
    assert "ben" in ran.out
    assert "ada" not in ran.out
    assert "1 follow-up as of 2026-11-24. 2 more are later or snoozed: notesite due --all" in ran.out


def test_all_clear_is_said_only_of_what_was_asked(people: Path) -> None:
    assert call("due", "--reason", "thanks", *DAY, cwd=people).out == (
        "All clear on 2026-11-24 for what you asked.\n"
    )


def test_every_reason_has_its_own_words(people: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    out = call("due", *DAY, cwd=people).out
    for words in ("rhythm", "birthday", "the date that you set", "you promised: Send the map"):
        assert words in out
    for words in ("first follow-up", "prepare: it is ahead"):
        assert words in out


def test_a_reason_that_is_none_names_those_there_are(people: Path) -> None:
    ran = call("due", "--reason", "rhythm", *DAY, cwd=people)
    assert ran.code == 2
    assert "'rhythm' is not one of" in ran.err
    assert "'first-follow-up'" in ran.err


def test_a_circle_that_is_none_names_those_there_are(people: Path) -> None:
    ran = call("due", "--circle", "outer", *DAY, cwd=people)
    assert ran.code == 2
    assert "no circle is called 'outer'" in ran.err
    assert "book club, close, inner, warm, wide" in ran.err


def test_why_explains_all_reasons_whatever_the_filters(people: Path) -> None:
    plain = call("due", "--why", "ada", *DAY, cwd=people)
    assert call("due", "--why", "ada", "--reason", "promise", *DAY, cwd=people).out == plain.out


def test_due_does_not_load_the_calendar(people: Path) -> None:
    program = (
        "import sys; from contextlib import suppress; from notesite.cli.main import main\n"
        "with suppress(SystemExit): main(['due'])\n"
        "print('icalendar' in sys.modules)"
    )
    ran = run_python("-c", program, cwd=people)
    assert ran.out.splitlines()[-1:] == ["False"], ran.err


def test_more_than_fit_a_terminal_are_plain_lines_in_columns(tmp_path: Path) -> None:
    many = {
        f"notes/contacts/P{n:03}.md": f"---\nfollow-up: 2026-11-{n % 20 + 1:02}\n---\n" for n in range(220)
    }
    write_notes(tmp_path, many)
    lines = call("due", "--today", "2026-11-24", cwd=tmp_path).out.splitlines()
    rows = [line for line in lines if line.startswith("2026-")]
    assert {line.split()[2] for line in rows} == {f"P{n:03}" for n in range(220)}
    assert {line.index("the date that you set") for line in rows} == {lines[0].index("Why")}
