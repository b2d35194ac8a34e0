"""What a notes folder holds, and what must not be followed, waited for or lost."""

import os
import socket
from contextlib import chdir
from pathlib import Path

import pytest

from notesite.model.errors import NotesiteError
from notesite.shell.disk import MOST_ATTACHMENT_BYTES, gather
from tests.notebooks import findings, read, write_notes


def paths(notes: Path, *ignore: str) -> list[str]:
    return [source.path for source in gather(notes, ignore).sources]


def skipped(notes: Path) -> set[tuple[str, str]]:
    return {(each.code, each.origin.path) for each in gather(notes).diagnostics}


def test_notes_are_gathered_in_the_order_of_their_paths(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, {"b.md": "", "a/z.markdown": "", "a/B.MD": "", "c.txt": "", "d.canvas": ""})
    assert paths(notes) == ["a/B.MD", "a/z.markdown", "b.md"]


@pytest.mark.parametrize(
    "name",
    [
        *(".obsidian/x.md", ".git/x.md", ".x.md", "templates/x.md", "_templates/x.md", "deep/Templates/x.md"),
        *("x.md~", ".#x.md", "#x.md#", "x.md.swp", "x.md.tmp", "x.sync-conflict-20261124-101500-ABC.md"),
        *("x.canvas", "x.base"),
    ],
)
def test_what_editors_and_sync_tools_leave_behind_is_skipped_quietly(tmp_path: Path, name: str) -> None:
    notes = write_notes(tmp_path, {name: "text", "a.md": ""})
    found = gather(notes)
    assert [source.path for source in found.sources] == ["a.md"]
    assert not found.diagnostics


@pytest.mark.parametrize("glob", ["Archive", "Archive/", "Archive/*", "*.draft.md", "deep/*/x.md", "x.*"])
def test_globs_of_the_settings_are_left_out(tmp_path: Path, glob: str) -> None:
    left_out = {
        "Archive": "Archive/x.md",
        "Archive/": "Archive/x.md",
        "Archive/*": "Archive/x.md",
        "*.draft.md": "deep/a.draft.md",
        "deep/*/x.md": "deep/er/x.md",
        "x.*": "deep/x.md",
    }[glob]
    notes = write_notes(tmp_path, {left_out: "", "stays.md": ""})
    assert paths(notes, glob) == ["stays.md"]


def test_a_link_out_of_the_folder_is_refused_and_named(tmp_path: Path) -> None:
    write_notes(tmp_path, {"secret.md": "my password"})
    notes = write_notes(tmp_path / "notes", {"a.md": ""})
    (notes / "b.md").symlink_to(tmp_path / "secret.md")
    (notes / "c.md").symlink_to("../secret.md")
    assert paths(notes) == ["a.md"]
    assert skipped(notes) == {("skipped-symlink", "b.md"), ("skipped-symlink", "c.md")}


def test_a_linked_folder_is_not_entered(tmp_path: Path) -> None:
    write_notes(tmp_path / "private", {"diary.md": "my password"})
    notes = write_notes(tmp_path / "notes", {"people/a.md": ""})
    (notes / "private").symlink_to(tmp_path / "private")
    (notes / "again").symlink_to("people")
    assert paths(notes) == ["people/a.md"]
    assert skipped(notes) == {("skipped-symlink", "private"), ("skipped-symlink", "again")}


def test_a_linked_picture_from_outside_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    notes = write_notes(tmp_path / "notes", {"a.md": "![[secret.png]]"})
    (notes / "secret.png").symlink_to(tmp_path / "secret.png")
    assert not gather(notes).attachments


@pytest.mark.parametrize("target", ["nowhere.md", "itself.md", "other.md", "/nonexistent/x.md"])
def test_a_link_to_nowhere_or_in_a_circle_is_named(tmp_path: Path, target: str) -> None:
    notes = write_notes(tmp_path, {"a.md": ""})
    (notes / "itself.md").symlink_to(target)
    if target == "other.md":
        (notes / "other.md").symlink_to("itself.md")
    assert paths(notes) == ["a.md"]
    assert ("skipped-symlink", "itself.md") in skipped(notes)


def test_a_folder_linked_into_itself_ends(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, {"people/a.md": ""})
    (notes / "people/loop").symlink_to("..")
    assert paths(notes) == ["people/a.md"]
    assert skipped(notes) == {("skipped-symlink", "people/loop")}


def test_a_link_to_another_note_of_the_folder_is_a_note(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, {"a.md": "text"})
    (notes / "b.md").symlink_to("a.md")
    assert paths(notes) == ["a.md", "b.md"]
    assert not skipped(notes)


def test_a_notes_folder_that_is_itself_a_link_is_read(tmp_path: Path) -> None:
    write_notes(tmp_path / "real", {"a.md": "", "deep/b.md": ""})
    (tmp_path / "notes").symlink_to("real")
    (tmp_path / "real/c.md").symlink_to("deep/b.md")
    assert paths(tmp_path / "notes") == ["a.md", "c.md", "deep/b.md"]


