"""The front matter: split from the note, and its keys read leniently with line and column.

python-frontmatter splits; the YAML parser's events (not its loader, which resolves types, follows
aliases and recurses) give every key and value with its place and as text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

import yaml
from frontmatter.default_handlers import YAMLHandler

from notesite.model.diagnostic import Diagnostic
from notesite.model.origin import Origin
from notesite.model.values import Field, Value
from notesite.reading.wikilinks import links_in

MOST_CHARACTERS = 64 * 1024
MOST_DEPTH = 20

_Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEY_LINE = re.compile(
    r"""(?P<key>"[^"\n]+"|'[^'\n]+'|[^\s#\-\[\]{}"':][^:\n]*?|-{2,}[^\s:]+)[ \t]*:(?=\s|$)"""
)
_HIDDEN_TEXT = re.compile(r"[ \t]+#\S.*?(?=[ \t]+#(?:[ \t]|$)|$)", re.MULTILINE)
_COMMENT = re.compile(r"(?:^|[ \t]+)#(?:[ \t].*)?$")
_NULLS = ("", "~", "null", "Null", "NULL")


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


@dataclass(slots=True)
class Header:
    """The keys of a front matter in their order, what could not be read at all, and the reports."""

    fields: list[Field] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def split(text: str) -> Split:
    """The front matter and the body of a note; the front matter is empty where there is none."""
    leading = len(text) - len(text.lstrip("\n \t"))
    head = text[leading:]
    if not re.match(r"---[ \t]*(?:\n|$)", head) or (
        leading and not _KEY_LINE.match(head, head.find("\n") + 1)
    ):
        return Split("", 1, text, 1)
    first = text.count("\n", 0, leading) + 1
    try:
        header, body = _Handler().split(head)
    except ValueError:
        return _split_unclosed(head, first)
    closing = len(head) - len(body)
    return Split(header, first, body, first + head.count("\n", 0, closing))


def _split_unclosed(head: str, first: int) -> Split:
    """Without a closing line, the front matter is the lines that look like it."""
    lines = head.split("\n")
    count = 1
    while count < len(lines) and (_KEY_LINE.match(lines[count]) or re.match(r"[ \t]+\S|- ", lines[count])):
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
                "the front matter is opened here and never closed",
                Origin(path, parts.header_line),
                "add a line with --- after the last key",
            )
        )
    if len(text) > MOST_CHARACTERS:
        message = f"the front matter has {len(text)} characters; the first {MOST_CHARACTERS} were read"
        header.diagnostics.append(Diagnostic("front-matter-limit", message, Origin(path, parts.header_line)))
        _read_by_line(header, text[:MOST_CHARACTERS], path, parts.header_line)
        return header
    try:
        root = _tree(text)
    except yaml.YAMLError:
        _read_by_line(header, text, path, parts.header_line)
        return header
    except _TooDeepError as error:
        origin = Origin(path, parts.header_line + error.line, error.column + 1)
        header.diagnostics.append(Diagnostic("front-matter-limit", "this is nested too deeply", origin))
        _read_by_line(header, text, path, parts.header_line)
        return header
    _Reader(header, text, path, parts.header_line).read(root)
    return header


# The YAML tree: only what is written, nothing resolved.


@dataclass(slots=True)
class _Node:
    start: yaml.Mark
    end: int
    text: str = ""
    is_plain: bool = False
    is_alias: bool = False
    is_flow: bool = False
    items: list["_Node"] | None = None
    pairs: list[tuple["_Node", "_Node"]] | None = None
    waiting: "_Node | None" = None

    def take(self, child: "_Node") -> None:
        if self.items is not None:
            self.items.append(child)
        elif self.waiting is None:
            self.waiting = child
        elif self.pairs is not None:
            self.pairs.append((self.waiting, child))
            self.waiting = None


class _TooDeepError(Exception):
    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__("nested too deeply")
        self.line, self.column = mark.line, mark.column


