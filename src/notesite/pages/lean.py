"""The environment of the templates that come with notesite: compiled to what these need, and no more.

A notebook's own templates run in Jinja2's sandbox instead, which writes the same page in four times the time.
"""

from collections.abc import Callable, MutableMapping
from keyword import iskeyword
from typing import Any, NoReturn, cast

from jinja2 import Environment, UndefinedError, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing

from notesite.markup.html import as_html
from notesite.pages.translated import Translated


class LeanMacro(Macro):
    """A macro that goes straight to its function where it is called with arguments by place alone."""

    def __init__(
        self,
        environment: Environment,
        func: Callable[..., str],
        name: str,
        arguments: list[str],
        *traits: bool,  # as Jinja2 has them: catches keywords, catches more arguments, has a caller, is HTML
    ) -> None:
        super().__init__(environment, func, name, arguments, *traits)
        *special, is_html = traits
        self._is_plain = is_html and not any(special)
        func.__defaults__ = (missing,) * len(arguments)

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """What the macro writes."""
        if kwargs or not self._is_plain or len(args) > self._argument_count:
            return super().__call__(*args, **kwargs)
        return as_html(self._func(*args))


class LeanCode(CodeGenerator):
    """A template as Python that calls, reads attributes and escapes as Python does.

    Jinja2 asks every function at every call whether it wants the context, looks for every attribute among
    items too, and makes HTML of what is only joined to other HTML. Nothing here needs that.
    """

    def get_visitor(self, node: nodes.Node) -> Callable[..., None] | None:
        """What writes a node: ours where there is one, else Jinja2's."""
        match node:
            case nodes.Template():
                return self._template
            case nodes.Call():
                return self._call
            case nodes.Getattr():
                return self._attribute
        return super().get_visitor(node)

    def _template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """The module of a template, with the names of ours that it uses."""
        self.writeline("from notesite.markup.html import shown")
        self.writeline("from notesite.pages.lean import LeanMacro")
        super().visit_Template(node, frame)

    def _call(self, node: nodes.Call, frame: Frame) -> None:
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _attribute(self, node: nodes.Getattr, frame: Frame) -> None:
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro, of our kind."""
        self.write("Lean")
        super().macro_def(macro_ref, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


class LeanEnvironment(Environment):
    """An environment of lean templates, with their sentences put in as its `_` says them.

    No function that it knows may ask for the context.
    """

    code_generator_class = LeanCode

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template knows besides its page, in one dictionary: it is copied for every page."""
        return {**self.globals, **(d or {})}

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Raise what happened in a template; a name that nothing has is undefined, as in any template."""
        try:
            super().handle_exception(source)
        except AttributeError as error:
            raise UndefinedError(str(error)) from error

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        if nodes.EvalContext(self, name).autoescape:  # a sentence is HTML
            source = Translated(cast("Callable[[str], str]", self.globals["_"])).visit(source)
        return super()._generate(source, name, filename, defer_init)
