"""`notesite build`: what it says, and how it ends."""

import shutil
from pathlib import Path

import pytest

from notesite import __version__
from tests.notebooks import ROOT, SAMPLE, call, files_of, pages_of, run_python, spawn, write_notes

DAY = ("--today", "2026-11-24")


def test_the_summary_says_how_many_who_is_due_and_how_to_open_the_site(notebook: Path) -> None:
    ran = call("build", *DAY, cwd=notebook)
    assert ran.code == 0
    first, due, opening = ran.out.splitlines()
    pages = [path for path in pages_of(notebook / "site") if path.endswith(".html")]
    assert first.startswith(f"8 notes, {len(pages)} pages, no problems; ")
    assert " files written, 0 removed, in " in first
    assert due == (
        "To reach on 2026-11-24: Giulia Rossi, Kenji Watanabe (1 overdue, 1 today, 1 week, 1 snoozed)."
    )
    assert opening == f"Open {notebook / 'site/index.html'}"
    assert Path(opening.removeprefix("Open ")).is_file()


def test_more_than_three_people_are_counted(notebook: Path) -> None:
    write_notes(notebook, {f"notes/contacts/p{n}.md": "---\nfollow-up: 2026-11-24\n---\n" for n in range(4)})
    assert " and 3 more (" in call("build", *DAY, cwd=notebook).out


def test_a_day_on_which_nobody_waits_is_all_clear(notebook: Path) -> None:
    ran = call("build", "--today", "2026-10-21", cwd=notebook)
    assert "All clear on 2026-10-21: nobody is waiting (3 later, 1 snoozed)." in ran.out
    write_notes(notebook / "other", {"notes/contacts/a.md": ""})
    assert "nobody is waiting." in call("build", *DAY, cwd=notebook / "other").out


def test_private_notes_on_the_site_are_counted(notebook: Path) -> None:
    write_notes(notebook, {"notes/contacts/p.md": "---\nprivate: true\n---\n"})
    assert "1 note marked private is on this site" in call("build", *DAY, cwd=notebook).out
    write_notes(notebook, {"notes/contacts/q.md": "---\npublish: false\n---\n"})
    assert "2 notes marked private are on this site" in call("build", *DAY, cwd=notebook).out


def test_findings_are_printed_with_file_line_column_code_and_fix(faulty: Path) -> None:
    ran = call("build", *DAY, cwd=faulty)
    assert ran.code == 0
    assert "contacts/a,b: 100%.md:2:12: error[date-unreadable]" in ran.err
    assert "YYYY-MM-DD" in ran.err
    assert "key-unknown" not in ran.err


def test_more_than_ten_findings_are_counted(faulty: Path) -> None:
    write_notes(faulty, {f"notes/{n}.md": "---\nrole: a\nrole: b\n---\n" for n in range(10)})
    assert "… and 2 more: notesite check" in call("build", *DAY, cwd=faulty).err


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ("---\nfollow-up: soon\n---\n", 1),
        ("---\nrole: a\nrole: b\n---\n", 1),
        ("[[nobody]]", 0),
        ("---\ncadense: monthly\n---\n", 0),
        ("fine", 0),
    ],
)
def test_strict_fails_on_errors_and_warnings_and_builds_all_the_same(
    tmp_path: Path, note: str, code: int
) -> None:
    write_notes(tmp_path, {"notes/contacts/a.md": note})
    ran = call("build", "--strict", *DAY, cwd=tmp_path)
    assert ran.code == code
    assert (tmp_path / "site/contacts/a.html").is_file()
    assert ("1 finding in the notes (--strict)" in ran.err) == bool(code)
    assert call("build", *DAY, cwd=tmp_path).code == 0


def test_why_names_each_page_that_was_written_or_removed(notebook: Path) -> None:
    first = call("build", "--why", *DAY, cwd=notebook).out
    assert "new      contacts/giulia-rossi.html\n" in first
    assert "Nothing was written: every page is as it was." in call("build", "--why", *DAY, cwd=notebook).out
    (notebook / "notes/contacts/gone.md").unlink()
    third = call("build", "--why", *DAY, cwd=notebook).out
    assert "removed  contacts/gone.html" in third
    assert "changed  contacts.html" in third
    assert "giulia-rossi.html" not in third