def _tree(text: str) -> _Node | None:
    """The first document's root; None where the text is empty. Raises yaml.YAMLError."""
    stack: list[_Node] = []
    root: _Node | None = None
    for event in yaml.parse(text, Loader=_Loader):
        start, end = cast(yaml.Mark, event.start_mark), cast(yaml.Mark, event.end_mark)
        if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            stack.pop().end = end.index
            continue
        if isinstance(event, yaml.ScalarEvent):
            node = _Node(start, end.index, event.value, is_plain=not event.style)
        elif isinstance(event, yaml.AliasEvent):
            node = _Node(start, end.index, f"*{event.anchor}", is_alias=True)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = _Node(start, 0, is_flow=bool(event.flow_style), items=[])
        elif isinstance(event, yaml.MappingStartEvent):
            node = _Node(start, 0, is_flow=bool(event.flow_style), pairs=[])
        elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
            break
        else:
            continue
        if stack:
            stack[-1].take(node)
        else:
            root = node
        if node.items is not None or node.pairs is not None:
            stack.append(node)
            if len(stack) > MOST_DEPTH:
                raise _TooDeepError(start)
    return root


@dataclass(slots=True)
class _Reader:
    """Reads a YAML tree, or a part of one, into fields."""

    header: Header
    text: str
    path: str
    line: int

    def read(self, root: _Node | None) -> None:
        if root is None or (root.pairs is None and root.text in _NULLS and root.items is None):
            return
        if root.pairs is None:
            message = "the front matter has no keys"
            hint = "write one `key: value` a line"
            self.header.diagnostics.append(
                Diagnostic("front-matter-shape", message, self._origin(root.start), hint)
            )
            self.header.unread.append(self.text.strip("\n"))
            return
        for key, value in root.pairs:
            name = self.text[key.start.index : key.end] if key.items or key.pairs else key.text
            self.header.fields.append(self._field(name, self._origin(key.start), value))

    def _field(self, key: str, origin: Origin, node: _Node) -> Field:
        if node.pairs is not None:
            return Field(key, origin, map=tuple(self._named(node)), is_map=True)
        if node.items is not None and not node.is_flow:
            rows = tuple(tuple(self._named(item)) for item in node.items if item.pairs is not None)
            return Field(key, origin, tuple(v for item in node.items for v in self._values(item)), rows=rows)
        return Field(key, origin, tuple(self._values(node)))

    def _named(self, node: _Node) -> Iterator[tuple[str, Value]]:
        for key, value in node.pairs or ():
            for each in self._values(value):
                yield key.text, each

    def _values(self, node: _Node) -> Iterator[Value]:
        origin = self._origin(node.start)
        if node.is_alias:
            hint = f'write the value itself, or quote it: "{node.text}"'
            self.header.diagnostics.append(
                Diagnostic("yaml-alias", f"{node.text} is not followed", origin, hint)
            )
            yield value_of(node.text, origin)
        elif node.items is None and node.pairs is None:
            text = node.text
            if node.is_plain:
                if hidden := _HIDDEN_TEXT.match(self.text, node.end):
                    text = (text + hidden[0]).strip()
                if text in _NULLS:
                    return
            if text.strip():
                yield value_of(text, origin)
        elif node.is_flow and node.items is not None:
            yield from flow_values(self.text[node.start.index : node.end], origin)
        else:
            yield value_of(self.text[node.start.index : node.end].strip(), origin)

    def _origin(self, mark: yaml.Mark) -> Origin:
        return Origin(self.path, self.line + mark.line, mark.column + 1)


def value_of(text: str, origin: Origin) -> Value:
    """A value with the links that its text holds."""
    return Value(text, origin, links_in(text, origin))


def flow_values(raw: str, origin: Origin) -> Iterator[Value]:
    """The values of a list written in brackets, in which `[[X]]` is a link and quotes keep commas."""
    inner = raw.strip()
    if (
        not (inner.startswith("[[") and not inner.startswith("[[["))
        and inner[:1] == "["
        and inner[-1:] == "]"
    ):
        inner = inner[1:-1]
    start, depth, quote = 0, 0, ""
    for index, letter in enumerate(f"{inner},"):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'" and not inner[start:index].strip():
            quote = letter
        elif letter in "[{":
            depth += 1
        elif letter in "]}":
            depth = max(depth - 1, 0)
        elif letter == "," and (depth == 0 or index == len(inner)):
            text = _unquoted(inner[start:index].strip())
            start = index + 1
            if text not in _NULLS:
                yield value_of(text, origin)


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1].replace('\\"', '"')
    return text


