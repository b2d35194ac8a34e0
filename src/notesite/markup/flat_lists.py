"""Lists of one line an item, as logs are written, read in one step; markdown-it reads all others."""

import re
from itertools import pairwise

from markdown_it.rules_block import StateBlock, list_block

_ITEM = re.compile(r"- (?!\d+[.)]|\[.*\]:)(?P<text>(?:[^\W_]|\[).*)(?<!\s)")


def list_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for lists: gives the tokens that `list_block` gives."""
    texts = [] if silent or state.level else _flat_items(state, start, end)
    if not texts:
        return list_block(state, start, end, silent)
    opening = state.push("bullet_list_open", "ul", 1)
    opening.markup = "-"
    state.line = state.skipEmptyLines(start + len(texts))
    opening.map = [start, state.line]
    ends = (*range(start + 1, start + len(texts)), state.line)
    for text, lines in zip(texts, pairwise((start, *ends)), strict=True):
        _push_item(state, text, lines)
    state.push("bullet_list_close", "ul", -1).markup = "-"
    return True


def _flat_items(state: StateBlock, start: int, end: int) -> list[str]:
    """The texts of a list's items, up to a blank line; empty where it is no such list."""
    texts: list[str] = []
    line = start
    while line < end and not state.isEmpty(line):
        found = (
            None if state.sCount[line] else _ITEM.fullmatch(state.src, state.bMarks[line], state.eMarks[line])
        )
        if found is None:
            return []
        texts.append(found["text"])
        line += 1
    after = state.skipEmptyLines(line)
    is_over = after >= end or (state.sCount[after] == 0 and state.src[state.bMarks[after]] != "-")
    return texts if is_over else []


def _push_item(state: StateBlock, text: str, lines: tuple[int, int]) -> None:
    item = state.push("list_item_open", "li", 1)
    item.markup, item.map = "-", list(lines)
    opening = state.push("paragraph_open", "p", 1)
    opening.hidden, opening.map = True, [lines[0], lines[0] + 1]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = text, [lines[0], lines[0] + 1], []
    state.push("paragraph_close", "p", -1).hidden = True
    state.push("list_item_close", "li", -1).markup = "-"
