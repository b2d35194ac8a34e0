"""The only place that marks text as safe: the sanitised HTML of a note, with its links put in."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from notesite.markup.marks import EMBED, MARK, without_reserved

SafeHtml = Markup
"""HTML that a template shows as it is."""

_TAGS = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"<(/?)h([1-6])(?=[ >])")
_BOX = re.compile(r'(<span class="box" [^>]*aria-label=")(open|done|dropped)"')
_SIZE = re.compile(r"(\d{1,4})(?:x(\d{1,4}))?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link leads: a relative address, and whether a picture is there."""

    href: str
    is_picture: bool = False


as_html: Callable[[str], SafeHtml] = partial(str.__new__, Markup)
"""What templates and this module write, as HTML; Markup's own constructor looks first whether it is.

Nothing else makes HTML of text.
"""


def shown(value: object) -> str:
    """A value as HTML shows it: escaped as MarkupSafe does it, unless it is HTML."""
    if type(value) is str:
        text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text.replace("'", "&#39;").replace('"', "&#34;")
    return value if type(value) is Markup else escape(value)


def filled(pattern: str, parts: Mapping[str, object]) -> SafeHtml:
    """A sentence of plain text with `%(name)s` in it, as HTML: its parts are escaped unless they are HTML."""
    return as_html(shown(pattern) % {name: shown(part) for name, part in parts.items()})


def resolve_marks(
    html: str,
    place_of: Callable[[int], Place | None],
    missing: str = "",
    level: int = 0,
    say: Callable[[str], str] = str,
) -> SafeHtml:
    """Sanitised HTML with each link mark replaced by what stands there.

    A link becomes `<a>`, an embedded picture `<img>`, an embedded note a link of class `embed`; a
    link that leads nowhere becomes its label with `missing` as its title. With a `level` the
    headings start there, so that they stand below those of the page around them. Markdown's tables
    have headers for columns only, which is said. What the box of a task stands for is put into the site's
    language by `say`.
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

    resolved = html if html.isascii() else without_reserved(MARK.sub(replaced, html))  # marks are not ASCII
    resolved = resolved.replace("<th>", '<th scope="col">')
    if 'class="box"' in resolved:
        resolved = _BOX.sub(lambda found: f'{found[1]}{escape(say(found[2]))}"', resolved)
    if level:
        resolved = _HEADING.sub(lambda found: f"<{found[1]}h{_lowered(int(found[2]), level)}", resolved)
    return as_html(resolved)  # `markup.clean` made it safe, and all that is put in is escaped


def _lowered(heading: int, level: int) -> int:
    """The level of a heading below others: people begin their notes at # as often as at ##."""
    return min(max(heading, 2) + level - 2, 6)


def _picture(href: str, label: str) -> str:
    """A picture; a label that is a size (`300`, `300x200`) is its size, as in Obsidian."""
    alt = _TAGS.sub("", label).replace('"', "&quot;")
    size = ""
    if found := _SIZE.fullmatch(alt.strip()):
        size = f' width="{found[1]}"' + (f' height="{found[2]}"' if found[2] else "")
        alt = ""
    return f'<img loading="lazy" src="{escape(href)}" alt="{alt}"{size}>'
