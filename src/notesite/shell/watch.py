"""Which files of a notebook changed, told once all has been quiet for a moment."""

import errno
import os
import threading
import time
import warnings
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path, PurePath

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from notesite.shell.disk import ATTACHMENT_ENDINGS, NOTE_ENDINGS
from notesite.shell.settings_file import SETTINGS
from notesite.shell.themes import CUSTOM_CSS, OVERRIDES

QUIET = 0.06
"""Seconds without a change after which what changed is told: an editor writes a file in several steps."""
LONGEST = 2.0
"""Seconds after which it is told although there was no quiet."""

_OF_FILES = ("created", "modified", "moved", "deleted", "closed", "attrib")
_OF_FOLDERS = ("created", "moved", "deleted")
_NO_WATCHES = (errno.ENOSPC, errno.EMFILE)
_OWN = (PurePath(OVERRIDES), PurePath(CUSTOM_CSS))

NewObserver = Callable[[], BaseObserver]


def is_of_notebook(path: PurePath, *, is_folder: bool = False) -> bool:
    """Whether a path in a notes folder, relative to it, may make a difference to the site."""
    if any(path.is_relative_to(own) or own.is_relative_to(path) for own in _OWN):
        return True
    if any(part.startswith(".") for part in path.parts):
        return False
    return is_folder or path.name == SETTINGS or path.suffix.lower() in (*NOTE_ENDINGS, *ATTACHMENT_ENDINGS)


class Watcher:
    """Watches a notes folder and some files beside it from the moment that it is made until it is closed.

    Where the system has no watches left, it looks at the files once a second instead: `is_polling`.
    """

    def __init__(self, notes: Path, files: Iterable[Path] = (), new_observer: NewObserver = Observer) -> None:
        self._notes, self._root = notes, Path(os.path.realpath(notes))
        self._files = {Path(os.path.realpath(each.parent)) / each.name for each in files}
        self._identity = _identity(notes)
        self._condition = threading.Condition()
        self._changed: set[str] = set()
        self._events = 0
        self._is_moved = self._is_closed = False
        self.is_polling = False
        try:
            self._observer = self._started(new_observer())
        except OSError as error:
            if error.errno not in _NO_WATCHES:
                raise
            self._observer = self._started(PollingObserver())
            self.is_polling = True

    @property
    def is_lost(self) -> bool:
        """Whether the folder that is watched is no longer the notes folder: removed, moved or replaced."""
        return self._is_moved or _identity(self._notes) != self._identity

    def changes(self, timeout: float) -> frozenset[str]:
        """What has changed since the last call, waited for at most so many seconds: none where nothing has.

        Files are named by their path in the notes folder, those beside it by their name.
        """
        with self._condition:
            self._condition.wait_for(lambda: self._changed or self._is_moved or self._is_closed, timeout)
            if self._changed:
                self._wait_for_quiet()
            found, self._changed = frozenset(self._changed), set()
            return found

    def _wait_for_quiet(self) -> None:
        first = time.monotonic()
        while not self._is_closed and time.monotonic() - first < LONGEST:
            known = self._events
            if not self._condition.wait_for(partial(self._has_more_than, known), QUIET):
                return

    def _has_more_than(self, known: int) -> bool:
        return self._events != known

    def close(self) -> None:
        """Watch no longer; whoever waits for changes goes on at once."""
        with self._condition:
            self._is_closed = True
            self._condition.notify_all()
        self._observer.stop()
        self._observer.join()

    def _started(self, observer: BaseObserver) -> BaseObserver:
        handler = _Handler(self._notice)
        # watchdog 7 warns of a folder that was moved away and back, and then does what is right.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        try:
            observer.schedule(handler, str(self._root), recursive=True)
            for folder in {self._root.parent, *(file.parent for file in self._files)}:
                if folder.is_dir() and not folder.is_relative_to(self._root):
                    observer.schedule(handler, str(folder), recursive=False)
            observer.start()
        except OSError:
            _stop(observer)
            raise
        return observer

    def _notice(self, event: FileSystemEvent) -> None:
        """Remember an event, in the thread of the observer."""
        if event.event_type not in (_OF_FOLDERS if event.is_directory else _OF_FILES):
            return
        paths = [Path(os.fsdecode(each)) for each in (event.src_path, event.dest_path) if each]
        with self._condition:
            self._is_moved |= self._root in paths and event.event_type in ("moved", "deleted")
            names = {name for path in paths if (name := self._name(path, is_folder=event.is_directory))}
            if names or self._is_moved:
                self._changed |= names
                self._events += 1
                self._condition.notify_all()

    def _name(self, path: Path, *, is_folder: bool) -> str:
        """How a path is told; empty where it makes no difference."""
        if path in self._files:
            return path.name
        if path == self._root or not path.is_relative_to(self._root):
            return ""
        inside = path.relative_to(self._root)
        return inside.as_posix() if is_of_notebook(inside, is_folder=is_folder) else ""


class _Handler(FileSystemEventHandler):
    def __init__(self, notice: Callable[[FileSystemEvent], None]) -> None:
        self._notice = notice

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._notice(event)


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another in its place; None where there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)


def _stop(observer: BaseObserver) -> None:
    """End an observer that failed to start, with whatever of it runs already."""
    observer.unschedule_all()
    if observer.is_alive():
        observer.stop()
        observer.join()
