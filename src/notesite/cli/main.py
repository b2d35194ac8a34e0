"""The command `notesite`: its subcommands, each of which is one call into the shell."""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import click

from notesite import __version__
from notesite.cli.helping import SpokenGroup, option
from notesite.cli.speech import _, language_of, speaking, told
from notesite.model.due import Reason
from notesite.model.errors import NotesiteError
from notesite.model.message import marked

DAY = click.DateTime(["%Y-%m-%d"])
FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)

_notes = option(
    "--notes", type=FOLDER, metavar="DIR", help=marked("The notes folder, instead of the one found.")
)
_today = option(
    "--today", type=DAY, metavar="YYYY-MM-DD", help=marked("The day to look from, instead of today.")
)


def _notebook(command: Callable[..., Any]) -> Callable[..., Any]:
    return _notes(_today(command))


def _version(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(_("notesite, version %(number)s", number=__version__))
        context.exit()


@click.group(cls=SpokenGroup, context_settings={"help_option_names": ["-h", "--help"]})
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help=marked("Show the version and exit."),
)
def cli() -> None:
    """Turn a folder of Markdown notes into the website of your professional network.

    \b
    Start:        notesite init my-network && cd my-network && notesite build
    Each day:     notesite build, then open site/index.html
    In a terminal: notesite due

    The notes are found by notesite.toml here or in a folder above, else in ./notes. Nothing but
    `init` and `new` ever writes a note.
    """


@cli.command()
@_notebook
@option("--output", type=FOLDER, metavar="DIR", help=marked("The folder for the site, instead of ./site."))
@option("--strict", is_flag=True, help=marked("Exit with 1 when the notes have errors or warnings."))
@option("--why", is_flag=True, help=marked("Say for each page that was written why."))
@option(
    "--no-cache", is_flag=True, help=marked("Read and render everything anew, whatever the last build knew.")
)
@option("--clean", is_flag=True, help=marked("First remove what earlier builds wrote; implies --no-cache."))
@option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help=marked("How many processes; 1 for none but this.")
)
def build(
    notes: Path | None, today: datetime | None, output: Path | None, jobs: int | None, **wanted: bool
) -> int:
    """Build the site.

    Only pages that differ are written, and only files that an earlier build wrote are removed. A
    note with a mistake still gets its page; every mistake is listed on the Problems page.

    \b
    notesite build
    notesite build --notes ~/Vault --output ~/network-site
    notesite build --strict          (in a script: fails on mistakes in the notes)
    """
    from notesite.cli.building import Wanted, run  # placed here: other commands must start without it

    return run(notes, output, today, Wanted(**wanted), jobs or 0)


@cli.command()
@_notebook
@option("--output", type=FOLDER, metavar="DIR", help=marked("The folder for the site, instead of ./site."))
@option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help=marked("The port, instead of the first free one from 8000 on; 0 for any."),
)
@option("--open", "is_open", is_flag=True, help=marked("Open the site in the browser."))
def serve(
    notes: Path | None, today: datetime | None, output: Path | None, port: int | None, is_open: bool
) -> int:
    """Show the site in the browser, and keep it up to date while you write.

    Builds the site, serves it to this machine only, and builds again whenever a note, the settings or
    a template of yours is saved; open pages follow by themselves. When a build fails, the last good
    site stays. Ctrl-C ends it.

    \b
    notesite serve --open
    notesite serve --notes ~/Vault --output ~/network-site --port 8080
    """
    from notesite.cli.serving import run  # placed here: other commands must start without it

    return run(notes, output, today, port=port, is_open=is_open)


@cli.command()
@_notes
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help=marked("How to print findings."),
)
def check(notes: Path | None, form: str) -> int:
    """List what is wrong in the notes, with file, line and fix.

    Exits with 1 when there are errors or warnings. `notesite explain CODE` tells more of a code.
    """
    from notesite.cli.checking import run  # placed here: other commands must start without it

    return run(notes, form)


@cli.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explain a diagnostic's CODE; without one, list them all."""
    from notesite.cli.explaining import run  # placed here: other commands must start without it

    return run(code)


@cli.command()
@_notebook
@option("--json", "as_json", is_flag=True, help=marked("Print JSON, for scripts (see docs/json.md)."))
@option("--all", "everyone", is_flag=True, help=marked("Also what is snoozed; with --json every contact."))
@option(
    "--week", is_flag=True, help=marked("Only what is overdue, due today or within a week; also in JSON.")
)
@option(
    "--reason",
    "reasons",
    type=click.Choice(get_args(Reason)),
    multiple=True,
    metavar="REASON",
    help=marked("Only follow-ups of this reason, such as cadence; may be given again."),
)
@option(
    "--circle",
    "circles",
    multiple=True,
    metavar="NAME",
    help=marked("Only contacts of this circle, such as inner; may be given again."),
)
@option("--why", metavar="NAME", help=marked("Explain whether, when and why this contact is due."))
def due(notes: Path | None, today: datetime | None, as_json: bool, why: str | None, **wanted: Any) -> int:
    """List whom to follow up with, and why.

    \b
    notesite due
    notesite due --why "Giulia Rossi"
    notesite due --week --reason promise --reason explicit
    notesite due --circle inner
    notesite due --json --all
    """
    from notesite.cli.due import Wanted, run  # placed here: other commands must start without it

    return run(notes, today, Wanted(**wanted), as_json=as_json, why=why)