# Reading key by key, where the block as a whole is no YAML.


def _read_by_line(header: Header, text: str, path: str, first_line: int) -> None:
    lines = text.split("\n")
    starts: list[int] = []
    for number, line in enumerate(lines):
        if _KEY_LINE.match(line if starts else line.lstrip()):
            starts.append(number)
    orphans = lines[: starts[0]] if starts else lines
    _report_orphans(header, orphans, path, first_line, has_keys=bool(starts))
    for start, end in pairwise((*starts, len(lines))):
        block = [lines[start] if starts[0] != start else lines[start].lstrip(), *lines[start + 1 : end]]
        chunk = Header()
        try:
            _Reader(chunk, "\n".join(block), path, first_line + start).read(_tree("\n".join(block)))
        except (yaml.YAMLError, _TooDeepError):
            _read_chunk(header, block, path, first_line + start)
        else:
            header.fields += chunk.fields
            header.diagnostics += chunk.diagnostics


def _report_orphans(header: Header, lines: list[str], path: str, first_line: int, *, has_keys: bool) -> None:
    written = [
        (number, line) for number, line in enumerate(lines) if line.strip() and not _COMMENT.match(line)
    ]
    if not written:
        return
    header.unread += [line for _, line in written]
    code = "front-matter-line" if has_keys else "front-matter-shape"
    message = "this is no `key: value` line" if has_keys else "the front matter has no keys"
    origin = Origin(path, first_line + written[0][0])
    header.diagnostics.append(Diagnostic(code, message, origin, "write one `key: value` a line"))


def _read_chunk(header: Header, block: list[str], path: str, line: int) -> None:
    """One key whose lines are no YAML: its text is kept as written."""
    found = _KEY_LINE.match(block[0])
    if found is None:
        return
    key, origin = found["key"].strip("\"' \t"), Origin(path, line, found.start() + 1)
    first = _COMMENT.sub("", block[0][found.end() :]).strip()
    values: list[Value] = []
    named: list[tuple[str, Value]] = []
    if first:
        if not _is_yaml(block[0]):
            _report_line(header, origin, first)
        values += _raw_values(first, Origin(path, line, block[0].find(first) + 1))
    for number, text in enumerate(block[1:], start=1):
        written = _COMMENT.sub("", text).strip()
        at = Origin(path, line + number, len(text) - len(text.lstrip()) + 1)
        if not written:
            continue
        if not _is_yaml(written) or "\t" in text[: at.column]:
            _report_line(header, at, written)
        if re.match(r"-\s", written):
            values += _raw_values(_unquoted(written[1:].strip()), at)
        elif not values and (pair := _KEY_LINE.match(written)):
            named += [(pair["key"], each) for each in _raw_values(written[pair.end() :].strip(), at)]
        elif text[0] in " \t" and values and not written.startswith("-"):
            values[-1] = value_of(f"{values[-1].text} {written}", values[-1].origin)
        else:
            header.unread.append(text)
    if named and not values:
        header.fields.append(Field(key, origin, map=tuple(named), is_map=True))
    else:
        header.fields.append(Field(key, origin, tuple(values)))


def _raw_values(text: str, origin: Origin) -> Iterator[Value]:
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        yield from flow_values(text, origin)
    elif text not in _NULLS:
        yield value_of(text, origin)


def _is_yaml(line: str) -> bool:
    try:
        _tree(line)
    except (yaml.YAMLError, _TooDeepError):
        return False
    return True


def _report_line(header: Header, origin: Origin, text: str) -> None:
    quoted = text.replace('"', "'")
    header.diagnostics.append(
        Diagnostic(
            "front-matter-line",
            "this line is not valid YAML; its text was kept as written",
            origin,
            f'put quotes around the value: "{quoted}"' if len(text) < 60 else "put quotes around the value",
        )
    )
