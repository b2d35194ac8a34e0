"""The one Markdown parser: CommonMark with tables, strikethrough, footnotes and Obsidian's conventions."""

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.footnote import footnote_plugin

from notesite.markup.conventions import conventions_rule
from notesite.markup.flat_lists import list_rule
from notesite.markup.marks import CLOSE, EMBED, LINK, MIDDLE, OPEN, mark
from notesite.markup.rules import idle_rules, inline_rule, text_rule, wikilink_rule

Env = MutableMapping[str, Any]

SCHEMES = ("https", "http", "mailto", "tel")

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_TAG = re.compile(r"""(?:^|(?<=[\s(\[{,;"'“«]))#(?=[\w/-]*[^\W\d])([\w-][\w/-]*)""")
_FIELD = re.compile(
    r"(?P<open>[\[(])(?P<key>[^\W\d_][\w \-/]{0,40})::[ \t]*(?P<value>[^\[\]()]*)(?P<close>[\])])"
)
_BARE_URL = re.compile(r"https?://[^\s<>\"'\ufdd0-\ufdef]*[^\s<>\"'\ufdd0-\ufdef.,;:!?)\]]")


def parse(body: str) -> tuple[list[Token], Env]:
    """The tokens of a body, whose lines end in `\n`, and the environment to render them.

    Tasks, callouts, highlights and block ids are marked.
    """
    env: Env = {"docId": "note"}
    return _parser(idle_rules(body)).parse(body, env), env


def rendered(tokens: Sequence[Token], env: Env) -> str:
    """The tokens as HTML, with a mark (see `marks`) in the place of every link to a note."""
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, env))


def text_html(text: str) -> str:
    """Plain text as HTML, with tags and inline fields set off and bare addresses as links."""
    html = escapeHtml(text)
    if "::" in text:
        html = _FIELD.sub(r'<span class="field"><span class="key">\g<key></span> \g<value></span>', html)
    if "://" in text:
        html = _BARE_URL.sub(r'<a href="\g<0>" rel="noreferrer">\g<0></a>', html)
    if "#" in text:
        html = _TAG.sub(r'<span class="tag">#\1</span>', html)
    return html


def is_safe_address(href: str) -> bool:
    """Whether an address is relative or of an allowed scheme; `//host` and every other scheme are not."""
    if href.lstrip().startswith(("//", "\\")):
        return False
    scheme = _SCHEME.match(href)
    return scheme is None or scheme[1].lower() in SCHEMES


class _Parser(MarkdownIt):
    """markdown-it, which asks us which addresses a link may have."""

    def validateLink(self, url: str) -> bool:
        """Whether a link to an address becomes one."""
        return is_safe_address(url)


@cache
def _parser(idle: tuple[str, ...] = ()) -> MarkdownIt:
    """The parser without the rules that are idle in a text."""
    parser = _Parser("commonmark", {"html": False}, renderer_cls=_Renderer)
    parser.enable(["table", "strikethrough"]).disable(["html_block", "html_inline", "normalize"])
    parser.use(footnote_plugin, inline=False)
    parser.block.ruler.at("list", list_rule, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.at("text", text_rule)
    parser.inline.ruler.after("text", "wikilink", wikilink_rule)
    parser.core.ruler.at("inline", inline_rule)
    parser.core.ruler.push("conventions", conventions_rule)
    for name, rule in _RENDER_RULES.items():
        parser.add_render_rule(name, rule)
    return parser.disable(idle)


# How tokens become HTML. Links to notes become marks; their index is set by `reading.numbering`.

_Tokens = Sequence[Token]


class _Renderer(RendererHTML):
    """markdown-it's renderer, quicker with tags that have no attributes, which are most of a page.

    It looks for the rule of a kind of token among its own methods.
    """

    def _tag(self, tokens: _Tokens, idx: int, options: OptionsDict, env: Env) -> str:
        """The tag of a token, with the line ends that markdown-it puts around it."""
        token = tokens[idx]
        if token.hidden:
            return ""
        if token.attrs or not token.nesting:
            return super().renderToken(tokens, idx, options, env)
        if token.nesting < 0:
            return f"</{token.tag}>\n" if token.block else f"</{token.tag}>"
        if not token.block:
            return f"<{token.tag}>"
        before = "\n" if idx and tokens[idx - 1].hidden else ""
        inside = tokens[idx + 1]
        is_short = (
            inside.type == "inline" or inside.hidden or (inside.nesting < 0 and inside.tag == token.tag)
        )
        return f"{before}<{token.tag}>" if is_short else f"{before}<{token.tag}>\n"

    paragraph_open = paragraph_close = heading_open = heading_close = _tag
    bullet_list_open = bullet_list_close = list_item_open = list_item_close = _tag
    strong_open = strong_close = em_open = em_close = s_open = s_close = _tag


def _text(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    return text_html(tokens[index].content)


def _wikilink(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    token = tokens[index]
    return mark(token.meta["link"], escapeHtml(token.meta["label"]), embed=token.markup.startswith("!"))


def _link_open(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    token = tokens[index]
    if "link" in token.meta:
        return f"{OPEN}{token.meta['link']}{LINK}{MIDDLE}"
    token.attrSet("rel", "noreferrer")
    return str(self.renderToken(tokens, index, options, env))


def _link_close(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    return CLOSE if "link" in tokens[index].meta else "</a>"


def _image(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    """A picture of the notebook; a remote one is a link, since the site requests nothing."""
    token = tokens[index]
    label = escapeHtml(token.content or str(token.attrGet("src")))
    if "link" in token.meta:
        return f"{OPEN}{token.meta['link']}{EMBED}{MIDDLE}{label}{CLOSE}"
    return f'<a href="{escapeHtml(str(token.attrGet("src")))}" rel="noreferrer">{label}</a>'


def _task_box(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    state = tokens[index].content.lower()
    words = {" ": "open", "x": "done", "-": "dropped"}.get(state, "open")
    return f'<span class="box" data-state="{escapeHtml(state)}" role="img" aria-label="{words}"></span> '


def _block_id(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    return f'<span id="h-^{tokens[index].content}"></span>'


def _highlight_open(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    return "<mark>"


def _highlight_close(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    return "</mark>"


def _title_open(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    return '<span class="callout-title">'


def _title_close(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    return "</span>"


def _notes_open(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    """Footnotes have no heading, so they are no section."""
    return '<div class="footnotes">\n<ol class="footnotes-list">\n'


def _notes_close(self: RendererHTML, tokens: _Tokens, index: int, options: OptionsDict, env: Env) -> str:
    return "</ol>\n</div>\n"


_RENDER_RULES = {
    "text": _text,
    "wikilink": _wikilink,
    "link_open": _link_open,
    "link_close": _link_close,
    "image": _image,
    "task_box": _task_box,
    "block_id": _block_id,
    "highlight_open": _highlight_open,
    "highlight_close": _highlight_close,
    "callout_title_open": _title_open,
    "callout_title_close": _title_close,
    "footnote_block_open": _notes_open,
    "footnote_block_close": _notes_close,
}
