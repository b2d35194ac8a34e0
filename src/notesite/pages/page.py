"""One page of the site: where it stands, and what it shows."""

from collections.abc import Callable
from dataclasses import dataclass, field

from notesite.pages.routes import Routes


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
    of its own, and its links are those of the page `seen_from`. `note` is the path of the note whose page it
    is; `given` is what the view was given that it does not look up.
    """

    route: str
    template: str
    title: str
    section: str
    view: Callable[[], object]
    frame: Frame = Frame()
    seen_from: str = ""
    note: str = ""
    given: object = None
    routes: Routes = field(default_factory=Routes, repr=False, compare=False)
