"""`notesite explain`: the manual page of a diagnostic code."""

from difflib import get_close_matches

import click

from notesite.cli.console import severity_word
from notesite.cli.speech import _
from notesite.model.codes import CODES, Code, Severity
from notesite.model.errors import NotesiteError
from notesite.model.message import say


def run(code: str | None) -> int:
    """Print a code's manual page, or the list of codes."""
    if code is None:
        width, second = max(map(len, CODES)), 1 + max(len(severity_word(each)) for each in Severity)
        for name, each in CODES.items():
            click.echo(f"{name:{width}}  {severity_word(each.severity):{second}}  {_(each.title)}")
        return 0
    found = CODES.get(code)
    if found is None:
        near = get_close_matches(code, list(CODES), 1, 0.5)
        hint = say("did you mean %(word)s?", word=near[0]) if near else say("list them all: notesite explain")
        raise NotesiteError(say("there is no code %(code)r", code=code), hint)
    click.echo(manual(code, found))
    return 0


def manual(name: str, code: Code) -> str:
    """A code's manual page as text."""
    example = "\n".join(f"    {line}" for line in code.example.split("\n"))
    parts = (
        f"{name} ({severity_word(code.severity)})",
        f"{_(code.title)}\n{_(code.why)}",
        _("For example:"),
        example,
        _(code.fix),
    )
    return "\n\n".join(parts)
