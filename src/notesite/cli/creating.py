"""`notesite init` and `notesite new`: what they print."""

from datetime import datetime
from pathlib import Path

import click

from notesite.cli import clock
from notesite.cli.console import printable
from notesite.cli.speech import _, ngettext
from notesite.shell.create import create_note, create_notebook
from notesite.shell.places import find_places


def run_init(folder: Path, *, empty: bool) -> int:
    """Start a notebook and say how to go on."""
    count = create_notebook(folder, with_sample=not empty)
    where = printable(str(folder))
    typed = f'"{where}"' if " " in where else where
    click.echo(
        ngettext(
            "Started a notebook in %(folder)s: %(num)s file in %(folder)s/notes.",
            "Started a notebook in %(folder)s: %(num)s files in %(folder)s/notes.",
            count,
            folder=where,
        )
    )
    click.echo(_("Go on with:  cd %(folder)s && notesite build", folder=typed))
    return 0


def run_new(kind: str, name: str, notes: Path | None, today: datetime | None) -> int:
    """Write a new note and say where it is."""
    places = find_places(Path.cwd(), notes)
    path = create_note(places, kind, name, clock.today(today, places.settings))
    click.echo(_("Wrote %(file)s", file=printable(str(path))))
    return 0
