"""Comments, `%% … %%` and `<!-- … -->` outside code, which never reach any output."""

import re

from notesite.model.diagnostic import Diagnostic, Outcome
from notesite.model.message import say
from notesite.model.origin import Origin

_FENCE = re.compile(r"[ \t>]*(?:[-*+][ \t]+)*(`{3,}|~{3,})")
_TOKEN = re.compile(r"`+|%%|<!--|\n")
_CLOSERS = {"%%": "%%", "<!--": "-->"}


def without_comments(text: str, path: str, first_line: int) -> Outcome[str]:
    """The text without its comments, every line kept in its place.

    Reports `comment-unclosed` where a comment hides the rest of the note.
    """
    if "%%" not in text and "<!--" not in text:
        return Outcome(text)
    kept: list[str] = []
    position = 0
    at_line_start = True
    while position < len(text):
        if at_line_start and (end := _end_of_fence(text, position)):
            kept.append(text[position:end])
            position = end
            continue
        found = _TOKEN.search(text, position)
        if found is None:
            break
        kept.append(text[position : found.start()])
        opener = found[0]
        at_line_start = opener == "\n"
        if opener in _CLOSERS:
            closer = text.find(_CLOSERS[opener], found.end())
            if closer < 0:
                line = first_line + text.count("\n", 0, found.start())
                column = found.start() - text.rfind("\n", 0, found.start())
                hint = say("close it with %(mark)s", mark=_CLOSERS[opener])
                message = say("this comment is never closed, so it hides the rest of the note")
                report = Diagnostic("comment-unclosed", message, Origin(path, line, column), hint)
                return Outcome("".join(kept), (report,))
            kept.append("\n" * text.count("\n", found.end(), closer))
            position = closer + len(_CLOSERS[opener])
        else:
            end = _end_of_code_span(text, found) if opener[0] == "`" else found.end()
            kept.append(text[found.start() : end])
            position = end
    kept.append(text[position:])
    return Outcome("".join(kept))


def _end_of_fence(text: str, position: int) -> int:
    """Where the fenced code block that begins at a line's start ends; 0 where none begins."""
    opening = _FENCE.match(text, position)
    if opening is None:
        return 0
    rest_of_line = text[opening.end() : text.find("\n", opening.end()) % (len(text) + 1)]
    if opening[1][0] == "`" and "`" in rest_of_line:
        return 0
    closing = re.compile(rf"^[ \t>]*{opening[1][0]}{{{len(opening[1])},}}[ \t]*$\n?", re.MULTILINE)
    line_end = text.find("\n", opening.end())
    if line_end < 0:
        return len(text)
    found = closing.search(text, line_end + 1)
    return found.end() if found else len(text)


def _end_of_code_span(text: str, opening: re.Match[str]) -> int:
    """Where the code span ends that a run of backticks opens; the run itself where it opens none.

    A span does not cross a blank line, as in CommonMark.
    """
    limit = text.find("\n\n", opening.end())
    for closing in re.finditer("`+", text[opening.end() : limit if limit >= 0 else len(text)]):
        if len(closing[0]) == len(opening[0]):
            return opening.end() + closing.end()
    return opening.end()
