"""`notesite init` and `notesite new`."""

from pathlib import Path

import pytest

from tests.notebooks import SAMPLE, call, files_of, write_notes


def test_a_new_notebook_holds_the_sample_and_builds(tmp_path: Path) -> None:
    ran = call("init", "demo", cwd=tmp_path)
    assert ran.code == 0
    assert "Go on with:  cd demo && notesite build" in ran.out
    assert files_of(tmp_path / "demo/notes") == files_of(SAMPLE)
    assert call("build", cwd=tmp_path / "demo").code == 0
    assert (tmp_path / "demo/site/index.html").is_file()


def test_an_empty_notebook_holds_a_note_to_start_from_and_builds(tmp_path: Path) -> None:
    ran = call("init", "demo", "--empty", cwd=tmp_path)
    assert ran.code == 0
    assert 0 < len(files_of(tmp_path / "demo/notes")) < 5
    assert call("build", "--strict", cwd=tmp_path / "demo").code == 0


def test_a_folder_that_is_not_empty_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    write_notes(tmp_path / "demo", {"thesis.txt": "ten years of work"})
    ran = call("init", "demo", cwd=tmp_path)
    assert ran.code == 2
    assert "exists and is not empty" in ran.err
    assert files_of(tmp_path) == {"demo/thesis.txt": b"ten years of work"}


def test_init_into_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("ten years of work")
    assert call("init", "demo", cwd=tmp_path).code == 2
    assert (tmp_path / "demo").read_text() == "ten years of work"


@pytest.mark.parametrize("folder", ["two words", "-dash", "ünï"])
def test_what_init_says_to_go_on_with_can_be_typed(tmp_path: Path, folder: str) -> None:
    ran = call("init", "--empty", "--", folder, cwd=tmp_path)
    assert ran.code == 0
    assert f"cd {folder} " not in ran.out or " " not in folder


def test_new_writes_a_note_and_says_where(notebook: Path) -> None:
    ran = call("new", "contact", "Marta Lindqvist", cwd=notebook)
    assert ran.code == 0
    path = notebook / "notes/contacts/Marta Lindqvist.md"
    assert ran.out == f"Wrote {path}\n"
    assert "name: Marta Lindqvist\n" in path.read_text()


def test_new_writes_an_event_on_the_day(notebook: Path) -> None:
    ran = call("new", "event", "Meetup", "--today", "2026-12-03", cwd=notebook)
    assert ran.code == 0
    assert (notebook / "notes/events/2026-12-03 Meetup.md").is_file()


def test_new_over_a_note_that_exists_is_refused(notebook: Path) -> None:
    call("new", "contact", "Marta", cwd=notebook)
    before = files_of(notebook)
    ran = call("new", "contact", "Marta", cwd=notebook)
    assert ran.code == 2
    assert "exists already" in ran.err
    assert files_of(notebook) == before


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "..\\x", "../../../../elsewhere/x"])
def test_new_writes_nothing_outside_the_notes(notebook: Path, name: str) -> None:
    before = set(files_of(notebook.parent))
    ran = call("new", "contact", name, cwd=notebook)
    assert ran.code == 0
    (new,) = set(files_of(notebook.parent)) - before
    assert new.startswith(f"{notebook.name}/notes/contacts/")


@pytest.mark.parametrize("name", ["", "   ", "///", "...", "\0"])
def test_a_name_of_which_nothing_remains_is_refused(notebook: Path, name: str) -> None:
    before = files_of(notebook)
    ran = call("new", "contact", name, cwd=notebook)
    assert ran.code == 2
    assert "name" in ran.err
    assert files_of(notebook) == before
