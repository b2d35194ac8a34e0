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
from notesite.model.due import STATES, FollowUp, State
from notesite.model.lookup import Read, read
from notesite.model.network import Contact, Network
from notesite.pages.page import Frame, Page
from notesite.pages.plan import files_of, lists_of, notes_of, route_lookup, told_of
from notesite.pages.routes import Routes, routes_of
from notesite.pages.sentences import told
from notesite.pages.theme import Theme, load_theme
from notesite.reading.changes import whole
from notesite.shell.catalogues import catalogue
from notesite.shell.compiled import compiled
from notesite.shell.disk import read_attachment
from notesite.shell.keeping import Learnt, keep
from notesite.shell.making import PLANNED, Making, Site, make_lists, make_notes
from notesite.shell.marks import Changed, marks_of
from notesite.shell.memory import ForgottenError, Memory, Stat, key_of, program
from notesite.shell.notebooks import Notebook, notebook_of
from notesite.shell.packing import packed
from notesite.shell.places import Places
from notesite.shell.publish import Published
from notesite.shell.quick import Kept, Warm
from notesite.shell.records import as_record
from notesite.shell.remembered import decoded, diagnostics_in, given_in
from notesite.shell.report import Report, told_again
from notesite.shell.spool import Spool
from notesite.shell.staging import Staged, stage
from notesite.shell.themes import theme_folders
from notesite.shell.units import ENTRIES, GIVEN, entries_in
from notesite.views.derive import Views, derive
from notesite.views.together import DIAGNOSTICS

__all__ = [
    "PLANNED",
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
Pressing = tuple[tuple[tuple[State, int], ...], tuple[str, ...], int]
"""How many follow-ups stand how, the first people of those late or due, and how many others."""
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
        list(network.places),
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
    site = Site({name: Spool(folder) for name in GIVEN})
    network, settings = views.index.network, places.settings
    making.theme.kept.reads = views.index.reads
    frame = Frame(settings.title, settings.language, custom_css)
    if making.jobs > 1 and making.changed is None:
        making.theme.compile()  # once, and not in every process
    asked = told_of(routes, views.index.reads)
    make_notes(making, views, notes_of(views, frame, asked), site)
    make_lists(making, views, partial(_lists, views, frame, asked), site)
    site.files |= _attachments(files_of(network, routes), places.notes, places.output)
    return site


def _lists(views: Views, frame: Frame, routes: Routes) -> tuple[Page, ...]:
    """The pages of many, the data of the scripts first: they take longest."""
    pages, data = lists_of(views, frame, routes)
    return (*data, *pages)


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


def feed_in(making: Making, site: Site, views: Views, route: str) -> Staged | None:
    """Where the calendar feed of a day waits, if it is not as the last build left it."""
    memory, network, me = making.memory, views.index.network, views.index.network.me or ""
    if making.is_kept(route, marks_of([read("contacts", me), *whole(["faces", ENTRIES])])):
        return None
    return stage(making.output, route, _feed(memory, site, views, network.contacts.get(me)))


def _feed(memory: Memory, site: Site, views: Views, me: Contact | None) -> bytes:
    settings, network = views.index.settings, views.index.network
    header = Header(settings.title, me.card.timezone if me else "")
    fresh = site.given[ENTRIES]
    known = given_in(memory, ENTRIES) if len(fresh) < len(network.faces) else {}
    given = (fresh[path] if path in fresh else known.get(path, b"") for path in network.faces)
    entries = (entry for data in given for entry in entries_in(data))
    return feed_of(entries, header, partial(told, catalogue(settings.language)))


def report_of(notebook: Notebook, views: Views, site: Site, memory: Memory, pages: int) -> Report:
    """The report on a notebook, before anything is written.

    Where nothing that pages of many show has changed, whom to reach is what the last build said. Raises
    ForgottenError where that cannot be read.
    """
    faces = notebook.network.faces.values()
    due, people, others = _again(memory) if site.is_settled else _pressing(views.follow_ups)
    return Report(
        day=views.index.today,
        notes=len(faces),
        private=sum(face.is_private for face in faces),
        pages=pages,
        diagnostics=notebook.diagnostics if site.is_settled else views.together.diagnostics,
        due=due,
        people=people,
        others=others,
    )


def _pressing(follow_ups: Sequence[FollowUp]) -> Pressing:
    counts = Counter(row.state for row in follow_ups)
    people = list(dict.fromkeys(row.name for row in follow_ups if row.state in ("overdue", "today")))
    due = tuple((state, counts[state]) for state in STATES if counts[state])
    return due, tuple(people[:SHOWN_PEOPLE]), max(len(people) - SHOWN_PEOPLE, 0)


def _again(memory: Memory) -> Pressing:
    try:
        before = told_again(memory.report, Published())
    except ValueError as error:
        raise ForgottenError from error
    return before.due, before.people, before.others
