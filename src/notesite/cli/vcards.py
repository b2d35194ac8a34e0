"""`notesite vcard`: the cards of contacts, for an address book."""

from collections.abc import Sequence
from pathlib import Path

import click

from notesite.cli.console import printable
from notesite.cli.speech import ngettext
from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.shell.places import find_places
from notesite.shell.vcards import vcards_of, write_vcards


def run(notes: Path | None, names: Sequence[str], tags: Sequence[str], output: Path | None) -> int:
    """Print the vCards of some contacts, or write them into a file and say so."""
    if not names and not tags:
        raise NotesiteError(say("whose card?"), say("give a NAME, or --tag NAME for all with a tag"))
    text, count = vcards_of(find_places(Path.cwd(), notes), names, tags)
    if output is None:
        click.echo(text.replace("\r\n", "\n"), nl=False)
        return 0
    write_vcards(text, output)
    file = printable(str(output))
    click.echo(ngettext("%(num)s card in %(file)s", "%(num)s cards in %(file)s", count, file=file))
    return 0
