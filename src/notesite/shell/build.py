"""A notebook becomes a site: the seven stages, one after another.

gather → read → link → derive → plan → render → publish
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from notesite.model.due import FollowUp
from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.model.network import Network
from notesite.model.settings import Settings
from notesite.pages.page import Page, digest
from notesite.pages.plan import Plan, plan
from notesite.pages.render import rendered
from notesite.pages.sentences import told
from notesite.pages.theme import Theme, load_theme
from notesite.rules.ranking import select
from notesite.rules.registry import dues
from notesite.shell.catalogues import catalogue
from notesite.shell.disk import Gathered, check_notes, gather, read_attachment
from notesite.shell.memory import Learnt, Memory, Stat, keep, key_of, stat_of
from notesite.shell.notebooks import Notebook, key_for, memory_of, notebook_of
from notesite.shell.parallel import Progress, silent, spread
from notesite.shell.places import Places
from notesite.shell.publish import Published, check_output, intact, opened, routes_in, settle, written_as
from notesite.shell.report import Report, as_told, report_of, told_again
from notesite.shell.themes import assets, theme_files, theme_folders
from notesite.views.derive import derive

CALENDAR = "follow-ups.ics"


def build(
    places: Places, today: date, progress: Progress = silent, jobs: int = 1, *, fresh: bool = False
) -> Report:
    """Build the site of a notebook as of a day, with so many processes where that is worth it.

    What the last build knew is not worked out again, unless it is to be `fresh`. Raises NotesiteError where
    the site cannot be written.
    """
    check_output(places.output, places.notes)
    check_notes(places.notes)
    with opened(places.output) as began:
        memory = memory_of(places, fresh=fresh)
        gathered = gather(places.notes, places.settings.ignore, memory.is_same)
        rest = _rest(places, today, gathered)
        if remembered := _unchanged(places.output, memory, gathered, rest):
            return remembered
        notebook, notes = notebook_of(gathered, places, memory, progress, jobs)
        views = derive(notebook.network, notebook.diagnostics, today, places.settings)
        static = assets(places.notes)
        planned = plan(views, notebook.network, places.settings, custom_css="assets/custom.css" in static)
        pages, digests = _rendered(planned, places, memory, progress, jobs)
        feed = {CALENDAR: _calendar(views.follow_ups, notebook.network, today, places.settings)}
        files = {**static, **pages, **feed, **dict(_attachments(planned, places.notes))}
        report = report_of(notebook, views.follow_ups, today, len(planned.pages))
        published = settle(places.output, files)
        written = written_as(places.output, files, digests)
        learnt = Learnt(key_for(places.settings), began, notes, written, rest.key, as_told(report))
        keep(memory, learnt)
        return replace(report, published=published)


@dataclass(frozen=True, slots=True)
class _Rest:
    """What goes into a site beside its notes, as one key, and when the latest of it changed."""

    key: str
    latest: int


def _rest(places: Places, today: date, gathered: Gathered) -> _Rest:
    """The day, the theme, the attachments, and what was left out."""
    attachments = [(path, stat_of(gathered.stats[path])) for path in gathered.attachments]
    theme = [(str(path), stat_of(path.stat())) for path in theme_files(places.notes)]
    latest = max((max(stat[1], stat[2]) for _, stat in (*attachments, *theme)), default=0)
    return _Rest(key_of(today, attachments, gathered.large, gathered.diagnostics, theme), latest)


def _unchanged(output: Path, memory: Memory, gathered: Gathered, rest: _Rest) -> Report | None:
    """The last build's report where nothing has changed since, neither what went in nor what came out."""
    if gathered.sources or len(gathered.same) != len(memory.notes):
        return None
    if memory.rest != rest.key or rest.latest >= memory.began:
        return None
    if len(intact(output, memory.files)) < len(memory.files) or routes_in(output) != set(memory.files):
        return None
    try:
        return told_again(memory.report, Published(unchanged=len(memory.files)))
    except ValueError:
        return None


def _rendered(
    planned: Plan, places: Places, memory: Memory, progress: Progress, jobs: int
) -> tuple[dict[str, bytes | None], dict[str, str]]:
    """The bytes of every page, None where the page is what it was, and its fingerprint."""
    files = tuple((path, stat_of(path.stat())) for path in theme_files(places.notes))
    theme = _theme(tuple(theme_folders(places.notes)), places.settings.language, files)
    theme.kept.clear()
    kept = {route: written[0] for route, written in intact(places.output, memory.files).items()}
    pages = (*planned.pages, *planned.data)
    results = spread(partial(_render, theme=theme, kept=kept), pages, jobs)
    found: dict[str, bytes | None] = {}
    digests: dict[str, str] = {}
    for page, (fingerprint, data) in zip(pages, results, strict=True):
        found[page.route], digests[page.route] = data, fingerprint
        progress("Rendering", len(found), len(pages))
    return found, digests


@lru_cache(maxsize=4)
def _theme(folders: tuple[Path, ...], language: str, _files: tuple[tuple[Path, Stat], ...]) -> Theme:
    """The theme of these files, compiled once for as long as none of them changes."""
    return load_theme(folders, catalogue(language), language=language)


def _render(page: Page, theme: Theme, kept: Mapping[str, str]) -> tuple[str, bytes | None]:
    """The page's fingerprint, and its bytes where they are not those of the last build.

    Raises NotesiteError where a template fails: a notebook's own may, in any way.
    """
    data = page.view()
    fingerprint = digest(page, data, theme.fingerprint)
    if kept.get(page.route) == fingerprint:
        return fingerprint, None
    try:
        return fingerprint, rendered(page, data, theme)
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
    from notesite.exchange.icalendar_feed import Header, follow_ups_ics  # noqa: PLC0415  # only a build pays for it

    in_words = partial(told, catalogue(settings.language))
    me = network.contacts.get(network.me or "")
    header = Header(settings.title, me.card.timezone if me else "")
    return follow_ups_ics(due, network.contacts, network.events, day, header, in_words)


def follow_ups(notebook: Notebook, settings: Settings, day: date) -> tuple[FollowUp, ...]:
    """Whom to reach on a day and why, the most pressing first."""
    return select(dues(notebook.network, settings), notebook.network, day)
