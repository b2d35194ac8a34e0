"""The addresses that one page links to, relative to where it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from notesite.markup.html import Place, SafeHtml, resolve_marks
from notesite.model.message import marked
from notesite.pages.routes import Routes, further, period_route, relative
from notesite.views.parts import Prose

MISSING = marked("No such note yet")
BOXES = (marked("open"), marked("done"), marked("dropped"))
"""What the boxes of tasks in a text stand for."""

PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp"))


@dataclass(frozen=True, slots=True)
class Hrefs:
    """Addresses as the page at `route` links to them; empty for what has no place on the site.

    `say` puts what rich text needs of the site's own words into its language.
    """

    route: str
    routes: Routes
    say: Callable[[str], str] = str

    @property
    def folder(self) -> str:
        """The folder of the page; pages of one folder have the same addresses, but for their own."""
        return self.route.rpartition("/")[0]

    def page(self, route: str) -> str:
        """The address of a route."""
        return relative(self.route, route)

    def note(self, path: str) -> str:
        """The address of a note's page, or of an attachment."""
        route = self.routes.notes.get(path) or self.routes.files.get(path)
        return relative(self.route, route) if route else ""

    def file(self, path: str) -> str:
        """The address of an attachment."""
        route = self.routes.files.get(path)
        return relative(self.route, route) if route else ""

    def tag(self, key: str, number: int = 1) -> str:
        """The address of a tag's page, or of a further one."""
        route = self.routes.tags.get(key)
        return relative(self.route, further(route, number)) if route else ""

    def place(self, key: str, number: int = 1) -> str:
        """The address of a place's page, or of a further one."""
        route = self.routes.places.get(key)
        return relative(self.route, further(route, number)) if route else ""

    def org(self, key: str, number: int = 1) -> str:
        """The address of an organisation's page, or of a further one."""
        route = self.routes.organisations.get(key)
        return relative(self.route, further(route, number)) if route else ""

    def period(self, name: str, number: int = 1) -> str:
        """The address of a year or month of the timeline, or of a further page of it."""
        return relative(self.route, further(period_route(name), number))

    def events(self, _key: str, number: int) -> str:
        """The address of a page of the list of events."""
        return relative(self.route, further("events.html", number))

    def letter(self, letter: str, number: int = 1) -> str:
        """The address of the contacts whose names begin with a letter, or of a further page of them."""
        return relative(self.route, further(self.routes.letters[letter], number))

    def problems(self, path: str) -> str:
        """The address of a note's first finding on the Problems page."""
        return f"{self.page('problems.html')}#{problem_id(path)}"

    def rich(self, prose: Prose, level: int = 0) -> SafeHtml:
        """Rich text with its links leading where they should, and no heading above a level."""
        targets = {target.index: target for target in prose.targets}

        def place(index: int) -> Place | None:
            target = targets.get(index)
            href = self.note(target.path) if target else ""
            if target is None or not href:
                return None
            is_picture = f".{target.path.rpartition('.')[2].lower()}" in PICTURES
            same = self.routes.notes.get(target.path) == self.route and target.anchor
            return Place(("" if same else href) + (f"#{target.anchor}" if target.anchor else ""), is_picture)

        return resolve_marks(prose.html, place, self.say(MISSING), level, self.say)


def problem_id(path: str) -> str:
    """The id of the first finding of a note on the Problems page."""
    return f"in-{blake2b(path.encode('utf-8', 'surrogatepass'), digest_size=5).hexdigest()}"
