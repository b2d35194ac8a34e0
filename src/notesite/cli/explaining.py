"""`notesite explain`: the manual page of a diagnostic code."""

from difflib import get_close_matches

import click

from notesite.model.codes import CODES, Code
from notesite.model.errors import NotesiteError


def run(code: str | None) -> int:
    """Print a code's manual page, or the list of codes."""
    if code is None:
        width = max(map(len, CODES))
        click.echo(
            "\n".join(f"{name:{width}}  {each.severity:8} {each.title}" for name, each in CODES.items())
        )
        return 0
    found = CODES.get(code)
    if found is None:
        near = get_close_matches(code, list(CODES), 1, 0.5)
        hint = f"did you mean {near[0]}?" if near else "list them all with: notesite explain"
        raise NotesiteError(f"there is no code {code!r}", hint)
    click.echo(manual(code, found))
    return 0


def manual(name: str, code: Code) -> str:
    """A code's manual page as text."""
    example = "\n".join(f"    {line}" for line in code.example.split("\n"))
    parts = (
        f"{name} ({code.severity.value})",
        f"{code.title}\n{code.why}",
        "For example:",
        example,
        code.fix,
    )
    return "\n\n".join(parts)
