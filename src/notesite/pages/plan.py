"""The pages and files that make a site."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from functools import partial

from notesite.model.lookup import Lookup, Reads
from notesite.model.message import marked
from notesite.model.network import Network
from notesite.pages.page import Frame, Page
from notesite.pages.routes import Routes, further, letter_routes, period_route
from notesite.views.contacts import Listing
from notesite.views.derive import Views


def told_of(routes: Routes, reads: Reads) -> Routes:
    """The same routes, telling which of them are asked for."""
    found = {each.name: getattr(routes, each.name) for each in fields(routes)}
    return Routes(**{name: Lookup(each, route_lookup(name), reads) for name, each in found.items()})


def route_lookup(name: str) -> str:
    """What a page says to have read that asked for a route; `name` is the field of `Routes`."""
    return f"routes of {name}"


def files_of(network: Network, routes: Routes) -> tuple[tuple[str, str], ...]:
    """Each attachment that a note leads to, with its route."""
    return tuple(pair for pair in sorted(routes.files.items()) if pair[0] in network.used)


def notes_of(views: Views, frame: Frame, routes: Routes) -> tuple[Page, ...]:
    """The page of each note that has one of its own."""
    kinds = (
        ("contact.html", "contacts", views.each_contact()),
        ("event.html", "events", views.each_event()),
        ("note.html", "notes", views.each_note()),
    )
    return tuple(
        Page(routes.notes[path], template, name, section, view, frame, note=path, routes=routes)
        for template, section, found in kinds
        for path, name, view in found
    )


def lists_of(views: Views, frame: Frame, routes: Routes) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """The pages that many notes make together, and the data of the scripts."""
    tables = views.each_listing()
    letters = tuple(dict.fromkeys(listing.letter for listing in tables))
    routes = replace(routes, letters=letter_routes(letters))
    shared = partial(Page, frame=frame, routes=routes)
    pages = (
        *_indexes(views, shared),
        *_events(views, shared),
        *_contacts(views, tables, letters, shared, routes),
        *_groups(views, shared, routes),
        *_places(views, shared, routes),
        *_timeline(views, shared),
    )
    return pages, tuple(_data(views, shared))


def _indexes(views: Views, page: Callable[..., Page]) -> Iterator[Page]:
    screens: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
        ("index", "today", marked("Today"), views.today),
        ("due", "due", marked("Follow-ups"), views.due),
        ("promises", "promises", marked("Promises"), views.promises),
        ("introductions", "introductions", marked("Introductions"), views.introductions),
        ("goals", "goals", marked("Goals"), views.goals),
        ("organisations", "organisations", marked("Organisations"), views.organisations),
        ("tags", "tags", marked("Tags"), views.tags),
        ("notes", "notes", marked("Notes"), views.notes),
        ("network", "network", marked("Network"), views.network),
        ("insights", "insights", marked("Insights"), views.insights),
        ("problems", "problems", marked("Problems"), views.problems),
        ("search", "search", marked("Search"), lambda: None),
    )
    for name, section, title, view in screens:
        yield page(f"{name}.html", f"{section}.html", title, section, view)
    giving = marked("Giving and receiving")
    yield page("reciprocity.html", "reciprocity.html", giving, "introductions", views.reciprocity)


def _events(views: Views, page: Callable[..., Page]) -> Iterator[Page]:
    """The pages of the list of events."""
    title = marked("Events")
    for listed in views.each_list_of_events():
        route = further("events.html", listed.place.number)
        yield page(route, "events.html", title, "events", partial(views.events, listed), given=listed)


def _contacts(
    views: Views,
    tables: Iterable[Listing],
    letters: tuple[str, ...],
    page: Callable[..., Page],
    routes: Routes,
) -> Iterator[Page]:
    """The pages of the table of contacts."""
    title = marked("Contacts")
    for listing in tables:
        route = further(routes.letters[listing.letter], listing.place.number)
        view = partial(views.listing, listing, letters)
        yield page(route, "contacts.html", title, "contacts", view, given=(listing, letters))


def _groups(views: Views, page: Callable[..., Page], routes: Routes) -> Iterator[Page]:
    """The pages of organisations, goals and tags."""
    for key, name, part, org in views.each_organisation():
        route = further(routes.organisations[key], part.place.number)
        yield page(route, "organisation.html", name, "organisations", org, given=(key, part))
    for path, name, goal in views.each_goal():
        yield page(routes.notes[path], "goal.html", name, "goals", goal, given=path)
    for key, name, part, tag in views.each_tag():
        route = further(routes.tags[key], part.place.number)
        yield page(route, "tag.html", f"#{name}", "tags", tag, given=(key, part))


def _places(views: Views, page: Callable[..., Page], routes: Routes) -> Iterator[Page]:
    """The pages of the list of places, and those of each place."""
    title = marked("Places")
    for part, places in views.each_list_of_places():
        route = further("places.html", part.place.number)
        yield page(route, "places.html", title, "places", places, given=part)
    for key, name, part, place in views.each_place():
        route = further(routes.places[key], part.place.number)
        yield page(route, "place.html", name, "places", place, given=(key, part))


def _timeline(views: Views, page: Callable[..., Page]) -> Iterator[Page]:
    """The pages of the timeline: the first, and those of each period."""
    title, timeline = marked("Timeline"), views.together.timeline
    days, periods = timeline.latest_days, timeline.periods
    first = partial(timeline.first, days, periods)
    yield page("timeline.html", "timeline.html", title, "timeline", first, given=(days, periods))
    for stretch, beside in timeline.each_page():
        route = further(period_route(stretch.period.name), stretch.place.number)
        view = partial(timeline.page, stretch, beside)
        yield page(route, "period.html", title, "timeline", view, given=(stretch, beside))


def _data(views: Views, page: Callable[..., Page]) -> Iterator[Page]:
    """What the scripts read: the days that the site knows of, what comes up on them, and the rows of that."""
    yield page("assets/day.js", "data/day.js", "", "", lambda: views.days)
    for name, view in (("graph", views.drawing), ("names", views.nodes), ("circles", views.circles)):
        template = f"data/network-{name}.js"
        yield page(f"assets/network-{name}.js", template, "", "", view, seen_from="network.html")
    due = partial(page, template="data/due.js", title="", section="", seen_from="index.html")
    for name in views.chunk_names:
        yield due(
            f"assets/due-{name}.js", view=partial(views.chunk, name), given=views.together.buckets.count
        )
    rows = partial(page, template="data/rows.js", title="", section="", seen_from="index.html")
    yield from _found(views, partial(page, title="", section="", seen_from="index.html"))
    for bucket, paths in views.together.buckets.paths.items():
        yield rows(f"assets/rows-{bucket}.js", view=partial(views.rows, bucket), given=paths)


def _found(views: Views, page: Callable[..., Page]) -> Iterator[Page]:
    """What the search reads: how much there is, and the names and the texts of each bucket."""
    count = len(views.together.found_in)
    yield page("assets/found.js", "data/found.js", view=lambda: count, given=count)
    for bucket in views.together.found_in:
        named, number, view = (bucket.paths, bucket.names), bucket.number, partial(views.found, bucket)
        yield page(f"assets/found-{number}.js", "data/names.js", view=view, given=named)
        yield page(f"assets/words-{number}.js", "data/words.js", view=view, given=bucket.paths)
