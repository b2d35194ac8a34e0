"""While a site is served, every change of the notebook reaches the open pages, and nothing ends it."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from watchdog.observers.polling import PollingObserver

from notesite.model.diagnostic import Diagnostic
from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.model.origin import Origin
from notesite.shell.build import build
from notesite.shell.fresh import Fresh
from notesite.shell.happenings import Built, Failed, Gone, Polling
from notesite.shell.publish import opened
from notesite.shell.watch import Watcher, is_of_notebook
from tests.notebooks import NEVER_SO_LONG, TODAY, call, pages_of, write_notes
from tests.serving import served, stream

GIULIA = "contacts/giulia-rossi.md"
PAGE = "contacts/giulia-rossi.html"


def append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as out:
        out.write(text)


def test_an_edit_reaches_the_page(notes: Path) -> None:
    with served(notes) as found, stream(found) as events:
        assert "A word more" not in found.get(f"/{PAGE}")[1]
        append(notes / GIULIA, "\nA word more.\n")
        assert PAGE in events.routes()
        assert "A word more" in found.get(f"/{PAGE}")[1]
        built = found.until(Built)
        assert (built.changed, built.new) == (frozenset({GIULIA}), ())


def test_an_editor_may_put_another_file_in_the_place_of_the_note(notes: Path) -> None:
    with served(notes) as found, stream(found) as events:
        write_notes(notes, {".giulia.tmp": "---\nname: Giulia Rossi\n---\nWritten anew.\n"})
        (notes / ".giulia.tmp").replace(notes / GIULIA)
        assert PAGE in events.routes()
        assert "Written anew" in found.get(f"/{PAGE}")[1]
        assert found.until(Built).changed == {GIULIA}


def test_a_renamed_note_moves_its_page(notes: Path) -> None:
    with served(notes) as found, stream(found) as events:
        (notes / GIULIA).rename(notes / "contacts/giulia.md")
        assert {PAGE, "contacts/giulia.html"} <= events.routes()
        status, page = found.get(f"/{PAGE}")
        assert (status, "reload.js" in page) == (404, True)


def test_a_removed_note_loses_its_page(notes: Path) -> None:
    with served(notes) as found, stream(found) as events:
        (notes / "contacts/kenji.md").unlink()
        assert "contacts/kenji.html" in events.routes()
        assert found.get("/contacts/kenji.html")[0] == 404


def test_a_renamed_folder_is_followed_and_watched_under_its_new_name(notes: Path) -> None:
    with served(notes) as found, stream(found) as events:
        (notes / "contacts").rename(notes / "people")
        found.until(Built, lambda built: "people" in built.changed)
        append(notes / "people/giulia-rossi.md", "\nStill here.\n")
        found.until(Built, lambda built: built.changed == {"people/giulia-rossi.md"})
        while PAGE not in events.routes():
            pass
        assert "Still here" in found.get(f"/{PAGE}")[1]


def test_many_files_at_once_end_as_a_clean_build_does(notes: Path, tmp_path: Path) -> None:
    with served(notes, tmp_path / "site") as found:
        write_notes(notes, {f"contacts/p{number}.md": f"# P{number}\n[[PyCon]]\n" for number in range(300)})
        found.until(Built, lambda built: built.report.notes == 303)
    call("build", "--notes", notes, "--output", tmp_path / "clean", "--today", "2026-11-24", cwd=tmp_path)
    assert pages_of(tmp_path / "site") == pages_of(tmp_path / "clean")


def test_settings_are_read_again(notes: Path) -> None:
    with served(notes) as found:
        write_notes(notes.parent, {"notesite.toml": 'title = "Another title"\n'})
        assert found.until(Built).changed == {"notesite.toml"}
        assert "Another title" in found.get("/")[1]


def test_settings_may_lead_to_another_folder_of_notes(notes: Path, tmp_path: Path) -> None:
    write_notes(tmp_path / "other", {"contacts/zoe.md": "# Zoe\n"})
    write_notes(tmp_path, {"notesite.toml": 'notes = "notes"\n'})
    with served(notes, start=tmp_path) as found:
        write_notes(tmp_path, {"notesite.toml": 'notes = "other"\n'})
        assert found.until(Built).report.notes == 1
        append(tmp_path / "other/contacts/zoe.md", "more")
        assert found.until(Built).changed == {"contacts/zoe.md"}


def test_the_day_is_asked_for_at_each_build(notes: Path) -> None:
    with served(notes) as found:
        write_notes(notes, {"notesite.toml": "today = 2027-01-01\n"})
        assert str(found.until(Built).report.day) == "2027-01-01"


def test_a_new_day_is_a_new_site(notes: Path) -> None:
    days = [TODAY]
    with served(notes, today=lambda _: days[-1]) as found:
        days.append(TODAY + timedelta(days=1))
        built = found.until(Built)
        assert (built.changed, built.report.day) == (frozenset(), days[-1])


def test_another_build_of_the_site_is_waited_for(notes: Path, tmp_path: Path) -> None:
    with served(notes, tmp_path / "site") as found:
        with opened(tmp_path / "site"):
            append(notes / GIULIA, "\nA word more.\n")
            assert "another build" in str(found.until(Failed).message)
        found.until(Built)
        assert "A word more" in found.get(f"/{PAGE}")[1]


def test_nothing_is_built_for_what_is_no_part_of_the_notebook(notes: Path) -> None:
    with served(notes) as found:
        write_notes(notes, {".git/index": "x", ".obsidian/app.json": "{}", "a.md~": "x", "x.txt": "x"})
        append(notes / GIULIA, "\nA word more.\n")
        assert found.until(Built).changed == {GIULIA}


def test_the_notes_folder_may_vanish_and_come_back(notes: Path) -> None:
    with served(notes) as found, stream(found) as events:
        before = found.get(f"/{PAGE}")[1]
        shutil.copytree(notes, notes.parent / "kept")
        shutil.rmtree(notes)
        assert found.until(Gone).notes == notes
        assert events.until("gone")["title"] == "The notes folder is gone"
        assert found.get(f"/{PAGE}")[1].partition("<body>")[2] == before.partition("<body>")[2]
        shutil.move(notes.parent / "kept", notes)
        found.until(Built)
        events.until("fine")
        append(notes / GIULIA, "\nBack again.\n")
        assert PAGE in events.routes()


def test_an_empty_folder_in_the_place_of_the_notes_is_waited_upon(notes: Path) -> None:
    with served(notes) as found:
        notes.rename(notes.parent / "kept")
        notes.mkdir()
        found.until(Gone)
        assert found.get(f"/{PAGE}")[0] == 200
        notes.rmdir()
        (notes.parent / "kept").rename(notes)
        assert found.until(Built).report.notes == 3


def test_a_template_that_fails_keeps_the_old_page_and_says_so(notes: Path) -> None:
    with served(notes) as found, stream(found) as events:
        write_notes(notes, {".notesite/templates/contact.html": "{% oops %}"})
        problem = events.until("problem")
        assert problem["title"] == "The site could not be built"
        assert "contact.html:1" in problem["text"]
        assert "contact.html:1" in str(found.until(Failed).message)
        assert "Giulia Rossi" in found.get(f"/{PAGE}")[1]
        with stream(found) as later:
            assert later.until("problem") == problem
        shutil.rmtree(notes / ".notesite")
        events.until("fine")


def test_settings_that_cannot_be_read_keep_the_old_site(notes: Path) -> None:
    with served(notes) as found, stream(found) as events:
        write_notes(notes, {"notesite.toml": "title = = 1\n"})
        events.until("problem")
        assert found.get("/")[0] == 200
        write_notes(notes, {"notesite.toml": 'title = "Mended"\n'})
        events.until("fine")
        assert "Mended" in found.get("/")[1]


def test_a_build_that_breaks_in_any_way_is_tried_again(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> NoReturn:
        raise RuntimeError("something that nobody thought of")

    with served(notes) as found, monkeypatch.context() as patch:
        patch.setattr("notesite.shell.serve.build", broken)
        append(notes / GIULIA, "\nA word more.\n")
        assert "something that nobody thought of" in str(found.until(Failed).message)
        patch.setattr("notesite.shell.serve.build", build)
        found.until(Built)
        assert "A word more" in found.get(f"/{PAGE}")[1]


def test_a_first_build_that_fails_is_told_on_the_page(notes: Path) -> None:
    write_notes(notes, {".notesite/templates/contact.html": "{% oops %}"})
    with served(notes) as found:
        status, page = found.get("/")
        assert (status, "contact.html:1" in page, "reload.js" in page) == (503, True, True)
        shutil.rmtree(notes / ".notesite")
        found.until(Built)
        assert found.get("/")[0] == 200


def test_a_new_problem_is_told_until_it_is_gone(notes: Path) -> None:
    before = (notes / GIULIA).read_bytes()
    with served(notes) as found, stream(found) as events:
        write_notes(notes, {GIULIA: "---\nname: Giulia Rossi\nfollow-up: soonish\n---\n"})
        told = events.until("problem")
        assert (told["title"], told["link"]) == ("There is a new problem in the notes", "/problems.html")
        assert "soonish" in told["text"]
        assert [each.code for each in found.until(Built).new] == ["date-unreadable"]
        write_notes(notes, {GIULIA: before})
        events.until("fine")


def test_only_what_came_up_since_the_first_build_is_new() -> None:
    def unreadable(path: str, line: int) -> Diagnostic:
        return Diagnostic("date-unreadable", say("no date"), Origin(path, line))

    fresh = Fresh()
    old, moved, more, other = (
        unreadable(*each) for each in (("a.md", 1), ("a.md", 5), ("a.md", 6), ("b.md", 1))
    )
    assert fresh.added([old]) == (old,)
    assert fresh.added([moved]) == ()
    assert fresh.added([moved, more]) == (more,)
    assert fresh.added([moved, more, other]) == (other,)
    assert other in fresh.standing
    fresh.added([])
    assert fresh.standing == ()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EMFILE])
def test_without_watches_the_files_are_looked_at(notes: Path, number: int) -> None:
    class Full(PollingObserver):
        def start(self) -> None:
            raise OSError(number, os.strerror(number))

    with served(notes, new_observer=Full) as found, stream(found) as events:
        assert any(isinstance(each, Polling) for each in found.seen)
        append(notes / GIULIA, "\nA word more.\n")
        assert PAGE in events.routes()


def test_any_other_reason_not_to_watch_is_told(notes: Path) -> None:
    class Forbidden(PollingObserver):
        def start(self) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with served(notes, new_observer=Forbidden) as found:
        failed = [str(each.message) for each in found.seen if isinstance(each, Failed)]
        assert failed
        assert "cannot be watched: Permission denied" in failed[0]


def test_the_notes_are_only_read(notes: Path) -> None:
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in notes.rglob("*.md")}
    with served(notes) as found:
        write_notes(notes, {"notesite.toml": 'title = "Another title"\n'})
        found.until(Built)
    after = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in notes.rglob("*.md")}
    assert after == before
    assert {path.name for path in notes.iterdir()} == {"contacts", "events", "notesite.toml"}


def test_the_site_is_never_watched(notes: Path) -> None:
    site = notes.parent / "site"
    with served(notes, site) as found:
        write_notes(site, {"index.html": "touched", "a.md": "touched"})
        append(notes / GIULIA, "\nA word more.\n")
        assert found.until(Built).changed == {GIULIA}


def test_a_site_may_not_lie_among_the_notes(notes: Path) -> None:
    with pytest.raises(NotesiteError, match="inside the notes folder"), served(notes, notes / "site"):
        pass


@pytest.mark.parametrize(
    ("path", "is_so"),
    [
        ("a.md", True),
        ("contacts/a.Markdown", True),
        ("pics/a.JPG", True),
        ("notesite.toml", True),
        (".notesite/templates/event.html", True),
        (".notesite/templates/static/x.js", True),
        (".notesite/custom.css", True),
        (".notesite/other", False),
        (".git/HEAD.md", False),
        ("a/.hidden.md", False),
        ("a.md~", False),
        (".#a.md", False),
        ("a.txt", False),
    ],
)
def test_which_files_make_a_difference(path: str, is_so: bool) -> None:
    assert is_of_notebook(Path(path)) is is_so


def test_changes_that_never_rest_are_told_all_the_same(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notesite.shell.watch.LONGEST", 0.0)
    watcher = Watcher(notes)
    append(notes / GIULIA, "x")
    assert watcher.changes(NEVER_SO_LONG) == {GIULIA}
    watcher.close()
    assert watcher.changes(NEVER_SO_LONG) == frozenset()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGINT for a child")
def test_ctrl_c_ends_it_quietly(notes: Path) -> None:
    program = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"  # may be ignored
        "from notesite.cli.main import main; main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", program, "serve", "--port", "0", "--today", "2026-11-24"]
    with subprocess.Popen(
        command, cwd=notes.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout
        lines = [process.stdout.readline(), process.stdout.readline()]
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=NEVER_SO_LONG)
    assert (process.returncode, err, out.strip()) == (0, "", "")
    assert lines[0].startswith("3 notes, ")
    assert lines[1].startswith("The site is at http://127.0.0.1:")
