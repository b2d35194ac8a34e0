"""The stages of a build that has something to do; slow to import, so they come only then."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

import msgspec

from notesite.exchange.icalendar_feed import Header, feed_of
from notesite.model.diagnostic import Diagnostic
from notesite.model.due import STATES
from notesite.model.lookup import Read, read
from notesite.model.network import Network
from notesite.pages.page import Frame
from notesite.pages.plan import files_of, lists_of, notes_of, route_lookup, told_of
from notesite.pages.routes import Routes, routes_of
from notesite.pages.sentences import told
from notesite.pages.theme import Theme, load_theme
from notesite.reading.changes import whole
from notesite.shell.catalogues import catalogue
from notesite.shell.compiled import compiled
from notesite.shell.disk import read_attachment
from notesite.shell.keeping import Learnt, keep
from notesite.shell.making import Making, Site, make_notes, make_pages
from notesite.shell.marks import Changed
from notesite.shell.memory import Memory, Stat, key_of, program
from notesite.shell.notebooks import Notebook, notebook_of
from notesite.shell.packing import packed
from notesite.shell.places import Places
from notesite.shell.quick import Kept, Warm
from notesite.shell.records import as_record
from notesite.shell.remembered import decoded, diagnostics_in, entries_given
from notesite.shell.report import Report
from notesite.shell.spool import Spool
from notesite.shell.staging import Staged, stage
from notesite.shell.themes import theme_folders
from notesite.shell.units import entries_in
from notesite.views.derive import DIAGNOSTICS, Views, derive

__all__ = [
    "Kept",
    "Learnt",
    "Making",
    "Warm",
    "as_record",
    "changed_since",
    "derive",
    "feed_in",
    "keep",
    "notebook_of",
    "report_of",
    "routes_for",
    "scene_of",
    "site_of",
    "theme_of",
]

SHOWN_PEOPLE = 3
PROBLEMS = "problems"
ROUTES = "routes"


def theme_of(places: Places, files: tuple[tuple[Path, Stat], ...]) -> Theme:
    """The theme of a notebook, whose files are these."""
    theme = _theme(tuple(theme_folders(places.notes)), places.settings.language, files)
    theme.kept.clear()
    return theme


@lru_cache(maxsize=4)
def _theme(folders: tuple[Path, ...], language: str, _files: tuple[tuple[Path, Stat], ...]) -> Theme:
    """The theme of these files, compiled once for as long as none of them changes."""
    known = compiled(key_of(program(), language))
    return load_theme(folders, catalogue(language), language=language, compiled=known)


def scene_of(today: date, network: Network, theme: Theme, *, custom_css: bool) -> str:
    """What all pages share beside the settings: nothing of the last build is kept where it is another."""
    return key_of(today, network.me, theme.fingerprint, custom_css)


def routes_for(network: Network, memory: Memory) -> tuple[Routes, bytes]:
    """The routes of a network, and what to remember of them: as long as all names stay, so do they."""
    faces, organisations = network.faces.values(), network.organisations.items()
    names = (
        [(face.path, face.kind) for face in faces],
        [(key, org.name, org.path) for key, org in organisations],
        list(network.tags),
        network.attachments,
    )
    key, remembered = key_of(names).encode(), memory.said(ROUTES)
    if remembered.startswith(key):
        return decoded(_ROUTES, remembered[len(key) :]), remembered
    routes = routes_of(network)
    return routes, key + packed(routes)


def changed_since(memory: Memory, scene: str, notebook: Notebook, routes: Routes) -> Changed | None:
    """What would be answered otherwise than in the last build; None where nothing of it can be kept."""
    if memory.scene != scene:
        return None
    changed = Changed(notebook.changed)
    changed.add(_moved(memory, routes))
    changed.add(_found(memory, notebook.diagnostics))
    return changed


def site_of(making: Making, views: Views, routes: Routes, places: Places, *, custom_css: bool) -> Site:
    """Everything of a site that is made of notes: where each file waits, or that it stays."""
    folder = making.memory.file.parent
    site = Site(entries=Spool(folder), rows=Spool(folder))
    network, settings = views.index.network, places.settings
    making.theme.kept.reads = views.index.reads
    frame = Frame(settings.title, settings.language, custom_css)
    if making.jobs > 1 and making.changed is None:
        making.theme.compile()  # once, and not in every process
    asked = told_of(routes, views.index.reads)
    make_notes(making, views, notes_of(views, frame, asked), site)
    pages, data = lists_of(views, frame, asked)
    make_pages(making, views, (*data, *pages), site)
    site.files |= _attachments(files_of(network, routes), places.notes, places.output)
    return site


def _moved(memory: Memory, routes: Routes) -> Iterator[Read]:
    """The routes that are others than in the last build."""
    before = decoded(_ROUTES, memory.said(ROUTES)[_KEY_LENGTH:])
    for each in fields(Routes):
        old, new = getattr(before, each.name), getattr(routes, each.name)
        if keys := [key for key in old.keys() | new.keys() if old.get(key) != new.get(key)]:
            name = route_lookup(each.name)
            yield from whole([name])
            yield from (read(name, key) for key in keys)


_KEY_LENGTH = 32
_ROUTES = msgspec.msgpack.Decoder(Routes)


def _found(memory: Memory, diagnostics: Sequence[Diagnostic]) -> Iterator[Read]:
    """What is told otherwise of what is wrong in the notes."""
    record = memory.said(PROBLEMS)
    if record == as_record(diagnostics):
        return
    yield from whole([DIAGNOSTICS, PROBLEMS])
    before, after = _counted(diagnostics_in(record)), _counted(diagnostics)
    yield from (read(PROBLEMS, path) for path in before.keys() | after.keys() if before[path] != after[path])


def _counted(diagnostics: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(each.origin.path for each in diagnostics)


def _attachments(files: Iterable[tuple[str, str]], notes: Path, output: Path) -> dict[str, Staged | None]:
    """Where the attachments that pages use wait; one that vanished meanwhile is left out."""
    found = {}
    for path, route in files:
        try:
            data = read_attachment(notes, path)
        except OSError:
            continue
        found[route] = stage(output, route, data)
    return found


def feed_in(memory: Memory, site: Site, views: Views) -> bytes:
    """The calendar feed of a day."""
    settings, network = views.index.settings, views.index.network
    me = network.contacts.get(network.me or "")
    header = Header(settings.title, me.card.timezone if me else "")
    known = entries_given(memory) if len(site.entries) < len(network.faces) else {}
    given = (site.entries[path] if path in site.entries else known.get(path, b"") for path in network.faces)
    entries = (entry for data in given for entry in entries_in(data))
    return feed_of(entries, header, partial(told, catalogue(settings.language)))


def report_of(notebook: Notebook, views: Views, pages: int) -> Report:
    """The report on a notebook, before anything is written."""
    follow_ups, faces = views.follow_ups, notebook.network.faces.values()
    counts = Counter(row.state for row in follow_ups)
    people = list(dict.fromkeys(row.name for row in follow_ups if row.state in ("overdue", "today")))
    return Report(
        day=views.index.today,
        notes=len(faces),
        private=sum(face.is_private for face in faces),
        pages=pages,
        diagnostics=views.diagnostics,
        due=tuple((state, counts[state]) for state in STATES if counts[state]),
        people=tuple(people[:SHOWN_PEOPLE]),
        others=max(len(people) - SHOWN_PEOPLE, 0),
    )
