"""One page of the site: where it stands, what it shows, and how to tell whether that changed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b

import msgspec

from notesite.pages.routes import Routes

_NAMING = (b'"path":"', b'"key":"', b'"photo":"')
_QUOTED = re.compile(rb'(?:[^"\\]|\\.)*')
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(str)


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
    nothing here. Every field that names something with a route is called path, key or photo.
    """
    told = (page.route, page.template, page.title, page.section, page.frame, page.seen_from, data)
    try:
        text = _encoder.encode(told)
    except UnicodeEncodeError:  # half a surrogate pair, which a file's name may hold: then every route counts
        text = repr((told, page.routes)).encode("utf-8", "surrogatepass")
    routes = page.routes
    lines = [theme.encode(), text]
    for name in sorted(_named(text)):
        found = (routes.notes, routes.tags, routes.organisations, routes.files)
        lines.append("\t".join(each.get(name, "") for each in found).encode("utf-8", "surrogatepass"))
    return blake2b(b"\n".join(lines), digest_size=16).hexdigest()


def _named(text: bytes) -> set[str]:
    """What the data names: the values of its fields path, key and photo."""
    found = set()
    for field_ in _NAMING:
        for piece in text.split(field_)[1:]:
            end = piece.index(b'"')
            value = piece[:end]
            if b"\\" in value and (whole := _QUOTED.match(piece)):
                value = whole[0]
            found.add(_decoder.decode(b'"' + value + b'"'))
    return found
