"""Marks in rendered HTML where a note's links stand, until it is known where they lead.

A note is rendered once, before the other notes are known. Each of its links stands in the HTML as
`OPEN index kind MIDDLE label CLOSE`, where index counts the note's links and kind is a letter.
Noncharacters serve as marks: they never occur in text, and pass a sanitiser untouched.
"""

import re

OPEN, MIDDLE, CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
LINK, EMBED = "l", "e"

MARK = re.compile(rf"{OPEN}(\d+)([{LINK}{EMBED}]){MIDDLE}(.*?){CLOSE}", re.DOTALL)
_RESERVED = re.compile("[\ufdd0-\ufdef]")


def mark(index: int, label_html: str, *, embed: bool = False) -> str:
    """The mark of a link: `label_html` is HTML already."""
    return f"{OPEN}{index}{EMBED if embed else LINK}{MIDDLE}{label_html}{CLOSE}"


def without_reserved(text: str) -> str:
    """The text with every noncharacter that could be taken for a mark replaced."""
    return _RESERVED.sub("\ufffd", text)
