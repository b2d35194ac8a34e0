"""One page of the site: where it stands, what it shows, and how to tell whether that changed."""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b

from notesite.pages.routes import Routes

_NAMED = re.compile(r"""\b(?:path|key|photo)=('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages share; nothing in it changes from day to day."""

    title: str = "Notesite"
    language: str = "en"
    has_custom_css: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its route, its template, and what gives the data that the template shows.

    `section` is the entry of the navigation that it stands under. The data of a script stands in a folder
    of its own, and its links are those of the page `seen_from`.
    """

    route: str
    template: str
    title: str
    section: str
    view: Callable[[], object]
    frame: Frame = Frame()
    seen_from: str = ""
    routes: Routes = field(default_factory=Routes, repr=False, compare=False)


def digest(page: Page, data: object, theme: str) -> str:
    """A fingerprint of all that a page is rendered from, the theme's fingerprint included.

    Of the routes, those that the page's data names count, so that a new note elsewhere changes
    nothing here. Every field that names something with a route is called path, key or photo; a
    text that looks like one does no harm.
    """
    told = (page.route, page.template, page.title, page.section, page.frame, page.seen_from)
    text = repr((told, data))
    routes = page.routes
    lines = [theme, text]
    for literal in sorted(set(_NAMED.findall(text))):
        name = ast.literal_eval(literal) if "\\" in literal else literal[1:-1]
        found = (routes.notes, routes.tags, routes.organisations, routes.files)
        lines.append("\t".join(each.get(name, "") for each in found))
    return blake2b("\n".join(lines).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
