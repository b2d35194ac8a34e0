"""HTML so simple that a list of what it may hold, and how, tells that a sanitiser would change nothing."""

import re

_WORDS = r"(?:[^<>&\r\0\xa0]++|&(?:amp|lt|gt);)*+"
_BOX = r'<span class="box" data-state="[ x-]" role="img" aria-label="(?:open|done|dropped)"></span>'
_PIECES = (
    r"[^<>&\r\0\xa0]++",
    r"&(?:amp|lt|gt);",
    r'<span class="tag">#[\w/-]++</span>',
    _BOX,
    *(rf"<{tag}>{_WORDS}</{tag}>" for tag in ("strong", "em", "code")),
)
_TEXT = f"(?:{'|'.join(_PIECES)})*+"
_BLOCKS = (
    rf"<p>{_TEXT}</p>\n",
    *(rf'<h{level} id="h-[\w-]++">{_TEXT}</h{level}>\n' for level in range(1, 7)),
    rf'<ul>\n(?:<li(?: class="task")?>{_TEXT}</li>\n)++</ul>\n',
)
_FLAT = re.compile(f"(?:{'|'.join(_BLOCKS)})*+")


def is_flat(html: str) -> bool:
    """Whether all of it is paragraphs, headings and lists of text, tags, boxes of tasks and plain emphasis.

    Each of these is closed where it has to be, and none has an address, a style or a name from outside.
    """
    return _FLAT.fullmatch(html) is not None
