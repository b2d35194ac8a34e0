"""Making the pages that are not as they would be made: each is compared with what it asked for."""

from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.pages.page import Page
from notesite.pages.plan import route_lookup
from notesite.pages.render import rendered
from notesite.pages.theme import Theme
from notesite.reading.changes import whole
from notesite.shell.marks import Changed, Marks, marks_of
from notesite.shell.memory import Memory, key_of
from notesite.shell.parallel import Progress, spread
from notesite.shell.remembered import Recalled, Unit, units_in
from notesite.shell.staging import Staged, stage
from notesite.shell.telling import add_changes, tell
from notesite.shell.units import Given, given_by
from notesite.views.derive import Views
from notesite.views.together import ROWS, SUMMARIES

PLANNED = "planned"
"""What is remembered of the plan of the pages of many."""


@dataclass(frozen=True, slots=True)
class Making:
    """What pages are made with: a theme and a folder, whatever the last build knew, and what changed since.

    What was `recalled` before is not decoded again. `there` are the files of the last build that are as it
    left them. Where nothing of it can be kept, since the day or the theme is another, `changed` is None.
    """

    theme: Theme
    output: Path
    memory: Memory
    recalled: Recalled
    changed: Changed | None
    there: Collection[str]
    progress: Progress
    jobs: int

    def is_kept(self, route: str, marks: Marks) -> bool:
        """Whether a page is there and would be made as it is."""
        return self.changed is not None and route in self.there and not self.changed.touches(marks)

    def is_settled(self, planned: Marks, pages: Mapping[str, tuple[str, Marks]]) -> bool:
        """Whether the pages of many are those that were planned, and each would be made as it is."""
        if self.changed is None or self.changed.touches(planned):
            return False
        return all(self.is_kept(route, marks) for route, (_, marks) in pages.items())


@dataclass(slots=True)
class Site:
    """What was made: where each file waits, None where it stays; and what to remember of pages and notes.

    `given` is, by its name, what the notes of `units` gave beside their summaries. `notes` are the pages of
    notes by the path of the note. `planned` is what was asked for in order to know which pages of many there
    are, empty where that does not tell; `is_settled` that they all stay.
    """

    given: Mapping[str, MutableMapping[str, bytes]]
    files: dict[str, Staged | None] = field(default_factory=dict)
    pages: dict[str, tuple[str, Marks]] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    notes: dict[str, Page] = field(default_factory=dict)
    planned: Marks = b""
    is_settled: bool = False


def make_notes(making: Making, views: Views, pages: Iterable[Page], site: Site) -> None:
    """Make the page of every note, and what it gives to pages of many, which is what `views` then know."""
    site.notes = by_path = {page.note: page for page in pages}
    known = units_in(making.memory) if making.changed is not None else {}
    paths = list(views.index.network.faces)
    kept = {path: unit for path, unit in known.items() if _is_kept(making, by_path.get(path), unit)}
    anew = [path for path in paths if path not in kept]
    work = partial(_note, making=making, views=views, pages=by_path)
    for path, (marks, given, staged) in zip(anew, spread(work, anew, making.jobs), strict=True):
        site.units[path] = Unit(marks, given.summary)
        for name, data in given.others.items():
            site.given[name][path] = data
        if page := by_path.get(path):
            site.files[page.route] = staged
        making.progress("Rendering", len(site.units), len(anew))
    site.files |= {page.route: None for path, page in by_path.items() if path in kept}
    found = {path: site.units.get(path) or known[path] for path in paths}
    tell(views.index, making.memory, making.recalled, found, site.given)
    if making.changed is not None:
        add_changes(making.changed, making.memory, known, found, site.given)


def _is_kept(making: Making, page: Page | None, unit: Unit) -> bool:
    """Whether what a note gave is what it would give."""
    if page is not None:
        return making.is_kept(page.route, unit.marks)
    return making.changed is not None and not making.changed.touches(unit.marks)


def _note(
    path: str, making: Making, views: Views, pages: Mapping[str, Page]
) -> tuple[Marks, Given, Staged | None]:
    """A note's page, where it has one of its own, what it gives to others, and what both asked for."""
    page = pages.get(path)
    with views.index.reads.recorded() as reads:
        if page:
            views.index.reads.add(route_lookup("notes"), path)  # what was there may be of another note
        staged = _staged(page, making) if page else None
        given = given_by(views, path)
    return marks_of(reads), given, staged


def make_lists(making: Making, views: Views, plan: Callable[[], Sequence[Page]], site: Site) -> None:
    """Make the pages of many; they are planned where one of them, or which there are, may be another."""
    known = making.memory.pages() if making.changed is not None else {}
    planned = making.memory.said(PLANNED)
    if planned and making.is_settled(planned, known):
        site.planned, site.is_settled = planned, True
        site.files |= dict.fromkeys(known)
        return
    with views.index.reads.recorded() as reads:
        pages = plan()
    if not views.together.reported:
        site.planned = marks_of({*reads, *whole([SUMMARIES, ROWS])})
    make_pages(making, views, pages, known, site)


def make_pages(
    making: Making, views: Views, pages: Sequence[Page], known: Mapping[str, tuple[str, Marks]], site: Site
) -> None:
    """Make the pages of many that are not as the last build knew them."""
    givens = {page.route: key_of(page.given, page.title) for page in pages}
    anew = []
    for page in pages:
        given, marks = known.get(page.route, ("", b""))
        if given == givens[page.route] and making.is_kept(page.route, marks):
            site.files[page.route] = None
        else:
            anew.append(page)
    work = partial(_page, making=making, views=views)
    for number, (page, (marks, staged)) in enumerate(zip(anew, spread(work, anew, making.jobs), strict=True)):
        site.files[page.route], site.pages[page.route] = staged, (givens[page.route], marks)
        making.progress("Rendering", number + 1, len(anew))


def _page(page: Page, making: Making, views: Views) -> tuple[Marks, Staged | None]:
    with views.index.reads.recorded() as reads:
        staged = _staged(page, making)
    return marks_of(reads), staged


def _staged(page: Page, making: Making) -> Staged | None:
    """Where a page waits, if it is not the one that is there.

    Raises NotesiteError where a template fails: a notebook's own may, in any way.
    """
    data = page.view()
    try:
        html = rendered(page, data, making.theme)
    except Exception as error:
        name, line = getattr(error, "name", None) or page.template, getattr(error, "lineno", None)
        where = f"{name}:{line}" if line else name
        message = say("the template %(where)s fails: %(reason)s", where=where, reason=error)
        raise NotesiteError(message, say("mend or remove it")) from error
    return stage(making.output, page.route, html)
