"""The only place that marks text as safe: a note's HTML, sanitised when it was read, with its links put in."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from notesite.markup.marks import EMBED, MARK, without_reserved

_TAGS = re.compile(r"<[^>]*>")
_SIZE = re.compile(r"(\d{1,4})(?:x(\d{1,4}))?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link leads: a relative address, and whether a picture is there."""

    href: str
    is_picture: bool = False


def resolve_marks(html: str, place_of: Callable[[int], Place | None], missing: str = "") -> Markup:
    """Sanitised HTML with each link mark replaced by what stands there.

    A link becomes `<a>`, an embedded picture `<img>`, an embedded note a link of class `embed`; a
    link that leads nowhere becomes its label with `missing` as its title.
    """

    def replaced(found: re.Match[str]) -> str:
        index, kind, label = int(found[1]), found[2], found[3]
        place = place_of(index)
        if place is None:
            return f'<span class="missing" title="{escape(missing)}">{label}</span>'
        if kind == EMBED and place.is_picture:
            return _picture(place.href, label)
        css = ' class="embed"' if kind == EMBED else ""
        return f'<a{css} href="{escape(place.href)}">{label}</a>'

    return Markup(without_reserved(MARK.sub(replaced, html)))  # noqa: S704  # sanitised by markup.clean


def _picture(href: str, label: str) -> str:
    """A picture; a label that is a size (`300`, `300x200`) is its size, as in Obsidian."""
    alt = _TAGS.sub("", label).replace('"', "&quot;")
    size = ""
    if found := _SIZE.fullmatch(alt.strip()):
        size = f' width="{found[1]}"' + (f' height="{found[2]}"' if found[2] else "")
        alt = ""
    return f'<img loading="lazy" src="{escape(href)}" alt="{alt}"{size}>'
