"""What is written, what is removed, and what stays as it is."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from notesite.model.errors import NotesiteError
from notesite.shell.publish import MANIFEST, publish
from tests.notebooks import built, call, files_of, pages_of, write_notes

TWO = {"index.html": b"today", "contacts/giulia.html": b"Giulia"}


def test_pages_are_written_and_named_as_new(site: Path) -> None:
    published = publish(site, TWO)
    assert pages_of(site) == TWO
    assert published.new == ("index.html", "contacts/giulia.html")


def test_a_page_that_is_the_same_is_not_written_again(site: Path) -> None:
    publish(site, TWO)
    before = {path: (site / path).stat().st_mtime_ns for path in (*TWO, MANIFEST)}
    published = publish(site, TWO)
    assert {path: (site / path).stat().st_mtime_ns for path in before} == before
    assert (published.new, published.changed, published.removed, published.unchanged) == ((), (), (), 2)


def test_only_the_page_that_differs_is_written(site: Path) -> None:
    publish(site, TWO)
    before = (site / "index.html").stat().st_ino
    published = publish(site, {**TWO, "contacts/giulia.html": b"Giulia Rossi"})
    assert published.changed == ("contacts/giulia.html",)
    assert (site / "index.html").stat().st_ino == before


def test_a_page_that_nothing_makes_any_more_is_removed_with_its_folder(site: Path) -> None:
    publish(site, {**TWO, "tags/a/b.html": b"tag"})
    published = publish(site, {"index.html": b"today"})
    assert published.removed == ("contacts/giulia.html", "tags/a/b.html")
    assert pages_of(site) == {"index.html": b"today"}
    assert [path.name for path in site.iterdir() if path.is_dir()] == [".notesite"]


def test_a_file_of_somebody_else_stays_and_so_does_its_folder(site: Path) -> None:
    publish(site, TWO)
    write_notes(site, {"CNAME": "example.org", "contacts/mine.txt": "mine", "empty/keep": ""})
    publish(site, {"index.html": b"today"})
    assert set(pages_of(site)) == {"index.html", "CNAME", "contacts/mine.txt", "empty/keep"}


def test_a_page_that_was_damaged_is_mended(site: Path) -> None:
    publish(site, TWO)
    (site / "index.html").write_bytes(b"")
    (site / "contacts/giulia.html").unlink()
    publish(site, TWO)
    assert pages_of(site) == TWO


OUTSIDE = ("../secret.txt", "contacts/../../secret.txt", ".notesite/../../secret.txt", "{root}/secret.txt")


@pytest.mark.parametrize("route", OUTSIDE)
def test_a_manifest_that_lists_a_file_outside_removes_nothing_there(
    site: Path, tmp_path: Path, route: str
) -> None:
    publish(site, TWO)
    (tmp_path / "secret.txt").write_text("precious")
    list_also(site, route.format(root=tmp_path))
    publish(site, TWO)
    assert (tmp_path / "secret.txt").read_text() == "precious"
    assert pages_of(site) == TWO


def list_also(site: Path, *routes: str) -> None:
    """Write further routes into the manifest, as an attacker or an accident would."""
    manifest = json.loads((site / MANIFEST).read_text())
    manifest["files"] += routes
    (site / MANIFEST).write_text(json.dumps(manifest))


def test_nothing_is_removed_through_a_link(site: Path, tmp_path: Path) -> None:
    write_notes(tmp_path / "outside", {"a.html": "precious"})
    publish(site, TWO)
    (site / "linked").symlink_to(tmp_path / "outside")
    list_also(site, "linked/a.html", "linked")
    publish(site, TWO)
    assert (tmp_path / "outside/a.html").read_text() == "precious"


def test_nothing_is_written_through_a_link(site: Path, tmp_path: Path) -> None:
    write_notes(tmp_path / "outside", {"giulia.html": "precious", "index.html": "precious"})
    publish(site, {"other.html": b"page"})
    (site / "index.html").symlink_to(tmp_path / "outside/index.html")
    publish(site, {"index.html": b"today"})
    assert not (site / "index.html").is_symlink()
    (site / "contacts").symlink_to(tmp_path / "outside")
    with pytest.raises(NotesiteError, match="symbolic link"):
        publish(site, TWO)
    assert set(files_of(tmp_path / "outside").values()) == {b"precious"}


@pytest.mark.parametrize("name", ["part", "lock", "manifest.json"])
def test_a_link_planted_where_notesite_works_leads_nowhere(site: Path, tmp_path: Path, name: str) -> None:
    publish(site, TWO)
    precious = tmp_path / "precious.txt"
    precious.write_text("precious")
    (site / ".notesite" / name).unlink(missing_ok=True)
    (site / ".notesite" / name).symlink_to(precious)
    try:
        publish(site, {**TWO, "index.html": b"tomorrow"})
    except NotesiteError as error:
        assert "link" in str(error)
    assert precious.read_text() == "precious"


def test_a_link_planted_in_place_of_the_marker_folder_leads_nowhere(site: Path, tmp_path: Path) -> None:
    publish(site, TWO)
    outside = write_notes(tmp_path / "outside", {"manifest.json": '{"files": []}', "part": "precious"})
    shutil.rmtree(site / ".notesite")
    (site / ".notesite").symlink_to(outside)
    before = files_of(outside)
    try:
        publish(site, {**TWO, "index.html": b"tomorrow"})
    except NotesiteError as error:
        assert "link" in str(error)
    assert files_of(outside) == before


BROKEN: dict[str, str | bytes] = {
    "empty": "",
    "cut": '{"version": 1, "files": ["ind',
    "no JSON": "\0\0\0",
    "no UTF-8": b"\xff\xfe\xfa",
    "a list": "[]",
    "a text": '"files"',
    "files is a text": '{"files": "index.html"}',
    "files of numbers": '{"files": [1, null, {}, ["index.html"]]}',
    "a NUL in a route": '{"files": ["a\\u0000b"]}',
    "half a surrogate": '{"files": ["\\ud800.html"]}',
    "an empty route": '{"files": ["", ".", "/", "//"]}',
    "a long route": json.dumps({"files": ["x" * 5000]}),
    "nested deeply": "[" * 200_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_manifest_is_survived(site: Path, name: str) -> None:
    publish(site, TWO)
    text = BROKEN[name]
    (site / MANIFEST).write_bytes(text.encode() if isinstance(text, str) else text)
    publish(site, {"index.html": b"tomorrow"})
    assert pages_of(site)["index.html"] == b"tomorrow"
    assert json.loads((site / MANIFEST).read_text())["files"] == ["index.html"]
    assert "index.html" in pages_of(site)


def test_a_folder_in_the_place_of_a_page_stops_with_a_message(site: Path) -> None:
    publish(site, TWO)
    (site / "index.html").unlink()
    write_notes(site, {"index.html/mine.txt": "mine"})
    with pytest.raises(NotesiteError, match="cannot be written"):
        publish(site, TWO)
    assert pages_of(site)["index.html/mine.txt"] == b"mine"


def test_a_second_build_waits_for_nobody_while_another_writes(
    site: Path, notes: Path, tmp_path: Path
) -> None:
    built(notes, site)
    before = files_of(site)
    holding = (
        "import fcntl, sys; f = open(sys.argv[1], 'wb'); fcntl.flock(f, fcntl.LOCK_EX);"
        "print(flush=True); input()"
    )
    lock = site / ".notesite/lock"
    with subprocess.Popen(
        [sys.executable, "-c", holding, lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        other.stdout.readline()
        write_notes(notes, {"contacts/new.md": ""})
        ran = call("build", "--notes", notes, "--output", site, cwd=tmp_path)
        other.communicate("\n")
    assert ran.code == 2
    assert "another build is writing this site" in ran.err
    assert files_of(site) == before
    assert call("build", "--notes", notes, "--output", site, cwd=tmp_path).code == 0


def test_a_disk_that_may_only_be_read_stops_with_a_message(
    site: Path, notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(notes, site)
    before = files_of(site)
    write_notes(notes, {"contacts/new.md": ""})
    really = os.open

    def open_(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(30, "Read-only file system", os.fspath(path))
        return really(path, flags, mode)

    monkeypatch.setattr(os, "open", open_)
    ran = call("build", "--notes", notes, "--output", site, cwd=tmp_path)
    assert ran.code == 2
    assert "Read-only file system" in ran.err
    assert files_of(site) == before


def test_an_output_folder_without_write_permission_stops_with_a_message(
    tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    really = os.mkdir

    def mkdir(path: str | Path, mode: int = 0o777) -> None:
        if os.fspath(path).endswith("site"):  # root may write into any folder
            raise PermissionError(13, "Permission denied", os.fspath(path))
        really(path, mode)

    monkeypatch.setattr(os, "mkdir", mkdir)
    ran = call("build", "--notes", notes, "--output", tmp_path / "locked/site", cwd=tmp_path)
    assert ran.code == 2
    assert "Permission denied" in ran.err
