"""The second wall: rendered Markdown passes a sanitiser, whatever the parser let through.

What a closed grammar knows as plain is what the sanitiser would make of it, and is spared the way.
"""

import nh3

from notesite.markup.flat_html import is_flat

_TAGS = {
    *("p", "br", "hr", "em", "strong", "s", "mark", "code", "pre", "blockquote", "div", "span"),
    *("ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "a", "sup"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_HEADINGS = {f"h{level}": {"id"} for level in range(1, 7)}
_ATTRIBUTES: dict[str, set[str]] = {
    **_HEADINGS,
    "a": {"href", "id", "class", "rel"},
    "span": {"class", "id", "data-state", "role", "aria-label"},
    "div": {"class"},
    "li": {"class", "id"},
    "ol": {"class", "start"},
    "ul": {"class"},
    "p": {"class"},
    "hr": {"class"},
    "sup": {"class"},
    "code": {"class"},
}
_SCHEMES = {"https", "http", "mailto", "tel"}


def cleaned(html: str) -> str:
    """The HTML with nothing but the tags, attributes and schemes that a note's body may have."""
    if "<" not in html or is_flat(html):
        return html
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
