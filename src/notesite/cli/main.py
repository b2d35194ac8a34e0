"""The command `notesite`: its subcommands, each of which is one call into the shell."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import click

from notesite import __version__
from notesite.model.due import Reason
from notesite.model.errors import NotesiteError

DAY = click.DateTime(["%Y-%m-%d"])
FOLDER = click.Path(path_type=Path, file_okay=False)

_notes = click.option(
    "--notes", type=FOLDER, metavar="DIR", help="The notes folder, instead of the one found."
)
_today = click.option(
    "--today", type=DAY, metavar="YYYY-MM-DD", help="The day to look from, instead of today."
)


def _notebook(command: Callable[..., Any]) -> Callable[..., Any]:
    return _notes(_today(command))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="notesite")
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
@click.option("--output", type=FOLDER, metavar="DIR", help="The folder for the site, instead of ./site.")
@click.option("--strict", is_flag=True, help="Exit with 1 when the notes have errors or warnings.")
@click.option("--why", is_flag=True, help="Say for each page that was written why.")
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes; 1 for none but this."
)
def build(
    notes: Path | None, today: datetime | None, output: Path | None, strict: bool, why: bool, jobs: int | None
) -> int:
    """Build the site.

    Only pages that differ are written, and only files that an earlier build wrote are removed. A
    note with a mistake still gets its page; every mistake is listed on the Problems page.

    \b
    notesite build
    notesite build --notes ~/Vault --output ~/network-site
    notesite build --strict          (in a script: fails on mistakes in the notes)
    """
    from notesite.cli.building import run  # placed here: other commands must start without it

    return run(notes, output, today, strict=strict, why=why, jobs=jobs or 0)


@cli.command()
@_notes
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How to print findings.",
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
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts (see docs/json.md).")
@click.option("--all", "everyone", is_flag=True, help="Also what is snoozed; with --json every contact.")
@click.option("--week", is_flag=True, help="Only what is overdue, due today or within a week; also in JSON.")
@click.option(
    "--reason",
    "reasons",
    type=click.Choice(get_args(Reason)),
    multiple=True,
    metavar="REASON",
    help="Only follow-ups of this reason, such as cadence; may be given again.",
)
@click.option(
    "--circle",
    "circles",
    multiple=True,
    metavar="NAME",
    help="Only contacts of this circle, such as inner; may be given again.",
)
@click.option("--why", metavar="NAME", help="Explain whether, when and why this contact is due.")
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
@click.argument("folder", type=FOLDER, metavar="DIR")
@click.option("--empty", is_flag=True, help="Without the sample: folders and one note to start from.")
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
    from notesite.cli.console import fail  # placed here: --help must start without it

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = cli.main(arguments, prog_name="notesite", standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except NotesiteError as error:
        fail(str(error), error.hint)
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)
