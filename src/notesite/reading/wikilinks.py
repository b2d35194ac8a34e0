"""Links in plain text: `[[Note]]`, `[[Note|label]]`, `[[Note#heading]]` and `[label](Note.md)`."""

import re
from urllib.parse import unquote

from notesite.model.origin import Origin
from notesite.model.values import Link

WIKILINK = re.compile(r"(!?)\[\[([^\[\]\n]+?)\]\]")
_MARKDOWN_LINK = re.compile(r"(?<!!)\[([^\[\]\n]*)\]\(<?([^()<>\s]+)>?\)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:|//|/", re.IGNORECASE)
_NOTE = re.compile(r"(.+?)\.(?:md|markdown)", re.IGNORECASE)


def wikilink(inner: str, origin: Origin, *, embed: bool = False) -> Link:
    """The link that stands between double brackets: target, anchor after `#`, label after `|`."""
    target, _, label = inner.replace("\\|", "|").partition("|")
    name, _, anchor = target.partition("#")
    shown = label.strip() or (f"{name.strip()} › {anchor.lstrip('^').strip()}" if name and anchor else target)
    return Link(name.strip(), shown.strip().lstrip("#"), origin, anchor.strip(), "wiki", embed)


def markdown_link(href: str, label: str, origin: Origin, *, embed: bool = False) -> Link | None:
    """The link to a file of the notebook that a Markdown link makes; None where it leads elsewhere."""
    if _SCHEME.match(href) or not href:
        return None
    target, _, anchor = unquote(href).partition("#")
    return Link(target, label, origin, anchor, "markdown", embed)


def links_in(text: str, origin: Origin) -> tuple[Link, ...]:
    """Every link in a text, in order; all share its origin."""
    if "[" not in text:
        return ()
    found: list[tuple[int, Link]] = [
        (match.start(), wikilink(match[2], origin, embed=bool(match[1]))) for match in WIKILINK.finditer(text)
    ]
    for match in _MARKDOWN_LINK.finditer(text):
        if link := markdown_link(match[2], match[1], origin):
            found.append((match.start(), link))
    return tuple(link for _, link in sorted(found, key=lambda pair: pair[0]))


def without_links(text: str) -> str:
    """The text with each link replaced by its label."""
    if "[" not in text:
        return text
    text = WIKILINK.sub(lambda match: wikilink(match[2], Origin("")).label, text)
    return _MARKDOWN_LINK.sub(r"\1", text)


def is_only_links(text: str) -> bool:
    """Whether a text holds links and nothing but commas and "and" between them."""
    rest = _MARKDOWN_LINK.sub("", WIKILINK.sub("", text))
    return rest != text and not re.sub(r"[\s,;&+]|\band\b|\be\b", "", rest)


def stem_of(target: str) -> str:
    """A link's target without the ending of a note."""
    found = _NOTE.fullmatch(target)
    return found[1] if found else target
