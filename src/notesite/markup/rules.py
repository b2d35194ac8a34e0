"""The inline rules of our own, and which rules a text needs at all."""

import re
from itertools import chain

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

MOST_BRACKETS = 500
MOST_INLINE = 50_000

_WIKILINK = re.compile(r"!?\[\[([^\[\]\n]+?)\]\]")
_MARKUP = re.compile(r"[\n!&*<\[\\\]_`~]")
"""Where an inline rule may begin or end; `MarkdownIt` stops at more, for rules that are not in use here."""

_CHARACTERS = {
    "|": ("table",),
    ">": ("blockquote",),
    "`~": ("fence",),
    "`<\\&": ("backticks", "autolink", "escape", "entity", "text_join"),
    "*_~": ("emphasis", "strikethrough", "balance_pairs", "fragments_join"),
}
"""Rules by the characters of which one must stand in a text for them to find anything."""

_PATTERNS = {
    re.compile(r"\n(?<=[-=*_ \t]\n)"): ("hr", "lheading"),
    re.compile(r"\]:(?<!(?<!\\)\]\]:)"): ("reference", "footnote_def", "footnote_ref", "footnote_tail"),
    re.compile(r"\](?:\(|:(?<!(?<!\\)\]\]:))"): ("link", "image"),
}
"""The same for rules that need more: the end of a line, or what follows a bracket (other than `]]:`)."""


def idle_rules(body: str) -> tuple[str, ...]:
    """The rules that would be tried at every place of a body, and find nothing."""
    text = f"{body}\n"
    plain = [rules for signs, rules in _CHARACTERS.items() if not any(sign in text for sign in signs)]
    plain += [rules for pattern, rules in _PATTERNS.items() if not pattern.search(text)]
    return tuple(chain.from_iterable(plain))


def text_rule(state: StateInline, silent: bool) -> bool:
    """Text up to where another rule may begin."""
    found = _MARKUP.search(state.src, state.pos, state.posMax)
    end = found.start() if found else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def wikilink_rule(state: StateInline, silent: bool) -> bool:
    """A link to a note, `[[name]]`, or with `!` before it what it leads to."""
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


def inline_rule(state: StateCore) -> None:
    """Parse inline text, but leave what is plain or would take very long as plain text."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        content = token.content
        if len(content) > MOST_INLINE or content.count("[") > MOST_BRACKETS:
            state.env["tangled"] = [*state.env.get("tangled", []), token.map[0] if token.map else 0]
            token.children = [Token("text", "", 0, content=content)]
        elif not _MARKUP.search(content):
            token.children = [Token("text", "", 0, content=content)] if content else []
        else:
            token.children = []
            state.md.inline.parse(content, state.md, state.env, token.children)
