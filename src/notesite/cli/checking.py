"""`notesite check`: what it prints."""

import os
from pathlib import Path

import click

from notesite.cli.console import (
    as_github,
    as_json,
    as_text,
    is_finding,
    notes_in_words,
    problems_in_words,
)
from notesite.cli.speech import _
from notesite.shell.notebooks import read_notebook
from notesite.shell.parallel import default_jobs
from notesite.shell.places import find_places


def run(notes: Path | None, form: str) -> int:
    """Print every diagnostic in the form asked for; 1 where there are errors or warnings."""
    places = find_places(Path.cwd(), notes)
    notebook = read_notebook(places, jobs=default_jobs())
    found = notebook.diagnostics
    folder = Path(os.path.relpath(places.notes)).as_posix()
    prefix = "" if folder == "." else f"{folder}/"
    if form == "json":
        click.echo(as_json(found))
    elif form == "github":
        click.echo(as_github(found, prefix), nl=bool(found))
    else:
        if found:
            click.echo(as_text(found, prefix))
        count = notes_in_words(len(notebook.network.notes))
        click.echo(_("%(notes)s: %(problems)s.", notes=count, problems=problems_in_words(found)))
        if found:
            click.echo(_("Learn more of a code with: notesite explain CODE"))
    return 1 if any(is_finding(each) for each in found) else 0
