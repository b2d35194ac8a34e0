"""A disk that fills up and a kill at any moment: every page stays whole, and the next build mends all."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from notesite.model.errors import NotesiteError
from notesite.shell import publish as publishing
from notesite.shell import staging
from notesite.shell.publish import publish
from notesite.shell.staging import STAGED
from tests.notebooks import NEVER_SO_LONG, SAMPLE, TODAY, built, call, files_of, pages_of, write_notes

OLD = {f"contacts/{number}.html": b"old" * 400 for number in range(4)} | {
    "gone/x.html": b"old",
    "index.html": b"o",
}
NEW = {f"contacts/{number}.html": b"new" * 400 for number in range(1, 6)} | {
    "index.html": b"n",
    "tags/a.html": b"n",
}


class Killed(BaseException):
    """The process ends here."""


def files_without_lock(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in files_of(folder).items() if path != ".notesite/lock"}


@contextmanager
def killed_at(moment: int, call_: str, *, after: bool) -> Iterator[Callable[[], bool]]:
    """Ends the process at the n-th call of a function of os; tells whether it came to that."""
    really = getattr(os, call_)
    count = 0

    def fatal(*arguments: Any, **named: Any) -> Any:
        nonlocal count
        count += 1
        if count == moment and not after:
            raise Killed
        found = really(*arguments, **named)
        if count == moment:
            raise Killed
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call_, fatal)
        yield lambda: count >= moment


def is_whole(path: str, data: bytes) -> bool:
    return data in (OLD.get(path), NEW.get(path))


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build that nothing disturbs leaves."""
    site = tmp_path_factory.mktemp("clean") / "site"
    publish(site, NEW)
    return files_without_lock(site)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("call_", ["replace", "mkdir", "unlink", "open", "rmdir"])
@pytest.mark.parametrize("is_first", [True, False], ids=["first build", "later build"])
def test_a_kill_at_any_moment_leaves_whole_pages_and_the_next_build_equals_a_clean_one(
    tmp_path: Path, clean: dict[str, bytes], call_: str, *, is_first: bool, after: bool
) -> None:
    for moment in range(1, 60):
        site = tmp_path / str(moment)
        if not is_first:
            publish(site, OLD)
        with killed_at(moment, call_, after=after) as came:
            with suppress(Killed):
                publish(site, NEW)
            reached = came()
        pages = pages_of(site) if site.exists() else {}
        assert all(is_whole(path, data) for path, data in pages.items())
        publishing.check_output(site, tmp_path / "notes")
        publish(site, NEW)
        assert files_without_lock(site) == clean, f"after a kill at {call_} number {moment}"
        if not reached:
            return
    pytest.fail("the publishing never came to an end")


class Full(io.RawIOBase):
    """A file on a disk that takes some bytes more and is then full."""

    def __init__(self, path: Path, room: int) -> None:
        self._file = path.open("wb")
        self._room = room

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._file.write(bytes(data)[: self._room])
        if len(data) > self._room:
            raise OSError(28, "No space left on device")
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()


@pytest.mark.parametrize("file_count", range(8))
def test_a_disk_that_fills_up_leaves_whole_pages_and_a_message(
    tmp_path: Path, clean: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, file_count: int
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    opened = 0

    def open_(path: Path, mode: str = "r", **_: Any) -> Any:
        nonlocal opened
        opened += path.parent.name == STAGED or path.name == "part"
        return Full(path, 2) if opened > file_count else path.open(mode)

    for module in (publishing, staging):
        monkeypatch.setattr(module, "open", open_, raising=False)
    with pytest.raises(NotesiteError, match="No space left on device") as stopped:
        publish(site, NEW)
    assert "stay as they were" in str(stopped.value.hint)
    assert all(is_whole(path, data) for path, data in pages_of(site).items())
    assert {path for path in OLD if path in NEW} <= set(pages_of(site))
    monkeypatch.undo()
    publish(site, NEW)
    assert files_without_lock(site) == clean


def test_a_full_disk_ends_the_command_with_exit_code_2(
    tmp_path: Path, notes: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(path: Path, *_: Any, **__: Any) -> Any:
        raise OSError(28, "No space left on device", str(path))

    for module in (publishing, staging):
        monkeypatch.setattr(module, "open", no_room, raising=False)
    ran = call("build", "--notes", notes, "--output", site, cwd=tmp_path)
    assert ran.code == 2
    assert "No space left on device" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a process's files")
def test_a_process_that_may_write_no_more_ends_with_exit_code_2(
    tmp_path: Path, notes: Path, site: Path
) -> None:
    built(notes, site)
    before = pages_of(site)
    write_notes(notes, {"contacts/long.md": "word " * 9000})
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000));"
        "from notesite.cli.main import main; main(sys.argv[1:])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", limited, "build", "--notes", notes, "--output", site, "--today", "2026-11-24"],
        capture_output=True,
        timeout=NEVER_SO_LONG,
        check=False,
        cwd=tmp_path,
    )
    assert ran.returncode == 2, ran.stderr
    assert b"Traceback" not in ran.stderr
    built(notes, tmp_path / "clean")
    new = pages_of(tmp_path / "clean")
    assert all(data in (before.get(path), new.get(path)) for path, data in pages_of(site).items())
    built(notes, site)
    assert pages_of(site) == new


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build of the sample that nothing disturbs leaves."""
    site = tmp_path_factory.mktemp("sample") / "site"
    built(SAMPLE, site)
    return files_without_lock(site)


@pytest.mark.parametrize("written", [0, 1, 20, 60])
def test_a_real_kill_leaves_whole_pages_and_the_next_build_equals_a_clean_one(
    tmp_path: Path, sample: dict[str, bytes], written: int
) -> None:
    site = tmp_path / "site"
    arguments: list[str | Path] = ["-m", "notesite", "build", "--notes", SAMPLE, "--today", TODAY.isoformat()]
    with subprocess.Popen(
        [sys.executable, *arguments, "--output", site], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as build:
        while build.poll() is None and len(list(site.rglob("*.html"))) < written:
            pass
        build.send_signal(signal.SIGKILL)
    half = pages_of(site) if site.exists() else {}
    assert all(sample[path] == data for path, data in half.items())
    built(SAMPLE, site)
    assert files_without_lock(site) == sample
