"""The conventions of Obsidian, marked on tokens: tasks, callouts, highlights and block ids."""

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_CALLOUT = re.compile(r"\[!([\w-]+)\][+-]?[ \t]*")
_TASK = re.compile(r"\[(.)\](?:[ \t]+|$)")
_BLOCK_ID = re.compile(r"(?:^|[ \t])\^([A-Za-z0-9-]+)$")


def conventions_rule(state: StateCore) -> None:
    """Mark what inline text says beyond CommonMark."""
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