def test_a_pipe_named_like_a_note_is_not_waited_for(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, {"a.md": ""})
    os.mkfifo(notes / "inbox.md")
    os.mkfifo(notes / "inbox.png")
    (notes / "linked.md").symlink_to("inbox.md")
    assert paths(notes) == ["a.md"]
    assert skipped(notes) == {("skipped-special", "inbox.md"), ("skipped-special", "linked.md")}


def test_a_socket_named_like_a_note_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("x.md")
        assert skipped(tmp_path) == {("skipped-special", "x.md")}


def test_a_folder_named_like_a_note_is_a_folder(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, {"people.md/a.md": ""})
    assert paths(notes) == ["people.md/a.md"]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = write_notes(tmp_path, {"a.md": "", "locked.md": "", "z.md": ""})
    refuse(monkeypatch, "locked.md")
    found = gather(notes)
    assert [source.path for source in found.sources] == ["a.md", "z.md"]
    (report,) = found.diagnostics
    assert (report.code, report.origin.path) == ("skipped-unreadable", "locked.md")
    assert "Permission denied" in str(report.message)
    assert str(tmp_path) not in str(report.message)


def refuse(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A file of that name cannot be opened, as when its permissions say so (root may open all)."""
    really = os.open

    def open_(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if os.fspath(path).endswith(name):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return really(path, flags, mode)

    monkeypatch.setattr(os, "open", open_)


def test_a_folder_that_cannot_be_read_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = write_notes(tmp_path, {"a/a.md": "", "locked/b.md": "", "z/z.md": ""})
    really = os.scandir

    def scandir(path: str | Path) -> "os._ScandirIterator[str]":
        if os.fspath(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return really(os.fspath(path))

    monkeypatch.setattr(os, "scandir", scandir)
    assert paths(notes) == ["a/a.md", "z/z.md"]
    assert skipped(notes) == {("skipped-unreadable", "locked")}


def test_a_file_without_read_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = write_notes(tmp_path, {"a.md": "", "locked.md": ""})
    refuse(monkeypatch, "locked.md")
    assert skipped(notes) == {("skipped-unreadable", "locked.md")}


def test_a_file_that_vanishes_while_the_folder_is_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = write_notes(tmp_path, {"a.md": "", "b.md": ""})
    really = os.open

    def open_(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if os.fspath(path).endswith("a.md"):
            (notes / "b.md").unlink(missing_ok=True)
        return really(path, flags, mode)

    monkeypatch.setattr(os, "open", open_)
    found = gather(notes)
    assert [source.path for source in found.sources] == ["a.md"]
    assert [(each.code, each.origin.path) for each in found.diagnostics] == [("skipped-unreadable", "b.md")]


@pytest.mark.parametrize("depth", [300, 700])
def test_folders_deep_in_folders_are_read_or_named(tmp_path: Path, depth: int) -> None:
    write_notes(tmp_path, {"a.md": ""})
    with chdir(tmp_path):  # the whole path is too long to open, so one steps into each folder
        for _ in range(depth):
            Path("d").mkdir()
            os.chdir("d")
        Path("deep.md").write_text("")
    found = gather(tmp_path)
    assert "a.md" in [source.path for source in found.sources]
    assert len(found.sources) == 2 or found.diagnostics


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"\xff\xfe.md"])
def test_a_file_name_that_is_not_utf8_is_read(tmp_path: Path, name: bytes) -> None:
    (tmp_path / os.fsdecode(name)).write_bytes(b"text")
    (path,) = paths(tmp_path)
    assert path.isprintable()
    assert read(tmp_path).network.notes


def test_two_file_names_that_are_not_utf8_are_two_notes(tmp_path: Path) -> None:
    for name in (b"\xff.md", b"\xfe.md"):
        (tmp_path / os.fsdecode(name)).write_bytes(b"text")
    assert len(read(tmp_path).network.notes) == 2


def test_a_picture_of_a_file_name_that_is_not_utf8_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.png")).write_bytes(b"picture")
    write_notes(tmp_path, {"a.md": "![[x.png]]"})
    assert read(tmp_path).network.notes


def test_pictures_are_attachments_and_those_over_20_mb_are_set_apart(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, {"a.png": b"x", "b.PDF": b"x", "c.exe": b"x", "deep/d.jpeg": b"x"})
    with (notes / "big.pdf").open("wb") as file:
        file.truncate(MOST_ATTACHMENT_BYTES + 1)
    with (notes / "just.pdf").open("wb") as file:
        file.truncate(MOST_ATTACHMENT_BYTES)
    found = gather(notes)
    assert found.attachments == ("a.png", "b.PDF", "deep/d.jpeg", "just.pdf")
    assert found.large == ("big.pdf",)


@pytest.mark.parametrize("kind", ["missing", "a file"])
def test_a_notes_folder_that_is_none_stops_with_a_hint(tmp_path: Path, kind: str) -> None:
    if kind == "a file":
        (tmp_path / "notes").write_text("")
    with pytest.raises(NotesiteError, match="cannot be read") as stopped:
        gather(tmp_path / "notes")
    assert "--notes DIR" in str(stopped.value.hint)


def test_an_empty_notes_folder_is_a_notebook(tmp_path: Path) -> None:
    assert not read(tmp_path).network.notes
    assert not findings(read(tmp_path))
