"""The one Markdown parser: CommonMark with tables, strikethrough, footnotes and Obsidian's conventions."""

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from mdit_py_plugins.footnote import footnote_plugin

from notesite.markup.marks import CLOSE, EMBED, LINK, MIDDLE, OPEN, mark

Env = MutableMapping[str, Any]

MOST_BRACKETS = 500
MOST_INLINE = 50_000
SCHEMES = ("https", "http", "mailto", "tel")

_WIKILINK = re.compile(r"!?\[\[([^\[\]\n]+?)\]\]")
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_CALLOUT = re.compile(r"\[!([\w-]+)\][+-]?[ \t]*")
_TASK = re.compile(r"\[(.)\](?:[ \t]+|$)")
_TAG = re.compile(r"""(?:^|(?<=[\s(\[{,;"'“«]))#(?=[\w/-]*[^\W\d])([\w-][\w/-]*)""")
_FIELD = re.compile(
    r"(?P<open>[\[(])(?P<key>[^\W\d_][\w \-/]{0,40})::[ \t]*(?P<value>[^\[\]()]*)(?P<close>[\])])"
)
_BARE_URL = re.compile(r"https?://[^\s<>\"'\ufdd0-\ufdef]*[^\s<>\"'\ufdd0-\ufdef.,;:!?)\]]")
_BLOCK_ID = re.compile(r"(?:^|[ \t])\^([A-Za-z0-9-]+)$")


def parse(body: str) -> tuple[list[Token], Env]:
    """The tokens of a body, with tasks, callouts and block ids marked, and the environment to render them."""
    env: Env = {"docId": "note"}
    return _parser().parse(body, env), env


def rendered(tokens: Sequence[Token], env: Env) -> str:
    """The tokens as HTML, with a mark (see `marks`) in the place of every link to a note."""
    parser = _parser()
    return str(parser.renderer.render(list(tokens), parser.options, env))


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


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False)
    parser.validateLink = is_safe_address  # type: ignore[assignment,method-assign]  # markdown-it documents this; its types call it a method
    parser.inline.ruler.before("link", "wikilink", _wikilink_rule)
    parser.core.ruler.at("inline", _inline_rule)
    parser.core.ruler.push("conventions", _conventions_rule)
    for name, rule in _RENDER_RULES.items():
        parser.add_render_rule(name, rule)
    return parser


def _wikilink_rule(state: StateInline, silent: bool) -> bool:
    source = state.src
    if source[state.pos] not in "[!":
        return False
    found = _WIKILINK.match(source, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("wikilink", "", 0)
        token.content, token.markup = found[1], found[0]
    state.pos = found.end()
    return True


def _inline_rule(state: StateCore) -> None:
    """Parse inline text, but leave what would take very long as plain text."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        content = token.content
        if len(content) > MOST_INLINE or content.count("[") > MOST_BRACKETS:
            state.env["tangled"] = [*state.env.get("tangled", []), token.map[0] if token.map else 0]
            text = Token("text", "", 0)
            text.content = content
            token.children.append(text)
        else:
            state.md.inline.parse(content, state.md, state.env, token.children)


def _conventions_rule(state: StateCore) -> None:
    tokens = state.tokens
    for index, token in enumerate(tokens):
        if token.type != "inline":
            continue
        before = tokens[index - 2].type if index > 1 else ""
        if before == "list_item_open":
            _mark_task(tokens[index - 2], token)
        elif before == "blockquote_open":
            _mark_callout(tokens, index)
        if "==" in token.content:
            _mark_highlights(token)
        if "^" in token.content and token.children and token.children[-1].type == "text":
            _mark_block_id(token)


def _mark_task(item: Token, inline: Token) -> None:
    found = _TASK.match(inline.content)
    first = inline.children[0] if inline.children else None
    if found is None or first is None or first.type != "text" or not first.content.startswith("["):
        return
    item.attrJoin("class", "task")
    item.meta["task"] = found[1]
    box = Token("task_box", "", 0, content=found[1])
    first.content = first.content[found.end() :]
    inline.children = [box, *(inline.children or [])]


def _mark_callout(tokens: list[Token], index: int) -> None:
    inline, paragraph, quote = tokens[index], tokens[index - 1], tokens[index - 2]
    found = _CALLOUT.match(inline.content)
    if found is None or not inline.children or inline.children[0].type != "text":
        return
    kind = found[1].lower()
    quote.meta["callout"] = kind
    quote.tag = "div"
    quote.attrSet("class", f"callout callout-{re.sub('[^a-z0-9-]', '', kind)}")
    closing = next(
        each for each in tokens[index:] if each.type == "blockquote_close" and each.level == quote.level
    )
    closing.tag = "div"
    children = inline.children
    children[0].content = children[0].content[found.end() :]
    if not children[0].content and (len(children) == 1 or children[1].type == "softbreak"):
        children[0].content = kind.capitalize()
    title_end = next((at for at, each in enumerate(children) if each.type == "softbreak"), len(children))
    if title_end == len(children):
        paragraph.attrSet("class", "callout-title")
    else:
        inline.children = [
            Token("callout_title_open", "", 0),
            *children[:title_end],
            Token("callout_title_close", "", 0),
            *children[title_end:],
        ]


def _mark_highlights(inline: Token) -> None:
    """`==text==` becomes a highlight, also around links and emphasis of the same line."""
    pieces: list[Token] = []
    for token in inline.children or []:
        if token.type != "text" or "==" not in token.content:
            pieces.append(token)
            continue
        for number, content in enumerate(token.content.split("==")):
            if number:
                pieces.append(Token("highlight", "", 0))
            if content:
                pieces.append(Token("text", "", 0, content=content))
    marks = [token for token in pieces if token.type == "highlight"]
    if len(marks) % 2:
        return
    for number, token in enumerate(marks):
        token.type = "highlight_close" if number % 2 else "highlight_open"
    inline.children = pieces


def _mark_block_id(inline: Token) -> None:
    last = (inline.children or [])[-1]
    if found := _BLOCK_ID.search(last.content):
        last.content = last.content[: found.start()]
        inline.children = [*(inline.children or []), Token("block_id", "", 0, content=found[1])]


# How tokens become HTML. Links to notes become marks; their index is set by `lines.number_links`.

_Tokens = Sequence[Token]


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
}
