"""The pages and files that make a site."""

from collections.abc import Iterator
from dataclasses import dataclass

from notesite.model.network import Network
from notesite.model.settings import Settings
from notesite.pages.page import Frame, Page
from notesite.pages.routes import Routes, routes_of
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
    routes = routes_of(network)
    frame = Frame(settings.title, settings.language, custom_css)
    pages = (*_indexes(views, frame, routes), *_each(views, frame, routes))
    used = _used_files(views, network)
    files = tuple(pair for pair in sorted(routes.files.items()) if pair[0] in used)
    return Plan(pages, tuple(_data(views, frame, routes)), files, routes)


def _used_files(views: Views, network: Network) -> set[str]:
    """The attachments that a note or a photo leads to."""
    linked = (
        path for each in (network.targets, network.value_targets) for paths in each.values() for path in paths
    )
    return {path for path in linked if path} | {contact.person.photo for contact in views.contact}


def _indexes(views: Views, frame: Frame, routes: Routes) -> Iterator[Page]:
    yield Page("index.html", "today.html", "Today", "today", views.today, frame, routes=routes)
    yield Page("due.html", "due.html", "Follow-ups", "due", views.due, frame, routes=routes)
    yield Page("promises.html", "promises.html", "Promises", "promises", views.promises, frame, routes=routes)
    yield Page("contacts.html", "contacts.html", "Contacts", "contacts", views.contacts, frame, routes=routes)
    yield Page(
        "organisations.html",
        "organisations.html",
        "Organisations",
        "organisations",
        views.organisations,
        frame,
        routes=routes,
    )
    yield Page("tags.html", "tags.html", "Tags", "tags", views.tags, frame, routes=routes)
    yield Page("events.html", "events.html", "Events", "events", views.events, frame, routes=routes)
    yield Page("notes.html", "notes.html", "Notes", "notes", views.notes, frame, routes=routes)
    yield Page("problems.html", "problems.html", "Problems", "problems", views.problems, frame, routes=routes)


def _each(views: Views, frame: Frame, routes: Routes) -> Iterator[Page]:
    for contact in views.contact:
        route = routes.notes[contact.path]
        yield Page(route, "contact.html", contact.person.name, "contacts", contact, frame, routes=routes)
    for org in views.organisation:
        route = routes.organisations[org.org.key]
        yield Page(route, "organisation.html", org.org.label, "organisations", org, frame, routes=routes)
    for tag in views.tag:
        route = routes.tags[tag.tag.key]
        yield Page(route, "tag.html", f"#{tag.tag.label}", "tags", tag, frame, routes=routes)
    for event in views.event:
        yield Page(
            routes.notes[event.path], "event.html", event.row.name, "events", event, frame, routes=routes
        )
    for note in views.note:
        yield Page(routes.notes[note.path], "note.html", note.name, "notes", note, frame, routes=routes)


def _data(views: Views, frame: Frame, routes: Routes) -> Iterator[Page]:
    """What the scripts read: the days that the site knows of, and in chunks what comes up on them."""
    yield Page("assets/day.js", "data/day.js", "", "", views.days, frame, routes=routes)
    for chunk in views.chunks:
        yield Page(f"assets/due-{chunk.name}.js", "data/due.js", "", "", chunk, frame, "index.html", routes)
