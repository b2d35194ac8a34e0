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
        if token.type != "inline" or "[" not in token.content:
            continue
        number = row
        for index, child in enumerate(token.children or ()):
            if child.type in ("softbreak", "hardbreak"):
                number += 1
            if child.type not in ("wikilink", "link_open", "image"):
                continue
            written = (
                lines[number].find(child.markup) if child.type == "wikilink" and number < len(lines) else 0
            )
            origin = Origin(path, first_line + number, max(written, 0) + 1)
            if link := _link_of(token.children or [], index, origin):
                child.meta = {**child.meta, "link": len(links), "label": link.label}
                links.append(link)
    return links


def _link_of(children: Sequence[Token], index: int, origin: Origin) -> Link | None:
    """The link to a file of the notebook that opens at a token, if one does."""
    child = children[index]
    if child.type == "wikilink":
        return wikilink(child.content, origin, embed=child.markup.startswith("!"))
    if child.type == "image":
        return markdown_link(str(child.attrGet("src")), child.content, origin, embed=True)
    if child.type != "link_open":
        return None
    end = next(at for at in range(index, len(children)) if children[at].type == "link_close")
    label = "".join(inside.content for inside in children[index + 1 : end])
    link = markdown_link(str(child.attrGet("href")), label, origin)
    if link:
        children[end].meta = {**children[end].meta, "link": -1}
    return link
