"""The front matter: split from the note by python-frontmatter, and read leniently, with lines."""

import re
from dataclasses import dataclass

import yaml
from frontmatter.default_handlers import YAMLHandler

from notesite.model.diagnostic import Diagnostic
from notesite.model.message import say
from notesite.model.origin import Origin
from notesite.reading.header_flat import flat_fields
from notesite.reading.header_lines import KEY_LINE, read_by_line
from notesite.reading.header_tree import Header, TreeReader
from notesite.reading.yaml_tree import TooDeepError, tree_of

MOST_CHARACTERS = 64 * 1024


class _Handler(YAMLHandler):
    """Front matter as notes have it: `---` opens; `---` or `...` on a line of its own closes."""

    FM_BOUNDARY = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """A note's two parts, each with the line of the file on which its text begins."""

    header: str
    header_line: int
    body: str
    body_line: int
    is_closed: bool = True


def split(text: str) -> Split:
    """The front matter and the body of a note; the front matter is empty where there is none."""
    leading = len(text) - len(text.lstrip("\n \t"))
    head = text[leading:]
    if not re.match(r"---[ \t]*(?:\n|$)", head) or (
        leading and not KEY_LINE.match(head, head.find("\n") + 1)
    ):
        return Split("", 1, text, 1)
    first = text.count("\n", 0, leading) + 1
    try:
        header, body = _Handler().split(head)
    except ValueError:
        return _split_unclosed(head, first)
    closing = len(head) - len(body)
    return Split(header, first, body.removeprefix("\n"), first + head.count("\n", 0, closing) + 1)


def _split_unclosed(head: str, first: int) -> Split:
    """Without a closing line, the front matter is the lines that look like it."""
    lines = head.split("\n")
    count = 1
    while count < len(lines) and (KEY_LINE.match(lines[count]) or re.match(r"[ \t]+\S|- ", lines[count])):
        count += 1
    header, body = "\n" + "\n".join(lines[1:count]), "\n".join(lines[count:])
    return Split(header, first, body, first + count, is_closed=False)


def read_header(parts: Split, path: str) -> Header:
    """The keys of a front matter, with every value as text.

    Where the block is no YAML it is read key by key, and only the failing lines are reported
    (`front-matter-line`). Reports also `front-matter-unclosed`, `front-matter-shape`,
    `front-matter-limit`, `yaml-alias` and `value-shape`.
    """
    header = Header()
    text = parts.header.replace("\u2028", " ").replace("\u2029", " ").replace("\x85", " ")
    if not parts.is_closed:
        header.diagnostics.append(
            Diagnostic(
                "front-matter-unclosed",
                say("the front matter is opened here and never closed"),
                Origin(path, parts.header_line),
                say("add a line with --- after the last key"),
            )
        )
    if len(text) > MOST_CHARACTERS:
        message = say(
            "the front matter has %(all)s characters; the first %(read)s were read",
            all=len(text),
            read=MOST_CHARACTERS,
        )
        header.diagnostics.append(Diagnostic("front-matter-limit", message, Origin(path, parts.header_line)))
        read_by_line(header, text[:MOST_CHARACTERS], path, parts.header_line)
        return header
    flat = flat_fields(text, path, parts.header_line)
    if flat is not None:
        header.fields = flat
        return header
    try:
        root = tree_of(text)
    except yaml.YAMLError:
        read_by_line(header, text, path, parts.header_line)
        return header
    except TooDeepError as error:
        origin = Origin(path, parts.header_line + error.line, error.column + 1)
        message = say("this is nested too deeply")
        header.diagnostics.append(Diagnostic("front-matter-limit", message, origin))
        read_by_line(header, text, path, parts.header_line)
        return header
    TreeReader(header, text, path, parts.header_line).read(root)
    return header
