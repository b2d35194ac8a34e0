"""The pages and files that make a site."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from notesite.model.message import N_
from notesite.model.network import Network
from notesite.model.settings import Settings
from notesite.pages.page import Frame, Page
from notesite.pages.routes import Routes, further, letter_routes, routes_of
from notesite.views.contacts import ContactsView, Listing
from notesite.views.derive import Views


@dataclass(frozen=True, slots=True)
class Plan:
    """Every page to render, the data of the scripts, and each attachment as (path in the notes, route)."""

    pages: tuple[Page, ...]
    data: tuple[Page, ...]
    files: tuple[tuple[str, str], ...]
    routes: Routes


def plan(views: Views, network: Network, settings: Settings, *, custom_css: bool = False) -> Plan:
    """The pages and files of a site; with `custom_css` every page asks for the user's style sheet."""
    tables = tuple(views.each_listing())
    letters = letter_routes(tuple(dict.fromkeys(listing.letter for listing, _ in tables)))
    routes = replace(routes_of(network), letters=letters)
    frame = Frame(settings.title, settings.language, custom_css)
    contacts = _contacts(tables, frame, routes)
    pages = (*_indexes(views, frame, routes), *contacts, *_each(views, frame, routes))
    files = tuple(pair for pair in sorted(routes.files.items()) if pair[0] in network.used)
    return Plan(pages, tuple(_data(views, frame, routes)), files, routes)


def _indexes(views: Views, frame: Frame, routes: Routes) -> Iterator[Page]:
    screens: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
        ("index", "today", N_("Today"), views.today),
        ("due", "due", N_("Follow-ups"), views.due),
        ("promises", "promises", N_("Promises"), views.promises),
        ("organisations", "organisations", N_("Organisations"), views.organisations),
        ("tags", "tags", N_("Tags"), views.tags),
        ("events", "events", N_("Events"), views.events),
        ("notes", "notes", N_("Notes"), views.notes),
        ("problems", "problems", N_("Problems"), views.problems),
    )
    for name, section, title, view in screens:
        yield Page(f"{name}.html", f"{section}.html", title, section, view, frame, routes=routes)


def _contacts(
    tables: Iterable[tuple[Listing, Callable[[], ContactsView]]], frame: Frame, routes: Routes
) -> Iterator[Page]:
    """The pages of the table of contacts."""
    title = N_("Contacts")
    for listing, view in tables:
        route = further(routes.letters[listing.letter], listing.place.number)
        yield Page(route, "contacts.html", title, "contacts", view, frame, routes=routes)


def _each(views: Views, frame: Frame, routes: Routes) -> Iterator[Page]:
    for path, name, view in views.each_contact():
        yield Page(routes.notes[path], "contact.html", name, "contacts", view, frame, routes=routes)
    for key, name, place, org in views.each_organisation():
        route = further(routes.organisations[key], place.number)
        yield Page(route, "organisation.html", name, "organisations", org, frame, routes=routes)
    for key, name, place, tag in views.each_tag():
        route = further(routes.tags[key], place.number)
        yield Page(route, "tag.html", f"#{name}", "tags", tag, frame, routes=routes)
    for path, name, event in views.each_event():
        yield Page(routes.notes[path], "event.html", name, "events", event, frame, routes=routes)
    for path, name, note in views.each_note():
        yield Page(routes.notes[path], "note.html", name, "notes", note, frame, routes=routes)


def _data(views: Views, frame: Frame, routes: Routes) -> Iterator[Page]:
    """What the scripts read: the days that the site knows of, what comes up on them, and the rows of that."""
    yield Page("assets/day.js", "data/day.js", "", "", lambda: views.days, frame, routes=routes)
    for name in views.chunk_names:
        view = partial(views.chunk, name)
        yield Page(f"assets/due-{name}.js", "data/due.js", "", "", view, frame, "index.html", routes)
    for bucket in views.buckets.paths:
        rows = partial(views.rows, bucket)
        yield Page(f"assets/rows-{bucket}.js", "data/rows.js", "", "", rows, frame, "index.html", routes)
