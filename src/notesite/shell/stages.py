"""The stages of a build that has something to do; slow to import, so they come only then."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from notesite.exchange.icalendar_feed import Header, follow_ups_ics
from notesite.model.due import STATES, FollowUp
from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.model.network import Network
from notesite.model.settings import Settings
from notesite.pages.page import Page, digest
from notesite.pages.plan import Plan, plan
from notesite.pages.render import rendered
from notesite.pages.sentences import told
from notesite.pages.theme import Theme, load_theme
from notesite.shell.catalogues import catalogue
from notesite.shell.disk import read_attachment
from notesite.shell.memory import Stat
from notesite.shell.notebooks import Notebook, notebook_of
from notesite.shell.parallel import Progress, spread
from notesite.shell.places import Places
from notesite.shell.publish import Written
from notesite.shell.report import Report
from notesite.shell.staging import Staged, stage
from notesite.shell.themes import theme_folders
from notesite.views.derive import derive

__all__ = ["attachments_of", "derive", "feed_of", "notebook_of", "pages_of", "plan", "report_of", "theme_of"]

SHOWN_PEOPLE = 3


def theme_of(places: Places, files: tuple[tuple[Path, Stat], ...]) -> Theme:
    """The theme of a notebook, whose files are these."""
    theme = _theme(tuple(theme_folders(places.notes)), places.settings.language, files)
    theme.kept.clear()
    return theme


def pages_of(
    planned: Plan, theme: Theme, whole: Mapping[str, Written], output: Path, progress: Progress, jobs: int
) -> tuple[dict[str, Staged | None], dict[str, str]]:
    """Where every page waits, None where it is what it was, and its fingerprint.

    `whole` are the files of the last build that are still as it wrote them.
    """
    kept = {route: written[0] for route, written in whole.items()}
    pages = (*planned.data, *planned.pages)  # what takes longest first
    if jobs > 1 and len(kept) < len(pages) // 2:
        theme.compile()  # once, and not in every process
    results = spread(partial(_render, theme=theme, kept=kept, output=output), pages, jobs)
    found: dict[str, Staged | None] = {}
    digests: dict[str, str] = {}
    for page, (fingerprint, staged) in zip(pages, results, strict=True):
        found[page.route], digests[page.route] = staged, fingerprint
        progress("Rendering", len(found), len(pages))
    return found, digests


@lru_cache(maxsize=4)
def _theme(folders: tuple[Path, ...], language: str, _files: tuple[tuple[Path, Stat], ...]) -> Theme:
    """The theme of these files, compiled once for as long as none of them changes."""
    return load_theme(folders, catalogue(language), language=language)


def _render(page: Page, theme: Theme, kept: Mapping[str, str], output: Path) -> tuple[str, Staged | None]:
    """The page's fingerprint, and where it waits if it is not the one that is there.

    Raises NotesiteError where a template fails: a notebook's own may, in any way.
    """
    data = page.view()
    fingerprint = digest(page, data, theme.fingerprint)
    if kept.get(page.route) == fingerprint:
        return fingerprint, None
    try:
        html = rendered(page, data, theme)
    except Exception as error:
        name, line = getattr(error, "name", None) or page.template, getattr(error, "lineno", None)
        where = f"{name}:{line}" if line else name
        message = say("the template %(where)s fails: %(reason)s", where=where, reason=error)
        raise NotesiteError(message, say("mend or remove it")) from error
    return fingerprint, stage(output, page.route, html)


def attachments_of(planned: Plan, notes: Path, output: Path) -> Iterator[tuple[str, Staged | None]]:
    """Where the attachments that pages use wait; one that vanished meanwhile is left out."""
    for path, route in planned.files:
        try:
            data = read_attachment(notes, path)
        except OSError:
            continue
        yield route, stage(output, route, data)


def feed_of(due: Iterable[FollowUp], network: Network, day: date, settings: Settings) -> bytes:
    """The calendar feed of a day."""
    in_words = partial(told, catalogue(settings.language))
    me = network.contacts.get(network.me or "")
    header = Header(settings.title, me.card.timezone if me else "")
    return follow_ups_ics(due, network.contacts, network.events, day, header, in_words)


def report_of(notebook: Notebook, follow_ups: Sequence[FollowUp], day: date, pages: int) -> Report:
    """The report on a notebook, before anything is written."""
    counts = Counter(row.state for row in follow_ups)
    people = list(dict.fromkeys(row.name for row in follow_ups if row.state in ("overdue", "today")))
    faces = notebook.network.faces.values()
    return Report(
        day=day,
        notes=len(faces),
        private=sum(face.is_private for face in faces),
        pages=pages,
        diagnostics=notebook.diagnostics,
        due=tuple((state, counts[state]) for state in STATES if counts[state]),
        people=tuple(people[:SHOWN_PEOPLE]),
        others=max(len(people) - SHOWN_PEOPLE, 0),
    )
