"""Every link in a body, numbered in order, so that what is read of it can speak of links by index."""

from collections.abc import Sequence

from markdown_it.token import Token

from notesite.model.origin import Origin
from notesite.model.values import Link
from notesite.reading.wikilinks import markdown_link, wikilink


def number_links(tokens: Sequence[Token], lines: Sequence[str], path: str, first_line: int) -> list[Link]:
    """The links of a body in order; each token that makes one gets its index in `meta["link"]`.

    `lines` are those of the body, `first_line` the file's line on which the body begins.
    """
    links: list[Link] = []
    row = 0
    for token in tokens:
        row = token.map[0] if token.map else row
        if token.type != "inline":
            continue
        number = row
        for index, child in enumerate(token.children or ()):
            if child.type in ("softbreak", "hardbreak"):
                number += 1
                continue
            origin = Origin(path, first_line + number, 1)
            if link := _link_of(child, token.children or [], index, origin, lines, number):
                child.meta = {**child.meta, "link": len(links), "label": link.label}
                links.append(link)
    return links


def _link_of(
    child: Token, children: Sequence[Token], index: int, origin: Origin, lines: Sequence[str], number: int
) -> Link | None:
    if child.type == "wikilink":
        place = lines[number].find(child.markup) + 1 if number < len(lines) else 0
        at = Origin(origin.path, origin.line, max(place, 1))
        return wikilink(child.content, at, embed=child.markup.startswith("!"))
    if child.type == "image":
        return markdown_link(str(child.attrGet("src")), child.content, origin, embed=True)
    if child.type != "link_open":
        return None
    label: list[str] = []
    for inside in children[index + 1 :]:
        if inside.type == "link_close":
            link = markdown_link(str(child.attrGet("href")), "".join(label), origin)
            if link:
                inside.meta = {**inside.meta, "link": -1}
            return link
        label.append(inside.content)
    return None
