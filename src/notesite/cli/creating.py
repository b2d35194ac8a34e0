"""`notesite init` and `notesite new`: what they print."""

from datetime import datetime
from pathlib import Path

import click

from notesite.cli import clock
from notesite.cli.console import counted, printable
from notesite.shell.create import create_note, create_notebook
from notesite.shell.places import find_places


def run_init(folder: Path, *, empty: bool) -> int:
    """Start a notebook and say how to go on."""
    count = create_notebook(folder, with_sample=not empty)
    where = printable(str(folder))
    typed = f'"{where}"' if " " in where else where
    click.echo(f"Started a notebook in {where}: {counted(count, 'file', 'files')} in {where}/notes.")
    click.echo(f"Go on with:  cd {typed} && notesite build")
    return 0


def run_new(kind: str, name: str, notes: Path | None, today: datetime | None) -> int:
    """Write a new note and say where it is."""
    places = find_places(Path.cwd(), notes)
    path = create_note(places, kind, name, clock.today(today, places.settings))
    click.echo(f"Wrote {printable(str(path))}")
    return 0