def test_a_second_build_writes_nothing(notebook: Path) -> None:
    call("build", *DAY, cwd=notebook)
    assert "; 0 files written, 0 removed" in call("build", *DAY, cwd=notebook).out


def test_options_say_where_the_notes_are_and_where_the_site_goes(notebook: Path) -> None:
    (notebook / "elsewhere").mkdir()
    ran = call("build", "--notes", "../notes", "--output", "../out", *DAY, cwd=notebook / "elsewhere")
    assert ran.code == 0
    assert (notebook / "out/index.html").is_file()
    assert not (notebook / "site").exists()


@pytest.mark.parametrize("day", ["0001-01-01", "1900-02-28", "2024-02-29", "9999-12-31"])
def test_any_day_of_the_calendar_can_be_today(tmp_path: Path, day: str) -> None:
    shutil.copytree(SAMPLE, tmp_path / "notes")
    write_notes(
        tmp_path,
        {
            "notes/contacts/first.md": (
                "---\nbirthday: 0001-01-01\ncadence: 9999y\nlast-contact: 0001-01-01\n---\n"
            ),
            "notes/contacts/last.md": (
                "---\nfollow-up: 9999-12-31\nsnooze: 9999-12-31\nbirthday: 02-29\n---\n- 9999-12-31 call\n"
            ),
            "notes/events/0001-01-01 First.md": "",
            "notes/events/9999-12-31 Last.md": "---\nend: 0001-01-01\n---\n",
        },
    )
    ran = call("build", "--today", day, cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert (tmp_path / "site/contacts/last.html").is_file()


@pytest.mark.parametrize("day", ["2026-02-30", "24/11/2026", "tomorrow", "", "0000-01-01", "10000-01-01"])
def test_a_day_that_is_none_ends_with_exit_code_2(notebook: Path, day: str) -> None:
    ran = call("build", "--today", day, cwd=notebook)
    assert ran.code == 2
    assert "--today" in ran.err
    assert not (notebook / "site").exists()


def test_the_pinned_date_of_the_settings_counts_and_today_beats_it(notebook: Path) -> None:
    write_notes(notebook, {"notesite.toml": "today = 2026-10-21"})
    assert "on 2026-10-21" in call("build", cwd=notebook).out
    assert "on 2026-11-24" in call("build", *DAY, cwd=notebook).out


def test_without_a_pinned_date_the_day_is_the_clocks(notebook: Path) -> None:
    ran = call("build", cwd=notebook)
    assert ran.code == 0
    assert " on 2" in ran.out


def test_build_py_is_notesite_build(tmp_path: Path) -> None:
    for name in ("one", "other"):
        shutil.copytree(SAMPLE, tmp_path / name / "notes")
    one = run_python(ROOT / "build.py", "--strict", cwd=tmp_path / "one")
    other = spawn("build", "--strict", cwd=tmp_path / "other")
    assert (one.code, other.code) == (0, 0), one.err + other.err
    assert files_of(tmp_path / "one/site") == files_of(tmp_path / "other/site")
    assert run_python(ROOT / "build.py", "--nonsense", cwd=tmp_path).code == 2
    assert "--notes DIR" in run_python(ROOT / "build.py", "--help", cwd=tmp_path).out


def test_the_sample_builds_without_a_finding(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "notes")
    ran = call("build", "--strict", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert "error" not in ran.out
    assert "warning" not in ran.out


def test_the_version_is_printed(tmp_path: Path) -> None:
    assert call("--version", cwd=tmp_path).out.strip() == f"notesite, version {__version__}"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["build", "--nonsense"],
        ["check", "--format", "xml"],
        ["new", "person", "A"],
        ["new", "contact"],
    ],
)
def test_a_mistake_in_the_call_ends_with_exit_code_2_and_a_usage(
    notebook: Path, arguments: list[str]
) -> None:
    ran = call(*arguments, cwd=notebook)
    assert ran.code == 2
    assert "Usage: notesite" in ran.err
    assert not ran.out


@pytest.mark.parametrize("command", ["", "build", "check", "due", "explain", "init", "new"])
def test_every_command_has_its_help(tmp_path: Path, command: str) -> None:
    for option in ("--help", "-h"):
        ran = call(*([command] if command else []), option, cwd=tmp_path)
        assert ran.code == 0
        assert "Usage: notesite" in ran.out
