"""Where a site may be built, and where it must not."""

import os
import stat
from pathlib import Path

import pytest

from notesite.model.errors import NotesiteError
from notesite.shell.publish import MANIFEST, check_output
from tests.notebooks import built, call, files_of, write_notes

REFUSED = (
    *("the home folder", "the root", "the notes", "a parent of the notes", "inside the notes"),
    *("a link", "a link to nowhere", "not ours", "hidden files", "a file", "an empty marker"),
)


@pytest.fixture
def refused(
    request: pytest.FixtureRequest, tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder that no site may be built into."""
    folder = tmp_path / "folder"
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    others = {
        "the home folder": tmp_path / "home",
        "the root": Path(tmp_path.anchor),
        "the notes": notes,
        "a parent of the notes": tmp_path,
        "inside the notes": notes / "site",
    }
    match request.param:
        case "a link":
            (tmp_path / "real").mkdir()
            folder.symlink_to("real")
        case "a link to nowhere":
            folder.symlink_to("nowhere")
        case "not ours":
            write_notes(folder, {"thesis.txt": "ten years of work"})
        case "hidden files":
            write_notes(folder, {".bashrc": "alias ll='ls -l'"})
        case "a file":
            folder.write_text("ten years of work")
        case "an empty marker":
            write_notes(folder, {"thesis.txt": "ten years of work"})
            (folder / ".notesite").mkdir()
    return others.get(request.param, folder)


@pytest.mark.parametrize("refused", REFUSED, indirect=True)
def test_a_folder_that_is_not_ours_is_refused_and_left_as_it_was(
    refused: Path, notes: Path, tmp_path: Path
) -> None:
    before = files_of(tmp_path)
    ran = call("build", "--notes", notes, "--output", refused, cwd=tmp_path)
    assert ran.code == 2
    assert "--output DIR" in ran.err or "is a file" in ran.err
    assert not ran.out
    assert files_of(tmp_path) == before


@pytest.mark.parametrize("refused", REFUSED[:10], indirect=True)
def test_the_refusal_names_the_folder(refused: Path, notes: Path) -> None:
    with pytest.raises(NotesiteError) as stopped:
        check_output(refused, notes)
    assert str(refused) in str(stopped.value)


def test_another_way_to_write_the_notes_folder_is_refused_too(tmp_path: Path, notes: Path) -> None:
    (tmp_path / "way").symlink_to("notes")
    for other in (
        tmp_path / "way" / "site",
        tmp_path / "x" / ".." / "notes",
        notes / ".." / "notes" / "deep",
    ):
        with pytest.raises(NotesiteError, match="notes"):
            check_output(other, notes)


def test_a_folder_that_only_begins_with_the_same_letters_is_another(tmp_path: Path, notes: Path) -> None:
    built(notes, tmp_path / "notes-site")
    assert (tmp_path / "notes-site/index.html").is_file()


def test_an_empty_folder_and_a_new_one_deep_down_are_taken(tmp_path: Path, notes: Path) -> None:
    (tmp_path / "empty").mkdir()
    for output in (tmp_path / "empty", tmp_path / "a/b/c"):
        built(notes, output)
        assert (output / "index.html").is_file()


def test_a_folder_that_notesite_built_is_taken_again(site: Path, notes: Path) -> None:
    built(notes, site)
    assert (site / MANIFEST).is_file()
    check_output(site, notes)


def test_a_site_is_readable_by_its_owner_only(site: Path, notes: Path) -> None:
    built(notes, site)
    assert stat.S_IMODE(site.stat().st_mode) == 0o700
    for path in site.rglob("*"):
        assert path.is_dir() or stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_no_page_names_the_folders_of_this_machine(site: Path, notes: Path, tmp_path: Path) -> None:
    write_notes(notes, {"broken.md": "---\na: b: c\n---\n[[nowhere]]"})
    (notes / "link.md").symlink_to("/etc/passwd")
    built(notes, site)
    for path, data in files_of(site).items():
        assert os.fsencode(tmp_path) not in data, path
