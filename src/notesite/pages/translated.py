"""Templates with their sentences put in, as the catalogue has them: a theme is of one language."""

import re
from collections.abc import Callable, Iterator

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from notesite.markup.html import shown

_PART = re.compile(r"%\((\w+)\)s")


class Translated(NodeTransformer):
    """What stands in a template for `_("…")`: the text itself; for a sentence with parts, the parts in it.

    `say` is the theme's `_`. A sentence that is not a plain one with `%(name)s` stays a call.
    """

    def __init__(self, say: Callable[[str], str]) -> None:
        self._say = say

    def get_visitor(self, node: nodes.Node) -> Callable[..., nodes.Node] | None:
        """What changes a node: ours for what is written and called."""
        match node:
            case nodes.Output():
                return self._output
            case nodes.Call():
                return self._call
        return super().get_visitor(node)

    def _output(self, node: nodes.Output) -> nodes.Node:
        """What is written, each sentence as the texts and parts that it is made of."""
        node.nodes = [piece for child in node.nodes for piece in self._pieces(child)]
        return self.generic_visit(node)

    def _call(self, node: nodes.Call) -> nodes.Node:
        """A sentence without parts, which is its text in the language of the theme."""
        message = _message(node)
        if message is None or node.kwargs:
            return self.generic_visit(node)
        return nodes.Const(self._say(message), lineno=node.lineno)

    def _pieces(self, node: nodes.Expr) -> Iterator[nodes.Expr]:
        message = _message(node)
        parts = {part.key: part.value for part in node.kwargs} if isinstance(node, nodes.Call) else {}
        if message is None or not parts:
            yield node
            return
        texts = _PART.split(self._say(message))
        names = texts[1::2]
        if "%" in "".join(texts[::2]) or not parts.keys() >= set(names):
            yield node
            return
        for text, name in zip(texts[::2], (*names, ""), strict=True):
            if text:
                yield nodes.TemplateData(shown(text), lineno=node.lineno)
            if name:
                yield parts[name]


def _message(node: nodes.Node) -> str | None:
    """The sentence that a call of `_` is about."""
    match node:
        case nodes.Call(node=nodes.Name(name="_"), args=[nodes.Const(value=str(message))], dyn_args=None):
            return message if node.dyn_kwargs is None else None
    return None
