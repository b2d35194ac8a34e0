"""Serving a notebook's site on this machine: built again whenever the notebook changes, until it is ended.

One thread builds, so that there is never more than one build at a time, and whatever changes meanwhile waits
for the next. The last good site stays, whatever happens to the notebook.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from watchdog.observers import Observer

from notesite.model.errors import NotesiteError
from notesite.model.message import NOTHING, Message, say, say_many
from notesite.model.settings import Settings
from notesite.pages.sentences import told
from notesite.shell.build import build
from notesite.shell.catalogues import catalogue
from notesite.shell.disk import reason
from notesite.shell.fresh import Fresh
from notesite.shell.happenings import Built, Failed, Gone, Polling, Started, Tell
from notesite.shell.live import Kind, Notice
from notesite.shell.loopback import Server, Shown, listening
from notesite.shell.parallel import default_jobs
from notesite.shell.places import Places, find_places
from notesite.shell.publish import Published, check_output, routes_in
from notesite.shell.quick import Kept, quick_page
from notesite.shell.settings_file import SETTINGS, settings_file
from notesite.shell.watch import NewObserver, Watcher

TICK = 1.0
"""Seconds between two looks at whether the notes folder is still there and the day still the same."""
SETTLING = 0.5
"""Seconds in which a notes folder that has come back may go on filling before it is read."""
FIRST_RETRY, LAST_RETRY = 1.0, 60.0
"""Seconds after which a build that failed is tried again, twice as many each time."""
PROBLEMS = "/problems.html"
NEVER = float("inf")
GONE = say("The notes folder is gone")


@dataclass(frozen=True, slots=True)
class Asked:
    """What to serve, as `find_places` finds it each time anew, and what says which day it is."""

    start: Path
    notes: Path | None
    output: Path | None
    today: Callable[[Settings], date]

    def places(self) -> Places:
        """Where everything lies now, with the settings as they are now."""
        return find_places(self.start, self.notes, self.output)


@contextmanager
def serving(
    asked: Asked, tell: Tell, port: int | None = None, new_observer: NewObserver = Observer
) -> Iterator["Serving"]:
    """A server with its port; `run` of what is given builds, answers, watches, and goes on until it is ended.

    Raises NotesiteError where there is no notebook, where its site may not be written to the output folder,
    and where the port is taken.
    """
    places = asked.places()
    check_output(places.output, places.notes)
    with listening(port) as server:
        yield Serving(asked, places, server, tell, new_observer)


class Serving:
    """The loop of builds behind a server."""

    def __init__(
        self, asked: Asked, places: Places, server: Server, tell: Tell, new_observer: NewObserver
    ) -> None:
        self._asked, self._places, self._tell, self._new_observer = asked, places, tell, new_observer
        self.server = server
        self._ended = threading.Event()
        self._watcher: Watcher | None = None
        self._day: date | None = None
        self._fresh = Fresh()
        self._kept = Kept()
        self._is_built = self._is_watched = False
        self._trouble = NOTHING
        self._notices = 0
        self._wait, self._retry_at = 0.0, NEVER

    def run(self) -> None:
        """Build, and build again for each change, until `end` is called."""
        try:
            self._build(frozenset(), default_jobs())  # before any thread runs: it may fork
            self.server.start()
            self._watch()
            self._is_watched = True
            self._build(frozenset())  # what changed before, and so that the first edit finds all at hand
            self._tell(Started(self.server.address))
            while not self._ended.is_set():
                self._step()
        finally:
            self._unwatch()

    def end(self) -> None:
        """Let `run` return soon."""
        self._ended.set()

    def _step(self) -> None:
        """Wait for something to happen, at most a moment, and do what it asks for."""
        if self._watcher is None:
            self._await_return()
            return
        changed = self._watcher.changes(min(TICK, max(0.0, self._retry_at - time.monotonic())))
        if self._watcher.is_lost:
            self._unwatch()
            if not _is_there(self._places.notes):
                self._say_gone()
        elif changed or time.monotonic() >= self._retry_at or self._is_another_day():
            self._build(changed)

    def _is_another_day(self) -> bool:
        return self._day != self._asked.today(self._places.settings)

    def _watch(self) -> None:
        asked, notes = self._asked, self._places.notes
        files = {notes.absolute().parent / SETTINGS, asked.start / SETTINGS}
        try:
            files |= {file} if (file := settings_file(asked.start, asked.notes)) else set()
            self._watcher = Watcher(notes, files, self._new_observer)
        except OSError as error:
            if notes.is_dir():
                why = reason(error)
                self._fail(
                    say("the notes folder %(folder)s cannot be watched: %(reason)s", folder=notes, reason=why)
                )
            else:
                self._say_gone()
            self._ended.wait(TICK)
            return
        if self._watcher.is_polling:
            self._tell(Polling())

    def _unwatch(self) -> None:
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None

    def _await_return(self) -> None:
        """Wait for the notes folder; one without anything in it, such as the place of a disk, is none."""
        if not _is_there(self._places.notes):
            self._ended.wait(TICK / 2)
            return
        self._watch()
        if self._watcher is not None:
            self._build(self._watcher.changes(SETTLING))

    def _build(self, changed: frozenset[str], jobs: int = 1) -> None:
        """Build; whatever a notebook does to a build, serving goes on."""
        start = time.perf_counter()
        try:
            places = self._asked.places()
            self._follow(places)
            day = self._asked.today(places.settings)
            if day == self._day:
                self._hurry(places, changed)
            self._day = day
            report = build(places, day, jobs=jobs, kept=self._kept if self._is_watched else None)
        except NotesiteError as error:
            self._fail(error.message, error.hint)
            return
        except Exception as error:
            why = reason(error) if isinstance(error, OSError) else repr(error)
            self._fail(say("the build fails: %(reason)s", reason=why))
            return
        seconds = time.perf_counter() - start
        self._publish(Built(changed, report, self._fresh.added(report.diagnostics), seconds))

    def _hurry(self, places: Places, changed: frozenset[str]) -> None:
        """Show the page of the one note that was saved before the others; the build tells what hinders it."""
        warm = self._kept.warm
        if warm is None or len(changed) != 1 or warm.places != places:
            return
        with suppress(Exception):
            if route := quick_page(warm, next(iter(changed))):
                self.server.live.changed(Published(changed=(route,)))

    def _follow(self, places: Places) -> None:
        """Go where the settings lead, and watch there before anything is read."""
        before, self._places = self._places.notes, places
        if self._watcher is not None and places.notes != before:
            self._unwatch()
            self._watch()

    def _publish(self, built: Built) -> None:
        """Show what was built, and tell of it where it made a difference, or somebody waits for one."""
        written = built.report.published
        is_news = written.new or written.changed or written.removed or built.changed or built.new
        is_awaited = self._trouble or not self._is_built
        if self._is_built and built.new:
            self._notices += 1
        self._is_built, self._trouble = True, NOTHING
        self._wait, self._retry_at = 0.0, NEVER
        self._show()
        self.server.live.changed(written)
        self._notice_problems()
        if is_news or is_awaited:
            self._tell(built)

    def _fail(self, message: Message, hint: Message = NOTHING) -> None:
        """Say once what stops the build, and try again: it may be another build, or a disk that is full."""
        self._wait = min(max(FIRST_RETRY, 2 * self._wait), LAST_RETRY)
        self._retry_at = time.monotonic() + self._wait
        if message == self._trouble or not self._places.notes.is_dir():
            return
        self._trouble = message
        if not self._is_built:
            self._show(message)
        self._notices += 1
        self._notice("problem", say("The site could not be built"), message, hint)
        self._tell(Failed(message, hint))

    def _say_gone(self) -> None:
        self._retry_at = NEVER
        if self._trouble == GONE:
            return
        self._trouble = GONE
        self._notices += 1
        self._notice(
            "gone", GONE, say("The site stays as it was, and goes on when the folder is there again.")
        )
        self._tell(Gone(self._places.notes))

    def _show(self, trouble: Message = NOTHING) -> None:
        """Serve what the last build wrote; the trouble is what to say where there never was one."""
        routes = frozenset(routes_in(self._places.output))
        language = self._places.settings.language
        self.server.shown = Shown(self._places.output, routes, language, NOTHING if routes else trouble)

    def _notice_problems(self) -> None:
        standing = self._fresh.standing
        if not standing:
            self.server.live.notice(None)
            return
        title = say_many(
            "There is a new problem in the notes",
            "There are %(num)s new problems in the notes",
            len(standing),
        )
        first = say("%(place)s: %(message)s", place=standing[0].origin, message=standing[0].message)
        self._notice("problem", title, first, standing[0].hint, link=PROBLEMS)

    def _notice(
        self, kind: Kind, title: Message, text: Message, hint: Message = NOTHING, *, link: str = ""
    ) -> None:
        """Lay words over every open page."""
        words = catalogue(self._places.settings.language)
        notice = Notice(
            kind,
            f"{self.server.live.name}-{self._notices}",
            told(words, title),
            told(words, text),
            told(words, hint),
            told(words, say("Close")),
            link,
            told(words, say("All problems")) if link else "",
        )
        self.server.live.notice(notice)


def _is_there(notes: Path) -> bool:
    """Whether a folder is there, with anything in it."""
    try:
        return next(notes.iterdir(), None) is not None
    except OSError:
        return False
