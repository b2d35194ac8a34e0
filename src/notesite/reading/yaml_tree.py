"""YAML as a tree of what is written, nothing resolved: no types, no aliases, no merging.

It is built from the parser's events, and not by its loader, which recurses and follows aliases.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import yaml

MOST_DEPTH = 20

_Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A scalar, a list (`items`) or a map (`pairs`) as written, with its place in the text."""

    start: yaml.Mark
    end: int
    text: str = ""
    is_plain: bool = False
    is_alias: bool = False
    is_flow: bool = False
    items: list["Node"] | None = None
    pairs: list[tuple["Node", "Node"]] | None = None
    waiting: "Node | None" = None

    def take(self, child: "Node") -> None:
        """Add what stands next inside this list or map."""
        if self.items is not None:
            self.items.append(child)
        elif self.waiting is None:
            self.waiting = child
        elif self.pairs is not None:
            self.pairs.append((self.waiting, child))
            self.waiting = None


class TooDeepError(Exception):
    """The text is nested deeper than any front matter needs."""

    def __init__(self, mark: yaml.Mark) -> None:
        super().__init__("nested too deeply")
        self.line, self.column = mark.line, mark.column


def tree_of(text: str) -> Node | None:
    """The first document's root; None where the text is empty. Raises yaml.YAMLError."""
    stack: list[Node] = []
    root: Node | None = None
    for event in _events(text):
        start, end = cast(yaml.Mark, event.start_mark), cast(yaml.Mark, event.end_mark)
        if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            stack.pop().end = end.index
            continue
        node = _node(event, start, end)
        if node is None:
            continue
        if stack:
            stack[-1].take(node)
        else:
            root = node
        if node.items is not None or node.pairs is not None:
            stack.append(node)
            if len(stack) > MOST_DEPTH:
                raise TooDeepError(start)
    return root


def _events(text: str) -> Iterator[yaml.Event]:
    """The events of the parser, which from PyYAML 6.0.4 on refuses a thousand levels by itself."""
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.scanner.ScannerError as error:
        if error.problem_mark is not None and "nesting depth" in (error.problem or ""):
            raise TooDeepError(error.problem_mark) from error
        raise


def _node(event: yaml.Event, start: yaml.Mark, end: yaml.Mark) -> Node | None:
    match event:
        case yaml.ScalarEvent():
            return Node(start, end.index, event.value, is_plain=not event.style)
        case yaml.AliasEvent():
            return Node(start, end.index, f"*{event.anchor}", is_alias=True)
        case yaml.SequenceStartEvent():
            return Node(start, 0, is_flow=bool(event.flow_style), items=[])
        case yaml.MappingStartEvent():
            return Node(start, 0, is_flow=bool(event.flow_style), pairs=[])
    return None