@cli.command()
@_notebook
@option("--json", "as_json", is_flag=True, help=marked("Print JSON, for scripts (see docs/json.md)."))
def insights(notes: Path | None, today: datetime | None, *, as_json: bool) -> int:
    """Tell the figures of your own practice, as the Insights page shows them.

    \b
    notesite insights
    notesite insights --json
    """
    from notesite.cli.figures import run  # placed here: other commands must start without it

    return run(notes, today, as_json=as_json)


@cli.command()
@click.argument("event", required=False)
@_notebook
@option("--json", "as_json", is_flag=True, help=marked("Print JSON, for scripts (see docs/json.md)."))
def brief(event: str | None, notes: Path | None, today: datetime | None, as_json: bool) -> int:
    """Say what to know before EVENT: whom to meet and why, and of each what was said and is owed.

    Without EVENT, of the next one.

    \b
    notesite brief
    notesite brief "Data Craft Milano 2026"
    """
    from notesite.cli.briefing import run  # placed here: other commands must start without it

    return run(event or "", notes, today, as_json=as_json)


@cli.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@_notes
@option("--tag", "tags", multiple=True, metavar="TAG", help=marked("All with this tag; may be given again."))
@option(
    "-o",
    "--output",
    type=FILE,
    metavar="FILE",
    help=marked("The file to write, instead of printing the cards."),
)
def vcard(names: tuple[str, ...], notes: Path | None, tags: tuple[str, ...], output: Path | None) -> int:
    """Print the card of a contact, or of several, for an address book (vCard 3.0).

    What is marked private stays at home: with --tag whole contacts, and always the keys.

    \b
    notesite vcard "Giulia Rossi" -o giulia.vcf
    notesite vcard --tag italy/florence -o florence.vcf
    """
    from notesite.cli.vcards import run  # placed here: other commands must start without it

    return run(notes, names, tags, output)


@cli.command()
@click.argument("name")
@_notebook
@option("--json", "as_json", is_flag=True, help=marked("Print JSON, for scripts (see docs/json.md)."))
def path(name: str, notes: Path | None, today: datetime | None, as_json: bool) -> int:
    """Show through whom you could be introduced to NAME: a contact, an organisation or a goal.

    The shortest paths over people who, as your notes say, know one another, beginning with somebody
    whom you reach; at most three.

    \b
    notesite path "Tunde Okafor"
    notesite path "Officine Dati"
    """
    from notesite.cli.path import run  # placed here: other commands must start without it

    return run(name, notes, today, as_json=as_json)


@cli.command()
@click.argument("folder", type=FOLDER, metavar="DIR")
@option("--empty", is_flag=True, help=marked("Without the sample: folders and one note to start from."))
def init(folder: Path, empty: bool) -> int:
    """Start a notebook in DIR, with a sample to look around in.

    The sample's date is pinned in notes/notesite.toml, so that it looks alive on any day; delete
    that line, or start with --empty, for your own notes. Nothing that exists is overwritten.
    """
    from notesite.cli.creating import run_init  # placed here: other commands must start without it

    return run_init(folder, empty=empty)


@cli.command()
@click.argument("kind", type=click.Choice(["contact", "event"]))
@click.argument("name")
@_notebook
def new(kind: str, name: str, notes: Path | None, today: datetime | None) -> int:
    """Write a note for a new contact or event called NAME.

    \b
    notesite new contact "Giulia Rossi"
    notesite new event "Open data meetup"
    """
    from notesite.cli.creating import run_new  # placed here: other commands must start without it

    return run_new(kind, name, notes, today)


def main(arguments: list[str] | None = None) -> None:
    """Run the command and exit: 0 fine, 1 findings, 2 usage or disk."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = sys.argv[1:] if arguments is None else arguments
    with speaking(language_of(given, Path(), os.environ)):
        code = _code(given)
    sys.exit(code)


def _code(arguments: list[str]) -> int:
    """The exit code of the command, once it ran and what stopped it is printed."""
    try:
        code = cli.main(arguments, prog_name="notesite", standalone_mode=False)
    except click.exceptions.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return 2
    except NotesiteError as error:
        from notesite.cli.console import fail  # placed here: --help must start without it

        fail(told(error.message), told(error.hint))
        return 2
    except BrokenPipeError:
        return 0
    return code if isinstance(code, int) else 0
