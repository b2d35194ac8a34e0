"""`notesite path`: through whom one can be introduced to somebody, in words or as JSON."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from notesite.cli import clock
from notesite.cli.console import json_text, printable
from notesite.cli.speech import _
from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.shell.parallel import default_jobs
from notesite.shell.places import find_places
from notesite.shell.through import Through, through
from notesite.shell.whom import whom


def run(name: str, notes: Path | None, today: datetime | None, *, as_json: bool) -> int:
    """Print the shortest paths of introduction to a contact, an organisation or a goal."""
    places = find_places(Path.cwd(), notes)
    day = clock.today(today, places.settings)
    found = through(whom(places, day, jobs=default_jobs()), name)
    if found is None:
        message = say("no contact, organisation or goal is called %(name)r", name=name)
        raise NotesiteError(message, say("give a name as it stands in the notes"))
    click.echo(json_text(document(found, day)) if as_json else "\n".join(_lines(found)))
    return 0


def document(found: Through, day: date) -> dict[str, Any]:
    """The JSON document, version 1, that docs/json.md describes; its words are the same in any language."""
    return {
        "version": 1,
        "today": day.isoformat(),
        "to": {"kind": found.kind, "name": found.name, "file": found.path or None},
        "reached": found.is_reached,
        "paths": [
            [
                {
                    "contact": step.path,
                    "name": step.name,
                    "last_contact": step.last.isoformat() if step.last else None,
                }
                for step in way
            ]
            for way in found.ways
        ],
    }


def _lines(found: Through) -> Iterator[str]:
    """The paths in words, a line each."""
    name = printable(found.name)
    if not found.ways:
        yield _("Nobody in your notes could introduce you to %(name)s yet.", name=name)
        yield _("Write who knows whom: `knows` or `intro-paths` in the note of a contact.")
        return
    yield (
        _("You reach %(name)s yourself.", name=name)
        if found.is_reached and found.kind == "contact"
        else _("You reach somebody for %(name)s yourself.", name=name)
        if found.is_reached
        else _("To reach %(name)s, ask for an introduction:", name=name)
    )
    for way in found.ways:
        names = [_("you"), *(printable(step.name) for step in way)]
        first = way[0]
        last = _("last contact with %(name)s on %(day)s", name=printable(first.name), day=first.last)
        yield f"  {' → '.join(names)}  ({last})"
