"""A notebook becomes a site: the seven stages, one after another.

gather → read → link → derive → plan → render → publish
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from notesite.model.diagnostic import Diagnostic
from notesite.model.due import FollowUp
from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.model.network import Network
from notesite.model.note import Note
from notesite.model.settings import Settings
from notesite.pages.page import Page
from notesite.pages.plan import Plan, plan
from notesite.pages.render import render
from notesite.pages.sentences import told
from notesite.pages.theme import Theme, load_theme
from notesite.reading.linking import link
from notesite.reading.notes import read_note
from notesite.rules.ranking import select
from notesite.rules.registry import dues
from notesite.shell.catalogues import catalogue
from notesite.shell.disk import Gathered, gather, read_attachment
from notesite.shell.parallel import spread
from notesite.shell.places import Places
from notesite.shell.publish import Published, check_output, publish
from notesite.shell.themes import assets, theme_folders
from notesite.views.derive import derive

CALENDAR = "follow-ups.ics"

Progress = Callable[[str, int, int], None]
"""Told of a stage, how many of its steps are done, and of how many."""


def silent(stage: str, done: int, total: int) -> None:
    """The progress of a build that nobody watches."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook as it was read: its network, and everything that was not as it should be."""

    network: Network
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    notebook: Notebook
    day: date
    follow_ups: tuple[FollowUp, ...]
    pages: int
    published: Published = field(default_factory=Published)


def build(places: Places, today: date, progress: Progress = silent, jobs: int = 1) -> Report:
    """Build the site of a notebook as of a day, with so many processes where that is worth it.

    Raises NotesiteError where it cannot be written.
    """
    settings = places.settings
    check_output(places.output, places.notes)
    notebook = read_notebook(places, progress, jobs)
    views = derive(notebook.network, notebook.diagnostics, today, settings)
    static = assets(places.notes)
    planned = plan(views, notebook.network, settings, custom_css="assets/custom.css" in static)
    theme = load_theme(theme_folders(places.notes), catalogue(settings.language), language=settings.language)
    pages = _rendered((*planned.pages, *planned.data), theme, progress, jobs)
    due = views.follow_ups
    feed = {CALENDAR: _calendar(due, notebook.network, today, settings)}
    files = {**static, **dict(pages), **feed, **dict(_attachments(planned, places.notes))}
    published = publish(places.output, files)
    return Report(notebook, today, due, len(planned.pages), published)


def read_notebook(places: Places, progress: Progress = silent, jobs: int = 1) -> Notebook:
    """The first three stages: the network of a notes folder, with what is wrong in it."""
    gathered = gather(places.notes, places.settings.ignore)
    notes, diagnostics = _read(gathered, places.settings, progress, jobs)
    linked = link(notes, places.settings, gathered.attachments, gathered.large)
    found = (*gathered.diagnostics, *diagnostics, *linked.diagnostics)
    return Notebook(linked.value, tuple(sorted(found, key=lambda each: each.sort_key)))


def _read(
    gathered: Gathered, settings: Settings, progress: Progress, jobs: int
) -> tuple[list[Note], list[Diagnostic]]:
    notes: list[Note] = []
    diagnostics: list[Diagnostic] = []
    outcomes = spread(partial(read_note, settings=settings), gathered.sources, jobs)
    for number, outcome in enumerate(outcomes, start=1):
        diagnostics += outcome.diagnostics
        if outcome.value is not None:
            notes.append(outcome.value)
        progress("Reading", number, len(gathered.sources))
    return notes, diagnostics


def _rendered(
    pages: Sequence[Page], theme: Theme, progress: Progress, jobs: int
) -> Iterator[tuple[str, bytes]]:
    rendered = spread(partial(_render, theme=theme), pages, jobs)
    for number, (page, data) in enumerate(zip(pages, rendered, strict=True), start=1):
        yield page.route, data
        progress("Rendering", number, len(pages))


def _render(page: Page, theme: Theme) -> bytes:
    """The page's bytes. Raises NotesiteError where a template fails: a notebook's own may, in any way."""
    try:
        return render(page, theme)
    except Exception as error:
        name, line = getattr(error, "name", None) or page.template, getattr(error, "lineno", None)
        where = f"{name}:{line}" if line else name
        message = say("the template %(where)s fails: %(reason)s", where=where, reason=error)
        raise NotesiteError(message, say("mend or remove it")) from error


def _attachments(planned: Plan, notes: Path) -> Iterator[tuple[str, bytes]]:
    """The attachments that pages use; one that vanished meanwhile is left out."""
    for path, route in planned.files:
        try:
            yield route, read_attachment(notes, path)
        except OSError:
            continue


def _calendar(due: Iterable[FollowUp], network: Network, day: date, settings: Settings) -> bytes:
    from notesite.exchange.icalendar_feed import follow_ups_ics  # noqa: PLC0415  # only a build pays for it

    in_words = partial(told, catalogue(settings.language))
    return follow_ups_ics(due, network.contacts, network.events, day, settings.title, in_words)


def follow_ups(notebook: Notebook, settings: Settings, day: date) -> tuple[FollowUp, ...]:
    """Whom to reach on a day and why, the most pressing first."""
    return select(dues(notebook.network, settings), notebook.network, day)
