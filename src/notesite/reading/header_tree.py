"""Front matter that is YAML: its tree as keys with their values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from notesite.model.diagnostic import Diagnostic
from notesite.model.message import say
from notesite.model.origin import Origin
from notesite.model.values import Field, Value
from notesite.reading.values import NULLS, flow_values, value_of
from notesite.reading.yaml_tree import Node

_HIDDEN_TEXT = re.compile(r"[ \t]+#\S.*?(?=[ \t]+#(?:[ \t]|$)|$)", re.MULTILINE)


@dataclass(slots=True)
class Header:
    """The keys of a front matter in their order, what could not be read at all, and the reports."""

    fields: list[Field] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


@dataclass(slots=True)
class TreeReader:
    """Reads a YAML tree, or a part of one, into fields."""

    header: Header
    text: str
    path: str
    line: int

    def read(self, root: Node | None) -> None:
        """Add the keys of a tree to the header."""
        if root is None or (root.pairs is None and root.text in NULLS and root.items is None):
            return
        if root.pairs is None:
            message = say("the front matter has no keys")
            hint = say("write one `key: value` a line")
            self.header.diagnostics.append(
                Diagnostic("front-matter-shape", message, self._origin(root.start), hint)
            )
            self.header.unread.append(self.text.strip("\n"))
            return
        for key, value in root.pairs:
            name = self.text[key.start.index : key.end] if key.items or key.pairs else key.text
            self.header.fields.append(self._field(name, self._origin(key.start), value))

    def _field(self, key: str, origin: Origin, node: Node) -> Field:
        if node.pairs is not None:
            return Field(key, origin, map=tuple(self._named(node)), is_map=True)
        if node.items is not None and not node.is_flow:
            rows = tuple(tuple(self._named(item)) for item in node.items if item.pairs is not None)
            return Field(key, origin, tuple(v for item in node.items for v in self._values(item)), rows=rows)
        return Field(key, origin, tuple(self._values(node)))

    def _named(self, node: Node) -> Iterator[tuple[str, Value]]:
        for key, value in node.pairs or ():
            for each in self._values(value):
                yield key.text, each

    def _values(self, node: Node) -> Iterator[Value]:
        origin = self._origin(node.start)
        if node.is_alias:
            message = say("%(alias)s is not followed", alias=node.text)
            hint = say('write the value itself, or quote it: "%(text)s"', text=node.text)
            self.header.diagnostics.append(Diagnostic("yaml-alias", message, origin, hint))
            yield value_of(node.text, origin)
        elif node.items is None and node.pairs is None:
            text = node.text
            if node.is_plain:
                if hidden := _HIDDEN_TEXT.match(self.text, node.end):
                    text = (text + hidden[0]).strip()
                if text in NULLS:
                    return
            if text.strip():
                yield value_of(text, origin)
        elif node.is_flow and node.items is not None:
            yield from flow_values(self.text[node.start.index : node.end], origin)
        else:
            yield value_of(self.text[node.start.index : node.end].strip(), origin)

    def _origin(self, mark: yaml.Mark) -> Origin:
        return Origin(self.path, self.line + mark.line, mark.column + 1)
