"""What the last build knew: used by itself, left aside when asked to, and never in the way."""

from pathlib import Path

import pytest

from tests.notebooks import call, pages_of, write_notes

NOTES = {"contacts/Ana.md": "---\ncadence: weekly\n---\n## Log\n\n- 2026-11-20 call: hello\n"}
TODAY = ("--today", "2026-11-24")


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write_notes(tmp_path / "notes", NOTES)


def test_a_second_build_writes_nothing_and_tells_the_same(tmp_path: Path, notes: Path) -> None:
    first = call("build", "--notes", notes, "--output", tmp_path / "site", *TODAY, cwd=tmp_path)
    again = call("build", "--notes", notes, "--output", tmp_path / "site", *TODAY, cwd=tmp_path)
    assert "; 0 files written, 0 removed" in again.out
    assert again.out.splitlines()[1:] == first.out.splitlines()[1:]


def test_another_day_is_another_site(tmp_path: Path, notes: Path) -> None:
    call("build", "--notes", notes, "--output", tmp_path / "site", *TODAY, cwd=tmp_path)
    later = call(
        "build", "--notes", notes, "--output", tmp_path / "site", "--today", "2026-12-24", cwd=tmp_path
    )
    assert "To reach on 2026-12-24: Ana" in later.out


@pytest.mark.parametrize("option", ["--no-cache", "--clean"])
def test_the_site_is_the_same_without_what_was_known(tmp_path: Path, notes: Path, option: str) -> None:
    site = tmp_path / "site"
    call("build", "--notes", notes, "--output", site, *TODAY, cwd=tmp_path)
    before = pages_of(site)
    write_notes(site, {"mine.txt": "mine"})
    ran = call("build", "--notes", notes, "--output", site, *TODAY, option, cwd=tmp_path)
    assert ran.code == 0
    assert pages_of(site) == {**before, "mine.txt": b"mine"}
    written = len(before) if option == "--clean" else 0
    assert f"; {written} files written" in ran.out


def test_clean_touches_no_folder_that_is_not_ours(tmp_path: Path, notes: Path) -> None:
    other = write_notes(tmp_path / "other", {"precious.txt": "precious"})
    ran = call("build", "--notes", notes, "--output", other, "--clean", *TODAY, cwd=tmp_path)
    assert ran.code == 2
    assert pages_of(other) == {"precious.txt": b"precious"}
